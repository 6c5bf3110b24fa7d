"""How notes and concepts go over the weeks: right answers of all answers, counted from attempts in any order.

A week begins on Monday in the student's own calendar (`played_on`). Nothing is stored: the map is a sum of facts.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Protocol

import msgspec

from domain.music.pitch import pitch

# How many weeks a map shows.
WEEKS = 12
# A written note with its octave, such as F#4; games also ask for things that are no note.
_NOTE = re.compile(r"[A-G](#{1,2}|b{1,2})?-?\d")
# As many rows as somebody can take in at once.
MOST_ROWS = 40

CONCEPT, NOTE = "concept", "note"
# (concept or note, its name, the week's Monday as ISO text) → [right, of].
Sums = dict[tuple[str, str, str], list[int]]


class Answered(Protocol):
    """What is asked of a judged note."""

    @property
    def wanted(self) -> str:
        """What was written."""

    @property
    def right(self) -> bool:
        """Whether it was played so."""


class HeatRow(msgspec.Struct, frozen=True, kw_only=True):
    """A concept or note: (right, of) for each week, (0, 0) where it was not asked. `pitch` is a note's MIDI number."""

    kind: str
    name: str
    pitch: int | None
    cells: tuple[tuple[int, int], ...]

    @property
    def right(self) -> int:
        """All right answers."""
        return sum(right for right, _ in self.cells)

    @property
    def of(self) -> int:
        """All answers."""
        return sum(of for _, of in self.cells)


class HeatMap(msgspec.Struct, frozen=True, kw_only=True):
    """Concepts, weakest first, and notes, highest first, over `weeks` (ISO Mondays, the oldest first)."""

    weeks: tuple[str, ...]
    concepts: tuple[HeatRow, ...]
    notes: tuple[HeatRow, ...]


@lru_cache(maxsize=4096)
def is_note(name: str) -> bool:
    """Whether what was asked is a written note with its octave."""
    return _NOTE.fullmatch(name) is not None


def notes_of(notes: Iterable[Answered]) -> dict[str, tuple[int, int]]:
    """[right, of] for each written note among what was asked."""
    sums: dict[str, tuple[int, int]] = {}
    for each in notes:
        if is_note(each.wanted):
            right, of = sums.get(each.wanted, (0, 0))
            sums[each.wanted] = right + each.right, of + 1
    return dict(sorted(sums.items()))


@lru_cache(maxsize=4096)
def monday(day: str) -> str:
    """The Monday of a calendar day, both ISO text; empty for what is no day."""
    try:
        date = datetime.date.fromisoformat(day)
    except ValueError:
        return ""
    return (date - datetime.timedelta(days=date.weekday())).isoformat()


def weeks_until(today: str, count: int = WEEKS) -> tuple[str, ...]:
    """The Mondays of so many weeks, the last of them this one. Raises ValueError for what is no day."""
    last = datetime.date.fromisoformat(monday(today))
    return tuple((last - datetime.timedelta(weeks=n)).isoformat() for n in reversed(range(count)))


def add(sums: Sums, played_on: str, kind: str, answers: Mapping[str, tuple[int, int]]) -> None:
    """Count one attempt's answers of a kind into the sums."""
    week = monday(played_on)
    for name, (right, of) in answers.items():
        cell = sums.setdefault((kind, name, week), [0, 0])
        cell[0] += right
        cell[1] += of


def joined(parts: Iterable[Sums]) -> Sums:
    """Several sums as one; their order does not matter."""
    whole: Sums = {}
    for part in parts:
        for key, (right, of) in part.items():
            cell = whole.setdefault(key, [0, 0])
            cell[0] += right
            cell[1] += of
    return whole


def heat_map(sums: Sums, today: str, count: int = WEEKS) -> HeatMap:
    """The map of the last weeks. Raises ValueError for a day that is none."""
    weeks = weeks_until(today, count)
    rows = _rows(sums, weeks)
    concepts = sorted((r for r in rows if r.kind == CONCEPT), key=lambda r: (r.right * 100 // r.of, r.name))
    notes = sorted((r for r in rows if r.kind == NOTE), key=lambda r: (-(r.pitch or 0), r.name))
    return HeatMap(weeks=weeks, concepts=tuple(concepts[:MOST_ROWS]), notes=tuple(notes[:MOST_ROWS]))


def _rows(sums: Sums, weeks: tuple[str, ...]) -> list[HeatRow]:
    place = {week: n for n, week in enumerate(weeks)}
    cells: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for (kind, name, week), (right, of) in sums.items():
        if week in place and of > 0:
            row = cells.setdefault((kind, name), [(0, 0)] * len(weeks))
            row[place[week]] = (right, of)
    return [
        HeatRow(kind=kind, name=name, pitch=pitch(name).midi if kind == NOTE else None, cells=tuple(row))
        for (kind, name), row in sorted(cells.items())
    ]
