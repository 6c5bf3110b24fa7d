"""Which accounts of this machine have business with the centre."""

from __future__ import annotations

from concurrent.futures import Future
from contextlib import suppress
from functools import partial

import msgspec
from sqlalchemy import Connection

from app.store.going_on import let_old_go
from app.store.keeper import Desk, Keeper, Urgency
from app.store.lab_readings import PersonHere
from app.store.machine import Enrolment, enrolment_in, token_in
from app.store.mirror import rows, state
from app.store.problems import StoreProblem
from app.store.readings import ERASED
from app.store.replaying import let_go
from app.store.shelf import MACHINE
from app.store.signing_in import remember_who_is_here
from app.store.wiping import finish_wipes, wipe
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
    token: str | None = None
    present: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    cold: tuple[str, ...] = ()


def business(*, keeper: Keeper) -> Future[Business]:
    """The accounts in the order in which the road should take them."""

    def work(desk: Desk) -> Business:
        remember_who_is_here(desk)
        with desk.mirror(MACHINE).reading() as connection:
            enrolled = enrolment_in(connection)
            token = token_in(desk)
            present = _present(connection, enrolled)
            known = _known(connection)
            cold = _cold(connection, desk.now())
        waiting = [user for user in known if user not in present and _waits(desk, user)]
        return Business(
            enrolment=enrolled,
            token=token,
            present=tuple(present),
            waiting=tuple(waiting),
            cold=tuple(user for user in cold if user not in present),
        )

    return keeper.submit(work, Urgency.LATER)


def look_through(*, keeper: Keeper) -> None:
    """Once a day: what must not be kept any longer goes. For the road's thread.

    One mirror at a time, behind other work; one that cannot be opened holds up none of the others.
    """
    for account_id in keeper.submit(_to_look_through, Urgency.LATER).result():
        with suppress(StoreProblem):
            keeper.submit(partial(_look_through, account_id=account_id), Urgency.LATER).result()


def _to_look_through(desk: Desk) -> list[str]:
    finish_wipes(desk)
    with desk.mirror(MACHINE).reading() as connection:
        accounts = dict.fromkeys((*_known(connection), *_present(connection, enrolment_in(connection))))
    return [account for account in accounts if desk.now() >= desk.looked_through.get(account, 0)]


def _look_through(desk: Desk, account_id: str) -> None:
    if desk.shelf.exists(account_id):
        desk.looked_through[account_id] = desk.now() + _LOOK_AGAIN
        desk.shelf.forget_copies(account_id, desk.now() - _OTHERS_KEPT)
        let_old_go(desk, account_id)
        _forget_others(desk, account_id)
        _waits(desk, account_id)


def invite(*, keeper: Keeper, user_id: str) -> Future[None]:
    """The road is about to ask for somebody of this school: their mirror may be made, also where it was taken off."""
    return keeper.submit(lambda desk: desk.shelf.welcome(user_id), Urgency.LATER)


def wipe_account(*, keeper: Keeper, user_id: str) -> Future[None]:
    """Take an account off this machine. Raises StoreProblem while it has work here that the centre has not got.

    What was refused counts, too: nobody could read it again.
    """

    def work(desk: Desk) -> None:
        if (desk.shelf.exists(user_id) and _queued(desk, user_id)) or desk.running.unfinished(user_id):
            raise StoreProblem(say("This person has work on this computer that is not at the school yet."))
        wipe(desk, user_id)

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
        try:
            wipe(desk, user_id)
        finally:
            keeper.announce(user_id, frozenset({ERASED}))

    return keeper.submit(work)


def _forget_others(desk: Desk, account_id: str) -> None:
    """After 30 days without contact, wipe what other people have shared: it may long have been taken back."""
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
            "rescan = iif(rescan = 'epoch', rescan, 'hash')"
        )


def _present(connection: Connection, enrolled: Enrolment | None) -> list[str]:
    if enrolled is not None and enrolled.kiosk_user_id is not None:
        return [enrolled.kiosk_user_id]
    return [row["user_id"] for row in rows(connection, "SELECT user_id FROM local_account WHERE signed_in")]


def _known(connection: Connection) -> list[str]:
    return [row["user_id"] for row in rows(connection, "SELECT user_id FROM local_account ORDER BY user_id")]


def _cold(connection: Connection, now: int) -> list[str]:
    warm = "SELECT count(*) FROM local_account WHERE last_contact_at >= ?"
    there = connection.exec_driver_sql(warm, (now - _STALE_AFTER,)).scalar_one()
    return [row["id"] for row in rows(connection, _COLD, now - _STALE_AFTER, max(0, _MOST_WARM - there))]


def _waits(desk: Desk, account_id: str) -> bool:
    """Whether something is to be sent. What cannot be opened now says nothing, and holds up nobody else."""
    if account_id not in desk.waiting:
        with suppress(StoreProblem):
            desk.waiting[account_id] = _count(desk, account_id) if desk.shelf.exists(account_id) else 0
    return desk.waiting.get(account_id, 0) > 0


def _queued(desk: Desk, account_id: str) -> bool:
    with desk.mirror(account_id).reading() as connection:
        return connection.exec_driver_sql("SELECT 1 FROM outbox LIMIT 1").scalar() is not None


def _count(desk: Desk, account_id: str) -> int:
    with desk.mirror(account_id).reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM outbox WHERE state = 'waiting'").scalar_one())
