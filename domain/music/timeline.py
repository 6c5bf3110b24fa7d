"""Where in a performance each moment of the score was, found from the notes that can be told without doubt.

Times of the score ("written") and of the performance ("played") are microseconds. Everything is whole numbers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

# Two ways to match a moment agree when they put it this near (Vienna 4x22: 97.5 % of chords spread less than 85 ms).
SAME_MOMENT = 100_000
# An anchor must lie this near to where its neighbours on one side expect it, or within twice the way there: rubato and
# hesitations bend the way between few anchors far more than one would think.
STRAY = 150_000
# How far a moment may be from its prediction and still be it: this, and a part of the way to the next sure moment.
REACH, FARTHEST = 400_000, 2_000_000

# A player who gains this much time at more than one and a half times the tempo has jumped over something.
JUMP = 600_000
NOWHERE = -1
# So many anchors at each end say the tempo before and after them.
ENDS = 9
# Rows shorter than this are sorted at once, and any after so many parts. Of longer ones about so many values are, and
# what is looked for lies most often between two of these that are so many places before and after its own.
SHORT, MOST_PARTS, SAMPLE, AROUND = 48, 40, 24, 3

# Moments of the score, rising, and when each was struck.
Anchors = tuple[list[int], list[int]]
# Played microseconds over written ones.
Tempo = tuple[int, int]


class Timeline(msgspec.Struct, frozen=True):
    """Predicted time of each moment in the performance, and how far from it a note may be looked for."""

    at: list[int]
    reach: list[int]


def median(values: Sequence[int]) -> int:
    """The lower middle value: always one of the given."""
    return values[0] if len(values) == 1 else ranked(list(values), (len(values) - 1) // 2)


def ranked(values: list[int], rank: int) -> int:
    """The value that would stand at `rank` if they were sorted."""
    for _ in range(MOST_PARTS):
        if len(values) < SHORT:
            break
        sample = sorted(values[:: len(values) // SAMPLE])
        place = rank * len(sample) // len(values)
        low, high = sample[max(0, place - AROUND)], sample[min(len(sample) - 1, place + AROUND)]
        below, amidst = _between(values, low, high)
        if rank < below:
            values = [value for value in values if value < low]
        elif rank < below + len(amidst):
            values, rank = amidst, rank - below
        else:
            values, rank = [value for value in values if value > high], rank - below - len(amidst)
    return sorted(values)[rank]


def _between(values: list[int], low: int, high: int) -> tuple[int, list[int]]:
    """How many values are below two others, and those that are between them or equal to one."""
    below = 0
    found: list[int] = []
    for each in values:
        value = each
        if value < low:
            below += 1
        elif value <= high:
            found.append(each)
    return below, found


def slope(moments: list[int], at: list[int], written: list[int]) -> tuple[int, int]:
    """The middle tempo as played microseconds over written microseconds; of equal tempi the one that came first."""
    count = len(moments)
    ways: list[int] = []
    before = left = 0
    for place in range(count):
        now, here = at[place], written[moments[place]]
        if place and now > before and here > left:
            ways.append((now - before) * (1 << 20) // (here - left) * count + place)
        before, left = now, here
    if not ways:
        return 1, 1
    place = ranked(ways, len(ways) // 2) % count
    return at[place] - at[place - 1], written[moments[place]] - written[moments[place - 1]]


def timeline(
    moments: list[int], at: list[int], written: list[int], span: tuple[int, int], tempo: Tempo | None = None
) -> Timeline:
    """A straight line between neighbouring anchors; before the first and after the last the tempo next to them.

    Where the player jumped ahead, the tempo goes on from both sides and what lies between was not played (`NOWHERE`).
    `span` is when the first and the last stroke came, `tempo` is `slope` of the anchors where that is known already.
    """
    count, size = len(moments), len(written)
    if not count:
        return Timeline(list(written), [FARTHEST] * size)
    found, reach, near, farthest = [0] * size, [REACH] * size, REACH, FARTHEST
    rise, run = tempo or slope(moments, at, written)
    for place in range(count - 1):
        start, end, since, until = moments[place], moments[place + 1], at[place], at[place + 1]
        base, ahead = written[start], written[end]
        usual = (ahead - base) * rise // run
        if 3 * (until - since) < 2 * usual and usual - (until - since) > JUMP and end - start > 2:
            _jump(found, reach, written, (start, since), (end, until), (rise, run))
            continue
        waited = until - since - usual
        if end == start + 1:
            found[start] = at[place]
        else:
            _line(found, reach, written, start, since, end, until, max(0, waited))
        if waited > 0:
            # What is put right of a chord comes in the time that somebody waits after it.
            reach[start] = min(farthest, near + waited)
    first, last, end_at = moments[0], moments[count - 1], at[count - 1]
    tail = max(0, count - ENDS)
    _outside(found, reach, written, range(first), (first, at[0]), slope(moments[:ENDS], at[:ENDS], written), span[0])
    _outside(
        found, reach, written, range(last + 1, size), (last, end_at), slope(moments[tail:], at[tail:], written), span[1]
    )
    found[last] = end_at
    return Timeline(found, reach)


def _line(
    found: list[int], reach: list[int], written: list[int], start: int, since: int, end: int, until: int, waited: int
) -> None:
    """A straight line from one anchor to the next. Where somebody `waited`, nobody knows before which moment."""
    base, run, rise, far = written[start], written[end], until - since, REACH + waited
    run -= base
    for between in range(start, end):
        way = written[between]
        at = since + rise * (way - base) // run
        found[between] = at
        if between > start:
            reach[between] = min(FARTHEST, far + min(at - since, until - at) // 4)


def _jump(
    found: list[int],
    reach: list[int],
    written: list[int],
    start: tuple[int, int],
    end: tuple[int, int],
    tempo: tuple[int, int],
) -> None:
    (moment, since), (following, until) = start, end
    found[moment] = since
    for between in range(moment + 1, following):
        ahead = since + (written[between] - written[moment]) * tempo[0] // tempo[1]
        back = until - (written[following] - written[between]) * tempo[0] // tempo[1]
        found[between] = ahead if ahead < until else max(back, since)
        reach[between] = REACH if ahead < until or back > since else NOWHERE


def _outside(
    found: list[int],
    reach: list[int],
    written: list[int],
    moments: range,
    anchor: tuple[int, int],
    tempo: tuple[int, int],
    end: int,
) -> None:
    """Moments before the first anchor or after the last, up to the stroke at `end`: there, too, somebody may wait."""
    waited = 0
    if moments:
        outermost = moments[0] if moments[0] < anchor[0] else moments[len(moments) - 1]
        usual = abs(written[outermost] - written[anchor[0]]) * tempo[0] // tempo[1]
        waited = max(0, abs(end - anchor[1]) - usual)
    for moment in moments:
        way = (written[moment] - written[anchor[0]]) * tempo[0] // tempo[1]
        found[moment] = anchor[1] + way
        reach[moment] = min(FARTHEST, REACH + abs(way) // 4 + waited)


def without_strays(moments: list[int], at: list[int], written: list[int]) -> Anchors:
    """Anchors that fit to what comes before or to what comes after; a jump fits on both its sides, a stray on none."""
    moments, at = _rising(moments, at)
    count = len(moments)
    if count < 4:
        return moments, at
    stray = [place for place in _uneven(moments, at, written) if not _fits(moments, at, place, written)]
    if not stray:
        return moments, at
    gone = set(stray)
    kept = [place for place in range(count) if place not in gone]
    return [moments[place] for place in kept], [at[place] for place in kept]


def _uneven(moments: list[int], at: list[int], written: list[int]) -> list[int]:
    """The anchors whose tempo before and after is not within a factor of two: about the others nobody need ask."""
    last = len(moments) - 1
    found = [0]
    past, now, left, here = at[0], at[1], written[moments[0]], written[moments[1]]
    for place in range(1, last):
        coming, right = at[place + 1], written[moments[place + 1]]
        before, after = (now - past) * (right - here), (coming - now) * (here - left)
        if before > 2 * after or after > 2 * before:
            found.append(place)
        past, now, left, here = now, coming, here, right
    found.append(last)
    return found


def _fits(moments: list[int], at: list[int], place: int, written: list[int]) -> bool:
    for start, end in ((max(0, place - 4), place), (place + 1, place + 5)):
        side, struck = moments[start:end], at[start:end]
        if len(side) > 1 and _expected(moments[place], at[place], side, struck, written):
            return True
    return False


def _expected(moment: int, now: int, side: list[int], struck: list[int], written: list[int]) -> bool:
    rise, run = slope(side, struck, written)
    guesses = [at + (written[moment] - written[other]) * rise // run for other, at in zip(side, struck, strict=True)]
    nearest = min([abs(at - now) for at in struck])
    return abs(median(guesses) - now) <= max(STRAY, 2 * nearest)


def _rising(moments: list[int], at: list[int]) -> Anchors:
    """The most anchors whose times rise (longest increasing subsequence)."""
    if first_fall(at) == len(at):
        return moments, at
    tops: list[int] = []
    ends: list[int] = []
    back = [-1] * len(at)
    for index, now in enumerate(at):
        place = bisect_left(tops, now)
        back[index] = ends[place - 1] if place else -1
        tops[place : place + 1] = [now]
        ends[place : place + 1] = [index]
    chain: list[int] = []
    index = ends[len(ends) - 1] if ends else -1
    while index >= 0:
        chain.append(index)
        index = back[index]
    chain.reverse()
    return [moments[index] for index in chain], [at[index] for index in chain]


def first_fall(values: list[int]) -> int:
    """The first place whose value is not greater than the one before; the length where all rise."""
    before = 0
    for place, value in enumerate(values):
        if place and value <= before:
            return place
        before = value
    return len(values)


def roughness(moments: list[int], at: list[int], written: list[int]) -> int:
    """How unsteady a way through the score would be: its steps against its own middle tempo, in microseconds."""
    rise, run = slope(moments, at, written)
    total = 0
    for place in range(len(moments) - 1):
        usual = (written[moments[place + 1]] - written[moments[place]]) * rise // run
        total += abs(at[place + 1] - at[place] - usual)
    return total
