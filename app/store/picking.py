"""Which game of the catalogue is played for a concept, and as which stage, where no assignment says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from app.store.practice_readings import FoundGame, FoundGames
from app.store.readings import StepCard, StepState
from domain.games.catalogue import Catalogue, DeviceProfile, Game, GameStatus, Stage, StageType
from domain.games.finding import Finder, Wanted, pieces_in
from domain.games.pieces import seed_for
from domain.records.progress import PlayType, StepElement

# What brings back what was known; and what somebody begins with who never played a game.
TO_REVIEW = (StageType.REVIEW, StageType.PLAY, StageType.QUIZ, StageType.LEARN)
TO_BEGIN = (StageType.LEARN, StageType.PLAY, StageType.QUIZ)


def stage_of(game: Game, kinds: Iterable[StageType]) -> Stage | None:
    """The first enabled stage of a game among these kinds."""
    enabled = {stage.stage_type: stage for stage in game.stages if stage.enabled}
    return next((enabled[kind] for kind in kinds if kind in enabled), None)


def free_step(game: Game, kinds: Sequence[StageType], play_type: PlayType = PlayType.FREE_PLAY) -> StepCard | None:
    """A game as something to play that belongs to no assignment; None where none of these stages can be played."""
    stage = stage_of(game, kinds)
    return None if game.status is not GameStatus.LIVE or stage is None else step_of(game, stage, play_type)


def step_of(game: Game, stage: Stage, play_type: PlayType) -> StepCard:
    """A stage of a game by itself."""
    return StepCard(
        step_id="",
        title=game.name,
        element=StepElement.GAM,
        element_id=game.game_id,
        stage_id=stage.stage_id,
        state=StepState.AVAILABLE,
        target_score=stage.target_score,
        pass_threshold=stage.pass_threshold,
        play_type=play_type,
    )


def piece_step(game: Game, title: str) -> StepCard | None:
    """One tune of a game to be played by itself, as one learns it; None where the game has no such tune to play."""
    step, stage = free_step(game, (StageType.LEARN,)), stage_of(game, (StageType.LEARN,))
    seed = seed_for(game, stage, title) if stage is not None and title in pieces_in(game) else None
    if step is None or stage is None or seed is None:
        return None
    return msgspec.structs.replace(step, title=title, seed=seed, level=stage.highest_level)


def games_by_concept(catalogue: Catalogue) -> dict[str, list[Game]]:
    """The live games of each concept, the easiest first."""
    found: dict[str, list[Game]] = {}
    for game in sorted(catalogue.games, key=lambda game: (game.difficulty, game.game_id)):
        if game.status is GameStatus.LIVE:
            for concept in game.concept_tags:
                found.setdefault(concept, []).append(game)
    return found


def familiar_first(games: Sequence[Game], game_id: str | None) -> list[Game]:
    """The same games, the one that the student knows first."""
    return sorted(games, key=lambda game: game.game_id != game_id)


def found_games(finder: Finder, wanted: Wanted, most: int) -> FoundGames:
    """Quick Find: the first `most` games that fit. Where a slip of a letter leaves none, what was meant is found."""
    games, meant = finder.find(wanted), None
    if not games and (meant := finder.meant(wanted.words)):
        games = finder.find(msgspec.structs.replace(wanted, words=meant))
    return FoundGames(
        games=tuple(_found(game, meant or wanted.words) for game in games[:most]),
        total=len(games),
        meant=meant if games and meant else "",
    )


def _found(game: Game, words: str) -> FoundGame:
    steps = ((kind, free_step(game, (kind,))) for kind in StageType)
    return FoundGame(
        game_id=game.game_id,
        name=game.name,
        category=game.category,
        level=game.level,
        difficulty=game.difficulty,
        concepts=game.concept_tags,
        needs_keyboard=game.device_profile is DeviceProfile.MIDI_REQUIRED,
        notes=game.pedagogical_notes,
        steps=tuple((str(kind), step) for kind, step in steps if step is not None),
        pieces=pieces_in(game, words),
    )
