"""Opening a mirror file: SQLCipher with a raw key, made whole when it is new, checked when it is not."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import sqlcipher3
from sqlalchemy import Connection, Engine, Index, create_engine, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool
from sqlalchemy.schema import CreateIndex, CreateTable

from local_schema.connecting import connect
from local_schema.fingerprint import FINGERPRINT
from local_schema.tables import METADATA, VERSION

# How the files end that SQLite keeps beside a mirror's own.
BESIDE = ("-wal", "-shm")


class MirrorDamaged(Exception):
    """The file is no readable mirror: bits have changed, its end is missing, or its key is another."""


class MirrorTooNew(Exception):
    """A newer version of the program has written this file."""


class NotMigrated(Exception):
    """A copy could not be brought to this version; the mirror is untouched. The text is for the support bundle."""


class MirrorOutdated(Exception):
    """The file was written by an older version: `migrations.migrate` brings it up."""


def engine_for(path: Path, key: bytes) -> Engine:
    """An engine with one kept connection to the file. Nothing is read or written yet."""
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3,
        creator=lambda: connect(path, key),
        poolclass=StaticPool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # IMMEDIATE, so that a writer waits at its beginning and never fails half way with 'database is locked'.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


@contextmanager
def damage_named(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a broken file into MirrorDamaged; every other error passes."""
    try:
        yield
    except (DatabaseError, sqlcipher3.DatabaseError) as error:
        if is_damage(error):
            raise MirrorDamaged(path.name) from error
        raise


def is_damage(error: BaseException) -> bool:
    """Whether a database error says that the file itself is broken ("malformed", "not a database", a bad page)."""
    text = str(getattr(error, "orig", error)).lower()
    return any(sign in text for sign in ("malformed", "not a database", "disk i/o error", "hmac", "corrupt"))


def open_mirror(path: Path, key: bytes) -> Engine:
    """The mirror at `path`, made if it is missing. `key` is 32 bytes.

    Raises MirrorDamaged, MirrorTooNew, MirrorOutdated, and OSError or sqlalchemy's OperationalError where the disk is
    full or out of reach.
    """
    engine = engine_for(path, key)
    try:
        with damage_named(path):
            _prepare(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _prepare(engine: Engine) -> None:
    with engine.begin() as connection:
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if version > VERSION:
        raise MirrorTooNew(str(version))
    if version == 0:
        create(engine)
        return
    with engine.begin() as connection:
        found = connection.exec_driver_sql("SELECT value FROM mirror_state WHERE name = 'fingerprint'").scalar()
    if version < VERSION or found != FINGERPRINT:
        raise MirrorOutdated(str(version))


def create(engine: Engine) -> None:
    """Make every table and mark the file with this version, all or nothing."""
    with engine.begin() as connection:
        for statement in _statements():
            connection.exec_driver_sql(statement)
        mark(connection)


@cache
def _statements() -> tuple[str, ...]:
    """What makes the tables and indexes: a classroom's machine makes a mirror for each of its students."""
    dialect = sqlite.dialect()
    made: list[str] = []
    for table in METADATA.sorted_tables:
        made.append(str(CreateTable(table).compile(dialect=dialect)))
        made += [str(CreateIndex(index).compile(dialect=dialect)) for index in sorted(table.indexes, key=_named)]
    return tuple(made)


def _named(index: Index) -> str:
    return str(index.name)


def mark(connection: Connection) -> None:
    """Say in the file which schema it has."""
    connection.exec_driver_sql(
        "INSERT INTO mirror_state (name, value) VALUES ('fingerprint', ?) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (FINGERPRINT,),
    )
    connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


def check(engine: Engine) -> None:
    """Read the whole file: every page's authenticity, every index. Raises MirrorDamaged."""
    try:
        with engine.begin() as connection:
            broken = connection.exec_driver_sql("PRAGMA cipher_integrity_check").fetchall()
            verdict = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
    except DatabaseError as error:
        raise MirrorDamaged(str(error.orig)) from error
    if broken or verdict != "ok":
        raise MirrorDamaged(str(broken[:1] or verdict))


def files_of(path: Path) -> tuple[Path, ...]:
    """A mirror's file with those that SQLite keeps beside it."""
    return path, *(Path(f"{path}{ending}") for ending in BESIDE)


def flush_to_disk(path: Path) -> None:
    """Wait until a file's content, or a folder's list of names, is on the disk itself.

    Windows keeps the names of a folder by itself, opens none, and flushes only what may be written.
    """
    if sys.platform == "win32" and path.is_dir():
        return
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
