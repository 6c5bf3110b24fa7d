"""Which deeds could still be told to a centre that was restored: those that a mirror of who did them holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from app.store.keeper import Desk
from app.store.readings import Account
from workshop.simulator.invariants import Edit, Key
from workshop.simulator.machine import Machine


def out_of_hands(edits: Mapping[Key, Sequence[Edit]], here: Sequence[tuple[Machine, Sequence[Account]]]) -> set[Key]:
    """What was done that no mirror of those who did it holds now: a student has left the teacher's class since, say.

    `here` are the machines and who has used them.
    """
    done: dict[str, set[Key]] = {}
    for key, some in edits.items():
        for edit in some:
            done.setdefault(edit.account, set()).add(key)
    held: set[Key] = set()
    for machine, accounts in here:
        # To look is no work of this machine's: it cannot die of it.
        left, machine.keeper.pieces_left = machine.keeper.pieces_left, None
        for account in accounts:
            held |= _in_mirror(machine, account.user_id, done.get(account.user_id, set()))
        machine.keeper.pieces_left = left
    return set(edits) - held


def _in_mirror(machine: Machine, account_id: str, keys: Collection[Key]) -> set[Key]:
    def work(desk: Desk) -> set[Key]:
        with desk.mirror(account_id).reading() as connection:
            queued = {(e, i) for e, i in connection.exec_driver_sql("SELECT entity, id FROM outbox").fetchall()}
            found = {
                (name, row_id)
                for name, row_id in keys
                if connection.exec_driver_sql(f"SELECT 1 FROM {name} WHERE id = ?", (row_id,)).scalar()
            }
            return found | queued & set(keys)

    return machine.keeper.submit(work).result()
