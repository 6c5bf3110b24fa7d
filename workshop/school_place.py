"""What is known of a demonstration school while it is made, and the dice it is made with."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from domain.records.identity import Member, SchoolClass
from domain.records.ids import new_id

HOUR = 3600 * 1_000_000
DAY = 24 * HOUR


@dataclass
class Place:
    """The school as it was made: what a demonstration needs to know of it."""

    org_id: str
    site_id: str
    classes: dict[str, SchoolClass] = field(default_factory=dict)
    teachers: dict[str, Member] = field(default_factory=dict)
    students: dict[str, Member] = field(default_factory=dict)
    attempts: int = 0


class Chance(random.Random):
    """The demonstration's dice: the same school at every start."""

    def identifier(self, at: int) -> str:
        """A UUIDv7 for a time."""
        return new_id(at, self.randbytes(10))
