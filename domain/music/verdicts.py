"""What the judge says: a verdict for each written note, one for each note too many, and the whole in numbers."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from functools import cached_property

import msgspec


class Verdict(StrEnum):
    """The name of what happened to a note. Lengths have their own: `Length`."""

    RIGHT = "right"
    EARLY = "early"
    LATE = "late"
    HESITATION = "hesitation"
    RESTART = "restart"
    SWAPPED = "swapped"
    WRONG_NOTE = "wrong_note"
    WRONG_OCTAVE = "wrong_octave"
    WRONG_ACCIDENTAL = "wrong_accidental"
    WRONG_HAND = "wrong_hand"
    MISSED = "missed"
    EXTRA = "extra"
    REPEATED = "repeated"
    SLIP = "slip"
    BRUSHED = "brushed"
    RETAKEN = "retaken"
    CORRECTED = "corrected"
    ORNAMENT = "ornament"
    DECORATED = "decorated"


class Grade(StrEnum):
    """How near a right note was."""

    PERFECT = "perfect"
    GOOD = "good"
    OK = "ok"
    NONE = ""


class Length(StrEnum):
    """Whether a note was held as long as written."""

    RIGHT = ""
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"


class Touch(StrEnum):
    """Whether a note was as loud as written, beside what came before."""

    RIGHT = ""
    TOO_SOFT = "too_soft"
    TOO_LOUD = "too_loud"


class Pace(StrEnum):
    """Where the tempo went."""

    STEADY = "steady"
    RUSHING = "rushing"
    DRAGGING = "dragging"


# Hundredths of a note for a key that was nearly right; a right one by its grade, one out of time by the rules. Teachers
# forgive an octave sooner than a letter.
WORTH = {Verdict.SWAPPED: 50, Verdict.WRONG_OCTAVE: 40, Verdict.WRONG_HAND: 40, Verdict.WRONG_ACCIDENTAL: 20}
PUT_RIGHT = (Verdict.SLIP, Verdict.CORRECTED)
UNTIMELY = (Verdict.EARLY, Verdict.LATE, Verdict.HESITATION, Verdict.RESTART)
GRADE_WORTH = {Grade.PERFECT: 100, Grade.GOOD: 90, Grade.OK: 75, Grade.NONE: 100}
LENGTH_COST = 10


class NoteVerdict(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """About one written note. `played` is the index of the note that was played for it, -1 where none was.

    `offset` is microseconds early (negative) or late, None where time was not judged; for a hesitation or a restart it
    is how much time was lost before the note. `semitones` is the error of a wrong note. `length_error` is microseconds
    too long or (negative) too short.
    """

    verdict: Verdict
    grade: Grade = Grade.NONE
    played: int = -1
    offset: int | None = None
    semitones: int = 0
    length: Length = Length.RIGHT
    length_error: int = 0
    touch: Touch = Touch.RIGHT


class ExtraVerdict(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """About one played note that nothing asked for. `near` is the index of the written note nearest to it.

    `offset` is microseconds after (negative: before) the moment of that written note, `semitones` how far above it.
    """

    verdict: Verdict
    played: int
    near: int
    offset: int
    semitones: int


class Judgement(msgspec.Struct, frozen=True, dict=True):
    """Everything about one performance. `notes` runs along the score, `extras` along what was played.

    `lean` is the middle offset in microseconds; `pace_change` says in thousandths how much faster (positive) the end
    was than the beginning, with a click: than the click. `score` runs from 0 to 100.
    """

    version: int
    notes: tuple[NoteVerdict, ...]
    extras: tuple[ExtraVerdict, ...]
    lean: int
    pace: Pace
    pace_change: int
    score: int

    @cached_property
    def counts(self) -> dict[str, int]:
        """How often each verdict was given, lengths, touches and notes too many included."""
        found = Counter(note.verdict.value for note in self.notes)
        found.update(note.length.value for note in self.notes if note.length)
        found.update(note.touch.value for note in self.notes if note.touch)
        found.update(extra.verdict.value for extra in self.extras)
        return dict(found)

    @property
    def right(self) -> int:
        """How many written notes were played right and in time."""
        return self.counts.get(Verdict.RIGHT, 0)
