"""Keys of the computer by where they stand, so that the same finger plays the same note in every layout.

`system` is Qt's name of a window system; without it the one that the program runs in.
"""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QKeyEvent

from app.midi.computer_keys import figure_at, pitch_at, pitch_of, place_of


def pitch_under(event: QKeyEvent, system: str | None = None) -> int | None:
    """The pitch that a key plays, or None."""
    place = _place(event, system)
    return pitch_of(event.text()) if place is None else pitch_at(place)


def figure_under(event: QKeyEvent, system: str | None = None) -> str:
    """The figure that a key means, also where its layout asks for Shift; empty for other keys."""
    text = event.text()
    return text if len(text) == 1 and text in "0123456789" else figure_at(_place(event, system))


def finger_of(event: QKeyEvent, system: str | None = None) -> int:
    """What tells one held key from another: where it stands, for what it writes changes with Shift."""
    place = _place(event, system)
    return event.key() if place is None else -place


def _place(event: QKeyEvent, system: str | None) -> int | None:
    named = QGuiApplication.platformName() if system is None else system
    return place_of(named, event.nativeScanCode(), event.nativeVirtualKey())
