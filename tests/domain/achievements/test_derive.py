"""The one entry: whatever the order and the repeats, both ends make the same rows and the same total."""

from __future__ import annotations

from typing import Any

import achievement_samples as people
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.achievements import points
from domain.achievements.derive import Derived, History, derive, is_verified, judged
from domain.achievements.facts import facts_of
from domain.records.achievements import (
    Badge,
    BadgeAward,
    BadgeKind,
    BadgeStatus,
    PointsEntry,
    PointsReason,
    RoleEngagement,
)
from domain.records.progress import AttemptVerdict, PlayType, StudentAttempt, VerdictOfCentre

NOW = people.at(500)


def single_badge(code: str, at_least: int, **criteria: str | int) -> Badge:
    return Badge(
        org_id=people.ORG,
        id=f"badge-{code}",
        badge_code=code,
        badge_kind=BadgeKind.SINGLE,
        name=code,
        status=BadgeStatus.RELEASED,
        points_value=30,
        criteria={**criteria, "at_least": at_least},
    )


BADGES = (
    msgspec.structs.replace(people.grow_badge(), points_value=20),
    single_badge("ten", 10, measure="played"),
    single_badge("climber", 40, measure="climb"),
    single_badge("week", 7, measure="day_streak"),
    single_badge("kept_on", 3, measure="tries_overcome"),
    single_badge("right", 40, measure="concept_right", concept="C4"),
)


class Mirror:
    """What one end knows: rows by id, and the attempts it has."""

    def __init__(self, *, verified: bool | None, rest: frozenset[str] = frozenset()) -> None:
        self.attempts: dict[str, StudentAttempt] = {}
        self.points: dict[str, PointsEntry] = {}
        self.engagements: dict[str, RoleEngagement] = {}
        self.awards: dict[str, BadgeAward] = {}
        self.verified = verified
        self.rest = rest

    def take(self, attempt: StudentAttempt) -> Derived:
        self.attempts.setdefault(attempt.id, attempt)
        pairs = [(known, people.tags(known.stage_id)) for known in self.attempts.values()]
        history = History(
            facts=facts_of(pairs, self.rest),
            engagements=tuple(self.engagements.values()),
            held=frozenset(self.awards),
            rest_days=self.rest,
        )
        derived = derive(
            attempt,
            tags=people.tags(attempt.stage_id),
            history=history,
            roles=[people.role()],
            badges=BADGES,
            verified=self.verified,
            now=NOW,
        )
        for line in derived.points:
            self.points.setdefault(line.id, line)
        self.engagements |= {engagement.id: engagement for engagement in derived.engagements}
        for award in derived.awards:
            assert award.id not in self.awards
            self.awards[award.id] = award
        return derived

    def total(self) -> int:
        return points.total(self.points.values())

    def rows(self) -> Any:
        return (
            {(line.id, line.points, line.reason, line.ref_type, line.ref_id) for line in self.points.values()},
            self.engagements,
            set(self.awards),
        )


attempts = st.builds(
    lambda offset, stage, score, play_type, right: (offset, stage, score, play_type, right),
    st.integers(0, 12),
    st.sampled_from(["G-00001-quiz", "G-00002-play"]),
    st.integers(0, 100),
    st.sampled_from([PlayType.ASSIGNED, PlayType.CHALLENGE, PlayType.FREE_PLAY]),
    st.integers(0, 10),
)


def play(number: int, made: tuple[int, str, int, PlayType, int]) -> StudentAttempt:
    offset, stage, score, play_type, right = made
    return people.attempt(
        number,
        offset=offset,
        stage=stage,
        score=score,
        passed=score >= 60,
        play_type=play_type,
        concepts={"C4": (right, 10)},
    )


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_order_and_any_repeats_make_the_same_rows(data: st.DataObject) -> None:
    made = data.draw(st.lists(attempts, min_size=1, max_size=24))
    plays = [play(number, one) for number, one in enumerate(made)]
    rest = frozenset(people.day(offset) for offset in data.draw(st.sets(st.integers(0, 12), max_size=3)))
    order = data.draw(st.permutations(plays))
    repeats = data.draw(st.lists(st.sampled_from(plays), max_size=10))
    straight, shuffled = Mirror(verified=True, rest=rest), Mirror(verified=None, rest=rest)
    for attempt in plays:
        straight.take(attempt)
    for attempt in [*order, *repeats]:
        shuffled.take(attempt)
    assert straight.rows() == shuffled.rows()
    assert straight.total() == shuffled.total()


def test_a_week_of_music() -> None:
    mirror = Mirror(verified=True)
    for offset in range(7):
        mirror.take(people.attempt(offset, offset=offset, score=100))
    assert len(mirror.engagements) == 7
    assert {(award.badge_id, award.level) for award in mirror.awards.values()} == {
        (BADGES[0].id, 1),
        (BADGES[0].id, 2),
        ("badge-week", 1),
    }
    # Seven perfect attempts, levels I and II of a badge worth 20, a single badge worth 30, seven days in a row.
    assert mirror.total() == 7 * 20 + 20 + 40 + 30 + 50


def test_a_late_attempt_that_closes_a_gap_dates_the_milestone_on_the_day_that_reached_it() -> None:
    mirror = Mirror(verified=True)
    for offset in (0, 1, 2, 4, 5, 6, 7):
        mirror.take(people.attempt(offset, offset=offset))
    assert not [line for line in mirror.points.values() if line.reason is PointsReason.STREAK]
    mirror.take(people.attempt(3, offset=3))
    (line,) = [line for line in mirror.points.values() if line.reason is PointsReason.STREAK]
    assert (line.points, line.earned_on) == (50, people.day(6))


def test_a_badge_without_points_writes_no_line() -> None:
    award = BadgeAward(org_id="o", id="a", user_id="s", badge_id="b", level=1, crossed_at=1, awarded_at=1)
    assert points.for_award(award, msgspec.structs.replace(BADGES[0], points_value=0), people.day(0)) is None


def test_a_badge_of_a_newer_catalogue_waits_for_an_update() -> None:
    future = single_badge("future", 1, measure="from_the_future")
    derived = derive(
        people.attempt(1),
        tags=people.tags(),
        history=History(facts=facts_of([(people.attempt(1), people.tags())])),
        roles=[],
        badges=[future],
        verified=True,
        now=NOW,
    )
    assert derived.awards == ()


def test_the_client_shows_at_once_what_the_centre_makes_once_it_has_judged() -> None:
    client, centre = Mirror(verified=None), Mirror(verified=True)
    attempt = people.attempt(1)
    assert client.take(attempt) == centre.take(attempt)


def test_an_attempt_that_is_not_verified_gives_points_and_no_engagement() -> None:
    mirror = Mirror(verified=False)
    derived = mirror.take(people.attempt(1))
    assert derived.points
    assert derived.engagements == ()
    assert derived.awards == ()


def test_a_late_earlier_attempt_of_the_day_takes_the_engagement_over() -> None:
    mirror = Mirror(verified=True)
    mirror.take(people.attempt(5))
    derived = mirror.take(people.attempt(2))
    assert [engagement.ref_id for engagement in derived.engagements] == ["attempt-2"]
    assert mirror.take(people.attempt(5)).engagements == ()
    assert len(mirror.awards) == 1


def test_points_of_one_attempt_do_not_depend_on_anything_else() -> None:
    assert points.attempt_points(people.attempt(1, score=0, passed=False)) == 0
    assert points.for_attempt(people.attempt(1, score=0, passed=False)) is None
    assert points.attempt_points(people.attempt(1, score=59, passed=False)) == 5
    assert points.attempt_points(people.attempt(1, score=80)) == 13
    assert points.attempt_points(people.attempt(1, score=100)) == 20
    assert points.attempt_points(people.attempt(1, score=100, play_type=PlayType.CHALLENGE)) == 40


@pytest.mark.parametrize(("score", "most"), [(5, 0), (-3, 10), (300, 100)])
def test_impossible_scores_stay_in_bounds(score: int, most: int) -> None:
    odd = msgspec.structs.replace(people.attempt(1), score=score, max_possible_score=most)
    assert 0 <= points.percent(odd) <= 100


def test_where_the_centre_disagrees_its_score_counts() -> None:
    attempt = people.attempt(1, score=100)
    verdict = AttemptVerdict(
        org_id=people.ORG,
        id=attempt.id,
        student_id=people.STUDENT,
        verdict=VerdictOfCentre.MISMATCH,
        score=40,
        passed=False,
        judge_version=1,
        judged_at=NOW,
    )
    assert (judged(attempt, verdict).score, judged(attempt, verdict).passed) == (40, False)
    assert is_verified(verdict) is False
    for other, expected in ((VerdictOfCentre.VERIFIED, True), (VerdictOfCentre.PENDING, None)):
        agreed = msgspec.structs.replace(verdict, verdict=other)
        assert judged(attempt, agreed) == attempt
        assert is_verified(agreed) is expected
    assert judged(attempt, None) == attempt
    assert is_verified(None) is None


@pytest.mark.parametrize("kind", [VerdictOfCentre.IMPLAUSIBLE, VerdictOfCentre.UNVERIFIABLE])
def test_a_day_to_come_counts_as_the_day_on_which_the_centre_heard_of_it(kind: VerdictOfCentre) -> None:
    attempt = people.attempt(1, score=100)
    heard = people.at(20)
    verdict = AttemptVerdict(
        org_id=people.ORG, id=attempt.id, student_id=people.STUDENT, verdict=kind, score=100, passed=True,
        judge_version=1, judged_at=heard,
    )  # fmt: skip
    for offset, counts in ((0, people.day(0)), (22, people.day(22)), (60, people.day(20))):
        played = msgspec.structs.replace(attempt, played_on=people.day(offset))
        assert judged(played, verdict).played_on == counts
    nowhere = msgspec.structs.replace(attempt, played_on="tomorrow")
    assert judged(nowhere, verdict).played_on == "tomorrow"
