"""What children read of their answers: note names and the words of the answers, never what the program calls them."""

from __future__ import annotations

import re

import pytest

from app.views.kit.judged_words import asked_words, given_words, how_it_went, line_words, press_words
from domain.games import ALL, CHECKS
from domain.games.catalogue import StageType, read_catalogue
from domain.games.game import JudgedNote
from domain.games.pupils import played_through
from domain.games.retelling import retold
from domain.music.say import say
from resources import texts

CATALOGUE = read_catalogue(texts("games").items(), CHECKS)
FAMILIES = {game.family: game for game in reversed(CATALOGUE.games)}
A_NOTE = re.compile(r"[A-G][#b]*-?\d?|")


@pytest.mark.parametrize("family", FAMILIES)
def test_every_line_of_every_family_is_in_words(family: str) -> None:
    for entry in CATALOGUE.family(family):
        stage = entry.stage(StageType.QUIZ)
        assert stage is not None
        played = played_through(ALL[family](entry, stage, 5, stage.highest_level), 5, 0.5)
        for note in played.outcome.notes:
            assert note.asked is not None or A_NOTE.fullmatch(note.wanted), note
            assert note.given is not None or note.played in ("", note.wanted) or A_NOTE.fullmatch(note.played), note
            assert "_" not in line_words(1, note) + how_it_went(note)


def test_a_replay_says_the_answers_words() -> None:
    entry = FAMILIES["steps_and_skips"]
    stage = entry.stage(StageType.QUIZ)
    assert stage is not None
    machine = ALL[entry.family]
    played = played_through(machine(entry, stage, 5, stage.highest_level), 5, 0.5)
    again = retold(machine(entry, stage, 5, stage.highest_level), played.events, played.duration)
    assert {"skip up", "skip down"} & {press_words(press) for press in again.written}
    assert not any("_" in press_words(press) for press in (*again.written, *again.played))


def judged(**more: object) -> JudgedNote:
    fields = {"wanted": "Bb4", "played": "B4", "verdict": "x", "why": say("Why."), "concept": "c", "right": False}
    return JudgedNote(**{**fields, **more})  # type: ignore[arg-type]


def test_notes_carry_real_signs_and_marks_speak_for_themselves() -> None:
    assert (asked_words(judged()), given_words(judged())) == ("B♭4", "B4")
    assert how_it_went(judged()) == "you played B4"
    assert how_it_went(judged(played="")) == "nothing played"
    assert how_it_went(judged(played="Bb4", verdict="late")) == "late"
    assert line_words(2, judged(right=True, verdict="right")) == "2. B♭4: Why."
    assert line_words(2, judged()).startswith("2. B♭4: wrong")


def test_picked_answers_are_told_by_what_they_say() -> None:
    note = judged(wanted="skip_up", played="step_up", asked=say("skip up"), given=say("step up"))
    assert (asked_words(note), how_it_went(note)) == ("skip up", "you picked: step up")
