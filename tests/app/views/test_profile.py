"""Profile and settings: what is chosen is kept at once, and who sees it is said in plain words."""

from __future__ import annotations

from concurrent.futures import Future

import msgspec
from conftest import Went, names, press
from PySide6.QtWidgets import QPlainTextEdit, QRadioButton

from app.store.problems import StoreProblem
from app.views.places import AtFeed, AtSettings
from app.views.student.profile import ProfileView
from app.views.student.settings import SettingsView
from domain.community.audience import who_sees
from domain.music.say import say
from domain.records.community import AchievementType, Scope
from workshop import gallery_community as community
from workshop import gallery_readings as readings
from workshop.gallery_rooms import done, still_rooms


def show(qtbot, view):
    qtbot.addWidget(view)
    view.resize(1366, 900)
    with qtbot.waitExposed(view):
        view.show()
    return view


def mine(theme, qtbot, went=None, **more) -> ProfileView:
    view = ProfileView(theme, still_rooms(**more), readings.STUDENT, Went() if went is None else went, user_id=None)
    show(qtbot, view)
    qtbot.waitUntil(lambda: "My favourite badges" in names(view))
    return view


def test_my_profile_says_who_can_see_it(theme, qtbot) -> None:
    view = mine(theme, qtbot)
    assert "Who can see this now: Your class and its teachers, and your family" in names(view)
    assert "I am learning to read music." in names(view)


def test_a_badge_that_grows_says_how_far_it_is_where_that_is_told(theme, qtbot) -> None:
    assert "23 of 50 to the next level" in names(mine(theme, qtbot))
    view = show(qtbot, ProfileView(theme, still_rooms(), readings.STUDENT, Went(), user_id="Silver Fox"))
    qtbot.waitUntil(lambda: "Favourite badges" in names(view))
    assert not any("to the next level" in name for name in names(view))


def test_when_somebody_was_last_active_is_told_by_the_day(theme, qtbot) -> None:
    assert "Active this week" in names(mine(theme, qtbot))
    view = show(qtbot, ProfileView(theme, still_rooms(), readings.STUDENT, Went(), user_id="Silver Fox"))
    qtbot.waitUntil(lambda: "Last active: 9 Nov 2026" in names(view))


def test_what_is_picked_is_kept_at_once(theme, qtbot) -> None:
    kept: list[object] = []
    view = mine(theme, qtbot, edit_profile=lambda _a, changes: kept.append(dict(changes)) or done(community.PROFILE))
    press(view, "I love singing.")
    press(view, "No sentence")
    press(view, "Picture: otter")
    press(view, "Ear trainer")
    press(view, "River side")
    press(view, "Not shown")
    next(radio for radio in view.findChildren(QRadioButton) if radio.text() == "My family").click()
    assert kept == [
        {"bio_phrase": "love_singing"},
        {"bio_phrase": None},
        {"avatar": "otter"},
        {"showcase": ("Sight-reader", "Pianist", "Rhythm keeper", "Ear trainer")},
        {"region": "River side"},
        {"region": None},
        {"scope": Scope.FAMILY},
    ]


def test_own_words_wait_and_what_is_refused_stays(theme, qtbot) -> None:
    refused: Future = Future()
    refused.set_exception(StoreProblem(say("Please pick one of the sentences.")))
    view = mine(theme, qtbot, edit_profile=lambda *_: refused)
    view.findChild(QPlainTextEdit).setPlainText("I like drums")
    press(view, "Send to my teacher")
    qtbot.waitUntil(lambda: "Please pick one of the sentences." in names(view))
    assert view.findChild(QPlainTextEdit).toPlainText() == "I like drums"


def test_somebody_elses_profile_has_nothing_to_change(theme, qtbot) -> None:
    view = ProfileView(theme, still_rooms(), readings.STUDENT, Went(), user_id="Silver Fox")
    show(qtbot, view)
    qtbot.waitUntil(lambda: "Profile of Silver Fox" in names(view))
    assert "Picture" not in names(view)
    assert "Report" in names(view)


def test_the_profile_leads_to_the_settings_and_back_to_the_news(theme, qtbot) -> None:
    went = Went()
    press(mine(theme, qtbot, went), "Sharing settings")
    view = ProfileView(theme, still_rooms(), readings.STUDENT, went, user_id="Silver Fox")
    show(qtbot, view)
    press(view, "Class news")
    assert went == [AtSettings(), AtFeed()]


def settings(theme, qtbot, **more) -> SettingsView:
    view = show(qtbot, SettingsView(theme, still_rooms(**more), readings.STUDENT, Went()))
    qtbot.waitUntil(lambda: "Boards" in names(view))
    return view


def test_settings_are_kept_at_once_and_say_who_sees_it_from_now_on(theme, qtbot) -> None:
    kept: list[object] = []
    narrow = msgspec.structs.replace(
        community.SETTINGS, default_scope=Scope.FAMILY, effective_scope=Scope.FAMILY, who_sees=who_sees(Scope.FAMILY)
    )
    view = settings(theme, qtbot, set_sharing=lambda _a, changes: kept.append(dict(changes)) or done(narrow))
    next(radio for radio in view.findChildren(QRadioButton) if radio.text() == "My family").click()
    sentence = "Who sees what you share from now on: You and your family. Your teachers can check it when they need to."
    qtbot.waitUntil(lambda: sentence in names(view))
    press(view, "Points")
    press(view, "My name may stand on boards")
    assert kept == [
        {"default_scope": Scope.FAMILY},
        {"automatic": (AchievementType.BADGE, AchievementType.POINTS_MILESTONE)},
        {"boards": True},
    ]


def test_what_the_teacher_switched_off_is_said_and_not_offered(theme, qtbot) -> None:
    view = settings(theme, qtbot)
    assert "Your teacher has switched off: Challenges" in names(view)
    assert "Challenges" not in names(view)


def test_a_block_can_be_lifted(theme, qtbot) -> None:
    deeds: list[object] = []
    view = settings(theme, qtbot, block_person=lambda _a, *what: deeds.append(what) or done(()))
    press(view, "Unblock: Loud Crow")
    qtbot.waitUntil(lambda: "Whom I have blocked" not in names(view))
    assert deeds == [("u9", False)]
