"""Performances made from scores with known mistakes: what pianists and beginners do, with the truth about each note."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from math import exp, sin
from random import Random

from domain.music.played import Played
from domain.music.rhythm import QUARTER
from domain.music.score import Score


@dataclass(frozen=True)
class Deformation:
    """Chances are per note, `hesitate`, `restart` and `skip` per moment, `roll` per chord, `trill` per long note.

    `rubato` is the greatest change of log tempo; `jitter` is a standard deviation in ms, `apart` how far in ms the
    hands drift from each other.
    """

    tempo: float = 1.0
    rubato: float = 0.0
    jitter: float = 0.0
    apart: float = 0.0
    drop: float = 0.0
    add: float = 0.0
    wrong: float = 0.0
    octave: float = 0.0
    swap: float = 0.0
    hesitate: float = 0.0
    restart: float = 0.0
    skip: float = 0.0
    roll: float = 0.0
    trill: float = 0.0


MILD = Deformation(tempo=1.1, rubato=0.15, jitter=12, drop=0.01, add=0.01, wrong=0.01, hesitate=0.002)
STRONG = Deformation(tempo=0.7, rubato=0.5, jitter=30, drop=0.05, add=0.05, wrong=0.05, swap=0.01, hesitate=0.01)
PIANIST = Deformation(
    tempo=1.0, rubato=0.4, jitter=15, apart=40, drop=0.01, add=0.01, wrong=0.005, roll=0.1, trill=0.05, hesitate=0.002
)
BEGINNER = Deformation(
    tempo=0.6,
    rubato=0.25,
    jitter=40,
    apart=60,
    drop=0.03,
    add=0.03,
    wrong=0.05,
    octave=0.005,
    hesitate=0.05,
    restart=0.02,
    skip=0.003,
)

_Row = tuple[int, int, int]


@dataclass
class Performance:
    """What was played and which played note each score note is. Of a passage played twice the last time counts."""

    notes: Played
    truth: dict[int, int] = field(default_factory=dict)


def perform(score: Score, how: Deformation, seed: int) -> Performance:
    """A performance of a score. The same seed gives the same one."""
    chance = Random(seed)
    rows: list[_Row] = []
    apart, order = 0.0, _path(len(score.times), how, chance)
    for moment, at in zip(order, _bent(score, how, order, chance), strict=True):
        apart = 0.8 * apart + chance.gauss(0, 0.6 * how.apart) * 1_000
        rows += _moment(score, how, moment, at, round(apart), chance)
    rows = _swapped(rows, how.swap, chance)
    rows.sort()
    first = min((row[0] for row in rows), default=0)
    onsets = [at - first for at, _, _ in rows]
    notes = Played(
        onsets,
        [pitch for _, pitch, _ in rows],
        [chance.randrange(40, 90) for _ in rows],
        [at + 200_000 for at in onsets],
        [],
    )
    return Performance(notes, {index: place for place, (_, _, index) in enumerate(rows) if index >= 0})


def _path(moments: int, how: Deformation, chance: Random) -> list[int]:
    """The moments in the order in which they are played."""
    order: list[int] = []
    here = 0
    while here < moments:
        order.append(here)
        here += 1
        if chance.random() < how.restart:
            here = max(0, here - chance.randrange(1, 13))
        elif chance.random() < how.skip:
            here += chance.randrange(2, 30)
    return order


def _bent(score: Score, how: Deformation, order: list[int], chance: Random) -> list[int]:
    """The path under a wandering tempo with stops."""
    at, times = 0.0, [0]
    phase, period = chance.uniform(0, 6), chance.uniform(4e6, 9e6)
    usual = score.times[-1] / max(1, len(score.times) - 1)
    for before, here in pairwise(order):
        step = score.times[here] - score.times[before] if here == before + 1 else usual
        factor = exp(how.rubato * sin(phase + score.times[here] / period * 6.28) + chance.gauss(0, how.rubato / 6))
        at += step * factor / how.tempo
        if chance.random() < how.hesitate or here <= before:
            at += chance.uniform(0.5e6, 3e6)
        times.append(round(at))
    return times


def _moment(score: Score, how: Deformation, moment: int, at: int, apart: int, chance: Random) -> list[_Row]:
    """The notes of one moment as they are struck."""
    indices = [index for index in score.slices[moment] if index not in score.unisons]
    roll = chance.randrange(20_000, 90_000) if len(indices) > 2 and chance.random() < how.roll else 0
    rows: list[_Row] = []
    for place, index in enumerate(indices):
        late = apart if score.notes[index].staff > 1 else 0
        struck = at + late + place * roll + round(chance.gauss(0, how.jitter) * 1_000)
        rows += _stroke(score, how, index, struck, chance)
    return rows


def _stroke(score: Score, how: Deformation, index: int, at: int, chance: Random) -> list[_Row]:
    """One written note: as it stands, with one beside it, as a trill, wrong, or not at all."""
    pitch = score.pitches[index]
    rows: list[_Row] = []
    if chance.random() < how.add:
        rows.append((at + chance.randrange(20_000, 200_000), pitch + chance.choice((-2, -1, 1, 2, 12)), -1))
    if chance.random() < how.drop:
        return rows
    if chance.random() < how.octave:
        return [*rows, (at, pitch + chance.choice((-12, 12)), -1)]
    if chance.random() < how.wrong:
        return [*rows, (at, pitch + chance.choice((-2, -1, 1, 2)), -1)]
    rows.append((at, pitch, index))
    if score.notes[index].duration >= QUARTER and chance.random() < how.trill:
        step = chance.randrange(60_000, 110_000)
        rows += [(at + k * step, pitch + (k % 2) * 2, -1) for k in range(1, score.lengths[index] * 3 // 4 // step)]
    return rows


def _swapped(rows: list[_Row], share: float, chance: Random) -> list[_Row]:
    """Neighbours that change places in time."""
    for k in range(len(rows) - 1):
        if chance.random() < share:
            (a, p, i), (b, q, j) = rows[k], rows[k + 1]
            rows[k], rows[k + 1] = (b, p, i), (a, q, j)
    return rows


def found_share(score: Score, performance: Performance, match: list[int]) -> float:
    """F1 of matched pairs against the truth. Another note of the same pitch struck at the same moment is as good."""
    onsets = performance.notes.onsets
    right = sum(
        1 for i, j in performance.truth.items() if match[i] >= 0 and (match[i] == j or onsets[match[i]] == onsets[j])
    )
    made = sum(1 for j in match if j >= 0)
    return 2 * right / max(1, made + len(performance.truth))
