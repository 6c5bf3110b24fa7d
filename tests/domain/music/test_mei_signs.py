"""Signs that say in short what MEI has played: tuplets beside the notes, repeat signs, rests, 8va. Verovio is asked."""

from __future__ import annotations

import base64
import io
from contextlib import suppress
from random import Random

import mido
import pytest
import verovio
from hypothesis import given, settings
from hypothesis import strategies as st
from mei_files import bar, key, mei
from musicxml_files import letters

from domain.music.mei_score import read_mei
from domain.music.rhythm import QUARTER
from domain.music.score import Score, ScoreError

FOUR = key("c", 4, "c") + key("d", 4, "d") + key("e", 4, "e") + key("f", 4, "f")
LAST = bar(key("g", 1), number=9)
Strokes = list[tuple[int, int]]


def strokes(score: Score) -> Strokes:
    """Onsets in 48ths of a quarter, and keys."""
    return sorted((round(48 * note.onset / QUARTER), note.pitch.midi) for note in score.notes)


def verovio_plays(data: bytes) -> Strokes:
    """What verovio puts into a MIDI file."""
    toolkit = verovio.toolkit()
    verovio.enableLog(verovio.LOG_OFF)
    assert toolkit.loadData(data.decode())
    file = mido.MidiFile(file=io.BytesIO(base64.b64decode(toolkit.renderToMIDI())))
    found: Strokes = []
    for track in file.tracks:
        at = 0
        for message in track:
            at += message.time
            if message.type == "note_on" and message.velocity:
                found.append((round(48 * at / file.ticks_per_beat), message.note))
    return sorted(found)


def tuplet_span(first: str, last: str, num: int = 3, base: int = 2) -> str:
    return f'<tupletSpan num="{num}" numbase="{base}" startid="#{first}" endid="#{last}"/>'


@pytest.mark.parametrize(
    "body",
    [
        bar(key("c", 8, "a") + key("d", 8) + key("e", 8, "b") + key("f", 2), after=tuplet_span("a", "b")),
        bar(
            key("c", 8, "a")
            + "<rest dur='8'/>"
            + f"<chord dur='8'>{key('e', 8)}{key('g', 8, 'b')}</chord>"
            + key("f", 2),
            after=tuplet_span("a", "b"),
        ),
        bar(FOUR + key("g", 4, "g"), after=tuplet_span("c", "g", 5, 4)),
        bar(FOUR) + bar("<multiRest num='3'/>", number=2),
        bar(FOUR, after='<octave staff="1" dis="8" dis.place="above" startid="#d" endid="#e"/>'),
        bar(FOUR, after='<octave staff="1" dis="15" dis.place="below" startid="#c" endid="#f"/>'),
        bar(key("c", 2, more='oct.ges="5"') + key("d", 2)),
    ],
)
def test_verovio_plays_the_same(body: str) -> None:
    data = mei(body + LAST)
    assert strokes(read_mei(data).score()) == verovio_plays(data)


def test_transposing_instruments() -> None:
    for semitones, steps in ((-2, -1), (3, 2), (-9, -5), (-12, -7), (12, 7)):
        data = mei(bar(FOUR), staff=f'trans.semi="{semitones}" trans.diat="{steps}"')
        assert strokes(read_mei(data).score()) == verovio_plays(data)
        assert strokes(read_mei(mei(bar(FOUR), staff=f'trans.semi="{semitones}"')).score()) == verovio_plays(data)


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 100_000))
def test_any_tuplets_beside_the_notes(seed: int) -> None:
    """Groups of any size that fill their beats, some over the bar line, some listed note by note."""
    chance = Random(seed)
    body, spans = "", ""
    row: list[str] = []
    for number in range(1, 4):
        content = ""
        for _ in range(2):
            num, base = chance.choice(((3, 2), (5, 4), (6, 4), (7, 4), (3, 2)))
            value = 4 if base == 2 else 8
            names = [f"n{len(row) + k}" for k in range(num)]
            row += names
            content += "".join(key(chance.choice("cdefgab"), value, name) for name in names)
            listed = f'<tupletSpan num="{num}" numbase="{base}" plist="{" ".join("#" + name for name in names)}"/>'
            spans += tuplet_span(names[0], names[-1], num, base) if chance.random() < 0.7 else listed
        body += bar(content, number=number, after=spans)
        spans = ""
    data = mei(body)
    found = read_mei(data).score()
    assert strokes(found)[-1][0] < 3 * 4 * 48
    if "plist" not in body:
        theirs = verovio_plays(data)
        assert [pitch for _, pitch in strokes(found)] == [pitch for _, pitch in theirs]
        assert all(abs(a - b) <= 1 for (a, _), (b, _) in zip(strokes(found), theirs, strict=True))
    halves = [note.onset for note in found.notes if note.onset % (2 * QUARTER) == 0]
    assert halves == [k * 2 * QUARTER for k in range(6)]


@pytest.mark.parametrize(
    ("body", "played"),
    [
        (bar(FOUR) + bar("<mRpt/>") + bar("<mRpt/>") + LAST, "CDEF" * 3 + "G"),
        (bar("<mRpt/>") + LAST, "G"),
        (bar(FOUR) + bar(key("a", 1)) + bar("<mRpt2/>") + bar("<mSpace/>") + LAST, "CDEFA" * 2 + "G"),
        (
            bar(FOUR) + bar(key("a", 1)) + bar("<mRpt2/>") + bar("") + bar("<mRpt2/>") + bar("") + LAST,
            "CDEFA" * 3 + "G",
        ),
        (bar(FOUR) + bar(key("a", 1)) + bar("<mRpt2/>") + bar("<mRpt2/>") + LAST, "CDEFA" * 2 + "G"),
        (
            bar(key("a", 1)) + bar(FOUR) + bar(key("b", 1)) + bar('<multiRpt num="3"/>') + bar("") * 2 + LAST,
            "ACDEFB" * 2 + "G",
        ),
        (bar(FOUR) + bar(key("a", 1)) + bar("<mRpt2/>") + bar(key("b", 1)) + bar("") + LAST, "CDEFACDEFBG"),
        (bar(key("c", 4) + key("d", 4) + "<halfmRpt/>") + LAST, "CDCDG"),
        (bar(FOUR) + bar("<halfmRpt/>" + key("a", 2)) + LAST, "CDEFEFAG"),
        (bar(key("c", 8) + key("d", 8) + "<beatRpt/><beatRpt/>" + key("a", 4)) + LAST, "CDCDCDAG"),
    ],
)
def test_repeat_signs_are_written_out(body: str, played: str) -> None:
    score = read_mei(mei(body)).score()
    assert letters(score) == played
    assert score.notes[-1].onset % (4 * QUARTER) == 0
    assert len({note.note_id for note in score.notes}) == len(score.notes)


def test_what_a_sign_repeats_keeps_its_place_its_length_and_its_measure() -> None:
    tied = key("c", 2, "", 'tie="i"') + key("c", 4, "", 'tie="t"') + key("e", 4, "", 'tie="i"')
    body = bar(tied, number=4) + bar("<mRpt/>", number=5) + bar(key("e", 1), number=6)
    found = [(n.pitch.letter, n.onset, n.duration, n.measure) for n in read_mei(mei(body)).score().notes]
    half = 2 * QUARTER
    assert found == [
        ("C", 0, 3 * QUARTER, 4),
        ("E", 3 * QUARTER, QUARTER, 4),
        ("C", 2 * half, 3 * QUARTER, 5),
        ("E", 7 * QUARTER, QUARTER, 5),
        ("E", 4 * half, 2 * half, 6),
    ]


def test_a_beat_of_six_eighths_is_three_of_them() -> None:
    three = "".join(key(name, 8) for name in "cde")
    body = bar(three + "<beatRpt/>") + bar(three + '<beatRpt beatdef="1"/>' + key("a", 4))
    assert letters(read_mei(mei(body, 'meter.count="6" meter.unit="8"')).score()) == "CDECDE" + "CDEEA"


def test_signs_of_two_layers_and_staves_do_not_mix() -> None:
    def measure(upper: str, inner: str, lower: str) -> str:
        layers = f'<layer n="1">{upper}</layer><layer n="2">{inner}</layer>'
        return (
            f'<measure n="1"><staff n="1">{layers}</staff><staff n="2"><layer n="1">{lower}</layer></staff></measure>'
        )

    body = measure(key("c5", 1), key("e", 1), key("c3", 1)) + measure("<mRpt/>", key("f", 1), "<mRpt/>")
    score = read_mei(mei(body, staves=2)).score()
    second = sorted(n.pitch.name for n in score.notes if n.onset)
    assert second == ["C3", "C5", "F4"]
    assert {n.staff for n in score.notes if n.pitch.name == "C3"} == {2}


def test_a_fermata_points_at_its_note_or_stands_in_it() -> None:
    score = read_mei(mei(bar(FOUR, after='<fermata startid="#d"/>'))).score()
    assert [note.fermata for note in score.notes] == [False, True, False, False]
    assert score.after_fermatas == {2}
    told = FOUR.replace('oct="4" dur="4" />', 'oct="4" fermata="above" dur="4"/>', 1)
    assert [note.fermata for note in read_mei(mei(bar(told))).score().notes] == [True, False, False, False]


def test_dynamics_and_lines_that_point_at_notes() -> None:
    signs = '<dynam startid="#d">p</dynam><dynam staff="1" startid="#f">f</dynam><tempo startid="#e" midi.bpm="60"/>'
    score = read_mei(mei(bar(FOUR, after=signs))).score()
    assert [note.dynamic for note in score.notes] == [0, 3, 3, 6]
    assert score.tempi == ((0, 500_000), (2 * QUARTER, 1_000_000))
    line = '<octave staff="1" dis="8" dis.place="above" tstamp="2" tstamp2="1m+1"/>'
    score = read_mei(mei(bar(FOUR, after=line) + LAST)).score()
    assert [note.pitch.octave for note in score.notes] == [4, 5, 5, 5, 5]
    told = FOUR.replace('oct="4" dur="4" />', 'oct="4" oct.ges="5" dur="4"/>', 1)
    line = '<octave staff="1" dis="8" dis.place="above" startid="#c" endid="#d"/>'
    assert [note.pitch.octave for note in read_mei(mei(bar(told, after=line))).score().notes] == [5, 5, 4, 4]


def test_eleven_in_the_time_of_eight_meet_the_other_hand() -> None:
    eleven = "".join(key("c", 16) for _ in range(11))
    upper = f'<tuplet num="11" numbase="8">{eleven}</tuplet>' * 2
    body = (
        f'<measure n="1"><staff n="1"><layer n="1">{upper}</layer></staff>'
        f'<staff n="2"><layer n="1">{key("c3", 2)}{key("d3", 2)}</layer></staff></measure>'
    )
    score = read_mei(mei(body, staves=2)).score()
    assert len(score.times) == 22
    assert [len(moment) for moment in score.slices] == [2, *[1] * 10, 2, *[1] * 10]


@pytest.mark.parametrize(("symbol", "quarters"), [("common", 4), ("cut", 4)])
def test_a_metre_that_is_a_sign(symbol: str, quarters: int) -> None:
    score = read_mei(mei(bar("<mRest/>") + LAST, f'meter.sym="{symbol}"')).score()
    assert score.notes[0].onset == quarters * QUARTER
    assert score.beat == (QUARTER if symbol == "common" else 2 * QUARTER)


@pytest.mark.parametrize(
    ("body", "line", "part"),
    [
        (bar(FOUR) + bar(key("h", 4)), 5, "“h” is not the name of a note"),
        (bar(FOUR) + bar(FOUR) + bar('<note pname="c" oct="x" dur="4"/>'), 6, "octave"),
        (bar(FOUR, after=tuplet_span("c", "zz")), 4, "which notes"),
        (bar(FOUR, after=tuplet_span("c", "d") * 9), 4, "deeper"),
        (bar("<multiRest num='0'/>"), 4, "measures of rest"),
        (bar(FOUR) + bar("<multiRpt num='100000'/>"), 5, "measures"),
        (bar(FOUR).replace('layer n="1"', 'layer n="first"'), 4, "layer"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(body: str, line: int, part: str) -> None:
    with pytest.raises(ScoreError) as refusal:
        read_mei(mei(body))
    told = str(refusal.value)
    assert told.startswith(f"Line {line} of the MEI file: ")
    assert part in told
    assert told.endswith(".")


def test_damaged_files_never_do_anything_but_refuse() -> None:
    chance = Random(2)
    whole = mei(
        bar(FOUR, after=tuplet_span("c", "e") + '<octave dis="8" startid="#d" endid="#f"/><dynam tstamp="2">p</dynam>')
        + bar("<mRpt/>")
        + bar(key("c", 2) + "<halfmRpt/>")
        + bar("<mRpt2/>")
        + bar("")
        + bar(key("c", 4) + "<beatRpt/>")
        + bar('<multiRest num="2"/>')
    )
    for _ in range(400):
        damaged = bytearray(whole)
        for _ in range(chance.randrange(1, 5)):
            damaged[chance.randrange(len(damaged))] = chance.choice(b'0123456789"#<>/ abcdefnm=.-\x00\xff')
        end = chance.choice((len(damaged), len(damaged), chance.randrange(len(damaged))))
        with suppress(ScoreError):
            read_mei(bytes(damaged[:end])).score()
