"""The cheapest order-keeping pairing of moments that are wanted with moments that were heard, by dynamic programming.

Only what lies within reach is looked at: a thousand strokes of one key cost a thousand times their neighbours and not
a thousand times a thousand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

_SKIP, _KEEP, _PAIR = 0, 1, 2
# Where a pair would lie out of reach.
FAR = -1


def spans(wanted: list[int], reach: list[int], heard: list[int]) -> list[tuple[int, int]]:
    """For each wanted time (rising) the heard ones (rising) that it, or one before or after it, may reach.

    From the earliest to which it or any later one reaches back, to the latest that it or any earlier one reaches.
    """
    count = len(wanted)
    low, high = [0] * count, [0] * count
    for row in range(count - 1, -1, -1):
        low[row] = wanted[row] - reach[row]
        if row + 1 < count and low[row + 1] < low[row]:
            low[row] = low[row + 1]
    for row in range(count):
        high[row] = wanted[row] + reach[row]
        if row and high[row - 1] > high[row]:
            high[row] = high[row - 1]
    return [(bisect_left(heard, low[row]), bisect_right(heard, high[row])) for row in range(count)]


def cheapest_pairs(
    reach: list[int], within: list[tuple[int, int]], costs: list[list[int]], heard: int
) -> list[tuple[int, int]]:
    """Pairs of a row (what is wanted) and a column (of so many heard), last first.

    `within` are the columns of each row (`spans`), `costs` what each of them would cost there, `FAR` where it may not
    be. A wanted one that is left over costs its reach, a heard one nothing.
    """
    before, base = [0], 0
    ways: list[list[int]] = []
    for row in range(len(reach)):
        start, end = within[row]
        top, left_over, prices = len(before) - 1, reach[row], costs[row]
        total = before[min(start - base, top)] + left_over
        sums, way = [total], [_SKIP]
        for column in range(start, end):
            skip, price = before[min(column + 1 - base, top)] + left_over, prices[column - start]
            pair = before[min(column - base, top)] + price if price >= 0 else skip + 1
            best = min(pair, total, skip)
            way.append(_PAIR if best == pair else _KEEP if best == total else _SKIP)
            total = best
            sums.append(total)
        ways.append(way)
        before, base = sums, start
    return _traced(ways, within, heard)


def _traced(ways: list[list[int]], within: list[tuple[int, int]], column: int) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for row in range(len(ways) - 1, -1, -1):
        low, way = within[row][0], ways[row]
        column = min(column, low + len(way) - 1)
        while column > low and way[column - low] == _KEEP:
            column -= 1
        if column > low and way[column - low] == _PAIR:
            column -= 1
            pairs.append((row, column))
    return pairs
