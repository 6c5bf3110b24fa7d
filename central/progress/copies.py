"""A performance counts once: the same keys at the same microseconds a second time were not played a second time."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from central.asking import fetched
from central.progress.verdict import Judged
from central.statements import insert_rows, selecting, several
from central.sync.unit import Unit
from central.tables import PERFORMANCE_MARK
from domain.records.progress import VerdictOfCentre


def without_copies(unit: Unit, judged: Sequence[Judged]) -> list[Judged]:
    """Those that repeat a performance under another attempt become implausible; the first one stands as it is."""
    marked = [found for found in judged if found.mark is not None and found.verdict is VerdictOfCentre.VERIFIED]
    if not marked:
        return list(judged)
    marks = {found.mark: found.attempt.id for found in reversed(marked) if found.mark is not None}
    rows = [(unit.org_id, mark, attempt_id) for mark, attempt_id in marks.items()]
    insert_rows(unit.connection, PERFORMANCE_MARK, _MARK, rows, "ON CONFLICT (org_id, mark) DO NOTHING")
    dialect = unit.connection.dialect.name
    sql = selecting(PERFORMANCE_MARK.name, ("mark", "attempt_id"), (("mark", True),), dialect)
    found_marks = fetched(unit.connection, sql, (unit.org_id, several(dialect, marks)))
    owners = {int(mark): str(attempt_id) for mark, attempt_id in found_marks}
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


_MARK = ("org_id", "mark", "attempt_id")
