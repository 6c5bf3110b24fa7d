"""What of a row a reader gets: texts that no adult has approved yet reach only their author and the staff."""

from __future__ import annotations

import msgspec

from central.community.blocks_read import without
from central.sync.standing import STAFF, Standing
from domain.records import Record
from domain.records.community import AchievementShare, Comment, ModerationState, PublicProfile

# Only these are ever shortened; all other rows go out as they are stored.
REDACTED: frozenset[type[Record]] = frozenset({AchievementShare, PublicProfile, Comment})
_APPROVED = ModerationState.OK


def redacted(record: Record, reader: Standing) -> Record:
    """The record as this reader may have it."""
    if reader.blocked:
        record = without(record, reader.blocked)
    if isinstance(record, AchievementShare) and record.message and record.message_state is not _APPROVED:
        if _in_charge(reader, record.student_id):
            return record
        return msgspec.structs.replace(record, message="")
    if isinstance(record, PublicProfile) and record.bio_text and record.moderation is not _APPROVED:
        return record if _in_charge(reader, record.id) else msgspec.structs.replace(record, bio_text="")
    return record


def _in_charge(reader: Standing, author: str) -> bool:
    return reader.account == author or reader.role in STAFF or author in reader.children
