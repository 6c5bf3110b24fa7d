"""An author asks once more, a second adult looks: from machine to machine, with and without the network."""

from __future__ import annotations

import pytest
from together import Seat, Together

from app.store.appealing import answer_appeal, appeal_cases, ask_again, closed_things
from app.store.comments import comment_on, comments_of
from app.store.moderating import decide
from app.store.moments import post_moment
from app.store.notices import notices
from app.store.problems import StoreProblem
from domain.records.community import Scope

WORDS = "Your left hand never stops."


def told(together: Together) -> str:
    """Ada has shared something, and Bo has written about it; the teacher has approved it."""
    kind, moment = together.gives_streak(together.ada)
    together.all_meet()
    share = together.ada.does(post_moment, achievement_type=kind, achievement_id=moment, message="", scope=Scope.CLASS)
    together.all_meet()
    made = together.bo.does(comment_on, share_id=share.share_id, phrase_id=None, text=WORDS)
    together.all_meet()
    decided(together.teacher, made.comment_id, "approve")
    together.all_meet()
    assert seen_by(together.ada, share.share_id)
    return f"{share.share_id} {made.comment_id}"


def decided(seat: Seat, comment_id: str, decision: str) -> None:
    seat.does(decide, target_type="comment", target_id=comment_id, decision=decision, reason="private")


def seen_by(seat: Seat, share_id: str) -> bool:
    return any(card.text == WORDS for card in seat.does(comments_of, share_id=share_id))


def asks(together: Together) -> None:
    [thing] = together.bo.does(closed_things)
    together.bo.does(ask_again, target_type=thing.target_type, target_id=thing.target_id, part=thing.part)


@pytest.mark.parametrize("closing", ["hide", "remove"])
def test_a_second_adult_opens_what_the_first_has_closed(together: Together, closing: str) -> None:
    share, comment = told(together).split()
    decided(together.teacher, comment, closing)
    together.all_meet()
    assert not seen_by(together.ada, share)
    asks(together)
    asks(together)
    together.all_meet()
    [mine], [others] = together.teacher.does(appeal_cases), together.admin.does(appeal_cases)
    assert (mine.mine, others.mine, others.text, others.author.display_name) == (True, False, WORDS, "Calm Lark")
    with pytest.raises(StoreProblem, match="colleague"):
        together.teacher.does(answer_appeal, appeal_id=mine.appeal_id, restore=True)
    together.admin.does(answer_appeal, appeal_id=others.appeal_id, restore=True)
    together.all_meet()
    assert seen_by(together.ada, share)
    assert not together.teacher.does(appeal_cases)
    assert [thing.answer for thing in together.bo.does(closed_things)] == ["restored"]
    assert "A second adult has looked: it is back" in [card.title for card in together.bo.does(notices)]


def test_a_second_adult_lets_it_stay(together: Together) -> None:
    share, comment = told(together).split()
    decided(together.teacher, comment, "remove")
    together.all_meet()
    asks(together)
    together.all_meet()
    [case] = together.admin.does(appeal_cases)
    together.admin.does(answer_appeal, appeal_id=case.appeal_id, restore=False)
    together.all_meet()
    assert not seen_by(together.ada, share)
    assert [thing.answer for thing in together.bo.does(closed_things)] == ["upheld"]
    with pytest.raises(StoreProblem, match="meanwhile"):
        together.admin.does(answer_appeal, appeal_id=case.appeal_id, restore=True)


def test_offline_the_question_waits_and_the_stricter_of_two_decisions_stands(together: Together) -> None:
    share, comment = told(together).split()
    decided(together.teacher, comment, "hide")
    together.all_meet()
    asks(together)
    together.all_meet()
    [case] = together.admin.does(appeal_cases)
    # Neither knows of the other: one removes it, one opens what they saw hidden.
    decided(together.teacher, comment, "remove")
    together.admin.does(answer_appeal, appeal_id=case.appeal_id, restore=True)
    together.teacher.meets_the_centre()
    together.all_meet()
    assert not seen_by(together.ada, share)
    [again] = together.admin.does(appeal_cases)
    assert again.appeal_id == case.appeal_id


def test_nobody_asks_for_anothers_words_nor_for_what_is_open(together: Together) -> None:
    _, comment = told(together).split()
    assert together.bo.does(closed_things) == ()
    with pytest.raises(StoreProblem, match="seen already"):
        together.bo.does(ask_again, target_type="comment", target_id=comment, part="item")
    decided(together.teacher, comment, "hide")
    together.all_meet()
    assert together.ada.does(closed_things) == ()
    with pytest.raises(StoreProblem):
        together.bo.does(appeal_cases)
