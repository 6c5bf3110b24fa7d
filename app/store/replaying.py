"""Attempts to be heard again: from this mirror, or with notes that staff have asked the centre for."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from typing import Any

import msgspec
from sqlalchemy import Connection

from app.store.classroom import latest_attempts
from app.store.keeper import Desk, Keeper
from app.store.looking_readings import Recorded, Replay
from app.store.mirror import rows
from app.store.people import STAFF, who_is
from app.store.problems import StoreProblem
from app.store.readings import Account, AttemptRow
from domain.community.listening import why_to_listen, words_for
from domain.games.catalogue import Catalogue
from domain.games.retelling import of_attempt
from domain.music.say import Say, say
from domain.records.outcomes import DOUBTS, decided
from domain.records.progress import AttemptReview, AttemptVerdict, Performance, StudentAttempt
from local_schema.columns import record_of

# Notes that were fetched from the centre stay this long: as other people's shares without contact.
_LATEST = 30
_KEPT = 7 * 24 * 3600 * 1_000_000


def recorded(*, keeper: Keeper, account: Account, attempt_id: str) -> Future[Recorded]:
    """An attempt with its notes as far as this mirror has them. Raises StoreProblem for what is not this account's to
    see: a student sees their own, staff those of their students.
    """

    def work(desk: Desk) -> Recorded:
        with desk.mirror(account.user_id).reading() as connection:
            found = rows(connection, "SELECT * FROM student_attempt WHERE id = ?", attempt_id)
            if not found or (account.user_id != found[0]["student_id"] and account.role not in STAFF):
                raise StoreProblem(say("This play is not on this computer any more."))
            return _recorded(connection, found[0], desk.now())

    return keeper.submit(work)


def plays(*, keeper: Keeper, account: Account) -> Future[tuple[AttemptRow, ...]]:
    """One's own latest plays, newest first."""

    def work(desk: Desk) -> tuple[AttemptRow, ...]:
        with desk.mirror(account.user_id).reading() as connection:
            return latest_attempts(connection, account.user_id, _LATEST)

    return keeper.submit(work)


def keep_performance(*, keeper: Keeper, account: Account, performance: Performance) -> Future[None]:
    """Keep notes that the centre has given to somebody of the staff, for a week; older ones are let go."""

    def work(desk: Desk) -> None:
        with desk.mirror(account.user_id).writing(durable=False) as writing:
            let_go(writing.connection, desk.now())
            writing.connection.exec_driver_sql(
                "INSERT INTO fetched_performance (attempt_id, student_id, body, fetched_at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (attempt_id) DO UPDATE SET body = excluded.body, fetched_at = excluded.fetched_at",
                (performance.id, performance.student_id, msgspec.json.encode(performance), desk.now()),
            )

    return keeper.submit(work)


def let_go(connection: Connection, now: int) -> None:
    """Drop fetched notes that are a week old, and those of attempts that this account may not see any more."""
    connection.exec_driver_sql(
        "DELETE FROM fetched_performance WHERE fetched_at < ? "
        "OR NOT EXISTS (SELECT 1 FROM student_attempt AS a WHERE a.id = attempt_id)",
        (now - _KEPT,),
    )


def missing_notes(account: Account) -> StoreProblem:
    """Why there is nothing to hear, in the words of who asks."""
    if account.role in STAFF:
        return StoreProblem(
            say(
                "The notes of this play are at the school, and there is no contact just now. "
                "Please try again when there is a network."
            )
        )
    return StoreProblem(
        say(
            "The notes of this play have not come to this computer yet. "
            "They come with the next contact with the school."
        )
    )


def told_again(*, found: Recorded, account: Account, catalogue: Catalogue) -> Replay:
    """The attempt to be shown; it takes some milliseconds, so not on the screen's thread.

    Raises StoreProblem where there are no notes.
    """
    if found.performance is None:
        raise missing_notes(account)
    attempt, verdict = found.attempt, found.verdict
    game = catalogue.game(attempt.game_id)
    doubted = verdict is not None and verdict.verdict in DOUBTS
    return Replay(
        attempt_id=attempt.id,
        student=found.student,
        mine=attempt.student_id == account.user_id,
        game_name=game.name if game else attempt.game_id,
        score=attempt.score,
        max_possible_score=attempt.max_possible_score,
        passed=attempt.passed,
        created_at=attempt.created_at,
        verdict=str(verdict.verdict.value) if verdict else "pending",
        accepted=verdict.accepted if verdict else None,
        said=found.said,
        doubt=why_to_listen(verdict.verdict) if verdict and doubted and account.role in STAFF else None,
        retold=of_attempt(catalogue, attempt, found.performance),
    )


def said_about(connection: Connection, attempt_id: str) -> Say | None:
    """The kind word of the decision that stands, None while nobody has decided."""
    found = rows(connection, "SELECT * FROM attempt_review WHERE attempt_id = ?", attempt_id)
    review = decided(record_of(AttemptReview, row) for row in found)
    return words_for(review.counts).get(review.phrase_id) if review else None


def _recorded(connection: Connection, row: Mapping[str, Any], now: int) -> Recorded:
    verdicts = rows(connection, "SELECT * FROM attempt_verdict WHERE id = ?", row["id"])
    return Recorded(
        attempt=record_of(StudentAttempt, row),
        verdict=record_of(AttemptVerdict, verdicts[0]) if verdicts else None,
        student=who_is(connection, row["student_id"]),
        said=said_about(connection, row["id"]),
        performance=_performance(connection, row["id"], now),
    )


def _performance(connection: Connection, attempt_id: str, now: int) -> Performance | None:
    own = rows(connection, "SELECT * FROM performance WHERE id = ?", attempt_id)
    if own:
        return record_of(Performance, own[0])
    sql = "SELECT body FROM fetched_performance WHERE attempt_id = ? AND fetched_at >= ?"
    body = connection.exec_driver_sql(sql, (attempt_id, now - _KEPT)).scalar()
    return None if body is None else msgspec.json.decode(body, type=Performance)
