"""How far a student has mastered a concept: 0 to 100, from the answers of their attempts, the same on every machine.

The rule, in a teacher's words: the share of right answers among the last forty, and it takes twenty answers before that
share counts in full. Forty answers are four quizzes: old mistakes are forgotten, one lucky day is not enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from domain.records.progress import StudentAttempt

# The newest answers that count, and how many it takes to count in full.
LATEST = 40
ENOUGH = 20
# From here on a concept counts as mastered.
MASTERED = 85


class Mastery(msgspec.Struct, frozen=True, kw_only=True):
    """One student's standing with one concept. `level` is 0 to 100; attempts are those that touched the concept."""

    concept: str
    level: int
    total_attempts: int
    successful_attempts: int
    last_played_at: int

    @property
    def mastered(self) -> bool:
        """Whether it counts as mastered."""
        return self.level >= MASTERED


def mastery(attempts: Iterable[StudentAttempt]) -> dict[str, Mastery]:
    """The standing with each concept that was played. The order of the attempts does not matter, nor do repeats."""
    by_concept: dict[str, list[StudentAttempt]] = {}
    for attempt in {each.id: each for each in attempts}.values():
        for concept in attempt.session_data.concepts:
            by_concept.setdefault(concept, []).append(attempt)
    return {concept: _standing(concept, rows) for concept, rows in sorted(by_concept.items())}


def _standing(concept: str, attempts: list[StudentAttempt]) -> Mastery:
    newest_first = sorted(attempts, key=lambda each: (each.created_at, each.id), reverse=True)
    return Mastery(
        concept=concept,
        level=level(each.session_data.concepts[concept] for each in newest_first),
        total_attempts=len(attempts),
        successful_attempts=sum(each.passed for each in attempts),
        last_played_at=newest_first[0].created_at,
    )


def level(newest_first: Iterable[tuple[int, int]]) -> int:
    """The level from (right, of) of each attempt, the newest first. An attempt that overflows counts by its share."""
    right = of = 0
    for correct, answers in newest_first:
        taken = min(answers, LATEST - of)
        if taken <= 0:
            break
        right += correct * taken * ENOUGH // answers
        of += taken
    return 0 if of == 0 else 100 * right // (max(of, ENOUGH) * ENOUGH)


def weakest(levels: Mapping[str, Mastery], count: int = 3) -> tuple[Mastery, ...]:
    """The concepts that need work most, weakest first, those played longest ago before others."""
    rows = sorted(levels.values(), key=lambda each: (each.level, each.last_played_at, each.concept))
    return tuple(rows[:count])


class Answers:
    """The newest answers to each concept, kept while attempts come one by one, in any order; each attempt comes once.

    What it says of a concept equals `mastery` over all of the attempts.
    """

    def __init__(self, attempts: Iterable[StudentAttempt] = ()) -> None:
        self._newest: dict[str, list[tuple[int, str, int, int]]] = {}
        self._levels: dict[str, int] = {}
        for attempt in attempts:
            self.add(attempt)

    def add(self, attempt: StudentAttempt) -> None:
        """One more attempt."""
        for concept, (right, of) in attempt.session_data.concepts.items():
            rows = self._newest.setdefault(concept, [])
            rows.append((attempt.created_at, attempt.id, right, of))
            rows.sort(reverse=True)
            self._newest[concept] = rows = _that_count(rows)
            self._levels[concept] = level((right, of) for _, _, right, of in rows)

    def levels(self) -> dict[str, int]:
        """The level, 0 to 100, of each concept that was played."""
        return dict(sorted(self._levels.items()))

    def mastered(self) -> dict[str, int]:
        """The concepts that count as mastered now, with the time of their latest attempt in microseconds UTC."""
        return {
            concept: self._newest[concept][0][0]
            for concept, reached in sorted(self._levels.items())
            if reached >= MASTERED
        }


def _that_count(newest_first: list[tuple[int, str, int, int]]) -> list[tuple[int, str, int, int]]:
    """The rows that a level asks for: older ones can never count again."""
    answers = 0
    for place, row in enumerate(newest_first):
        if answers >= LATEST:
            return newest_first[:place]
        answers += row[3]
    return newest_first
