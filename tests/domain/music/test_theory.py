"""The theory against music21, an independent implementation of it."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.music import chord as chords
from domain.music import key as keys
from domain.music import pitch as pitches
from domain.music.pitch import Interval, MusicError, Pitch, between, interval, pitch, spelled
from domain.music.rhythm import QUARTER, Duration, Metre, durations_of, micros, tempo_of

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from music21 import chord as m21chord
    from music21 import duration as m21duration
    from music21 import interval as m21interval
    from music21 import key as m21key
    from music21 import meter as m21meter
    from music21 import pitch as m21pitch
    from music21 import roman as m21roman
    from music21 import scale as m21scale

written = st.builds(Pitch, st.integers(0, 6), st.integers(-2, 2), st.integers(1, 7))
plain = st.builds(Pitch, st.integers(0, 6), st.integers(-1, 1), st.integers(2, 6))


def theirs(note: Pitch) -> m21pitch.Pitch:
    return m21pitch.Pitch(note.name.replace("b", "-"))


def ours(note: m21pitch.Pitch) -> Pitch:
    return pitch(note.nameWithOctave.replace("-", "b"))


@given(written)
def test_a_pitch_sounds_and_reads_back(note: Pitch) -> None:
    assert note.midi == theirs(note).midi
    assert pitch(note.name) == note
    assert note.diatonic == theirs(note).diatonicNoteNum - 1


@given(plain, plain)
def test_an_interval_is_named_as_music21_names_it(low: Pitch, high: Pitch) -> None:
    ours_, oracle = between(low, high), m21interval.Interval(theirs(low), theirs(high))
    assert ours_.semitones == oracle.semitones
    if ours_.steps:
        assert ours_.name == oracle.directedName
        assert f"{ours_.simple.quality}{ours_.simple.number}" == oracle.semiSimpleName
        assert interval(ours_.name) == ours_
        if ours_.simple.number not in (1, 8):
            assert ours_.inverted.quality[0] == {"M": "m", "m": "M", "P": "P", "A": "d", "d": "A"}[ours_.quality[0]]
    assert low.up(ours_) == high
    assert high.down(ours_) == low


@given(plain, st.sampled_from(["m2", "M2", "m3", "M3", "P4", "A4", "d5", "P5", "m6", "M6", "m7", "M7", "P8", "M9"]))
def test_transposing_spells_as_music21_does(note: Pitch, name: str) -> None:
    assert note.up(interval(name)) == ours(m21interval.Interval(name).transposePitch(theirs(note), maxAccidental=None))


@given(st.integers(21, 108), st.integers(-7, 7))
def test_a_key_is_spelled_so_that_it_sounds(midi: int, fifths: int) -> None:
    note = spelled(midi, fifths)
    assert note.midi == midi
    assert abs(note.alter) <= 2
    in_key = {p.midi % 12 for p in keys.scale(pitch(f"{keys.KeySignature(fifths).tonic}4"), "major")}
    if midi % 12 in in_key:
        assert keys.KeySignature(fifths).holds(note)


@given(st.integers(-7, 7), st.sampled_from(["major", "minor"]))
def test_key_signatures(fifths: int, mode: str) -> None:
    key = keys.KeySignature(fifths, mode)
    oracle = m21key.KeySignature(fifths)
    assert key.tonic == oracle.asKey(mode).tonic.name.replace("-", "b")
    assert keys.key_of(key.tonic, mode) == key
    for step, letter in enumerate("CDEFGAB"):
        accidental = oracle.accidentalByStep(letter)
        assert key.alter_of(step) == (int(accidental.alter) if accidental else 0)
    assert key.relative.relative == key
    assert key.relative.fifths == fifths


SCALES = {
    "major": m21scale.MajorScale,
    "minor": m21scale.MinorScale,
    "harmonic minor": m21scale.HarmonicMinorScale,
    "dorian": m21scale.DorianScale,
    "phrygian": m21scale.PhrygianScale,
    "lydian": m21scale.LydianScale,
    "mixolydian": m21scale.MixolydianScale,
    "locrian": m21scale.LocrianScale,
    "melodic minor": m21scale.MelodicMinorScale,
}


@pytest.mark.parametrize("kind", SCALES)
@pytest.mark.parametrize("tonic", ["C4", "D4", "Eb4", "F#4", "A3", "Bb3"])
def test_scales(kind: str, tonic: str) -> None:
    note = pitch(tonic)
    oracle = SCALES[kind](theirs(note)).getPitches(
        theirs(note), theirs(note.up(interval("P8"))), direction=m21scale.Direction.ASCENDING
    )
    assert [p.name for p in keys.scale(note, kind)] == [ours(p).name for p in oracle]
    assert len(keys.scale(note, kind, 2)) == 15


QUALITIES = {
    "major": "major",
    "minor": "minor",
    "diminished": "diminished",
    "augmented": "augmented",
}


@given(plain, st.sampled_from(sorted(chords.KINDS)), st.integers(0, 3), st.data())
def test_chords_and_their_inversions(root: Pitch, kind: str, inversion: int, data: st.DataObject) -> None:
    if inversion >= len(chords.KINDS[kind]):
        with pytest.raises(MusicError):
            chords.Chord(root, kind, inversion)
        return
    made = chords.Chord(root, kind, inversion)
    assert list(made.pitches) == sorted(made.pitches)
    oracle = m21chord.Chord([theirs(note) for note in made.pitches])
    if kind in QUALITIES:
        assert oracle.quality == QUALITIES[kind]
    if not kind.startswith("suspended"):
        assert oracle.root().name.replace("-", "b") == root.letter
        assert oracle.inversion() == inversion
        found = chords.identify(data.draw(st.permutations(made.pitches)))
        assert found is not None
        assert (found.root.letter, found.kind, found.inversion) == (root.letter, kind, inversion)


def test_what_is_no_chord_has_no_name() -> None:
    assert chords.identify([]) is None
    assert chords.identify([pitch("C4"), pitch("C#4"), pitch("D4")]) is None
    doubled = chords.identify([pitch(name) for name in ("E3", "C4", "G4", "C5")])
    assert doubled is not None
    assert doubled.symbol == "C/E"


def test_the_triads_of_a_key() -> None:
    major, minor = keys.key_of("D"), keys.key_of("A", "minor")
    assert [chords.numeral(major, n) for n in range(1, 8)] == ["I", "ii", "iii", "IV", "V", "vi", "vii°"]
    assert [chords.triad_on(minor, n).symbol for n in (1, 4, 5, 7)] == ["Am", "Dm", "Em", "G"]
    with pytest.raises(MusicError):
        chords.triad_on(major, 8)


@given(st.sampled_from((1, 2, 4, 8, 16, 32)), st.integers(0, 2), st.sampled_from([None, (3, 2), (5, 4), (7, 4)]))
def test_durations(value: int, dots: int, tuplet: tuple[int, int] | None) -> None:
    oracle = m21duration.Duration(quarterLength=4 / value)
    oracle.dots = dots
    if tuplet:
        oracle.appendTuplet(m21duration.Tuplet(*tuplet))
    assert Duration(value, dots, tuplet).ticks == int(oracle.quarterLength * QUARTER)


@given(st.integers(1, 400))
def test_any_number_of_thirty_seconds_can_be_tied(count: int) -> None:
    ticks = count * QUARTER // 8
    assert sum(duration.ticks for duration in durations_of(ticks)) == ticks


@pytest.mark.parametrize("metre", [(4, 4), (3, 4), (6, 8), (2, 2), (9, 8), (12, 8), (3, 8), (5, 4)])
def test_metres(metre: tuple[int, int]) -> None:
    oracle = m21meter.TimeSignature(f"{metre[0]}/{metre[1]}")
    ours_ = Metre(*metre)
    assert ours_.ticks == oracle.barDuration.quarterLength * QUARTER
    if metre != (3, 8):
        assert ours_.beat == oracle.beatDuration.quarterLength * QUARTER
        assert ours_.pulses == oracle.beatCount


def test_time() -> None:
    assert tempo_of(120) == 500_000
    assert tempo_of(60, QUARTER * 3 // 2) == 666_666
    assert micros(QUARTER, 500_000) == 500_000
    assert micros(QUARTER // 3, 500_000) == 166_667


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: pitch("H4"),
        lambda: pitch("C"),
        lambda: interval("P3"),
        lambda: interval("M5"),
        lambda: interval("M0"),
        lambda: keys.KeySignature(8),
        lambda: keys.KeySignature(0, "happy"),
        lambda: keys.key_of("G#"),
        lambda: keys.key_of("C", "happy"),
        lambda: keys.scale(pitch("C4"), "happy"),
        lambda: chords.chord("C4", "happy"),
        lambda: Duration(3),
        lambda: Duration(4, 4),
        lambda: Duration(4, 0, (0, 2)),
        lambda: Metre(0, 4),
        lambda: Metre(4, 3),
        lambda: durations_of(0),
        lambda: durations_of(7),
        lambda: tempo_of(0),
    ],
)
def test_what_is_not_music_is_refused(wrong: object) -> None:
    with pytest.raises(MusicError):
        wrong()  # type: ignore[operator]


def test_a_direction_and_an_order() -> None:
    assert Interval(0, 1).direction == 1
    assert Interval(-2, -3).name == "m-3"
    assert Interval(0, 0).name == "P1"
    assert pitches.at_position(28, 60) == pitch("C4")
    assert pitch("C4") < pitch("B#3") or pitch("B#3") < pitch("C4")


@pytest.mark.parametrize("mode", ["major", "minor"])
@pytest.mark.parametrize("fifths", range(-7, 8))
def test_every_triad_of_every_key_is_spelled_and_numbered_as_music21_does(fifths: int, mode: str) -> None:
    signature = keys.KeySignature(fifths, mode)
    oracle = m21key.Key(signature.tonic.replace("b", "-"), mode)
    for degree in range(1, 8):
        made = chords.triad_on(signature, degree)
        wanted = m21roman.RomanNumeral(chords.numeral(signature, degree).replace("°", "o"), oracle)
        assert [note.letter for note in made.pitches] == [p.name.replace("-", "b") for p in wanted.pitches]


@given(plain, st.sampled_from(sorted(keys.SCALES)), st.integers(1, 3))
def test_a_scale_climbs_and_ends_on_its_tonic(tonic: Pitch, kind: str, octaves: int) -> None:
    notes = keys.scale(tonic, kind, octaves)
    assert [note.midi for note in notes] == sorted({note.midi for note in notes})
    assert notes[-1] == tonic.up(interval("P8")) if octaves == 1 else notes[-1].letter == tonic.letter
    assert len(notes) == octaves * len(keys.SCALES[kind]) + 1
    assert [note.letter for note in notes[: len(keys.SCALES[kind])]] == [
        note.letter for note in notes[-len(keys.SCALES[kind]) - 1 : -1]
    ]


@given(plain, plain, plain)
def test_intervals_add_up(first: Pitch, second: Pitch, third: Pitch) -> None:
    one, two, whole = between(first, second), between(second, third), between(first, third)
    assert (one.steps + two.steps, one.semitones + two.semitones) == (whole.steps, whole.semitones)
    there = m21interval.add([m21interval.Interval(theirs(first), theirs(second)), m21interval.Interval("P8")])
    assert first.up(one).up(interval("P8")) == ours(there.transposePitch(theirs(first), maxAccidental=None))


@given(st.integers(1, 12), st.sampled_from((1, 2, 4, 8, 16, 32)))
def test_any_metre_is_as_long_as_music21_says(beats: int, unit: int) -> None:
    assert Metre(beats, unit).ticks == m21meter.TimeSignature(f"{beats}/{unit}").barDuration.quarterLength * QUARTER
    assert Metre(beats, unit).pulses * Metre(beats, unit).beat == Metre(beats, unit).ticks
