"""Notes from pitches: what stays counts, what slides or wavers does not, and every note that begins ends."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from app.mic.voice import GAP, STEADY, Voice
from domain.music.note import Note

FRAME = 20_000


def notes_of(pitches: Iterable[float | None]) -> list[Note]:
    """What a voice that hears one pitch a frame says, up to its end."""
    voice, said, at = Voice(), [], 0
    for pitch in pitches:
        at += FRAME
        said += voice.hear(at, pitch)
    return [*said, *voice.end(at + FRAME)]


def keys(notes: Sequence[Note]) -> list[int]:
    return [note.pitch for note in notes if note.velocity]


def held(pitch: float | None, length: int = 400_000) -> list[float | None]:
    return [pitch] * (length // FRAME)


def test_three_sung_notes_are_three_keys() -> None:
    assert keys(notes_of([*held(60.1), *held(None, 160_000), *held(62.2), *held(63.9)])) == [60, 62, 64]


def test_the_same_note_twice_needs_a_breath_between() -> None:
    assert keys(notes_of([*held(60), *held(None, 200_000), *held(60)])) == [60, 60]
    assert keys(notes_of([*held(60), *held(None, GAP // 2), *held(60)])) == [60]


def test_vibrato_is_one_note() -> None:
    assert keys(notes_of(67 + 0.5 * math.sin(2 * math.pi * 5.5 * n * FRAME / 1e6) for n in range(100))) == [67]


def test_sliding_up_to_a_note_plays_only_the_note() -> None:
    slide = [57 + n * 0.5 for n in range(20)]
    assert keys(notes_of([*slide, *held(67)])) == [67]


def test_between_two_keys_there_is_none() -> None:
    assert keys(notes_of(held(60.5, 2_000_000))) == []


pitches = st.lists(st.one_of(st.none(), st.floats(40, 85)), max_size=200)


@given(pitches)
def test_every_note_that_begins_ends_before_the_next(heard: list[float | None]) -> None:
    notes = notes_of(heard)
    for down, up in zip(notes[::2], notes[1::2], strict=True):
        assert down.velocity
        assert (up.pitch, up.velocity) == (down.pitch, 0)
    assert [note.at for note in notes] == sorted(note.at for note in notes)


@given(st.lists(st.tuples(st.integers(45, 80), st.integers(STEADY + FRAME, 900_000)), min_size=1, max_size=12))
def test_what_is_held_long_enough_is_heard_as_it_is(song: list[tuple[int, int]]) -> None:
    heard = [
        moment for pitch, length in song for moment in [*held(pitch, length + FRAME), *held(None, GAP + 2 * FRAME)]
    ]
    assert keys(notes_of(heard)) == [pitch for pitch, _ in song]
