"""Pieces for tests: a tune everybody knows, a scale, and made-up music for two hands. Performances as rows."""

from __future__ import annotations

from random import Random

from domain.music.pitch import pitch, spelled
from domain.music.rhythm import QUARTER
from domain.music.score import Score, ScoreNote, score_of
from domain.records.progress import RawEvent

# Ode to Joy, first line.
ODE = "E4 E4 F4 G4 G4 F4 E4 D4 C4 C4 D4 E4 E4 D4 D4"
BEAT = 500_000
# A played note: microseconds, MIDI pitch, length, velocity.
Row = tuple[int, int, int, int]


def tune(names: str, length: int = QUARTER) -> Score:
    """Notes one after the other; `C4+E4` is a chord."""
    notes = [
        ScoreNote(note_id=f"n{at}-{k}" if k else f"n{at}", pitch=pitch(name), onset=at * length, duration=length)
        for at, chord in enumerate(names.split())
        for k, name in enumerate(chord.split("+"))
    ]
    return score_of(notes)


def rows(score: Score, length: int = 450_000) -> list[Row]:
    """The score played exactly."""
    return [(at, key, length, 70) for at, key in zip(score.onsets, score.pitches, strict=True)]


def events(played: list[Row]) -> list[RawEvent]:
    """Rows as a keyboard sends them."""
    strokes = [(at, key, velocity) for at, key, _, velocity in played]
    return sorted([*strokes, *((at + length, key, 0) for at, key, length, _ in played)])


def two_hands(count: int, seed: int) -> Score:
    """A wandering melody with a bass of two notes under every fourth of its own."""
    chance = Random(seed)
    key, at = 64, 0
    notes: list[ScoreNote] = []
    for n in range(count):
        length = chance.choice((QUARTER // 2, QUARTER, QUARTER, 2 * QUARTER))
        key = max(55, min(79, key + chance.choice((-2, -1, 0, 0, 1, 2))))
        notes.append(ScoreNote(note_id=f"m{n}", pitch=spelled(key), onset=at, duration=length))
        for k in (12, 16) if n % 4 == 0 else ():
            notes.append(ScoreNote(note_id=f"b{n}-{k}", pitch=spelled(key - k), onset=at, duration=length, staff=2))
        at += length
    return score_of(notes)
