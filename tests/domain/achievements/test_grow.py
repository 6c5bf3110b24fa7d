"""Grow badges. Tests that begin with `plan` are a line of the badge plan's testing checklist."""

from __future__ import annotations

import achievement_samples as people
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.achievements import grow
from domain.records.achievements import AwardRevocation, BadgeAward, BadgeKind, BadgeStatus

NOW = people.at(400)


def levels(awards: tuple[BadgeAward, ...]) -> list[int]:
    return [award.level for award in awards]


def test_plan_badge_created_automatically_when_role_approved() -> None:
    badge = grow.badge_for(people.role(), ())
    assert badge is not None
    assert badge.badge_kind is BadgeKind.GROW
    assert badge.skill_role_id == people.role().id
    assert badge.status is BadgeStatus.PENDING_ICON
    assert badge.description
    assert grow.badge_for(people.role(status="proposed"), ()) is None
    assert grow.badge_for(people.role(status="retired"), ()) is None


def test_plan_badge_not_created_if_already_exists_for_role() -> None:
    badge = grow.badge_for(people.role(), ())
    assert badge is not None
    assert grow.badge_for(people.role(), (badge,)) is None
    renamed = msgspec.structs.replace(badge, id="made-by-hand")
    assert grow.badge_for(people.role(), (renamed,)) is None
    again = grow.badge_for(people.role(), ())
    assert again == badge


def test_plan_four_thresholds_created_with_correct_values() -> None:
    badge = people.grow_badge()
    assert [t.threshold_value for t in badge.thresholds] == [1, 5, 20, 50]
    assert [t.sort_order for t in badge.thresholds] == [1, 2, 3, 4]
    assert len({t.threshold_id for t in badge.thresholds}) == 4


def test_backfill_makes_what_is_missing_in_the_order_of_role_names_and_nothing_twice() -> None:
    roles = [people.role("z", name="Zither player"), people.role("a", name="Accompanist"), people.role("p", "proposed")]
    there = msgspec.structs.replace(people.grow_badge("pianist"), sort_order=7)
    made = grow.backfill([*roles, people.role()], (there,))
    assert [badge.name for badge in made] == ["Accompanist", "Zither player"]
    assert [badge.sort_order for badge in made] == [8, 9]
    assert grow.backfill(roles, (there, *made)) == ()


@pytest.mark.parametrize(
    ("count", "level"), [(0, 0), (1, 1), (4, 1), (5, 2), (19, 2), (20, 3), (49, 3), (50, 4), (51, 4), (1000, 4)]
)
def test_plan_badge_earning_logic_works(count: int, level: int) -> None:
    assert grow.level_for(count) == level
    due = grow.awards_due(
        people.grow_badge(), people.STUDENT, [people.engagement(n) for n in range(count)], held=(), now=NOW
    )
    assert levels(due) == list(range(1, level + 1))


@pytest.mark.parametrize(
    ("count", "expected"), [(0, (0, 1)), (1, (1, 5)), (5, (5, 20)), (49, (49, 50)), (70, (50, 50))]
)
def test_progress_to_the_next_level(count: int, expected: tuple[int, int]) -> None:
    assert grow.to_next(count) == expected


def test_plan_badge_progression_works_and_updates_current_threshold() -> None:
    badge = people.grow_badge()
    awards: list[BadgeAward] = []
    seen = []
    for count in range(1, 51):
        engagements = [people.engagement(n) for n in range(count)]
        held = {award.id for award in awards}
        awards += grow.awards_due(badge, people.STUDENT, engagements, held=held, now=NOW)
        standing = grow.earned(badge, people.STUDENT, awards)
        assert standing is not None
        assert standing.level == grow.level_for(count)
        seen.append(standing.current_threshold_id)
    assert list(dict.fromkeys(seen)) == [t.threshold_id for t in badge.thresholds]


def test_plan_badge_display_shows_correct_border() -> None:
    assert grow.BORDERS == (None, "#CD7F32", "#C0C0C0", "#FFD700")
    assert len(set(grow.NUMERALS)) == 4


def test_plan_badge_status_workflow() -> None:
    badge = grow.badge_for(people.role(), ())
    assert badge is not None
    with pytest.raises(grow.BadgeStatusError, match="needs an icon"):
        grow.release(badge)
    with_icon = grow.with_icon(badge, "icons/pianist.svg")
    assert with_icon.status is BadgeStatus.PENDING_ICON
    released = grow.release(with_icon)
    assert released.status is BadgeStatus.RELEASED
    assert grow.release(released) == released
    with pytest.raises(grow.BadgeStatusError, match="retired"):
        grow.release(grow.retire(released))


def test_nothing_is_earned_while_the_icon_is_missing_or_after_retirement() -> None:
    engagements = [people.engagement(n) for n in range(50)]
    for badge in (people.grow_badge(released=False), grow.retire(people.grow_badge())):
        assert grow.awards_due(badge, people.STUDENT, engagements, held=(), now=NOW) == ()


def test_retiring_takes_nothing_away() -> None:
    badge = people.grow_badge()
    awards = grow.awards_due(badge, people.STUDENT, [people.engagement(0)], held=(), now=NOW)
    standing = grow.earned(grow.retire(badge), people.STUDENT, awards)
    assert standing is not None
    assert standing.level == 1


def test_plan_badge_release_triggers_check_for_all_users() -> None:
    crowd = [people.engagement(n, user=user) for user, count in (("a", 5), ("b", 1), ("c", 20)) for n in range(count)]
    crowd.append(people.engagement(0, user="d", recognised=False))
    due = grow.awards_on_release(people.grow_badge(), crowd, held=(), now=NOW)
    assert [(award.user_id, award.level) for award in due] == [
        ("a", 1),
        ("a", 2),
        ("b", 1),
        ("c", 1),
        ("c", 2),
        ("c", 3),
    ]
    assert grow.awards_on_release(people.grow_badge(), crowd, held={award.id for award in due}, now=NOW + 1) == ()


def test_a_release_tells_the_true_dates() -> None:
    due = grow.awards_due(
        people.grow_badge(), people.STUDENT, [people.engagement(n) for n in range(20)], held=(), now=NOW
    )
    assert [award.crossed_at for award in due] == [people.at(0), people.at(4), people.at(19)]
    assert {award.awarded_at for award in due} == {NOW}
    assert [len(award.evidence) for award in due] == [1, 4, 15]


def test_a_revoked_engagement_lowers_the_level_with_a_reason_and_it_can_be_earned_again() -> None:
    badge = people.grow_badge()
    engagements = [people.engagement(n) for n in range(5)]
    awards = grow.awards_due(badge, people.STUDENT, engagements, held=(), now=NOW)
    four = engagements[:4]
    taken = grow.revocations_due(
        badge, people.STUDENT, four, awards=awards, revocations=(), reason="noted twice", revoked_by="t", now=NOW
    )
    assert [revocation.id for revocation in taken] == [awards[1].id]
    standing = grow.earned(badge, people.STUDENT, awards, taken)
    assert standing is not None
    assert standing.level == 1
    held = {award.id for award in awards}
    assert grow.awards_due(badge, people.STUDENT, four, held=held, revocations=taken, now=NOW) == ()
    again = grow.awards_due(badge, people.STUDENT, engagements, held=held, revocations=taken, now=NOW)
    assert levels(again) == [2]
    assert again[0].id not in held
    standing = grow.earned(badge, people.STUDENT, [*awards, *again], taken)
    assert standing is not None
    assert standing.level == 2


def test_a_level_is_never_taken_silently_nor_twice() -> None:
    badge = people.grow_badge()
    awards = grow.awards_due(badge, people.STUDENT, [people.engagement(0)], held=(), now=NOW)
    with pytest.raises(ValueError, match="reason"):
        grow.revocations_due(
            badge, people.STUDENT, [], awards=awards, revocations=(), reason=" ", revoked_by="t", now=NOW
        )
    gone = (AwardRevocation(org_id=people.ORG, id=awards[0].id, user_id="u", reason="r", revoked_at=1, revoked_by="t"),)
    assert not grow.revocations_due(
        badge, people.STUDENT, [], awards=awards, revocations=gone, reason="r", revoked_by="t", now=NOW
    )


@given(st.permutations(range(25)), st.integers(0, 24))
def test_order_and_repetition_of_engagements_change_nothing(order: list[int], repeated: int) -> None:
    badge = people.grow_badge()
    straight = grow.awards_due(badge, people.STUDENT, [people.engagement(n) for n in range(25)], held=(), now=NOW)
    shuffled = [people.engagement(n) for n in [*order, repeated]]
    assert grow.awards_due(badge, people.STUDENT, shuffled, held=(), now=NOW) == straight


def test_another_persons_and_another_roles_engagements_do_not_count() -> None:
    others = [people.engagement(n, user="other") for n in range(9)]
    foreign = [msgspec.structs.replace(people.engagement(n), skill_role_id="role-other") for n in range(9)]
    assert grow.awards_due(people.grow_badge(), people.STUDENT, others + foreign, held=(), now=NOW) == ()
