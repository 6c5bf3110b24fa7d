"""A game and its events in one order, live as in a replay: every due tick first, at its own time, then the event.

Pure: no Qt and no clock. Times are microseconds of game time, counted from `begin` at 0.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.games.game import Outcome, PlayableGame
from domain.games.picture import Phase, Picture
from domain.music.note import Note, Pedal
from domain.records.progress import CHOICE, MOST_EVENT_BYTES, PEDAL, RawEvent


class Timeline:
    """Hands a game what happens, and keeps it as raw events.

    An event that comes late, behind a tick or another event that the game has seen already, counts at that later time:
    the record says what the game was told, so that a replay is told the same.
    """

    def __init__(self, game: PlayableGame) -> None:
        self._game = game
        self._events: list[RawEvent] = []
        self._bytes = 2
        # Nothing more fits into the record: only a broken keyboard plays so much.
        self.is_full = False
        self._time = 0
        self._ticked = -1
        self.picture = game.begin(0)

    @property
    def events(self) -> tuple[RawEvent, ...]:
        """Everything that the game was told, in order."""
        return tuple(self._events)

    @property
    def time(self) -> int:
        """The game time up to which everything is decided."""
        return self._time

    @property
    def wake_at(self) -> int | None:
        """When the next tick is due; none when the game is over.

        A game that asks again for a moment that it had has nothing to wait for, and must not keep the program busy.
        """
        wake = self.picture.wake_at
        return None if self.is_over or wake is None or wake <= self._ticked else wake

    @property
    def is_over(self) -> bool:
        """Nothing changes any more."""
        return self.picture.phase is Phase.OVER

    def outcome(self) -> Outcome | None:
        """The result, once the game is over."""
        return self._game.outcome()

    def advance(self, to: int) -> Iterator[Picture]:
        """Every tick that is due up to `to`, or up to where the game already is, one picture each."""
        to = max(to, self._time)
        while (wake := self.wake_at) is not None and wake <= to:
            self._time = max(self._time, wake)
            self._ticked = wake
            self.picture = self._game.tick(wake)
            yield self.picture

    def event_at(self, at: int, pitch: int, value: int) -> RawEvent | None:
        """The event as it will be kept, after `advance(at)`; None where it may not count any more.

        Nothing counts when the game is over or the record is full (decision 21).
        """
        event = (max(at, self._time), pitch, value)
        size = len(f"[{event[0]},{pitch},{value}],")
        self.is_full = self.is_full or self._bytes + size > MOST_EVENT_BYTES
        if self.is_over or self.is_full:
            return None
        self._bytes += size
        self._events.append(event)
        self._time = event[0]
        return event

    def tell(self, event: RawEvent) -> Picture:
        """Hand the game one event of `event_at`."""
        at, pitch, value = event
        if pitch == PEDAL:
            self.picture = self._game.pedal(Pedal(value, at))
        elif pitch == CHOICE:
            self.picture = self._game.choose(self.picture.choices[value].choice_id, at)
        else:
            self.picture = self._game.play(Note(pitch, value, at))
        return self.picture

    def again(self, event: RawEvent) -> None:
        """Tell the game once more what it was told before, at its time. What fits nothing any more is left out."""
        at, pitch, value = event
        for _ in self.advance(at):
            pass
        if pitch == CHOICE and value >= len(self.picture.choices):
            return
        kept = self.event_at(at, pitch, value)
        if kept is not None:
            self.tell(kept)

    def index_of_choice(self, choice_id: str) -> int | None:
        """Where an answer stands among those that show now."""
        return next((i for i, choice in enumerate(self.picture.choices) if choice.choice_id == choice_id), None)
