"""Which played note is which written note: pitch and time together, never in the order of arrival.

1. The longest common order of pitches (`common_order`) is taken twice, as early and as late as possible. Moments on
   which both agree are sure; where they differ (repeated notes, a passage played twice) time decides.
2. The sure moments give a timeline that follows any rubato and jumps with any skip.
3. What both orders say within reach of the timeline is taken. For each pitch of which written and played notes are
   left over they are matched anew by dynamic programming on that timeline: notes of one pitch cannot change places, so
   this finds the nearest matching with the fewest leftovers.
4. The matches make a better timeline, and step 3 is done again.
5. Where notes are left over in a row, `takes` looks whether a passage was played again; then the last time counts and
   the rest is matched without the others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

import msgspec

from domain.music.common_order import leftmost, rightmost
from domain.music.ornaments import ornamented
from domain.music.pairing import cheapest_pairs
from domain.music.played import Played
from domain.music.score import Score
from domain.music.stutters import SHORT, stutters
from domain.music.takes import IN_ROW, SPARE, superseded
from domain.music.timeline import (
    FARTHEST,
    SAME_MOMENT,
    Anchor,
    Timeline,
    median,
    roughness,
    slope,
    timeline,
    without_strays,
)

# Played notes this near to each other are put into the order of pitch, as a chord is written.
TOGETHER = 50_000
NONE = -1


class Alignment(msgspec.Struct, frozen=True):
    """For each written note the index of the played note that is it, or -1; and where each moment was expected.

    `straight` says that everything was played, in order and nothing beside; then `line` is empty, for nobody asks.
    `again` are played notes of a passage that counts another time, `ornaments` those of trills and the like, with the
    written note of each.
    """

    match: list[int]
    line: Timeline
    straight: bool = False
    again: dict[int, int] = {}
    ornaments: dict[int, int] = {}


def align(score: Score, notes: Played, clicked: bool = False) -> Alignment:
    """Which played note is which written one.

    `clicked` says that the performance runs on the clock of the score's own tempo, which helps where pitches do not.
    """
    if not notes.onsets:
        return Alignment([NONE] * len(score.notes), timeline([], score.times))
    straight = _straight(score, notes)
    if straight:
        return Alignment(straight, Timeline([], []), True)
    aligned = _forward(score, notes, clicked)
    ornaments = ornamented(score, notes, aligned.match, aligned.line)
    again = _again(score, notes, aligned.match, ornaments)
    if again:
        aligned = _without(score, notes, again, clicked)
        ornaments = ornamented(score, notes, aligned.match, aligned.line)
    ornaments = {place: index for place, index in ornaments.items() if place not in again}
    return Alignment(aligned.match, aligned.line, again=again, ornaments=ornaments)


def _again(score: Score, notes: Played, match: Sequence[int], ornaments: Collection[int]) -> dict[int, int]:
    """Played notes of passages that count another time. What belongs to ornaments is not looked at."""
    used = set(match)
    spare = [place for place in range(len(notes.onsets)) if place not in used and place not in ornaments]
    if len(spare) < min(SHORT):
        return {}
    order = [place for place in in_chords(notes) if place not in ornaments]
    places = {place: position for position, place in enumerate(order)}
    found = [NONE] * len(order)
    for position, index in enumerate(score.struck):
        if match[index] >= 0:
            found[places[match[index]]] = position
    twice: dict[int, int] = {}
    # Beside each other in time they may stand a little farther apart than in chords put in order.
    if any(last - first < 2 * IN_ROW for first, last in zip(spare, spare[SPARE - 1 :], strict=False)):
        twice = superseded(score.struck_pitches, [notes.pitches[place] for place in order], found)
    twice |= stutters(score, notes, order, found, twice)
    return {order[place]: score.struck[position] for place, position in twice.items()}


def _without(score: Score, notes: Played, again: dict[int, int], clicked: bool) -> Alignment:
    """The alignment of what counts."""
    kept = [place for place in range(len(notes.onsets)) if place not in again]
    counting = Played(
        [notes.onsets[place] for place in kept],
        [notes.pitches[place] for place in kept],
        [notes.velocities[place] for place in kept],
        [notes.releases[place] for place in kept],
        notes.pedal,
    )
    aligned = _forward(score, counting, clicked)
    return Alignment([kept[j] if j >= 0 else NONE for j in aligned.match], aligned.line)


def _forward(score: Score, notes: Played, clicked: bool) -> Alignment:
    """The alignment of a performance that only goes forward."""
    first, last = _orders(score, notes, octaves=True)
    if 3 * len(first) < len(score.struck):
        folded = _orders(score, notes, octaves=False)
        first, last = folded if len(folded[0]) > 2 * len(first) else (first, last)
    line = timeline(_anchors(score, notes, first, last, clicked), score.times)
    sure = set(first).intersection(last)
    match, open_pitches = _sure(score, notes, line, sure)
    if not open_pitches:
        return Alignment(match, line)
    _match(score, notes, line, open_pitches, match)
    if not _undecided(score, notes, match, line):
        return Alignment(match, line)
    better = without_strays(_moments(score, notes, list(enumerate(match))), score.times)
    if better:
        line = timeline(better, score.times)
        _match(score, notes, line, _undecided(score, notes, match, line), match)
    return Alignment(match, line)


def _sure(score: Score, notes: Played, line: Timeline, pairs: Iterable[Pair]) -> tuple[list[int], set[int]]:
    """The pairs on which both orders agree, as far as they lie within reach; and the pitches that are still open."""
    match = [NONE] * len(score.notes)
    far: set[int] = set()
    onsets, slice_of = notes.onsets, score.slice_of
    for index, place in pairs:
        moment = slice_of[index]
        if score.pitches[index] != notes.pitches[place]:
            continue
        if abs(onsets[place] - line.at[moment]) <= line.reach[moment]:
            match[index] = place
        else:
            far.add(score.pitches[index])
    return match, far | _undecided(score, notes, match, line)


def _undecided(score: Score, notes: Played, match: list[int], line: Timeline) -> set[int]:
    """The pitches of which both a written and a played note are left over, not too far from each other."""
    used = set(match)
    missed: dict[int, list[int]] = {}
    for index in score.struck:
        if match[index] < 0:
            missed.setdefault(score.pitches[index], []).append(line.at[score.slice_of[index]])
    return {
        pitch
        for place, pitch in enumerate(notes.pitches)
        if place not in used
        and pitch in missed
        and any(abs(at - notes.onsets[place]) <= FARTHEST for at in missed[pitch])
    }


def _straight(score: Score, notes: Played) -> list[int]:
    """The match where each written note was played in its turn, chords in any order; else nothing."""
    wanted, heard = score.struck_pitches, notes.pitches
    if len(heard) != len(wanted):
        return []
    order = list(range(len(heard)))
    if heard != wanted:
        for start, end in score.chords:
            if heard[start:end] != wanted[start:end]:
                order[start:end] = sorted(order[start:end], key=heard.__getitem__)
        if [heard[place] for place in order] != wanted:
            return []
    if len(wanted) == len(score.notes):
        return order
    match = [NONE] * len(score.notes)
    for index, place in zip(score.struck, order, strict=True):
        match[index] = place
    return match


Pair = tuple[int, int]
Pairs = list[Pair]


def _orders(score: Score, notes: Played, octaves: bool) -> tuple[Pairs, Pairs]:
    """The longest common order, early and late, as pairs of note indices; without octaves, `C` is any C."""
    order = in_chords(notes)
    written = score.struck_pitches if octaves else [pitch % 12 for pitch in score.struck_pitches]
    heard = [notes.pitches[index] if octaves else notes.pitches[index] % 12 for index in order]
    return tuple([(score.struck[i], order[j]) for i, j in way(written, heard)] for way in (leftmost, rightmost))  # type: ignore[return-value]


def in_chords(notes: Played) -> list[int]:
    """Played indices with notes that are struck together sorted by pitch."""
    keys: list[tuple[int, int, int]] = []
    chord = 0
    for index, (onset, pitch) in enumerate(zip(notes.onsets, notes.pitches, strict=True)):
        if index and onset - notes.onsets[index - 1] > TOGETHER:
            chord = index
        keys.append((chord, pitch, index))
    return [index for _, _, index in sorted(keys)]


def _moments(score: Score, notes: Played, pairs: Pairs) -> list[Anchor]:
    """Each matched moment of the score with the middle onset of its played notes."""
    found: dict[int, list[int]] = {}
    slice_of, onsets = score.slice_of, notes.onsets
    for written, index in pairs:
        if index >= 0:
            found.setdefault(slice_of[written], []).append(onsets[index])
    return [
        (moment, found[moment][0] if len(found[moment]) == 1 else median(found[moment])) for moment in sorted(found)
    ]


def _anchors(score: Score, notes: Played, first: Pairs, last: Pairs, clicked: bool) -> list[Anchor]:
    """The moments that are sure, and for long doubtful stretches the steadier of the two ways."""
    early, late = _moments(score, notes, first), _moments(score, notes, last)
    latest = dict(late)
    agreed = [(moment, at, latest[moment]) for moment, at in early if moment in latest]
    sure = without_strays([(m, (a + b) // 2) for m, a, b in agreed if abs(a - b) <= SAME_MOMENT], score.times)
    if len(sure) < 2:
        return _unsure(score, notes, early, late, clicked)
    filled: list[Anchor] = []
    tempo = slope(sure, score.times)
    for left, right in pairwise([(-1, -1), *sure, (len(score.times), -1)]):
        filled += [left] if left[1] >= 0 else []
        filled += _stretch(score, tempo, left, right, early, late)
    return filled


def _unsure(score: Score, notes: Played, early: list[Anchor], late: list[Anchor], clicked: bool) -> list[Anchor]:
    """Nothing is sure: the click, or the steadiest of early, late and evenly from first to last."""
    if clicked:
        return [(0, score.times[0]), (len(score.times) - 1, score.times[-1])] if len(score.times) > 1 else []
    even = [(0, notes.onsets[0]), (len(score.times) - 1, max(notes.onsets[-1], notes.onsets[0] + 1))]
    ways = [way for way in (early, late) if len(way) > 1]
    if len(score.times) < 2 or not ways:
        return even if len(score.times) > 1 else [(0, notes.onsets[0])]
    best = min(ways, key=lambda way: roughness(way, score.times))
    return even if _nearness(score, notes, even) < roughness(best, score.times) else without_strays(best, score.times)


def _nearness(score: Score, notes: Played, anchors: list[Anchor]) -> int:
    """How far played notes lie from the moments of a timeline, added up."""
    at = timeline(anchors, score.times).at
    places = [bisect_left(at, onset) for onset in notes.onsets]
    return sum(
        min(abs(onset - moment) for moment in at[max(0, place - 1) : place + 1])
        for onset, place in zip(notes.onsets, places, strict=True)
    )


def _stretch(
    score: Score,
    tempo: tuple[int, int],
    left: Anchor,
    right: Anchor,
    early: list[Anchor],
    late: list[Anchor],
) -> list[Anchor]:
    """Anchors for the moments between two sure ones, where a straight line would be played at an unlikely tempo."""
    if right[0] - left[0] <= 2 or _plausible(score, tempo, left, right):
        return []
    ways = [_inside(way, left, right) for way in (early, late)]
    ways = [way for way in ways if 2 * len(way) > right[0] - left[0]]
    return without_strays(min(ways, key=lambda way: roughness(way, score.times)), score.times) if ways else []


def _inside(way: list[Anchor], left: Anchor, right: Anchor) -> list[Anchor]:
    end = right[1] if right[1] >= 0 else 1 << 62
    return [each for each in way if left[0] < each[0] < right[0] and left[1] < each[1] < end]


def _plausible(score: Score, tempo: tuple[int, int], left: Anchor, right: Anchor) -> bool:
    if left[1] < 0 or right[1] < 0:
        return True
    usual = (score.times[right[0]] - score.times[left[0]]) * tempo[0] // tempo[1]
    return 6 * usual <= 10 * (right[1] - left[1]) <= 16 * usual


def _match(score: Score, notes: Played, line: Timeline, open_pitches: Collection[int], match: list[int]) -> None:
    """Written notes of some pitches to played ones, pitch by pitch, into `match`."""
    if not open_pitches:
        return
    written: dict[int, list[int]] = {pitch: [] for pitch in open_pitches}
    heard: dict[int, list[int]] = {pitch: [] for pitch in open_pitches}
    for index in score.struck:
        if score.pitches[index] in written:
            written[score.pitches[index]].append(index)
            match[index] = NONE
    for index, pitch in enumerate(notes.pitches):
        if pitch in heard:
            heard[pitch].append(index)
    for pitch, indices in written.items():
        if heard[pitch]:
            _match_pitch(indices, heard[pitch], score, notes, line, match)


def _match_pitch(
    indices: list[int], heard: list[int], score: Score, notes: Played, line: Timeline, match: list[int]
) -> None:
    """One pitch: cut into groups that cannot reach each other, then each group by dynamic programming."""
    onsets, slice_of = notes.onsets, score.slice_of
    place = 0
    group: list[tuple[int, int, int]] = []
    start = end = -FARTHEST
    for index in indices:
        moment = slice_of[index]
        at, reach = line.at[moment], line.reach[moment]
        if group and at - reach > end:
            place = _match_group(group, heard, place, (start, end), onsets, match)
            group = []
        start, end = (min(start, at - reach), max(end, at + reach)) if group else (at - reach, at + reach)
        group.append((at, reach, index))
    _match_group(group, heard, place, (start, end), onsets, match)


def _match_group(
    group: list[tuple[int, int, int]],
    heard: list[int],
    place: int,
    span: tuple[int, int],
    onsets: list[int],
    match: list[int],
) -> int:
    """Matches one group with the played notes within its span; returns how far `heard` is used up."""
    count = len(heard)
    while place < count and onsets[heard[place]] < span[0]:
        place += 1
    until = place
    while until < count and onsets[heard[until]] <= span[1]:
        until += 1
    if until - place == 1 and len(group) == 1:
        match[group[0][2]] = heard[place]
    elif until > place:
        near = [onsets[j] for j in heard[place:until]]
        wanted = [(at, reach) for at, reach, _ in group]
        for row, column in cheapest_pairs(wanted, near, lambda row, column: abs(near[column] - wanted[row][0])):
            match[group[row][2]] = heard[place + column]
    return until
