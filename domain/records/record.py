"""The base of every synced record.

Identifiers are text: UUIDv7 made where the thing is made, UUIDv5 where two machines must arrive at the same row, and
the data model's own codes for content (`G-01542-quiz`, `SEQ-LIFE`). Times are whole microseconds since 1970 in UTC.
"""

from __future__ import annotations

from functools import cache

import msgspec

# What names a row: never changed, so without stamps.
KEY = frozenset({"org_id", "id"})


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One row that both ends know. `org_id` comes first in every key at the centre.

    Frozen and made of plain values, so records never form a circle and Python need not look for one among thousands.
    """

    org_id: str
    id: str


@cache
def needed_fields(record: type[Record]) -> frozenset[str]:
    """The fields without which there is no such record."""
    return frozenset(field.name for field in msgspec.structs.fields(record) if field.required)
