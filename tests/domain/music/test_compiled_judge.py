"""The compiled judge says what its source says, or steps aside."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import msgspec
import pytest
from deformed import BEGINNER, MILD, PIANIST, STRONG, perform
from hypothesis import given, settings
from hypothesis import strategies as st
from pieces import ODE, events, rows, tune, two_hands
from test_judge_version import performance, piece

from domain.music import compiled, judging
from domain.music.judge import judge as by_source
from domain.music.played import Played
from domain.music.rules import RULES, Level
from domain.music.score import Score
from domain.records.progress import RawEvent

built = pytest.mark.skipif(judging.compiled_judge() is None, reason="the judge was not compiled from these sources")


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    judging.compiled_judge.cache_clear()
    yield
    judging.compiled_judge.cache_clear()


def assert_same(score: Score, heard: list[RawEvent] | Played) -> None:
    fast = judging.compiled_judge()
    assert fast is not None
    for level in Level:
        for clicked in (True, False):
            one = by_source(score, heard, RULES[level], clicked=clicked)
            two = fast(score, heard, RULES[level], clicked=clicked)
            assert msgspec.json.encode(one) == msgspec.json.encode(two)


@built
@settings(deadline=None, max_examples=60)
@given(st.integers(0, 1_000_000))
def test_every_kind_of_mistake(seed: int) -> None:
    chance = Random(seed)
    score = piece(chance)
    assert_same(score, performance(score, chance))


@built
@pytest.mark.parametrize("how", [MILD, PIANIST, STRONG, BEGINNER])
@pytest.mark.parametrize("seed", range(5))
def test_performances_of_pianists_and_beginners(how: object, seed: int) -> None:
    score = two_hands(90, seed)
    assert_same(score, perform(score, how, seed).notes)  # type: ignore[arg-type]


@built
@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(-(2**40), 2**40), st.integers(0, 130), st.integers(0, 127)), max_size=40))
def test_anything_that_a_keyboard_could_send(heard: list[RawEvent]) -> None:
    for level in Level:
        for clicked in (True, False):
            one = by_source(tune(ODE), heard, RULES[level], clicked=clicked)
            assert judging.judge(tune(ODE), heard, RULES[level], clicked=clicked) == one


@built
def test_a_row_of_differences_longer_than_64_bits_is_no_reason_to_step_aside() -> None:
    score = two_hands(120, 1)
    assert_same(
        score, Played([k * 90_000 for k in range(200)], [50 + k % 37 for k in range(200)], [60] * 200, [-1] * 200, [])
    )


@built
def test_what_64_bits_cannot_hold_is_judged_by_the_source() -> None:
    score = tune(ODE)
    late = [(at + 10**25, key, value) for at, key, value in events(rows(score))]
    fast = judging.compiled_judge()
    assert fast is not None
    with pytest.raises(OverflowError):
        fast(score, late, RULES[Level.NORMAL])
    assert judging.judge(score, iter(late), RULES[Level.NORMAL]) == by_source(score, late, RULES[Level.NORMAL])


@built
def test_a_source_changed_since_is_not_judged_by_old_machine_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "digest", lambda: "another")
    assert judging.compiled_judge() is None
    assert judging.judge(tune(ODE), events(rows(tune(ODE))), RULES[Level.NORMAL], clicked=True).score == 100


@built
def test_a_program_that_came_without_its_sources_judges_by_what_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> str:
        raise FileNotFoundError

    monkeypatch.setattr(judging, "digest", gone)
    assert judging.compiled_judge() is not None


def test_without_a_compiler_the_source_judges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "MODULES", ("columns", "never_built"))
    assert judging.compiled_judge() is None
    assert judging.judge(tune(ODE), events(rows(tune(ODE))), RULES[Level.NORMAL], clicked=True).score == 100


def test_the_digest_tells_each_source(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {file.name for file in compiled.sources()}
    assert {f"{name}.py" for name in compiled.MODULES} <= names
    assert {"align.pxd", "timing.pxd"} <= names
    before = compiled.digest()
    monkeypatch.setattr(compiled, "sources", lambda: compiled.MUSIC.glob("align.p*"))
    assert compiled.digest() != before
