"""What a person's decision brings: a teacher recognises or revokes an engagement, an administrator releases a badge.

The badge plan's other places of recognition, beside `derive`: the same levels, dates and ids. Points that were given
stay in the log when a level is taken back: the log is append-only, and a child is never fined.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from domain.achievements import grow, points
from domain.achievements.derive import Derived, award_lines
from domain.records.achievements import (
    AwardRevocation,
    Badge,
    BadgeAward,
    BadgeKind,
    PointsEntry,
    RoleEngagement,
)


def after_recognition(
    engagement: RoleEngagement,
    *,
    engagements: Iterable[RoleEngagement],
    badges: Iterable[Badge],
    held: Collection[str],
    revocations: Collection[AwardRevocation] = (),
    now: int,
) -> Derived:
    """What an engagement brings that was recorded by hand, or recognised afterwards.

    `engagements` are the user's in that role, with or without this one.
    """
    known = {one.id: one for one in engagements} | {engagement.id: engagement}
    of_role = [badge for badge in badges if _is_of(badge, engagement)]
    awards = tuple(
        award
        for badge in sorted(of_role, key=lambda b: b.id)
        for award in grow.awards_due(
            badge, engagement.user_id, known.values(), held=held, revocations=revocations, now=now
        )
    )
    lines = award_lines(awards, of_role, engagement.occurred_on)
    return Derived(engagements=(engagement,), awards=awards, points=lines)


def after_release(
    badge: Badge,
    engagements: Collection[RoleEngagement],
    *,
    held: Collection[str],
    revocations: Collection[AwardRevocation] = (),
    now: int,
) -> Derived:
    """What releasing a grow badge brings to everybody, with the true dates. Twice is once."""
    awards = grow.awards_on_release(badge, engagements, held=held, revocations=revocations, now=now)
    day_of = {engagement.id: engagement.occurred_on for engagement in engagements}
    return Derived(awards=awards, points=_lines(awards, badge, day_of))


def after_revocation(
    engagement: RoleEngagement,
    *,
    engagements: Iterable[RoleEngagement],
    badges: Iterable[Badge],
    awards: Collection[BadgeAward],
    revocations: Collection[AwardRevocation],
    revoked_by: str,
    now: int,
) -> tuple[AwardRevocation, ...]:
    """The levels that fall with a revoked engagement, each with its reason.

    `engagement` is the row after `engagements.revoked`. Raises ValueError where it has no reason.
    """
    known = {one.id: one for one in engagements} | {engagement.id: engagement}
    return tuple(
        revocation
        for badge in badges
        if _is_of(badge, engagement)
        for revocation in grow.revocations_due(
            badge,
            engagement.user_id,
            known.values(),
            awards=awards,
            revocations=revocations,
            reason=engagement.revoked_reason or "",
            revoked_by=revoked_by,
            now=now,
        )
    )


def _is_of(badge: Badge, engagement: RoleEngagement) -> bool:
    return badge.badge_kind is BadgeKind.GROW and badge.skill_role_id == engagement.skill_role_id


def _lines(awards: Iterable[BadgeAward], badge: Badge, day_of: Mapping[str, str]) -> tuple[PointsEntry, ...]:
    lines = (points.for_award(award, badge, day_of[award.evidence[-1]]) for award in awards)
    return tuple(line for line in lines if line is not None)
