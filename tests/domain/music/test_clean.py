"""The short way of the judge says exactly what the long way says, or steps aside."""

from __future__ import annotations

from random import Random

import pytest
from deformed import Deformation, perform
from hypothesis import given, settings
from hypothesis import strategies as st
from pieces import ODE, events, rows, tune, two_hands

import domain.music.judge as the_judge
from domain.music.align import align
from domain.music.clean import judge_clean
from domain.music.played import Played, played
from domain.music.rules import RULES, Level
from domain.music.score import Score
from domain.music.verdicts import Judgement


def both(score: Score, heard: Played, level: Level, monkeypatch: pytest.MonkeyPatch) -> tuple[Judgement, Judgement]:
    short = the_judge.judge(score, heard, RULES[level], clicked=True)
    with monkeypatch.context() as patch:
        patch.setattr(the_judge, "judge_clean", lambda *_: None)
        return short, the_judge.judge(score, heard, RULES[level], clicked=True)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("jitter", [0, 5, 15, 30])
def test_both_ways_are_one(level: Level, jitter: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(jitter)
    taken = 0
    for seed in range(12):
        score = two_hands(60, seed)
        heard = perform(score, Deformation(jitter=jitter), seed).notes
        onsets = [at + chance.randrange(-5_000, 5_000) for at in heard.onsets]
        order = sorted(range(len(onsets)), key=onsets.__getitem__)
        heard = Played(
            [onsets[k] for k in order],
            [heard.pitches[k] for k in order],
            [heard.velocities[k] for k in order],
            [onsets[k] + chance.randrange(100_000, 900_000) if chance.random() > 0.1 else -1 for k in order],
            [],
        )
        short, long = both(score, heard, level, monkeypatch)
        assert short == long
        match = align(score, heard, True)
        taken += match.straight and judge_clean(score, heard, RULES[level], match.match) is not None
    assert taken or jitter >= 15


def taken(late: int) -> bool:
    """Whether a chord with its upper note so late is judged the short way."""
    score = tune("C4 C4+E4 G4")
    heard = played(events([(at + (late if key == 64 else 0), key, 450_000, 70) for at, key, _, _ in rows(score)]))
    match = align(score, heard, True).match
    return judge_clean(score, heard, RULES[Level.NORMAL], match) is not None


def test_a_chord_as_wide_as_it_may_be_goes_the_short_way() -> None:
    assert [taken(late) for late in (0, 80_000, 80_001)] == [True, True, False]


def test_a_first_note_let_go_as_the_click_begins_is_too_short() -> None:
    """40 ms too early, which is perfect, and up again when it should have been struck."""
    score = tune(ODE)
    heard = [(-40_000, 64, 40_000, 70), *rows(score)[1:]]
    result = the_judge.judge(score, events(heard), RULES[Level.NORMAL], clicked=True)
    assert result.counts == {"right": 15, "too_short": 1}
    assert result.notes[0].length_error == -460_000


def test_to_first_steps_no_note_is_too_short_not_even_the_first() -> None:
    score = tune(ODE)
    result = the_judge.judge(score, events(rows(score, length=20_000)), RULES[Level.FIRST], clicked=True)
    assert result.counts == {"right": 15}


@settings(deadline=None, max_examples=100)
@given(st.lists(st.integers(-49_000, 49_000), min_size=15, max_size=15))
def test_both_ways_are_one_where_all_is_well_played(late: list[int]) -> None:
    score = tune(ODE)
    heard = played(
        events([(at + more, key, 450_000, 70) for more, (at, key, _, _) in zip(late, rows(score), strict=True)])
    )
    with pytest.MonkeyPatch.context() as monkeypatch:
        short, long = both(score, heard, Level.NORMAL, monkeypatch)
    assert short == long
    assert judge_clean(score, heard, RULES[Level.NORMAL], list(range(15))) == short


@settings(deadline=None, max_examples=100)
@given(st.lists(st.integers(-160_000, 160_000), min_size=15, max_size=15), st.sampled_from(list(Level)))
def test_both_ways_are_one_at_the_edges_of_the_windows(late: list[int], level: Level) -> None:
    score = tune(ODE)
    heard = played(
        events([(at + more, key, 420_000, 70) for more, (at, key, _, _) in zip(late, rows(score), strict=True)])
    )
    with pytest.MonkeyPatch.context() as monkeypatch:
        short, long = both(score, heard, level, monkeypatch)
    assert short == long
