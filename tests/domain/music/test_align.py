"""Which note is which: against an alignment made by hand, and against performances with known mistakes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from deformed import MILD, STRONG, Deformation, found_share, perform
from hypothesis import given, settings
from hypothesis import strategies as st
from matchfile import read_match
from pieces import BEAT, ODE, events, rows, tune, two_hands

from domain.music import common_order
from domain.music.align import align
from domain.music.common_order import leftmost, rightmost
from domain.music.played import Played, played
from domain.music.score import Score

keys = st.lists(st.integers(60, 63), max_size=12)


def longest(left: list[int], right: list[int]) -> int:
    table = [[0] * (len(right) + 1)]
    for a in left:
        row = [0]
        for j, b in enumerate(right):
            row.append(table[-1][j] + 1 if a == b else max(table[-1][j + 1], row[j]))
        table.append(row)
    return table[-1][-1]


def early(left: list[int], right: list[int]) -> list[int]:
    return leftmost(left, right, list(range(len(right))))


def late(left: list[int], right: list[int]) -> list[int]:
    return rightmost(left, right, list(range(len(right))))


@given(keys, keys)
def test_the_longest_common_order(left: list[int], right: list[int]) -> None:
    for way in (early(left, right), late(left, right)):
        pairs = [(i, j) for i, j in enumerate(way) if j >= 0]
        assert len(pairs) == longest(left, right)
        assert all(left[i] == right[j] for i, j in pairs)
        assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))


def test_early_and_late_differ_where_there_is_a_choice() -> None:
    assert early([7, 7, 7, 7], [7, 7, 7]) == [0, 1, 2, -1]
    assert late([7, 7, 7, 7], [7, 7, 7]) == [-1, 0, 1, 2]
    assert early([7], [7, 8, 7]) == [0]
    assert late([7], [7, 8, 7]) == [2]


def test_an_order_says_what_the_played_notes_are_called() -> None:
    assert leftmost([5, 6, 7], [5, 8, 7], [20, 30, 40]) == [20, -1, 40]
    assert rightmost([5, 6, 7], [5, 8, 7], [20, 30, 40]) == [20, -1, 40]


@given(st.lists(st.integers(60, 63), max_size=40), st.lists(st.integers(60, 63), max_size=40))
def test_few_differences_and_the_table_give_the_same_order(left: list[int], right: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        short = early(left, right), late(left, right)
        patch.setattr(common_order, "MOST_APART", -1)
        assert (early(left, right), late(left, right)) == short


def test_a_pianists_performance_is_matched_as_by_hand() -> None:
    score, notes, truth = read_match("mozart_k265_var1.match")
    match = align(score, notes).match
    assert {score.notes[i].note_id: j for i, j in enumerate(match) if j >= 0} == truth
    assert len(truth) == 218


@pytest.mark.parametrize("count", [120, 400])
def test_mild_and_strong_deformation(count: int) -> None:
    for how, least in ((MILD, 0.99), (STRONG, 0.95)):
        shares = []
        for seed in range(12):
            score = two_hands(count, seed)
            performance = perform(score, how, seed)
            shares.append(found_share(score, performance, align(score, performance.notes).match))
        assert sum(shares) / len(shares) >= least


def test_the_pianists_piece_deformed() -> None:
    score, _, _ = read_match("mozart_k265_var1.match")
    for how, least in ((MILD, 0.99), (STRONG, 0.96)):
        shares = []
        for seed in range(12):
            performance = perform(score, how, seed)
            shares.append(found_share(score, performance, align(score, performance.notes).match))
        assert sum(shares) / len(shares) >= least


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 1_000_000))
def test_a_match_is_always_one_to_one_and_of_one_pitch(seed: int) -> None:
    score = two_hands(40, seed % 7)
    notes = perform(score, STRONG, seed).notes
    match = align(score, notes).match
    used = [j for j in match if j >= 0]
    assert len(set(used)) == len(used)
    assert all(score.pitches[i] == notes.pitches[j] for i, j in enumerate(match) if j >= 0)


def heard(score: Score, drop: set[int] | None = None, late: int = 0) -> Played:
    return played(events([row for k, row in enumerate(rows(score)) if k not in (drop or set())]))


def test_of_repeated_notes_the_one_that_is_missing_is_found_by_time() -> None:
    score = tune("C4 C4 C4 C4 C4 D4 E4 F4")
    for missing in range(5):
        match = align(score, heard(score, {missing})).match
        assert [i for i, j in enumerate(match) if j < 0] == [missing]


def test_one_pitch_alone_is_matched_by_the_click() -> None:
    score = tune("C4 C4 C4 C4 C4 C4 C4 C4")
    match = align(score, heard(score, {0, 3}), clicked=True).match
    assert [i for i, j in enumerate(match) if j < 0] == [0, 3]


def test_a_skipped_passage_stays_unplayed() -> None:
    score = two_hands(200, 5)
    kept = perform(score, Deformation(), 0).notes
    cut = {k for k, at in enumerate(kept.onsets) if 40_000_000 <= at < 70_000_000}
    shift = 30_000_000
    played_rows = [
        (at - (shift if at >= 70_000_000 else 0), kept.pitches[k], 200_000, 70)
        for k, at in enumerate(kept.onsets)
        if k not in cut
    ]
    match = align(score, played(events(played_rows))).match
    wrong = [i for i, j in enumerate(match) if (j < 0) != (40_000_000 <= score.onsets[i] < 70_000_000)]
    assert len(wrong) <= 2


def test_a_passage_played_twice_is_matched_in_one_piece() -> None:
    score = two_hands(90, 3)
    first = rows(score)
    end = first[-1][0] + BEAT
    again = [(at + end, key, length, velocity) for at, key, length, velocity in first]
    notes = played(events([*first, *again]))
    match = align(score, notes).match
    passes = [j >= len(first) for j in match if j >= 0]
    assert len(passes) == len(first)
    assert sum(a != b for a, b in pairwise(passes)) <= 1


def test_everything_an_octave_higher_is_still_read_in_order() -> None:
    score = tune(ODE)
    high = played(events([(at, key + 12, length, 70) for at, key, length, _ in rows(score)]))
    aligned = align(score, high)
    assert aligned.match == [-1] * 15
    assert max(abs(a - b) for a, b in zip(aligned.line.at, score.times, strict=True)) < BEAT // 4


def test_nothing_played_matches_nothing() -> None:
    score = tune(ODE)
    assert align(score, played([])).match == [-1] * 15
    assert align(tune("C4"), played([(5, 60, 70)])).match == [0]
    assert align(tune("C4"), played([(5, 61, 70)])).match == [-1]
