"""Performances made from scores with known mistakes: tempo bent, onsets jittered, notes dropped, added and swapped."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp, sin
from random import Random

from domain.music.played import Played
from domain.music.score import Score


@dataclass(frozen=True)
class Deformation:
    """Chances are per note; `rubato` is the greatest change of log tempo; `jitter` is a standard deviation in ms."""

    tempo: float = 1.0
    rubato: float = 0.0
    jitter: float = 0.0
    drop: float = 0.0
    add: float = 0.0
    wrong: float = 0.0
    swap: float = 0.0
    hesitate: float = 0.0


MILD = Deformation(tempo=1.1, rubato=0.15, jitter=12, drop=0.01, add=0.01, wrong=0.01, hesitate=0.002)
STRONG = Deformation(tempo=0.7, rubato=0.5, jitter=30, drop=0.05, add=0.05, wrong=0.05, swap=0.01, hesitate=0.01)


@dataclass
class Performance:
    """What was played and which score note each played note is (-1: none)."""

    notes: Played
    truth: dict[int, int] = field(default_factory=dict)


def perform(score: Score, how: Deformation, seed: int) -> Performance:
    """A performance of a score. The same seed gives the same one."""
    chance = Random(seed)
    times = _bent(score, how, chance)
    rows: list[tuple[int, int, int]] = []
    for index in score.struck:
        pitch = score.pitches[index]
        at = times[score.slice_of[index]] + round(chance.gauss(0, how.jitter) * 1_000)
        if chance.random() < how.add:
            rows.append((at + chance.randrange(20_000, 200_000), pitch + chance.choice((-2, -1, 1, 2, 12)), -1))
        if chance.random() < how.drop:
            continue
        if chance.random() < how.wrong:
            rows.append((at, pitch + chance.choice((-2, -1, 1, 2)), -1))
            continue
        rows.append((at, pitch, index))
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


def _bent(score: Score, how: Deformation, chance: Random) -> list[int]:
    """Moments under a wandering tempo with stops."""
    at, times = 0.0, [0]
    phase, period = chance.uniform(0, 6), chance.uniform(4e6, 9e6)
    for k in range(1, len(score.times)):
        step = score.times[k] - score.times[k - 1]
        factor = exp(how.rubato * sin(phase + score.times[k] / period * 6.28) + chance.gauss(0, how.rubato / 6))
        at += step * factor / how.tempo
        if chance.random() < how.hesitate:
            at += chance.uniform(0.5e6, 3e6)
        times.append(round(at))
    return times


def _swapped(rows: list[tuple[int, int, int]], share: float, chance: Random) -> list[tuple[int, int, int]]:
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
