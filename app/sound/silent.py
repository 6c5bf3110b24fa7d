"""An instrument that makes no sound: for a machine on which somebody has switched it off, and for kiosks."""

from __future__ import annotations

from collections.abc import Sequence

from app.sound.state import SoundState
from domain.games.picture import Sound
from domain.music.say import Say, say


class Silent:
    """Answers like `piano.Synth` and says why nothing is heard."""

    def __init__(self, reason: Say | None = None) -> None:
        self._state = SoundState(problem=reason or say("The sound is switched off. You can switch it on in Settings."))

    @property
    def state(self) -> SoundState:
        """Always off, with its reason."""
        return self._state

    def start(self) -> None:
        """Nothing to load."""

    def note(self, pitch: int, velocity: int) -> None:
        """Nothing is heard."""

    def pedal(self, value: int) -> None:
        """Nothing is heard."""

    def program(self, number: int) -> None:
        """Nothing is heard."""

    def volume(self, percent: int) -> None:
        """Nothing is heard."""

    def play(self, sounds: Sequence[Sound]) -> None:
        """Nothing is heard."""

    def stop(self) -> None:
        """Nothing was heard."""

    def wake(self) -> None:
        """Nothing to get ready."""

    def close(self) -> None:
        """Nothing to let go of."""
