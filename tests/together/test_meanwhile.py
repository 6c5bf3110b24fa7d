"""What was decided elsewhere meanwhile: each case has one outcome, and a clear word where something was not taken."""

from __future__ import annotations

from together import Seat, Together

from app.store.comments import comment_on, comments_of
from app.store.moments import post_moment
from app.store.outbox import discard_refused
from app.store.sharing import feed_page, react, withdraw_share
from domain.records.community import AchievementShare, Comment, EngagementKind, Scope, SocialEngagement


def posted(together: Together, seat: Seat, moment: tuple[object, str], scope: Scope, message: str = "") -> str:
    kind, what = moment
    card = seat.does(post_moment, achievement_type=kind, achievement_id=what, scope=scope, message=message)
    return card.share_id


def test_a_word_and_a_like_under_a_share_that_was_taken_back_meanwhile(together: Together) -> None:
    share_id = posted(together, together.ada, together.gives_streak(together.ada), Scope.CLASS)
    together.all_meet()
    written = together.bo.does(comment_on, share_id=share_id, phrase_id="well_done")
    together.bo.does(react, share_id=share_id, engagement=EngagementKind.LIKE)
    together.ada.does(withdraw_share, share_id=share_id)
    together.ada.meets_the_centre()
    together.bo.meets_the_centre()
    refused = together.bo.refused()
    assert {op.code for op in refused} == {"nothing_there"}
    assert {op.why for op in refused} == {"What this is about is not there any more."}
    assert [card.share_id for card in together.bo.does(feed_page).shares] == []
    for op in refused:
        together.bo.does(discard_refused, dev_seq=op.dev_seq)
    together.all_meet()
    assert together.bo.refused() == ()
    assert written.comment_id not in together.bo.holds(Comment)
    assert together.ada.does(comments_of, share_id=share_id) == ()


def test_what_comes_back_takes_the_words_that_waited(together: Together) -> None:
    moment = together.gives_streak(together.ada)
    share_id = posted(together, together.ada, moment, Scope.CLASS)
    together.all_meet()
    together.bo.does(comment_on, share_id=share_id, phrase_id="well_done")
    together.ada.does(withdraw_share, share_id=share_id)
    posted(together, together.ada, moment, Scope.CLASS)
    together.all_meet()
    assert together.bo.refused() == ()
    assert [card.mine for card in together.ada.does(comments_of, share_id=share_id)] == [False]


def test_the_same_achievement_shared_on_two_machines_is_one_post_and_the_later_words_stand(together: Together) -> None:
    moment = together.gives_streak(together.ada)
    other = together._sit(together.ada.account, together.device)
    other.meets_the_centre()
    first = posted(together, together.ada, moment, Scope.CLASS, "From the lab")
    second = posted(together, other, moment, Scope.FAMILY, "From home")
    assert first == second
    for seat in (other, together.ada, other):
        seat.meets_the_centre()
    for seat in (together.ada, other):
        assert seat.refused() == ()
        [share] = seat.holds(AchievementShare).values()
        assert (share.message, share.scope) == ("From home", Scope.FAMILY)
    assert together.stored(AchievementShare, first).scope is Scope.FAMILY


def test_two_hands_of_one_person_on_two_machines_are_one_like(together: Together) -> None:
    share_id = posted(together, together.ada, together.gives_streak(together.ada), Scope.CLASS)
    together.all_meet()
    other = together._sit(together.bo.account, together.device)
    other.meets_the_centre()
    for seat in (together.bo, other):
        seat.does(react, share_id=share_id, engagement=EngagementKind.LIKE)
    together.all_meet()
    assert len(together.bo.holds(SocialEngagement)) == 1
    assert next(c for c in together.ada.does(feed_page).shares if c.share_id == share_id).likes == 1
