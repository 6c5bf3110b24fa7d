"""Rhythms without a keyboard: every press of mouse, space bar or letter is one tap, and none hangs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.views.kit.picture_view import PictureView
from app.views.kit.tap_pad import KEY, TapPad
from domain.games.picture import Phase, Picture, Scene
from domain.music.say import say


class Taps:
    """What a pad played: pitches down, negative pitches up."""

    def __init__(self) -> None:
        self.said: list[int] = []

    def press(self, pitch: int) -> None:
        self.said.append(pitch)

    def release(self, pitch: int) -> None:
        self.said.append(-pitch)


@pytest.fixture
def taps() -> Taps:
    return Taps()


@pytest.fixture
def pad(theme, qtbot, taps: Taps) -> TapPad:
    made = TapPad(theme, taps.press, taps.release)
    qtbot.addWidget(made)
    made.resize(600, 120)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_mouse_and_keys_tap_and_let_go(pad: TapPad, taps: Taps) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(300, 60))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(300, 60))
    assert taps.said == [KEY, -KEY]
    # Qt hands the second of two quick presses on as another kind of event: it is a tap all the same.
    for kind, buttons in (
        (QEvent.Type.MouseButtonDblClick, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        place = QPointF(10, 10)
        event = QMouseEvent(kind, place, place, Qt.MouseButton.LeftButton, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(pad, event)
    assert taps.said == [KEY, -KEY] * 2
    taps.said.clear()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_A):
        QTest.keyClick(pad, key)
    assert taps.said == [KEY, -KEY] * 3


def test_two_hands_are_two_taps(pad: TapPad, taps: Taps) -> None:
    QTest.keyPress(pad, Qt.Key.Key_F)
    QTest.keyPress(pad, Qt.Key.Key_J)
    QTest.keyRelease(pad, Qt.Key.Key_F)
    assert taps.said == [KEY, -KEY, KEY]
    QTest.keyRelease(pad, Qt.Key.Key_J)
    assert taps.said[-1] == -KEY


def test_going_elsewhere_lets_go(pad: TapPad, taps: Taps) -> None:
    QTest.keyPress(pad, Qt.Key.Key_Space)
    pad.let_go()
    QTest.keyRelease(pad, Qt.Key.Key_Space)
    assert taps.said == [KEY, -KEY]


def test_figures_and_escape_are_left_to_the_page(pad: TapPad, taps: Taps) -> None:
    QTest.keyClick(pad, Qt.Key.Key_3)
    QTest.keyClick(pad, Qt.Key.Key_Escape)
    assert taps.said == []


def test_it_is_there_and_has_the_focus_where_any_key_will_do(theme, qtbot, taps: Taps) -> None:
    view = PictureView(theme, press=taps.press, release=taps.release)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.show_picture(Picture(phase=Phase.ASKING, prompt=say("Tap."), scene=Scene.TAP, taps=True))
    view.take_focus()
    assert view.tap_pad.isVisible()
    assert not view.piano.isVisible()
    before = view.tap_pad.grab().toImage()
    view.show_key(72, 90)
    assert view.tap_pad.grab().toImage() != before
    view.show_picture(Picture(phase=Phase.ASKING, prompt=say("Pick.")))
    assert not view.tap_pad.isVisible()
