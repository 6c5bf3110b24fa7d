"""Counting in after a pause, beats that are seen, and hearing a question again."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from app.stage.beats import CALM, CALM_BEATS, Beat, lead_in
from app.stage.running import Stage
from domain.games.game import Outcome
from domain.games.picture import Phase, Picture, Pulse, Sound
from domain.music.note import Note, Pedal
from domain.music.say import say

ASKED = Picture(phase=Phase.ASKING, prompt=say("Play."))
# Two beats of 0.3 s to a bar: a count-in takes between one beat and two.
PULSE = Pulse(at=600_000, length=300_000, per_bar=2)


class Still:
    """A game that shows one picture and writes down its keys."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self.keys: list[Note] = []

    def begin(self, _at: int) -> Picture:
        return self.picture

    def play(self, note: Note) -> Picture:
        self.keys.append(note)
        return self.picture

    def pedal(self, _pedal: Pedal) -> Picture:
        return self.picture

    def choose(self, _choice_id: str, _at: int) -> Picture:
        return self.picture

    def tick(self, _at: int) -> Picture:
        return self.picture

    def outcome(self) -> Outcome | None:
        return None


class Room:
    """A running stage on a clock that the test moves, with everything it said."""

    def __init__(self, picture: Picture) -> None:
        self.now = 0
        self.game = Still(picture)
        self.played: list[tuple[Sound, ...]] = []
        self.beats: list[Beat | None] = []
        self.stage = Stage(game=self.game, sound=self, heard=lambda _: None, now_us=lambda: self.now)
        self.stage.beat.connect(self.beats.append)
        self.stage.start()

    def note(self, pitch: int, velocity: int) -> None:
        """Not asked about."""

    def pedal(self, value: int) -> None:
        """Not asked about."""

    def play(self, sounds: Any) -> None:
        self.played.append(tuple(sounds))

    def stop(self) -> None:
        self.played.append(())

    def wake(self) -> None:
        """Awake already."""


@given(at=st.integers(1, 20_000_000), length=st.integers(200_000, 1_500_000), per_bar=st.integers(1, 7))
def test_music_goes_on_in_its_own_beat_after_one_bar(at: int, length: int, per_bar: int) -> None:
    pulse = Pulse(at=2_000_000, length=length, per_bar=per_bar)
    counted = lead_in(msgspec.structs.replace(ASKED, pulse=pulse), at)
    assert counted is not None
    assert len(counted.times) == len(counted.beats) == len(counted.clicks()) == per_bar
    assert (per_bar - 1) * length < counted.lasts <= per_bar * length
    for after, beat in zip(counted.times, counted.beats, strict=True):
        # Each click stands where the game's own beat stood, counted back from the moment where it stopped.
        place = at - counted.lasts + after - pulse.at
        assert place % length == 0
        assert beat.number == place // length % per_bar + 1
        assert beat.counted_in


def test_only_what_is_pressing_is_counted_in() -> None:
    assert lead_in(ASKED, 1_000_000) is None
    assert lead_in(msgspec.structs.replace(ASKED, phase=Phase.OVER, time_left=0), 1_000_000) is None
    hurried = lead_in(msgspec.structs.replace(ASKED, time_left=9_000_000), 1_000_000)
    assert hurried is not None
    assert hurried.lasts == CALM * CALM_BEATS


def test_a_game_in_time_goes_on_after_its_count_in(qtbot: Any) -> None:
    room = Room(msgspec.structs.replace(ASKED, pulse=PULSE))
    room.now = 1_000_000
    room.stage.pause()
    room.now = 5_000_000
    room.stage.resume()
    room.stage.note(Note(60, 80, 5_100_000))
    assert room.stage.game_time() == 1_000_000
    assert not room.game.keys
    assert len(room.played[-1]) == PULSE.per_bar
    counted = lead_in(room.game.picture, 1_000_000)
    assert counted is not None
    room.now = 5_000_000 + counted.lasts + 20_000
    qtbot.waitUntil(lambda: room.stage.game_time() == 1_020_000, timeout=5_000)
    room.stage.note(Note(62, 80, room.now))
    assert [note.pitch for note in room.game.keys] == [62]
    assert room.game.keys[0].at == 1_020_000
    assert [beat.counted_in for beat in room.beats if beat is not None][-3:] == [True, True, False]
    room.stage.stop()


def test_a_pause_during_the_count_in_ends_it(qtbot: Any) -> None:
    room = Room(msgspec.structs.replace(ASKED, pulse=PULSE))
    room.now = 1_000_000
    room.stage.pause()
    room.stage.resume()
    with qtbot.waitSignal(room.stage.paused):
        room.stage.pause()
    room.now = 9_000_000
    with qtbot.assertNotEmitted(room.stage.beat, wait=700):
        assert room.stage.game_time() == 1_000_000
    room.stage.stop()


def test_a_question_is_heard_again_and_a_paused_one_is_not(qtbot: Any) -> None:
    heard = (Sound(pitch=60), Sound(pitch=64, after=500_000))
    room = Room(msgspec.structs.replace(ASKED, again=heard))
    room.now = 300_000
    room.stage.listen_again()
    assert room.played[-1] == heard
    room.stage.pause()
    before = len(room.played)
    room.stage.listen_again()
    assert len(room.played) == before
    room.stage.stop()
