"""What the port says about itself: which keyboards there are, which are open, and what is wrong in the user's words."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

import msgspec

from domain.music.note import HIGHEST, LOWEST
from domain.music.say import Say


class Keyboard(msgspec.Struct, frozen=True, kw_only=True):
    """A keyboard that is plugged in.

    `chosen` is the user's own choice, `open` says that its keys are heard, `used` that they are heard in games: while
    keyboards are looked at (`audition`) all of them are open.
    """

    name: str
    chosen: bool = False
    open: bool = False
    used: bool = False


class PortState(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a settings page or a game has to know. `missing` was chosen or played and is not there now."""

    keyboards: tuple[Keyboard, ...] = ()
    missing: tuple[str, ...] = ()
    problem: Say | None = None
    driver: str = ""

    @property
    def ready(self) -> bool:
        """Some keyboard is heard."""
        return any(keyboard.open for keyboard in self.keyboards)


class KeyboardSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How one of this machine's keyboards is heard. `transpose` is in semitones.

    Keys below `split` are the left hand's; 60 puts middle C into the right hand. `left` moves the keys below the split
    by so many semitones more: with 24 two children sit at one keyboard and both halves play the same notes.
    """

    transpose: int = 0
    split: int = 60
    left: int = 0

    def heard_as(self, pitch: int) -> int | None:
        """The pitch that a key stands for, or None where transposing leaves MIDI's range."""
        shifted = pitch + self.transpose
        shifted += self.left if self.is_left_hand(shifted) else 0
        return shifted if LOWEST <= shifted <= HIGHEST else None

    def is_left_hand(self, pitch: int) -> bool:
        """Does a heard pitch lie on the left hand's side of the split?"""
        return pitch < self.split


class HeardKind(StrEnum):
    """What a message is about, as far as somebody who plays cares."""

    DOWN = "down"
    UP = "up"
    PEDAL = "pedal"
    OTHER = "other"


class HeardMessage(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the test page: which keyboard, the message as MIDI has it, microseconds on the program's clock.

    `key` is the pitch that the key itself sends, before anything is transposed; `value` its velocity, or the pedal's.
    """

    keyboard: str
    text: str
    at: int
    kind: HeardKind = HeardKind.OTHER
    key: int = 0
    value: int = 0


class MidiPort(Protocol):
    """What the rest of the program may ask of a port, real or fake."""

    @property
    def state(self) -> PortState:
        """The latest state; safe from any thread."""

    def start(self) -> None:
        """Begin to listen and to watch."""

    def close(self) -> None:
        """Release every key, close everything. Nothing is heard afterwards."""

    def choose(self, names: Sequence[str]) -> None:
        """Listen to exactly these keyboards, now and after the next start. Empty: any that is there."""

    def audition(self, on: bool) -> None:
        """While on, listen to every keyboard that is there, so that somebody can find out which one is theirs."""

    def use(self, settings: KeyboardSettings, keyboard: str | None = None) -> None:
        """Transpose and split one keyboard from now on; without a name all that have no settings of their own."""

    def recent(self) -> tuple[HeardMessage, ...]:
        """The latest messages, oldest first, for the test page."""
