"""The notation source is engraved by verovio, the engraver that the program uses."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
import verovio
from msgspec.structs import replace

from domain.music.key import KeySignature, key_of
from domain.music.mei import (
    EIGHTH_NOTE,
    HALF_NOTE,
    QUARTER_NOTE,
    WHOLE_NOTE,
    Written,
    chord_of,
    note,
    rest,
    staff_mei,
    under_slur,
    with_dynamic,
)
from domain.music.mei_score import read_mei
from domain.music.pitch import MusicError
from domain.music.rhythm import Duration, Metre

MEI = "{http://www.music-encoding.org/ns/mei}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def engraved(mei: str) -> tuple[str, verovio.toolkit]:
    verovio.enableLog(verovio.LOG_OFF)
    toolkit = verovio.toolkit()
    assert toolkit.loadData(mei)
    svg = toolkit.renderToSVG(1)
    assert not toolkit.getLog()
    toolkit.renderToMIDI()
    return svg, toolkit


def tree(mei: str) -> ET.Element:
    return ET.fromstring(mei.encode())


def test_every_id_is_in_the_picture_and_sounds_as_it_should() -> None:
    names = ["C4", "D#4", "Eb4", "F4", "Bb4", "A4"]
    mei = staff_mei([note(name, QUARTER_NOTE, f"n{i}") for i, name in enumerate(names)], metre=Metre(4, 4))
    svg, toolkit = engraved(mei)
    for i, midi in enumerate([60, 63, 63, 65, 70, 69]):
        assert f'id="n{i}"' in svg
        assert toolkit.getMIDIValuesForElement(f"n{i}")["pitch"] == midi


def test_a_flash_card_has_no_bar_line_and_no_metre() -> None:
    svg, _ = engraved(staff_mei([note("G2", WHOLE_NOTE, "n0")], clef="bass"))
    assert 'class="meterSig"' not in svg
    assert not re.search(r'class="barLine[^"]*">\s*<(path|rect)', svg)


@pytest.mark.parametrize("fifths", range(-7, 8))
def test_the_grand_staff_in_every_key(fifths: int) -> None:
    key = KeySignature(fifths)
    mei = staff_mei(
        [note(key.tonic + "4", HALF_NOTE, "n0"), note("C5", HALF_NOTE, "n1")],
        clef="grand",
        key=key,
        metre=Metre(4, 4),
        lower=[chord_of(["C3", "E3", "G3"], WHOLE_NOTE, ["l0", "l1", "l2"], rolled=True)],
    )
    svg, toolkit = engraved(mei)
    assert all(f'id="{each}"' in svg for each in ("n0", "n1", "l0", "l1", "l2"))
    assert svg.count('class="keyAccid"') == 2 * abs(fifths)
    assert toolkit.getMIDIValuesForElement("l1")["pitch"] == 52
    assert len(tree(mei).findall(f".//{MEI}accid[@accid]")) == sum(key.alter_of(step) != 0 for step in (0, 0, 2, 4))


def test_an_accidental_is_shown_once_in_a_measure_and_taken_back() -> None:
    mei = staff_mei(
        [note(name, QUARTER_NOTE, f"n{i}") for i, name in enumerate(["F#4", "F#4", "F4", "F#5", "F#4"])],
        metre=Metre(4, 4),
    )
    shown = {n.get(XML_ID): n.find(f"{MEI}accid[@accid]") is not None for n in tree(mei).iter(f"{MEI}note")}
    assert shown == {"n0": True, "n1": False, "n2": True, "n3": True, "n4": True}


def test_a_note_over_the_bar_line_is_tied() -> None:
    mei = staff_mei([note("C4", Duration(2, 1), "n0"), note("F#4", HALF_NOTE, "n1")], metre=Metre(4, 4))
    _, toolkit = engraved(mei)
    ties = tree(mei).findall(f".//{MEI}tie")
    assert [(t.get("startid"), t.get("endid")) for t in ties] == [("#n1", "#n1-tied1")]
    assert toolkit.getMIDIValuesForElement("n1-tied1") is not None
    assert len(tree(mei).findall(f".//{MEI}measure")) == 2


def test_beams_follow_the_beat_and_tuplets_their_bracket() -> None:
    triplet = Duration(8, 0, (3, 2))
    items: list[Written] = [note("C4", EIGHTH_NOTE, f"e{i}") for i in range(4)]
    items += [note("E4", triplet, f"t{i}") for i in range(6)]
    mei = staff_mei(items, metre=Metre(4, 4))
    root = tree(mei)
    assert [len(beam) for beam in root.iter(f"{MEI}beam")] == [2, 2, 3, 3]
    assert [t.get("num") for t in root.iter(f"{MEI}tuplet")] == ["3", "3"]
    svg, _ = engraved(mei)
    assert svg.count('class="tuplet"') == 2
    six_eight = tree(staff_mei([note("C4", EIGHTH_NOTE, f"n{i}") for i in range(6)], metre=Metre(6, 8)))
    assert [len(beam) for beam in six_eight.iter(f"{MEI}beam")] == [3, 3]


def test_rests_fingers_syllables_and_articulation_are_engraved() -> None:
    items = [
        note("C4", QUARTER_NOTE, "n0", finger="1", syllable="do <b>", articulation="staccato"),
        rest(QUARTER_NOTE, "r0"),
    ]
    svg, _ = engraved(staff_mei(items, metre=Metre(2, 4), key=key_of("G")))
    assert 'class="fing"' in svg
    assert 'class="artic"' in svg
    assert "do &lt;b&gt;" in svg
    assert 'id="r0"' in svg


def test_an_empty_staff_is_a_measure_of_rest() -> None:
    svg, _ = engraved(staff_mei([], clef="grand", metre=Metre(4, 4)))
    assert svg.count('class="mRest"') == 2
    engraved(staff_mei([]))


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: staff_mei([note("C4", QUARTER_NOTE, "")]),
        lambda: staff_mei([note("C4", QUARTER_NOTE, 'a"b')]),
        lambda: staff_mei([note("C4", QUARTER_NOTE, "a"), note("C4", QUARTER_NOTE, "a")]),
        lambda: staff_mei([], clef="happy"),
        lambda: staff_mei([], lower=[rest(QUARTER_NOTE)]),
        lambda: staff_mei([chord_of(["C4", "E4"], QUARTER_NOTE, ["a"])]),
        lambda: staff_mei([note("C4", QUARTER_NOTE, "a", articulation="happy")]),
        lambda: staff_mei(
            [note("C4", Duration(2, 1), "a"), note("C4", Duration(2, 0, (3, 2)), "b")], metre=Metre(4, 4)
        ),
    ],
)
def test_what_cannot_be_written_is_refused(wrong: object) -> None:
    with pytest.raises(MusicError):
        wrong()  # type: ignore[operator]


def test_a_slur_and_a_dynamic_are_drawn_and_read_back() -> None:
    line = [note(name, QUARTER_NOTE, f"n{k}") for k, name in enumerate(("C4", "D4", "E4"))]
    source = staff_mei(under_slur(with_dynamic(line, "p")))
    toolkit = verovio.toolkit()
    assert toolkit.loadData(source)
    drawn = toolkit.renderToSVG(1)
    assert 'class="slur"' in drawn
    assert 'class="dynam"' in drawn
    assert [each.dynamic for each in read_mei(source.encode()).score().notes] == [3, 3, 3]
    with pytest.raises(MusicError):
        under_slur(line[:1])
    with pytest.raises(MusicError):
        staff_mei([replace(line[0], slur_to="n9")])
