"""The level at which a game begins: chosen from the student's own rounds, within what the stage declares."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future

from sqlalchemy import Connection

from app.store.keeper import Desk, Keeper
from app.store.mirror import rows
from app.store.picking import stage_of
from app.store.practice_readings import GameLevel
from app.store.readings import Account
from app.store.tally import judged
from domain.games.catalogue import Catalogue, Stage, StageType
from domain.learning.adaptive import Parameters, level_for
from domain.records.progress import StudentAttempt
from local_schema.columns import record_of

_OF_GAME = "SELECT * FROM student_attempt WHERE student_id = ? AND game_id = ?"
_OF_STUDENT = "SELECT * FROM student_attempt WHERE student_id = ?"
# The stages whose level moves; a quiz and a challenge ask for everything.
_MOVING = (StageType.PLAY, StageType.REVIEW, StageType.LEARN)


def level_in(connection: Connection, student_id: str, game_id: str, stage: Stage, parameters: Parameters) -> int:
    """The level for a student's next attempt at a stage. Where the stage declares one level, it is that one."""
    if stage.lowest_level == stage.highest_level:
        return stage.lowest_level
    attempts = _attempts(connection, _OF_GAME, student_id, game_id)
    return level_for(attempts, stage.lowest_level, stage.highest_level, parameters)


def game_levels(
    *, keeper: Keeper, account: Account, student_id: str, parameters: Parameters
) -> Future[tuple[GameLevel, ...]]:
    """Where each game with levels that a student has played would begin now, the one played last first."""

    def work(desk: Desk) -> tuple[GameLevel, ...]:
        with desk.mirror(account.user_id).reading() as connection:
            by_game: dict[str, list[StudentAttempt]] = {}
            for attempt in _attempts(connection, _OF_STUDENT, student_id):
                by_game.setdefault(attempt.game_id, []).append(attempt)
        found = (_of_game(desk.catalogue, game_id, played, parameters) for game_id, played in by_game.items())
        return tuple(sorted((each for each in found if each), key=lambda each: -each.last_played_at))

    return keeper.submit(work)


def _of_game(
    catalogue: Catalogue, game_id: str, attempts: list[StudentAttempt], parameters: Parameters
) -> GameLevel | None:
    game = catalogue.game(game_id)
    stage = stage_of(game, _MOVING) if game is not None else None
    if game is None or stage is None or stage.lowest_level == stage.highest_level:
        return None
    return GameLevel(
        game_id=game_id,
        game_name=game.name,
        level=level_for(attempts, stage.lowest_level, stage.highest_level, parameters),
        lowest=stage.lowest_level,
        highest=stage.highest_level,
        rounds=len(attempts),
        last_played_at=max(attempt.created_at for attempt in attempts),
    )


def _attempts(connection: Connection, sql: str, *values: str) -> Iterable[StudentAttempt]:
    found = rows(connection, sql, *values)
    return [record_of(StudentAttempt, row) for row in judged(connection, found)]
