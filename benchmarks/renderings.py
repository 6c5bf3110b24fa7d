"""Performances made from scores with the truth about them: what pianists and beginners do that a judge must understand.

Each manner changes a row of `Stroke`s in the order of the score. Nothing here knows how the judge works.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from math import exp, pi, sin
from random import Random

from domain.music.played import Played
from domain.music.score import Score

MS = 1_000
# What is true of a played note that is no written one.
EXTRA, RETAKEN, ORNAMENT, DECORATED = "extra", "retaken", "ornament", "decorated"
CORRECTED, WRONG = "corrected", "wrong_note"


@dataclass
class Stroke:
    """A key that goes down: when, which, how long, how hard; the written note that it is (-1: none) or is struck beside
    or instead of; what it is else.
    """

    at: float
    pitch: int
    length: float
    velocity: int
    index: int
    by: int
    kind: str = ""


@dataclass
class Rendering:
    """What was played and what is true of it.

    `pairs` says for written notes which played one they are, `named` what the judge should call written notes that are
    not simply right, `beside` the same for played notes that are no written ones.
    """

    notes: Played
    pairs: dict[int, int] = field(default_factory=dict)
    named: dict[int, str] = field(default_factory=dict)
    beside: dict[int, str] = field(default_factory=dict)


@dataclass
class Take:
    """A performance while it is made: strokes, and what is true of written notes."""

    score: Score
    chance: Random
    strokes: list[Stroke]
    named: dict[int, str] = field(default_factory=dict)
    pedal: list[tuple[int, bool]] = field(default_factory=list)


Manner = Callable[[Take], None]


def render(score: Score, manners: tuple[Manner, ...], seed: int) -> Rendering:
    """A performance of a score in some manners, one after the other. The same seed gives the same one."""
    chance = Random(seed)
    take = Take(score, chance, _exact(score, chance))
    for manner in manners:
        manner(take)
    strokes = sorted((each for each in take.strokes), key=lambda each: (round(each.at), each.pitch))
    strokes = _playable(strokes)
    onsets = [round(each.at) for each in strokes]
    releases = [round(each.at + max(30 * MS, each.length)) for each in strokes]
    velocities = [each.velocity for each in strokes]
    heard = Played(onsets, [each.pitch for each in strokes], velocities, releases, take.pedal)
    pairs = {each.index: place for place, each in enumerate(strokes) if each.index >= 0}
    beside = {place: each.kind for place, each in enumerate(strokes) if each.index < 0}
    return Rendering(heard, pairs, take.named, beside)


def _exact(score: Score, chance: Random) -> list[Stroke]:
    """The score as it is written, nearly legato, a little louder in the right hand."""
    return [
        Stroke(score.onsets[i], score.pitches[i], 0.92 * score.lengths[i], chance.randrange(50, 80), i, i)
        for i in score.struck
    ]


def _playable(strokes: list[Stroke]) -> list[Stroke]:
    """A key must be up before it goes down again."""
    down: dict[int, Stroke] = {}
    for each in strokes:
        before = down.get(each.pitch)
        if before is not None:
            before.length = min(before.length, each.at - before.at - 1)
        down[each.pitch] = each
    return strokes


def _moment(take: Take, each: Stroke) -> int:
    return take.score.slice_of[each.by]


def _warp(take: Take, at: list[float]) -> None:
    """Puts every moment of the score to another time; what is struck keeps its distance from its moment."""
    times = take.score.times
    for each in take.strokes:
        moment = _moment(take, each)
        each.at += at[moment] - times[moment]
        after = min(moment + 1, len(times) - 1)
        usual = times[after] - times[moment]
        each.length *= (at[after] - at[moment]) / usual if usual else 1


def _summed(score: Score, factors: list[float]) -> list[float]:
    at = [float(score.times[0])]
    for (left, right), factor in zip(pairwise(score.times), factors, strict=False):
        at.append(at[-1] + (right - left) * factor)
    return at


def tempo(factor: float) -> Manner:
    """A steady tempo of one's own; 0.3 is less than a third as fast."""

    def play(take: Take) -> None:
        _warp(take, _summed(take.score, [1 / factor] * len(take.score.times)))

    return play


def rubato(depth: float, phrase: float = 4.0, ending: float = 1.0) -> Manner:
    """Phrases of some seconds that hurry in their middle and linger at their ends; the last broadens by `ending`."""

    def play(take: Take) -> None:
        times, factors = take.score.times, []
        whole = max(1, times[-1])
        for at in times:
            place = (at / 1e6 / phrase) % 1
            factor = exp(-depth * sin(2 * pi * (place - 0.1)) + take.chance.gauss(0, depth / 10))
            rest = (whole - at) / 1e6
            factors.append(factor * (1 + ending * max(0, 1 - rest / 3)))
        _warp(take, _summed(take.score, factors))

    return play


def fermatas(every: float = 9.0, longer: float = 2.5) -> Manner:
    """The last note of a phrase is held: the step after it takes so many times as long."""

    def play(take: Take) -> None:
        times = take.score.times
        factors = [1.0] * len(times)
        for place in range(1, len(times)):
            if times[place] // int(every * 1e6) != times[place - 1] // int(every * 1e6):
                factors[place - 1] = longer
                for index in take.score.slices[place]:
                    take.named[index] = "hesitation"
        _warp(take, _summed(take.score, factors))

    return play


def uneven(share: float) -> Manner:
    """Every step takes its own time: a log-normal factor."""

    def play(take: Take) -> None:
        _warp(take, _summed(take.score, [exp(take.chance.gauss(0, share)) for _ in take.score.times]))

    return play


def jitter(ms: float) -> Manner:
    """Every key a little early or late."""

    def play(take: Take) -> None:
        for each in take.strokes:
            each.at += take.chance.gauss(0, ms) * MS

    return play


def hands_apart(ms: float) -> Manner:
    """The left hand drifts around the right one, mostly ahead of it, as pianists who let a melody sing do it."""

    def play(take: Take) -> None:
        drift, before = 0.0, -1
        for each in sorted(take.strokes, key=lambda each: each.at):
            moment = _moment(take, each)
            if moment != before:
                drift = 0.7 * drift + take.chance.gauss(-0.1 * ms, 0.7 * ms)
                before = moment
            if take.score.notes[each.by].staff > 1:
                each.at += drift * MS

    return play


def rolled(share: float, step: int = 60) -> Manner:
    """Chords of three and more are broken from below, ending or beginning on their beat."""

    def play(take: Take) -> None:
        chords: dict[int, list[Stroke]] = {}
        for each in take.strokes:
            chords.setdefault(_moment(take, each), []).append(each)
        for chord in chords.values():
            if len(chord) > 2 and take.chance.random() < share:
                wide = take.chance.uniform(0.6, 1.4) * step * MS
                ahead = take.chance.choice((0, len(chord) - 1))
                # Some roll from the lowest to the highest, others with both hands at once.
                staves = [{1, 2}] if take.chance.random() < 0.6 else [{1}, {2}]
                for own in staves:
                    hand = [each for each in chord if take.score.notes[each.by].staff in own]
                    for place, each in enumerate(sorted(hand, key=lambda each: each.pitch)):
                        each.at += (place - min(ahead, len(hand) - 1)) * wide

    return play


def trills(share: float) -> Manner:
    """Long notes are trilled, or get a mordent or a turn, whether that is written or not."""

    def play(take: Take) -> None:
        for each in list(take.strokes):
            if take.score.lengths[each.by] >= 400 * MS and take.chance.random() < share:
                step = take.chance.uniform(60, 100) * MS
                kinds = [(0, 2) * 20, (2, 0), (2, 0, -1, 0)]
                figure = take.chance.choice(kinds)[: max(2, int(0.75 * take.score.lengths[each.by] / step))]
                for k, up in enumerate(figure, 1):
                    at = each.at + k * step
                    kind = ORNAMENT if take.score.notes[each.by].ornament else DECORATED
                    take.strokes.append(Stroke(at, each.pitch + up, step, each.velocity, -1, each.by, kind))

    return play


def written_ornaments(take: Take) -> None:
    """What is written as a trill, mordent or turn is played; a trill may begin with the upper note."""
    for each in list(take.strokes):
        kind = take.score.notes[each.by].ornament
        if kind in ("trill", "mordent", "turn"):
            step = take.chance.uniform(60, 100) * MS
            many = max(2, int(0.8 * take.score.lengths[each.by] / step))
            above = take.chance.random() < 0.5
            figure = {"trill": (0, 2) * 30 if above else (2, 0) * 30, "mordent": (2, 0), "turn": (2, 0, -2, 0)}[kind]
            start = each.at
            if above and kind == "trill":
                take.strokes.append(Stroke(start, each.pitch + 2, step, each.velocity, -1, each.by, ORNAMENT))
                each.at += step
            for k, up in enumerate(figure[:many], 1):
                take.strokes.append(
                    Stroke(each.at + k * step, each.pitch + up, step, each.velocity, -1, each.by, ORNAMENT)
                )


def graces(take: Take) -> None:
    """Grace notes come before their beat or on it, quick or slow; some are left out."""
    gone = set()
    for number, each in enumerate(take.strokes):
        if take.score.notes[each.by].grace:
            each.at += take.chance.uniform(-80, 60) * MS
            if take.chance.random() < 0.1:
                gone.add(number)
                take.named[each.index] = "missed"
    take.strokes[:] = [each for number, each in enumerate(take.strokes) if number not in gone]


def legato_pedal(take: Take) -> None:
    """The pedal is changed every two seconds; fingers let go early."""
    last = max((each.at for each in take.strokes), default=0)
    for k in range(int(last // 2e6) + 1):
        take.pedal += [(k * 2_000_000 + 100_000, True), (k * 2_000_000 + 1_950_000, False)]
    for each in take.strokes:
        each.length *= take.chance.uniform(0.5, 1.1)


def missed(share: float) -> Manner:
    """Notes are left out."""

    def play(take: Take) -> None:
        kept = []
        for each in take.strokes:
            if each.index >= 0 and take.chance.random() < share:
                take.named[each.index] = "missed"
            else:
                kept.append(each)
        take.strokes[:] = kept

    return play


def mistaken(share: float, steps: tuple[int, ...]) -> Manner:
    """Another key is struck, so many semitones away."""

    def play(take: Take) -> None:
        for each in take.strokes:
            if each.index >= 0 and take.chance.random() < share:
                each.pitch += take.chance.choice(steps)
                take.named[each.index] = WRONG
                each.index, each.kind = -1, WRONG

    return play


def too_many(share: float) -> Manner:
    """Keys beside the right ones go down with them, or a little after."""

    def play(take: Take) -> None:
        for each in list(take.strokes):
            if take.chance.random() < share:
                at = each.at + take.chance.uniform(-40, 250) * MS
                key = each.pitch + take.chance.choice((-2, -1, 1, 2, 5, -7))
                take.strokes.append(Stroke(at, key, 150 * MS, 50, -1, each.by, EXTRA))

    return play


def octave_passage(length: int = 12) -> Manner:
    """One hand sits an octave too high for some notes."""

    def play(take: Take) -> None:
        staves = sorted({take.score.notes[each.by].staff for each in take.strokes})
        staff = take.chance.choice(staves)
        own = [each for each in take.strokes if take.score.notes[each.by].staff == staff]
        start = take.chance.randrange(max(1, len(own) - length))
        for each in own[start : start + length]:
            each.pitch += 12
            take.named[each.index] = "wrong_octave"
            each.index, each.kind = -1, "wrong_octave"

    return play


def skipped(times: int = 1, most: int = 16) -> Manner:
    """Some bars are left out and what follows comes at once."""

    def play(take: Take) -> None:
        count = len(take.score.times)
        for _ in range(times):
            length = take.chance.randrange(3, max(4, min(most, count // 3)))
            start = take.chance.randrange(2, max(3, count - length - 2))
            end = min(count - 1, start + length)
            gone = take.score.times[end] - take.score.times[start]
            kept = []
            for each in take.strokes:
                moment = _moment(take, each)
                if start <= moment < end:
                    take.named[each.index] = "missed"
                    continue
                if moment >= end:
                    each.at -= gone
                kept.append(each)
            take.strokes[:] = kept

    return play


def late_start(seconds: float = 8.0) -> Manner:
    """The recording runs for a while before anything is played."""

    def play(take: Take) -> None:
        for each in take.strokes:
            each.at += seconds * 1e6

    return play


def stops(share: float) -> Manner:
    """Somebody looks for the next key: a pause of one to three seconds before a moment."""

    def play(take: Take) -> None:
        _at_moments(take, share, _pause)

    return play


def goes_back(share: float, least: int = 1, most: int = 8) -> Manner:
    """Somebody stops, goes back some moments and plays them again; the last time counts."""

    def again(take: Take, moment: int, at: float) -> float:
        count = min(moment, take.chance.randrange(least, most + 1))
        return _replayed(take, moment - count, moment, at)

    def play(take: Take) -> None:
        _at_moments(take, share, again)

    return play


def puts_right(share: float) -> Manner:
    """A wrong key, seen at once: a moment later the right one, or the whole chord anew, and on from there."""

    def play(take: Take) -> None:
        _at_moments(take, share, _corrected)

    return play


def _at_moments(take: Take, share: float, change: Callable[[Take, int, float], float]) -> None:
    """Calls for some moments a change that takes time from that moment on; it says how much."""
    by_moment: dict[int, list[Stroke]] = {}
    for each in take.strokes:
        by_moment.setdefault(_moment(take, each), []).append(each)
    later = 0.0
    for moment in sorted(by_moment):
        for each in by_moment[moment]:
            each.at += later
        if moment and take.chance.random() < share:
            more = change(take, moment, min(each.at for each in by_moment[moment]))
            for each in by_moment[moment]:
                each.at += more
            later += more


def _pause(take: Take, moment: int, _at: float) -> float:
    for index in take.score.slices[moment]:
        take.named.setdefault(index, "hesitation")
    return take.chance.uniform(1.0, 3.0) * 1e6


def _replayed(take: Take, start: int, end: int, at: float) -> float:
    """Plays the moments from `start` to `end` again after a stop; what was played of them does not count any more."""
    stop = take.chance.uniform(0.5, 1.5) * 1e6
    first = [each for each in take.strokes if each.kind in ("", WRONG) and start <= _moment(take, each) < end]
    if not first:
        return stop
    began = min(each.at for each in first)
    for each in first:
        again = each.at - began + at + stop
        key = take.score.pitches[each.by]
        take.strokes.append(Stroke(again, key, each.length, each.velocity, each.by, each.by))
        take.named.pop(each.by, None)
        each.index, each.kind = -1, EXTRA if each.kind == WRONG else RETAKEN
    for index in take.score.slices[start]:
        take.named[index] = "restart"
    return at - began + stop


def _corrected(take: Take, moment: int, at: float) -> float:
    wait = take.chance.uniform(0.35, 0.9) * 1e6
    members = [each for each in take.strokes if each.index >= 0 and _moment(take, each) == moment]
    if not members:
        return 0.0
    wrong = take.chance.choice(members)
    whole = take.chance.random() < 0.5
    for each in members:
        key = each.pitch + (take.chance.choice((-2, -1, 1, 2)) if each is wrong else 0)
        if each is wrong or whole:
            kind = CORRECTED if each is wrong else RETAKEN
            take.strokes.append(Stroke(at, key, wait * 0.8, each.velocity, -1, each.by, kind))
    if not whole:
        for each in members:
            if each is not wrong:
                each.at -= wait
    for each in members if whole else (wrong,):
        take.named[each.index] = "hesitation"
    return wait
