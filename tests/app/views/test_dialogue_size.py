"""A dialogue is as high as what it asks: no empty half, nothing hidden while there is room."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from app.views.kit.dialog import Dialog
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Look, Theme

MOST = 600


def opened(qtbot: QtBot, *lines: str) -> Dialog:
    theme = Theme(Look())
    dialog = Dialog(theme, "Take it back?", width=480, height=MOST, parent=None)
    qtbot.addWidget(dialog)
    dialog.show_parts(*[PlainLabel(line, theme, wrap=True) for line in lines])
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def hidden(dialog: Dialog) -> int:
    """How many pixels of what is asked one has to scroll to, once all is laid out."""
    [area] = dialog.findChildren(QScrollArea)
    return area.verticalScrollBar().maximum()


def test_one_sentence_needs_no_high_dialogue(qtbot: QtBot) -> None:
    dialog = opened(qtbot, "It disappears for everybody.")
    qtbot.waitUntil(lambda: hidden(dialog) == 0)
    assert dialog.height() < MOST // 2


def test_what_comes_later_makes_it_grow_and_nothing_makes_it_smaller(qtbot: QtBot) -> None:
    dialog = opened(qtbot, "One moment …")
    before = dialog.height()
    dialog.show_parts(*[PlainLabel(f"Answer {n}", dialog.theme) for n in range(8)])
    qtbot.waitUntil(lambda: dialog.height() > before and hidden(dialog) == 0)
    grown = dialog.height()
    dialog.show_parts(PlainLabel("Done.", dialog.theme))
    qtbot.waitUntil(lambda: hidden(dialog) == 0)
    assert dialog.height() == grown


def test_it_never_gets_higher_than_it_may(qtbot: QtBot) -> None:
    dialog = opened(qtbot, *[f"Line {n}" for n in range(80)])
    qtbot.waitUntil(lambda: hidden(dialog) > 0)
    assert dialog.height() == MOST
