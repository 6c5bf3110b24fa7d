"""How far each bucket has been read, and the sums of what this mirror holds from it."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection

from app.store.asking import done
from app.store.mirror import rows
from domain.records.buckets import HASH_MODULUS, row_hash


class Cursor(msgspec.Struct):
    """How far one bucket has been read (`domain.records.wire.Cursor`)."""

    bucket_key: int
    bucket: str
    seq: int
    back: int
    hash: int
    count: int
    generation: int
    rescan: str

    def add(self, entity: str, row_id: str, seq: int) -> None:
        """Count a row in."""
        self.hash = (self.hash + row_hash(entity, row_id, seq)) % HASH_MODULUS
        self.count += 1

    def take(self, entity: str, row_id: str, seq: int) -> None:
        """Count a row out."""
        self.hash = (self.hash - row_hash(entity, row_id, seq)) % HASH_MODULUS
        self.count -= 1

    def begin_again(self, why: str) -> None:
        """Read the whole bucket once more; rows that do not come again have left it."""
        self.seq = self.back = self.hash = self.count = 0
        self.generation += 1
        self.rescan = why


def all_cursors(connection: Connection) -> list[Cursor]:
    """Those of every bucket that this mirror knows."""
    return [msgspec.convert(row, Cursor) for row in rows(connection, "SELECT * FROM bucket_cursor")]


def cursor_of(connection: Connection, bucket: str) -> Cursor:
    """That of one bucket, which begins where it is new.

    A bucket that is new after a restore is compared like all others: it may bring rows as they were before it.
    """
    values: tuple[Any, ...] = (bucket,)
    done(
        connection,
        "INSERT INTO bucket_cursor (bucket, seq, hash, count, generation, rescan) SELECT ?, 0, 0, 0, 0, iif(EXISTS "
        "(SELECT 1 FROM bucket_cursor WHERE rescan = 'epoch'), 'epoch', '') WHERE true ON CONFLICT (bucket) DO NOTHING",
        values,
    )
    return msgspec.convert(rows(connection, "SELECT * FROM bucket_cursor WHERE bucket = ?", bucket)[0], Cursor)


def save(connection: Connection, cursor: Cursor) -> None:
    """Keep where it stands."""
    done(
        connection,
        "UPDATE bucket_cursor SET seq = ?, back = ?, hash = ?, count = ?, generation = ?, rescan = ? "
        "WHERE bucket_key = ?",
        (cursor.seq, cursor.back, cursor.hash, cursor.count, cursor.generation, cursor.rescan, cursor.bucket_key),
    )
