"""Game time: from 0, standing still in pauses."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.stage.clock import GameClock


def test_time_stands_still_in_a_pause() -> None:
    clock = GameClock()
    assert (clock.paused, clock.at(500)) == (True, 0)
    clock.run(1_000)
    assert clock.at(1_500) == 500
    clock.hold(1_600)
    clock.hold(1_900)
    assert (clock.paused, clock.at(9_000)) == (True, 600)
    clock.run(10_000)
    clock.run(11_000)
    assert clock.at(10_100) == 700


def test_a_stamp_before_the_start_counts_as_the_start() -> None:
    clock = GameClock()
    clock.run(1_000)
    assert clock.at(900) == 0


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 1_000_000)), max_size=50))
def test_time_is_what_ran_and_never_goes_back(steps: list[tuple[bool, int]]) -> None:
    clock = GameClock()
    now = ran = 0
    for runs, length in steps:
        clock.run(now) if runs else clock.hold(now)
        now += length
        ran += length if runs else 0
        assert clock.at(now) == ran
