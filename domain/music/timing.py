"""How early or late each moment was: against the click, or against the player's own tempo. Hesitations start afresh."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from itertools import pairwise

import msgspec

from domain.music.rules import Rules
from domain.music.score import Score
from domain.music.verdicts import Pace

from .timeline import median

# From how many thousandths of tempo on a performance rushes or drags: with a click the click says it, without one the
# player's own beginning, which wanders more.
PACE_WITH_CLICK, PACE_WITHOUT = 20, 80
# Fewer moments than this have no tempo.
LEAST_MOMENTS = 9
# So many steps before and after a moment say its tempo.
STEPS = 4
NO_TEMPO = 0


class Struck(msgspec.Struct, frozen=True):
    """The moments that were played, in columns: their numbers, when they were written, and when they were struck.

    `restarts` is how long before each the player began to play what counts another time, 0 where nothing was. `free`
    says whether a wrong key was put right since the moment before, or that has a fermata; empty where neither is.
    """

    moments: list[int]
    written: list[int]
    at: list[int]
    restarts: list[int]
    free: list[bool] = []


class Paces(msgspec.Struct, frozen=True):
    """The tempo at each moment, played over written."""

    rises: list[int]
    runs: list[int]


class Timed(msgspec.Struct, frozen=True):
    """When each moment should have been struck, and by how much the wait before it was too long (0: it was not; below
    zero: so much time was jumped over).

    `paces` is the player's own tempo there, None with a click.
    """

    expected: list[int]
    hesitations: list[int]
    paces: Paces | None = None


def paces(struck: Struck) -> Paces:
    """The local tempo at each moment, played over written: the middle of the steps around it, its own left out."""
    count = len(struck.at)
    rises, runs, ratios = _steps(struck.at, struck.written)
    found_rises, found_runs = [1] * count, [1] * count
    window = sorted(ratios[: STEPS - 1])
    for place in range(count):
        if place > STEPS + 1:
            window.pop(_place_in(window, ratios[place - STEPS - 2]))
        if place + STEPS <= len(ratios):
            newest = ratios[place + STEPS - 1]
            window.insert(_place_in(window, newest), newest)
        near = _middle_but(window, ratios[place - 1] if place else NO_TEMPO)
        if near >= 0:
            found_rises[place] = rises[near % count]
            found_runs[place] = runs[near % count]
    return Paces(found_rises, found_runs)


def _steps(at: list[int], written: list[int]) -> tuple[list[int], list[int], list[int]]:
    """The steps from moment to moment, played and written, and numbers that sort them by tempo and then by place.

    A step that has no tempo, backwards or all at once, has `NO_TEMPO`.
    """
    rises: list[int] = []
    runs: list[int] = []
    ratios: list[int] = []
    count, none = len(at), NO_TEMPO
    before = left = 0
    for place in range(count):
        now, here = at[place], written[place]
        if place:
            ratio = (now - before) * (1 << 20) // (here - left)
            rises.append(now - before)
            runs.append(here - left)
            ratios.append(ratio * count + place - 1 if ratio > none else none)
        before, left = now, here
    return rises, runs, ratios


def _place_in(window: list[int], ratio: int) -> int:
    """Where a number stands in a sorted row, or would stand."""
    for place, other in enumerate(window):
        if other >= ratio:
            return place
    return len(window)


def _middle_but(window: list[int], own: int) -> int:
    """The middle one of a sorted row of tempi, `own` left out, of an even number the slower; -1 where there is none."""
    none = tempi = 0
    for ratio in window:
        if not ratio:
            none += 1
        elif ratio != own:
            tempi += 1
    middle = none + tempi // 2
    if not tempi:
        return -1
    if own and _place_in(window, own) <= middle:
        middle += 1
    return window[middle]


def waits(struck: Struck, pace: Paces | None, rules: Rules) -> list[int]:
    """For each moment by how much the pause before it was too long, 0 where that was no hesitation.

    Who put a wrong key right and is out of time for it has stopped for that; a fermata may be held. Where moments were
    left out and the time for them too, it is below zero. After either time starts afresh.
    """
    tenths, least, ok = rules.hesitation_tenths, rules.hesitation_least, rules.ok
    at, written, restarts, free = struck.at, struck.written, struck.restarts, struck.free
    moments, found = struck.moments, [0] * len(at)
    rises, runs = (pace.rises, pace.runs) if pace is not None else ([], [])
    before = left = 0
    for place in range(len(at)):
        now, here, restart = at[place], written[place], restarts[place]
        gap, usual = now - before, here - left
        before, left = now, here
        if not place:
            found[0] = restart
            continue
        if rises:
            rise, run = rises[place], runs[place]
            usual = usual * rise // run
        if restart:
            found[place] = max(1, gap - usual)
            continue
        late, since, after = gap - usual, moments[place - 1], moments[place]
        left_out = after > since + 1
        hesitated = 10 * gap > usual * tenths and gap > least
        if hesitated or (free and free[place] and late > ok) or (left_out and 3 * gap < 2 * usual and late < -ok):
            found[place] = late
    return found


def with_click(struck: Struck, rules: Rules) -> Timed:
    """Against the click. After a hesitation the click counts from there, until the player is back on the old one."""
    at, written, restarts = struck.at, struck.written, struck.restarts
    pauses = waits(struck, None, rules)
    if at and not restarts[0] and at[0] - written[0] > rules.hesitation_least:
        pauses[0] = at[0] - written[0]
    expected: list[int] = []
    shift, ok = 0, rules.ok
    for place in range(len(at)):
        now, here, pause = at[place], written[place], pauses[place]
        late = now - here
        if pause and (abs(late) > ok or restarts[place]):
            shift = late
            expected.append(now)
            continue
        pauses[place] = 0
        apart = late - shift
        if abs(late) < abs(apart):
            shift = 0
        expected.append(here + shift)
    return Timed(expected, pauses)


def without_click(struck: Struck, rules: Rules) -> Timed:
    """Against the player's own beat: where the moments on both sides say that this one should have been."""
    pace = paces(struck)
    pauses = waits(struck, pace, rules)
    at, written = struck.at, struck.written
    expected = [0] * len(at)
    breaks = [0, *(place for place, pause in enumerate(pauses) if pause), len(at)]
    for start, end in pairwise(breaks):
        for place in range(start, end):
            if start + 2 <= place < end - 2:
                expected[place] = _amidst(at, written, place)
            else:
                expected[place] = _at_the_edge(at, written, (pace.rises[place], pace.runs[place]), place, start, end)
    return Timed(expected, pauses, pace)


def _amidst(at: list[int], written: list[int], place: int) -> int:
    """The middle of what two neighbours on each side say.

    Of an even number of opinions both middle ones are the middle, and the note is given the nearer: so a note beside a
    late or an early one is not blamed with it.
    """
    here, now = written[place], at[place]
    one, two = _opinion(at, written, here, place - 2, place + 1), _opinion(at, written, here, place - 2, place + 2)
    three, four = _opinion(at, written, here, place - 1, place + 1), _opinion(at, written, here, place - 1, place + 2)
    high = max(min(one, two), min(three, four))
    low = min(max(one, two), max(three, four))
    return max(min(low, high), min(max(low, high), now))


def _opinion(at: list[int], written: list[int], here: int, before: int, after: int) -> int:
    """When a note that is written at `here` would be struck, as the moments before and after it say."""
    since, until, left, right = at[before], at[after], written[before], written[after]
    return since + (until - since) * (here - left) // (right - left)


def _at_the_edge(at: list[int], written: list[int], pace: tuple[int, int], place: int, start: int, end: int) -> int:
    """The middle of what there is of neighbours in a stretch; at its end, the tempo from the one side."""
    here, now = written[place], at[place]
    before, after = range(max(start, place - 2), place), range(place + 1, min(end, place + 3))
    guesses = sorted([_opinion(at, written, here, left, right) for left in before for right in after])
    if guesses:
        low, high = median(guesses), guesses[len(guesses) // 2]
        return max(low, min(high, now))
    if not before and not after:
        return now
    near = place - 1 if before else place + 1
    return at[near] + (here - written[near]) * pace[0] // pace[1]


def struck_moments(
    score: Score, onsets: list[int], match: list[int], again: Collection[int] = (), corrected: Collection[int] = ()
) -> Struck:
    """Every moment of which at least one note was played, grace notes left out, in rising time of playing.

    A chord is struck at the middle of its notes. `again` are played notes that count another time, `corrected` wrong
    ones that were put right.
    """
    times, graces, slices, alone = score.times, score.grace_moments, score.slices, score.alone
    moments: list[int] = []
    written: list[int] = []
    at: list[int] = []
    for moment in range(len(alone)):
        if graces and moment in graces:
            continue
        index = alone[moment]
        if index >= 0:
            place = match[index]
            if place < 0:
                continue
            at.append(onsets[place])
        else:
            members = slices[moment]
            found = sorted([onsets[match[index]] for index in members if match[index] >= 0])
            if not found:
                continue
            at.append(middle(found))
        moments.append(moment)
        written.append(times[moment])
    restarts = _restarts(at, sorted([onsets[place] for place in again]))
    return Struck(moments, written, at, restarts, _free(score, moments, at, sorted([onsets[k] for k in corrected])))


def _free(score: Score, moments: list[int], at: list[int], corrected: list[int]) -> list[bool]:
    """Before which moments a wait has a reason: strokes (rising) that were put right, or a fermata."""
    ends = score.after_fermatas
    if not corrected and not ends:
        return []
    since = _restarts(at, corrected)
    return [since[place] > 0 or moments[place] in ends for place in range(len(at))]


def middle(found: list[int]) -> int:
    """The middle of the onsets of a chord (rising): of an even number halfway between both middle ones."""
    last = len(found) - 1
    return (found[last // 2] + found[len(found) // 2]) // 2


def _restarts(at: list[int], retaken: list[int]) -> list[int]:
    """How long before each moment some strokes (rising) began, where they came since the moment before."""
    found = [0] * len(at)
    seen = 0
    for place in range(len(at)) if retaken else ():
        before, seen = seen, bisect_left(retaken, at[place])
        if seen > before:
            found[place] = at[place] - retaken[before]
    return found


def pace_of(
    written: tuple[int, int, int], at: tuple[int, int, int], moments: int, lost: tuple[int, int], clicked: bool
) -> tuple[Pace, int]:
    """Rushing or dragging, and the change in thousandths (positive: faster).

    `written` and `at` are the first, middle and last of so many moments. With a click the whole is held against it;
    without one the second half against the first. `lost` is the time that hesitations took in each half, which is no
    tempo.
    """
    if moments < LEAST_MOMENTS:
        return Pace.STEADY, 0
    early = max(1, at[1] - at[0] - lost[0])
    late = max(1, at[2] - at[1] - lost[1])
    if clicked:
        change = 1_000 * (written[2] - written[0]) // (early + late) - 1_000
    else:
        change = 1_000 * early * (written[2] - written[1]) // (late * (written[1] - written[0])) - 1_000
    limit = PACE_WITH_CLICK if clicked else PACE_WITHOUT
    return (Pace.RUSHING if change > limit else Pace.DRAGGING if change < -limit else Pace.STEADY), change


def halves(struck: Struck, timed: Timed, clicked: bool) -> tuple[Pace, int]:
    """`pace_of` for a whole performance."""
    written, at, waited = struck.written, struck.at, timed.hesitations
    if not at:
        return Pace.STEADY, 0
    middle, last = len(at) // 2, len(at) - 1
    lost = sum(waited[1 : middle + 1]), sum(waited[middle + 1 :])
    return pace_of((written[0], written[middle], written[last]), (at[0], at[middle], at[last]), len(at), lost, clicked)
