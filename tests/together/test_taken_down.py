"""What an adult has taken down: nobody keeps it, and whoever changes it on the way is told."""

from __future__ import annotations

import pytest
from together import Together

from app.store.comments import comment_on
from app.store.moderating import decide
from app.store.moments import post_moment
from app.store.notices import notices
from app.store.problems import StoreProblem
from app.store.sharing import edit_share, withdraw_share
from domain.community.notices import told
from domain.records.community import AchievementShare, Comment, ModerationAction, ModerationState, Scope


def test_the_author_hears_of_it_and_cannot_show_it_again_without_an_adult(together: Together) -> None:
    share_id = posted(together)
    together.teacher.does(decide, target_type="share", target_id=share_id, decision="remove")
    together.all_meet()
    assert together.ada.holds(AchievementShare) == {}
    [notice] = [n for n in together.ada.does(notices) if n.kind == "taken_down"]
    assert notice.title.startswith("An adult has taken down what you shared")
    assert told(notice.kind, notice.title).values.keys() == {"title"}
    kind, moment = together.gives_streak(together.ada)
    with pytest.raises(StoreProblem):
        together.ada.does(post_moment, achievement_type=kind, achievement_id=moment, message="", scope=Scope.CLASS)


def test_the_last_word_of_the_author_is_taken_even_so(together: Together) -> None:
    share_id = posted(together)
    together.teacher.does(decide, target_type="share", target_id=share_id, decision="remove")
    together.ada.does(edit_share, share_id=share_id, scope=Scope.FAMILY)
    together.teacher.meets_the_centre()
    together.ada.meets_the_centre()
    assert (together.ada.refused(), together.ada.holds(AchievementShare)) == ((), {})
    assert together.stored(AchievementShare, share_id).scope is Scope.FAMILY


def test_what_is_withdrawn_while_it_is_taken_down_leaves_its_authors_mirror_too(together: Together) -> None:
    share_id = posted(together)
    together.teacher.does(decide, target_type="share", target_id=share_id, decision="remove")
    together.ada.does(withdraw_share, share_id=share_id)
    together.teacher.meets_the_centre()
    together.ada.meets_the_centre()
    together.ada.meets_the_centre()
    assert together.ada.refused() == ()
    assert together.ada.holds(AchievementShare) == {}
    assert together.stored(AchievementShare, share_id).withdrawn


def test_a_decision_about_a_comment_goes_with_its_author_to_the_staff_of_their_class(together: Together) -> None:
    share_id = posted(together)
    together.bo.does(comment_on, share_id=share_id, phrase_id="well_done")
    together.all_meet()
    [comment_id] = together.teacher.holds(Comment)
    together.admin.does(decide, target_type="comment", target_id=comment_id, decision="hide")
    together.all_meet()
    [action] = together.teacher.holds(ModerationAction).values()
    assert (action.target_id, together.stored(Comment, comment_id).moderation) == (comment_id, ModerationState.HIDDEN)
    moves(together, together.bo.account.user_id)
    together.all_meet()
    assert together.teacher.holds(ModerationAction) == {}
    assert list(together.other_teacher.holds(ModerationAction)) == [action.id]


def posted(together: Together) -> str:
    """A share of Ada's that her school knows."""
    kind, moment = together.gives_streak(together.ada)
    card = together.ada.does(post_moment, achievement_type=kind, achievement_id=moment, message="", scope=Scope.CLASS)
    together.all_meet()
    return card.share_id


def moves(together: Together, student_id: str) -> None:
    """From the first class to the other one."""
    together.centre.school.leave(together.org_id, student_id, together.class_id)
    together.centre.school.enrol(together.org_id, student_id, [together.other_class])
