"""Practising of one's own accord, bound to one machine's mirrors and catalogue, as `Rooms` hands it to the views."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QTranslator

from app.store import levels, practice
from app.store.keeper import Keeper
from app.store.picking import found_games, piece_step
from app.store.practice_readings import FoundGames
from app.store.readings import StepCard
from app.views.kit.sayings import concept_words
from app.views.practice_rooms import PracticeRooms
from domain.games.catalogue import Catalogue, Game
from domain.games.finding import Finder, Wanted
from domain.learning.adaptive import PARAMETERS, Parameters, ParametersError, in_words, read_parameters

# As many as anybody reads; who wants others types another letter.
MOST_SHOWN = 40
TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "translations"


def level_parameters(files: Mapping[str, str]) -> Parameters:
    """How levels are chosen, from the files about learning (name → text); what cannot be read is as it was shipped."""
    try:
        return read_parameters(files["levels.toml"])
    except (KeyError, ParametersError) as error:
        logging.getLogger("app").error("the file about levels is left out: %s", error)
        return PARAMETERS


class Practising:
    """The functions of `PracticeRooms` over one machine."""

    def __init__(self, *, keeper: Keeper, catalogue: Catalogue, parameters: Parameters) -> None:
        self._keeper, self._catalogue, self.parameters = keeper, catalogue, parameters

    def rooms(self) -> PracticeRooms:
        """What views may call."""
        keeper, parameters = self._keeper, self.parameters
        return PracticeRooms(
            review=lambda account: practice.review_page(keeper=keeper, account=account),
            skills=lambda account: practice.skills_page(keeper=keeper, account=account),
            levels=lambda account, student_id: levels.game_levels(
                keeper=keeper, account=account, student_id=student_id, parameters=parameters
            ),
            level_rules=lambda: in_words(parameters),
            find=self.find,
            piece=self.piece,
            concepts=self._catalogue.concepts,
            categories=self._catalogue.categories,
        )

    def find(self, wanted: Wanted) -> FoundGames:
        """Quick Find, in every language that the program is shipped in."""
        return found_games(self._finder, wanted, MOST_SHOWN)

    def piece(self, game_id: str, title: str) -> StepCard | None:
        """One tune of a game as something to play."""
        game = self._catalogue.game(game_id)
        return piece_step(game, title) if game is not None else None

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self._catalogue.games, Translated(TRANSLATIONS))


class Translated:
    """A game's name and subjects in every language of a folder of translations, whichever the program speaks."""

    def __init__(self, folder: Path) -> None:
        self._languages = [QTranslator() for _ in folder.glob("mlc_*.qm")]
        for translator, file in zip(self._languages, sorted(folder.glob("mlc_*.qm")), strict=True):
            translator.load(str(file))

    def __call__(self, game: Game) -> tuple[str, str]:
        """The name, then concepts and category."""
        subjects = [("concept", concept_words(tag)) for tag in game.concept_tags]
        return self._all(("game", game.name)), self._all(*subjects, ("category", game.category))

    def _all(self, *words: tuple[str, str]) -> str:
        return " ".join(each.translate(context, text) or "" for each in self._languages for context, text in words)
