"""What was played around a written note because an ornament stands over it: it is asked for, and no mistake."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from domain.music.played import Played
from domain.music.score import Score

from .timeline import Timeline

# An ornament may begin so much before its note is expected, and end so much after the next one is.
EARLY, LATE = 300_000, 100_000
# How far from its note each kind reaches, in semitones; a tremolo takes the keys that are written for it.
REACH = {"trill": 2, "mordent": 2, "turn": 2, "glissando": 48}


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
