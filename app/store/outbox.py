"""What waits for the centre, what it refused, and how this account stands with it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

import msgspec
from sqlalchemy import Connection

from app.store.asking import done, done_for_each, fetched, value
from app.store.keeper import Desk, Keeper, Urgency
from app.store.mirror import Mirror, rows, state
from app.store.placing import let_go, note_taken
from app.store.readings import Account, RefusedOp, SyncStanding, SyncState
from app.store.restored import send_whole
from app.store.writing import Writing, in_pages, marks
from domain.music.say import Say, say
from domain.records import BY_NAME
from domain.records.stamps import is_ahead
from domain.records.wire import (
    MOST_OPS,
    MOST_PUSH_BYTES,
    SCHEMA,
    Cursor,
    Op,
    OpVerdict,
    Outcome,
    PullRequest,
    SyncRequest,
    Verb,
)
from local_schema.columns import STAMPS

# The centre's word for an edit of what it has not got: after a restored backup, a row may come after its edit.
NOTHING_THERE = "nothing_there"
# The fields that name what something is about.
_ABOUT = ("target_id", "share_id", "attempt_id", "to_user_id")
# The fields in which people write, of all entities.
_WORDS = ("text", "message", "bio_text", "title_text", "display_name", "name", "note")
# What was refused and whose fields a later word on the same row, one of those taken now, has all written anew. A row
# itself is overtaken by the whole row only: else it would be sent again, as it once was, to a centre that was restored.
_OVERTAKEN = (
    "DELETE FROM outbox AS old WHERE old.state = 'refused' AND EXISTS (SELECT 1 FROM outbox AS new "
    "WHERE new.dev_seq IN ({taken}) AND new.state = 'waiting' AND new.entity = old.entity AND new.id = old.id "
    "AND new.dev_seq > old.dev_seq AND (old.verb = 'edit' OR new.verb = 'add') "
    "AND NOT EXISTS (SELECT 1 FROM json_each(CAST(old.body AS TEXT)) AS field "
    "WHERE field.key NOT IN (SELECT key FROM json_each(CAST(new.body AS TEXT)))))"
)
# What one operation takes on the wire beside its body.
_OP_OVERHEAD = 120


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """What the road to the centre last said about an account. Kept in memory: after a start nothing is known."""

    sending: bool = False
    progress: tuple[int, int] | None = None
    problem: Say | None = None


def sync_state(*, keeper: Keeper, account: Account) -> Future[SyncState]:
    """The small always-visible state, and what the sync page lists."""

    def work(desk: Desk) -> SyncState:
        contact = desk.contacts.get(account.user_id, Contact())
        with desk.mirror(account.user_id).reading() as connection:
            return _standing(connection, contact)

    return keeper.submit(work)


def tell_contact(*, keeper: Keeper, account_id: str, contact: Contact) -> Future[None]:
    """The road says how it goes; whoever shows the state hears of it as a change of `sync`."""

    def work(desk: Desk) -> None:
        if desk.contacts.get(account_id) != contact:
            desk.contacts[account_id] = contact
            keeper.announce(account_id, frozenset({"sync"}))

    # Nobody has asked for it: else all that the road does would count as somebody being at work.
    return keeper.submit(work, Urgency.LATER)


def _standing(connection: Connection, contact: Contact) -> SyncState:
    # The log of events is nobody's work: what is told is what somebody has done.
    waiting = value(connection, "SELECT count(*) FROM outbox WHERE state = 'waiting' AND entity <> 'telemetry_event'")
    refused = rows(connection, "SELECT * FROM outbox WHERE state = 'refused' ORDER BY dev_seq")
    last_contact = state(connection, "last_contact_at")
    return SyncState(
        standing=_which(waiting, bool(refused), contact, last_contact is not None),
        waiting=waiting,
        refused=tuple(_refused(row) for row in refused),
        last_contact_at=None if last_contact is None else int(last_contact),
        progress=contact.progress,
        problem=contact.problem,
        older=_older(connection),
    )


def _older(connection: Connection) -> int | None:
    """How much of what is older has come, in percent; None where none is on its way."""
    seq, back = fetched(connection, "SELECT sum(seq), sum(back) FROM bucket_cursor")[0]
    return 100 * (seq - back) // seq if back else None


def _which(waiting: int, refused: bool, contact: Contact, met: bool) -> SyncStanding:
    if contact.problem is not None or not met:
        return SyncStanding.NO_CONTACT
    if contact.sending and waiting:
        return SyncStanding.SENDING
    if refused:
        return SyncStanding.REFUSED
    return SyncStanding.WAITING if waiting else SyncStanding.ALL_AT_SCHOOL


def _refused(row: Any) -> RefusedOp:
    return RefusedOp(
        dev_seq=row["dev_seq"],
        entity=row["entity"],
        what=_what(row["entity"], row["verb"]),
        words=_own_words(row["body"]),
        why=row["text"] or "",
        code=row["code"] or "",
        refused_at=row["at"],
    )


def _own_words(body: bytes | str) -> str:
    fields = msgspec.json.decode(body)
    return next((fields[name] for name in _WORDS if isinstance(fields.get(name), str) and fields[name]), "")


def _what(entity: str, verb: str) -> Say:
    names = {
        "student_attempt": say("A game you played"),
        "performance": say("The notes of a game you played"),
        "step_done": say("A finished step"),
        "achievement_share": say("Something you shared"),
        "social_engagement": say("A reaction"),
        "comment": say("A comment"),
        "public_profile": say("Your profile"),
        "showcase": say("A showcase"),
        "sharing_preferences": say("Your settings"),
        "message": say("A message"),
        "student_assignment": say("An assignment"),
        "attempt_review": say("Your word about something that was played"),
        "custom_sequence": say("A pathway of your own"),
        "student_group": say("A group of students"),
        "class_policy": say("A rule of a class"),
        "sharing_override": say("A rule for a student"),
        "guardian_limit": say("A family rule"),
        "moderation_action": say("A decision about an item"),
    }
    return names.get(entity) or (say("A change") if verb == Verb.EDIT else say("An entry"))


# -- the road's side


def next_request(*, keeper: Keeper, account_id: str) -> Future[SyncRequest]:
    """What to send next: the operations that wait, as many as one push takes, most urgent first, and all cursors."""

    def work(desk: Desk) -> SyncRequest:
        mirror = desk.mirror(account_id)
        with mirror.reading() as connection:
            waiting = value(connection, "SELECT count(*) FROM outbox WHERE state = 'waiting'")
            return SyncRequest(
                account=account_id,
                schema=SCHEMA,
                epoch=state(connection, "epoch") or "",
                ops=_batch(connection),
                cursors=_cursors(connection),
                waiting=waiting,
                mirror=mirror.mirror_id,
                newest=True,
            )

    return keeper.submit(work, Urgency.LATER)


def next_pull(*, keeper: Keeper, account_id: str, buckets: Sequence[str]) -> Future[PullRequest]:
    """What to ask for next of buckets that have more."""

    def work(desk: Desk) -> PullRequest:
        with desk.mirror(account_id).reading() as connection:
            epoch = state(connection, "epoch") or ""
            cursors = tuple(cursor for cursor in _cursors(connection) if cursor.bucket in buckets)
            return PullRequest(account_id, SCHEMA, epoch, cursors, newest=True)

    return keeper.submit(work, Urgency.LATER)


def waits(*, keeper: Keeper, account_id: str) -> Future[bool]:
    """Whether something of the account is to be sent."""

    def work(desk: Desk) -> bool:
        with desk.mirror(account_id).reading() as connection:
            return bool(fetched(connection, "SELECT 1 FROM outbox WHERE state = 'waiting' LIMIT 1"))

    return keeper.submit(work, Urgency.LATER)


def _batch(connection: Connection) -> tuple[Op, ...]:
    found = connection.exec_driver_sql(
        "SELECT dev_seq, entity, verb, id, stamp, body FROM outbox WHERE state = 'waiting' "
        "ORDER BY priority, dev_seq LIMIT ?",
        (MOST_OPS,),
    )
    ops: list[Op] = []
    size = 0
    for dev_seq, entity, verb, row_id, stamp, body in found:
        size += len(body) + _OP_OVERHEAD
        if ops and size > MOST_PUSH_BYTES:
            break
        ops.append(Op(dev_seq, entity, Verb(verb), row_id, stamp, msgspec.Raw(body)))
    found.close()
    return tuple(ops)


def _cursors(connection: Connection) -> tuple[Cursor, ...]:
    # A bucket that is being compared never fits, or one that the centre holds nothing of, or one that was read to its
    # end by a program that was killed then, would never be compared to its end.
    sql = "SELECT bucket, seq, hash, iif(rescan = '', count, -1), back FROM bucket_cursor ORDER BY bucket"
    return tuple(Cursor(*row) for row in fetched(connection, sql))


def settle(mirror: Mirror, writing: Writing, verdicts: Sequence[OpVerdict]) -> None:
    """The centre has answered: what it has leaves the outbox, what it refused is kept with the reason."""
    if not verdicts:
        return
    unplaced = _take_out(writing, [v.dev_seq for v in verdicts if v.outcome is not Outcome.REFUSED])
    _keep_refused(writing, mirror.account_id, [v for v in verdicts if v.outcome is Outcome.REFUSED])
    writing.changed.add("outbox")
    _forget_what_is_sent(writing)
    mirror.loose = mirror.loose or unplaced


def _forget_what_is_sent(writing: Writing) -> None:
    if value(writing.connection, "SELECT 1 FROM outbox WHERE state = 'waiting' LIMIT 1") is None:
        writing.everything_is_sent()


def _take_out(writing: Writing, taken: Sequence[int]) -> bool:
    """What the centre has leaves the outbox. Whether it is to be seen yet where that belongs now."""
    out: list[tuple[str, str, str]] = []
    for some in in_pages(taken):
        _overtaken(writing, some)
        which = f"dev_seq IN ({marks(len(some))}) AND state = 'waiting'"
        sql = f"DELETE FROM outbox WHERE {which} RETURNING entity, id, stamp"
        out += [(entity, row_id, at) for entity, row_id, at in fetched(writing.connection, sql, tuple(some))]
    for entity, row_id, stamp in out:
        if is_ahead(stamp, writing.now):
            writing.count_as_made_now(entity, row_id, stamp)
    return note_taken(writing, [(entity, row_id) for entity, row_id, _ in out])


def _keep_refused(writing: Writing, account_id: str, verdicts: Sequence[OpVerdict]) -> None:
    refused = [
        (v.code, v.text, writing.now, v.dev_seq)
        for v in verdicts
        if not (v.code == NOTHING_THERE and send_whole(writing, account_id, v.dev_seq))
    ]
    if refused:
        sql = "UPDATE outbox SET state = 'refused', code = ?, text = ?, at = ? WHERE dev_seq = ?"
        done_for_each(writing.connection, sql, refused)


def _overtaken(writing: Writing, taken: Sequence[int]) -> None:
    """A later edit of the same row was taken: what was refused of it before needs nobody any more."""
    done(writing.connection, _OVERTAKEN.format(taken=marks(len(taken))), tuple(taken))


def send_what_it_is_about(writing: Writing, arrived: Sequence[str]) -> None:
    """Rows have come that something was about which the centre refused because they were not there: it goes again.

    So it is after a restored backup, when a decision or a reaction reaches the centre before what it is about.
    """
    sql = "SELECT dev_seq, body FROM outbox WHERE state = 'refused' AND verb = 'add' AND code = ?"
    for dev_seq, body in writing.connection.exec_driver_sql(sql, (NOTHING_THERE,)).fetchall():
        fields = msgspec.json.decode(body)
        if not {fields.get(name) for name in _ABOUT}.isdisjoint(arrived):
            writing.renumber(dev_seq)


def discard_refused(*, keeper: Keeper, account: Account, dev_seq: int) -> Future[None]:
    """Give up something that the centre refused: what it changed here is put back."""

    def work(desk: Desk) -> None:
        with desk.mirror(account.user_id).writing() as writing:
            sql = "DELETE FROM outbox WHERE dev_seq = ? AND state = 'refused' RETURNING entity, verb, id, stamp, undo"
            for entity, verb, row_id, stamp, undo in fetched(writing.connection, sql, (dev_seq,)):
                if verb == Verb.EDIT:
                    _put_back(writing, entity, row_id, stamp, undo)
                if entity in BY_NAME:
                    writing.remove(entity, let_go(writing.connection, entity, [row_id]))
            writing.changed.add("outbox")
            _forget_what_is_sent(writing)

    return keeper.submit(work)


def send_refused_again(*, keeper: Keeper, account: Account, dev_seq: int) -> Future[None]:
    """Ask the centre once more, for instance after a teacher has changed something."""

    def work(desk: Desk) -> None:
        with desk.mirror(account.user_id).writing() as writing:
            sql = "SELECT entity, id FROM outbox WHERE dev_seq = ? AND state = 'refused'"
            if fetched(writing.connection, sql, (dev_seq,)):
                writing.renumber(dev_seq)

    return keeper.submit(work)


def _put_back(writing: Writing, entity: str, row_id: str, stamp: str, undo: str | None) -> None:
    row = writing.one(entity, row_id)
    if row is None or undo is None:
        return
    before = msgspec.json.decode(undo)
    stamps = msgspec.json.decode(row[STAMPS] or "{}")
    mine = [name for name in before["fields"] if stamps.get(name) == stamp]
    stamps.update({name: before["stamps"][name] for name in mine})
    fields = {name: before["fields"][name] for name in mine}
    writing.replace(entity, [{**row, **fields, STAMPS: msgspec.json.encode(stamps).decode()}])
