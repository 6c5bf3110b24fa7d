"""One way to SQLite and PostgreSQL: transactions of one organisation, in order, repeated where that helps.

SQLite (embedded, no set-up): WAL, one writer at a time, every commit on the disk before it is acknowledged.
PostgreSQL: READ COMMITTED for writes, REPEATABLE READ for reads, an unprivileged role and the organisation set for each
transaction alone, so that row-level security holds behind any pooler.

Who sees a row follows from other rows, so of two transactions that do not see each other each may decide by what the
other changes. There an organisation has one writer at a time too, as on SQLite, by an advisory lock that ends with the
transaction; what says that it may go beside others shares that lock.
"""

from __future__ import annotations

import enum
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy
from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.exc import (
    DataError,
    DBAPIError,
    IntegrityError,
    InterfaceError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
    StatementError,
)

from central.asking import done, fetched
from central.tables import METADATA, REVISION

T = TypeVar("T")

# The role under which the centre works on PostgreSQL: it owns nothing and row-level security binds it.
ROLE = "mlc_app"
# serialization_failure, deadlock_detected, unique_violation (two pushes of the same fact at once: the second sees it).
_WORTH_A_RETRY = frozenset({"40001", "40P01", "23505"})
_TRIES = 8
_OF_A_VALUE = (DataError, IntegrityError, InterfaceError, NotSupportedError, ProgrammingError)
# PostgreSQL's class of errors about a value that is larger than it can take (program_limit_exceeded).
_TOO_LARGE = "54"


class NotReady(RuntimeError):
    """The database cannot be used: it is away, or its tables are of another revision. The text says what to do."""


def is_of_a_value(error: StatementError) -> bool:
    """Whether the database did not take what somebody brought; False where it failed itself: full, locked or away."""
    if not isinstance(error, DBAPIError):
        return True
    if error.connection_invalidated:
        return False
    too_large = str(getattr(error.orig, "sqlstate", None) or "").startswith(_TOO_LARGE)
    return too_large or isinstance(error, _OF_A_VALUE)


class _Manner(enum.Enum):
    """How a transaction stands to others of its organisation; the value is the lock that PostgreSQL is asked for.

    The next statement sees what was committed before the lock was had.
    """

    READING = ""
    ALONE = ", pg_advisory_xact_lock(%s)"
    BESIDE = ", pg_advisory_xact_lock_shared(%s)"


class Database:
    """An engine and its transactions. `url` is a SQLAlchemy URL, `sqlite:///…` or `postgresql+psycopg://…`."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.postgres = not url.startswith("sqlite")
        self.engine = _postgres_engine(url) if self.postgres else _sqlite_engine(url)
        # SQLite's own waiting for a lock is neither fair nor prompt: within this process writers queue here.
        self._writer = threading.Lock()

    @contextmanager
    def reading(self, org_id: str) -> Iterator[Connection]:
        """A transaction that sees one moment and writes nothing."""
        with self._begun(org_id, _Manner.READING) as connection:
            yield connection
            connection.rollback()

    def write(self, org_id: str, work: Callable[[Connection], T], *, beside: bool = False) -> T:
        """Do `work` in one transaction of the organisation; again from the start where two transactions collided.

        `beside` others of the organisation that say so too: for what neither decides who sees a row, nor changes what
        that follows from. Raises what `work` raises, and SQLAlchemy's errors where the database fails.
        """
        for attempt in range(_TRIES):
            try:
                return self._write_once(org_id, work, beside)
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) not in _WORTH_A_RETRY or attempt == _TRIES - 1:
                    raise
        raise AssertionError("the loop returns or raises")

    def _write_once(self, org_id: str, work: Callable[[Connection], T], beside: bool) -> T:
        if self.postgres:
            return self._in_transaction(org_id, work, _Manner.BESIDE if beside else _Manner.ALONE)
        with self._writer:
            return self._in_transaction(org_id, work, _Manner.ALONE)

    def _in_transaction(self, org_id: str, work: Callable[[Connection], T], manner: _Manner) -> T:
        with self._begun(org_id, manner) as connection:
            result = work(connection)
            connection.commit()
            return result

    def _begun(self, org_id: str, manner: _Manner) -> Connection:
        """A connection within a transaction of the organisation.

        A server that was restarted is noticed here and not by asking each time whether it is still there: that would be
        a third of the round trips of a small request.
        """
        try:
            return self._begun_once(org_id, manner)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
            # All that were kept are of before.
            self.engine.dispose()
            return self._begun_once(org_id, manner)

    def _begun_once(self, org_id: str, manner: _Manner) -> Connection:
        connection = self.engine.connect()
        try:
            if self.postgres and manner is _Manner.READING:
                connection.execution_options(isolation_level="REPEATABLE READ")
            connection.begin()
            if self.postgres:
                lock = () if manner is _Manner.READING else (_lock_of(org_id),)
                fetched(connection, _SETTINGS + manner.value, (ROLE, org_id, *lock))
            else:
                done(connection, "BEGIN" if manner is _Manner.READING else "BEGIN IMMEDIATE")
        except BaseException:
            connection.close()
            raise
        return connection

    def prepare(self) -> None:
        """Make an embedded database at its first start; check the revision of any other. Raises NotReady."""
        try:
            found = self._revision()
        except OperationalError as error:
            raise NotReady(f"The database does not answer: {error.orig}") from error
        if found is None and not self.postgres:
            self._create()
        elif found != REVISION:
            raise NotReady(
                f"The database is at revision {found or 'none'}, this program needs {REVISION}. "
                "Run: mlc-central migrate"
            )

    def _revision(self) -> str | None:
        if not sqlalchemy.inspect(self.engine).has_table("alembic_version"):
            return None
        with self.engine.connect() as connection:
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            connection.rollback()
        return None if found is None else str(found)

    def _create(self) -> None:
        with self.engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            METADATA.create_all(connection)
            connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
            connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (REVISION,))
            connection.commit()

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


_SETTINGS = "SELECT set_config('role', %s, true), set_config('mlc.org_id', %s, true)"


def _lock_of(org_id: str) -> int:
    """The number of an organisation's lock."""
    return int.from_bytes(blake2b(org_id.encode(), digest_size=8, person=b"mlc-writer").digest(), "big", signed=True)


def _postgres_engine(url: str) -> Engine:
    return sqlalchemy.create_engine(url, hide_parameters=True, pool_size=8, max_overflow=24, pool_timeout=10)


def _sqlite_engine(url: str) -> Engine:
    engine = sqlalchemy.create_engine(
        url,
        hide_parameters=True,
        pool_size=8,
        max_overflow=24,
        pool_timeout=30,
        connect_args={"check_same_thread": False, "isolation_level": None, "timeout": 30},
    )

    @event.listens_for(engine, "connect")
    def _settle(connection: Any, _record: object) -> None:
        _tune(connection)

    return engine


def _tune(connection: sqlite3.Connection) -> None:
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "cache_size=-32000",
        "temp_store=MEMORY",
        "wal_autocheckpoint=8000",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def sqlite_url(path: Path) -> str:
    """The URL of an embedded database file."""
    return f"sqlite:///{path}"


def normal_url(url: str) -> str:
    """The URL with the driver that this program has: `postgres://` and `postgresql://` mean psycopg 3."""
    for plain in ("postgres://", "postgresql://"):
        if url.startswith(plain):
            return "postgresql+psycopg://" + url[len(plain) :]
    return url
