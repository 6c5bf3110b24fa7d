"""Milestones, personal bests, and the points of weeks and months."""

from __future__ import annotations

import achievement_samples as people
from hypothesis import given
from hypothesis import strategies as st

from domain.achievements import milestones, points
from domain.records.achievements import PointsEntry
from domain.records.community import AchievementType
from domain.records.progress import PlayType


def lines(*scores: tuple[int, int]) -> list[PointsEntry]:
    """Lines of the log for (day, score)."""
    made = (points.for_attempt(people.attempt(n, offset=day, score=score)) for n, (day, score) in enumerate(scores))
    return [line for line in made if line is not None]


def test_the_milestones_of_the_spec_and_on() -> None:
    assert milestones.points_milestones(0, 10_000) == (1_000, 5_000, 10_000)
    assert milestones.points_milestones(999, 1_000) == (1_000,)
    assert milestones.points_milestones(1_000, 1_000) == ()
    assert milestones.points_milestones(90_000, 160_000) == (100_000, 150_000)
    assert [milestones.next_points_milestone(n) for n in (0, 1_000, 50_000, 100_000)] == [
        1_000,
        5_000,
        100_000,
        150_000,
    ]


@given(st.lists(st.integers(0, 30_000), max_size=20))
def test_a_milestone_is_told_once_however_the_points_come(steps: list[int]) -> None:
    told, total = [], 0
    for step in steps:
        told += milestones.points_milestones(total, total + step)
        total += step
    assert told == list(milestones.points_milestones(0, total))


def test_points_moments_have_ids_that_two_machines_share() -> None:
    one = milestones.points_moments(people.STUDENT, 900, 5_200, 7)
    assert [moment.title.english() for moment in one] == ["1000 points", "5000 points"]
    assert one[0].achievement_id == milestones.points_moments(people.STUDENT, 0, 1_000, 9)[0].achievement_id


def test_streak_moments() -> None:
    made = [
        points.for_streak(org_id="o", student_id="s", kind=kind, milestone=number, at=1, on=people.day(0))
        for kind, number in ((points.DAYS, 30), (points.WEEKS, 4))
    ]
    told = milestones.streak_moments([*made, *lines((0, 80))])
    assert [moment.title.english() for moment in told] == ["30 days of music in a row", "4 weeks of music in a row"]
    assert {moment.achievement_type for moment in told} == {AchievementType.STREAK_MILESTONE}


def test_personal_best() -> None:
    attempt = people.attempt(1, score=80)
    assert milestones.personal_best(attempt, None) is None
    assert milestones.personal_best(attempt, 80) is None
    best = milestones.personal_best(attempt, 79)
    assert best is not None
    assert best.achievement_type is AchievementType.PERSONAL_BEST
    in_challenge = milestones.personal_best(people.attempt(1, play_type=PlayType.CHALLENGE), 10)
    assert in_challenge is not None
    assert in_challenge.achievement_type is AchievementType.CHALLENGE_SCORE


def test_perfect_score() -> None:
    assert milestones.perfect_score(people.attempt(1, score=99)) is None
    assert milestones.perfect_score(people.attempt(1, score=100)) is not None
    challenge = milestones.perfect_score(people.attempt(1, score=100, play_type=PlayType.CHALLENGE))
    assert challenge is not None
    assert challenge.achievement_type is AchievementType.CHALLENGE_SCORE


def test_weeks_and_months_by_the_students_own_days() -> None:
    log = lines((0, 100), (0, 100), (6, 80), (7, 80), (40, 100))
    weeks = milestones.by_week([*log, *log])
    assert [(week.name, week.points, week.days) for week in weeks] == [
        ("2026-03-02", 53, 2),
        ("2026-03-09", 13, 1),
        ("2026-04-06", 20, 1),
    ]
    assert [(month.name, month.points) for month in milestones.by_month(log)] == [("2026-03", 66), ("2026-04", 20)]
    best = milestones.best_period(weeks)
    assert best is not None
    assert best.name == "2026-03-02"
    assert milestones.best_period(()) is None
