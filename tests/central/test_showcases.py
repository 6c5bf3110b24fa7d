"""Showcases at the centre: nobody learns from one of an achievement that is not shared with them. On both databases."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from small_school import School

from domain.community.appeals import appeal_id
from domain.community.moderation import digest
from domain.community.sharing import reaction_id
from domain.community.showcases import MOST_ITEMS, MOST_SHOWCASES
from domain.records.communication import Notification
from domain.records.community import (
    AchievementShare,
    Appeal,
    ClassPolicy,
    EngagementKind,
    GuardianLimit,
    ItemReport,
    ModerationAction,
    ModerationState,
    PublicProfile,
    Scope,
    Showcase,
    SocialEngagement,
)

PEOPLE = ("ada", "bo", "cy", "teacher", "other_teacher", "guardian")


def showcase(school: School, *items: str, **over: Any) -> Showcase:
    """One of Ada's, for the whole school."""
    made = Showcase(
        org_id=school.org_id,
        id=school.centre.fresh_id(),
        student_id=school.ada,
        title_phrase="proud",
        items=items,
        scope=Scope.SCHOOL,
        made_at=school.clock(),
    )
    return msgspec.structs.replace(made, **over)


def profile(school: School, scope: Scope = Scope.SCHOOL) -> PublicProfile:
    return PublicProfile(org_id=school.org_id, id=school.ada, display_name="", scope=scope)


def seen(school: School, made: Showcase) -> dict[str, tuple[str, ...]]:
    """Who has the showcase in their mirror, with the items that they know of."""
    found = {who: school.mirror(getattr(school, who)).rows(Showcase).get(made.id) for who in PEOPLE}
    return {who: row.items for who, row in found.items() if row is not None}


def decided(school: School, made: Showcase, action: str, **over: Any) -> ModerationAction:
    record = ModerationAction(
        org_id=school.org_id,
        id=school.centre.fresh_id(),
        target_type="showcase",
        target_id=made.id,
        actor_id=school.teacher,
        action=action,
        at=school.clock(),
    )
    return msgspec.structs.replace(record, **over)


def test_each_item_goes_as_far_as_its_share_and_no_further(school: School) -> None:
    wide, near, mine = (school.share(school.ada, scope) for scope in (Scope.SCHOOL, Scope.CLASS, Scope.PRIVATE))
    never = "of-something-that-was-never-shared"
    made = showcase(school, near.id, wide.id, mine.id, never)
    assert school.push(school.ada, profile(school), wide, near, mine, made) == ["ok"] * 5
    assert seen(school, made) == {
        "ada": (near.id, wide.id, mine.id, never),
        "guardian": (near.id, wide.id),
        "bo": (near.id, wide.id),
        "teacher": (near.id, wide.id),
        "cy": (wide.id,),
        "other_teacher": (wide.id,),
    }


def test_what_is_shared_later_comes_and_what_is_taken_back_goes(school: School) -> None:
    share = school.share(school.ada)
    made = showcase(school, share.id)
    school.push(school.ada, profile(school), made)
    assert seen(school, made)["bo"] == ()
    school.push(school.ada, share)
    assert seen(school, made)["bo"] == (share.id,)
    school.edit(school.ada, share, scope="family")
    assert (seen(school, made)["bo"], seen(school, made)["guardian"]) == ((), (share.id,))
    school.edit(school.ada, share, scope="class")
    assert seen(school, made)["bo"] == (share.id,)
    school.edit(school.ada, share, withdrawn=True)
    assert seen(school, made)["bo"] == ()
    assert seen(school, made)["ada"] == (share.id,)


def test_an_adults_limit_narrows_what_is_in_it_and_where_it_goes(school: School) -> None:
    share = school.share(school.ada, Scope.SCHOOL)
    made = showcase(school, share.id)
    school.push(school.ada, profile(school), share, made)
    assert "cy" in seen(school, made)
    limit = GuardianLimit(
        org_id=school.org_id, id="g", student_id=school.ada, guardian_id=school.guardian, scope=Scope.CLASS
    )
    school.push(school.guardian, limit)
    assert set(seen(school, made)) == {"ada", "bo", "teacher", "guardian"}
    school.push(school.teacher, ClassPolicy(org_id=school.org_id, id=school.class_id, allowed_types=()))
    assert seen(school, made)["bo"] == ()
    school.push(school.teacher, ClassPolicy(org_id=school.org_id, id=school.class_id, sharing_enabled=False))
    assert set(seen(school, made)) == {"ada", "guardian"}


def test_it_goes_no_further_than_the_profile_in_which_it_stands(school: School) -> None:
    share, face = school.share(school.ada, Scope.SCHOOL), profile(school, Scope.FAMILY)
    made = showcase(school, share.id)
    school.push(school.ada, share, made)
    assert set(seen(school, made)) == {"ada"}
    school.push(school.ada, face)
    assert set(seen(school, made)) == {"ada", "guardian"}
    school.edit(school.ada, face, scope="class")
    assert set(seen(school, made)) == {"ada", "guardian", "bo", "teacher"}
    assert school.edit(school.ada, made, scope="private") == "ok"
    assert set(seen(school, made)) == {"ada"}


def test_a_title_of_ones_own_waits_for_the_very_words(school: School) -> None:
    made = showcase(school, title_text="All my  Mondays")
    school.push(school.ada, profile(school), made)

    def titles() -> dict[str, str]:
        return {who: school.mirror(getattr(school, who)).rows(Showcase)[made.id].title_text for who in PEOPLE}

    assert {who for who, title in titles().items() if title} == {"ada", "guardian", "teacher", "other_teacher"}
    assert titles()["ada"] == "All my Mondays"
    read = decided(school, made, "approve", seen=ModerationState.PENDING, text_seen=digest("All my Mondays"))
    assert school.push(school.teacher, read) == ["ok"]
    assert set(titles().values()) == {"All my Mondays"}
    school.edit(school.ada, made, title_text="Something else")
    assert titles()["bo"] == ""
    school.edit(school.ada, made, title_text="All my Mondays")
    assert titles()["bo"] == "All my Mondays"


def test_a_hidden_one_leaves_mirrors_and_its_author_can_ask_again(school: School) -> None:
    made = showcase(school)
    school.push(school.ada, profile(school), made)
    report = ItemReport(
        org_id=school.org_id, id="r", target_type="showcase", target_id=made.id, reporter_id=school.bo,
        reason="unkind", at=school.clock(),
    )  # fmt: skip
    assert school.push(school.bo, report) == ["ok"]
    assert school.push(school.teacher, decided(school, made, "hide", reason="unkind")) == ["ok"]
    assert set(seen(school, made)) == {"ada", "teacher"}
    told = school.mirror(school.ada).rows(Notification).values()
    assert [n.action_url for n in told if n.notice == "hidden"] == [f"showcase:{made.id}"]
    asked = Appeal(
        org_id=school.org_id, id=appeal_id(school.ada, "showcase", made.id, "item"), target_type="showcase",
        target_id=made.id, author_id=school.ada, at=school.clock(),
    )  # fmt: skip
    assert school.push(school.ada, asked) == ["ok"]
    again = decided(school, made, "restore", actor_id=school.admin, seen=ModerationState.HIDDEN)
    assert school.push(school.admin, again) == ["ok"]
    assert "bo" in seen(school, made)
    assert school.mirror(school.ada).rows(Appeal)[asked.id].answer == "restored"


def test_urgent_words_in_a_title_or_a_profile_reach_the_teacher_at_once(school: School) -> None:
    made = showcase(school, title_text="I want to hurt myself")
    face = msgspec.structs.replace(profile(school), bio_text="I want to hurt myself")
    school.push(school.ada, face, made)
    told = school.mirror(school.teacher).rows(Notification).values()
    assert {n.action_url for n in told if n.notice == "urgent"} == {f"showcase:{made.id}", f"profile:{school.ada}"}


def test_a_block_empties_it_for_the_other(school: School) -> None:
    share = school.share(school.ada)
    made = showcase(school, share.id)
    school.push(school.ada, profile(school), share, made)
    assert seen(school, made)["bo"] == (share.id,)
    block = SocialEngagement(
        org_id=school.org_id, id=reaction_id(school.ada, EngagementKind.BLOCK, school.bo), actor_user_id=school.ada,
        target_type="user", target_id=school.bo, engagement=EngagementKind.BLOCK, at=school.clock(),
    )  # fmt: skip
    assert school.push(school.ada, block) == ["ok"]
    shown = school.mirror(school.bo).rows(Showcase)[made.id]
    assert (shown.items, shown.withdrawn) == ((), True)


def test_two_machines_change_different_things_and_the_later_order_stands(school: School) -> None:
    one, two = (school.share(school.ada, withdrawn=False) for _ in range(2))
    made = showcase(school, one.id, two.id)
    school.push(school.ada, profile(school), one, two, made)
    assert school.edit(school.ada, made, title_phrase="best") == "ok"
    assert school.edit(school.ada, made, items=[two.id, one.id]) == "ok"
    kept = school.mirror(school.ada).rows(Showcase)[made.id]
    assert (kept.title_phrase, kept.items, kept.scope) == ("best", (two.id, one.id), Scope.SCHOOL)


def test_nobody_else_makes_or_changes_one(school: School) -> None:
    made = showcase(school)
    for person in (school.bo, school.teacher, school.admin, school.guardian):
        [answer] = school.push(person, made)
        assert answer in ("not_yours", "not_allowed")
    school.push(school.ada, made)
    for person in (school.bo, school.teacher, school.admin, school.guardian):
        assert school.edit(person, made, scope="public") in ("not_yours", "not_allowed")


@pytest.mark.parametrize(
    "bad",
    [
        {"title_phrase": "no such title"},
        {"title_text": "x" * 61},
        {"items": tuple(f"i{number}" for number in range(MOST_ITEMS + 1))},
    ],
)
def test_what_can_not_stand_in_one_is_refused(school: School, bad: dict[str, Any]) -> None:
    assert school.push(school.ada, showcase(school, **bad)) == ["unfit"]


def test_there_is_room_for_so_many_and_one_taken_away_makes_room(school: School) -> None:
    many = [showcase(school) for _ in range(MOST_SHOWCASES)]
    assert school.push(school.ada, *many) == ["ok"] * MOST_SHOWCASES
    more = showcase(school)
    assert school.push(school.ada, more) == ["unfit"]
    assert school.edit(school.ada, many[0], withdrawn=True) == "ok"
    assert school.push(school.ada, more) == ["ok"]
    assert school.edit(school.ada, many[0], withdrawn=False) == "unfit"


def test_a_share_in_it_shows_as_the_share_does(school: School) -> None:
    share = school.share(school.ada)
    made = showcase(school, share.id)
    school.push(school.ada, profile(school), share, made)
    hidden = decided(school, made, "hide", target_type="share", target_id=share.id)
    assert school.push(school.teacher, hidden) == ["ok"]
    assert seen(school, made)["bo"] == ()
    assert share.id not in school.mirror(school.bo).rows(AchievementShare)
