"""A game that was left stands on the dashboard: play on where it was, or let it go."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

import msgspec
import pytest
from conftest import Went, names, press
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.views.kit.theme import Theme
from app.views.places import AtPlay
from app.views.student.dashboard import DashboardView
from app.views.student.play import PlayView
from domain.records.progress import RawEvent
from workshop import gallery_playing as playing
from workshop import gallery_readings as readings
from workshop.gallery_answers import done
from workshop.gallery_rooms import StillGame, still_rooms

OFFERED = playing.UNFINISHED_DASHBOARD.unfinished


def show(qtbot: QtBot, view: QWidget) -> Any:
    """A shown view."""
    qtbot.addWidget(view)
    view.resize(1280, 800)
    view.show()
    return view


BEFORE: tuple[RawEvent, ...] = ((10, 60, 90), (20, 60, 0))


def test_one_plays_on_where_one_was(theme: Theme, qtbot: QtBot) -> None:
    went = Went()
    rooms = still_rooms(dashboard=playing.UNFINISHED_DASHBOARD)
    view = show(qtbot, DashboardView(theme, rooms, readings.STUDENT, went))
    qtbot.waitUntil(lambda: any("You were in the middle of" in name for name in names(view)))
    press(view, "Play on")
    assert went == [AtPlay(step=OFFERED.step, assignment_id="a1", before=OFFERED.attempt)]


def test_one_lets_it_go_and_it_is_not_offered_again(theme: Theme, qtbot: QtBot) -> None:
    left = [playing.UNFINISHED_DASHBOARD]
    gone: list[str] = []

    def let_go(_account: Any, attempt_id: str) -> Future[None]:
        gone.append(attempt_id)
        left[0] = msgspec.structs.replace(left[0], unfinished=None)
        return done(None)

    rooms = still_rooms(dashboard=left[0])
    rooms = msgspec.structs.replace(rooms, dashboard=lambda _account: done(left[0]), discard_unfinished=let_go)
    view = show(qtbot, DashboardView(theme, rooms, readings.STUDENT, Went()))
    qtbot.waitUntil(lambda: "Let it go" in names(view))
    press(view, "Let it go")
    qtbot.waitUntil(lambda: "Let it go" not in names(view))
    assert gone == ["at1"]


@pytest.mark.parametrize("before", [None, OFFERED.attempt], ids=["begun", "gone on with"])
def test_who_leaves_a_game_puts_it_down(theme: Theme, qtbot: QtBot, before: Any) -> None:
    started: list[tuple[str, Sequence[RawEvent]]] = []
    put_down: list[str] = []

    class Told(StillGame):
        def start(self, before: Sequence[RawEvent] = ()) -> None:
            started.append((type(self).__name__, tuple(before)))
            super().start(before)

    def stage_for(_attempt: Any, parent: QObject) -> StillGame:
        return Told(playing.ASKING, parent)

    rooms = still_rooms(
        stage_for=stage_for,
        go_on_with=lambda _attempt: done(BEFORE),
        put_down=lambda attempt: (put_down.append(attempt.attempt_id), done(None))[1],
    )
    view = show(
        qtbot,
        PlayView(theme, rooms, readings.STUDENT, Went(), step=OFFERED.step, assignment_id=None, before=before),
    )
    qtbot.waitUntil(lambda: bool(started))
    assert started == [("Told", BEFORE if before else ())]
    view.leave()
    assert put_down == ["at1"]
