"""Figures about many people that tell of nobody: what is too small stays untold, and can't be worked out either."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from domain.records.reports import Figure, Part, UsageReport

# Figures about fewer people than this would tell of single children.
FEWEST: Final = 5
UNTOLD: Final = "fewer than 5 people"


class Counted(msgspec.Struct, frozen=True):
    """How much there was of something, and how many people were behind it."""

    amount: int = 0
    people: int = 0


def told(counted: Counted) -> int | None:
    """The amount where nobody, or at least five people are behind it; else None."""
    return counted.amount if counted.people == 0 or counted.people >= FEWEST else None


def told_of_parts(whole: Counted, parts: Mapping[str, Counted]) -> dict[str, int | None]:
    """The amounts of parts that together are the whole. What the told ones leave over is about five people, too.

    Otherwise a school of three could be found by taking all other schools from the organisation.
    """
    found = {name: told(counted) for name, counted in parts.items()}
    if told(whole) is None:
        return found
    while 0 < whole.people - sum(parts[name].people for name, amount in found.items() if amount is not None) < FEWEST:
        open_still = [name for name, amount in found.items() if amount is not None and parts[name].people > 0]
        if not open_still:
            break
        found[min(open_still, key=lambda name: (parts[name].people, name))] = None
    return found


def as_csv(report: UsageReport) -> str:
    """The report as a table for a spreadsheet: a line for the organisation and each school, then the weeks."""
    text = io.StringIO()
    lines = csv.writer(text)
    lines.writerow(["name", "students", *Figure])
    for part in (report.whole, *report.schools):
        lines.writerow([_plain(part.name), _shown(part.students), *_figures(part)])
    lines.writerow([])
    lines.writerow(["week from", "students who played", "plays"])
    lines.writerows([each.monday, _shown(each.played), _shown(each.plays)] for each in report.trend)
    for title, spread in (("shared", report.kinds), ("shared with", report.scopes), ("looked at", report.opened)):
        lines.writerow([])
        lines.writerow([title, "times"])
        lines.writerows([key, _shown(amount)] for key, amount in spread.items())
    return text.getvalue()


def _figures(part: Part) -> Sequence[str | int]:
    return [_shown(part.figures.get(figure)) for figure in Figure]


def _shown(amount: int | None) -> str | int:
    return UNTOLD if amount is None else amount


def _plain(name: str) -> str:
    """A name that no spreadsheet takes for a formula."""
    return f"'{name}" if name[:1] in ("=", "+", "-", "@", "\t", "\r") else name
