"""Records in and out of their tables, within one transaction of one organisation."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, TypeVar, cast

import msgspec
from sqlalchemy import Connection

from central.asking import Asked, done, fetched, fetched_together
from central.columns import shape_of
from central.statements import insert_rows, selecting, several, updating
from central.tables import table_of
from domain.records import Record

R = TypeVar("R", bound=Record)
Wanted = str | int | bool | Collection[str]

# Ids in one question: more make the statement no faster and what it brings larger.
IDS_IN_ONE = 1_000


class Stored(msgspec.Struct, frozen=True, gc=False):
    """A record as it stands in its table. `seen_in` are the buckets that hold it now."""

    record: Record
    stamps: dict[str, str]
    extra: str | None
    seen_in: tuple[str, ...]


@cache
def _names(record: type[Record]) -> tuple[str, ...]:
    return (*shape_of(record).names, "stamps", "extra", "seen_in")


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
        self.dialect = connection.dialect.name
        self._lock = " FOR UPDATE" if writing and self.dialect == "postgresql" else ""

    def many(self, record: type[Record], ids: Sequence[str]) -> dict[str, Stored]:
        """What is there of these ids."""
        found: dict[str, Stored] = {}
        sql = selecting(table_of(record).name, _names(record), (("id", True),), self.dialect) + self._lock
        for some in pages(list(dict.fromkeys(ids))):
            rows = fetched(self.connection, sql, (self.org_id, several(self.dialect, some)))
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
        return [_stored(record, row) for row in fetched(self.connection, *self._question(record, wanted))]

    def _question(self, record: type[Record], wanted: Mapping[str, Wanted]) -> Asked:
        asked = tuple((name, not isinstance(value, str | int)) for name, value in wanted.items())
        values = (v if isinstance(v, str | int) else several(self.dialect, v) for v in wanted.values())
        return selecting(table_of(record).name, _names(record), asked, self.dialect), (self.org_id, *values)

    def where_each(self, *wanted: tuple[type[Record], Mapping[str, Wanted]]) -> list[list[Any]]:
        """The records of several kinds, each as `where` finds them, asked for in one go."""
        found = fetched_together(self.connection, [self._question(record, values) for record, values in wanted])
        return [[_stored(record, row).record for row in rows] for (record, _), rows in zip(wanted, found, strict=True)]

    def where(self, record: type[R], **wanted: Wanted) -> list[R]:
        """All records whose columns have these values; a collection of ids means any of them."""
        return [cast(R, stored.record) for stored in self.stored_where(record, **wanted)]

    def known(self, record: type[Record], ids: Sequence[str]) -> set[str]:
        """Which of these ids are there."""
        sql = selecting(table_of(record).name, ("id",), (("id", True),), self.dialect)
        found: set[str] = set()
        for some in pages(ids):
            rows = fetched(self.connection, sql, (self.org_id, several(self.dialect, some)))
            found.update(str(row[0]) for row in rows)
        return found

    def add(self, rows: Sequence[Stored], values: Sequence[Sequence[Any]] | None = None) -> None:
        """Insert rows of one entity that are not there yet. `values` are the records' columns where they are known."""
        if not rows:
            return
        kind = type(rows[0].record)
        columns = values if values is not None else [shape_of(kind).values(row.record) for row in rows]
        full = [(*known, *_beside(row)) for known, row in zip(columns, rows, strict=True)]
        insert_rows(self.connection, table_of(kind), _names(kind), full)

    def replace(self, row: Stored) -> None:
        """Put a row in the place of the one of the same id."""
        kind = type(row.record)
        values = (*shape_of(kind).values(row.record), *_beside(row), self.org_id, row.record.id)
        sql = updating(table_of(kind).name, _names(kind), self.dialect)
        done(self.connection, sql, values)


def _beside(row: Stored) -> tuple[str | None, str | None, str]:
    stamps = msgspec.json.encode(row.stamps).decode() if row.stamps else None
    return stamps, row.extra, _list(row.seen_in)


@lru_cache(1_000)
def _list(names: tuple[str, ...]) -> str:
    return msgspec.json.encode(names).decode()
