"""Replay, doubts and heat maps as a screen reader and a keyboard find them."""

from __future__ import annotations

import msgspec
import pytest
from conftest import Went, names, press, tree
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from app.sound.silent import Silent
from app.stage.replaying import Hearing, Replaying
from app.views.places import AtHome, AtListening, AtLookingBack, AtReplay, AtResult, AtStudent
from app.views.rooms_looking import LookingRooms
from app.views.student.heat_map import HeatGrid
from app.views.student.looking_back import LookingBackView
from app.views.student.replay import ReplayView, Sentences
from app.views.student.replay_lanes import STEP, Lanes
from app.views.student.result import ResultView
from app.views.teacher.listening import ListeningView
from app.views.teacher.student import StudentView
from domain.games.picture import Sound
from workshop import gallery_looking as looking
from workshop import gallery_playing as playing
from workshop import gallery_readings as readings
from workshop.gallery_rooms import done, still_rooms


class Heard(Silent):
    """Writes down what was asked to sound."""

    def __init__(self) -> None:
        super().__init__()
        self.played: list[list[Sound]] = []
        self.stopped = 0

    def play(self, sounds) -> None:
        self.played.append(list(sounds))

    def stop(self) -> None:
        self.stopped += 1


class Time:
    """A clock that the test moves, in microseconds."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        return self.now


def show(qtbot, view):
    qtbot.addWidget(view)
    view.resize(1366, 900)
    with qtbot.waitExposed(view):
        view.show()
    return view


def replay_view(theme, qtbot, which="quiz", **more) -> ReplayView:
    account = readings.TEACHER if which == "doubt" else readings.STUDENT
    view = ReplayView(theme, still_rooms(**more), account, Went(), attempt_id=which, back=AtHome())
    return show(qtbot, view)


def test_a_replay_says_what_it_is_and_what_each_note_was(theme, qtbot) -> None:
    view = replay_view(theme, qtbot)
    qtbot.waitUntil(lambda: "Treble notes from C4 to A4" in names(view))
    said = names(view)
    assert any(name.startswith("1. ") and "wrong" in name for name in said)
    assert {"Listen", "From the beginning", "Slower", "Half speed", "Hear it as written"} <= set(said)


def test_the_lanes_are_a_slider_that_the_arrow_keys_move(theme, qtbot) -> None:
    view = replay_view(theme, qtbot)
    qtbot.waitUntil(lambda: bool(view.findChildren(Lanes)))
    lanes = view.findChildren(Lanes)[0]
    assert QAccessible.queryAccessibleInterface(lanes).role() is QAccessible.Role.Slider
    lanes.setFocus()
    qtbot.keyClick(lanes, Qt.Key.Key_Right)
    assert lanes.words().startswith(f"{STEP // 1_000_000} of")
    qtbot.keyClick(lanes, Qt.Key.Key_End)
    qtbot.keyClick(lanes, Qt.Key.Key_Home)
    assert lanes.words().startswith("0 of")


def test_a_sentence_leads_to_its_note_and_the_staff_shows_its_verdict(theme, qtbot) -> None:
    view = replay_view(theme, qtbot, "tune")
    qtbot.waitUntil(lambda: bool(view.findChildren(Sentences)))
    sentences = view.findChildren(Sentences)[0]
    story = looking.replay("tune").retold
    place = next(n for n, line in enumerate(story.lines) if line.at > story.length // 2)
    sentences.itemActivated.emit(sentences.item(place))
    assert sentences.currentRow() >= 0
    assert story.lines[sentences.currentRow()].at == story.lines[place].at


def test_space_plays_and_pauses_wherever_one_is(theme, qtbot) -> None:
    view = replay_view(theme, qtbot)
    qtbot.waitUntil(lambda: "Listen" in names(view))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Pause" in names(view))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Listen" in names(view))


def test_a_game_that_has_changed_says_that_only_keys_are_shown(theme, qtbot) -> None:
    view = replay_view(theme, qtbot, "keys")
    qtbot.waitUntil(lambda: any("only the keys can be shown" in name for name in names(view)))
    assert "Hear it as written" not in names(view)


@pytest.fixture
def clock(qapp: QApplication):
    time, heard = Time(), Heard()
    made = Replaying(looking.told("note_reading"), sound=heard, now_us=time)
    yield made, time, heard
    made.stop()


def test_slower_sounds_come_later_and_last_longer(clock) -> None:
    player, _, heard = clock
    player.play()
    player.set_speed(50)
    fast, slow = heard.played
    assert [each.after for each in slow] == [each.after * 2 for each in fast]
    assert all(s.length in (f.length * 2, 1) for f, s in zip(fast, slow, strict=True))
    with pytest.raises(ValueError, match="none of the speeds"):
        player.set_speed(33)


def test_the_place_follows_the_speed_and_stands_in_a_pause(clock) -> None:
    player, time, heard = clock
    player.set_speed(50)
    player.play()
    time.now += 2_000_000
    assert player.at == 1_000_000
    player.pause()
    time.now += 9_000_000
    assert (player.at, player.running) == (1_000_000, False)
    assert heard.stopped > 0


def test_what_was_written_sounds_instead_of_what_was_played(clock) -> None:
    player, _, heard = clock
    player.hear("written")
    player.play()
    story = player.retold
    own = {press.pitch for press in story.written}
    assert player.hearing is Hearing.WRITTEN
    assert {sound.pitch for sound in heard.played[-1]} >= own
    player.seek(story.length)
    assert heard.played[-1] == []


def test_at_its_end_it_stops_and_begins_again_from_the_beginning(clock) -> None:
    player, time, _ = clock
    player.play()
    time.now += player.retold.length + 1
    player._tick()
    assert not player.running
    player.play()
    assert player.at == 0


class Decided(QObject):
    """Doubts that a teacher decides about."""

    told = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[str, bool, str]] = []

    def rooms(self) -> LookingRooms:
        still = looking.still_looking()

        def decide(_account, attempt_id, counts, phrase_id):
            self.calls.append((attempt_id, counts, phrase_id))
            return done(())

        return msgspec.structs.replace(still, decide_doubt=decide)


def test_what_waits_says_why_and_a_decision_takes_a_kind_word(theme, qtbot) -> None:
    decided, went = Decided(), Went()
    view = show(qtbot, ListeningView(theme, still_rooms(looking=decided.rooms()), readings.TEACHER, went))
    qtbot.waitUntil(lambda: "Please listen to this one" in names(view))
    said = " ".join(names(view))
    assert "came to another result" in said
    assert "cheat" not in said.lower()
    press(view, "Listen: Blue Finch")
    assert went == [AtReplay(attempt_id="doubt", back=AtListening())]
    press(view, "It counts: Blue Finch")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    press(dialog, "I have listened to it. Lovely playing!")
    qtbot.waitUntil(lambda: decided.calls == [("doubt", True, "lovely")])


def test_nothing_to_listen_to_is_said(theme, qtbot) -> None:
    empty = msgspec.structs.replace(looking.still_looking(), to_listen=lambda _account: done(()))
    view = show(qtbot, ListeningView(theme, still_rooms(looking=empty), readings.TEACHER, Went()))
    qtbot.waitUntil(lambda: "Nothing to listen to" in names(view))


def test_the_heat_map_is_walked_with_arrow_keys_and_told_in_words(theme, qtbot) -> None:
    view = show(qtbot, LookingBackView(theme, still_rooms(), readings.STUDENT, Went(), where=AtLookingBack()))
    qtbot.waitUntil(lambda: bool(view.findChildren(HeatGrid)))
    grid = view.findChildren(HeatGrid)[0]
    grid.setFocus()
    before = grid.words()
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    assert grid.words() != before
    assert "week of" in grid.words()
    assert "% right" in grid.accessibleDescription()
    qtbot.waitUntil(lambda: QAccessible.Role.Chart in [face.role() for face in tree(view)])
    press(view, "Notes")
    qtbot.waitUntil(lambda: any(name.startswith("C5") for name in names(view)))


def test_ones_own_plays_are_listed_and_lead_to_their_replay(theme, qtbot) -> None:
    went = Went()
    view = show(qtbot, LookingBackView(theme, still_rooms(), readings.STUDENT, went, where=AtLookingBack()))
    qtbot.waitUntil(lambda: "Latest plays" in names(view))
    press(view, "Listen: ")
    assert isinstance(went[0], AtReplay)
    assert went[0].back == AtLookingBack()


def test_a_result_leads_to_its_replay_and_back_without_another_celebration(theme, qtbot) -> None:
    went = Went()
    view = ResultView(
        theme, still_rooms(), readings.STUDENT, went, finished=playing.FINISHED, step=readings.STEPS[2],
        assignment_id="a1",
    )  # fmt: skip
    show(qtbot, view)
    press(view, "Hear it again")
    place = next(each for each in went if isinstance(each, AtReplay))
    assert place.attempt_id == playing.FINISHED.attempt_id
    assert isinstance(place.back, AtResult)
    assert place.back.finished.new_badges == ()


def test_a_teacher_hears_a_students_play_from_their_page(theme, qtbot) -> None:
    went = Went()
    view = StudentView(theme, still_rooms(), readings.TEACHER, went, class_id="c1", student_id="st0")
    show(qtbot, view)
    press(view, "Listen: ")
    assert went[0].back == AtStudent(class_id="c1", student_id="st0")
    press(view, "Notes and concepts over the weeks")
    assert isinstance(went[1], AtLookingBack)
    assert went[1].student_id == "st0"
