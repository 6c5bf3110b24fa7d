"""A block between two students: neither sees what the other shares. The adults in charge keep what they see.

A bucket is shared by a class, so a block is made when a page is read: the other's row goes out empty and withdrawn.
"""

from __future__ import annotations

import msgspec

from central.rows import Rows
from domain.records import Record
from domain.records.community import (
    AchievementShare,
    Comment,
    EngagementKind,
    ModerationState,
    PublicProfile,
    Showcase,
    SocialEngagement,
)


def blocked_with(rows: Rows, account: str) -> frozenset[str]:
    """Whom this account has blocked, and who has blocked it."""
    kind = EngagementKind.BLOCK.value
    mine = rows.where(SocialEngagement, actor_user_id=account, engagement=kind, present=True)
    theirs = rows.where(SocialEngagement, target_id=account, engagement=kind, present=True)
    return frozenset({block.target_id for block in mine} | {block.actor_user_id for block in theirs})


def without(record: Record, blocked: frozenset[str]) -> Record:
    """What is left of a row for somebody who may not see its author."""
    if isinstance(record, AchievementShare) and record.student_id in blocked:
        return msgspec.structs.replace(
            record, author_name="", title="", context="", message="", icon="", withdrawn=True
        )
    if isinstance(record, Comment) and record.author_id in blocked:
        return msgspec.structs.replace(record, author_name="", text="", phrase_id=None, withdrawn=True)
    if isinstance(record, Showcase) and record.student_id in blocked:
        return msgspec.structs.replace(record, title_text="", items=(), withdrawn=True)
    if isinstance(record, PublicProfile) and record.id in blocked:
        return msgspec.structs.replace(
            record,
            display_name="",
            bio_text="",
            bio_phrase=None,
            region=None,
            showcase=(),
            moderation=ModerationState.HIDDEN,
        )
    return record
