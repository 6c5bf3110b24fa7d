"""What the demonstration school has shared: badges with their cheers, settings, and a notice for the displays."""

from __future__ import annotations

from collections.abc import Mapping

from central.app import Centre
from central.sync.effects import follow
from central.sync.unit import Unit
from domain.records.achievements import Badge, BadgeAward
from domain.records.communication import Announcement
from domain.records.community import (
    AchievementShare,
    AchievementType,
    EngagementKind,
    ModerationState,
    Scope,
    SharingPreferences,
    SocialEngagement,
)
from domain.records.identity import Member
from domain.records.ids import derived_id
from workshop import cast
from workshop.school_place import DAY, Chance, Place

SHARES_PER_CLASS = 9
MESSAGES = (
    "I practised this all week!",
    "Thank you for helping me, everyone.",
    "Finally!",
    "My favourite badge so far.",
)


def with_community(
    centre: Centre,
    place: Place,
    badges: dict[str, Badge],
    chance: Chance,
    classes: Mapping[str, tuple[cast.Pupil, ...]],
) -> None:
    """Settings, shared badges with their cheers, and a notice for the displays."""
    handles = {member.id: member for member in place.students.values()}
    preferences = [
        SharingPreferences(org_id=place.org_id, id=one, default_scope=Scope.CLASS, boards=True) for one in handles
    ]
    centre.school.put(*preferences)

    def work(unit: Unit) -> None:
        awards = [row for row in all_awards(unit) if row.badge_id in badges]
        for class_name, pupils in classes.items():
            members = [place.students[pupil.handle] for pupil in pupils]
            share_some(unit, members, awards, badges, chance)
            unit.put(notice(place, class_name, centre.now()))

    centre.school.within(place.org_id, work)


def all_awards(unit: Unit) -> list[BadgeAward]:
    """Every award of the organisation, newest first."""
    return sorted(unit.rows.where(BadgeAward), key=lambda award: award.crossed_at, reverse=True)


def share_some(
    unit: Unit,
    members: list[Member],
    awards: list[BadgeAward],
    badges: dict[str, Badge],
    chance: Chance,
) -> None:
    """The newest badges of a class, one each, shared with the class; classmates cheer."""
    by_student = {member.id: member for member in members}
    shared: set[str] = set()
    for award in awards:
        author = by_student.get(award.user_id)
        if author is None or author.id in shared or len(shared) == SHARES_PER_CLASS:
            continue
        shared.add(author.id)
        at = award.crossed_at + chance.randint(60, 900) * 1_000_000
        share = share_of(award, badges[award.badge_id], author, chance, at)
        unit.put(share)
        for other in members:
            if other.id != author.id and chance.random() < 0.45:
                unit.put(cheer(share, other, chance.choice((EngagementKind.LIKE, EngagementKind.CELEBRATE)), at))
    follow(unit)


def share_of(award: BadgeAward, badge: Badge, author: Member, chance: Chance, at: int) -> AchievementShare:
    """A badge as its owner shared it with the class."""
    message = chance.choice((*MESSAGES, "", ""))
    return AchievementShare(
        org_id=award.org_id,
        id=chance.identifier(at),
        student_id=author.id,
        author_name=author.display_name,
        author_avatar=author.avatar,
        achievement_type=AchievementType.BADGE,
        achievement_id=award.id,
        title=badge.name,
        context=badge.description,
        level=award.level,
        rarity=badge.rarity,
        icon=badge.icon_path or "",
        message=message,
        scope=Scope.CLASS,
        shared_at=at,
        moderation=ModerationState.OK,
        message_state=ModerationState.OK,
    )


def cheer(share: AchievementShare, actor: Member, kind: EngagementKind, at: int) -> SocialEngagement:
    """A classmate's like or celebration."""
    return SocialEngagement(
        org_id=share.org_id,
        id=derived_id(actor.id, kind, share.id),
        actor_user_id=actor.id,
        target_type="share",
        target_id=share.id,
        engagement=kind,
        at=at,
    )


def notice(place: Place, class_name: str, now: int) -> Announcement:
    """What the class's display announces."""
    return Announcement(
        org_id=place.org_id,
        id=derived_id("notice", place.classes[class_name].id),
        title="Winter concert",
        content="Bring a friend on Friday at six. Everybody plays one piece they like.",
        publish_at=now - DAY,
        expire_at=now + 60 * DAY,
        class_id=place.classes[class_name].id,
    )
