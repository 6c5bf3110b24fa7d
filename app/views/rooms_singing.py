"""What the play page may call of the microphone, in games that may be sung."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

if TYPE_CHECKING:
    # Nobody sings before the first page is painted.
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from app.mic.state import MicState
    from app.store.readings import StepCard


class MicNews(Protocol):
    """The microphone's news on the GUI thread. The annotated name is a Qt signal."""

    # MicState.
    told: SignalInstance


class SingingRooms(msgspec.Struct, frozen=True, kw_only=True):
    """All of it answers at once."""

    news: MicNews
    # Whether the step's game may be sung.
    fits: Callable[[StepCard], bool]
    state: Callable[[], MicState]
    switch_on: Callable[[], None]
    switch_off: Callable[[], None]
