"""Letters twice as large on a child's laptop: staff, keys and answers stand on one screen, and nothing moves.

No page of any room is larger than the screen; what is higher is scrolled, and nothing is wider."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea
from pytestqt.qtbot import QtBot

from app.views.kit.picture_view import FeedbackLine, PictureView
from app.views.kit.theme import Look, Theme, register_fonts
from app.views.kit.tokens import TARGET
from domain.games.picture import Keys, Mark, Phase, Picture
from domain.music.say import say
from workshop import gallery_games
from workshop.gallery import VIEWS

LAPTOP = QSize(1366, 768)
# The smallest screen of a school's older computers and projectors.
SMALL = QSize(1024, 768)
GAMES = {name: made for name, made in gallery_games.views().items() if not name.endswith("-wrong")}


@pytest.mark.parametrize("percent", [150, 200])
@pytest.mark.parametrize("name", GAMES)
def test_no_game_needs_scrolling(qtbot: QtBot, name: str, percent: int) -> None:
    register_fonts()
    theme = Theme(Look(percent=percent))
    view = GAMES[name](theme)
    qtbot.addWidget(view)
    theme.dress(view)
    view.resize(LAPTOP)
    with qtbot.waitExposed(view):
        view.show()
    [area] = [area for area in view.findChildren(QScrollArea) if area.isVisible()]
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0 and area.horizontalScrollBar().maximum() == 0)
    picture = view.findChild(PictureView)
    assert isinstance(picture, PictureView)
    for answer in picture.answers.buttons:
        assert answer.height() >= TARGET
    if picture.staff.isVisible():
        assert picture.staff.height() >= 150


@pytest.mark.parametrize(("screen", "percent"), [(LAPTOP, 200), (SMALL, 200), (SMALL, 100)])
@pytest.mark.parametrize("name", [name for name in VIEWS if not name.startswith(("display", "certificate"))])
def test_no_page_is_larger_than_the_screen(qtbot: QtBot, name: str, screen: QSize, percent: int) -> None:
    register_fonts()
    theme = Theme(Look(percent=percent))
    view = VIEWS[name](theme)
    qtbot.addWidget(view)
    theme.dress(view)
    view.resize(screen)
    with qtbot.waitExposed(view):
        view.show()
    QApplication.processEvents()
    # A moment is as large as the window that it covers, which there is none of here.
    assert view.width() <= screen.width() or name == "moment"
    # A dialogue opens over a window and gets no higher than that.
    assert view.height() <= screen.height() or isinstance(view, QDialog)
    areas = [area for area in view.findChildren(QScrollArea) if area.isVisible()]
    qtbot.waitUntil(lambda: all(area.horizontalScrollBar().maximum() == 0 for area in areas))


ASKED = Picture(phase=Phase.ASKING, prompt=say("Play {note}.", note="C4"), total=10, keys=Keys())
JUDGED = msgspec.structs.replace(ASKED, feedback=say("Yes, {note}.", note="C4"), feedback_mark=Mark.RIGHT)


def place(view: PictureView) -> QRect:
    """Where the keys are once everything is laid out."""
    QApplication.processEvents()
    return view.piano.geometry()


def test_what_was_played_is_told_in_the_question_s_place_and_nothing_moves(qtbot: QtBot) -> None:
    register_fonts()
    view = PictureView(Theme(Look(percent=200)))
    qtbot.addWidget(view)
    view.resize(1340, 640)
    view.be_tight(True)
    with qtbot.waitExposed(view):
        view.show()
    view.show_picture(ASKED)
    line = view.findChild(FeedbackLine)
    assert isinstance(line, FeedbackLine)
    assert not line.isVisible()
    before = place(view)
    view.show_picture(JUDGED)
    qtbot.waitUntil(line.isVisible)
    assert place(view) == before
    view.show_picture(ASKED)
    qtbot.waitUntil(lambda: not line.isVisible())
    assert place(view) == before
    view.be_tight(False)
    qtbot.waitUntil(line.isVisible)
    assert line.y() > view.staff.y()
