"""What recorders and files do that nobody played: layered sounds, drum channels, hands in one track, sloppy chords."""

from __future__ import annotations

import io

import mido
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.music.played import played
from domain.music.rhythm import QUARTER
from domain.music.smf import performance_of, score_of_smf
from domain.music.voices import LAYERED, Event, one_keyboard
from domain.records.progress import RawEvent

# (tick, key, velocity, channel); velocity 0 lets go.
Line = tuple[int, int, int, int]


def file_of(*tracks: list[Line], kind: int = 1) -> bytes:
    file = mido.MidiFile(ticks_per_beat=500, type=kind)
    for lines in tracks:
        track, last = mido.MidiTrack(), 0
        for at, key, velocity, channel in lines:
            track.append(mido.Message("note_on", note=key, velocity=velocity, channel=channel, time=at - last))
            last = at
        file.tracks.append(track)
    out = io.BytesIO()
    file.save(file=out)
    return out.getvalue()


def keys(*rows: tuple[int, int, int], channel: int = 0) -> list[Line]:
    """(tick, key, length) as lines."""
    found = [(at, key, 70, channel) for at, key, _ in rows] + [(at + n, key, 0, channel) for at, key, n in rows]
    return sorted(found, key=lambda line: (line[0], line[2]))


def heard(data: bytes) -> list[tuple[int, int, int]]:
    """Onset and release in milliseconds with the key between them."""
    notes = played(performance_of(data))
    return [
        (at // 1_000, key, released // 1_000)
        for at, key, released in zip(notes.onsets, notes.pitches, notes.releases, strict=True)
    ]


SCALE = [(k * 500, 60 + k, 400) for k in range(5)]
ONCE = [(k * 500, 60 + k, k * 500 + 400) for k in range(5)]


@pytest.mark.parametrize("late", [0, 7, 29])
def test_two_layered_sounds_are_one_stroke(late: int) -> None:
    copy = [(at + late, key, n) for at, key, n in SCALE]
    assert heard(file_of(keys(*SCALE), keys(*copy, channel=1))) == ONCE
    both = sorted([*keys(*SCALE), *keys(*copy, channel=1)], key=lambda line: (line[0], line[2]))
    assert heard(file_of(both, kind=0)) == ONCE


def test_the_other_hand_on_the_same_key_a_little_later_is_a_stroke() -> None:
    other = [(at + 100, key, 300) for at, key, _ in SCALE]
    found = heard(file_of(keys(*SCALE), keys(*other, channel=1)))
    assert [at for at, _, _ in found] == [each for at, _, _ in SCALE for each in (at, at + 100)]


def test_drums_are_left_out_but_not_where_there_is_nothing_else() -> None:
    beat = keys(*((at, 42, 50) for at, _, _ in SCALE), channel=9)
    assert heard(file_of(keys(*SCALE), beat)) == ONCE
    assert heard(file_of(keys(*SCALE, channel=9))) == ONCE


def test_a_key_that_is_struck_before_it_is_let_go_keeps_its_own_release() -> None:
    over = [(k * 500, 60, 600) for k in range(4)]
    lines = sorted([(at, 60, 70, 0) for at, _, _ in over] + [(at + n, 60, 0, 0) for at, _, n in over])
    assert heard(file_of(lines)) == [(0, 60, 500), (500, 60, 1_000), (1_000, 60, 1_500), (1_500, 60, 2_100)]


def test_a_lost_release_does_not_lengthen_what_comes_after() -> None:
    lines = [(0, 60, 70, 0), (500, 60, 70, 0), (700, 60, 0, 0), (1_000, 60, 70, 0), (1_200, 60, 0, 0)]
    assert heard(file_of(lines)) == [(0, 60, 500), (500, 60, 700), (1_000, 60, 1_200)]


def test_a_release_of_the_other_hand_does_not_end_a_note() -> None:
    first, second = [(0, 60, 1_000)], [(500, 60, 1_000)]
    assert heard(file_of(keys(*first), keys(*second, channel=1))) == [(0, 60, 500), (500, 60, 1_500)]


def test_hands_of_one_track_are_told_apart_by_their_channels() -> None:
    lines = sorted([*keys((0, 72, 500)), *keys((0, 48, 500), channel=1)], key=lambda line: (line[0], line[2]))
    score = score_of_smf(file_of(lines, kind=0))
    assert {note.pitch.midi: note.staff for note in score.notes} == {48: 2, 72: 1}


def test_chords_of_a_written_file_that_are_a_little_apart_are_one_moment() -> None:
    chord = keys((0, 60, 500), (9, 64, 480), (13, 67, 500), (500, 60, 500))
    score = score_of_smf(file_of(chord))
    assert [(note.pitch.midi, note.onset) for note in score.notes] == [(60, 0), (64, 0), (67, 0), (60, QUARTER)]
    assert [len(moment) for moment in score.slices] == [3, 1]
    # A 128th after another stays what it is.
    fast = score_of_smf(file_of(keys(*((k * 16, 60 + k, 15) for k in range(8)))))
    assert len(fast.slices) == 8


EVENTS = st.lists(
    st.tuples(st.integers(0, 60_000), st.integers(60, 62), st.sampled_from([0, 50]), st.integers(0, 2)), max_size=40
)


@settings(deadline=None, max_examples=200)
@given(EVENTS)
def test_whatever_the_voices_send_it_is_one_keyboard(lines: list[tuple[int, int, int, int]]) -> None:
    """Nothing is made up, nothing changes its order, one voice alone loses no stroke, and copies lie close."""
    ordered = sorted(lines, key=lambda line: line[0])
    events = [(at * 10, Event(at, key, velocity, voice)) for at, key, velocity, voice in ordered]
    found = one_keyboard(events)
    given_ = [(at, event.pitch, event.velocity) for at, event in events]
    rest = iter(given_)
    assert all(any(each == other for other in rest) for each in found)
    alone: list[RawEvent] = one_keyboard([(at, Event(e.tick, e.pitch, e.velocity, 0)) for at, e in events])
    assert [each for each in alone if each[2]] == [each for each in given_ if each[2]]
    for place, (at, pitch, velocity) in enumerate(given_):
        if velocity and (at, pitch, velocity) not in found:
            assert any(p == pitch and v and at - LAYERED <= t <= at for t, p, v in given_[:place])
