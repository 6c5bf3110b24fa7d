"""One transaction's work on an organisation: records in, audiences decided, effects followed, buckets moved last."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection

from central.columns import shape_of
from central.rows import Rows, Stored
from central.sync.audience import audience
from central.sync.known import RELATIONS, KnownRows
from central.sync.ledger import Ledger
from domain.records import Record, entity_of
from domain.records.communication import TelemetryEvent
from domain.records.merge import merged
from domain.records.progress import Performance, StudentAttempt
from domain.records.record import KEY

# What is only kept, and waits for the judge: nobody's view of anything else follows from it.
PLAYED: frozenset[type[Record]] = frozenset({StudentAttempt, Performance, TelemetryEvent})


class Unit:
    """What can be done within one transaction. `touched` is read and emptied by the effects.

    `beside`: other transactions of the organisation run beside this one, which may write what was played and no more.
    """

    def __init__(self, connection: Connection, org_id: str, now: int, *, beside: bool = False) -> None:
        self._beside = beside
        self.connection = connection
        self.org_id = org_id
        self.now = now
        self.rows = Rows(connection, org_id, writing=True)
        self.known = KnownRows(self.rows, now)
        self.ledger = Ledger(connection, org_id)
        self.touched: list[Record] = []
        # Badges that were released within this transaction: what they bring is told in one line and posts nothing.
        self.released: set[str] = set()

    def add_facts(
        self,
        records: Sequence[Record],
        extras: Mapping[str, str] | None = None,
        values: Sequence[Sequence[Any]] | None = None,
    ) -> None:
        """Insert rows of one entity. None of their ids may be there yet. `values` are their columns where known."""
        if not records:
            return
        name = entity_of(records[0]).name
        rows = []
        for record in records:
            names = audience(record, self.known)
            rows.append(Stored(record, {}, (extras or {}).get(record.id), tuple(sorted(names))))
            self.ledger.appears(name, record.id, names, fresh=True)
        self.rows.add(rows, values)
        self._note(records)

    def add_missing(self, records: Sequence[Record]) -> list[Record]:
        """Insert those facts of one entity that are not there yet. The inserted ones."""
        if not records:
            return []
        unique = {record.id: record for record in records}
        there = self.rows.known(type(records[0]), list(unique))
        new = [record for record in unique.values() if record.id not in there]
        self.add_facts(new)
        return new

    def put(self, record: Record) -> bool:
        """The centre's own version of a document or a set's row, in the place of any other. False where it is equal."""
        before = self.rows.stored(type(record), record.id)
        if before is not None and before.record == record:
            return False
        self._save(record, before, before.stamps if before else {}, before.extra if before else None)
        return True

    def merge(self, before: Stored | None, record: Record, stamps: dict[str, str], extra: str | None) -> None:
        """Keep a version that was merged from what was there and what came."""
        self._save(record, before, stamps, extra)

    def _save(self, record: Record, before: Stored | None, stamps: dict[str, str], extra: str | None) -> None:
        if type(record) in RELATIONS:
            self.known.forget()
        if before is None:
            self.rows.add([Stored(record, stamps, extra, ())])
        self._note([record])
        self.place(Stored(record, stamps, extra, before.seen_in if before else ()), fresh=before is None)

    def place(self, row: Stored, *, fresh: bool = False) -> None:
        """Write the row with its audience of now: the buckets in it get it, those no longer in it lose it."""
        name = entity_of(row.record).name
        names = audience(row.record, self.known)
        self.rows.replace(msgspec.structs.replace(row, seen_in=tuple(sorted(names))))
        self.ledger.appears(name, row.record.id, names, fresh=fresh)
        self.ledger.leaves(name, row.record.id, set(row.seen_in) - names)

    def replace_audience(self, row: Stored) -> None:
        """Only who sees the row may have changed: the buckets that had it and keep it are not moved."""
        names = audience(row.record, self.known)
        if names == set(row.seen_in):
            return
        name = entity_of(row.record).name
        self.rows.replace(msgspec.structs.replace(row, seen_in=tuple(sorted(names))))
        self.ledger.appears(name, row.record.id, names - set(row.seen_in))
        self.ledger.leaves(name, row.record.id, set(row.seen_in) - names)

    def _note(self, records: Sequence[Record]) -> None:
        if self._beside and type(records[0]) not in PLAYED:
            raise AssertionError(f"{type(records[0]).__name__} can be written by nobody beside others")
        if type(records[0]) in RELATIONS:
            self.known.forget()
        self.touched += records


def merged_record(
    before: Stored | None, whole: Record, stamp: str, kept: frozenset[str], said: Collection[str]
) -> tuple[Record, dict[str, str]]:
    """A version made at `stamp` and what is there, as one. Only what was `said` counts; fields in `kept` stay."""
    fields = {name: getattr(whole, name) for name in whole.__struct_fields__ if name in said and name not in KEY | kept}
    if before is None:
        return whole, dict.fromkeys(fields, stamp)
    return merged_fields(before, fields, stamp)


def merged_fields(before: Stored, fields: Mapping[str, Any], stamp: str) -> tuple[Record, dict[str, str]]:
    """Some fields changed at `stamp` and what is there, as one."""
    names = shape_of(type(before.record)).names
    there = {name: getattr(before.record, name) for name in names}
    values, stamps = merged(there, before.stamps, fields, stamp)
    return type(before.record)(**values), stamps
