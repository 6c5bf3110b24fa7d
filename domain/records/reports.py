"""The messages of an administrator's reports: how an organisation and its schools play and share, in numbers alone.

| call | authorization | answer |
| --- | --- | --- |
| GET /v1/reports/usage?account=ID&weeks=N | administrator | UsageReport |

*administrator* is a session's token, or a device token with `account`, somebody who may see figures of the whole
organisation and has signed in on that machine.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import msgspec

# The periods that can be asked for: about a month, a term, a year.
PERIODS: Final = (4, 12, 52)


class Figure(StrEnum):
    """What is counted of students, within the period."""

    PLAYED = "played"
    PLAYS = "plays"
    MINUTES = "minutes"
    PASSED = "passed"
    BADGES = "badges"
    SHARES = "shares"
    LIKES = "likes"
    CELEBRATIONS = "celebrations"
    COMMENTS = "comments"
    REPORTS = "reports"


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation or one of its schools. A figure that would tell of fewer than five people is None."""

    name: str
    students: int | None
    figures: dict[Figure, int | None]


class Week(msgspec.Struct, frozen=True, kw_only=True):
    """A week from its Monday on (ISO date, UTC): how many students played, and how often; None as in `Part`."""

    monday: str
    played: int | None
    plays: int | None


class UsageReport(msgspec.Struct, frozen=True, kw_only=True):
    """The period from its first Monday to the moment at which it was asked for (microseconds).

    `kinds` and `scopes` say how the shares of the organisation are spread, `opened` how often what others have shared
    was looked at, as far as machines have told.
    """

    weeks: int
    made_at: int
    whole: Part
    schools: tuple[Part, ...]
    trend: tuple[Week, ...]
    kinds: dict[str, int | None]
    scopes: dict[str, int | None]
    opened: dict[str, int | None]
