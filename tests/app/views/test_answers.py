"""Answers and prompts on every width and size: nothing is cut off, everything can be reached and heard again."""

from __future__ import annotations

import msgspec
import pytest
from conftest import names
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from app.stage.beats import Beat
from app.views.kit.answers import AnswerButton, Answers, beside
from app.views.kit.picture_view import PictureView
from app.views.kit.theme import Look, Theme, register_fonts
from app.views.kit.tokens import TARGET, Type
from domain.games.picture import Choice, Drawn, Keys, Mark, Phase, Picture, Scene, Sound
from domain.music.say import say

LONG = (
    "its dots stand around the line of F",
    "sharps or flats for the whole line",
    "its curl circles the line of G",
    "no sharp or flat any more",
    "how many beats a bar has",
    "a curve over different notes: play them bound",
)
ASKED = Picture(phase=Phase.ASKING, prompt=say("Listen. How is the second?"), total=10)


def answers(theme: Theme, words: tuple[str, ...], width: int) -> Answers:
    dealt = Answers(theme)
    dealt.resize(width, 100)
    dealt.deal([AnswerButton(each, theme, None, number=n, mark=None, drawn=None) for n, each in enumerate(words, 1)])
    return dealt


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
@pytest.mark.parametrize("width", [620, 900, 1280, 1800])
def test_six_long_answers_are_never_cut(qtbot, width: int, percent: int) -> None:
    register_fonts()
    theme = Theme(Look(percent=percent))
    dealt = answers(theme, LONG, width)
    qtbot.addWidget(dealt)
    metrics = QFontMetrics(theme.font(Type.HEAD))
    places = [each.geometry() for each in dealt.buttons]
    for button, place in zip(dealt.buttons, places, strict=True):
        assert dealt.rect().contains(place)
        assert place.height() >= TARGET
        room = QRect(0, 0, place.width() - 2 * beside(theme), 10_000)
        words = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), button.text())
        assert words.height() <= place.height()
        assert words.width() <= room.width()
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


def test_short_answers_stand_on_one_line(theme, qtbot) -> None:
    dealt = answers(theme, tuple("CDEFGAB"), 1_200)
    qtbot.addWidget(dealt)
    assert len({each.y() for each in dealt.buttons}) == 1


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
def view(theme, qtbot, heard: list[str]) -> PictureView:
    made = PictureView(theme, choose=heard.append, listen=lambda: heard.append("again"))
    qtbot.addWidget(made)
    made.resize(1_200, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_question_by_ear_has_one_large_button_to_hear_it_again(view: PictureView, heard: list[str]) -> None:
    asked = msgspec.structs.replace(ASKED, scene=Scene.LISTEN, again=(Sound(pitch=60),))
    view.show_picture(asked)
    assert [name for name in names(view) if name.startswith("Listen again")] == ["Listen again, key 0"]
    assert view.answer_by_key("0")
    view.show_picture(msgspec.structs.replace(asked, again=()))
    assert not view.answer_by_key("0")
    assert heard == ["again"]


def test_figures_answer_before_they_play(theme, qtbot, heard: list[str]) -> None:
    """A question with keys on the screen, too: a child who types an answer's number plays no wrong key."""
    played: list[int] = []
    made = PictureView(
        theme,
        press=played.append,
        release=lambda _pitch: None,
        choose=heard.append,
        listen=lambda: heard.append("again"),
    )
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    choices = (Choice(choice_id="c", label=say("C")), Choice(choice_id="d", label=say("D")))
    asked = msgspec.structs.replace(ASKED, keys=Keys(), choices=choices, again=(Sound(pitch=60),))
    made.show_picture(asked)
    made.take_focus()
    for key in (Qt.Key.Key_2, Qt.Key.Key_0):
        qtbot.keyClick(made.piano, key)
    assert (heard, played) == (["d", "again"], [])
    made.show_picture(msgspec.structs.replace(asked, choices=(), again=()))
    qtbot.keyClick(made.piano, Qt.Key.Key_2)
    assert played == [73]


def test_answers_carry_their_number_mark_and_picture(view: PictureView, heard: list[str]) -> None:
    choices = (
        Choice(choice_id="up", label=say("higher"), drawn=Drawn.HIGHER),
        Choice(choice_id="down", label=say("lower"), drawn=Drawn.LOWER, mark=Mark.WRONG),
    )
    view.show_picture(msgspec.structs.replace(ASKED, choices=choices))
    assert {"1: higher", "2: lower, wrong"} <= set(names(view))
    assert view.answer_by_key("2")
    assert heard == ["down"]
    assert not view.grab().isNull()


@pytest.mark.parametrize("drawn", list(Drawn))
@pytest.mark.parametrize("mark", [None, Mark.RIGHT, Mark.WRONG, Mark.HINT])
def test_every_small_picture_is_drawn(theme, qtbot, drawn: Drawn, mark: Mark | None) -> None:
    button = AnswerButton("higher", theme, None, number=1, mark=mark, drawn=drawn)
    qtbot.addWidget(button)
    plain = AnswerButton("higher", theme, None, number=1, mark=mark, drawn=None)
    qtbot.addWidget(plain)
    plain.setFixedSize(button.sizeHint())
    button.setFixedSize(button.sizeHint())
    assert button.grab().toImage() != plain.grab().toImage()


@pytest.mark.parametrize("scene", list(Scene))
def test_every_scene_is_drawn(view: PictureView, scene: Scene) -> None:
    view.show_picture(ASKED)
    empty = view.grab().toImage()
    view.show_picture(msgspec.structs.replace(ASKED, scene=scene, sign="ff", keys=Keys()))
    assert view.scene.isVisible()
    assert view.scene.grab().toImage() != empty


def test_the_beat_stands_where_the_sentence_was(view: PictureView) -> None:
    view.show_picture(msgspec.structs.replace(ASKED, feedback=say("Well done."), feedback_mark=Mark.RIGHT))
    view.show_beat(Beat(1, 4, True))
    assert "Get ready" in names(view)
    view.show_beat(Beat(1, 4, False))
    assert "Play" in names(view)
    view.show_beat(None)
    assert "Play" not in names(view)
    assert any("Well done." in name for name in names(view))
