"""The learning-progress kinds that can be shared."""

from __future__ import annotations

import itertools

from domain.achievements import learning_moments as moments
from domain.achievements.learning_moments import Finished
from domain.records.community import AchievementType


def test_each_kind_has_its_own_id_and_words() -> None:
    made = [
        moments.collection_complete("s", "rhythm", "Rhythm", 1),
        moments.sequence_complete("s", "SEQ-LIFE", "LIFE", 2),
        moments.skill_mastered("s", "staff.treble", "Treble clef", 3),
        moments.level_reached("s", "G-00001", "Note sprint", 3, 4),
        moments.level_reached("s", "G-00001", "Note sprint", 4, 5),
        *moments.assignment_moments("s", 2, 5, 6),
    ]
    assert len({moment.achievement_id for moment in made}) == len(made) == 7
    assert [moment.title.english() for moment in made] == [
        "The whole collection: Rhythm",
        "Finished the sequence LIFE",
        "Mastered: Treble clef",
        "Level 3 in Note sprint",
        "Level 4 in Note sprint",
        "3 assignments in a row on time",
        "5 assignments in a row on time",
    ]
    assert {moment.achievement_type for moment in made} >= {
        AchievementType.SKILL_MASTERY,
        AchievementType.SEQUENCE_MILESTONE,
        AchievementType.LEVEL_ADVANCEMENT,
        AchievementType.ASSIGNMENT_STREAK,
    }
    assert moments.collection_complete("s", "rhythm", "Ritmo", 9).achievement_id == made[0].achievement_id


def finished(number: int, due: int, done: int | None) -> Finished:
    return Finished(assignment_id=f"a{number}", due_at=due, completed_at=done)


def test_assignments_on_time_in_a_row() -> None:
    made = [finished(1, 10, 5), finished(2, 20, 25), finished(3, 30, 30), finished(4, 40, 33), finished(5, 90, None)]
    for order in itertools.permutations(made):
        assert moments.on_time_in_a_row(order, now=50) == 2
    assert moments.on_time_in_a_row(made, now=95) == 0
    assert moments.on_time_in_a_row([], now=1) == 0
