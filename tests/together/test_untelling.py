"""What was told of something goes with it: taken back, hidden, or not for this person any more."""

from __future__ import annotations

import msgspec
from together import Seat, Together

from app.store.comments import comment_on, withdraw_comment
from app.store.moderating import decide
from app.store.moments import post_moment
from app.store.sharing import edit_share, withdraw_share
from app.store.showing import show_to
from central.sync.unit import Unit
from domain.records.communication import Notification
from domain.records.community import Scope
from domain.records.identity import GuardianLink
from domain.records.ids import derived_id


def told(seat: Seat, kind: str) -> list[str]:
    return [note.title for note in seat.holds(Notification).values() if note.notice == kind]


def shares(together: Together) -> str:
    kind, moment = together.gives_streak(together.ada)
    card = together.ada.does(post_moment, achievement_type=kind, achievement_id=moment, scope=Scope.CLASS)
    together.all_meet()
    return card.share_id


def test_a_family_keeps_no_notice_of_what_was_taken_back_and_hears_of_it_when_it_is_back(together: Together) -> None:
    share_id = shares(together)
    [line] = told(together.guardian, "child_shared")
    together.ada.does(withdraw_share, share_id=share_id)
    together.all_meet()
    assert told(together.guardian, "child_shared") == []
    assert line not in together.guardian.bytes_of_everything()
    assert shares(together) == share_id
    assert told(together.guardian, "child_shared") == [line]
    together.ada.does(edit_share, share_id=share_id, scope=Scope.PRIVATE, message=None)
    together.all_meet()
    assert told(together.guardian, "child_shared") == []


def test_a_guardian_whose_link_was_ended_keeps_nothing_that_told_of_the_child(together: Together) -> None:
    shares(together)
    assert told(together.guardian, "child_shared")

    def end(unit: Unit) -> None:
        row_id = derived_id("guardian", together.guardian.account.user_id, together.ada.account.user_id)
        link = unit.rows.get(GuardianLink, row_id)
        assert link is not None
        unit.put(msgspec.structs.replace(link, present=False))

    together.centre.school.within(together.org_id, end)
    together.all_meet()
    assert told(together.guardian, "child_shared") == []
    assert "Brave Otter" not in together.guardian.bytes_of_everything()


def test_words_that_are_taken_back_or_closed_are_not_told_of(together: Together) -> None:
    share_id = shares(together)
    first = together.bo.does(comment_on, share_id=share_id, phrase_id="well_done")
    second = together.cy.does(comment_on, share_id=share_id, phrase_id="well_done")
    together.all_meet()
    assert len(told(together.ada, "comment")) == 2
    together.bo.does(withdraw_comment, comment_id=first.comment_id)
    together.all_meet()
    assert len(told(together.ada, "comment")) == 1
    together.teacher.does(decide, target_type="comment", target_id=second.comment_id, decision="hide", reason="unkind")
    together.all_meet()
    assert told(together.ada, "comment") == []


def test_what_was_shown_to_somebody_and_taken_back_is_not_told_of(together: Together) -> None:
    share_id = shares(together)
    together.bo.does(show_to, share_id=share_id, user_id=together.cy.account.user_id)
    together.all_meet()
    assert told(together.cy, "shown")
    together.ada.does(withdraw_share, share_id=share_id)
    together.all_meet()
    assert told(together.cy, "shown") == []
