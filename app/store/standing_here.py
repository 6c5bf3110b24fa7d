"""What the school has changed about a person while they are signed in here: put on hold, or given another role."""

from __future__ import annotations

from concurrent.futures import Future

import msgspec

from app.store.keeper import Desk, Keeper
from app.store.mirror import rows
from app.store.readings import ON_HOLD, Account
from app.store.shelf import MACHINE
from domain.records.identity import AccessRole

# Nobody is signed in as them, and nobody signs in without asking the school.
_HOLD = (
    "UPDATE local_account SET signed_in = 0, verifier = NULL, granted_at = NULL "
    "WHERE user_id = ? AND (signed_in OR verifier IS NOT NULL)"
)


def put_on_hold(*, keeper: Keeper, user_id: str) -> Future[None]:
    """The school has suspended this person, or they have left it.

    What is not sent yet stays for the day on which they are let in again. Whoever shows them is told `ON_HOLD`.
    """

    def work(desk: Desk) -> None:
        if desk.here is not None and desk.here.account.user_id == user_id:
            desk.here = None
        with desk.mirror(MACHINE).writing() as writing:
            if writing.connection.exec_driver_sql(_HOLD, (user_id,)).rowcount:
                writing.changed.add("local_account")
        keeper.announce(user_id, frozenset({ON_HOLD}))

    return keeper.submit(work)


def account_now(*, keeper: Keeper, account: Account) -> Future[Account]:
    """The account with the role that the school gives it now; as it is, where this mirror does not know better."""

    def work(desk: Desk) -> Account:
        with desk.mirror(account.user_id).reading() as connection:
            found = rows(connection, "SELECT role FROM member WHERE id = ?", account.user_id)
        role = AccessRole(found[0]["role"]) if found else account.role
        if role is account.role:
            return account
        with desk.mirror(MACHINE).writing() as writing:
            sql = "UPDATE local_account SET role = ? WHERE user_id = ?"
            writing.connection.exec_driver_sql(sql, (role.value, account.user_id))
        return msgspec.structs.replace(account, role=role)

    return keeper.submit(work)
