"""From a Struct to the columns of its table, and from a record to its row and back.

A field is written down once, in `domain.records`. Text, whole numbers and yes/no become typed columns; everything that
is nested becomes one column of JSON text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

import msgspec
from msgspec import inspect
from sqlalchemy import BigInteger, Boolean, Column, Text
from sqlalchemy.types import TypeEngine

from domain.records import Entity, Kind, Record

Row = dict[str, Any]
R = TypeVar("R", bound=Record)
# What a column of whole numbers holds.
_LEAST, _MOST = -(2**63), 2**63 - 1
# Beside a record's own fields: the clock stamp of each field, and what a newer centre sent that this code cannot name.
STAMPS, EXTRA = "stamps", "extra"


class UnreadableRecord(ValueError):
    """A record that came as JSON does not fit its Struct."""


class FieldPlan(msgspec.Struct, frozen=True):
    """How one field is kept: its column's type, whether it is nested or may be empty, its default as stored."""

    name: str
    sql: TypeEngine[Any]
    nested: bool
    nullable: bool
    required: bool
    default: Any


def _plain(kind: inspect.Type) -> TypeEngine[Any] | None:
    if isinstance(kind, inspect.StrType | inspect.EnumType):
        return Text()
    if isinstance(kind, inspect.BoolType):
        return Boolean()
    return BigInteger() if isinstance(kind, inspect.IntType) else None


def _default(field: inspect.Field) -> Any:
    if field.default is not msgspec.NODEFAULT:
        return msgspec.to_builtins(field.default)
    return None if field.default_factory is msgspec.NODEFAULT else msgspec.to_builtins(field.default_factory())


def _planned(field: inspect.Field) -> FieldPlan:
    kinds = field.type.types if isinstance(field.type, inspect.UnionType) else (field.type,)
    values = [kind for kind in kinds if not isinstance(kind, inspect.NoneType)]
    sql = _plain(values[0]) if len(values) == 1 else None
    default = _default(field)
    if sql is None and default is not None:
        default = msgspec.json.encode(default).decode()
    return FieldPlan(field.name, sql or Text(), sql is None, len(values) < len(kinds), field.required, default)


@cache
def plan_of(record: type[Record]) -> tuple[FieldPlan, ...]:
    """How each field of a record is kept, in the Struct's order."""
    info = inspect.type_info(record)
    assert isinstance(info, inspect.StructType)
    return tuple(_planned(field) for field in info.fields)


@cache
def _nested(record: type[Record]) -> tuple[str, ...]:
    return tuple(field.name for field in plan_of(record) if field.nested)


@cache
def _numbers(record: type[Record]) -> tuple[str, ...]:
    return tuple(field.name for field in plan_of(record) if isinstance(field.sql, BigInteger))


@cache
def _yes_or_no(record: type[Record]) -> tuple[str, ...]:
    # SQLite has no truth values: they come back as 0 and 1.
    return tuple(field.name for field in plan_of(record) if isinstance(field.sql, Boolean))


@cache
def _defaults(record: type[Record]) -> Row:
    return {field.name: field.default for field in plan_of(record)}


def columns_of(entity: Entity) -> list[Column[Any]]:
    """The columns of an entity's table. `id` alone is the key: a mirror file belongs to one organisation's account."""
    columns: list[Column[Any]] = [
        Column(field.name, field.sql, primary_key=field.name == "id", nullable=field.nullable or not field.required)
        for field in plan_of(entity.record)
    ]
    if entity.kind is not Kind.FACT:
        columns.append(Column(STAMPS, Text()))
    columns.append(Column(EXTRA, Text()))
    return columns


def _flat(fields: Row, record: type[Record]) -> Row:
    for name in _nested(record):
        value = fields.get(name)
        if value is not None:
            fields[name] = msgspec.json.encode(value).decode()
    return fields


def row_of(record: Record) -> Row:
    """A record as it stands in its table, without stamps."""
    return _flat(msgspec.to_builtins(record), type(record))


def row_of_json(record: type[Record], body: bytes | msgspec.Raw) -> Row:
    """The row of a record that came as JSON; fields that the Struct does not have are kept in `extra`.

    Raises UnreadableRecord where the JSON does not fit the Struct.
    """
    try:
        fields = msgspec.json.decode(body)
        msgspec.convert(fields, record)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UnreadableRecord(f"{record.__name__}: {error}") from error
    known = _defaults(record)
    if fields.keys() <= known.keys():
        return {**known, **_flat(fields, record), EXTRA: None}
    extra = {name: fields.pop(name) for name in fields.keys() - known.keys()}
    return {**known, **_flat(fields, record), EXTRA: msgspec.json.encode(extra).decode()}


def fits(record: type[Record], row: Row) -> bool:
    """Whether every whole number fits into its column. Asked only after an insert has failed: it costs 15 µs a row."""
    return all(_LEAST <= row[name] <= _MOST for name in _numbers(record) if row.get(name) is not None)


def stored(record: type[Record], fields: Mapping[str, Any]) -> Row:
    """Some fields of a record, given as plain values, as they stand in its table."""
    return _flat({name: msgspec.to_builtins(value) for name, value in fields.items()}, record)


def unstored(record: type[Record], row: Mapping[str, Any]) -> Row:
    """Columns of a record's table as plain values, ready for JSON."""
    fields = {name: row[name] for name in record.__struct_fields__ if name in row}
    for name in _nested(record):
        if fields.get(name) is not None:
            fields[name] = msgspec.json.decode(fields[name])
    for name in _yes_or_no(record):
        if fields.get(name) is not None:
            fields[name] = bool(fields[name])
    return fields


def record_of(record: type[R], row: Mapping[str, Any]) -> R:
    """The record in a row of its table."""
    return msgspec.convert(unstored(record, row), record)
