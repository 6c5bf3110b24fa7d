"""What views may ask of this machine's keyboards and its sound. Everything answers at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, SignalInstance

from app.midi.state import HeardMessage, KeyboardSettings
from app.sound.state import SoundState
from app.stage.lateness import Timing
from app.stage.tapping_along import Cue


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """A keyboard ("" is the screen's) and a way to sound, with what was measured for them."""

    keyboard: str
    silent: bool
    timing: Timing = Timing()


class TappingRun(Protocol):
    """What the calibration page needs of `app.stage.tapping_along.TappingAlong`. The annotated names are Qt signals."""

    beat: SignalInstance
    tapped: SignalInstance
    done: SignalInstance

    @property
    def beats(self) -> int:
        """How many beats there are."""

    def start(self) -> None:
        """Begin."""

    def stop(self) -> None:
        """Give up."""


class TuningRooms(msgspec.Struct, frozen=True, kw_only=True):
    """Functions that answer at once. What is set is kept for this machine."""

    # Which keyboards are listened to; empty: any that is there.
    choose: Callable[[Sequence[str]], None]
    # Listen to all for a while, so that somebody can find out which one is theirs.
    audition: Callable[[bool], None]
    recent: Callable[[], tuple[HeardMessage, ...]]
    keys_of: Callable[[str], KeyboardSettings]
    use: Callable[[str, KeyboardSettings], None]
    sound: Callable[[], SoundState]
    pair: Callable[[], Pair]
    tap_along: Callable[[Cue, QObject], TappingRun]
    # (what was measured, microseconds or None to forget): the pair as it stands then.
    keep_offset: Callable[[Cue, int | None], Pair]
