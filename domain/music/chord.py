"""Chords: their kinds, inversions and names, and what a handful of keys is called."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from domain.music.key import KeySignature, scale
from domain.music.pitch import MOST_KEPT, MusicError, Pitch, between, interval, pitch

# Each kind as intervals above its root.
KINDS: dict[str, tuple[str, ...]] = {
    "major": ("P1", "M3", "P5"),
    "minor": ("P1", "m3", "P5"),
    "diminished": ("P1", "m3", "d5"),
    "augmented": ("P1", "M3", "A5"),
    "suspended second": ("P1", "M2", "P5"),
    "suspended fourth": ("P1", "P4", "P5"),
    "dominant seventh": ("P1", "M3", "P5", "m7"),
    "major seventh": ("P1", "M3", "P5", "M7"),
    "minor seventh": ("P1", "m3", "P5", "m7"),
    "half-diminished seventh": ("P1", "m3", "d5", "m7"),
    "diminished seventh": ("P1", "m3", "d5", "d7"),
}
SYMBOLS = {
    "major": "",
    "minor": "m",
    "diminished": "dim",
    "augmented": "aug",
    "suspended second": "sus2",
    "suspended fourth": "sus4",
    "dominant seventh": "7",
    "major seventh": "maj7",
    "minor seventh": "m7",
    "half-diminished seventh": "m7b5",
    "diminished seventh": "dim7",
}
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII")


class Chord(msgspec.Struct, frozen=True):
    """A root with its octave, a kind and an inversion (0 is root position): the bass is the note `inversion`."""

    root: Pitch
    kind: str
    inversion: int = 0

    def __post_init__(self) -> None:
        """Raises MusicError for unknown kinds and inversions the chord does not have."""
        if self.kind not in KINDS:
            raise MusicError(f"“{self.kind[:30]}” is not a kind of chord.")
        if not 0 <= self.inversion < len(KINDS[self.kind]):
            raise MusicError(f"A {self.kind} chord has no inversion {self.inversion}.")

    @property
    def pitches(self) -> tuple[Pitch, ...]:
        """Close position, lowest first: the notes below the bass are moved up an octave."""
        notes = [self.root.up(interval(each)) for each in KINDS[self.kind]]
        octave = interval("P8")
        return (*notes[self.inversion :], *(note.up(octave) for note in notes[: self.inversion]))

    @property
    def symbol(self) -> str:
        """`Cmaj7`, `F#m`, with the bass where it is not the root: `C/E`."""
        bass = f"/{self.pitches[0].letter}" if self.inversion else ""
        return f"{self.root.letter}{SYMBOLS[self.kind]}{bass}"


def chord(tonic: str, kind: str, inversion: int = 0) -> Chord:
    """A chord on a named root such as `C4`. Raises MusicError."""
    return Chord(pitch(tonic), kind, inversion)


def identify(notes: Iterable[Pitch]) -> Chord | None:
    """The chord that these spelled notes make, doubled notes allowed, or None. The lowest note is the bass."""
    ordered = sorted(notes)
    if not ordered:
        return None
    letters = {(note.step, note.alter): note for note in reversed(ordered)}
    bass = (ordered[0].step, ordered[0].alter)
    for root in letters.values():
        # Only the letters count: how far above the root a note lies, brought into one octave.
        shape = frozenset(_class_above(root, note) for note in letters.values())
        for kind, names in KINDS.items():
            wanted = [interval(each) for each in names]
            if shape == frozenset((each.steps, each.semitones) for each in wanted):
                place = [_class_above(root, letters[bass])].pop()
                return Chord(root, kind, [(each.steps, each.semitones) for each in wanted].index(place))
    return None


def _class_above(root: Pitch, note: Pitch) -> tuple[int, int]:
    way = between(root, note)
    octaves = way.steps // 7
    return way.steps - 7 * octaves, way.semitones - 12 * octaves


@lru_cache(MOST_KEPT)
def triad_on(key: KeySignature, degree: int, octave: int = 4) -> Chord:
    """The triad on a degree (1 to 7) of a major or natural minor key."""
    if not 1 <= degree <= 7:
        raise MusicError("A scale has the degrees one to seven.")
    notes = scale(pitch(f"{key.tonic}{octave}"), key.mode, 2)
    found = identify((notes[degree - 1], notes[degree + 1], notes[degree + 3]))
    if found is None:
        raise MusicError("That degree carries no triad.")
    return found


def numeral(key: KeySignature, degree: int) -> str:
    """The roman numeral of a triad: `IV`, `ii`, `vii°`."""
    kind = triad_on(key, degree).kind
    plain = _NUMERALS[degree - 1]
    small = plain if kind in ("major", "augmented") else plain.lower()
    return small + {"diminished": "°", "augmented": "+"}.get(kind, "")
