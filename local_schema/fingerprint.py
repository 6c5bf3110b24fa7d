"""What tells two schemas apart without asking for a new version number at each added field."""

from __future__ import annotations

from hashlib import blake2b

from local_schema.tables import METADATA


def _described() -> str:
    lines = [
        f"{table.name}.{column.name} {column.type} {column.nullable} {column.primary_key}"
        for table in METADATA.sorted_tables
        for column in table.columns
    ]
    return "\n".join([*sorted(lines), *sorted(str(i.name) for t in METADATA.sorted_tables for i in t.indexes)])


# Differs as soon as a record has another field, an entity is new, or an index changes.
FINGERPRINT = blake2b(_described().encode(), digest_size=16).hexdigest()
