"""Dynamics, hairpins and accents as they are written, given to the notes they hold for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from typing import TypeAlias

import msgspec

from domain.music.bar import Bar

# Levels from 1 (ppp) to 8 (fff). What is louder or softer still is played like them; an accent is no level.
LEVELS = {"pppp": 1, "ppp": 1, "pp": 2, "p": 3, "mp": 4, "mf": 5, "f": 6, "ff": 7, "fff": 8, "ffff": 8, "fp": 3}

# Signs that one note alone is struck harder than its neighbours.
STRESSES = frozenset(("sf", "sfz", "sffz", "fz", "ffz", "rf", "rfz"))
# A measure by its index, and ticks from its beginning.
Place: TypeAlias = tuple[int, int]


class Hairpin(msgspec.Struct, frozen=True, order=True):
    """From one place up to another (without it) notes get louder, or softer; on one staff or on all of a part (0)."""

    start: Place
    end: Place
    staff: int
    louder: bool


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


def give_hairpins(bars: Sequence[Bar], staves: Collection[int], hairpins: Iterable[Hairpin]) -> None:
    """Writes into the notes of some staves which hairpin they stand under, numbered from 1; those that get softer
    below zero. Of hairpins that lie over each other the later one holds.
    """
    ordered = sorted(hairpins)
    for staff in staves if ordered else ():
        own = [(n, hairpin) for n, hairpin in enumerate(ordered, 1) if hairpin.staff in (0, staff)]
        starts = [hairpin.start for _, hairpin in own]
        for number, bar in enumerate(bars):
            for index, each in enumerate(bar.notes):
                place = number, each.note.onset
                before = bisect_right(starts, place) - 1
                if each.note.staff == staff and before >= 0 and place < own[before][1].end:
                    sign = own[before][0] if own[before][1].louder else -own[before][0]
                    note = msgspec.structs.replace(each.note, hairpin=sign)
                    bar.notes[index] = msgspec.structs.replace(each, note=note)


def give_stresses(bars: Sequence[Bar], staves: Collection[int], stresses: Iterable[tuple[Place, int]]) -> None:
    """Marks the notes of some staves that stand at a sforzato (a place and a staff, 0 for all) as accented."""
    places = set(stresses)
    for number, staff in sorted({(place[0], staff) for place, staff in places}):
        for index, each in enumerate(bars[number].notes) if number < len(bars) else ():
            here = each.note.staff in staves and staff in (0, each.note.staff)
            if here and ((number, each.note.onset), staff) in places and not each.note.grace:
                note = msgspec.structs.replace(each.note, accent=True)
                bars[number].notes[index] = msgspec.structs.replace(each, note=note)
