"""Which accounts of this machine have business with the centre."""

from __future__ import annotations

from concurrent.futures import Future

import msgspec
from sqlalchemy import Connection

from app.store.keeper import Desk, Keeper, Urgency
from app.store.lab_readings import PersonHere
from app.store.machine import Enrolment, enrolment_in
from app.store.mirror import rows, state
from app.store.problems import StoreProblem
from app.store.readings import ERASED
from app.store.replaying import let_go
from app.store.shelf import MACHINE
from domain.music.say import say

# Mirrors of people who may sit down here are kept at most this old, and so many of them are kept.
_STALE_AFTER = 6 * 3600 * 1_000_000
_MOST_WARM = 120
# visibility.md: other people's shares are wiped after 30 days without contact. Looked for once a day.
_OTHERS_KEPT = 30 * 24 * 3600 * 1_000_000
_LOOK_AGAIN = 24 * 3600 * 1_000_000
_OTHERS = (
    ("achievement_share", "student_id"),
    ("comment", "author_id"),
    ("public_profile", "id"),
    ("showcase", "student_id"),
)
_USED = (
    "SELECT user_id, display_name, avatar, last_signed_in_at, signed_in FROM local_account "
    "WHERE last_signed_in_at IS NOT NULL ORDER BY last_signed_in_at DESC, user_id"
)
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
        for user_id in (*known, *present):
            _forget_others(desk, user_id)
        waiting = [user for user in known if user not in present and _waits(desk, user)]
        return Business(
            enrolment=enrolled,
            present=tuple(present),
            waiting=tuple(waiting),
            cold=tuple(user for user in cold if user not in present),
        )

    return keeper.submit(work, Urgency.LATER)


def wipe_account(*, keeper: Keeper, user_id: str) -> Future[None]:
    """Take an account off this machine. Raises StoreProblem while it has work here that the centre has not got.

    What was refused counts, too: nobody could read it again.
    """

    def work(desk: Desk) -> None:
        if (desk.shelf.exists(user_id) and _queued(desk, user_id)) or desk.running.unfinished(user_id):
            raise StoreProblem(say("This person has work on this computer that is not at the school yet."))
        _wipe(desk, user_id)

    return keeper.submit(work)


def people_here(desk: Desk) -> tuple[PersonHere, ...]:
    """Who has used this machine, the latest first."""
    with desk.mirror(MACHINE).reading() as connection:
        found = rows(connection, _USED)
    return tuple(
        PersonHere(
            user_id=row["user_id"],
            display_name=row["display_name"],
            avatar=row["avatar"],
            last_signed_in_at=row["last_signed_in_at"],
            waits=_waits(desk, row["user_id"]),
            present=bool(row["signed_in"]),
        )
        for row in found
    )


def erase_account(*, keeper: Keeper, user_id: str) -> Future[None]:
    """The school has deleted this person for good: so does this machine, with whatever was not sent.

    Whoever shows them is told `ERASED`.
    """

    def work(desk: Desk) -> None:
        _wipe(desk, user_id)
        keeper.announce(user_id, frozenset({ERASED}))

    return keeper.submit(work)


def _wipe(desk: Desk, user_id: str) -> None:
    desk.running.forget(user_id)
    desk.shelf.wipe(user_id)
    for known in (desk.contacts, desk.figures, desk.waiting, desk.seen, desk.looked_through):
        known.pop(user_id, None)
    with desk.mirror(MACHINE).writing() as writing:
        writing.connection.exec_driver_sql("DELETE FROM local_account WHERE user_id = ?", (user_id,))
        writing.changed.add("local_account")


def _forget_others(desk: Desk, account_id: str) -> None:
    """After 30 days without contact, wipe what other people have shared: it may long have been taken back."""
    if desk.now() < desk.looked_through.get(account_id, 0) or not desk.shelf.exists(account_id):
        return
    desk.looked_through[account_id] = desk.now() + _LOOK_AGAIN
    mirror = desk.mirror(account_id)
    with mirror.writing(durable=False) as writing:
        let_go(writing.connection, desk.now())
    with mirror.reading() as connection:
        contact = state(connection, "last_contact_at")
    if contact is None or desk.now() - int(contact) <= _OTHERS_KEPT:
        return
    with mirror.writing() as writing:
        for entity, owner in _OTHERS:
            found = writing.connection.exec_driver_sql(f"SELECT id FROM {entity} WHERE {owner} <> ?", (account_id,))
            writing.remove(entity, list(found.scalars()))
        # At the next contact every bucket is read again, and brings what is still shared.
        writing.connection.exec_driver_sql(
            "UPDATE bucket_cursor SET seq = 0, back = 0, hash = 0, count = 0, generation = generation + 1, "
            "rescan = 'hash'"
        )


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


def _queued(desk: Desk, account_id: str) -> bool:
    with desk.mirror(account_id).reading() as connection:
        return connection.exec_driver_sql("SELECT 1 FROM outbox LIMIT 1").scalar() is not None


def _count(desk: Desk, account_id: str) -> int:
    with desk.mirror(account_id).reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM outbox WHERE state = 'waiting'").scalar_one())
