"""Simulated pupils: they answer a running game as children do, well or badly, until it is over.

A pupil asks the machine for a right answer (`model_answer`) and then slips: a neighbour key, another octave, a wrong
choice, a late or left-out note. Tests, the tour and the demonstration school play with them.
"""

from __future__ import annotations

from typing import Protocol

import msgspec

from domain.games.chance import Chance
from domain.games.game import Outcome, PlayableGame
from domain.games.picture import Phase, Picture
from domain.games.replay import advanced, handed
from domain.records.progress import CHOICE, PEDAL, RawEvent

# How long children look at a question before they answer (µs): quick readers and slow ones.
QUICKEST, SLOWEST = 600_000, 3_500_000
# Nobody plays longer than this (µs), even where nothing would ever be right.
LONGEST = 30 * 60 * 1_000_000


class ModelGame(PlayableGame, Protocol):
    """A game that knows a right answer to what it asks."""

    def model_answer(self) -> tuple[RawEvent, ...]:
        """Raw events, their times counted from now; empty when nothing is asked."""


class Played(msgspec.Struct, frozen=True, kw_only=True):
    """A whole performance. Times are microseconds since it began."""

    events: tuple[RawEvent, ...]
    duration: int
    outcome: Outcome


def played_through(game: ModelGame, seed: int, skill: float) -> Played:
    """A pupil of this skill (0 knows nothing, 1 makes no mistake) plays the game to its end.

    Raises ValueError where a game asks nothing and never ends.
    """
    pupil = _Pupil(game, Chance(seed, int(skill * 1_000)), skill)
    return pupil.play()


class _Pupil:
    def __init__(self, game: ModelGame, chance: Chance, skill: float) -> None:
        self._game, self._chance, self._skill = game, chance, skill
        self._events: list[RawEvent] = []
        self._down: set[int] = set()
        self._at = 0

    def play(self) -> Played:
        picture = self._game.begin(0)
        while (outcome := self._game.outcome()) is None:
            picture = self._turn(picture)
        return Played(events=tuple(self._events), duration=self._at, outcome=outcome)

    def _turn(self, picture: Picture) -> Picture:
        """Waits for the next question, or answers the one that is asked."""
        if self._at > LONGEST:
            raise ValueError("this game does not end")
        model = self._game.model_answer()
        if model:
            return self._answer(picture, model)
        if picture.wake_at is None:
            raise ValueError("this game asks nothing and waits for nothing")
        self._at = max(self._at, picture.wake_at)
        return advanced(self._game, picture, self._at)

    def _answer(self, picture: Picture, model: tuple[RawEvent, ...]) -> Picture:
        """One try. Where the answer has its own time (a count-in, a beat), the pupil does not think first."""
        timed = picture.phase is Phase.COUNT_IN
        start = self._at + (0 if timed else self._thinking())
        for after, pitch, value in self._with_slips(model, timed, len(picture.choices)):
            for event in self._with_fingers((max(start + after, self._at), pitch, value)):
                picture = self._hand(picture, event)
        if timed and picture.wake_at is not None and self._game.outcome() is None:
            self._at = max(self._at, picture.wake_at)
            picture = advanced(self._game, picture, self._at)
        return picture

    def _hand(self, picture: Picture, event: RawEvent) -> Picture:
        self._at = event[0]
        picture = advanced(self._game, picture, self._at)
        if self._game.outcome() is not None:
            return picture
        self._events.append(event)
        return handed(self._game, picture, event)

    def _with_fingers(self, event: RawEvent) -> tuple[RawEvent, ...]:
        """The event as a keyboard can send it: a key that is down comes up before it goes down again, and only then."""
        at, pitch, value = event
        if pitch in (CHOICE, PEDAL):
            return (event,)
        was_down = pitch in self._down
        if value:
            self._down.add(pitch)
            return ((at, pitch, 0), event) if was_down else (event,)
        self._down.discard(pitch)
        return (event,) if was_down else ()

    def _thinking(self) -> int:
        slow = int((SLOWEST - QUICKEST) * (1 - self._skill))
        return self._chance.between(QUICKEST, QUICKEST + slow + 400_000)

    def _with_slips(self, model: tuple[RawEvent, ...], timed: bool, choices: int) -> list[RawEvent]:
        """The answer as this pupil plays it: each key that goes down may slip, and its release follows it."""
        events: list[RawEvent] = []
        moved: dict[int, int] = {}
        skipped: set[int] = set()
        drift = 0
        for after, pitch, value in model:
            if pitch == CHOICE:
                events.append((after, CHOICE, self._other_choice(value, choices) if self._slips() else value))
            elif pitch == PEDAL:
                events.append((after, pitch, value))
            elif value and timed and self._slips(0.3):
                skipped.add(pitch)
            elif not value and pitch in skipped:
                skipped.discard(pitch)
            elif value:
                moved[pitch] = self._slipped(pitch) if self._slips() else pitch
                drift += self._jitter(timed)
                events.append((max(0, after + drift), moved[pitch], self._touch(value)))
            else:
                events.append((max(0, after + drift), moved.get(pitch, pitch), 0))
            drift = 0 if timed and value == 0 else drift
        return sorted(events)

    def _slips(self, often: float = 0.75) -> bool:
        return self._chance.happens(often * (1 - self._skill))

    def _other_choice(self, right: int, choices: int) -> int:
        return (right + 1 + self._chance.below(max(1, choices - 1))) % max(1, choices)

    def _slipped(self, pitch: int) -> int:
        """Mostly a neighbour key, then the next line or space, then the right name in another octave."""
        way = self._chance.pick((-2, -1, 1, 2, 2, -2, 3, -3, 4, -4, 12, -12))
        return min(max(pitch + way, 21), 108)

    def _jitter(self, timed: bool) -> int:
        spread = int((15_000 if timed else 40_000) + (1 - self._skill) * 260_000)
        return self._chance.between(-spread if timed else 0, spread)

    def _touch(self, velocity: int) -> int:
        spread = 4 + int(20 * (1 - self._skill))
        return min(max(velocity + self._chance.between(-spread, spread), 1), 127)
