"""New work is told to its student, once."""

from __future__ import annotations

from central.community.telling import told
from central.sync.unit import Unit
from domain.community.notices import new_work
from domain.records.progress import StudentAssignment

# What was given longer ago than this is no news: history that is brought in rings nobody's bell.
_NEWS = 14 * 24 * 3600 * 1_000_000


def work_came(unit: Unit, record: StudentAssignment) -> None:
    """A student was given an assignment; changing or putting it away is no news."""
    if record.archived_at is None and unit.now - record.created_at < _NEWS:
        title = new_work(record.name)
        told(unit, record.student_id, "assignment", record.id, title, f"assignment:{record.id}")
