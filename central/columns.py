"""From a Struct to the centre's columns, and from records to rows, values and JSON.

A field is written down once, in `domain.records`: text, whole numbers and yes/no become typed columns, everything
nested becomes JSON text. `org_id` and `id` are the key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect
from sqlalchemy import BigInteger, Boolean, Column, Text
from sqlalchemy.types import TypeEngine

from domain.records import Entity, Record

Row = dict[str, Any]

# What a whole number may be in both databases.
LARGEST_INT = (1 << 63) - 1


class BadValue(ValueError):
    """A value that no database row can hold; the text says which, in words for a user."""


class Field(msgspec.Struct, frozen=True):
    """How one field is kept."""

    name: str
    sql: TypeEngine[Any]
    nested: bool
    number: bool
    enum: bool
    optional: bool


def _field(info: inspect.Field) -> Field:
    kinds = info.type.types if isinstance(info.type, inspect.UnionType) else (info.type,)
    values = [kind for kind in kinds if not isinstance(kind, inspect.NoneType)]
    optional = len(values) < len(kinds)
    kind = values[0]
    if len(values) > 1 or not isinstance(kind, inspect.StrType | inspect.EnumType | inspect.IntType | inspect.BoolType):
        return Field(info.name, Text(), True, False, False, optional)
    if isinstance(kind, inspect.BoolType):
        return Field(info.name, Boolean(), False, False, False, optional)
    if isinstance(kind, inspect.IntType):
        return Field(info.name, BigInteger(), False, True, False, optional)
    return Field(info.name, Text(), False, False, isinstance(kind, inspect.EnumType), optional)


class Shape:
    """One entity's way between JSON, record and row. Made once per entity: `shape_of`."""

    def __init__(self, record: type[Record]) -> None:
        info = inspect.type_info(record)
        assert isinstance(info, inspect.StructType)
        self.record = record
        self.fields = tuple(_field(field) for field in info.fields)
        self.names = tuple(field.name for field in self.fields)
        self.decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(record)
        self._types: dict[str, Any] = {field.name: field.type for field in msgspec.structs.fields(record)}
        self._nested = tuple(i for i, field in enumerate(self.fields) if field.nested)
        self._enums = tuple(i for i, field in enumerate(self.fields) if field.enum)
        self._ways = tuple((f.name, f.nested, isinstance(f.sql, Boolean)) for f in self.fields)
        self._numbers = tuple(i for i, field in enumerate(self.fields) if field.number)
        self._required = frozenset(field.name for field in info.fields if field.required)

    def values(self, record: Record) -> list[Any]:
        """The record's column values, in the order of `names`. Raises BadValue."""
        row = list(msgspec.structs.astuple(record))
        for i in self._nested:
            if row[i] is not None:
                row[i] = msgspec.json.encode(row[i]).decode()
        for i in self._enums:
            if row[i] is not None:
                row[i] = row[i].value
        for i in self._numbers:
            if row[i] is not None and not -LARGEST_INT <= row[i] <= LARGEST_INT:
                raise BadValue(f"{self.names[i]} is too large a number")
        return row

    def row(self, record: Record) -> Row:
        """The record's columns by name. Raises BadValue."""
        return dict(zip(self.names, self.values(record), strict=True))

    def body(self, values: Sequence[Any], extra: str | None) -> bytes:
        """The JSON of a row whose values stand in the order of `names`. What is empty is left out."""
        fields: Row = {}
        for (name, nested, yes_or_no), value in zip(self._ways, values, strict=True):
            if value is not None:
                # SQLite has no yes and no, only 1 and 0.
                fields[name] = msgspec.Raw(value.encode()) if nested else bool(value) if yes_or_no else value
        if extra:
            fields.update(msgspec.json.decode(extra))
        return msgspec.json.encode(fields)

    def of_row(self, values: Sequence[Any]) -> Record:
        """The record of a row whose values stand in the order of `names`."""
        return self.decoder.decode(self.body(values, None))

    def changed(self, changes: Mapping[str, Any]) -> Row:
        """Some fields, given as JSON values, as typed values. Unknown fields are left out. Raises ValidationError."""
        return {
            name: msgspec.convert(value, self._types[name]) for name, value in changes.items() if name in self._types
        }

    def unknown(self, fields: Mapping[str, Any]) -> Row:
        """The fields that this code does not know: a newer client's, kept as they came."""
        return {name: value for name, value in fields.items() if name not in self._types}


@cache
def shape_of(record: type[Record]) -> Shape:
    """The shape of a record type."""
    return Shape(record)


def columns_of(entity: Entity) -> list[Column[Any]]:
    """The columns of an entity's table.

    Beside the fields: `stamps` (one clock stamp per field), `extra` (fields of newer clients), `seen_in` (the buckets
    that hold the row now). Fields with a default may be empty, so that a later field needs no rewriting of rows.
    """
    info = inspect.type_info(entity.record)
    assert isinstance(info, inspect.StructType)
    required = {field.name for field in info.fields if field.required}
    fields = [
        Column(
            field.name,
            field.sql,
            primary_key=field.name in ("org_id", "id"),
            nullable=field.optional or field.name not in required,
        )
        for field in shape_of(entity.record).fields
    ]
    return [*fields, Column("stamps", Text()), Column("extra", Text()), Column("seen_in", Text(), nullable=False)]
