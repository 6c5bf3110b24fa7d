"""One certain tune out of a game that holds many: the exercise that begins with it."""

from __future__ import annotations

from domain.games import ALL
from domain.games.catalogue import Game, Stage

# A game of twenty tunes begins with each of them in one of twenty exercises; so many tries do not fail.
TRIES = 1_000


def seed_for(game: Game, stage: Stage, title: str) -> int | None:
    """The first seed with which a stage, at its highest level, begins with this tune; None where none does."""
    family = ALL[game.family]
    begun = (family(game, stage, seed, stage.highest_level).begin(0) for seed in range(TRIES))
    found = (seed for seed, picture in enumerate(begun) if picture.prompt.values.get("title") == title)
    return next(found, None)
