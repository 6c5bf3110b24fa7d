"""The nouns: one msgspec Struct per synced entity, the messages between mirror and centre, and how versions merge.

`ALL` names every synced entity with its rule. Tables on both sides, the wire and the property tests follow from it: a
new entity is one Struct, one line in `ALL`, and nothing else.
"""

from domain.records.entities import ALL, BY_NAME, Entity, Kind, entity_of
from domain.records.record import Record

__all__ = ["ALL", "BY_NAME", "Entity", "Kind", "Record", "entity_of"]
