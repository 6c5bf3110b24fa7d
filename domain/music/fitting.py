"""What of a sheet was played: which repeats, and which of several parts, by what a performance covers best."""

from __future__ import annotations

from collections.abc import Sequence

from domain.music.align import in_chords
from domain.music.common_order import length
from domain.music.played import Played
from domain.music.score import Score
from domain.music.sheet import Sheet

# Each sweep tries every repeat on its own; a second one sees what the first has changed.
SWEEPS = 2
# More repeats than this are not tried one by one, for each costs an alignment.
MOST_ALONE = 40
# A part of which fewer hundredths were heard than this was not played, where at least so many of all others were:
# somebody else sings or plays it. More parts are not tried.
LEAST_HEARD, MOST_HEARD, MOST_PARTS = 25, 50, 12


def fitting(sheet: Sheet, heard: Played) -> Score:
    """The score with those repeats and jumps that the performance takes; of equally good ways the longer one.

    Parts that nobody played are left out, but never all. Raises ScoreError.
    """
    keys = [heard.pitches[place] for place in in_chords(heard)]
    sheet = _with_parts_played(sheet, keys)
    best = sheet.score()
    count = sheet.repeats
    if not count:
        return best
    taken, share = [True] * count, _share(best, keys)
    none = frozenset(range(count))
    alone = [frozenset((place,)) for place in range(count)] * SWEEPS if count <= MOST_ALONE else []
    for changed in (none, *alone):
        way = [goes != (place in changed) for place, goes in enumerate(taken)]
        other = sheet.score(way)
        if (found := _share(other, keys)) > share:
            best, share, taken = other, found, way
    return best


def _with_parts_played(sheet: Sheet, keys: Sequence[int]) -> Sheet:
    """The sheet without the parts that the performance can do without: a song whose accompaniment alone was played."""
    for part in sheet.parts if 1 < len(sheet.parts) <= MOST_PARTS else ():
        others = sheet.without(part)
        if not any(bar.notes for bar in others.bars) or others.parts == sheet.parts:
            continue
        whole, rest = sheet.score().struck_pitches, others.score().struck_pitches
        found, in_rest = length(whole, keys), length(rest, keys)
        of_part = len(whole) - len(rest)
        if 100 * (found - in_rest) < LEAST_HEARD * of_part and 100 * in_rest >= MOST_HEARD * len(rest):
            sheet = others
    return sheet


def _share(score: Score, keys: Sequence[int]) -> int:
    """How well a score and a row of keys cover each other, in hundred thousandths."""
    return 200_000 * length(score.struck_pitches, keys) // (len(score.struck_pitches) + len(keys))
