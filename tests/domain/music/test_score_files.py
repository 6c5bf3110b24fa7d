"""Score files against music21's reading of them, and everything that is not a score refused in one sentence."""

from __future__ import annotations

import io
import warnings
import zipfile
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from musicxml_files import letters, measure, quarter, xml

from domain.music.key import KeySignature
from domain.music.mei import HALF_NOTE, QUARTER_NOTE, chord_of, note, rest, staff_mei
from domain.music.mei_score import read_mei
from domain.music.musicxml import read_musicxml
from domain.music.pitch import spelled
from domain.music.rhythm import QUARTER, Duration, Metre
from domain.music.score import ScoreError, ScoreNote, score_of
from domain.music.xml_tree import MOST_BYTES

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import music21
    from music21 import converter, harmony

CORPUS = Path(music21.__file__).parent / "corpus"


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "name", ["bach/bwv66.6.mxl", "joplin/maple_leaf_rag.mxl", "mozart/k545/movement1_exposition.mxl"]
)
def test_musicxml_is_read_as_music21_reads_it(name: str) -> None:
    sheet = read_musicxml((CORPUS / name).read_bytes())
    ours = sheet.score([False] * sheet.repeats) if not any(bar.endings for bar in sheet.bars) else None
    theirs = converter.parse(CORPUS / name, forceSource=True).toSoundingPitch().stripTies()
    expected = {
        (round(each.offset * QUARTER), key.midi)
        for each in theirs.flatten().notes
        if not isinstance(each, harmony.ChordSymbol)
        for key in each.pitches
    }
    if ours is not None:
        assert {(each.onset, each.pitch.midi) for each in ours.notes} == expected


REPEAT = '<barline location="right"><repeat direction="backward"/></barline>'
START = '<barline location="left"><repeat direction="forward"/></barline>'


def volta(numbers: str, kind: str) -> str:
    return f'<barline><ending number="{numbers}" type="{kind}"/></barline>'


def test_repeats_and_voltas() -> None:
    parts = [
        measure("{first}" + quarter("C")),
        measure(START + quarter("D"), 2),
        measure(volta("1", "start") + quarter("E") + volta("1", "stop") + REPEAT, 3),
        measure(volta("2", "start") + quarter("F") + volta("2", "discontinue"), 4),
        measure(quarter("G"), 5),
        measure(quarter("A") + REPEAT, 6),
    ]
    sheet = read_musicxml(xml("".join(parts)))
    assert sheet.repeats == 2
    assert letters(sheet.score([True, False])) == "CDEDFGA"
    assert letters(sheet.score([False, False])) == "CDFGA"
    assert [each.note_id for each in sheet.score([True, False]).notes] == ["n1", "n2", "n3", "n2-2", "n4", "n5", "n6"]
    assert letters(sheet.score()) == "CDEDFGAGA"


def test_a_volta_for_two_passes() -> None:
    parts = [
        measure("{first}" + quarter("C")),
        measure(volta("1, 2", "start") + quarter("D") + volta("1, 2", "stop") + REPEAT, 2),
        measure(volta("3", "start") + quarter("E") + volta("3", "discontinue"), 3),
    ]
    sheet = read_musicxml(xml("".join(parts)))
    assert letters(sheet.score()) == "CDCDCE"
    assert letters(sheet.score([False])) == "CE"


def test_ties_chords_graces_voices_and_tempo() -> None:
    chord_note = quarter("E", "<notations><arpeggiate/></notations>").replace("<note>", "<note><chord/>")
    content = (
        "{first}<direction><sound tempo='90.5'/></direction>"
        + quarter("C", "<tie type='start'/>")
        + quarter("C", "<tie type='stop'/><tie type='start'/>")
        + "<note><grace/><pitch><step>B</step><octave>4</octave></pitch></note>"
        + quarter("D", "<notations><articulations><staccato/></articulations></notations>")
        + chord_note
        + "<backup><duration>6</duration></backup><forward><duration>1</duration></forward>"
        + quarter("G", "<staff>2</staff>", 1)
        + "<note><rest/><duration>4</duration></note>"
    )
    sheet = read_musicxml(xml(measure(content) + measure(quarter("C", "<tie type='stop'/>"), 2)))
    score = sheet.score()
    found = [(n.pitch.letter, n.onset, n.duration, n.staff, n.grace) for n in score.notes]
    half = QUARTER // 2
    assert found == [
        ("C", 0, 2 * QUARTER, 1, False),
        ("G", half, half, 2, False),
        ("B", 2 * QUARTER, 0, 1, True),
        ("D", 2 * QUARTER, QUARTER, 1, False),
        ("E", 2 * QUARTER, QUARTER, 1, False),
        ("C", 3 * QUARTER, QUARTER, 1, False),
    ]
    assert score.tempi[0] == (0, 60_000_000_000 // 90_500)
    assert score.notes[3].articulation == "staccato"
    assert score.notes[4].rolled
    assert score.at(QUARTER) == score.tempi[0][1]


def test_a_tie_that_ends_where_no_note_began_is_a_note() -> None:
    sheet = read_musicxml(xml(measure("{first}" + quarter("C", "<tie type='stop'/>"))))
    assert letters(sheet.score()) == "C"
    half_open = measure("{first}" + quarter("C", "<tie type='start'/>") + quarter("C"))
    assert [n.duration for n in read_musicxml(xml(half_open)).score().notes] == [2 * QUARTER]


def test_key_metre_and_transposition() -> None:
    attributes = "<key><fifths>-3</fifths></key><time><beats>6</beats><beat-type>8</beat-type></time>"
    transpose = "<transpose><chromatic>-2</chromatic></transpose>"
    score = read_musicxml(xml(measure("{first}" + quarter("C")), attributes + transpose)).score()
    assert (score.fifths, score.beat, score.notes[0].pitch.midi) == (-3, QUARTER * 3 // 2, 58)


def mxl(inside: bytes, name: str = "score.xml") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "META-INF/container.xml", f'<container><rootfiles><rootfile full-path="{name}"/></rootfiles></container>'
        )
        archive.writestr("score.xml", inside)
    return buffer.getvalue()


PLAIN = xml(measure("{first}" + quarter("C")))
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><score-partwise>&b;</score-partwise>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   ",
        b"hello",
        b"\xff\xfe\x00",
        PLAIN[:-30],
        b"<html/>",
        b"<score-timewise/>",
        b"<score-timewise><part/></score-timewise>",
        b"<score-partwise/>",
        LAUGHS,
        b'<?xml version="1.0" encoding="klingon"?><score-partwise/>',
        b"<a>" * 5_000,
        b"x" * (MOST_BYTES + 1),
        xml(measure("{first}" + quarter("H"))),
        xml(measure("{first}" + quarter("C"), 1).replace("<octave>4", "<octave>99")),
        xml(measure("{first}" + quarter("C"), 1).replace("<duration>2", "<duration>x")),
        PLAIN.replace(b"<divisions>2", b"<divisions>0"),
        mxl(PLAIN)[:200],
        mxl(PLAIN, "other.xml"),
        mxl(b" " * (MOST_BYTES + 1)),
        mxl(LAUGHS),
    ],
)
def test_what_is_no_musicxml_score_is_refused(data: bytes) -> None:
    with pytest.raises(ScoreError) as refusal:
        read_musicxml(data).score()
    assert str(refusal.value).endswith(".")


def test_compressed_and_utf16_files() -> None:
    assert letters(read_musicxml(mxl(PLAIN)).score()) == "C"
    assert letters(read_musicxml(PLAIN.decode().encode("utf-16")).score()) == "C"


def test_a_note_too_many_is_refused() -> None:
    one = ScoreNote(note_id="a", pitch=spelled(60), onset=0, duration=1)
    with pytest.raises(ScoreError):
        score_of([])
    with pytest.raises(ScoreError):
        score_of([one, one])
    with pytest.raises(ScoreError):
        score_of([ScoreNote(note_id="a", pitch=spelled(60), onset=-1, duration=1)])
    with pytest.raises(ScoreError):
        score_of([one], [(0, 1)])


def test_damaged_musicxml_never_does_anything_but_refuse() -> None:
    chance = Random(1)
    whole = (CORPUS / "bach/bwv66.6.mxl").read_bytes()
    plain = xml("".join(measure("{first}" + quarter("C") + REPEAT, n) for n in range(1, 9)))
    for source in (whole, plain):
        for _ in range(150):
            damaged = bytearray(source)
            for _ in range(chance.randrange(1, 6)):
                damaged[chance.randrange(len(damaged))] = chance.randrange(256)
            end = chance.choice((len(damaged), chance.randrange(len(damaged))))
            with suppress(ScoreError):
                read_musicxml(bytes(damaged[:end])).score()


def test_our_own_notation_reads_back() -> None:
    key = KeySignature(2)
    upper = [
        note("F#4", QUARTER_NOTE, "a"),
        note("C5", Duration(2, 1), "b"),
        note("C#5", HALF_NOTE, "c"),
        rest(HALF_NOTE),
    ]
    lower = [chord_of(["D3", "F#3", "A3"], HALF_NOTE, ["d", "e", "f"], rolled=True)]
    mei = staff_mei(upper, clef="grand", key=key, metre=Metre(3, 4), lower=lower)
    score = read_mei(mei.encode()).score()
    found = {n.note_id: (n.pitch.name, n.onset, n.duration, n.staff) for n in score.notes}
    assert found == {
        "a": ("F#4", 0, QUARTER, 1),
        "b": ("C5", QUARTER, 3 * QUARTER, 1),
        "c": ("C#5", 4 * QUARTER, 2 * QUARTER, 1),
        "d": ("D3", 0, 2 * QUARTER, 2),
        "e": ("F#3", 0, 2 * QUARTER, 2),
        "f": ("A3", 0, 2 * QUARTER, 2),
    }
    assert score.fifths == 2
    assert all(n.rolled == (n.note_id in "def") for n in score.notes)


def mei(body: str, definition: str = 'key.sig="0" meter.count="4" meter.unit="4"') -> bytes:
    return (
        '<mei xmlns="http://www.music-encoding.org/ns/mei"><music><body><mdiv><score>'
        f'<scoreDef {definition}><staffGrp><staffDef n="1"/></staffGrp></scoreDef><section>{body}</section>'
        "</score></mdiv></body></music></mei>"
    ).encode()


def bar(content: str, extra: str = "") -> str:
    return f'<measure n="1" {extra}><staff n="1"><layer n="1">{content}</layer></staff></measure>'


def test_mei_of_others() -> None:
    body = bar('<note pname="c" oct="4" dur="2" tie="i"/><note pname="f" oct="4" dur="4" dots="1"/>')
    body += bar('<note pname="c" oct="4" dur="2" tie="t"/>')
    body += bar("<mRest/>") + bar(
        '<tuplet num="3" numbase="2"><beam><note pname="f" oct="4" accid="n" dur="8"/>'
        '<note pname="f" oct="4" dur="8"/><note pname="g" oct="4" dur="8"/></beam></tuplet>'
        '<note pname="f" oct="5" dur="4" grace="acc"/><note pname="f" oct="5" dur="4"/>'
    )
    score = read_mei(mei(body, 'key.sig="1s" meter.count="3" meter.unit="4" midi.bpm="100"')).score()
    found = [(n.pitch.name, n.onset, n.duration) for n in score.notes]
    dotted, third = QUARTER * 3 // 2, QUARTER // 3
    start = 2 * QUARTER + dotted
    last = start + 2 * QUARTER + 3 * QUARTER
    assert found == [
        ("C4", 0, 2 * QUARTER),
        ("F#4", 2 * QUARTER, dotted),
        ("C4", start, 2 * QUARTER),
        ("F4", last, third),
        ("F4", last + third, third),
        ("G4", last + 2 * third, third),
        ("F#5", last + QUARTER, 0),
        ("F#5", last + QUARTER, QUARTER),
    ]


def test_mei_signs_beside_the_notes() -> None:
    note = '<note xml:id="{0}{1}" pname="{0}" oct="4" dur="{2}"/>'
    signs = (
        '<trill startid="#c1"/><turn startid="#d1"/><tempo tstamp="3" midi.bpm="60"/>'
        '<dynam staff="1" tstamp="1">p</dynam><dynam staff="1" tstamp="2.5">sempre ff</dynam>'
        '<dynam tstamp="1">dolce</dynam>'
    )
    notes = note.format("c", 1, 4) + note.format("d", 1, 4) + note.format("e", 1, 2)
    first = f'<measure n="1"><staff n="1"><layer n="1">{notes}</layer></staff>{signs}</measure>'
    trem = f"<bTrem>{note.format('c', 2, 2)}</bTrem><fTrem>{note.format('e', 2, 2)}{note.format('g', 2, 2)}</fTrem>"
    pair = f"<choice><sic>{note.format('a', 1, 2)}</sic><corr>{note.format('b', 1, 2)}</corr></choice>"
    other = f"<app><rdg>{note.format('d', 3, 2)}</rdg><rdg>{note.format('e', 3, 2)}</rdg></app>"
    crossed = '<note pname="f" oct="4" dur="4" staff="2"/>'
    score = read_mei(mei(first + bar(trem) + bar(pair + other + crossed))).score()
    found = [(n.pitch.letter, n.onset, n.duration, n.ornament, n.dynamic, n.staff) for n in score.notes]
    quarter_, half = QUARTER, 2 * QUARTER
    assert found == [
        ("C", 0, quarter_, "trill", 3, 1),
        ("D", quarter_, quarter_, "turn", 3, 1),
        ("E", half, half, "", 7, 1),
        ("C", 4 * quarter_, half, "tremolo", 7, 1),
        ("E", 6 * quarter_, quarter_, "tremolo", 7, 1),
        ("G", 7 * quarter_, quarter_, "tremolo", 7, 1),
        ("B", 8 * quarter_, half, "", 7, 1),
        ("D", 10 * quarter_, half, "", 7, 1),
        ("F", 12 * quarter_, quarter_, "", 7, 2),
    ]
    assert score.tempi == ((0, 500_000), (half, 1_000_000))


def test_mei_repeats() -> None:
    quarter_of = '<note pname="{}" oct="4" dur="4"/>'
    body = bar(quarter_of.format("c"), 'right="rptend"') + bar(quarter_of.format("d"), 'left="rptstart"')
    first, second = bar(quarter_of.format("e"), 'right="rptend"'), bar(quarter_of.format("f"))
    body += f'<ending n="1">{first}</ending><ending n="2">{second}</ending>'
    assert letters(read_mei(mei(body)).score()) == "CCDEDF"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<score-partwise/>",
        b"<mei",
        LAUGHS,
        mei(""),
        mei(bar('<note pname="h" oct="4"/>')),
        mei(bar('<note pname="c" oct="4" dur="x"/>')),
        mei(bar('<note pname="c" oct="44" dur="4"/>')),
        mei(bar('<note pname="c" oct="4" dur="0"/>')),
    ],
)
def test_what_is_no_mei_score_is_refused(data: bytes) -> None:
    with pytest.raises(ScoreError):
        read_mei(data).score()
