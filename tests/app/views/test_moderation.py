"""The adults' queue, the rules of a class, and a share in the light: through the accessibility tree."""

from __future__ import annotations

from concurrent.futures import Future

import msgspec
from conftest import Went, names, press
from PySide6.QtWidgets import QDialog, QLineEdit, QRadioButton

from app.store.problems import StoreProblem
from app.views.places import AtPolicy
from app.views.student.feed import FeedView
from app.views.teacher.highlight import HighlightDialog
from app.views.teacher.moderation import ModerationView
from app.views.teacher.policy import PolicyView
from domain.music.say import say
from domain.records.community import AchievementType, Scope
from workshop import gallery_community as community
from workshop import gallery_readings as readings
from workshop.gallery_rooms import done, still_rooms

MOLE, WREN, FOX, PANDA, FINCH = community.QUEUE
PANDAS = "Calm Panda: Wow, the left hand never stops."


def show(qtbot, view):
    qtbot.addWidget(view)
    view.resize(1366, 900)
    with qtbot.waitExposed(view):
        view.show()
    return view


class Decided(list):
    """A store that keeps decisions and answers with what is left."""

    def __call__(self, _account, card, decision, reason):
        self.append((card.target_id, decision, reason))
        gone = {target for target, _, _ in self}
        return done(tuple(each for each in community.QUEUE if each.target_id not in gone))


def queue(theme, qtbot, **more) -> ModerationView:
    view = show(qtbot, ModerationView(theme, still_rooms(**more), readings.TEACHER, Went()))
    qtbot.waitUntil(lambda: "Please have a look" in names(view))
    return view


def test_the_most_urgent_comes_first_and_says_why(theme, qtbot) -> None:
    said = names(queue(theme, qtbot))
    first, second = said.index("Quiet Mole: I don't want to be here any more"), said.index(PANDAS)
    assert first < second
    assert "May be about hurting oneself. Please look at this now and follow your school's plan." in said
    assert "Reported: It is not true" in said


def test_a_decision_can_be_taken_back_before_anybody_knows(theme, qtbot) -> None:
    decided = Decided()
    view = queue(theme, qtbot, decide=decided)
    press(view, f"Approve: {PANDAS}")
    qtbot.waitUntil(lambda: f"Approved: {PANDAS}" in names(view))
    assert PANDAS not in names(view)
    qtbot.waitUntil(
        lambda: view.focusWidget() is not None and view.focusWidget().accessibleName().startswith("Approve")
    )
    press(view, "Undo")
    qtbot.waitUntil(lambda: PANDAS in names(view))
    view.leave()
    assert decided == []


def test_the_next_decision_and_leaving_keep_what_was_decided(theme, qtbot) -> None:
    decided = Decided()
    view = queue(theme, qtbot, decide=decided)
    press(view, f"Approve: {PANDAS}")
    press(view, "Approve: Blue Finch: My hands know the way now.")
    assert decided == [("q4", "approve", "")]
    view.leave()
    assert decided == [("q4", "approve", ""), ("q5", "approve", "")]


def test_after_its_moment_a_decision_is_kept(theme, qtbot) -> None:
    decided = Decided()
    view = queue(theme, qtbot, decide=decided)
    view._undo.setInterval(1)
    press(view, f"Approve: {PANDAS}")
    qtbot.waitUntil(lambda: decided == [("q4", "approve", "")])
    qtbot.waitUntil(lambda: f"Approved: {PANDAS}" not in names(view))
    assert PANDAS not in names(view)


def test_hiding_and_removing_ask_for_a_reason(theme, qtbot) -> None:
    decided = Decided()
    view = queue(theme, qtbot, decide=decided)
    press(view, "Hide: Golden Wren")
    press(view.findChildren(QDialog)[-1], "It tells something private")
    press(view, "Remove: Silver Fox")
    dialog = view.findChildren(QDialog)[-1]
    dialog.findChild(QLineEdit).setText("  It was a joke  ")
    press(dialog, "Go on")
    view.leave()
    assert decided == [("q2", "hide", "personal"), ("q3", "remove", "It was a joke")]


def test_what_was_not_kept_is_there_again_with_the_reason(theme, qtbot) -> None:
    refused: Future = Future()
    refused.set_exception(StoreProblem(say("These words were changed meanwhile. Please read them again.")))
    view = queue(theme, qtbot, decide=lambda *_: refused)
    view._undo.setInterval(1)
    press(view, f"Approve: {PANDAS}")
    qtbot.waitUntil(lambda: "These words were changed meanwhile. Please read them again." in names(view))
    qtbot.waitUntil(lambda: PANDAS in names(view))


def test_words_beside_a_share_are_shown_or_hidden_but_not_removed(theme, qtbot) -> None:
    said = names(queue(theme, qtbot))
    assert "Hide: Blue Finch: My hands know the way now." in said
    assert "Remove: Blue Finch: My hands know the way now." not in said


def test_the_clean_ones_go_together(theme, qtbot) -> None:
    done_at: list[int] = []
    view = queue(theme, qtbot, approve_clean=lambda _a, shown: done_at.append(len(shown)) or done(2))
    press(view, "Approve the 2 in which nothing was noticed")
    assert done_at == [2]


def test_an_empty_queue_says_what_would_wait_here(theme, qtbot) -> None:
    assert "Nothing waits" in names(queue(theme, qtbot, moderation_queue=lambda _: done(())))


# -- rules


def rules(theme, qtbot, went=None, **more) -> PolicyView:
    view = PolicyView(theme, still_rooms(**more), readings.TEACHER, Went() if went is None else went, class_id=None)
    show(qtbot, view)
    qtbot.waitUntil(lambda: "Rules of Piano Lab 4A" in names(view))
    return view


def test_each_rule_is_kept_as_soon_as_it_is_touched(theme, qtbot) -> None:
    kept: list[object] = []
    view = rules(
        theme, qtbot, set_class_rules=lambda _a, which, changes: kept.append((which, changes)) or done(community.RULES)
    )
    by_name = {radio.text(): radio for radio in view.findChildren(QRadioButton)}
    by_name["Switched off"].click()
    by_name["Own words, too"].click()
    press(view, "Challenges")
    press(view, "Family")
    assert kept == [
        ("c1", {"sharing_enabled": False}),
        ("c1", {"comment_mode": "moderated"}),
        ("c1", {"allowed_types": tuple(AchievementType)}),
        ("c1", {"default_scope": Scope.FAMILY}),
    ]


def test_rules_that_somebody_else_changed_are_shown(theme, qtbot) -> None:
    answers = [community.RULES]
    view = rules(theme, qtbot, class_rules=lambda *_: done(answers[-1]))
    answers.append(msgspec.structs.replace(community.RULES, sharing_enabled=False))
    view.refresh()

    def chosen() -> set[str]:
        return {radio.text() for radio in view.findChildren(QRadioButton) if radio.isVisible() and radio.isChecked()}

    qtbot.waitUntil(lambda: "Switched off" in chosen())


def test_the_queue_leads_to_the_rules(theme, qtbot) -> None:
    went = Went()
    view = show(qtbot, ModerationView(theme, still_rooms(), readings.TEACHER, went))
    press(view, "Rules of the class")
    assert went == [AtPolicy()]


# -- highlights


def test_a_teacher_puts_a_share_in_the_light_and_takes_it_out(theme, qtbot) -> None:
    deeds: list[object] = []
    rooms = still_rooms(highlight_share=lambda _a, *what: deeds.append(what) or done(None))
    view = show(qtbot, FeedView(theme, rooms, readings.TEACHER, Went()))
    press(view, "Highlight: Sight-reader III")
    dialog = view.findChild(HighlightDialog)
    qtbot.waitUntil(lambda: dialog.findChild(QLineEdit) is not None)
    dialog.findChild(QLineEdit).setText("Listen to the left hand!")
    press(dialog, "Show it to Piano Lab 4A")
    qtbot.waitUntil(lambda: "Piano Lab 4A sees it now." in names(dialog))
    press(dialog, "Undo")
    assert deeds == [
        ("c1", "sh1", "Listen to the left hand!", True),
        ("c1", "sh1", "Listen to the left hand!", False),
    ]


def test_students_highlight_nothing(theme, qtbot) -> None:
    view = show(qtbot, FeedView(theme, still_rooms(), readings.STUDENT, Went()))
    qtbot.waitUntil(lambda: "Silver Fox: Sight-reader III" in names(view))
    assert "Highlight: Sight-reader III" not in names(view)
