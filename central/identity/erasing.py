"""Everything of a person is deleted: when they ask for it, and thirteen months after they left (decision 13).

Deleted are the rows that are theirs, what others wrote on them, and every copy of their name. Left are the audit log,
which is append-only and holds ids that name nobody any more, and telemetry, whose pseudonyms nobody here can resolve.
Mirrors lose the rows with their next sync.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, text

from central.auditing import ERASE, note
from central.community.world import leave, settle
from central.problems import Refused
from central.rows import Stored
from central.sync.effects import count_again
from central.sync.unit import Unit
from central.tables import table_of
from domain.records import Record, entity_of
from domain.records.achievements import (
    AwardRevocation,
    BadgeAward,
    ChallengeScore,
    PointsEntry,
    RestDay,
    RoleEngagement,
)
from domain.records.communication import Message, Notification, NotificationRead
from domain.records.community import (
    AchievementShare,
    Appeal,
    Comment,
    EngagementCounts,
    GuardianLimit,
    Highlight,
    ItemReport,
    ModerationAction,
    PublicProfile,
    SharingOverride,
    SharingPreferences,
    Showcase,
    SocialEngagement,
)
from domain.records.curriculum import CustomSequence, StudentGroup
from domain.records.identity import (
    ClassEnrollment,
    ConsentRecord,
    GuardianLink,
    Member,
    MemberStatus,
    Organization,
    RosterName,
    SchoolClass,
    SignInTile,
)
from domain.records.progress import (
    AttemptReview,
    AttemptVerdict,
    Performance,
    StepDone,
    StudentAssignment,
    StudentAttempt,
)

# Spec, data model: 13 months after subscription cancellation (FERPA), then hard delete.
RETENTION_MONTHS: Final = 13

# Whose a row is: by these columns. What is not named here holds nothing of one person.
PERSONAL: Final[dict[type[Record], tuple[str, ...]]] = {
    AttemptReview: ("student_id",),
    AttemptVerdict: ("student_id",),
    Performance: ("student_id",),
    StudentAttempt: ("student_id",),
    StepDone: ("student_id",),
    StudentAssignment: ("student_id",),
    CustomSequence: ("owner_id",),
    RoleEngagement: ("user_id",),
    AwardRevocation: ("user_id",),
    BadgeAward: ("user_id",),
    PointsEntry: ("student_id",),
    ChallengeScore: ("student_id",),
    RestDay: ("student_id",),
    SocialEngagement: ("actor_user_id", "target_id", "to_user_id"),
    Comment: ("author_id",),
    AchievementShare: ("student_id",),
    PublicProfile: ("id",),
    Showcase: ("student_id",),
    SharingPreferences: ("id",),
    SharingOverride: ("student_id",),
    GuardianLimit: ("student_id", "guardian_id"),
    ModerationAction: ("target_id",),
    ItemReport: ("reporter_id", "target_id"),
    Appeal: ("author_id",),
    Message: ("from_user_id", "to_user_id"),
    Notification: ("user_id",),
    NotificationRead: ("user_id",),
    ConsentRecord: ("guardian_id", "student_id"),
    GuardianLink: ("guardian_id", "student_id"),
    ClassEnrollment: ("student_id",),
    SignInTile: ("id",),
    RosterName: ("id",),
    Member: ("id",),
}
# What hangs on a share or a comment and goes with it.
ON_ITEMS: Final[dict[type[Record], str]] = {
    SocialEngagement: "target_id",
    Comment: "share_id",
    EngagementCounts: "id",
    ModerationAction: "target_id",
    ItemReport: "target_id",
    Highlight: "share_id",
}
# Rows of the centre's own that are kept by person; ids of attempts and shares lead to the rest.
_BESIDE: Final = ("credential", "device_grant", "session")


class Erased(msgspec.Struct, frozen=True, kw_only=True):
    """What was deleted: rows by their kind."""

    user_id: str
    rows: dict[str, int]


def erase(unit: Unit, user_id: str, *, by: str, left: bool = False) -> Erased:
    """Delete everything of a person now; audited. `left`: they are gone long since, whatever still stands under them.

    Raises Refused for nobody, and for a teacher who still has classes.
    """
    if unit.rows.get(Member, user_id) is None:
        raise Refused("no_person", "There is no such person.", 404)
    if not left and unit.rows.where(SchoolClass, teacher_id=user_id, status="active"):
        raise Refused("still_teaches", "This teacher still has classes. Give them to somebody else first.")
    note(unit, by, ERASE, user_id)
    _overwrite_what_is_deleted(unit.connection)
    shares = [share.id for share in unit.rows.where(AchievementShare, student_id=user_id)]
    showcases = [made.id for made in unit.rows.where(Showcase, student_id=user_id)]
    own = unit.rows.where(Comment, author_id=user_id)
    under = unit.rows.where(Comment, share_id=shares) if shares else []
    reactions = unit.rows.where(SocialEngagement, actor_user_id=user_id, target_type="share")
    elsewhere = {row.target_id for row in reactions} | {comment.share_id for comment in own}
    children = unit.known.guarded(user_id)
    deleted: dict[str, int] = {}
    leave(unit, user_id)
    _delete(unit, deleted, _told_of(unit, user_id, [*shares, *showcases, *(comment.id for comment in own)]))
    for item in (*shares, *showcases, *(comment.id for comment in (*own, *under))):
        for kind, column in ON_ITEMS.items():
            _delete(unit, deleted, unit.rows.stored_where(kind, **{column: item}))
    _beside(unit.connection, unit.org_id, user_id)
    _leave_groups(unit, user_id)
    for kind, columns in PERSONAL.items():
        for column in columns:
            _delete(unit, deleted, unit.rows.stored_where(kind, **{column: user_id}))
    for share_id in sorted(elsewhere.difference(shares)):
        count_again(unit, share_id)
    unit.known.forget()
    # With a guardian goes what they agreed to; and a board that was this person's alone counts one school less.
    settle(unit, [user_id, *children])
    return Erased(user_id=user_id, rows=deleted)


def due(unit: Unit) -> list[str]:
    """Who left so long ago that everything of theirs is to be deleted: ids, in order.

    It counts from the later of the subscription's end and the person's leaving; where only the subscription has ended,
    from there for everybody.
    """
    org = unit.rows.get(Organization, unit.org_id)
    ended = org.ended_at if org is not None else None
    found = []
    for member in unit.rows.where(Member):
        left = member.left_at if member.status is MemberStatus.ARCHIVED else None
        since = max((at for at in (left, ended) if at is not None), default=None)
        if since is not None and months_later(since, RETENTION_MONTHS) <= unit.now:
            found.append(member.id)
    return sorted(found)


def months_later(at: int, months: int) -> int:
    """The same day of a later month (its last, where it has fewer days) at the same time; microseconds, UTC."""
    then = datetime.datetime.fromtimestamp(at / 1_000_000, datetime.UTC)
    year, month = divmod(then.month - 1 + months, 12)
    year, month = then.year + year, month + 1
    day = min(then.day, calendar.monthrange(year, month)[1])
    later = then.replace(year=year, month=month, day=day)
    return at + round((later - then).total_seconds()) * 1_000_000


def _delete(unit: Unit, deleted: dict[str, int], rows: Iterable[Stored]) -> None:
    for row in rows:
        name = entity_of(row.record).name
        unit.ledger.leaves(name, row.record.id, row.seen_in)
        unit.connection.execute(_DELETE[type(row.record)], {"org": unit.org_id, "id": row.record.id})
        deleted[name] = deleted.get(name, 0) + 1


def _told_of(unit: Unit, user_id: str, items: list[str]) -> list[Stored]:
    """What others were told about this person: it names them, or leads to what was theirs."""
    member = unit.rows.get(Member, user_id)
    marks = [user_id, *items, *([member.display_name] if member is not None and member.display_name else [])]
    return [row for row in unit.rows.stored_where(Notification) if _mentions(row.record, marks)]


def _mentions(record: Any, marks: list[str]) -> bool:
    told = f"{record.title}\n{record.body}\n{record.action_url or ''}"
    return any(mark in told for mark in marks)


def _leave_groups(unit: Unit, user_id: str) -> None:
    for group in unit.rows.where(StudentGroup):
        if user_id in group.student_ids:
            left = tuple(each for each in group.student_ids if each != user_id)
            unit.put(msgspec.structs.replace(group, student_ids=left))


def _beside(connection: Connection, org_id: str, user_id: str) -> None:
    values = {"org": org_id, "user": user_id}
    for table in ("performance_mark", "to_judge"):
        connection.execute(text(_BY_ATTEMPT.format(table=table)), values)
    connection.execute(text(_TRIES), values | {"subject": f"%:{user_id}"})
    for table in _BESIDE:
        connection.execute(text(f"DELETE FROM {table} WHERE org_id = :org AND user_id = :user"), values)


def _overwrite_what_is_deleted(connection: Connection) -> None:
    """SQLite leaves deleted rows in free pages until they are used again; here they are overwritten at once."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON").close()


_BY_ATTEMPT: Final = (
    "DELETE FROM {table} WHERE org_id = :org AND attempt_id IN "
    "(SELECT id FROM student_attempt WHERE org_id = :org AND student_id = :user)"
)
# Tries at the door are kept by machine and account, or by the name that was typed.
_TRIES: Final = (
    "DELETE FROM sign_in_try WHERE org_id = :org AND (subject LIKE :subject OR subject IN (SELECT 'session:' || "
    "username_key FROM credential WHERE org_id = :org AND user_id = :user))"
)
_DELETE: Final = {
    kind: text(f"DELETE FROM {table_of(kind).name} WHERE org_id = :org AND id = :id") for kind in {*PERSONAL, *ON_ITEMS}
}
