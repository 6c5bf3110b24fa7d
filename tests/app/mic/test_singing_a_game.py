"""A game sung from its prompt: the ear waits while the program plays, then hears the child, and the score says so."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from voices import sing, sung

from app.singing import BesideMicrophone, Singing
from app.sound.silent import Silent
from app.stage.running import Stage
from app.views.kit.buttons import Button
from app.views.kit.theme import Look, Theme, register_fonts
from app.views.student.mic_bar import MicBar
from domain.games import ALL, CHECKS
from domain.games.catalogue import Catalogue, StageType, read_catalogue
from workshop.rigs import wait_until

FOLDER = Path(__file__).parents[3] / "resources" / "games"
SUNG = 3


def catalogue() -> Catalogue:
    return read_catalogue(((file.name, file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.toml"))), CHECKS)


def now_us() -> int:
    return time.perf_counter_ns() // 1000


def test_two_notes_are_sung_back_an_octave_lower(room: str, qtbot: Any) -> None:
    games = catalogue()
    keys: list[tuple[int, int]] = []
    singing = Singing(catalogue=games, steady=now_us, on_key=lambda *key: keys.append(key))
    register_fonts()
    bar = MicBar(Theme(Look()), singing.rooms())
    qtbot.addWidget(bar)
    entry = games.game("G-01441")
    assert entry is not None
    stage_entry = entry.stage(StageType.PLAY)
    assert stage_entry is not None
    game = ALL[entry.family](entry, stage_entry, 4, 1)
    stage = Stage(game=game, sound=BesideMicrophone(Silent(), singing.microphone), heard=lambda _: None, now_us=now_us)
    singing.take(stage)
    try:
        assert "off" in bar.accessibleName()
        bar.findChild(Button).click()
        qtbot.waitUntil(lambda: singing.microphone.state.on, timeout=20_000)
        qtbot.waitUntil(lambda: "Nothing is recorded" in bar.accessibleName(), timeout=5_000)
        stage.start()
        for number in range(1, SUNG + 1):
            qtbot.waitUntil(lambda: bool(game.model_answer()), timeout=10_000)
            wait_until(singing.microphone.hears, what="the end of the question")
            sing(sung([pitch - 12 for _, pitch, velocity in game.model_answer() if velocity], vibrato=0.2))
            qtbot.waitUntil(lambda done=number: stage.picture.done == done, timeout=10_000)
        assert stage.picture is not None
        assert stage.picture.score == SUNG * 100
        assert len([key for key in keys if key[1]]) == 2 * SUNG
    finally:
        bar.leave()
        stage.stop()
        singing.close()
    assert not singing.microphone.state.on
