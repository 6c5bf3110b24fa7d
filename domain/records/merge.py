"""How two versions of a row become one: the same lines on both ends, the same result for any order of arrival.

Facts need no merging. For sets and documents a row is kept with `stamps`, a hybrid clock stamp per field; a field takes
the value with the later stamp. Fields that belong to the centre are never taken from a client (`Entity.centre_fields`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Fields = Mapping[str, Any]
Stamps = Mapping[str, str]


def merged(fields: Fields, stamps: Stamps, changes: Fields, stamp: str) -> tuple[dict[str, Any], dict[str, str]]:
    """The row after `changes`, all made at `stamp`: per field the later stamp wins, equal stamps change nothing."""
    newer = {name: value for name, value in changes.items() if stamp > stamps.get(name, "")}
    return {**fields, **newer}, {**stamps, **dict.fromkeys(newer, stamp)}
