"""Where the keyboard's news goes: to the game that runs, or, between games, to the sound alone."""

from __future__ import annotations

from typing import Protocol

from app.stage.running import Sounding
from domain.music.note import Note, Pedal


class Listener(Protocol):
    """Who gets the keys: a running game, or a measurement. Every function may be called from any thread."""

    def note(self, note: Note) -> None:
        """A key went down or up."""

    def pedal(self, pedal: Pedal) -> None:
        """The sustain pedal moved."""

    def keyboard_lost(self, name: str) -> None:
        """A keyboard was pulled out."""

    def keyboard_found(self, name: str) -> None:
        """A keyboard is there."""


class Desk:
    """Handed to the port once; games come and go. Every function may be called from any thread."""

    def __init__(self, *, sound: Sounding, sounds_notes: bool = True) -> None:
        self._sound = sound
        self._listener: Listener | None = None
        # False where the keyboard itself makes the sound.
        self.sounds_notes = sounds_notes

    def take(self, listener: Listener) -> None:
        """This game gets the keys from now on."""
        self._listener = listener

    def leave(self, listener: Listener) -> None:
        """The game is done with the keys; another one that took them since keeps them."""
        if self._listener is listener:
            self._listener = None

    def note(self, note: Note) -> None:
        """A key went down or up."""
        listener = self._listener
        if listener is not None:
            listener.note(note)
        elif self.sounds_notes:
            self._sound.note(note.pitch, note.velocity)

    def pedal(self, pedal: Pedal) -> None:
        """The sustain pedal moved."""
        listener = self._listener
        if listener is not None:
            listener.pedal(pedal)
        elif self.sounds_notes:
            self._sound.pedal(pedal.value)

    def lost(self, name: str) -> None:
        """A keyboard was pulled out."""
        listener = self._listener
        if listener is not None:
            listener.keyboard_lost(name)

    def found(self, name: str) -> None:
        """A keyboard is there."""
        listener = self._listener
        if listener is not None:
            listener.keyboard_found(name)
