"""The judge: what of a score was played, and how. Pure; whole microseconds; the same live, replayed and at the centre.

    judge(score, events, RULES[Level.NORMAL], clicked=True)

`align` says which note is which, `timing` how early or late, `mispitched` what was played instead; here they become
verdicts.
"""

from __future__ import annotations

from collections.abc import Iterable

from domain.music.played import Played
from domain.music.rules import Rules
from domain.music.score import Score
from domain.music.verdicts import ExtraVerdict, Grade, Judgement, NoteVerdict, Verdict
from domain.records.progress import JUDGE_VERSION, RawEvent

from .align import Alignment, align, not_played, places_without, written_ones
from .alone import Holding, grade, judge_alone
from .clean import judge_clean
from .columns import NONE, columns
from .dynamics import touches
from .marks import Marks, points, timely_offsets
from .mispitched import name_asked, name_extra, name_wrong, pair_leftovers, swapped
from .timeline import median
from .timing import Struck, Timed, halves, struck_moments, with_click, without_click
from .windows import Windows


def judge(score: Score, events: Iterable[RawEvent] | Played, rules: Rules, *, clicked: bool = False) -> Judgement:
    """The verdicts on one performance.

    `events` are raw events or their columns. With `clicked` their time 0 is the beginning of the score and the score's
    own tempo is the click; without it the player's tempo is followed.
    """
    heard = _heard(events)
    aligned = align(score, heard, clicked)
    if clicked and aligned.straight:
        clean = judge_clean(score, heard, rules, aligned.match)
        if clean is not None:
            return clean
    swaps = [] if aligned.straight else swapped(score, heard, aligned.match)
    struck = struck_moments(score, heard.onsets, _without(aligned.match, swaps), aligned.again, aligned.corrected)
    timed = with_click(struck, rules) if clicked else without_click(struck, rules)
    marks = Marks(len(score.notes))
    _judge_moments(score, heard, rules, aligned.match, struck, timed, marks)
    _put_swaps(marks, aligned.match, swaps)
    for index in aligned.decorated.values():
        marks.free_length(index)
    extras = _leftovers(score, heard, rules, aligned, marks)
    for index, touch in touches(score, heard, aligned.match, rules).items():
        marks.touches[index] = touch
    for second, first in score.unisons.items():
        marks.copy(first, second)
    pace, change = halves(struck, timed, clicked)
    offsets = timely_offsets(marks.verdicts, marks.offsets)
    lean = median(offsets) if offsets else 0
    total = points(marks, extras, rules)
    return Judgement(JUDGE_VERSION, marks.notes(), tuple(extras), lean, pace, change, total)


def _heard(events: Iterable[RawEvent] | Played) -> Played:
    """The columns of a performance."""
    if isinstance(events, Played):
        return events
    return Played(*columns(events if isinstance(events, list | tuple) else list(events)))


def _without(match: list[int], swaps: list[tuple[int, int, int]]) -> list[int]:
    """The matches that tell the time: notes that changed places do not."""
    kept = list(match)
    for left, right, _ in swaps:
        kept[left] = kept[right] = NONE
    return kept


def _put_swaps(marks: Marks, match: list[int], swaps: list[tuple[int, int, int]]) -> None:
    for left, right, first in swaps:
        match[left], match[right] = first + 1, first
        marks.put(left, NoteVerdict(Verdict.SWAPPED, Grade.NONE, first + 1))
        marks.put(right, NoteVerdict(Verdict.SWAPPED, Grade.NONE, first))


def _judge_moments(
    score: Score, heard: Played, rules: Rules, match: list[int], struck: Struck, timed: Timed, marks: Marks
) -> None:
    """A verdict for each written note that was played; the rest is missed for now."""
    for place in judge_alone(score, heard, rules, match, struck, timed, marks):
        _judge_moment(score, heard, rules, match, struck, timed, place, marks)
    if score.grace_moments:
        for index, stroke in enumerate(match):
            if stroke >= 0 and score.notes[index].grace:
                marks.put(index, NoteVerdict(Verdict.RIGHT, Grade.NONE, stroke))


def _judge_moment(
    score: Score, heard: Played, rules: Rules, match: list[int], struck: Struck, timed: Timed, place: int, marks: Marks
) -> None:
    """The verdicts on the notes of one moment: a chord struck together has one time, and one mark for a pause."""
    moment, expected = struck.moments[place], timed.expected[place]
    lost = 0 if moment in score.after_fermatas else timed.hesitations[place]
    gap, windows, pace = score.gaps[moment], Windows(rules), timed.paces
    rise, run = (pace.rises[place], pace.runs[place]) if pace is not None else (1, 1)
    if pace is not None:
        perfect, good, ok = windows.in_own_tempo(gap * rise // run, score.beats[moment] * rise // run)
    else:
        perfect, good, ok = windows.with_click(gap)
    members = [index for index in score.slices[moment] if match[index] >= 0]
    onsets = [heard.onsets[match[index]] for index in members]
    together = _together(score, rules, members, onsets, expected)
    holding = Holding(score, heard, rules, marks)
    for index, onset in zip(members, onsets, strict=True):
        at = onset if together is None else together
        if lost > 0 and (together is not None or at <= struck.at[place] + rules.chord):
            pause = Verdict.RESTART if struck.restarts[place] else Verdict.HESITATION
            marks.put(index, NoteVerdict(pause, Grade.NONE, match[index], lost))
            lost = 0
        else:
            grade(marks, index, match[index], at - expected, perfect, good, ok)
        holding.hold(index, match[index], score.lengths[index] * rise // run)


def _together(score: Score, rules: Rules, members: list[int], onsets: list[int], expected: int) -> int | None:
    """The one time of a chord, or None where its notes came apart and each has its own.

    A chord is in time where its beat lies anywhere between its first and its last note: pianists let a melody come
    before its bass, or after it, and roll wide chords.
    """
    low, high = min(onsets), max(onsets)
    if high - low > rules.chord and not _rolled(score, rules, members, onsets, high - low):
        return None
    return max(low, min(high, expected))


def _rolled(score: Score, rules: Rules, members: list[int], onsets: list[int], wide: int) -> bool:
    """Whether a chord was rolled where it may be: from below, each hand for itself or one after the other."""
    if wide > rules.rolled or (rules.rolled_where_notated and not any(score.notes[i].rolled for i in members)):
        return False
    last: dict[int, int] = {}
    for index, onset in zip(members, onsets, strict=True):
        staff = score.notes[index].staff
        if onset < last.get(staff, onset):
            return False
        last[staff] = onset
    return True


def _leftovers(score: Score, heard: Played, rules: Rules, aligned: Alignment, marks: Marks) -> list[ExtraVerdict]:
    """Names what was played instead of missed notes (into `marks`) and what was played beside everything."""
    if aligned.straight:
        return []
    used = written_ones(aligned.match, len(heard.onsets))
    asked = name_asked(score, heard, aligned, used)
    known = {extra.played for extra in asked}
    spare = [place for place in places_without(used) if place not in known]
    missed = not_played(score.struck, aligned.match)
    pairs = pair_leftovers(score, heard, aligned, missed, spare)
    for index, place in pairs.items():
        marks.put(index, name_wrong(score, heard, aligned, index, place))
    taken = set(pairs.values())
    named = [name_extra(score, heard, rules, aligned, used, place) for place in spare if place not in taken]
    return sorted([*asked, *named], key=lambda extra: extra.played)
