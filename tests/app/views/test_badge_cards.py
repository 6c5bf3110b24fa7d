"""Earned badges say in words what can be done with them, and a shared one says what it is: grown, or rare or not."""

from __future__ import annotations

import msgspec
import pytest
from conftest import Went, names
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.views.kit.flow import Wrap
from app.views.kit.theme import Look, Theme
from app.views.student.badges import BadgesView
from app.views.student.cards import badge_of
from app.views.student.share_tile import rank_chip
from domain.records.community import AchievementType
from workshop import gallery_readings as readings
from workshop.gallery_rooms import still_rooms


@pytest.mark.parametrize("percent", [100, 200])
def test_what_can_be_done_with_a_badge_stands_there_in_words_and_whole(
    qtbot: QtBot, qapp: object, percent: int
) -> None:
    view = BadgesView(Theme(Look(percent=percent)), still_rooms(), readings.STUDENT, Went())
    qtbot.addWidget(view)
    view.resize(1366, 900)
    with qtbot.waitExposed(view):
        view.show()
    qtbot.waitUntil(lambda: any(name.startswith("Around the world: ") for name in names(view)))
    hands = [button for wrap in view.findChildren(Wrap) for button in wrap.findChildren(QPushButton)]
    assert {button.text() for button in hands} >= {"Share", "Take along", "Around the world"}
    for button in hands:
        assert button.text()
        assert button.accessibleName().startswith(f"{button.text()}: ")
        assert button.width() >= button.sizeHint().width()
        assert button.parentWidget().rect().contains(button.geometry())


@pytest.mark.parametrize(
    ("rarity", "level", "kind", "words"),
    [
        ("common", 0, "single", "Common"),
        ("rare", 0, "single", "Rare"),
        ("common", 2, "grow", "level II, bronze"),
    ],
)
def test_a_shared_badge_without_levels_is_not_said_to_have_one(
    theme: Theme, qapp: object, rarity: str, level: int, kind: str, words: str
) -> None:
    share = msgspec.structs.replace(
        readings.FEED[0], achievement_type=AchievementType.BADGE, rarity=rarity, level=level
    )
    chip = rank_chip(share, theme)
    assert chip is not None
    assert chip.accessibleName() == words
    assert badge_of(share).kind == kind
