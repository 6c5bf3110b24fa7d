"""Passages that were played again: somebody stops, goes back some notes or to the beginning, and goes on from there.

The last time counts, as it does for a teacher who listens. An order that only ever goes forward cannot say so: it takes
half of the passage from the first time and half from the second. So where notes are left over, the way through the
score is looked for again as the cheapest row of runs with jumps between them, by dynamic programming over every place
where a stroke could belong.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from itertools import pairwise

# What a stroke in its place is worth, what each written note passed over costs, and what a jump costs: to go back must
# be worth four notes played again.
WORTH, PASSED, BACK, AHEAD, FARTHER = 10, 4, 28, 25, 1
# From the last stroke the next is looked for among so many written notes; what is farther is a jump.
NEAR = 12
# Every so many strokes the ways that cannot win are left.
SWEPT = 4
# Notes are looked at again where so many of so many strokes in a row have no place, and so many around them.
SPARE, IN_ROW, AROUND = 3, 8, 24
# To come in late into a passage played again, more than so many notes must be lost otherwise. What lies so near before
# the last stroke may be a note of its chord.
ROW, CROSSED = 2, 5
NOWHERE = -1
BEYOND = sys.maxsize
_NOTHING = -BEYOND, NOWHERE
# A way that is worth so much less than the best can be left: a jump there costs less.
HOPELESS = BACK + AHEAD
# Two notes in a row that stand at more places than this are no sign of where the player went.
MOST_SEEDS = 64

Pair = tuple[int, int]


def superseded(written: Sequence[int], heard: Sequence[int], match: Sequence[int]) -> dict[int, int]:
    """Strokes that were played again later, or again though they counted before, with the written note of each.

    `match` says for each of `heard` which of `written` it is, -1 for none, on a way that only goes forward.
    """
    runs: list[list[Pair]] = [[]]
    until = 0
    for start, end in _doubtful(match):
        runs[-1] += _forward(match, until, start)
        since = runs[-1][-1][0] if runs[-1] else NOWHERE
        first, *others = _runs(_way(written, heard, (start, end), (since, _after(match, end))))
        if first and first[0][0] <= since - CROSSED:
            runs.append([])
        runs[-1] += first
        runs += others
        until = end
    runs[-1] += _forward(match, until, len(match))
    return _all_but_the_last_time([run for run in runs if run])


def _forward(match: Sequence[int], start: int, end: int) -> list[Pair]:
    """The strokes of a stretch that have a place on the way that only goes forward."""
    return [(match[j], j) for j in range(start, end) if match[j] != NOWHERE]


def _after(match: Sequence[int], end: int) -> int:
    """The written note with which the forward way goes on after a stretch; beyond all where it does not."""
    return next((i for i in match[end:] if i != NOWHERE), BEYOND)


def _doubtful(match: Sequence[int]) -> list[tuple[int, int]]:
    """Stretches of strokes in which several have no place, with some around them, those that touch put together."""
    spare = [j for j, i in enumerate(match) if i == NOWHERE]
    found: list[tuple[int, int]] = []
    for first, last in zip(spare, spare[SPARE - 1 :], strict=False):
        if last - first >= IN_ROW:
            continue
        start, end = max(0, first - AROUND), min(len(match), last + AROUND + 1)
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _way(written: Sequence[int], heard: Sequence[int], span: Pair, between: Pair) -> list[Pair]:
    """The best way through the score of the strokes from `span[0]` up to `span[1]`, as pairs in order of time.

    It comes from the first written note of `between` and goes on with the second, or jumps there too. A jump is looked
    at only where the best way does not simply go on, and where the stroke after it is in its place too.
    """
    seeds = _seeds(written)
    at, stroke, before = array("i"), array("i"), array("i")
    # What the best way that ends with a written note is worth, and its last state: those that may still win.
    live: dict[int, Pair] = {between[0]: (0, NOWHERE)}
    best, best_state, best_at = 0, NOWHERE, between[0]
    for j in range(*span):
        found = _near(written, heard[j], live)
        goes_on = max(found.values(), default=_NOTHING)[0] >= best
        for i in () if goes_on or j + 1 == len(heard) else seeds.get((heard[j], heard[j + 1]), ()):
            worth = best - _jump(best_at, i)
            if i not in found or found[i][0] < worth:
                found[i] = worth, best_state
        for i, (worth, state) in found.items():
            if i in live and worth + WORTH < live[i][0]:
                continue
            live[i] = worth + WORTH, len(at)
            at.append(i)
            stroke.append(j)
            before.append(state)
            if worth + WORTH >= best:
                best, best_state, best_at = worth + WORTH, len(at) - 1, i
        if not j % SWEPT:
            live = {i: each for i, each in live.items() if each[0] >= best - HOPELESS}
    return _traced(at, stroke, before, _last(live, between[1]))


def _seeds(written: Sequence[int]) -> dict[Pair, list[int]]:
    """Where each two notes in a row stand; what stands everywhere says nothing."""
    found: dict[Pair, list[int]] = {}
    for i, pair in enumerate(pairwise(written)):
        found.setdefault(pair, []).append(i)
    return {pair: places for pair, places in found.items() if len(places) <= MOST_SEEDS}


def _near(written: Sequence[int], key: int, live: dict[int, Pair]) -> dict[int, Pair]:
    """The written notes of a key a little after the ends of ways, with what the way there is worth and its state."""
    found: dict[int, Pair] = {}
    for end, (worth, state) in live.items():
        row = written[end + 1 : end + 1 + NEAR]
        if key not in row:
            continue
        for passed, other in enumerate(row):
            if other == key and found.get(end + 1 + passed, _NOTHING)[0] < worth - PASSED * passed:
                found[end + 1 + passed] = worth - PASSED * passed, state
    return found


def _jump(start: int, end: int) -> int:
    """What a jump costs: the farther the more, for a passage that comes twice in a piece is no way to go."""
    return (BACK if end <= start else AHEAD) + FARTHER * abs(end - start).bit_length()


def _last(live: dict[int, Pair], after: int) -> int:
    """The state with which a way ends best, when it goes on with the written note `after`."""
    best, found = _NOTHING
    for i, (worth, state) in live.items():
        left = worth - (BACK if i >= after else min(AHEAD, PASSED * (after - 1 - i)))
        if left >= best:
            best, found = left, state
    return found


def _traced(at: Sequence[int], stroke: Sequence[int], before: Sequence[int], state: int) -> list[Pair]:
    pairs: list[Pair] = []
    while state >= 0:
        pairs.append((at[state], stroke[state]))
        state = before[state]
    pairs.reverse()
    return pairs


def _runs(way: Sequence[Pair]) -> list[list[Pair]]:
    """A way cut where it jumps back."""
    cuts = [place + 1 for place, (one, two) in enumerate(pairwise(way)) if two[0] <= one[0]]
    return [list(way[start:end]) for start, end in pairwise([0, *cuts, len(way)])]


def _all_but_the_last_time(runs: Sequence[list[Pair]]) -> dict[int, int]:
    """What does not count of runs: all but the most strokes in as few of them as can be, of equals the latest."""
    if len(runs) < 2:
        return {}
    counted: set[int] = set()
    for start, end in _counting(runs):
        counted.update(range(start, end))
    return _told([pair for run in runs for pair in run], counted)


def _counting(runs: Sequence[list[Pair]]) -> list[Pair]:
    """The part of each run that counts: together they go forward and hold the most, and each begins where it can.

    Parts are places in all runs put together. `best[i]` is what the best row of parts that ends before the written note
    i holds, `state[i]` the last of them. The notes of a chord may have changed places, so a run has gone as far as its
    highest note.
    """
    size = max(i for run in runs for i, _ in run) + 2
    best, state = [0] * size, [NOWHERE] * size
    parts: list[tuple[int, int, int]] = []
    start = 0
    for run in runs:
        values: dict[int, tuple[int, int]] = {}
        entry, worth, reached = 0, best[run[0][0]], NOWHERE
        for place, (i, _) in enumerate(run):
            reached = max(reached, i)
            if best[i] - ROW > worth:
                entry, worth = place, best[i] - ROW
            worth += 1
            values[reached] = worth, len(parts)
            parts.append((start + entry, start + place + 1, state[run[entry][0]]))
        start += len(run)
        _improve(best, state, values)
    return _chain(parts, state[-1])


def _improve(best: list[int], state: list[int], values: dict[int, tuple[int, int]]) -> None:
    """Takes over what ends at each written note where it is as good as what was known, for all the notes after it."""
    worth, part = NOWHERE, NOWHERE
    for i in range(min(values) + 1, len(best)):
        if i - 1 in values:
            worth, part = values[i - 1]
        if worth >= best[i]:
            best[i], state[i] = worth, part


def _chain(parts: Sequence[tuple[int, int, int]], last: int) -> list[Pair]:
    found: list[Pair] = []
    while last >= 0:
        start, end, last = parts[last]
        found.append((start, end))
    found.reverse()
    return found


def _told(way: Sequence[Pair], counted: set[int]) -> dict[int, int]:
    """Of what does not count, what counts at another time, and what lies in the midst of it.

    The rest only changed places with its neighbours, as the notes of a chord do.
    """
    written = {way[place][0] for place in counted}
    again = [place not in counted and i in written for place, (i, _) in enumerate(way)]
    around = zip([False, *again], [*again[1:], False], strict=False)
    amidst = [before and after and place not in counted for place, (before, after) in enumerate(around)]
    return {j: i for (i, j), one, other in zip(way, again, amidst, strict=False) if one or other}
