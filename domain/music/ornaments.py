"""What was played around a written note as an ornament: where one stands over it that is asked for, and no mistake.

Where none is written somebody decorated the note: that is one thing to tell, not a row of notes too many.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import product

from domain.music.played import Played
from domain.music.score import Score

from .timeline import Timeline

# An ornament may begin so much before its note is expected, and end so much after the next one is.
EARLY, LATE = 300_000, 100_000
# How far from its note each kind reaches, in semitones; a tremolo takes the keys that are written for it.
REACH = {"trill": 2, "mordent": 2, "turn": 2, "glissando": 48}
# In a trill, a mordent or a turn that nobody asked for the keys follow each other within this time, and not together;
# they lie no farther from their note than this.
STEP, AT_ONCE, WHOLE_TONE = 130_000, 25_000, 2
NONE = -1


def ornamented(score: Score, heard: Played, match: Sequence[int], line: Timeline) -> dict[int, int]:
    """Played notes that belong to an ornament, with the written note that it stands over."""
    found: dict[int, int] = {}
    if not score.ornamented:
        return found
    used = {place for place in match if place >= 0}
    for index in score.ornamented:
        start, end = _span(score, line, index)
        keys = _keys(score, index)
        for place in range(bisect_left(heard.onsets, start), bisect_left(heard.onsets, end)):
            if place not in used and heard.pitches[place] in keys:
                found.setdefault(place, index)
    return found


def _span(score: Score, line: Timeline, index: int) -> tuple[int, int]:
    """When an ornament may sound: from before its note to the moment where that ends."""
    moment = score.slice_of[index]
    begin = line.at[moment]
    ends = bisect_left(score.times, score.times[moment] + score.lengths[index])
    if ends < len(line.at):
        return begin - EARLY, max(line.at[ends], begin) + LATE
    return begin - EARLY, begin + 2 * score.lengths[index] + LATE


def _keys(score: Score, index: int) -> range | set[int]:
    kind, key = score.notes[index].ornament, score.pitches[index]
    if kind != "tremolo":
        reach = REACH.get(kind, 0)
        return range(key - reach, key + reach + 1)
    moment = score.slice_of[index]
    near = score.slices[max(0, moment - 1) : moment + 2]
    return {score.pitches[i] for notes in near for i in notes if score.notes[i].ornament == "tremolo"}


def decorated(
    score: Score, heard: Played, match: Sequence[int], moment_of: Sequence[int], spare: Sequence[int]
) -> dict[int, int]:
    """Those of the strokes that have no place which decorate a written note, with that note.

    A trill, a mordent or a turn comes back to the key of its note, with neighbours between. `moment_of` says of each
    stroke which moment it is, -1 for none.
    """
    free = set(spare)
    found: dict[int, int] = {}
    # Most begin with their note, so it is looked for before them first.
    for way, place in product((-1, 1), spare):
        _, note = _row(heard, free, place, way)
        if place in found or note == NONE or heard.pitches[note] != heard.pitches[place]:
            continue
        row = [other for side in (-1, 1) for other in _row(heard, free, note, side)[0]]
        index = _written(score, match, moment_of[note], note)
        if index != NONE and place in row and any(heard.pitches[other] != heard.pitches[note] for other in row):
            found |= {other: index for other in row if other not in found}
    return found


def _row(heard: Played, free: Collection[int], place: int, way: int) -> tuple[list[int], int]:
    """The free strokes that follow a stroke as in a trill, or (`way` -1) come before it so.

    And the first that is not free at which they end, -1 where there is none. Other fingers may play meanwhile.
    """
    onsets, pitches, last = heard.onsets, heard.pitches, place
    found: list[int] = []
    other = place + way
    while 0 <= other < len(onsets) and abs(onsets[other] - onsets[last]) <= STEP:
        if abs(pitches[other] - pitches[place]) <= WHOLE_TONE:
            if other not in free:
                return found, other
            if abs(onsets[other] - onsets[last]) > AT_ONCE:
                found.append(other)
                last = other
        other += way
    return found, NONE


def _written(score: Score, match: Sequence[int], moment: int, stroke: int) -> int:
    """The note of a moment that a stroke is; -1 where it is none that counts."""
    return next((index for index in score.slices[moment] if match[index] == stroke), NONE) if moment >= 0 else NONE
