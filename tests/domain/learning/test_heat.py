"""The heat map is a sum of facts: the same for any order and any division of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.learning.heat import CONCEPT, NOTE, Sums, add, heat_map, is_note, joined, monday, notes_of, weeks_until

TODAY = "2026-11-21"
ATTEMPTS = st.lists(
    st.tuples(
        st.sampled_from(["2026-11-16", "2026-11-20", "2026-11-02", "2026-09-01", "2020-01-01"]),
        st.sampled_from(["treble-clef", "bass-clef"]),
        st.integers(0, 5),
        st.integers(0, 5),
    ),
    max_size=30,
)


def summed(attempts: list[tuple[str, str, int, int]]) -> Sums:
    sums: Sums = {}
    for day, name, right, more in attempts:
        add(sums, day, CONCEPT, {name: (right, right + more)})
    return sums


@given(attempts=ATTEMPTS, at=st.integers(0, 30), order=st.randoms(use_true_random=False))
def test_order_and_division_do_not_matter(attempts: list, at: int, order) -> None:
    mixed = attempts.copy()
    order.shuffle(mixed)
    whole = heat_map(summed(attempts), TODAY)
    assert heat_map(summed(mixed), TODAY) == whole
    assert heat_map(joined([summed(attempts[:at]), summed(attempts[at:])]), TODAY) == whole


@given(attempts=ATTEMPTS)
def test_every_answer_of_these_weeks_is_counted_once(attempts: list) -> None:
    weeks = set(weeks_until(TODAY))
    shown = heat_map(summed(attempts), TODAY)
    wanted = sum(right + more for day, _, right, more in attempts if monday(day) in weeks)
    assert sum(row.of for row in shown.concepts) == wanted


def test_weeks_begin_on_monday_and_end_with_this_one() -> None:
    weeks = weeks_until(TODAY, 3)
    assert weeks == ("2026-11-02", "2026-11-09", "2026-11-16")
    assert monday("no day") == ""


def test_the_weakest_concept_comes_first_and_the_highest_note() -> None:
    sums = summed([(TODAY, "treble-clef", 5, 0), (TODAY, "bass-clef", 1, 4)])
    add(sums, TODAY, NOTE, {"C4": (1, 1), "F#4": (1, 2), "A3": (0, 1)})
    shown = heat_map(sums, TODAY)
    assert [row.name for row in shown.concepts] == ["bass-clef", "treble-clef"]
    assert [(row.name, row.pitch) for row in shown.notes] == [("F#4", 66), ("C4", 60), ("A3", 57)]


class Asked:
    def __init__(self, wanted: str, right: bool) -> None:
        self.wanted, self.right = wanted, right


def test_only_written_notes_are_notes() -> None:
    found = notes_of([Asked("C4", True), Asked("C4", False), Asked("quarter", True), Asked("", False)])
    assert found == {"C4": (1, 2)}
    assert [is_note(name) for name in ("Bb3", "F##5", "C-1", "C", "H4", "C44")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match=r"[Ii]nvalid"):
        heat_map({}, "soon")
