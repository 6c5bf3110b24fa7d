"""Records in and out of their tables, within one transaction of one organisation."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import Any, TypeVar, cast

import msgspec
from sqlalchemy import BindParameter, Connection, Select, bindparam, select
from sqlalchemy.sql.elements import ColumnElement

from central.columns import shape_of
from central.tables import table_of
from domain.records import Record

R = TypeVar("R", bound=Record)
Wanted = str | int | bool | Collection[str]

# SQLite takes at most 32,766 values in one statement; a page of this many ids is far below and still fast.
IDS_IN_ONE = 1_000


class Stored(msgspec.Struct, frozen=True):
    """A record as it stands in its table. `seen_in` are the buckets that hold it now."""

    record: Record
    stamps: dict[str, str]
    extra: str | None
    seen_in: tuple[str, ...]


@cache
def _select(record: type[Record]) -> Select[Any]:
    table = table_of(record)
    names = (*shape_of(record).names, "stamps", "extra", "seen_in")
    return select(*(table.c[name] for name in names))


@cache
def _insert(record: type[Record], dialect: str) -> str:
    """Plain SQL for the driver: SQLAlchemy's own handling of each row would cost more than the insert."""
    names = (*shape_of(record).names, "stamps", "extra", "seen_in")
    mark = "?" if dialect == "sqlite" else "%s"
    return f"INSERT INTO {table_of(record).name} ({', '.join(names)}) VALUES ({', '.join([mark] * len(names))})"


@cache
def _by_ids(record: type[Record]) -> Select[Any]:
    table = table_of(record)
    ids: BindParameter[Any] = bindparam("ids", expanding=True)
    return _select(record).where(table.c.org_id == bindparam("org"), table.c.id.in_(ids))


def _stored(record: type[Record], row: Sequence[Any]) -> Stored:
    *values, stamps, extra, seen_in = row
    return Stored(
        shape_of(record).of_row(values),
        msgspec.json.decode(stamps) if stamps else {},
        extra,
        tuple(msgspec.json.decode(seen_in)),
    )


def pages(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    """Slices that fit into one statement."""
    return (ids[start : start + IDS_IN_ONE] for start in range(0, len(ids), IDS_IN_ONE))


class Rows:
    """The records of one organisation. `writing` locks what is read to be changed, on PostgreSQL."""

    def __init__(self, connection: Connection, org_id: str, *, writing: bool = False) -> None:
        self.connection = connection
        self.org_id = org_id
        self._locks = writing and connection.dialect.name == "postgresql"

    def many(self, record: type[Record], ids: Sequence[str]) -> dict[str, Stored]:
        """What is there of these ids."""
        found: dict[str, Stored] = {}
        for some in pages(list(dict.fromkeys(ids))):
            query = _by_ids(record).with_for_update() if self._locks else _by_ids(record)
            rows = self.connection.execute(query, {"org": self.org_id, "ids": some})
            found.update((stored.record.id, stored) for stored in (_stored(record, row) for row in rows))
        return found

    def stored(self, record: type[Record], row_id: str) -> Stored | None:
        """One row with all that belongs to it, or None."""
        return self.many(record, [row_id]).get(row_id)

    def get(self, record: type[R], row_id: str) -> R | None:
        """One record, or None."""
        found = self.stored(record, row_id)
        return None if found is None else cast(R, found.record)

    def stored_where(self, record: type[Record], **wanted: Wanted) -> list[Stored]:
        """All rows whose columns have these values; a collection of ids means any of them."""
        query = _select(record).where(*self._conditions(record, wanted))
        return [_stored(record, row) for row in self.connection.execute(query)]

    def where(self, record: type[R], **wanted: Wanted) -> list[R]:
        """All records whose columns have these values; a collection of ids means any of them."""
        return [cast(R, stored.record) for stored in self.stored_where(record, **wanted)]

    def _conditions(self, record: type[Record], wanted: dict[str, Wanted]) -> list[ColumnElement[bool]]:
        columns = table_of(record).c
        conditions = [columns.org_id == self.org_id]
        for name, value in wanted.items():
            if isinstance(value, str | int):
                conditions.append(columns[name] == value)
            else:
                conditions.append(columns[name].in_(list(value)))
        return conditions

    def known(self, record: type[Record], ids: Sequence[str]) -> set[str]:
        """Which of these ids are there."""
        table = table_of(record)
        query = select(table.c.id).where(
            table.c.org_id == self.org_id, table.c.id.in_(bindparam("ids", expanding=True))
        )
        return {str(found) for some in pages(ids) for found in self.connection.execute(query, {"ids": some}).scalars()}

    def add(self, rows: Sequence[Stored], values: Sequence[Sequence[Any]] | None = None) -> None:
        """Insert rows of one entity that are not there yet. `values` are the records' columns where they are known."""
        if not rows:
            return
        kind = type(rows[0].record)
        columns = values if values is not None else [shape_of(kind).values(row.record) for row in rows]
        sql = _insert(kind, self.connection.dialect.name)
        full = [(*known, *_beside(row)) for known, row in zip(columns, rows, strict=True)]
        self.connection.exec_driver_sql(sql, full)

    def replace(self, row: Stored) -> None:
        """Put a row in the place of the one of the same id."""
        table = table_of(type(row.record))
        where = (table.c.org_id == self.org_id, table.c.id == row.record.id)
        self.connection.execute(table.update().where(*where).values(_columns(row)))


def _beside(row: Stored) -> tuple[str | None, str | None, str]:
    stamps = msgspec.json.encode(row.stamps).decode() if row.stamps else None
    return stamps, row.extra, msgspec.json.encode(row.seen_in).decode()


def _columns(row: Stored) -> dict[str, Any]:
    stamps, extra, seen_in = _beside(row)
    return shape_of(type(row.record)).row(row.record) | {"stamps": stamps, "extra": extra, "seen_in": seen_in}
