"""What a mirror reads of its buckets, page by page.

What is new since its cursor comes oldest first. A bucket that is new to the mirror comes newest first, with what stands
(people, classes, settings): so it can be used after one answer, while what is older follows. A mirror whose epoch, hash
or count does not fit, or that is ahead of the centre, reads that bucket as a new one (`rescan`): what is not named on
the way is no longer there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection

from central.asking import fetched
from central.columns import shape_of
from central.statements import selecting, several
from central.sync import places
from central.sync.ledger import Head
from central.sync.places import Place
from central.sync.redaction import REDACTED, redacted
from central.sync.standing import Standing
from central.tables import ENTITIES
from domain.records import BY_NAME, entity_of
from domain.records.community import AchievementShare
from domain.records.wire import PAGE_ROWS, BucketPage, Change, Cursor

# Rows in one answer over all buckets, and bytes of their bodies: what an old lab machine takes in at once.
MOST_ROWS = 2 * PAGE_ROWS
MOST_BYTES = 2 * 1024 * 1024
# Rows with which a bucket begins that is new to a mirror: few, so that they are soon on the screen.
FIRST_ROWS = PAGE_ROWS // 2

# What a new mirror is filled with first: who reads it can use it after the first answer. The rest follows.
_NEEDED = ("room", "kiosk", "user", "catalogue", "org", "class", "family", "school", "staff")
_SHARE = entity_of(AchievementShare).name
_REDACTED_NAMES = frozenset(entity_of(record).name for record in REDACTED)


class _Reading(msgspec.Struct, gc=False):
    """How far a bucket is read, moved on by each page of one answer (`Cursor`)."""

    bucket: str
    head: Head
    seq: int
    back: int
    rescan: bool

    def page(self, changes: tuple[Change, ...] = (), *, newest: bool = False) -> BucketPage:
        """The page that ends where the reading is now."""
        more = self.seq < self.head.seq or self.back > 0
        rescan, self.rescan = self.rescan, False
        return BucketPage(
            self.bucket, self.seq, self.head.seq, changes, more=more, hash=self.head.hash, count=self.head.count,
            rescan=rescan, back=self.back, newest=newest,
        )  # fmt: skip


Body = tuple[bytes, dict[str, str] | None]


class Reader:
    """Reads pages for one account within one reading transaction.

    `sent` are the (entity, id) of facts that the reader has sent in this very request: their places come back, their
    bodies need not. `newest`: the reader takes a bucket that is new to it newest first.
    """

    def __init__(
        self,
        connection: Connection,
        standing: Standing,
        sent: Collection[tuple[str, str]] = (),
        *,
        newest: bool = False,
    ) -> None:
        self._connection = connection
        self._standing = standing
        self._sent = sent
        self._newest = newest
        self._rows_left = MOST_ROWS
        self._bytes_left = MOST_BYTES

    def moved(self, cursors: Sequence[Cursor], *, epoch_fits: bool) -> tuple[tuple[BucketPage, ...], bool]:
        """Pages of each bucket that differs from its cursor, and whether the mirror knows exactly its buckets."""
        allowed = self._standing.buckets()
        known = {cursor.bucket: cursor for cursor in cursors}
        heads = places.heads(self._connection, self._standing.org_id, allowed)
        readings = []
        for bucket in allowed:
            cursor, head = known.get(bucket, Cursor(bucket, 0)), heads.get(bucket, Head(0, 0, 0))
            if not _fits(cursor, head):
                whole = cursor.seq > head.seq or not epoch_fits or (cursor.seq == head.seq and not cursor.back)
                readings.append(_reading(cursor, head, whole=whole))
        return self._pages(readings), set(known) == set(allowed)

    def further(self, cursors: Sequence[Cursor], *, epoch_fits: bool) -> tuple[BucketPage, ...]:
        """Further pages of these buckets; of buckets that the account may not read, none."""
        allowed = set(self._standing.buckets())
        asked = {cursor.bucket: cursor for cursor in cursors if cursor.bucket in allowed}
        heads = places.heads(self._connection, self._standing.org_id, list(asked))
        readings = []
        for bucket, cursor in asked.items():
            head = heads.get(bucket, Head(0, 0, 0))
            readings.append(_reading(cursor, head, whole=cursor.seq > head.seq or not epoch_fits))
        return self._pages(readings)

    def _pages(self, readings: list[_Reading]) -> tuple[BucketPage, ...]:
        """What has changed since, and of each bucket that is new a part; what is older waits for another answer."""
        readings.sort(key=lambda reading: _usable_first(reading.bucket))
        new = [reading for reading in readings if self._newest and reading.seq == 0]
        pages = [self._ahead(reading) for reading in readings if not (self._newest and reading.seq == 0)]
        for number, reading in enumerate(new):
            parts = len(new) - number
            pages.append(self._begun(reading, min(FIRST_ROWS, -(-self._rows_left // parts)), self._bytes_left // parts))
        if not new:
            pages += [self._older(reading) for reading in readings if reading.back and self._room()]
        return tuple(pages)

    def _room(self) -> bool:
        return self._rows_left > 0 and self._bytes_left > 0

    def _ahead(self, reading: _Reading) -> BucketPage:
        """What has changed since the cursor, in order."""
        changes: tuple[Change, ...] = ()
        if reading.seq < reading.head.seq and self._room():
            most = min(PAGE_ROWS, self._rows_left)
            found = places.after(self._connection, self._standing.org_id, reading.bucket, reading.seq, most)
            changes = self._changes(found, self._bytes_left)
            reading.seq = changes[-1].seq if changes else reading.seq
        return reading.page(changes)

    def _begun(self, reading: _Reading, rows: int, size: int) -> BucketPage:
        """The newest of a bucket that is new to the mirror, and behind it what stands and is older than that."""
        if not self._room():
            return reading.page()
        org, bucket, before = self._standing.org_id, reading.bucket, self._bytes_left
        standing = self._changes(places.standing(self._connection, org, bucket, rows // 2), size // 2)
        reading.seq = reading.head.seq
        newest = self._below(reading, reading.seq + 1, rows - len(standing), size - (before - self._bytes_left))
        return reading.page((*newest, *(row for row in standing if row.seq < reading.back)), newest=True)

    def _older(self, reading: _Reading) -> BucketPage:
        """What lies below the newest that the mirror has, downwards."""
        most = min(PAGE_ROWS, self._rows_left)
        return reading.page(self._below(reading, reading.back, most, self._bytes_left), newest=True)

    def _below(self, reading: _Reading, seq: int, rows: int, size: int) -> tuple[Change, ...]:
        """Move the reading down from a seq."""
        found = places.below(self._connection, self._standing.org_id, reading.bucket, seq, rows + 1)
        changes = self._changes(found[:rows], size)
        reading.back = changes[-1].seq if len(changes) < len(found) else 0
        return changes

    def _changes(self, found: Sequence[Place], size: int) -> tuple[Change, ...]:
        """The rows of these places, the first of them in any case, until they are of that size in bytes."""
        wanted: dict[str, list[str]] = defaultdict(list)
        for row in found:
            if not row.gone and (row.entity, row.row_id) not in self._sent:
                wanted[row.entity].append(row.row_id)
        bodies = {entity: self._bodies(entity, ids) for entity, ids in wanted.items()}
        changes, left = [], size
        for row in found:
            change = _change(row, bodies.get(row.entity, {}).get(row.row_id))
            left -= len(change.body)
            changes.append(change)
            if left <= 0:
                break
        self._bytes_left -= size - left
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
        for row in fetched(self._connection, sql, (self._standing.org_id, several(dialect, ids))):
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
        return frozenset(row[0] for row in fetched(self._connection, sql, values))


def _usable_first(bucket: str) -> int:
    return _NEEDED.index(bucket.partition(":")[0])


def _fits(cursor: Cursor, head: Head) -> bool:
    """The mirror has read everything, and holds what the centre says that the bucket holds."""
    return (cursor.seq, cursor.hash, cursor.count, cursor.back) == (head.seq, head.hash, head.count, 0)


def _reading(cursor: Cursor, head: Head, *, whole: bool) -> _Reading:
    if whole or cursor.seq == 0:
        return _Reading(cursor.bucket, head, 0, 0, rescan=whole and cursor.seq > 0)
    return _Reading(cursor.bucket, head, cursor.seq, cursor.back, rescan=False)


def _change(row: Place, body: Body | None) -> Change:
    if body is None:
        return Change(row.seq, row.entity, row.row_id, row.gone)
    return Change(row.seq, row.entity, row.row_id, False, msgspec.Raw(body[0]), body[1])
