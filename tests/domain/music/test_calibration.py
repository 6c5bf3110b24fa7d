"""Sixteen taps with a click become an offset, or the question is asked again."""

from __future__ import annotations

from random import Random
from statistics import quantiles

from hypothesis import given
from hypothesis import strategies as st

from domain.music.calibration import calibrate, interquartile_range, shift_to_offer

CLICKS = [k * 600_000 for k in range(20)]


def taps(offsets: list[int]) -> list[int]:
    return [click + offset for click, offset in zip(CLICKS, offsets, strict=False)]


def test_the_median_of_what_is_left() -> None:
    found = calibrate(taps([200_000] * 4 + [30_000, 34_000, 38_000] * 4), CLICKS)
    assert found is not None
    assert (found.offset, found.taps) == (34_000, 12)
    early = calibrate(taps([0] * 4 + [-20_000] * 12), CLICKS)
    assert early is not None
    assert (early.offset, early.spread) == (-20_000, 0)


def test_outliers_are_dropped_and_too_few_ask_again() -> None:
    found = calibrate(taps([0] * 4 + [40_000] * 10 + [250_000, -250_000]), CLICKS)
    assert found is not None
    assert (found.offset, found.taps) == (40_000, 10)
    assert calibrate(taps([0] * 4 + [40_000] * 9 + [250_000] * 3), CLICKS) is None
    just = calibrate(taps([0] * 4 + [40_000] * 10 + [190_000] * 2), CLICKS)
    assert just is not None
    assert just.taps == 12
    over = calibrate(taps([0] * 4 + [40_000] * 10 + [190_001] * 2), CLICKS)
    assert over is not None
    assert over.taps == 10
    assert calibrate(taps([0] * 13), CLICKS) is None
    assert calibrate([], CLICKS) is None
    assert calibrate([1], []) is None


def test_a_spread_of_sixty_milliseconds_asks_again() -> None:
    assert calibrate(taps([0] * 4 + [0, 59_999] * 6), CLICKS) is not None
    assert calibrate(taps([0] * 4 + [0, 60_000] * 6), CLICKS) is None


def test_taps_by_hand_come_close_to_the_truth() -> None:
    chance = Random(2)
    for truth in (-40_000, 0, 85_000):
        found = calibrate(taps([truth + round(chance.gauss(0, 15_000)) for _ in range(16)]), CLICKS)
        assert found is not None
        assert abs(found.offset - truth) < 15_000


@given(st.lists(st.integers(-(10**6), 10**6), min_size=2, max_size=40))
def test_the_middle_half(values: list[int]) -> None:
    low, _, high = quantiles(values, n=4, method="inclusive")
    assert abs(interquartile_range(sorted(values)) - (high - low)) <= 1
    assert interquartile_range([]) == interquartile_range([7]) == 0


def test_a_shift_is_offered_after_three_plays_on_one_side() -> None:
    assert shift_to_offer([0, 34_000, 30_000, 40_000]) == 34_000
    assert shift_to_offer([-34_000, -30_000, -20_000]) == -30_000
    assert shift_to_offer([34_000, 30_000]) is None
    assert shift_to_offer([34_000, 30_000, 19_999]) is None
    assert shift_to_offer([34_000, -30_000, 40_000]) is None
