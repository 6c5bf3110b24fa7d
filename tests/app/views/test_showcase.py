"""A showcase is arranged with the pointer, the keyboard or buttons; what goes away can be brought back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import msgspec
from conftest import Went, names, press
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QRadioButton

from app.store.problems import StoreProblem
from app.views.places import AtProfile, AtShare, AtShareMoment, AtShowcase
from app.views.student.as_others import showcase_as_others
from app.views.student.profile import ProfileView
from app.views.student.showcase import ShowcaseView
from app.views.student.showcase_order import ItemLine, ItemOrder
from domain.music.say import say
from domain.records.community import AchievementType, Scope
from workshop import gallery_community as community
from workshop import gallery_readings as readings
from workshop import gallery_together
from workshop.gallery_rooms import done, still_rooms

IDS = tuple(item.item_id for item in community.SHOWCASE.items)


class Kept:
    """A showcase that is changed as the store would do it."""

    def __init__(self) -> None:
        self.desk = community.SHOWCASE_DESK
        self.changes: list[dict[str, Any]] = []

    def edit(self, _account: object, _id: str, changes: dict[str, Any]) -> Future:
        self.changes.append(dict(changes))
        if "items" in changes:
            known = {item.item_id: item for item in community.ITEMS}
            card = msgspec.structs.replace(self.desk.card, items=tuple(known[each] for each in changes["items"]))
            rest = tuple(item for item in community.ITEMS if item not in card.items)
            self.desk = msgspec.structs.replace(self.desk, card=card, choices=rest)
        return done(self.desk)


def opened(theme, qtbot, kept: Kept | None = None, went: Went | None = None, **more: Callable[..., Any]):
    kept = kept or Kept()
    rooms = still_rooms(together=gallery_together.together(**{"edit_showcase": kept.edit, **more}))
    view = ShowcaseView(theme, rooms, readings.STUDENT, Went() if went is None else went, showcase_id="w1")
    qtbot.addWidget(view)
    view.resize(1366, 1400)
    with qtbot.waitExposed(view):
        view.show()
    qtbot.waitUntil(lambda: "What you can put in" in names(view))
    return view


def order(view) -> list[str]:
    found = view.findChildren(ItemOrder)[-1]
    return [line.item.item_id for line in found.findChildren(ItemLine)]


def test_each_item_says_its_place_what_it_is_and_who_sees_it(theme, qtbot) -> None:
    view = opened(theme, qtbot)
    said = names(view)
    assert "1: Sight-reader, level III, silver. Your class and its teachers, and your family" in said
    assert "4: Night owl, Rare. Only you: it is not shared yet" in said
    assert "Who can see this now: Your class and its teachers, and your family" in said
    assert "Others find in it only what you have shared with them." in said


def test_buttons_move_an_item_and_stop_at_the_ends(theme, qtbot) -> None:
    kept = Kept()
    view = opened(theme, qtbot, kept)
    press(view, "Down: Sight-reader")
    qtbot.waitUntil(lambda: order(view)[1] == IDS[0])
    assert kept.changes == [{"items": (IDS[1], IDS[0], IDS[2], IDS[3])}]
    up = next(b for b in view.findChildren(ItemLine)[-4].findChildren(object) if getattr(b, "toolTip", str)() == "Up")
    assert not up.isEnabled()


def test_the_keyboard_moves_an_item_and_stays_with_it(theme, qtbot) -> None:
    kept = Kept()
    view = opened(theme, qtbot, kept)
    line = view.findChildren(ItemLine)[0]
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: order(view)[1] == IDS[0])
    assert view.findChildren(ItemOrder)[-1].focused == IDS[0]
    QTest.keyClick(view.window().focusWidget(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: order(view) == list(IDS))
    QTest.keyClick(view.window().focusWidget(), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: order(view) == list(IDS[1:]))


def test_the_pointer_pulls_an_item_to_its_place(theme, qtbot) -> None:
    kept = Kept()
    view = opened(theme, qtbot, kept)
    first, last = view.findChildren(ItemLine)[0], view.findChildren(ItemLine)[3]
    held = view.findChild(ItemOrder)
    start = first.geometry().center()
    end = QPoint(start.x(), last.geometry().bottom() - 2)
    QTest.mousePress(held, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(held, start + QPoint(0, 40))
    QTest.mouseMove(held, end)
    QTest.mouseRelease(held, Qt.MouseButton.LeftButton, pos=end)
    qtbot.waitUntil(lambda: kept.changes == [{"items": (*IDS[1:], IDS[0])}])


def test_a_click_moves_nothing(theme, qtbot) -> None:
    kept = Kept()
    view = opened(theme, qtbot, kept)
    QTest.mouseClick(view.findChild(ItemOrder), Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    assert kept.changes == []


def test_what_was_taken_out_can_be_put_back_where_it_was(theme, qtbot) -> None:
    kept = Kept()
    view = opened(theme, qtbot, kept)
    press(view, "Take out: 30 days of music in a row")
    qtbot.waitUntil(lambda: "30 days of music in a row was taken out." in names(view))
    press(view, "Put it back")
    qtbot.waitUntil(lambda: order(view) == list(IDS))
    assert kept.changes[-1] == {"items": IDS}


def test_anything_earned_can_be_put_in(theme, qtbot) -> None:
    kept = Kept()
    view = opened(theme, qtbot, kept)
    press(view, "Put in: Mastered: dotted rhythms")
    qtbot.waitUntil(lambda: order(view) == [*IDS, "i6"])


def test_what_is_not_shared_leads_to_sharing_it(theme, qtbot) -> None:
    went, kept = Went(), Kept()
    view = opened(theme, qtbot, kept, went)
    press(view, "Share it: Night owl")
    press(view, "Put in: 10000 points")
    press(view, "Share it: 10000 points")
    press(view, "My profile")
    points = AtShareMoment(achievement_type=AchievementType.POINTS_MILESTONE, achievement_id="a5")
    assert went == [AtShare(award_id="a4"), points, AtProfile()]


def test_title_words_and_reach_are_kept_at_once(theme, qtbot) -> None:
    kept = Kept()
    view = opened(theme, qtbot, kept)
    press(view, "My rhythm")
    view.findChild(QPlainTextEdit).setPlainText("Every Tuesday")
    press(view, "Send to my teacher")
    next(radio for radio in view.findChildren(QRadioButton) if radio.text() == "My family").click()
    assert kept.changes == [{"title_phrase": "rhythm"}, {"title_text": "Every Tuesday"}, {"scope": Scope.FAMILY}]


def test_a_refusal_is_told_and_the_words_stay(theme, qtbot) -> None:
    refused: Future = Future()
    refused.set_exception(StoreProblem(say("This showcase is not there any more.")))
    view = opened(theme, qtbot, edit_showcase=lambda *_: refused)
    view.findChild(QPlainTextEdit).setPlainText("Every Tuesday")
    press(view, "Send to my teacher")
    qtbot.waitUntil(lambda: "This showcase is not there any more." in names(view))
    assert view.findChild(QPlainTextEdit).toPlainText() == "Every Tuesday"


def test_an_empty_one_invites(theme, qtbot) -> None:
    view = opened(theme, qtbot, showcase_desk=lambda *_: done(community.EMPTY_DESK))
    assert any(name.startswith("Pick below what you like to show") for name in names(view))


def test_the_preview_shows_it_or_says_that_it_is_not_shown(theme, qtbot) -> None:
    dialog = showcase_as_others(theme, still_rooms(), readings.STUDENT, "w1")
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: "Showcase: My best moments" in names(dialog))
    assert "Night owl" not in names(dialog)
    press(dialog, "Other schools")
    qtbot.waitUntil(lambda: "Other schools: this showcase is not shown here." in names(dialog))


def test_the_profile_begins_arranges_takes_away_and_brings_back(theme, qtbot) -> None:
    went, removed = Went(), []
    together = gallery_together.together(
        remove_showcase=lambda _account, which, present: removed.append((which, present)) or done(())
    )
    view = ProfileView(theme, still_rooms(together=together), readings.STUDENT, went, user_id=None)
    qtbot.addWidget(view)
    view.resize(1366, 900)
    view.show()
    press(view, "Arrange: All my Mondays")
    press(view, "New showcase")
    qtbot.waitUntil(lambda: len(went) == 2)
    assert went == [AtShowcase(showcase_id="w1")] * 2
    press(view, "Take away: All my Mondays")
    qtbot.waitUntil(lambda: "All my Mondays was taken away." in names(view))
    press(view, "Bring it back")
    qtbot.waitUntil(lambda: removed == [("w1", False), ("w1", True)])


def test_somebody_elses_can_be_reported_and_not_changed(theme, qtbot) -> None:
    view = ProfileView(theme, still_rooms(), readings.STUDENT, Went(), user_id="Silver Fox")
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: "Showcase: My best moments" in names(view))
    said = names(view)
    assert "Report: My best moments" in said
    assert not any(name.startswith(("Arrange", "Take away", "New showcase")) for name in said)
