"""What was played, in columns: every key that went down, when it was let go, and the pedal."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from domain.music.columns import NONE, columns
from domain.music.note import Note, Pedal
from domain.records.progress import PEDAL, RawEvent


class Played(msgspec.Struct, frozen=True):
    """Notes in the order of their onsets, equal ones by pitch. Times are microseconds.

    `releases` is when each key came up, -1 while it never did. `pedal` holds (microseconds, is it down) changes.
    """

    onsets: list[int]
    pitches: list[int]
    velocities: list[int]
    releases: list[int]
    pedal: list[tuple[int, bool]]

    def sounds_until(self, index: int) -> int:
        """When a note stops sounding: the key's release, or the pedal's if it holds then; -1 where neither came."""
        release = self.releases[index]
        if release == NONE or not self.pedal:
            return release
        place = bisect_right(self.pedal, (release, True)) - 1
        if place < 0 or not self.pedal[place][1]:
            return release
        return next((at for at, down in self.pedal[place + 1 :] if not down), NONE)


def played(events: Iterable[RawEvent]) -> Played:
    """Raw events of a performance, in any order of equal times, as columns.

    Velocity 0 is a release. A key struck again while it is down is let go first. Other kinds of event are left out.
    """
    return Played(*columns(events if isinstance(events, list | tuple) else list(events)))


def raw(notes: Iterable[Note | Pedal], since: int = 0) -> list[RawEvent]:
    """Notes and pedal of the port as raw events, counted from `since` on the same clock."""
    return [
        (each.at - since, PEDAL, each.value)
        if isinstance(each, Pedal)
        else (each.at - since, each.pitch, each.velocity)
        for each in notes
    ]
