"""Kind words, unkind words, and what reaches whom: two students, a teacher, a father and a display."""

from __future__ import annotations

import pytest
from together import Seat, Together

from app.store.comments import comment_on, comments_of, withdraw_comment
from app.store.family import child_page, children, set_family_limit, withdraw_childs
from app.store.moderating import MESSAGE, approve_clean, decide, moderation_queue
from app.store.moments import moment_preview, points_page, post_moment
from app.store.notices import mark_read, notices
from app.store.policies import mute_student, override_student
from app.store.problems import StoreProblem
from app.store.profiles import edit_profile, profile, view_as
from app.store.reporting import block_person, report_item
from app.store.sharing import edit_share, feed_page, react
from domain.community.visibility import Relation, Visible
from domain.records.community import AchievementShare, Comment, EngagementKind, ModerationState, PublicProfile, Scope


def shares(together: Together, seat: Seat, message: str = "", scope: Scope = Scope.CLASS) -> str:
    """A streak, seen by everybody it reaches. The share's id."""
    kind, moment = together.gives_streak(seat)
    card = seat.does(post_moment, achievement_type=kind, achievement_id=moment, message=message, scope=scope)
    assert not card.confirmed
    together.all_meet()
    return card.share_id


def sees(seat: Seat, share_id: str) -> bool:
    return any(card.share_id == share_id for card in seat.does(feed_page).shares)


def test_the_words_of_a_share_reach_a_child_only_after_an_adult_has_read_them(together: Together) -> None:
    share_id = shares(together, together.ada, "I practised at night")
    assert sees(together.bo, share_id)
    assert sees(together.guardian, share_id)
    assert share_id in together.display.holds(AchievementShare)
    for seat in (together.bo, together.cy, together.display, together.far):
        assert "practised at night" not in seat.bytes_of_everything()
    [card] = together.teacher.does(moderation_queue)
    assert (card.part, card.text, card.clean) == (MESSAGE, "I practised at night", True)
    together.teacher.does(decide, target_type="share", target_id=share_id, decision="approve", part=MESSAGE)
    together.all_meet()
    assert together.bo.holds(AchievementShare)[share_id].message == "I practised at night"
    together.ada.does(edit_share, share_id=share_id, message="something else")
    together.all_meet()
    assert together.stored(AchievementShare, share_id).message_state is ModerationState.PENDING
    assert "something else" not in together.bo.bytes_of_everything()


def test_an_approval_of_other_words_than_those_that_were_read_approves_nothing(together: Together) -> None:
    share_id = shares(together, together.ada, "first words")
    together.ada.does(edit_share, share_id=share_id, message="second words")
    together.ada.meets_the_centre()
    together.teacher.does(decide, target_type="share", target_id=share_id, decision="approve", part=MESSAGE)
    together.all_meet()
    assert together.stored(AchievementShare, share_id).message_state is ModerationState.PENDING
    assert "second words" not in together.bo.bytes_of_everything()


def test_of_two_decisions_made_apart_the_stricter_stands(together: Together) -> None:
    share_id = shares(together, together.ada)
    together.bo.does(report_item, target_type="share", target_id=share_id, reason="unkind")
    together.all_meet()
    together.admin.does(decide, target_type="share", target_id=share_id, decision="hide")
    together.teacher.does(decide, target_type="share", target_id=share_id, decision="approve")
    together.admin.meets_the_centre()
    together.all_meet()
    assert together.stored(AchievementShare, share_id).moderation is ModerationState.HIDDEN
    assert share_id not in together.bo.holds(AchievementShare)


def test_sentences_of_the_list_need_nobody_and_words_of_ones_own_wait(together: Together) -> None:
    share_id = shares(together, together.ada)
    together.bo.does(comment_on, share_id=share_id, phrase_id="well_done")
    mine = together.cy.does(comment_on, share_id=share_id, text="  you  are\u202e great ")
    assert (mine.text, mine.waits) == ("you are great", True)
    together.all_meet()
    [phrase] = together.ada.does(comments_of, share_id=share_id)
    assert phrase.phrase is not None
    assert "are great" not in together.ada.bytes_of_everything()
    assert "are great" not in together.bo.bytes_of_everything()
    assert "are great" not in together.display.bytes_of_everything()
    assert together.teacher.does(approve_clean) == 1
    together.all_meet()
    assert [card.text for card in together.ada.does(comments_of, share_id=share_id)] == ["", "you are great"]
    assert next(c for c in together.ada.does(feed_page).shares if c.share_id == share_id).comments == 2
    together.cy.does(withdraw_comment, comment_id=mine.comment_id)
    together.all_meet()
    assert "are great" not in together.ada.bytes_of_everything()


def test_all_at_once_means_what_was_on_the_screen(together: Together) -> None:
    share_id = shares(together, together.ada)
    together.cy.does(comment_on, share_id=share_id, text="you are great")
    together.all_meet()
    shown = together.teacher.does(moderation_queue)
    together.bo.does(comment_on, share_id=share_id, text="I heard you practise")
    together.all_meet()
    assert together.teacher.does(approve_clean, shown=shown) == 1
    together.all_meet()
    assert [card.text for card in together.ada.does(comments_of, share_id=share_id)] == ["you are great"]
    assert [card.text for card in together.teacher.does(moderation_queue)] == ["I heard you practise"]


def test_one_students_report_marks_and_two_hide_and_an_adult_judges(together: Together) -> None:
    share_id = shares(together, together.ada)
    assert together.bo.does(report_item, target_type="share", target_id=share_id, reason="unkind")
    assert not together.bo.does(report_item, target_type="share", target_id=share_id, reason="worried")
    together.all_meet()
    assert together.stored(AchievementShare, share_id).moderation is ModerationState.REPORTED
    assert share_id not in together.display.holds(AchievementShare)
    assert share_id in together.cy.holds(AchievementShare)
    together.cy.does(report_item, target_type="share", target_id=share_id, reason="not_true")
    together.all_meet()
    assert share_id not in together.bo.holds(AchievementShare)
    [card] = together.teacher.does(moderation_queue)
    assert len(card.reasons) == 2
    together.teacher.does(decide, target_type="share", target_id=share_id, decision="approve")
    together.all_meet()
    assert share_id in together.bo.holds(AchievementShare)


def test_a_block_hides_two_students_from_each_other_and_from_nobody_else(together: Together) -> None:
    theirs, mine = shares(together, together.ada, scope=Scope.SCHOOL), shares(together, together.bo)
    together.bo.does(edit_profile, scope=Scope.CLASS, styling="ocean")
    together.all_meet()
    assert together.bo.account.user_id in together.ada.holds(PublicProfile)
    together.bo.does(block_person, user_id=together.ada.account.user_id)
    assert not sees(together.bo, theirs)
    together.all_meet()
    assert not sees(together.ada, mine)
    assert together.ada.holds(AchievementShare)[mine].title == ""
    assert sees(together.cy, mine)
    assert sees(together.teacher, mine)
    together.bo.does(block_person, user_id=together.ada.account.user_id, present=False)
    together.all_meet()
    assert sees(together.ada, mine)
    assert sees(together.bo, theirs)


def test_a_mute_holds_until_its_end(together: Together) -> None:
    share_id = shares(together, together.ada)
    until = together.time() + 3_600_000_000
    together.teacher.does(mute_student, student_id=together.bo.account.user_id, until=until)
    together.teacher.meets_the_centre()
    # Written where nobody had heard of the break yet: the centre refuses it.
    together.bo.does(comment_on, share_id=share_id, phrase_id="well_done")
    together.bo.meets_the_centre()
    assert [op.code for op in together.bo.refused()] == ["muted"]
    with pytest.raises(StoreProblem, match="asked for a break"):
        together.bo.does(comment_on, share_id=share_id, phrase_id="keep_going")
    together.time.forward(days=1)
    together.bo.does(react, share_id=share_id, engagement=EngagementKind.LIKE)
    together.all_meet()
    assert len(together.bo.refused()) == 1


def test_a_father_sees_hears_limits_and_takes_back(together: Together) -> None:
    ada = together.ada.account.user_id
    share_id = shares(together, together.ada, scope=Scope.SCHOOL)
    assert [who.user_id for who in together.guardian.does(children)] == [ada]
    assert [card.share_id for card in together.guardian.does(child_page, student_id=ada).shares] == [share_id]
    [notice] = together.guardian.does(notices)
    assert (notice.kind, notice.read) == ("child_shared", False)
    together.guardian.does(mark_read, notice_ids=[notice.notice_id])
    together.all_meet()
    assert together.guardian.does(notices)[0].read
    assert share_id in together.far.holds(AchievementShare)
    together.guardian.does(set_family_limit, student_id=ada, scope=Scope.FAMILY)
    together.all_meet()
    assert share_id not in together.far.holds(AchievementShare)
    assert share_id not in together.bo.holds(AchievementShare)
    assert together.ada.does(view_as, share_id=share_id, relation=Relation.CLASSMATE).visible is Visible.NO
    together.guardian.does(set_family_limit, student_id=ada, scope=None)
    together.teacher.does(override_student, student_id=ada, scope=Scope.CLASS)
    together.all_meet()
    assert share_id in together.bo.holds(AchievementShare)
    assert share_id not in together.far.holds(AchievementShare)
    together.guardian.does(withdraw_childs, target_type="share", target_id=share_id)
    together.all_meet()
    assert share_id not in together.bo.holds(AchievementShare)
    assert together.stored(AchievementShare, share_id).moderation is ModerationState.REMOVED


def test_a_title_is_never_ones_own(together: Together) -> None:
    share_id = shares(together, together.ada)
    true = together.stored(AchievementShare, share_id)
    forged = AchievementShare(
        org_id=true.org_id,
        id="forged",
        student_id=true.student_id,
        author_name="x",
        author_avatar="x",
        achievement_type=true.achievement_type,
        achievement_id="never had",
        title="Call me at 555 0100",
        scope=Scope.SCHOOL,
        shared_at=1,
    )
    assert together.ada.pushes(forged) == "ok"
    together.all_meet()
    assert "555 0100" not in together.bo.bytes_of_everything() + together.teacher.bytes_of_everything()
    again = {"id": share_id, "title": "Call me at 555 0100", "achievement_id": true.achievement_id}
    from together import changed

    assert together.ada.pushes(changed(forged, **again)) == "ok"
    together.all_meet()
    assert together.bo.holds(AchievementShare)[share_id].title == true.title


def test_a_profile_shows_what_may_be_shown(together: Together) -> None:
    together.all_meet()
    page = together.ada.does(edit_profile, scope=Scope.CLASS, bio_text="I am Ada", region="Riverbank")
    assert page.bio_waits
    assert page.regions == ("Riverbank",)
    together.all_meet()
    seen = together.bo.does(profile, user_id=together.ada.account.user_id)
    assert (seen.bio_text, seen.region, seen.who.display_name) == ("", "Riverbank", "Brave Otter")
    assert "I am Ada" not in together.bo.bytes_of_everything()
    assert together.teacher.does(approve_clean) == 1
    together.all_meet()
    assert together.bo.does(profile, user_id=together.ada.account.user_id).bio_text == "I am Ada"


def test_what_a_preview_promises_is_what_others_see(together: Together) -> None:
    kind, moment = together.gives_streak(together.ada)
    assert [m.achievement_id for m in together.ada.does(points_page).moments] == [moment]
    preview = together.ada.does(
        moment_preview, achievement_type=kind, achievement_id=moment, message="hello", scope=Scope.CLASS
    )
    share_id = shares(together, together.ada, "hello")
    seen = next(card for card in together.bo.does(feed_page).shares if card.share_id == share_id)
    promised = together.ada.does(view_as, share_id=share_id, relation=Relation.CLASSMATE)
    assert promised.card is not None
    assert (promised.card.title, promised.card.message) == (seen.title, seen.message) == (preview.card.title, "")


def test_comments_arrive_only_where_the_comment_may_be_read(together: Together) -> None:
    share_id = shares(together, together.ada, scope=Scope.FAMILY)
    together.guardian.does(comment_on, share_id=share_id, phrase_id="proud_of_you")
    together.all_meet()
    assert len(together.ada.does(comments_of, share_id=share_id)) == 1
    assert not together.bo.holds(Comment)
    assert any(notice.kind == "comment" for notice in together.ada.does(notices))


def test_a_share_says_whether_its_author_s_profile_is_shown_too(together: Together) -> None:
    shares(together, together.ada)
    together.all_meet()
    assert [card.has_profile for card in together.bo.does(feed_page).shares] == [False]
    together.ada.does(edit_profile, scope=Scope.CLASS)
    together.all_meet()
    assert [card.has_profile for card in together.bo.does(feed_page).shares] == [True]
    together.ada.does(edit_profile, scope=Scope.FAMILY)
    together.all_meet()
    assert [card.has_profile for card in together.bo.does(feed_page).shares] == [False]
