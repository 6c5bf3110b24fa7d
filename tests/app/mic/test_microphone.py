"""A real microphone of a real sound server: sung notes arrive as keys, and everything that may be missing is said."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from voices import sing, sung

from app.mic.microphone import Microphone
from app.mic.state import DEAF, NO_MICROPHONE, MicState
from domain.music.note import Note
from workshop.rigs import environment, wait_until


class Told:
    """A microphone with everything it said."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self.states: list[MicState] = []
        self.mic = Microphone(
            on_note=self.notes.append, on_state=self.states.append, now=lambda: time.perf_counter_ns() // 1000
        )

    @property
    def keys(self) -> list[int]:
        return [note.pitch for note in self.notes if note.velocity]


@contextmanager
def listening() -> Iterator[Told]:
    told = Told()
    told.mic.switch_on()
    try:
        wait_until(lambda: told.mic.state.on, what="the microphone")
        yield told
    finally:
        told.mic.close()


@pytest.mark.parametrize("song", [[62, 64, 66], [50, 55, 59], [74, 71, 67], [60, 60, 67]], ids=str)
def test_what_is_sung_arrives_as_keys(room: str, song: list[int]) -> None:
    with listening() as told:
        sing(sung(song, vibrato=0.2, breath=0.005))
        wait_until(lambda: len(told.notes) == 2 * len(song), what=f"the notes, heard {told.notes}")
        assert told.keys == song
    assert [note.at for note in told.notes] == sorted(note.at for note in told.notes)
    assert any(state.pitch == song[0] for state in told.states)
    assert told.mic.state == MicState()


def test_while_the_program_plays_it_hears_nothing(room: str) -> None:
    with listening() as told:
        told.mic.deafen(60_000_000)
        sing(sung([60, 64]))
        sing(sung([None]))
        assert told.keys == []


def test_a_microphone_that_gives_only_zeros_is_told(room: str) -> None:
    with listening() as told:
        wait_until(lambda: told.mic.state.problem == DEAF, what="the sentence")
        sing(sung([69], seconds=0.8))
        wait_until(lambda: told.keys == [69], what="the note after all")
        assert told.mic.state.problem is None


def test_without_any_microphone_the_game_can_be_played_on_keys() -> None:
    with environment(PULSE_SERVER="unix:/nowhere/native", XDG_RUNTIME_DIR="/nowhere"):
        told = Told()
        told.mic.switch_on()
        wait_until(lambda: told.mic.state.problem is not None, what="the sentence")
        assert told.mic.state == MicState(problem=NO_MICROPHONE)
        told.mic.close()
    assert told.notes == []


def test_it_is_off_until_somebody_switches_it_on(room: str) -> None:
    told = Told()
    told.mic.switch_off()
    told.mic.close()
    sing(sung([60]))
    assert (told.notes, told.states) == ([], [])


def test_switching_off_lets_go_of_what_is_sung(room: str) -> None:
    with listening() as told:
        sing(sung([65], seconds=1.0, gap=0.0))
        wait_until(lambda: bool(told.keys), what="the note")
    assert [(note.pitch, bool(note.velocity)) for note in told.notes] == [(65, True), (65, False)]
    assert not told.mic.state.on


def test_it_can_be_switched_off_and_on_again_at_once(room: str) -> None:
    with listening() as told:
        told.mic.switch_off()
        told.mic.switch_on()
        told.mic.switch_on()
        wait_until(lambda: [state.on for state in told.states[-2:]] == [False, True], what="off and on")
        sing(sung([71]))
        wait_until(lambda: told.keys == [71], what="the note")
