"""The nouns: one msgspec Struct per synced entity, the messages between mirror and centre, and how versions merge.

`ALL` names every synced entity with its rule. Tables on both sides, the wire and the property tests follow from it: a
new entity is one Struct, one line in `ALL`, and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.records.record import Record

if TYPE_CHECKING:
    from domain.records.entities import ALL, BY_NAME, Entity, Kind, entity_of

__all__ = ["ALL", "BY_NAME", "Entity", "Kind", "Record", "entity_of"]


def __getattr__(name: str) -> object:
    """The list when it is first asked for: a window needs some records' enums long before it needs all entities."""
    if name in __all__:
        from domain.records import entities

        return getattr(entities, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
