"""What a mirror sends up: each operation gets its own verdict, none holds up another, and twice is once.

Repeats are known by the record's id (facts), by the clock stamp of each field (sets and documents), and by
(device, mirror, dev_seq). The last alone never drops anything: where a known number comes with other content, the disk
was copied; the operation is taken like any other and the machine is marked as cloned.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from typing import Any

import msgspec
from sqlalchemy import Connection
from sqlalchemy.exc import StatementError

from central.asking import done, fetched
from central.columns import BadValue, shape_of
from central.community.moderation import after_edit, begun
from central.database import Database, is_of_a_value
from central.problems import kind_and_place
from central.rows import Stored
from central.statements import insert_rows, mark, selecting
from central.sync.effects import follow
from central.sync.known import KnownRows
from central.sync.rights import Refusal, foreign, refusal
from central.sync.standing import Standing
from central.sync.unit import PLAYED, Unit, merged_fields, merged_record
from central.tables import HEARD
from domain.records import BY_NAME, Entity, Kind, Record, entity_of
from domain.records.community import AchievementShare, Comment, PublicProfile
from domain.records.curriculum import CustomSequence
from domain.records.identity import Member
from domain.records.progress import MOST_EVENT_BYTES, Performance, StudentAssignment
from domain.records.stamps import clamped
from domain.records.wire import MOST_OPS, SCHEMA, Op, OpVerdict, Outcome, Verb

LOG = logging.getLogger("central.sync")
# What the centre's own code raises where it meets a row that it did not expect; not what a database or a disk does.
_FAULTS = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError),
    msgspec.MsgspecError,
)

# The longest text in one field; a message of 200 characters to a friend is bounded by the views.
LONGEST_TEXT = 8_000
# A mirror repeats its last request, which carries at most `MOST_OPS`. Older numbers are known by the rows themselves:
# facts by their ids, everything else by its stamps.
REMEMBERED_NUMBERS = 2 * MOST_OPS
# What holds many things in one field may be longer.
_LONGER: dict[type[Record], int] = {
    Performance: MOST_EVENT_BYTES,
    StudentAssignment: 64 * 1024,
    CustomSequence: 256 * 1024,
}

_PLAYED = frozenset(entity_of(kind).name for kind in PLAYED)

UNKNOWN_ENTITY = Refusal("unknown_entity", "The centre does not know this kind of thing yet. It has to be updated.")
BAD_BODY = Refusal("bad_body", "The centre cannot read this.")
WRONG_ORG = Refusal("wrong_org", "This belongs to another organisation.")
OTHER_CONTENT = Refusal("other_content", "The centre already holds something else under this name.")
TOO_LARGE = Refusal("too_large", "This is larger than the centre takes.")
NO_EDIT = Refusal("no_edit", "This can't be changed once it is there.")
BAD_STAMP = Refusal("bad_stamp", "The time of this change can't be read.")


class Sender(msgspec.Struct, frozen=True):
    """Who sends: the machine, its mirror file, the account on whose behalf, and the schema that it speaks."""

    device_id: str
    mirror: str
    standing: Standing
    schema: int = SCHEMA


class Pushed(msgspec.Struct, frozen=True):
    """The verdicts in the order of the operations that have one, and whether a copied disk was noticed."""

    verdicts: tuple[OpVerdict, ...]
    cloned: bool = False


def push(database: Database, sender: Sender, ops: Sequence[Op], now: int) -> Pushed:
    """Apply the operations of one request. Raises only where the database fails as a whole: full, locked or away."""

    # At the end of a lesson everybody sends at once: what was played goes in side by side.
    beside = all(op.entity in _PLAYED for op in ops)

    def together(connection: Connection) -> Pushed:
        return _Batch(Unit(connection, sender.standing.org_id, now, beside=beside), sender).apply(ops)

    try:
        return database.write(sender.standing.org_id, together, beside=beside)
    except StatementError as error:
        if not is_of_a_value(error):
            raise
    except _FAULTS as error:
        LOG.error("a batch could not be taken as a whole: %s", kind_and_place(error))
    return _one_by_one(database, sender, ops, now)


def _one_by_one(database: Database, sender: Sender, ops: Sequence[Op], now: int) -> Pushed:
    """A batch that could not be taken as a whole: each operation alone, so that only the bad one is refused.

    One at which the centre itself fails gets no verdict: it waits at its machine and holds up none of the others.
    """
    verdicts: list[OpVerdict] = []
    cloned = False
    for op in ops:
        alone = op

        def single(connection: Connection, op: Op = alone) -> Pushed:
            return _Batch(Unit(connection, sender.standing.org_id, now), sender).apply([op])

        try:
            done = database.write(sender.standing.org_id, single)
            verdicts += done.verdicts
            cloned = cloned or done.cloned
        except StatementError as error:
            if not is_of_a_value(error):
                # A full disk is nobody's mistake: what was sent waits at its machine and comes again.
                raise
            verdicts.append(_refused(op, BAD_BODY))
        except _FAULTS as error:
            entity = op.entity if op.entity in BY_NAME else "unknown"
            LOG.error("an operation could not be taken: %s: %s", entity, kind_and_place(error))
    return Pushed(tuple(verdicts), cloned)


def _refused(op: Op, why: Refusal) -> OpVerdict:
    return OpVerdict(op.dev_seq, Outcome.REFUSED, why.code, why.text)


class _Fact(msgspec.Struct, gc=False):
    op: Op
    record: Record
    values: list[Any]
    extra: str | None


class _Batch:
    """The operations of one request within one transaction."""

    def __init__(self, unit: Unit, sender: Sender) -> None:
        self._unit = unit
        self._sender = sender
        self._verdicts: dict[int, OpVerdict] = {}
        self._facts: dict[Entity, list[_Fact]] = {}

    def apply(self, ops: Sequence[Op]) -> Pushed:
        heard, cloned = self._heard(ops)
        fresh = [op for op in ops if op.dev_seq not in heard]
        for op in ops:
            if op.dev_seq in heard:
                self._say(op, Outcome.DUPLICATE)
        for op in fresh:
            if self._is_fact(op):
                self._take_fact(op)
        self._add_facts()
        for op in fresh:
            if op.dev_seq not in self._verdicts:
                self._take_document(op)
        self._remember(fresh)
        follow(self._unit)
        self._unit.ledger.settle()
        return Pushed(tuple(self._verdicts[op.dev_seq] for op in ops), cloned)

    def _say(self, op: Op, outcome: Outcome) -> None:
        self._verdicts[op.dev_seq] = OpVerdict(op.dev_seq, outcome)

    def _refuse(self, op: Op, why: Refusal) -> None:
        self._verdicts[op.dev_seq] = _refused(op, why)

    # -- repeats

    def _heard(self, ops: Sequence[Op]) -> tuple[set[int], bool]:
        """The numbers that came before with the same content, and whether one came with other content."""
        if not ops:
            return set(), False
        seqs = [op.dev_seq for op in ops]
        values = (self._unit.org_id, self._sender.device_id, self._sender.mirror, min(seqs), max(seqs))
        rows = fetched(self._unit.connection, _heard(self._unit.connection.dialect.name), values)
        before = {int(seq): int(digest) for seq, digest in rows}
        again = {op.dev_seq: before[op.dev_seq] == _digest(op) for op in ops if op.dev_seq in before}
        return {seq for seq, same in again.items() if same}, not all(again.values())

    def _remember(self, ops: Sequence[Op]) -> None:
        """What was refused is not remembered: after its reason is gone it may come again."""
        taken = [op for op in ops if self._verdicts[op.dev_seq].outcome is not Outcome.REFUSED]
        if taken:
            key = (self._unit.org_id, self._sender.device_id, self._sender.mirror)
            rows = [(*key, op.dev_seq, _digest(op)) for op in taken]
            insert_rows(self._unit.connection, HEARD, _REMEMBERED, rows, _REMEMBER)
            self._forget_old(max(op.dev_seq for op in taken), len(taken))

    def _forget_old(self, newest: int, count: int) -> None:
        """Once in so many numbers, so that what is remembered of a mirror has a bound however long it lives."""
        if newest // MOST_OPS != (newest - count) // MOST_OPS:
            key = (self._unit.org_id, self._sender.device_id, self._sender.mirror)
            values = (*key, newest - REMEMBERED_NUMBERS)
            done(self._unit.connection, _forgetting(self._unit.connection.dialect.name), values)

    # -- facts, many at once

    def _is_fact(self, op: Op) -> bool:
        entity = BY_NAME.get(op.entity)
        return entity is not None and entity.kind is Kind.FACT

    def _take_fact(self, op: Op) -> None:
        entity = BY_NAME[op.entity]
        if op.verb is not Verb.ADD:
            self._refuse(op, NO_EDIT)
            return
        read = self._read(op, entity)
        if isinstance(read, Refusal):
            self._refuse(op, read)
            return
        record, values, extra = read
        denied = refusal(record, entity, self._sender.standing, self._unit.known)
        if denied is not None:
            self._refuse(op, denied)
        else:
            self._facts.setdefault(entity, []).append(_Fact(op, record, values, extra))

    def _add_facts(self) -> None:
        for entity, sent in self._facts.items():
            there = self._unit.rows.many(entity.record, [fact.record.id for fact in sent])
            new: dict[str, _Fact] = {}
            for fact in sent:
                before = there.get(fact.record.id)
                known = before.record if before else new[fact.record.id].record if fact.record.id in new else None
                if known is None:
                    new[fact.record.id] = fact
                    self._say(fact.op, Outcome.OK)
                elif known == fact.record or entity.first_stands:
                    self._say(fact.op, Outcome.DUPLICATE)
                else:
                    self._refuse(fact.op, OTHER_CONTENT)
            extras = {fact.record.id: fact.extra for fact in new.values() if fact.extra}
            facts = list(new.values())
            self._unit.add_facts([fact.record for fact in facts], extras, [fact.values for fact in facts])

    # -- documents and sets, one after the other

    def _take_document(self, op: Op) -> None:
        entity = BY_NAME.get(op.entity)
        if entity is None:
            self._refuse(op, UNKNOWN_ENTITY)
            return
        try:
            stamp = clamped(op.stamp, self._unit.now, op.dev_seq)
        except ValueError:
            self._refuse(op, BAD_STAMP)
            return
        before = self._unit.rows.stored(entity.record, op.id)
        if op.verb is Verb.ADD:
            self._add(op, entity, stamp, before)
        else:
            self._edit(op, entity, stamp, before)

    def _add(self, op: Op, entity: Entity, stamp: str, before: Stored | None) -> None:
        read = self._read(op, entity)
        if isinstance(read, Refusal):
            self._refuse(op, read)
            return
        whole, _, extra = read
        said = msgspec.json.decode(op.body, type=dict[str, msgspec.Raw])
        record, stamps = merged_record(before, whole, stamp, entity.centre_fields, said)
        member = self._unit.known.member(record.id) if before is None and isinstance(record, PublicProfile) else None
        if member is not None and "avatar" not in said:
            # The picture by which the school knows them, until they choose another one.
            record = msgspec.structs.replace(record, avatar=member.avatar)
        self._keep(op, entity, before, record, stamps, extra)

    def _edit(self, op: Op, entity: Entity, stamp: str, before: Stored | None) -> None:
        if before is None:
            self._refuse(op, Refusal("nothing_there", "What was to be changed is not there."))
            return
        try:
            fields = msgspec.json.decode(op.body, type=dict[str, Any])
            shape = shape_of(entity.record)
            fixed = {"org_id", "id", entity.owner} | entity.centre_fields
            changes = {name: v for name, v in shape.changed(fields).items() if name not in fixed}
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            self._refuse(op, BAD_BODY)
            return
        record, stamps = merged_fields(before, changes, stamp)
        extra = _extra(shape.unknown(fields), before.extra) if self._sender.schema > SCHEMA else before.extra
        self._keep(op, entity, before, record, stamps, extra)

    def _keep(
        self, op: Op, entity: Entity, before: Stored | None, record: Record, stamps: dict[str, str], extra: str | None
    ) -> None:
        who, known = self._sender.standing, self._unit.known
        denied = foreign(before.record, entity, who, known) if before else None
        fit = _fitting(record)
        denied = denied or refusal(record, entity, who, known) or (fit if isinstance(fit, Refusal) else None)
        if denied is not None:
            self._refuse(op, denied)
            return
        if before is not None and stamps == before.stamps and extra == before.extra:
            self._say(op, Outcome.DUPLICATE)
            return
        record = after_edit(self._unit, before.record, record) if before else begun(self._unit, _signed(record, known))
        self._unit.merge(before, record, stamps, extra)
        self._say(op, Outcome.OK)

    def _read(self, op: Op, entity: Entity) -> tuple[Record, list[Any], str | None] | Refusal:
        """The record in an operation, and the fields that only a newer client knows."""
        shape = shape_of(entity.record)
        try:
            record = shape.decoder.decode(op.body)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return BAD_BODY
        if record.id != op.id:
            return BAD_BODY
        if record.org_id != self._unit.org_id:
            return WRONG_ORG
        values = _fitting(record, op.body)
        if isinstance(values, Refusal):
            return values
        if self._sender.schema <= SCHEMA:
            return record, values, None
        return record, values, _extra(shape.unknown(msgspec.json.decode(op.body)), None)


def _extra(unknown: dict[str, Any], before: str | None) -> str | None:
    if not unknown:
        return before
    there = msgspec.json.decode(before) if before else {}
    return msgspec.json.encode({**there, **unknown}).decode()


def _fitting(record: Record, body: msgspec.Raw | None = None) -> list[Any] | Refusal:
    """The record's columns, or why no row can hold it: numbers over 64 bits, endless texts, the NUL character.

    `body` is the JSON that the record was read from: where that is short and clean, so is every value.
    """
    if isinstance(record, Performance) and len(record.events) * 8 > MOST_EVENT_BYTES:
        return TOO_LARGE
    try:
        values = shape_of(type(record)).values(record)
    except BadValue as error:
        return Refusal(BAD_BODY.code, str(error))
    if body is not None and len(raw := bytes(body)) <= LONGEST_TEXT and b"\\u0000" not in raw:
        return values
    for value in values:
        if isinstance(value, str):
            if "\0" in value or "\\u0000" in value:
                return BAD_BODY
            if len(value) > LONGEST_TEXT and len(value) > _LONGER.get(type(record), 0):
                return TOO_LARGE
    return values


def _signed(record: Record, known: KnownRows) -> Record:
    """A new item under its author's handle as the school knows it, whatever the client wrote there."""
    author = {AchievementShare: "student_id", Comment: "author_id", PublicProfile: "id"}.get(type(record))
    member: Member | None = known.member(getattr(record, author)) if author else None
    if member is None:
        return record
    names = {"author_name": member.display_name, "author_avatar": member.avatar, "display_name": member.display_name}
    return msgspec.structs.replace(record, **{n: v for n, v in names.items() if n in record.__struct_fields__})


def _digest(op: Op) -> int:
    content = f"{op.entity}\x1f{op.verb}\x1f{op.id}\x1f{op.stamp}\x1f".encode() + bytes(op.body)
    return int.from_bytes(blake2b(content, digest_size=8).digest(), "big") >> 1


_REMEMBERED = ("org_id", "device_id", "mirror", "dev_seq", "digest")
_REMEMBER = "ON CONFLICT (org_id, device_id, mirror, dev_seq) DO UPDATE SET digest = excluded.digest"


@cache
def _forgetting(dialect: str) -> str:
    one = mark(dialect)
    return f"DELETE FROM heard WHERE org_id = {one} AND device_id = {one} AND mirror = {one} AND dev_seq < {one}"


@cache
def _heard(dialect: str) -> str:
    asked = (("device_id", False), ("mirror", False))
    between = f" AND dev_seq BETWEEN {mark(dialect)} AND {mark(dialect)}"
    return selecting("heard", ("dev_seq", "digest"), asked, dialect) + between
