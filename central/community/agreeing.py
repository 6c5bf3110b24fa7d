"""Whether what is shared was truly achieved, and what it is called: nobody writes a title of their own (decision 18).

A share says only what it is about. Its title, level, rarity and picture are the centre's, from the badge or the moment;
until there is one, the share stays with its author.
"""

from __future__ import annotations

from functools import cache

import msgspec

from central.content import shipped_catalogue
from central.progress.deriving import story_of
from central.sync.unit import Unit
from domain.achievements.milestones import Moment
from domain.achievements.moments import moment_of
from domain.community.sharing import level_told
from domain.records.achievements import Badge, BadgeAward
from domain.records.community import AchievementShare, AchievementType


@cache
def _names() -> dict[str, str]:
    return {game.game_id: game.name for game in shipped_catalogue().games}


def game_name(game_id: str) -> str:
    """The name of a game for readers; its id where the centre does not know it."""
    return _names().get(game_id, game_id)


def settle_share(unit: Unit, share: AchievementShare) -> None:
    """Give a share the words of what it is about, where the centre knows of it."""
    found = unit.rows.stored(AchievementShare, share.id)
    if found is None or not isinstance(found.record, AchievementShare) or found.record.withdrawn:
        return
    agreed = _agreed(unit, found.record)
    if agreed is not None and agreed != found.record:
        unit.merge(found, agreed, found.stamps, found.extra)


def settle_shares_of(unit: Unit, student_id: str) -> None:
    """New facts of a student have come: what was shared before them may be agreed to now."""
    for share in unit.rows.where(AchievementShare, student_id=student_id, withdrawn=False):
        if share.agreed_at is None and share.achievement_type is not AchievementType.BADGE:
            settle_share(unit, share)


def _agreed(unit: Unit, share: AchievementShare) -> AchievementShare | None:
    if share.achievement_type is AchievementType.BADGE:
        award = unit.rows.get(BadgeAward, share.achievement_id)
        badge = unit.rows.get(Badge, award.badge_id) if award and award.user_id == share.student_id else None
        return None if award is None or badge is None else about_badge(share, award, badge)
    story = story_of(unit, share.student_id)
    moment = moment_of(story, share.achievement_type, share.achievement_id, game_name)
    return None if moment is None else about_moment(share, moment, unit.now)


def about_badge(share: AchievementShare, award: BadgeAward, badge: Badge) -> AchievementShare:
    """The share with what its badge says."""
    return msgspec.structs.replace(
        share,
        title=badge.name,
        context=badge.description,
        level=level_told(badge, award),
        rarity=badge.rarity.value,
        icon=badge.icon_path or "",
    )


def about_moment(share: AchievementShare, moment: Moment, now: int) -> AchievementShare:
    """The share with what its moment says. The time of the first agreement stays."""
    return msgspec.structs.replace(
        share,
        title=moment.title.english(),
        context="",
        level=0,
        rarity="common",
        icon="",
        agreed_at=share.agreed_at or now,
    )
