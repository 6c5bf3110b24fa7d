"""A running game: notes cross from the driver's thread, ticks come in time, pictures go out, nothing heard is lost."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.stage.beats import Beats, LeadIn, lead_in
from app.stage.clock import GameClock
from app.stage.timeline import Timeline
from domain.games.game import PlayableGame
from domain.games.picture import Picture, Sound
from domain.music.note import Note, Pedal
from domain.music.say import Say, say
from domain.records.progress import CHOICE, PEDAL, RawEvent

MILLISECOND = 1_000
FLOODED = say(
    "Your keyboard has sent more notes than one game can hold, so something is wrong with it or its cable. Pull the "
    "cable and plug it in again, then leave this game and begin it once more."
)
# A tick that comes so late (µs) was not late: the computer was asleep, or its clock was changed.
ASLEEP = 3_000_000


class Sounding(Protocol):
    """What a game needs of the sound room. Every call returns at once and may come from any thread."""

    def note(self, pitch: int, velocity: int) -> None:
        """A key of the player's: sounds now, or stops with velocity 0."""

    def pedal(self, value: int) -> None:
        """The player's sustain pedal."""

    def play(self, sounds: Sequence[Sound]) -> None:
        """Schedule what the program itself plays."""

    def stop(self) -> None:
        """Forget what is scheduled and silence everything."""

    def wake(self) -> None:
        """Get the device ready, so that the next note sounds at once."""


class Pause(Enum):
    """Why time stands still; a game goes on when no reason is left."""

    KEYBOARD = auto()
    PLAYER = auto()


class Lost(msgspec.Struct, frozen=True):
    """A keyboard was pulled out."""

    name: str
    at: int


class Found(msgspec.Struct, frozen=True):
    """A keyboard is there again."""

    name: str
    at: int


class Stage(QObject):
    """One game from `start` to `over`. `note`, `pedal`, `keyboard_lost` and `keyboard_found` may be called from any
    thread; the rest belongs to the GUI thread.

    `heard` gets every raw event before the game does (the journal). `now_us` is the program's monotonic clock.
    """

    picture_changed = Signal(object)
    # Outcome, the raw events, the game's length in microseconds without its pauses.
    over = Signal(object, object, int)
    # The Say for the overlay.
    paused = Signal(object)
    resumed = Signal()
    # beats.Beat as it comes, or None when nothing beats any more.
    beat = Signal(object)
    _arrived = Signal()

    def __init__(
        self,
        *,
        game: PlayableGame,
        sound: Sounding,
        heard: Callable[[RawEvent], None],
        now_us: Callable[[], int],
        sounds_notes: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._game, self._sound, self._heard, self._now = game, sound, heard, now_us
        self._sounds_notes = sounds_notes
        self._clock = GameClock()
        self._timeline: Timeline | None = None
        self._inbox: deque[Note | Pedal | Lost | Found] = deque()
        self._called = False
        self._pauses: set[Pause] = set()
        self._pending: list[tuple[int, Sound]] = []
        self._ended = False
        self._gui_thread = threading.get_ident()
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.catch_up)
        self._beats = Beats(self.game_time, self)
        self._beats.struck.connect(self.beat)
        self._going_on_at = 0
        self._leading = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._leading.timeout.connect(lambda: self._run(self._going_on_at))
        self._arrived.connect(self.catch_up, Qt.ConnectionType.QueuedConnection)

    @property
    def picture(self) -> Picture | None:
        """What shows now; None before the start."""
        return self._timeline.picture if self._timeline else None

    @property
    def events(self) -> tuple[RawEvent, ...]:
        """What the game was told so far: (microseconds of game time, pitch, velocity)."""
        return self._timeline.events if self._timeline else ()

    @property
    def is_paused(self) -> bool:
        """Does time stand still for a reason?"""
        return bool(self._pauses)

    def game_time(self) -> int:
        """Microseconds since the start, without the pauses."""
        return self._clock.at(self._now())

    def start(self, before: Sequence[RawEvent] = ()) -> None:
        """Show the first picture; game time 0 is when it is ready to be shown.

        With what was heard `before` its computer went away, the game stands where it was and waits for its player.
        """
        self._sound.wake()
        self._timeline = Timeline(self._game)
        if before:
            self._stand_where_it_was(self._timeline, before)
            return
        self._clock.run(self._now())
        self._show(self._timeline.picture, 0)
        self._arm()

    def _stand_where_it_was(self, timeline: Timeline, before: Sequence[RawEvent]) -> None:
        for event in before:
            timeline.again(event)
        self._clock.stand_at(timeline.time)
        self._pauses.add(Pause.PLAYER)
        self.picture_changed.emit(timeline.picture)
        if timeline.is_over:
            self._end(timeline)
        else:
            self.paused.emit(say("This is where you were. Press “Go on” when you are ready."))

    def note(self, note: Note) -> None:
        """A key went down or up: it sounds on the caller's thread, before anything is drawn."""
        if self._sounds_notes:
            self._sound.note(note.pitch, note.velocity)
        self._cross(note)

    def sung(self, note: Note) -> None:
        """A note came through the microphone: it is in the room already and need not sound."""
        self._cross(note)

    def pedal(self, pedal: Pedal) -> None:
        """The sustain pedal moved."""
        if self._sounds_notes:
            self._sound.pedal(pedal.value)
        self._cross(pedal)

    def keyboard_lost(self, name: str) -> None:
        """The keyboard was pulled out: the game waits. Its keys were released before this call."""
        self._cross(Lost(name, self._now()))

    def keyboard_found(self, name: str) -> None:
        """The keyboard is there again: the game goes on."""
        self._cross(Found(name, self._now()))

    def choose(self, choice_id: str) -> None:
        """An answer was picked with mouse, touch or its number key. One that no longer shows is ignored."""
        now = self._now()
        self.catch_up()
        timeline = self._timeline
        if timeline is None or self._clock.paused:
            return
        self._advance(timeline, self._clock.at(now))
        index = timeline.index_of_choice(choice_id)
        if index is not None:
            self._tell(timeline, self._clock.at(now), CHOICE, index)
            self._arm()

    def listen_again(self) -> None:
        """Hear once more what the question plays, where it may be heard again."""
        self.catch_up()
        again = self._timeline.picture.again if self._timeline is not None and not self._clock.paused else ()
        if again:
            self._sound.stop()
            now = self.game_time()
            self._play([(now + sound.after, sound) for sound in again])

    def pause(self, reason: Say | None = None) -> None:
        """The player asks for a break."""
        self.catch_up()
        self._hold(Pause.PLAYER, self._now(), reason or say("Paused. Press “Go on” when you are ready."))

    def resume(self) -> None:
        """Go on, whatever the pause was for: in music and against time after a count-in."""
        self.catch_up()
        self._pauses.clear()
        self._go_on(self._now())

    def stop(self) -> None:
        """Leave the game as it is: no ticks, no sound. What was heard stays in the journal."""
        self._ended = True
        self._stand_still()
        self._clock.hold(self._now())
        self._silence()

    def _cross(self, item: Note | Pedal | Lost | Found) -> None:
        if self._ended:
            # The page may be gone already, and Qt's side of this object with it.
            return
        self._inbox.append(item)
        if threading.get_ident() == self._gui_thread:
            self.catch_up()
        elif not self._called:
            self._called = True
            self._arrived.emit()

    def catch_up(self) -> None:
        """On the GUI thread: what has arrived, in order, then what is due."""
        self._called = False
        timeline = self._timeline
        if timeline is None:
            return
        self._mind_the_clock(timeline)
        while self._inbox and not self._ended:
            self._receive(timeline, self._inbox.popleft())
        if not self._clock.paused and not self._ended:
            self._advance(timeline, self._clock.at(self._now()))
        self._arm()

    def _mind_the_clock(self, timeline: Timeline) -> None:
        """A clock that jumped costs nobody a question: the game waits where it was. One that went back goes on."""
        if self._clock.paused or self._ended:
            return
        now = min([self._now(), *(item.at for item in self._inbox)])
        self._clock.not_before(timeline.time, now)
        wake = timeline.wake_at
        if wake is not None and self._clock.at(now) - wake > ASLEEP:
            asleep_since = now - (self._clock.at(now) - wake)
            self._hold(
                Pause.PLAYER,
                asleep_since,
                say("The computer was asleep. Nothing is lost: press “Go on” when you are ready."),
            )

    def _receive(self, timeline: Timeline, item: Note | Pedal | Lost | Found) -> None:
        if isinstance(item, Found):
            self._pauses.discard(Pause.KEYBOARD)
            self._go_on(item.at)
        elif isinstance(item, Lost):
            self._advance(timeline, self._clock.at(item.at))
            self._hold(Pause.KEYBOARD, item.at, lost_sentence(item.name))
        elif not self._clock.paused:
            at = self._clock.at(item.at)
            pitch, value = (item.pitch, item.velocity) if isinstance(item, Note) else (PEDAL, item.value)
            self._advance(timeline, at)
            self._tell(timeline, at, pitch, value)

    def _advance(self, timeline: Timeline, to: int) -> None:
        for picture in timeline.advance(to):
            self._show(picture, timeline.time)

    def _tell(self, timeline: Timeline, at: int, pitch: int, value: int) -> None:
        event = timeline.event_at(at, pitch, value)
        if event is None:
            self._mind_the_record(timeline)
            return
        self._heard(event)
        before = timeline.picture
        picture = timeline.tell(event)
        # Most releases change nothing; an equal picture is not worth a paint.
        if picture != before or picture.sounds:
            self._show(picture, event[0])

    def _mind_the_record(self, timeline: Timeline) -> None:
        """A game that can keep nothing more says so: it would wait for an answer for ever."""
        if timeline.is_full and not timeline.is_over:
            self._hold(Pause.PLAYER, self._now(), FLOODED)

    def _show(self, picture: Picture, at: int) -> None:
        if picture.sounds:
            self._play([(at + sound.after, sound) for sound in picture.sounds])
        self.picture_changed.emit(picture)
        self._beats.follow(picture.pulse)
        if self._timeline is not None and self._timeline.is_over:
            self._end(self._timeline)

    def _end(self, timeline: Timeline) -> None:
        outcome = timeline.outcome()
        if self._ended or outcome is None:
            return
        self._ended = True
        self._stand_still()
        self._clock.hold(self._now())
        self.over.emit(outcome, timeline.events, timeline.time)

    def _play(self, due: list[tuple[int, Sound]]) -> None:
        """Schedule sounds by game time, so that a tick that came late does not make the click late."""
        now = self.game_time()
        self._pending = [(at, sound) for at, sound in self._pending if at > now] + [d for d in due if d[0] > now]
        self._sound.play([msgspec.structs.replace(sound, after=max(0, at - now)) for at, sound in due])

    def _hold(self, why: Pause, at: int, reason: Say) -> None:
        if self._timeline is None or self._ended or why in self._pauses:
            return
        self._pauses.add(why)
        self._clock.hold(at)
        self._stand_still()
        self._silence()
        self.paused.emit(reason)

    def _stand_still(self) -> None:
        self._timer.stop()
        self._leading.stop()
        self._beats.hold()

    def _go_on(self, at: int) -> None:
        if self._pauses or self._ended or not self._clock.paused or self._timeline is None:
            return
        if self._leading.isActive():
            return
        self.resumed.emit()
        counted = lead_in(self._timeline.picture, self.game_time())
        if counted is None:
            self._run(at)
        else:
            self._lead(counted, at)

    def _lead(self, counted: LeadIn, at: int) -> None:
        """Count the player in; until then time stands still, and what is played sounds and counts for nothing."""
        self._going_on_at = at + counted.lasts
        self._sound.play(counted.clicks())
        self._beats.lead(counted)
        self._leading.start(max(0, -((self._now() - self._going_on_at) // MILLISECOND)))

    def _run(self, at: int) -> None:
        self._clock.run(at)
        waiting, self._pending = self._pending, []
        self._play(waiting)
        self._beats.go_on()
        self._arm()

    def _silence(self) -> None:
        self._pending = [(at, sound) for at, sound in self._pending if at > self.game_time()]
        self._sound.stop()

    def _arm(self) -> None:
        wake = self._timeline.wake_at if self._timeline else None
        if wake is None or self._clock.paused or self._ended:
            self._timer.stop()
            return
        self._timer.start(max(0, -((self.game_time() - wake) // MILLISECOND)))


def lost_sentence(name: str) -> Say:
    """What the overlay says while the game waits for its keyboard."""
    return say(
        "“{keyboard}” is not connected any more. Plug its cable in again: the game waits for you, and nothing that you "
        "played is lost.",
        keyboard=name,
    )
