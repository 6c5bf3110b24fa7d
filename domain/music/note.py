"""What comes from a keyboard, once the port has stamped it."""

from __future__ import annotations

import msgspec

# Middle C is 60 (MIDI 1.0).
LOWEST, HIGHEST = 0, 127


class Note(msgspec.Struct, frozen=True, array_like=True):
    """A key that went down or, with velocity 0, up. `at` is microseconds on the one monotonic clock of the program."""

    pitch: int
    velocity: int
    at: int


class Pedal(msgspec.Struct, frozen=True, array_like=True):
    """The sustain pedal: 0 is up, 127 is fully down."""

    value: int
    at: int
