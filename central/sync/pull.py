"""What a mirror reads: for each of its buckets the rows after its cursor, oldest change first, page by page.

A mirror whose epoch, hash or count does not fit, or that is ahead of the centre, reads that bucket from its beginning
(`rescan`): what is not named on the way is no longer there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection

from central.columns import shape_of
from central.statements import mark, selecting, several
from central.sync.ledger import Head
from central.sync.redaction import REDACTED, redacted
from central.sync.standing import Standing
from central.tables import ENTITIES
from domain.records import BY_NAME, entity_of
from domain.records.community import AchievementShare
from domain.records.wire import PAGE_ROWS, BucketPage, Change, Cursor

# Rows in one answer over all buckets, and bytes of their bodies: what an old lab machine takes in at once.
MOST_ROWS = 2 * PAGE_ROWS
MOST_BYTES = 2 * 1024 * 1024

# What a new mirror is filled with first: who reads it can use it after the first answer. The rest follows.
_NEEDED = ("room", "kiosk", "user", "catalogue", "org", "class", "family", "school", "staff")
_SHARE = entity_of(AchievementShare).name
_REDACTED_NAMES = frozenset(entity_of(record).name for record in REDACTED)


class _Read(msgspec.Struct, frozen=True, gc=False):
    entity: str
    row_id: str
    seq: int
    gone: bool


Body = tuple[bytes, dict[str, str] | None]


@cache
def _after(dialect: str) -> str:
    """The places of a bucket behind a seq, in order."""
    place = selecting("bucket_row", ("entity", "row_id", "seq", "gone"), (("bucket", False),), dialect)
    return f"{place} AND seq > {mark(dialect)} ORDER BY seq LIMIT {mark(dialect)}"


class Reader:
    """Reads pages for one account within one reading transaction.

    `sent` are the (entity, id) of facts that the reader has sent in this very request: their places come back, their
    bodies need not.
    """

    def __init__(self, connection: Connection, standing: Standing, sent: Collection[tuple[str, str]] = ()) -> None:
        self._connection = connection
        self._standing = standing
        self._sent = sent
        self._rows_left = MOST_ROWS
        self._bytes_left = MOST_BYTES

    def moved(self, cursors: Sequence[Cursor], *, epoch_fits: bool) -> tuple[tuple[BucketPage, ...], bool]:
        """A page of each bucket that differs from its cursor, and whether the mirror knows exactly its buckets."""
        allowed = self._standing.buckets()
        known = {cursor.bucket: cursor for cursor in cursors}
        heads = self._heads(allowed)
        pages = []
        for bucket in sorted(allowed, key=_usable_first):
            cursor, head = known.get(bucket, Cursor(bucket, 0)), heads.get(bucket, Head(0, 0, 0))
            if _fits(cursor, head):
                continue
            whole = cursor.seq >= head.seq or not epoch_fits
            pages.append(self._page(bucket, 0 if whole else cursor.seq, head, rescan=whole and cursor.seq > 0))
        return tuple(pages), set(known) == set(allowed)

    def further(self, cursors: Sequence[Cursor], *, epoch_fits: bool) -> tuple[BucketPage, ...]:
        """The pages after these cursors; of buckets that the account may not read, none."""
        allowed = set(self._standing.buckets())
        heads = self._heads([cursor.bucket for cursor in cursors if cursor.bucket in allowed])
        pages = []
        for cursor in cursors:
            if cursor.bucket not in allowed:
                continue
            head = heads.get(cursor.bucket, Head(0, 0, 0))
            rescan = cursor.seq > head.seq or (not epoch_fits and cursor.seq > 0)
            pages.append(self._page(cursor.bucket, 0 if rescan else cursor.seq, head, rescan=rescan))
        return tuple(pages)

    def _heads(self, names: Sequence[str]) -> dict[str, Head]:
        dialect = self._connection.dialect.name
        sql = selecting("bucket_head", ("bucket", "seq", "hash", "count"), (("bucket", True),), dialect)
        rows = self._connection.exec_driver_sql(sql, (self._standing.org_id, several(dialect, names)))
        return {bucket: Head(seq, hashed, count) for bucket, seq, hashed, count in rows}

    def _page(self, bucket: str, after: int, head: Head, *, rescan: bool) -> BucketPage:
        most = min(PAGE_ROWS, self._rows_left)
        found = self._after(bucket, after, most) if most > 0 and self._bytes_left > 0 else []
        changes = self._changes(found)
        upto = changes[-1].seq if changes else after
        more = upto < head.seq
        return BucketPage(bucket, upto, head.seq, changes, more=more, hash=head.hash, count=head.count, rescan=rescan)

    def _after(self, bucket: str, seq: int, most: int) -> list[_Read]:
        values = (self._standing.org_id, bucket, seq, most)
        rows = self._connection.exec_driver_sql(_after(self._connection.dialect.name), values)
        return [_Read(entity, row_id, place, bool(gone)) for entity, row_id, place, gone in rows]

    def _changes(self, found: Sequence[_Read]) -> tuple[Change, ...]:
        wanted: dict[str, list[str]] = defaultdict(list)
        for row in found:
            if not row.gone and (row.entity, row.row_id) not in self._sent:
                wanted[row.entity].append(row.row_id)
        bodies = {entity: self._bodies(entity, ids) for entity, ids in wanted.items()}
        changes = []
        for row in found:
            change = _change(row, bodies.get(row.entity, {}).get(row.row_id))
            self._bytes_left -= len(change.body)
            changes.append(change)
            if self._bytes_left <= 0:
                break
        self._rows_left -= len(changes)
        return tuple(changes)

    def _bodies(self, entity: str, ids: Sequence[str]) -> dict[str, Body]:
        if entity not in BY_NAME:
            return {}
        shape = shape_of(BY_NAME[entity].record)
        at = shape.names.index("id")
        bodies: dict[str, Body] = {}
        dialect, columns = self._connection.dialect.name, (*shape.names, "stamps", "extra")
        sql = selecting(ENTITIES[entity].name, columns, (("id", True),), dialect)
        for row in self._connection.exec_driver_sql(sql, (self._standing.org_id, several(dialect, ids))):
            *values, stamps, extra = row
            body = shape.body(values, extra)
            if entity in _REDACTED_NAMES:
                body = self._redacted(entity, values, body)
            bodies[values[at]] = (body, msgspec.json.decode(stamps) if stamps else None)
        return bodies

    def _redacted(self, entity: str, values: Sequence[Any], body: bytes) -> bytes:
        record = shape_of(BY_NAME[entity].record).of_row(values)
        shown = redacted(record, self._standing, self._shared)
        return body if shown is record else msgspec.json.encode(shown)


    def _shared(self, share_ids: Collection[str]) -> frozenset[str]:
        """Which of these shares lie in a bucket of the reader's."""
        dialect = self._connection.dialect.name
        asked = (("bucket", True), ("entity", False), ("row_id", True), ("gone", False))
        sql = selecting("bucket_row", ("row_id",), asked, dialect)
        names, ids = several(dialect, self._standing.buckets()), several(dialect, share_ids)
        values = (self._standing.org_id, names, _SHARE, ids, False)
        return frozenset(self._connection.exec_driver_sql(sql, values).scalars())


def _usable_first(bucket: str) -> int:
    return _NEEDED.index(bucket.partition(":")[0])


def _fits(cursor: Cursor, head: Head) -> bool:
    """The mirror has read everything, and holds what the centre says that the bucket holds."""
    return (cursor.seq, cursor.hash, cursor.count) == (head.seq, head.hash, head.count)


def _change(row: _Read, body: Body | None) -> Change:
    if body is None:
        return Change(row.seq, row.entity, row.row_id, row.gone)
    return Change(row.seq, row.entity, row.row_id, False, msgspec.Raw(body[0]), body[1])
