"""Which played note is which written note: pitch and time together, never in the order of arrival.

1. The longest common order of pitches (`common_order`) is taken twice, as early and as late as possible. Moments on
   which both agree are sure; where they differ (repeated notes, a passage played twice) time decides.
2. The sure moments give a timeline that follows any rubato and jumps with any skip.
3. What both orders say within reach of the timeline is taken. For each pitch of which written and played notes are
   left over they are matched anew by dynamic programming on that timeline: notes of one pitch cannot change places, so
   this finds the nearest matching with the fewest leftovers.
4. The matches make a better timeline, and step 3 is done again.
5. Where notes are left over in a row, `takes` looks whether a passage was played again; then the last time counts and
   the rest is matched without the others. `corrections` does the same for one note or chord.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from domain.music.played import Played
from domain.music.score import Score

from .anchors import anchored, struck_at
from .common_order import leftmost, rightmost
from .corrections import Bounds, put_right, struck_again
from .ornaments import decorated, ornamented
from .pairing import nearest_pairs
from .stutters import SHORT, stutters
from .takes import IN_ROW, SPARE, superseded
from .timeline import FARTHEST, Timeline, timeline, without_strays

# Played notes this near to each other are put into the order of pitch, as a chord is written.
TOGETHER = 50_000
NONE = -1


class Alignment(msgspec.Struct, frozen=True):
    """For each written note the index of the played note that is it, or -1; and where each moment was expected.

    `straight` says that everything was played, in order and nothing beside; then `line` is empty, for nobody asks.
    `again` are played notes that count another time, `ornaments` those of trills and the like, `decorated` those of
    such that are not written, `corrected` wrong keys that were put right at once; with the written note of each.
    """

    match: list[int]
    line: Timeline
    straight: bool = False
    again: dict[int, int] = {}
    ornaments: dict[int, int] = {}
    decorated: dict[int, int] = {}
    corrected: dict[int, int] = {}


def align(score: Score, notes: Played, clicked: bool = False) -> Alignment:
    """Which played note is which written one.

    `clicked` says that the performance runs on the clock of the score's own tempo, which helps where pitches do not.
    """
    if not notes.onsets:
        return Alignment([NONE] * len(score.notes), timeline([], [], score.times, (0, 0)))
    straight = _straight(score, notes)
    if straight:
        return Alignment(straight, Timeline([], []), True)
    order = in_chords(notes)
    aligned = _forward(score, notes, order, clicked)
    ornaments = ornamented(score, notes, aligned.match, aligned.line)
    again = _again(score, notes, order, aligned.match, ornaments)
    if again:
        aligned = _without(score, notes, again, clicked)
        ornaments = ornamented(score, notes, aligned.match, aligned.line)
    spare = _beside(aligned.match, notes, again, ornaments)
    more: dict[int, int] = {}
    corrected: dict[int, int] = {}
    if spare:
        bounds = Bounds(score, notes, aligned.match, again)
        more = decorated(score, notes, aligned.match, bounds.moment_of, spare)
        twice = struck_again(bounds, notes, aligned.match, [place for place in spare if place not in more], again)
        if twice:
            again |= twice
            aligned = _without(score, notes, again, clicked)
            spare = _beside(aligned.match, notes, again, ornaments)
            bounds = Bounds(score, notes, aligned.match, again)
            more = decorated(score, notes, aligned.match, bounds.moment_of, spare)
        corrected = put_right(bounds, notes, aligned.match, [place for place in spare if place not in more])
    ornaments = {place: index for place, index in ornaments.items() if place not in again}
    return Alignment(aligned.match, aligned.line, again=again, ornaments=ornaments, decorated=more, corrected=corrected)


def _beside(match: list[int], notes: Played, again: Collection[int], ornaments: Collection[int]) -> list[int]:
    """The played notes about which nothing is known yet."""
    return [place for place in left_over(match, len(notes.onsets)) if place not in again and place not in ornaments]


def left_over(match: list[int], count: int) -> list[int]:
    """Which of so many played notes are nothing that is written."""
    return places_without(written_ones(match, count))


def written_ones(match: list[int], count: int) -> list[bool]:
    """Of each of so many played notes whether it is a written one."""
    found = [False] * count
    for place in match:
        if place >= 0:
            found[place] = True
    return found


def places_without(found: list[bool]) -> list[int]:
    """Where it is not so."""
    return [place for place in range(len(found)) if not found[place]]


def _again(
    score: Score, notes: Played, order: list[int], match: list[int], ornaments: Collection[int]
) -> dict[int, int]:
    """Played notes of passages that count another time. What belongs to ornaments is not looked at."""
    spare = [place for place in left_over(match, len(notes.onsets)) if place not in ornaments]
    if len(spare) < min(SHORT):
        return {}
    if ornaments:
        order = [place for place in order if place not in ornaments]
    found = _by_stroke(order, score.struck, match, len(notes.onsets))
    twice: dict[int, int] = {}
    # Beside each other in time they may stand a little farther apart than in chords put in order.
    if any(last - first < 2 * IN_ROW for first, last in zip(spare, spare[SPARE - 1 :], strict=False)):
        twice = superseded(score.struck_pitches, [notes.pitches[place] for place in order], found)
    twice |= stutters(score, notes, order, found, twice)
    return {order[place]: score.struck[position] for place, position in twice.items()}


def _by_stroke(order: list[int], struck: list[int], match: list[int], count: int) -> list[int]:
    """For each place of an order of the `count` played notes which stroke of the score it is, -1 for none."""
    stroke_of = [NONE] * count
    for position in range(len(struck)):
        index = struck[position]
        place = match[index]
        if place >= 0:
            stroke_of[place] = position
    return [stroke_of[place] for place in order]


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
    aligned = _forward(score, counting, in_chords(counting), clicked)
    return Alignment([kept[j] if j >= 0 else NONE for j in aligned.match], aligned.line)


def _forward(score: Score, notes: Played, order: list[int], clicked: bool) -> Alignment:
    """The alignment of a performance that only goes forward. `order` are the played notes with chords put in order."""
    first, last, made = _orders(score, notes, order, True)
    if 3 * made < len(score.struck):
        folded = _orders(score, notes, order, False)
        first, last = folded[:2] if folded[2] > 2 * made else (first, last)
    span = notes.onsets[0], notes.onsets[len(notes.onsets) - 1]
    anchors, tempo = anchored(score, notes, first, last, clicked)
    line = timeline(*anchors, score.times, span, tempo)
    match, open_pitches = _sure(score, notes, line, first, last)
    if not open_pitches:
        return Alignment(match, line)
    _match(score, notes, line, open_pitches, match)
    if not _undecided(score, notes, match, line):
        return Alignment(match, line)
    moments, at = without_strays(*struck_at(score, notes.onsets, match), score.times)
    if moments:
        line = timeline(moments, at, score.times, span)
        _match(score, notes, line, _undecided(score, notes, match, line), match)
    return Alignment(match, line)


def _sure(score: Score, notes: Played, line: Timeline, first: list[int], last: list[int]) -> tuple[list[int], set[int]]:
    """The pairs on which both orders agree, as far as they lie within reach; and the pitches that are still open."""
    match = [NONE] * len(first)
    far: set[int] = set()
    onsets, heard, slice_of, pitches, at, reach = (
        notes.onsets,
        notes.pitches,
        score.slice_of,
        score.pitches,
        line.at,
        line.reach,
    )
    for index in range(len(first)):
        place, other = first[index], last[index]
        if place < 0 or place != other:
            continue
        wanted, key = pitches[index], heard[place]
        if wanted != key:
            continue
        moment, now = slice_of[index], onsets[place]
        expected, near = at[moment], reach[moment]
        if expected - near <= now <= expected + near:
            match[index] = first[index]
        else:
            far.add(pitches[index])
    return match, far | _undecided(score, notes, match, line)


def _undecided(score: Score, notes: Played, match: list[int], line: Timeline) -> set[int]:
    """The pitches of which both a written and a played note are left over, not too far from each other."""
    found: set[int] = set()
    gone = not_played(score.struck, match)
    if not gone:
        return found
    line_at, slice_of, pitches = line.at, score.slice_of, score.pitches
    missed: dict[int, list[int]] = {}
    for index in gone:
        missed.setdefault(pitches[index], []).append(line_at[slice_of[index]])
    onsets, heard = notes.onsets, notes.pitches
    for place in left_over(match, len(onsets)):
        for at in missed.get(heard[place], ()):
            if abs(at - onsets[place]) <= FARTHEST:
                found.add(heard[place])
    return found


def not_played(struck: list[int], match: list[int]) -> list[int]:
    """Those of some written notes that nothing was played for."""
    return [index for index in struck if match[index] < 0]


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


def _orders(score: Score, notes: Played, order: list[int], octaves: bool) -> tuple[list[int], list[int], int]:
    """The longest common order, early and late, as played notes for the written ones, and how many pairs it holds.

    Without octaves, `C` is any C.
    """
    written, pitches = score.struck_pitches, notes.pitches
    heard = [pitches[place] for place in order]
    if not octaves:
        written, heard = [pitch % 12 for pitch in written], [pitch % 12 for pitch in heard]
    first, last = leftmost(written, heard, order), rightmost(written, heard, order)
    made, count = _made(first), len(score.notes)
    return _placed(first, score.struck, count), _placed(last, score.struck, count), made


def _made(way: list[int]) -> int:
    """How many pairs a way holds."""
    made = 0
    for position in range(len(way)):
        place = way[position]
        if place >= 0:
            made += 1
    return made


def _placed(way: list[int], struck: list[int], count: int) -> list[int]:
    """A way from strokes to played notes, as one from so many written notes."""
    if len(struck) == count:
        return way
    found = [NONE] * count
    for position in range(len(way)):
        index = struck[position]
        found[index] = way[position]
    return found


def in_chords(notes: Played) -> list[int]:
    """Played indices with notes that are struck together sorted by pitch."""
    onsets, pitches = notes.onsets, notes.pitches
    order = list(range(len(onsets)))
    start, before, together = 0, 0, TOGETHER
    for place in range(len(onsets)):
        now = onsets[place]
        if place and now - before > together:
            if place - start > 1:
                order[start:place] = sorted(order[start:place], key=pitches.__getitem__)
            start = place
        before = now
    order[start:] = sorted(order[start:], key=pitches.__getitem__)
    return order


def _match(score: Score, notes: Played, line: Timeline, open_pitches: Collection[int], match: list[int]) -> None:
    """Written notes of some pitches to played ones, pitch by pitch, into `match`."""
    written = score.struck_by_pitch
    for pitch in open_pitches:
        indices = written.get(pitch, [])
        for index in indices:
            match[index] = NONE
        heard = _places_of(notes.pitches, pitch)
        if indices and heard:
            _match_pitch(indices, heard, score, notes, line, match)


def _places_of(pitches: list[int], pitch: int) -> list[int]:
    """Where a pitch stands among others."""
    found: list[int] = []
    for place in range(len(pitches)):
        key = pitches[place]
        if key == pitch:
            found.append(place)
    return found


def _match_pitch(
    indices: list[int], heard: list[int], score: Score, notes: Played, line: Timeline, match: list[int]
) -> None:
    """One pitch: cut into groups that cannot reach each other, then each group by dynamic programming."""
    slice_of, line_at, line_reach, onsets = score.slice_of, line.at, line.reach, notes.onsets
    near = [onsets[place] for place in heard]
    ats = [line_at[slice_of[index]] for index in indices]
    reaches = [line_reach[slice_of[index]] for index in indices]
    used = start = since = until = 0
    for position in range(len(indices)):
        at, reach = ats[position], reaches[position]
        if position > start and at - reach > until:
            used = _match_group(indices, start, position, ats, reaches, since, until, heard, near, used, match)
            start = position
        if position == start:
            since, until = at - reach, at + reach
        else:
            since, until = min(since, at - reach), max(until, at + reach)
    _match_group(indices, start, len(indices), ats, reaches, since, until, heard, near, used, match)


def _match_group(
    indices: list[int],
    start: int,
    end: int,
    ats: list[int],
    reaches: list[int],
    since: int,
    until: int,
    heard: list[int],
    near: list[int],
    place: int,
    match: list[int],
) -> int:
    """Matches the written notes from `start` to `end` with the played ones (`near` says when) from `since` to `until`.

    Of those the ones before `place` are used up; returns how far they are now.
    """
    place = _from(near, place, since)
    stop = _from(near, place, until + 1)
    if stop - place == 1 and end - start == 1:
        index = indices[start]
        match[index] = heard[place]
    elif stop > place:
        for row, column in nearest_pairs(ats[start:end], reaches[start:end], near[place:stop]):
            index = indices[start + row]
            match[index] = heard[place + column]
    return stop


def _from(near: list[int], place: int, time: int) -> int:
    """The first place from one on that is not before a time."""
    for other in range(place, len(near)):
        now = near[other]
        if now >= time:
            return other
    return len(near)
