"""What families ask: by eye, by ear, by name; and which settings they refuse."""

import pytest
from games_made import SECOND, feedback_at, made, press, says
from hypothesis import given
from hypothesis import strategies as st

from domain.games import CHECKS
from domain.games.chance import Chance
from domain.games.melodies import scale_range, walk
from domain.games.picture import Mark, Phase
from domain.games.sight_reading import SightReading
from domain.games.tunes import Tune, difficulty, ends, notation, score
from domain.music.note import Note
from domain.music.pitch import pitch
from domain.records.progress import CHOICE


@pytest.mark.parametrize(
    ("family", "settings"),
    [
        ("intervals", 'names = ["m3", "M3"], task = "hear"'),
        ("chords", 'kinds = ["major", "minor"], task = "hear"'),
        ("scales", 'kinds = ["major", "minor"], task = "hear"'),
        ("cadences", ""),
        ("dynamics", 'task = "hear"'),
        ("articulation", 'task = "hear"'),
        ("steps_and_skips", 'task = "hear"'),
    ],
)
def test_by_ear_the_notes_show_only_after_the_answer(family: str, settings: str) -> None:
    game = made(family, settings)
    picture = game.begin(0)
    assert picture.sounds
    assert picture.staff is None
    (_, kind, place) = game.model_answer()[0]
    assert kind == CHOICE
    answered = game.choose(picture.choices[place].choice_id, SECOND)
    assert answered.staff is not None
    assert answered.feedback_mark is Mark.RIGHT


def test_a_choice_teaches_right_or_wrong() -> None:
    game = made("intervals", 'names = ["m3", "M3"]')
    picture = game.begin(0)
    right = game.model_answer()[0][2]
    wrong = picture.choices[1 - right].choice_id
    answered = game.choose(wrong, SECOND)
    assert "third" in says(answered)
    assert {choice.choice_id: choice.mark for choice in answered.choices} == {
        wrong: Mark.WRONG,
        picture.choices[right].choice_id: Mark.RIGHT,
    }


def test_learning_marks_the_right_choice_from_the_start() -> None:
    picture = made("terms", "", stage="learn").begin(0)
    assert [choice.mark for choice in picture.choices].count(Mark.HINT) == 1


def test_any_octave_answers_where_the_octave_does_not_matter() -> None:
    game = made("keyboard_geography", 'names = ["F#"]')
    game.begin(0)
    assert press(game, "F#6", SECOND).feedback_mark is Mark.RIGHT


def test_the_lowest_key_is_the_lowest() -> None:
    game = made("keyboard_geography", 'names = ["C"], which = "ends", lowest = "C3", highest = "B4"')
    prompt = game.begin(0).prompt.english()
    right, wrong = ("C3", "C4") if "lowest" in prompt else ("C4", "C3")
    assert press(game, wrong, SECOND).feedback_mark is Mark.WRONG
    game = made("keyboard_geography", 'names = ["C"], which = "ends", lowest = "C3", highest = "B4"')
    game.begin(0)
    assert press(game, right, SECOND).feedback_mark is Mark.RIGHT


def test_a_scale_is_judged_note_by_note() -> None:
    game = made("scales", 'tonics = ["G"]')
    picture = game.begin(0)
    assert picture.prompt.english() == "Play the scale of G major."
    for n, name in enumerate(("G4", "A4", "B4", "C5", "D5", "E5", "F5", "G5")):
        picture = press(game, name, (n + 1) * SECOND)
    assert picture.score == 87
    assert says(picture) == "This is F#: the sharp moves it to the next key on the right."


def test_while_playing_a_wrong_note_is_asked_again_and_counted_once() -> None:
    game = made("scales", 'tonics = ["C"], notes = 3', stage="play")
    game.begin(0)
    for n, name in enumerate(("C4", "F4", "F4", "D4", "E4")):
        picture = press(game, name, (n + 1) * SECOND)
    assert (picture.phase, picture.score) == (Phase.FEEDBACK, 66)


def test_transposing_keeps_the_moves() -> None:
    game = made("transposition", 'to = ["G"], length = 3, leap = 1')
    picture = game.begin(0)
    assert picture.keys is not None
    assert picture.keys.marks == {pitch("G4").midi: Mark.NOW}
    keys = [key for _, key, velocity in game.model_answer() if velocity]
    assert keys[0] == keys[-1] == pitch("G4").midi


def test_a_line_played_in_time_is_well_played_and_a_stop_is_noticed() -> None:
    game = made("sight_reading", 'cells = ["4"], bars = 2, bpm = 60')
    picture = game.begin(0)
    assert picture.phase is Phase.COUNT_IN
    model = game.model_answer()
    for at, key, velocity in model:
        while picture.wake_at is not None and picture.wake_at <= at:
            picture = game.tick(picture.wake_at)
        picture = game.play(Note(key, velocity, at))
    picture = feedback_at(game, picture)
    assert picture.score >= 95
    assert picture.staff is not None
    assert set(picture.staff.marks.values()) == {Mark.RIGHT}


def test_an_unplayed_line_is_missed_note_by_note() -> None:
    game = made("sight_reading", 'cells = ["4"], bars = 1, bpm = 60')
    picture = feedback_at(game, game.begin(0))
    assert picture.score == 0
    assert {each.verdict for each in game._judged} == {"missed"}


@pytest.mark.parametrize(
    ("family", "settings", "says_what"),
    [
        ("note_reading", {}, "no notes to ask"),
        ("note_reading", {"treble": ["G4", "C4"]}, "lowest"),
        ("keyboard_geography", {"names": ["H"]}, "H"),
        ("note_names", {"shortest": 9}, "fewer than four"),
        ("intervals", {"names": ["m3", "X3"]}, "X3"),
        ("intervals", {"names": ["m3"]}, "two intervals"),
        ("steps_and_skips", {"moves": ["jump"]}, "jump"),
        ("key_signatures", {"fifths": [0]}, "two signatures"),
        ("key_signatures", {"fifths": [0, 9]}, "seven"),
        ("scales", {"kinds": ["odd"]}, "odd"),
        ("scales", {"tonics": ["G#"]}, "seven"),
        ("chords", {"kinds": ["odd"]}, "odd"),
        ("chords", {"task": "hear"}, "two chords"),
        ("cadences", {"cadences": ["half"]}, "two of"),
        ("rhythm_reading", {"cells": ["2"]}, "one beat"),
        ("rhythm_reading", {"cells": ["4"], "bpm": 999}, "bpm"),
        ("rhythm_reading", {"cells": ["4"], "metre": "4-4"}, "4-4"),
        ("steady_beat", {"silent": 8}, "silent"),
        ("metres", {"metres": ["7/8", "3/4"]}, "7/8"),
        ("metres", {"metres": ["6/8", "3/4"], "task": "read"}, "look alike"),
        ("note_values", {"values": ["4"]}, "two to choose"),
        ("high_and_low", {"smallest": 0}, "smallest"),
        ("echo_playing", {"length": 1}, "length"),
        ("melodic_dictation", {"length": 2}, "length"),
        ("scale_degrees", {"degrees": [1]}, "two degrees"),
        ("transposition", {"to": []}, "names a key"),
        ("hands_together", {"motion": "wild"}, "motion"),
        ("dynamics", {"signs": ["p", "loud"]}, "loud"),
        ("articulation", {"length": 2}, "length"),
        ("terms", {"groups": ["weather"]}, "weather"),
        ("improvisation", {"degrees": [9]}, "degrees"),
        ("sight_reading", {"bars": 0}, "bars"),
        ("sight_reading", {"tunes": [{"title": "T", "notes": "C4:4 C4:4"}]}, "bar 1"),
        ("sight_reading", {"tunes": [{"title": "T", "notes": "C4:1", "lower": "C3:1 | C3:1"}]}, "end together"),
    ],
)
def test_settings_that_make_no_game_are_refused_with_a_sentence(
    family: str, settings: dict[str, object], says_what: str
) -> None:
    with pytest.raises(ValueError, match=says_what):
        CHECKS[family](settings)


@given(st.integers(0, 2**32), st.integers(2, 12), st.integers(1, 5), st.integers(0, 4))
def test_melodies_stay_in_their_range_and_end_where_they_should(seed: int, length: int, leap: int, start: int) -> None:
    notes = scale_range("C4", "major", 0, 4)
    melody = walk(Chance(seed), notes, length, leap, start, 0)
    assert len(melody) == length
    assert melody[-1] == notes[0]
    assert set(melody) <= set(notes)
    assert walk(Chance(seed), notes, length, leap, start)[0] == notes[start]


def test_an_upbeat_is_led_in_by_rests_and_judged_from_its_first_note() -> None:
    tune = Tune(title="T", notes="C4:4 | F4:4 F4:4 F4:4 F4:4 | F4:2.", bpm=60)
    assert notation(tune).mei().count("<rest") == 1
    judged = score(tune, 60)
    assert judged.onsets[:2] == [0, 1_000_000]
    assert ends(tune, 60) == 8_000_000


@given(st.integers(0, 2**64), st.integers(1, 50))
def test_chance_is_the_same_for_the_same_seed_and_stays_below_its_bound(seed: int, bound: int) -> None:
    one, other = Chance(seed, 1), Chance(seed, 1)
    drawn = [one.below(bound) for _ in range(20)]
    assert drawn == [other.below(bound) for _ in range(20)]
    assert all(0 <= number < bound for number in drawn)
    assert sorted(one.shuffled(range(bound))) == list(range(bound))


def test_chance_is_pinned_so_that_old_attempts_can_be_replayed() -> None:
    chance = Chance(42, 1)
    assert [chance.below(1000) for _ in range(5)] == [524, 79, 313, 957, 920]


def test_difficulty_is_measured_from_the_notes() -> None:
    steps = Tune(title="A", notes="C4:4 D4:4 E4:4 D4:4")
    leaps = Tune(title="B", notes="C4:4 G4:4 C4:4 A4:4")
    quick = Tune(title="C", notes="C4:16 D4:16 E4:16 D4:16 C4:4 D4:4 E4:4")
    both = Tune(title="D", notes="C4:4 D4:4 E4:4 D4:4", lower="C3:1")
    assert difficulty(steps) < min(difficulty(leaps), difficulty(quick), difficulty(both))


def test_the_first_level_takes_the_easier_half_of_the_tunes() -> None:
    rows = [{"title": "Hard", "notes": "C4:4 G4:4 C4:4 A4:4"}, {"title": "Easy", "notes": "C4:4 D4:4 E4:4 D4:4"}]
    settings = CHECKS["sight_reading"]({"tunes": rows, "easiest": 50})
    assert isinstance(settings, SightReading)
    assert [tune.title for tune in settings.chosen()] == ["Easy"]
