"""Which repeats of a sheet were played: the way through it that a performance covers best."""

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


def fitting(sheet: Sheet, heard: Played) -> Score:
    """The score with those repeats and jumps that the performance takes; of equally good ways the longer one.

    Raises ScoreError.
    """
    best = sheet.score()
    count = sheet.repeats
    if not count:
        return best
    keys = [heard.pitches[place] for place in in_chords(heard)]
    taken, share = [True] * count, _share(best, keys)
    none = frozenset(range(count))
    alone = [frozenset((place,)) for place in range(count)] * SWEEPS if count <= MOST_ALONE else []
    for changed in (none, *alone):
        way = [goes != (place in changed) for place, goes in enumerate(taken)]
        other = sheet.score(way)
        if (found := _share(other, keys)) > share:
            best, share, taken = other, found, way
    return best


def _share(score: Score, keys: Sequence[int]) -> int:
    """How well a score and a row of keys cover each other, in hundred thousandths."""
    return 200_000 * length(score.struck_pitches, keys) // (len(score.struck_pitches) + len(keys))
