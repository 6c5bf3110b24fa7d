"""Every real tune can be played by itself."""

from __future__ import annotations

import pytest

from domain.games import ALL, CHECKS
from domain.games.catalogue import StageType, read_catalogue
from domain.games.finding import pieces_in
from domain.games.pieces import seed_for
from resources import texts

WITH_TUNES = [game for game in read_catalogue(texts("games").items(), CHECKS).games if pieces_in(game)]


@pytest.mark.parametrize("game", WITH_TUNES, ids=lambda game: game.slug)
def test_each_tune_has_an_exercise_that_begins_with_it(game) -> None:
    stage = game.stage(StageType.LEARN)
    for title in pieces_in(game):
        seed = seed_for(game, stage, title)
        assert seed is not None, title
        picture = ALL[game.family](game, stage, seed, stage.highest_level).begin(0)
        assert picture.prompt.values["title"] == title


def test_what_is_not_there_is_not_found() -> None:
    stage = WITH_TUNES[0].stage(StageType.LEARN)
    assert stage is not None
    assert seed_for(WITH_TUNES[0], stage, "No such tune") is None
