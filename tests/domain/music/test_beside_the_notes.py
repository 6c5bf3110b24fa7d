"""Ornaments are asked for and no mistake; dynamics are judged against what came before."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from pieces import BEAT, Row, events, rows, tune

from domain.music.judge import judge
from domain.music.played import played
from domain.music.rules import RULES, Level
from domain.music.score import Score, score_of
from domain.music.sentences import why, why_extra
from domain.music.verdicts import Touch, Verdict

FIRST, NORMAL, STRICT = (RULES[level] for level in Level)
PLAIN = tune("C4 D4 E4 F4 G4 A4 B4 C5 D5 E5")


def with_ornament(kind: str, *places: int) -> Score:
    return score_of([replace(n, ornament=kind if k in places else "") for k, n in enumerate(PLAIN.notes)])


def around(place: int, *keys: int, start: int = 60_000, step: int = 60_000) -> list[Row]:
    at = rows(PLAIN)[place][0]
    return [(at + start + k * step, key, 100_000, 60) for k, key in enumerate(keys)]


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("trill", (69, 67, 69, 67, 69, 67)),
        ("mordent", (65, 67)),
        ("turn", (69, 67, 65, 67)),
        ("tremolo", (67, 67, 67, 67)),
        ("glissando", (69, 71, 72, 74)),
    ],
)
@pytest.mark.parametrize("level", Level)
def test_an_ornament_is_no_mistake(kind: str, keys: tuple[int, ...], level: Level) -> None:
    score = with_ornament(kind, 4)
    heard = played(events([*rows(PLAIN), *around(4, *keys)]))
    result = judge(score, heard, RULES[level], clicked=True)
    assert result.counts == {"right": 10, "ornament": len(keys)}
    assert result.score == 100
    assert {extra.near for extra in result.extras} == {4}
    assert [extra.semitones for extra in result.extras] == [key - 67 for key in keys]
    assert why_extra(score, heard, result.extras[0]).english().endswith("belongs to the ornament.")
    assert "ornament" not in judge(PLAIN, heard, RULES[level], clicked=True).counts


def test_what_an_ornament_does_not_reach_is_too_many() -> None:
    def extras(kind: str, *keys: int, **when: int) -> list[str]:
        heard = events([*rows(PLAIN), *around(4, *keys, **when)])
        return [e.verdict.value for e in judge(with_ornament(kind, 4), heard, NORMAL, clicked=True).extras]

    assert extras("trill", 70) == ["extra"]
    assert extras("mordent", 80) == ["extra"]
    for kind in ("trill", "mordent", "turn"):
        assert extras(kind, 65) == extras(kind, 69) == ["ornament"]
        assert extras(kind, 64) == extras(kind, 70) == ["extra"]
    assert extras("tremolo", 69) == ["extra"]
    assert extras("glissando", 116) == ["extra"]
    assert extras("trill", 66, start=-290_000) == ["ornament"]
    assert extras("trill", 66, start=-310_000) == ["extra"]
    assert extras("trill", 66, start=BEAT + 90_000) == ["ornament"]
    assert extras("trill", 66, start=BEAT + 110_000) == ["extra"]
    assert extras("unknown", 67) == ["ornament"]


def test_a_tremolo_between_two_notes_and_at_the_end() -> None:
    pair = with_ornament("tremolo", 4, 5)
    heard = events([*rows(PLAIN), *around(4, 69, 67, 69), *around(5, 67, 69, 67)])
    assert judge(pair, heard, NORMAL, clicked=True).counts == {"right": 10, "ornament": 6}
    first = with_ornament("tremolo", 0, 1)
    heard = events([*rows(PLAIN), *around(0, 62, 60, 62), *around(1, 60, 62, 60)])
    assert judge(first, heard, NORMAL, clicked=True).counts == {"right": 10, "ornament": 6}
    last = with_ornament("trill", 9)
    heard = events([*rows(PLAIN), *around(9, 77, 76, 77, 76)])
    assert judge(last, heard, NORMAL, clicked=True).counts == {"right": 10, "ornament": 4}
    after = events([*rows(PLAIN), *around(9, 77, start=2 * BEAT + 90_000), *around(9, 77, start=2 * BEAT + 110_000)])
    assert judge(last, after, NORMAL, clicked=True).counts == {"right": 10, "ornament": 1, "extra": 1}


@pytest.mark.parametrize("other", [2, 6])
def test_a_tremolo_takes_no_key_from_the_next_note_but_one(other: int) -> None:
    heard = events([*rows(PLAIN), *around(4, rows(PLAIN)[other][1])])
    result = judge(with_ornament("tremolo", 4, other), heard, NORMAL, clicked=True)
    assert "ornament" not in result.counts


def test_the_first_stroke_of_an_ornament_may_be_short() -> None:
    short = [(at, key, 50_000 if k == 4 else length, v) for k, (at, key, length, v) in enumerate(rows(PLAIN))]
    assert judge(with_ornament("trill", 4), events(short), STRICT, clicked=True).counts == {"right": 10}
    assert judge(PLAIN, events(short), STRICT, clicked=True).counts == {"right": 10, "too_short": 1}


def dynamics(*levels: int) -> Score:
    return score_of([replace(n, dynamic=level) for n, level in zip(PLAIN.notes, levels, strict=True)])


SOFT_LOUD = dynamics(3, 3, 3, 3, 3, 6, 6, 6, 6, 6)


def played_at(*velocities: int) -> list[Row]:
    return [(at, key, length, v) for (at, key, length, _), v in zip(rows(PLAIN), velocities, strict=True)]


def touched(score: Score, level: Level, *velocities: int) -> tuple[list[Touch], int]:
    result = judge(score, events(played_at(*velocities)), RULES[level], clicked=True)
    return [note.touch for note in result.notes], result.score


@pytest.mark.parametrize(("level", "least", "cost"), [("first", 3, 0), ("normal", 5, 5), ("strict", 8, 10)])
def test_louder_must_be_louder(level: Level, least: int, cost: int) -> None:
    enough = touched(SOFT_LOUD, level, *[50] * 5, *[50 + least] * 5)
    assert enough == ([Touch.RIGHT] * 10, 100)
    less = touched(SOFT_LOUD, level, *[50] * 5, *[49 + least] * 5)
    assert less == ([Touch.RIGHT] * 5 + [Touch.TOO_SOFT] * 5, 100 - cost // 2 - cost % 2)
    softer = dynamics(*[6] * 5, *[3] * 5)
    assert touched(softer, level, *[70] * 5, *[70 - least] * 5)[0] == [Touch.RIGHT] * 10
    assert touched(softer, level, *[70] * 5, *[71 - least] * 5)[0] == [Touch.RIGHT] * 5 + [Touch.TOO_LOUD] * 5


def test_one_accent_does_not_make_a_passage_loud() -> None:
    found, _ = touched(SOFT_LOUD, Level.NORMAL, *[50] * 5, 50, 50, 127, 50, 50)
    assert found == [Touch.RIGHT] * 5 + [Touch.TOO_SOFT] * 5


def test_what_cannot_be_known_is_not_judged() -> None:
    assert touched(SOFT_LOUD, Level.STRICT, *[64] * 10)[0] == [Touch.RIGHT] * 10
    assert touched(dynamics(*[3] * 10), Level.STRICT, *[50] * 5, *[20] * 5)[0] == [Touch.RIGHT] * 10
    assert touched(dynamics(*[0] * 5, *[6] * 5), Level.STRICT, *[50] * 5, *[20] * 5)[0] == [Touch.RIGHT] * 10
    short = dynamics(*[3] * 8, 6, 6)
    assert touched(short, Level.STRICT, *[50] * 9, 49)[0] == [Touch.RIGHT] * 10
    three = dynamics(*[3] * 7, 6, 6, 6)
    assert touched(three, Level.STRICT, *[50] * 9, 49)[0] == [Touch.RIGHT] * 7 + [Touch.TOO_SOFT] * 3


def test_each_hand_has_its_own_dynamics() -> None:
    left = [
        replace(n, note_id=f"l{k}", staff=2, dynamic=6, pitch=replace(n.pitch, octave=n.pitch.octave - 2))
        for k, n in enumerate(PLAIN.notes)
    ]
    score = score_of([*SOFT_LOUD.notes, *left])
    velocities = {1: [50] * 5 + [80] * 5, 2: [70] * 10}
    seen = {1: 0, 2: 0}
    found: list[Row] = []
    for note, at, key in zip(score.notes, score.onsets, score.pitches, strict=True):
        found.append((at, key, 450_000, velocities[note.staff][seen[note.staff]]))
        seen[note.staff] += 1
    assert judge(score, events(found), STRICT, clicked=True).counts == {"right": 20}


def test_missed_notes_and_the_sentences() -> None:
    heard = played(events(played_at(*[50] * 5, *[40] * 5)[:-1]))
    result = judge(SOFT_LOUD, heard, FIRST, clicked=True)
    assert result.notes[9].verdict is Verdict.MISSED
    assert result.counts == {"right": 9, "missed": 1, "too_soft": 4}
    assert why(SOFT_LOUD, heard, 6, result.notes[6]).english() == "B4 was right. From here on play louder than before."
    softer = dynamics(*[6] * 5, *[3] * 5)
    result = judge(softer, heard, NORMAL, clicked=True)
    assert result.counts["right"] == 9
    loud = judge(softer, played(events(played_at(*[50] * 5, *[60] * 5))), NORMAL, clicked=True)
    assert why(softer, heard, 6, loud.notes[6]).english() == "B4 was right. From here on play softer than before."
