"""Pictures of every game family for the gallery: its first game, stage by stage, asked and after a wrong answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QWidget

from app.views.kit.theme import Theme
from app.views.student.play import PlayView
from domain.games import ALL
from domain.games.catalogue import Game, Stage, StageType, parse_games
from domain.games.chance import Chance
from domain.games.picture import Choice, Phase, Picture
from domain.games.replay import advanced, handed
from domain.records.progress import CHOICE, RawEvent
from workshop import gallery_readings as readings
from workshop.gallery_rooms import still_rooms

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "games"
STAGES = (StageType.LEARN, StageType.PLAY, StageType.QUIZ)
SEED = 5
# How many events a wrong answer may take before a picture of it is there.
MOST_EVENTS = 400


@cache
def games() -> dict[str, Game]:
    """The first game of each family, by the family's name."""
    found: dict[str, Game] = {}
    for file in sorted(FOLDER.glob("*.toml")):
        for game in parse_games(file.read_text("utf-8"), file.name):
            found.setdefault(game.family, game)
    return found


def asked(entry: Game, stage: Stage) -> Picture:
    """The first question; where there is a count-in, the moment after it."""
    game = ALL[entry.family](entry, stage, SEED, stage.highest_level)
    picture = game.begin(0)
    if picture.phase is Phase.COUNT_IN and picture.wake_at is not None:
        picture = game.tick(picture.wake_at)
    return picture


def answered_wrongly(entry: Game, stage: Stage) -> Picture:
    """The first feedback on a wrong answer, or the last picture where nothing can be wrong."""
    game, chance = ALL[entry.family](entry, stage, SEED, stage.highest_level), Chance(SEED)
    picture, at = game.begin(0), 0
    for _ in range(MOST_EVENTS):
        model = game.model_answer()
        for event in model or ((0, 0, 0),):
            picture = advanced(game, picture, at + event[0])
            picture = handed(game, picture, _slipped(event, at, picture.choices, chance)) if model else picture
            if picture.feedback is not None and picture.phase is not Phase.OVER:
                return picture
        at = max(at + 1, picture.wake_at or at + 1)
        picture = advanced(game, picture, at)
        if picture.feedback is not None or picture.phase is Phase.OVER:
            return picture
    return picture


def _slipped(event: RawEvent, start: int, choices: tuple[Choice, ...], chance: Chance) -> RawEvent:
    after, pitch, value = event
    if pitch == CHOICE:
        return (start + after, CHOICE, (value + 1) % len(choices))
    return (start + after, pitch + chance.pick((0, 0, 2)) if pitch > 0 else pitch, value)


def shown(entry: Game, stage: Stage, *, wrongly: bool) -> Callable[[Theme], QWidget]:
    """The page of one game at one moment."""

    def make(theme: Theme) -> QWidget:
        picture = answered_wrongly(entry, stage) if wrongly else asked(entry, stage)
        step = msgspec.structs.replace(readings.STEPS[2], title=entry.name)
        return PlayView(
            theme, still_rooms(picture=picture), readings.STUDENT, lambda _place: None, step=step, assignment_id="a1"
        )

    return make


def views() -> dict[str, Callable[[Theme], QWidget]]:
    """Every family in every stage that differs: `game-FAMILY-STAGE` and `game-FAMILY-STAGE-wrong`."""
    made: dict[str, Callable[[Theme], QWidget]] = {}
    for family, entry in games().items():
        for kind in STAGES:
            stage = entry.stage(kind)
            if stage is not None:
                made[f"game-{family}-{kind}"] = shown(entry, stage, wrongly=False)
                made[f"game-{family}-{kind}-wrong"] = shown(entry, stage, wrongly=True)
    return made
