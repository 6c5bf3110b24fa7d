"""A file's voices (its tracks and channels) as one keyboard and as two hands.

Digital pianos send each key on two channels when two sounds are layered; recorders write a struck key before they let
go of it; files made by hand give chords a few ticks of disorder. None of it is what somebody played wrongly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from domain.records.progress import PEDAL, RawEvent

# A key that another voice strikes so soon after the first is the same stroke. Microseconds.
LAYERED = 30_000


class Event(msgspec.Struct, frozen=True, array_like=True):
    """A note or pedal event: in ticks of the file. `pitch` is 128 for the pedal, `velocity` 0 a release.

    `voice` is 16 times the number of its track and the channel.
    """

    tick: int
    pitch: int
    velocity: int
    voice: int


def one_keyboard(events: Sequence[tuple[int, Event]]) -> list[RawEvent]:
    """Events at their microseconds as one keyboard sends them: each stroke once, each release for its own stroke."""
    keys = _Keys(_kept_in_order(event for _, event in events))
    return [(at, event.pitch, event.velocity) for at, event in events if keys.counts(at, event)]


def _kept_in_order(events: Iterable[Event]) -> frozenset[tuple[int, int]]:
    """Keys that their voice lets go as often as it strikes them: there a release belongs to the oldest stroke."""
    balance: Counter[tuple[int, int]] = Counter()
    for event in events:
        if event.pitch < PEDAL:
            balance[event.voice, event.pitch] += 1 if event.velocity else -1
    return frozenset(key for key, left in balance.items() if not left)


class _Keys:
    """What is down, by pitch: who struck it and when; what each voice has struck and not let go; which were copies."""

    def __init__(self, balanced: frozenset[tuple[int, int]]) -> None:
        self._balanced = balanced
        self._down: dict[int, tuple[int, int]] = {}
        self._struck: Counter[tuple[int, int]] = Counter()
        self._copies: set[tuple[int, int]] = set()

    def counts(self, at: int, event: Event) -> bool:
        """Whether an event is one of the keyboard's own."""
        if event.pitch >= PEDAL:
            return True
        return self._strikes(at, event) if event.velocity else self._lets_go(event)

    def _strikes(self, at: int, event: Event) -> bool:
        key = event.voice, event.pitch
        voice, since = self._down.get(event.pitch, (event.voice, 0))
        if voice != event.voice and at - since <= LAYERED:
            self._copies.add(key)
            return False
        self._copies.discard(key)
        self._down[event.pitch] = event.voice, at
        self._struck[key] += 1
        return True

    def _lets_go(self, event: Event) -> bool:
        key = event.voice, event.pitch
        if key in self._copies:
            self._copies.discard(key)
            return False
        older = key in self._balanced and self._struck[key] > 1
        self._struck[key] = self._struck[key] - 1 if older else 0
        if older or self._down.get(event.pitch, key[:1])[0] != event.voice:
            return False
        self._down.pop(event.pitch, None)
        return True
