"""A machine's keyboards and its lateness: remembered, used in the next attempt, and judged alike when replayed."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json
from PySide6.QtCore import QObject

from app.desktop import Desktop
from app.midi.fake import FakePort
from app.midi.state import KeyboardSettings
from app.settings import Settings, SettingsFile, readable
from app.stage.lateness import Timing
from app.stage.tapping_along import Cue, TappingAlong
from app.store.keeper import Desk
from app.store.readings import Account, StepCard, StepState
from domain.games.game import JudgedNote, Outcome
from domain.games.replay import replay
from domain.music.note import Note
from domain.music.say import say
from domain.records.identity import AccessRole
from domain.records.progress import Performance, PlayType, StepElement
from local_schema.columns import record_of

MIA = Account(user_id="u-mia", org_id="o-1", role=AccessRole.STUDENT, display_name="Mia", avatar="fox")
BEAT_GAME = "steady_beat"


def fake(**handed: Any) -> FakePort:
    return FakePort(**{name: value for name, value in handed.items() if name not in ("load", "save", "driver")})


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Desktop]]:
    """The same machine, started again and again."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    opened: list[Desktop] = []

    def again() -> Desktop:
        for each in opened[-1:]:
            each.close()
        opened.append(Desktop(tmp_path, sound=False, make_port=fake))
        return opened[-1]

    yield again
    opened[-1].close()


def port_of(machine: Desktop) -> FakePort:
    assert isinstance(machine.port, FakePort)
    return machine.port


def step(machine: Desktop) -> StepCard:
    """The learn stage of a game that is tapped along with a click."""
    game = machine.catalogue.family(BEAT_GAME)[0]
    stage = game.stages[0]
    return StepCard(
        step_id="",
        title=game.name,
        element=StepElement.GAM,
        element_id=game.game_id,
        stage_id=stage.stage_id,
        state=StepState.AVAILABLE,
    )


def notes(offset: int) -> tuple[JudgedNote, ...]:
    one = JudgedNote(
        wanted="b", played="b", verdict="right", why=say("On time."), concept="c", right=True, offset=offset
    )
    return (one,) * 8


def test_how_a_keyboard_is_heard_outlasts_the_program(desktop: Callable[[], Desktop]) -> None:
    machine = desktop()
    machine.rooms().tuning.use("Piano", KeyboardSettings(transpose=12))
    machine = desktop()
    assert machine.rooms().tuning.keys_of("Piano") == KeyboardSettings(transpose=12)
    heard: list[tuple[int, int]] = []
    machine.news.key.connect(lambda pitch, velocity: heard.append((pitch, velocity)))
    port_of(machine).plug("Piano")
    port_of(machine).press(60)
    assert heard == [(72, 80)]


def test_each_pair_of_keyboard_and_sound_has_its_own_lateness(desktop: Callable[[], Desktop]) -> None:
    machine = desktop()
    rooms = machine.rooms().tuning
    assert rooms.pair().keyboard == ""
    rooms.keep_offset(Cue.PICTURE, 21_900)
    port_of(machine).plug("Piano")
    assert rooms.pair().keyboard == "Piano"
    assert rooms.pair().timing == Timing()
    rooms.keep_offset(Cue.PICTURE, 55_000)
    machine = desktop()
    assert machine.tuning.late() == 21_000
    port_of(machine).plug("Piano")
    assert machine.tuning.late() == 55_000
    assert machine.rooms().tuning.keep_offset(Cue.PICTURE, None).timing.picture is None


def test_an_attempt_is_judged_with_the_lateness_it_began_with_and_so_is_its_replay(
    desktop: Callable[[], Desktop], qtbot: Any
) -> None:
    machine = desktop()
    machine.rooms().tuning.keep_offset(Cue.PICTURE, 120_000)
    rooms, parent = machine.rooms(), QObject()
    attempt = rooms.start_attempt(MIA, step(machine)).result(10)
    assert attempt.sound_offset == 120_000
    stage = rooms.stage_for(attempt, parent)
    ends: list[tuple[Outcome, Any, int]] = []
    stage.over.connect(lambda *end: ends.append(end))
    game, entry = machine.catalogue.stages[attempt.stage_id]
    events = tuple((500_000 * n + 3_000_000, 60, 80 * (n % 2)) for n in range(200))
    length = 240_000_000
    outcome = replay(
        machine.catalogue, attempt.stage_id, attempt.seed, attempt.level, events, length, attempt.sound_offset
    )
    rooms.finish_attempt(attempt, outcome, events, length).result(10)

    def kept(desk: Desk) -> Performance:
        with desk.mirror(MIA.user_id).reading() as connection:
            (row,) = connection.exec_driver_sql("SELECT * FROM performance").mappings()
            return record_of(Performance, dict(row))

    performance = machine.keeper.submit(kept).result(10)
    assert performance.sound_offset == 120_000
    assert performance.events == events
    again = replay(
        machine.catalogue, attempt.stage_id, attempt.seed, attempt.level, performance.events, length,
        performance.sound_offset,
    )  # fmt: skip
    assert again == outcome
    assert game.family == BEAT_GAME
    assert entry.stage_id == attempt.stage_id
    stage.stop()


def test_plays_that_lean_alike_are_remembered_for_the_machine(desktop: Callable[[], Desktop]) -> None:
    machine = desktop()
    for _ in range(3):
        machine.tuning.played(notes(34_000))
    assert machine.rooms().tuning.pair().timing.offered == 34_000
    machine = desktop()
    assert machine.rooms().tuning.pair().timing.offered == 34_000


def test_the_taps_of_a_measurement_come_from_the_machines_keys(desktop: Callable[[], Desktop], qtbot: Any) -> None:
    machine = desktop()
    port_of(machine).plug("Piano")
    parent = QObject()
    run = machine.rooms().tuning.tap_along(Cue.PICTURE, parent)
    assert isinstance(run, TappingAlong)
    tapped: list[int] = []
    run.tapped.connect(tapped.append)
    run.start()
    port_of(machine).press(60)
    machine.screen_keys.press(61)
    qtbot.waitUntil(lambda: tapped[-1:] == [2])
    run.stop()


def test_a_review_is_kept_as_one(desktop: Callable[[], Desktop]) -> None:
    machine = desktop()
    plain = step(machine)
    for play_type, wanted in ((None, PlayType.FREE_PLAY), (PlayType.REVIEW, PlayType.REVIEW)):
        card = StepCard(**{**{f: getattr(plain, f) for f in plain.__struct_fields__}, "play_type": play_type})
        attempt = machine.rooms().start_attempt(MIA, card).result(10)
        assert attempt.play_type is wanted


def test_a_setting_that_nobody_can_read_takes_no_other_with_it(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"timing": {"Piano|alsa": {"sound": "late"}}, "keyboards": ["Piano"]}')
    kept = SettingsFile(tmp_path)
    assert (kept.now.timing, kept.now.keyboards) == ({}, ["Piano"])
    kept.keep(keys={"Piano": KeyboardSettings(left=24)})
    assert SettingsFile(tmp_path).now.keys["Piano"].heard_as(36) == Note(60, 1, 0).pitch


@given(
    st.binary(max_size=80) | st.recursive(st.none() | st.booleans() | st.text(max_size=5), st.lists).map(json.encode)
)
def test_any_file_gives_settings(data: bytes) -> None:
    assert isinstance(readable(data), Settings)


@given(
    st.dictionaries(
        st.sampled_from([*Settings.__struct_fields__, "unknown"]),
        st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda inner: st.dictionaries(st.text(), inner)),
    )
)
def test_any_values_give_settings_that_can_be_kept_and_read(values: dict[str, object]) -> None:
    settings = readable(json.encode(values))
    assert readable(json.encode(settings)) == settings
