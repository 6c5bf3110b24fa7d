"""The short way for the commonest performance: everything played in order and in time with the click.

It gives what the long way gives (tests hold them together) in a fraction of the time, a column at a time: the centre
judges every attempt of a school again.
"""

from __future__ import annotations

from itertools import repeat

from domain.music.played import Played
from domain.music.rules import Rules
from domain.music.score import Score
from domain.music.verdicts import (
    GRADE_WORTH,
    LENGTH_COST,
    Grade,
    Judgement,
    Length,
    NoteVerdict,
    Pace,
    Verdict,
)
from domain.records.progress import JUDGE_VERSION

from .timeline import median
from .timing import middle, pace_of
from .windows import Windows

# No length is as far off as this: for notes whose length is free.
TIMELESS = 1 << 62


def judge_clean(score: Score, heard: Played, rules: Rules, match: list[int]) -> Judgement | None:
    """The judgement of a performance with nothing missed or extra, or None where it needs the long way."""
    perfect, good, ok, wanted, allowed = limits(score, rules)
    if score.unisons or heard.pedal or not ok or score.is_shaded:
        return None
    chords = score.chords
    onsets = [heard.onsets[place] for place in match] if chords else heard.onsets
    offsets = _offsets(onsets, score.onsets)
    if chords and not _chords_together(chords, rules.chord, rules.ok, offsets):
        return None
    grades, points = _grades(offsets, perfect, good, ok)
    if not grades:
        return None
    releases = [heard.releases[place] for place in match] if chords else heard.releases
    lengths, errors, wrong = _lengths(onsets, releases, wanted, allowed, rules.length_most)
    notes = tuple(map(NoteVerdict, repeat(Verdict.RIGHT), grades, match, offsets, repeat(0), lengths, errors))
    pace, change = _pace(score, onsets)
    points = (points - LENGTH_COST * wrong) // len(notes)
    return Judgement(JUDGE_VERSION, notes, (), median(offsets), pace, change, points)


def limits(score: Score, rules: Rules) -> tuple[list[int], ...]:
    """For each note with a click: its three windows, its length and how far that may be off. Empty with grace notes.

    Worked out once for a score and a set of rules.
    """
    found = score.kept.get(rules)
    if found is None:
        found = score.kept[rules] = _work_out(score, rules)
    return found


def _work_out(score: Score, rules: Rules) -> tuple[list[int], ...]:
    if any(note.grace for note in score.notes):
        return [], [], [], [], []
    windows = Windows(rules)
    wide = [windows.with_click(score.gaps[moment]) for moment in score.slice_of]
    perfect, good, ok = (list(column) for column in zip(*wide, strict=True))
    allowed = [max(rules.length_most, wanted * rules.length_percent // 100) for wanted in score.lengths]
    for index, note in enumerate(score.notes):
        if note.length_is_free:
            allowed[index] = TIMELESS
    return perfect, good, ok, score.lengths, allowed


def _offsets(onsets: list[int], written: list[int]) -> list[int]:
    found: list[int] = []
    for place in range(len(onsets)):
        now, expected = onsets[place], written[place]
        found.append(now - expected)
    return found


def _chords_together(chords: list[tuple[int, int]], most: int, late: int, offsets: list[int]) -> bool:
    """Gives the notes of each chord its one time, which is its beat where that lies between its notes.

    False where a chord came apart by more than `most`, or has a note that is more than `late` off its beat.
    """
    for start, end in chords:
        members = offsets[start:end]
        low, high = min(members), max(members)
        if high - low > most or high > late or low < -late:
            return False
        offsets[start:end] = [max(low, min(high, 0))] * (end - start)
    return True


def _grades(offsets: list[int], perfect: list[int], good: list[int], ok: list[int]) -> tuple[list[Grade], int]:
    """How near each note was and what all are worth; nothing where one was out of time."""
    grades: list[Grade] = []
    best, fair, least = Grade.PERFECT, Grade.GOOD, Grade.OK
    much, some, little = GRADE_WORTH[best], GRADE_WORTH[fair], GRADE_WORTH[least]
    points = 0
    for place in range(len(offsets)):
        distance, near, wide, widest = offsets[place], perfect[place], good[place], ok[place]
        distance = abs(distance)
        if distance <= near:
            grades.append(best)
            points += much
        elif distance <= wide:
            grades.append(fair)
            points += some
        elif distance <= widest:
            grades.append(least)
            points += little
        else:
            return [], 0
    return grades, points


def _lengths(
    onsets: list[int], releases: list[int], wanted: list[int], allowed: list[int], judged: int
) -> tuple[list[Length], list[int], int]:
    """What of each length was kept, the errors, and how many were wrong; keys that never came up are not judged."""
    right, short, long = Length.RIGHT, Length.TOO_SHORT, Length.TOO_LONG
    count = len(onsets)
    verdicts, errors = [right] * count, [0] * count
    wrong = 0
    for place in range(count if judged else 0):
        released, most = releases[place], allowed[place]
        if released < 0 or most == TIMELESS:
            continue
        error, length = onsets[place], wanted[place]
        error = released - error - length
        errors[place] = error
        if error > most:
            verdicts[place] = long
            wrong += 1
        elif error < -most:
            verdicts[place] = short
            wrong += 1
    return verdicts, errors, wrong


def _pace(score: Score, onsets: list[int]) -> tuple[Pace, int]:
    """Rushing or dragging, by the first, the middle and the last moment."""
    times, slices = score.times, score.slices
    moments = 0, len(times) // 2, len(times) - 1
    first, half, last = (middle(sorted([onsets[index] for index in slices[moment]])) for moment in moments)
    written = times[moments[0]], times[moments[1]], times[moments[2]]
    return pace_of(written, (first, half, last), len(times), (0, 0), True)
