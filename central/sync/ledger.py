"""The order of changes: which bucket holds which row, at which place of its gapless order.

The head of a bucket is locked as the last thing before the commit, buckets in the order of their names: so the order of
commits is the order of seq, nothing is ever inserted behind a reader's cursor, and no two writers wait for each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, bindparam, select, text, tuple_

from central.tables import BUCKET_ROW
from domain.records.buckets import HASH_MODULUS, row_hash

Key = tuple[str, str]

_LOCK_HEAD = text(
    "INSERT INTO bucket_head (org_id, bucket, seq, hash, count) VALUES (:org, :bucket, 0, 0, 0) "
    "ON CONFLICT (org_id, bucket) DO UPDATE SET seq = bucket_head.seq RETURNING seq, hash, count"
)
_MOVE_HEAD = text(
    "UPDATE bucket_head SET seq = :seq, hash = :hash, count = :count WHERE org_id = :org AND bucket = :bucket"
)
_PUT_ROW = (
    "INSERT INTO bucket_row (org_id, bucket, entity, row_id, seq, gone) VALUES ({}) "
    "ON CONFLICT (org_id, bucket, entity, row_id) DO UPDATE SET seq = excluded.seq, gone = excluded.gone"
)
_PLACES = {
    "sqlite": _PUT_ROW.format("?, ?, ?, ?, ?, ?"),
    "postgresql": _PUT_ROW.format("%s, %s, %s, %s, %s, %s"),
}
_OLD = select(BUCKET_ROW.c.entity, BUCKET_ROW.c.row_id, BUCKET_ROW.c.seq, BUCKET_ROW.c.gone).where(
    BUCKET_ROW.c.org_id == bindparam("org"),
    BUCKET_ROW.c.bucket == bindparam("bucket"),
    tuple_(BUCKET_ROW.c.entity, BUCKET_ROW.c.row_id).in_(bindparam("keys", expanding=True)),
)


class Head(msgspec.Struct):
    """How far a bucket is: its last seq, and the order-free hash and the count of the rows that it holds."""

    seq: int
    hash: int
    count: int


class _Place(msgspec.Struct):
    gone: bool
    fresh: bool


class Ledger:
    """Gathers the changes of one transaction and writes them at its end (`settle`)."""

    def __init__(self, connection: Connection, org_id: str) -> None:
        self._connection = connection
        self._org_id = org_id
        self._waiting: dict[str, dict[Key, _Place]] = {}

    def appears(self, entity: str, row_id: str, buckets: Iterable[str], *, fresh: bool = False) -> None:
        """The row, new or changed, is in these buckets. `fresh`: no bucket has ever held this id."""
        for bucket in buckets:
            self._waiting.setdefault(bucket, {})[(entity, row_id)] = _Place(False, fresh)

    def leaves(self, entity: str, row_id: str, buckets: Iterable[str]) -> None:
        """These buckets lose the row."""
        for bucket in buckets:
            self._waiting.setdefault(bucket, {})[(entity, row_id)] = _Place(True, False)

    def settle(self) -> frozenset[str]:
        """Write what was gathered. The buckets that moved. Nothing else may be written after it."""
        moved = frozenset(bucket for bucket in sorted(self._waiting) if self._settle(bucket, self._waiting[bucket]))
        self._waiting.clear()
        return moved

    def _settle(self, bucket: str, places: dict[Key, _Place]) -> bool:
        name = {"org": self._org_id, "bucket": bucket}
        head = Head(*self._connection.execute(_LOCK_HEAD, name).one())
        old = self._old(bucket, [key for key, place in places.items() if not place.fresh])
        rows = _moved(head, places, old)
        if not rows:
            return False
        self._connection.exec_driver_sql(
            _PLACES[self._connection.dialect.name], [(self._org_id, bucket, *row) for row in rows]
        )
        self._connection.execute(_MOVE_HEAD, {**name, "seq": head.seq, "hash": head.hash, "count": head.count})
        return True

    def _old(self, bucket: str, keys: Sequence[Key]) -> dict[Key, tuple[int, bool]]:
        found: dict[Key, tuple[int, bool]] = {}
        for start in range(0, len(keys), 500):
            values = {"org": self._org_id, "bucket": bucket, "keys": keys[start : start + 500]}
            for entity, row_id, seq, gone in self._connection.execute(_OLD, values):
                found[(entity, row_id)] = (seq, gone)
        return found


def _moved(head: Head, places: dict[Key, _Place], old: dict[Key, tuple[int, bool]]) -> list[tuple[str, str, int, bool]]:
    """The rows to write, and `head` moved to the state after them."""
    rows = []
    for key, place in places.items():
        seq_before, gone_before = old.get(key, (0, True))
        if place.gone and gone_before:
            continue
        head.seq += 1
        if not gone_before:
            head.hash = (head.hash - row_hash(*key, seq_before)) % HASH_MODULUS
            head.count -= 1
        if not place.gone:
            head.hash = (head.hash + row_hash(*key, head.seq)) % HASH_MODULUS
            head.count += 1
        rows.append((*key, head.seq, place.gone))
    return rows
