"""Which accounts of this machine have business with the centre."""

from __future__ import annotations

from concurrent.futures import Future

import msgspec
from sqlalchemy import Connection

from app.store.keeper import Desk, Keeper, Urgency
from app.store.machine import Enrolment, enrolment_in
from app.store.mirror import rows
from app.store.shelf import MACHINE

# Mirrors of people who may sit down here are kept at most this old, and so many of them are kept.
_STALE_AFTER = 6 * 3600 * 1_000_000
_MOST_WARM = 120
_COLD = (
    "SELECT t.id FROM sign_in_tile AS t LEFT JOIN local_account AS a ON a.user_id = t.id "
    "WHERE t.role IN ('student', 'generic_student') AND t.status = 'active' AND ifnull(a.last_contact_at, 0) < ? "
    "ORDER BY ifnull(a.last_signed_in_at, 0) DESC, ifnull(a.last_contact_at, 0), t.id LIMIT ?"
)


class Business(msgspec.Struct, frozen=True, kw_only=True):
    """Whom the road has to speak for: those present, those with unsent work, and those whose mirror is out of date."""

    enrolment: Enrolment | None
    present: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    cold: tuple[str, ...] = ()


def business(*, keeper: Keeper) -> Future[Business]:
    """The accounts in the order in which the road should take them."""

    def work(desk: Desk) -> Business:
        with desk.mirror(MACHINE).reading() as connection:
            enrolled = enrolment_in(connection)
            present = _present(connection, enrolled)
            known = [row["user_id"] for row in rows(connection, "SELECT user_id FROM local_account")]
            cold = _cold(connection, desk.now())
        waiting = [user for user in known if user not in present and _waits(desk, user)]
        return Business(
            enrolment=enrolled,
            present=tuple(present),
            waiting=tuple(waiting),
            cold=tuple(user for user in cold if user not in present),
        )

    return keeper.submit(work, Urgency.LATER)


def _present(connection: Connection, enrolled: Enrolment | None) -> list[str]:
    if enrolled is not None and enrolled.kiosk_user_id is not None:
        return [enrolled.kiosk_user_id]
    return [row["user_id"] for row in rows(connection, "SELECT user_id FROM local_account WHERE signed_in")]


def _cold(connection: Connection, now: int) -> list[str]:
    warm = "SELECT count(*) FROM local_account WHERE last_contact_at >= ?"
    there = connection.exec_driver_sql(warm, (now - _STALE_AFTER,)).scalar_one()
    return [row["id"] for row in rows(connection, _COLD, now - _STALE_AFTER, max(0, _MOST_WARM - there))]


def _waits(desk: Desk, account_id: str) -> bool:
    if account_id not in desk.waiting:
        desk.waiting[account_id] = _count(desk, account_id) if desk.shelf.exists(account_id) else 0
    return desk.waiting[account_id] > 0


def _count(desk: Desk, account_id: str) -> int:
    with desk.mirror(account_id).reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM outbox WHERE state = 'waiting'").scalar_one())
