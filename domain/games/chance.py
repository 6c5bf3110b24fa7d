"""Seeded chance: the same seed gives the same exercise on every machine and with every Python.

The generator is SplitMix64 (Steele, Lea, Flood 2014), written out here because the standard library promises the same
sequence across its versions for `random()` alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_WORD = (1 << 64) - 1
_STEP = 0x9E3779B97F4A7C15


class Chance:
    """A stream of numbers that follows from the parts it was made of, such as a seed and a level."""

    def __init__(self, *parts: int) -> None:
        self._state = 0
        for part in parts:
            self._state = (self._state ^ part) & _WORD
            self._state = self._next()

    def _next(self) -> int:
        self._state = (self._state + _STEP) & _WORD
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _WORD
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _WORD
        return mixed ^ (mixed >> 31)

    def below(self, bound: int) -> int:
        """A whole number from 0 to `bound` - 1. Raises ValueError where there is none."""
        if bound < 1:
            raise ValueError("there is no number below 1 to draw")
        return self._next() % bound

    def between(self, lowest: int, highest: int) -> int:
        """A whole number from `lowest` to `highest`, both included."""
        return lowest + self.below(highest - lowest + 1)

    def fraction(self) -> float:
        """A number from 0 up to, not including, 1."""
        return (self._next() >> 11) / (1 << 53)

    def happens(self, probability: float) -> bool:
        """True with this probability (0 to 1)."""
        return self.fraction() < probability

    def pick(self, things: Sequence[T]) -> T:
        """One of the things. Raises ValueError where there is none."""
        return things[self.below(len(things))]

    def pick_other(self, things: Sequence[T], last: T | None) -> T:
        """One of the things, another than the last wherever there is another: no question comes twice in a row."""
        others = [thing for thing in things if thing != last]
        return self.pick(others or things)

    def shuffled(self, things: Sequence[T]) -> list[T]:
        """All of the things in a new order."""
        rest = list(things)
        return [rest.pop(self._next() % left) for left in range(len(rest), 0, -1)]
