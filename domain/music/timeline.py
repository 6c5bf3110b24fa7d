"""Where in a performance each moment of the score was, found from the notes that can be told without doubt.

Times of the score ("written") and of the performance ("played") are microseconds. Everything is whole numbers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low

import msgspec

# Two ways to match a moment agree when they put it this near (Vienna 4x22: 97.5 % of chords spread less than 85 ms).
SAME_MOMENT = 100_000
# An anchor must lie this near to where its neighbours on one side expect it, or within twice the way there: rubato and
# hesitations bend the way between few anchors far more than one would think.
STRAY = 150_000
# How far a moment may be from its prediction and still be it: this, and a part of the way to the next sure moment.
REACH, FARTHEST = 400_000, 2_000_000

# A player who gains this much time at more than twice the tempo has jumped over something.
JUMP = 600_000
NOWHERE = -1

Anchor = tuple[int, int]


class Timeline(msgspec.Struct, frozen=True):
    """Predicted time of each moment in the performance, and how far from it a note may be looked for."""

    at: list[int]
    reach: list[int]


def median(values: Sequence[int]) -> int:
    """The lower middle value: always one of the given."""
    return values[0] if len(values) == 1 else median_low(values)


def slope(anchors: Sequence[Anchor], written: Sequence[int]) -> tuple[int, int]:
    """The middle tempo as played microseconds over written microseconds."""
    ways = [
        (anchors[i + 1][1] - anchors[i][1], written[anchors[i + 1][0]] - written[anchors[i][0]])
        for i in range(len(anchors) - 1)
    ]
    ways = sorted((way for way in ways if way[0] > 0 and way[1] > 0), key=_ratio)
    return ways[len(ways) // 2] if ways else (1, 1)


def _ratio(way: tuple[int, int]) -> int:
    return (way[0] << 20) // way[1]


def timeline(anchors: Sequence[Anchor], written: Sequence[int]) -> Timeline:
    """A straight line between neighbouring anchors; before the first and after the last the tempo next to them.

    Where the player jumped ahead, the tempo goes on from both sides and what lies between was not played (`NOWHERE`).
    """
    if not anchors:
        return Timeline(list(written), [FARTHEST] * len(written))
    at = [0] * len(written)
    reach = [REACH] * len(written)
    first, last = anchors[0], anchors[-1]
    tempo = slope(anchors, written)
    for start, end in pairwise(anchors):
        usual = (written[end[0]] - written[start[0]]) * tempo[0] // tempo[1]
        if 2 * (end[1] - start[1]) < usual and usual - (end[1] - start[1]) > JUMP and end[0] - start[0] > 2:
            _jump(at, reach, written, start, end, tempo)
        else:
            _line(at, reach, written, start, end)
    _outside(at, reach, written, range(first[0]), first, slope(anchors[:9], written))
    _outside(at, reach, written, range(last[0] + 1, len(written)), last, slope(anchors[-9:], written))
    at[last[0]] = last[1]
    return Timeline(at, reach)


def _line(at: list[int], reach: list[int], written: Sequence[int], start: Anchor, end: Anchor) -> None:
    (moment, since), (following, until) = start, end
    base, run, rise = written[moment], written[following] - written[moment], until - since
    for between in range(moment, following):
        at[between] = since + rise * (written[between] - base) // run
        if between > moment:
            reach[between] = min(FARTHEST, REACH + min(at[between] - since, until - at[between]) // 4)


def _jump(
    at: list[int],
    reach: list[int],
    written: Sequence[int],
    start: Anchor,
    end: Anchor,
    tempo: tuple[int, int],
) -> None:
    (moment, since), (following, until) = start, end
    at[moment] = since
    for between in range(moment + 1, following):
        ahead = since + (written[between] - written[moment]) * tempo[0] // tempo[1]
        back = until - (written[following] - written[between]) * tempo[0] // tempo[1]
        at[between] = ahead if ahead < until else max(back, since)
        reach[between] = REACH if ahead < until or back > since else NOWHERE


def _outside(
    at: list[int],
    reach: list[int],
    written: Sequence[int],
    moments: range,
    anchor: Anchor,
    tempo: tuple[int, int],
) -> None:
    for moment in moments:
        way = (written[moment] - written[anchor[0]]) * tempo[0] // tempo[1]
        at[moment] = anchor[1] + way
        reach[moment] = min(FARTHEST, REACH + abs(way) // 4)


def without_strays(anchors: Sequence[Anchor], written: Sequence[int]) -> list[Anchor]:
    """Anchors that fit to what comes before or to what comes after; a jump fits on both its sides, a stray on none."""
    rising = _rising(anchors)
    if len(rising) < 4:
        return rising
    return [anchor for place, anchor in enumerate(rising) if _fits(rising, place, written)]


def _fits(anchors: Sequence[Anchor], place: int, written: Sequence[int]) -> bool:
    if 0 < place < len(anchors) - 1 and _even(anchors[place - 1], anchors[place], anchors[place + 1], written):
        return True
    before, after = anchors[max(0, place - 4) : place], anchors[place + 1 : place + 5]
    return any(_expected(anchors[place], side, written) for side in (before, after) if len(side) > 1)


def _even(left: Anchor, middle: Anchor, right: Anchor, written: Sequence[int]) -> bool:
    """Whether the tempo before and after an anchor is within a factor of two: then nothing more need be asked."""
    before = (middle[1] - left[1]) * (written[right[0]] - written[middle[0]])
    after = (right[1] - middle[1]) * (written[middle[0]] - written[left[0]])
    return before <= 2 * after and after <= 2 * before


def _expected(anchor: Anchor, side: Sequence[Anchor], written: Sequence[int]) -> bool:
    rise, run = slope(side, written)
    guesses = [at + (written[anchor[0]] - written[moment]) * rise // run for moment, at in side]
    nearest = min(abs(at - anchor[1]) for _, at in side)
    return abs(median(guesses) - anchor[1]) <= max(STRAY, 2 * nearest)


def _rising(anchors: Sequence[Anchor]) -> list[Anchor]:
    """The most anchors whose times rise (longest increasing subsequence)."""
    tops: list[int] = []
    ends: list[int] = []
    back = [-1] * len(anchors)
    for index, (_, at) in enumerate(anchors):
        place = bisect_left(tops, at)
        back[index] = ends[place - 1] if place else -1
        tops[place : place + 1] = [at]
        ends[place : place + 1] = [index]
    chain: list[Anchor] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(anchors[index])
        index = back[index]
    return chain[::-1]


def roughness(anchors: Sequence[Anchor], written: Sequence[int]) -> int:
    """How unsteady a way through the score would be: its steps against its own middle tempo, in microseconds."""
    rise, run = slope(anchors, written)
    return sum(
        abs(anchors[i + 1][1] - anchors[i][1] - (written[anchors[i + 1][0]] - written[anchors[i][0]]) * rise // run)
        for i in range(len(anchors) - 1)
    )
