"""What must hold at any moment of a mirror that is being filled, newest first."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection

from app.store.asking import named
from app.store.keeper import Desk
from app.store.mirror import state
from central.app import Centre
from central.tables import BUCKET_ROW
from domain.records.buckets import HASH_MODULUS, row_hash
from domain.records.wire import Cursor
from workshop.simulator.invariants import Breaches, Computer, Key


def fills_downwards(centre: Centre, org_id: str, machine: Computer, account_id: str) -> list[str] | None:
    """A bucket on its way has all between its two marks, and the sums of what it has: a sentence for each breach.

    None where no bucket of the mirror is on its way.
    """
    filling = half_read(machine, account_id)
    if not filling or filling[0].epoch != centre.epoch():
        return None
    with centre.database.reading(org_id) as connection:
        return [breach for bucket in filling for breach in _has_all_between(connection, org_id, bucket)]


class Filling(msgspec.Struct):
    """A bucket on its way, with the places that the mirror has read of it."""

    epoch: str
    cursor: Cursor
    places: dict[Key, int]


def half_read(machine: Computer, account_id: str) -> list[Filling]:
    """The buckets of a mirror that are on their way."""

    def work(desk: Desk) -> list[Filling]:
        with desk.mirror(account_id).reading() as connection:
            epoch = state(connection, "epoch") or ""
            cursors = named(connection, "SELECT * FROM bucket_cursor WHERE back > 0")
            return [Filling(epoch, *_read_so_far(connection, row)) for row in cursors]

    return machine.keeper.submit(work).result()


def _read_so_far(connection: Connection, row: dict[str, Any]) -> tuple[Cursor, dict[Key, int]]:
    sql = "SELECT entity, row_id, seq FROM bucket_row WHERE bucket_key = ? AND generation = ?"
    found = connection.exec_driver_sql(sql, (row["bucket_key"], row["generation"]))
    places = {(entity, row_id): seq for entity, row_id, seq in found}
    return Cursor(row["bucket"], row["seq"], row["hash"], row["count"], row["back"]), places


def _has_all_between(connection: Connection, org_id: str, filling: Filling) -> Breaches:
    cursor, there = filling.cursor, filling.places
    total = sum(row_hash(*key, seq) for key, seq in there.items()) % HASH_MODULUS
    if (total, len(there)) != (cursor.hash, cursor.count):
        yield f"bucket {cursor.bucket}, half read: the sums are not those of its rows"
    where = (BUCKET_ROW.c.org_id == org_id, BUCKET_ROW.c.bucket == cursor.bucket, BUCKET_ROW.c.gone.is_(False))
    for row in connection.execute(BUCKET_ROW.select().where(*where)):
        if cursor.back <= row.seq <= cursor.seq and there.get((row.entity, row.row_id)) != row.seq:
            yield f"bucket {cursor.bucket}, read from {cursor.back} to {cursor.seq}: {row.entity} {row.seq} is missing"
