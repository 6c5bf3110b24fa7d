"""A note's road for real: a keyboard in another process, JACK, the port, the desk, the stage, the game."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from app.midi.port import Port
from app.sound.silent import Silent
from app.stage.desk import Desk
from app.stage.running import Stage
from domain.games.game import Outcome
from domain.games.picture import Phase, Picture
from domain.music.note import Note, Pedal
from domain.music.say import say
from domain.records.progress import RawEvent
from workshop.rigs import Player, jack_server, numbered, player


class Listener:
    """A game that only listens: every key makes another picture."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self._picture = Picture(phase=Phase.ASKING, prompt=say("Play."))

    def begin(self, _at: int) -> Picture:
        return self._picture

    def play(self, note: Note) -> Picture:
        self.notes.append(note)
        self._picture = msgspec.structs.replace(self._picture, done=len(self.notes))
        return self._picture

    def pedal(self, _pedal: Pedal) -> Picture:
        return self._picture

    def choose(self, _choice_id: str, _at: int) -> Picture:
        return self._picture

    def tick(self, _at: int) -> Picture:
        return self._picture

    def outcome(self) -> Outcome | None:
        return None


@pytest.fixture
def piano() -> Iterator[Player]:
    with jack_server(), player("Piano") as keyboard:
        yield keyboard


def now_us() -> int:
    return time.perf_counter_ns() // 1000


def test_every_note_crosses_in_order_and_a_pulled_cable_loses_nothing(qtbot: Any, piano: Player) -> None:
    game = Listener()
    journal: list[RawEvent] = []
    desk = Desk(sound=Silent())
    stage = Stage(game=game, sound=Silent(), heard=journal.append, now_us=now_us)
    port = Port(
        on_note=desk.note,
        on_pedal=desk.pedal,
        on_state=lambda _state: None,
        on_lost=desk.lost,
        on_found=desk.found,
        now=now_us,
        load=lambda: ("Piano",),
        save=lambda _names: None,
        driver="jack",
    )
    desk.take(stage)
    stage.start()
    port.start()
    try:
        qtbot.waitUntil(lambda: port.state.ready, timeout=20_000)
        piano.notes(500, gap_us=1_000)
        qtbot.waitUntil(lambda: len(game.notes) == 1_000, timeout=20_000)
        piano.send([0x90, 60, 100])
        qtbot.waitUntil(lambda: len(game.notes) == 1_001, timeout=20_000)
        piano.unplug()
        qtbot.waitUntil(lambda: stage.is_paused, timeout=20_000)
        held = stage.game_time()
        piano.plug()
        qtbot.waitUntil(lambda: not stage.is_paused, timeout=20_000)
        piano.notes(500, gap_us=1_000, first=500)
        qtbot.waitUntil(lambda: len(game.notes) == 2_002, timeout=20_000)
    finally:
        port.close()
        stage.stop()
    pressed = [[note.pitch, note.velocity] for note in game.notes if note.velocity]
    assert pressed[:500] + pressed[501:] == [numbered(number)[0][1:] for number in range(1_000)]
    # The key that was down when the cable went came up, at the time that then stood still.
    assert (game.notes[1_001].pitch, game.notes[1_001].velocity) == (60, 0)
    assert game.notes[1_001].at <= held <= game.notes[1_002].at
    assert journal == [(note.at, note.pitch, note.velocity) for note in game.notes] == list(stage.events)
