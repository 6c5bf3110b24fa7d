"""The pages of a whole organisation, through the accessibility tree: figures, rules, and what is asked of everybody."""

from __future__ import annotations

import csv
from concurrent.futures import Future

import msgspec
import pytest
from conftest import Went, names, press
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QRadioButton

from app.store.problems import StoreProblem
from app.views.admin.guidelines import GuidelinesView
from app.views.admin.organisation import OrganisationView
from app.views.admin.supervision import SupervisionView
from app.views.admin.usage import UsageView
from app.views.family.child import FamilyView
from app.views.pages import entries_of
from app.views.places import AtClass, AtComments, AtGuidelines, AtOrganisation, AtSupervision, AtUsage
from app.views.student.comments import CommentsView
from app.views.student.feed import FeedView
from app.views.student.guidelines import GuidelinesDialog
from app.views.student.profile import ProfileView
from app.views.student.share import ShareDialog
from app.views.teacher.pausing import BreakDialog
from app.views.teacher.reasons import ReasonDialog
from app.views.teacher.student import StudentView
from domain.music.say import say
from domain.records.identity import AccessRole
from workshop import gallery_badges as badges
from workshop import gallery_community as community
from workshop import gallery_governing as governing
from workshop import gallery_readings as readings
from workshop.gallery_answers import done
from workshop.gallery_rooms import still_rooms


def rooms(**more):
    return still_rooms(governing=governing.still_governing(**more))


def show(qtbot, view):
    qtbot.addWidget(view)
    view.resize(1366, 900)
    with qtbot.waitExposed(view):
        view.show()
    return view


def said(view, words: str) -> bool:
    return any(words in name for name in names(view))


def refused(sentence: str) -> Future:
    answer: Future = Future()
    answer.set_exception(StoreProblem(say(sentence)))
    return answer


def test_the_pages_are_offered_to_those_who_may_open_them(theme, qtbot) -> None:
    shown = {
        role
        for role in AccessRole
        for entry in entries_of(msgspec.structs.replace(badges.ADMIN, role=role))
        if entry.place == AtUsage()
    }
    assert shown == {AccessRole.TEACHER_ADMIN, AccessRole.SUBSCRIBER_ADMIN, AccessRole.SYSTEM_ADMIN}
    head = msgspec.structs.replace(badges.ADMIN, role=AccessRole.TEACHER_ADMIN)
    view = show(qtbot, UsageView(theme, rooms(), head, Went()))
    qtbot.waitUntil(lambda: said(view, "School by school"))
    assert not said(view, "Rules for sharing")


# -- figures


def test_figures_are_told_school_by_school_and_small_ones_are_not(theme, qtbot) -> None:
    went = Went()
    view = show(qtbot, UsageView(theme, rooms(), badges.ADMIN, went))
    qtbot.waitUntil(lambda: said(view, "9,840 plays"))
    assert said(view, "Students who played, by the week. 26 Oct: 301") or said(view, "Oct: 301")
    assert said(view, "badges: fewer than five people")
    press(view, "12 weeks")
    assert went[-1] == AtUsage(weeks=12)
    press(view, "Rules for sharing")
    assert went[-1] == AtOrganisation()
    press(view, "What we ask of everybody")
    assert went[-1] == AtGuidelines()


def test_the_table_that_is_saved_is_what_was_shown(theme, qtbot, tmp_path) -> None:
    place = tmp_path / "use.csv"
    written = {}
    desk = badges.still_badges(save=lambda path, content: written.update({path: content}) or done(None))
    view = UsageView(
        theme,
        still_rooms(badge_desk=desk),
        badges.ADMIN,
        Went(),
        pick=lambda _parent, name, kind, picked: picked(str(place)) if name.endswith(f".{kind.ending}") else None,
    )
    show(qtbot, view)
    qtbot.waitUntil(lambda: said(view, "9,840 plays"))
    press(view, "Save as a table")
    qtbot.waitUntil(lambda: said(view, "Saved."))
    lines = list(csv.reader(written[str(place)].decode("utf-8-sig").splitlines()))
    assert lines[1][:3] == ["Hill Schools", "480", "412"]
    assert [line[0] for line in lines[2:5]] == ["Ash School", "Elm School", "Oak School"]


def test_without_contact_the_page_says_so_and_tries_again(theme, qtbot) -> None:
    answers = [refused("There is no contact just now."), done(governing.USAGE)]
    view = show(qtbot, UsageView(theme, rooms(usage=lambda *_: answers.pop(0)), badges.ADMIN, Went()))
    qtbot.waitUntil(lambda: said(view, "There is no contact just now."))
    press(view, "Try again")
    qtbot.waitUntil(lambda: said(view, "9,840 plays"))


# -- rules


def test_a_rule_is_kept_as_soon_as_it_is_touched(theme, qtbot) -> None:
    kept = []
    changed = rooms(set_rules=lambda _account, changes: kept.append(changes) or done(governing.RULES))
    view = show(qtbot, OrganisationView(theme, changed, badges.ADMIN, Went()))
    qtbot.waitUntil(lambda: said(view, "How far may anything go?"))
    chosen = {each.accessibleName() for each in view.findChildren(QRadioButton) if each.isChecked()}
    assert chosen == {"The school", "Kind sentences"}
    next(each for each in view.findChildren(QRadioButton) if each.accessibleName() == "Families").click()
    press(view, "Challenges")
    press(view, "Family")
    assert kept[0] == {"most_scope": "family"}
    assert len(kept[1]["allowed_types"]) == len(governing.RULES.allowed_types) + 1
    assert kept[2] == {"default_scope": "family"}


def test_what_was_refused_is_told_and_the_page_stays(theme, qtbot) -> None:
    view = show(
        qtbot,
        OrganisationView(theme, rooms(set_rules=lambda *_: refused("Only an administrator.")), badges.ADMIN, Went()),
    )
    qtbot.waitUntil(lambda: said(view, "How far may anything go?"))
    press(view, "Challenges")
    qtbot.waitUntil(lambda: said(view, "Only an administrator."))
    assert said(view, "How far may anything go?")


# -- what is asked of everybody


def test_an_administrator_writes_sees_and_publishes(theme, qtbot) -> None:
    kept = []
    writing = rooms(write_guidelines=lambda _account, text: kept.append(text) or done(governing.GUIDELINES))
    view = show(qtbot, GuidelinesView(theme, writing, badges.ADMIN, Went()))
    qtbot.waitUntil(lambda: said(view, "As children read it"))
    field = view.findChild(QPlainTextEdit)
    field.setPlainText("Be brave.\n\n  Be kind. ")
    qtbot.waitUntil(lambda: "Be brave." in names(view))
    view._shown = None
    view.refresh()
    assert field.toPlainText().startswith("Be brave.")
    press(view, "Put into force")
    qtbot.waitUntil(lambda: said(view, "In force. Everybody reads it"))
    assert kept == ["Be brave.\nBe kind."]


def test_an_older_version_can_be_taken_up_again(theme, qtbot) -> None:
    view = show(qtbot, GuidelinesView(theme, rooms(), badges.ADMIN, Went()))
    qtbot.waitUntil(lambda: said(view, "Version 1"))
    press(view, "Take this text: Version 1")
    assert view.findChild(QPlainTextEdit).toPlainText() == "Be glad with others.\nSay kind things."


@pytest.mark.parametrize("place", ["feed", "profile", "share", "comments", "family"])
def test_everybody_can_read_them_where_something_is_shared(theme, qtbot, place: str) -> None:
    student = (theme, still_rooms(), readings.STUDENT)
    view = {
        "feed": lambda: FeedView(*student, Went()),
        "profile": lambda: ProfileView(*student, Went(), user_id=None),
        "share": lambda: ShareDialog(*student, "a", posted=Went()),
        "comments": lambda: CommentsView(*student, Went(), share=AtComments(share=community.OPEN_SHARE).share),
        "family": lambda: FamilyView(theme, still_rooms(), community.GUARDIAN, Went(), student_id=None),
    }[place]()
    show(qtbot, view)
    qtbot.waitUntil(lambda: said(view, "How we treat each other"))
    press(view, "How we treat each other")
    qtbot.waitUntil(lambda: bool(view.window().findChildren(GuidelinesDialog)))
    dialog = view.window().findChildren(GuidelinesDialog)[0]
    qtbot.waitUntil(lambda: said(dialog, "Say kind things."))
    press(dialog, "Close")


def test_rules_are_there_from_the_start_and_are_drawn_as_they_were_typed(theme, qtbot) -> None:
    first = show(
        qtbot, GuidelinesDialog(theme, rooms(guidelines=lambda _: done(governing.FROM_THE_START)), readings.STUDENT)
    )
    qtbot.waitUntil(lambda: said(first, "Be glad with others. Everybody learns at their own pace"))
    assert not said(first, "In force since")
    typed = "<b>Be</b> kind"
    hostile = msgspec.structs.replace(
        governing.GUIDELINES, rules=(say(typed),), versions=governing.GUIDELINES.versions[:1]
    )
    second = show(qtbot, GuidelinesDialog(theme, rooms(guidelines=lambda _: done(hostile)), readings.STUDENT))
    qtbot.waitUntil(lambda: typed in names(second))
    assert typed in {label.text() for label in second.findChildren(QLabel)} or said(second, typed)


# -- the supervision page


def test_a_teacher_sees_what_is_in_no_feed_and_is_told_that_it_is_written_down(theme, qtbot) -> None:
    went = Went()
    view = SupervisionView(
        theme, rooms(), readings.TEACHER, went, student_id="st0", name="Silver Fox", back=AtClass(class_id="c1")
    )
    show(qtbot, view)
    qtbot.waitUntil(lambda: said(view, "All that Silver Fox shares"))
    assert said(view, "That you looked is written down")
    assert said(view, "My granny helped me!")
    assert said(view, "waits for an adult")
    press(view, "Back")
    assert went[-1] == AtClass(class_id="c1")


def test_something_is_closed_with_a_reason(theme, qtbot) -> None:
    closed = []
    page = rooms(
        close=lambda _account, student, item, action, reason: (
            closed.append((student, item.target_id, action, reason)) or done(governing.WAITING)
        )
    )
    view = show(qtbot, SupervisionView(theme, page, badges.ADMIN, Went(), student_id="", name="", back=None))
    qtbot.waitUntil(lambda: said(view, "What waits"))
    press(view, "Remove: Calm Panda")
    qtbot.waitUntil(lambda: bool(view.window().findChildren(ReasonDialog)))
    dialog = view.window().findChildren(ReasonDialog)[0]
    qtbot.keyClicks(dialog.findChild(QLineEdit), "Not kind")
    press(dialog, "Go on")
    qtbot.waitUntil(lambda: bool(closed))
    assert closed == [("", "seen2", "remove", "Not kind")]


def test_a_student_s_page_leads_there_and_the_system_s_administrator_begins_with_what_waits(theme, qtbot) -> None:
    went = Went()
    view = show(qtbot, StudentView(theme, rooms(), readings.TEACHER, went, class_id="c1", student_id="st0"))
    qtbot.waitUntil(lambda: said(view, "All they share"))
    press(view, "All they share")
    assert isinstance(went[-1], AtSupervision)
    assert went[-1].student_id == "st0"
    system = msgspec.structs.replace(badges.ADMIN, role=AccessRole.SYSTEM_ADMIN)
    assert entries_of(system)[0].place == AtSupervision()


def test_from_what_waits_one_comes_to_its_author_and_can_put_something_in_the_light(theme, qtbot) -> None:
    went, lit = Went(), []
    system = msgspec.structs.replace(badges.ADMIN, role=AccessRole.SYSTEM_ADMIN)
    page = rooms(
        close=lambda _who, _student, item, action, _why: (
            lit.append((item.target_id, action)) or done(governing.SUPERVISED)
        )
    )
    waiting = show(qtbot, SupervisionView(theme, page, system, went, student_id="", name="", back=None))
    qtbot.waitUntil(lambda: said(waiting, "All they share: Calm Panda"))
    press(waiting, "All they share: Calm Panda")
    assert went[-1].student_id == "Calm Panda"
    theirs = show(qtbot, SupervisionView(theme, page, system, went, student_id="x", name="x", back=AtSupervision()))
    qtbot.waitUntil(lambda: said(theirs, "Highlight: Silver Fox, Rhythm keeper II"))
    # What is for the family, or for nobody else, is not offered: no class sees it.
    assert not said(theirs, "Highlight: Silver Fox, 30 days")
    assert not said(theirs, "Highlight: Silver Fox, Sight-reader III")
    press(theirs, "Highlight: Silver Fox, Rhythm keeper II")
    qtbot.waitUntil(lambda: bool(lit))
    assert lit == [("seen5", "highlight")]
    qtbot.waitUntil(lambda: said(theirs, "in the light of the class for a week"))


def test_a_system_administrator_approves_what_waits_and_asks_for_a_break(theme, qtbot) -> None:
    system = msgspec.structs.replace(badges.ADMIN, role=AccessRole.SYSTEM_ADMIN)
    decided: list[object] = []
    page = rooms(
        close=lambda _who, _student, item, action, _why: (
            decided.append((item.target_id, item.part, action)) or done(governing.WAITING)
        ),
        pause=lambda _who, student, until, why: (
            decided.append((student, until, why))
            or done(msgspec.structs.replace(governing.SUPERVISED, muted_until=until))
        ),
    )
    waiting = show(qtbot, SupervisionView(theme, page, system, Went(), student_id="", name="", back=None))
    qtbot.waitUntil(lambda: said(waiting, "Words with it"))
    press(waiting, "Approve: Brave Otter")
    assert decided == [("seen3", "message", "approve")]
    assert not said(waiting, "Remove: Brave Otter")
    assert not said(waiting, "A break from words and reactions")
    theirs = show(qtbot, SupervisionView(theme, page, system, Went(), student_id="x", name="x", back=AtSupervision()))
    qtbot.waitUntil(lambda: said(theirs, "A break from words and reactions"))
    press(theirs, "A break from words and reactions")
    dialog = theirs.findChild(BreakDialog)
    assert dialog is not None
    dialog.findChild(QLineEdit).setText("Please be kind")
    press(dialog, "One day")
    assert decided[-1] == ("x", page.now() + 86_400_000_000, "Please be kind")
    qtbot.waitUntil(lambda: said(theirs, "A break from words and reactions until"))
    press(theirs, "End it now")
    assert decided[-1] == ("x", None, "")
