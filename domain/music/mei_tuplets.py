"""Tuplets that MEI writes beside the notes (`tupletSpan`), as a factor for each note, chord and rest under them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias
from xml.etree.ElementTree import Element

from domain.music.score import ScoreError
from domain.music.xml_tree import XML_ID, whole

Factor: TypeAlias = tuple[int, int]
_EVENTS = frozenset(("note", "chord", "rest", "space"))
# Brackets over brackets: nobody writes more.
MOST_NESTED = 4
_Place: TypeAlias = tuple[tuple[str, str], int]


class Spans:
    """How much of its written length each event under a `tupletSpan` sounds."""

    def __init__(self, root: Element) -> None:
        self._rows, self._places = _in_order(root)
        self._factors: dict[Element, Factor] = {}
        self._nested: dict[Element, int] = {}

    def add(self, span: Element) -> None:
        """Takes one span over. Raises ScoreError."""
        times = whole(span.get("numbase", "2"), "tuplet", 1, 64)
        over = whole(span.get("num", "3"), "tuplet", 1, 64)
        for event in _under(span, self._rows, self._places):
            self._nested[event] = self._nested.get(event, 0) + 1
            if self._nested[event] > MOST_NESTED:
                raise ScoreError("Tuplets lie in each other deeper than anybody writes them.")
            before = self.factor(event)
            self._factors[event] = before[0] * times, before[1] * over

    def factor(self, event: Element) -> Factor:
        """(times, over) of a note outside a chord, a chord, a rest or a space."""
        return self._factors.get(event, (1, 1))


def _in_order(root: Element) -> tuple[dict[tuple[str, str], list[Element]], dict[str, _Place]]:
    """The events of each layer through the whole piece, and where each id stands; a note of a chord where its chord."""
    rows: dict[tuple[str, str], list[Element]] = {}
    places: dict[str, _Place] = {}
    for staff in root.iter("staff"):
        for layer in staff.findall("layer"):
            key = staff.get("n", "1"), layer.get("n", "1")
            row = rows.setdefault(key, [])
            for event in _events(layer):
                for each in (event, *event.findall("note")):
                    places[each.get(XML_ID, "")] = key, len(row)
                row.append(event)
    return rows, places


def _events(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag in _EVENTS:
            yield child
        else:
            yield from _events(child)


def _under(span: Element, rows: dict[tuple[str, str], list[Element]], places: dict[str, _Place]) -> Iterator[Element]:
    """The events of one span: those it lists, or all from its first to its last."""
    listed = [each.lstrip("#") for each in span.get("plist", "").split()]
    ends = [span.get(name, "").lstrip("#") for name in ("startid", "endid")]
    known = [places[each] for each in listed or ends if each in places]
    if len(known) < 2 or len({key for key, _ in known}) > 1:
        raise ScoreError("A tuplet (tupletSpan) does not say which notes of one layer it holds.")
    key, numbers = known[0][0], sorted({number for _, number in known})
    for number in numbers if listed else range(numbers[0], numbers[-1] + 1):
        yield rows[key][number]
