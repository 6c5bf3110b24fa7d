"""One file per game family: notes and time in, a Picture out. `ALL` names them."""

from __future__ import annotations

from domain.games import note_reading
from domain.games.quiz import Family

# Each makes a running game: `ALL[entry.family](entry, stage, seed, level)`.
ALL: dict[str, Family] = {family.name: family for family in (note_reading.FAMILY,)}
# What the catalogue checks a family's settings with.
CHECKS = {name: family.check for name, family in ALL.items()}
