"""Sounds become entries of the audio clock."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.sound.playback import LONGEST, MOST_SOUNDS, Entry, entries, last_end
from domain.games.picture import Sound

SOUNDS = st.builds(
    Sound,
    pitch=st.integers(-10, 140),
    velocity=st.integers(-5, 200),
    after=st.integers(-1_000, 10**12),
    length=st.integers(-1_000, 10**12),
    channel=st.integers(-2, 20),
)


def test_microseconds_become_whole_milliseconds_after_the_start() -> None:
    assert entries([Sound(pitch=60, after=1_600, length=500_400)], 10) == [Entry(12, 0, 60, 80, 500)]


def test_entries_come_in_order_and_end_where_the_last_is_let_go() -> None:
    scheduled = entries([Sound(pitch=62, after=900_000), Sound(pitch=60)], 0)
    assert [entry.pitch for entry in scheduled] == [60, 62]
    assert last_end(scheduled) == 1_400
    assert last_end([]) == 0


@given(st.lists(SOUNDS, max_size=30), st.integers(0, 10**9))
def test_only_what_midi_has_is_scheduled(sounds: list[Sound], start: int) -> None:
    for entry in entries(sounds, start):
        assert start <= entry.tick <= start + LONGEST
        assert 0 <= entry.channel < 16
        assert 0 <= entry.pitch <= 127
        assert 1 <= entry.velocity <= 127
        assert 1 <= entry.length <= LONGEST


def test_a_broken_piece_cannot_fill_the_sequencer() -> None:
    assert len(entries([Sound(pitch=60)] * (MOST_SOUNDS + 5), 0)) == MOST_SOUNDS
