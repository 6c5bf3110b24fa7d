"""The keyboards' page and the calibration page, read and pressed as a screen reader does."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from conftest import Went, names, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.midi.fake import FakePort
from app.midi.state import Keyboard, KeyboardSettings, PortState
from app.sound.state import SoundState
from app.stage.lateness import Timing
from app.stage.tapping_along import Cue
from app.views.kit.theme import Theme
from app.views.places import AtCalibration, AtHome, AtKeyboards, AtPlay
from app.views.rooms import News, Rooms
from app.views.student.calibration import CalibrationView
from app.views.student.calibration_words import offset_words
from app.views.student.keyboards import KeyboardsView, shift_words
from app.views.student.play import PlayView
from app.views.student.result import ResultView
from app.views.tuning_rooms import Pair
from domain.music.calibration import Calibrated
from domain.music.say import say
from workshop import gallery_playing as playing
from workshop import gallery_readings as readings
from workshop.gallery_practice import StillTapping, StillTuning
from workshop.gallery_readings import STUDENT
from workshop.gallery_rooms import still_rooms


class Bench:
    """The page over a port without a driver, whose keys are pressed by calls."""

    def __init__(self, theme: Theme, *plugged: str) -> None:
        self.news, self.went, self.at = News(), Went(), 0
        self.tuning = StillTuning(heard=())
        self.port = FakePort(
            on_note=lambda note: self.news.key.emit(note.pitch, note.velocity),
            on_pedal=lambda _: None,
            on_state=self.news.port.emit,
            on_lost=lambda _: None,
            on_found=lambda _: None,
            now=self._now,
        )
        for name in plugged:
            self.port.plug(name)
        rooms = over(self.tuning, self.port)
        self.rooms: Rooms = still_rooms(news=self.news, port_state=lambda: self.port.state, tuning=rooms)
        self.view = KeyboardsView(theme, self.rooms, STUDENT, self.went, back=None)
        self.view.show()

    def _now(self) -> int:
        self.at += 1
        return self.at

    def strike(self, key: int, velocity: int = 80) -> None:
        self.port.press(key, velocity)
        self.port.release(key)
        self.view.look()


def over(tuning: StillTuning, port: FakePort) -> Any:
    """The gallery's tuning with a port beneath it."""

    def use(name: str, keys: KeyboardSettings) -> None:
        tuning.keys[name] = keys
        port.use(keys, name)

    return msgspec.structs.replace(
        tuning.rooms(), choose=port.choose, audition=port.audition, recent=port.recent, use=use
    )


@pytest.fixture
def bench(theme: Theme, qtbot: Any) -> Any:
    made: list[Bench] = []

    def make(*plugged: str) -> Bench:
        made.append(Bench(theme, *plugged))
        qtbot.addWidget(made[-1].view)
        return made[-1]

    yield make
    for each in made:
        each.view.leave()


def text(view: Any) -> str:
    # What was just added is shown by the event loop.
    QApplication.processEvents()
    return " | ".join(names(view))


def test_without_a_keyboard_three_steps_help_and_it_appears_by_itself(bench: Any) -> None:
    desk = bench()
    assert "Let’s connect your keyboard" in text(desk.view)
    assert "1. The cable" in text(desk.view)
    desk.port.plug("Casio CT-S1")
    assert "Casio CT-S1" in text(desk.view)
    assert "1. The cable" not in text(desk.view)


def test_a_key_says_which_keyboard_it_is_and_how_it_was_touched(bench: Any) -> None:
    desk = bench("Casio", "Roland")
    desk.strike(64, 100)
    assert desk.view.live.headline.text() == "E4, played loudly"
    assert "from Casio" in text(desk.view)
    assert "This one!" in text(desk.view)
    desk.strike(64, 20)
    assert desk.view.live.headline.text() == "E4, played softly"


def test_keys_light_up_and_the_pedal_shows(bench: Any) -> None:
    desk = bench("Casio")
    desk.port.press(62)
    assert desk.view.live.piano._down == {62}
    desk.port.release(62)
    assert desk.view.live.piano._down == set()
    desk.port.send([0xB0, 64, 127])
    desk.view.look()
    assert "Pedal down" in text(desk.view)
    desk.port.send([0xB0, 64, 0])
    desk.view.look()
    assert "Pedal up" in text(desk.view)


def test_one_of_several_is_chosen_and_all_are_listened_to_only_while_looking(bench: Any) -> None:
    desk = bench("Casio", "Roland")
    press(desk.view, "Use only Roland")
    used = [(each.name, each.used, each.open) for each in desk.port.state.keyboards]
    assert used == [("Casio", False, True), ("Roland", True, True)]
    press(desk.view, "Use it, too: Casio")
    assert [each.used for each in desk.port.state.keyboards] == [True, True]
    press(desk.view, "Don’t use it: Casio")
    desk.view.leave()
    assert [each.open for each in desk.port.state.keyboards] == [False, True]
    desk.rooms.news.port.connect(desk.view.show_port)
    desk.rooms.news.key.connect(desk.view.live.show_key)


def test_with_one_keyboard_there_is_nothing_to_choose(bench: Any) -> None:
    assert "Use only this one" not in text(bench("Casio").view)


def test_middle_c_is_checked_and_put_right(bench: Any) -> None:
    desk = bench("Casio")
    press(desk.view, "Check it")
    desk.strike(50)
    assert "That was D3. Please play a C." in text(desk.view)
    desk.strike(48)
    assert "too low" in text(desk.view)
    press(desk.view, "Put it right")
    assert desk.tuning.keys["Casio"].transpose == 12
    press(desk.view, "Check it")
    desk.strike(48)
    assert "Middle C is in its place." in text(desk.view)
    assert desk.view.live.headline.text().startswith("C4")


def test_octaves_and_two_players_are_set_by_buttons(bench: Any) -> None:
    desk = bench("Casio")
    press(desk.view, "Octave higher: Casio")
    press(desk.view, "Octave higher: Casio")
    assert desk.tuning.keys["Casio"].transpose == 24
    press(desk.view, "Octave lower: Casio")
    press(desk.view, "Two players share it: Casio")
    assert desk.tuning.keys["Casio"] == KeyboardSettings(transpose=12, left=24)
    press(desk.view, "Two players share it: Casio")
    assert desk.tuning.keys["Casio"].left == 0


def test_when_nothing_arrives_help_comes_after_a_while_and_goes_with_the_first_key(bench: Any) -> None:
    desk = bench("Casio")
    desk.view._quiet.timeout.emit()
    assert "Nothing arrives when you press a key?" in text(desk.view)


def test_a_missing_keyboard_and_a_missing_driver_are_told(bench: Any) -> None:
    desk = bench("Casio")
    desk.port.unplug("Casio")
    assert "“Casio” was used here and is not connected now." in text(desk.view)
    desk.news.port.emit(PortState(problem=say("The JACK sound server is not running.")))
    assert "The JACK sound server is not running." in text(desk.view)


def test_every_message_can_be_seen_by_whoever_mends_it(bench: Any) -> None:
    desk = bench("Casio")
    desk.port.send([0xE0, 0, 64])
    desk.view.look()
    press(desk.view, "Show every message")
    assert "Casio: pitchwheel" in text(desk.view)


def test_it_leads_to_the_measurement_and_back(bench: Any) -> None:
    desk = bench("Casio")
    press(desk.view, "Measure by tapping")
    press(desk.view, "Back")
    assert desk.went == [AtCalibration(back=AtHome()), AtHome()]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (KeyboardSettings(), "as it is played"),
        (KeyboardSettings(transpose=12), "higher"),
        (KeyboardSettings(transpose=-24), "lower"),
        (KeyboardSettings(transpose=3), "semitone"),
        (KeyboardSettings(left=24), "Two players"),
    ],
)
def test_how_a_keyboard_is_heard_is_said_in_words(qapp: Any, keys: KeyboardSettings, words: str) -> None:
    assert words in shift_words(keys)


def tabbed(view: Any, times: int) -> set[str]:
    """Names of everything that Tab reaches."""
    reached = set()
    for _ in range(times):
        view.focusNextChild()
        focus = view.focusWidget()
        reached.add(focus.accessibleName() if focus else "")
    return reached


def test_everything_is_reached_by_tab(bench: Any) -> None:
    desk = bench("Casio", "Roland")
    reached = tabbed(desk.view, 40)
    assert {
        "Back", "Use only Casio", "Don’t use it: Casio", "Octave higher: Casio",
        "Two players share it: Casio", "Use only Roland", "Check it", "Measure by tapping", "Show every message",
    } <= reached  # fmt: skip


def test_from_a_game_without_a_keyboard_to_the_help_and_back_into_the_game(theme: Theme, qtbot: Any) -> None:
    went = Went()
    game = PlayView(
        theme, still_rooms(missing=readings.NO_KEYBOARD), STUDENT, went, step=readings.STEPS[2], assignment_id="a1"
    )
    qtbot.addWidget(game)
    game.show()
    press(game, "Keyboards")
    here = AtPlay(step=readings.STEPS[2], assignment_id="a1")
    assert went == [AtKeyboards(back=here)]
    game.leave()
    view = KeyboardsView(theme, still_rooms(), STUDENT, went, back=here)
    qtbot.addWidget(view)
    view.show()
    press(view, "Back")
    view.leave()
    assert went[-1] == here


# --- calibration ---------------------------------------------------------------------------------------------------


def calibration(theme: Theme, tuning: StillTuning, went: Went | None = None, **more: Any) -> CalibrationView:
    rooms = still_rooms(tuning=tuning.rooms(), **more)
    return CalibrationView(theme, rooms, STUDENT, Went() if went is None else went, back=None)


def test_a_measurement_from_start_to_kept(theme: Theme, qtbot: Any) -> None:
    tuning, went = StillTuning(), Went()
    tapped: list[int] = []
    view = calibration(theme, tuning, went, press=tapped.append, release=lambda _: None)
    qtbot.addWidget(view)
    view.show()
    press(view, "Start: Tap with the click")
    assert view.lamp is not None
    QTest.keyClick(view.lamp, Qt.Key.Key_Space)
    assert tapped == [60]
    assert "10 of 16 taps" in text(view)
    run = tuning.runs[-1]
    assert isinstance(run, StillTapping)
    run.done.emit(Calibrated(48_700, 12, 15_000))
    assert "48 ms late" in text(view)
    press(view, "Take it off from now on")
    assert tuning.pair.timing.sound == 48_000
    assert went == [AtKeyboards(back=None)]


def test_taps_that_say_nothing_are_asked_for_again_kindly(theme: Theme, qtbot: Any) -> None:
    tuning = StillTuning()
    view = calibration(theme, tuning)
    qtbot.addWidget(view)
    view.show()
    view.start(Cue.PICTURE)
    tuning.runs[-1].done.emit(None)  # type: ignore[attr-defined]
    assert "Once more, please" in text(view)
    press(view, "Measure again")
    assert len(tuning.runs) == 2


def test_only_the_light_shines_with_the_beat(theme: Theme, qtbot: Any) -> None:
    view = calibration(theme, StillTuning())
    qtbot.addWidget(view)
    view.show()
    for cue, shines in ((Cue.PICTURE, True), (Cue.SOUND, False)):
        view.start(cue)
        assert view.lamp is not None
        assert view.lamp.on is shines


def test_a_silent_computer_is_measured_by_the_light(theme: Theme, qtbot: Any) -> None:
    tuning = StillTuning(sound=False, pair=Pair(keyboard="", silent=True))
    tuning.sound = SoundState(problem=say("There is no sound."))
    view = calibration(theme, tuning)
    qtbot.addWidget(view)
    view.show()
    assert "There is no sound." in text(view)
    with pytest.raises(AssertionError):
        press(view, "Start: Tap with the click")
    press(view, "Start: Tap with the light")
    assert "the space bar, or here on the screen" in text(view)


def test_plays_that_lean_alike_offer_a_shift_that_one_press_takes(theme: Theme, qtbot: Any) -> None:
    pair = Pair(keyboard="P", silent=False, timing=Timing(sound=20_000, leans=(30_000, 34_000, 50_000)))
    tuning = StillTuning(pair=pair)
    view = calibration(theme, tuning)
    qtbot.addWidget(view)
    view.show()
    assert "The last three plays were 34 ms late. Take that off, too?" in text(view)
    press(view, "Yes, shift")
    assert tuning.pair.timing == Timing(sound=54_000)


def test_after_a_play_against_the_click_the_shift_is_offered_where_it_was_noticed(theme: Theme, qtbot: Any) -> None:
    pair = Pair(keyboard="P", silent=False, timing=Timing(leans=(30_000, 34_000, 50_000)))
    tuning = StillTuning(pair=pair)

    def result(offset: int | None) -> ResultView:
        outcome = playing.FINISHED.outcome
        notes = tuple(msgspec.structs.replace(note, offset=offset) for note in outcome.notes)
        finished = msgspec.structs.replace(
            playing.FINISHED, outcome=msgspec.structs.replace(outcome, notes=notes), new_badges=()
        )
        view = ResultView(
            theme, still_rooms(tuning=tuning.rooms()), STUDENT, Went(), finished=finished, step=readings.STEPS[2],
            assignment_id=None,
        )  # fmt: skip
        qtbot.addWidget(view)
        view.show()
        return view

    assert "ms late" not in text(result(None))
    view = result(30_000)
    assert "The last three plays were 34 ms late." in text(view)
    press(view, "Yes, shift")
    assert tuning.pair.timing == Timing(sound=34_000)
    assert "ms late" not in text(view)


def test_what_was_measured_can_be_forgotten(theme: Theme, qtbot: Any) -> None:
    tuning = StillTuning()
    view = calibration(theme, tuning)
    qtbot.addWidget(view)
    view.show()
    press(view, "Forget it")
    assert tuning.pair.timing.sound is None


@pytest.mark.parametrize(
    ("offset", "words"),
    [(None, "Not measured"), (4_000, "at once"), (34_000, "34 ms late"), (-20_000, "20 ms early")],
)
def test_an_offset_in_words(qapp: Any, offset: int | None, words: str) -> None:
    assert words in offset_words(offset)


def test_a_keyboard_name_is_shown_as_it_is(bench: Any) -> None:
    desk = bench()
    desk.view.show_port(PortState(keyboards=(Keyboard(name="<b>Evil</b> & Co", used=True, open=True),)))
    assert "<b>Evil</b> & Co" in text(desk.view)
