"""The verdicts on the notes of a score while they are being found, a column each; and what they are worth."""

from __future__ import annotations

from collections.abc import Sequence

from domain.music.rules import Rules
from domain.music.verdicts import (
    GRADE_WORTH,
    LENGTH_COST,
    PUT_RIGHT,
    UNTIMELY,
    WORTH,
    ExtraVerdict,
    Grade,
    Length,
    NoteVerdict,
    Touch,
    Verdict,
)


class Marks:
    """Columns of `NoteVerdict`, all notes missed at first."""

    __slots__ = ("errors", "grades", "lengths", "offsets", "played", "semitones", "touches", "verdicts")

    def __init__(self, count: int) -> None:
        self.verdicts = [Verdict.MISSED] * count
        self.grades = [Grade.NONE] * count
        self.played = [-1] * count
        self.offsets: list[int | None] = [None] * count
        self.semitones = [0] * count
        self.lengths = [Length.RIGHT] * count
        self.errors = [0] * count
        self.touches = [Touch.RIGHT] * count

    def put(self, index: int, note: NoteVerdict) -> None:
        """One note's verdict."""
        self.verdicts[index] = note.verdict
        self.grades[index] = note.grade
        self.played[index] = note.played
        self.offsets[index] = note.offset
        self.semitones[index] = note.semitones
        self.lengths[index] = note.length
        self.errors[index] = note.length_error
        self.touches[index] = note.touch

    def free_length(self, index: int) -> None:
        """Says nothing of how long one note was held."""
        self.lengths[index] = Length.RIGHT
        self.errors[index] = 0

    def copy(self, first: int, second: int) -> None:
        """Gives one note the verdict of another."""
        self.put(second, self.note(first))

    def note(self, index: int) -> NoteVerdict:
        """The verdict on one note."""
        return NoteVerdict(
            self.verdicts[index],
            self.grades[index],
            self.played[index],
            self.offsets[index],
            self.semitones[index],
            self.lengths[index],
            self.errors[index],
            self.touches[index],
        )

    def notes(self) -> tuple[NoteVerdict, ...]:
        """The verdicts on all notes."""
        return tuple(
            map(
                NoteVerdict,
                self.verdicts,
                self.grades,
                self.played,
                self.offsets,
                self.semitones,
                self.lengths,
                self.errors,
                self.touches,
            )
        )


def timely_offsets(verdicts: list[Verdict], offsets: list[int | None]) -> list[int]:
    """How early or late the notes were whose time was judged; a pause is no error of rhythm."""
    found: list[int] = []
    hesitation, restart = Verdict.HESITATION, Verdict.RESTART
    for index in range(len(verdicts)):
        verdict, offset = verdicts[index], offsets[index]
        if offset is not None and verdict is not hesitation and verdict is not restart:
            found.append(offset)
    return found


def points(marks: Marks, extras: Sequence[ExtraVerdict], rules: Rules) -> int:
    """0 to 100: what the notes are worth, less what the extra ones cost."""
    worth = _worth(marks.verdicts, marks.grades, marks.lengths, marks.touches, rules.untimely_worth, rules.touch_cost)
    cost = sum([_cost(extra.verdict, rules) for extra in extras]) + rules.extra_cost * _decorations(extras)
    return max(0, worth - cost) // len(marks.verdicts)


def _decorations(extras: Sequence[ExtraVerdict]) -> int:
    """How many notes were decorated though that is not written: however many strokes it took, it is one thing."""
    return len({extra.near for extra in extras if extra.verdict is Verdict.DECORATED})


def _worth(
    verdicts: list[Verdict],
    grades: list[Grade],
    lengths: list[Length],
    touches: list[Touch],
    untimely: int,
    touch_cost: int,
) -> int:
    """What all notes are worth, in hundredths of a note."""
    right, perfect, held, touched = Verdict.RIGHT, Grade.PERFECT, Length.RIGHT, Touch.RIGHT
    best = GRADE_WORTH[perfect]
    total = 0
    for index in range(len(verdicts)):
        verdict, grade = verdicts[index], grades[index]
        if verdict is right:
            full = best if grade is perfect else GRADE_WORTH[grade]
        else:
            full = untimely if verdict in UNTIMELY else WORTH.get(verdict, 0)
        if lengths[index] is not held:
            full -= LENGTH_COST
        if touches[index] is not touched:
            full -= touch_cost
        total += max(0, full)
    return total


def _cost(verdict: Verdict, rules: Rules) -> int:
    if verdict is Verdict.BRUSHED:
        return rules.extra_cost if rules.brush_counts else 0
    if verdict in PUT_RIGHT:
        return rules.slip_cost
    costs = {Verdict.RETAKEN: rules.retaken_cost, Verdict.ORNAMENT: 0, Verdict.DECORATED: 0}
    return costs.get(verdict, rules.extra_cost)
