"""Every game of the catalogue played to its end on a real port, well and badly.

A keyboard in another process, JACK, the port, the desk, the stage, the game.

Only time is pretended: a message carries the moment for which the pupil planned it, so half an hour's thinking takes no
time and the result must be, to the microsecond, the one of the same pupil at the bare game.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication

from app.midi.port import Port
from app.sound.silent import Silent
from app.stage.desk import Desk
from app.stage.running import Stage
from domain.games import ALL, CHECKS
from domain.games.catalogue import Catalogue, Game, StageType, read_catalogue
from domain.games.catalogue import Stage as StageEntry
from domain.games.game import Outcome
from domain.games.picture import Picture
from domain.games.pupils import ModelGame, played_through
from domain.music.note import Note, Pedal
from domain.records.progress import RawEvent
from workshop.rigs import Player, player, wait_until

FOLDER = Path(__file__).parents[3] / "resources" / "games"
SUSTAIN = 64
PATIENCE = 20.0
SEED, LESSON = 7, 5


class PlannedTime:
    """The clock of port and stage. It stands still, and each message that arrives moves it to its planned moment."""

    def __init__(self) -> None:
        self.now = 0
        self._planned: deque[int] = deque()

    def plan(self, at: int) -> None:
        """The next message is played at this moment (µs)."""
        self._planned.append(at)

    def read(self) -> int:
        """What the port stamps a message with, and what the stage sees."""
        return self.now

    def stamp(self) -> int:
        """The moment of the message that has just arrived."""
        if self._planned:
            self.now = self._planned.popleft()
        return self.now


class Classroom:
    """A keyboard in its own process, the port that hears it, and the desk that hands its keys to the running game."""

    def __init__(self, keyboard: Player) -> None:
        self.time = PlannedTime()
        self.desk = Desk(sound=Silent())
        self._keyboard = keyboard
        self._arrived = threading.Semaphore(0)
        self.port = Port(
            on_note=self._note,
            on_pedal=self._pedal,
            on_state=lambda _state: None,
            on_lost=self.desk.lost,
            on_found=self.desk.found,
            now=self.time.stamp,
            load=lambda: (keyboard.name,),
            save=lambda _names: None,
            driver="jack",
        )

    def send(self, at: int, *message: int) -> None:
        """Play one message at a planned moment; returns when the stage has it."""
        self.time.plan(at)
        self._keyboard.send(message)
        assert self._arrived.acquire(timeout=PATIENCE), message
        QCoreApplication.processEvents()

    def _note(self, note: Note) -> None:
        self.desk.note(note)
        self._arrived.release()

    def _pedal(self, pedal: Pedal) -> None:
        self.desk.pedal(pedal)
        self._arrived.release()


class OnThePort:
    """A running game as a pupil sees it who sits at a real keyboard: what is played goes the whole way to the stage."""

    def __init__(self, room: Classroom, entry: Game, stage: StageEntry) -> None:
        self._room = room
        self._game = cast(ModelGame, ALL[entry.family](entry, stage, SEED, stage.highest_level))
        self.journal: list[RawEvent] = []
        self.told: list[Outcome] = []
        self._stage = Stage(game=self._game, sound=Silent(), heard=self.journal.append, now_us=room.time.read)
        self._stage.over.connect(lambda outcome, _events, _duration: self.told.append(outcome))
        self._zero = 0

    def begin(self, at: int) -> Picture:
        self._zero = self._room.time.now - at
        self._room.desk.take(self._stage)
        self._stage.start()
        return self._shown()

    def play(self, note: Note) -> Picture:
        self._room.send(self._zero + note.at, 0x90 if note.velocity else 0x80, note.pitch, note.velocity)
        return self._shown()

    def pedal(self, pedal: Pedal) -> Picture:
        self._room.send(self._zero + pedal.at, 0xB0, SUSTAIN, pedal.value)
        return self._shown()

    def choose(self, choice_id: str, at: int) -> Picture:
        self._room.time.now = self._zero + at
        self._stage.choose(choice_id)
        return self._shown()

    def tick(self, at: int) -> Picture:
        self._room.time.now = self._zero + at
        self._stage.catch_up()
        return self._shown()

    def outcome(self) -> Outcome | None:
        return self.told[0] if self.told else None

    def model_answer(self) -> tuple[RawEvent, ...]:
        return self._game.model_answer()

    def close(self) -> None:
        self._room.desk.leave(self._stage)
        self._stage.stop()

    def _shown(self) -> Picture:
        assert self._stage.picture is not None
        return self._stage.picture


@lru_cache
def catalogue() -> Catalogue:
    return read_catalogue(((file.name, file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.toml"))), CHECKS)


@pytest.fixture(scope="module")
def room(jack: str, qapp: QCoreApplication) -> Iterator[Classroom]:
    with player("Classroom piano") as keyboard:
        classroom = Classroom(keyboard)
        classroom.port.start()
        try:
            wait_until(lambda: classroom.port.state.ready, what="the keyboard")
            yield classroom
        finally:
            classroom.port.close()


@pytest.mark.parametrize("skill", [1.0, 0.4], ids=["well", "badly"])
@pytest.mark.parametrize("game_id", [game.game_id for game in catalogue().games])
def test_it_is_played_on_a_real_keyboard(room: Classroom, game_id: str, skill: float) -> None:
    entry = catalogue().game(game_id)
    assert entry is not None
    stage = entry.stage(StageType.PLAY) or entry.stage(StageType.QUIZ)
    assert stage is not None
    bare = played_through(ALL[entry.family](entry, stage, SEED, stage.highest_level, draw=False), LESSON, skill)
    game = OnThePort(room, entry, stage)
    try:
        played = played_through(game, LESSON, skill)
    finally:
        game.close()
    assert played == bare
    assert tuple(game.journal) == played.events
    assert len(game.told) == 1
    assert played.outcome.passed or skill < 1
