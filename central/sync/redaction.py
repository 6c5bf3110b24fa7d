"""What of a row a reader gets: texts that no adult has approved yet reach only their author and the staff."""

from __future__ import annotations

from collections.abc import Callable, Collection

import msgspec

from central.community.blocks_read import without
from central.sync.standing import STAFF, Standing
from domain.records import Record
from domain.records.community import AchievementShare, Comment, ModerationState, PublicProfile, Showcase

# Only these are ever shortened; all other rows go out as they are stored.
REDACTED: frozenset[type[Record]] = frozenset({AchievementShare, PublicProfile, Comment, Showcase})
_APPROVED = ModerationState.OK


def redacted(record: Record, reader: Standing, shared: Callable[[Collection[str]], Collection[str]]) -> Record:
    """The record as this reader may have it; `shared` tells which of some shares lie in the reader's buckets."""
    if reader.blocked:
        record = without(record, reader.blocked)
    if isinstance(record, AchievementShare) and record.message and record.message_state is not _APPROVED:
        if _in_charge(reader, record.student_id):
            return record
        return msgspec.structs.replace(record, message="")
    if isinstance(record, PublicProfile) and record.bio_text and record.moderation is not _APPROVED:
        return record if _in_charge(reader, record.id) else msgspec.structs.replace(record, bio_text="")
    if isinstance(record, Showcase) and record.student_id != reader.account:
        return _showcase(record, reader, shared(record.items))
    return record


def _showcase(record: Showcase, reader: Standing, shared: Collection[str]) -> Showcase:
    """Nobody learns of an achievement from a showcase that is not shared with them."""
    items = tuple(item for item in record.items if item in shared)
    waits = record.moderation is not _APPROVED and not _in_charge(reader, record.student_id)
    return msgspec.structs.replace(record, items=items, title_text="" if waits else record.title_text)


def _in_charge(reader: Standing, author: str) -> bool:
    return reader.account == author or reader.role in STAFF or author in reader.children
