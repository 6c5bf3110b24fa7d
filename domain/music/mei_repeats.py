"""Repeat signs inside an MEI layer, written out: the beat, the half or the measures before them, played again.

MEI 5, chapter 4 (repetition in common notation): `mRpt` one measure, `mRpt2` two, `multiRpt` so many, `halfmRpt` half
of one, `beatRpt` a beat. Of a sign for several measures the measures after it stay empty.
"""

from __future__ import annotations

from typing import TypeAlias
from xml.etree.ElementTree import Element

import msgspec

from domain.music.bar import BarNote
from domain.music.xml_tree import whole

WHOLE_MEASURES = frozenset(("mRpt", "mRpt2", "multiRpt"))
PARTS_OF_ONE = frozenset(("halfmRpt", "beatRpt"))
Layer: TypeAlias = tuple[int, int]
# What a layer may hold while the sign before it still speaks for it.
_SILENT = frozenset(("space", "mSpace", "clef"))
MOST_MEASURES = 99


class Said(msgspec.Struct):
    """What the layers have said so far, by the index of the measure; and what signs say of measures to come."""

    notes: dict[Layer, dict[int, list[BarNote]]] = msgspec.field(default_factory=dict)
    # How far back a sign reaches, and the last measure for which it speaks.
    signs: dict[Layer, tuple[int, int]] = msgspec.field(default_factory=dict)

    def keep(self, layer: Layer, measure: int, notes: list[BarNote]) -> None:
        """Remembers the notes of one measure."""
        self.notes.setdefault(layer, {})[measure] = notes

    def before(self, layer: Layer, measure: int, back: int = 1) -> list[BarNote]:
        """The notes of a layer so many measures before one, none where it was silent."""
        return self.notes.get(layer, {}).get(measure - back, [])

    def sign(self, layer: Layer, measure: int, element: Element) -> list[BarNote]:
        """What a sign for whole measures stands for in the measure where it is written."""
        text = "2" if element.tag == "mRpt2" else element.get("num") if element.tag == "multiRpt" else "1"
        back = whole(text or "2", "measures", 1, MOST_MEASURES)
        self.signs[layer] = back, measure + back - 1
        return self.before(layer, measure, back)

    def unspoken(self, layer: Layer, measure: int, content: Element) -> list[BarNote]:
        """What an earlier sign says of a measure in which nothing is written."""
        back, last = self.signs.get(layer, (0, -1))
        silent = all(child.tag in _SILENT for child in content)
        return self.before(layer, measure, back) if silent and measure <= last else []
