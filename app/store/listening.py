"""What a teacher is asked to listen to, and what they decide: kept at once, sent later, said with a kind word."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from typing import Any

from sqlalchemy import Connection

from app.store.community_readings import Who
from app.store.keeper import Desk, Keeper
from app.store.looking_readings import DoubtCard
from app.store.mirror import rows
from app.store.people import must_be_staff
from app.store.problems import StoreProblem
from app.store.readings import Account
from app.store.replaying import said_about
from domain.community.listening import why_to_listen, words_for
from domain.music.say import say
from domain.records.outcomes import DOUBTS
from domain.records.progress import AttemptReview, VerdictOfCentre

# Enough for a lesson; the rest comes up as these are decided.
_MOST = 100
# The condition is that of the index `attempt_verdict_in_doubt`.
_DOUBTED = (
    "SELECT a.id, a.student_id, a.game_id, a.score, a.max_possible_score, a.created_at, v.verdict, v.accepted, "
    "v.score AS centre_score, m.display_name, m.avatar, r.given_name, r.family_name FROM attempt_verdict AS v "
    "JOIN student_attempt AS a ON a.id = v.id LEFT JOIN member AS m ON m.id = a.student_id "
    "LEFT JOIN roster_name AS r ON r.id = a.student_id WHERE v.verdict NOT IN ('verified', 'pending') "
    "AND m.id IS NOT NULL ORDER BY v.accepted IS NULL DESC, a.created_at DESC, a.id LIMIT ?"
)


def to_listen(*, keeper: Keeper, account: Account) -> Future[tuple[DoubtCard, ...]]:
    """Attempts of one's students that the centre doubts: those that wait first, each part newest first.

    Raises StoreProblem for who is no teacher.
    """

    def work(desk: Desk) -> tuple[DoubtCard, ...]:
        must_be_staff(account)
        with desk.mirror(account.user_id).reading() as connection:
            return tuple(_card(connection, row) for row in rows(connection, _DOUBTED, _MOST))

    return keeper.submit(work)


def decide_doubt(
    *, keeper: Keeper, account: Account, attempt_id: str, counts: bool, phrase_id: str
) -> Future[tuple[DoubtCard, ...]]:
    """Say whether an attempt counts, with a kind word. Holds here at once; deciding again changes it.

    Raises StoreProblem for who is no teacher, for an attempt in no doubt, and for words that are not offered.
    """

    def work(desk: Desk) -> tuple[DoubtCard, ...]:
        must_be_staff(account)
        with desk.mirror(account.user_id).writing() as writing:
            verdict = writing.one("attempt_verdict", attempt_id)
            if verdict is None or verdict["verdict"] not in DOUBTS:
                raise StoreProblem(say("The school agrees with this one already. Nothing has to be decided."))
            if phrase_id not in words_for(counts):
                raise StoreProblem(say("Please pick one of the sentences."))
            writing.put(
                AttemptReview(
                    org_id=account.org_id,
                    id=desk.new_id(),
                    attempt_id=attempt_id,
                    student_id=verdict["student_id"],
                    teacher_id=account.user_id,
                    counts=counts,
                    phrase_id=phrase_id,
                    at=writing.now,
                )
            )
            writing.replace("attempt_verdict", [{**verdict, "accepted": counts}])
            return tuple(_card(writing.connection, row) for row in rows(writing.connection, _DOUBTED, _MOST))

    return keeper.submit(work)


def _card(connection: Connection, row: Mapping[str, Any]) -> DoubtCard:
    accepted = row["accepted"]
    verdict = VerdictOfCentre(row["verdict"])
    return DoubtCard(
        attempt_id=row["id"],
        student=Who(user_id=row["student_id"], display_name=row["display_name"], avatar=row["avatar"]),
        roster_name=" ".join(filter(None, (row["given_name"], row["family_name"]))),
        game_id=row["game_id"],
        score=row["score"],
        max_possible_score=row["max_possible_score"],
        centre_score=row["centre_score"] if verdict is VerdictOfCentre.MISMATCH else None,
        created_at=row["created_at"],
        why=why_to_listen(verdict),
        waiting=accepted is None,
        accepted=None if accepted is None else bool(accepted),
        said=said_about(connection, row["id"]) if accepted is not None else None,
    )
