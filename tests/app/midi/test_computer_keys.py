"""The computer's keys play a piano's."""

from __future__ import annotations

import pytest

from app.midi.computer_keys import figure_at, pitch_at, pitch_of, place_of
from app.midi.screen import ScreenKeys
from domain.music.note import Note


@pytest.mark.parametrize(
    ("key", "pitch"),
    [("z", 60), ("s", 61), ("x", 62), ("m", 71), ("q", 72), ("2", 73), ("Q", 72), ("p", 88), ("a", None), ("", None)],
)
def test_english_rows(key: str, pitch: int | None) -> None:
    assert pitch_of(key) == pitch


# Where keys stand, by what the English layout writes on them.
STANDING = {
    key: place
    for row, first in (("1234567890", 2), ("qwertyuiop", 16), ("asdfghjkl;", 30), ("zxcvbnm,./", 44))
    for place, key in enumerate(row, first)
}
# The same keys as macOS numbers them, row by row (Events.h).
ON_A_MAC = dict(
    zip(
        "1234567890qwertyuiopasdfghjkl;zxcvbnm,./",
        (
            *(18, 19, 20, 21, 23, 22, 26, 28, 25, 29),
            *(12, 13, 14, 15, 17, 16, 32, 34, 31, 35),
            *(0, 1, 2, 3, 5, 4, 38, 40, 37, 41),
            *(6, 7, 8, 9, 11, 45, 46, 43, 47, 44),
        ),
        strict=True,
    )
)


@pytest.mark.parametrize("key", STANDING)
def test_a_key_plays_by_where_it_stands_what_the_english_layout_writes_there(key: str) -> None:
    place = STANDING[key]
    assert pitch_at(place) == pitch_of(key)
    assert place_of("xcb", place + 8, 0) == place_of("wayland", place + 8, 0) == place
    assert place_of("windows", place, 0) == place
    if pitch_of(key) is not None:
        assert place_of("cocoa", 1, ON_A_MAC[key]) == place


def test_figures_are_known_by_their_place() -> None:
    assert [figure_at(STANDING[figure]) for figure in "1234567890"] == list("1234567890")
    assert figure_at(STANDING["q"]) == figure_at(None) == ""
    assert figure_at(place_of("cocoa", 1, ON_A_MAC["7"])) == "7"


@pytest.mark.parametrize("system", ["offscreen", "xcb", "windows", "cocoa", ""])
def test_a_window_system_that_does_not_tell_leaves_it_to_the_letters(system: str) -> None:
    assert place_of(system, 0, 999) is None


def test_the_other_slash_of_a_windows_keyboard_is_no_piano_key() -> None:
    place = place_of("windows", 0x135, 0)
    assert place is not None
    assert pitch_at(place) is None


def test_outside_midi_nothing_sounds() -> None:
    assert pitch_of("p", lowest_c=120) is None
    assert pitch_at(STANDING["p"], lowest_c=120) is None


def test_screen_keys_hold_repeat_and_let_go() -> None:
    heard: list[Note] = []
    keys = ScreenKeys(on_note=heard.append, now=lambda: 3)
    keys.press(60)
    keys.press(60)
    keys.press(64, 200)
    keys.press(128)
    assert keys.down == {60, 64}
    keys.release(62)
    keys.release_all()
    assert heard == [Note(60, 80, 3), Note(64, 127, 3), Note(60, 0, 3), Note(64, 0, 3)]
