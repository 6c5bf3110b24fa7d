"""What was earned: skill roles, engagements, badges, awards, points, challenges (badge plan; Gamification)."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from domain.records.record import Record


class Rarity(StrEnum):
    """How rare a single badge is."""

    COMMON = "common"
    UNCOMMON = "uncommon"
    RARE = "rare"
    EPIC = "epic"
    LEGENDARY = "legendary"


class BadgeKind(StrEnum):
    """A grow badge belongs to one skill role and has four levels; a single badge is earned once."""

    GROW = "grow"
    SINGLE = "single"


class BadgeStatus(StrEnum):
    """A badge can be earned only while released (decision 14)."""

    PENDING_ICON = "pending_icon"
    RELEASED = "released"
    RETIRED = "retired"


class SkillRole(Record, frozen=True, kw_only=True):
    """What the badge plan calls a role: Pianist, Sight-reader, Rhythm keeper …"""

    role_code: str
    role_name: str
    status: str = "proposed"


class BadgeThreshold(msgspec.Struct, frozen=True, kw_only=True):
    """One of the four fixed levels: 1, 5, 20, 50 engagements with sort orders 1 to 4."""

    threshold_id: str
    threshold_value: int
    sort_order: int


class Badge(Record, frozen=True, kw_only=True):
    """One badge model for both kinds. Grow badges have exactly one `skill_role_id` and four thresholds.

    `criteria` is a predicate of the closed vocabulary in `domain.achievements`; empty for grow badges.
    """

    badge_code: str
    badge_kind: BadgeKind
    skill_role_id: str | None = None
    name: str
    description: str = ""
    status: BadgeStatus = BadgeStatus.PENDING_ICON
    rarity: Rarity = Rarity.COMMON
    points_value: int = 0
    criteria: dict[str, str | int] = msgspec.field(default_factory=dict)
    collection: str | None = None
    icon_path: str | None = None
    sort_order: int = 0
    thresholds: tuple[BadgeThreshold, ...] = ()


class RoleEngagement(Record, frozen=True, kw_only=True):
    """One recognised contribution in a skill role; at most one per stage and day, which its derived id says."""

    user_id: str
    skill_role_id: str
    source: str
    ref_id: str
    occurred_on: str
    occurred_at: int
    is_recognized: bool = True
    revoked_reason: str | None = None


class BadgeAward(Record, frozen=True, kw_only=True):
    """A level that was crossed. Append-only; `id` is derived from user, badge and level."""

    user_id: str
    badge_id: str
    level: int
    crossed_at: int
    awarded_at: int
    evidence: tuple[str, ...] = ()


class AwardRevocation(Record, frozen=True, kw_only=True):
    """Takes an award back, with a reason. `id` is the award's."""

    user_id: str
    reason: str
    revoked_at: int
    revoked_by: str


class PointsReason(StrEnum):
    """Why points were given (data model, PointsLog)."""

    GAME_COMPLETE = "game_complete"
    BADGE_EARNED = "badge_earned"
    STREAK = "streak"
    CHALLENGE = "challenge"


class PointsEntry(Record, frozen=True, kw_only=True):
    """A line of the points log; `id` is derived from student, reason and reference, so nothing counts twice."""

    student_id: str
    points: int
    reason: PointsReason
    ref_type: str
    ref_id: str
    earned_at: int
    earned_on: str


class Challenge(Record, frozen=True, kw_only=True):
    """A time-based competition on one stage. Its status is derived from the two times."""

    game_id: str
    stage_id: str
    name: str
    description: str = ""
    start_at: int
    end_at: int
    seed: int = 0
    class_id: str | None = None


class ChallengeScore(Record, frozen=True, kw_only=True):
    """A student's best verified score in a challenge. `id` is derived from both; the centre writes it.

    Handle and picture stand in it for the school's board: members of other classes are not in everybody's mirror.
    """

    challenge_id: str
    student_id: str
    score: int
    achieved_at: int
    attempt_id: str
    display_name: str = ""
    avatar: str = "note"


class RestDay(Record, frozen=True, kw_only=True):
    """A day that a teacher marked as holiday for a class, or a rest pass of a student: streaks step over it."""

    class_id: str | None = None
    student_id: str | None = None
    day: str
    present: bool = True
