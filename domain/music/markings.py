"""Dynamics as they are written, given to the notes they hold for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

import msgspec

from domain.music.bar import Bar

# Levels from 1 (ppp) to 8 (fff). What is louder or softer still is played like them; an accent is no level.
LEVELS = {"pppp": 1, "ppp": 1, "pp": 2, "p": 3, "mp": 4, "mf": 5, "f": 6, "ff": 7, "fff": 8, "ffff": 8, "fp": 3}


class Loudness(msgspec.Struct, frozen=True, order=True, array_like=True):
    """A mark at a tick of a measure (by index), on one staff or on all of a part (0)."""

    bar: int
    tick: int
    staff: int
    level: int


def level_of(words: Sequence[str]) -> int:
    """The level of the first dynamic among words, 0 where there is none."""
    return next((LEVELS[word] for word in words if word in LEVELS), 0)


def give_loudness(bars: Sequence[Bar], staves: Collection[int], marks: Sequence[Loudness]) -> None:
    """Writes the level into every note of some staves. A staff without marks of its own follows those of the others."""
    if not marks:
        return
    own = {mark.staff for mark in marks}
    for staff in staves:
        heard = sorted(mark for mark in marks if mark.staff in (0, staff) or staff not in own)
        places = [(mark.bar, mark.tick) for mark in heard]
        for number, bar in enumerate(bars):
            for index, each in enumerate(bar.notes):
                if each.note.staff == staff:
                    before = bisect_right(places, (number, each.note.onset)) - 1
                    level = heard[before].level if before >= 0 else 0
                    note = msgspec.structs.replace(each.note, dynamic=level)
                    bar.notes[index] = msgspec.structs.replace(each, note=note)
