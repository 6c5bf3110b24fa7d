"""What this machine knows about itself: its school, its token for the centre, the accounts that have been here."""

from __future__ import annotations

from concurrent.futures import Future

import msgspec
from sqlalchemy import Connection

from app.store.keeper import Desk, Keeper
from app.store.keys import ENROLMENT
from app.store.mirror import rows, state
from app.store.readings import Account
from app.store.shelf import MACHINE
from app.store.writing import Writing

_TOKEN = "device-token"
# In the machine's mirror: when the school first said that it does not know this machine any more.
ENDED_AT = "ended_at"


class Enrolment(msgspec.Struct, frozen=True, kw_only=True):
    """How this machine belongs to a school. A display also has its class, and the account under which it syncs."""

    device_id: str
    org_id: str
    site_id: str
    machine_name: str
    school_name: str
    centre: str
    class_id: str | None = None
    class_name: str = ""
    kiosk_user_id: str | None = None


def enrolment(*, keeper: Keeper) -> Future[Enrolment | None]:
    """The enrolment, or None while this machine belongs to no school."""

    def work(desk: Desk) -> Enrolment | None:
        with desk.mirror(MACHINE).reading() as connection:
            return enrolment_in(connection)

    return keeper.submit(work)


def enrolment_in(connection: Connection) -> Enrolment | None:
    """The enrolment that the machine's mirror holds."""
    found = state(connection, ENROLMENT)
    return None if found is None else msgspec.json.decode(found, type=Enrolment)


def remember_enrolment(*, keeper: Keeper, enrolment: Enrolment, token: str) -> Future[None]:
    """This machine belongs to a school from now on. The token goes to the key store, never into a mirror."""

    def work(desk: Desk) -> None:
        text = msgspec.json.encode(enrolment).decode()
        desk.secrets.set(_TOKEN, token)
        desk.secrets.set(ENROLMENT, text)
        with desk.mirror(MACHINE).writing() as writing:
            writing.set_state(ENROLMENT, text)
            writing.connection.exec_driver_sql("DELETE FROM mirror_state WHERE name = ?", (ENDED_AT,))
            writing.changed.add(ENROLMENT)
            note_contact(writing, desk.now())
        if enrolment.kiosk_user_id is not None:
            desk.shelf.welcome(enrolment.kiosk_user_id)

    return keeper.submit(work)


def no_longer_known(*, keeper: Keeper, token: str) -> Future[None]:
    """The school does not know this machine any more: the sign-in page offers to add it again. Unsent work stays.

    `token` is what the school has refused: one that was replaced since says nothing of the machine.
    """

    def work(desk: Desk) -> None:
        if desk.secrets.get(_TOKEN) != token:
            return
        with desk.mirror(MACHINE).writing() as writing:
            if state(writing.connection, ENDED_AT) is not None:
                return
            writing.set_state(ENDED_AT, writing.now)
            writing.changed.add(ENROLMENT)
            here = rows(writing.connection, "SELECT user_id FROM local_account WHERE signed_in")
        for row in here:
            # What others have shared is not shown here any more, on the page in front either.
            keeper.announce(row["user_id"], frozenset({"achievement_share"}))

    return keeper.submit(work)


def wants_a_school(*, keeper: Keeper) -> Future[bool]:
    """Whether this machine belongs to no school, or its school does not know it any more."""

    def work(desk: Desk) -> bool:
        with desk.mirror(MACHINE).reading() as connection:
            return enrolment_in(connection) is None or state(connection, ENDED_AT) is not None

    return keeper.submit(work)


def at_home(*, keeper: Keeper) -> Future[tuple[Enrolment, str] | None]:
    """This machine's school and the token by which that knows it, of one moment. None where it belongs to none."""

    def work(desk: Desk) -> tuple[Enrolment, str] | None:
        with desk.mirror(MACHINE).reading() as connection:
            home, token = enrolment_in(connection), token_in(desk)
        return None if home is None or token is None else (home, token)

    return keeper.submit(work)


def device_token(*, keeper: Keeper) -> Future[str | None]:
    """The token by which the centre knows this machine."""
    return keeper.submit(token_in)


def token_in(desk: Desk) -> str | None:
    """The same, for the worker."""
    return desk.secrets.get(_TOKEN)


def note_contact(writing: Writing, at: int) -> None:
    """The centre has answered at `at` (this machine's clock): leases begin anew, and the clock is believed again."""
    writing.set_state("last_contact_at", at)
    writing.set_state("clock_high", at)


def remember_account(
    writing: Writing, account: Account, *, verifier: str | None = None, granted_at: int | None = None
) -> None:
    """Somebody may use this machine; what was known about them before stays where nothing new is given."""
    writing.connection.exec_driver_sql(
        "INSERT INTO local_account (user_id, org_id, role, display_name, avatar, verifier, granted_at, signed_in, "
        "failed) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0) ON CONFLICT (user_id) DO UPDATE SET role = excluded.role, "
        "display_name = excluded.display_name, avatar = excluded.avatar, "
        "verifier = ifnull(excluded.verifier, verifier), granted_at = ifnull(excluded.granted_at, granted_at)",
        (
            account.user_id,
            account.org_id,
            str(account.role),
            account.display_name,
            account.avatar,
            verifier,
            granted_at,
        ),
    )
    writing.changed.add("local_account")
