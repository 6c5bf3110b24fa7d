"""The centre's epoch: new after every restore from a backup, so that mirrors notice and compare."""

from __future__ import annotations

import secrets

from sqlalchemy import Connection, text

from central.database import Database


def epoch_of(database: Database, now: int) -> str:
    """The epoch in force; the first one is made here."""
    with database.reading("") as connection:
        found = connection.execute(text("SELECT epoch FROM epoch WHERE one = 1")).scalar()
    return str(found) if found is not None else new_epoch(database, now)


def new_epoch(database: Database, now: int) -> str:
    """Begin a new epoch: every mirror will compare its buckets with the centre's."""
    epoch = secrets.token_hex(6)

    def work(connection: Connection) -> None:
        connection.execute(text("DELETE FROM epoch"))
        connection.execute(
            text("INSERT INTO epoch (one, epoch, since) VALUES (1, :epoch, :now)"), {"epoch": epoch, "now": now}
        )

    database.write("", work)
    return epoch
