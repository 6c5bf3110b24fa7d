"""The community's pages at letters twice as large on a small screen: nothing has to be scrolled sideways."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea
from pytestqt.qtbot import QtBot

from app.views.kit.theme import Look, Theme, register_fonts
from workshop.gallery import VIEWS

SMALL = QSize(1024, 768)
PAGES = (
    "badges", "feed", "comments", "report", "visibility", "notices", "points", "challenges", "board", "board-world",
    "highlights", "profile", "profile-other", "profile-as", "showcase", "settings", "share", "moderation", "reasons",
    "break", "policy", "student-rules", "family", "take-back", "supervision", "supervision-waits", "usage",
    "organisation", "guidelines",
)  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_scrolled_sideways(qtbot: QtBot, name: str) -> None:
    register_fonts()
    theme = Theme(Look(percent=200))
    view = VIEWS[name](theme)
    qtbot.addWidget(view)
    theme.dress(view)
    view.resize(view.size().boundedTo(SMALL) if isinstance(view, QDialog) else SMALL)
    with qtbot.waitExposed(view):
        view.show()
    QApplication.processEvents()
    assert view.width() <= SMALL.width()
    areas = [area for area in view.findChildren(QScrollArea) if area.isVisible()]
    qtbot.waitUntil(lambda: all(area.horizontalScrollBar().maximum() == 0 for area in areas))
    # Where there is no bar, nothing is cut off at the side either.
    qtbot.waitUntil(lambda: all(area.widget().width() <= area.viewport().width() for area in areas))
