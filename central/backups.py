"""Copies of everything, and back again. Every restore begins a new epoch, so that mirrors compare and fill the gap.

SQLite is copied page by page while it serves; PostgreSQL through its own `pg_dump` and `pg_restore`.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import sqlalchemy

from central.database import Database, normal_url
from central.epoch import new_epoch

Progress = Callable[[int, int], None]
# Pages copied between two looks at the writers: 4 MiB.
_PAGES = 1_000


class BackupProblem(RuntimeError):
    """A backup could not be made or used; the text says why."""


def back_up(url: str, target: Path, progress: Progress) -> None:
    """Write a copy of the database to `target`, which must not exist. `progress(done, total)`. Raises BackupProblem."""
    if target.exists():
        raise BackupProblem(f"{target} is there already. Please name a new file.")
    if normal_url(url).startswith("sqlite"):
        _copy(_file_of(url), target, progress)
    else:
        _run(["pg_dump", "--format=custom", f"--file={target}", _plain(url)])
        progress(1, 1)


def restore(url: str, source: Path, now: int, progress: Progress) -> str:
    """Put a copy in the place of the database; the new epoch. The centre must not be serving. Raises BackupProblem."""
    if not source.is_file():
        raise BackupProblem(f"There is no file {source}.")
    if normal_url(url).startswith("sqlite"):
        _check(source)
        target = _file_of(url)
        for old in (target, *(target.with_name(target.name + end) for end in ("-wal", "-shm"))):
            if old.exists():
                old.replace(old.with_name(old.name + ".before-restore"))
        _copy(source, target, progress)
    else:
        _run(["pg_restore", "--clean", "--if-exists", "--exit-on-error", f"--dbname={_plain(url)}", str(source)])
        progress(1, 1)
    database = Database(normal_url(url))
    try:
        database.prepare()
        return new_epoch(database, now)
    finally:
        database.close()


def erased_in(url: str) -> list[tuple[str, str]]:
    """Who was deleted for good, (organisation, person), as the audit log of the database says that is to be replaced.

    Nobody where it cannot be read any more. On PostgreSQL this needs the role that restores, which row-level security
    does not bind.
    """
    engine = sqlalchemy.create_engine(normal_url(url), hide_parameters=True, poolclass=sqlalchemy.pool.NullPool)
    try:
        with engine.connect() as connection:
            found = connection.exec_driver_sql("SELECT org_id, target FROM audit WHERE action = 'person.erase'")
            return sorted((str(org), str(person)) for org, person in found)
    except sqlalchemy.exc.DBAPIError:
        return []
    finally:
        engine.dispose()


def _file_of(url: str) -> Path:
    name = sqlalchemy.make_url(url).database
    if not name:
        raise BackupProblem("This database is no file.")
    return Path(name)


def _plain(url: str) -> str:
    return sqlalchemy.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def _copy(source: Path, target: Path, progress: Progress) -> None:
    if not source.is_file():
        raise BackupProblem(f"There is no database {source}.")
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    reader, writer = sqlite3.connect(source), sqlite3.connect(part)
    try:
        reader.backup(writer, pages=_PAGES, progress=lambda _status, left, total: progress(total - left, total))
        writer.execute("PRAGMA journal_mode=DELETE").close()
    except sqlite3.Error as error:
        raise BackupProblem(f"The copy failed: {error}") from error
    finally:
        reader.close()
        writer.close()
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)


def _check(source: Path) -> None:
    connection = sqlite3.connect(f"file:{source}?mode=ro", uri=True)
    try:
        found = connection.execute("PRAGMA integrity_check").fetchone()
        connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise BackupProblem(f"{source} is no backup of a centre: {error}") from error
    finally:
        connection.close()
    if found != ("ok",):
        raise BackupProblem(f"{source} is damaged.")


def _run(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        raise BackupProblem(f"{command[0]} is not installed here. It comes with PostgreSQL's client programs.")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BackupProblem(f"{command[0]} failed: {done.stderr.strip()[:400]}")
