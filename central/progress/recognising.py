"""What a person's decision brings: an engagement recognised or revoked by hand, a badge released. Twice is once."""

from __future__ import annotations

from central.sync.unit import Unit
from domain.achievements.derive import Derived
from domain.achievements.engagements import BY_HAND
from domain.achievements.recognition import after_recognition, after_release, after_revocation
from domain.records.achievements import (
    AwardRevocation,
    Badge,
    BadgeAward,
    BadgeKind,
    BadgeStatus,
    RoleEngagement,
)


def engagement_changed(unit: Unit, record: RoleEngagement) -> None:
    """A teacher recorded an engagement, or took one back with a reason: levels rise or fall with it."""
    if record.source != BY_HAND and record.is_recognized:
        return
    rows, user = unit.rows, record.user_id
    of_role = rows.where(RoleEngagement, user_id=user, skill_role_id=record.skill_role_id)
    badges, awards = rows.where(Badge), rows.where(BadgeAward, user_id=user)
    revocations = rows.where(AwardRevocation, user_id=user)
    if record.is_recognized:
        held = frozenset(award.id for award in awards)
        brought = after_recognition(
            record, engagements=of_role, badges=badges, held=held, revocations=revocations, now=unit.now
        )
        _keep(unit, brought)
    elif record.revoked_reason:
        fallen = after_revocation(
            record,
            engagements=of_role,
            badges=badges,
            awards=awards,
            revocations=revocations,
            revoked_by="centre",
            now=unit.now,
        )
        unit.add_missing(fallen)


def badge_changed(unit: Unit, record: Badge) -> None:
    """A grow badge that was released goes to everybody who has earned it, with the true dates (decision 17)."""
    if record.badge_kind is not BadgeKind.GROW or record.status is not BadgeStatus.RELEASED or not record.skill_role_id:
        return
    engagements = unit.rows.where(RoleEngagement, skill_role_id=record.skill_role_id)
    if not engagements:
        return
    users = sorted({engagement.user_id for engagement in engagements})
    held = frozenset(award.id for award in unit.rows.where(BadgeAward, badge_id=record.id))
    revocations = unit.rows.where(AwardRevocation, user_id=users)
    _keep(unit, after_release(record, engagements, held=held, revocations=revocations, now=unit.now))


def _keep(unit: Unit, brought: Derived) -> None:
    unit.add_missing(brought.awards)
    unit.add_missing(brought.points)
