"""Keys that are no MIDI keyboard: the piano on the screen and the computer's own keyboard, as Notes like any other."""

from __future__ import annotations

from collections.abc import Callable

from domain.music.note import HIGHEST, LOWEST, Note

# A finger on a screen has no velocity: mezzo-forte.
SCREEN_VELOCITY = 80


class ScreenKeys:
    """Holds what is pressed: a repeated press (auto-repeat) is one note, and losing the focus lets go of everything."""

    def __init__(self, *, on_note: Callable[[Note], None], now: Callable[[], int]) -> None:
        self._on_note = on_note
        self._now = now
        self._down: set[int] = set()

    def press(self, pitch: int, velocity: int = SCREEN_VELOCITY) -> None:
        """A key goes down. Outside MIDI's range or already down: nothing."""
        if LOWEST <= pitch <= HIGHEST and pitch not in self._down:
            self._down.add(pitch)
            self._on_note(Note(pitch, max(1, min(127, velocity)), self._now()))

    def release(self, pitch: int) -> None:
        """A key comes up."""
        if pitch in self._down:
            self._down.remove(pitch)
            self._on_note(Note(pitch, 0, self._now()))

    def release_all(self) -> None:
        """Everything comes up: the window lost the focus, or the page was left."""
        for pitch in sorted(self._down):
            self.release(pitch)

    @property
    def down(self) -> frozenset[int]:
        """The pitches that are held."""
        return frozenset(self._down)
