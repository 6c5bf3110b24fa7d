"""Sharing: which achievements are worth a post of their own, where a selector starts, and who is told.

A post has a derived id, so the same achievement shared on two machines is one post. Nothing is posted before the centre
has agreed to the achievement (decision 18), and nothing by itself unless its student asked for that kind (decision 4).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Final

from domain.community.rules import types_left
from domain.community.visibility import at_least, narrowest
from domain.music.say import Say, say
from domain.records.achievements import Badge, BadgeAward, BadgeKind
from domain.records.community import (
    AchievementShare,
    AchievementType,
    ClassPolicy,
    EngagementKind,
    Scope,
    SharingPolicy,
    SharingPreferences,
)
from domain.records.ids import derived_id

_RARE: Final = frozenset({"rare", "epic", "legendary"})
# Showing is kind and soon a nuisance: so often a day at most.
MOST_SHOWN_A_DAY: Final = 20
# From this level on a grow badge is worth a post of its own: silver.
_GROWN: Final = 3
_ALWAYS: Final = frozenset(AchievementType) - {AchievementType.BADGE, AchievementType.PERSONAL_BEST}


class Audience(StrEnum):
    """Who may be told of a share, beside its author."""

    FAMILY = "family"
    TEACHER = "teacher"
    CLASS = "class"
    SCHOOL = "school"


def reaction_id(actor_id: str, kind: EngagementKind, target_id: str) -> str:
    """The id of what one hand does to one thing: ten thousand taps are one row, and none can be forged beside it."""
    return derived_id(actor_id, kind, target_id)


def showing_id(actor_id: str, target_id: str, to_user_id: str) -> str:
    """The id of one person's showing something to another: once for each of them."""
    return derived_id(actor_id, EngagementKind.SHOW, target_id, to_user_id)


def share_id(student_id: str, achievement_id: str) -> str:
    """The id of the one post of an achievement."""
    return derived_id("achievement_share", student_id, achievement_id)


def level_told(badge: Badge, award: BadgeAward) -> int:
    """The level that a share of an award tells: of a grow badge; 0 for a single badge, which has none."""
    return award.level if badge.badge_kind is BadgeKind.GROW else 0


def is_significant(achievement_type: AchievementType, *, rarity: str = "common", level: int = 0) -> bool:
    """Whether an achievement may post itself: rare badges and high levels, milestones, whole collections.

    A personal best happens every day and is shared by hand.
    """
    if achievement_type is AchievementType.BADGE:
        return rarity in _RARE or level >= _GROWN
    return achievement_type in _ALWAYS


def may_share(
    achievement_type: AchievementType, policies: Collection[ClassPolicy], organisation: SharingPolicy | None = None
) -> bool:
    """Whether all of a student's classes, and their organisation, allow to share this kind beyond the family."""
    sharing = all(policy.sharing_enabled for policy in policies)
    return sharing and achievement_type in types_left([p.allowed_types for p in policies], organisation)


def starting_scope(
    preferences: SharingPreferences | None,
    policies: Iterable[ClassPolicy],
    organisation: SharingPolicy | None = None,
) -> Scope:
    """Where the selector starts: the student's own default, else the narrowest that a class suggests, else what the
    organisation suggests, else private.
    """
    if preferences is not None:
        return preferences.default_scope
    suggested = [policy.default_scope for policy in policies]
    if suggested:
        return narrowest(suggested)
    return organisation.default_scope if organisation is not None else Scope.PRIVATE


def automatic_scope(
    achievement_type: AchievementType,
    *,
    rarity: str = "common",
    level: int = 0,
    preferences: SharingPreferences | None,
    policies: Collection[ClassPolicy],
    confirmed: bool,
    organisation: SharingPolicy | None = None,
) -> Scope | None:
    """How far an achievement posts itself, or None where it does not.

    Only confirmed and significant ones of a kind that the student switched on, and no further than their own default.
    Where a class or the organisation does not allow the kind it stays in the family.
    """
    if preferences is None or achievement_type not in preferences.automatic or not confirmed:
        return None
    if not is_significant(achievement_type, rarity=rarity, level=level) or preferences.default_scope is Scope.PRIVATE:
        return None
    if not may_share(achievement_type, policies, organisation):
        return Scope.FAMILY
    return preferences.default_scope


def audiences(scope: Scope) -> frozenset[Audience]:
    """Who is told of a share with this effective scope. The school sees it in its feed and is not told."""
    told = set()
    if at_least(scope, Scope.FAMILY):
        told.add(Audience.FAMILY)
    if at_least(scope, Scope.CLASS):
        told |= {Audience.TEACHER, Audience.CLASS}
    return frozenset(told)


def notice(share: AchievementShare, audience: Audience) -> Say:
    """What somebody is told of one share. It holds the handle and the title, and no text of the student's own."""
    if audience is Audience.FAMILY:
        return say("{name} has something to show you: {title}", name=share.author_name, title=share.title)
    if audience is Audience.TEACHER:
        return say("{name} shared: {title}", name=share.author_name, title=share.title)
    return say("{name} shared something with you: {title}", name=share.author_name, title=share.title)


def earned_notice(name: str, badge: str) -> Say:
    """What a guardian who asked for it is told of one badge of their child's."""
    return say("{name} has earned a badge: {badge}", name=name, badge=badge)


def family_digest(name: str, badges: Collection[str]) -> Say | None:
    """The badges of a child's day in one sentence; None for none."""
    if not badges:
        return None
    if len(badges) == 1:
        return earned_notice(name, next(iter(badges)))
    return say("{name} has earned {count} badges", name=name, count=len(badges))


def digest(shares: Collection[AchievementShare]) -> Say | None:
    """Several shares of one day in one sentence, or None for none: nobody gets a notice for each."""
    names = sorted({share.author_name for share in shares})
    if not names:
        return None
    if len(names) == 1:
        return say("{name} shared {count} achievements", name=names[0], count=len(shares))
    return say(
        "{name} and {others} others shared {count} achievements",
        name=names[0],
        others=len(names) - 1,
        count=len(shares),
    )
