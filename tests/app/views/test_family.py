"""The family's face: what the child shared, a celebration from home, the family's limit, taking something back."""

from __future__ import annotations

from concurrent.futures import Future

from conftest import Went, names, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QRadioButton

from app.store.problems import StoreProblem
from app.store.readings import SignIn
from app.views.family.child import FamilyView
from app.views.family.taking_back import TakeBackDialog
from app.views.places import AtComments, AtFamily, AtHome
from app.views.student.comments import CommentsView
from app.views.student.sign_in import SignInView
from app.views.window import MainWindow
from domain.music.say import say
from domain.records.community import EngagementKind, Scope
from workshop import gallery_community as community
from workshop.gallery_rooms import done, still_rooms

SHARE = community.CHILD.shares[0]


def show(qtbot, view):
    qtbot.addWidget(view)
    view.resize(1366, 900)
    with qtbot.waitExposed(view):
        view.show()
    return view


def family(theme, qtbot, went=None, **more) -> FamilyView:
    rooms = still_rooms(**more)
    view = FamilyView(theme, rooms, community.GUARDIAN, Went() if went is None else went, student_id=None)
    show(qtbot, view)
    qtbot.waitUntil(lambda: "How far may it go at most?" in names(view))
    return view


def test_a_guardian_signs_in_to_the_family(qtbot) -> None:
    made = MainWindow(still_rooms())
    show(qtbot, made)
    made.signed_in(community.GUARDIAN)
    qtbot.waitUntil(lambda: "Shared with the family" in names(made))
    assert "Class news" not in names(made)


def test_a_celebration_from_home(theme, qtbot) -> None:
    deeds: list[object] = []
    view = family(theme, qtbot, react=lambda _a, *what: deeds.append(what) or done(SHARE))
    press(view, "Celebrate")
    assert deeds == [("sh3", EngagementKind.CELEBRATE, True)]


def test_the_familys_limit_is_kept_at_once(theme, qtbot) -> None:
    kept: list[object] = []
    view = family(theme, qtbot, set_family_limit=lambda _a, *what: kept.append(what) or done(community.CHILD))
    by_name = {radio.text(): radio for radio in view.findChildren(QRadioButton)}
    assert by_name["The class"].isChecked()
    by_name["Our family"].click()
    by_name["Other schools"].click()
    assert kept == [("u1", Scope.FAMILY), ("u1", Scope.PUBLIC)]


def test_another_child_is_one_touch_away(theme, qtbot) -> None:
    went = Went()
    press(family(theme, qtbot, went), "Sunny Lark")
    assert went == [AtFamily(student_id="u2")]


def test_what_the_child_shared_can_be_taken_back_after_one_question(theme, qtbot) -> None:
    taken: list[object] = []
    view = family(theme, qtbot, withdraw_childs=lambda _a, *what: taken.append(what) or done(None))
    press(view, "Take it back: Pianist II")
    dialog = view.findChild(TakeBackDialog)
    assert "“Pianist II” disappears for everybody. The badge itself stays with Blue Finch." in names(dialog)
    dialog.findChild(QLineEdit).setText("Please not this one")
    press(dialog, "Take it back")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert taken == [("share", "sh3", "Please not this one")]


def test_words_lead_there_and_back_to_the_family(theme, qtbot) -> None:
    went = Went()
    press(family(theme, qtbot, went), "Words, 0: Pianist II")
    view = show(qtbot, CommentsView(theme, still_rooms(), community.GUARDIAN, went, share=SHARE))
    press(view, "My family")
    assert went == [AtComments(share=SHARE), AtHome()]


def test_before_the_school_has_linked_anybody_the_page_says_so(theme, qtbot) -> None:
    rooms = still_rooms(children=lambda _: done(()))
    view = show(qtbot, FamilyView(theme, rooms, community.GUARDIAN, Went(), student_id=None))
    qtbot.waitUntil(lambda: "Nobody is linked yet" in names(view))


def test_a_child_who_is_still_on_the_way_is_not_said_to_be_missing(theme, qtbot) -> None:
    answers = [done(()), still_rooms().children(community.GUARDIAN)]
    rooms = still_rooms(children=lambda _: answers.pop(0) if len(answers) > 1 else answers[0])
    view = show(qtbot, FamilyView(theme, rooms, community.GUARDIAN, Went(), student_id=None))
    qtbot.waitUntil(lambda: "One moment…" in names(view))
    assert "Nobody is linked yet" not in names(view)
    rooms.news.changed.emit(community.GUARDIAN.user_id, frozenset({"member"}))
    qtbot.waitUntil(lambda: "Blue Finch" in names(view))


def test_somebody_elses_child_is_refused_in_words(theme, qtbot) -> None:
    refused: Future = Future()
    refused.set_exception(StoreProblem(say("The school has not linked this child to you.")))
    rooms = still_rooms(child_page=lambda *_: refused)
    view = show(qtbot, FamilyView(theme, rooms, community.GUARDIAN, Went(), student_id="u7"))
    qtbot.waitUntil(lambda: "The school has not linked this child to you." in names(view))


def test_families_have_a_door_of_their_own(theme, qtbot) -> None:
    came: list[object] = []
    tried: list[tuple[str, str]] = []

    def by_name(name: str, secret: str):
        tried.append((name, secret))
        return done(
            SignIn(refusal=say("That is not right.")) if secret == "wrong" else SignIn(account=community.GUARDIAN)
        )

    view = SignInView(theme, still_rooms(sign_in_by_name=by_name), signed_in=came.append)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    press(view, "I am family")
    name, password = view.findChildren(QLineEdit)
    qtbot.keyClicks(name, "mr.finch")
    qtbot.keyClicks(password, "wrong")
    press(view, "Sign in")
    qtbot.waitUntil(lambda: "That is not right." in names(view))
    password.clear()
    qtbot.keyClicks(password, "right")
    qtbot.keyClick(password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: came == [community.GUARDIAN])
    assert tried == [("mr.finch", "wrong"), ("mr.finch", "right")]
