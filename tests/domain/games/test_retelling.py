"""An attempt told again is the attempt: the same outcome for every family, and sentences and marks at their notes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.games import ALL, CHECKS
from domain.games.catalogue import Game, Stage, read_catalogue
from domain.games.picture import Mark, Phase
from domain.games.pupils import played_through
from domain.games.replay import advanced, handed
from domain.games.retelling import Retold, mark_of, only_heard, presses, retold
from domain.records.progress import CHOICE, PEDAL
from resources import texts

CATALOGUE = read_catalogue(texts("games").items(), CHECKS)
FAMILIES = sorted({game.family for game, _ in CATALOGUE.stages.values()})


def stage_of(family: str, kind: str = "quiz") -> tuple[Game, Stage]:
    game = CATALOGUE.family(family)[0]
    return game, next(stage for stage in game.stages if stage.stage_type == kind)


def told(family: str, seed: int, skill: float, kind: str = "quiz") -> Retold:
    game, stage = stage_of(family, kind)
    done = played_through(ALL[family](game, stage, seed, 1, draw=False), seed, skill)
    again = retold(ALL[family](game, stage, seed, 1), done.events, done.duration)
    assert again.outcome == done.outcome
    return again


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("kind", ["learn", "quiz"])
def test_every_family_is_told_as_it_was_played(family: str, kind: str) -> None:
    for skill in (1.0, 0.4):
        again = told(family, 11, skill, kind)
        assert again.outcome is not None
        assert [line.note for line in again.lines if line.note not in again.outcome.notes] == []
        assert len(again.lines) == len(again.outcome.notes)
        assert again.frames[-1].picture.phase is Phase.OVER


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**31), skill=st.floats(0.2, 1.0), family=st.sampled_from(FAMILIES))
def test_everything_lies_within_the_attempt_in_order(seed: int, skill: float, family: str) -> None:
    again = told(family, seed, skill)
    for some in (again.frames, again.played, again.written, again.lines):
        times = [each.at for each in some]
        assert times == sorted(times)
        assert all(0 <= at <= again.length for at in times)
    for at in range(0, again.length, max(1, again.length // 40)):
        picture = again.picture_at(at)
        assert set(again.down_at(at)) <= {press.pitch for press in again.played}
        assert picture.phase in Phase


def test_a_well_played_question_marks_its_key_right_and_says_why() -> None:
    again = told("note_reading", 3, 1.0)
    assert {press.mark for press in again.played} == {Mark.RIGHT}
    assert [press.name for press in again.written] == [line.note.wanted for line in again.lines]


def test_sight_reading_tells_its_verdicts_note_by_note_and_not_only_at_the_end() -> None:
    again = told("sight_reading", 5, 0.5)
    assert again.reveals
    last = again.reveals[-1]
    first = next(each for each in again.reveals if each.until == last.until)
    during = again.picture_at(first.at)
    assert during.staff is not None
    assert during.staff.marks[first.note_id] is first.mark
    assert Mark.NOW in during.staff.marks.values()


def test_the_pedal_holds_keys_until_it_is_let_go() -> None:
    played = presses([(0, 60, 80), (1, PEDAL, 127), (100, 60, 0), (900, PEDAL, 0), (950, 62, 70), (990, 62, 0)])
    assert [(press.at, press.length) for press in played] == [(0, 900), (950, 40)]


def test_a_key_struck_again_while_it_is_held_ends_and_begins() -> None:
    played = presses([(0, 60, 80), (500, 60, 70), (700, 60, 0)])
    assert [(press.at, press.length, press.velocity) for press in played] == [(0, 500, 80), (500, 200, 70)]


def test_of_a_game_that_is_not_known_the_keys_are_shown() -> None:
    again = only_heard([(0, 30, 80), (400_000, 30, 0), (500_000, CHOICE, 2)], 600_000)
    picture = again.picture_at(100)
    assert not again.whole
    assert picture.keys is not None
    assert picture.keys.lowest <= 30 <= picture.keys.highest
    assert again.down_at(100) == (30,)


def test_a_performance_cut_in_half_is_told_as_far_as_it_goes() -> None:
    game, stage = stage_of("note_reading")
    done = played_through(ALL["note_reading"](game, stage, 3, 1, draw=False), 3, 0.7)
    half = done.events[: len(done.events) // 2]
    again = retold(ALL["note_reading"](game, stage, 3, 1), half, half[-1][0])
    assert again.outcome is None
    assert again.lines
    assert mark_of(again.lines[0].note) in Mark


@pytest.mark.parametrize("family", ["steady_beat", "rhythm_reading", "sight_reading"])
@pytest.mark.parametrize("late", [-90_000, 150_000])
def test_a_late_machine_is_told_as_its_player_heard_it(family: str, late: int) -> None:
    game, stage = stage_of(family, "learn")
    machine = ALL[family](game, stage, 3, 1, draw=False, late=late)
    picture, at, events = machine.begin(0), 0, []
    while machine.outcome() is None:
        for after, pitch, value in machine.model_answer():
            event = (at + after + late, pitch, value)
            picture = handed(machine, advanced(machine, picture, event[0]), event)
            events.append(event)
        assert picture.wake_at is not None
        at = picture.wake_at
        picture = advanced(machine, picture, at)
    again = retold(ALL[family](game, stage, 3, 1, late=late), events, at, late)
    assert again.outcome == machine.outcome()
    assert {press.mark for press in again.played} == {Mark.RIGHT}
    assert [press.at for press in again.played] == [press.at for press in again.written]
