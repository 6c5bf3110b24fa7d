"""R11: what was tampered with never becomes verified, and nobody who plays honestly is doubted."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from small_school import Clock, School, catalogue, opened

from central.database import sqlite_url
from central.progress.verdict import verdict_of
from domain.games import ALL
from domain.games.catalogue import Game, Stage
from domain.games.plausible import mark_of
from domain.games.pupils import played_through
from domain.records.ids import derived_id
from domain.records.progress import (
    CHOICE,
    JUDGE_VERSION,
    AttemptSummary,
    AttemptVerdict,
    Performance,
    RawEvent,
    StudentAttempt,
    VerdictOfCentre,
)

CATALOGUE = catalogue()
NOW = 1_760_000_000_000_000
TODAY = "2025-10-09"
HONEST, HONEST_LONG = 500, 5_000
Pair = tuple[StudentAttempt, Performance]


def stage_of(family: str, kind: str = "quiz") -> tuple[Game, Stage]:
    game = CATALOGUE.family(family)[0]
    return game, next(stage for stage in game.stages if stage.stage_type == kind)


def played(game: Game, stage: Stage, *, seed: int, skill: float, student: str = "ada", org: str = "org") -> Pair:
    """An attempt as a machine of the school keeps it."""
    done = played_through(ALL[game.family](game, stage, seed, stage.lowest_level, draw=False), seed, skill)
    attempt = StudentAttempt(
        org_id=org,
        id=derived_id("played", student, stage.stage_id, seed),
        student_id=student,
        game_id=game.game_id,
        stage_id=stage.stage_id,
        game_version=game.game_version,
        stage_version=stage.stage_version,
        score=done.outcome.score,
        max_possible_score=done.outcome.max_possible_score,
        passed=done.outcome.passed,
        duration_ms=-(-done.duration // 1_000),
        play_type="free_play",
        session_data=AttemptSummary(judge_version=JUDGE_VERSION, seed=seed, level=stage.lowest_level),
        created_at=NOW,
        played_on=TODAY,
    )
    notes = Performance(org_id=org, id=attempt.id, student_id=student, input_kind="midi", events=done.events)
    return attempt, notes


replace = msgspec.structs.replace


def with_summary(attempt: StudentAttempt, **changes: object) -> StudentAttempt:
    return replace(attempt, session_data=replace(attempt.session_data, **changes))


def full_marks(attempt: StudentAttempt) -> StudentAttempt:
    """What somebody wants who tampers."""
    return replace(attempt, score=attempt.max_possible_score, passed=True)


def moved(events: tuple[RawEvent, ...], change: Callable[[int], int]) -> tuple[RawEvent, ...]:
    """The same keys at other times."""
    return tuple((change(at), pitch, value) for at, pitch, value in events)


EASY = stage_of("note_reading", "play")
TAMPERINGS: dict[str, Callable[[StudentAttempt, Performance], Pair]] = {
    # The record in the mirror.
    "the score": lambda a, n: (replace(a, score=a.score + 1), n),
    "the score and passed": lambda a, n: (full_marks(a), n),
    "passed alone": lambda a, n: (replace(a, passed=not a.passed), n),
    "what could be reached": lambda a, n: (replace(a, max_possible_score=max(1, a.score)), n),
    "a negative score's sign": lambda a, n: (replace(full_marks(a), score=-a.score - 1), n),
    "a score beyond what can be reached": lambda a, n: (replace(a, score=a.max_possible_score * 2), n),
    # What exercise it was.
    "an easier stage": lambda a, n: (full_marks(replace(a, stage_id=EASY[1].stage_id)), n),
    "a stage that does not exist": lambda a, n: (full_marks(replace(a, stage_id="G-00000-quiz")), n),
    "the seed": lambda a, n: (with_summary(full_marks(a), seed=a.session_data.seed + 1), n),
    "the level": lambda a, n: (with_summary(full_marks(a), level=a.session_data.level + 1), n),
    "a level beyond the stage": lambda a, n: (with_summary(full_marks(a), level=999), n),
    "the game's version": lambda a, n: (full_marks(replace(a, game_version=a.game_version + 1)), n),
    "the stage's version": lambda a, n: (full_marks(replace(a, stage_version=0)), n),
    # The clock.
    "a duration too short for the notes": lambda a, n: (replace(a, duration_ms=1), n),
    "a day that is to come": lambda a, n: (replace(a, played_on="2026-10-09"), n),
    "a day that is none": lambda a, n: (replace(a, played_on="tomorrow"), n),
    "how late the machine is": lambda a, n: (a, replace(n, sound_offset=5_000_000)),
    # The notes.
    "no notes": lambda a, n: (full_marks(a), replace(n, events=())),
    "half of the notes": lambda a, n: (full_marks(a), replace(n, events=n.events[: len(n.events) // 2])),
    "notes in another order": lambda a, n: (a, replace(n, events=tuple(reversed(n.events)))),
    "times below zero": lambda a, n: (a, replace(n, events=moved(n.events, lambda at: at - 10**9))),
    "all keys at once": lambda a, n: (
        full_marks(a), replace(n, events=(*((n.events[0][0], key, 64) for key in range(21, 109)), *n.events)),
    ),
    "wrong keys left out": lambda a, n: (full_marks(a), replace(n, events=n.events[::3])),
    "times written by a program": lambda a, n: (
        a, replace(n, events=moved(n.events, lambda at: at // 1_000 * 1_000)),
    ),
    "another student's notes": lambda a, n: (full_marks(a), replace(n, student_id="bo")),
}  # fmt: skip


def test_there_are_twenty_five() -> None:
    assert len(TAMPERINGS) == 25


@pytest.mark.parametrize("what", list(TAMPERINGS))
@pytest.mark.parametrize("family", ["note_reading", "rhythm_reading", "scales"])
def test_nothing_tampered_with_becomes_verified(what: str, family: str) -> None:
    attempt, notes = played(*stage_of(family), seed=7, skill=0.45)
    honest = verdict_of(CATALOGUE, attempt, notes, NOW)
    assert honest.verdict is VerdictOfCentre.VERIFIED
    forged, forged_notes = TAMPERINGS[what](attempt, notes)
    found = verdict_of(CATALOGUE, forged, forged_notes, NOW)
    assert found.verdict is not VerdictOfCentre.VERIFIED


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    clock = Clock()
    with opened(sqlite_url(tmp_path / "centre.db"), clock) as centre:
        yield School(centre, clock)


def judged(school: School, student: str, attempt: StudentAttempt, notes: Performance) -> VerdictOfCentre:
    school.push(student, attempt, notes)
    school.centre.judging.judge_all(school.org_id)
    return school.mirror(student).rows(AttemptVerdict)[attempt.id].verdict


def of(school: School, student: str, *, seed: int) -> Pair:
    return played(*stage_of("note_reading"), seed=seed, skill=0.9, student=student, org=school.org_id)


def test_a_performance_counts_once_whoever_sends_it_again(school: School) -> None:
    attempt, notes = of(school, school.ada, seed=3)
    assert judged(school, school.ada, attempt, notes) is VerdictOfCentre.VERIFIED
    for student in (school.ada, school.bo):
        copy = replace(attempt, id=derived_id("copy", student), student_id=student)
        again = replace(notes, id=copy.id, student_id=student)
        assert judged(school, student, copy, again) is VerdictOfCentre.IMPLAUSIBLE
    assert school.mirror(school.ada).rows(AttemptVerdict)[attempt.id].verdict is VerdictOfCentre.VERIFIED


def test_two_who_answer_alike_are_not_taken_for_copies(school: School) -> None:
    for student, seed in ((school.ada, 3), (school.ada, 4), (school.bo, 3 + 10_000)):
        assert judged(school, student, *of(school, student, seed=seed)) is VerdictOfCentre.VERIFIED


def honest(number: int) -> Counter[str]:
    """So many pupils of every skill play stages of every family; what the centre says."""
    rng, said = random.Random(number), Counter[str]()
    stages = [(game, stage) for game in CATALOGUE.games for stage in game.stages if stage.enabled]
    marks: set[int] = set()
    for seed in range(number):
        game, stage = rng.choice(stages)
        attempt, notes = played(game, stage, seed=seed, skill=rng.choice([0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1.0]))
        verdict = verdict_of(CATALOGUE, attempt, notes, NOW).verdict
        said[str(verdict)] += 1
        assert verdict is VerdictOfCentre.VERIFIED, (stage.stage_id, seed, verdict)
        mark = mark_of(stage.stage_id, notes.events)
        assert mark is None or mark not in marks, (stage.stage_id, seed)
        marks |= {mark} if mark is not None else set()
        said["answered by choosing"] += all(event[1] == CHOICE for event in notes.events)
    return said


def test_no_honest_player_is_doubted(capsys: pytest.CaptureFixture[str]) -> None:
    said = honest(HONEST)
    with capsys.disabled():
        print(f"\nhonest players: {HONEST}, {dict(said)}; tamperings: {len(TAMPERINGS)} × 3 families, none verified")


@pytest.mark.long
@pytest.mark.timeout(3_600)
def test_no_honest_player_of_very_many_is_doubted() -> None:
    print(f"honest players: {HONEST_LONG}, {dict(honest(HONEST_LONG))}")
