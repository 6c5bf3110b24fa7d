"""MusicXML (partwise, plain or compressed) to a Sheet. W3C MusicXML 4.0; what is not about playing is passed over."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.etree.ElementTree import Element

from domain.music.pitch import STEPS, Pitch
from domain.music.rhythm import QUARTER, WHOLE
from domain.music.score import ScoreError, ScoreNote
from domain.music.sheet import Bar, BarNote, Sheet
from domain.music.xml_tree import MOST_BYTES, text_of, tree_of, whole

_DYNAMICS = {"ppp": 1, "pp": 2, "p": 3, "mp": 4, "mf": 5, "f": 6, "ff": 7, "fff": 8, "sf": 6, "sfz": 6, "fz": 6}
_UNITS = {"whole": 1, "half": 2, "quarter": 4, "eighth": 8, "16th": 16, "32nd": 32}


def read_musicxml(data: bytes) -> Sheet:
    """The sheet in a .musicxml, .xml or .mxl file. Raises ScoreError."""
    root = tree_of(_unzipped(data) if data[:2] == b"PK" else data, "MusicXML")
    if root.tag == "score-timewise":
        raise ScoreError("This MusicXML file is written timewise; please save it partwise.")
    if root.tag != "score-partwise":
        raise ScoreError("This XML file is not a MusicXML score.")
    bars: list[Bar] = []
    reader = _Reader(bars)
    for number, part in enumerate(root.findall("part")):
        reader.part(part, number)
    return Sheet(bars, reader.beat, reader.fifths)


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

    def __init__(self, bars: list[Bar]) -> None:
        self.beat, self.fifths = QUARTER, 0
        self._bars = bars
        self._count = 0
        self._names: set[str] = set()
        self._begin_part(0)

    def _begin_part(self, first_staff: int) -> None:
        self._divisions = 1
        self._transpose = 0
        self._dynamic = 0
        self._staff = first_staff
        self._volta: tuple[int, ...] = ()

    def part(self, part: Element, number: int) -> None:
        """One part: a piano's two staves, or one hand of it."""
        self._begin_part(number)
        for index, measure in enumerate(part.findall("measure")):
            if index == len(self._bars):
                self._bars.append(Bar(_number(measure, index), 0))
            self._measure(measure, self._bars[index])

    def _measure(self, measure: Element, bar: Bar) -> None:
        at = last = end = 0
        for child in measure:
            if child.tag == "note":
                at, last = self._note(child, bar, at, last)
            elif child.tag in ("backup", "forward"):
                way = self._ticks(child)
                at = max(0, at - way) if child.tag == "backup" else at + way
            elif child.tag == "attributes":
                self._attributes(child)
            elif child.tag == "barline":
                _barline(child, bar)
            else:
                self._direction(child, bar, at)
            end = max(end, at)
        bar.length = max(bar.length, end)
        self._mark_volta(measure, bar)

    def _mark_volta(self, measure: Element, bar: Bar) -> None:
        """The numbers over a measure: they begin in one and hold until one ends them."""
        for ending in measure.findall("barline/ending"):
            if ending.get("type") == "start":
                numbers = ending.get("number", "").replace(",", " ").split()
                self._volta = tuple(int(number) for number in numbers if number.isdecimal() and len(number) < 3)
        bar.endings = bar.endings or self._volta
        if any(ending.get("type") != "start" for ending in measure.findall("barline/ending")):
            self._volta = ()

    def _ticks(self, element: Element) -> int:
        text = text_of(element, "duration")
        whole_part, _, fraction = text.partition(".")
        value = whole(whole_part or "0", "duration", 0, 10_000_000) * QUARTER
        if fraction.isdecimal() and len(fraction) < 9:
            value += int(fraction) * QUARTER // 10 ** len(fraction)
        return value // self._divisions

    def _attributes(self, element: Element) -> None:
        if element.find("divisions") is not None:
            self._divisions = whole(text_of(element, "divisions"), "divisions", 1, 1_000_000)
        if element.find("transpose/chromatic") is not None:
            octaves = whole(text_of(element, "transpose/octave-change", "0"), "transposition", -10, 10)
            chromatic = whole(text_of(element, "transpose/chromatic"), "transposition", -127, 127)
            self._transpose = chromatic + 12 * octaves
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

    def _note(self, element: Element, bar: Bar, at: int, last: int) -> tuple[int, int]:
        """Where the next element stands, and where this note did."""
        grace = element.find("grace") is not None
        length = 0 if grace else self._ticks(element)
        onset = last if element.find("chord") is not None else at
        if element.find("pitch") is not None and element.find("cue") is None:
            bar.notes.append(self._written(element, bar, onset, length, grace))
        return (at if element.find("chord") is not None else at + length), onset

    def _written(self, element: Element, bar: Bar, onset: int, length: int, grace: bool) -> BarNote:
        ties = {tie.get("type") for tie in element.findall("tie")}
        return BarNote(
            ScoreNote(
                note_id=self._name(element),
                pitch=self._pitch(element),
                onset=onset,
                duration=length,
                staff=self._staff + whole(text_of(element, "staff", "1"), "staff", 1, 20),
                measure=bar.number,
                grace=grace,
                rolled=element.find("notations/arpeggiate") is not None,
                articulation="staccato" if element.find("notations/articulations/staccato") is not None else "",
                dynamic=self._dynamic,
            ),
            joins="stop" in ties,
            opens="start" in ties,
        )

    def _name(self, element: Element) -> str:
        """The note's own id, or a number along the file."""
        self._count += 1
        name = element.get("id") or f"n{self._count}"
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
        octaves, rest = divmod(self._transpose, 12)
        return Pitch(written.step, written.alter + rest, written.octave + octaves) if self._transpose else written

    def _direction(self, element: Element, bar: Bar, at: int) -> None:
        """Tempo and dynamics."""
        for mark in element.iter("dynamics"):
            self._dynamic = next((_DYNAMICS[each.tag] for each in mark if each.tag in _DYNAMICS), self._dynamic)
        sound = element if element.tag == "sound" else element.find("sound")
        tempo = _micros(sound.get("tempo")) if sound is not None else None
        if tempo is None and element.tag == "direction":
            tempo = _metronome(element)
        if tempo is not None:
            bar.tempi.append((at, tempo))


def _number(measure: Element, index: int) -> int:
    text = "".join(letter for letter in measure.get("number", "") if letter.isdecimal())
    return int(text[:6]) if text else index + 1


def _micros(bpm: str | None) -> int | None:
    """Microseconds of a quarter from quarters a minute, or None where that is no tempo."""
    whole_part, _, fraction = (bpm or "").strip().partition(".")
    if not (whole_part or "0").isdecimal() or not (fraction or "0").isdecimal() or len(whole_part) > 4:
        return None
    thousandths = int(whole_part or "0") * 1_000 + int((fraction + "000")[:3])
    return 60_000_000_000 // thousandths if 3_000 <= thousandths <= 6_000_000 else None


def _metronome(element: Element) -> int | None:
    unit = _UNITS.get(text_of(element, "direction-type/metronome/beat-unit"))
    quarter = _micros(text_of(element, "direction-type/metronome/per-minute"))
    if unit is None or quarter is None:
        return None
    dotted = element.find("direction-type/metronome/beat-unit-dot") is not None
    tempo = quarter * unit // 4
    tempo = tempo * 2 // 3 if dotted else tempo
    return tempo if 10_000 <= tempo <= 20_000_000 else None


def _barline(element: Element, bar: Bar) -> None:
    repeat = element.find("repeat")
    if repeat is not None:
        bar.repeat_starts |= repeat.get("direction") == "forward"
        bar.repeat_ends |= repeat.get("direction") == "backward"
