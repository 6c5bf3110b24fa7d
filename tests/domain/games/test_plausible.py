"""What a hand cannot play is noticed; what fast, wild and clumsy hands do is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.games.plausible import FEWEST_ALIKE, MOST_STRUCK, Doubt, doubt_about, mark_of
from domain.records.progress import CHOICE, PEDAL, RawEvent

SECOND = 1_000_000


def struck(*times: int, pitch: int = 60) -> tuple[RawEvent, ...]:
    """Keys that go down and come up again at once."""
    return tuple(event for at in times for event in ((at, pitch, 70), (at + 1, pitch, 0)))


def test_nothing_played_is_nothing_odd() -> None:
    assert doubt_about((), 0) is None


def test_a_glissando_over_all_white_keys_with_both_hands_is_played_by_hands() -> None:
    white = [key for key in range(21, 109) if key % 12 in (0, 2, 4, 5, 7, 9, 11)]
    up = [(at * 38_461 + 7, key) for at, key in enumerate(white)]
    down = [(at * 38_461 + 9, key) for at, key in enumerate(reversed(white))]
    events = sorted(event for at, key in up + down for event in ((at, key, 80), (at + 20_000, key, 0)))
    assert doubt_about(tuple(events), 3 * SECOND) is None


def test_two_arms_on_the_keys_are_a_cluster_and_more_is_a_doubt() -> None:
    cluster = tuple((number, 40 + number, 90) for number in range(20))
    assert doubt_about(cluster, SECOND) is None
    assert doubt_about((*cluster, (21, 70, 90)), SECOND) is Doubt.CROWD


def test_more_keys_in_a_second_than_any_hand_strikes() -> None:
    most = [1 + number * (SECOND // (MOST_STRUCK + 1)) for number in range(MOST_STRUCK + 1)]
    assert doubt_about(struck(*most[:-1]), SECOND) is None
    assert doubt_about(struck(*most), SECOND) is Doubt.CROWD


def test_times_on_whole_milliseconds_were_written_by_a_program() -> None:
    times = [number * 500_000 for number in range(10)]
    assert doubt_about(struck(*times), 10 * SECOND) is Doubt.WRITTEN
    assert doubt_about(struck(*times[:9]), 10 * SECOND) is None
    assert doubt_about(struck(*times[:9], 9 * 500_000 + 1), 10 * SECOND) is None


@pytest.mark.parametrize(
    ("events", "doubt"),
    [
        (((5, 60, 1), (4, 60, 0)), Doubt.ORDER),
        (((-1, 60, 1),), Doubt.OUTSIDE),
        (((4 * SECOND + 1, 60, 1),), Doubt.OUTSIDE),
        (((4 * SECOND, 60, 1),), None),
    ],
)
def test_events_lie_within_the_attempt_and_in_order(events: tuple[RawEvent, ...], doubt: Doubt | None) -> None:
    assert doubt_about(events, 2 * SECOND) is doubt


def test_pedal_and_picked_answers_are_no_keys() -> None:
    pedals = tuple((number, PEDAL, 127) for number in range(200))
    picked = tuple((1_000 * number, CHOICE, 1) for number in range(200))
    assert doubt_about(pedals, SECOND) is None
    assert doubt_about(picked, SECOND) is None


def test_short_performances_and_picked_answers_have_no_mark() -> None:
    assert mark_of("s", struck(1, 2, 3)) is None
    assert mark_of("s", tuple((number, CHOICE, 0) for number in range(50))) is None


EVENTS = st.lists(
    st.tuples(st.integers(0, 10**9), st.integers(21, 108), st.integers(0, 127)), min_size=FEWEST_ALIKE, max_size=30
)


@given(EVENTS, EVENTS)
def test_the_mark_tells_performances_apart_and_fits_either_database(one: list[RawEvent], other: list[RawEvent]) -> None:
    first, second = mark_of("s", tuple(one)), mark_of("s", tuple(other))
    assert first is not None
    assert 0 <= first < 2**63
    assert (first == second) == (one == other)
    assert first != mark_of("t", tuple(one))
