"""MEI to a Sheet: what the program's own notation and the encodings of others say about playing. MEI 3 to 5."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import msgspec

from domain.music.bar import Bar, BarNote
from domain.music.key import KeySignature
from domain.music.markings import Loudness, give_loudness, level_of
from domain.music.musicxml_marks import micros_of
from domain.music.pitch import Pitch
from domain.music.rhythm import QUARTER, WHOLE
from domain.music.score import ScoreError, ScoreNote
from domain.music.sheet import Sheet
from domain.music.xml_tree import XML_ID, tree_of, whole

_ALTER = {"s": 1, "f": -1, "n": 0, "ss": 2, "x": 2, "ff": -2, "xs": 3, "ts": 3, "tf": -3, "nf": -1, "ns": 1}
_LONG = {"breve": 2 * WHOLE, "long": 4 * WHOLE, "maxima": 8 * WHOLE}
_STEPS = "cdefgab"
_ORNAMENTS = {"trill": "trill", "mordent": "mordent", "turn": "turn", "gliss": "glissando"}


def read_mei(data: bytes) -> Sheet:
    """The sheet in an .mei file. Raises ScoreError."""
    root = tree_of(data, "MEI")
    if root.tag not in ("mei", "music", "score"):
        raise ScoreError("This XML file is not an MEI score.")
    reader = _Reader(root)
    for score in root.iter("score"):
        reader.walk(score, ())
        break
    reader.give_loudness()
    return Sheet(reader.bars, reader.beat, reader.fifths)


class _Place(msgspec.Struct):
    """Where a layer stands: ticks from the bar line, and what the enclosing tuplets make of a duration."""

    at: int
    staff: int
    times: int = 1
    over: int = 1
    rolled: bool = False
    tremolo: bool = False


class _Reader:
    """Walks through sections, endings and measures."""

    def __init__(self, root: Element) -> None:
        self.bars: list[Bar] = []
        self.beat, self.fifths = QUARTER, 0
        self._key = KeySignature()
        self._bar_ticks, self._unit = WHOLE, QUARTER
        self._marks: list[Loudness] = []
        self._staves: set[int] = set()
        self._ornaments = {
            each.get("startid", "").lstrip("#"): _ORNAMENTS[each.tag] for each in root.iter() if each.tag in _ORNAMENTS
        }
        self._count = 0
        self._tied_to = {tie.get("endid", "").lstrip("#") for tie in root.iter("tie")} - {""}
        self._opens_next = False
        self._rolled = {each.lstrip("#") for arp in root.iter("arpeg") for each in _pointed_at(arp)}
        self._sounding_spelled = any(each.get("accid.ges") for each in root.iter() if each.tag in ("note", "accid"))
        self._shown: dict[tuple[int, int], int] = {}
        self._names: set[str] = set()

    def give_loudness(self) -> None:
        """Writes the dynamics into the notes, once all are read."""
        give_loudness(self.bars, self._staves, self._marks)

    def walk(self, element: Element, endings: tuple[int, ...]) -> None:
        """Measures below an element, in order."""
        for child in element:
            if child.tag == "measure":
                self._measure(child, endings)
            elif child.tag in ("scoreDef", "staffDef"):
                self._definition(child)
            elif child.tag == "ending":
                self.walk(child, tuple(int(digit) for digit in child.get("n", "1") if digit in "123456789") or (1,))
            elif child.tag in ("section", "expansion", "supplied", "add", "corr", "reg"):
                self.walk(child, endings)
            elif child.tag in ("app", "choice"):
                self.walk(_one_of(child), endings)

    def _definition(self, element: Element) -> None:
        """Key and metre, given as attributes or as children of this or of its staves."""
        for each in element.iter():
            sig = each.get("key.sig") or each.get("keysig") or (each.get("sig") if each.tag == "keySig" else None)
            if sig:
                self._set_key(sig)
            count = each.get("meter.count") or (each.get("count") if each.tag == "meterSig" else None)
            unit = each.get("meter.unit") or (each.get("unit") if each.tag == "meterSig" else None)
            if count and unit:
                self._set_metre(whole(count.split("+")[0], "metre", 1, 99), whole(unit, "metre", 1, 128))

    def _set_key(self, sig: str) -> None:
        number = sig.rstrip("sf")
        fifths = whole(number, "key", 0, 7) * (-1 if sig.endswith("f") else 1) if number.isdecimal() else 0
        self._key = KeySignature(fifths)
        self.fifths = self.fifths if self.bars else fifths

    def _set_metre(self, count: int, unit: int) -> None:
        self._bar_ticks, self._unit = count * WHOLE // unit, WHOLE // unit
        if not self.bars:
            self.beat = WHOLE // unit * (3 if count % 3 == 0 and count > 3 and unit >= 8 else 1)

    def _measure(self, element: Element, endings: tuple[int, ...]) -> None:
        digits = "".join(letter for letter in element.get("n", "") if letter.isdecimal())[:6]
        bar = Bar(int(digits) if digits else len(self.bars) + 1, 0, endings=endings)
        self._shown = {}
        for staff in element.findall("staff"):
            number = whole(staff.get("n", "1"), "staff", 1, 99)
            for layer in staff.findall("layer"):
                place = _Place(0, number)
                self._layer(layer, bar, place)
                bar.length = max(bar.length, place.at)
        self._signs(element, bar)
        left, right = element.get("left", ""), element.get("right", "")
        bar.repeat_starts = left in ("rptstart", "rptboth")
        bar.repeat_ends = right in ("rptend", "rptboth")
        if self.bars:
            self.bars[-1].repeat_ends |= left in ("rptend", "rptboth")
        bar.repeat_starts |= self._opens_next
        self._opens_next = right in ("rptstart", "rptboth")
        self.bars.append(bar)

    def _signs(self, element: Element, bar: Bar) -> None:
        """Tempo marks and dynamics at their beat."""
        for mark in element.findall("tempo"):
            tempo = micros_of(mark.get("midi.bpm"))
            if tempo is not None:
                bar.tempi.append((self._tick(mark), tempo))
        for mark in element.findall("dynam"):
            level = level_of("".join(mark.itertext()).replace(".", " ").split())
            for staff in (mark.get("staff") or "0").split() if level else []:
                number = int(staff) if staff.isdecimal() and len(staff) < 3 else 0
                self._marks.append(Loudness(len(self.bars), self._tick(mark), number, level))

    def _tick(self, mark: Element) -> int:
        """Where in its measure a sign stands: beats of the metre from 1, with a fraction."""
        beats, _, fraction = (mark.get("tstamp") or "1").partition(".")
        if not beats.isdecimal() or not (fraction or "0").isdecimal() or len(beats) > 3 or len(fraction) > 6:
            return 0
        thousandths = int(beats) * 1_000 + int((fraction + "000")[:3]) - 1_000
        return max(0, thousandths * self._unit // 1_000)

    def _layer(self, element: Element, bar: Bar, place: _Place) -> None:
        """Events one after the other; what only groups them is gone into."""
        for child in element:
            if child.tag in ("note", "chord"):
                self._event(child, bar, place)
            elif child.tag in ("rest", "space"):
                place.at += self._ticks(child, place)
            elif child.tag in ("mRest", "mSpace", "mRpt"):
                place.at += self._bar_ticks
            elif child.tag == "tuplet":
                self._tuplet(child, bar, place)
            elif child.tag in ("meterSig", "keySig", "staffDef", "scoreDef"):
                self._definition(child)
            elif child.tag in ("bTrem", "fTrem"):
                self._tremolo(child, bar, place)
            elif child.tag in ("app", "choice"):
                self._layer(_one_of(child), bar, place)
            elif child.tag not in ("verse", "artic", "accid", "clef", "dot"):
                self._layer(child, bar, place)

    def _tremolo(self, element: Element, bar: Bar, place: _Place) -> None:
        """One note struck often, or two in turn: each of the two is written as long as both together."""
        before = place.over
        place.over, place.tremolo = place.over * (2 if element.tag == "fTrem" else 1), True
        self._layer(element, bar, place)
        place.over, place.tremolo = before, False

    def _tuplet(self, element: Element, bar: Bar, place: _Place) -> None:
        actual = whole(element.get("num", "3"), "tuplet", 1, 64)
        normal = whole(element.get("numbase", "2"), "tuplet", 1, 64)
        before = place.times, place.over
        place.times, place.over = place.times * normal, place.over * actual
        self._layer(element, bar, place)
        place.times, place.over = before

    def _ticks(self, element: Element, place: _Place, inherited: str | None = None) -> int:
        value = element.get("dur") or inherited or "4"
        plain = _LONG.get(value) or WHOLE // whole(value, "duration", 1, 2048)
        dots = element.get("dots") or str(len(element.findall("dot")))
        ticks = 2 * plain - (plain >> whole(dots, "dots", 0, 4))
        return ticks * place.times // place.over

    def _event(self, element: Element, bar: Bar, place: _Place) -> None:
        """A note or the notes of a chord."""
        grace = element.get("grace") is not None
        ticks = 0 if grace else self._ticks(element, place)
        notes = [element] if element.tag == "note" else element.findall("note")
        for note in notes:
            bar.notes.append(self._note(note, element, bar, place, ticks))
        place.at += ticks

    def _note(self, element: Element, owner: Element, bar: Bar, place: _Place, ticks: int) -> BarNote:
        grace = owner.get("grace") is not None or element.get("grace") is not None
        pitch = self._pitch(element, place.staff)
        name = self._name(element)
        tie = (element.get("tie") or owner.get("tie") or "")[:1]
        joins = name in self._tied_to or tie in ("m", "t")
        return BarNote(
            ScoreNote(
                note_id=name,
                pitch=pitch,
                onset=place.at,
                duration=0 if grace else ticks,
                staff=self._staff(element, owner, place),
                measure=bar.number,
                grace=grace,
                rolled=name in self._rolled or owner.get(XML_ID, "") in self._rolled,
                articulation="staccato" if _is_staccato(element) or _is_staccato(owner) else "",
                ornament=self._ornament(name, owner) or ("tremolo" if place.tremolo else ""),
            ),
            joins=joins,
            opens=tie in ("i", "m"),
        )

    def _ornament(self, name: str, owner: Element) -> str:
        return self._ornaments.get(name) or self._ornaments.get(owner.get(XML_ID, ""), "")

    def _staff(self, element: Element, owner: Element, place: _Place) -> int:
        """The staff on which a note is written, which the hand of another staff may play."""
        number = element.get("staff") or owner.get("staff") or ""
        staff = int(number) if number.isdecimal() and 0 < int(number[:3]) < 100 else place.staff
        self._staves.add(staff)
        return staff

    def _name(self, element: Element) -> str:
        self._count += 1
        name = element.get(XML_ID) or f"n{self._count}"
        while name in self._names:
            name += "+"
        self._names.add(name)
        return name

    def _pitch(self, element: Element, staff: int) -> Pitch:
        letter = element.get("pname", "")
        if letter not in tuple(_STEPS):
            raise ScoreError(f"“{letter[:10]}” is not the name of a note.")
        step, octave = _STEPS.index(letter), whole(element.get("oct", "4"), "octave", -1, 10)
        child = element.find("accid")
        written = element.get("accid") or (child.get("accid") if child is not None else None)
        sounding = element.get("accid.ges") or (child.get("accid.ges") if child is not None else None)
        place = staff, octave * 7 + step
        if written:
            self._shown[place] = _ALTER.get(written, 0)
        if sounding or written:
            return Pitch(step, _ALTER.get(sounding or written or "n", 0), octave)
        if self._sounding_spelled:
            return Pitch(step, 0, octave)
        return Pitch(step, self._shown.get(place, self._key.alter_of(step)), octave)


def _one_of(element: Element) -> Element:
    """Of several readings the one that is to be played: the corrected, the editor's, or the first."""
    for tag in ("corr", "reg", "expan", "lem", "rdg"):
        if (found := element.find(tag)) is not None:
            return found
    return next(iter(element), element)


def _pointed_at(element: Element) -> list[str]:
    return (element.get("plist") or element.get("startid") or "").split()


def _is_staccato(element: Element) -> bool:
    marks = (element.get("artic") or "").split() + [child.get("artic", "") for child in element.findall("artic")]
    return any(mark in ("stacc", "staccis") for mark in marks)
