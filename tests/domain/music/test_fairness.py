"""What a person who listens would say: more and worse mistakes give fewer points, a slow tempo alone gives all."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from deformed import BEGINNER, PIANIST, Deformation, perform
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pieces import ODE, Row, events, rows, tune, two_hands

from domain.music.judge import judge
from domain.music.played import played
from domain.music.rules import RULES, Level
from domain.music.score import Score
from domain.music.sentences import why_all

PIECE = two_hands(80, 5)
STEADY = Deformation(jitter=8)


def mean(how: Deformation, level: Level, score: Score = PIECE, clicked: bool = False) -> float:
    """The mean of points over some performances."""
    found = [judge(score, perform(score, how, seed).notes, RULES[level], clicked=clicked).score for seed in range(8)]
    return sum(found) / len(found)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("kind", ["wrong", "drop", "add", "hesitate", "restart", "octave", "skip", "swap"])
def test_more_mistakes_give_fewer_points(kind: str, level: Level) -> None:
    steps = (0, 0.03, 0.08, 0.2) if kind not in ("restart", "skip") else (0, 0.01, 0.03, 0.06)
    found = [mean(replace(STEADY, **{kind: share}), level) for share in steps]
    assert all(more > fewer for more, fewer in pairwise(found)), found
    assert found[0] > 89


@pytest.mark.parametrize("level", Level)
def test_the_less_even_the_fewer_points(level: Level) -> None:
    found = [mean(replace(STEADY, jitter=jitter), level) for jitter in (5, 30, 60, 120)]
    assert all(more >= fewer for more, fewer in pairwise(found)), found
    assert found[0] > found[-1] + 5


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("tempo", [0.3, 0.5, 0.8, 1.3, 1.6])
def test_a_steady_tempo_of_ones_own_is_no_mistake(tempo: float, level: Level) -> None:
    score = tune(ODE)
    slow = [(round(at / tempo), key, round(450_000 / tempo), v) for at, key, _, v in rows(score)]
    assert judge(score, events(slow), RULES[level]).score == 100


@pytest.mark.parametrize("level", Level)
def test_the_worse_the_mistake_the_fewer_points(level: Level) -> None:
    """The right key out of time, in another octave, its neighbour, a wrong key, one out of time, none at all."""
    score = tune(ODE)
    exact = rows(score)

    def points(change: object) -> int:
        changed = [row for k, row in enumerate(exact) for row in (change(row) if k % 4 == 2 else [row])]  # type: ignore[operator]
        return judge(score, events(changed), RULES[level]).score

    late = points(lambda row: [(row[0] + 170_000, *row[1:])])
    octave = points(lambda row: [(row[0], row[1] + 12, *row[2:])])
    semitone = points(lambda row: [(row[0], row[1] + 1, *row[2:])])
    other = points(lambda row: [(row[0], row[1] + 6, *row[2:])])
    both = points(lambda row: [(row[0] - 200_000, 30, *row[2:])])
    none = points(lambda _: [])
    assert 100 > octave > semitone > other >= both
    assert 100 > late > other >= none


@pytest.mark.parametrize("level", Level)
def test_one_restart_costs_less_than_wrong_notes_and_more_than_nothing(level: Level) -> None:
    score = tune("C4 D4 E4 F4 G4 A4 B4 C5 D5 E5 F5 G5 A5 G5 E5 C5")
    exact = rows(score)
    shift = exact[10][0] - exact[5][0] + 700_000
    again: list[Row] = [*exact[:10], *((at + shift, key, n, v) for at, key, n, v in exact[5:])]
    wrong = [(at, key + (3 if 5 <= k < 10 else 0), n, v) for k, (at, key, n, v) in enumerate(exact)]
    two = [(at, key + (6 if k in (5, 9) else 0), n, v) for k, (at, key, n, v) in enumerate(exact)]
    points = [judge(score, events(each), RULES[level]).score for each in (exact, again, two, wrong)]
    assert points[0] == 100
    assert all(more > fewer for more, fewer in pairwise(points)), points


def test_a_pianist_gets_more_than_a_beginner_and_levels_ask_more() -> None:
    pianist, beginner = (
        [mean(how, level, two_hands(80, 5)) for level in Level] for how in (replace(PIANIST, trill=0), BEGINNER)
    )
    assert pianist[0] > pianist[1] > pianist[2]
    assert beginner[0] > beginner[1] > beginner[2]
    assert all(well > badly + 8 for well, badly in zip(pianist, beginner, strict=True)), (pianist, beginner)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000), st.sampled_from(list(Level)), st.booleans())
def test_a_wrong_key_never_gives_more_points_than_the_right_one(seed: int, level: Level, clicked: bool) -> None:
    """Where the right one came in time: a wrong key says less of the tempo, so it may hide a neighbour that is late."""
    chance = Random(seed)
    score = tune(ODE)
    good = [(at + chance.randrange(-40_000, 40_000), key, n, v) for at, key, n, v in rows(score)]
    place = chance.randrange(len(good))
    at, key, n, v = good[place]
    bad = [*good[:place], (at, key + chance.choice((-6, -3, 3, 6, 25)), n, v), *good[place + 1 :]]
    before, after = (judge(score, events(each), RULES[level], clicked=clicked) for each in (good, bad))
    assume(before.right == len(before.notes))
    assert after.score < before.score


def test_the_whole_in_a_few_sentences() -> None:
    score = tune(ODE)
    bad = [(at, key + (5 if k in (3, 9) else 0), n, v) for k, (at, key, n, v) in enumerate(rows(score)) if k != 7]
    found = why_all(judge(score, played(events(bad)), RULES[Level.NORMAL], clicked=True))
    assert [each.english() for each in found] == [
        "Right and in time: 12 of 15.",
        "Another key: 2.",
        "Left out: 1.",
        "You kept a steady tempo.",
    ]
    nothing = why_all(judge(score, played([]), RULES[Level.NORMAL], clicked=True))
    assert [each.english() for each in nothing][1:] == ["Left out: 15.", "You kept a steady tempo."]
