"""The anchors of a timeline: moments of which both orders of `align` say when they were struck, and what goes between.

Where nothing is sure for long, the steadier of the two ways is taken.
"""

from __future__ import annotations

from bisect import bisect_left

from domain.music.played import Played
from domain.music.score import Score

from .timeline import SAME_MOMENT, Anchors, Tempo, roughness, slope, timeline, without_strays

Anchor = tuple[int, int]


def struck_at(score: Score, onsets: list[int], match: list[int]) -> Anchors:
    """Each matched moment of the score with the middle onset of its played notes."""
    slices, alone = score.slices, score.alone
    moments: list[int] = []
    found: list[int] = []
    for moment in range(len(alone)):
        index = alone[moment]
        if index >= 0:
            place = match[index]
            if place >= 0:
                moments.append(moment)
                found.append(onsets[place])
        else:
            middle = _middle_onset(slices[moment], onsets, match)
            if middle is not None:
                moments.append(moment)
                found.append(middle)
    return moments, found


def anchored(
    score: Score, notes: Played, first: list[int], last: list[int], clicked: bool
) -> tuple[Anchors, Tempo | None]:
    """The moments that are sure, and for long doubtful stretches the steadier of the two ways.

    And their tempo, where that was asked for.
    """
    onsets = notes.onsets
    moments, at = without_strays(*_agreed(score, onsets, first, last), score.times)
    if len(moments) < 2:
        return _unsure(score, notes, struck_at(score, onsets, first), struck_at(score, onsets, last), clicked), None
    start = bisect_left(at, 0)
    filled: Anchors = [], []
    ways: list[Anchors] = []
    apart = _apart(moments, start)
    if not apart:
        return (moments[start:], at[start:]), None
    tempo = slope(moments, at, score.times)
    for place in apart:
        left, right = (moments[place - 1], at[place - 1]), (moments[place], at[place])
        if not _plausible(score, tempo, left, right):
            if not ways:
                ways = [struck_at(score, onsets, first), struck_at(score, onsets, last)]
            _add(filled, (moments[start:place], at[start:place]))
            _add(filled, _stretch(score, ways, left, right))
            start = place
    if not start:
        return (moments, at), tempo
    _add(filled, (moments[start:], at[start:]))
    return filled, None


def _apart(moments: list[int], first: int) -> list[int]:
    """The places from `first` on whose moment does not follow the one before, nor the next but one."""
    found: list[int] = []
    before = moments[first] if first < len(moments) else 0
    for place in range(first, len(moments)):
        moment = moments[place]
        if moment - before > 2:
            found.append(place)
        before = moment
    return found


def _add(anchors: Anchors, more: Anchors) -> None:
    anchors[0].extend(more[0])
    anchors[1].extend(more[1])


def _agreed(score: Score, onsets: list[int], first: list[int], last: list[int]) -> Anchors:
    """The moments that both ways put to nearly the same time."""
    slices, alone = score.slices, score.alone
    moments: list[int] = []
    found: list[int] = []
    for moment in range(len(alone)):
        index = alone[moment]
        if index < 0:
            members = slices[moment]
            one, two = _middle_onset(members, onsets, first), _middle_onset(members, onsets, last)
            if one is None or two is None:
                continue
            early, late = one, two
        else:
            place, other = first[index], last[index]
            if place < 0 or other < 0:
                continue
            if place == other:
                moments.append(moment)
                found.append(onsets[place])
                continue
            early, late = onsets[place], onsets[other]
        apart = early - late
        if abs(apart) <= SAME_MOMENT:
            moments.append(moment)
            found.append((early + late) // 2)
    return moments, found


def _middle_onset(members: list[int], onsets: list[int], match: list[int]) -> int | None:
    """When the middle one of those notes of a chord that were played was struck."""
    at = sorted([onsets[match[index]] for index in members if match[index] >= 0])
    return at[(len(at) - 1) // 2] if at else None


def _unsure(score: Score, notes: Played, early: Anchors, late: Anchors, clicked: bool) -> Anchors:
    """Nothing is sure: the click, or the steadiest of early, late and evenly from first to last."""
    times, onsets = score.times, notes.onsets
    ends = [0, len(times) - 1]
    if clicked:
        return (ends, [times[0], times[ends[1]]]) if len(times) > 1 else ([], [])
    if len(times) < 2:
        return [0], [onsets[0]]
    even = ends, [onsets[0], max(onsets[len(onsets) - 1], onsets[0] + 1)]
    best = _steadier([way for way in (early, late) if len(way[0]) > 1], times)
    if not best[0] or _nearness(score, notes, even) < roughness(*best, times):
        return even
    return without_strays(*best, times)


def _steadier(ways: list[Anchors], written: list[int]) -> Anchors:
    """Of two ways the one that keeps its tempo better, the first where both do; nothing where there is none."""
    if len(ways) == 2 and roughness(*ways[1], written) < roughness(*ways[0], written):
        return ways[1]
    return ways[0] if ways else ([], [])


def _nearness(score: Score, notes: Played, anchors: Anchors) -> int:
    """How far played notes lie from the moments of a timeline, added up."""
    at = timeline(*anchors, score.times, (notes.onsets[0], notes.onsets[0])).at
    total = 0
    for onset in notes.onsets:
        place = bisect_left(at, onset)
        total += min([abs(onset - moment) for moment in at[max(0, place - 1) : place + 1]])
    return total


def _stretch(score: Score, ways: list[Anchors], left: Anchor, right: Anchor) -> Anchors:
    """Anchors of the steadier of two ways for the moments between two sure ones."""
    inside = [_inside(way, left, right) for way in ways]
    inside = [way for way in inside if 2 * len(way[0]) > right[0] - left[0]]
    return without_strays(*_steadier(inside, score.times), score.times)


def _inside(way: Anchors, left: Anchor, right: Anchor) -> Anchors:
    inside = [
        place
        for place in range(bisect_left(way[0], left[0] + 1), bisect_left(way[0], right[0]))
        if left[1] < way[1][place] < right[1]
    ]
    return [way[0][place] for place in inside], [way[1][place] for place in inside]


def _plausible(score: Score, tempo: Tempo, left: Anchor, right: Anchor) -> bool:
    """Whether a straight line from one moment to another is played at a likely tempo."""
    usual = (score.times[right[0]] - score.times[left[0]]) * tempo[0] // tempo[1]
    return 6 * usual <= 10 * (right[1] - left[1]) <= 16 * usual
