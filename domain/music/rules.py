"""The judge's windows as data: three levels, each number a teacher can see. All times are microseconds.

Source: judging.md of the plans (Vienna 4x22: 12,323 chords of 22 pianists; 83 takes of easy tunes by beginners).
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

MS = 1_000


class Level(StrEnum):
    """How much is asked: first steps (6 to 8 years), normal, strict (also challenges)."""

    FIRST = "first"
    NORMAL = "normal"
    STRICT = "strict"


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that decides a verdict. Percentages are whole; `hesitation_tenths` 20 means twice the expected gap.

    A slip or a wrong key put right at once, an extra note or one that was played again takes `slip_cost`, `extra_cost`
    or `retaken_cost` hundredths of a note, `touch_cost` one that is too loud or too soft: at least `touch_least` of
    MIDI's 127 steps make a difference between two dynamics, `swell_least` along a hairpin, `accent_least` for an
    accent. A right key too early or too late, or after a stop, is worth `untimely_worth`. With `length_most` 0 no
    length is judged.
    """

    level: Level
    perfect: int
    good: int
    ok: int
    gap_percent: int = 35
    beat_percent: int
    beat_most: int
    chord: int
    rolled: int
    rolled_where_notated: bool = False
    length_most: int
    length_percent: int
    early_kept: int
    hesitation_tenths: int
    hesitation_least: int
    slip_length: int = 80 * MS
    slip_cost: int
    brush_velocity: int = 8
    brush_length: int = 40 * MS
    brush_counts: bool = False
    extra_cost: int = 25
    untimely_worth: int
    retaken_cost: int
    touch_least: int
    swell_least: int
    accent_least: int
    touch_cost: int


RULES = {
    Level.FIRST: Rules(
        level=Level.FIRST,
        perfect=80 * MS,
        good=130 * MS,
        ok=200 * MS,
        beat_percent=25,
        beat_most=200 * MS,
        chord=120 * MS,
        rolled=500 * MS,
        length_most=0,
        length_percent=0,
        early_kept=500 * MS,
        hesitation_tenths=20,
        hesitation_least=400 * MS,
        slip_cost=0,
        untimely_worth=70,
        retaken_cost=0,
        touch_least=3,
        swell_least=1,
        accent_least=1,
        touch_cost=0,
    ),
    Level.NORMAL: Rules(
        level=Level.NORMAL,
        perfect=50 * MS,
        good=100 * MS,
        ok=150 * MS,
        beat_percent=20,
        beat_most=150 * MS,
        chord=80 * MS,
        rolled=300 * MS,
        length_most=100 * MS,
        length_percent=30,
        early_kept=500 * MS,
        hesitation_tenths=20,
        hesitation_least=400 * MS,
        slip_cost=12,
        untimely_worth=50,
        retaken_cost=5,
        touch_least=5,
        swell_least=2,
        accent_least=3,
        touch_cost=5,
    ),
    Level.STRICT: Rules(
        level=Level.STRICT,
        perfect=25 * MS,
        good=50 * MS,
        ok=100 * MS,
        beat_percent=12,
        beat_most=90 * MS,
        chord=50 * MS,
        rolled=500 * MS,
        rolled_where_notated=True,
        length_most=50 * MS,
        length_percent=20,
        early_kept=250 * MS,
        hesitation_tenths=15,
        hesitation_least=250 * MS,
        slip_cost=25,
        untimely_worth=40,
        retaken_cost=10,
        touch_least=8,
        swell_least=4,
        accent_least=6,
        touch_cost=10,
        brush_counts=True,
    ),
}
