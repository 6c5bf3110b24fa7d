"""A game's own clock: starts at 0, stands still while the game is paused. Whole microseconds."""

from __future__ import annotations


class GameClock:
    """Turns the program's clock into game time. Every `now` is microseconds on the program's monotonic clock."""

    def __init__(self) -> None:
        self._zero = 0
        self._held_at: int | None = 0

    @property
    def paused(self) -> bool:
        """Not begun yet, or standing still."""
        return self._held_at is not None

    def run(self, now: int) -> None:
        """Begin, or go on after a pause; running already: nothing."""
        if self._held_at is not None:
            self._zero = now - self._held_at
            self._held_at = None

    def stand_at(self, time: int) -> None:
        """Stand still at a game time, to go on from there."""
        self._held_at = time

    def hold(self, now: int) -> None:
        """Stand still; standing already: nothing."""
        if self._held_at is None:
            self._held_at = self.at(now)

    def not_before(self, time: int, now: int) -> None:
        """Where the program's clock went back, go on from `time`: what is decided stays decided."""
        if self._held_at is None and now - self._zero < time:
            self._zero = now - time

    def at(self, now: int) -> int:
        """The game time; never below 0."""
        return self._held_at if self._held_at is not None else max(0, now - self._zero)
