"""What happens while somebody looks at what is not theirs any more: nothing of it stays, and there is a way on."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import msgspec
import pytest
from conftest import Went, names, press
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.store.problems import StoreProblem
from app.store.readings import Account
from app.views.admin.supervision import SupervisionView
from app.views.family.child import FamilyView
from app.views.family.taking_back import TakeBackDialog
from app.views.kit.dialog import Dialog
from app.views.kit.theme import Theme
from app.views.places import AtClass, AtFamily, AtFeed, AtGiving, AtHome
from app.views.student.comments import CommentsView
from app.views.student.profile import ProfileView
from app.views.student.share_tile import Acts, ShareTile
from app.views.teacher.classroom import ClassroomView
from app.views.teacher.given import GivenView
from app.views.teacher.giving import GivingView
from app.views.teacher.policy import PolicyView
from app.views.teacher.student import StudentView
from domain.community.rules import BREAK
from domain.music.say import say
from domain.records.identity import AccessRole
from workshop import gallery_community as community
from workshop import gallery_readings as readings
from workshop.gallery_answers import done
from workshop.gallery_rooms import still_rooms

NOT_YOURS = "This class is not one of yours any more"


def refused(sentence: str) -> Future[Any]:
    future: Future[Any] = Future()
    future.set_exception(StoreProblem(say(sentence)))
    return future


def shown(qtbot: QtBot, view: QWidget) -> QWidget:
    qtbot.addWidget(view)
    view.resize(1200, 860)
    with qtbot.waitExposed(view):
        view.show()
    return view


def sees(qtbot: QtBot, view: QWidget, words: str) -> None:
    qtbot.waitUntil(lambda: any(name.startswith(words) for name in names(view)))


@pytest.mark.parametrize(
    ("make", "before"),
    [
        (lambda theme, rooms, go: ClassroomView(theme, rooms, readings.TEACHER, go, class_id="c1"), "Give work"),
        (lambda theme, rooms, go: PolicyView(theme, rooms, readings.TEACHER, go, class_id="c1"), "Switched on"),
    ],
)
def test_a_class_that_was_given_to_somebody_else(
    theme: Theme, qtbot: QtBot, make: Callable[..., QWidget], before: str
) -> None:
    choices = list(still_rooms().classes(readings.TEACHER).result())
    rooms = still_rooms(classes=lambda _: done(tuple(choices)))
    went = Went()
    view = shown(qtbot, make(theme, rooms, went))
    sees(qtbot, view, before)
    choices[:] = [each for each in choices if each.class_id != "c1"]
    rooms.news.changed.emit(readings.TEACHER.user_id, frozenset({"school_class"}))
    sees(qtbot, view, NOT_YOURS)
    assert not any(name.startswith(before) for name in names(view))
    press(view, "My classes")
    assert went == [AtClass()]


@pytest.mark.parametrize("kind", ["given", "giving"])
def test_work_of_a_class_that_is_over(theme: Theme, qtbot: QtBot, kind: str) -> None:
    still = still_rooms()
    nameless = {
        "given": lambda account, class_id: done(
            msgspec.structs.replace(still.giving.given(account, class_id).result(), class_name="")
        ),
        "page": lambda account, class_id: done(
            msgspec.structs.replace(still.giving.page(account, class_id).result(), class_name="")
        ),
    }
    rooms = still_rooms(giving=msgspec.structs.replace(still.giving, **nameless))
    view: QWidget = (
        GivenView(theme, rooms, readings.TEACHER, Went(), class_id="c1")
        if kind == "given"
        else GivingView(theme, rooms, readings.TEACHER, Went(), where=AtGiving(class_id="c1"))
    )
    sees(qtbot, shown(qtbot, view), NOT_YOURS)


def test_a_student_who_left_the_class_leaves_the_page_and_the_question_over_it(theme: Theme, qtbot: QtBot) -> None:
    answers = [still_rooms().student_progress(readings.TEACHER, "c1", "st0")]
    rooms = still_rooms(student_progress=lambda *_: answers[-1])
    went = Went()
    view = shown(qtbot, StudentView(theme, rooms, readings.TEACHER, went, class_id="c1", student_id="st0"))
    sees(qtbot, view, "Blue Finch")
    press(view, "Sharing and rest")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in view.findChildren(Dialog)))
    answers.append(refused("This student is not in one of your classes any more."))
    rooms.news.changed.emit(readings.TEACHER.user_id, frozenset({"class_enrollment"}))
    sees(qtbot, view, "Not here any more")
    assert not any(each.isVisible() for each in view.findChildren(Dialog))
    assert not any("Blue Finch" in name for name in names(view))
    press(view, "Class")
    assert went == [AtClass()]


@pytest.mark.parametrize(("account", "place"), [(readings.STUDENT, AtFeed()), (community.GUARDIAN, AtHome())])
def test_a_profile_that_is_not_shared_leads_back(theme: Theme, qtbot: QtBot, account: Account, place: object) -> None:
    rooms = still_rooms(profile=lambda *_: refused("This profile is not shared with you."))
    went = Went()
    view = shown(qtbot, ProfileView(theme, rooms, account, went, user_id="somebody"))
    sees(qtbot, view, "Not everybody shows a profile")
    assert "Try again" not in names(view)
    press(view, "My family" if account is community.GUARDIAN else "Class news")
    assert went == [place]


def test_nobody_is_led_to_a_profile_that_is_not_shown_to_them(theme: Theme, qtbot: QtBot) -> None:
    hidden = msgspec.structs.replace(community.OPEN_SHARE, has_profile=False)
    rooms = still_rooms(share_shown=lambda *_: done(hidden))
    view = shown(qtbot, CommentsView(theme, rooms, readings.STUDENT, Went(), share=hidden))
    sees(qtbot, view, "Say something kind")
    assert not any(name.startswith("Profile of") for name in names(view))
    feed = ShareTile(hidden, theme, now=readings.NOW, acts=Acts(profile=lambda _: None))
    shown(qtbot, feed)
    assert not any(name.startswith("Profile of") for name in names(feed))
    assert hidden.author_name in names(feed)


def test_a_child_whose_link_was_ended(theme: Theme, qtbot: QtBot) -> None:
    children = list(still_rooms().children(community.GUARDIAN).result())
    rooms = still_rooms(children=lambda _: done(tuple(children)))
    went = Went()
    view = FamilyView(theme, rooms, community.GUARDIAN, went, student_id=children[0].user_id)
    shown(qtbot, view)
    sees(qtbot, view, "Shared with the family")
    press(view, "Take it back")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in view.findChildren(TakeBackDialog)))
    gone = children.pop(0)
    rooms.news.changed.emit(community.GUARDIAN.user_id, frozenset({"guardian_link"}))
    sees(qtbot, view, "This child is not linked to you any more")
    assert not any(gone.display_name in name for name in names(view))
    assert not any(each.isVisible() for each in view.findChildren(TakeBackDialog))
    press(view, "My family")
    assert went == [AtFamily()]


def test_a_supervision_page_asks_again_when_the_class_changes_hands(theme: Theme, qtbot: QtBot) -> None:
    still = still_rooms()
    answers = [still.governing.supervise(readings.TEACHER, "st0")]
    governing = msgspec.structs.replace(still.governing, supervise=lambda *_: answers[-1])
    rooms = still_rooms(governing=governing)
    assert readings.TEACHER.role is AccessRole.TEACHER
    view = SupervisionView(theme, rooms, readings.TEACHER, Went(), student_id="st0", name="Silver Fox", back=AtClass())
    shown(qtbot, view)
    sees(qtbot, view, "All that")
    answers.append(refused("This student is in none of your classes."))
    rooms.news.changed.emit(readings.TEACHER.user_id, frozenset({"points_entry"}))
    rooms.news.changed.emit(readings.TEACHER.user_id, frozenset({"school_class"}))
    sees(qtbot, view, "This student is in none of your classes.")
    assert not any(name.startswith("All that") for name in names(view))


def talking(qtbot: QtBot, theme: Theme, shares: list[Any]) -> tuple[CommentsView, Any]:
    rooms = still_rooms(share_shown=lambda *_: shares[-1])
    view = CommentsView(theme, rooms, readings.STUDENT, Went(), share=community.OPEN_SHARE)
    shown(qtbot, view)
    sees(qtbot, view, "Say something kind")
    return view, rooms


def test_words_that_are_switched_off_while_one_writes_are_not_offered_any_more(theme: Theme, qtbot: QtBot) -> None:
    shares: list[Any] = [done(community.OPEN_SHARE)]
    view, rooms = talking(qtbot, theme, shares)
    field = view.findChild(QPlainTextEdit)
    assert field is not None
    field.setPlainText("You kept the beat")
    shares.append(done(msgspec.structs.replace(community.OPEN_SHARE, comment_mode="off")))
    rooms.news.changed.emit(readings.STUDENT.user_id, frozenset({"class_policy"}))
    sees(qtbot, view, "Words are switched off here.")
    assert "More sentences" not in names(view)
    shares.append(done(community.OPEN_SHARE))
    rooms.news.changed.emit(readings.STUDENT.user_id, frozenset({"class_policy"}))
    sees(qtbot, view, "More sentences")
    assert [each.toPlainText() for each in view.findChildren(QPlainTextEdit) if each.isVisible()] == [
        "You kept the beat"
    ]


def test_a_break_that_an_adult_asks_for_meanwhile_is_said_before_anything_is_written(
    theme: Theme, qtbot: QtBot
) -> None:
    shares: list[Any] = [done(community.OPEN_SHARE)]
    view, rooms = talking(qtbot, theme, shares)
    shares.append(done(msgspec.structs.replace(community.OPEN_SHARE, comment_mode=BREAK)))
    rooms.news.changed.emit(readings.STUDENT.user_id, frozenset({"moderation_action"}))
    sees(qtbot, view, "Your teacher has asked for a break from words and reactions.")
    assert "More sentences" not in names(view)


@pytest.mark.parametrize("typed", ["", "You kept the beat"])
def test_of_a_share_that_is_gone_only_what_was_being_typed_stays(theme: Theme, qtbot: QtBot, typed: str) -> None:
    shares: list[Any] = [done(community.OPEN_SHARE)]
    view, rooms = talking(qtbot, theme, shares)
    field = view.findChild(QPlainTextEdit)
    assert field is not None
    field.setPlainText(typed)
    shares.append(refused("This is not shared any more."))
    rooms.news.changed.emit(readings.STUDENT.user_id, frozenset({"achievement_share"}))
    sees(qtbot, view, "This is not shared any more.")
    assert "More sentences" not in names(view)
    qtbot.waitUntil(lambda: ("Say something kind" in names(view)) is bool(typed))
    before = [name for name in names(view) if name == "This is not shared any more."]
    qtbot.waitUntil(lambda: not any(community.OPEN_SHARE.author_name in name for name in names(view)))
    assert "Class news" in names(view)
    # News goes on, and does it no harm.
    view.refresh()
    view.refresh()
    QApplication.processEvents()
    assert sum(name == "This is not shared any more." for name in names(view)) == len(before)
