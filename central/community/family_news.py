"""Guardians who asked for it are told of badges that their child has earned and not shared: each, or once a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from central.community.telling import DAY, guardians, notice_of
from central.sync.unit import Unit
from domain.community.sharing import earned_notice, family_digest
from domain.records import buckets
from domain.records.achievements import AwardRevocation, Badge, BadgeAward
from domain.records.community import AchievementShare, FamilyNews, SharingPreferences
from domain.records.identity import Member


def earned_told(unit: Unit, awards: Iterable[BadgeAward]) -> None:
    """Badges have come: those guardians hear of them who want to hear of each.

    A release tells of itself, and what has posted itself is told of as a share.
    """
    mine: dict[str, list[BadgeAward]] = defaultdict(list)
    for award in awards:
        if award.badge_id not in unit.released:
            mine[award.user_id].append(award)
    for student_id, found in sorted(mine.items()):
        told = [guardian for guardian in guardians(unit, student_id) if _wants(unit, guardian) is FamilyNews.EACH]
        if told:
            _tell_each(unit, student_id, told, [award for award in found if not _is_shared(unit, award)])


def _tell_each(unit: Unit, student_id: str, told: list[str], awards: list[BadgeAward]) -> None:
    name, badges = _name(unit, student_id), _badges(unit, awards)
    notices = [
        notice_of(
            unit, guardian, "child_earned", award.id, earned_notice(name, badges[award.id]), f"child:{student_id}"
        )
        for guardian in told
        for award in awards
        if award.id in badges
    ]
    unit.add_missing(notices)


def family_digests(unit: Unit, day: str) -> int:
    """One line for each guardian who wants it, about the badges that a child has earned within a day.

    `day` (ISO) makes it one a day. How many were told.
    """
    told = 0
    for preferences in unit.rows.where(SharingPreferences, family_news=FamilyNews.DAILY.value):
        for student_id in unit.known.guarded(preferences.id):
            told += _tell_day(unit, preferences.id, student_id, day)
    return told


def _tell_day(unit: Unit, guardian: str, student_id: str, day: str) -> int:
    awards = [a for a in unit.rows.where(BadgeAward, user_id=student_id) if 0 <= unit.now - a.awarded_at < DAY]
    gone = unit.rows.known(AwardRevocation, [award.id for award in awards]) if awards else set()
    badges = _badges(unit, [award for award in awards if award.id not in gone])
    line = family_digest(_name(unit, student_id), sorted(set(badges.values())))
    if line is None:
        return 0
    about = f"{student_id}:{day}"
    return len(unit.add_missing([notice_of(unit, guardian, "family_digest", about, line, f"child:{student_id}")]))


def _wants(unit: Unit, guardian: str) -> FamilyNews:
    preferences = unit.rows.get(SharingPreferences, guardian)
    return preferences.family_news if preferences is not None else FamilyNews.SHARED


def _is_shared(unit: Unit, award: BadgeAward) -> bool:
    family = buckets.family(award.user_id)
    return any(family in share.seen_in for share in unit.rows.stored_where(AchievementShare, achievement_id=award.id))


def _name(unit: Unit, student_id: str) -> str:
    member = unit.rows.get(Member, student_id)
    return member.display_name if member is not None else ""


def _badges(unit: Unit, awards: list[BadgeAward]) -> dict[str, str]:
    """The names of badges, by award."""
    found = unit.rows.where(Badge, id=sorted({award.badge_id for award in awards})) if awards else []
    names = {badge.id: badge.name for badge in found}
    return {award.id: names[award.badge_id] for award in awards if award.badge_id in names}
