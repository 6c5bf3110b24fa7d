"""Where the rows of a bucket stand in its order, read in the three ways in which a mirror is filled."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec
from sqlalchemy import Connection

from central.asking import fetched
from central.statements import any_of, mark, selecting, several
from central.sync.ledger import Head
from domain.records import ALL, Record
from domain.records.achievements import ChallengeScore, PointsEntry
from domain.records.communication import Message, Notification, NotificationRead, TelemetryEvent
from domain.records.community import (
    AchievementShare,
    Comment,
    EngagementCounts,
    ItemReport,
    ModerationAction,
    SocialEngagement,
)
from domain.records.identity import ConsentRecord
from domain.records.progress import AttemptReview, AttemptVerdict, Performance, StudentAttempt

_COLUMNS = ("entity", "row_id", "seq", "gone")
# What happens, and becomes more with every lesson. The rest is what stands: people, classes, work that was given,
# badges, settings. That is little, and without it nothing of what happened can be shown.
_HAPPENING: frozenset[type[Record]] = frozenset(
    {
        StudentAttempt,
        Performance,
        AttemptVerdict,
        AttemptReview,
        PointsEntry,
        ChallengeScore,
        AchievementShare,
        Comment,
        SocialEngagement,
        EngagementCounts,
        ItemReport,
        ModerationAction,
        Message,
        Notification,
        NotificationRead,
        ConsentRecord,
        TelemetryEvent,
    }
)
_STANDING = tuple(entity.name for entity in ALL if entity.record not in _HAPPENING)


class Place(msgspec.Struct, frozen=True, gc=False):
    """A row's place in one bucket; `gone`: the bucket has lost it."""

    entity: str
    row_id: str
    seq: int
    gone: bool


def heads(connection: Connection, org_id: str, names: Sequence[str]) -> dict[str, Head]:
    """How far these buckets are; a bucket that has never held anything is not among them."""
    dialect = connection.dialect.name
    sql = selecting("bucket_head", ("bucket", "seq", "hash", "count"), (("bucket", True),), dialect)
    rows = fetched(connection, sql, (org_id, several(dialect, names)))
    return {bucket: Head(seq, hashed, count) for bucket, seq, hashed, count in rows}


def after(connection: Connection, org_id: str, bucket: str, seq: int, most: int) -> list[Place]:
    """What has changed behind a seq, in order, with what the bucket has lost."""
    return _read(connection, _after(connection.dialect.name), (org_id, bucket, seq, most))


def below(connection: Connection, org_id: str, bucket: str, seq: int, most: int) -> list[Place]:
    """What the bucket holds below a seq, newest first. Who holds nothing older need not hear what was lost."""
    return _read(connection, _below(connection.dialect.name), (org_id, bucket, False, seq, most))


def standing(connection: Connection, org_id: str, bucket: str, most: int) -> list[Place]:
    """The newest of what stands in the bucket, however old it is."""
    dialect = connection.dialect.name
    return _read(connection, _standing(dialect), (org_id, bucket, False, several(dialect, _STANDING), most))


def _read(connection: Connection, sql: str, values: tuple[object, ...]) -> list[Place]:
    rows = fetched(connection, sql, values)
    return [Place(entity, row_id, seq, bool(gone)) for entity, row_id, seq, gone in rows]


@cache
def _after(dialect: str) -> str:
    place = selecting("bucket_row", _COLUMNS, (("bucket", False),), dialect)
    return f"{place} AND seq > {mark(dialect)} ORDER BY seq LIMIT {mark(dialect)}"


@cache
def _below(dialect: str) -> str:
    place = selecting("bucket_row", _COLUMNS, (("bucket", False), ("gone", False)), dialect)
    return f"{place} AND seq < {mark(dialect)} ORDER BY seq DESC LIMIT {mark(dialect)}"


@cache
def _standing(dialect: str) -> str:
    place = selecting("bucket_row", _COLUMNS, (("bucket", False), ("gone", False)), dialect)
    # With the plus, either database looks these few up by their entity instead of reading the bucket by seq.
    return f"{place} AND entity {any_of(dialect)} ORDER BY +seq DESC LIMIT {mark(dialect)}"
