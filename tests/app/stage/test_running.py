"""A running game on Qt's event loop: notes from other threads, ticks, pauses, the end."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QElapsedTimer

from app.midi.fake import FakePort
from app.stage.desk import Desk
from app.stage.running import FLOODED, Stage
from domain.games import ALL
from domain.games.catalogue import read_catalogue
from domain.games.game import Outcome
from domain.games.picture import Choice, Phase, Picture, Sound
from domain.games.replay import replayed
from domain.music.note import Note, Pedal
from domain.music.say import Say, say
from domain.records.progress import CHOICE, PEDAL, RawEvent

GAMES = Path(__file__).resolve().parents[3] / "resources" / "games"


def now_us() -> int:
    return time.perf_counter_ns() // 1000


class Ledger:
    """An instrument that writes down what it is asked for: the port of the sound room, kept on paper."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, Any]] = []
        self.threads: set[int] = set()
        self.awake = False

    def note(self, pitch: int, velocity: int) -> None:
        self.threads.add(threading.get_ident())
        self.lines.append(("note", (pitch, velocity)))

    def pedal(self, value: int) -> None:
        self.lines.append(("pedal", value))

    def play(self, sounds: Sequence[Sound]) -> None:
        self.lines.append(("play", tuple(sounds)))

    def stop(self) -> None:
        self.lines.append(("stop", None))

    def wake(self) -> None:
        self.awake = True


class Steps:
    """A game of `steps` ticks `apart` microseconds; a key, the pedal and the answers count too, and end nothing."""

    def __init__(self, steps: int, apart: int, sounds: tuple[Sound, ...] = ()) -> None:
        self.left, self.apart, self.sounds = steps, apart, sounds
        self.wake: int | None = apart
        self.told: list[tuple[str, int]] = []

    def picture(self, sounds: tuple[Sound, ...] = ()) -> Picture:
        return Picture(
            phase=Phase.ASKING if self.left else Phase.OVER,
            prompt=say("Play."),
            done=len(self.told),
            wake_at=self.wake,
            sounds=sounds,
            choices=(Choice(choice_id="yes", label=say("Yes")), Choice(choice_id="no", label=say("No"))),
        )

    def begin(self, _at: int) -> Picture:
        return self.picture(self.sounds)

    def play(self, note: Note) -> Picture:
        self.told.append((f"{note.pitch}/{note.velocity}", note.at))
        return self.picture()

    def pedal(self, pedal: Pedal) -> Picture:
        self.told.append(("pedal", pedal.at))
        return self.picture()

    def choose(self, choice_id: str, at: int) -> Picture:
        self.told.append((choice_id, at))
        return self.picture()

    def tick(self, at: int) -> Picture:
        self.told.append(("tick", at))
        self.left -= 1
        self.wake = at + self.apart if self.left else None
        return self.picture()

    def outcome(self) -> Outcome | None:
        if self.left:
            return None
        return Outcome(score=1, max_possible_score=1, passed=True, counts={}, concepts={}, notes=())


class Play:
    """A stage with everything that it said."""

    def __init__(self, game: Any, *, sounds_notes: bool = True) -> None:
        self.sound = Ledger()
        self.journal: list[RawEvent] = []
        self.pictures: list[Picture] = []
        self.pauses: list[Say] = []
        self.ends: list[tuple[Outcome, tuple[RawEvent, ...], int]] = []
        self.stage = Stage(
            game=game, sound=self.sound, heard=self.journal.append, now_us=now_us, sounds_notes=sounds_notes
        )
        self.stage.picture_changed.connect(self.pictures.append)
        self.stage.paused.connect(self.pauses.append)
        self.stage.over.connect(lambda *end: self.ends.append(end))


def from_another_thread(*calls: Any) -> None:
    """Make the calls as a MIDI driver does."""

    def make() -> None:
        for call, *values in calls:
            call(*values)

    thread = threading.Thread(target=make)
    thread.start()
    thread.join()


def test_ticks_come_in_time_and_the_end_is_told_once(qtbot: Any) -> None:
    play = Play(Steps(5, 20_000))
    watch = QElapsedTimer()
    watch.start()
    with qtbot.waitSignal(play.stage.over, timeout=5_000):
        play.stage.start()
    assert 100 <= watch.elapsed() < 1_000
    assert play.sound.awake
    ((outcome, events, duration),) = play.ends
    assert (outcome.passed, events, duration) == (True, (), 100_000)
    assert [picture.done for picture in play.pictures] == [0, 1, 2, 3, 4, 5]


def test_a_note_sounds_on_the_drivers_thread_and_plays_on_ours(qtbot: Any) -> None:
    game = Steps(1, 60_000_000)
    play = Play(game)
    play.stage.start()
    stamp = now_us()
    with qtbot.waitSignal(play.stage.picture_changed, timeout=5_000):
        from_another_thread((play.stage.note, Note(60, 100, stamp)))
        assert play.sound.lines == [("note", (60, 100))]
        assert play.journal == []
    assert threading.get_ident() not in play.sound.threads
    assert [told for told, _ in game.told] == ["60/100"]
    assert play.journal == list(play.stage.events)
    assert 0 <= play.journal[0][0] <= play.stage.game_time()
    play.stage.stop()


def test_a_burst_keeps_its_order(qtbot: Any) -> None:
    game = Steps(1, 60_000_000)
    play = Play(game)
    play.stage.start()
    from_another_thread(*((play.stage.note, Note(21 + i % 88, 1 + i % 127, now_us())) for i in range(2_000)))
    qtbot.waitUntil(lambda: len(game.told) == 2_000, timeout=5_000)
    assert [told for told, _ in game.told] == [f"{21 + i % 88}/{1 + i % 127}" for i in range(2_000)]
    assert len(play.journal) == 2_000
    play.stage.stop()


def test_pedal_and_choices_are_heard(qtbot: Any) -> None:
    game = Steps(1, 60_000_000)
    play = Play(game)
    play.stage.start()
    play.stage.pedal(Pedal(127, now_us()))
    play.stage.choose("no")
    play.stage.choose("gone")
    assert [told for told, _ in game.told] == ["pedal", "no"]
    assert [event[1:] for event in play.journal] == [(PEDAL, 127), (CHOICE, 1)]
    play.stage.stop()


def test_a_pulled_keyboard_pauses_and_plugging_in_goes_on(qtbot: Any) -> None:
    game = Steps(3, 30_000)
    play = Play(game)
    desk = Desk(sound=play.sound)
    port = FakePort(
        on_note=desk.note,
        on_pedal=desk.pedal,
        on_state=lambda _state: None,
        on_lost=desk.lost,
        on_found=desk.found,
        now=now_us,
    )
    port.plug("Piano")
    desk.take(play.stage)
    play.stage.start()
    from_another_thread((port.press, 60), (port.unplug, "Piano"))
    qtbot.waitUntil(lambda: play.stage.is_paused, timeout=5_000)
    assert "Piano" in play.pauses[0].english()
    # The key that was down came up before time stood still.
    assert [told for told, _ in game.told] == ["60/80", "60/0"]
    held = play.stage.game_time()
    qtbot.wait(100)
    assert play.stage.game_time() == held
    assert play.ends == []
    with qtbot.waitSignal(play.stage.over, timeout=5_000):
        from_another_thread((port.plug, "Piano"))
    assert [told for told, _ in game.told[2:]] == ["tick", "tick", "tick"]
    assert play.ends[0][2] == 90_000
    desk.leave(play.stage)


def test_what_is_played_in_a_pause_does_not_count(qtbot: Any) -> None:
    game = Steps(1, 60_000_000)
    play = Play(game)
    play.stage.start()
    play.stage.pause()
    assert play.pauses
    from_another_thread((play.stage.note, Note(60, 100, now_us())))
    play.stage.choose("yes")
    with qtbot.waitSignal(play.stage.resumed, timeout=5_000):
        play.stage.resume()
    assert (game.told, play.journal) == ([], [])
    play.stage.note(Note(62, 100, now_us()))
    assert [told for told, _ in game.told] == ["62/100"]
    play.stage.stop()


def test_a_break_of_the_player_outlasts_the_keyboards(qtbot: Any) -> None:
    play = Play(Steps(1, 60_000_000))
    play.stage.start()
    play.stage.pause()
    play.stage.keyboard_lost("Piano")
    play.stage.keyboard_found("Piano")
    assert play.stage.is_paused
    play.stage.resume()
    assert not play.stage.is_paused
    play.stage.stop()


def test_sounds_are_scheduled_and_the_rest_again_after_a_pause(qtbot: Any) -> None:
    clicks = (Sound(pitch=76, after=0), Sound(pitch=77, after=10_000_000))
    play = Play(Steps(1, 60_000_000, clicks))
    play.stage.start()
    (kind, first), *_ = play.sound.lines
    assert (kind, first[0].after) == ("play", 0)
    assert 9_000_000 < first[1].after <= 10_000_000
    play.stage.pause()
    play.stage.resume()
    assert [line[0] for line in play.sound.lines] == ["play", "stop", "play"]
    (again,) = play.sound.lines[2][1]
    assert again.pitch == 77
    assert 0 < again.after <= first[1].after
    play.stage.stop()
    assert play.sound.lines[-1][0] == "stop"


def test_nothing_happens_after_stop(qtbot: Any) -> None:
    game = Steps(1, 20_000)
    play = Play(game)
    play.stage.start()
    play.stage.stop()
    play.stage.note(Note(60, 100, now_us()))
    play.stage.choose("yes")
    play.stage.resume()
    qtbot.wait(60)
    assert (game.told, play.ends) == ([], [])


def test_a_key_after_the_page_is_gone_only_sounds(qtbot: Any) -> None:
    play = Play(Steps(1, 20_000))
    play.stage.start()
    play.stage.stop()
    shiboken6.delete(play.stage)
    from_another_thread((play.stage.note, Note(60, 100, now_us())), (play.stage.keyboard_lost, "Piano"))
    assert play.sound.lines[-1] == ("note", (60, 100))


def test_a_keyboard_that_sounds_by_itself_is_not_doubled(qtbot: Any) -> None:
    play = Play(Steps(1, 60_000_000), sounds_notes=False)
    play.stage.start()
    play.stage.note(Note(60, 100, now_us()))
    play.stage.pedal(Pedal(1, now_us()))
    assert play.sound.lines == []
    play.stage.stop()


def test_between_games_keys_sound() -> None:
    sound = Ledger()
    desk = Desk(sound=sound)
    desk.note(Note(60, 100, 0))
    desk.pedal(Pedal(127, 0))
    desk.lost("Piano")
    desk.found("Piano")
    desk.sounds_notes = False
    desk.note(Note(62, 100, 0))
    assert sound.lines == [("note", (60, 100)), ("pedal", 127)]


def test_a_real_game_played_live_and_replayed_ends_alike(qtbot: Any) -> None:
    family = "note_reading"
    catalogue = read_catalogue((file.name, file.read_text()) for file in sorted(GAMES.glob("*.toml")))
    found = catalogue.family(family)
    entry = found[0]
    stage = entry.stages[-1]
    for each in entry.stages:
        stage = each if each.time_limit_seconds is None else stage
    fast = Fast(ALL[family](entry, stage, 7, 1))
    play = Play(fast)
    with qtbot.waitSignal(play.stage.over, timeout=60_000):
        play.stage.start()
        fast.press(qtbot, play)
    outcome, events, duration = play.ends[0]
    assert events == tuple(play.journal)
    assert replayed(Fast(ALL[family](entry, stage, 7, 1)), events, duration) == outcome


def test_a_keyboard_that_floods_a_game_is_told_instead_of_ignored(qtbot: Any) -> None:
    """The record holds no more: every untimed game would wait for ever for an answer that cannot count."""
    play = Play(Steps(10, 3_600_000_000))
    play.stage.start()
    while not play.pauses and len(play.journal) < 40_000:
        play.stage.note(Note(60, 80 * (len(play.journal) % 2), now_us()))
    assert play.pauses == [FLOODED]
    assert play.stage.is_paused
    assert play.stage.events == tuple(play.journal)
    play.stage.resume()
    play.stage.note(Note(60, 80, now_us()))
    assert play.pauses == [FLOODED, FLOODED]
    play.stage.stop()


class Jumping:
    """The program's clock, with a push."""

    def __init__(self) -> None:
        self.pushed = 0

    def __call__(self) -> int:
        return now_us() + self.pushed


def test_a_computer_that_was_asleep_finds_the_game_where_it_was(qtbot: Any) -> None:
    play = Play(Steps(40, 20_000))
    clock = play.stage._now = Jumping()
    play.stage.start()
    qtbot.waitUntil(lambda: len(play.pictures) > 3)
    clock.pushed += 3_600_000_000
    qtbot.waitUntil(lambda: bool(play.pauses))
    assert "asleep" in play.pauses[0].english()
    assert play.stage.game_time() < 10_000_000
    play.stage.note(Note(60, 80, clock()))
    assert play.stage.events == ()
    play.stage.resume()
    qtbot.waitUntil(lambda: bool(play.ends))
    (_, _, duration) = play.ends[0]
    assert duration == 40 * 20_000


def test_a_clock_that_goes_back_does_not_stop_the_game(qtbot: Any) -> None:
    play = Play(Steps(30, 20_000))
    clock = play.stage._now = Jumping()
    play.stage.start()
    qtbot.waitUntil(lambda: len(play.pictures) > 3)
    clock.pushed -= 3_600_000_000
    play.stage.note(Note(60, 80, clock()))
    qtbot.waitUntil(lambda: bool(play.ends))
    (_, events, duration) = play.ends[0]
    assert duration == 30 * 20_000
    assert [event[0] for event in events] == sorted(event[0] for event in events)
    assert [event[1:] for event in events] == [(60, 80)]
    assert play.pauses == []


class Fast:
    """A real game at twenty times its speed, so that a test need not wait for its feedback."""

    SPEED = 20

    def __init__(self, game: Any) -> None:
        self.game = game

    def press(self, qtbot: Any, play: Play) -> None:
        number = 0
        while not play.ends and number < 3_000:
            number += 1
            for velocity in (80, 0):
                from_another_thread((play.stage.note, Note(60 + number % 13, velocity, now_us())))
            qtbot.wait(5)

    def squeezed(self, picture: Picture) -> Picture:
        import msgspec

        wake = picture.wake_at
        return msgspec.structs.replace(picture, wake_at=None if wake is None else -(-wake // self.SPEED))

    def begin(self, at: int) -> Picture:
        return self.squeezed(self.game.begin(at * self.SPEED))

    def play(self, note: Note) -> Picture:
        return self.squeezed(self.game.play(Note(note.pitch, note.velocity, note.at * self.SPEED)))

    def pedal(self, pedal: Pedal) -> Picture:
        return self.squeezed(self.game.pedal(Pedal(pedal.value, pedal.at * self.SPEED)))

    def choose(self, choice_id: str, at: int) -> Picture:
        return self.squeezed(self.game.choose(choice_id, at * self.SPEED))

    def tick(self, at: int) -> Picture:
        return self.squeezed(self.game.tick(at * self.SPEED))

    def outcome(self) -> Outcome | None:
        found: Outcome | None = self.game.outcome()
        return found
