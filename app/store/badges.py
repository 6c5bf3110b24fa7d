"""Badges as one person has them: earned, confirming, or on their way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection

from app.store.mirror import rows
from app.store.readings import BadgeCard
from domain.achievements import grow, single
from domain.achievements.facts import StudentFacts
from domain.records.achievements import Badge, BadgeKind, BadgeStatus
from local_schema.columns import record_of

_EARNED = (
    "SELECT e.*, EXISTS (SELECT 1 FROM bucket_row AS b WHERE b.entity = 'badge_award' AND b.row_id = e.award_id) "
    "AS confirmed, EXISTS (SELECT 1 FROM achievement_share AS s WHERE s.student_id = e.user_id "
    "AND s.achievement_id = e.award_id AND NOT s.withdrawn) AS shared FROM earned_badge AS e WHERE e.user_id = ?"
)
_ENGAGED = (
    "SELECT skill_role_id, count(*) AS count FROM role_engagement WHERE user_id = ? AND is_recognized "
    "GROUP BY skill_role_id"
)


def badges_known(connection: Connection) -> list[Badge]:
    """All badges that this mirror knows, in the order of the catalogue."""
    return [
        record_of(Badge, row) for row in rows(connection, "SELECT * FROM badge ORDER BY sort_order, badge_code, id")
    ]


def badge_cards(connection: Connection, user_id: str, facts: StudentFacts | None = None) -> list[BadgeCard]:
    """Every badge that can be earned or is held, the newest earned first. `facts` tell how far single badges are."""
    earned = {row["badge_id"]: row for row in rows(connection, _EARNED, user_id)}
    engaged = {row["skill_role_id"]: row["count"] for row in rows(connection, _ENGAGED, user_id)}
    cards = [
        card_of(badge, earned.get(badge.id), _progress(badge, engaged, facts))
        for badge in badges_known(connection)
        if badge.status is BadgeStatus.RELEASED or badge.id in earned
    ]
    return sorted(cards, key=lambda card: -(card.crossed_at or 0))


def card_of(badge: Badge, earned: Mapping[str, Any] | None, progress: tuple[int, int]) -> BadgeCard:
    """The card of one badge. `earned` is a row of `earned_badge` with `confirmed` and `shared`."""
    return msgspec.structs.replace(
        at_level(badge, earned["level"] if earned else 0),
        code=badge.badge_code,
        have=progress[0],
        need=progress[1],
        award_id=earned["award_id"] if earned else None,
        crossed_at=earned["crossed_at"] if earned else None,
        confirmed=bool(earned and earned["confirmed"]),
        shared=bool(earned and earned["shared"]),
    )


def at_level(badge: Badge, level: int) -> BadgeCard:
    """The badge as it looks at a level, whoever holds it."""
    return BadgeCard(
        badge_id=badge.id,
        name=badge.name,
        description=badge.description,
        kind=badge.badge_kind,
        rarity=badge.rarity,
        icon=badge.icon_path or "",
        level=level,
        have=0,
        need=0,
        confirmed=True,
    )


def _progress(badge: Badge, engaged: Mapping[str, int], facts: StudentFacts | None) -> tuple[int, int]:
    if badge.badge_kind is BadgeKind.GROW:
        return grow.to_next(engaged.get(badge.skill_role_id or "", 0))
    try:
        return single.progress(badge.criteria, facts or StudentFacts())
    except single.CriteriaError:
        return 0, 1  # a newer catalogue's criteria: earned after an update
