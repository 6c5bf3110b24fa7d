"""A block that is set or lifted: the rows of both move in their buckets, so every mirror reads them anew."""

from __future__ import annotations

from central.rows import Stored
from central.sync.unit import Unit
from domain.records import Record, entity_of
from domain.records.community import AchievementShare, Comment, PublicProfile, Showcase, SocialEngagement

_OF_PEOPLE: tuple[tuple[type[Record], str], ...] = (
    (AchievementShare, "student_id"),
    (Comment, "author_id"),
    (PublicProfile, "id"),
    (Showcase, "student_id"),
)


def block_changed(unit: Unit, record: SocialEngagement) -> None:
    """Have the rows of both read anew."""
    for person in (record.actor_user_id, record.target_id):
        for kind, column in _OF_PEOPLE:
            _move(unit, unit.rows.stored_where(kind, **{column: person}))


def _move(unit: Unit, rows: list[Stored]) -> None:
    for row in rows:
        unit.ledger.appears(entity_of(row.record).name, row.record.id, row.seen_in)
