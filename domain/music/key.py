"""Key signatures and scales."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from domain.music.pitch import MOST_KEPT, MusicError, Pitch, interval, pitch

# The order in which sharps appear, as steps (F C G D A E B); flats come in the reverse order.
ORDER_OF_SHARPS = (3, 0, 4, 1, 5, 2, 6)
# Fifths from a mode's tonic up to the tonic of the major key with the same signature, counted negative.
MODES = {"lydian": -1, "major": 0, "mixolydian": 1, "dorian": 2, "minor": 3, "phrygian": 4, "locrian": 5}

# Each scale as intervals above its tonic, without the octave.
SCALES: dict[str, tuple[str, ...]] = {
    "major": ("P1", "M2", "M3", "P4", "P5", "M6", "M7"),
    "minor": ("P1", "M2", "m3", "P4", "P5", "m6", "m7"),
    "harmonic minor": ("P1", "M2", "m3", "P4", "P5", "m6", "M7"),
    "melodic minor": ("P1", "M2", "m3", "P4", "P5", "M6", "M7"),
    "dorian": ("P1", "M2", "m3", "P4", "P5", "M6", "m7"),
    "phrygian": ("P1", "m2", "m3", "P4", "P5", "m6", "m7"),
    "lydian": ("P1", "M2", "M3", "A4", "P5", "M6", "M7"),
    "mixolydian": ("P1", "M2", "M3", "P4", "P5", "M6", "m7"),
    "locrian": ("P1", "m2", "m3", "P4", "d5", "m6", "m7"),
    "major pentatonic": ("P1", "M2", "M3", "P5", "M6"),
    "minor pentatonic": ("P1", "m3", "P4", "P5", "m7"),
    "blues": ("P1", "m3", "P4", "d5", "P5", "m7"),
    "whole tone": ("P1", "M2", "M3", "A4", "A5", "A6"),
}


class KeySignature(msgspec.Struct, frozen=True):
    """`fifths` sharps (positive) or flats (negative), -7 to 7, and the mode that names the tonic."""

    fifths: int = 0
    mode: str = "major"

    def __post_init__(self) -> None:
        """Raises MusicError outside what can be written."""
        if not -7 <= self.fifths <= 7:
            raise MusicError("A key signature has at most seven sharps or flats.")
        if self.mode not in MODES:
            raise MusicError(f"“{self.mode[:20]}” is not a mode.")

    def alter_of(self, step: int) -> int:
        """What the signature does to a step (0 C … 6 B)."""
        place = ORDER_OF_SHARPS.index(step)
        return int(self.fifths > place) - int(-self.fifths > 6 - place)

    @property
    def tonic(self) -> str:
        """The name of the tonic: `A`, `F#`, `Eb`."""
        fifth = self.fifths + MODES[self.mode]
        return Pitch(fifth * 4 % 7, (fifth + 1) // 7, 4).letter

    @property
    def name(self) -> str:
        """`Eb major`."""
        return f"{self.tonic} {self.mode}"

    @property
    def relative(self) -> KeySignature:
        """The minor key of a major one, and the other way round."""
        return KeySignature(self.fifths, "major" if self.mode == "minor" else "minor")

    def holds(self, note: Pitch) -> bool:
        """Whether a pitch needs no accidental in this key."""
        return self.alter_of(note.step) == note.alter


@lru_cache(MOST_KEPT)
def key_of(tonic: str, mode: str = "major") -> KeySignature:
    """The signature of `Eb`, `minor`. Raises MusicError where it would need more than seven accidentals."""
    if mode not in MODES:
        raise MusicError(f"“{mode[:20]}” is not a mode.")
    note = pitch(tonic + "4")
    place = ORDER_OF_SHARPS.index(note.step)
    return KeySignature(place - 1 + 7 * note.alter - MODES[mode], mode)


@lru_cache(MOST_KEPT)
def scale(tonic: Pitch, kind: str, octaves: int = 1) -> tuple[Pitch, ...]:
    """The notes of a scale going up, with the closing octave. Raises MusicError for an unknown kind."""
    if kind not in SCALES:
        raise MusicError(f"“{kind[:30]}” is not a scale.")
    octave = interval("P8")
    notes: list[Pitch] = []
    start = tonic
    for _ in range(octaves):
        notes += [start.up(interval(each)) for each in SCALES[kind]]
        start = start.up(octave)
    return (*notes, start)
