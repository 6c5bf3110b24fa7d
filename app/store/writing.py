"""A transaction on a mirror: deeds with their outbox rows, rows from the centre, derived rows, and the sums of all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection

from app.store.asking import done, done_for_each, fetched, named, value
from app.store.tally import Tally, judged
from domain.records import BY_NAME, Entity, Kind, Record, entity_of
from domain.records.merge import merged
from domain.records.record import KEY, needed_fields
from domain.records.stamps import HybridClock
from domain.records.wire import Op, Verb
from local_schema.columns import EXTRA, STAMPS, Row, row_of, row_of_json, stored, unstored
from local_schema.tables import ENTITIES

T = TypeVar("T")
# Values in one statement.
PAGE = 500


@cache
def _insert(entity: str) -> str:
    # Written here and not compiled by SQLAlchemy, which takes milliseconds for each entity at a program's first sync.
    names = [column.name for column in ENTITIES[entity].columns]
    values = ", ".join(f":{name}" for name in names)
    return f"INSERT INTO {entity} ({', '.join(_quoted(names))}) VALUES ({values})"


@cache
def _replace(entity: str) -> str:
    # Not REPLACE, which would delete the row first and cost each index twice.
    names = [column.name for column in ENTITIES[entity].columns if column.name != "id"]
    return f"{_insert(entity)} ON CONFLICT (id) DO UPDATE SET " + ", ".join(
        f"{n} = excluded.{n}" for n in _quoted(names)
    )


def _quoted(names: Iterable[str]) -> list[str]:
    return [f'"{name}"' for name in names]


def _numbered(op: Op, dev_seq: int) -> Op:
    return Op(dev_seq, op.entity, op.verb, op.id, op.stamp, op.body)


def queued_in(connection: Connection, which: str) -> list[tuple[Op, int, int]]:
    """Operations of the outbox, as the log of deeds keeps them: (operation, priority, when)."""
    found = fetched(
        connection,
        f"SELECT dev_seq, entity, verb, id, stamp, body, priority, at FROM outbox WHERE {which} ORDER BY dev_seq",
    )
    return [
        (Op(dev_seq, entity, Verb(verb), row_id, stamp, msgspec.Raw(body)), priority, at)
        for dev_seq, entity, verb, row_id, stamp, body, priority, at in found
    ]


def marks(count: int) -> str:
    """As many question marks as there are values, for IN."""
    return ",".join("?" * count)


def in_pages(ids: Sequence[T]) -> Iterable[Sequence[T]]:
    """Slices that fit into one statement."""
    return (ids[start : start + PAGE] for start in range(0, len(ids), PAGE))


class Writing:
    """What can be done within one transaction. `changed` gathers the entities that have other rows after it."""

    def __init__(self, connection: Connection, clock: HybridClock, now: int) -> None:
        self.connection = connection
        self.changed: set[str] = set()
        self.now = now
        self._clock = clock
        self._tally = Tally()
        self._next_dev_seq: int | None = None
        self._stamped = False
        # What the log of deeds is told after the commit: (operation, priority, when).
        self.queued: list[tuple[Op, int, int]] = []
        self.derived: list[tuple[str, msgspec.Raw]] = []
        self.all_sent = False
        # What nobody has looked at yet of what the centre refused: it outlives its mirror, too.
        self.refused: list[tuple[Op, int, int]] = []

    # -- deeds of this account: kept here, and sent to the centre

    def put(self, record: Record) -> bool:
        """Keep a new fact, a new document or a set's row, and queue it for the centre.

        False where the same fact is there already: then nothing happens, so that doing it twice is doing it once.
        """
        return bool(self.put_all([record]))

    def put_all(self, records: Sequence[Record]) -> int:
        """Keep many records of one entity, and queue the new ones for the centre. How many were new."""
        entity = entity_of(records[0])
        stamp = self.stamp()
        if entity.kind is Kind.FACT:
            new = {row["id"] for row in self.insert_new(entity.name, [row_of(record) for record in records])}
            records = [record for record in records if record.id in new]
        else:
            self._put_stamped(entity, records, stamp)
        self._queue(entity, Verb.ADD, [(r.id, msgspec.json.encode(r), None) for r in records], stamp)
        return len(records)

    def put_said(self, record: Record, said: Collection[str]) -> None:
        """Keep and queue a document that this mirror does not hold, of which only the fields in `said` were chosen.

        The centre may have it already and this mirror not have read it yet: what was not said stays as it is there.
        """
        entity = entity_of(record)
        stamp, named = self.stamp(), {*said, *needed_fields(type(record))}
        self._put_stamped(entity, [record], stamp, named)
        body = {name: getattr(record, name) for name in record.__struct_fields__ if name in named}
        self._queue(entity, Verb.ADD, [(record.id, msgspec.json.encode(body), None)], stamp)

    def edit(self, record: type[Record], row_id: str, changes: Mapping[str, Any]) -> None:
        """Change some fields of a document and queue the change. Raises KeyError where the document is not here."""
        entity = entity_of(record)
        found = self.one(entity.name, row_id)
        if found is None:
            raise KeyError(row_id)
        stamps = msgspec.json.decode(found[STAMPS] or "{}")
        self.saw(stamps)
        stamp = self.stamp()
        values, new_stamps = merged(found, stamps, stored(record, changes), stamp)
        undo = {
            "fields": {name: found[name] for name in changes},
            "stamps": {name: stamps.get(name, "") for name in changes},
        }
        self.replace(entity.name, [{**values, STAMPS: msgspec.json.encode(new_stamps).decode()}])
        body = msgspec.json.encode(unstored(record, stored(record, changes)))
        self._queue(entity, Verb.EDIT, [(row_id, body, msgspec.json.encode(undo).decode())], stamp)

    def _put_stamped(
        self, entity: Entity, records: Sequence[Record], stamp: str, said: Collection[str] | None = None
    ) -> None:
        names = [n for n in entity.record.__struct_fields__ if n not in KEY and (said is None or n in said)]
        stamps = msgspec.json.encode(dict.fromkeys(names, stamp)).decode()
        self.replace(entity.name, [{**row_of(record), STAMPS: stamps, EXTRA: None} for record in records])

    def stamp(self) -> str:
        """A stamp later than all that this mirror has made or seen."""
        self._stamped = True
        return self._clock.stamp(self.now)

    def saw(self, stamps: Mapping[str, str] | None) -> None:
        """Move the clock past a row's stamps, for good: what is changed after it was read counts as later than it."""
        latest = max((stamps or {}).values(), default="")
        if len(latest) >= 16 and self._clock.saw(latest):
            self._stamped = True

    def _queue(self, entity: Entity, verb: Verb, deeds: Sequence[tuple[str, bytes, str | None]], stamp: str) -> None:
        if not deeds:
            return
        first = self._dev_seqs(len(deeds))
        ops = [
            Op(first + i, entity.name, verb, row_id, stamp, msgspec.Raw(body))
            for i, (row_id, body, _) in enumerate(deeds)
        ]
        self._enqueue([(op, entity.priority, self.now) for op in ops], [undo for _, _, undo in deeds])

    def _enqueue(self, deeds: Sequence[tuple[Op, int, int]], undos: Sequence[str | None]) -> None:
        done_for_each(
            self.connection,
            "INSERT INTO outbox (dev_seq, entity, verb, id, stamp, body, priority, state, at, undo) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?)",
            [
                (op.dev_seq, op.entity, str(op.verb), op.id, op.stamp, bytes(op.body), priority, at, undo)
                for (op, priority, at), undo in zip(deeds, undos, strict=True)
            ],
        )
        self.queued.extend(deeds)
        self.changed.add("outbox")

    def next_dev_seq(self) -> int:
        """The number that the next deed gets."""
        if self._next_dev_seq is None:
            known = value(self.connection, "SELECT value FROM mirror_state WHERE name = 'next_dev_seq'")
            self._next_dev_seq = int(known or 1)
        return self._next_dev_seq

    def _dev_seqs(self, count: int) -> int:
        first = self.next_dev_seq()
        self._next_dev_seq = first + count
        return first

    def recover(self, deeds: Sequence[tuple[Op, int, int]], derived: Sequence[tuple[str, msgspec.Raw]] = ()) -> None:
        """Do deeds again that this file has lost, under new numbers, and keep again what was derived from them."""
        for op, _, _ in deeds:
            self._redo(op)
        for name, body in derived:
            self.insert_new(name, [row_of_json(BY_NAME[name].record, body)])
        self.derived.extend(derived)
        first = self._dev_seqs(len(deeds))
        renumbered = [(_numbered(op, first + i), priority, at) for i, (op, priority, at) in enumerate(deeds)]
        if renumbered:
            self._enqueue(renumbered, [None] * len(deeds))

    def send_again(self, entity: Entity, row: Row) -> None:
        """Queue a row that is here already, because the centre has lost it."""
        stamps = msgspec.json.decode(row.get(STAMPS) or "{}")
        body = msgspec.json.encode(unstored(entity.record, row))
        self._queue(entity, Verb.ADD, [(row["id"], body, None)], max(stamps.values(), default="") or self.stamp())

    def edit_again(self, entity: Entity, row: Row, fields: Mapping[str, str]) -> None:
        """Queue fields of a row that is here already, each as it was made at its stamp: the centre has lost them."""
        for stamp in sorted(set(fields.values())):
            changes = {name: row[name] for name, at in fields.items() if at == stamp}
            body = msgspec.json.encode(unstored(entity.record, changes))
            self._queue(entity, Verb.EDIT, [(row["id"], body, None)], stamp)

    def count_as_made_now(self, entity: str, row_id: str, stamp: str) -> None:
        """The centre has taken a change that was stamped too far ahead, and moved it back: it shall not win here."""
        row = self.one(entity, row_id)
        if row is not None and row.get(STAMPS):
            now = f"{self.now // 1000:012x}{stamp[12:]}"
            stamps = {name: now if at == stamp else at for name, at in msgspec.json.decode(row[STAMPS]).items()}
            self.replace(entity, [{**row, STAMPS: msgspec.json.encode(stamps).decode()}])

    def everything_is_sent(self) -> None:
        """Nothing waits for the centre any more: the log of deeds may be emptied, and a clock gone ahead comes back."""
        self.all_sent = True
        self.refused = queued_in(self.connection, "state = 'refused'")
        if self._clock.come_back(self.now):
            self._stamped = True

    def renumber(self, dev_seq: int) -> None:
        """Queue a refused operation again, under a new number: the centre remembers its answer to the old one."""
        done(
            self.connection,
            "UPDATE outbox SET dev_seq = ?, state = 'waiting', code = NULL, text = NULL WHERE dev_seq = ?",
            (self._dev_seqs(1), dev_seq),
        )
        self.changed.add("outbox")

    def _redo(self, op: Op) -> None:
        entity = BY_NAME[op.entity]
        if op.verb is Verb.EDIT:
            self._redo_edit(entity, op)
        elif entity.kind is Kind.FACT:
            self.insert_new(op.entity, [row_of_json(entity.record, op.body)])
        elif self.one(op.entity, op.id) is None:
            said = msgspec.json.decode(op.body, type=dict[str, msgspec.Raw])
            self._put_stamped(entity, [msgspec.json.decode(op.body, type=entity.record)], op.stamp, said)
        else:
            self._redo_edit(entity, op)

    def _redo_edit(self, entity: Entity, op: Op) -> None:
        if (found := self.one(op.entity, op.id)) is None:
            return  # the document comes from the centre, which merges the edit into it
        said = msgspec.json.decode(op.body)
        changes = stored(entity.record, {name: value for name, value in said.items() if name not in KEY})
        values, stamps = merged(found, msgspec.json.decode(found[STAMPS] or "{}"), changes, op.stamp)
        self.replace(op.entity, [{**values, STAMPS: msgspec.json.encode(stamps).decode()}])

    # -- rows, wherever they come from

    def keep(self, records: Sequence[Record]) -> list[Row]:
        """Keep derived facts or documents that the centre will derive too: nothing is queued. The new ones' rows."""
        if not records:
            return []
        self._note_derived(records)
        return self.insert_new(entity_of(records[0]).name, [row_of(record) for record in records])

    def keep_newest(self, records: Sequence[Record]) -> None:
        """Keep derived documents, each in the place of what was there; nothing is queued."""
        if records:
            self._note_derived(records)
            rows = [{**row_of(record), STAMPS: None, EXTRA: None} for record in records]
            self.replace(entity_of(records[0]).name, rows)

    def _note_derived(self, records: Sequence[Record]) -> None:
        name = entity_of(records[0]).name
        self.derived.extend((name, msgspec.Raw(msgspec.json.encode(record))) for record in records)

    def insert_new(self, entity: str, rows: Sequence[Row]) -> list[Row]:
        """Insert the rows whose id is not there yet; the others stay as they are. The inserted ones."""
        known = self.present(entity, [row["id"] for row in rows])
        new = list({row["id"]: row for row in rows if row["id"] not in known}.values())
        if new:
            missing = {STAMPS: None, EXTRA: None} if BY_NAME[entity].kind is not Kind.FACT else {EXTRA: None}
            done_for_each(self.connection, _insert(entity), [{**missing, **row} for row in new])
            self._tally.added(entity, judged(self.connection, new) if entity == "student_attempt" else new)
            self.changed.add(entity)
        return new

    def replace(self, entity: str, rows: Sequence[Row]) -> None:
        """Insert rows or put them in the place of what is there."""
        if rows:
            done_for_each(self.connection, _replace(entity), list(rows))
            self._tally.changed(entity, rows)
            self.changed.add(entity)

    def remove(self, entity: str, ids: Sequence[str]) -> None:
        """Take rows out of this mirror."""
        for some in in_pages(ids):
            found = named(
                self.connection, f"DELETE FROM {entity} WHERE id IN ({marks(len(some))}) RETURNING *", tuple(some)
            )
            self._tally.removed(entity, found)
            self.changed.add(entity)

    def present(self, entity: str, ids: Sequence[str]) -> set[str]:
        """Which of these ids are there."""
        found: set[str] = set()
        for some in in_pages(ids):
            sql = f"SELECT id FROM {entity} WHERE id IN ({marks(len(some))})"
            found.update(row_id for (row_id,) in fetched(self.connection, sql, tuple(some)))
        return found

    def one(self, entity: str, row_id: str) -> Row | None:
        """A row with its stamps, or None."""
        found = named(self.connection, f"SELECT * FROM {entity} WHERE id = ?", (row_id,))
        return found[0] if found else None

    def set_state(self, name: str, value: str | int) -> None:
        """Keep a value about this mirror itself."""
        done(
            self.connection,
            "INSERT INTO mirror_state (name, value) VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, str(value)),
        )

    def settle_sums(self) -> None:
        """Write the sums of what was done so far, for those who read them within this transaction."""
        self._tally.write(self.connection)
        self._tally = Tally()

    def finish(self) -> None:
        """The last statements before the commit."""
        self.settle_sums()
        if self.all_sent:
            self.next_dev_seq()
        if self._stamped:
            self.set_state("last_stamp", f"{self._clock.milliseconds:012x}{self._clock.counter:04x}")
        if self._next_dev_seq is not None:
            self.set_state("next_dev_seq", self._next_dev_seq)
