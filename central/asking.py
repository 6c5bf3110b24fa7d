"""Known SQL on the driver's own cursor: what SQLAlchemy prepares for each answer costs more than a small answer itself.

Within SQLAlchemy's transactions, and with its errors: whoever catches one need not know which way a statement went.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

Values = Sequence[Any]
# A statement and its values.
Asked = tuple[str, Values]


def fetched(connection: Connection, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
    """All rows that a statement gives. Raises sqlalchemy.exc.DBAPIError as `Connection.execute` does."""
    cursor = connection.connection.cursor()
    try:
        cursor.execute(sql, values)
        return list(cursor.fetchall())
    except connection.dialect.loaded_dbapi.Error as error:
        raise _as_sqlalchemy_says(connection, sql, error) from error
    finally:
        cursor.close()


def fetched_together(connection: Connection, questions: Sequence[Asked]) -> list[list[tuple[Any, ...]]]:
    """The rows of several questions, of which none needs another's answer: PostgreSQL is asked them in one round trip.

    Raises as `fetched` does.
    """
    driver: Any = connection.connection.dbapi_connection
    with contextlib.ExitStack() as opened:
        cursors = []
        try:
            with driver.pipeline() if connection.dialect.name == "postgresql" else contextlib.nullcontext():
                for sql, values in questions:
                    cursors.append(opened.enter_context(contextlib.closing(driver.cursor())))
                    cursors[-1].execute(sql, values)
                return [list(cursor.fetchall()) for cursor in cursors]
        except connection.dialect.loaded_dbapi.Error as error:
            raise _as_sqlalchemy_says(connection, "; ".join(sql for sql, _ in questions), error) from error


def done(connection: Connection, sql: str, values: Values = ()) -> None:
    """A statement that gives nothing. Raises as `fetched` does."""
    cursor = connection.connection.cursor()
    try:
        cursor.execute(sql, values)
    except connection.dialect.loaded_dbapi.Error as error:
        raise _as_sqlalchemy_says(connection, sql, error) from error
    finally:
        cursor.close()


def done_for_each(connection: Connection, sql: str, rows: Sequence[Values]) -> None:
    """A statement that gives nothing, once for each row of values. Raises as `fetched` does."""
    cursor = connection.connection.cursor()
    try:
        cursor.executemany(sql, rows)
    except connection.dialect.loaded_dbapi.Error as error:
        raise _as_sqlalchemy_says(connection, sql, error) from error
    finally:
        cursor.close()


def _as_sqlalchemy_says(connection: Connection, sql: str, error: Any) -> Exception:
    # Without the values: they may be what somebody wrote, and an error's words end in logs.
    lost = connection.dialect.is_disconnect(error, connection.connection, None)
    said: Exception = DBAPIError.instance(
        sql,
        (),
        error,
        connection.dialect.loaded_dbapi.Error,
        connection_invalidated=lost,
        dialect=connection.dialect,
    )
    if lost:
        connection.invalidate(error)
    return said
