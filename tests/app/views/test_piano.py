"""The piano on the screen is played with mouse, letters and arrows, and lets go when one goes elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.views.kit.piano import Piano, is_black, key_name
from app.views.kit.theme import Theme
from app.views.kit.tokens import TARGET
from domain.games.picture import Keys, Mark


@pytest.fixture
def played() -> list[tuple[str, int]]:
    return []


@pytest.fixture
def piano(theme: Theme, qtbot, played) -> Piano:
    view = Piano(theme, press=lambda p: played.append(("down", p)), release=lambda p: played.append(("up", p)))
    qtbot.addWidget(view)
    view.show_keys(Keys(lowest=48, highest=72))
    view.resize(view.sizeHint())
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    return view


def test_white_keys_are_as_wide_as_a_finger(piano: Piano) -> None:
    assert all(piano.area_of(p).width() >= TARGET for p in range(48, 73) if not is_black(p))


def test_each_key_is_found_under_its_middle(piano: Piano) -> None:
    for pitch in range(48, 73):
        area = piano.area_of(pitch)
        low = area.center() if is_black(pitch) else area.bottomLeft() / 2 + area.bottomRight() / 2
        assert piano.pitch_at(low - type(low)(0, 4)) == pitch


def test_the_mouse_plays_and_slides(piano: Piano, played, qtbot) -> None:
    def at(pitch: int):
        area = piano.area_of(pitch).toRect()
        return area.center() + type(area.center())(0, area.height() // 3)

    qtbot.mousePress(piano, Qt.MouseButton.LeftButton, pos=at(60))
    qtbot.mouseRelease(piano, Qt.MouseButton.LeftButton, pos=at(60))
    assert played == [("down", 60), ("up", 60)]


def test_letters_play_without_repeating(piano: Piano, played, qtbot) -> None:
    qtbot.keyPress(piano, Qt.Key.Key_Z)
    qtbot.keyRelease(piano, Qt.Key.Key_Z)
    assert played == [("down", 60), ("up", 60)]


def test_arrows_walk_and_space_plays(piano: Piano, played, qtbot) -> None:
    qtbot.keyClick(piano, Qt.Key.Key_Right)
    qtbot.keyClick(piano, Qt.Key.Key_Space)
    assert played == [("down", 61), ("up", 61)]
    assert piano.accessibleDescription() == "C♯4"


def test_nothing_keeps_sounding_when_the_focus_goes(piano: Piano, played, qtbot) -> None:
    qtbot.keyPress(piano, Qt.Key.Key_Z)
    piano.clearFocus()
    assert played == [("down", 60), ("up", 60)]


def test_marks_are_read_aloud(piano: Piano) -> None:
    piano.show_keys(Keys(lowest=60, highest=64, marks={60: Mark.HINT, 62: Mark.WRONG}))
    assert piano.accessibleName() == "Piano, C4 to E4. C4: hint. D4: wrong"


@pytest.mark.parametrize(("pitch", "name"), [(60, "C4"), (69, "A4"), (21, "A0"), (108, "C8")])
def test_keys_are_named_as_musicians_do(pitch: int, name: str) -> None:
    assert key_name(pitch) == name


def test_keys_begin_and_end_with_a_white_one(piano: Piano) -> None:
    piano.show_keys(Keys(lowest=49, highest=70))
    assert (piano.keys.lowest, piano.keys.highest) == (48, 71)
