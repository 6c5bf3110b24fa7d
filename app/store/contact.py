"""What every answer of the centre says beside its rows: the time, which centre it is, and that all is here now."""

from __future__ import annotations

from typing import NamedTuple

from app.store.cursors import all_cursors, save
from app.store.keeper import Desk, Keeper, Urgency
from app.store.lived import believe
from app.store.machine import note_contact, remember_account
from app.store.mirror import Mirror, MirrorReplaced, rows, state
from app.store.placing import drop_unplaced
from app.store.readings import Account
from app.store.restored import send_unplaced
from app.store.shelf import MACHINE
from app.store.writing import Writing
from domain.records.wire import SyncAnswer

# A clock that is less wrong than this stamps well enough; a correction rewrites the mirror's state.
_WRONG_CLOCK = 1_000_000
# The time of the last contact is written down no more often than this, so that a quiet sync writes nothing.
_CONTACT_NOTED = 5_000_000


class Asked(NamedTuple):
    """For which mirror the centre was asked. The numbers of its operations and its cursors are its own."""

    account_id: str
    mirror_id: str

    def open(self, desk: Desk) -> Mirror:
        """The mirror, while it is still the one. Raises MirrorReplaced."""
        mirror = desk.mirror(self.account_id)
        if mirror.mirror_id != self.mirror_id:
            raise MirrorReplaced
        return mirror


def note_answer(desk: Desk, account_id: str, answer: SyncAnswer, asked_at: int) -> None:
    """The clock is set right; after a restore, all is compared and what the centre has lost is queued."""
    mirror, now = desk.mirror(account_id), desk.now()
    offset = answer.now - (asked_at + now) // 2
    if _known_already(mirror, answer.epoch, offset, now):
        return
    with mirror.writing(durable=False) as writing:
        if abs(offset - mirror.offset) > _WRONG_CLOCK:
            writing.set_state("centre_offset", offset)
            mirror.offset = offset
        epoch = state(writing.connection, "epoch")
        if epoch != answer.epoch:
            writing.set_state("epoch", answer.epoch)
            if epoch is not None:
                _rescan_all(writing)
                send_unplaced(writing, account_id)
        believe(desk, writing, mirror, answer.now)
        note_contact(writing, now)
        writing.changed.add("sync")
    if account_id != MACHINE:
        with desk.mirror(MACHINE).writing(durable=False) as writing:
            note_contact(writing, now)


def up_to_date(*, keeper: Keeper, account_id: str) -> None:
    """Everything that the centre had for this account is here: it can be used with no network from now on."""

    def work(desk: Desk) -> None:
        if (mirror := desk.mirror(account_id)).loose:
            drop_unplaced(mirror)
        with mirror.reading() as connection:
            # A mirror that was made anew since the answer is empty, and ready for nothing.
            heard = state(connection, "last_contact_at") is not None
        if account_id == MACHINE or not heard:
            return
        machine, now = desk.mirror(MACHINE), desk.now()
        with machine.reading() as connection:
            sql = "SELECT last_contact_at FROM local_account WHERE user_id = ?"
            noted = connection.exec_driver_sql(sql, (account_id,)).scalar() or 0
        if not 0 <= now - noted < _CONTACT_NOTED:
            with machine.writing(durable=False) as writing:
                _note_account_contact(writing, account_id, now)

    keeper.submit(work, Urgency.LATER).result()


def _known_already(mirror: Mirror, epoch: str, offset: int, now: int) -> bool:
    with mirror.reading() as connection:
        contact = int(state(connection, "last_contact_at") or 0)
        same = state(connection, "epoch") == epoch
    return same and abs(offset - mirror.offset) <= _WRONG_CLOCK and 0 <= now - contact < _CONTACT_NOTED


def _note_account_contact(writing: Writing, account_id: str, now: int) -> None:
    sql = "UPDATE local_account SET last_contact_at = ? WHERE user_id = ? RETURNING user_id"
    if writing.connection.exec_driver_sql(sql, (now, account_id)).scalar() is None:
        for tile in rows(writing.connection, "SELECT * FROM sign_in_tile WHERE id = ?", account_id):
            names = ("org_id", "role", "display_name", "avatar")
            remember_account(writing, Account(user_id=account_id, **{name: tile[name] for name in names}))
            writing.connection.exec_driver_sql(sql, (now, account_id))


def _rescan_all(writing: Writing) -> None:
    for cursor in all_cursors(writing.connection):
        cursor.begin_again("epoch")
        save(writing.connection, cursor)
