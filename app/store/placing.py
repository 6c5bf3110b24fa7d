"""Rows that no bucket holds: kept while somebody here has still to send them, and until the centre has placed them.

What the centre has taken comes back with the next pages. What does not, nobody may see any more, its author included:
an item that an adult has removed, a rule for a class that was given away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection

from app.store.mirror import Mirror, state
from app.store.writing import Writing, in_pages, marks
from domain.records import BY_NAME, Kind

_STATE = "unplaced"


def let_go(connection: Connection, entity: str, ids: Sequence[str]) -> list[str]:
    """Those of the rows that no bucket holds and that nobody here has still to send, or to decide about."""
    held = connection.exec_driver_sql(
        f"SELECT row_id FROM bucket_row WHERE entity = ? AND row_id IN ({marks(len(ids))}) "
        f"UNION SELECT id FROM outbox WHERE entity = ? AND id IN ({marks(len(ids))})",
        (entity, *ids, entity, *ids),
    )
    kept = set(held.scalars())
    return [row_id for row_id in ids if row_id not in kept]


def note_taken(writing: Writing, taken: Iterable[tuple[str, str]]) -> bool:
    """The centre has taken these (entity, id). Whether one of them has to be looked at once all pages are here.

    Facts need no look: their author's own bucket never loses them.
    """
    loose = [pair for entity, ids in _by_entity(taken).items() for pair in _loose(writing.connection, entity, ids)]
    if loose:
        writing.set_state(_STATE, msgspec.json.encode([*_noted(writing.connection), *loose]).decode())
    return bool(loose)


def drop_unplaced(mirror: Mirror) -> None:
    """All pages are here, under the epoch in which the rows were taken: what no bucket holds leaves this mirror."""
    with mirror.writing(durable=False) as writing:
        for entity, ids in _by_entity(_noted(writing.connection)).items():
            for some in in_pages(ids):
                writing.remove(entity, let_go(writing.connection, entity, some))
        writing.connection.exec_driver_sql("DELETE FROM mirror_state WHERE name = ?", (_STATE,))
    mirror.unplaced = False


def _noted(connection: Connection) -> list[tuple[str, str]]:
    return msgspec.json.decode(state(connection, _STATE) or "[]", type=list[tuple[str, str]])


def _loose(connection: Connection, entity: str, ids: Sequence[str]) -> list[tuple[str, str]]:
    return [(entity, row_id) for some in in_pages(ids) for row_id in let_go(connection, entity, some)]


def _by_entity(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for entity, row_id in pairs:
        if entity in BY_NAME and BY_NAME[entity].kind is not Kind.FACT:
            found[entity][row_id] = None
    return {entity: list(ids) for entity, ids in found.items()}
