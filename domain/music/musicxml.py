"""MusicXML 4.0 of the W3C to a Sheet: part by part or measure by measure, plain or compressed.

What is not about playing is passed over.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from domain.music.bar import Bar, BarNote, again
from domain.music.markings import Hairpin, Loudness, Place, give_hairpins, give_loudness, give_stresses
from domain.music.musicxml_marks import is_accented, is_stress, loudness, ornament, repeated, signs, tempo, wedges
from domain.music.pitch import STEPS, Pitch, at_position
from domain.music.playing_order import settle
from domain.music.rhythm import QUARTER, WHOLE, Ticks, exactly
from domain.music.score import ScoreError, ScoreNote
from domain.music.sheet import Sheet
from domain.music.xml_tree import MOST_BYTES, text_of, told_where, tree_of, whole


def read_musicxml(data: bytes) -> Sheet:
    """The sheet in a .musicxml, .xml or .mxl file. Raises ScoreError."""
    plain = _unzipped(data) if data[:2] == b"PK" else data
    root = tree_of(plain, "MusicXML")
    if root.tag not in ("score-partwise", "score-timewise"):
        raise ScoreError("This XML file is not a MusicXML score.")
    bars: list[Bar] = []
    reader = _Reader(bars, root)
    with told_where("MusicXML", plain, root, lambda: reader.here):
        for part in _parts(root):
            reader.part(part)
    settle(bars)
    return Sheet(bars, reader.beat, reader.fifths, tuple(reader.parts))


def _parts(root: Element) -> list[list[Element]]:
    """The measures of each part. A score written timewise has in each measure a part element for each part."""
    if root.tag == "score-partwise":
        return [part.findall("measure") for part in root.findall("part")]
    measures = root.findall("measure")
    names = dict.fromkeys(part.get("id", "") for measure in measures for part in measure.findall("part"))
    return [[_of_part(measure, name) for measure in measures] for name in names]


def _of_part(measure: Element, name: str) -> Element:
    """A measure with what one part has in it, nothing where the part is silent."""
    found = Element("measure", measure.attrib)
    for part in measure.findall("part"):
        found.extend(part if part.get("id", "") == name else ())
    return found


def _unzipped(data: bytes) -> bytes:
    """The score inside a compressed file, never more than a score may be long."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside = tree_of(_member(archive, "META-INF/container.xml"), "container")
            path = next((each.get("full-path", "") for each in inside.iter("rootfile")), "")
            return _member(archive, path)
    except (zipfile.BadZipFile, KeyError, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as problem:
        raise ScoreError("The compressed MusicXML file is damaged or cut off.") from problem


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as member:
        found = member.read(MOST_BYTES + 1)
    if len(found) > MOST_BYTES:
        raise ScoreError("The compressed MusicXML file is far too large inside.")
    return found


class _Reader:
    """Walks through the parts; all parts share the list of measures."""

    def __init__(self, bars: list[Bar], root: Element) -> None:
        self.here = root
        self.beat, self.fifths = QUARTER, 0
        self._bars = bars
        self._count = 0
        self._names: set[str] = set()
        self._last_staff = 0
        self.parts: list[frozenset[int]] = []
        self._begin_part()

    def _begin_part(self) -> None:
        self._divisions = 1
        self._transpose: tuple[int, int] | None = None
        self._metre = 0
        self._opens = False, False
        self._before = self._last_staff
        self._volta: tuple[int, ...] = ()
        self._repeating = 0
        self._marks: list[Loudness] = []
        self._open_hairpins: dict[str, tuple[Place, int, bool]] = {}
        self._hairpins: list[Hairpin] = []
        self._stresses: list[tuple[Place, int]] = []

    def part(self, measures: Sequence[Element]) -> None:
        """One part: a piano's two staves, or one hand of it. Its staves are numbered on from those before."""
        self._begin_part()
        for index, measure in enumerate(measures):
            if index == len(self._bars):
                self._bars.append(Bar(_number(measure, index), 0))
            self._measure(measure, index)
        self._last_staff = max(self._last_staff, self._before + 1)
        staves = range(self._before + 1, self._last_staff + 1)
        give_loudness(self._bars, staves, self._marks)
        give_hairpins(self._bars, staves, self._hairpins)
        give_stresses(self._bars, staves, self._stresses)
        self.parts.append(frozenset(staves))

    def _measure(self, measure: Element, index: int) -> None:
        bar = self._bars[index]
        at: Ticks = 0
        last: Ticks = 0
        end: Ticks = 0
        sounding: Ticks = 0
        upbeat = measure.get("implicit") == "yes"
        bar.segno, bar.coda = bar.segno or self._opens[0], bar.coda or self._opens[1]
        self._opens = False, False
        for child in measure:
            self.here = child
            if child.tag == "note":
                at, last = self._note(child, index, at, last)
                if _fills(child, upbeat):
                    sounding = max(sounding, at)
            elif child.tag in ("backup", "forward"):
                way = self._ticks(child)
                at = max(0, at - way) if child.tag == "backup" else at + way
            elif child.tag == "attributes":
                self._attributes(child)
            elif child.tag == "barline":
                _barline(child, bar)
            elif child.tag in ("direction", "sound"):
                self._direction(child, index, round(at))
            end = max(end, at)
        # Broken files write more rests than the metre holds; in an upbeat only what is written out counts.
        full = sounding or end if upbeat else max(sounding, min(end, self._metre or end))
        bar.length = max(bar.length, round(full))
        self._mark_volta(measure, bar)
        self._repeat(measure, index)

    def _repeat(self, measure: Element, index: int) -> None:
        """Writes out a measure that only says “as before”. Most files write the notes as well; then nothing is done."""
        bar = self._bars[index]
        self._repeating = repeated(measure, self._repeating)
        written = any(each.note.staff > self._before for each in bar.notes)
        if written or not 0 < self._repeating <= index:
            return
        before = [each for each in self._bars[index - self._repeating].notes if each.note.staff > self._before]
        for each in again(before, 0, bar.length, 0, self._unique):
            bar.notes.append(replace(each, note=replace(each.note, measure=bar.number)))

    def _mark_volta(self, measure: Element, bar: Bar) -> None:
        """The numbers over a measure: they begin in one and hold until one ends them."""
        for ending in measure.findall("barline/ending"):
            if ending.get("type") == "start":
                numbers = ending.get("number", "").replace(",", " ").split()
                self._volta = tuple(int(number) for number in numbers if number.isdecimal() and len(number) < 3)
        bar.endings = bar.endings or self._volta
        if any(ending.get("type") != "start" for ending in measure.findall("barline/ending")):
            self._volta = ()

    def _ticks(self, element: Element) -> Ticks:
        text = text_of(element, "duration")
        whole_part, _, fraction = text.partition(".")
        value = whole(whole_part or "0", "duration", 0, 10_000_000) * QUARTER
        if fraction.isdecimal() and len(fraction) < 9:
            places = 10 ** len(fraction)
            return exactly(value * places + int(fraction) * QUARTER, self._divisions * places)
        return exactly(value, self._divisions)

    def _attributes(self, element: Element) -> None:
        if element.find("divisions") is not None:
            self._divisions = whole(text_of(element, "divisions"), "divisions", 1, 1_000_000)
        if element.find("transpose/chromatic") is not None:
            self._transpose = _transposition(element)
        beats, unit = text_of(element, "time/beats"), text_of(element, "time/beat-type")
        if unit.isdecimal() and 0 < int(unit[:3]) <= 64:
            count = sum(int(each.strip()[:3]) for each in beats.split("+") if each.strip().isdecimal())
            self._metre = count * WHOLE // int(unit)
        if not self._names:
            self._opening(element)

    def _opening(self, element: Element) -> None:
        """Key and beat of the beginning."""
        if element.find("key/fifths") is not None:
            self.fifths = whole(text_of(element, "key/fifths"), "key", -12, 12)
        beats, unit = text_of(element, "time/beats"), text_of(element, "time/beat-type")
        if beats.isdecimal() and unit.isdecimal() and 0 < int(unit[:3]) <= 64:
            compound = int(beats[:3]) % 3 == 0 and int(beats[:3]) > 3 and int(unit) >= 8
            self.beat = WHOLE // int(unit) * (3 if compound else 1)

    def _note(self, element: Element, index: int, at: Ticks, last: Ticks) -> tuple[Ticks, Ticks]:
        """Where the next element stands, and where this note did."""
        grace = element.find("grace") is not None
        length = 0 if grace else self._ticks(element)
        onset = last if element.find("chord") is not None else at
        if element.find("pitch") is not None and element.find("cue") is None:
            span = round(onset), round(onset + length) - round(onset)
            self._bars[index].notes.append(self._written(element, self._bars[index].number, span, grace))
            if level := loudness(element):
                self._marks.append(Loudness(index, span[0], 0, level))
            if is_stress(element):
                self._stresses.append(((index, span[0]), 0))
        return (at if element.find("chord") is not None else at + length), onset

    def _written(self, element: Element, measure: int, span: tuple[int, int], grace: bool) -> BarNote:
        ties = {tie.get("type") for tie in element.findall("tie")}
        staff = self._before + whole(text_of(element, "staff", "1"), "staff", 1, 20)
        self._last_staff = max(self._last_staff, staff)
        return BarNote(
            ScoreNote(
                note_id=self._name(element),
                pitch=self._pitch(element),
                onset=span[0],
                duration=span[1],
                staff=staff,
                measure=measure,
                grace=grace,
                rolled=element.find("notations/arpeggiate") is not None,
                articulation="staccato" if element.find("notations/articulations/staccato") is not None else "",
                accent=is_accented(element),
                ornament=ornament(element),
                fermata=element.find("notations/fermata") is not None,
            ),
            joins="stop" in ties,
            opens="start" in ties,
        )

    def _name(self, element: Element) -> str:
        """The note's own id, or a number along the file."""
        self._count += 1
        return self._unique(element.get("id") or f"n{self._count}")

    def _unique(self, name: str) -> str:
        """A name that no other note has."""
        while name in self._names:
            name += "+"
        self._names.add(name)
        return name

    def _pitch(self, element: Element) -> Pitch:
        letter = text_of(element, "pitch/step")
        if letter not in tuple(STEPS):
            raise ScoreError(f"“{letter[:10]}” is not the name of a note.")
        alter = whole(text_of(element, "pitch/alter", "0").split(".")[0] or "0", "alter", -3, 3)
        octave = whole(text_of(element, "pitch/octave"), "octave", -1, 10)
        written = Pitch(STEPS.index(letter), alter, octave)
        if self._transpose is None:
            return written
        steps, semitones = self._transpose
        return at_position(written.diatonic + steps, written.midi + semitones)

    def _direction(self, element: Element, index: int, at: int) -> None:
        """Tempo, dynamics, and where to go on."""
        bar = self._bars[index]
        written = text_of(element, "staff")
        staff = self._before + int(written) if written in ("1", "2", "3") else 0
        if level := loudness(element):
            self._marks.append(Loudness(index, at, staff, level))
        if is_stress(element):
            self._stresses.append(((index, at), staff))
        self._wedges(element, (index, at), staff)
        asked = tempo(element)
        if asked is not None:
            bar.tempi.append((at, asked))
        segno, coda = signs(element, bar)
        # A sign behind the notes of a measure belongs to the next one.
        if at:
            self._opens = self._opens[0] or segno, self._opens[1] or coda
        else:
            bar.segno, bar.coda = bar.segno or segno, bar.coda or coda

    def _wedges(self, element: Element, here: Place, staff: int) -> None:
        """Hairpins that begin or end here. One that nobody ends is none."""
        for number, kind in wedges(element):
            if kind == "stop" and number in self._open_hairpins:
                start, begun_on, louder = self._open_hairpins.pop(number)
                self._hairpins.append(Hairpin(start, here, begun_on, louder))
            elif kind in ("crescendo", "diminuendo"):
                self._open_hairpins[number] = here, staff, kind == "crescendo"


def _fills(note: Element, upbeat: bool) -> bool:
    """Whether a note or a rest says how long its measure is."""
    rest = note.find("rest")
    return rest is None or (upbeat and rest.get("measure") != "yes")


def _transposition(element: Element) -> tuple[int, int]:
    """Staff positions and semitones from what is written to what sounds."""
    octaves = whole(text_of(element, "transpose/octave-change", "0"), "transposition", -10, 10)
    chromatic = whole(text_of(element, "transpose/chromatic"), "transposition", -127, 127)
    # Where the positions are not given, the nearest: seven of them in twelve semitones.
    near = str((7 * chromatic + 6) // 12)
    diatonic = whole(text_of(element, "transpose/diatonic", near), "transposition", -127, 127)
    return diatonic + 7 * octaves, chromatic + 12 * octaves


def _number(measure: Element, index: int) -> int:
    text = "".join(letter for letter in measure.get("number", "") if letter.isdecimal())
    return int(text[:6]) if text else index + 1


def _barline(barline: Element, bar: Bar) -> None:
    repeat = barline.find("repeat")
    bar.segno |= barline.find("segno") is not None and barline.get("location") == "left"
    bar.coda |= barline.find("coda") is not None and barline.get("location") == "left"
    if repeat is not None:
        times = repeat.get("times") or "2"
        bar.times = max(2, int(times)) if times.isdecimal() and len(times) < 3 else 2
        bar.repeat_starts |= repeat.get("direction") == "forward"
        bar.repeat_ends |= repeat.get("direction") == "backward"
