"""Whether what other people have shared may still be shown here: it may have been taken back meanwhile (visibility)."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

from app.store.keeper import Desk
from app.store.machine import ENDED_AT
from app.store.mirror import state
from app.store.shelf import MACHINE

# Without contact for so long, microseconds, nobody here knows what was taken back.
FORGOTTEN_AFTER: Final = 7 * 24 * 3600 * 1_000_000


def others_shown(desk: Desk, connection: Connection) -> bool:
    """Only while the mirror of `connection` has heard of the school lately, and the school knows this machine."""
    if desk.now() - int(state(connection, "last_contact_at") or 0) > FORGOTTEN_AFTER:
        return False
    with desk.mirror(MACHINE).reading() as machine:
        return state(machine, ENDED_AT) is None
