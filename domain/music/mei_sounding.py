"""Where MEI notes sound apart from where they are written: under octave lines and for transposing instruments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from typing import TypeAlias
from xml.etree.ElementTree import Element

import msgspec
from msgspec.structs import replace

from domain.music.bar import Bar
from domain.music.pitch import Pitch, at_position
from domain.music.xml_tree import whole

# A measure by its index, and ticks from its beginning.
Place: TypeAlias = tuple[int, int]
_OCTAVES = {"8": 1, "15": 2, "22": 3}


class OctaveLine(msgspec.Struct, frozen=True, order=True):
    """An 8va, 15ma or 22ma: notes of a staff from one place to another sound so many octaves higher."""

    start: Place
    end: Place
    staff: int
    octaves: int


def octaves_of(line: Element) -> int:
    """How many octaves higher (below zero: lower) the notes under an `octave` sound."""
    return _OCTAVES.get(line.get("dis", "8"), 0) * (-1 if line.get("dis.place") == "below" else 1)


def sound_octaves(bars: Sequence[Bar], lines: Iterable[OctaveLine], told: Collection[str]) -> None:
    """Moves the notes under octave lines, but for those whose sounding octave is `told` (by their names).

    Of lines that lie over each other on a staff the later one holds.
    """
    by_staff: dict[int, list[OctaveLine]] = {}
    for line in sorted(lines):
        by_staff.setdefault(line.staff, []).append(line)
    for number, bar in enumerate(bars) if by_staff else ():
        for index, each in enumerate(bar.notes):
            here = by_staff.get(each.note.staff, [])
            place = number, each.note.onset
            before = bisect_right(here, place, key=lambda line: line.start) - 1
            if before < 0 or here[before].end < place or each.note.note_id in told:
                continue
            pitch = replace(each.note.pitch, octave=each.note.pitch.octave + here[before].octaves)
            bar.notes[index] = replace(each, note=replace(each.note, pitch=pitch))


def transposition(definition: Element) -> Place | None:
    """Staff positions and semitones from what is written to what sounds, or None where nothing is said."""
    semitones = definition.get("trans.semi")
    if semitones is None:
        return None
    chromatic = whole(semitones, "transposition", -48, 48)
    # Where the positions are not given, the nearest: seven of them in twelve semitones.
    return whole(definition.get("trans.diat", str((7 * chromatic + 6) // 12)), "transposition", -48, 48), chromatic


def transposed(written: Pitch, by: Place | None) -> Pitch:
    """The pitch that sounds."""
    return at_position(written.diatonic + by[0], written.midi + by[1]) if by else written
