"""The order of changes: which bucket holds which row, at which place of its gapless order.

The head of a bucket is locked as the last thing before the commit, buckets in the order of their names: so the order of
commits is the order of seq, nothing is ever inserted behind a reader's cursor, and no two writers wait for each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import msgspec
from sqlalchemy import Connection

from central.asking import fetched
from central.statements import insert_rows, mark, selecting, several
from central.tables import BUCKET_HEAD, BUCKET_ROW
from domain.records.buckets import HASH_MODULUS, row_hash

Key = tuple[str, str]

_KEPT = "ON CONFLICT (org_id, bucket) DO UPDATE SET "
_PUT_ROW = "ON CONFLICT (org_id, bucket, entity, row_id) DO UPDATE SET seq = excluded.seq, gone = excluded.gone"
_MOVE_HEAD = _KEPT + "seq = excluded.seq, hash = excluded.hash, count = excluded.count"
_HEAD = ("org_id", "bucket", "seq", "hash", "count")
_ROW = ("org_id", "bucket", "entity", "row_id", "seq", "gone")
_ASKED = (("bucket", False), ("entity", False), ("row_id", True))


@cache
def _locking(dialect: str) -> str:
    """Locks the heads of buckets, made where they are missing, in the order in which their names are given."""
    names = "SELECT value AS name, key AS place FROM json_each(?)"
    if dialect != "sqlite":
        names = "SELECT name, place FROM unnest(%s::text[]) WITH ORDINALITY AS given (name, place)"
    return (
        f"INSERT INTO bucket_head (org_id, bucket, seq, hash, count) SELECT {mark(dialect)}, name, 0, 0, 0 "
        f"FROM ({names}) AS buckets WHERE true ORDER BY place "
        f"{_KEPT}seq = bucket_head.seq RETURNING bucket, seq, hash, count"
    )


class Head(msgspec.Struct, gc=False):
    """How far a bucket is: its last seq, and the order-free hash and the count of the rows that it holds."""

    seq: int
    hash: int
    count: int


class _Place(msgspec.Struct, gc=False):
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

    def settle(self) -> Mapping[str, range]:
        """Write what was gathered. The places that it has now, for each bucket that moved.

        Nothing else may be written after it.
        """
        if not self._waiting:
            return {}
        heads = self._locked(sorted(self._waiting))
        moved: dict[str, range] = {}
        rows: list[tuple[str, str, str, str, int, bool]] = []
        for bucket, head in heads.items():
            places, before = self._waiting[bucket], head.seq
            found = _moved(head, places, self._old(bucket, places))
            if found:
                moved[bucket] = range(before + 1, head.seq + 1)
                rows += [(self._org_id, bucket, *row) for row in found]
        if moved:
            insert_rows(self._connection, BUCKET_ROW, _ROW, rows, _PUT_ROW)
            states = [(self._org_id, name, heads[name].seq, heads[name].hash, heads[name].count) for name in moved]
            insert_rows(self._connection, BUCKET_HEAD, _HEAD, states, _MOVE_HEAD)
        self._waiting.clear()
        return moved

    def _locked(self, buckets: Sequence[str]) -> dict[str, Head]:
        dialect = self._connection.dialect.name
        found = fetched(self._connection, _locking(dialect), (self._org_id, several(dialect, buckets)))
        heads = {bucket: Head(seq, hashed, count) for bucket, seq, hashed, count in found}
        return {bucket: heads[bucket] for bucket in buckets}

    def _old(self, bucket: str, places: Mapping[Key, _Place]) -> dict[Key, tuple[int, bool]]:
        asked: dict[str, list[str]] = defaultdict(list)
        for (entity, row_id), place in places.items():
            if not place.fresh:
                asked[entity].append(row_id)
        dialect, found = self._connection.dialect.name, {}
        sql = selecting("bucket_row", ("row_id", "seq", "gone"), _ASKED, dialect)
        for entity, ids in asked.items():
            values = (self._org_id, bucket, entity, several(dialect, ids))
            for row_id, seq, gone in fetched(self._connection, sql, values):
                found[(entity, row_id)] = (seq, bool(gone))
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
