"""Streaks by the student's own day and by lesson week."""

from __future__ import annotations

import achievement_samples as people
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.achievements import streaks

numbers = st.sets(st.integers(0, 60), max_size=40)


def played(*offsets: int) -> list[str]:
    return [people.day(offset) for offset in offsets]


def test_a_streak_goes_on_while_today_is_not_over() -> None:
    days = played(0, 1, 2)
    assert streaks.current_days(days, (), people.day(2)) == 3
    assert streaks.current_days(days, (), people.day(3)) == 3
    assert streaks.current_days(days, (), people.day(4)) == 0


def test_rest_days_are_stepped_over_and_not_counted() -> None:
    days = played(0, 1, 4, 5)
    rest = played(2, 3)
    assert streaks.current_days(days, rest, people.day(5)) == 4
    assert streaks.current_days(days, played(2), people.day(5)) == 2
    assert streaks.current_days(played(0, 1), played(2, 3, 4), people.day(5)) == 2
    assert streaks.current_days(played(0, 1, 2), rest, people.day(2)) == 3


def test_playing_on_a_rest_day_counts() -> None:
    assert streaks.current_days(played(0, 1, 2), played(1), people.day(2)) == 3


def test_two_plays_on_one_day_are_one_day() -> None:
    assert streaks.current_days(played(0, 0, 1), (), people.day(1)) == 2


def test_weeks_count_from_monday_to_sunday() -> None:
    assert streaks.week(people.day(0)) == streaks.week(people.day(6))
    assert streaks.week(people.day(7)) == streaks.week(people.day(0)) + 1
    assert streaks.current_weeks(played(0, 13, 14), (), people.day(20)) == 3


def test_a_week_of_holidays_is_stepped_over() -> None:
    holidays = played(7, 8, 9, 10, 11)
    assert streaks.current_weeks(played(0, 14), holidays, people.day(14)) == 2
    assert streaks.current_weeks(played(0, 14), holidays[:4], people.day(14)) == 1


@pytest.mark.parametrize(
    ("length", "expected"),
    [(6, ()), (7, (7,)), (30, (7, 30)), (100, (7, 30, 100)), (250, (7, 30, 100, 200)), (300, (7, 30, 100, 200, 300))],
)
def test_milestones_of_days(length: int, expected: tuple[int, ...]) -> None:
    assert streaks.day_milestones(length) == expected


def test_milestones_of_weeks() -> None:
    assert [streaks.week_milestones(n) for n in (3, 4, 12, 40)] == [(), (4,), (4, 12), (4, 12, 36)]


def test_the_day_of_a_milestone() -> None:
    days = {1, 2, 3, 5, 6, 7, 8}
    run = streaks.run_at(days, {4}, 6)
    assert run == streaks.Run(1, 8, 7)
    assert streaks.reached_at(days, run, 7) == 8
    assert streaks.reached_at(days, run, 4) == 5
    assert streaks.reached_at(days, run, 8) is None


def test_what_is_no_day_is_named() -> None:
    with pytest.raises(streaks.NotADayError, match="2026-02-30"):
        streaks.ordinal("2026-02-30")


@given(numbers, numbers, st.integers(0, 60))
def test_more_play_or_more_rest_never_shortens_a_streak(days: set[int], rest: set[int], extra: int) -> None:
    longest = streaks.longest_run(days, rest).length
    assert streaks.longest_run(days | {extra}, rest).length >= longest
    assert streaks.longest_run(days, rest | {extra}).length >= longest


@given(numbers, numbers)
def test_the_longest_run_is_the_longest_of_all_days_runs(days: set[int], rest: set[int]) -> None:
    runs = [streaks.run_at(days, rest, number).length for number in days]
    assert streaks.longest_run(days, rest).length == max(runs, default=0)


@given(numbers)
def test_without_rest_a_run_is_what_anybody_would_count(days: set[int]) -> None:
    best = count = 0
    for number in range(61):
        count = count + 1 if number in days else 0
        best = max(best, count)
    assert streaks.longest_run(days).length == best


def test_no_play_is_no_streak() -> None:
    assert streaks.longest_run(()) == streaks.NO_RUN
    assert streaks.current_days((), (), people.day(0)) == 0


NOON = 1_760_000_000_000_000  # 9 October 2025


def test_a_day_to_come_is_told_from_a_clock_that_is_a_little_wrong() -> None:
    assert not streaks.is_to_come("2025-10-12", NOON)
    assert streaks.is_to_come("2025-10-13", NOON)
    assert streaks.day_of(streaks.number_at(NOON)) == "2025-10-09"
    with pytest.raises(streaks.NotADayError):
        streaks.is_to_come("tomorrow", NOON)


# -- which day counts

_NOW = 1_795_000_000_000_000
_TODAY = streaks.day_of(streaks.number_at(_NOW))
_AWAY = st.integers(-40, 400)


def away(days: int) -> str:
    """So many days after the centre's day."""
    return streaks.day_of(streaks.number_at(_NOW) + days)


@given(_AWAY, st.none() | _AWAY)
def test_no_day_counts_that_has_not_come(played: int, told: int | None) -> None:
    day = streaks.day_lived(away(played), None if told is None else away(told), _NOW)
    assert not streaks.is_to_come(day, _NOW)


@given(_AWAY)
def test_a_clock_that_nothing_speaks_against_is_believed(played: int) -> None:
    expected = away(played) if played <= streaks.MOST_AHEAD else _TODAY
    assert streaks.day_lived(away(played), None, _NOW) == expected


@given(st.integers(-40, 0), st.integers(1, 30))
def test_a_clock_turned_back_counts_for_no_day_before_what_was_seen(seen: int, back: int) -> None:
    assert streaks.day_lived(away(seen), away(seen - back), _NOW) == away(seen)


@given(st.integers(2, 400), st.integers(-30, 0))
def test_a_day_that_was_seen_and_has_not_come_was_the_wrong_one(seen: int, told: int) -> None:
    assert streaks.day_lived(away(seen), away(told), _NOW) == away(told)
