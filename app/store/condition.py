"""In which condition the mirrors of this machine are, in numbers: for the support report. Nothing of a person."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import msgspec
from sqlalchemy import Connection

from app.store.keeper import Desk, Keeper, Urgency
from app.store.machine import ENDED_AT, Enrolment, enrolment_in
from app.store.mirror import rows, state
from app.store.problems import StoreProblem
from app.store.shelf import MACHINE
from local_schema.opening import BESIDE

# Tables whose counts say how large a mirror is; none of them says who somebody is.
_COUNTED = ("student_attempt", "performance", "achievement_share", "bucket_row", "outbox")

_WAITING = "SELECT entity, count(*) FROM outbox WHERE state = 'waiting' GROUP BY entity"
_REFUSED = "SELECT entity || ' ' || code, count(*) FROM outbox WHERE state = 'refused' GROUP BY 1"


class MirrorCondition(msgspec.Struct, frozen=True, kw_only=True):
    """One mirror, by a number that means nothing elsewhere. Times in microseconds, sizes in bytes."""

    number: int
    role: str
    size: int
    rows: Mapping[str, int]
    waiting: Mapping[str, int]
    refused: Mapping[str, int]
    last_contact_at: int | None
    buckets: int
    comparing: int
    problem: str = ""


class Condition(msgspec.Struct, frozen=True, kw_only=True):
    """The machine and its mirrors. `key_store` says whether the operating system's is used."""

    device_id: str
    centre: str
    is_display: bool
    ended: bool
    key_store: bool
    set_aside: int
    mirrors: tuple[MirrorCondition, ...]


def condition(*, keeper: Keeper) -> Condition:
    """Look at every mirror, one after the other behind other work; one that cannot be opened hides none of the others.

    Waits: not for the screen's thread.
    """
    home, ended, there = keeper.submit(_who_is_here, Urgency.LATER).result()
    looks = (partial(_of_mirror, number=n, account=account, role=role) for n, (account, role) in enumerate(there, 1))
    mirrors = tuple(keeper.submit(look, Urgency.LATER).result() for look in looks)
    return Condition(
        device_id=home.device_id if home else "",
        centre=home.centre if home else "",
        is_display=home is not None and home.class_id is not None,
        ended=ended,
        key_store=keeper.secrets.notice is None,
        set_aside=sum(1 for each in keeper.folder.glob("*.mirror.damaged-*") if not each.name.endswith(BESIDE)),
        mirrors=mirrors,
    )


def _who_is_here(desk: Desk) -> tuple[Enrolment | None, bool, list[tuple[str, str]]]:
    with desk.mirror(MACHINE).reading() as connection:
        home, ended = enrolment_in(connection), state(connection, ENDED_AT) is not None
        accounts = rows(connection, "SELECT user_id, role FROM local_account ORDER BY user_id")
    known = [(MACHINE, "machine"), *((row["user_id"], row["role"]) for row in accounts)]
    return home, ended, [(account, role) for account, role in known if desk.shelf.exists(account)]


def _of_mirror(desk: Desk, number: int, account: str, role: str) -> MirrorCondition:
    path = desk.shelf.place(account, ".mirror")
    size = sum(each.stat().st_size for each in path.parent.glob(f"{path.name}*"))
    try:
        with desk.mirror(account).reading() as connection:
            return _opened(connection, number, role, size)
    except StoreProblem as problem:
        nothing: dict[str, int] = {}
        return MirrorCondition(
            number=number, role=role, size=size, rows=nothing, waiting=nothing, refused=nothing,
            last_contact_at=None, buckets=0, comparing=0, problem=problem.say.text,
        )  # fmt: skip


def _opened(connection: Connection, number: int, role: str, size: int) -> MirrorCondition:
    contact = state(connection, "last_contact_at")
    counted = {table: _number(connection, f"SELECT count(*) FROM {table}") for table in _COUNTED}
    return MirrorCondition(
        number=number,
        role=role,
        size=size,
        rows=counted,
        waiting=_by(connection, _WAITING),
        refused=_by(connection, _REFUSED),
        last_contact_at=None if contact is None else int(contact),
        buckets=_number(connection, "SELECT count(*) FROM bucket_cursor"),
        comparing=_number(connection, "SELECT count(*) FROM bucket_cursor WHERE rescan <> ''"),
    )


def _number(connection: Connection, sql: str) -> int:
    return int(connection.exec_driver_sql(sql).scalar_one())


def _by(connection: Connection, sql: str) -> dict[str, int]:
    return {str(name): int(number) for name, number in connection.exec_driver_sql(sql)}
