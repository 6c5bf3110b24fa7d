"""MusicXML as other programs write it: measure by measure, odd divisions; and where in a file something is wrong."""

from __future__ import annotations

import re
import warnings
from contextlib import suppress
from pathlib import Path
from random import Random
from xml.etree import ElementTree

import pytest
from musicxml_files import letters, measure, quarter, xml

from domain.music import musicxml
from domain.music.fitting import fitting
from domain.music.musicxml import read_musicxml
from domain.music.played import Played, played
from domain.music.rhythm import QUARTER
from domain.music.score import ScoreError

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import music21

CORPUS = Path(music21.__file__).parent / "corpus"


def timewise(partwise: bytes) -> bytes:
    """The same score, measure by measure."""
    root = ElementTree.fromstring(partwise)
    parts = root.findall("part")
    found = ElementTree.Element("score-timewise")
    found.extend(each for each in root if each.tag != "part")
    for row in zip(*(part.findall("measure") for part in parts), strict=True):
        measure_ = ElementTree.SubElement(found, "measure", row[0].attrib)
        for part, inside in zip(parts, row, strict=True):
            ElementTree.SubElement(measure_, "part", part.attrib).extend(inside)
    return ElementTree.tostring(found)


@pytest.mark.parametrize("name", ["bach/bwv66.6.mxl", "joplin/maple_leaf_rag.mxl", "schoenberg/opus19/movement2.mxl"])
def test_measure_by_measure_is_the_same_score(name: str) -> None:
    packed = (CORPUS / name).read_bytes()
    plain = musicxml._unzipped(packed)
    one, other = (read_musicxml(data) for data in (packed, timewise(plain)))
    assert other.score() == one.score()
    assert len(other.bars) == len(one.bars)


def test_a_part_that_is_silent_for_a_measure() -> None:
    both = (
        "<score-timewise><part-list/>"
        '<measure number="1"><part id="A"><attributes><divisions>2</divisions></attributes>'
        f"{quarter('C')}</part></measure>"
        f'<measure number="2"><part id="A">{quarter("D")}</part><part id="B">'
        f"<attributes><divisions>1</divisions></attributes>{quarter('E', duration=1)}</part></measure></score-timewise>"
    ).encode()
    found = [(n.pitch.letter, n.onset, n.staff, n.measure) for n in read_musicxml(both).score().notes]
    assert found == [("C", 0, 1, 1), ("D", QUARTER, 1, 2), ("E", QUARTER, 2, 2)]


@pytest.mark.parametrize("divisions", [1, 7, 11, 13, 17, 100, 1024, 65_537])
def test_whatever_the_divisions_the_hands_meet_at_the_bar_line(divisions: int) -> None:
    """Each of so many equal notes is rounded on its own, so nothing adds up along the measure."""
    many = min(divisions, 13)
    small = "".join(quarter("C", "", divisions) for _ in range(many))
    upper = f"<attributes><divisions>{divisions * many}</divisions></attributes>{small}"
    lower = (
        f"<backup><duration>{divisions * many}</duration></backup>{quarter('G', '<staff>2</staff>', divisions * many)}"
    )
    score = read_musicxml(xml(measure(upper + lower) + measure(upper + lower, 2))).score()
    assert [len(moment) for moment in score.slices] == [2, *[1] * (many - 1)] * 2
    assert {note.onset for note in score.notes if note.pitch.letter == "G"} == {0, QUARTER}


def test_durations_with_a_fraction() -> None:
    third = quarter("C").replace("<duration>2", "<duration>0.66666667")
    score = read_musicxml(xml(measure("{first}" + third * 3 + quarter("D")))).score()
    assert [note.onset for note in score.notes] == [0, QUARTER // 3, 2 * QUARTER // 3, QUARTER]


@pytest.mark.parametrize(
    ("broken", "line", "part"),
    [
        (lambda text: text.replace("<step>E", "<step>H"), 6, "“H” is not the name of a note"),
        (lambda text: text.replace("<divisions>2", "<divisions>0"), 3, "divisions"),
        (
            lambda text: re.sub(
                "<duration>2</duration>(?=</note>\n<note><pitch><step>E)", "<duration>x</duration>", text
            ),
            5,
            "dur",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(broken: object, line: int, part: str) -> None:
    content = "{first}\n" + "\n".join(quarter(letter) for letter in "CDE")
    good = xml("\n\n" + measure(content)).decode()
    for text in (good, timewise(good.encode()).decode()):
        with pytest.raises(ScoreError) as refusal:
            read_musicxml(broken(text).encode())  # type: ignore[operator]
        told = re.fullmatch(r"Line (\d+) of the MusicXML file: (.*\.)", str(refusal.value))
        assert told is not None
        assert part in told[2]
        assert int(told[1]) == line or text is not good


def test_damaged_timewise_files_never_do_anything_but_refuse() -> None:
    chance = Random(3)
    whole = timewise(xml("".join(measure("{first}" + quarter("C") + quarter("D"), n) for n in range(1, 9))))
    assert letters(read_musicxml(whole).score()) == "CD" * 8
    for _ in range(300):
        damaged = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            damaged[chance.randrange(len(damaged))] = chance.choice(b"0123456789<>/= abcdepart\x00\xff")
        end = chance.choice((len(damaged), chance.randrange(len(damaged))))
        with suppress(ScoreError):
            read_musicxml(bytes(damaged[:end])).score()


def parts(*measures: str) -> bytes:
    """One part for each."""
    found = "".join(f'<part id="P{n}">{each}</part>' for n, each in enumerate(measures))
    return f"<score-partwise><part-list/>{found}</score-partwise>".encode()


FIRST = "<attributes><divisions>2</divisions></attributes>"
SONG = parts(
    measure(FIRST + quarter("C") + quarter("C") + quarter("D") + quarter("C")),
    measure(FIRST + quarter("E") + quarter("F") + quarter("G") + quarter("A")),
)


def as_played(*pitches: int) -> Played:
    return played([(k * 500_000, pitch, 70) for k, pitch in enumerate(pitches)])


def test_a_song_whose_accompaniment_alone_was_played() -> None:
    sheet = read_musicxml(SONG)
    assert sheet.parts == (frozenset({1}), frozenset({2}))
    assert letters(fitting(sheet, as_played(64, 65, 67, 69))) == "EFGA"
    assert letters(fitting(sheet, as_played(60, 60, 62, 60))) == "CCDC"
    together = played([(k * 500_000, key, 70) for k, row in enumerate(((60, 64), (60, 65), (62, 67), (60, 69)))
                       for key in row])  # fmt: skip
    assert letters(fitting(sheet, together)) == "CECFDGCA"
    # Who plays something else altogether, or badly, is asked for all of it.
    assert letters(fitting(sheet, as_played(30, 31, 32))) == "CECFDGCA"
    assert letters(fitting(sheet, as_played(64))) == "CECFDGCA"
    # One part that is not there at all leaves the other as it is.
    assert letters(fitting(read_musicxml(parts(measure(FIRST + quarter("C")))), as_played(64))) == "C"


def sign(kind: str, text: str = "") -> str:
    return (
        f'<attributes><measure-style><measure-repeat type="{kind}">{text}</measure-repeat></measure-style></attributes>'
    )


def test_a_measure_that_only_says_as_before_is_written_out() -> None:
    """The standard wants the notes written too; some programs write a rest in their place."""
    silent = '<note><rest measure="yes"/><duration>4</duration></note>'
    body = [
        measure("{first}" + quarter("C") + quarter("D")),
        measure(sign("start", "1") + silent, 2),
        measure(silent, 3),
        measure(sign("stop") + quarter("G", duration=4), 4),
        measure(silent, 5),
    ]
    score = read_musicxml(xml("".join(body))).score()
    assert letters(score) == "CDCDCDG"
    assert [note.measure for note in score.notes] == [1, 1, 2, 2, 3, 3, 4]
    assert len({note.note_id for note in score.notes}) == 7
    two = [body[0], measure(quarter("E", duration=4), 2), measure(sign("start", "2") + silent, 3), measure(silent, 4)]
    assert letters(read_musicxml(xml("".join(two))).score()) == "CDECDE"
    written = [body[0], measure(sign("start", "1") + quarter("C") + quarter("D"), 2)]
    assert letters(read_musicxml(xml("".join(written))).score()) == "CDCD"
    assert letters(read_musicxml(xml(measure("{first}" + sign("start", "1") + silent) + body[3])).score()) == "G"
