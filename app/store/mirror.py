"""One open mirror file: its clock, its transactions, and the two ways in which rows get into it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from app.store.asking import named, value
from app.store.journal import Deeds
from app.store.problems import in_the_users_words
from app.store.writing import Writing, queued_in
from domain.records.stamps import HybridClock
from domain.records.wire import Op
from local_schema.opening import MirrorDamaged, is_damage

# Values that a mirror keeps about itself: (entity, id) that the centre has taken; a result does not stand.
UNPLACED, DOUBTED = "unplaced", "doubted"
Log = Callable[[str, Deeds, bool], None]
Announce = Callable[[str, frozenset[str]], None]


class DamagedWhileOpen(Exception):
    """The file of this account turned out to be broken in the middle of its use."""

    def __init__(self, account_id: str) -> None:
        super().__init__(account_id)
        self.account_id = account_id


class MirrorReplaced(Exception):
    """The mirror for which the centre was asked was put aside or wiped meanwhile: the answer is about its numbers."""


class Mirror:
    """A file that is open. Used by the keeper's worker only.

    `now` gives microseconds since 1970; `announce` is told after each commit which entities have changed, `log` which
    deeds it has queued, or that the earlier ones may be forgotten.
    """

    def __init__(
        self, account_id: str, path: Path, engine: Engine, now: Callable[[], int], announce: Announce, log: Log
    ) -> None:
        self.account_id = account_id
        self.path = path
        self.engine = engine
        self._now = now
        self._announce = announce
        self._log = log
        self._durable = True
        with self.reading() as connection:
            self.mirror_id = state(connection, "mirror_id") or ""
            self._clock = HybridClock(self.mirror_id)
            if last := state(connection, "last_stamp"):
                self._clock.saw(last)
            self.offset = int(state(connection, "centre_offset") or 0)
            # Whether there are rows to look at once all pages of the centre are here (`placing`).
            self.loose = is_loose(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that changes nothing: all its queries see one moment."""
        with self._damage_named(), in_the_users_words(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[Writing]:
        """A transaction: all of it is durable when the block ends, or nothing of it has happened.

        Without `durable` a power cut may undo it, whole and with everything after it: for what comes again by itself.
        """
        before = self._clock.milliseconds, self._clock.counter
        self._wait_for_the_disk(durable)
        try:
            with self._damage_named(), in_the_users_words(), self.engine.begin() as connection:
                writing = Writing(connection, self._clock, self._now() + self.offset)
                yield writing
                writing.finish()
        except BaseException:
            self._clock.milliseconds, self._clock.counter = before
            raise
        if writing.queued or writing.all_sent:
            deeds = Deeds(tuple(writing.queued or writing.refused), writing.next_dev_seq(), tuple(writing.derived))
            self._log(self.account_id, deeds, not writing.queued)
        if writing.changed:
            self._announce(self.account_id, frozenset(writing.changed))

    def _wait_for_the_disk(self, durable: bool) -> None:
        if durable != self._durable:
            # SQLite takes this between transactions only.
            raw = self.engine.raw_connection()
            raw.cursor().execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            raw.close()
            self._durable = durable

    @contextmanager
    def _damage_named(self) -> Iterator[None]:
        try:
            yield
        except MirrorDamaged as error:
            raise DamagedWhileOpen(self.account_id) from error
        except DatabaseError as error:
            if is_damage(error):
                raise DamagedWhileOpen(self.account_id) from error
            raise

    def take_name(self, mirror_id: str) -> None:
        """Count as another mirror from now on, for the centre and in stamps."""
        with self.writing() as writing:
            writing.set_state("mirror_id", mirror_id)
        self.mirror_id = self._clock.device = mirror_id

    def close(self) -> None:
        """Close the file."""
        self.engine.dispose()


def state(connection: Connection, name: str) -> str | None:
    """A value that the mirror keeps about itself."""
    found = value(connection, "SELECT value FROM mirror_state WHERE name = ?", (name,))
    return None if found is None else str(found)


def unlogged(mirror: Mirror, logged: Collection[int]) -> list[tuple[Op, int, int]]:
    """What waits in a mirror, or was refused, under none of these numbers."""
    with mirror.reading() as connection:
        waiting = {row["dev_seq"] for row in rows(connection, "SELECT dev_seq FROM outbox")}
        missing = sorted(waiting - set(logged))
        return queued_in(connection, f"dev_seq IN ({', '.join(map(str, missing))})") if missing else []


def is_loose(connection: Connection) -> bool:
    """Whether the centre has taken rows that no bucket has brought back yet, or has doubted what was played here."""
    return any(state(connection, name) is not None for name in (UNPLACED, DOUBTED))


def rows(connection: Connection, sql: str, *values: Any) -> list[dict[str, Any]]:
    """All rows of a query, each by its columns' names."""
    return named(connection, sql, values)
