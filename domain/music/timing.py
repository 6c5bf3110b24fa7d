"""How early or late each moment was: against the click, or against the player's own tempo. Hesitations start afresh."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import pairwise

import msgspec

from domain.music.rules import Rules
from domain.music.score import Score
from domain.music.verdicts import Pace

# From how many thousandths of tempo on a performance rushes or drags: with a click the click says it, without one the
# player's own beginning, which wanders more.
PACE_WITH_CLICK, PACE_WITHOUT = 20, 80
# Fewer moments than this have no tempo.
LEAST_MOMENTS = 9


class Struck(msgspec.Struct, frozen=True):
    """A moment that was played: its number, when it was expected to be written, and when it was struck.

    `restart` is how long before it the player began to play what counts another time, 0 where nothing was.
    """

    moment: int
    written: int
    at: int
    restart: int = 0


class Timed(msgspec.Struct, frozen=True):
    """The error of one moment: `expected` is when it should have been struck, `pace` played over written time there.

    `hesitation` is how much too long the wait before it was, 0 where it was none; with `restart` the time went into
    playing a passage again.
    """

    expected: int
    pace: tuple[int, int]
    hesitation: int = 0
    restart: bool = False


def paces(struck: Sequence[Struck]) -> list[tuple[int, int]]:
    """The local tempo at each moment, played over written: the middle of the steps around it, its own left out."""
    steps = [(b.at - a.at, b.written - a.written) for a, b in pairwise(struck)]
    # Sorted by tempo and of equal ones by place; steps backwards are no tempo.
    ratios = [((rise << 20) // run, place) for place, (rise, run) in enumerate(steps)]
    found: list[tuple[int, int]] = []
    for place in range(len(struck)):
        near = sorted(ratios[max(0, place - 5) : max(0, place - 1)] + ratios[place : place + 4])
        if near and near[0][0] <= 0:
            near = [each for each in near if each[0] > 0]
        found.append(steps[near[len(near) // 2][1]] if near else (1, 1))
    return found


def waits(struck: Sequence[Struck], pace: Sequence[tuple[int, int]], rules: Rules) -> list[int]:
    """For each moment by how much the pause before it was too long, 0 where that was no hesitation."""
    found = [each.restart for each in struck[:1]] + [0] * (len(struck) - 1)
    for place in range(1, len(struck)):
        gap = struck[place].at - struck[place - 1].at
        rise, run = pace[place]
        usual = (struck[place].written - struck[place - 1].written) * rise // run
        if struck[place].restart:
            found[place] = max(1, gap - usual)
        elif 10 * gap > usual * rules.hesitation_tenths and gap > rules.hesitation_least:
            found[place] = gap - usual
    return found


def with_click(struck: Sequence[Struck], rules: Rules) -> list[Timed]:
    """Against the click. After a hesitation the click counts from there, until the player is back on the old one."""
    plain = [(1, 1)] * len(struck)
    pauses = waits(struck, plain, rules)
    if struck and not struck[0].restart and struck[0].at - struck[0].written > rules.hesitation_least:
        pauses[0] = struck[0].at - struck[0].written
    timed: list[Timed] = []
    shift = 0
    for each, pause in zip(struck, pauses, strict=True):
        late = each.at - each.written
        if pause and (each.restart or abs(late) > rules.ok):
            shift = late
            timed.append(Timed(each.at, (1, 1), pause, each.restart > 0))
            continue
        if abs(late) < abs(late - shift):
            shift = 0
        timed.append(Timed(each.written + shift, (1, 1)))
    return timed


def without_click(struck: Sequence[Struck], rules: Rules) -> list[Timed]:
    """Against the player's own beat: where the moments on both sides say that this one should have been."""
    pace = paces(struck)
    pauses = waits(struck, pace, rules)
    breaks = [0, *(place for place, pause in enumerate(pauses) if pause), len(struck)]
    timed: list[Timed] = []
    for start, end in pairwise(breaks):
        for place in range(start, end):
            expected = _between(struck, pace[place], place, start, end)
            timed.append(Timed(expected, pace[place], pauses[place], struck[place].restart > 0))
    return timed


def _between(struck: Sequence[Struck], pace: tuple[int, int], place: int, start: int, end: int) -> int:
    """The middle of what pairs of neighbours on both sides say; at an end of a stretch, the tempo from the one side.

    Of an even number of opinions both middle ones are the middle, and the note is given the nearer: so a note beside a
    late or an early one is not blamed with it.
    """
    here = struck[place]
    before, after = struck[max(start, place - 2) : place], struck[place + 1 : min(end, place + 3)]
    guesses = [
        a.at + (b.at - a.at) * (here.written - a.written) // (b.written - a.written) for a in before for b in after
    ]
    if not guesses:
        rise, run = pace
        guesses = [each.at + (here.written - each.written) * rise // run for each in (before[-1:] or after[:1])]
    if not guesses:
        return here.at
    guesses.sort()
    low, high = guesses[(len(guesses) - 1) // 2], guesses[len(guesses) // 2]
    return max(low, min(high, here.at))


def struck_moments(
    score: Score, onsets: Sequence[int], match: Sequence[int], again: Collection[int] = ()
) -> list[Struck]:
    """Every moment of which at least one note was played, grace notes left out, in rising time of playing.

    A chord is struck at the middle of its notes. `again` are played notes that count another time.
    """
    found: list[Struck] = []
    times, retaken, graces = score.times, sorted(onsets[place] for place in again), score.grace_moments
    seen = 0
    for moment, notes in enumerate(score.slices):
        if len(notes) == 1:
            middle = onsets[match[notes[0]]] if match[notes[0]] >= 0 else None
        else:
            at = sorted([onsets[match[i]] for i in notes if match[i] >= 0])
            middle = at[(len(at) - 1) // 2] if at else None
        if middle is None or moment in graces:
            continue
        before = seen
        seen = bisect_left(retaken, middle) if retaken else 0
        found.append(Struck(moment, times[moment], middle, middle - retaken[before] if seen > before else 0))
    return found


def pace_of(
    ends: tuple[Struck, Struck, Struck], moments: int, waits: tuple[int, int] = (0, 0), *, clicked: bool
) -> tuple[Pace, int]:
    """Rushing or dragging, and the change in thousandths (positive: faster).

    `ends` are the first, middle and last of so many moments. With a click the whole is held against it; without one the
    second half against the first. `waits` is the time lost to hesitations in each half, which is no tempo.
    """
    if moments < LEAST_MOMENTS:
        return Pace.STEADY, 0
    first, middle, last = ends
    early = max(1, middle.at - first.at - waits[0])
    late = max(1, last.at - middle.at - waits[1])
    if clicked:
        change = 1_000 * (last.written - first.written) // (early + late) - 1_000
    else:
        steps = (middle.written - first.written), (last.written - middle.written)
        change = 1_000 * early * steps[1] // (late * steps[0]) - 1_000
    limit = PACE_WITH_CLICK if clicked else PACE_WITHOUT
    return (Pace.RUSHING if change > limit else Pace.DRAGGING if change < -limit else Pace.STEADY), change


def halves(struck: Sequence[Struck], timed: Sequence[Timed], clicked: bool) -> tuple[Pace, int]:
    """`pace_of` for a whole performance."""
    if not struck:
        return Pace.STEADY, 0
    middle = len(struck) // 2
    waits = [time.hesitation for time in timed]
    ends = struck[0], struck[middle], struck[-1]
    return pace_of(ends, len(struck), (sum(waits[1 : middle + 1]), sum(waits[middle + 1 :])), clicked=clicked)
