"""The numbers of the three levels as the plan has them, and the constants beside them."""

from __future__ import annotations

import pytest

from domain.music import mispitched, timing
from domain.music.rules import RULES, Level, Rules

TABLE = {
    "level": ("first", "normal", "strict"),
    "perfect": (80, 50, 25),
    "good": (130, 100, 50),
    "ok": (200, 150, 100),
    "beat_most": (200, 150, 90),
    "chord": (120, 80, 50),
    "rolled": (500, 300, 500),
    "length_most": (0, 100, 50),
    "early_kept": (500, 500, 250),
    "hesitation_least": (400, 400, 250),
    "slip_length": (80, 80, 80),
    "brush_length": (40, 40, 40),
}
PLAIN = {
    "gap_percent": (35, 35, 35),
    "beat_percent": (25, 20, 12),
    "rolled_where_notated": (False, False, True),
    "length_percent": (0, 30, 20),
    "hesitation_tenths": (20, 20, 15),
    "slip_cost": (0, 12, 25),
    "brush_velocity": (8, 8, 8),
    "brush_counts": (False, False, True),
    "extra_cost": (25, 25, 25),
    "untimely_worth": (70, 50, 40),
    "retaken_cost": (0, 5, 10),
    "touch_least": (3, 5, 8),
    "touch_cost": (0, 5, 10),
    "swell_least": (1, 2, 4),
    "accent_least": (1, 3, 6),
}


@pytest.mark.parametrize("column", range(3))
def test_every_number_of_the_table(column: int) -> None:
    rules = RULES[list(Level)[column]]
    assert {*TABLE, *PLAIN} == set(Rules.__struct_fields__)
    for name, values in TABLE.items():
        found = getattr(rules, name)
        assert found == (values[column] if name == "level" else 1_000 * int(values[column])), name
    for name, values in PLAIN.items():
        assert getattr(rules, name) == values[column], name


def test_the_constants() -> None:
    assert (mispitched.INSTEAD, mispitched.CORRECTED, mispitched.AGAIN) == (250_000, 300_000, 1_000_000)
    assert (mispitched.SEMITONE_COST, mispitched.OCTAVE_COST, mispitched.NEIGHBOUR) == (8_000, 16_000, 2)
    assert (timing.PACE_WITH_CLICK, timing.PACE_WITHOUT, timing.LEAST_MOMENTS) == (20, 80, 9)
