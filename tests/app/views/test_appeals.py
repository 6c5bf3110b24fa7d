"""An author asks that a second adult looks, and the second adult's page: through the accessibility tree."""

from __future__ import annotations

from concurrent.futures import Future

from conftest import Went, names, press
from PySide6.QtWidgets import QDialog

from app.store.community_readings import NoticeCard
from app.store.problems import StoreProblem
from app.views.places import AtAppeals, AtClosed
from app.views.student.closed import ClosedView
from app.views.student.notices import NoticesView
from app.views.teacher.appeals import AppealsView
from app.views.teacher.moderation import ModerationView
from domain.music.say import say
from workshop import gallery_appeals as appeals
from workshop import gallery_readings as readings
from workshop import gallery_together
from workshop.gallery_answers import done
from workshop.gallery_rooms import still_rooms


def rooms(**more):
    return still_rooms(together=gallery_together.together(**more))


def show(qtbot, view, name: str):
    qtbot.addWidget(view)
    view.resize(1366, 900)
    with qtbot.waitExposed(view):
        view.show()
    qtbot.waitUntil(lambda: name in names(view))
    return view


def test_the_author_asks_once_and_sees_how_it_stands(theme, qtbot) -> None:
    asked = []
    again = {"ask_again": lambda _account, *target: asked.append(target) or done(appeals.CLOSED[1:])}
    view = show(qtbot, ClosedView(theme, rooms(**again), readings.STUDENT, Went()), "Closed by an adult")
    assert {"A second adult looks at it", "It is back"} <= set(names(view))
    press(view, "Ask another adult: An adult has hidden a comment of yours")
    qtbot.waitUntil(lambda: any(name.startswith("Asked. It is sent") for name in names(view)))
    assert asked == [("comment", "c1", "item")]
    assert not any(name.startswith("Ask another adult") for name in names(view))


def test_a_notice_about_something_closed_leads_to_the_question(theme, qtbot) -> None:
    notice = NoticeCard(
        notice_id="n1", kind="taken_down", title="An adult has taken down a comment of yours", body="",
        action_url="comment:c1", created_at=readings.NOW, read=False,
    )  # fmt: skip
    went = Went()
    held = {"notices": lambda _account: done((notice,)), "mark_read": lambda _account, _ids: done((notice,))}
    view = show(qtbot, NoticesView(theme, rooms(**held), readings.STUDENT, went), "Notices")
    press(view, "Look: An adult has taken down a comment of yours")
    assert went[-1] == AtClosed()


def test_a_second_adult_opens_it_again_or_lets_it_stay_with_a_reason(theme, qtbot) -> None:
    answered = []
    answers = {"answer_appeal": lambda _account, *given: answered.append(given) or done(appeals.CASES[1:])}
    view = show(qtbot, AppealsView(theme, rooms(**answers), readings.TEACHER, Went()), "Asked again")
    press(view, "Open it again: Golden Wren")
    qtbot.waitUntil(lambda: "Kept. The author hears how it ended." in names(view))
    assert answered == [("ap1", True, "")]
    other = show(qtbot, AppealsView(theme, rooms(**answers), readings.TEACHER, Went()), "Asked again")
    press(other, "It stays closed: Golden Wren")
    press(other.findChildren(QDialog)[-1], "It is unkind")
    qtbot.waitUntil(lambda: len(answered) == 2)
    assert answered[-1][:2] == ("ap1", False)
    assert answered[-1][2]


def test_who_closed_it_can_not_answer(theme, qtbot) -> None:
    view = show(qtbot, AppealsView(theme, rooms(), readings.TEACHER, Went()), "Asked again")
    assert "You have closed this yourself, so a colleague looks at it." in names(view)
    assert not any(name == f"Open it again: Calm Panda: {appeals.CASES[1].text}" for name in names(view))


def test_what_was_answered_meanwhile_is_said(theme, qtbot) -> None:
    refused: Future = Future()
    refused.set_exception(StoreProblem(say("This was answered meanwhile.")))
    view = show(
        qtbot, AppealsView(theme, rooms(answer_appeal=lambda *_: refused), readings.TEACHER, Went()), "Asked again"
    )
    press(view, "Open it again: Golden Wren")
    qtbot.waitUntil(lambda: "This was answered meanwhile." in names(view))


def test_the_queue_leads_to_what_is_asked_again(theme, qtbot) -> None:
    went = Went()
    view = show(qtbot, ModerationView(theme, rooms(), readings.TEACHER, went), "Please have a look")
    press(view, "Asked again")
    assert went[-1] == AtAppeals()
