"""A row that becomes a column, a page that gives its margins away, a moment no wider than its window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.views.kit.buttons import Button
from app.views.kit.line import Line
from app.views.kit.theme import Look, Theme
from app.views.student.badge_moment import BadgeMoment
from workshop import gallery_readings as readings

THEME = Theme(Look())


def line_of(qtbot: QtBot, width: int) -> tuple[Line, list[Button]]:
    buttons = [Button(words, THEME) for words in ("The first of them", "The second of them", "The third")]
    line = Line(THEME, buttons[0], 1, *buttons[1:], wide=0)
    qtbot.addWidget(line)
    line.resize(width, 300)
    with qtbot.waitExposed(line):
        line.show()
    return line, buttons


def test_with_room_it_is_a_row(qtbot: QtBot) -> None:
    _line, buttons = line_of(qtbot, 900)
    assert len({button.y() for button in buttons}) == 1
    assert [button.x() for button in buttons] == sorted(button.x() for button in buttons)


def test_without_room_it_is_a_column_and_cuts_nothing(qtbot: QtBot) -> None:
    line, buttons = line_of(qtbot, 220)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 3)
    assert line.minimumSizeHint().width() == max(button.minimumSizeHint().width() for button in buttons)
    assert all(button.width() >= button.minimumSizeHint().width() for button in buttons)
    assert [button.y() for button in buttons] == sorted(button.y() for button in buttons)


def test_it_goes_back_where_there_is_room_again(qtbot: QtBot) -> None:
    line, buttons = line_of(qtbot, 220)
    line.resize(900, 300)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 1)


def test_a_moment_is_no_wider_than_its_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 768)
    moment = BadgeMoment(
        Theme(Look(percent=200)), readings.BADGES[:1], share=lambda _: None, closed=lambda: None, parent=window
    )
    assert moment.minimumSizeHint().width() <= window.width()
