"""How late a machine is: measured by tapping along, remembered for keyboard and sound, offered from plays."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.midi.fake import FakePort
from app.stage.desk import Desk
from app.stage.lateness import Timing, after_play, bounded, measured
from app.stage.tapping_along import GAP, LEAD, LISTEN, Cue, TappingAlong
from domain.games.game import JudgedNote
from domain.games.picture import Sound
from domain.games.tapping import CLICK_CHANNEL
from domain.music.calibration import TAPS, Calibrated
from domain.music.note import Note
from domain.music.say import say
from domain.records.progress import MOST_SOUND_OFFSET

MS = 1_000


def played(*offsets: int | None) -> list[JudgedNote]:
    return [
        JudgedNote(wanted="C4", played="C4", verdict="right", why=say("On time."), concept="c", right=True, offset=each)
        for each in offsets
    ]


def test_what_is_heard_and_what_is_seen_are_kept_apart() -> None:
    timing = measured(measured(Timing(), silent=False, offset=34_567), silent=True, offset=-12_000)
    assert (timing.sound, timing.picture) == (34 * MS, -12 * MS)
    assert (timing.late(silent=False), timing.late(silent=True)) == (34 * MS, -12 * MS)
    assert measured(timing, silent=False, offset=None).late(silent=False) == 0


@given(st.integers(-(10**9), 10**9))
def test_no_offset_is_kept_that_the_centre_would_refuse(offset: int) -> None:
    assert abs(bounded(offset)) <= MOST_SOUND_OFFSET
    kept = measured(Timing(), silent=False, offset=offset).sound
    assert kept is not None
    assert abs(kept) <= MOST_SOUND_OFFSET


def test_three_plays_that_lean_alike_offer_a_shift_and_taking_it_begins_anew() -> None:
    timing = Timing(sound=10 * MS)
    for lean in (30 * MS, 34 * MS, 40 * MS):
        assert timing.offered is None
        timing = after_play(timing, played(*[lean] * 8))
    assert timing.offered == 34 * MS
    assert measured(timing, silent=False, offset=44 * MS) == Timing(sound=44 * MS)
    assert after_play(timing, played(*[-30 * MS] * 8)).offered is None


def test_games_without_a_click_say_nothing_about_the_machine() -> None:
    timing = Timing(leans=(1,))
    assert after_play(timing, played(*[None] * 20, 5, 5, 5)) is timing


class Clock:
    """The program's clock, moved by the test; timers fire by the real one, which only has to be faster."""

    def __init__(self) -> None:
        self.at = 5_000_000

    def __call__(self) -> int:
        return self.at


class Clicks:
    """A sound room that writes down the clicks."""

    def __init__(self) -> None:
        self.played: list[Sound] = []
        self.notes: list[tuple[int, int]] = []
        self.stopped = False

    def note(self, pitch: int, velocity: int) -> None:
        self.notes.append((pitch, velocity))

    def pedal(self, value: int) -> None:
        """Nothing."""

    def play(self, sounds: Sequence[Sound]) -> None:
        self.played.extend(sounds)

    def stop(self) -> None:
        self.stopped = True

    def wake(self) -> None:
        """Awake."""


class Tapped:
    """A whole measurement in no time: the clock is put to each beat as it is due."""

    def __init__(self, cue: Cue) -> None:
        self.clock, self.sound = Clock(), Clicks()
        self.run = TappingAlong(cue=cue, sound=self.sound, now_us=self.clock)
        self.beats: list[int] = []
        self.counted: list[int] = []
        self.results: list[Calibrated | None] = []
        self.run.beat.connect(self.beats.append)
        self.run.tapped.connect(self.counted.append)
        self.run.done.connect(self.results.append)

    def whole(self, qtbot: Any, late: Sequence[int], *, key: Any = None) -> Calibrated | None:
        """Tap so late after each beat that counts."""
        start = self.clock.at
        self.run.start()
        for number in range(self.run.beats + 1):
            self.clock.at = start + LEAD + number * GAP
            self.run._timer.start(0)
            qtbot.waitUntil(lambda n=number: len(self.beats) > n or bool(self.results))
            if LISTEN <= number < self.run.beats:
                at = self.clock.at + late[number - LISTEN]
                (key or self.run.note)(Note(60, 80, at))
                self.run.note(Note(60, 0, at + 50_000))
        qtbot.waitUntil(lambda: bool(self.results))
        return self.results[0]


def test_taps_with_the_click_give_the_offset(qtbot: Any) -> None:
    tapped = Tapped(Cue.SOUND)
    found = tapped.whole(qtbot, [45 * MS] * TAPS)
    assert found is not None
    assert (found.offset, found.taps) == (45 * MS, 12)
    assert [sound.after for sound in tapped.sound.played] == [LEAD + n * GAP for n in range(LISTEN + TAPS)]
    assert {sound.channel for sound in tapped.sound.played} == {CLICK_CHANNEL}
    assert tapped.beats == list(range(LISTEN + TAPS))
    qtbot.waitUntil(lambda: tapped.counted[-1:] == [TAPS])


def test_taps_with_the_light_are_measured_from_when_it_shone(qtbot: Any) -> None:
    tapped = Tapped(Cue.PICTURE)
    found = tapped.whole(qtbot, [-20 * MS] * TAPS)
    assert found is not None
    assert found.offset == -20 * MS
    assert tapped.sound.played == []


def test_taps_all_over_the_place_are_asked_for_again(qtbot: Any) -> None:
    tapped = Tapped(Cue.SOUND)
    assert tapped.whole(qtbot, [(-1) ** n * 90 * MS + n * 7 * MS for n in range(TAPS)]) is None


def test_taps_from_another_thread_count_and_make_no_sound(qtbot: Any) -> None:
    tapped = Tapped(Cue.SOUND)
    desk = Desk(sound=tapped.sound)
    desk.take(tapped.run)

    def from_the_driver(note: Note) -> None:
        thread = threading.Thread(target=desk.note, args=(note,))
        thread.start()
        thread.join()

    found = tapped.whole(qtbot, [30 * MS] * TAPS, key=from_the_driver)
    assert found is not None
    assert found.offset == 30 * MS
    assert tapped.sound.notes == []


def test_after_stop_nothing_is_told(qtbot: Any) -> None:
    tapped = Tapped(Cue.SOUND)
    tapped.run.start()
    tapped.run.stop()
    tapped.run.note(Note(60, 80, tapped.clock.at))
    assert tapped.sound.stopped
    assert not tapped.run._timer.isActive()
    assert tapped.counted == []


@pytest.mark.parametrize("cue", list(Cue))
def test_a_real_key_is_heard_through_a_port(qtbot: Any, cue: Cue) -> None:
    tapped = Tapped(cue)
    desk = Desk(sound=tapped.sound)
    port = FakePort(
        on_note=desk.note,
        on_pedal=desk.pedal,
        on_state=lambda _: None,
        on_lost=desk.lost,
        on_found=desk.found,
        now=tapped.clock,
    )
    port.plug("Piano")
    desk.take(tapped.run)

    def key(note: Note) -> None:
        before, tapped.clock.at = tapped.clock.at, note.at
        port.press(60)
        port.release(60)
        tapped.clock.at = before

    found = tapped.whole(qtbot, [12 * MS] * TAPS, key=key)
    assert found is not None
    assert found.offset == 12 * MS
