"""The cheapest order-keeping pairing of moments that are wanted with moments that were heard, by dynamic programming.

Only what lies within reach is looked at: a thousand strokes of one key cost a thousand times their neighbours and not
a thousand times a thousand.
"""

from __future__ import annotations

_SKIP, _KEEP, _PAIR = 0, 1, 2
# Where a pair would lie out of reach.
FAR = -1


def spans(wanted: list[int], reach: list[int], heard: list[int]) -> tuple[list[int], list[int]]:
    """For each wanted time (rising) the first and the end of the heard ones (rising) within its or a neighbour's reach.

    From the earliest to which it or any later one reaches back, to the latest that it or any earlier one reaches.
    """
    count, size = len(wanted), len(heard)
    starts, ends = [0] * count, [0] * count
    place = size
    for row in range(count - 1, -1, -1):
        limit = wanted[row] - reach[row]
        while place > 0 and heard[place - 1] >= limit:
            place -= 1
        starts[row] = place
    place = 0
    for row in range(count):
        limit = wanted[row] + reach[row]
        while place < size and heard[place] <= limit:
            place += 1
        ends[row] = place
    return starts, ends


def nearest_pairs(wanted: list[int], reach: list[int], heard: list[int]) -> list[tuple[int, int]]:
    """The cheapest pairs of wanted and heard times (both rising), as places, last first: a pair costs its distance."""
    starts, ends = spans(wanted, reach, heard)
    costs: list[list[int]] = []
    for row in range(len(wanted)):
        at, far = wanted[row], reach[row]
        prices: list[int] = []
        for column in range(starts[row], ends[row]):
            now = heard[column]
            distance = now - at
            distance = abs(distance)
            prices.append(distance if distance <= far else FAR)
        costs.append(prices)
    return cheapest_pairs(reach, starts, costs, len(heard))


def cheapest_pairs(reach: list[int], starts: list[int], costs: list[list[int]], heard: int) -> list[tuple[int, int]]:
    """Pairs of a row (what is wanted) and a column (of so many heard), last first.

    `costs` says what each row would cost with the columns from its start on (`spans`), `FAR` where it may not be. A
    wanted one that is left over costs its reach, a heard one nothing.
    """
    before, base = [0], 0
    ways: list[list[int]] = []
    for row in range(len(reach)):
        start, left_over, prices = starts[row], reach[row], costs[row]
        top, count = len(before) - 1, len(prices)
        total = before[min(start - base, top)]
        total += left_over
        sums, way = [total], [_SKIP]
        for place in range(count):
            aside = before[min(start + place - base, top)]
            skip, price = before[min(start + place + 1 - base, top)], prices[place]
            skip += left_over
            pair = aside + price if price >= 0 else skip + 1
            best = min(pair, total, skip)
            way.append(_PAIR if best == pair else _KEEP if best == total else _SKIP)
            total = best
            sums.append(total)
        ways.append(way)
        before, base = sums, start
    return _traced(ways, starts, heard)


def _traced(ways: list[list[int]], starts: list[int], column: int) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for row in range(len(ways) - 1, -1, -1):
        low, way = starts[row], ways[row]
        column = min(column, low + len(way) - 1)
        while column > low and way[column - low] == _KEEP:
            column -= 1
        if column > low and way[column - low] == _PAIR:
            column -= 1
            pairs.append((row, column))
    return pairs
