"""Everything of a student that can be shared beside badges: made anew from what is known, on both ends.

The client offers it; the centre asks the same lines whether something that was shared was truly achieved, and how it is
called: nobody writes a title of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import msgspec

from domain.achievements import learning_moments, milestones
from domain.achievements.milestones import Moment
from domain.achievements.other_rooms import Given, finished, held_badges, sequences_done
from domain.achievements.single import collections_done
from domain.records.achievements import AwardRevocation, Badge, BadgeAward, PointsEntry
from domain.records.community import AchievementType
from domain.records.progress import StudentAttempt

# The first level that is worth a word: everybody begins at 1.
_FIRST_LEVEL: Final = 2


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """What a student's moments are made from. `attempts` as they count; `mastered` has the time by concept."""

    student_id: str
    attempts: tuple[StudentAttempt, ...] = ()
    lines: tuple[PointsEntry, ...] = ()
    awards: tuple[BadgeAward, ...] = ()
    revocations: tuple[AwardRevocation, ...] = ()
    badges: tuple[Badge, ...] = ()
    given: tuple[Given, ...] = ()
    mastered: Mapping[str, int] = {}


def moments_of(story: Story, game_name: Callable[[str], str]) -> tuple[Moment, ...]:
    """Every moment of a student, the newest first. The order of what is known does not matter, nor do repeats."""
    found = (
        *_points(story),
        *milestones.streak_moments(story.lines),
        *_of_attempts(story, game_name),
        *_collections(story),
        *_of_learning(story),
    )
    once = {(moment.achievement_type, moment.achievement_id): moment for moment in found}
    return tuple(sorted(once.values(), key=lambda m: (-m.at, m.achievement_id)))


def _points(story: Story) -> list[Moment]:
    total = 0
    told: list[Moment] = []
    lines = {line.id: line for line in story.lines}.values()
    for line in sorted(lines, key=lambda each: (each.earned_at, each.id)):
        told += milestones.points_moments(story.student_id, total, total + line.points, line.earned_at)
        total += line.points
    return told


def _of_attempts(story: Story, game_name: Callable[[str], str]) -> list[Moment]:
    best: dict[str, int] = {}
    levels: dict[str, int] = {}
    told: list[Moment | None] = []
    attempts = {attempt.id: attempt for attempt in story.attempts}.values()
    for attempt in sorted(attempts, key=lambda each: (each.created_at, each.id)):
        told += [milestones.personal_best(attempt, best.get(attempt.stage_id)), milestones.perfect_score(attempt)]
        best[attempt.stage_id] = max(attempt.score, best.get(attempt.stage_id, 0))
        level = attempt.session_data.level
        if attempt.passed and level > levels.get(attempt.game_id, _FIRST_LEVEL - 1):
            levels[attempt.game_id] = level
            name = game_name(attempt.game_id)
            told.append(
                learning_moments.level_reached(story.student_id, attempt.game_id, name, level, attempt.created_at)
            )
    return [moment for moment in told if moment is not None]


def _collections(story: Story) -> list[Moment]:
    names = collections_done(story.badges, held_badges(story.awards, story.revocations))
    of = {badge.id: badge.collection for badge in story.badges}
    return [
        learning_moments.collection_complete(
            story.student_id, name, name, max(a.crossed_at for a in story.awards if of.get(a.badge_id) == name)
        )
        for name in names
    ]


def _of_learning(story: Story) -> list[Moment]:
    told = [
        learning_moments.sequence_complete(story.student_id, sequence_id, name, at)
        for sequence_id, (name, at) in sequences_done(story.given).items()
    ]
    told += [
        learning_moments.skill_mastered(story.student_id, concept, concept.replace("_", " "), at)
        for concept, at in story.mastered.items()
    ]
    return told + _rows_on_time(story)


def _rows_on_time(story: Story) -> list[Moment]:
    """The row grows with each assignment that came in time; the moment is when its last one was completed."""
    told: list[Moment] = []
    dated = sorted(finished(story.given), key=lambda one: (one.due_at, one.assignment_id))
    row = 0
    for one in dated:
        in_time = one.completed_at is not None and one.completed_at <= one.due_at
        before, row = row, row + 1 if in_time else 0
        if one.completed_at is not None and in_time:
            told += learning_moments.assignment_moments(story.student_id, before, row, one.completed_at)
    return told


def moment_of(
    story: Story, achievement_type: AchievementType, achievement_id: str, game_name: Callable[[str], str]
) -> Moment | None:
    """The moment that a share is about, or None where the student has not had it."""
    wanted = (achievement_type, achievement_id)
    return next((m for m in moments_of(story, game_name) if (m.achievement_type, m.achievement_id) == wanted), None)
