"""A game whose computer went away in the middle of it, or that was left: offered once more, where it was."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import suppress

from sqlalchemy import Connection

from app.store.asking import fetched
from app.store.keeper import Desk, Keeper
from app.store.picking import step_of
from app.store.readings import (
    Account,
    AssignmentPlayer,
    RunningAttempt,
    UnfinishedAttempt,
    UnfinishedGame,
)
from domain.games.catalogue import Catalogue

# Who has not come back to a game for so long has left it, in microseconds.
_KEPT = 7 * 24 * 3600 * 1_000_000
_FINISHED = "SELECT 1 FROM student_attempt WHERE id = ?"


def put_down(*, keeper: Keeper, attempt: RunningAttempt) -> Future[None]:
    """Somebody goes elsewhere in the middle of a game. Where nothing was played yet, nothing is kept."""
    return keeper.submit(lambda desk: desk.running.put_down(attempt))


def unfinished_in(
    desk: Desk, connection: Connection, account: Account, players: Sequence[AssignmentPlayer]
) -> UnfinishedGame | None:
    """The game to go on with: the latest one. Earlier ones, and what is over, are let go.

    What the catalogue does not hold just now is kept a while: a file of it may be damaged today and whole tomorrow.
    """
    found = desk.running.unfinished(account.user_id)
    known = [each for each in found if desk.catalogue.stage(each.attempt.stage_id) is not None]
    latest = next((each for each in known[:1] if _can_go_on(desk, connection, each)), None)
    for other in found:
        if other is not latest and (other in known or not _can_go_on(desk, connection, other)):
            with suppress(OSError):
                desk.running.end(account.user_id, other.attempt.attempt_id)
    return None if latest is None else _offered(desk.catalogue, latest.attempt, players)


def let_old_go(desk: Desk, account_id: str) -> None:
    """Drop what its player has not come back to, also where they never look: it would keep their account here."""
    for found in desk.running.unfinished(account_id):
        if not _is_recent(desk, found):
            with suppress(OSError):
                desk.running.end(account_id, found.attempt.attempt_id)


def _is_recent(desk: Desk, found: UnfinishedAttempt) -> bool:
    # A clock that was turned back ends nothing.
    return desk.now() - found.last_note_at < _KEPT


def _can_go_on(desk: Desk, connection: Connection, found: UnfinishedAttempt) -> bool:
    return (
        bool(found.events)
        and _is_recent(desk, found)
        and not fetched(connection, _FINISHED, (found.attempt.attempt_id,))
    )


def _offered(catalogue: Catalogue, attempt: RunningAttempt, players: Sequence[AssignmentPlayer]) -> UnfinishedGame:
    for player in players:
        for step in player.steps:
            if attempt.step_id is not None and step.step_id == attempt.step_id:
                return UnfinishedGame(attempt=attempt, step=step, assignment_id=player.card.assignment_id)
    # The game by itself: it belonged to no assignment, or that was put away since.
    game, stage = catalogue.stages[attempt.stage_id]
    return UnfinishedGame(attempt=attempt, step=step_of(game, stage, attempt.play_type))
