"""Which result of an attempt stands: its own, the centre's, or what a teacher decided (decision 21)."""

from __future__ import annotations

from collections.abc import Iterable

from domain.records.progress import AttemptReview, AttemptVerdict, VerdictOfCentre

DOUBTS = frozenset({VerdictOfCentre.MISMATCH, VerdictOfCentre.IMPLAUSIBLE, VerdictOfCentre.UNVERIFIABLE})


def counted(score: int, passed: bool, verdict: AttemptVerdict | None) -> tuple[int, bool]:
    """The result that stands: the attempt's own, or the centre's where it found another; a teacher's word above both.

    Accepted: the student's own result counts. Not accepted: it was practice, and counts as nothing reached.
    """
    if verdict is None:
        return score, passed
    if verdict.accepted is not None:
        return (score, passed) if verdict.accepted else (0, False)
    return (verdict.score, verdict.passed) if verdict.verdict is VerdictOfCentre.MISMATCH else (score, passed)


def agreed(verdict: AttemptVerdict | None) -> bool | None:
    """Whether boards, shares and engagements may rely on an attempt; None while nobody has judged it."""
    if verdict is None or verdict.verdict is VerdictOfCentre.PENDING:
        return None
    return verdict.verdict is VerdictOfCentre.VERIFIED or verdict.accepted is True


def decided(reviews: Iterable[AttemptReview]) -> AttemptReview | None:
    """The decision that stands: the latest, and of two at one moment the same on every machine."""
    return max(reviews, key=lambda review: (review.at, review.id), default=None)
