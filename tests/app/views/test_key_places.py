"""The same finger plays the same note on every layout of the computer's keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from app.views.kit.key_places import figure_under, finger_of, pitch_under

X11 = "xcb"


def pressed(text: str, place: int, key: int = 0) -> QKeyEvent:
    """A key as X11 sends it: what it writes and where it stands."""
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, place + 8, 0, 0, text)


@pytest.mark.parametrize(
    ("layout", "text", "place", "pitch"),
    [
        ("English", "z", 44, 60),
        ("German", "y", 44, 60),
        ("German", "z", 21, 81),
        ("French", "w", 44, 60),
        ("French", "a", 16, 72),
        ("French", "é", 3, 73),
        ("Spanish", "ñ", 39, 75),
        ("Russian", "я", 44, 60),
        ("any", "a", 30, None),
    ],
)
def test_what_a_layout_writes_changes_nothing(layout: str, text: str, place: int, pitch: int | None) -> None:
    assert pitch_under(pressed(text, place), X11) == pitch, layout


def test_letters_play_where_the_window_system_tells_no_places() -> None:
    assert pitch_under(pressed("z", -8), X11) == 60
    assert pitch_under(pressed("q", 44), "offscreen") == 72


def test_the_french_row_of_figures_answers_without_shift() -> None:
    assert [figure_under(pressed(text, place), X11) for text, place in (("&", 2), ("é", 3), ("à", 11))] == [
        "1",
        "2",
        "0",
    ]
    assert figure_under(pressed("7", 71), X11) == "7"
    assert figure_under(pressed("q", 16), X11) == ""


def test_a_key_is_the_same_when_shift_was_let_go_meanwhile() -> None:
    down, up = pressed("@", 3, Qt.Key.Key_At), pressed("2", 3, Qt.Key.Key_2)
    assert finger_of(down, X11) == finger_of(up, X11)
    assert finger_of(down, "offscreen") != finger_of(up, "offscreen")
