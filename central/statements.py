"""Plain SQL for both databases: having SQLAlchemy build each question anew costs more than the answer.

The texts are few and hold no value, so that the drivers keep them prepared. Many rows or ids are one statement: on
PostgreSQL as arrays, on SQLite through the driver's own loop and as JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Boolean, Connection, Table, Text

from central.asking import done, done_for_each


@cache
def mark(dialect: str) -> str:
    """What stands for one value."""
    return "?" if dialect == "sqlite" else "%s"


@cache
def any_of(dialect: str) -> str:
    """A comparison with any of a list of texts, which `several` makes one value."""
    return "IN (SELECT value FROM json_each(?))" if dialect == "sqlite" else "= ANY(%s)"


def several(dialect: str, values: Iterable[str | int]) -> Any:
    """A list of texts or numbers as the one value of `any_of`."""
    return msgspec.json.encode(list(values)).decode() if dialect == "sqlite" else list(values)


@cache
def selecting(table: str, columns: tuple[str, ...], asked: tuple[tuple[str, bool], ...], dialect: str) -> str:
    """The rows of an organisation whose columns have these values; True beside a column: any of several."""
    wanted = "".join(f" AND {name} {any_of(dialect) if many else '= ' + mark(dialect)}" for name, many in asked)
    return f"SELECT {', '.join(columns)} FROM {table} WHERE org_id = {mark(dialect)}{wanted}"


@cache
def updating(table: str, columns: tuple[str, ...], dialect: str) -> str:
    """All these columns of the row of an organisation and id, which come last among the values."""
    value = mark(dialect)
    sets = ", ".join(f"{name} = {value}" for name in columns)
    return f"UPDATE {table} SET {sets} WHERE org_id = {value} AND id = {value}"


def insert_rows(
    connection: Connection, table: Table, columns: tuple[str, ...], rows: Sequence[Sequence[Any]], end: str = ""
) -> None:
    """Insert rows whose values stand in the order of the columns. `end` says what happens where a key is there."""
    sql = _inserting(table, columns, connection.dialect.name, end)
    if connection.dialect.name == "sqlite":
        done_for_each(connection, sql, rows)
    else:
        by_column = zip(_writers(table, columns), zip(*rows, strict=True), strict=True)
        done(connection, sql, tuple(write(column) for write, column in by_column))


@cache
def _inserting(table: Table, columns: tuple[str, ...], dialect: str, end: str) -> str:
    if dialect == "sqlite":
        given = f"VALUES ({', '.join('?' * len(columns))})"
    else:
        given = f"SELECT * FROM unnest({', '.join(f'%s::{_ARRAYS[type(table.c[name].type)]}' for name in columns)})"
    return f"INSERT INTO {table.name} ({', '.join(columns)}) {given} {end}".rstrip()


@cache
def _writers(table: Table, columns: tuple[str, ...]) -> tuple[Callable[[Sequence[Any]], str], ...]:
    """How each column is written as an array. The driver asks a pattern about each text: twenty times as long."""
    return tuple(array_of_texts if isinstance(table.c[name].type, Text) else array_of_numbers for name in columns)


def array_of_texts(values: Sequence[str | None]) -> str:
    """Texts as PostgreSQL reads an array of them."""
    return "{" + ",".join(["NULL" if text is None else f'"{_escaped(text)}"' for text in values]) + "}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"') if '"' in text or "\\" in text else text


def array_of_numbers(values: Sequence[int | bool | None]) -> str:
    """Numbers, or whether something holds, as PostgreSQL reads an array of them."""
    return "{" + ",".join(["NULL" if value is None else str(value) for value in values]) + "}"


_ARRAYS: dict[type, str] = {Text: "text[]", BigInteger: "bigint[]", Boolean: "boolean[]"}
