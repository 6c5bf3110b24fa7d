"""Moments of learning that can be shared: collections, sequences, mastered skills, levels, assignments on time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from domain.achievements.milestones import Moment
from domain.music.say import Say, say
from domain.records.community import AchievementType
from domain.records.ids import derived_id

# Assignments finished by their date, one after the other, that are worth a word.
ASSIGNMENT_MILESTONES: Final[tuple[int, ...]] = (3, 5, 10, 20)


class Finished(msgspec.Struct, frozen=True, kw_only=True):
    """An assignment with a date, and when it was completed (None: not yet). Times in microseconds UTC."""

    assignment_id: str
    due_at: int
    completed_at: int | None = None


def _moment(kind: AchievementType, student_id: str, ref: str, title: Say, at: int) -> Moment:
    return Moment(achievement_type=kind, achievement_id=derived_id(kind.value, student_id, ref), title=title, at=at)


def collection_complete(student_id: str, code: str, name: str, at: int) -> Moment:
    """Every badge of a collection is held."""
    title = say("The whole collection: {name}", name=name)
    return _moment(AchievementType.COLLECTION_COMPLETE, student_id, code, title, at)


def sequence_complete(student_id: str, sequence_id: str, name: str, at: int) -> Moment:
    """A whole sequence is finished."""
    title = say("Finished the sequence {name}", name=name)
    return _moment(AchievementType.SEQUENCE_MILESTONE, student_id, sequence_id, title, at)


def skill_mastered(student_id: str, concept: str, name: str, at: int) -> Moment:
    """A concept is mastered; `name` is the concept's for readers."""
    return _moment(AchievementType.SKILL_MASTERY, student_id, concept, say("Mastered: {name}", name=name), at)


def level_reached(student_id: str, game_id: str, game_name: str, level: int, at: int) -> Moment:
    """A new level of a game is passed."""
    title = say("Level {level} in {game}", level=level, game=game_name)
    return _moment(AchievementType.LEVEL_ADVANCEMENT, student_id, f"{game_id}:{level}", title, at)


def on_time_in_a_row(assignments: Iterable[Finished], now: int) -> int:
    """The length of the latest row of assignments that were completed by their date, in the order of the dates.

    What is not due yet does not end a row, and counts once it is complete.
    """
    row = 0
    for one in sorted(assignments, key=lambda a: (a.due_at, a.assignment_id)):
        if one.completed_at is not None and one.completed_at <= one.due_at:
            row += 1
        elif one.due_at < now:
            row = 0
    return row


def assignment_moments(student_id: str, before: int, after: int, at: int) -> tuple[Moment, ...]:
    """The milestones between two lengths of a row of assignments, `before` not included."""
    return tuple(
        _moment(
            AchievementType.ASSIGNMENT_STREAK,
            student_id,
            str(count),
            say("{count} assignments in a row on time", count=count),
            at,
        )
        for count in ASSIGNMENT_MILESTONES
        if before < count <= after
    )
