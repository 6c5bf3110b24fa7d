"""The boards of challenges: each student's best verified score, written when the judge agrees (decision 21)."""

from __future__ import annotations

from collections.abc import Iterable

from central.sync.unit import Unit
from domain.achievements.challenges import counts
from domain.records import Record
from domain.records.achievements import Challenge, ChallengeScore
from domain.records.identity import Member
from domain.records.ids import derived_id
from domain.records.outcomes import agreed
from domain.records.progress import AttemptVerdict, PlayType, StudentAttempt


def attempts_verified(unit: Unit, touched: Iterable[Record]) -> None:
    """Put what was just verified on the boards of the challenges that it was played in."""
    verified = [r.id for r in touched if isinstance(r, AttemptVerdict) and agreed(r)]
    attempts = unit.rows.where(StudentAttempt, id=verified, play_type=PlayType.CHALLENGE) if verified else []
    for challenge in unit.rows.where(Challenge, stage_id=sorted({a.stage_id for a in attempts})) if attempts else []:
        for attempt in attempts:
            if counts(challenge, attempt, verified=True):
                _enter(unit, challenge, attempt)


def _enter(unit: Unit, challenge: Challenge, attempt: StudentAttempt) -> None:
    """The better of two scores stands, of equal ones the earlier: the same for any order of arrival."""
    member = unit.rows.get(Member, attempt.student_id)
    entry = ChallengeScore(
        org_id=unit.org_id,
        id=derived_id("challenge_score", challenge.id, attempt.student_id),
        challenge_id=challenge.id,
        student_id=attempt.student_id,
        score=attempt.score,
        achieved_at=attempt.created_at,
        attempt_id=attempt.id,
        display_name=member.display_name if member else "",
        avatar=member.avatar if member else "note",
    )
    known = unit.rows.get(ChallengeScore, entry.id)
    if known is None or _order(entry) < _order(known):
        unit.put(entry)


def _order(entry: ChallengeScore) -> tuple[int, int, str]:
    return -entry.score, entry.achieved_at, entry.attempt_id
