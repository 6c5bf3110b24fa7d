"""The rules of the world board: seasons, made-up names, what a family agreed to, the few around oneself."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from domain.community.world import (
    COMMUNITY,
    MOST_NEAR,
    WorldLine,
    day_of,
    family_agrees,
    made_name,
    near_me,
    season_at,
)
from domain.records.identity import ConsentRecord

ANY_TIME = st.integers(0, 4_000_000_000_000_000)


@given(ANY_TIME)
def test_every_time_is_in_one_season_and_seasons_meet(at: int) -> None:
    season = season_at(at)
    assert season.begins <= at < season.ends
    assert season_at(season.begins) == season == season_at(season.ends - 1)
    assert season_at(season.ends).begins == season.ends
    assert season_at(season.ends).name > season.name
    assert day_of(at).startswith(season.name)


@given(st.integers(), st.integers(0, 20))
def test_a_name_is_two_words_and_after_many_draws_a_number(seed: int, draw: int) -> None:
    name = made_name(random.Random(seed).randrange, draw)
    assert all(word.isascii() and word.isalnum() for word in name.split())
    assert len(name.split()) == (2 if draw < 8 else 3)


def said(guardian: str, at: int, granted: bool, subject: str = COMMUNITY) -> ConsentRecord:
    return ConsentRecord(
        org_id="o", id=f"{guardian}{at}{granted}", guardian_id=guardian, student_id="s", subject=subject,
        granted=granted, at=at,
    )  # fmt: skip


@given(st.permutations([said("a", 1, True), said("a", 3, True), said("b", 1, False), said("b", 2, True)]))
def test_the_latest_word_of_every_guardian_counts_in_any_order(records: list[ConsentRecord]) -> None:
    assert family_agrees(["a", "b"], records)
    assert not family_agrees(["a", "b", "c"], records)
    assert not family_agrees(["a", "b"], [*records, said("a", 4, False)])
    assert not family_agrees([], records)
    assert not family_agrees(["a"], [said("a", 1, True, "something else")])


@given(st.integers(1, 30), st.data())
def test_at_most_five_with_oneself_among_them(count: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, count - 1))
    lines = [WorldLine(rank=n + 1, name=str(n), score=100 - n, me=n == at) for n in range(count)]
    near = near_me(lines)
    assert len(near) == min(count, MOST_NEAR)
    assert [line.me for line in near].count(True) == 1
    first = lines.index(near[0])
    assert list(near) == lines[first : first + len(near)]
    assert near_me([WorldLine(rank=1, name="x", score=1)]) == ()
