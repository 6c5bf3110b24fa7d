"""Spelled pitches and the intervals between them. C sharp and D flat are one key but two notes on the staff."""

from __future__ import annotations

import re
from functools import lru_cache, total_ordering

import msgspec

STEPS = "CDEFGAB"
# How many names and spellings are kept: more than all music that is asked here has.
MOST_KEPT = 2_048
# Semitones above C of the white keys.
NATURAL = (0, 2, 4, 5, 7, 9, 11)
ACCIDENTALS = {-2: "bb", -1: "b", 0: "", 1: "#", 2: "##"}
_PITCH_NAME = re.compile(r"([A-Ga-g])(##|#|x|bb|b|)(-?\d{1,2})")
_INTERVAL_NAME = re.compile(r"(P|M|m|A+|d+)(-?)(\d{1,2})")


class MusicError(ValueError):
    """Something that is not music as this house knows it. The message is a sentence for a person."""


@total_ordering
class Pitch(msgspec.Struct, frozen=True, array_like=True):
    """A note as written: `step` 0 (C) to 6 (B), `alter` in semitones (1 is a sharp), `octave` (4 holds middle C)."""

    step: int
    alter: int
    octave: int

    @property
    def midi(self) -> int:
        """The key: 60 is middle C (MIDI 1.0)."""
        return (self.octave + 1) * 12 + NATURAL[self.step] + self.alter

    @property
    def diatonic(self) -> int:
        """How many staff positions above C0: notes on the same line or space are equal."""
        return self.octave * 7 + self.step

    @property
    def letter(self) -> str:
        """The name without octave: `C`, `F#`, `Bb`, also `C###`."""
        return STEPS[self.step] + ("#" if self.alter > 0 else "b") * abs(self.alter)

    @property
    def name(self) -> str:
        """Scientific name: `C4`, `F#3`, `Bb5`."""
        return f"{self.letter}{self.octave}"

    def __lt__(self, other: Pitch) -> bool:
        """By key, then by staff position."""
        return (self.midi, self.diatonic) < (other.midi, other.diatonic)

    def up(self, interval: Interval) -> Pitch:
        """This pitch moved by an interval, spelled as the interval asks."""
        return at_position(self.diatonic + interval.steps, self.midi + interval.semitones)

    def down(self, interval: Interval) -> Pitch:
        """This pitch moved by an interval downwards."""
        return at_position(self.diatonic - interval.steps, self.midi - interval.semitones)


class Interval(msgspec.Struct, frozen=True, array_like=True):
    """The way from one pitch to another: staff positions and semitones, both negative downwards."""

    steps: int
    semitones: int

    @property
    def number(self) -> int:
        """1 for a unison, 2 for a second, 8 for an octave: never negative."""
        return abs(self.steps) + 1

    @property
    def direction(self) -> int:
        """1 up, -1 down, 0 for the same note."""
        way = self.steps or self.semitones
        return (way > 0) - (way < 0)

    @property
    def quality(self) -> str:
        """`P`, `M`, `m`, or as many `A` or `d` as it is augmented or diminished."""
        sign = -1 if self.steps < 0 else 1
        octaves, degree = divmod(abs(self.steps), 7)
        excess = sign * self.semitones - (octaves * 12 + NATURAL[degree])
        if degree in (0, 3, 4):
            return "P" if excess == 0 else ("A" if excess > 0 else "d") * abs(excess)
        if excess in (0, -1):
            return "M" if excess == 0 else "m"
        return "A" * excess if excess > 0 else "d" * (-excess - 1)

    @property
    def name(self) -> str:
        """`M3` up, `M-3` down."""
        return f"{self.quality}{'-' if self.direction < 0 and self.steps else ''}{self.number}"

    @property
    def simple(self) -> Interval:
        """Without whole octaves; an octave itself stays one."""
        octaves = (abs(self.steps) - 1) // 7 if self.steps else 0
        sign = -1 if self.steps < 0 else 1
        return Interval(self.steps - sign * 7 * octaves, self.semitones - sign * 12 * octaves)

    @property
    def inverted(self) -> Interval:
        """What is missing to the octave: a third becomes a sixth."""
        simple = self.simple
        sign = -1 if self.steps < 0 else 1
        return Interval(sign * 7 - simple.steps, sign * 12 - simple.semitones)


def at_position(diatonic: int, midi: int) -> Pitch:
    """The pitch on a staff position that sounds as `midi`, however many accidentals that takes."""
    octave, step = divmod(diatonic, 7)
    return Pitch(step, midi - (octave + 1) * 12 - NATURAL[step], octave)


def between(low: Pitch, high: Pitch) -> Interval:
    """The interval from the first pitch to the second."""
    return Interval(high.diatonic - low.diatonic, high.midi - low.midi)


@lru_cache(MOST_KEPT)
def pitch(name: str) -> Pitch:
    """`C4`, `F#3`, `Bb5`, `Fx4` (double sharp) read. Raises MusicError."""
    found = _PITCH_NAME.fullmatch(name)
    if not found:
        raise MusicError(f"“{name[:20]}” is not the name of a pitch such as C4 or F#3.")
    letter, accidental, octave = found.groups()
    alter = 2 if accidental == "x" else accidental.count("#") - accidental.count("b")
    return Pitch(STEPS.index(letter.upper()), alter, int(octave))


@lru_cache(MOST_KEPT)
def interval(name: str) -> Interval:
    """`M3`, `P5`, `A4`, `m-2` (downwards) read. Raises MusicError."""
    found = _INTERVAL_NAME.fullmatch(name)
    number = int(found[3]) if found else 0
    if not found or number == 0:
        raise MusicError(f"“{name[:20]}” is not the name of an interval such as M3 or P5.")
    octaves, degree = divmod(number - 1, 7)
    perfect = degree in (0, 3, 4)
    quality = found[1]
    if quality in ("M", "m") if perfect else quality == "P":
        raise MusicError(f"There is no interval {name}.")
    excess = {"A": len(quality), "d": -len(quality) - (not perfect), "m": -1}.get(quality[0], 0)
    sign = -1 if found[2] else 1
    return Interval(sign * (number - 1), sign * (octaves * 12 + NATURAL[degree] + excess))


# How keys are spelled when nothing else is known: the spelling nearest to C on the line of fifths.
_PLAIN = ((0, 0), (0, 1), (1, 0), (2, -1), (2, 0), (3, 0), (3, 1), (4, 0), (5, -1), (5, 0), (6, -1), (6, 0))


@lru_cache(MOST_KEPT)
def spelled(midi: int, fifths: int = 0) -> Pitch:
    """A key named as the key signature suggests: in five flats key 66 is G flat, in three sharps F sharp.

    Takes the spelling nearest to the signature's middle on the line of fifths, so chromatic notes come out plainly.
    """
    octave, pitch_class = divmod(midi, 12)
    if -1 <= fifths <= 2:
        step, alter = _PLAIN[pitch_class]
    else:
        middle = fifths + 2
        fifth = min((f for f in range(-15, 20) if f * 7 % 12 == pitch_class), key=lambda f: (abs(f - middle), f))
        step, alter = _on_line_of_fifths(fifth)
    sounding_octave = octave - 1 - (NATURAL[step] + alter) // 12
    return Pitch(step, alter, sounding_octave)


def _on_line_of_fifths(fifth: int) -> tuple[int, int]:
    """Step and alter of the note so many fifths above C."""
    return fifth * 4 % 7, (fifth + 1) // 7
