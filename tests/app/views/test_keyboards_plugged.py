"""The keyboards' page over real ports: keyboards in processes of their own are plugged, struck and pulled."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from conftest import Went, names, press
from PySide6.QtWidgets import QApplication

from app.midi.port import Port
from app.views.kit.theme import Theme
from app.views.rooms import News
from app.views.student.keyboards import KeyboardsView
from workshop.gallery_practice import StillTuning
from workshop.gallery_readings import STUDENT
from workshop.gallery_rooms import still_rooms
from workshop.rigs import jack_server, player


class Room:
    """A real port and its page."""

    def __init__(self, theme: Theme) -> None:
        self.news = News()
        self.saved: list[tuple[str, ...]] = []
        self.port = Port(
            on_note=lambda note: self.news.key.emit(note.pitch, note.velocity),
            on_pedal=lambda _: None,
            on_state=self.news.port.emit,
            on_lost=lambda _: None,
            on_found=lambda _: None,
            now=lambda: time.perf_counter_ns() // 1000,
            load=tuple,
            save=lambda chosen: self.saved.append(tuple(chosen)),
            driver="jack",
        )
        tuning = StillTuning(heard=()).rooms()
        self.port.start()
        port = self.port
        rooms = still_rooms(
            news=self.news,
            port_state=lambda: port.state,
            tuning=msgspec.structs.replace(
                tuning, choose=port.choose, audition=port.audition, recent=port.recent,
                use=lambda name, keys: port.use(keys, name),
            ),
        )  # fmt: skip
        self.view = KeyboardsView(theme, rooms, STUDENT, Went(), back=None)

    @property
    def text(self) -> str:
        """Everything that a screen reader reads."""
        QApplication.processEvents()
        return " | ".join(names(self.view))


@pytest.fixture
def room(theme: Theme, qtbot: Any) -> Iterator[Room]:
    with jack_server():
        made = Room(theme)
        qtbot.addWidget(made.view)
        made.view.show()
        yield made
        made.view.leave()
        made.port.close()


def test_plugged_struck_chosen_and_pulled(room: Room, qtbot: Any) -> None:
    patience = 20_000
    qtbot.waitUntil(lambda: "Let’s connect your keyboard" in room.text, timeout=patience)
    with player("Piano") as piano, player("Organ") as organ:
        qtbot.waitUntil(lambda: all(each.open for each in room.port.state.keyboards), timeout=patience)
        qtbot.waitUntil(lambda: {"Piano", "Organ"} <= set(room.text.split(" | ")), timeout=patience)
        qtbot.waitUntil(lambda: len(room.port.state.keyboards) == 2, timeout=patience)
        qtbot.waitUntil(lambda: all(each.open for each in room.port.state.keyboards), timeout=patience)
        organ.send([0x90, 67, 99])
        qtbot.waitUntil(lambda: "from Organ" in room.text, timeout=patience)
        assert "G4, played loudly" in room.text
        assert room.view.live.piano._down == {67}
        press(room.view, "Use only Organ")
        qtbot.waitUntil(lambda: [e.used for e in room.port.state.keyboards] == [False, True], timeout=patience)
        assert room.saved == [("Organ",)]
        organ.send([0x80, 67, 0], [0xB0, 64, 127])
        qtbot.waitUntil(lambda: "Pedal down" in room.text, timeout=patience)
        organ.unplug()
        words = "“Organ” was used here and is not connected now."
        qtbot.waitUntil(lambda: words in room.text, timeout=patience)
        organ.plug()
        qtbot.waitUntil(lambda: words not in room.text, timeout=patience)
        piano.send([0x90, 60, 40])
        qtbot.waitUntil(lambda: "from Piano" in room.text, timeout=patience)
