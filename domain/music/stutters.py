"""Going back two, three or four notes: too few for `takes` to tell from wrong keys, were it not for a stop before them.

A child plays D E, stops, plays D E again and goes on. The same keys come twice in a row with a stop between, though
they are written once: then the second time counts, as it does of longer passages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TypeAlias

from domain.music.played import Played
from domain.music.score import Score

# So many notes played twice, with so many wrong ones before the stop at most.
SHORT, WRONG = (4, 3, 2), 2
# From the first stroke of the first time to the last of the second.
FARTHEST = 2 * SHORT[0] + WRONG - 1
# A stop is so many tenths of the time that the next step takes, and at least so long in microseconds.
STOP_TENTHS, STOP_LEAST = 15, 350_000
NONE = -1
# Strokes of the first and of the second time, and the written notes of both, as places in their rows.
Stutter: TypeAlias = tuple[range, range, list[int]]


def stutters(
    score: Score, notes: Played, order: Sequence[int], match: list[int], known: Collection[int]
) -> dict[int, int]:
    """Strokes that were played again at once, with the written note of each.

    `order` are the played notes in the order in which chords are put, `match` says for each of them which stroke of the
    score it is, -1 for none; of `known` strokes it is known already that they were played again. Answers and `known`
    are places in `order`, written notes are places in `score.struck`.
    """
    pitches = notes.pitches
    heard = [pitches[place] for place in order]
    found: dict[int, int] = {}
    for first, second, places in _doubled(heard, match):
        free = not any(j in known or j in found for j in (*first, *second))
        if free and _stopped(score, notes, order, second, places):
            found |= dict(zip(first, places, strict=True))
    return found


def _doubled(heard: list[int], match: list[int]) -> Iterator[Stutter]:
    """Rows of keys that come twice though they are written once, the longest first."""
    starts = _around(_without_place(match))
    for count in SHORT:
        for step in range(count, count + WRONG + 1):
            for start in _come_again(heard, starts, count, step):
                places = _written_once(match, start, count, step)
                if places:
                    yield range(start, start + count), range(start + step, start + step + count), places


def _without_place(match: list[int]) -> list[int]:
    """The strokes that are nothing that is written."""
    found: list[int] = []
    for place in range(len(match)):
        position = match[place]
        if position < 0:
            found.append(place)
    return found


def _around(spare: list[int]) -> list[int]:
    """The places at which a row may begin that is played twice and has one of these in it."""
    found: list[int] = []
    start = 0
    for place in spare:
        start = max(start, place - FARTHEST)
        found += range(start, place + 1)
        start = place + 1
    return found


def _come_again(heard: list[int], starts: list[int], count: int, step: int) -> list[int]:
    """Those of the places from which so many keys come again some strokes later."""
    found: list[int] = []
    last = len(heard) - count - step
    for start in starts:
        if start > last:
            break
        same = 0
        while same < count and heard[start + same] == heard[start + step + same]:
            same += 1
        if same == count:
            found.append(start)
    return found


def _written_once(match: list[int], start: int, count: int, step: int) -> list[int] | None:
    """The written notes of strokes that come again `step` later, where each of them was matched once, in a row."""
    if any(match[j] != NONE for j in range(start + count, start + step)):
        return None
    places: list[int] = []
    for one in range(start, start + count):
        two = one + step
        place = max(match[one], match[two])
        if place == NONE or NONE not in (match[one], match[two]):
            return None
        if places and place != places[-1] + 1:
            return None
        places.append(place)
    return places


def _stopped(score: Score, notes: Played, order: Sequence[int], second: range, places: Sequence[int]) -> bool:
    """Whether somebody stopped before the second time, longer than the steps of that one say.

    A chord that is struck twice has no step; it is no going back.
    """
    moments = [score.slice_of[score.struck[place]] for place in (places[0], places[-1])]
    written = score.times[moments[1]] - score.times[moments[0]]
    taken = notes.onsets[order[second[-1]]] - notes.onsets[order[second[0]]]
    if moments[0] == moments[1]:
        return False
    usual = (score.times[moments[0] + 1] - score.times[moments[0]]) * taken // written
    stop = notes.onsets[order[second[0]]] - notes.onsets[order[second[0] - 1]]
    return stop >= STOP_LEAST and 10 * stop >= STOP_TENTHS * usual
