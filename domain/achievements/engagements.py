"""Role engagements: one recognised contribution in a skill role, at most one per stage and day.

By itself one is made for every passed assigned step and every passed challenge that carries the role's tag and whose
attempt is `verified`; a teacher records others by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from domain.records.achievements import RoleEngagement, SkillRole
from domain.records.ids import derived_id
from domain.records.progress import PlayType, StudentAttempt

FROM_STEP: Final = "assigned_step"
FROM_CHALLENGE: Final = "challenge"
BY_HAND: Final = "by_hand"


def source_of(attempt: StudentAttempt) -> str | None:
    """Why an attempt counts as an engagement: a passed assigned step, a passed challenge, or None."""
    if not attempt.passed:
        return None
    if attempt.play_type is PlayType.CHALLENGE:
        return FROM_CHALLENGE
    return FROM_STEP if attempt.play_type is PlayType.ASSIGNED and attempt.step_id else None


def engagement_id(user_id: str, skill_role_id: str, stage_id: str, day: str) -> str:
    """The id that makes it one per stage and day; `day` is the student's own calendar day."""
    return derived_id("role_engagement", user_id, skill_role_id, stage_id, day)


def engagements_of(
    attempt: StudentAttempt, skill_roles: Iterable[str], roles: Iterable[SkillRole]
) -> tuple[RoleEngagement, ...]:
    """One engagement for each approved role that the stage is tagged with (`skill_roles` are role codes)."""
    source = source_of(attempt)
    if source is None:
        return ()
    tagged = set(skill_roles)
    approved = sorted({role.id for role in roles if role.status == "approved" and role.role_code in tagged})
    return tuple(
        RoleEngagement(
            org_id=attempt.org_id,
            id=engagement_id(attempt.student_id, role_id, attempt.stage_id, attempt.played_on),
            user_id=attempt.student_id,
            skill_role_id=role_id,
            source=source,
            ref_id=attempt.id,
            occurred_on=attempt.played_on,
            occurred_at=attempt.created_at,
        )
        for role_id in approved
    )


def recorded_by_hand(
    *, org_id: str, user_id: str, skill_role_id: str, teacher_id: str, day: str, note: str, at: int
) -> RoleEngagement:
    """What a teacher saw a student do in a role. The same teacher notes the same thing once a day."""
    return RoleEngagement(
        org_id=org_id,
        id=derived_id("role_engagement", user_id, skill_role_id, BY_HAND, teacher_id, day, note),
        user_id=user_id,
        skill_role_id=skill_role_id,
        source=BY_HAND,
        ref_id=teacher_id,
        occurred_on=day,
        occurred_at=at,
    )


def revoked(engagement: RoleEngagement, reason: str) -> RoleEngagement:
    """The engagement, no longer recognised. Raises ValueError without a reason."""
    if not reason.strip():
        raise ValueError("an engagement is only revoked with a reason")
    return msgspec.structs.replace(engagement, is_recognized=False, revoked_reason=reason)


def joined(known: RoleEngagement, found: RoleEngagement) -> RoleEngagement:
    """One row of two for the same stage and day: the earlier attempt's, revoked where either is.

    The same for any order of arrival.
    """
    first = min(known, found, key=lambda e: (e.occurred_at, e.ref_id))
    reasons = sorted(e.revoked_reason or "" for e in (known, found) if not e.is_recognized)
    if not reasons:
        return first
    return msgspec.structs.replace(first, is_recognized=False, revoked_reason=reasons[-1] or None)
