"""Role engagements: at most one per stage and day."""

from __future__ import annotations

import achievement_samples as people
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.achievements.engagements import engagements_of, joined, recorded_by_hand, revoked
from domain.records.progress import PlayType


def test_a_passed_assigned_step_counts_for_each_approved_role_of_the_stage() -> None:
    roles = [people.role("pianist"), people.role("sight_reader"), people.role("singer", "proposed")]
    found = engagements_of(people.attempt(1), ("pianist", "sight_reader", "singer", "unknown"), roles)
    assert [e.skill_role_id for e in found] == ["role-pianist", "role-sight_reader"]


@pytest.mark.parametrize("play_type", [PlayType.FREE_PLAY, PlayType.REVIEW])
def test_free_play_and_review_do_not_count(play_type: PlayType) -> None:
    assert engagements_of(people.attempt(1, play_type=play_type), ("pianist",), [people.role()]) == ()


def test_what_was_not_passed_does_not_count() -> None:
    for play_type in (PlayType.ASSIGNED, PlayType.CHALLENGE):
        missed = people.attempt(1, passed=False, play_type=play_type)
        assert engagements_of(missed, ("pianist",), [people.role()]) == ()


def test_a_challenge_counts() -> None:
    (found,) = engagements_of(people.attempt(1, play_type=PlayType.CHALLENGE), ("pianist",), [people.role()])
    assert found.source == "challenge"


def test_one_per_stage_and_day() -> None:
    def ids(number: int, offset: int, stage: str) -> str:
        attempt = people.attempt(number, offset=offset, stage=stage)
        return engagements_of(attempt, ("pianist",), [people.role()])[0].id

    assert ids(1, 0, "G-00001-quiz") == ids(2, 0, "G-00001-quiz")
    assert len({ids(1, 0, "G-00001-quiz"), ids(1, 1, "G-00001-quiz"), ids(1, 0, "G-00002-quiz")}) == 3


@given(st.permutations([1, 2, 3]), st.sets(st.integers(1, 3)))
def test_joining_is_the_same_in_any_order(order: list[int], taken_back: set[int]) -> None:
    def row(number: int) -> object:
        (found,) = engagements_of(people.attempt(number), ("pianist",), [people.role()])
        return revoked(found, f"because {number}") if number in taken_back else found

    rows = {number: row(number) for number in (1, 2, 3)}
    one, two, three = (rows[number] for number in order)
    result = joined(joined(one, two), three)  # type: ignore[arg-type]
    assert result == joined(joined(rows[1], rows[2]), rows[3])  # type: ignore[arg-type]
    assert result.is_recognized == (not taken_back)


def test_a_teacher_records_one_by_hand_and_revokes_with_a_reason() -> None:
    made = recorded_by_hand(
        org_id=people.ORG,
        user_id=people.STUDENT,
        skill_role_id="role-pianist",
        teacher_id="t",
        day=people.day(0),
        note="played at assembly",
        at=people.at(0),
    )
    assert made.is_recognized
    gone = revoked(made, "another child")
    assert (gone.is_recognized, gone.revoked_reason) == (False, "another child")
    with pytest.raises(ValueError, match="reason"):
        revoked(made, "")
