"""The sign-in page as it was shown last, without waiting for the store: read before SQLAlchemy is even loaded.

The page lies as one value in the machine's own mirror, encrypted like everything there. It may be some moments old, so
the store's own answer replaces it, and whoever signs in is checked by the store.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import sqlcipher3

from app.store import keys
from app.store.problems import StoreProblem
from app.store.readings import SignInPage
from app.store.secrets import keys_lie_here, open_secrets
from local_schema.connecting import connect

# The name of the value in the mirror's state.
PAGE = "sign_in_page"


def at_once(folder: Path) -> bool:
    """Whether `last_page` answers without asking the operating system's key store, which may wait for a person."""
    return keys_lie_here(folder)


def last_page(folder: Path) -> SignInPage | None:
    """The page, or None where there is none yet or it cannot be read: then the store says what is wrong.

    Whoever calls it holds the folder's lock.
    """
    try:
        return _read(folder)
    except (sqlcipher3.DatabaseError, StoreProblem, OSError, ValueError, msgspec.MsgspecError):
        return None


def _read(folder: Path) -> SignInPage | None:
    if not any(folder.glob("*.mirror")):
        return None
    found = open_secrets(folder).get(keys.NAME)
    if found is None:
        return None
    key = bytes.fromhex(found)
    path = keys.place(folder, key, keys.MACHINE, ".mirror")
    if not path.exists():
        return None
    connection = connect(path, keys.derived(key, "mirror", keys.MACHINE))
    try:
        row = connection.execute("SELECT value FROM mirror_state WHERE name = ?", (PAGE,)).fetchone()
    finally:
        connection.close()
    return None if row is None else msgspec.json.decode(row[0], type=SignInPage)
