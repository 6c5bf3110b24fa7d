"""Showcases over real mirrors and a real centre: made without contact, seen by each as far as each item goes."""

from __future__ import annotations

from typing import Any

import pytest
from together import Seat, Together

from app.store.appealing import closed_things
from app.store.moderating import decide, moderation_queue
from app.store.moments import points_page, post_moment
from app.store.outbox import sync_state
from app.store.problems import StoreProblem
from app.store.profiles import edit_profile, profile, profile_as
from app.store.recognising import recognise
from app.store.reporting import report_item
from app.store.sharing import post_share, withdraw_share
from app.store.showcase_readings import ShowcaseCard, ShowcaseDesk
from app.store.showcases import edit_showcase, make_showcase, remove_showcase, showcase_desk
from domain.achievements.grow import APPROVED, award_id_of
from domain.community.showcases import MOST_SHOWCASES
from domain.community.visibility import Relation
from domain.records.achievements import Badge, BadgeKind, BadgeStatus, SkillRole
from domain.records.community import ModerationState, Scope, Showcase


@pytest.fixture
def moments(together: Together) -> list[Any]:
    """What Ada has had and not shared."""
    together.gives_streak(together.ada)
    together.gives_streak(together.ada, 30)
    return list(together.ada.does(points_page).moments)


def posted(together: Together, moment: Any, scope: Scope) -> str:
    card = together.ada.does(
        post_moment, achievement_type=moment.achievement_type, achievement_id=moment.achievement_id, scope=scope
    )
    return card.share_id


def made(together: Together, scope: Scope = Scope.SCHOOL) -> ShowcaseDesk:
    """A showcase of Ada's with the first thing that she has earned in it."""
    ada = together.ada
    ada.does(edit_profile, scope=Scope.SCHOOL)
    card = ada.does(make_showcase)
    desk = ada.does(showcase_desk, showcase_id=card.showcase_id)
    return ada.does(
        edit_showcase, showcase_id=card.showcase_id, scope=scope, items=(desk.choices[0].item_id,), title_phrase="best"
    )


def shown(seat: Seat, together: Together) -> tuple[ShowcaseCard, ...]:
    return seat.does(profile, user_id=together.ada.account.user_id).showcases


def test_a_new_one_is_for_oneself_alone_and_there_at_once(together: Together) -> None:
    card = together.ada.does(make_showcase)
    assert (card.scope, card.effective_scope, card.items) == (Scope.PRIVATE, Scope.PRIVATE, ())
    assert together.ada.does(profile).showcases == (card,)
    assert together.ada.does(sync_state).waiting >= 1


def test_what_is_in_it_and_not_shared_nobody_else_sees(together: Together, moments: list[Any]) -> None:
    desk = made(together)
    together.all_meet()
    assert shown(together.bo, together) == ()
    assert desk.card.items[0].item_id not in together.bo.bytes_of_everything()
    assert desk.card.items[0].scope is None
    assert desk.card.items[0].who_sees.english() == "Only you: it is not shared yet"
    posted(together, moments[0], Scope.CLASS)
    together.all_meet()
    [seen] = shown(together.bo, together)
    assert [item.title.english() for item in seen.items] == [moments[0].title.english()]
    assert seen.title.english() == "My best moments"
    assert shown(together.far, together) == ()
    [mine] = together.ada.does(profile).showcases
    assert (mine.items[0].scope, mine.effective_scope) == (Scope.CLASS, Scope.SCHOOL)


def test_taking_a_share_back_takes_it_out_for_others_and_leaves_it_to_its_owner(
    together: Together, moments: list[Any]
) -> None:
    share = posted(together, moments[0], Scope.CLASS)
    made(together)
    together.all_meet()
    assert len(shown(together.bo, together)) == 1
    together.ada.does(withdraw_share, share_id=share)
    together.all_meet()
    assert shown(together.bo, together) == ()
    assert [item.item_id for item in together.ada.does(profile).showcases[0].items] == [share]


def test_the_preview_shows_what_others_get(together: Together, moments: list[Any]) -> None:
    posted(together, moments[0], Scope.CLASS)
    made(together)
    together.ada.does(edit_showcase, showcase_id=shown(together.ada, together)[0].showcase_id, title_text="My Mondays")
    together.all_meet()
    for seat, relation in (
        (together.bo, Relation.CLASSMATE),
        (together.guardian, Relation.GUARDIAN),
        (together.far, Relation.SCHOOLMATE),
    ):
        foreseen = together.ada.does(profile_as, relation=relation).page
        assert foreseen is not None
        theirs = shown(seat, together)
        assert [[i.item_id for i in card.items] for card in foreseen.showcases] == [
            [i.item_id for i in card.items] for card in theirs
        ]
    assert together.ada.does(profile_as, relation=Relation.CLASSMATE).page.showcases[0].own_title == ""
    assert together.ada.does(profile_as, relation=Relation.KIOSK_OF_CLASS).page.showcases == ()


def test_words_of_ones_own_wait_in_the_queue(together: Together, moments: list[Any]) -> None:
    posted(together, moments[0], Scope.CLASS)
    made(together)
    showcase = shown(together.ada, together)[0].showcase_id
    desk = together.ada.does(edit_showcase, showcase_id=showcase, title_text="  All my   Mondays ")
    assert (desk.card.own_title, desk.card.title_waits) == ("All my Mondays", True)
    together.all_meet()
    assert shown(together.bo, together)[0].own_title == ""
    assert "Mondays" not in together.bo.bytes_of_everything()
    [card] = together.teacher.does(moderation_queue)
    assert (card.target_type, card.text, card.title) == ("showcase", "All my Mondays", "My best moments")
    together.teacher.does(decide, target_type="showcase", target_id=showcase, decision="approve", text=card.text)
    together.all_meet()
    assert shown(together.bo, together)[0].own_title == "All my Mondays"


def test_a_reported_one_can_be_hidden_and_its_author_hears_of_it(together: Together, moments: list[Any]) -> None:
    posted(together, moments[0], Scope.CLASS)
    made(together)
    together.all_meet()
    showcase = shown(together.bo, together)[0].showcase_id
    assert together.bo.does(report_item, target_type="showcase", target_id=showcase, reason="unkind")
    together.all_meet()
    together.teacher.does(decide, target_type="showcase", target_id=showcase, decision="hide", reason="unkind")
    together.all_meet()
    assert shown(together.bo, together) == ()
    assert together.ada.does(profile).showcases[0].moderation is ModerationState.HIDDEN
    [closed] = together.ada.does(closed_things)
    assert (closed.target_type, closed.what.english()) == ("showcase", "An adult has hidden a showcase of yours")


def test_taken_away_and_brought_back_as_it_was(together: Together, moments: list[Any]) -> None:
    posted(together, moments[0], Scope.CLASS)
    before = made(together).card
    together.all_meet()
    assert together.ada.does(remove_showcase, showcase_id=before.showcase_id) == ()
    together.all_meet()
    assert shown(together.bo, together) == ()
    [back] = together.ada.does(remove_showcase, showcase_id=before.showcase_id, present=True)
    assert (back.items, back.title, back.scope) == (before.items, before.title, before.scope)
    together.all_meet()
    assert len(shown(together.bo, together)) == 1


def test_what_can_not_be_is_said_at_once(together: Together) -> None:
    ada = together.ada
    card = ada.does(make_showcase)
    with pytest.raises(StoreProblem, match="what you have earned"):
        ada.does(edit_showcase, showcase_id=card.showcase_id, items=("something",))
    with pytest.raises(StoreProblem, match="keep it to 60"):
        ada.does(edit_showcase, showcase_id=card.showcase_id, title_text="x" * 61)
    with pytest.raises(StoreProblem, match="not there any more"):
        ada.does(showcase_desk, showcase_id="nothing")
    with pytest.raises(TypeError):
        ada.does(edit_showcase, showcase_id=card.showcase_id, moderation="ok")
    for _ in range(MOST_SHOWCASES - 1):
        ada.does(make_showcase)
    with pytest.raises(StoreProblem, match="There is room for"):
        ada.does(make_showcase)
    with pytest.raises(StoreProblem, match="Only students"):
        together.teacher.does(make_showcase)


def test_another_computers_item_keeps_its_place_until_it_is_known_here(together: Together) -> None:
    ada = together.ada
    card = ada.does(make_showcase)
    changed = Showcase(
        org_id=together.org_id, id=card.showcase_id, student_id=ada.account.user_id, title_phrase="proud",
        items=("unknown",), made_at=together.time(),
    )  # fmt: skip
    assert ada.pushes(changed) == "ok"
    desk = ada.does(showcase_desk, showcase_id=card.showcase_id)
    assert [item.known for item in desk.card.items] == [False]
    again = ada.does(edit_showcase, showcase_id=card.showcase_id, title_phrase="best")
    assert [item.item_id for item in again.card.items] == ["unknown"]


def test_a_profile_says_which_school_it_is_of(together: Together) -> None:
    together.ada.does(edit_profile, scope=Scope.CLASS)
    together.all_meet()
    for seat in (together.ada, together.bo, together.guardian):
        assert seat.does(profile, user_id=together.ada.account.user_id).school == "Maple Street"


def test_a_tile_says_how_far_its_badge_is_on_its_way_to_its_owner_and_the_teachers_alone(together: Together) -> None:
    ada, org = together.ada, together.org_id
    together.centre.school.put(
        SkillRole(org_id=org, id="role", role_code="pianist", role_name="Pianist", status=APPROVED)
    )
    together.centre.school.put(
        Badge(
            org_id=org,
            id="badge",
            badge_code="pianist",
            badge_kind=BadgeKind.GROW,
            skill_role_id="role",
            name="Pianist",
            status=BadgeStatus.RELEASED,
        )
    )
    together.all_meet()
    together.teacher.does(recognise, student_id=ada.account.user_id, skill_role_id="role", note="played for the choir")
    together.all_meet()
    award = award_id_of(ada.account.user_id, "badge", 1)
    ada.does(post_share, award_id=award, scope=Scope.CLASS)
    made(together, Scope.CLASS)
    together.all_meet()

    def ways(cards: tuple[ShowcaseCard, ...]) -> list[tuple[int, int]]:
        return [(item.have, item.need) for card in cards for item in card.items]

    assert ways(shown(ada, together)) == ways(shown(together.teacher, together)) == [(1, 5)]
    assert ways(shown(together.bo, together)) == ways(shown(together.guardian, together)) == [(0, 0)]
    for relation, expected in ((Relation.TEACHER_OF_CLASS, [(1, 5)]), (Relation.CLASSMATE, [(0, 0)])):
        page = ada.does(profile_as, relation=relation).page
        assert page is not None
        assert ways(page.showcases) == expected
