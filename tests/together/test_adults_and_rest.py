"""Breaks, days of rest, pictures, a family's word and who grew: from machine to machine."""

from __future__ import annotations

import datetime

import pytest
from together import Seat, Together

from app.store.comments import comment_on
from app.store.family import child_page, consents, set_family_limit, withdraw_childs
from app.store.highlights_page import highlights_page
from app.store.moments import points_page, post_moment
from app.store.policies import mute_student
from app.store.problems import StoreProblem
from app.store.profiles import edit_profile, profile, profile_as, set_sharing
from app.store.recognising import recognise
from app.store.resting import mark_rest, rest_days_of
from app.store.sharing import feed_page, react, share_shown
from domain.achievements.grow import APPROVED
from domain.community.profiles import LastActivity
from domain.community.rules import BREAK
from domain.community.visibility import Relation
from domain.records.achievements import Badge, BadgeKind, BadgeStatus, SkillRole
from domain.records.community import Comment, EngagementKind, Scope
from domain.records.identity import Member

HOUR = 3_600_000_000


def share_of_bo(together: Together) -> str:
    kind, moment = together.gives_streak(together.bo)
    share = together.bo.does(post_moment, achievement_type=kind, achievement_id=moment, scope=Scope.CLASS)
    together.all_meet()
    return share.share_id


def test_a_break_is_said_before_anything_is_kept_and_ends_by_itself(together: Together) -> None:
    share_id, ada = share_of_bo(together), together.ada.account.user_id
    together.teacher.does(mute_student, student_id=ada, until=together.time() + HOUR, reason="Let us breathe")
    together.all_meet()
    assert together.ada.does(share_shown, share_id=share_id).comment_mode == BREAK
    assert together.cy.does(share_shown, share_id=share_id).comment_mode != BREAK
    with pytest.raises(StoreProblem, match="break"):
        together.ada.does(comment_on, share_id=share_id, phrase_id="well_done")
    with pytest.raises(StoreProblem, match="break"):
        together.ada.does(react, share_id=share_id, engagement=EngagementKind.LIKE)
    together.time.forward(days=1)
    assert together.ada.does(share_shown, share_id=share_id).comment_mode != BREAK
    together.ada.does(comment_on, share_id=share_id, phrase_id="well_done")
    together.all_meet()
    assert together.ada.refused() == ()


def test_a_family_reads_and_takes_back_its_child_s_words_and_nothing_else(together: Together) -> None:
    share_id, ada = share_of_bo(together), together.ada.account.user_id
    said = together.ada.does(comment_on, share_id=share_id, phrase_id="well_done")
    together.cy.does(comment_on, share_id=share_id, phrase_id="keep_going")
    together.all_meet()
    page = together.guardian.does(child_page, student_id=ada)
    assert [word.comment_id for word in page.words] == [said.comment_id]
    assert together.guardian.does(feed_page).shares == ()
    together.guardian.does(withdraw_childs, target_type="comment", target_id=said.comment_id)
    together.all_meet()
    assert said.comment_id not in together.bo.holds(Comment)
    assert together.guardian.does(child_page, student_id=ada).words == ()
    assert together.guardian.refused() == ()


def test_each_yes_and_no_of_a_family_is_kept(together: Together) -> None:
    together.all_meet()
    ada = together.ada.account.user_id
    together.guardian.does(set_family_limit, student_id=ada, scope=Scope.PUBLIC)
    together.guardian.does(set_family_limit, student_id=ada, scope=Scope.CLASS)
    together.all_meet()
    lines = together.guardian.does(consents, student_id=ada)
    assert [(line.granted, line.mine) for line in lines] == [(False, True), (True, True)]


def test_days_of_rest_reach_the_student_s_calendar(together: Together) -> None:
    together.all_meet()
    today = together.ada.does(points_page).days[-1].day
    teacher, ada = together.teacher, together.ada
    teacher.does(mark_rest, class_id=together.class_id, student_id=None, day=today)
    together.all_meet()
    assert ada.does(points_page).days[-1].rest
    assert not together.far.does(points_page).days[-1].rest
    assert teacher.does(rest_days_of, whose=together.class_id) == (today,)
    teacher.does(mark_rest, class_id=together.class_id, student_id=None, day=today, present=False)
    teacher.does(mark_rest, class_id=None, student_id=ada.account.user_id, day=today)
    together.all_meet()
    assert ada.does(points_page).days[-1].rest
    assert not together.bo.does(points_page).days[-1].rest
    with pytest.raises(StoreProblem):
        ada.does(mark_rest, class_id=None, student_id=ada.account.user_id, day=today)
    with pytest.raises(StoreProblem):
        teacher.does(mark_rest, class_id=together.class_id, student_id=None, day="2026-02-30")


def test_a_picture_is_its_owner_s_everywhere_and_a_profile_is_seen_with_others_eyes(together: Together) -> None:
    together.ada.does(edit_profile, avatar="otter", styling="night", scope=Scope.CLASS, bio_text="I like drums")
    together.all_meet()
    assert together.bo.holds(Member)[together.ada.account.user_id].avatar == "otter"
    with pytest.raises(StoreProblem):
        together.ada.does(edit_profile, avatar="../../etc")
    seen = together.ada.does(profile_as, relation=Relation.CLASSMATE).page
    assert seen is not None
    assert (seen.styling, seen.bio_text) == ("night", "")
    assert together.ada.does(profile_as, relation=Relation.TEACHER_OF_CLASS).page.bio_text == "I like drums"
    assert together.ada.does(profile_as, relation=Relation.SCHOOLMATE).page is None


def test_who_grew_is_shown_of_those_on_boards_only(together: Together) -> None:
    for seat in (together.ada, together.bo):
        together.gives_streak(seat)
    together.ada.does(set_sharing, boards=True)
    together.all_meet()
    for seat in (together.teacher, together.cy):
        page = seat.does(highlights_page, class_id=together.class_id)
        assert [one.who.display_name for one in page.growing] == ["Brave Otter"]
        assert [one.who.display_name for one in page.month] == ["Brave Otter"]
    assert together.bo.does(highlights_page).class_name == "4A"


def test_a_last_day_is_told_to_those_alone_who_see_what_was_posted_on_it(together: Together) -> None:
    ada = together.ada
    ada.does(edit_profile, scope=Scope.CLASS)
    assert ada.does(profile).active is None
    kind, moment = together.gives_streak(ada)
    ada.does(post_moment, achievement_type=kind, achievement_id=moment, scope=Scope.FAMILY)
    together.all_meet()
    assert ada.does(profile).active == LastActivity(day=None)
    assert together.bo.does(profile, user_id=ada.account.user_id).active is None
    assert ada.does(profile_as, relation=Relation.CLASSMATE).page.active is None
    assert ada.does(profile_as, relation=Relation.GUARDIAN).page.active == LastActivity(day=None)
    kind, moment = together.gives_streak(ada, 30)
    ada.does(post_moment, achievement_type=kind, achievement_id=moment, scope=Scope.CLASS)
    together.all_meet()
    assert together.bo.does(profile, user_id=ada.account.user_id).active == LastActivity(day=None)
    posted = together.time()
    together.time.forward(days=8)
    together.all_meet()
    day = datetime.datetime.fromtimestamp(posted / 1_000_000, tz=datetime.UTC).date().isoformat()
    assert together.bo.does(profile, user_id=ada.account.user_id).active == LastActivity(day=day)


def test_how_far_a_badge_is_on_its_way_is_told_to_its_owner_and_the_teachers_alone(together: Together) -> None:
    ada, org = together.ada, together.org_id
    role = SkillRole(org_id=org, id="role", role_code="pianist", role_name="Pianist", status=APPROVED)
    badge = Badge(
        org_id=org,
        id="badge",
        badge_code="pianist",
        badge_kind=BadgeKind.GROW,
        skill_role_id="role",
        name="Pianist",
        status=BadgeStatus.RELEASED,
    )
    together.centre.school.put(role)
    together.centre.school.put(badge)
    ada.does(set_sharing, boards=True)
    together.all_meet()
    together.teacher.does(recognise, student_id=ada.account.user_id, skill_role_id="role", note="played for the choir")
    together.all_meet()
    ada.does(edit_profile, scope=Scope.CLASS, showcase=("badge",))
    together.all_meet()

    def seen(seat: Seat) -> list[tuple[int, int, int]]:
        page = seat.does(profile, user_id=ada.account.user_id)
        return [(card.level, card.have, card.need) for card in page.showcase]

    assert seen(ada) == seen(together.teacher) == [(1, 1, 5)]
    assert seen(together.bo) == [(1, 0, 0)]
    as_others = {
        relation: [card.have for card in ada.does(profile_as, relation=relation).page.showcase]
        for relation in (Relation.TEACHER_OF_CLASS, Relation.CLASSMATE, Relation.GUARDIAN)
    }
    assert as_others == {Relation.TEACHER_OF_CLASS: [1], Relation.CLASSMATE: [0], Relation.GUARDIAN: [0]}
