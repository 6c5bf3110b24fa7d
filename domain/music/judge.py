"""The judge: what of a score was played, and how. Pure; whole microseconds; the same live, replayed and at the centre.

    judge(score, events, RULES[Level.NORMAL], clicked=True)

`align` says which note is which, `timing` how early or late, `mispitched` what was played instead; here they become
verdicts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from domain.music.align import Alignment, align
from domain.music.clean import TIMELESS, judge_clean, limits
from domain.music.dynamics import touches
from domain.music.mispitched import name_asked, name_extra, name_wrong, pair_leftovers, swapped
from domain.music.played import Played, played
from domain.music.rules import Rules, windows
from domain.music.score import Score
from domain.music.timeline import median
from domain.music.timing import Struck, Timed, halves, struck_moments, with_click, without_click
from domain.music.verdicts import (
    GRADE_WORTH,
    LENGTH_COST,
    PAUSES,
    UNTIMELY,
    WORTH,
    ExtraVerdict,
    Grade,
    Judgement,
    Length,
    NoteVerdict,
    Verdict,
)
from domain.records.progress import JUDGE_VERSION, RawEvent

_MISSED = NoteVerdict(Verdict.MISSED)


def judge(
    score: Score, events: Iterable[RawEvent] | Played, rules: Rules, *, clicked: bool = False, sound_offset: int = 0
) -> Judgement:
    """The verdicts on one performance.

    `events` are raw events or their columns. With `clicked` their time 0 is the beginning of the score and the score's
    own tempo is the click; without it the player's tempo is followed. `sound_offset` is the calibrated lateness of this
    machine in microseconds, taken off every onset.
    """
    heard = events if isinstance(events, Played) else played(events)
    if sound_offset:
        heard = _shifted(heard, sound_offset)
    aligned = align(score, heard, clicked)
    if clicked and aligned.straight:
        clean = judge_clean(score, heard, rules, aligned.match)
        if clean is not None:
            return clean
    swaps = [] if aligned.straight else swapped(score, heard, aligned.match)
    struck = struck_moments(score, heard.onsets, _without(aligned.match, swaps), aligned.again)
    timed = with_click(struck, rules) if clicked else without_click(struck, rules)
    notes = _verdicts(score, heard, rules, aligned, struck, timed, clicked)
    _put_swaps(notes, aligned.match, swaps)
    extras = _leftovers(score, heard, rules, aligned, notes)
    for index, touch in touches(score, heard, aligned.match, rules).items():
        notes[index] = replace(notes[index], touch=touch)
    for second, first in score.unisons.items():
        notes[second] = notes[first]
    pace, change = halves(struck, timed, clicked)
    offsets = [note.offset for note in notes if note.offset is not None and note.verdict not in PAUSES]
    lean = median(offsets) if offsets else 0
    return Judgement(JUDGE_VERSION, tuple(notes), tuple(extras), lean, pace, change, _points(notes, extras, rules))


def _shifted(heard: Played, offset: int) -> Played:
    return Played(
        [at - offset for at in heard.onsets],
        heard.pitches,
        heard.velocities,
        [at - offset if at >= 0 else at for at in heard.releases],
        [(at - offset, down) for at, down in heard.pedal],
    )


def _verdicts(
    score: Score,
    heard: Played,
    rules: Rules,
    aligned: Alignment,
    struck: Sequence[Struck],
    timed: Sequence[Timed],
    clicked: bool,
) -> list[NoteVerdict]:
    """A verdict for each written note that was played; the rest is missed for now."""
    notes = [_MISSED] * len(score.notes)
    known = limits(score, rules) if clicked and not heard.pedal else ([], [], [], [], [])
    slices, match = score.slices, aligned.match
    for each, time in zip(struck, timed, strict=True):
        if known[0] and len(slices[each.moment]) == 1 and not time.hesitation:
            index = slices[each.moment][0]
            notes[index] = _alone(heard, rules, known, (index, match[index]), time.expected)
        else:
            _judge_moment(score, heard, rules, match, each, time, clicked, notes)
    for index, place in enumerate(aligned.match):
        if place >= 0 and score.notes[index].grace:
            notes[index] = NoteVerdict(Verdict.RIGHT, Grade.NONE, place)
    return notes


def _without(match: Sequence[int], swaps: Sequence[tuple[int, int, int]]) -> list[int]:
    """The matches that tell the time: notes that changed places do not."""
    kept = list(match)
    for left, right, _ in swaps:
        kept[left] = kept[right] = -1
    return kept


def _put_swaps(notes: list[NoteVerdict], match: list[int], swaps: Sequence[tuple[int, int, int]]) -> None:
    for left, right, first in swaps:
        match[left], match[right] = first + 1, first
        notes[left] = NoteVerdict(Verdict.SWAPPED, Grade.NONE, first + 1)
        notes[right] = NoteVerdict(Verdict.SWAPPED, Grade.NONE, first)


def _judge_moment(
    score: Score,
    heard: Played,
    rules: Rules,
    match: Sequence[int],
    each: Struck,
    time: Timed,
    clicked: bool,
    notes: list[NoteVerdict],
) -> None:
    """The verdicts on the notes of one moment: a chord that is struck together has one time."""
    rise, run = time.pace
    members = [i for i in score.slices[each.moment] if match[i] >= 0]
    beat = None if clicked else score.beats[each.moment] * rise // run
    wide = windows(rules, score.gaps[each.moment] * rise // run, beat)
    if len(members) == 1 and not time.hesitation:
        index = members[0]
        offset = heard.onsets[match[index]] - time.expected
        notes[index] = NoteVerdict(
            *_in_time(offset, wide),
            match[index],
            offset,
            0,
            *_length(score, heard, rules, index, match[index], time.pace),
        )
        return
    onsets = [heard.onsets[match[i]] for i in members]
    together = _together(score, rules, members, onsets, time.expected)
    for index, onset in zip(members, onsets, strict=True):
        at = onset if together is None else together
        length, error = _length(score, heard, rules, index, match[index], time.pace)
        if time.hesitation and (together is not None or at <= each.at + rules.chord):
            pause = Verdict.RESTART if time.restart else Verdict.HESITATION
            notes[index] = NoteVerdict(pause, Grade.NONE, match[index], time.hesitation, 0, length, error)
        else:
            verdict, grade = _in_time(at - time.expected, wide)
            notes[index] = NoteVerdict(verdict, grade, match[index], at - time.expected, 0, length, error)


def _alone(
    heard: Played, rules: Rules, known: tuple[list[int], ...], pair: tuple[int, int], expected: int
) -> NoteVerdict:
    """The verdict on a note that stands alone, by windows worked out once: what `_judge_moment` gives, but sooner."""
    perfect, good, ok, wanted, allowed = known
    index, place = pair
    offset = heard.onsets[place] - expected
    verdict, grade = _in_time(offset, (perfect[index], good[index], ok[index]))
    released, most = heard.releases[place], allowed[index]
    if released < 0 or not rules.length_most or most == TIMELESS:
        return NoteVerdict(verdict, grade, place, offset)
    error = released - heard.onsets[place] - wanted[index]
    length = Length.RIGHT if -most <= error <= most else Length.TOO_LONG if error > 0 else Length.TOO_SHORT
    return NoteVerdict(verdict, grade, place, offset, 0, length, error)


def _together(score: Score, rules: Rules, members: Sequence[int], onsets: Sequence[int], expected: int) -> int | None:
    """The one time of a chord, or None where its notes came apart and each has its own."""
    low, high = min(onsets), max(onsets)
    if high - low <= rules.chord:
        return sorted(onsets)[(len(onsets) - 1) // 2]
    may_roll = not rules.rolled_where_notated or any(score.notes[i].rolled for i in members)
    if may_roll and high - low <= rules.rolled and list(onsets) == sorted(onsets):
        # A rolled chord is in time where its beat lies anywhere between its first and its last note.
        return max(low, min(high, expected))
    return None


def _in_time(offset: int, wide: tuple[int, int, int]) -> tuple[Verdict, Grade]:
    distance = abs(offset)
    if distance <= wide[0]:
        return Verdict.RIGHT, Grade.PERFECT
    if distance <= wide[1]:
        return Verdict.RIGHT, Grade.GOOD
    if distance <= wide[2]:
        return Verdict.RIGHT, Grade.OK
    return (Verdict.EARLY if offset < 0 else Verdict.LATE), Grade.NONE


def _length(
    score: Score, heard: Played, rules: Rules, index: int, place: int, pace: tuple[int, int]
) -> tuple[Length, int]:
    """Whether the note was held: too short by what sounded (the pedal counts), too long by the key alone."""
    if not rules.length_most or score.notes[index].length_is_free:
        return Length.RIGHT, 0
    wanted = score.lengths[index] * pace[0] // pace[1]
    allowed = max(rules.length_most, wanted * rules.length_percent // 100)
    released = heard.releases[place]
    if released < 0:
        return Length.RIGHT, 0
    error = released - heard.onsets[place] - wanted
    if error > allowed:
        return Length.TOO_LONG, error
    if error >= -allowed:
        return Length.RIGHT, error
    sounded = heard.sounds_until(place)
    if sounded < 0 or sounded - heard.onsets[place] - wanted >= -allowed:
        return Length.RIGHT, 0
    return Length.TOO_SHORT, sounded - heard.onsets[place] - wanted


def _leftovers(
    score: Score, heard: Played, rules: Rules, aligned: Alignment, notes: list[NoteVerdict]
) -> list[ExtraVerdict]:
    """Names what was played instead of missed notes (into `notes`) and what was played beside everything."""
    used = {place for place in aligned.match if place >= 0}
    asked = name_asked(score, heard, aligned)
    known = used | {extra.played for extra in asked}
    spare = [place for place in range(len(heard.onsets)) if place not in known]
    missed = [index for index in score.struck if aligned.match[index] < 0]
    pairs = pair_leftovers(score, heard, aligned, missed, spare)
    for index, place in pairs.items():
        notes[index] = name_wrong(score, heard, aligned, index, place)
    taken = set(pairs.values())
    named = [name_extra(score, heard, rules, aligned, used, place) for place in spare if place not in taken]
    return sorted([*asked, *named], key=lambda extra: extra.played)


def _points(notes: Sequence[NoteVerdict], extras: Sequence[ExtraVerdict], rules: Rules) -> int:
    """0 to 100: what the notes are worth, less what the extra ones cost."""
    worth = sum(_worth(note, rules) for note in notes)
    cost = sum(_cost(extra.verdict, rules) for extra in extras)
    return max(0, worth - cost) // len(notes)


def _worth(note: NoteVerdict, rules: Rules) -> int:
    if note.verdict is Verdict.RIGHT:
        full = GRADE_WORTH[note.grade]
    else:
        full = rules.untimely_worth if note.verdict in UNTIMELY else WORTH.get(note.verdict, 0)
    return max(0, full - (LENGTH_COST if note.length else 0) - (rules.touch_cost if note.touch else 0))


def _cost(verdict: Verdict, rules: Rules) -> int:
    if verdict is Verdict.BRUSHED:
        return rules.extra_cost if rules.brush_counts else 0
    costs = {Verdict.RETAKEN: rules.retaken_cost, Verdict.ORNAMENT: 0, Verdict.SLIP: rules.slip_cost}
    return costs.get(verdict, rules.extra_cost)
