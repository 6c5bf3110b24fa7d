"""What every game is: a pure machine. Notes, choices and time in, a Picture out, an Outcome at the end.

A game is made from its stage, a seed and a level, so the same numbers give the same exercise on any machine, and the
centre can play a recorded performance through it again (`replay`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

import msgspec

from domain.games.picture import Picture
from domain.music.note import Note, Pedal
from domain.music.say import Say

if TYPE_CHECKING:
    # A window needs outcomes long before it needs the catalogue, which takes 10 ms to import.
    from domain.games.catalogue import Game as GameEntry
    from domain.games.catalogue import Stage


class JudgedNote(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the result page: what was asked, what was played, the verdict's name, and why in one sentence.

    `offset` is microseconds early (negative) or late, where time was judged. `concept` is the tag that it counts for.
    Where `wanted` and `played` are no notes, `asked` and `given` are what people call them.
    """

    wanted: str
    played: str
    verdict: str
    why: Say
    concept: str
    right: bool
    offset: int | None = None
    asked: Say | None = None
    given: Say | None = None


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """How an attempt ended: whole numbers only, equal on every machine."""

    score: int
    max_possible_score: int
    passed: bool
    counts: dict[str, int]
    concepts: dict[str, tuple[int, int]]
    notes: tuple[JudgedNote, ...]


class PlayableGame(Protocol):
    """A running game. Times are microseconds on one clock; a game never looks at a clock itself."""

    def begin(self, at: int) -> Picture:
        """The first picture."""

    def play(self, note: Note) -> Picture:
        """A key went down or up."""

    def pedal(self, pedal: Pedal) -> Picture:
        """The sustain pedal moved."""

    def choose(self, choice_id: str, at: int) -> Picture:
        """An answer was picked."""

    def tick(self, at: int) -> Picture:
        """The time that the last picture asked for (`wake_at`) has come."""

    def outcome(self) -> Outcome | None:
        """The result, once the game is over."""


# How a game family is made: its catalogue entry, the stage, the seed, the level in force.
MakeGame = Callable[["GameEntry", "Stage", int, int], PlayableGame]
