"""Badges in front of a profile, for those who know of them only because they were shared."""

from __future__ import annotations

from collections.abc import Collection

import msgspec
from sqlalchemy import Connection

from app.store.badges import at_level, badges_known
from app.store.readings import Account, BadgeCard, ShareCard
from app.store.sharing import shares_of
from domain.achievements.grow import THRESHOLDS, award_id_of
from domain.community.sharing import share_id
from domain.records.achievements import Badge


def posts_of_badges(
    connection: Connection, account: Account, student_id: str, badge_ids: Collection[str]
) -> dict[str, ShareCard]:
    """The post of the highest level of each of these badges that this account sees, by the badge's id."""
    levels = range(1, len(THRESHOLDS) + 1)
    awards = {award_id_of(student_id, badge, level): badge for badge in badge_ids for level in levels}
    ids = {share_id(student_id, award): badge for award, badge in awards.items()}
    asked = {"ids": msgspec.json.encode(list(ids)).decode()}
    posts = shares_of(connection, account, "s.id IN (SELECT value FROM json_each(:ids))", asked, -1)
    return {ids[post.share_id]: post for post in sorted(posts, key=lambda post: post.level)}


def featured_by_posts(
    connection: Connection, account: Account, student_id: str, badge_ids: Collection[str]
) -> dict[str, BadgeCard]:
    """The badges that this account knows of from their posts, as they were when they were shared."""
    posts = posts_of_badges(connection, account, student_id, badge_ids)
    known = {badge.id: badge for badge in badges_known(connection) if badge.id in posts}
    return {badge_id: _card(badge, posts[badge_id]) for badge_id, badge in known.items()}


def _card(badge: Badge, post: ShareCard) -> BadgeCard:
    return msgspec.structs.replace(at_level(badge, max(1, post.level)), need=1, confirmed=post.confirmed, shared=True)
