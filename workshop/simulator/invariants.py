"""What must hold once everything is quiet. Each check yields a sentence for each breach; none means all is well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

import msgspec
from sqlalchemy import Connection

from app.store.asking import named
from app.store.keeper import Desk, Keeper
from app.store.tally import recounted_all
from central.app import Centre
from central.rows import Rows, Stored
from central.sync.audience import audience
from central.sync.known import KnownRows
from central.tables import BUCKET_HEAD, BUCKET_ROW
from domain.community.moderation import Action
from domain.records import ALL, BY_NAME, Kind, Record, entity_of
from domain.records.achievements import PointsEntry
from domain.records.buckets import HASH_MODULUS, row_hash
from domain.records.community import (
    AchievementShare,
    Comment,
    EngagementCounts,
    EngagementKind,
    ModerationAction,
    ModerationState,
    SocialEngagement,
)
from domain.records.wire import SCHEMA, BucketPage, Change, Cursor, Op, PullRequest, SyncRequest
from local_schema.columns import STAMPS, row_of_json

Breaches = Iterator[str]
# An entity's name with a row's id.
Key = tuple[str, str]
_TAKES_AWAY = (Action.REMOVE, Action.WITHDRAW)
# The sums that a mirror keeps beside its rows, and what identifies a line of each.
SUMS = {
    "stage_summary": "student_id, stage_id",
    "step_summary": "student_id, step_id",
    "concept_sum": "student_id, concept",
    "student_week": "student_id, monday",
    "earned_badge": "user_id, badge_id",
}


class Computer(Protocol):
    """Whatever has mirrors: a simulated machine, or a real one."""

    @property
    def keeper(self) -> Keeper:
        """The keeper of its mirrors."""
        ...


# -- the centre alone


def centre_is_sound(centre: Centre, org_id: str) -> Breaches:
    """Every row is in exactly the buckets that the rules name now; counters, heads and order are right."""
    with centre.database.reading(org_id) as connection:
        rows = Rows(connection, org_id)
        placed = _places(connection, org_id)
        for entity in ALL:
            for stored in rows.stored_where(entity.record):
                yield from _placed_by_policy(entity.name, stored, KnownRows(rows), placed)
        yield from (f"{key} is in {sorted(names)} without a row" for key, names in placed.items())
        yield from _heads_fit(connection, org_id)
        yield from _counters_fit(rows)


def _places(connection: Connection, org_id: str) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    query = BUCKET_ROW.select().where(BUCKET_ROW.c.org_id == org_id, BUCKET_ROW.c.gone.is_(False))
    for row in connection.execute(query):
        found.setdefault((row.entity, row.row_id), set()).add(row.bucket)
    return found


def _placed_by_policy(name: str, stored: Stored, known: KnownRows, placed: dict[tuple[str, str], set[str]]) -> Breaches:
    wanted, actual = set(audience(stored.record, known)), placed.pop((name, stored.record.id), set())
    if actual - wanted:
        yield f"{name} {stored.record.id} is seen in {sorted(actual - wanted)} against the rules"
    if wanted - actual:
        yield f"{name} {stored.record.id} is missing in {sorted(wanted - actual)}"
    if set(stored.seen_in) != actual:
        yield f"{name} {stored.record.id} says {stored.seen_in} and is in {sorted(actual)}"


def _heads_fit(connection: Connection, org_id: str) -> Breaches:
    for head in connection.execute(BUCKET_HEAD.select().where(BUCKET_HEAD.c.org_id == org_id)):
        where = (BUCKET_ROW.c.org_id == org_id, BUCKET_ROW.c.bucket == head.bucket)
        rows = connection.execute(BUCKET_ROW.select().where(*where)).all()
        live = [row for row in rows if not row.gone]
        total = sum(row_hash(row.entity, row.row_id, row.seq) for row in live) % HASH_MODULUS
        if (total, len(live)) != (head.hash, head._mapping["count"]):
            yield f"bucket {head.bucket}: hash or count is wrong"
        seqs = [row.seq for row in rows]
        if len(set(seqs)) < len(seqs) or max(seqs, default=0) > head.seq:
            yield f"bucket {head.bucket}: the order has a repeat or runs beyond its head"


def _counters_fit(rows: Rows) -> Breaches:
    for share in rows.where(AchievementShare):
        counts = rows.get(EngagementCounts, share.id) or EngagementCounts(org_id=share.org_id, id=share.id)
        hands = rows.where(SocialEngagement, target_id=counts.id, present=True)
        words = rows.where(Comment, share_id=counts.id, withdrawn=False, moderation=ModerationState.OK.value)
        found = (
            sum(hand.engagement is EngagementKind.LIKE for hand in hands),
            sum(hand.engagement is EngagementKind.CELEBRATE for hand in hands),
            len(words),
        )
        if found != (counts.likes, counts.celebrations, counts.comments):
            yield f"counters of {counts.id} say {counts}, counted {found}"


# -- what people have done


def every_deed_arrived(centre: Centre, org_id: str, ops: Mapping[Key, Op], exempt: set[Key]) -> Breaches:
    """Each acknowledged deed is at the centre with its own content.

    `exempt` are those on their owner's list with a reason, and those that nobody could tell a restored centre again.
    """
    with centre.database.reading(org_id) as connection:
        rows = Rows(connection, org_id)
        for (name, row_id), op in ops.items():
            entity = BY_NAME[name]
            found = rows.get(entity.record, row_id)
            if found is None:
                if (name, row_id) not in exempt:
                    yield f"{name} {row_id} was acknowledged and is nowhere"
            elif entity.kind is not Kind.FACT or entity.first_stands:
                continue
            elif found != msgspec.json.decode(op.body, type=entity.record):
                yield f"{name} {row_id} arrived with other content"


def taken_down(ops: Iterable[Op]) -> set[tuple[str, str]]:
    """What adults have taken away: it is in nobody's mirror, so nobody can tell a restored centre the last word on it.

    It comes back as the backup had it, and is taken away again by the decision, which its actor still has.
    """
    kinds = {"share": entity_of(AchievementShare).name, "comment": entity_of(Comment).name}
    actions = (msgspec.json.decode(op.body, type=ModerationAction) for op in ops if op.entity == "moderation_action")
    return {(kinds[a.target_type], a.target_id) for a in actions if a.action in _TAKES_AWAY and a.target_type in kinds}


class Edit(msgspec.Struct, frozen=True):
    """One operation on a row, and in which mirror it was made by whom."""

    mirror: str
    account: str
    op: Op


def alone(edits: Mapping[Key, Sequence[Edit]], exempt: set[Key]) -> dict[Key, list[Op]]:
    """The operations on each row that one account in one mirror alone has changed, each as often as it was said.

    What was refused and is sent again is no new word: it has its stamp and its content of before.
    """
    return {
        key: list({(edit.op.stamp, bytes(edit.op.body)): edit.op for edit in some}.values())
        for key, some in edits.items()
        if key not in exempt and len({(edit.mirror, edit.account) for edit in some}) == 1
    }


def last_word_stands(centre: Centre, org_id: str, edits: Mapping[tuple[str, str], list[Op]]) -> Breaches:
    """What one hand alone has changed, in one mirror, is at the centre as that hand last said."""
    with centre.database.reading(org_id) as connection:
        rows = Rows(connection, org_id)
        for (name, row_id), ops in edits.items():
            entity = BY_NAME[name]
            found = rows.get(entity.record, row_id)
            if entity.kind is Kind.FACT or found is None:
                continue
            there = msgspec.json.decode(msgspec.json.encode(found))
            said: dict[str, Any] = {}
            for op in ops:
                said.update(msgspec.json.decode(op.body))
            for field, value in said.items():
                if field not in entity.centre_fields and there[field] != value:
                    yield f"{name} {row_id}: {field} is {there[field]!r}, the last word was {value!r}"


# -- a mirror


class Held(msgspec.Struct):
    """What one mirror holds."""

    cursors: dict[str, tuple[int, int, int, int, str]]
    places: dict[str, dict[tuple[str, str], int]]
    rows: dict[str, dict[str, dict[str, Any]]]
    queued: set[tuple[str, str]]
    refused: set[tuple[str, str]]
    waiting: int
    wrong_sums: list[str]


def waiting_in(machine: Computer, account_id: str) -> int:
    """How many operations of an account wait on a machine."""

    def work(desk: Desk) -> int:
        with desk.mirror(account_id).reading() as connection:
            sql = "SELECT count(*) FROM outbox WHERE state = 'waiting'"
            return int(connection.exec_driver_sql(sql).scalar_one())

    return machine.keeper.submit(work).result()


def held_by(machine: Computer, account_id: str) -> Held:
    """Read a mirror whole."""

    def work(desk: Desk) -> Held:
        with desk.mirror(account_id).writing() as writing:
            return _held(writing.connection)

    return machine.keeper.submit(work).result()


def _held(connection: Connection) -> Held:
    def rows(sql: str) -> list[Any]:
        return list(connection.exec_driver_sql(sql).fetchall())

    names = dict(rows("SELECT bucket_key, bucket FROM bucket_cursor"))
    marks = "SELECT bucket, seq, back, hash, count, rescan FROM bucket_cursor"
    cursors = {bucket: (seq, back, hashed, count, why) for bucket, seq, back, hashed, count, why in rows(marks)}
    places: dict[str, dict[tuple[str, str], int]] = {bucket: {} for bucket in cursors}
    for key, entity, row_id, seq in rows("SELECT bucket_key, entity, row_id, seq FROM bucket_row"):
        places.setdefault(names.get(key, f"? {key}"), {})[(entity, row_id)] = seq
    queue = rows("SELECT entity, id, state FROM outbox")
    content = {
        entity.name: {row["id"]: row for row in named(connection, f"SELECT * FROM {entity.name}")} for entity in ALL
    }
    return Held(
        cursors,
        places,
        content,
        {(e, i) for e, i, _ in queue},
        {(e, i) for e, i, state in queue if state == "refused"},
        sum(state == "waiting" for _, _, state in queue),
        _wrong_sums(connection),
    )


def _sums(connection: Connection) -> dict[str, list[Any]]:
    found = {
        name: list(connection.exec_driver_sql(f"SELECT * FROM {name} ORDER BY {keys}").fetchall())
        for name, keys in SUMS.items()
    }
    totals = "SELECT student_id, attempts, passed, ms, points FROM student_summary WHERE attempts OR points ORDER BY 1"
    return found | {"student_summary": list(connection.exec_driver_sql(totals).fetchall())}


def _wrong_sums(connection: Connection) -> list[str]:
    """The sums that a recount from the facts gives otherwise."""
    before = _sums(connection)
    recounted_all(connection)
    after = _sums(connection)
    return [f"{name}: kept {before[name]}, counted {after[name]}" for name in before if before[name] != after[name]]


# Kept where it was made, for a centre that is restored; nobody reads it back.
_IN_NO_BUCKET = frozenset({"telemetry_event"})


def mirror_is_the_centre(centre: Centre, account_id: str, token: str, held: Held) -> Breaches:
    """The mirror holds, bucket by bucket and row by row, what the centre gives a mirror that begins afresh."""
    clean = _clean_read(centre, account_id, token)
    yield from (f"bucket {name} is kept and not allowed" for name in held.cursors if name not in clean)
    rows: dict[tuple[str, str], Change] = {}
    for bucket, (head, changes) in clean.items():
        rows.update({(change.entity, change.id): change for change in changes.values()})
        yield from _bucket_fits(bucket, head, changes, held)
    for (entity, row_id), change in rows.items():
        yield from _row_fits(entity, row_id, change, held)
    for entity, kept in held.rows.items():
        if entity in _IN_NO_BUCKET:
            continue
        strangers = [i for i in kept if (entity, i) not in rows and (entity, i) not in held.queued]
        yield from (f"{entity} {row_id} is held and belongs to no bucket" for row_id in strangers)
    if held.waiting:
        yield f"{held.waiting} operations still wait"
    yield from held.wrong_sums


def _bucket_fits(bucket: str, head: BucketPage, changes: dict[tuple[str, str], Change], held: Held) -> Breaches:
    cursor = held.cursors.get(bucket)
    if cursor is None:
        yield f"bucket {bucket} is missing"
        return
    if cursor != (head.head, 0, head.hash, head.count, ""):
        yield f"bucket {bucket}: cursor {cursor}, centre {(head.head, head.hash, head.count)}"
    seqs = {key: change.seq for key, change in changes.items()}
    if held.places[bucket] != seqs:
        odd = set(held.places[bucket].items()) ^ set(seqs.items())
        yield f"bucket {bucket} differs in {sorted(odd)[:4]}"


def _row_fits(entity: str, row_id: str, change: Change, held: Held) -> Breaches:
    mine = held.rows.get(entity, {}).get(row_id)
    if mine is None:
        yield f"{entity} {row_id} is missing"
        return
    theirs = row_of_json(BY_NAME[entity].record, change.body)
    for name, value in theirs.items():
        if name in mine and mine[name] != value and (entity, row_id) not in held.queued:
            yield f"{entity} {row_id}: {name} is {mine[name]!r}, at the centre {value!r}"
    if BY_NAME[entity].kind is Kind.FACT or (entity, row_id) in held.queued:
        return
    if msgspec.json.decode(mine[STAMPS] or "{}") != (change.stamps or {}):
        yield f"{entity} {row_id}: the stamps differ"


def _clean_read(
    centre: Centre, account_id: str, token: str
) -> dict[str, tuple[BucketPage, dict[tuple[str, str], Change]]]:
    device, epoch = centre.machines.device(token), centre.epoch()
    answer = centre.sync.sync(device, SyncRequest(account_id, SCHEMA, epoch))
    found: dict[str, tuple[BucketPage, dict[tuple[str, str], Change]]] = {}
    for name in answer.buckets or ():
        found[name] = (BucketPage(name, 0, 0), {})
    pages = list(answer.pages)
    while pages:
        further = []
        for page in pages:
            changes = found[page.bucket][1]
            changes.update({(c.entity, c.id): c for c in page.changes if not c.gone})
            found[page.bucket] = (page, changes)
            if page.more:
                further.append(Cursor(page.bucket, page.upto))
        pages = list(centre.sync.pull(device, PullRequest(account_id, SCHEMA, epoch, tuple(further))).pages)
    return found


def points_agree(centre: Centre, org_id: str, student_id: str, held: Held) -> Breaches:
    """The total that the student sees is the sum of the centre's lines."""
    with centre.database.reading(org_id) as connection:
        lines: list[Record] = list(Rows(connection, org_id).where(PointsEntry, student_id=student_id))
    total = sum(line.points for line in lines if isinstance(line, PointsEntry))
    kept = sum(row["points"] for row in held.rows["points_entry"].values() if row["student_id"] == student_id)
    if kept != total:
        yield f"points of {student_id}: {kept} here, {total} at the centre"
