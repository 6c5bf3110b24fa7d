"""The audit log: lines are only ever added, each carries a hash over itself and the line before it (decision 11)."""

from __future__ import annotations

from hashlib import blake2b

from sqlalchemy import Connection, desc, insert, select

from central.sync.unit import Unit
from central.tables import AUDIT

# Somebody was deleted for good; the line's target is their id, which names nobody any more.
ERASE = "person.erase"


def note(unit: Unit, actor: str, action: str, target: str) -> None:
    """Add a line within the transaction of what it tells about: both are there, or neither."""
    last = unit.connection.execute(
        select(AUDIT.c.number, AUDIT.c.chain)
        .where(AUDIT.c.org_id == unit.org_id)
        .order_by(desc(AUDIT.c.number))
        .limit(1)
    ).first()
    number, before = (int(last[0]) + 1, str(last[1])) if last else (1, "")
    line = {"number": number, "at": unit.now, "actor": actor, "action": action, "target": target}
    unit.connection.execute(insert(AUDIT).values(org_id=unit.org_id, **line, chain=_chain(before, line)))


def was_erased(connection: Connection, org_id: str, person: str) -> bool:
    """Whether everything of this person was deleted."""
    where = (AUDIT.c.org_id == org_id, AUDIT.c.action == ERASE, AUDIT.c.target == person)
    return connection.execute(select(AUDIT.c.number).where(*where).limit(1)).first() is not None


def _chain(before: str, line: dict[str, object]) -> str:
    content = "\x1f".join([before, *(str(value) for value in line.values())])
    return blake2b(content.encode(), digest_size=16).hexdigest()


def broken_at(unit: Unit) -> int | None:
    """The number of the first line that does not fit the one before it; None where the log is whole."""
    before = ""
    query = select(AUDIT).where(AUDIT.c.org_id == unit.org_id).order_by(AUDIT.c.number)
    for place, row in enumerate(unit.connection.execute(query).mappings(), 1):
        line = {name: row[name] for name in ("number", "at", "actor", "action", "target")}
        if row["number"] != place or row["chain"] != _chain(before, line):
            return place
        before = row["chain"]
    return None
