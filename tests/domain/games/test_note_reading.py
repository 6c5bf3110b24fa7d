"""Notes in, Pictures out: reading one note on the staff."""

import pytest

from domain.games import ALL, CHECKS
from domain.games.catalogue import parse_game
from domain.games.game import Outcome
from domain.games.picture import Mark, Phase, Picture
from domain.games.quiz import Quiz
from domain.music.note import Note
from domain.music.pitch import pitch

GAME = """
[[game]]
game_id = "G-90001"
slug = "one"
name = "One"
family = "note_reading"
category = "Staff"
device_profile = "{device}"
concept_tags = ["treble-clef", "bass-clef", "accidentals", "ledger-lines"]
settings = {{ {settings} }}
stages.learn = {{ questions = 2 }}
stages.play = {{ questions = 3, pass_threshold = 200 }}
stages.quiz = {{ questions = 3, target_score = 300, pass_threshold = 200 }}
stages.challenge = {{ questions = 3, time_limit_seconds = 10 }}
stages.review = {{ questions = 2 }}
"""
SECOND = 1_000_000


def game(kind: str, settings: str = 'treble = ["F4"], only = true', device: str = "midi_required") -> Quiz:
    entry = parse_game(GAME.format(settings=settings, device=device), "test.toml", CHECKS)
    stage = next(stage for stage in entry.stages if stage.stage_type == kind)
    return ALL["note_reading"](entry, stage, 7, 1)


def press(running: Quiz, name: str, at: int = SECOND) -> Picture:
    return running.play(Note(pitch(name).midi, 70, at))


def test_the_first_picture_asks_for_the_note_on_the_staff() -> None:
    picture = game("quiz").begin(0)
    assert picture.phase is Phase.ASKING
    assert picture.prompt.english() == "Play this note."
    assert picture.staff is not None
    assert picture.staff.marks == {"n0": Mark.NOW}
    assert 'pname="f" oct="4"' in picture.staff.mei
    assert picture.keys is not None
    assert picture.keys.marks == {}
    assert (picture.done, picture.total, picture.wake_at) == (0, 3, None)


def test_the_right_key_is_right_and_the_next_question_comes_by_itself() -> None:
    quiz = game("quiz")
    quiz.begin(0)
    picture = press(quiz, "F4")
    assert picture.phase is Phase.FEEDBACK
    assert picture.feedback_mark is Mark.RIGHT
    assert picture.staff is not None
    assert picture.staff.marks == {"n0": Mark.RIGHT}
    assert (picture.score, picture.streak, picture.done) == (100, 1, 1)
    assert picture.wake_at is not None
    assert quiz.tick(picture.wake_at).phase is Phase.ASKING


@pytest.mark.parametrize(
    ("settings", "key", "verdict", "says"),
    [
        ('treble = ["F4"], only = true', "F5", "wrong_octave", "The name F is right, but this key is too high."),
        ('treble = ["F4"], only = true', "F3", "wrong_octave", "The name F is right, but this key is too low."),
        ('treble = ["F4"], only = true', "F#4", "wrong_accidental", "This F has no sharp or flat"),
        ('treble = ["F#4"], only = true', "F4", "wrong_accidental", "the sharp moves it to the next key on the right"),
        ('treble = ["Bb4"], only = true', "B4", "wrong_accidental", "the flat moves it to the next key on the left"),
        ('treble = ["F4"], only = true', "G4", "neighbour", "That was G. F is one step lower."),
        ('treble = ["F4"], only = true', "E4", "neighbour", "That was E. F is one step higher."),
        ('treble = ["F4"], only = true', "D4", "line_or_space", "That was D, one space lower. This is F."),
        ('treble = ["F4"], only = true', "Eb4", "neighbour", "That was Eb. F is one step higher."),
        ('treble = ["G4"], only = true', "B4", "line_or_space", "That was B, one line higher. This is G."),
        ('treble = ["D5"], only = true', "B4", "line_or_space", "That was B, one line lower. This is D."),
        ('treble = ["F4"], only = true', "A2", "other_clef", "A would be right in the bass clef."),
        ('bass = ["A2"], only = true', "F4", "other_clef", "F would be right in the treble clef."),
        ('treble = ["F4"], only = true', "C4", "wrong_note", "That was C. This is F."),
    ],
)
def test_every_mistake_has_its_name_and_sentence(settings: str, key: str, verdict: str, says: str) -> None:
    quiz = game("quiz", settings)
    quiz.begin(0)
    picture = press(quiz, key)
    assert picture.feedback_mark is Mark.WRONG
    assert picture.feedback is not None
    assert says in picture.feedback.english()
    assert quiz._judged[0].verdict == verdict


def test_a_wrong_key_in_the_quiz_shows_and_plays_the_right_one() -> None:
    quiz = game("quiz")
    quiz.begin(0)
    picture = press(quiz, "G4")
    assert picture.keys is not None
    assert picture.keys.marks == {pitch("G4").midi: Mark.WRONG, pitch("F4").midi: Mark.HINT}
    assert [sound.pitch for sound in picture.sounds] == [pitch("F4").midi]
    assert (picture.score, picture.streak, picture.done) == (0, 0, 1)


def test_keys_pressed_while_feedback_shows_count_for_nothing() -> None:
    quiz = game("quiz")
    quiz.begin(0)
    first = press(quiz, "F4")
    assert press(quiz, "G4", SECOND + 10).score == first.score
    assert first.wake_at is not None
    picture = quiz.tick(first.wake_at)
    assert (picture.phase, picture.feedback) == (Phase.ASKING, None)


def test_a_released_key_is_no_answer() -> None:
    quiz = game("quiz")
    quiz.begin(0)
    assert quiz.play(Note(pitch("G4").midi, 0, SECOND)).phase is Phase.ASKING


def test_sounds_are_handed_out_once() -> None:
    quiz = game("quiz")
    quiz.begin(0)
    assert press(quiz, "G4").sounds
    assert press(quiz, "G4", SECOND + 1).sounds == ()


def test_learning_shows_the_key_and_says_where_the_note_sits() -> None:
    learn = game("learn")
    picture = learn.begin(0)
    assert picture.prompt.english() == "F sits in space 1, counted from the bottom."
    assert picture.keys is not None
    assert picture.keys.marks == {pitch("F4").midi: Mark.HINT}
    assert picture.keys.names


def test_learning_keeps_the_question_until_it_is_right_and_gives_all_points() -> None:
    learn = game("learn")
    learn.begin(0)
    wrong = press(learn, "G4")
    assert wrong.phase is Phase.ASKING
    assert wrong.feedback_mark is Mark.WRONG
    assert (wrong.done, wrong.score) == (0, 0)
    right = press(learn, "F4", 2 * SECOND)
    assert (right.done, right.score, right.feedback_mark) == (1, 100, Mark.RIGHT)


def test_playing_hints_after_a_mistake_and_halves_the_points() -> None:
    play = game("play")
    first = play.begin(0)
    assert first.keys is not None
    assert first.keys.marks == {}
    wrong = press(play, "G4")
    assert wrong.keys is not None
    assert wrong.keys.marks == {pitch("G4").midi: Mark.WRONG, pitch("F4").midi: Mark.HINT}
    assert press(play, "F4", 2 * SECOND).score == 50


def finish(running: Quiz, names: list[str]) -> Outcome:
    picture = running.begin(0)
    at = 0
    for name in names:
        at += SECOND
        picture = press(running, name, at)
        while picture.wake_at is not None and picture.phase is Phase.FEEDBACK:
            at = picture.wake_at
            picture = running.tick(at)
    outcome = running.outcome()
    assert outcome is not None
    return outcome


def test_the_outcome_counts_verdicts_and_concepts() -> None:
    outcome = finish(game("quiz"), ["F4", "G4", "F4"])
    assert (outcome.score, outcome.max_possible_score, outcome.passed) == (200, 300, True)
    assert outcome.counts == {"neighbour": 1, "right": 2}
    assert outcome.concepts == {"treble-clef": (2, 3)}
    assert [each.right for each in outcome.notes] == [True, False, True]
    assert (outcome.notes[1].wanted, outcome.notes[1].played) == ("F4", "G4")


@pytest.mark.parametrize(("keys", "passed"), [(["F4", "F4", "G4"], True), (["F4", "G4", "G4"], False)])
def test_the_threshold_decides_about_passing(keys: list[str], passed: bool) -> None:
    assert finish(game("quiz"), keys).passed is passed


def test_review_asks_what_was_wrong_once_more_for_half_the_points() -> None:
    outcome = finish(game("review"), ["G4", "F4", "F4"])
    assert (outcome.score, outcome.counts) == (150, {"neighbour": 1, "right": 2})


def test_the_challenge_ends_when_its_time_is_up() -> None:
    challenge = game("challenge")
    first = challenge.begin(5 * SECOND)
    assert (first.wake_at, first.time_left) == (15 * SECOND, 10 * SECOND)
    assert press(challenge, "F4", 6 * SECOND).time_left == 9 * SECOND
    late = press(challenge, "F4", 15 * SECOND)
    assert late.score == 100
    over = challenge.tick(15 * SECOND)
    assert (over.phase, over.wake_at) == (Phase.OVER, None)
    outcome = challenge.outcome()
    assert outcome is not None
    assert (outcome.score, outcome.max_possible_score) == (100, 300)


def test_names_can_be_picked_where_no_keyboard_is_needed() -> None:
    quiz = game("quiz", device="any")
    picture = quiz.begin(0)
    assert [choice.choice_id for choice in picture.choices] == list("CDEFGAB")
    picture = quiz.choose("G", SECOND)
    marks = {choice.choice_id: choice.mark for choice in picture.choices if choice.mark}
    assert marks == {"G": Mark.WRONG, "F": Mark.RIGHT}
    assert picture.wake_at is not None
    quiz.tick(picture.wake_at)
    assert quiz.choose("F", 5 * SECOND).score == 100


def test_a_choice_that_is_not_shown_changes_nothing() -> None:
    quiz = game("quiz", device="any")
    quiz.begin(0)
    assert quiz.choose("H", SECOND).phase is Phase.ASKING


def test_concepts_name_what_is_special_about_a_note() -> None:
    quiz = game("quiz", 'treble = ["C6"], only = true')
    assert finish(quiz, ["C6", "C6", "C6"]).concepts == {"ledger-lines": (3, 3)}
    quiz = game("quiz", 'treble = ["F#4"], only = true')
    assert finish(quiz, ["F#4", "F#4", "F#4"]).concepts == {"accidentals": (3, 3)}


def test_the_grand_staff_writes_the_note_on_its_own_staff() -> None:
    picture = game("quiz", 'bass = ["F3"], only = true, grand = true').begin(0)
    assert picture.staff is not None
    upper, lower = picture.staff.mei.split('<staff n="2">')
    assert "<note" not in upper
    assert 'pname="f" oct="3"' in lower


def test_the_same_seed_asks_the_same_and_another_something_else() -> None:
    entry = parse_game(GAME.format(settings='treble = ["C4", "G5"]', device="any"), "test.toml", CHECKS)
    quiz = entry.stages[2]

    def asked(seed: int) -> str:
        staff = ALL["note_reading"](entry, quiz, seed, 1).begin(0).staff
        assert staff is not None
        return staff.mei

    assert asked(3) == asked(3)
    assert len({asked(seed) for seed in range(12)}) > 3
