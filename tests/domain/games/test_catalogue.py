"""The catalogue: every mistake is named with file and line, every game is found."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.games import CHECKS
from domain.games.catalogue import Catalogue, CatalogueError, StageType, parse_game, parse_games, read_catalogue

FOLDER = Path(__file__).parents[3] / "resources" / "games"

SMALL = """\
[defaults]
family = "note_reading"
category = "Staff"
stages.play = { questions = 4 }

[[game]]
game_id = "G-90001"
slug = "one"
name = "One"
difficulty = 3
concept_tags = ["treble-clef"]
settings = { levels = [{ treble = ["C4", "E4"] }, { treble = ["C4", "G4"] }] }
stages.quiz = { questions = 5, target_score = 450, pass_threshold = 300 }

[[game]]
game_id = "G-90002"
slug = "two"
name = "Two words"
level = "advanced"
concept_tags = ["bass-clef"]
settings = { bass = ["C3", "E3"] }
stages.quiz = { questions = 5, target_score = 450, pass_threshold = 300 }
"""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    files = sorted(FOLDER.glob("*.toml"))
    return read_catalogue(((file.name, file.read_text("utf-8")) for file in files), CHECKS)


def test_our_own_files_have_no_mistake(catalogue: Catalogue) -> None:
    assert catalogue.problems == ()


def test_every_game_says_everything_that_the_data_model_asks(catalogue: Catalogue) -> None:
    for game in catalogue.games:
        assert game.standards, game.game_id
        assert game.pedagogical_notes, game.game_id
        assert game.skill_roles, game.game_id
        assert game.published_at, game.game_id


def test_quiz_stages_have_a_target_and_a_threshold(catalogue: Catalogue) -> None:
    for game in catalogue.games:
        quiz = game.stage(StageType.QUIZ)
        assert quiz is not None
        assert quiz.pass_threshold is not None
        assert quiz.target_score is not None
        assert quiz.pass_threshold <= quiz.target_score <= quiz.max_possible_score


def test_defaults_lie_under_each_game() -> None:
    one, two = parse_games(SMALL, "small.toml", CHECKS)
    play = one.stage(StageType.PLAY)
    assert play is not None
    assert (play.stage_id, play.questions) == ("G-90001-play", 4)
    assert (play.lowest_level, play.highest_level) == (1, 2)
    quiz = one.stage(StageType.QUIZ)
    assert quiz is not None
    assert (quiz.lowest_level, quiz.highest_level) == (2, 2)
    assert one.settings_at(quiz, 1) == {"treble": ["C4", "E4"]}
    assert one.settings_at(quiz, 99) == {"treble": ["C4", "G4"]}
    assert two.category == "Staff"


def test_lookups() -> None:
    small = read_catalogue([("small.toml", SMALL)], CHECKS)
    assert small.game("G-90002") is small.games[1]
    assert small.game("G-00000") is None
    found = small.stage("G-90001-quiz")
    assert found is not None
    assert found[0].game_id == "G-90001"
    assert small.stage("G-90001-challenge") is None
    assert len(small.family("note_reading")) == 2
    assert small.concepts == ("bass-clef", "treble-clef")
    assert small.categories == ("Staff",)


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("difficulty = 3", "difficult = 3", 10, "difficult"),
        ("difficulty = 3", "difficulty = 11", 10, "difficulty"),
        ("difficulty = 3", 'difficulty = "3"', 10, "difficulty"),
        ("G-90001", "G-9001", 7, "game_id"),
        ("G-90001", "GAM-90001", 7, "game_id"),
        ('slug = "one"', 'slug = "One!"', 8, "slug"),
        ('family = "note_reading"', 'family = "note_writing"', 2, "unknown family"),
        ('level = "advanced"', 'level = "wizard"', 19, "level"),
        ("stages.quiz", "stages.exam", 13, "unknown stage type"),
        ("stages.quiz", "stages.review", 13, "no quiz"),
        ("target_score = 450", "target_score = 501", 13, "above the most possible"),
        ("pass_threshold = 300", "pass_threshold = -1", 13, "pass_threshold"),
        ("{ questions = 5,", '{ stage_id = "G-90002-quiz", questions = 5,', 13, "stage_id"),
        ("{ questions = 5,", "{ highest_level = 3, questions = 5,", 12, "levels"),
        ('"C4", "G4"', '"C4", "H4"', 12, "H4"),
        ("{ levels =", "{ levelz =", 12, "levelz"),
        ("{ levels =", "{ levels = 3, l =", 12, "levels are tables"),
        ("{ levels =", '{ levels = ["C4"], l =', 12, "levels are tables"),
        ("{ levels =", "{ levels = { low = 1 }, l =", 12, "levels are tables"),
        ("[defaults]", "[[defaults]]", 1, "one [defaults] table"),
        ('concept_tags = ["treble-clef"]', "concept_tags = []", 11, "concept"),
        ('settings = { bass = ["C3", "E3"] }', "settings = { }", 21, "no notes to ask"),
        ("[[game]]", "[[games]]", 1, "unknown table"),
        ('name = "One"', "name = One", 9, "not TOML"),
        ("difficulty = 3", 'status = "deprecated"', 10, "replaced_by_game_id"),
        ("stages.quiz = {", "stages.challenge = { questions = 3 }\nstages.quiz = {", 13, "time_limit_seconds"),
    ],
)
def test_mistakes_are_named_with_file_and_line(old: str, new: str, line: int, says: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        parse_games(SMALL.replace(old, new, 1), "small.toml", CHECKS)
    assert says in caught.value.text
    assert (caught.value.file, caught.value.line) == ("small.toml", line)
    assert str(caught.value).startswith(f"small.toml:{line}: ")


def test_one_game_is_asked_for() -> None:
    with pytest.raises(CatalogueError, match="there are 2"):
        parse_game(SMALL, "small.toml")


def test_a_broken_file_does_not_stop_the_others() -> None:
    mixed = read_catalogue([("bad.toml", "this is no"), ("small.toml", SMALL), ("again.toml", SMALL)], CHECKS)
    assert [problem.file for problem in mixed.problems] == ["bad.toml", "again.toml", "again.toml"]
    assert len(mixed.games) == 2


def test_a_broken_game_does_not_stop_the_others_of_its_file() -> None:
    mixed = read_catalogue([("small.toml", SMALL.replace("difficulty = 3", "difficulty = 11", 1))], CHECKS)
    assert [(problem.file, problem.line) for problem in mixed.problems] == [("small.toml", 10)]
    assert [game.game_id for game in mixed.games] == ["G-90002"]


# What a hand that slips may write instead of a value.
_STRANGE = st.sampled_from(
    ["3", "-1", '"x"', "[]", "{}", "[1]", '["a"]', "true", "1.5", '""', "2026-09-01", "[[]]", "nan", "{ a = 1 }"]
)
_VALUES = re.compile(r"(?<== )(?:\"[^\"]*\"|-?\d+|true|false|\[[^\[\]]*\])")


@given(st.data())
def test_any_value_in_any_file_of_ours_gives_games_or_a_named_mistake(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(sorted(FOLDER.glob("*.toml"))))
    text = file.read_text("utf-8")
    place = data.draw(st.sampled_from(list(_VALUES.finditer(text))))
    changed = text[: place.start()] + data.draw(_STRANGE) + text[place.end() :]
    found = read_catalogue([(file.name, changed)], CHECKS)
    assert len(found.games) + len(found.problems) >= 1
    assert all(problem.line >= 1 for problem in found.problems)


def test_two_games_cannot_share_an_id() -> None:
    one = parse_games(SMALL, "small.toml")[0]
    with pytest.raises(ValueError, match="G-90001"):
        Catalogue([one, one])


@given(st.text(max_size=200))
def test_any_text_gives_games_or_a_named_mistake(text: str) -> None:
    found = read_catalogue([("any.toml", text)])
    assert all(problem.line >= 1 for problem in found.problems)
