"""The time of a simulated world, and how wrong its machines' clocks are."""

from __future__ import annotations

SECOND = 1_000_000
HOUR = 3600 * SECOND
# Every world begins here: Monday, 5 January 2026, 08:00 UTC.
BEGINNING = 1_767_600_000 * SECOND


class Clock:
    """Microseconds since 1970. Each look moves it by a microsecond, so that two deeds never happen at once."""

    def __init__(self, at: int = BEGINNING) -> None:
        self.at = at

    def __call__(self) -> int:
        self.at += 1
        return self.at

    def forward(self, microseconds: int) -> None:
        """Let time pass."""
        self.at += microseconds


class WrongClock:
    """The clock of one machine: the world's, `wrong_by` microseconds ahead."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.wrong_by = 0

    def __call__(self) -> int:
        return self._clock() + self.wrong_by

    def pass_by(self, microseconds: int) -> None:
        """Let time pass, here and everywhere."""
        self._clock.forward(microseconds)
