"""What a player puts right at once: a wrong key and then the right one, a note or a chord struck again after a stop.

The last time counts, as it does of passages (`takes`, `stutters`): the first time of a chord struck again is `again`,
and a wrong key before the right one was `corrected`, which is less than one left as it was.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

from domain.music.played import Played
from domain.music.score import Score

from .stutters import STOP_LEAST, STOP_TENTHS
from .timeline import slope

# Strokes so near to each other are one try. Of a trill, too, a key comes again, with others between; it does so sooner
# than somebody who hears a wrong key and begins again.
ONE_TRY, SOONEST = 100_000, 300_000
# A right key follows a wrong one within this time, and no farther away than an octave.
WITHIN, OCTAVE = 2_500_000, 12
# In a trill a neighbouring key follows within this time, and not at the same time.
TRILL, AT_ONCE, WHOLE_TONE = 130_000, 25_000, 2
# A wrong key that comes sooner than so many hundredths of a step after the moment before it belongs to that one; and
# the right one comes after so many, or nobody had to put anything right.
ON_THE_WAY, LATER = 40, 130
NONE = -1


class Bounds:
    """Between which moments of the score each stroke without a place lies, and how long a step takes there."""

    def __init__(self, score: Score, notes: Played, match: list[int], known: Mapping[int, int]) -> None:
        self.score = score
        self.onsets = notes.onsets
        self.moment_of = _moments_of(score.slice_of, match, len(notes.onsets))
        for place, index in known.items():
            self.moment_of[place] = score.slice_of[index]
        self.placed = _placed(self.moment_of)
        self._tempo: tuple[int, int] | None = None

    def around(self, place: int) -> tuple[int, int]:
        """The nearest strokes that have a place before and after one that has none, -1 where there is none."""
        found = bisect_left(self.placed, place)
        after = self.placed[found] if found < len(self.placed) else NONE
        return (self.placed[found - 1] if found else NONE), after

    def step(self, moment: int) -> int:
        """How long the step to a moment takes at the middle tempo, of the first the one after it. Microseconds."""
        if self._tempo is None:
            matched = [place for place, moment in enumerate(self.moment_of) if moment >= 0]
            self._tempo = slope(
                [self.moment_of[j] for j in matched], [self.onsets[j] for j in matched], self.score.times
            )
        times = self.score.times
        start = max(0, min(moment, len(times) - 1) - 1)
        end = min(start + 1, len(times) - 1)
        return (times[end] - times[start]) * self._tempo[0] // self._tempo[1]


def _moments_of(slice_of: list[int], match: list[int], count: int) -> list[int]:
    """The moment of each of so many strokes, -1 of those that have no place."""
    found = [NONE] * count
    for index in range(len(match)):
        place = match[index]
        if place >= 0:
            found[place] = slice_of[index]
    return found


def _placed(moment_of: list[int]) -> list[int]:
    """The strokes that have a moment."""
    found: list[int] = []
    for place in range(len(moment_of)):
        moment = moment_of[place]
        if moment >= 0:
            found.append(place)
    return found


def struck_again(
    bounds: Bounds, notes: Played, match: list[int], spare: Sequence[int], known: Mapping[int, int]
) -> dict[int, int]:
    """Strokes of one moment that were struck again after a stop, or after a wrong key, with the written note of each.

    `spare` are the strokes that have no place, `known` those of passages played again, with their written notes.
    """
    found: dict[int, int] = {}
    asked: set[int] = set()
    for place in spare:
        if _trilled(notes, place):
            continue
        for near in bounds.around(place):
            moment = bounds.moment_of[near] if near != NONE and near not in known else NONE
            if moment != NONE and moment not in asked and _is_of(bounds.score, moment, notes.pitches[place]):
                asked.add(moment)
                found |= _tries(bounds, notes, match, moment, known)
    return found


def _trilled(notes: Played, place: int) -> bool:
    """Whether a stroke follows a neighbouring key as fast as in a trill or a run: nobody puts anything right so."""
    now, pitch = notes.onsets[place], notes.pitches[place]
    for other in range(place - 1, -1, -1):
        if now - notes.onsets[other] > TRILL:
            return False
        if now - notes.onsets[other] > AT_ONCE and abs(notes.pitches[other] - pitch) <= WHOLE_TONE:
            return True
    return False


def _is_of(score: Score, moment: int, pitch: int) -> bool:
    return pitch in [score.pitches[index] for index in score.slices[moment]]


def _tries(bounds: Bounds, notes: Played, match: list[int], moment: int, known: Mapping[int, int]) -> dict[int, int]:
    """All but the last time of a moment that was struck several times with a stop or a wrong key between them."""
    score, moment_of = bounds.score, bounds.moment_of
    matched = [match[index] for index in score.slices[moment] if match[index] != NONE]
    before, _ = bounds.around(min(matched))
    _, after = bounds.around(max(matched) + 1)
    # Where the moment before or after was not played, a stroke stands for that one.
    beside = [moment - 1] if after == NONE else [moment - 1, moment + 1]
    if any(_left_out(score, match, other) for other in beside):
        return {}
    end = after if after != NONE else len(moment_of)
    index_of = {score.pitches[index]: index for index in score.slices[moment]}
    between = [place for place in range(before + 1, end) if moment_of[place] in (NONE, moment)]
    span = [place for place in between if place not in known]
    around = score.slices[max(0, moment - 1) : moment + 2]
    near = {score.pitches[index] for members in around for index in members}
    last: dict[int, int] = {}
    found: dict[int, int] = {}
    for place in span:
        pitch = notes.pitches[place]
        if pitch in index_of:
            first = last.get(pitch)
            if first is not None and _came_back(bounds, notes, near, span, (first, place)):
                found[first] = index_of[pitch]
            last[pitch] = place
    return found


def _left_out(score: Score, match: list[int], moment: int) -> bool:
    """Whether nothing of a moment was played; what lies before the first or behind the last is nothing."""
    return 0 <= moment < len(score.slices) and all(match[index] < 0 for index in score.slices[moment])


def _came_back(
    bounds: Bounds, notes: Played, near: Collection[int], span: Sequence[int], strokes: tuple[int, int]
) -> bool:
    """Whether a key was struck again because of a wrong one beside it, or after a stop: else it was struck twice.

    `near` are the keys that are written there and for the moments before and after.
    """
    first, second = strokes
    waited = notes.onsets[second] - notes.onsets[first]
    if waited < SOONEST:
        return False
    since, until = notes.onsets[first] - ONE_TRY, notes.onsets[second] - ONE_TRY
    if any(since <= notes.onsets[place] <= until and notes.pitches[place] not in near for place in span):
        return True
    moment = max(bounds.moment_of[first], bounds.moment_of[second])
    latest = max(notes.onsets[place] for place in span if notes.onsets[place] <= until)
    stop = notes.onsets[second] - latest
    return stop >= STOP_LEAST and 10 * stop >= STOP_TENTHS * bounds.step(moment + 1)


def put_right(bounds: Bounds, notes: Played, match: list[int], spare: Sequence[int]) -> dict[int, int]:
    """Wrong keys of which the right one followed at once, with that written note.

    Of `spare` strokes only those count that lie between two moments next to each other, so that nothing is missing
    there which they stand for, and that came when the next one was due.
    """
    score = bounds.score
    found: dict[int, int] = {}
    for place in spare:
        if _trilled(notes, place):
            continue
        before, after = bounds.around(place)
        if after == NONE:
            continue
        moment = bounds.moment_of[after]
        since = bounds.moment_of[before] if before != NONE else NONE
        if moment not in (since, since + 1) or _missing(score, match, moment):
            continue
        index = _nearest(score, notes, match, moment, place)
        if index != NONE and (since in (NONE, moment) or _took_time(bounds, place, before, match[index])):
            found[place] = index
    return found


def _missing(score: Score, match: list[int], moment: int) -> bool:
    return any(match[index] < 0 and index not in score.unisons for index in score.slices[moment])


def _took_time(bounds: Bounds, place: int, before: int, right: int) -> bool:
    """Whether a key came when the next one was due, and not so soon after the moment before that it was none for it,
    and the right one later than that.
    """
    step, onsets = bounds.step(bounds.moment_of[right]), bounds.onsets
    came, went_on = onsets[place] - onsets[before], onsets[right] - onsets[before]
    return 100 * came >= ON_THE_WAY * step and 100 * went_on >= LATER * step


def _nearest(score: Score, notes: Played, match: list[int], moment: int, place: int) -> int:
    """Of a moment the written note that came soon after a wrong key, and is nearest to it; -1 where there is none."""
    now, pitch = notes.onsets[place], notes.pitches[place]
    struck = [index for index in score.slices[moment] if match[index] != NONE]
    soon = [index for index in struck if ONE_TRY < notes.onsets[match[index]] - now <= WITHIN]
    near = [(abs(score.pitches[index] - pitch), index) for index in soon]
    apart, index = min(near, default=(NONE, NONE))
    return index if 0 < apart <= OCTAVE else NONE
