"""XML read with its teeth drawn: bounded size and depth, no entities of its own, nothing fetched. No namespaces."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from domain.music.score import ScoreError

# The longest scores of the repertoire stay under 20 MB of MusicXML.
MOST_BYTES = 32 * 1024 * 1024
MOST_DEPTH = 100
XML_ID = "http://www.w3.org/XML/1998/namespace|id"


def tree_of(data: bytes, what: str) -> Element:
    """The root element of a document, called `what` in messages. Raises ScoreError."""
    if len(data) > MOST_BYTES:
        raise ScoreError(f"The {what} file is larger than {MOST_BYTES // 1024 // 1024} MB.")
    if not data.strip():
        raise ScoreError(f"The {what} file is empty.")
    reader = _Reader(what)
    try:
        return reader.read(data)
    except expat.ExpatError as problem:
        line = getattr(problem, "lineno", 0)
        raise ScoreError(f"The {what} file is damaged or cut off near line {line}.") from problem
    except (UnicodeError, ValueError, LookupError) as problem:
        if isinstance(problem, ScoreError):
            raise
        raise ScoreError(f"The {what} file is not written in a known alphabet.") from problem


class _Reader:
    """Feeds expat's events to a tree builder."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._builder = TreeBuilder()
        self._depth = 0

    def read(self, data: bytes) -> Element:
        parser = expat.ParserCreate(namespace_separator="|")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._builder.data
        parser.EntityDeclHandler = self._refuse
        parser.Parse(data, True)
        root: Element = self._builder.close()
        return root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise ScoreError(f"The {self._what} file is nested deeper than any score.")
        self._builder.start(name.rpartition("|")[2], attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(name.rpartition("|")[2])

    def _refuse(self, *_: object) -> None:
        raise ScoreError(f"The {self._what} file declares entities, which no score needs.")


@contextmanager
def told_where(what: str, data: bytes, root: Element, here: Callable[[], Element]) -> Iterator[None]:
    """Puts the line of the element that a reader is at (`here`) before what it finds wrong.

    The line is looked for only then: a second reading counts elements up to that one.
    """
    try:
        yield
    except ScoreError as problem:
        number = next((n for n, each in enumerate(root.iter(), 1) if each is here()), 1)
        raise ScoreError(f"Line {_Lines(number).find(data)} of the {what} file: {problem}") from problem


class _Lines:
    """Finds the line on which an element begins, by its number in the order of the file."""

    def __init__(self, number: int) -> None:
        self._left, self._line = number, 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start

    def find(self, data: bytes) -> int:
        self._parser.Parse(data, True)
        return self._line

    def _start(self, *_: object) -> None:
        self._left -= 1
        if not self._left:
            self._line = self._parser.CurrentLineNumber


def text_of(element: Element, path: str, default: str = "") -> str:
    """The text of a child, stripped."""
    return (element.findtext(path) or default).strip()


def whole(text: str | None, what: str, low: int, high: int) -> int:
    """A whole number within bounds. Decimal fractions of value zero are allowed. Raises ScoreError."""
    plain = (text or "").strip()
    if "." in plain:
        plain, _, fraction = plain.partition(".")
        if fraction.strip("0"):
            raise ScoreError(f"“{(text or '')[:20]}” is not a whole number ({what}).")
    if not plain.lstrip("+-").isdecimal() or len(plain) > 12:
        raise ScoreError(f"“{(text or '')[:20]}” is not a number ({what}).")
    value = int(plain)
    if not low <= value <= high:
        raise ScoreError(f"{value} is out of range ({what}).")
    return value
