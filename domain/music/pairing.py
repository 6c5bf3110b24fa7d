"""The cheapest order-keeping pairing of moments that are wanted with moments that were heard, by dynamic programming.

Only what lies within reach is looked at: a thousand strokes of one key cost a thousand times their neighbours and not
a thousand times a thousand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

_SKIP, _KEEP, _PAIR = range(3)


def cheapest_pairs(
    wanted: Sequence[tuple[int, int]], heard: Sequence[int], cost: Callable[[int, int], int]
) -> list[tuple[int, int]]:
    """Pairs of an index into `wanted` (time and reach, times rising) and one into `heard` (times rising), last first.

    A pair must lie within reach and costs what `cost` says of the two indices; a wanted one that is left over costs its
    reach, a heard one nothing.
    """
    low = [bisect_left(heard, at) for at in _rising_from_below(wanted)]
    high = [bisect_right(heard, at) for at in accumulate((at + reach for at, reach in wanted), max)]
    start, costs = 0, [0]
    ways: list[list[int]] = []
    for row, (at, reach) in enumerate(wanted):
        before, base, top = costs, start, len(costs) - 1
        start = low[row]
        costs = [before[min(start - base, top)] + reach]
        way = [_SKIP]
        for column in range(start, high[row]):
            skip, keep = before[min(column + 1 - base, top)] + reach, costs[-1]
            near = abs(heard[column] - at) <= reach
            pair = before[min(column - base, top)] + cost(row, column) if near else skip + 1
            best = min(pair, keep, skip)
            costs.append(best)
            way.append(_PAIR if best == pair else _KEEP if best == keep else _SKIP)
        ways.append(way)
    return _traced(ways, low, len(heard))


def _rising_from_below(wanted: Sequence[tuple[int, int]]) -> list[int]:
    """The earliest that each wanted one or any later one reaches back to."""
    return list(accumulate((at - reach for at, reach in reversed(wanted)), min))[::-1]


def _traced(ways: Sequence[Sequence[int]], low: Sequence[int], column: int) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for row in range(len(ways) - 1, -1, -1):
        column = min(column, low[row] + len(ways[row]) - 1)
        while column > low[row] and ways[row][column - low[row]] == _KEEP:
            column -= 1
        if column > low[row] and ways[row][column - low[row]] == _PAIR:
            column -= 1
            pairs.append((row, column))
    return pairs
