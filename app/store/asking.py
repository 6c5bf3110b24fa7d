"""SQL on the driver's own cursor: what SQLAlchemy prepares for each answer costs more than a small answer itself.

Within SQLAlchemy's transactions, and with its errors: whoever catches one need not know which way a statement went.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

Values = Sequence[Any] | Mapping[str, Any]
Rows = Sequence[Sequence[Any]] | Sequence[Mapping[str, Any]]


def fetched(connection: Connection, sql: str, values: Values = ()) -> list[Any]:
    """All rows that a statement gives, as plain tuples. Raises DBAPIError as `Connection.execute` does."""
    cursor = connection.connection.cursor()
    try:
        return list(cursor.execute(sql, values).fetchall())
    except connection.dialect.loaded_dbapi.Error as error:
        raise _as_sqlalchemy_says(connection, sql, error) from error
    finally:
        cursor.close()


def named(connection: Connection, sql: str, values: Values = ()) -> list[dict[str, Any]]:
    """All rows, each by its columns' names. Raises as `fetched` does."""
    cursor = connection.connection.cursor()
    try:
        found = cursor.execute(sql, values).fetchall()
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in found]
    except connection.dialect.loaded_dbapi.Error as error:
        raise _as_sqlalchemy_says(connection, sql, error) from error
    finally:
        cursor.close()


def value(connection: Connection, sql: str, values: Values = ()) -> Any:
    """The first value of the first row; None where there is none. Raises as `fetched` does."""
    found = fetched(connection, sql, values)
    return found[0][0] if found else None


def done(connection: Connection, sql: str, values: Values = ()) -> None:
    """A statement that gives nothing. Raises as `fetched` does."""
    fetched(connection, sql, values)


def done_for_each(connection: Connection, sql: str, rows: Rows) -> None:
    """A statement that gives nothing, once for each row of values. Raises as `fetched` does."""
    cursor = connection.connection.cursor()
    try:
        cursor.executemany(sql, rows)
    except connection.dialect.loaded_dbapi.Error as error:
        raise _as_sqlalchemy_says(connection, sql, error) from error
    finally:
        cursor.close()


def _as_sqlalchemy_says(connection: Connection, sql: str, error: Any) -> Exception:
    # Without the values: they may be what somebody wrote.
    said: Exception = DBAPIError.instance(
        sql, (), error, connection.dialect.loaded_dbapi.Error, dialect=connection.dialect
    )
    return said
