"""What single badges look at: a student's attempts in small, added up so that the order of arrival does not matter.

Every figure only grows when an attempt is added (counts, sets, maxima), so a badge that is due stays due, and two
machines that know the same attempts have the same figures. Each attempt is added once: the caller holds them by id.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from domain.achievements import streaks
from domain.achievements.points import percent
from domain.records.progress import StudentAttempt

# The dimension that counts everything.
ALL: Final = "all"


class StageTags(msgspec.Struct, frozen=True, kw_only=True):
    """What the catalogue says about the stage that was played. `skill_roles` are role codes."""

    stage_id: str
    game_id: str
    stage_type: str = "play"
    category: str = ""
    mode: str = "visual"
    skill_roles: tuple[str, ...] = ()


class Tally(msgspec.Struct):
    """Attempts of one kind: how many were played, passed, without a mistake, and which stages and games were passed."""

    played: int = 0
    passed: int = 0
    perfect: int = 0
    stages: set[str] = msgspec.field(default_factory=set)
    games: set[str] = msgspec.field(default_factory=set)


class StageTally(msgspec.Struct):
    """One stage: the tries that did not pass, whether one passed, the best percent, and its lows and highs.

    `lows` are (at, percent) that no earlier try was as low as; `highs` are those that no later try was as high as. The
    largest climb from an earlier try to a later one lies between the two, and both have at most 101 entries.
    """

    missed: int = 0
    passed: bool = False
    best: int = 0
    lows: list[tuple[int, int]] = msgspec.field(default_factory=list)
    highs: list[tuple[int, int]] = msgspec.field(default_factory=list)

    def add(self, at: int, score: int, passed: bool) -> None:
        """One more try."""
        self.missed += not passed
        self.passed |= passed
        self.best = max(self.best, score)
        self.lows = _staircase([*self.lows, (at, score)], forward=True)
        self.highs = _staircase([*self.highs, (at, score)], forward=False)

    def climb(self) -> int:
        """The most percent points between a try and a later one."""
        return max((high - low for at, low in self.lows for later, high in self.highs if later > at), default=0)


def _staircase(tries: list[tuple[int, int]], *, forward: bool) -> list[tuple[int, int]]:
    """Tries by time of which each is lower than all before (`forward`), or higher than all after."""
    kept: list[tuple[int, int]] = []
    sign = 1 if forward else -1
    for at, score in sorted(tries, key=lambda t: (sign * t[0], sign * t[1])):
        if not kept or sign * score < sign * kept[-1][1]:
            kept.append((at, score))
    return sorted(kept)


class StudentFacts(msgspec.Struct):
    """A student in figures. The second half is what other rooms know and hand in; it is never added up here."""

    tallies: dict[str, Tally] = msgspec.field(default_factory=dict)
    stages: dict[str, StageTally] = msgspec.field(default_factory=dict)
    # How many stages have each best percent, 0 to 100.
    bests: list[int] = msgspec.field(default_factory=lambda: [0] * 101)
    concepts: dict[str, int] = msgspec.field(default_factory=dict)
    categories: set[str] = msgspec.field(default_factory=set)
    days: set[int] = msgspec.field(default_factory=set)
    weeks: set[int] = msgspec.field(default_factory=set)
    duration_ms: int = 0
    longest_ms: int = 0
    highest_level: int = 0
    longest_days: int = 0
    longest_weeks: int = 0
    climb: int = 0
    tries_overcome: int = 0

    assignments_done: int = 0
    assignments_on_time: int = 0
    sequences_done: int = 0
    concepts_mastered: int = 0
    people_celebrated: int = 0
    kind_words: int = 0
    engagements_by_hand: int = 0
    points: int = 0
    badges_held: int = 0
    collections_done: int = 0

    def add(self, attempt: StudentAttempt, tags: StageTags, rest_days: frozenset[str] = frozenset()) -> None:
        """One more attempt. `rest_days` are the holidays and rest passes that streaks step over.

        Raises streaks.NotADayError where `played_on` is no calendar day, and then nothing has changed.
        """
        streaks.ordinal(attempt.played_on)
        for name in _dimensions(attempt, tags):
            _count(self.tallies.setdefault(name, Tally()), attempt, tags)
        self._add_to_stage(attempt)
        for concept, (right, _of) in attempt.session_data.concepts.items():
            self.concepts[concept] = self.concepts.get(concept, 0) + right
        self._add_day(attempt.played_on, rest_days)
        self.duration_ms += attempt.duration_ms
        self.longest_ms = max(self.longest_ms, attempt.duration_ms)
        if attempt.passed:
            self.categories |= {tags.category} - {""}
            self.highest_level = max(self.highest_level, attempt.session_data.level)

    def _add_to_stage(self, attempt: StudentAttempt) -> None:
        known, stage = attempt.stage_id in self.stages, self.stages.setdefault(attempt.stage_id, StageTally())
        self.bests[stage.best] -= known
        stage.add(attempt.created_at, percent(attempt), attempt.passed)
        self.bests[stage.best] += 1
        self.climb = max(self.climb, stage.climb())
        if stage.passed:
            self.tries_overcome = max(self.tries_overcome, stage.missed)

    def _add_day(self, day: str, rest_days: frozenset[str]) -> None:
        number = streaks.ordinal(day)
        if number in self.days:
            return
        self.days.add(number)
        self.weeks.add(streaks.week(day))
        rest = streaks.days(rest_days)
        self.longest_days = max(self.longest_days, streaks.run_at(self.days, rest, number).length)
        run = streaks.run_at(self.weeks, streaks.rest_weeks(rest_days), streaks.week(day))
        self.longest_weeks = max(self.longest_weeks, run.length)


def _dimensions(attempt: StudentAttempt, tags: StageTags) -> tuple[str, ...]:
    """The tallies that an attempt counts in."""
    return (
        ALL,
        f"category:{tags.category}",
        f"mode:{tags.mode}",
        f"stage_type:{tags.stage_type}",
        f"play_type:{attempt.play_type.value}",
        *(f"skill_role:{role}" for role in sorted(set(tags.skill_roles))),
    )


def _count(tally: Tally, attempt: StudentAttempt, tags: StageTags) -> None:
    tally.played += 1
    tally.perfect += percent(attempt) == 100
    if attempt.passed:
        tally.passed += 1
        tally.stages.add(attempt.stage_id)
        tally.games.add(tags.game_id)


def facts_of(
    attempts: Iterable[tuple[StudentAttempt, StageTags]], rest_days: frozenset[str] = frozenset()
) -> StudentFacts:
    """The figures of some attempts, each counted once however often it comes."""
    facts = StudentFacts()
    for attempt, tags in {attempt.id: (attempt, tags) for attempt, tags in attempts}.values():
        facts.add(attempt, tags, rest_days)
    return facts
