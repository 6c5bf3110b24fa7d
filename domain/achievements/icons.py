"""Badge icons: an uploaded SVG is read against an allow-list, and only what was understood is kept (decision 16).

Safe by construction: no document type, so no entities; no references of any kind (`use`, `href`, `url()`), so nothing
is fetched and nothing multiplies; no text, style or script. What is stored is written anew from what was read.
"""

from __future__ import annotations

import re
from typing import Final, NoReturn
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

import msgspec

from domain.music.say import Say, say

MOST_BYTES: Final = 64 * 1024
MOST_ELEMENTS: Final = 2_000
MOST_DEPTH: Final = 32
# Larger numbers mean nothing in an icon and cost a renderer dearly.
MOST_NUMBER: Final = 10_000.0

# How `icon_path` begins where the icon was uploaded: `centre:<badge_id>/<digest of the picture>`.
AT_CENTRE: Final = "centre:"

SVG: Final = "http://www.w3.org/2000/svg"
_BETWEEN: Final = " "  # expat's separator of namespace and name; no namespace that is taken here holds one
SHAPES: Final = frozenset({"g", "path", "circle", "rect", "ellipse", "line", "polygon", "polyline"})
# Read and left out: words for editors, nothing that is drawn.
_LEFT_OUT: Final = frozenset({"title", "desc"})

_NUMBER: Final = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?"
_NUMBERS: Final = re.compile(_NUMBER)
_ONE: Final = re.compile(rf"{_NUMBER}(?:px)?")
_LIST: Final = re.compile(r"[\s\d.,eE+-]*")
_PATH: Final = re.compile(r"[\s\d.,eE+MmZzLlHhVvCcSsQqTtAa-]*")
_TRANSFORM: Final = re.compile(r"(?:[\s,]*(?:translate|scale|rotate|matrix|skewX|skewY)\s*\([\s\d.,eE+-]*\))*\s*")
_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6}|[A-Za-z]{3,24}|rgb\([\d\s,.%]{5,40}\)")
_WORD: Final = re.compile(r"[a-z]{1,12}")

_ATTRIBUTES: Final[dict[str, re.Pattern[str]]] = {
    **dict.fromkeys(("cx", "cy", "r", "rx", "ry", "x", "y", "x1", "y1", "x2", "y2", "width", "height"), _ONE),
    **dict.fromkeys(("stroke-width", "stroke-miterlimit", "opacity", "fill-opacity", "stroke-opacity"), _ONE),
    **dict.fromkeys(("fill-rule", "clip-rule", "stroke-linecap", "stroke-linejoin"), _WORD),
    **dict.fromkeys(("fill", "stroke"), _COLOUR),
    "points": _LIST,
    "d": _PATH,
    "transform": _TRANSFORM,
}
# Dropped without a word: they draw nothing. `on…`, `style`, `href` and the like are refused instead.
_HARMLESS: Final = re.compile(r"id|class|role|version|baseProfile|enable-background|overflow|(?:data|aria)-[\w.-]+")


class IconRefusedError(ValueError):
    """An icon that is not taken. `why` says it to the person who brought it."""

    def __init__(self, why: Say) -> None:
        super().__init__(why.english())
        self.why = why


class Icon(msgspec.Struct, frozen=True, kw_only=True):
    """A drawing that may be stored: the SVG as it was written anew, and what it holds."""

    svg: bytes
    elements: int
    depth: int


def read_icon(data: bytes) -> Icon:
    """The icon in an uploaded file. Raises IconRefusedError, and nothing else, for any bytes."""
    if len(data) > MOST_BYTES:
        _refuse(say("The drawing is larger than {most} KiB. Please simplify it.", most=MOST_BYTES // 1024))
    reader = _Reader()
    try:
        data.decode("utf-8")
        reader.parser.Parse(data, True)
    except (expat.ExpatError, UnicodeDecodeError, ValueError, LookupError) as error:
        if isinstance(error, IconRefusedError):
            raise
        raise IconRefusedError(say("This file can't be read as an SVG drawing.")) from error
    if reader.drawn == 0:
        _refuse(say("The drawing is empty."))
    return Icon(svg="".join(reader.out).encode(), elements=reader.elements, depth=reader.deepest)


def _refuse(why: Say) -> NoReturn:
    raise IconRefusedError(why)


class _Reader:
    """Reads an SVG element by element and writes what is allowed."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.elements = self.deepest = self.drawn = 0
        self.open: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=_BETWEEN)
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.upper() not in {"UTF-8", "UTF8", "US-ASCII"}:
            _refuse(say("The drawing must be saved as UTF-8."))

    def _doctype(self, *_what: object) -> None:
        _refuse(say("The drawing has a document type declaration, which could hide other content. Save it without."))

    def _instruction(self, *_what: object) -> None:
        _refuse(say("The drawing has processing instructions, which an icon may not have."))

    def _text(self, text: str) -> None:
        if text.strip() and (not self.open or self.open[-1] not in _LEFT_OUT):
            _refuse(say("The drawing has loose text in it. Please turn text into outlines."))

    def _start(self, full_name: str, attributes: dict[str, str]) -> None:
        space, _, name = full_name.rpartition(_BETWEEN)
        self._count()
        if space != SVG:
            _refuse(say("The drawing has a part that is not SVG: {name}", name=name[:40]))
        if self.open and self.open[-1] in _LEFT_OUT:
            _refuse(say("The drawing has other parts inside its title: {name}", name=name[:40]))
        if len(self.open) == 0:
            self._root(name, attributes)
        elif name in SHAPES:
            self._shape(name, attributes)
        elif name not in _LEFT_OUT:
            _refuse(say("An icon may not have this kind of part: {name}", name=name[:40]))
        self.open.append(name)

    def _count(self) -> None:
        self.elements += 1
        self.deepest = max(self.deepest, len(self.open) + 1)
        if self.elements > MOST_ELEMENTS:
            _refuse(say("The drawing has more than {most} parts. Please simplify it.", most=MOST_ELEMENTS))
        if self.deepest > MOST_DEPTH:
            _refuse(say("The drawing has groups inside groups, more than {most} deep.", most=MOST_DEPTH))

    def _root(self, name: str, attributes: dict[str, str]) -> None:
        if name != "svg":
            _refuse(say("This file can't be read as an SVG drawing."))
        box = _view_box(attributes)
        allowed = {"viewBox", "width", "height", "x", "y", "preserveAspectRatio"}
        kept = _kept({key: value for key, value in attributes.items() if key not in allowed})
        self.out.append(f'<svg xmlns="{SVG}" viewBox="{box}"{kept}>')

    def _shape(self, name: str, attributes: dict[str, str]) -> None:
        self.drawn += name != "g"
        if name != "g" and self.open[-1] not in {"svg", "g"}:
            _refuse(say("The drawing has a shape inside another shape: {name}", name=name))
        self.out.append(f"<{name}{_kept(attributes)}>")

    def _end(self, _full_name: str) -> None:
        name = self.open.pop()
        if name not in _LEFT_OUT:
            self.out.append(f"</{name}>")


def _kept(attributes: dict[str, str]) -> str:
    """The allowed attributes, written. Refuses what could do more than draw."""
    written = []
    for key, value in sorted(attributes.items()):
        pattern = _ATTRIBUTES.get(key)
        if pattern is None:
            _check_harmless(key)
            continue
        if not pattern.fullmatch(value.strip()):
            _refuse(say("The drawing has a value that is not understood, for {name}", name=key))
        if pattern not in {_COLOUR, _WORD}:
            _check_numbers(key, value)
        written.append(f" {key}={quoteattr(value.strip())}")
    return "".join(written)


def _check_harmless(key: str) -> None:
    """What an editor left behind is dropped; what could act is refused."""
    space, _, name = key.rpartition(_BETWEEN)
    foreign = space and "xlink" not in space and space != "http://www.w3.org/2001/xml-events"
    acts = name.lower().startswith("on") or name.lower() in {"href", "src", "style", "base"}
    if acts or not (foreign or space == "http://www.w3.org/XML/1998/namespace" or _HARMLESS.fullmatch(name)):
        _refuse(say("An icon may not use this property: {name}", name=name[:40]))


def _check_numbers(key: str, value: str) -> None:
    for number in _NUMBERS.findall(value):
        if not abs(float(number)) <= MOST_NUMBER:
            _refuse(say("The drawing has a number that is far too large, for {name}", name=key))


def _view_box(attributes: dict[str, str]) -> str:
    """The square that the drawing fills, from `viewBox` or else from width and height."""
    text = attributes.get("viewBox") or f"0 0 {attributes.get('width', '')} {attributes.get('height', '')}"
    text = text.replace("px", "")
    numbers = [float(number) for number in _NUMBERS.findall(text)] if _LIST.fullmatch(text) else []
    if len(numbers) != 4 or not all(abs(number) <= MOST_NUMBER for number in numbers) or min(numbers[2:]) <= 0:
        _refuse(say("The drawing does not say how large it is (viewBox)."))
    if abs(numbers[2] - numbers[3]) > 0.01 * max(numbers[2:]):
        _refuse(
            say(
                "A badge icon must be square. This one is {width} by {height}.",
                width=text.split()[2],
                height=text.split()[3],
            )
        )
    return " ".join(f"{number:g}" for number in numbers)
