"""The nightly recompute finds nothing where nothing is wrong, and everything that is missing."""

from __future__ import annotations

import achievement_samples as people
import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.achievements.derive import Derived, waits_because
from domain.achievements.recompute import Found, compared, rebuilt
from domain.records.progress import AttemptVerdict, StudentAttempt, VerdictOfCentre

BADGES = (msgspec.structs.replace(people.grow_badge(), points_value=20),)


def verdict(attempt: StudentAttempt, found: VerdictOfCentre = VerdictOfCentre.VERIFIED) -> AttemptVerdict:
    return AttemptVerdict(
        org_id=people.ORG,
        id=attempt.id,
        student_id=people.STUDENT,
        verdict=found,
        score=50,
        passed=False,
        judge_version=1,
        judged_at=people.at(500),
    )


def rows(attempts: list[StudentAttempt], found: VerdictOfCentre = VerdictOfCentre.VERIFIED) -> Derived:
    return rebuilt(
        [(attempt, verdict(attempt, found)) for attempt in attempts],
        tags_of=lambda attempt: people.tags(attempt.stage_id),
        roles=[people.role()],
        badges=BADGES,
        now=people.at(99),
    )


def against(rebuilt_rows: Derived, stored: Derived) -> Found:
    return compared(rebuilt_rows, points=stored.points, engagements=stored.engagements, awards=stored.awards)


@settings(deadline=None)
@given(st.permutations(range(12)))
def test_the_order_of_the_attempts_does_not_matter(order: list[int]) -> None:
    plays = [people.attempt(n, offset=n) for n in range(12)]
    straight = rows(plays)
    assert rows([plays[n] for n in order] + plays[:3]) == straight
    assert against(straight, straight).nothing
    assert {award.level for award in straight.awards} == {1, 2}


def test_what_is_missing_and_what_is_of_another_height_is_found() -> None:
    made = rows([people.attempt(n, offset=n) for n in range(7)])
    wrong = msgspec.structs.replace(made.points[0], points=999)
    found = against(made, msgspec.structs.replace(made, points=(wrong, *made.points[2:]), awards=made.awards[1:]))
    assert found.missing.points == made.points[1:2]
    assert found.missing.awards == made.awards[:1]
    assert found.other_points == made.points[:1]
    assert not found.nothing


def test_more_than_was_rebuilt_is_fine() -> None:
    made = rows([people.attempt(n, offset=n) for n in range(7)])
    assert against(rows([people.attempt(0)]), made).nothing


def test_where_the_centre_disagreed_its_result_counts_and_nothing_grows() -> None:
    made = rows([people.attempt(1, score=100)], VerdictOfCentre.MISMATCH)
    assert [line.points for line in made.points] == [5]
    assert made.engagements == ()
    assert made.awards == ()


def test_what_waits_says_why_and_never_blames() -> None:
    attempt = people.attempt(1)
    assert waits_because(verdict(attempt)) is None
    for found in (VerdictOfCentre.MISMATCH, VerdictOfCentre.IMPLAUSIBLE, VerdictOfCentre.UNVERIFIABLE):
        why = waits_because(verdict(attempt, found))
        assert why is not None
        assert why.english() == "Your teacher will listen to this one"
    waiting = waits_because(None)
    assert waiting is not None
    assert waiting == waits_because(verdict(attempt, VerdictOfCentre.PENDING))
