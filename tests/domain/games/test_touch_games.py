"""Loud and soft, short and bound, both hands, free playing: what keys say beyond their pitch."""

import re

import pytest
from games_made import SECOND, feedback_at, made, press, release, says

from domain.games.answers import CHORD_WAIT
from domain.games.dynamics import HEARD, MEDIUM
from domain.games.picture import Mark, Phase
from domain.games.quiz import Quiz
from domain.music.pitch import spelled


def line_of(game: Quiz) -> list[str]:
    """What a right answer presses, by name."""
    return [spelled(key).name for _, key, velocity in game.model_answer() if velocity]


@pytest.mark.parametrize(("velocity", "verdict"), [(80, "right"), (127, "right"), (79, "too_soft"), (20, "too_soft")])
def test_forte_is_loud_enough(velocity: int, verdict: str) -> None:
    game = made("dynamics", 'signs = ["f", "ff"], length = 2', seed=1)
    picture = game.begin(0)
    if "very loudly" in picture.prompt.english():
        game = made("dynamics", 'signs = ["f", "ff"], length = 2', seed=3)
        picture = game.begin(0)
    assert "loudly (f, forte)" in picture.prompt.english()
    for n, name in enumerate(line_of(game)):
        press(game, name, SECOND + n * SECOND, velocity)
    assert {each.verdict for each in game._judged} == {verdict}


def staccato(held: int, gap: int = 500_000, way: str = "staccato") -> Quiz:
    game = made("articulation", f'ways = ["{way}"], length = 3')
    game.begin(0)
    for n, name in enumerate(line_of(game)):
        press(game, name, SECOND + n * gap)
        release(game, name, SECOND + n * gap + held)
    return game


@pytest.mark.parametrize(("held", "verdict"), [(250_000, "right"), (250_001, "too_long"), (60_000, "right")])
def test_staccato_leaves_the_key_before_half_of_the_gap(held: int, verdict: str) -> None:
    assert staccato(held)._judged[0].verdict == verdict


@pytest.mark.parametrize(("held", "verdict"), [(440_000, "right"), (439_999, "too_short"), (499_000, "right")])
def test_legato_holds_until_the_next(held: int, verdict: str) -> None:
    assert staccato(held, way="legato")._judged[0].verdict == verdict


def test_a_key_that_is_never_released_is_waited_for_and_then_judged() -> None:
    game = made("articulation", 'ways = ["staccato"], length = 3')
    picture = game.begin(0)
    for n, name in enumerate(line_of(game)):
        picture = press(game, name, SECOND + n * 400_000)
    assert picture.phase is Phase.ASKING
    assert feedback_at(game, picture).feedback_mark is Mark.WRONG


def test_both_hands_go_on_pair_by_pair() -> None:
    game = made("hands_together", 'motion = "parallel", moments = 2, highest = 2')
    picture = game.begin(0)
    assert picture.staff is not None
    assert picture.staff.marks == {"l0": Mark.NOW, "n0": Mark.NOW}
    press(game, "C4", SECOND)
    picture = press(game, "C3", SECOND + 50_000)
    assert picture.staff is not None
    assert picture.staff.marks["n0"] is Mark.RIGHT
    assert picture.staff.marks["n1"] is Mark.NOW


def test_one_hand_alone_is_not_enough() -> None:
    game = made("hands_together", 'motion = "parallel", moments = 2, highest = 2')
    game.begin(0)
    press(game, "C4", SECOND)
    picture = game.tick(SECOND + CHORD_WAIT)
    assert picture.staff is not None
    assert (picture.staff.marks["n0"], picture.staff.marks["l0"]) == (Mark.RIGHT, Mark.WRONG)


def test_a_chord_takes_its_keys_in_any_order_and_names_the_missing_one() -> None:
    game = made("chords", 'roots = ["C"]')
    game.begin(0)
    press(game, "G4", SECOND)
    press(game, "C4", SECOND + 30_000)
    assert press(game, "E4", SECOND + 60_000).feedback_mark is Mark.RIGHT
    game = made("chords", 'roots = ["C"]')
    game.begin(0)
    press(game, "G4", SECOND)
    press(game, "C4", SECOND + 30_000)
    picture = game.tick(SECOND + CHORD_WAIT)
    assert says(picture) == "E is missing."
    assert [each.verdict for each in game._judged] == ["right", "missed", "right"]


def test_a_wrong_key_in_a_chord_is_paired_with_the_note_it_stands_for() -> None:
    game = made("chords", 'roots = ["C"]')
    game.begin(0)
    for n, name in enumerate(("C4", "Eb4", "G4")):
        picture = press(game, name, SECOND + n * 20_000)
    assert [each.verdict for each in game._judged] == ["right", "wrong_accidental", "right"]
    assert picture.score == 66


def test_improvising_counts_what_lies_in_the_scale() -> None:
    game = made("improvisation", 'tonic = "C", least = 4, degrees = [1]', stage="play")
    picture = game.begin(0)
    assert picture.wake_at is not None
    start = picture.wake_at
    game.tick(start)
    for n, name in enumerate(("C4", "D4", "E4", "F#4")):
        press(game, name, start + n * 300_000)
    picture = feedback_at(game, game.tick(start))
    assert (picture.score, picture.feedback_mark) == (75, Mark.RIGHT)
    assert "some colour" in says(picture)


def test_too_few_notes_are_kindly_asked_for_more() -> None:
    game = made("improvisation", 'tonic = "C", least = 4, degrees = [1]', stage="play")
    picture = feedback_at(game, game.begin(0))
    assert (picture.score, picture.feedback_mark) == (0, Mark.MISSED)
    assert "Play a little more" in says(picture)


def test_the_sign_stands_under_the_line_and_legato_under_a_slur() -> None:
    soft = made("dynamics", 'signs = ["p", "f"], length = 3').begin(0)
    assert soft.staff is not None
    assert re.search(r'<dynam [^>]*startid="#n0">[pf]</dynam>', soft.staff.mei)
    bound = made("articulation", 'ways = ["legato"], length = 4').begin(0)
    assert bound.staff is not None
    assert '<slur startid="#n0" endid="#n3"/>' in bound.staff.mei
    short = made("articulation", 'ways = ["staccato"], length = 4').begin(0)
    assert short.staff is not None
    assert "<slur" not in short.staff.mei


def test_how_loud_is_told_against_something_that_is_heard_first() -> None:
    for seed in range(6):
        picture = made("dynamics", 'task = "hear", signs = ["p", "f"]', seed=seed).begin(0)
        first, second, *line = [sound.velocity for sound in picture.sounds]
        assert first == second == MEDIUM
        assert len(set(line)) == 1
        assert line[0] in (HEARD["p"], HEARD["f"])
    louder = [HEARD[sign] for sign in HEARD]
    assert louder == sorted(louder)
    assert HEARD["mp"] < MEDIUM < HEARD["mf"]


def test_five_fingers_are_no_whole_scale() -> None:
    picture = made("scales", 'notes = 5, and_back = true, tonics = ["G"]').begin(0)
    assert picture.prompt.english() == "Put five fingers on G major: up and down again."
    assert made("scales", 'tonics = ["G"]').begin(0).prompt.english() == "Play the scale of G major."
