"""Records of every entity with foreign ids in all their places, to be tried by somebody who has no business there."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import msgspec
from msgspec import inspect

from domain.records import Record


def foreign(record: type[Record], org_id: str, ids: list[str], rng: random.Random) -> Record:
    """A record of an organisation whose fields of ids all name something out of `ids`."""
    info = inspect.type_info(record)
    assert isinstance(info, inspect.StructType)
    values: dict[str, Any] = {}
    for field in info.fields:
        if field.name == "org_id":
            values[field.name] = org_id
        elif field.name == "id" or field.name.endswith("_id"):
            values[field.name] = rng.choice(ids)
        elif field.required:
            values[field.name] = _some(field.type, rng)
    return record(**values)


def _some(kind: inspect.Type, rng: random.Random) -> Any:
    made = _MADE.get(type(kind))
    if made is not None:
        return made(rng)
    if isinstance(kind, inspect.EnumType):
        return rng.choice(list(kind.cls))
    if isinstance(kind, inspect.LiteralType):
        return rng.choice(list(kind.values))
    if isinstance(kind, inspect.UnionType):
        return _some(kind.types[0], rng)
    if isinstance(kind, inspect.StructType):
        return kind.cls(**{field.name: _some(field.type, rng) for field in kind.fields if field.required})
    if isinstance(kind, inspect.DictType):
        return {}
    if isinstance(kind, inspect.ListType | inspect.VarTupleType):
        return [] if isinstance(kind, inspect.ListType) else ()
    raise AssertionError(f"no value for {kind}")


def _number(rng: random.Random) -> int:
    return rng.randrange(1, 1_000)


_MADE: dict[type[inspect.Type], Callable[[random.Random], Any]] = {
    inspect.StrType: lambda rng: rng.choice(["share", "comment", "profile", "showcase", "2026-11-20", "like"]),
    inspect.IntType: _number,
    inspect.FloatType: lambda rng: float(_number(rng)),
    inspect.BoolType: lambda rng: rng.random() < 0.5,
    inspect.NoneType: lambda _rng: None,
    inspect.AnyType: lambda _rng: msgspec.Raw(b"null"),
}
