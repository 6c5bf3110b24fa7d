"""A performance counts once: the same keys at the same microseconds a second time were not played a second time."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import bindparam, select, text

from central.progress.verdict import Judged
from central.sync.unit import Unit
from central.tables import PERFORMANCE_MARK
from domain.records.progress import VerdictOfCentre


def without_copies(unit: Unit, judged: Sequence[Judged]) -> list[Judged]:
    """Those that repeat a performance under another attempt become implausible; the first one stands as it is."""
    marked = [found for found in judged if found.mark is not None and found.verdict is VerdictOfCentre.VERIFIED]
    if not marked:
        return list(judged)
    rows = [{"org": unit.org_id, "mark": found.mark, "attempt": found.attempt.id} for found in marked]
    unit.connection.execute(_KEEP, rows)
    marks = {"org": unit.org_id, "marks": [found.mark for found in marked]}
    owners = {int(mark): str(attempt) for mark, attempt in unit.connection.execute(_OWNERS, marks)}
    return [_doubted(found) if _is_copy(found, owners) else found for found in judged]


def _is_copy(found: Judged, owners: dict[int, str]) -> bool:
    return (
        found.mark is not None
        and found.verdict is VerdictOfCentre.VERIFIED
        and owners.get(found.mark) != found.attempt.id
    )


def _doubted(found: Judged) -> Judged:
    return msgspec.structs.replace(
        found, verdict=VerdictOfCentre.IMPLAUSIBLE, score=found.attempt.score, passed=found.attempt.passed
    )


_KEEP = text(
    "INSERT INTO performance_mark (org_id, mark, attempt_id) VALUES (:org, :mark, :attempt) "
    "ON CONFLICT (org_id, mark) DO NOTHING"
)
_OWNERS = select(PERFORMANCE_MARK.c.mark, PERFORMANCE_MARK.c.attempt_id).where(
    PERFORMANCE_MARK.c.org_id == bindparam("org"), PERFORMANCE_MARK.c.mark.in_(bindparam("marks", expanding=True))
)
