"""Whether a hand can have played it: what no keyboard and no child does, and nothing that one might do.

A doubt is for a teacher's ear, never a judgement of a child (decision 21), so every bound lies far beyond the fastest
players: 60 keys struck within a second are more than a glissando with both hands (two times 52 white keys in two
seconds), 20 keys held are more than two hands with two keys under each finger.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum
from hashlib import blake2b
from itertools import pairwise
from typing import Final

import msgspec

from domain.records.progress import CHOICE, PEDAL, RawEvent

_SECOND: Final = 1_000_000
MOST_STRUCK: Final = 60
MOST_HELD: Final = 20
# Events may lie this much behind the duration, which is kept in whole milliseconds.
SLACK: Final = 2_000_000
# Times come from a clock of microseconds: this many keys in a row struck on whole milliseconds were written by a
# program (by chance one of 10^30).
ALL_WHOLE: Final = 10
# Below this many events two performances may well be alike.
FEWEST_ALIKE: Final = 8


class Doubt(StrEnum):
    """What is odd about a performance."""

    ORDER = "order"
    OUTSIDE = "outside"
    CROWD = "crowd"
    WRITTEN = "written"


def doubt_about(events: Sequence[RawEvent], duration: int) -> Doubt | None:
    """The first thing that cannot have been played, or None. `duration` in microseconds."""
    times = [event[0] for event in events]
    if any(earlier > later for earlier, later in pairwise(times)):
        return Doubt.ORDER
    if times and (times[0] < 0 or times[-1] > duration + SLACK):
        return Doubt.OUTSIDE
    struck = [at for at, pitch, value in events if pitch < PEDAL and value]
    if _crowded(struck) or _most_held(events) > MOST_HELD:
        return Doubt.CROWD
    if len(struck) >= ALL_WHOLE and not any(at % 1_000 for at in struck):
        return Doubt.WRITTEN
    return None


def _crowded(struck: Sequence[int]) -> bool:
    return any(bisect_left(struck, at + _SECOND, lo=number) - number > MOST_STRUCK for number, at in enumerate(struck))


def _most_held(events: Sequence[RawEvent]) -> int:
    held: set[int] = set()
    most = 0
    for _, pitch, value in events:
        if pitch >= PEDAL:
            continue
        if value:
            held.add(pitch)
            most = max(most, len(held))
        else:
            held.discard(pitch)
    return most


def mark_of(stage_id: str, events: Sequence[RawEvent]) -> int | None:
    """A number by which the same performance is known again: nobody strikes the same keys at the same microseconds.

    None where there is too little to tell. 63 bits, so that either database keeps it.
    """
    if len(events) < FEWEST_ALIKE or all(event[1] == CHOICE for event in events):
        return None
    whole = msgspec.json.encode((stage_id, events))
    return int.from_bytes(blake2b(whole, digest_size=8).digest()) >> 1
