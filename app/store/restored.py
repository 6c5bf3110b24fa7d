"""After the centre was restored from a backup: what this account has made and the centre has lost goes up once more.

Three kinds are lost: rows that a bucket held and that do not come again; rows that were sent and came back from no
bucket yet; and edits of rows that the centre still has, but as they were before. What is sent twice is taken once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from app.store.mirror import rows
from app.store.writing import Writing
from domain.records import ALL, BY_NAME, Entity, Kind
from domain.records.identity import AccessRole
from local_schema.columns import STAMPS, Row


def send_lost(writing: Writing, account_id: str, name: str, row_id: str) -> None:
    """Queue a row that a bucket held and that has not come again, where it was this account's to make."""
    entity = BY_NAME.get(name)
    if entity is None or not _may_write(writing, account_id, entity):
        return
    row = writing.one(name, row_id)
    if row is not None and _is_own(entity, row, account_id) and not _queued_stamps(writing, name, row_id):
        writing.send_again(entity, row)


def send_unplaced(writing: Writing, account_id: str) -> None:
    """Queue what the centre had taken and no bucket has brought back: nobody else may know of it."""
    for entity in _written_by(writing, account_id):
        unplaced = rows(
            writing.connection,
            f"SELECT * FROM {entity.name} AS r "
            f"WHERE NOT EXISTS (SELECT 1 FROM bucket_row AS b WHERE b.entity = '{entity.name}' AND b.row_id = r.id) "
            f"AND NOT EXISTS (SELECT 1 FROM outbox AS o WHERE o.entity = '{entity.name}' AND o.id = r.id)",
        )
        for row in unplaced:
            if _is_own(entity, row, account_id):
                writing.send_again(entity, dict(row))


def send_whole(writing: Writing, account_id: str, dev_seq: int) -> bool:
    """Queue the whole document in the place of an edit of it, because the centre has not got what was to be edited."""
    sql = "SELECT entity, id FROM outbox WHERE dev_seq = ? AND verb = 'edit'"
    found = writing.connection.exec_driver_sql(sql, (dev_seq,)).first()
    entity = BY_NAME.get(found[0]) if found else None
    row = writing.one(entity.name, found[1]) if entity and found else None
    if entity is None or row is None or not _may_write(writing, account_id, entity):
        return False
    if not _is_own(entity, row, account_id):
        return False
    writing.connection.exec_driver_sql("DELETE FROM outbox WHERE dev_seq = ?", (dev_seq,))
    writing.send_again(entity, row)
    return True


def send_later_edits(writing: Writing, account_id: str, entity: Entity, incoming: Sequence[Row]) -> None:
    """Queue the fields that this mirror knows as of later than the centre does now."""
    if entity.kind is Kind.FACT or not _may_write(writing, account_id, entity):
        return
    for row in incoming:
        mine = writing.one(entity.name, row["id"])
        if mine is not None and (entity.staff_may_write or _is_own(entity, mine, account_id)):
            later = _later(entity, mine, row)
            known = _queued_stamps(writing, entity.name, row["id"])
            writing.edit_again(entity, mine, {name: at for name, at in later.items() if at not in known})


def _later(entity: Entity, mine: Row, theirs: Row) -> dict[str, str]:
    own = msgspec.json.decode(mine[STAMPS] or "{}")
    there = msgspec.json.decode(theirs[STAMPS] or "{}")
    fixed = entity.centre_fields | {entity.owner}
    return {name: at for name, at in own.items() if at > there.get(name, "") and name not in fixed and name in mine}


def _queued_stamps(writing: Writing, name: str, row_id: str) -> set[str]:
    sql = "SELECT stamp FROM outbox WHERE entity = ? AND id = ?"
    return set(writing.connection.exec_driver_sql(sql, (name, row_id)).scalars())


def _written_by(writing: Writing, account_id: str) -> Iterator[Entity]:
    role = _role(writing, account_id)
    # Of a mirror that was made anew and has not heard yet who its account is: what no bucket has brought was made here.
    return (entity for entity in ALL if entity.writers and (role is None or role in entity.writers))


def _may_write(writing: Writing, account_id: str, entity: Entity) -> bool:
    role = _role(writing, account_id)
    # The centre may have lost the person, too: what is theirs goes up, and the centre says whether it takes it.
    return bool(entity.writers) and (entity.owner is not None if role is None else role in entity.writers)


def _role(writing: Writing, account_id: str) -> AccessRole | None:
    found = writing.connection.exec_driver_sql("SELECT role FROM member WHERE id = ?", (account_id,)).scalar()
    return None if found is None else AccessRole(found)


def _is_own(entity: Entity, row: Any, account_id: str) -> bool:
    """Whether the account made it. What nobody owns is of whoever may write it; of what is derived too, what is not."""
    if "source" in row and entity.staff_may_write:
        return bool(row["source"] == "by_hand")
    return entity.owner is None or bool(row[entity.owner] == account_id)
