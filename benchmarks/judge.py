"""How many attempts of 600 notes the judge judges again per second and core (`./mlc bench judge`; target: 2,000).

Prints one line of JSON: attempts a second for a clean performance with a click, and for ones with mistakes or without a
click, each from raw events to the judgement; and the share of CPU time that the columns of the events take.

`per_second` is the median of the rounds, `spread` the slowest and the quickest round; `undisturbed` takes of each
attempt the quickest of all rounds, as on a machine on which nothing else runs.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from random import Random
from statistics import median
from typing import NamedTuple

from domain.music.judging import compiled_judge, judge
from domain.music.pitch import spelled
from domain.music.played import played
from domain.music.rhythm import QUARTER
from domain.music.rules import RULES, Level
from domain.music.score import Score, ScoreNote, score_of
from domain.records.progress import RawEvent

NOTES, ATTEMPTS, ROUNDS = 600, 200, 15
TARGET = 2_000


def piece(chance: Random) -> Score:
    """A melody of 600 quarter and eighth notes."""
    notes: list[ScoreNote] = []
    at, key = 0, 60
    for number in range(NOTES):
        length = chance.choice((QUARTER, QUARTER // 2))
        key = max(55, min(79, key + chance.choice((-4, -2, -1, 1, 2, 4))))
        notes.append(ScoreNote(note_id=f"n{number}", pitch=spelled(key), onset=at, duration=length))
        at += length
    return score_of(notes)


def attempt(score: Score, chance: Random, mistakes: int) -> list[RawEvent]:
    """One performance: onsets scattered by 15 ms, and so many notes left out or wrong."""
    wrong = set(chance.sample(range(NOTES), mistakes))
    events: list[RawEvent] = []
    for index, (at, key) in enumerate(zip(score.onsets, score.pitches, strict=True)):
        if index in wrong and chance.random() < 0.5:
            continue
        struck = max(0, at + round(chance.gauss(0, 15_000)))
        pressed = key + (chance.choice((-2, -1, 1, 2)) if index in wrong else 0)
        events += [(struck, pressed, 70), (struck + score.lengths[index] * 9 // 10, pressed, 0)]
    return sorted(events)


class Speed(NamedTuple):
    """Attempts per second of CPU time: the rounds from the slowest to the quickest, and what was quickest of each."""

    rounds: list[float]
    undisturbed: float


def per_second(work: Callable[[list[RawEvent]], object], attempts: list[list[RawEvent]]) -> Speed:
    """Do the work for each attempt, round after round."""
    rounds = [[_seconds(work, each) for each in attempts] for _ in range(ROUNDS)]
    quickest = [min(times) for times in zip(*rounds, strict=True)]
    return Speed(sorted(len(attempts) / sum(times) for times in rounds), len(attempts) / sum(quickest))


def _seconds(work: Callable[[list[RawEvent]], object], attempt: list[RawEvent]) -> float:
    start = time.process_time()
    work(attempt)
    return time.process_time() - start


def main() -> None:
    """Measures and prints."""
    chance = Random(1)
    score, rules = piece(chance), RULES[Level.NORMAL]
    clean = [attempt(score, chance, 0) for _ in range(ATTEMPTS)]
    human = [attempt(score, chance, 12) for _ in range(ATTEMPTS // 4)]
    judge(score, clean[0], rules, clicked=True)
    figures = {
        "clean_with_click": per_second(lambda each: judge(score, each, rules, clicked=True), clean),
        "twelve_mistakes_with_click": per_second(lambda each: judge(score, each, rules, clicked=True), human),
        "clean_own_tempo": per_second(lambda each: judge(score, each, rules), clean[: ATTEMPTS // 4]),
        "columns_of_events": per_second(played, clean),
    }
    found = {"bench": "judge", "notes": NOTES, "target": TARGET, "compiled": compiled_judge() is not None}
    found["per_second"] = {name: round(median(speed.rounds)) for name, speed in figures.items()}
    found["spread"] = {name: [round(speed.rounds[0]), round(speed.rounds[-1])] for name, speed in figures.items()}
    found["undisturbed"] = {name: round(speed.undisturbed) for name, speed in figures.items()}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
