"""Streaks by the student's own calendar day and by lesson week. Rest days are stepped over, never counted.

A streak is told as what was reached, never as what was lost: the longest stands for good (decision 9).
"""

from __future__ import annotations

import datetime
from collections.abc import Collection
from functools import lru_cache
from typing import Final

import msgspec

# The spec's days, then every further hundred; and lesson weeks: a month, a term, a school year.
DAY_MILESTONES: Final[tuple[int, ...]] = (7, 30, 100)
WEEK_MILESTONES: Final[tuple[int, ...]] = (4, 12, 36)
_FURTHER: Final = 100


# A clock that is merely wrong by as many days is believed: nobody loses a day of music by the machine that was free.
MOST_AHEAD: Final = 3
_EPOCH: Final = datetime.date(1970, 1, 1).toordinal()
_DAY: Final = 86_400_000_000


class NotADayError(ValueError):
    """A text that is no calendar day (`YYYY-MM-DD`)."""


class Run(msgspec.Struct, frozen=True):
    """Days, or weeks, in a row: ordinals of the first and the last, and how many were played."""

    first: int
    last: int
    length: int


NO_RUN: Final = Run(0, 0, 0)


@lru_cache(4_000)
def ordinal(day: str) -> int:
    """The number of a calendar day. Raises NotADayError."""
    try:
        return datetime.date.fromisoformat(day).toordinal()
    except ValueError as error:
        raise NotADayError(f"{day!r} is no calendar day") from error


def day_of(number: int) -> str:
    """The calendar day of a number, as ISO text."""
    return datetime.date.fromordinal(number).isoformat()


def number_at(at: int) -> int:
    """The number of the calendar day (UTC) of a time in microseconds."""
    return _EPOCH + at // _DAY


def is_to_come(day: str, now: int) -> bool:
    """Whether a day can't have been lived yet at `now` (microseconds), by any clock that is merely a little wrong.

    Raises NotADayError.
    """
    return ordinal(day) > number_at(now) + MOST_AHEAD


def day_lived(played_on: str, told_on: str | None, heard: int) -> str:
    """The day that counts of what the centre heard of at `heard` (microseconds).

    `told_on` is what the machine's clock said where the machine had seen a later day before. If that later day has not
    come yet anywhere, it was the one that was wrong, and the clock was set right since. Otherwise the clock was turned
    back, and nothing was lived before what was seen. A day to come counts as the day of hearing. Raises NotADayError.
    """
    if told_on is not None and ordinal(played_on) > number_at(heard) + 1 and not is_to_come(told_on, heard):
        return told_on
    return day_of(number_at(heard)) if is_to_come(played_on, heard) else played_on


def week(day: str) -> int:
    """The number of the week of a day: Monday to Sunday (ISO 8601)."""
    return (ordinal(day) - 1) // 7


def _reach(played: Collection[int], rest: Collection[int], start: int, step: int) -> tuple[int, int]:
    """How far a run goes from `start` in one direction: its last played number and how many were played on the way."""
    last, count, number = start, 0, start + step
    while number in played or number in rest:
        if number in played:
            last, count = number, count + 1
        number += step
    return last, count


def run_at(played: Collection[int], rest: Collection[int], number: int) -> Run:
    """The run that a played day or week belongs to; rest at its ends is not part of it."""
    if number not in played:
        return NO_RUN
    first, before = _reach(played, rest, number, -1)
    last, after = _reach(played, rest, number, 1)
    return Run(first, last, before + 1 + after)


def longest_run(played: Collection[int], rest: Collection[int] = ()) -> Run:
    """The longest run there is; of equal ones the first."""
    best, done = NO_RUN, -1
    for number in sorted(played):
        if number > done:
            run = run_at(played, rest, number)
            done = run.last
            best = run if run.length > best.length else best
    return best


def current_run(played: Collection[int], rest: Collection[int], today: int) -> Run:
    """The run that goes on today: with today's play, or still open since the last day that was no rest."""
    number = today if today in played else today - 1
    while number not in played and number in rest:
        number -= 1
    return run_at(played, rest, number)


def reached_at(played: Collection[int], run: Run, milestone: int) -> int | None:
    """The number of the day on which a run reached a milestone, or None."""
    if run.length < milestone:
        return None
    return [number for number in range(run.first, run.last + 1) if number in played][milestone - 1]


def days(played_on: Collection[str]) -> frozenset[int]:
    """The numbers of calendar days. Raises NotADayError."""
    return frozenset(ordinal(day) for day in played_on)


def weeks(played_on: Collection[str]) -> frozenset[int]:
    """The numbers of the weeks with at least one played day. Raises NotADayError."""
    return frozenset(week(day) for day in played_on)


def rest_weeks(rest: Collection[str]) -> frozenset[int]:
    """The weeks whose school days, Monday to Friday, are all rest: a streak of weeks steps over them."""
    numbers = days(rest)
    return frozenset(
        number
        for number in {week(day) for day in rest}
        if all(monday in numbers for monday in range(number * 7 + 1, number * 7 + 6))
    )


def current_days(played_on: Collection[str], rest: Collection[str], today: str) -> int:
    """The length of the day streak that goes on today."""
    return current_run(days(played_on), days(rest), ordinal(today)).length


def current_weeks(played_on: Collection[str], rest: Collection[str], today: str) -> int:
    """The length of the streak of lesson weeks that goes on this week."""
    return current_run(weeks(played_on), rest_weeks(rest), week(today)).length


def day_milestones(length: int) -> tuple[int, ...]:
    """The milestones that a run of `length` days has reached: 7, 30, 100, 200, 300 …"""
    further = range(2 * _FURTHER, length + 1, _FURTHER)
    return (*(m for m in DAY_MILESTONES if m <= length), *further)


def week_milestones(length: int) -> tuple[int, ...]:
    """The milestones that a run of `length` lesson weeks has reached."""
    return tuple(m for m in WEEK_MILESTONES if m <= length)
