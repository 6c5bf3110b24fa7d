"""Pages and games can be read aloud to those who do not read yet: off until somebody wants it, never into music."""

from __future__ import annotations

import msgspec
import pytest
from conftest import names
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from app.mic.state import MicState
from app.views.kit.buttons import Button
from app.views.kit.reading_aloud import for_the_ear, words_on
from app.views.kit.theme import Look, Theme
from app.views.rooms_singing import SingingRooms
from app.views.student.play import PlayView
from app.views.student.prompting import Prompter
from app.views.window import MainWindow
from domain.games.picture import Mark, Phase, Picture, Pulse, Sound
from domain.music.say import say
from workshop import gallery_readings as readings
from workshop.gallery_playing import CHOOSING
from workshop.gallery_rooms import still_rooms

ASKED = Picture(phase=Phase.ASKING, prompt=say("Press any D."), total=10)


class Written:
    """A voice on paper."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []
        self.stopped = 0
        self.speaking = False

    def say(self, text: str, language: str) -> None:
        self.said.append((text, language))
        self.speaking = True

    def stop(self) -> None:
        self.stopped += 1
        self.speaking = False


@pytest.fixture
def voice() -> Written:
    return Written()


def test_a_question_is_read_once_and_what_was_wrong_is_told(voice: Written) -> None:
    prompter = Prompter(voice)
    wrong = msgspec.structs.replace(
        ASKED, phase=Phase.FEEDBACK, feedback=say("That was {played}.", played="Bb"), feedback_mark=Mark.WRONG
    )
    for picture in (ASKED, ASKED, wrong, wrong, ASKED, msgspec.structs.replace(ASKED, prompt=say("Press any E."))):
        prompter.follow(picture)
    assert [text for text, _ in voice.said] == ["Press any D.", "That was B flat.", "Press any E."]
    assert {language for _, language in voice.said} == {"en"}


def test_praise_and_music_are_left_alone(voice: Written) -> None:
    prompter = Prompter(voice)
    right = msgspec.structs.replace(ASKED, feedback=say("Yes, D."), feedback_mark=Mark.RIGHT)
    prompter.follow(msgspec.structs.replace(right, sounds=(Sound(pitch=60),)))
    prompter.follow(msgspec.structs.replace(ASKED, prompt=say("Tap."), pulse=Pulse(at=0, length=1, per_bar=4)))
    prompter.follow(msgspec.structs.replace(ASKED, prompt=say("Sing.")), hearing=True)
    assert voice.said == []
    assert voice.stopped == 3


def play(theme: Theme, voice: Written | None, qtbot: object) -> PlayView:
    rooms = still_rooms(picture=CHOOSING, voice=voice)
    view = PlayView(theme, rooms, readings.STUDENT, lambda _place: None, step=readings.STEPS[2], assignment_id="a1")
    qtbot.addWidget(view)  # type: ignore[attr-defined]
    view.resize(1_200, 800)
    view.show()
    QApplication.processEvents()
    return view


def test_a_game_reads_its_question_and_its_answers_again(voice: Written, qtbot, theme: Theme) -> None:
    view = play(Theme(Look(read_aloud=True)), voice, qtbot)
    assert voice.said[0][0].startswith("Which note is this?")
    button = next(each for each in view.findChildren(object) if getattr(each, "accessibleName", str)() == "Read to me")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "1: C." in voice.said[-1][0]


class MicTold(QObject):
    """The microphone's news."""

    told = Signal(object)


def test_a_microphone_that_is_on_does_not_hear_the_voice(voice: Written, qtbot) -> None:
    off: list[bool] = []
    singing = SingingRooms(
        news=MicTold(), fits=lambda _step: True, state=lambda: MicState(on=not off), switch_on=lambda: None,
        switch_off=lambda: off.append(True),
    )  # fmt: skip
    look = Look(read_aloud=True)
    rooms = still_rooms(look=look, picture=CHOOSING, voice=voice, singing=singing)
    view = PlayView(
        Theme(look), rooms, readings.STUDENT, lambda _place: None, step=readings.STEPS[2], assignment_id="a1"
    )
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: "Read to me" in names(view))
    assert voice.said == []
    next(each for each in view.findChildren(Button) if each.accessibleName() == "Read to me").click()
    assert (off, len(voice.said)) == ([True], 1)


def test_nothing_is_read_where_nobody_asked_for_it(voice: Written, qtbot) -> None:
    not_asked_for = play(Theme(Look()), voice, qtbot)
    assert "Read to me" not in names(not_asked_for)
    no_voice = play(Theme(Look(read_aloud=True)), None, qtbot)
    assert "Read to me" not in names(no_voice)
    assert voice.said == []


def window(look: Look, voice: Written | None, qtbot: object) -> MainWindow:
    made = MainWindow(still_rooms(look=look, voice=voice))
    qtbot.addWidget(made)  # type: ignore[attr-defined]
    made.show()
    made.signed_in(readings.STUDENT)
    qtbot.waitUntil(lambda: any(name.startswith("Hello, ") for name in names(made)))  # type: ignore[attr-defined]
    return made


def test_a_page_is_read_from_the_top_and_falls_silent(voice: Written, qtbot) -> None:
    made = window(Look(read_aloud=True), voice, qtbot)
    qtbot.keyClick(made, Qt.Key.Key_F1)
    assert voice.said[0][0].startswith("Hello, ")
    qtbot.keyClick(made, Qt.Key.Key_F1)
    assert (len(voice.said), voice.speaking) == (1, False)


def test_it_is_switched_on_in_the_menu_where_there_is_a_voice(voice: Written, qtbot) -> None:
    kept: list[Look] = []
    made = MainWindow(still_rooms(voice=voice, keep_look=kept.append))
    qtbot.addWidget(made)
    made.show()
    made.signed_in(readings.STUDENT)
    bar = made._bar
    assert bar is not None
    action = next(each for each in bar.menu().actions() if each.text() == "Read to me")
    assert not action.isChecked()
    action.trigger()
    assert kept == [Look(read_aloud=True)]
    qtbot.waitUntil(lambda: "Read this page to me, F1" in names(made))


def test_without_a_voice_nothing_is_offered(qtbot) -> None:
    made = window(Look(read_aloud=True), None, qtbot)
    bar = made._bar
    assert bar is not None
    assert "Read to me" not in [each.text() for each in bar.menu().actions()]
    assert "Read this page to me, F1" not in names(made)
    qtbot.keyClick(made, Qt.Key.Key_F1)


def test_signs_are_words_for_the_ear() -> None:
    assert for_the_ear("B♭4 · That was F♯.\nYes.") == "B flat 4, That was F sharp.\nYes."


def test_choices_are_read_with_their_numbers(qtbot, theme: Theme, voice: Written) -> None:
    view = play(theme, voice, qtbot)
    said = words_on(view.picture_view).splitlines()
    assert said[0].startswith("Which note is this?")
    assert "4: F, right." in said
