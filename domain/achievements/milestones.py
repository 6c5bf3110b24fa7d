"""What is worth a word beside badges: points milestones, streaks, personal bests, perfect scores, good weeks.

A `Moment` can be shared; its id is derived, so the same moment on two machines is one thing to share.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from domain.achievements import points, streaks
from domain.achievements.points import percent
from domain.music.say import Say, say
from domain.records.achievements import PointsEntry, PointsReason
from domain.records.community import AchievementType
from domain.records.ids import derived_id
from domain.records.progress import PlayType, StudentAttempt

# The spec's three, then growing steps; after the last every further 50,000.
POINTS_MILESTONES: Final[tuple[int, ...]] = (1_000, 5_000, 10_000, 25_000, 50_000)
_FURTHER: Final = 50_000


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """Something to celebrate and, if its student likes, to share. `title` is for the card."""

    achievement_type: AchievementType
    achievement_id: str
    title: Say
    at: int


def points_milestones(before: int, after: int) -> tuple[int, ...]:
    """The milestones between two totals, `before` not included."""
    further = range(2 * _FURTHER, after + 1, _FURTHER)
    return tuple(value for value in (*POINTS_MILESTONES, *further) if before < value <= after)


def next_points_milestone(total: int) -> int:
    """The milestone that comes next."""
    return next((v for v in POINTS_MILESTONES if v > total), (total // _FURTHER + 1) * _FURTHER)


def points_moments(student_id: str, before: int, after: int, at: int) -> tuple[Moment, ...]:
    """The points milestones that were crossed when the total went from `before` to `after`."""
    return tuple(
        Moment(
            achievement_type=AchievementType.POINTS_MILESTONE,
            achievement_id=derived_id("points_milestone", student_id, value),
            title=say("{points} points", points=value),
            at=at,
        )
        for value in points_milestones(before, after)
    )


def streak_moments(new_lines: Iterable[PointsEntry]) -> tuple[Moment, ...]:
    """The streak milestones among lines of the points log that were just written."""
    moments = []
    for line in new_lines:
        if line.reason is PointsReason.STREAK:
            kind, _, number = line.ref_type.rpartition("_")
            title = (
                say("{count} days of music in a row", count=int(number))
                if kind == points.DAYS
                else say("{count} weeks of music in a row", count=int(number))
            )
            moments.append(
                Moment(
                    achievement_type=AchievementType.STREAK_MILESTONE,
                    achievement_id=line.id,
                    title=title,
                    at=line.earned_at,
                )
            )
    return tuple(moments)


def personal_best(attempt: StudentAttempt, best_before: int | None) -> Moment | None:
    """A score above the best before (in points of the same stage), or None. A first try is no personal best."""
    if best_before is None or attempt.score <= best_before:
        return None
    challenge = attempt.play_type is PlayType.CHALLENGE
    return Moment(
        achievement_type=AchievementType.CHALLENGE_SCORE if challenge else AchievementType.PERSONAL_BEST,
        achievement_id=attempt.id,
        title=say("A new personal best: {percent} %", percent=percent(attempt)),
        at=attempt.created_at,
    )


def perfect_score(attempt: StudentAttempt) -> Moment | None:
    """Everything right, or None."""
    if percent(attempt) < 100:
        return None
    challenge = attempt.play_type is PlayType.CHALLENGE
    return Moment(
        achievement_type=AchievementType.CHALLENGE_SCORE if challenge else AchievementType.PERSONAL_BEST,
        achievement_id=attempt.id,
        title=say("Every answer right"),
        at=attempt.created_at,
    )


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """The points of one week or month. `name` is the Monday (`2026-03-02`) or the month (`2026-03`)."""

    name: str
    points: int
    days: int


def _periods(entries: Iterable[PointsEntry], *, by_week: bool) -> tuple[Period, ...]:
    found: dict[str, dict[str, PointsEntry]] = {}
    for entry in entries:
        monday = streaks.day_of(streaks.week(entry.earned_on) * 7 + 1)
        found.setdefault(monday if by_week else entry.earned_on[:7], {})[entry.id] = entry
    return tuple(
        Period(
            name=name,
            points=points.total(lines.values()),
            days=len({line.earned_on for line in lines.values()}),
        )
        for name, lines in sorted(found.items())
    )


def by_week(entries: Iterable[PointsEntry]) -> tuple[Period, ...]:
    """The points of each week, Monday to Sunday by the student's own days, oldest first."""
    return _periods(entries, by_week=True)


def by_month(entries: Iterable[PointsEntry]) -> tuple[Period, ...]:
    """The points of each month, oldest first."""
    return _periods(entries, by_week=False)


def best_period(periods: Iterable[Period]) -> Period | None:
    """The best week or month so far; of equal ones the latest."""
    return max(periods, key=lambda period: (period.points, period.name), default=None)
