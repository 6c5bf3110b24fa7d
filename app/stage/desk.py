"""Where the keyboard's news goes: to the game that runs, or, between games, to the sound alone."""

from __future__ import annotations

from app.stage.running import Sounding, Stage
from domain.music.note import Note, Pedal


class Desk:
    """Handed to the port once; games come and go. Every function may be called from any thread."""

    def __init__(self, *, sound: Sounding, sounds_notes: bool = True) -> None:
        self._sound = sound
        self._stage: Stage | None = None
        # False where the keyboard itself makes the sound.
        self.sounds_notes = sounds_notes

    def take(self, stage: Stage) -> None:
        """This game gets the keys from now on."""
        self._stage = stage

    def leave(self, stage: Stage) -> None:
        """The game is done with the keys; another one that took them since keeps them."""
        if self._stage is stage:
            self._stage = None

    def note(self, note: Note) -> None:
        """A key went down or up."""
        stage = self._stage
        if stage is not None:
            stage.note(note)
        elif self.sounds_notes:
            self._sound.note(note.pitch, note.velocity)

    def pedal(self, pedal: Pedal) -> None:
        """The sustain pedal moved."""
        stage = self._stage
        if stage is not None:
            stage.pedal(pedal)
        elif self.sounds_notes:
            self._sound.pedal(pedal.value)

    def lost(self, name: str) -> None:
        """A keyboard was pulled out."""
        stage = self._stage
        if stage is not None:
            stage.keyboard_lost(name)

    def found(self, name: str) -> None:
        """A keyboard is there."""
        stage = self._stage
        if stage is not None:
            stage.keyboard_found(name)
