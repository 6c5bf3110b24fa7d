"""Loud and soft: passages, hairpins and accents, each against what is beside it.

How loud a keyboard plays at all nobody knows. So a passage under one dynamic is held against the one before it, the end
of a hairpin against its beginning, an accent against its neighbours; each hand for itself, a chord by its loudest key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

import msgspec

from domain.music.played import Played
from domain.music.rules import Rules
from domain.music.score import Score, ScoreNote
from domain.music.verdicts import Touch

from .timeline import median

# Fewer strokes than this say nothing about how loud a passage was.
LEAST_STROKES = 3
# A hairpin needs so many moments, of which the first and the last third, at least two, are compared.
LEAST_UNDER_HAIRPIN, PARTS = 4, 3
# An accent is held against so many moments on each side that have none; fewer than so many of them say nothing.
AROUND, LEAST_AROUND = 4, 3


class Moment(msgspec.Struct, frozen=True):
    """What one staff strikes at once: its notes that were played, what is written there, and the loudest velocity."""

    notes: list[int]
    written: ScoreNote
    velocity: int


def touches(score: Score, heard: Played, match: Sequence[int], rules: Rules) -> dict[int, Touch]:
    """The written notes that were not louder or softer than what they are held against, though that is written.

    Nothing where a keyboard knows no loud and soft.
    """
    if not score.is_shaded or len(set(heard.velocities)) < 2:
        return {}
    found: dict[int, Touch] = {}
    for staff in score.hands:
        row = _moments(score, heard, match, staff)
        for judged in (_passages, _hairpins, _accents):
            for notes, touch in judged(row, rules):
                found |= dict.fromkeys(notes, touch)
    return found


def _moments(score: Score, heard: Played, match: Sequence[int], staff: int) -> list[Moment]:
    notes = score.notes
    own = [i for i in range(len(notes)) if notes[i].staff == staff and match[i] >= 0 and not notes[i].grace]
    found: list[Moment] = []
    for _, group in groupby(own, key=lambda i: score.slice_of[i]):
        together = list(group)
        accent = any(notes[i].accent for i in together)
        written = msgspec.structs.replace(notes[together[0]], accent=accent)
        found.append(Moment(together, written, max(heard.velocities[match[i]] for i in together)))
    return found


def _passages(row: Sequence[Moment], rules: Rules) -> Iterator[tuple[list[int], Touch]]:
    """Each passage under one dynamic against the one before it. What swells or has an accent says nothing of either."""
    plain = [each for each in row if each.written.dynamic and not each.written.hairpin and not each.written.accent]
    passages = [list(group) for _, group in groupby(plain, key=lambda each: each.written.dynamic)]
    told = [passage for passage in passages if sum(len(each.notes) for each in passage) >= LEAST_STROKES]
    for before, here in pairwise(told):
        rise = median(_velocities(here)) - median(_velocities(before))
        louder = here[0].written.dynamic > before[0].written.dynamic
        if here[0].written.dynamic != before[0].written.dynamic:
            yield from _unless(rise if louder else -rise, rules.touch_least, here, louder)


def _hairpins(row: Sequence[Moment], rules: Rules) -> Iterator[tuple[list[int], Touch]]:
    """The last third of each hairpin against its first."""
    for under in _runs(row, lambda each: each.written.hairpin):
        part = max(len(under) // PARTS, 2)
        if len(under) < LEAST_UNDER_HAIRPIN:
            continue
        louder = under[0].written.hairpin > 0
        change = median(_velocities(under[-part:])) - median(_velocities(under[:part]))
        yield from _unless(change if louder else -change, rules.swell_least, under[-part:], louder)


def _accents(row: Sequence[Moment], rules: Rules) -> Iterator[tuple[list[int], Touch]]:
    """Each accent against the moments around it that have none."""
    for place, each in enumerate(row):
        if each.written.accent:
            near = row[max(0, place - AROUND) : place + AROUND + 1]
            others = [other.velocity for other in near if not other.written.accent]
            if len(others) >= LEAST_AROUND:
                yield from _unless(each.velocity - median(others), rules.accent_least, [each], True)


def _unless(reached: int, least: int, here: Sequence[Moment], louder: bool) -> Iterator[tuple[list[int], Touch]]:
    if reached < least:
        yield [index for each in here for index in each.notes], Touch.TOO_SOFT if louder else Touch.TOO_LOUD


def _runs(row: Sequence[Moment], sign: Callable[[Moment], int]) -> Iterator[list[Moment]]:
    """Moments in a row under one sign; the same sign in a repeat is another one."""
    run: list[Moment] = []
    for each in row:
        if run and (sign(each) != sign(run[0]) or each.written.measure < run[-1].written.measure):
            yield run
            run = []
        if sign(each):
            run.append(each)
    if run:
        yield run


def _velocities(moments: Sequence[Moment]) -> list[int]:
    return [each.velocity for each in moments]
