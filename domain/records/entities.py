"""The list of every synced entity with the rule by which its versions merge (sync.md: three kinds of data)."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from domain.records import achievements, communication, community, curriculum, identity, progress
from domain.records.identity import AccessRole
from domain.records.record import Record


class Kind(StrEnum):
    """How two versions of a row become one.

    fact: inserted once, never updated; the same id with other content is refused.
    set: one row per (actor, kind, target); the latest stamp decides whether it is there (`present`).
    document: each field is the latest writer's; where a field is a privacy scope, the stricter value wins a tie.
    """

    FACT = "fact"
    SET = "set"
    DOCUMENT = "document"


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """One synced entity.

    `writers` may push it (the centre still asks whose row it is); empty means that only the centre writes it.
    `owner` names the field with the user whose deed it is: it must be the pushing account, or a student of the pushing
    teacher where `staff_may_write` says so. `centre_fields` are never taken from a client. `first_stands`: the id is
    derived from what happened, so two machines may note the same fact at different times; the first to arrive stands.
    """

    record: type[Record]
    kind: Kind
    owner: str | None = None
    writers: frozenset[AccessRole] = frozenset()
    staff_may_write: bool = False
    centre_fields: frozenset[str] = frozenset()
    first_stands: bool = False
    priority: int = 3

    @property
    def name(self) -> str:
        """The name on the wire, and of the table on both sides: `StudentAttempt` → `student_attempt`."""
        return "".join("_" + c.lower() if c.isupper() else c for c in self.record.__name__).lstrip("_")


_STUDENT = frozenset({AccessRole.STUDENT})
_PLAYERS = frozenset({AccessRole.STUDENT, AccessRole.GENERIC_STUDENT})
_STAFF = frozenset({AccessRole.TEACHER, AccessRole.TEACHER_ADMIN, AccessRole.SUBSCRIBER_ADMIN})
_GUARDIAN = frozenset({AccessRole.GUARDIAN})
# Who sets the rules of a whole organisation (`domain.community.permissions`).
_RULERS = frozenset({AccessRole.SUBSCRIBER_ADMIN, AccessRole.SYSTEM_ADMIN})
_PEOPLE = _PLAYERS | _STAFF | _GUARDIAN
_EVERYBODY = _PEOPLE | {AccessRole.KIOSK}

ALL: tuple[Entity, ...] = (
    # identity: the centre's own administration writes these
    Entity(record=identity.Organization, kind=Kind.DOCUMENT),
    Entity(record=identity.Site, kind=Kind.DOCUMENT),
    Entity(record=identity.Member, kind=Kind.DOCUMENT),
    Entity(record=identity.RosterName, kind=Kind.DOCUMENT),
    Entity(record=identity.SchoolClass, kind=Kind.DOCUMENT),
    Entity(record=identity.ClassEnrollment, kind=Kind.SET),
    Entity(record=identity.SignInTile, kind=Kind.DOCUMENT),
    Entity(record=identity.GuardianLink, kind=Kind.SET),
    Entity(record=identity.ConsentRecord, kind=Kind.FACT, owner="guardian_id", writers=_GUARDIAN, priority=1),
    Entity(record=identity.Machine, kind=Kind.DOCUMENT),
    # progress
    Entity(
        record=progress.StudentAssignment,
        kind=Kind.DOCUMENT,
        owner="assigned_by_user_id",
        writers=_STAFF,
        staff_may_write=True,
    ),
    Entity(record=progress.StudentAttempt, kind=Kind.FACT, owner="student_id", writers=_PLAYERS, priority=2),
    Entity(record=progress.Performance, kind=Kind.FACT, owner="student_id", writers=_PLAYERS, priority=2),
    Entity(record=progress.AttemptVerdict, kind=Kind.DOCUMENT),
    Entity(record=progress.AttemptReview, kind=Kind.FACT, owner="teacher_id", writers=_STAFF, priority=1),
    Entity(
        record=progress.StepDone,
        kind=Kind.FACT,
        owner="student_id",
        writers=_PLAYERS,
        first_stands=True,
        priority=2,
    ),
    # what teachers make themselves
    Entity(record=curriculum.CustomSequence, kind=Kind.DOCUMENT, owner="owner_id", writers=_STAFF),
    Entity(record=curriculum.StudentGroup, kind=Kind.DOCUMENT, writers=_STAFF),
    # achievements: derived on both ends from the attempts; pushed only where a teacher records something by hand
    Entity(record=achievements.SkillRole, kind=Kind.DOCUMENT),
    Entity(record=achievements.Badge, kind=Kind.DOCUMENT),
    Entity(
        record=achievements.RoleEngagement, kind=Kind.DOCUMENT, owner="user_id", writers=_STAFF, staff_may_write=True
    ),
    Entity(record=achievements.BadgeAward, kind=Kind.FACT),
    Entity(record=achievements.AwardRevocation, kind=Kind.FACT),
    Entity(record=achievements.PointsEntry, kind=Kind.FACT),
    Entity(record=achievements.Challenge, kind=Kind.DOCUMENT, writers=_STAFF),
    Entity(record=achievements.ChallengeScore, kind=Kind.DOCUMENT),
    Entity(record=achievements.RestDay, kind=Kind.SET, writers=_STAFF),
    # community
    Entity(
        record=community.AchievementShare,
        kind=Kind.DOCUMENT,
        owner="student_id",
        writers=_STUDENT,
        centre_fields=frozenset(
            {"author_name", "author_avatar", "moderation", "message_state", "is_featured", "agreed_at"}
        ),
    ),
    Entity(
        record=community.SocialEngagement, kind=Kind.SET, owner="actor_user_id", writers=_STUDENT | _STAFF | _GUARDIAN
    ),
    Entity(
        record=community.Comment,
        kind=Kind.DOCUMENT,
        owner="author_id",
        writers=_STUDENT | _STAFF | _GUARDIAN,
        centre_fields=frozenset({"author_name", "moderation"}),
    ),
    Entity(record=community.EngagementCounts, kind=Kind.DOCUMENT),
    Entity(
        record=community.PublicProfile,
        kind=Kind.DOCUMENT,
        owner="id",
        writers=_STUDENT,
        centre_fields=frozenset({"display_name", "moderation"}),
    ),
    Entity(
        record=community.Showcase,
        kind=Kind.DOCUMENT,
        owner="student_id",
        writers=_STUDENT,
        centre_fields=frozenset({"moderation"}),
    ),
    Entity(record=community.SharingPreferences, kind=Kind.DOCUMENT, owner="id", writers=_PEOPLE, priority=1),
    Entity(record=community.ClassPolicy, kind=Kind.DOCUMENT, writers=_STAFF, priority=1),
    Entity(record=community.SharingPolicy, kind=Kind.DOCUMENT, writers=_RULERS, priority=1),
    Entity(record=community.CommunityGuidelines, kind=Kind.FACT, writers=_RULERS),
    Entity(record=community.SharingOverride, kind=Kind.DOCUMENT, owner="teacher_id", writers=_STAFF, priority=1),
    Entity(record=community.GuardianLimit, kind=Kind.DOCUMENT, owner="guardian_id", writers=_GUARDIAN, priority=1),
    Entity(record=community.ModerationAction, kind=Kind.FACT, owner="actor_id", writers=_STAFF | _GUARDIAN, priority=1),
    Entity(
        record=community.Appeal,
        kind=Kind.DOCUMENT,
        owner="author_id",
        writers=_STUDENT,
        centre_fields=frozenset({"title", "text", "state", "answer", "answered_at"}),
        priority=1,
    ),
    Entity(
        record=community.ItemReport,
        kind=Kind.FACT,
        owner="reporter_id",
        writers=_PEOPLE,
        first_stands=True,
        priority=1,
    ),
    Entity(record=community.Highlight, kind=Kind.SET, writers=_STAFF),
    # communication
    Entity(
        record=communication.Message,
        kind=Kind.DOCUMENT,
        owner="from_user_id",
        writers=_STUDENT | _STAFF | _GUARDIAN,
        centre_fields=frozenset({"read_at"}),
    ),
    Entity(record=communication.Notification, kind=Kind.FACT),
    Entity(record=communication.NotificationRead, kind=Kind.SET, owner="user_id", writers=_PEOPLE, priority=4),
    Entity(record=communication.Announcement, kind=Kind.DOCUMENT, writers=_STAFF),
    Entity(record=communication.TelemetryEvent, kind=Kind.FACT, writers=_EVERYBODY, priority=5),
)

BY_NAME: dict[str, Entity] = {entity.name: entity for entity in ALL}
_BY_RECORD: dict[type[Record], Entity] = {entity.record: entity for entity in ALL}


def entity_of(record: Record | type[Record]) -> Entity:
    """The entity that a record, or a record type, belongs to. Raises KeyError for what is not synced."""
    return _BY_RECORD[record if isinstance(record, type) else type(record)]
