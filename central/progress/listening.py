"""A teacher has listened to an attempt that the centre doubts: audited, told to the student, judged anew with it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import text

from central.auditing import note
from central.community.telling import told
from central.progress.verdict import Judged
from central.sync.unit import Unit
from domain.achievements.derive import judged
from domain.achievements.points import for_attempt
from domain.community.listening import words_for
from domain.records.outcomes import DOUBTS, decided
from domain.records.progress import AttemptReview, AttemptVerdict

LISTENED = "listened"
_AGAIN = text(
    "INSERT INTO to_judge (org_id, attempt_id, received_at, notes) VALUES (:org, :attempt, :now, true) "
    "ON CONFLICT (org_id, attempt_id) DO UPDATE SET notes = true"
)


def review_came(unit: Unit, record: AttemptReview) -> None:
    """The audit line and the student's notice in the same transaction; what it changes is the judge's next bite."""
    said = "counts" if record.counts else "practice"
    note(unit, record.teacher_id, f"{LISTENED}_{said}", record.attempt_id)
    about = f"{record.attempt_id}:{record.id}"
    told(unit, record.student_id, LISTENED, about, words_for(record.counts)[record.phrase_id],
         f"attempt:{record.attempt_id}")  # fmt: skip
    unit.connection.execute(_AGAIN, {"org": unit.org_id, "attempt": record.attempt_id, "now": unit.now})


def with_reviews(unit: Unit, found: Sequence[Judged]) -> list[Judged]:
    """The judged attempts with what teachers have decided about those in doubt."""
    ids = [one.attempt.id for one in found if one.verdict in DOUBTS]
    reviews: dict[str, list[AttemptReview]] = {}
    for review in unit.rows.where(AttemptReview, attempt_id=ids) if ids else []:
        reviews.setdefault(review.attempt_id, []).append(review)
    latest = {attempt_id: decided(some) for attempt_id, some in reviews.items()}
    counts = {attempt_id: review.counts for attempt_id, review in latest.items() if review is not None}
    return [msgspec.structs.replace(one, accepted=counts.get(one.attempt.id)) for one in found]


def accept(unit: Unit, verdict: AttemptVerdict, accepted: bool | None) -> bool:
    """Write a decision into the verdict that is there. False where it stands there already."""
    return unit.put(msgspec.structs.replace(verdict, accepted=accepted))


def right_points(unit: Unit, found: Judged, verdict: AttemptVerdict) -> None:
    """The line of points that an accepted attempt gives takes the place of the one that the judge's result gave."""
    line = for_attempt(judged(found.attempt, verdict))
    if line is not None:
        unit.put(line)
