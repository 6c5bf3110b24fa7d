"""Client and centre of one judge version must say the same: the judgements of this version, kept.

`python tests/domain/music/test_judge_version.py` writes the file anew; do that only together with a new JUDGE_VERSION.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path
from random import Random

import msgspec
import pytest

from domain.music.judge import judge
from domain.music.pitch import spelled
from domain.music.played import played
from domain.music.rhythm import QUARTER
from domain.music.rules import RULES, Level
from domain.music.score import Score, ScoreNote, score_of
from domain.records.progress import JUDGE_VERSION, PEDAL, RawEvent

KEPT = Path(__file__).parent / "data" / "judged.json"
CASES, PRACTISED = 120, 80


def piece(chance: Random) -> Score:
    """Whole numbers only, so that it is the same on every machine."""
    notes: list[ScoreNote] = []
    at, key = 0, 64
    for n in range(chance.randrange(6, 28)):
        length = chance.choice((QUARTER // 2, QUARTER, QUARTER, 2 * QUARTER))
        key = max(55, min(79, key + chance.choice((-4, -2, -1, 0, 1, 2, 4))))
        kind = chance.randrange(12)
        for k in range(3 if kind == 0 else 1):
            notes.append(
                ScoreNote(
                    note_id=f"m{n}-{k}",
                    pitch=spelled(key + 4 * k),
                    onset=at,
                    duration=length,
                    rolled=kind == 0,
                    articulation="staccato" if kind == 1 else "",
                )
            )
        if kind == 2:
            notes.append(ScoreNote(note_id=f"g{n}", pitch=spelled(key + 2), onset=at, duration=0, grace=True))
        if n % 4 == 0:
            notes.append(ScoreNote(note_id=f"b{n}", pitch=spelled(key - 16), onset=at, duration=length, staff=2))
        if kind == 3:
            notes.append(ScoreNote(note_id=f"u{n}", pitch=spelled(key), onset=at, duration=2 * length, staff=2))
        at += length
    return score_of(notes, [(0, chance.choice((400_000, 500_000, 800_000)))])


def performance(score: Score, chance: Random) -> list[RawEvent]:
    """Every kind of mistake, and exact edges of windows among the offsets."""
    events: list[RawEvent] = []
    edges = [0, 25, 50, 80, 90, 100, 130, 150, 200, 240]
    share, shift = chance.choice((0, 5, 15, 30)), 0
    for index, at in enumerate(score.onsets):
        kind = chance.randrange(100)
        shift += chance.choice((300_000, 900_000)) if kind == 50 else 0
        late = chance.choice((-1, 1)) * (chance.choice(edges) * 1_000 + chance.randrange(-1, 2)) if share else 0
        start, key = max(0, at + shift + late // chance.choice((1, 2, 4))), score.pitches[index]
        length = score.lengths[index] * chance.choice((6, 9, 10, 12, 14)) // 10 + chance.randrange(2)
        velocity = chance.choice((7, 8, 60, 90))
        if kind < share // 3:
            continue
        if kind < share:
            key += chance.choice((-12, -2, -1, 1, 2, 3, 12, 16))
        if kind >= 100 - share // 3:
            extra = key + chance.choice((-2, -1, 0, 1, 2, 5))
            begun = max(0, start + chance.choice((-200_000, -100_000, 120_000, 240_000)))
            events += [(begun, extra, velocity), (begun + chance.choice((39_999, 40_000, 79_999, 80_000)), extra, 0)]
        events.append((start, key, velocity))
        events += [(start + max(1, length), key, 0)] if chance.randrange(20) else []
    if chance.randrange(3) == 0:
        events += [(k * 700_000, PEDAL, chance.choice((0, 63, 64, 127))) for k in range(9)]
    return events


def practised(score: Score, chance: Random) -> list[RawEvent]:
    """Somebody who practises: stops, goes back some notes or all, puts wrong keys right, leaves bars out."""
    events: list[RawEvent] = []
    at, here, tempo = 0, 0, chance.choice((80, 100, 130, 180))
    while here < len(score.slices):
        for index in score.slices[here]:
            events += _struck(score, index, at + chance.randrange(0, 45_000), chance)
        kind, before = chance.randrange(100), here
        here += 1
        if kind < 10:
            here = 0 if kind == 0 else max(0, here - chance.randrange(1, 8))
        elif kind < 13:
            here += chance.randrange(1, 7)
        written = score.times[here] - score.times[before] if before < here < len(score.times) else 400_000
        at += written * tempo // 100 + chance.randrange(-30_000, 30_001)
        if kind < 22:
            at += chance.choice((0, 360_000, 900_000, 2_400_000))
    return events


def _struck(score: Score, index: int, at: int, chance: Random) -> list[RawEvent]:
    """One written note as it stands, left out, wrong, or wrong and then right."""
    kind, key, until = chance.randrange(40), score.pitches[index], at + score.lengths[index]
    if kind == 0:
        return []
    found: list[RawEvent] = []
    if kind in (1, 2):
        begun = at - chance.choice((90_000, 250_000, 400_000, 700_000))
        found = [(begun, key + chance.choice((-2, -1, 1, 2, 3)), 60), (begun + 70_000, key, 0)]
    if kind == 3:
        key += chance.choice((-12, -2, -1, 1, 2, 5, 12))
    return [*found, (at, key, 64), (until, key, 0)]


def digest(case: int) -> str:
    """Everything that the judge says of one piece, with every level, with and without click."""
    chance = Random(case)
    score = piece(chance)
    heard = played(performance(score, chance) if case < CASES else practised(score, chance))
    found = [judge(score, heard, RULES[level], clicked=clicked) for level in Level for clicked in (True, False)]
    return blake2b(msgspec.json.encode(found), digest_size=8).hexdigest()


@pytest.mark.parametrize("case", range(CASES + PRACTISED))
def test_a_version_says_what_it_always_said(case: int) -> None:
    kept = json.loads(KEPT.read_text())
    assert kept["judge_version"] == JUDGE_VERSION
    assert digest(case) == kept["digests"][case]


if __name__ == "__main__":
    KEPT.write_text(
        json.dumps({"judge_version": JUDGE_VERSION, "digests": [digest(k) for k in range(CASES + PRACTISED)]}, indent=1)
    )
