"""What MusicXML writes beside its notes: tempo, dynamics, ornaments, and the signs that send a player back."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from domain.music.bar import Bar, Jump
from domain.music.markings import LEVELS, STRESSES, level_of
from domain.music.xml_tree import text_of

_UNITS = {"breve": "1/2", "whole": "1", "half": "2", "quarter": "4", "eighth": "8", "16th": "16", "32nd": "32"}
_ORNAMENTS = {
    "trill-mark": "trill",
    "shake": "trill",
    "wavy-line": "trill",
    "mordent": "mordent",
    "inverted-mordent": "mordent",
    "turn": "turn",
    "inverted-turn": "turn",
    "delayed-turn": "turn",
    "delayed-inverted-turn": "turn",
    "vertical-turn": "turn",
    "haydn": "turn",
    "schleifer": "turn",
    "tremolo": "tremolo",
}
_CAPO = re.compile(r"\bd\. ?c\.|\bda capo\b", re.IGNORECASE)
_SEGNO = re.compile(r"\bd\. ?s\.|\bdal segno\b", re.IGNORECASE)
_FINE = re.compile(r"\s*fine\.?\s*", re.IGNORECASE)
_TO_CODA = re.compile(r"\s*(to|al) coda\b.*", re.IGNORECASE)


def ornament(note: Element) -> str:
    """What is played around a note: trill, mordent, turn, tremolo, glissando, or nothing."""
    for mark in note.iterfind("notations/ornaments/*"):
        if mark.tag in _ORNAMENTS:
            return _ORNAMENTS[mark.tag]
    for tag in ("glissando", "slide"):
        if any(mark.get("type") == "start" for mark in note.iterfind(f"notations/{tag}")):
            return "glissando"
    return ""


def loudness(element: Element) -> int:
    """The level of a dynamic in a direction or under a note, 0 where none is."""
    path = "notations/dynamics/*" if element.tag == "note" else "direction-type/dynamics/*"
    return level_of([mark.tag for mark in element.iterfind(path) if mark.tag in LEVELS])


def is_accented(note: Element) -> bool:
    """Whether an accent stands over a note."""
    return any(note.find(f"notations/articulations/{tag}") is not None for tag in ("accent", "strong-accent"))


def is_stress(element: Element) -> bool:
    """Whether a direction or a note says sforzato."""
    path = "notations/dynamics/*" if element.tag == "note" else "direction-type/dynamics/*"
    return any(mark.tag in STRESSES for mark in element.iterfind(path))


def wedges(direction: Element) -> list[tuple[str, str]]:
    """The hairpins that begin or end at a direction: their number, and crescendo, diminuendo or stop."""
    found = direction.iterfind("direction-type/wedge")
    return [(wedge.get("number", "1"), wedge.get("type", "")) for wedge in found]


def repeated(measure: Element, so_far: int) -> int:
    """How many measures back a measure is repeated from, 0 where it is not, by its own signs and those before it."""
    for sign in measure.iterfind("attributes/measure-style/measure-repeat"):
        text = (sign.text or "").strip()
        starts = sign.get("type") == "start"
        so_far = (int(text) if text.isdecimal() and len(text) < 3 else 1) if starts else 0
    return so_far


def signs(element: Element, bar: Bar) -> tuple[bool, bool]:
    """Takes over what a direction or a sound says about the order of measures.

    Returns whether a segno and whether a coda stands there.
    """
    sound = element if element.tag == "sound" else element.find("sound")
    said = sound.attrib if sound is not None else {}
    words = " ".join((each.text or "") for each in element.iterfind("direction-type/words"))
    if said.get("dacapo") == "yes" or _CAPO.search(words):
        bar.jump = Jump.CAPO
    elif "dalsegno" in said or _SEGNO.search(words):
        bar.jump = Jump.SEGNO
    bar.fine |= "fine" in said or bool(_FINE.fullmatch(words))
    to_coda = "tocoda" in said or bool(_TO_CODA.fullmatch(words) and bar.jump is Jump.NONE)
    bar.to_coda |= to_coda
    coda = "coda" in said or (element.find("direction-type/coda") is not None and not to_coda)
    return "segno" in said or element.find("direction-type/segno") is not None, coda


def micros_of(bpm: str | None) -> int | None:
    """Microseconds of a quarter from quarters a minute, or None where that is no tempo."""
    whole_part, _, fraction = (bpm or "").strip().partition(".")
    if not (whole_part or "0").isdecimal() or not (fraction or "0").isdecimal() or len(whole_part) > 4:
        return None
    thousandths = int(whole_part or "0") * 1_000 + int((fraction + "000")[:3])
    return 60_000_000_000 // thousandths if 3_000 <= thousandths <= 6_000_000 else None


def tempo(element: Element) -> int | None:
    """Microseconds of a quarter as a direction or a sound asks for, or None."""
    sound = element if element.tag == "sound" else element.find("sound")
    found = micros_of(sound.get("tempo")) if sound is not None else None
    return _metronome(element) if found is None and element.tag == "direction" else found


def _metronome(element: Element) -> int | None:
    unit = _UNITS.get(text_of(element, "direction-type/metronome/beat-unit"))
    beat = micros_of(text_of(element, "direction-type/metronome/per-minute"))
    if unit is None or beat is None:
        return None
    over, _, under = unit.partition("/")
    quarter = beat * int(over) // (4 * int(under or "1"))
    if element.find("direction-type/metronome/beat-unit-dot") is not None:
        quarter = quarter * 2 // 3
    return quarter if 10_000 <= quarter <= 20_000_000 else None
