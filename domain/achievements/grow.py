"""Grow badges: one for each approved skill role, four levels at 1, 5, 20 and 50 recognised engagements.

Levels follow the engagements and nothing else. They rise when a badge is released and engagements are due, and fall
only when an engagement is revoked with a reason (decision 17). Every id is derived, so two machines make the same row.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Final

import msgspec

from domain.records.achievements import (
    AwardRevocation,
    Badge,
    BadgeAward,
    BadgeKind,
    BadgeStatus,
    BadgeThreshold,
    RoleEngagement,
    SkillRole,
)
from domain.records.ids import derived_id

# Fixed in this version (badge plan, questions 3).
THRESHOLDS: Final[tuple[int, int, int, int]] = (1, 5, 20, 50)
# The border of each level, None for none (badge plan; decision 15), and the numeral that says it without colour.
BORDERS: Final[tuple[str | None, ...]] = (None, "#CD7F32", "#C0C0C0", "#FFD700")
NUMERALS: Final[tuple[str, ...]] = ("I", "II", "III", "IV")

APPROVED: Final = "approved"


class BadgeStatusError(ValueError):
    """A badge can't take that step: it has no icon yet, or it is retired."""


class EarnedBadge(msgspec.Struct, frozen=True, kw_only=True):
    """How one person stands with one badge: the projection `earned_badges` of the plan, made anew from the awards.

    `award` is the highest that stands; `current_threshold_id` is empty for single badges.
    """

    badge_id: str
    level: int
    award: BadgeAward
    current_threshold_id: str = ""


def badge_id_of(role: SkillRole) -> str:
    """The id of a role's badge."""
    return derived_id("badge", role.org_id, role.id)


def thresholds_of(badge_id: str) -> tuple[BadgeThreshold, ...]:
    """The four levels of a grow badge, with sort orders 1 to 4."""
    return tuple(
        BadgeThreshold(
            threshold_id=derived_id("badge_threshold", badge_id, value), threshold_value=value, sort_order=order
        )
        for order, value in enumerate(THRESHOLDS, start=1)
    )


def badge_for(role: SkillRole, badges: Iterable[Badge]) -> Badge | None:
    """The badge that an approved role brings with it, or None where the role is not approved or has its badge."""
    if role.status != APPROVED or any(badge.skill_role_id == role.id for badge in badges):
        return None
    badge_id = badge_id_of(role)
    return Badge(
        org_id=role.org_id,
        id=badge_id,
        badge_code=role.role_code,
        badge_kind=BadgeKind.GROW,
        skill_role_id=role.id,
        name=role.role_name,
        description=f"For every time you show what a {role.role_name} can do.",
        thresholds=thresholds_of(badge_id),
    )


def backfill(roles: Iterable[SkillRole], badges: Collection[Badge]) -> tuple[Badge, ...]:
    """The badges that are missing for roles approved earlier, by role name; nothing the second time.

    Their sort order is the place by role name, after those that are there (badge plan, questions 5).
    """
    taken = max((badge.sort_order for badge in badges), default=0)
    missing = [badge for role in sorted(roles, key=lambda r: r.role_name) if (badge := badge_for(role, badges))]
    return tuple(msgspec.structs.replace(badge, sort_order=taken + place) for place, badge in enumerate(missing, 1))


def with_icon(badge: Badge, icon_path: str) -> Badge:
    """The badge with its icon. It stays as it was: release is by hand (badge plan, questions 2)."""
    return msgspec.structs.replace(badge, icon_path=icon_path)


def release(badge: Badge) -> Badge:
    """The badge, open to be earned. Twice is once.

    Raises BadgeStatusError without an icon, and for a retired badge.
    """
    if badge.status is BadgeStatus.RETIRED:
        raise BadgeStatusError(f"{badge.name} is retired and can't be released again.")
    if not badge.icon_path:
        raise BadgeStatusError(f"{badge.name} needs an icon before it can be released.")
    return msgspec.structs.replace(badge, status=BadgeStatus.RELEASED)


def retire(badge: Badge) -> Badge:
    """The badge, closed: nobody earns it any more, and nobody loses it."""
    return msgspec.structs.replace(badge, status=BadgeStatus.RETIRED)


def level_for(count: int) -> int:
    """The level that `count` recognised engagements give: 0 for none yet, 1 to 4."""
    return sum(count >= threshold for threshold in THRESHOLDS)


def to_next(count: int) -> tuple[int, int]:
    """(have, need) on the way to the next level; at the last level both are its threshold."""
    need = next((threshold for threshold in THRESHOLDS if threshold > count), THRESHOLDS[-1])
    return min(count, need), need


def recognised(badge: Badge, user_id: str, engagements: Iterable[RoleEngagement]) -> list[RoleEngagement]:
    """What counts for a badge and a user, oldest first, each once."""
    counted = {
        engagement.id: engagement
        for engagement in engagements
        if engagement.is_recognized
        and engagement.user_id == user_id
        and engagement.skill_role_id == badge.skill_role_id
    }
    return sorted(counted.values(), key=lambda e: (e.occurred_at, e.id))


@lru_cache(maxsize=16_384)  # asked for every badge a student holds, at every attempt
def award_id_of(user_id: str, badge_id: str, level: int, again: int = 0) -> str:
    """The id of an award. `again` counts how often this level was revoked and is earned anew."""
    parts: tuple[str | int, ...] = ("badge_award", user_id, badge_id, level)
    return derived_id(*parts, again) if again else derived_id(*parts)


def _standing_id(user_id: str, badge_id: str, level: int, revoked: Collection[str]) -> str:
    again = 0
    while (award_id := award_id_of(user_id, badge_id, level, again)) in revoked:
        again += 1
    return award_id


def awards_due(
    badge: Badge,
    user_id: str,
    engagements: Iterable[RoleEngagement],
    *,
    held: Collection[str],
    revocations: Collection[AwardRevocation] = (),
    now: int,
) -> tuple[BadgeAward, ...]:
    """The levels that a user has reached and does not hold, lowest first, with the dates they were truly crossed.

    The one rule for a new engagement, for a teacher's recognition and for the release of a badge. `held` are the ids of
    awards that are there; asked again with those, nothing is due. A badge that is not released gives nothing.
    """
    if badge.status is not BadgeStatus.RELEASED or badge.badge_kind is not BadgeKind.GROW:
        return ()
    counted = recognised(badge, user_id, engagements)
    revoked = {revocation.id for revocation in revocations}
    due = []
    for level in range(1, level_for(len(counted)) + 1):
        award_id = _standing_id(user_id, badge.id, level, revoked)
        if award_id not in held:
            due.append(_award(badge, award_id, level, counted, now))
    return tuple(due)


def _award(badge: Badge, award_id: str, level: int, counted: Sequence[RoleEngagement], now: int) -> BadgeAward:
    """`level` of a badge, proven by the engagements between the level before and this one."""
    before = THRESHOLDS[level - 2] if level > 1 else 0
    proof = counted[before : THRESHOLDS[level - 1]]
    return BadgeAward(
        org_id=proof[-1].org_id,
        id=award_id,
        user_id=proof[-1].user_id,
        badge_id=badge.id,
        level=level,
        crossed_at=proof[-1].occurred_at,
        awarded_at=now,
        evidence=tuple(engagement.id for engagement in proof),
    )


def awards_on_release(
    badge: Badge,
    engagements: Iterable[RoleEngagement],
    *,
    held: Collection[str],
    revocations: Collection[AwardRevocation] = (),
    now: int,
) -> tuple[BadgeAward, ...]:
    """What releasing a badge gives to everybody who is eligible, user by user; nothing the second time."""
    by_user: dict[str, list[RoleEngagement]] = {}
    for engagement in engagements:
        by_user.setdefault(engagement.user_id, []).append(engagement)
    return tuple(
        award
        for user_id in sorted(by_user)
        for award in awards_due(badge, user_id, by_user[user_id], held=held, revocations=revocations, now=now)
    )


def revocations_due(
    badge: Badge,
    user_id: str,
    engagements: Iterable[RoleEngagement],
    *,
    awards: Iterable[BadgeAward],
    revocations: Collection[AwardRevocation],
    reason: str,
    revoked_by: str,
    now: int,
) -> tuple[AwardRevocation, ...]:
    """The awards that no longer have their engagements after one was revoked.

    Raises ValueError without a reason: a level is never taken silently.
    """
    if not reason.strip():
        raise ValueError("a level is only taken back with a reason")
    left = level_for(len(recognised(badge, user_id, engagements)))
    gone = {revocation.id for revocation in revocations}
    return tuple(
        AwardRevocation(
            org_id=award.org_id, id=award.id, user_id=user_id, reason=reason, revoked_at=now, revoked_by=revoked_by
        )
        for award in sorted(awards, key=lambda a: a.level)
        if award.badge_id == badge.id and award.user_id == user_id and award.level > left and award.id not in gone
    )


def earned(
    badge: Badge, user_id: str, awards: Iterable[BadgeAward], revocations: Iterable[AwardRevocation] = ()
) -> EarnedBadge | None:
    """The highest level of a badge that a user holds, or None."""
    gone = {revocation.id for revocation in revocations}
    mine = [a for a in awards if a.badge_id == badge.id and a.user_id == user_id and a.id not in gone]
    if not mine:
        return None
    highest = max(mine, key=lambda award: award.level)
    threshold = next((t.threshold_id for t in badge.thresholds if t.sort_order == highest.level), "")
    return EarnedBadge(badge_id=badge.id, level=highest.level, award=highest, current_threshold_id=threshold)
