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

    def saw(self, stamp: str) -> bool:
        """Move past a stamp that came from elsewhere. Whether that was ahead of this clock."""
        seen = int(stamp[:12], 16), int(stamp[12:16], 16)
        ahead = seen > (self.milliseconds, self.counter)
        if ahead:
            self.milliseconds, self.counter = seen
        return ahead

    def come_back(self, now: int) -> bool:
        """Where it runs further ahead than the centre takes, go back to just that. Whether it had to.

        Only once the centre has all that was stamped: it has moved those stamps back to the same bound (`clamped`).
        """
        bound = (now + MOST_AHEAD) // 1000
        if self.milliseconds <= bound:
            return False
        self.milliseconds, self.counter = bound, 0xFFFF
        return True


def time_of(stamp: str) -> int:
    """The time in a stamp, in microseconds. Raises ValueError for text that is no stamp."""
    return int(stamp[:12], 16) * 1000


def is_ahead(stamp: str, now: int) -> bool:
    """Whether the stamp was made further ahead of `now`, in microseconds, than the centre takes."""
    return time_of(stamp) > now + MOST_AHEAD


def clamped(stamp: str, now: int, place: int) -> str:
    """The stamp, moved back to the furthest time that the centre takes where its clock was too far ahead.

    `place` is the operation's number in its mirror: what one hand did in an order keeps that order where all of it is
    moved to the same moment.
    """
    if not is_ahead(stamp, now):
        return stamp
    return f"{(now + MOST_AHEAD) // 1000:012x}{place_of(stamp, place)}"


def place_of(stamp: str, place: int) -> str:
    """All but the time of the stamp that `clamped` makes: whoever made it knows it again by this."""
    return f"{place & 0xFFFF:04x}{stamp[16:]}"
