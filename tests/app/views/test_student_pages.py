"""A student's pages, read and worked as a screen reader does, and a real game on a real stage in the play page."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest
from conftest import Went, names, press
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QRadioButton

from app.sound.silent import Silent
from app.stage.running import Stage
from app.views.places import AtAssignment, AtBadgeMoment, AtPlay, AtResult, AtShare
from app.views.student.assignment import AssignmentView
from app.views.student.badge_moment import BadgeMoment
from app.views.student.badges import BadgesView
from app.views.student.dashboard import DashboardView
from app.views.student.feed import FeedView
from app.views.student.play import PlayView
from app.views.student.result import ResultView
from app.views.student.share import ShareDialog
from app.views.student.sign_in import SignInView
from domain.games.catalogue import parse_games
from domain.games.families import ALL
from domain.games.game import Outcome
from domain.music.note import Note
from domain.music.say import say
from domain.records.community import EngagementKind, Scope
from domain.records.progress import RawEvent
from workshop import gallery_playing
from workshop import gallery_readings as readings
from workshop.gallery_rooms import done, still_rooms

GAMES = Path(__file__).parents[3] / "resources" / "games" / "staff.toml"


def show(qtbot, view):
    qtbot.addWidget(view)
    view.resize(1280, 860)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_two_touches_and_a_pin(theme, qtbot) -> None:
    came = []
    view = show(qtbot, SignInView(theme, still_rooms(), signed_in=came.append))
    qtbot.waitUntil(lambda: "Piano Lab 4A, 12 student(s)" in names(view))
    press(view, "Piano Lab 4A")
    press(view, "Blue Finch")
    for digit in "2580":
        press(view, digit)
    qtbot.waitUntil(lambda: bool(came))
    assert came == [readings.STUDENT]


def test_a_wrong_pin_is_told_kindly_and_can_be_typed_again(theme, qtbot) -> None:
    came = []
    view = show(qtbot, SignInView(theme, still_rooms(), signed_in=came.append))
    qtbot.waitUntil(lambda: "Piano Lab 4A, 12 student(s)" in names(view))
    press(view, "Piano Lab 4A")
    press(view, "Blue Finch")
    qtbot.waitUntil(lambda: view.focusWidget() is not None)
    pad = next(child for child in view.findChildren(QObject) if type(child).__name__ == "PinPad")
    qtbot.keyClicks(pad, "1111")
    qtbot.waitUntil(lambda: "That is not your PIN. Try once more, slowly." in names(view))
    assert "PIN, 0 of 4 digits typed" in names(view)
    qtbot.keyClicks(pad, "2580")
    qtbot.waitUntil(lambda: bool(came))


def test_the_pin_is_nowhere_in_the_tree(theme, qtbot) -> None:
    never: Future = Future()
    view = show(qtbot, SignInView(theme, still_rooms(sign_in=lambda *_: never), signed_in=lambda _: None))
    qtbot.waitUntil(lambda: "Piano Lab 4A, 12 student(s)" in names(view))
    press(view, "Piano Lab 4A")
    press(view, "Blue Finch")
    for digit in "2580":
        press(view, digit)
    assert not any("2580" in name for name in names(view))


def test_whom_one_can_be_stands_on_a_demonstration_machine(theme, qtbot) -> None:
    rooms = still_rooms(demonstration=(("Blue Finch", "PIN 2580", "a student"),))
    view = show(qtbot, SignInView(theme, rooms, signed_in=lambda _: None))
    qtbot.waitUntil(lambda: any("Blue Finch, a student. To sign in: PIN 2580" in name for name in names(view)))


def test_the_dashboard_has_one_clear_next_step(theme, qtbot) -> None:
    went = Went()
    view = show(qtbot, DashboardView(theme, still_rooms(), readings.STUDENT, went))
    qtbot.waitUntil(lambda: "Hello, Blue Finch" in names(view))
    press(view, "Go on: Treble notes")
    assert went == [AtPlay(step=readings.STEPS[2], assignment_id="a1")]


def test_an_empty_dashboard_invites(theme, qtbot) -> None:
    view = show(qtbot, DashboardView(theme, still_rooms(dashboard=readings.EMPTY_DASHBOARD), readings.STUDENT, Went()))
    qtbot.waitUntil(lambda: "No assignment yet" in names(view))
    assert "Room for badges" in names(view)


def test_news_that_change_nothing_keep_the_page_as_it_is(theme, qtbot) -> None:
    rooms = still_rooms()
    view = show(qtbot, DashboardView(theme, rooms, readings.STUDENT, Went()))
    qtbot.waitUntil(lambda: "Hello, Blue Finch" in names(view))
    first = view.body.itemAt(1).widget()
    rooms.news.changed.emit("u1", frozenset({"badge_award"}))
    qtbot.wait(20)
    assert view.body.itemAt(1).widget() is first


def test_a_locked_step_says_why_and_has_no_button(theme, qtbot) -> None:
    view = show(qtbot, AssignmentView(theme, still_rooms(), readings.STUDENT, Went(), assignment_id="a1"))
    qtbot.waitUntil(lambda: "Reading treble notes" in names(view))
    said = names(view)
    assert "Reach 700 points in “Treble notes from C4 to A4” first." in said
    assert not any(name.endswith(": Ledger lines above the staff") for name in said)
    assert "4. Ledger lines above the staff, locked" in said


# --- playing ------------------------------------------------------------------------------------------------


@pytest.fixture
def clock() -> list[int]:
    return [0]


@pytest.fixture
def playing(theme, qtbot, clock):
    game = parse_games(GAMES.read_text(), GAMES.name)[0]
    stage_entry = game.stages[0]
    stages: list[Stage] = []

    def stage_for(_attempt, parent) -> Stage:
        machine = ALL[game.family](game, stage_entry, 7, 1)
        stages.append(Stage(game=machine, sound=Silent(), heard=lambda _: None, now_us=lambda: clock[0], parent=parent))
        return stages[-1]

    went = Went()
    finished: list[tuple[Outcome, tuple[RawEvent, ...]]] = []

    def finish(_attempt, outcome, events, _us):
        finished.append((outcome, tuple(events)))
        return done(gallery_playing.FINISHED)

    def key(pitch: int) -> None:
        clock[0] += 400_000
        stages[-1].note(Note(pitch, 80, clock[0]))
        stages[-1].note(Note(pitch, 0, clock[0] + 1_000))

    rooms = still_rooms(stage_for=stage_for, finish_attempt=finish, press=key)
    view = show(qtbot, PlayView(theme, rooms, readings.STUDENT, went, step=readings.STEPS[2], assignment_id="a1"))
    qtbot.waitUntil(lambda: bool(stages) and stages[-1].picture is not None)
    return view, stages[-1], went, finished, rooms


def test_a_real_game_is_drawn_and_answers_by_the_screens_piano(playing, qtbot) -> None:
    view, stage, *_ = playing
    before = stage.picture
    assert view.picture_view.staff.staff == before.staff
    piano = view.picture_view.piano
    area = piano.area_of(piano.keys.lowest)
    qtbot.mouseClick(piano, Qt.MouseButton.LeftButton, pos=area.toRect().center())
    assert stage.events


def test_a_lost_keyboard_pauses_with_words_and_goes_on_by_itself(playing, qtbot) -> None:
    view, stage, *_ = playing
    stage.keyboard_lost("Roland FP-30X")
    assert "Plug the keyboard in" in names(view)
    assert any("nothing that you played is lost" in name for name in names(view))
    stage.keyboard_found("Roland FP-30X")
    assert "Plug the keyboard in" not in names(view)


def test_escape_pauses_and_the_button_goes_on(playing, qtbot) -> None:
    view, stage, *_ = playing
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert stage.is_paused
    press(view, "Go on")
    assert not stage.is_paused


def test_the_end_is_saved_and_leads_to_the_result(playing, qtbot) -> None:
    _, stage, went, finished, _ = playing
    stage.over.emit(gallery_playing.OUTCOME, ((0, 60, 80),), 1_000_000)
    qtbot.waitUntil(lambda: bool(went))
    assert finished == [(gallery_playing.OUTCOME, ((0, 60, 80),))]
    assert went == [AtResult(finished=gallery_playing.FINISHED, step=readings.STEPS[2], assignment_id="a1")]


def test_what_could_not_be_saved_is_offered_again(theme, qtbot) -> None:
    from app.store.problems import disk_full

    tries = []

    def finish(*_):
        tries.append(1)
        future: Future = Future()
        if len(tries) == 1:
            future.set_exception(disk_full())
        else:
            future.set_result(gallery_playing.FINISHED)
        return future

    went = Went()
    rooms = still_rooms(finish_attempt=finish)
    view = show(qtbot, PlayView(theme, rooms, readings.STUDENT, went, step=readings.STEPS[2], assignment_id=None))
    qtbot.waitUntil(lambda: "Pause" in names(view))
    game = next(child for child in view.children() if hasattr(child, "picture_changed"))
    game.over.emit(gallery_playing.OUTCOME, (), 1)
    qtbot.waitUntil(lambda: "Save again" in names(view))
    press(view, "Save again")
    qtbot.waitUntil(lambda: bool(went))


def test_without_a_keyboard_the_page_asks_kindly_and_begins_by_itself(theme, qtbot) -> None:
    missing = [readings.NO_KEYBOARD]
    rooms = still_rooms(what_is_missing=lambda _: missing[0])
    view = show(qtbot, PlayView(theme, rooms, readings.STUDENT, Went(), step=readings.STEPS[2], assignment_id=None))
    assert "Let’s connect your keyboard" in names(view)
    missing[0] = None
    rooms.news.port.emit(readings.PORT_READY)
    qtbot.waitUntil(lambda: "Play this note" in names(view))


def test_answers_are_picked_by_their_number(theme, qtbot) -> None:
    rooms = still_rooms(picture=gallery_playing.CHOOSING)
    view = show(qtbot, PlayView(theme, rooms, readings.STUDENT, Went(), step=readings.STEPS[2], assignment_id=None))
    qtbot.waitUntil(lambda: "4: F, right" in names(view))
    assert view.picture_view.answer_by_key("4")
    assert not view.picture_view.answer_by_key("9")


# --- afterwards ---------------------------------------------------------------------------------------------


def result(theme, qtbot, went) -> ResultView:
    view = ResultView(
        theme,
        still_rooms(),
        readings.STUDENT,
        went,
        finished=gallery_playing.FINISHED,
        step=readings.STEPS[2],
        assignment_id="a1",
    )
    return show(qtbot, view)


def test_the_result_says_every_note_and_why(theme, qtbot) -> None:
    view = result(theme, qtbot, Went())
    said = names(view)
    assert "740 of 1000 points, pass 700, target 900" in said
    assert "3. C4: wrong. One step too high: look at the ledger line below the staff." in said
    assert "7. B4: missed. Time was over before you played." in said


def test_a_new_badge_is_celebrated_once(theme, qtbot) -> None:
    went = Went()
    view = result(theme, qtbot, went)
    view.opened()
    view.opened()
    assert went == [AtBadgeMoment(badges=gallery_playing.FINISHED.new_badges)]
    press(view, "Next: Ledger lines")
    assert went[-1] == AtPlay(step=readings.STEPS[3], assignment_id="a1")


def test_the_moment_shows_every_badge_then_closes(theme, qtbot) -> None:
    closed, shared = [], []
    view = show(qtbot, BadgeMoment(theme, readings.BADGES[:2], share=shared.append, closed=lambda: closed.append(1)))
    assert any("Sight-reader, level III, silver" in name for name in names(view))
    press(view, "Next badge")
    press(view, "Share it")
    assert shared == [readings.BADGES[1]]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert closed == [1]


def test_sharing_begins_with_the_narrowest_scope_and_says_who_sees_it(theme, qtbot) -> None:
    asked, posted = [], []

    def preview(_account, award, message, scope):
        asked.append((award, message, scope))
        return done(readings.PREVIEW)

    def post(_account, award, message, scope):
        posted.append((award, message, scope))
        return done(readings.FEED[2])

    came = []
    rooms = still_rooms(share_preview=preview, post_share=post)
    dialog = show(qtbot, ShareDialog(theme, rooms, readings.STUDENT, "award", posted=came.append))
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QRadioButton)))
    choices = dialog.findChildren(QRadioButton)
    assert [choice.text() for choice in choices] == ["Only me", "My family", "My class", "My school"]
    assert choices[0].isChecked()
    choices[2].click()
    qtbot.waitUntil(lambda: asked[-1][2] is Scope.CLASS)
    press(dialog, "Share")
    qtbot.waitUntil(lambda: bool(came))
    assert posted == [("award", "", Scope.CLASS)]


def test_words_longer_than_two_hundred_letters_are_not_taken(theme, qtbot) -> None:
    dialog = show(qtbot, ShareDialog(theme, still_rooms(), readings.STUDENT, "award", posted=lambda _: None))
    field = next(child for child in dialog.findChildren(QObject) if type(child).__name__ == "QPlainTextEdit")
    field.setPlainText("la" * 500)
    assert len(field.toPlainText()) == 200


def test_a_narrowed_share_says_so(theme, qtbot) -> None:
    import msgspec

    narrowed = msgspec.structs.replace(
        readings.PREVIEW, narrowed_because=say("Your class keeps shares inside the class.")
    )
    rooms = still_rooms(share_preview=lambda *_: done(narrowed))
    dialog = show(qtbot, ShareDialog(theme, rooms, readings.STUDENT, "award", posted=lambda _: None))
    qtbot.waitUntil(lambda: "Your class keeps shares inside the class." in names(dialog))


def test_the_wall_reads_levels_and_progress_and_offers_sharing(theme, qtbot) -> None:
    went = Went()
    view = show(qtbot, BadgesView(theme, still_rooms(), readings.STUDENT, went))
    qtbot.waitUntil(lambda: "6 of 9 badges" in names(view))
    said = names(view)
    assert "Ear trainer, level IV, gold" in said
    assert "Encourager, not earned yet, 3 of 5" in said
    press(view, "Share: Pianist")
    assert went == [AtShare(award_id="award-Pianist")]


def test_likes_and_taking_back_in_the_feed(theme, qtbot) -> None:
    deeds = []
    rooms = still_rooms(
        react=lambda _a, share, kind, on: deeds.append((share, kind, on)) or done(readings.FEED[0]),
        withdraw_share=lambda _a, share: deeds.append(share) or done(None),
    )
    view = show(qtbot, FeedView(theme, rooms, readings.STUDENT, Went()))
    qtbot.waitUntil(lambda: "Silver Fox: Sight-reader III" in names(view))
    press(view, "Celebrate")
    press(view, "Take back")
    assert deeds == [("sh1", EngagementKind.CELEBRATE, True), "sh3"]


def test_the_assignment_goes_back_home(theme, qtbot) -> None:
    went = Went()
    view = show(qtbot, AssignmentView(theme, still_rooms(), readings.STUDENT, went, assignment_id="a1"))
    qtbot.waitUntil(lambda: "Home" in names(view))
    press(view, "Go on")
    assert went[-1] == AtPlay(step=readings.STEPS[2], assignment_id="a1")
    assert AtAssignment(assignment_id="a1") != went[-1]
