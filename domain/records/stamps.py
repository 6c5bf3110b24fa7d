"""Hybrid logical clock stamps: an order of edits that wrong clocks cannot break (Kulkarni et al. 2014).

A stamp is text that sorts by time: 12 hex digits of milliseconds, 4 of a counter, then the device. Equal stamps do not
exist, because two devices never share an id and one device never gives the same counter twice.
"""

from __future__ import annotations

import msgspec

# A client clock further ahead than this is clamped at the centre; the raw value is kept (sync.md, Clocks).
MOST_AHEAD = 5 * 60 * 1_000_000


class HybridClock(msgspec.Struct):
    """Makes the stamps of one device. `now` is always handed in, corrected by the measured offset to the centre."""

    device: str
    milliseconds: int = 0
    counter: int = 0

    def stamp(self, now: int) -> str:
        """A stamp later than every stamp made or seen so far; `now` in microseconds."""
        if now // 1000 > self.milliseconds:
            self.milliseconds, self.counter = now // 1000, 0
        else:
            self.counter += 1
            if self.counter > 0xFFFF:
                self.milliseconds, self.counter = self.milliseconds + 1, 0
        return f"{self.milliseconds:012x}{self.counter:04x}{self.device}"

    def saw(self, stamp: str) -> None:
        """Move past a stamp that came from elsewhere."""
        seen = int(stamp[:12], 16), int(stamp[12:16], 16)
        self.milliseconds, self.counter = max((self.milliseconds, self.counter), seen)


def time_of(stamp: str) -> int:
    """The time in a stamp, in microseconds. Raises ValueError for text that is no stamp."""
    return int(stamp[:12], 16) * 1000


def clamped(stamp: str, now: int, place: int) -> str:
    """The stamp, moved back to the furthest time that the centre takes where its clock was too far ahead.

    `place` is the operation's number in its mirror: what one hand did in an order keeps that order where all of it is
    moved to the same moment.
    """
    if time_of(stamp) <= now + MOST_AHEAD:
        return stamp
    return f"{(now + MOST_AHEAD) // 1000:012x}{place & 0xFFFF:04x}{stamp[16:]}"
