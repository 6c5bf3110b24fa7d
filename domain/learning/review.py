"""What is due for review today: spaced repetition (FSRS) over concepts, worked out from the attempts alone.

A schedule is not stored and not merged: it is the same function of the same facts on every machine, so two machines
that were used apart agree once their attempts have met. Fuzzing is off for the same reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache

import msgspec
from fsrs import Card, Rating, Scheduler

from domain.records.progress import StudentAttempt

# Attempts on one concept closer together than this (µs) are one sitting: only its answers taken together are a review.
SITTING = 30 * 60 * 1_000_000
# Shares of right answers, in percent, from which a sitting counts as hard, good and easy.
HARD, GOOD, EASY = 60, 80, 97
# How far ahead of now (µs) an attempt may lie that is believed: clocks differ by minutes, and by hours of time zones.
AHEAD = 24 * 60 * 60 * 1_000_000
# Nobody waits longer than half a year for a review.
LONGEST_DAYS = 180


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """When a concept comes up again. Times are microseconds since 1970 UTC."""

    concept: str
    next_review_at: int
    last_played_at: int
    sittings: int


@lru_cache(maxsize=1)
def _scheduler() -> Scheduler:
    # Learning steps of a day: a concept is not a flash card to be shown again within minutes.
    steps = (timedelta(days=1), timedelta(days=3))
    return Scheduler(
        desired_retention=0.9,
        learning_steps=steps,
        relearning_steps=(timedelta(days=1),),
        maximum_interval=LONGEST_DAYS,
        enable_fuzzing=False,
    )


def schedule(attempts: Iterable[StudentAttempt], now: int | None = None) -> dict[str, Due]:
    """The next review of each concept that was played. Order and repeats of the attempts do not matter.

    With `now` what was played later than that, on a machine whose clock was wrong, puts no review off for a year: it is
    left out, and a concept of which nothing else is known is due.
    """
    answers: dict[str, list[tuple[int, str, int, int]]] = {}
    for attempt in {each.id: each for each in attempts}.values():
        for concept, (right, of) in attempt.session_data.concepts.items():
            if of:
                answers.setdefault(concept, []).append((attempt.created_at, attempt.id, right, of))
    return {concept: _due(concept, sorted(rows), now) for concept, rows in sorted(answers.items())}


def due(attempts: Iterable[StudentAttempt], now: int) -> tuple[Due, ...]:
    """What to review now, the longest overdue first."""
    return due_of(schedule(attempts, now).values(), now)


def due_of(schedules: Iterable[Due], now: int) -> tuple[Due, ...]:
    """Those that are to be reviewed now, the longest overdue first."""
    rows = [each for each in schedules if each.next_review_at <= now]
    return tuple(sorted(rows, key=lambda each: (each.next_review_at, each.concept)))


class Reviews:
    """The reviews of one student, kept while attempts come one by one, in any order; each attempt comes once.

    What it says equals `schedule` over all of the attempts; only concepts that were played since are worked out anew.
    """

    def __init__(self, attempts: Iterable[StudentAttempt] = ()) -> None:
        self._rows: dict[str, list[tuple[int, str, int, int]]] = {}
        self._known: dict[str, Due] = {}
        self._games: dict[str, tuple[int, str]] = {}
        for attempt in attempts:
            self.add(attempt)

    def add(self, attempt: StudentAttempt) -> None:
        """One more attempt."""
        for concept, (right, of) in attempt.session_data.concepts.items():
            if of:
                self._rows.setdefault(concept, []).append((attempt.created_at, attempt.id, right, of))
                self._known.pop(concept, None)
                played = (attempt.created_at, attempt.game_id)
                self._games[concept] = max(played, self._games.get(concept, played))

    def schedule(self, now: int | None = None) -> dict[str, Due]:
        """The next review of each concept that was played; `now` as for the function of this name."""
        for concept in self._rows.keys() - self._known.keys():
            self._known[concept] = _due(concept, sorted(self._rows[concept]))
        told = dict(sorted(self._known.items()))
        if now is not None:
            ahead = [concept for concept, each in told.items() if each.last_played_at > now + AHEAD]
            told.update({concept: _due(concept, sorted(self._rows[concept]), now) for concept in ahead})
        return told

    def due(self, now: int) -> tuple[Due, ...]:
        """What to review now, the longest overdue first."""
        return due_of(self.schedule(now).values(), now)

    def last_game(self, concept: str) -> str | None:
        """The game in which a concept was played last."""
        found = self._games.get(concept)
        return None if found is None else found[1]


def rating(right: int, of: int) -> Rating:
    """What a sitting with so many right answers means to the scheduler."""
    share = 100 * right // of
    if share < HARD:
        return Rating.Again
    if share < GOOD:
        return Rating.Hard
    return Rating.Good if share < EASY else Rating.Easy


def _due(concept: str, rows: list[tuple[int, str, int, int]], now: int | None = None) -> Due:
    if now is not None:
        rows = [row for row in rows if row[0] <= now + AHEAD]
    if not rows:
        return Due(concept=concept, next_review_at=now or 0, last_played_at=now or 0, sittings=0)
    card = Card(card_id=0, due=_moment(rows[0][0]))
    sittings = _sittings(rows)
    for at, right, of in sittings:
        card, _ = _scheduler().review_card(card, rating(right, of), _moment(at))
    return Due(
        concept=concept,
        next_review_at=_micros(card.due),
        last_played_at=rows[-1][0],
        sittings=len(sittings),
    )


def _sittings(rows: list[tuple[int, str, int, int]]) -> list[tuple[int, int, int]]:
    """(when it ended, right, of) of each sitting, in order of time."""
    sittings: list[tuple[int, int, int]] = []
    for at, _, right, of in rows:
        together = sittings and at - sittings[-1][0] <= SITTING
        _, before_right, before_of = sittings.pop() if together else (at, 0, 0)
        sittings.append((at, before_right + right, before_of + of))
    return sittings


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _moment(at: int) -> datetime:
    return _EPOCH + timedelta(microseconds=at)


def _micros(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(microseconds=1)
