"""What stands beside the notes in MusicXML: jumps, tempo, dynamics, ornaments; and measures that are overfilled."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
from musicxml_files import letters, measure, quarter, xml

from domain.music.musicxml import read_musicxml
from domain.music.playing_order import playing_order
from domain.music.rhythm import QUARTER
from domain.music.score import MOST_NOTES, Score, ScoreError

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import music21

CORPUS = Path(music21.__file__).parent / "corpus"
END = '<barline location="right"><repeat direction="backward"{}/></barline>'


def sound(**said: str) -> str:
    attributes = " ".join(f'{name}="{value}"' for name, value in said.items())
    return f"<direction><direction-type/><sound {attributes}/></direction>"


def words(text: str) -> str:
    return f"<direction><direction-type><words>{text}</words></direction-type></direction>"


def sign(name: str) -> str:
    return f"<direction><direction-type><{name}/></direction-type></direction>"


def read(*contents: str, attributes: str = "") -> Score:
    return read_musicxml(xml(bars(*contents), attributes)).score()


def bars(*contents: str) -> str:
    return "".join(measure(("{first}" if n == 1 else "") + each, n) for n, each in enumerate(contents, 1))


def test_da_capo_al_fine_without_the_repeats() -> None:
    contents = [quarter("C") + END.format(""), quarter("D") + sound(fine="yes"), quarter("E") + sound(dacapo="yes")]
    assert letters(read(*contents)) == "CCDECD"
    sheet = read_musicxml(xml(bars(*contents)))
    assert sheet.repeats == 2
    assert letters(sheet.score([False, True])) == "CDECD"
    assert letters(sheet.score([True, False])) == "CCDE"
    spoken = [quarter("C"), quarter("D") + words("Fine"), quarter("E") + words("D.C. al Fine")]
    assert letters(read(*spoken)) == "CDECD"
    assert letters(read(quarter("C"), quarter("D") + words("Da Capo"))) == "CDCD"


def test_a_da_capo_that_is_written_early_waits_for_the_end() -> None:
    early = [quarter("C"), quarter("D") + words("D.C."), quarter("E") + END.format("")]
    assert letters(read(*early)) == "CDECDECDE"
    assert letters(read(quarter("C"), quarter("D") + words("D.C."), quarter("E"))) == "CDECDE"
    far = [quarter("C"), quarter("D") + words("D.C."), quarter("E"), quarter("F"), quarter("G")]
    assert letters(read(*far)) == "CDCDEFG"
    coda = [quarter("C") + words("To Coda"), quarter("D") + words("D.C. al Coda"), sign("coda") + quarter("E")]
    assert letters(read(*coda)) == "CDCE"
    again = '<barline location="left"><repeat direction="forward"/></barline>'
    trio = [quarter("C"), quarter("D") + words("D.C."), again + quarter("E") + END.format("")]
    assert letters(read(*trio)) == "CDCDEE"


def test_dal_segno_al_coda() -> None:
    contents = [
        quarter("C"),
        sound(segno="s") + quarter("D"),
        quarter("E") + sound(tocoda="c"),
        quarter("F") + sound(dalsegno="s"),
        sound(coda="c") + quarter("G"),
        quarter("A") + END.format(""),
    ]
    assert letters(read(*contents)) == "CDEFDEGAGA"
    signs = [
        quarter("C"),
        sign("segno") + quarter("D"),
        quarter("E") + words("To Coda"),
        quarter("F") + words("D.S. al Coda"),
        sign("coda") + quarter("G"),
    ]
    assert letters(read(*signs)) == "CDEFDEG"


def test_a_sign_behind_the_notes_belongs_to_the_next_measure() -> None:
    contents = [quarter("C") + sign("segno"), quarter("D"), quarter("E") + sound(dalsegno="s")]
    assert letters(read(*contents)) == "CDEDE"


def test_only_the_last_volta_behind_a_jump() -> None:
    volta = '<barline><ending number="{}" type="{}"/></barline>'
    contents = [
        quarter("C"),
        volta.format(1, "start") + quarter("D") + volta.format(1, "stop") + END.format(""),
        volta.format(2, "start") + quarter("E") + volta.format(2, "stop"),
        quarter("F") + sound(dacapo="yes"),
    ]
    assert letters(read(*contents)) == "CDCEFCEF"


def test_a_da_capo_stays_in_its_movement() -> None:
    first = [measure("{first}" + quarter("C"), 1), measure(quarter("D"), 2)]
    second = [measure(quarter("E"), 1), measure(quarter("F") + sound(fine="yes"), 2)]
    trio = [measure(quarter("G") + sound(dacapo="yes"), 3), measure(quarter("A"), 1), measure(quarter("B"), 2)]
    assert letters(read_musicxml(xml("".join(first + second + trio))).score()) == "CDEFGEFAB"


def test_a_passage_played_three_times() -> None:
    assert letters(read(quarter("C") + END.format(' times="3"'), quarter("D"))) == "CCCD"
    assert letters(read(quarter("C") + END.format(' times="none"'), quarter("D"))) == "CCD"


def test_behind_a_jump_the_tempo_is_what_it_was_there() -> None:
    contents = [
        sound(tempo="60") + quarter("C"),
        quarter("D") + sound(tempo="120"),
        sound(tempo="240") + quarter("E") + END.format(""),
    ]
    score = read(*contents)
    assert score.times == [0, 1_000_000, 2_000_000, 2_250_000, 3_250_000, 4_250_000]
    again = read(quarter("C"), sound(tempo="60") + quarter("D") + END.format(""))
    assert again.times == [0, 500_000, 1_500_000, 2_000_000]


def rest(duration: int, whole: bool = False) -> str:
    kind = '<rest measure="yes"/>' if whole else "<rest/>"
    return f"<note>{kind}<duration>{duration}</duration></note>"


TIME = "<time><beats>2</beats><beat-type>4</beat-type></time>"


def test_rests_beyond_the_metre_do_not_make_a_measure_longer() -> None:
    assert read(quarter("C") + rest(6), quarter("D"), attributes=TIME).notes[1].onset == 2 * QUARTER
    assert read(rest(4, True), quarter("D"), attributes=TIME).notes[0].onset == 2 * QUARTER
    assert read(quarter("C", duration=6), quarter("D"), attributes=TIME).notes[1].onset == 3 * QUARTER
    assert read(quarter("C") + rest(1), quarter("D"), attributes=TIME).notes[1].onset == 3 * QUARTER // 2
    three = "<time><beats>3+2</beats><beat-type>8</beat-type></time>"
    assert read(quarter("C") + rest(9), quarter("D"), attributes=three).notes[1].onset == 5 * QUARTER // 2


def test_an_upbeat_is_as_long_as_what_is_written_in_it() -> None:
    upbeat = quarter("C") + "<backup><duration>2</duration></backup>" + rest(4, True)
    parts = measure("{first}" + upbeat, 0, 'implicit="yes"') + measure(quarter("D"), 1)
    assert read_musicxml(xml(parts, TIME)).score().notes[1].onset == QUARTER
    silent = measure("{first}" + rest(4, True), 0, 'implicit="yes"') + measure(quarter("D"), 1)
    assert read_musicxml(xml(silent, TIME)).score().notes[0].onset == 2 * QUARTER
    counted = measure("{first}" + rest(2) + quarter("C"), 0, 'implicit="yes"') + measure(quarter("D"), 1)
    assert read_musicxml(xml(counted, TIME)).score().notes[1].onset == 2 * QUARTER


def dynamic(name: str, staff: int = 0) -> str:
    where = f"<staff>{staff}</staff>" if staff else ""
    return f"<direction><direction-type><dynamics><{name}/></dynamics></direction-type>{where}</direction>"


BACK = "<backup><duration>4</duration></backup>"


def test_dynamics_hold_for_their_part_or_their_staff() -> None:
    lower = BACK + quarter("E", "<staff>2</staff>") + quarter("F", "<staff>2</staff>")
    one = dynamic("p", 1) + quarter("C") + dynamic("ff", 1) + quarter("D") + lower
    assert {n.pitch.letter: n.dynamic for n in read(one).notes} == {"C": 3, "D": 7, "E": 3, "F": 7}
    both = dynamic("p", 1) + quarter("C") + quarter("D") + BACK + dynamic("f", 2) + lower.removeprefix(BACK)
    assert {n.pitch.letter: n.dynamic for n in read(both).notes} == {"C": 3, "D": 3, "E": 6, "F": 6}
    later = [quarter("C"), dynamic("pppp") + quarter("D"), dynamic("sfz") + quarter("E"), dynamic("fp") + quarter("F")]
    assert [n.dynamic for n in read(*later).notes] == [0, 1, 1, 3]
    under = quarter("C", "<notations><dynamics><mf/></dynamics></notations>") + quarter("D")
    assert [n.dynamic for n in read(under).notes] == [5, 5]


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        ("<ornaments><trill-mark/></ornaments>", "trill"),
        ("<ornaments><wavy-line type='start'/></ornaments>", "trill"),
        ("<ornaments><inverted-mordent/></ornaments>", "mordent"),
        ("<ornaments><accidental-mark>sharp</accidental-mark><turn/></ornaments>", "turn"),
        ("<ornaments><tremolo type='single'>3</tremolo></ornaments>", "tremolo"),
        ("<glissando type='start'/>", "glissando"),
        ("<glissando type='stop'/>", ""),
        ("<technical><fingering>1</fingering></technical>", ""),
    ],
)
def test_ornaments(mark: str, name: str) -> None:
    assert read(quarter("C", f"<notations>{mark}</notations>")).notes[0].ornament == name


def test_a_fermata_holds_on_the_last_of_tied_notes() -> None:
    held = "<notations><fermata type='upright'/></notations>"
    assert [n.fermata for n in read(quarter("C", held) + quarter("D")).notes] == [True, False]
    tied = quarter("C", "<tie type='start'/>") + quarter("C", "<tie type='stop'/>" + held) + quarter("D")
    score = read(tied)
    assert [n.fermata for n in score.notes] == [True, False]
    assert score.after_fermatas == {1}


@pytest.mark.parametrize(
    ("transpose", "name"),
    [
        ("<diatonic>-1</diatonic><chromatic>-2</chromatic>", "Bb3"),
        ("<chromatic>-2</chromatic>", "Bb3"),
        ("<diatonic>-5</diatonic><chromatic>-9</chromatic>", "Eb3"),
        ("<chromatic>-9</chromatic>", "Eb3"),
        ("<chromatic>0</chromatic><octave-change>-1</octave-change>", "C3"),
        ("<diatonic>1</diatonic><chromatic>3</chromatic>", "D#4"),
    ],
)
def test_transposing_instruments_are_named_as_they_sound(transpose: str, name: str) -> None:
    score = read(quarter("C"), attributes=f"<transpose>{transpose}</transpose>")
    assert score.notes[0].pitch.name == name


def test_the_staves_of_later_parts_are_numbered_on() -> None:
    part = "<part id='P{}'><measure number='1'><attributes><divisions>2</divisions></attributes>{}</measure></part>"
    two = quarter("D", "<staff>1</staff>") + quarter("E", "<staff>2</staff>")
    data = "<score-partwise>" + part.format(1, quarter("C")) + part.format(2, two) + part.format(3, quarter("F"))
    score = read_musicxml((data + "</score-partwise>").encode()).score()
    assert {n.pitch.letter: n.staff for n in score.notes} == {"C": 1, "D": 2, "E": 3, "F": 4}


def corpus() -> list[Path]:
    files = sorted(each for each in CORPUS.rglob("*") if each.suffix in (".mxl", ".xml", ".musicxml"))
    return [each for each in files[::9] if each.stat().st_size < 60_000]


def test_of_every_piece_in_a_corpus_every_measure_is_played() -> None:
    assert len(corpus()) > 50
    for file in corpus():
        sheet = read_musicxml(file.read_bytes())
        order = playing_order(sheet.bars, [True] * sheet.repeats)
        assert set(order) == set(range(len(sheet.bars))), file.name
        score = sheet.score()
        assert 0 < len(score.notes) <= MOST_NOTES


def test_a_drum_part_alone_is_no_score() -> None:
    with pytest.raises(ScoreError):
        read_musicxml((CORPUS / "demos" / "drum_sample.xml").read_bytes()).score()
