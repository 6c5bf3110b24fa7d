"""Which deeds could still be told to a centre that was restored: those that a mirror of who did them holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection

from app.store.keeper import Desk
from app.store.readings import Account
from domain.records import BY_NAME, Kind
from domain.records.wire import Op
from local_schema.columns import STAMPS
from workshop.simulator.invariants import Edit, Key
from workshop.simulator.machine import Machine


def out_of_hands(edits: Mapping[Key, Sequence[Edit]], here: Sequence[tuple[Machine, Sequence[Account]]]) -> set[Key]:
    """What was done and no mirror of those who did it holds now, as it was said last.

    A student has left the teacher's class since, say, or a machine has let the account go and another one is behind.
    `here` are the machines and who has used them.
    """
    done: dict[str, dict[Key, Op]] = {}
    for key, some in edits.items():
        for edit in some:
            done.setdefault(edit.account, {})[key] = edit.op
    held: set[Key] = set()
    for machine, accounts in here:
        # To look is no work of this machine's: it cannot die of it.
        left, machine.keeper.pieces_left = machine.keeper.pieces_left, None
        for account in filter(lambda each: machine.has(each.user_id), accounts):
            held |= _in_mirror(machine, account.user_id, done.get(account.user_id, {}))
        machine.keeper.pieces_left = left
    return set(edits) - held


def _in_mirror(machine: Machine, account_id: str, last: Mapping[Key, Op]) -> set[Key]:
    def work(desk: Desk) -> set[Key]:
        with desk.mirror(account_id).reading() as connection:
            queued = {(e, i) for e, i in connection.exec_driver_sql("SELECT entity, id FROM outbox").fetchall()}
            return {key for key, op in last.items() if key in queued or _knows(connection, op)}

    return machine.keeper.submit(work).result()


def _knows(connection: Connection, op: Op) -> bool:
    stamps = "" if BY_NAME[op.entity].kind is Kind.FACT else f", {STAMPS}"
    found = connection.exec_driver_sql(f"SELECT id{stamps} FROM {op.entity} WHERE id = ?", (op.id,)).fetchone()
    if found is None or not stamps:
        return found is not None
    return max(msgspec.json.decode(found[1] or "{}").values(), default="") >= op.stamp
