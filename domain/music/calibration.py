"""How late this machine's keyboard and sound are, from taps along with a click (judging.md: Calibration)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from domain.music.timeline import median

TAPS, WARM_UP, LEAST = 16, 4, 10
# Taps wider apart than this in their middle half say nothing.
WIDEST = 60_000
# A tap this far from the middle one was no tap with the click.
OUTLIER = 150_000
# After so many plays in a row that lean the same way, a shift is offered.
PLAYS, LEAN = 3, 20_000


class Calibrated(msgspec.Struct, frozen=True):
    """`offset` is microseconds that onsets come late (negative: early) on this machine."""

    offset: int
    taps: int
    spread: int


def calibrate(taps: Sequence[int], clicks: Sequence[int]) -> Calibrated | None:
    """The offset of taps against the clicks they go with (microseconds each), or None: ask again.

    Each tap goes with its nearest click. The first four are dropped, then outliers; at least ten must be left and their
    middle half must lie within 60 ms.
    """
    if not clicks:
        return None
    offsets = [tap - min(clicks, key=lambda click: abs(tap - click)) for tap in sorted(taps)][WARM_UP:]
    if not offsets:
        return None
    middle = median(offsets)
    kept = sorted(offset for offset in offsets if abs(offset - middle) <= OUTLIER)
    spread = interquartile_range(kept)
    if len(kept) < LEAST or spread >= WIDEST:
        return None
    return Calibrated(median(kept), len(kept), spread)


def interquartile_range(ordered: Sequence[int]) -> int:
    """From the first to the third quarter of values in rising order, by linear interpolation, rounded down."""
    if not ordered:
        return 0
    return (_quarter(ordered, 3) - _quarter(ordered, 1)) // 4


def _quarter(ordered: Sequence[int], quarters: int) -> int:
    """Four times the quantile."""
    place, rest = divmod(quarters * (len(ordered) - 1), 4)
    above = ordered[min(place + 1, len(ordered) - 1)]
    return 4 * ordered[place] + rest * (above - ordered[place])


def shift_to_offer(leans: Sequence[int]) -> int | None:
    """What to ask as 'your last three plays were 34 ms late: shift?', from the middle offsets of plays, newest last.

    None where they were few, small, or on both sides.
    """
    last = leans[-PLAYS:]
    if len(last) < PLAYS or not (all(lean >= LEAN for lean in last) or all(lean <= -LEAN for lean in last)):
        return None
    return median(last)
