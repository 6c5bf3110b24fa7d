"""Words under a share, reports, blocks and reach: worked through the accessibility tree, as a screen reader does."""

from __future__ import annotations

from concurrent.futures import Future

import msgspec
from conftest import Went, names, press, tree
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QRadioButton, QWidget

from app.store.problems import StoreProblem
from app.views.places import AtComments
from app.views.student.comments import CommentsView
from app.views.student.feed import FeedView
from app.views.student.report import ReportDialog
from app.views.student.visibility import VisibilityDialog
from domain.community.visibility import Relation
from domain.music.say import say
from domain.records.community import EngagementKind, Scope
from workshop import gallery_community as community
from workshop import gallery_readings as readings
from workshop.gallery_rooms import done, still_rooms


def show(qtbot, view):
    qtbot.addWidget(view)
    view.resize(1280, 860)
    with qtbot.waitExposed(view):
        view.show()
    return view


def words(theme, qtbot, share=community.OPEN_SHARE, account=readings.STUDENT, **more) -> CommentsView:
    rooms = still_rooms(**{"share_shown": lambda *_: done(share), **more})
    view = CommentsView(theme, rooms, account, Went(), share=share)
    show(qtbot, view)
    qtbot.waitUntil(lambda: "Golden Wren: Well done!" in names(view))
    return view


def cover(view: QWidget) -> QDialog:
    """The dialogue that was opened last over a page."""
    return [each for each in view.window().findChildren(QDialog) if each.isVisible()][-1]


def test_a_sentence_is_one_touch(theme, qtbot) -> None:
    said = []
    view = words(theme, qtbot, comment_on=lambda _a, *what: said.append(what) or done(community.COMMENTS[0]))
    press(view, "That sounds lovely.")
    press(view, "More sentences")
    press(view, "You never gave up.")
    assert said == [("sh1", "sounds_lovely", ""), ("sh1", "never_gave_up", "")]


def test_own_words_go_to_the_teacher_first_and_say_so(theme, qtbot) -> None:
    said = []
    view = words(theme, qtbot, comment_on=lambda _a, *what: said.append(what) or done(community.COMMENTS[3]))
    assert any("Your teacher reads your words before others see them" in name for name in names(view))
    view.findChild(QPlainTextEdit).setPlainText("So fast!")
    press(view, "Send to my teacher")
    qtbot.waitUntil(lambda: view.findChild(QPlainTextEdit).toPlainText() == "")
    assert said == [("sh1", None, "So fast!")]


def test_what_is_too_long_cannot_be_sent(theme, qtbot) -> None:
    view = words(theme, qtbot)
    view.findChild(QPlainTextEdit).setPlainText("a" * 201)
    send = next(face for face in tree(view) if face.text(QAccessible.Text.Name) == "Send to my teacher")
    assert send.state().disabled


def test_words_that_were_not_kept_stay_in_the_field(theme, qtbot) -> None:
    refused: Future = Future()
    refused.set_exception(StoreProblem(say("Words are switched off here. A celebration still works.")))
    view = words(theme, qtbot, comment_on=lambda *_: refused)
    view.findChild(QPlainTextEdit).setPlainText("So fast!")
    press(view, "Send to my teacher")
    qtbot.waitUntil(lambda: "Words are switched off here. A celebration still works." in names(view))
    assert view.findChild(QPlainTextEdit).toPlainText() == "So fast!"


def test_news_leave_what_is_being_typed(theme, qtbot) -> None:
    answers = [community.COMMENTS]
    view = words(theme, qtbot, comments_of=lambda *_: done(answers[-1]))
    field = view.findChild(QPlainTextEdit)
    field.setPlainText("half a sen")
    answers.append(community.COMMENTS[:2])
    view.refresh()
    qtbot.waitUntil(lambda: "Ms Rivera: You kept the beat through every bar." not in names(view))
    assert field.toPlainText() == "half a sen"


def test_without_moderation_students_pick_sentences_and_adults_write(theme, qtbot) -> None:
    phrases = msgspec.structs.replace(community.OPEN_SHARE, comment_mode="phrases")
    assert words(theme, qtbot, share=phrases).findChild(QPlainTextEdit) is None
    assert words(theme, qtbot, share=phrases, account=readings.TEACHER).findChild(QPlainTextEdit) is not None


def test_where_words_are_off_the_page_says_so(theme, qtbot) -> None:
    off = msgspec.structs.replace(community.OPEN_SHARE, comment_mode="off")
    view = words(theme, qtbot, share=off)
    assert "Words are switched off here. A celebration still works." in names(view)
    assert "Well done!" not in names(view)[:8]


def test_ones_own_words_can_be_taken_back_and_say_that_they_wait(theme, qtbot) -> None:
    taken = []
    view = words(theme, qtbot, withdraw_comment=lambda _a, which: taken.append(which) or done(None))
    assert "Your teacher reads these words before others see them" in names(view)
    press(view, "Take back: The second half was so fast!")
    assert taken == ["c4"]


def test_a_comment_is_plain_text(theme, qtbot) -> None:
    sly = community.comment(1, "Golden Wren", "well_done"), community.comment(2, "Sly Fox", None, "<b>hi</b> & bye")
    view = words(theme, qtbot, comments_of=lambda *_: done(sly))
    assert "<b>hi</b> & bye" in names(view)


def test_three_touches_report_from_the_feed(theme, qtbot) -> None:
    told = []
    rooms = still_rooms(report_item=lambda _a, *what: told.append(what) or done(True))
    view = show(qtbot, FeedView(theme, rooms, readings.STUDENT, Went()))
    qtbot.waitUntil(lambda: "Silver Fox: Sight-reader III" in names(view))
    press(view, "Report: Sight-reader III")
    press(cover(view), "It is unkind")
    qtbot.waitUntil(lambda: any(name.startswith("Thank you for telling us.") for name in names(cover(view))))
    assert told == [("share", "sh1", "unkind")]
    press(cover(view), "Close")


def test_what_was_reported_already_says_so(theme, qtbot) -> None:
    rooms = still_rooms(report_item=lambda *_: done(False))
    who = community.OTHERS_PROFILE.who
    dialog = ReportDialog(theme, rooms, readings.STUDENT, ("share", "sh1"), who, changed=lambda: None)
    show(qtbot, dialog)
    press(dialog, "It is not true")
    qtbot.waitUntil(lambda: any(name.startswith("You have told us") for name in names(dialog)))


def test_a_student_can_be_blocked_and_the_page_asks_again(theme, qtbot) -> None:
    deeds: list[object] = []
    rooms = still_rooms(block_person=lambda _a, *what: deeds.append(what) or done(()))
    who = community.OTHERS_PROFILE.who
    dialog = ReportDialog(theme, rooms, readings.STUDENT, ("share", "sh1"), who, changed=lambda: deeds.append("again"))
    show(qtbot, dialog)
    press(dialog, "Block Silver Fox")
    qtbot.waitUntil(lambda: "again" in deeds)
    assert deeds == [("Silver Fox", True), "again"]


def test_adults_block_nobody(theme, qtbot) -> None:
    who = community.OTHERS_PROFILE.who
    dialog = ReportDialog(theme, still_rooms(), readings.TEACHER, ("share", "x"), who, changed=lambda: None)
    show(qtbot, dialog)
    assert "Block Silver Fox" not in names(dialog)


def test_the_feed_leads_to_the_words_and_keeps(theme, qtbot) -> None:
    went, deeds = Went(), []
    rooms = still_rooms(react=lambda _a, *what: deeds.append(what) or done(readings.FEED[0]))
    view = show(qtbot, FeedView(theme, rooms, readings.STUDENT, went))
    qtbot.waitUntil(lambda: "Silver Fox: Sight-reader III" in names(view))
    press(view, "Words, 0: Sight-reader III")
    press(view, "Keep: Sight-reader III")
    assert went == [AtComments(share=readings.FEED[0])]
    assert deeds == [("sh1", EngagementKind.BOOKMARK, True)]


def test_who_can_see_this_now_and_how_it_looks_to_them(theme, qtbot) -> None:
    kept = []
    narrow = msgspec.structs.replace(readings.FEED[2], scope=Scope.FAMILY, who_sees=say("You and your family."))
    rooms = still_rooms(edit_share=lambda _a, *what: kept.append(what) or done(narrow))
    changes: list[int] = []
    dialog = VisibilityDialog(theme, rooms, readings.STUDENT, readings.FEED[2], changed=lambda: changes.append(1))
    show(qtbot, dialog)
    qtbot.waitUntil(lambda: "My school" in names(dialog))
    next(radio for radio in dialog.findChildren(QRadioButton) if radio.text() == "My family").click()
    qtbot.waitUntil(lambda: "You and your family." in names(dialog))
    assert kept == [("sh3", Scope.FAMILY, None)]
    assert changes == [1]
    press(dialog, "Other schools")
    qtbot.waitUntil(lambda: "Other schools: this is not shown here." in names(dialog))
    press(dialog, "My teacher")
    qtbot.waitUntil(lambda: "My teacher: it looks like this." in names(dialog))
    assert community.seen_as(Relation.TEACHER_OF_CLASS).card is not None
