"""What is told in a report never tells of fewer than five people, not by itself and not by subtraction."""

from __future__ import annotations

import csv
import io

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from domain.community.reports import FEWEST, UNTOLD, Counted, as_csv, told, told_of_parts
from domain.records.reports import Figure, Part, UsageReport, Week

COUNTED = st.builds(Counted, amount=st.integers(0, 500), people=st.integers(0, 12))
PARTS = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), COUNTED, max_size=6)


@given(COUNTED)
def test_an_amount_is_told_of_nobody_or_of_enough(counted: Counted) -> None:
    assert (told(counted) is None) == (0 < counted.people < FEWEST)


@given(PARTS)
def test_what_the_told_parts_leave_over_is_about_nobody_or_enough(parts: dict[str, Counted]) -> None:
    whole = Counted(sum(p.amount for p in parts.values()), sum(p.people for p in parts.values()))
    found = told_of_parts(whole, parts)
    assert found.keys() == parts.keys()
    assert all(amount is None or amount == told(parts[name]) for name, amount in found.items())
    if told(whole) is None:
        return
    hidden = sum(parts[name].people for name, amount in found.items() if amount is None)
    assert hidden == 0 or hidden >= FEWEST


def test_a_small_school_cannot_be_found_by_subtraction() -> None:
    parts = {"oak": Counted(90, 20), "elm": Counted(40, 9), "ash": Counted(7, 3)}
    assert told_of_parts(Counted(137, 32), parts) == {"oak": 90, "elm": None, "ash": None}


def report(name: str) -> UsageReport:
    part = Part(name=name, students=30, figures={**dict.fromkeys(Figure, 12), Figure.REPORTS: None})
    return UsageReport(
        weeks=4,
        made_at=1,
        whole=part,
        schools=(msgspec.structs.replace(part, name="Oak, the old"),),
        trend=(Week(monday="2026-11-16", played=None, plays=None),),
        kinds={"badge": 8},
        scopes={"class": None},
        opened={},
    )


def test_the_table_holds_what_the_report_says() -> None:
    lines = list(csv.reader(io.StringIO(as_csv(report("Hill Schools")))))
    assert lines[0][:3] == ["name", "students", "played"]
    assert lines[1][0] == "Hill Schools"
    assert lines[1][-1] == UNTOLD
    assert lines[2][0] == "Oak, the old"
    assert ["2026-11-16", UNTOLD, UNTOLD] in lines
    assert ["badge", "8"] in lines


@given(st.text(max_size=12))
def test_no_name_becomes_a_formula(name: str) -> None:
    cell = next(csv.reader(io.StringIO(as_csv(report(name)).split("\n", 1)[1], newline="")))[0]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
