"""Challenges: when they are open, which attempts count, who stands where, and how that is told kindly.

Only verified attempts stand on a board (decision 21), each student once with their best. Equal scores share a rank. A
student sees the few around them, not a wall of all who are ahead; nobody is shown who has not switched boards on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import Final

import msgspec

from domain.achievements.milestones import Moment
from domain.music.say import say
from domain.records.achievements import Challenge
from domain.records.community import AchievementType
from domain.records.ids import derived_id
from domain.records.progress import PlayType, StudentAttempt

# Places that are told on a board and can be shared: the spec's ranking announcements.
PODIUM: Final = 3


class ChallengeStatus(StrEnum):
    """Where a challenge stands (data model). It is derived, never stored."""

    UPCOMING = "upcoming"
    ACTIVE = "active"
    ENDED = "ended"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One score of one student: an attempt of a challenge, or their points of a week."""

    student_id: str
    score: int
    achieved_at: int
    ref_id: str = ""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a board. Equal scores share a `rank`, and the next one leaves a gap: 1, 2, 2, 4."""

    rank: int
    entry: Entry


def status(challenge: Challenge, now: int) -> ChallengeStatus:
    """Where a challenge stands at `now`: it begins with `start_at` and is over at `end_at` (microseconds UTC)."""
    if now < challenge.start_at:
        return ChallengeStatus.UPCOMING
    return ChallengeStatus.ACTIVE if now < challenge.end_at else ChallengeStatus.ENDED


def counts(challenge: Challenge, attempt: StudentAttempt, *, verified: bool | None) -> bool:
    """Whether an attempt stands on the challenge's board: played in it, in time, and verified by the centre.

    Played offline and sent later is in time: what counts is when it was played.
    """
    return (
        verified is True
        and attempt.play_type is PlayType.CHALLENGE
        and attempt.stage_id == challenge.stage_id
        and status(challenge, attempt.created_at) is ChallengeStatus.ACTIVE
    )


def entry_of(attempt: StudentAttempt) -> Entry:
    """The entry that an attempt makes."""
    return Entry(student_id=attempt.student_id, score=attempt.score, achieved_at=attempt.created_at, ref_id=attempt.id)


def _order(entry: Entry) -> tuple[int, int, str]:
    return -entry.score, entry.achieved_at, entry.ref_id or entry.student_id


def board(entries: Iterable[Entry], *, shown: Collection[str] | None = None) -> tuple[Place, ...]:
    """The best of each student, highest first; among equals who was there first is named first, with the same rank.

    `shown` are the students who may be shown (None: all): others are left out before ranks are given, so no gap tells
    of them. The order of the entries, and repeats, do not matter.
    """
    best: dict[str, Entry] = {}
    for entry in entries:
        known = best.get(entry.student_id)
        if (shown is None or entry.student_id in shown) and (known is None or _order(entry) < _order(known)):
            best[entry.student_id] = entry
    return _ranked(sorted(best.values(), key=_order))


def _ranked(entries: Sequence[Entry]) -> tuple[Place, ...]:
    places: list[Place] = []
    for number, entry in enumerate(entries, 1):
        ties = bool(places) and places[-1].entry.score == entry.score
        places.append(Place(rank=places[-1].rank if ties else number, entry=entry))
    return tuple(places)


def around(places: Sequence[Place], student_id: str, most: int = 5) -> tuple[Place, ...]:
    """At most `most` lines with the student in the middle, or the first lines where they are not on the board."""
    at = next((number for number, place in enumerate(places) if place.entry.student_id == student_id), 0)
    first = max(0, min(at - most // 2, len(places) - most))
    return tuple(places[first : first + most])


def rank_of(places: Iterable[Place], student_id: str) -> int | None:
    """The rank of a student, or None."""
    return next((place.rank for place in places if place.entry.student_id == student_id), None)


def moments(
    challenge: Challenge, before: Sequence[Place], after: Sequence[Place], student_id: str
) -> tuple[Moment, ...]:
    """What there is to tell a student after their attempt has counted: that they are on the board, that they moved up.

    Nobody is ever told that they were overtaken.
    """
    was, now = rank_of(before, student_id), rank_of(after, student_id)
    if now is None:
        return ()
    entry = next(place.entry for place in after if place.entry.student_id == student_id)
    told = []
    if was is None:
        told.append(("entry", say("On the board of {challenge}", challenge=challenge.name)))
    if now <= PODIUM and (was is None or now < was):
        told.append((f"rank_{now}", say("Place {rank} in {challenge}", rank=now, challenge=challenge.name)))
    return tuple(
        Moment(
            achievement_type=AchievementType.CHALLENGE_SCORE,
            achievement_id=derived_id("challenge", challenge.id, student_id, what),
            title=title,
            at=entry.achieved_at,
        )
        for what, title in told
    )
