"""What the sound room says about itself, and what it is asked to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec

from domain.games.picture import Sound
from domain.music.say import Say


class SoundState(msgspec.Struct, frozen=True, kw_only=True):
    """`on` says that notes are heard; `loading` that they soon will be; `problem` why not, and how to mend it."""

    on: bool = False
    loading: bool = False
    problem: Say | None = None
    driver: str = ""
    font: str = ""


class Instrument(Protocol):
    """Everything that the program may ask of its sound, on or silent. Calls return at once, from any thread."""

    @property
    def state(self) -> SoundState:
        """The latest state."""

    def start(self) -> None:
        """Load in the background; also the way to try again after something was mended."""

    def note(self, pitch: int, velocity: int) -> None:
        """A key of the player's; velocity 0 lets it go."""

    def pedal(self, value: int) -> None:
        """The player's sustain pedal, 0 to 127."""

    def program(self, number: int) -> None:
        """The player's instrument by General MIDI number, counted from 0 (0 is the grand piano)."""

    def volume(self, percent: int) -> None:
        """How loud everything is, 0 to 100."""

    def play(self, sounds: Sequence[Sound]) -> None:
        """Schedule notes; `after` counts from this call."""

    def stop(self) -> None:
        """Forget what is scheduled and silence everything."""

    def wake(self) -> None:
        """Get the device ready, so that the next note sounds at once."""

    def close(self) -> None:
        """Let go of the device. Nothing sounds afterwards."""


class SoundUnavailableError(Exception):
    """This computer cannot sound now. `say` explains it and how to mend it."""

    def __init__(self, reason: Say) -> None:
        super().__init__(reason.english())
        self.say = reason
