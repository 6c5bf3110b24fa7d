"""A game of any family from a few settings, for the tests of the families."""

from domain.games import ALL, CHECKS
from domain.games.catalogue import parse_game
from domain.games.picture import Phase, Picture
from domain.games.quiz import Quiz
from domain.music.note import Note
from domain.music.pitch import pitch

GAME = """
[[game]]
game_id = "G-90001"
slug = "one"
name = "One"
family = "{family}"
category = "Test"
device_profile = "midi_required"
concept_tags = ["test"]
settings = {{ {settings} }}
stages.learn = {{ questions = 2 }}
stages.play = {{ questions = 2 }}
stages.quiz = {{ questions = 2, target_score = 180, pass_threshold = 150 }}
"""
SECOND = 1_000_000


def made(family: str, settings: str = "", stage: str = "quiz", seed: int = 7) -> Quiz:
    entry = parse_game(GAME.format(family=family, settings=settings), "test.toml", CHECKS)
    return ALL[family](entry, next(each for each in entry.stages if each.stage_type == stage), seed, 1)


def press(game: Quiz, name: str, at: int, velocity: int = 70) -> Picture:
    return game.play(Note(pitch(name).midi, velocity, at))


def release(game: Quiz, name: str, at: int) -> Picture:
    return game.play(Note(pitch(name).midi, 0, at))


def feedback_at(game: Quiz, picture: Picture) -> Picture:
    """The picture after every tick until feedback shows."""
    while picture.phase is not Phase.FEEDBACK:
        assert picture.wake_at is not None
        picture = game.tick(picture.wake_at)
    return picture


def says(picture: Picture) -> str:
    assert picture.feedback is not None
    return picture.feedback.english()
