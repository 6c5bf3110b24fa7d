"""MEI to an SVG that QtSvg draws, with where each note's head is. The only file that knows verovio.

QtSvg shows verovio's SVG blank: its nested `<svg>` becomes a scaled `<g>`, symbols are written where they are used, and
style sheets become attributes. All lengths are verovio's own units, 180 to a staff space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as Xml

import msgspec
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    import verovio

_SVG = "{http://www.w3.org/2000/svg}"
# Between two staff lines, in the units of the inner viewBox.
STAFF_SPACE = 180.0
# A quarter note's head in Bravura: 295 font units at verovio's 0.72; a whole note's: 422.
HEAD_WIDTH = 212.0
_WIDE_HEADS = {"E0A2": 304.0}
_PLACE = re.compile(r"translate\((-?[\d.]+),\s*(-?[\d.]+)\)")
_LINE = re.compile(r"M-?[\d.]+ (-?[\d.]+) L")
_INK = "#010203"
# The id of the group with all ink, and the room above and below it: a staff space, for halos.
_ALL, _MARGIN = "everything", STAFF_SPACE
_OPTIONS: dict[str, Any] = {
    "adjustPageHeight": True, "adjustPageWidth": True, "header": "none", "footer": "none", "breaks": "none",
    "pageMarginLeft": 20, "pageMarginRight": 20, "pageMarginTop": 36, "pageMarginBottom": 24, "scale": 100,
    "svgRemoveXlink": True, "font": "Bravura", "spacingNonLinear": 0.6, "mnumInterval": 0,
}  # fmt: skip


class EngravingProblem(ValueError):
    """The notation source could not be engraved."""


# Two lines of music, about as long as each other: this share of one line's width, and the next where a bar is too long.
_HALVES = (0.56, 0.6, 0.66)
# Room between two lines of music for the signs under the upper one, in verovio's half staff spaces.
_BETWEEN = {"breaks": "auto", "pageHeight": 60_000, "spacingSystem": 10}


class Head(msgspec.Struct, frozen=True):
    """The middle of a note's head. `line` counts lines of music from the top, as one reads."""

    x: float
    y: float
    line: int = 0


class Engraving(msgspec.Struct, frozen=True):
    """Engraved music: the SVG in a stand-in colour, its size, the heads by xml:id.

    `tops` is where the top staff line of each line of music is.
    """

    svg: str
    width: float
    height: float
    heads: dict[str, Head]
    tops: tuple[float, ...]

    def coloured(self, ink: str) -> bytes:
        """The SVG in one colour (#RRGGBB)."""
        return self.svg.replace(_INK, ink).encode()


@cache
def _toolkit() -> verovio.toolkit:
    import verovio

    verovio.enableLog(verovio.LOG_OFF)
    toolkit = verovio.toolkit()
    toolkit.setOptions(_OPTIONS)
    return toolkit


def warm_up() -> None:
    """Load the engraver now (some 50 ms): for the moment after the first paint."""
    _toolkit()


@lru_cache(maxsize=256)
def engrave(mei: str) -> Engraving:
    """The engraving of an MEI document on one line; the same text again costs nothing. Raises EngravingProblem."""
    return _engraved(mei, {})


@lru_cache(maxsize=64)
def engrave_on_two_lines(mei: str) -> Engraving | None:
    """The same music on two lines, or None where no bar line parts it so. Raises EngravingProblem."""
    wide = engrave(mei).width
    tried = (_engraved(mei, {**_BETWEEN, "pageWidth": round(wide * share / 10)}) for share in _HALVES)
    return next((engraving for engraving in tried if len(engraving.tops) == 2), None)


def _engraved(mei: str, options: dict[str, Any]) -> Engraving:
    toolkit = _toolkit()
    toolkit.setOptions({**_OPTIONS, **options})
    if not toolkit.loadData(mei):
        raise EngravingProblem("This music could not be read.")
    try:
        root = Xml.fromstring(toolkit.renderToSVG(1))
    except Xml.ParseError as error:
        raise EngravingProblem("This music could not be drawn.") from error
    return _fixed_up(root)


def _fixed_up(root: Xml.Element) -> Engraving:
    inner = root.find(f"{_SVG}svg")
    if inner is None:
        raise EngravingProblem("This music came out empty.")
    _, _, width, height = (float(number) for number in inner.get("viewBox", "0 0 1 1").split())
    symbols = {str(each.get("id")): each for each in root.iter(f"{_SVG}g") if each.get("id")}
    page = inner.find(f"{_SVG}g")
    heads: dict[str, Head] = {}
    tops: tuple[float, ...] = ()
    if page is not None:
        tops = _find_lines(page, heads)
        _inline(page, symbols)
        body = Xml.tostring(page, encoding="unicode").replace("ns0:", "").replace(' xmlns:ns0="', ' xmlns="')
    else:
        body = ""
    body = body.replace("currentColor", _INK)
    left, top, wide, high = _cropped(body, width, height)
    moved = {each: Head(head.x - left, head.y - top, head.line) for each, head in heads.items()}
    return Engraving(_document(body, left, top, wide, high), wide, high, moved, tuple(each - top for each in tops))


def _document(body: str, left: float, top: float, width: float, height: float) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:g} {top:g} {width:g} {height:g}" width="{width:g}"'
        f' height="{height:g}"><g id="{_ALL}" fill="{_INK}" stroke="{_INK}" stroke-width="0">{body}</g></svg>'
    )


def _cropped(body: str, width: float, height: float) -> tuple[float, float, float, float]:
    """Left, top, width and height of the ink with a margin: verovio keeps room for notes that are not there."""
    renderer = QSvgRenderer(QByteArray(_document(body, 0, 0, width, height).encode()))
    ink = renderer.boundsOnElement(_ALL)
    if not renderer.isValid() or ink.isEmpty():
        return 0.0, 0.0, width, height
    top = max(0.0, ink.top() - _MARGIN)
    return 0.0, top, width, min(height, ink.bottom() + _MARGIN) - top


def _find_lines(page: Xml.Element, heads: dict[str, Head]) -> tuple[float, ...]:
    """Put every head into `heads`; returns where the top staff line of each line of music is."""
    margin = _PLACE.search(page.get("transform", ""))
    left, top = (float(margin[1]), float(margin[2])) if margin else (0.0, 0.0)
    systems = [each for each in page.iter(f"{_SVG}g") if each.get("class") == "system"]
    for number, system in enumerate(systems):
        heads.update(_heads(system, left, top, number))
    return tuple(_top_line(system) + top for system in systems)


def _heads(system: Xml.Element, left: float, top: float, number: int) -> Iterator[tuple[str, Head]]:
    for group in system.iter(f"{_SVG}g"):
        kind, note_id = group.get("class", "").split(" ", 1)[0], group.get("id")
        if kind not in ("note", "rest", "mRest") or not note_id:
            continue
        notehead = next((g for g in group.iter(f"{_SVG}g") if g.get("class") == "notehead"), group)
        use = next(notehead.iter(f"{_SVG}use"), None)
        place = _PLACE.search(use.get("transform", "")) if use is not None else None
        if use is not None and place:
            width = _WIDE_HEADS.get(use.get("href", "").lstrip("#")[:4], HEAD_WIDTH)
            yield note_id, Head(left + float(place[1]) + width / 2, top + float(place[2]), number)


def _top_line(system: Xml.Element) -> float:
    for staff in system.iter(f"{_SVG}g"):
        line = staff.find(f"{_SVG}path") if staff.get("class") == "staff" else None
        drawn = _LINE.match(line.get("d", "")) if line is not None else None
        if drawn:
            return float(drawn[1])
    return 0.0


def _inline(element: Xml.Element, symbols: dict[str, Xml.Element]) -> None:
    """Write each symbol where it is used, drop what is never seen, and flatten text."""
    for child in list(element):
        if child.tag == f"{_SVG}use":
            symbol = symbols.get(child.get("href", "").lstrip("#"))
            child.tag = f"{_SVG}g"
            child.attrib.pop("href", None)
            child.extend(list(symbol) if symbol is not None else [])
        elif child.tag == f"{_SVG}text":
            _flatten(child)
        elif "placeholder" in child.get("class", "") or child.get("class", "").startswith("mNum"):
            # Bars are not numbered: nobody speaks of bar 5 of eight, and an upbeat would count as one.
            element.remove(child)
        else:
            _inline(child, symbols)


def _flatten(text: Xml.Element) -> None:
    """One plain text without spans: QtSvg draws nested ones blank."""
    spans = [each for each in text.iter() if each is not text]
    words = "".join(each.text or "" for each in [text, *spans]).strip()
    sizes = [size for each in spans if (size := each.get("font-size")) and size != "0px"]
    for each in spans:
        for key in ("x", "y", "font-style", "font-weight", "text-anchor"):
            if each.get(key) and not text.get(key):
                text.set(key, str(each.get(key)))
    for child in list(text):
        text.remove(child)
    text.text = words
    text.set("font-size", sizes[-1] if sizes else "405px")
    text.set("font-family", "Inter")
