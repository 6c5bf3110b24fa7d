"""The computer's keys play a piano's."""

from __future__ import annotations

import pytest

from app.midi.computer_keys import ROWS, key_of, pitch_of
from app.midi.screen import ScreenKeys
from domain.music.note import Note


@pytest.mark.parametrize(
    ("key", "pitch"),
    [("z", 60), ("s", 61), ("x", 62), ("m", 71), ("q", 72), ("2", 73), ("Q", 72), ("p", 88), ("a", None), ("", None)],
)
def test_qwerty_rows(key: str, pitch: int | None) -> None:
    assert pitch_of(key) == pitch


def test_every_layout_has_its_black_keys_above_its_white_ones() -> None:
    assert {len(row) for rows in ROWS.values() for row in rows} == {17}
    assert (pitch_of("y", layout="qwertz"), pitch_of("w", layout="azerty")) == (60, 60)
    assert pitch_of("z", layout="dvorak") == 60


def test_labels_and_keys_agree() -> None:
    for layout in ROWS:
        for pitch in range(60, 89):
            key = key_of(pitch, layout=layout)
            assert key is not None
            assert pitch_of(key, layout=layout) == pitch
    assert key_of(59) is None


def test_outside_midi_nothing_sounds() -> None:
    assert pitch_of("p", lowest_c=120) is None


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
