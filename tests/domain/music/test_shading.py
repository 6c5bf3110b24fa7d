"""Hairpins and accents: read from scores, judged mildly against what stands beside them, told in a child's words."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mei_files import bar, key, mei
from msgspec.structs import replace
from musicxml_files import measure, quarter, xml
from pieces import Row, events, rows, tune

from domain.music.judge import judge
from domain.music.mei_score import read_mei
from domain.music.musicxml import read_musicxml
from domain.music.played import played
from domain.music.rules import RULES, Level
from domain.music.score import Score, score_of
from domain.music.sentences import why
from domain.music.verdicts import Touch

NORMAL = RULES[Level.NORMAL]
PLAIN = tune("C4 D4 E4 F4 G4 A4 B4 C5 D5 E5 F5 G5")
LOUDER = score_of([replace(n, hairpin=1 if 2 <= k < 10 else 0) for k, n in enumerate(PLAIN.notes)])
SOFTER = score_of([replace(n, hairpin=-1 if 2 <= k < 10 else 0) for k, n in enumerate(PLAIN.notes)])
ACCENT = score_of([replace(n, accent=k == 5) for k, n in enumerate(PLAIN.notes)])


def at(score: Score, velocities: Sequence[int]) -> list[Row]:
    return [(when, pitch, length, v) for (when, pitch, length, _), v in zip(rows(score), velocities, strict=True)]


def touched(score: Score, velocities: Sequence[int], level: Level = Level.NORMAL) -> dict[int, Touch]:
    result = judge(score, events(at(score, velocities)), RULES[level], clicked=True)
    return {k: note.touch for k, note in enumerate(result.notes) if note.touch}


def wedge(kind: str, more: str = "") -> str:
    return f'<direction><direction-type><wedge type="{kind}" {more}/></direction-type></direction>'


def test_musicxml_hairpins_and_accents() -> None:
    accent = "<notations><articulations><{}/></articulations></notations>"
    first = (
        "{first}"
        + quarter("C")
        + wedge("crescendo")
        + quarter("D")
        + quarter("E", accent.format("accent"))
        + quarter("F")
    )
    second = (
        quarter("G", accent.format("strong-accent"))
        + wedge("stop")
        + wedge("diminuendo", 'number="2"')
        + quarter("A")
        + wedge("stop", 'number="2"')
        + "<direction><direction-type><dynamics><sfz/></dynamics></direction-type></direction>"
        + quarter("B")
        + wedge("crescendo")
        + quarter("C")
    )
    score = read_musicxml(xml(measure(first) + measure(second, 2))).score()
    assert [note.hairpin for note in score.notes] == [0, 1, 1, 1, 1, -2, 0, 0]
    assert [note.accent for note in score.notes] == [False, False, True, False, True, False, True, False]


def test_a_hairpin_of_one_staff_is_not_the_other_hand_s() -> None:
    low = "<backup><duration>4</duration></backup>" + quarter("G", "<staff>2</staff>") * 2
    sign = wedge("crescendo").replace("</direction>", "<staff>1</staff></direction>", 1)
    data = xml(measure("{first}" + sign + quarter("C") * 2 + wedge("stop") + low))
    score = read_musicxml(data).score()
    assert {(note.staff, note.hairpin) for note in score.notes} == {(1, 1), (2, 0)}


def test_mei_hairpins_and_accents() -> None:
    four = key("c", 4, "c") + key("d", 4, "d", 'artic="acc"') + key("e", 4, "e") + key("f", 4, "f")
    signs = (
        '<hairpin form="cres" startid="#c" endid="#d"/><hairpin form="dim" staff="1" tstamp="3" tstamp2="1m+2"/>'
        '<dynam startid="#f">sfz</dynam>'
    )
    child = '<note pname="a" oct="4" dur="4"><artic artic="marc"/></note>'
    score = read_mei(mei(bar(four, after=signs) + bar(key("g", 4) + child + key("b", 2)))).score()
    assert [note.hairpin for note in score.notes] == [1, 1, -2, -2, -2, 0, 0]
    assert [note.accent for note in score.notes] == [False, True, False, True, False, True, False]


@pytest.mark.parametrize(("level", "least"), [(Level.FIRST, 1), (Level.NORMAL, 2), (Level.STRICT, 4)])
def test_the_end_of_a_hairpin_is_held_against_its_beginning(level: Level, least: int) -> None:
    def shape(rise: int) -> list[int]:
        return [50] * 6 + [50 + rise] * 6

    assert touched(LOUDER, shape(least), level) == {}
    assert touched(LOUDER, [*shape(least - 1)[:-1], 49], level) == {8: Touch.TOO_SOFT, 9: Touch.TOO_SOFT}
    assert touched(SOFTER, shape(-least), level) == {}
    assert touched(SOFTER, [*shape(1 - least)[:-1], 49], level) == {8: Touch.TOO_LOUD, 9: Touch.TOO_LOUD}


def test_a_short_hairpin_says_too_little() -> None:
    three = score_of([replace(n, hairpin=1 if k < 3 else 0) for k, n in enumerate(PLAIN.notes)])
    assert touched(three, [60, 50, 40, *[50] * 9]) == {}
    four = score_of([replace(n, hairpin=1 if k < 4 else 0) for k, n in enumerate(PLAIN.notes)])
    assert touched(four, [60, 60, 40, 40, *[50] * 8]) == {2: Touch.TOO_SOFT, 3: Touch.TOO_SOFT}


def test_what_swells_and_dies_away_at_once_are_two_hairpins() -> None:
    """Six notes louder, six softer, in one measure: each is held against its own beginning."""
    both = score_of([replace(n, hairpin=1 if k < 6 else -2) for k, n in enumerate(PLAIN.notes)])
    assert touched(both, [40, 45, 50, 55, 60, 65, 65, 60, 55, 50, 45, 40]) == {}
    flat = touched(both, [*[50] * 11, 51])
    assert flat == {4: Touch.TOO_SOFT, 5: Touch.TOO_SOFT, 10: Touch.TOO_LOUD, 11: Touch.TOO_LOUD}


def test_a_hairpin_that_is_repeated_is_another_one() -> None:
    notes = [replace(n, hairpin=1, measure=1 + k % 6) for k, n in enumerate(PLAIN.notes)]
    assert touched(score_of(notes), [40, 45, 50, 55, 60, 65] * 2) == {}


@pytest.mark.parametrize(("level", "least"), [(Level.FIRST, 1), (Level.NORMAL, 3), (Level.STRICT, 6)])
def test_an_accent_is_held_against_its_neighbours(level: Level, least: int) -> None:
    def shape(weight: int) -> list[int]:
        return [*[60] * 5, 60 + weight, *[60] * 6]

    assert touched(ACCENT, shape(least), level) == {}
    assert touched(ACCENT, [*shape(least - 1)[:-1], 61], level) == {5: Touch.TOO_SOFT}
    # What was loud long before does not count.
    assert touched(ACCENT, [120, *shape(least)[1:]], level) == {}


def test_an_accent_is_held_against_four_notes_on_each_side() -> None:
    """Of those four are soft: it is louder than that. One more on each side, or one less, and it would be too soft."""
    around = [70, 60, 60, 60, 70, 63, 70, 70, 70, 60, 70, 70]
    assert touched(ACCENT, around) == {}
    assert touched(ACCENT, [*around[:9], 70, *around[10:]]) == {5: Touch.TOO_SOFT}


@pytest.mark.parametrize(("names", "told"), [("C4 D4 E4 F4", {3: Touch.TOO_SOFT}), ("C4 D4 E4", {})])
def test_an_accent_with_fewer_than_three_neighbours_is_held_against_nothing(names: str, told: dict[int, Touch]) -> None:
    short = tune(names)
    last = len(short.notes) - 1
    ends = score_of([replace(n, accent=k == last) for k, n in enumerate(short.notes)])
    assert touched(ends, [*[60] * last, 50]) == told


def test_an_accent_on_a_chord_is_its_loudest_key_and_accents_everywhere_are_none() -> None:
    chords = tune("C4+E4 D4+F4 E4+G4 F4+A4 G4+B4 A4+C5 B4+D5")
    accented = score_of([replace(n, accent=n.onset == chords.notes[6].onset) for n in chords.notes])
    assert touched(accented, [50, 60] * 3 + [50, 70] + [50, 60] * 3) == {}
    assert touched(accented, [50, 60] * 7) == {6: Touch.TOO_SOFT, 7: Touch.TOO_SOFT}
    everywhere = score_of([replace(n, accent=True) for n in PLAIN.notes])
    assert touched(everywhere, [50, 60] * 6) == {}


def test_a_single_chord_of_three_notes_is_a_passage() -> None:
    plain = tune("C4 D4 E4 C4+E4+G4 D4 C4 D4")
    score = score_of([replace(n, dynamic=6 if 3 <= k < 6 else 3) for k, n in enumerate(plain.notes)])
    assert touched(score, [50, 50, 50, 70, 70, 70, 50, 50, 50]) == {}
    flat = touched(score, [50, 50, 51, 50, 50, 50, 40, 40, 40])
    assert flat == {3: Touch.TOO_SOFT, 4: Touch.TOO_SOFT, 5: Touch.TOO_SOFT}


def test_what_swells_says_nothing_of_a_passage() -> None:
    """A crescendo from piano to forte: the beginning is soft, the forte is loud, and nobody asks for the middle."""
    levels = [3] * 4 + [3] * 4 + [6] * 4
    notes = [replace(n, dynamic=v, hairpin=1 if 4 <= k < 8 else 0)
             for k, (n, v) in enumerate(zip(PLAIN.notes, levels, strict=True))]  # fmt: skip
    assert touched(score_of(notes), [40] * 4 + [50, 60, 70, 80] + [72] * 4) == {}


@pytest.mark.parametrize("score", [LOUDER, SOFTER, ACCENT])
@pytest.mark.parametrize("level", Level)
def test_a_keyboard_that_knows_no_loud_and_soft_is_not_judged(score: Score, level: Level) -> None:
    result = judge(score, events(at(score, [64] * 12)), RULES[level], clicked=True)
    assert result.score == 100
    assert result.counts == {"right": 12}


@settings(deadline=None, max_examples=80)
@given(st.integers(0, 10_000), st.sampled_from(list(Level)))
def test_who_shapes_a_line_however_unevenly_is_never_told_off(seed: int, level: Level) -> None:
    chance = Random(seed)
    start, step = chance.randrange(20, 50), chance.randrange(4, 8)
    uneven = [start + step * k + chance.randrange(-step, step + 1) for k in range(12)]
    assert touched(LOUDER, [min(127, v) for v in uneven], level) == {}
    assert touched(SOFTER, [max(1, 127 - v) for v in uneven], level) == {}


@settings(deadline=None, max_examples=80)
@given(st.integers(0, 10_000), st.booleans())
def test_nothing_but_loudness_is_touched(seed: int, clicked: bool) -> None:
    chance = Random(seed)
    wild = events(at(LOUDER, [chance.randrange(1, 128) for _ in range(12)]))
    plain, shaped = (judge(score, wild, NORMAL, clicked=clicked) for score in (PLAIN, LOUDER))
    assert [replace(note, touch=Touch.RIGHT) for note in shaped.notes] == list(plain.notes)
    assert plain.score - 5 <= shaped.score <= plain.score


def test_the_sentences() -> None:
    heard = played(events(at(LOUDER, [60] * 11 + [61])))

    def said(score: Score, index: int) -> str:
        return why(score, heard, index, judge(score, heard, NORMAL, clicked=True).notes[index]).english()

    assert said(LOUDER, 9) == "E5 was right. The opening hairpin means: louder and louder."
    assert said(SOFTER, 9) == "E5 was right. The closing hairpin means: softer and softer."
    assert said(ACCENT, 5) == "A4 was right. The accent asks for a little more weight than its neighbours."
