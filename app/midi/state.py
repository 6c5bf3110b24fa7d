"""What the port says about itself: which keyboards there are, which are open, and what is wrong in the user's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec

from domain.music.note import HIGHEST, LOWEST
from domain.music.say import Say


class Keyboard(msgspec.Struct, frozen=True, kw_only=True):
    """A keyboard that is plugged in. `chosen` is the user's own choice, `open` says that its keys are heard."""

    name: str
    chosen: bool = False
    open: bool = False


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
    """How this machine's keyboard is heard. `transpose` is in semitones; keys below `split` are the left hand's.

    `split` 60 puts middle C into the right hand.
    """

    transpose: int = 0
    split: int = 60

    def heard_as(self, pitch: int) -> int | None:
        """The pitch that a key stands for, or None where transposing leaves MIDI's range."""
        shifted = pitch + self.transpose
        return shifted if LOWEST <= shifted <= HIGHEST else None

    def is_left_hand(self, pitch: int) -> bool:
        """Does a heard pitch lie on the left hand's side of the split?"""
        return pitch < self.split


class HeardMessage(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the test page: which keyboard, the message in words, microseconds on the program's clock."""

    keyboard: str
    text: str
    at: int


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

    def use(self, settings: KeyboardSettings) -> None:
        """Transpose and split from now on."""

    def recent(self) -> tuple[HeardMessage, ...]:
        """The latest messages, oldest first, for the test page."""
