"""Rows that no bucket holds: kept while somebody here has still to send them, and until the centre has placed them.

What the centre has taken comes back with the next pages. What does not, nobody may see any more, its author included:
an item that an adult has removed, a rule for a class that was given away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection

from app.store.asking import done, fetched
from app.store.mirror import DOUBTED, UNPLACED, Mirror, is_loose, state
from app.store.writing import Writing, in_pages, marks
from domain.records import BY_NAME, Kind

# Derived here and at the centre alike: (entity, column of the student, which rows).
_DERIVED = (
    ("role_engagement", "user_id", "AND r.source <> 'by_hand'"),
    ("badge_award", "user_id", ""),
    ("points_entry", "student_id", ""),
)


def let_go(connection: Connection, entity: str, ids: Sequence[str]) -> list[str]:
    """Those of the rows that no bucket holds and that nobody here has still to send, or to decide about."""
    held = fetched(
        connection,
        f"SELECT row_id FROM bucket_row WHERE entity = ? AND row_id IN ({marks(len(ids))}) "
        f"UNION SELECT id FROM outbox WHERE entity = ? AND id IN ({marks(len(ids))})",
        (entity, *ids, entity, *ids),
    )
    kept = {row_id for (row_id,) in held}
    return [row_id for row_id in ids if row_id not in kept]


def note_taken(writing: Writing, taken: Iterable[tuple[str, str]]) -> bool:
    """The centre has taken these (entity, id). Whether one of them has to be looked at once all pages are here.

    Facts need no look: their author's own bucket never loses them.
    """
    loose = [pair for entity, ids in _by_entity(taken).items() for pair in _loose(writing.connection, entity, ids)]
    if loose:
        writing.set_state(UNPLACED, msgspec.json.encode([*_noted(writing.connection), *loose]).decode())
    return bool(loose)


def note_doubt(writing: Writing) -> None:
    """A result does not stand: what was derived from it is to be looked at once all pages are here."""
    writing.set_state(DOUBTED, 1)


def drop_unplaced(mirror: Mirror) -> None:
    """All pages are here, under the epoch in which the rows were taken: what no bucket holds leaves this mirror."""
    with mirror.writing(durable=False) as writing:
        if state(writing.connection, DOUBTED) is not None:
            _drop_unearned(writing, mirror.account_id)
        for entity, ids in _by_entity(_noted(writing.connection)).items():
            for some in in_pages(ids):
                writing.remove(entity, let_go(writing.connection, entity, some))
        done(writing.connection, "DELETE FROM mirror_state WHERE name = ?", (UNPLACED,))
    with mirror.reading() as connection:
        mirror.loose = is_loose(connection)


def _drop_unearned(writing: Writing, student_id: str) -> None:
    """Where the centre has judged everything, what it has not derived as well was not earned."""
    open_still = (
        "SELECT 1 FROM outbox WHERE state = 'waiting' UNION ALL SELECT 1 FROM student_attempt AS a WHERE "
        "a.student_id = ? AND NOT EXISTS (SELECT 1 FROM attempt_verdict AS v WHERE v.id = a.id) LIMIT 1"
    )
    if fetched(writing.connection, open_still, (student_id,)):
        return
    for entity, owner, which in _DERIVED:
        found = fetched(
            writing.connection,
            f"SELECT r.id FROM {entity} AS r WHERE r.{owner} = ? {which} AND NOT EXISTS "
            f"(SELECT 1 FROM bucket_row AS b WHERE b.entity = '{entity}' AND b.row_id = r.id)",
            (student_id,),
        )
        writing.remove(entity, [row_id for (row_id,) in found])
    done(writing.connection, "DELETE FROM mirror_state WHERE name = ?", (DOUBTED,))


def _noted(connection: Connection) -> list[tuple[str, str]]:
    return msgspec.json.decode(state(connection, UNPLACED) or "[]", type=list[tuple[str, str]])


def _loose(connection: Connection, entity: str, ids: Sequence[str]) -> list[tuple[str, str]]:
    return [(entity, row_id) for some in in_pages(ids) for row_id in let_go(connection, entity, some)]


def _by_entity(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for entity, row_id in pairs:
        if entity in BY_NAME and BY_NAME[entity].kind is not Kind.FACT:
            found[entity][row_id] = None
    return {entity: list(ids) for entity, ids in found.items()}
