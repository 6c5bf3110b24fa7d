"""The computers and displays of a teacher's school and what each last said, read from the mirror: no network needed."""

from __future__ import annotations

from concurrent.futures import Future

from sqlalchemy import Connection

from app.store.accounts import people_here, wipe_account
from app.store.keeper import Desk, Keeper
from app.store.lab_readings import Lab, LabMachine, PersonHere
from app.store.machine import enrolment_in
from app.store.mirror import rows, state
from app.store.people import must_be_staff
from app.store.problems import StoreProblem
from app.store.readings import Account
from app.store.shelf import MACHINE
from domain.music.say import say

_MACHINES = (
    "SELECT m.id, m.machine_name, m.purpose, ifnull(c.class_name, '') AS class_name, m.last_contact_at, m.waiting "
    "FROM machine AS m LEFT JOIN school_class AS c ON c.id = m.class_id WHERE m.revoked_at IS NULL "
    "ORDER BY m.last_contact_at IS NOT NULL, m.last_contact_at, m.machine_name, m.id"
)


def lab(*, keeper: Keeper, account: Account) -> Future[Lab]:
    """Every machine that is in use. Raises StoreProblem for everybody but staff."""
    must_be_staff(account)

    def work(desk: Desk) -> Lab:
        with desk.mirror(MACHINE).reading() as connection:
            home = enrolment_in(connection)
        people = people_here(desk)
        with desk.mirror(account.user_id).reading() as connection:
            return _lab(connection, home.device_id if home is not None else None, people)

    return keeper.submit(work)


def take_off(*, keeper: Keeper, account: Account, user_id: str) -> Future[None]:
    """Delete somebody's copy on this computer. What is theirs stays at the school, and they may sign in again.

    Raises StoreProblem for everybody but staff, for oneself, and while something of theirs is here alone.
    """
    must_be_staff(account)
    if user_id == account.user_id:
        raise StoreProblem(say("Sign out first; then somebody else can take you off this computer."))
    return wipe_account(keeper=keeper, user_id=user_id)


def _lab(connection: Connection, this: str | None, people: tuple[PersonHere, ...]) -> Lab:
    contact = state(connection, "last_contact_at")
    machines = tuple(
        LabMachine(
            device_id=row["id"],
            machine_name=row["machine_name"],
            is_display=row["purpose"] == "display",
            class_name=row["class_name"],
            last_contact_at=row["last_contact_at"],
            waiting=row["waiting"],
            is_this=row["id"] == this,
        )
        for row in rows(connection, _MACHINES)
    )
    return Lab(machines=machines, fresh_at=None if contact is None else int(contact), people=people)
