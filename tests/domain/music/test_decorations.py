"""A trill, a mordent or a turn that nobody asked for is one thing to tell, and not a row of notes too many."""

from __future__ import annotations

import pytest
from pieces import Row, events, rows, tune

from domain.music.judge import judge
from domain.music.played import played
from domain.music.rules import RULES, Level
from domain.music.sentences import why_extra
from domain.music.verdicts import Judgement

LINE = tune("C4 D4 E4 F4 G4 A4 B4 C5 D5 E5 F5 G5")
NOTES = len(LINE.notes)
MS = 1_000
# The note G, what is played after it, one key every so many milliseconds, and what that is called.
FIGURES = {"trill": (69, 67, 69, 67, 69), "mordent": (69, 67), "turn": (69, 67, 65, 67), "bounce": (67, 69, 67)}


def with_keys(place: int, *keys: int, step: int = 80, start: int = 80) -> list[Row]:
    """The line with the first stroke of a note short and keys after it."""
    exact = rows(LINE)
    at = exact[place][0]
    exact[place] = (at, exact[place][1], min(start, step) * MS, 70)
    return sorted([*exact, *((at + (start + k * step) * MS, key, step * MS, 60) for k, key in enumerate(keys))])


def judged(heard: list[Row], level: Level = Level.NORMAL, clicked: bool = True) -> Judgement:
    return judge(LINE, events(heard), RULES[level], clicked=clicked)


def beside(result: Judgement) -> list[tuple[str, int]]:
    return [(extra.verdict.value, extra.near) for extra in result.extras]


@pytest.mark.parametrize("clicked", [True, False])
@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_that_is_not_written_is_one_thing(figure: str, level: Level, clicked: bool) -> None:
    keys = FIGURES[figure]
    result = judged(with_keys(4, *keys), level, clicked)
    assert result.counts == {"right": NOTES, "decorated": len(keys)}
    assert beside(result) == [("decorated", 4)] * len(keys)
    assert [extra.semitones for extra in result.extras] == [key - 67 for key in keys]
    assert result.score == (100 * NOTES - 25) // NOTES
    assert result.notes[4].length_error == 0


def test_two_decorated_notes_are_two_things() -> None:
    twice = judged(sorted([*with_keys(2, 65, 64), *with_keys(7, 74, 72)[NOTES - 5 :]]))
    assert {near for kind, near in beside(twice) if kind == "decorated"} == {2, 7}


def test_the_first_and_the_last_note_may_be_decorated_too() -> None:
    assert beside(judged(with_keys(0, 62, 60))) == [("decorated", 0)] * 2
    assert beside(judged(with_keys(NOTES - 1, 81, 79))) == [("decorated", NOTES - 1)] * 2


def test_a_trill_may_begin_before_its_note() -> None:
    exact = rows(LINE)
    at = exact[4][0]
    early = [(at - 160 * MS, 67, 70 * MS, 60), (at - 80 * MS, 69, 70 * MS, 60)]
    assert beside(judged(sorted([*exact, *early]))) == [("decorated", 4)] * 2


def test_other_fingers_play_meanwhile() -> None:
    score = tune("C4 D4 E4 F4 C3+G4 A4 B4 C5 D5 E5")
    heard = [*rows(score), *((2_000 * MS + at * MS, key, 70 * MS, 60) for at, key in ((80, 69), (160, 67), (170, 40)))]
    result = judge(score, events(sorted(heard)), RULES[Level.NORMAL], clicked=True)
    assert [extra.verdict.value for extra in result.extras] == ["decorated", "decorated", "extra"]


@pytest.mark.parametrize(
    ("keys", "step", "kinds"),
    [
        ((69,), 80, {"extra"}),
        ((69,), 79, {"slip"}),
        ((67,), 80, {"repeated"}),
        ((67, 67), 80, {"repeated"}),
        ((69, 67), 130, {"decorated"}),
        ((69, 67), 131, {"extra", "repeated"}),
        ((69, 67), 26, {"decorated"}),
        ((70, 67), 80, {"slip", "extra", "repeated"}),
        ((64, 67), 80, {"slip", "extra", "repeated"}),
        ((65, 67), 80, {"decorated"}),
    ],
)
def test_what_is_a_decoration_and_what_is_not(keys: tuple[int, ...], step: int, kinds: set[str]) -> None:
    """It comes back to its note, over a neighbour not farther than a whole tone, as fast as fingers trill."""
    found = {kind for kind, _ in beside(judged(with_keys(4, *keys, step=step, start=step)))}
    assert found <= kinds
    assert ("decorated" in found) == ("decorated" in kinds)


def test_keys_struck_together_are_a_cluster_and_no_trill() -> None:
    exact = rows(LINE)
    at = exact[4][0]
    heard = sorted([*exact, (at + 25 * MS, 69, 400 * MS, 60), (at + 200 * MS, 67, 100 * MS, 60)])
    assert "decorated" not in judged(heard).counts


def test_the_next_written_note_is_not_part_of_it() -> None:
    """A written neighbour ends the row: the key that comes again after it decorates nothing."""
    score = tune("C4 G4 A4 C5 D5 E5", length=4 * 24)
    exact = rows(score, length=60 * MS)
    second = exact[2][0]
    result = judge(score, events(sorted([*exact, (second + 80 * MS, 67, 60 * MS, 60)])), RULES[Level.NORMAL])
    assert "decorated" not in result.counts


def test_the_sentence() -> None:
    heard = played(events(with_keys(4, 69, 67)))
    result = judge(LINE, heard, RULES[Level.NORMAL], clicked=True)
    told = why_extra(LINE, heard, result.extras[0]).english()
    assert told == "A4 decorates G4, but the music asks for G4 alone."
