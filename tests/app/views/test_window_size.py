"""The first window is never larger than the screen it opens on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.front import show_on

WANTED = QSize(1280, 860)


@pytest.mark.parametrize(("room", "whole"), [((1920, 1040), False), ((1366, 728), True), ((1024, 768), True)])
def test_a_window_fits_its_screen(qtbot: QtBot, room: tuple[int, int], whole: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(WANTED)
    with qtbot.waitExposed(window):
        show_on(window, QSize(*room))
    assert window.isMaximized() is whole
    if not whole:
        assert window.size() == WANTED
