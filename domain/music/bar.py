"""A measure as it is written: its notes, and the signs that say how it is played."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

import msgspec

from domain.music.score import ScoreNote


class Jump(StrEnum):
    """Where the player goes back to at the end of a measure."""

    NONE = ""
    CAPO = "capo"
    SEGNO = "segno"


class BarNote(msgspec.Struct, frozen=True):
    """A note whose onset counts from the beginning of its measure. A tie leads to it (`joins`), from it (`opens`)."""

    note: ScoreNote
    joins: bool = False
    opens: bool = False


class Bar(msgspec.Struct):
    """A measure. `tempi` are (ticks from its beginning, microseconds of a quarter); `endings` numbers of a volta.

    A passage whose repeat ends here is played `times` in all. `segno` and `coda` stand at its beginning, `to_coda`,
    `fine` and `jump` at its end.
    """

    number: int
    length: int
    notes: list[BarNote] = msgspec.field(default_factory=list)
    tempi: list[tuple[int, int]] = msgspec.field(default_factory=list)
    repeat_starts: bool = False
    repeat_ends: bool = False
    times: int = 2
    endings: tuple[int, ...] = ()
    segno: bool = False
    coda: bool = False
    to_coda: bool = False
    fine: bool = False
    jump: Jump = Jump.NONE


def again(notes: Sequence[BarNote], start: int, end: int, at: int, named: Callable[[str], str]) -> list[BarNote]:
    """Notes between two ticks of their measure as they are played again from another one, `named` anew.

    Ties from outside and to outside are not taken along.
    """
    found: list[BarNote] = []
    for each in notes:
        note = each.note
        if start <= note.onset < end:
            moved = msgspec.structs.replace(note, note_id=named(note.note_id), onset=note.onset - start + at)
            inside = note.onset + note.duration < end
            found.append(BarNote(moved, each.joins and note.onset > start, each.opens and inside))
    return found
