"""A badge that every school has, and its post."""

from __future__ import annotations

from small_school import School

from domain.records.achievements import Badge, BadgeAward, BadgeKind, BadgeStatus
from domain.records.community import AchievementShare, AchievementType, Scope


def earns(school: School, level: int = 2) -> BadgeAward:
    """Ada holds a badge that every school has."""
    badge = Badge(
        org_id=school.org_id, id=f"badge-{school.org_id}", badge_code="pianist", badge_kind=BadgeKind.GROW,
        name="Pianist", status=BadgeStatus.RELEASED, icon_path="badges/icons/pianist.svg",
    )  # fmt: skip
    award = BadgeAward(
        org_id=school.org_id, id=f"award-{level}-{school.ada}", user_id=school.ada, badge_id=badge.id, level=level,
        crossed_at=school.clock(), awarded_at=school.clock(),
    )  # fmt: skip
    school.centre.school.put(badge)
    school.centre.school.within(school.org_id, lambda unit: unit.add_missing([award]))
    return award


def shares(school: School, award: BadgeAward, scope: Scope = Scope.PUBLIC) -> AchievementShare:
    made = school.share(
        school.ada, scope, achievement_type=AchievementType.BADGE, achievement_id=award.id, title="Pianist"
    )
    assert school.push(school.ada, made) == ["ok"]
    return made
