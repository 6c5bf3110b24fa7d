"""Durations and metres in ticks, so that every beat, dot and triplet is a whole number."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

import msgspec

from domain.music.pitch import MusicError

# Divides by 2⁵, 9, 5 and 7: 128th notes, triplets, nonuplets, quintuplets and septuplets are whole.
QUARTER = 10_080
WHOLE = 4 * QUARTER
VALUES = (1, 2, 4, 8, 16, 32, 64, 128)
NAMES = {1: "whole", 2: "half", 4: "quarter", 8: "eighth", 16: "sixteenth", 32: "thirty-second"}


# A place or a length that need not be whole, such as an eleventh of a beat: written exactly, rounded where played.
Ticks: TypeAlias = "int | Fraction"


def exactly(ticks: int, parts: int) -> Ticks:
    """Ticks divided into so many parts, without a rest that would add up along a measure."""
    whole, rest = divmod(ticks, parts)
    return Fraction(ticks, parts) if rest else whole


class Duration(msgspec.Struct, frozen=True):
    """A written value: `value` 4 is a quarter; `tuplet` (3, 2) means three in the time of two."""

    value: int
    dots: int = 0
    tuplet: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        """Raises MusicError for what cannot be written."""
        if self.value not in VALUES or not 0 <= self.dots <= 3:
            raise MusicError("A duration is a whole note or a half, quarter … of it, with at most three dots.")
        if self.tuplet and not (1 <= self.tuplet[0] <= 15 and 1 <= self.tuplet[1] <= 16):
            raise MusicError("That tuplet cannot be written.")

    @property
    def ticks(self) -> int:
        """The length in ticks, `QUARTER` of them a quarter note; rounded down where a tuplet is odder than those."""
        plain = WHOLE // self.value
        dotted = 2 * plain - (plain >> self.dots)
        actual, normal = self.tuplet or (1, 1)
        return dotted * normal // actual


def durations_of(ticks: int) -> tuple[Duration, ...]:
    """Plain or once-dotted values that add up to so many ticks, longest first, to be tied. Raises MusicError."""
    found: list[Duration] = []
    rest = ticks
    for duration in _PLAIN:
        while duration.ticks <= rest:
            found.append(duration)
            rest -= duration.ticks
    if rest or not found:
        raise MusicError(f"{ticks} ticks cannot be written with notes and dots.")
    return tuple(found)


_PLAIN = tuple(Duration(value, dots) for value in VALUES[:6] for dots in (1, 0))


class Metre(msgspec.Struct, frozen=True):
    """A time signature: `beats` over `unit`."""

    beats: int = 4
    unit: int = 4

    def __post_init__(self) -> None:
        """Raises MusicError for what cannot be written."""
        if not 1 <= self.beats <= 99 or self.unit not in VALUES[:6]:
            raise MusicError(f"{self.beats}/{self.unit} is not a time signature.")

    @property
    def ticks(self) -> int:
        """The length of a measure."""
        return self.beats * WHOLE // self.unit

    @property
    def compound(self) -> bool:
        """Whether the beat falls into three, as in 6/8."""
        return self.beats % 3 == 0 and self.beats > 3 and self.unit >= 8

    @property
    def beat(self) -> int:
        """The length of what one taps the foot to: a dotted quarter in 6/8."""
        return (3 if self.compound else 1) * WHOLE // self.unit

    @property
    def pulses(self) -> int:
        """How many such beats a measure has: two in 6/8."""
        return self.ticks // self.beat


def micros(ticks: int, tempo: int) -> int:
    """Ticks as microseconds where a quarter note takes `tempo` of them; halves are rounded up."""
    return (2 * ticks * tempo + QUARTER) // (2 * QUARTER)


def tempo_of(bpm: int, beat: int = QUARTER) -> int:
    """Microseconds of a quarter note where the beat (in ticks) comes `bpm` times a minute."""
    if not 1 <= bpm <= 1_000:
        raise MusicError("A tempo is between 1 and 1,000 beats a minute.")
    return 60_000_000 * QUARTER // (bpm * beat)
