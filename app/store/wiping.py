"""An account leaves this machine with all its files.

That is noted before the first of them goes: what a power cut or a file that is held open has left is removed later.
"""

from __future__ import annotations

from contextlib import suppress

from app.store.keeper import Desk
from app.store.mirror import rows
from app.store.shelf import MACHINE

_WIPING = "wiping:"
_BEGUN = f"SELECT name FROM mirror_state WHERE name LIKE '{_WIPING}%' ORDER BY name"


def wipe(desk: Desk, user_id: str) -> None:
    """Remove everything of an account. Raises StoreProblem or OSError where a file does not go yet."""
    with desk.mirror(MACHINE).writing() as writing:
        writing.set_state(f"{_WIPING}{user_id}", 1)
    _finish(desk, user_id)


def being_wiped(desk: Desk) -> list[str]:
    """The accounts of which something is left to be removed."""
    with desk.mirror(MACHINE).reading() as connection:
        return [row["name"].removeprefix(_WIPING) for row in rows(connection, _BEGUN)]


def finish_wipe(desk: Desk, user_id: str) -> None:
    """Remove what is left of an account that was being wiped; nothing, where it was not. Raises as `wipe` does."""
    if user_id in being_wiped(desk):
        _finish(desk, user_id)


def finish_wipes(desk: Desk) -> None:
    """Remove what is left of all accounts that were being wiped; what does not go yet is tried again another time."""
    for user_id in being_wiped(desk):
        with suppress(OSError):
            _finish(desk, user_id)


def _finish(desk: Desk, user_id: str) -> None:
    desk.running.forget(user_id)
    desk.shelf.wipe(user_id)
    if desk.here is not None and desk.here.account.user_id == user_id:
        desk.here = None
    for known in (desk.contacts, desk.figures, desk.waiting, desk.seen, desk.looked_through):
        known.pop(user_id, None)
    with desk.mirror(MACHINE).writing() as writing:
        writing.connection.exec_driver_sql("DELETE FROM local_account WHERE user_id = ?", (user_id,))
        writing.connection.exec_driver_sql("DELETE FROM mirror_state WHERE name = ?", (f"{_WIPING}{user_id}",))
        writing.changed.add("local_account")
