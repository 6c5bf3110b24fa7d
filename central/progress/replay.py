"""What a student played, note by note, for the staff of their classes. Every look is a line of the audit log."""

from __future__ import annotations

from central.auditing import note
from central.problems import Refused
from central.sync.standing import Standing
from central.sync.unit import Unit
from domain.records.progress import Performance

READ_PERFORMANCE = "read_performance"


def performance_for(unit: Unit, who: Standing, attempt_id: str) -> Performance:
    """The notes of an attempt, and the audit line of this look, in one transaction (decisions 11 and 21).

    Raises Refused (404), and writes no line, where there is no such attempt or its student is in none of the classes
    of `who`: the answer does not tell the one from the other.
    """
    found = unit.rows.get(Performance, attempt_id)
    if found is None or not _teaches(unit, who, found.student_id):
        raise Refused("nothing_there", "There is no such recording in your classes.", 404)
    note(unit, who.account, READ_PERFORMANCE, attempt_id)
    return found


def _teaches(unit: Unit, who: Standing, student_id: str) -> bool:
    return any(side.class_id in who.taught for side in unit.known.circle(student_id).classes)
