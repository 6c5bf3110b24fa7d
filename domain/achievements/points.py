"""The points log: what gives how many points. The total is the sum of the log, always.

| for | points |
| --- | --- |
| an attempt | up to 10 by its score, 5 more when passed, 5 more when nothing was missed |
| a challenge | twice that |
| a badge | its value; a grow badge its value times the level |
| a day streak | 7 days 50, 30 days 200, 100 days and every further hundred 1,000; each once for good |
| lesson weeks | 4 weeks 40, 12 weeks 150, 36 weeks 500; each once for good |

A milestone counts once in a lifetime: nobody gains by breaking a streak, and the day it is found out does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from domain.achievements.streaks import DAY_MILESTONES, WEEK_MILESTONES
from domain.records.achievements import Badge, BadgeAward, BadgeKind, PointsEntry, PointsReason
from domain.records.ids import derived_id
from domain.records.progress import PlayType, StudentAttempt

BY_SCORE, FOR_PASSING, FOR_ALL_RIGHT, CHALLENGE_FACTOR = 10, 5, 5, 2
DAY_STREAK_POINTS: Final[dict[int, int]] = dict(zip(DAY_MILESTONES, (50, 200, 1_000), strict=True))
WEEK_STREAK_POINTS: Final[dict[int, int]] = dict(zip(WEEK_MILESTONES, (40, 150, 500), strict=True))
DAYS, WEEKS = "day_streak", "lesson_weeks"


def percent(attempt: StudentAttempt) -> int:
    """The score in whole percent of what was possible, 0 to 100, rounded down."""
    if attempt.max_possible_score <= 0:
        return 0
    return max(0, min(100, 100 * attempt.score // attempt.max_possible_score))


def entry_id(student_id: str, reason: PointsReason, ref_type: str, ref_id: str) -> str:
    """The id that makes a line of the log count once."""
    return derived_id("points_entry", student_id, reason.value, ref_type, ref_id)


def _entry(
    *, org_id: str, student_id: str, points: int, reason: PointsReason, ref: tuple[str, str], at: int, on: str
) -> PointsEntry:
    return PointsEntry(
        org_id=org_id,
        id=entry_id(student_id, reason, *ref),
        student_id=student_id,
        points=points,
        reason=reason,
        ref_type=ref[0],
        ref_id=ref[1],
        earned_at=at,
        earned_on=on,
    )


def attempt_points(attempt: StudentAttempt) -> int:
    """What an attempt gives: a function of the attempt alone, so its line is the same whatever else is known."""
    share = percent(attempt)
    points = BY_SCORE * share // 100 + FOR_PASSING * attempt.passed + FOR_ALL_RIGHT * (share == 100)
    return points * (CHALLENGE_FACTOR if attempt.play_type is PlayType.CHALLENGE else 1)


def for_attempt(attempt: StudentAttempt) -> PointsEntry | None:
    """The line for an attempt, or None where it gives nothing."""
    points = attempt_points(attempt)
    if points == 0:
        return None
    challenge = attempt.play_type is PlayType.CHALLENGE
    return _entry(
        org_id=attempt.org_id,
        student_id=attempt.student_id,
        points=points,
        reason=PointsReason.CHALLENGE if challenge else PointsReason.GAME_COMPLETE,
        ref=("student_attempt", attempt.id),
        at=attempt.created_at,
        on=attempt.played_on,
    )


def for_award(award: BadgeAward, badge: Badge, on: str) -> PointsEntry | None:
    """The line for a badge or one of its levels; `on` is the student's calendar day. None where it has no value."""
    points = badge.points_value * (award.level if badge.badge_kind is BadgeKind.GROW else 1)
    if points == 0:
        return None
    return _entry(
        org_id=award.org_id,
        student_id=award.user_id,
        points=points,
        reason=PointsReason.BADGE_EARNED,
        ref=("badge_award", award.id),
        at=award.crossed_at,
        on=on,
    )


def for_streak(*, org_id: str, student_id: str, kind: str, milestone: int, at: int, on: str) -> PointsEntry:
    """The line for a milestone of days or lesson weeks (`kind` is DAYS or WEEKS), once in a lifetime.

    Raises KeyError for a number of weeks that is no milestone.
    """
    points = DAY_STREAK_POINTS.get(milestone, 1_000) if kind == DAYS else WEEK_STREAK_POINTS[milestone]
    return _entry(
        org_id=org_id,
        student_id=student_id,
        points=points,
        reason=PointsReason.STREAK,
        ref=(f"{kind}_{milestone}", student_id),
        at=at,
        on=on,
    )


def total(entries: Iterable[PointsEntry]) -> int:
    """The sum of the log, each line once, in any order."""
    return sum({entry.id: entry.points for entry in entries}.values())
