"""MEI to a Sheet: what the program's own notation and the encodings of others say about playing. MEI 3 to 5."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import msgspec
from msgspec.structs import replace

from domain.music.bar import Bar, BarNote, again
from domain.music.key import KeySignature
from domain.music.markings import STRESSES, Hairpin, Loudness, give_hairpins, give_loudness, give_stresses, level_of
from domain.music.mei_repeats import PARTS_OF_ONE, WHOLE_MEASURES, Said
from domain.music.mei_sounding import OctaveLine, octaves_of, sound_octaves, transposed, transposition
from domain.music.mei_tuplets import Spans
from domain.music.musicxml_marks import micros_of
from domain.music.pitch import Pitch
from domain.music.rhythm import QUARTER, WHOLE, Ticks, exactly
from domain.music.score import ScoreError, ScoreNote
from domain.music.sheet import Sheet
from domain.music.xml_tree import XML_ID, told_where, tree_of, whole

_ALTER = {"s": 1, "f": -1, "n": 0, "ss": 2, "x": 2, "ff": -2, "xs": 3, "ts": 3, "tf": -3, "nf": -1, "ns": 1}
_LONG = {"breve": 2 * WHOLE, "long": 4 * WHOLE, "maxima": 8 * WHOLE}
_STEPS = "cdefgab"
_SHORT, _ACCENTS = frozenset(("stacc", "staccis")), frozenset(("acc", "acc-soft", "acc-inv", "acc-long", "marc"))
_METRES = {"common": ("4", "4"), "cut": ("2", "2")}
_ORNAMENTS = {"trill": "trill", "mordent": "mordent", "turn": "turn", "gliss": "glissando"}


def read_mei(data: bytes) -> Sheet:
    """The sheet in an .mei file. Raises ScoreError."""
    root = tree_of(data, "MEI")
    if root.tag not in ("mei", "music", "score"):
        raise ScoreError("This XML file is not an MEI score.")
    reader = _Reader(root)
    with told_where("MEI", data, root, lambda: reader.here):
        reader.read(root)
    return Sheet(reader.bars, reader.beat, reader.fifths)


class _Place(msgspec.Struct):
    """Where a layer stands: ticks from the bar line, and what the enclosing tuplets make of a duration.

    `layer` is its staff and its number, `first` the place of its first note among those of the measure.
    """

    at: Ticks
    layer: tuple[int, int]
    first: int
    times: int = 1
    over: int = 1
    tremolo: bool = False

    @property
    def staff(self) -> int:
        """The number of its staff."""
        return self.layer[0]


class _Reader:
    """Walks through sections, endings and measures."""

    def __init__(self, root: Element) -> None:
        self.bars: list[Bar] = []
        self.beat, self.fifths = QUARTER, 0
        self._key = KeySignature()
        self._bar_ticks, self._unit, self._in_beat = WHOLE, QUARTER, 1
        self._marks: list[Loudness] = []
        self._staves: set[int] = set()
        self._ornaments = {
            each.get("startid", "").lstrip("#"): _ORNAMENTS[each.tag] for each in root.iter() if each.tag in _ORNAMENTS
        }
        self._fermatas = {each.get("startid", "").lstrip("#") for each in root.iter("fermata")} - {""}
        self._count = 0
        self._tied_to = {tie.get("endid", "").lstrip("#") for tie in root.iter("tie")} - {""}
        self._opens_next = False
        self._rolled = {each.lstrip("#") for arp in root.iter("arpeg") for each in _pointed_at(arp)}
        self._sounding_spelled = any(each.get("accid.ges") for each in root.iter() if each.tag in ("note", "accid"))
        self._shown: dict[tuple[int, int], int] = {}
        self._names: set[str] = set()
        self._said = Said()
        self._spans: Spans | None = None
        self._transposed: dict[int, tuple[int, int] | None] = {}
        self._octave_lines: list[tuple[Element, int]] = []
        self._pointed = {each.get(end, "").lstrip("#") for each in root.iter() for end in ("startid", "endid")} - {""}
        self._hairpins: list[tuple[Element, int]] = []
        self._stresses: list[tuple[tuple[int, int], int]] = []
        self._where: dict[str, tuple[int, int, int]] = {}
        self._octave_told: set[str] = set()
        self.here = root

    def read(self, root: Element) -> None:
        """The first piece in a document; then what lies over its notes."""
        for span in root.iter("tupletSpan"):
            self.here = span
            self._spans = self._spans or Spans(root)
            self._spans.add(span)
        for score in root.iter("score"):
            self.walk(score, ())
            break
        give_loudness(self.bars, self._staves, self._marks)
        hairpins = [each for element, bar in self._hairpins for each in self._hairpin(element, bar)]
        give_hairpins(self.bars, self._staves, hairpins)
        give_stresses(self.bars, self._staves, self._stresses)
        lines = [self._octave_line(element, bar) for element, bar in self._octave_lines]
        sound_octaves(self.bars, lines, self._octave_told)

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
        """Key, metre and transposition, given as attributes or as children of this or of its staves."""
        self.here = element
        for each in element.iter():
            if each.tag == "staffDef" and (by := transposition(each)):
                self._transposed[whole(each.get("n", "1"), "staff", 1, 99)] = by
            sig = each.get("key.sig") or each.get("keysig") or (each.get("sig") if each.tag == "keySig" else None)
            if sig:
                self._set_key(sig)
            count = each.get("meter.count") or (each.get("count") if each.tag == "meterSig" else None)
            unit = each.get("meter.unit") or (each.get("unit") if each.tag == "meterSig" else None)
            sym = each.get("meter.sym") or (each.get("sym") if each.tag == "meterSig" else None)
            if (not count or not unit) and sym in _METRES:
                count, unit = _METRES[sym]
            if count and unit:
                self._set_metre(whole(count.split("+")[0], "metre", 1, 99), whole(unit, "metre", 1, 128))

    def _set_key(self, sig: str) -> None:
        number = sig.rstrip("sf")
        fifths = whole(number, "key", 0, 7) * (-1 if sig.endswith("f") else 1) if number.isdecimal() else 0
        self._key = KeySignature(fifths)
        self.fifths = self.fifths if self.bars else fifths

    def _set_metre(self, count: int, unit: int) -> None:
        self._bar_ticks, self._unit = count * WHOLE // unit, WHOLE // unit
        self._in_beat = 3 if count % 3 == 0 and count > 3 and unit >= 8 else 1
        if not self.bars:
            self.beat = self._unit * self._in_beat

    def _measure(self, element: Element, endings: tuple[int, ...]) -> None:
        digits = "".join(letter for letter in element.get("n", "") if letter.isdecimal())[:6]
        self.here = element
        bar = Bar(int(digits) if digits else len(self.bars) + 1, 0, endings=endings)
        self._shown = {}
        for staff in element.findall("staff"):
            number = whole(staff.get("n", "1"), "staff", 1, 99)
            for index, layer in enumerate(staff.findall("layer"), 1):
                place = _Place(0, (number, whole(layer.get("n", str(index)), "layer", 0, 99)), len(bar.notes))
                self._layer(layer, bar, place)
                self._remember(layer, bar, place)
                bar.length = max(bar.length, round(place.at))
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
        """Tempo marks, dynamics, hairpins and octave lines, where they stand."""
        self._hairpins += [(hairpin, len(self.bars)) for hairpin in element.findall("hairpin")]
        self._octave_lines += [(line, len(self.bars)) for line in element.findall("octave")]
        for mark in element.findall("tempo"):
            tempo = micros_of(mark.get("midi.bpm"))
            if tempo is not None:
                bar.tempi.append((self._place(mark, "startid", "tstamp", len(self.bars))[1], tempo))
        for mark in element.findall("dynam"):
            words = "".join(mark.itertext()).replace(".", " ").split()
            level, place = level_of(words), self._place(mark, "startid", "tstamp", len(self.bars))
            for staff in _staves(mark, place[2]):
                if level:
                    self._marks.append(Loudness(place[0], place[1], staff, level))
                if STRESSES.intersection(words):
                    self._stresses.append((place[:2], staff))

    def _hairpin(self, element: Element, bar: int) -> list[Hairpin]:
        """A hairpin on each of its staves. One that ends with a note holds for that note too."""
        start, end = (self._place(element, *names, bar) for names in (("startid", "tstamp"), ("endid", "tstamp2")))
        ends_with_a_note = element.get("endid", "").lstrip("#") in self._where
        until = end[0], end[1] + ends_with_a_note
        louder = element.get("form", "cres") == "cres"
        return [Hairpin(start[:2], until, staff, louder) for staff in _staves(element, start[2])]

    def _octave_line(self, line: Element, bar: int) -> OctaveLine:
        start, end = (self._place(line, *names, bar) for names in (("startid", "tstamp"), ("endid", "tstamp2")))
        staff = line.get("staff") or str(start[2] or 1)
        return OctaveLine(start[:2], end[:2], whole(staff.split()[0], "staff", 1, 99), octaves_of(line))

    def _place(self, mark: Element, by_id: str, by_beat: str, bar: int) -> tuple[int, int, int]:
        """Where a sign begins or ends: a measure, ticks from its beginning, and its staff if a note tells that."""
        known = self._where.get(mark.get(by_id, "").lstrip("#"))
        if known:
            return known
        measures, _, beats = (mark.get(by_beat) or "1").rpartition("m+")
        return bar + int(measures if measures.isdecimal() and len(measures) < 5 else 0), self._tick(beats), 0

    def _tick(self, stamp: str) -> int:
        """Ticks from the bar line: beats of the metre from 1, with a fraction."""
        beats, _, fraction = stamp.partition(".")
        if not beats.isdecimal() or not (fraction or "0").isdecimal() or len(beats) > 3 or len(fraction) > 6:
            return 0
        thousandths = int(beats) * 1_000 + int((fraction + "000")[:3]) - 1_000
        return max(0, thousandths * self._unit // 1_000)

    def _layer(self, element: Element, bar: Bar, place: _Place) -> None:
        """Events one after the other; what only groups them is gone into."""
        for child in element:
            self._pass(child, place)
            if child.tag in ("note", "chord"):
                self._event(child, bar, place)
            elif child.tag in ("rest", "space"):
                place.at += self._ticks(child, place)
            elif child.tag in ("mRest", "mSpace"):
                place.at += self._bar_ticks
            elif child.tag == "multiRest":
                place.at += self._bar_ticks * whole(child.get("num", "1"), "measures of rest", 1, 999)
            elif child.tag in WHOLE_MEASURES:
                self._repeat(self._said.sign(place.layer, len(self.bars), child), bar, place)
            elif child.tag in PARTS_OF_ONE:
                self._repeat_part(child, bar, place)
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

    def _pass(self, child: Element, place: _Place) -> None:
        """Remembers where reading is, and where an element stands to which a sign points."""
        self.here = child
        for each in (child, *child.findall("note")) if self._pointed else ():
            if (name := each.get(XML_ID, "")) in self._pointed:
                self._where[name] = len(self.bars), round(place.at), place.staff

    def _repeat(self, notes: list[BarNote], bar: Bar, place: _Place) -> None:
        """A whole measure once more."""
        for each in again(notes, 0, self._bar_ticks, 0, self._unique):
            bar.notes.append(replace(each, note=replace(each.note, measure=bar.number)))
        place.at += self._bar_ticks

    def _repeat_part(self, sign: Element, bar: Bar, place: _Place) -> None:
        """The half of a measure or the beat before a sign once more; at a bar line that of the measure before."""
        beats = whole(sign.get("beatdef", str(self._in_beat)), "beat", 1, 16)
        length = self._bar_ticks // 2 if sign.tag == "halfmRpt" else self._unit * beats
        notes, end = bar.notes[place.first :], round(place.at)
        if not place.at:
            notes, end = self._said.before(place.layer, len(self.bars)), self._bar_ticks
        for each in again(notes, end - length, end, round(place.at), self._unique):
            bar.notes.append(replace(each, note=replace(each.note, measure=bar.number)))
        place.at += length

    def _remember(self, layer: Element, bar: Bar, place: _Place) -> None:
        """Keeps what a layer held, after what an earlier sign says of it."""
        if unspoken := self._said.unspoken(place.layer, len(self.bars), layer):
            place.at = 0
            self._repeat(unspoken, bar, place)
        self._said.keep(place.layer, len(self.bars), bar.notes[place.first :])

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

    def _ticks(self, element: Element, place: _Place) -> Ticks:
        value = element.get("dur") or "4"
        plain = _LONG.get(value) or WHOLE // whole(value, "duration", 1, 2048)
        dots = element.get("dots") or str(len(element.findall("dot")))
        ticks = 2 * plain - (plain >> whole(dots, "dots", 0, 4))
        times, over = self._spans.factor(element) if self._spans else (1, 1)
        return exactly(ticks * place.times * times, place.over * over)

    def _event(self, element: Element, bar: Bar, place: _Place) -> None:
        """A note or the notes of a chord."""
        grace = element.get("grace") is not None
        ticks = 0 if grace else self._ticks(element, place)
        span = round(place.at), round(place.at + ticks) - round(place.at)
        notes = [element] if element.tag == "note" else element.findall("note")
        for note in notes:
            bar.notes.append(self._note(note, element, bar, place, span))
        place.at += ticks

    def _note(self, element: Element, owner: Element, bar: Bar, place: _Place, span: tuple[int, int]) -> BarNote:
        grace = owner.get("grace") is not None or element.get("grace") is not None
        name = self._name(element)
        pitch = transposed(self._pitch(element, place.staff), self._transposed.get(place.staff))
        if element.get("oct.ges"):
            self._octave_told.add(name)
        tie = (element.get("tie") or owner.get("tie") or "")[:1]
        joins = name in self._tied_to or tie in ("m", "t")
        return BarNote(
            ScoreNote(
                note_id=name,
                pitch=pitch,
                onset=span[0],
                duration=0 if grace else span[1],
                staff=self._staff(element, owner, place),
                measure=bar.number,
                grace=grace,
                rolled=name in self._rolled or owner.get(XML_ID, "") in self._rolled,
                articulation="staccato" if _has(_SHORT, element, owner) else "",
                accent=_has(_ACCENTS, element, owner),
                ornament=self._ornament(name, owner) or ("tremolo" if place.tremolo else ""),
                fermata=bool({name, owner.get(XML_ID)} & self._fermatas or element.get("fermata")),
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
        return self._unique(element.get(XML_ID) or f"n{self._count}")

    def _unique(self, name: str) -> str:
        """A name that no other note has."""
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
        heard = whole(element.get("oct.ges") or str(octave), "octave", -1, 10)
        if sounding or written:
            return Pitch(step, _ALTER.get(sounding or written or "n", 0), heard)
        if self._sounding_spelled:
            return Pitch(step, 0, heard)
        return Pitch(step, self._shown.get(place, self._key.alter_of(step)), heard)


def _one_of(element: Element) -> Element:
    """Of several readings the one that is to be played: the corrected, the editor's, or the first."""
    for tag in ("corr", "reg", "expan", "lem", "rdg"):
        if (found := element.find(tag)) is not None:
            return found
    return next(iter(element), element)


def _pointed_at(element: Element) -> list[str]:
    return (element.get("plist") or element.get("startid") or "").split()


def _staves(mark: Element, otherwise: int) -> list[int]:
    """The staves that a sign holds for; 0 is all of them."""
    named = (mark.get("staff") or str(otherwise)).split()
    return [int(staff) if staff.isdecimal() and len(staff) < 3 else 0 for staff in named]


def _has(articulations: frozenset[str], *elements: Element) -> bool:
    """Whether one of some articulations stands over a note or its chord."""
    inside = [child for element in elements for child in element.findall("artic")]
    return any(articulations.intersection(each.get("artic", "").split()) for each in (*elements, *inside))
