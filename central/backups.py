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
_OWNERS = 0o600


class BackupProblem(RuntimeError):
    """A backup could not be made or used; the text says why."""


def back_up(url: str, target: Path, progress: Progress) -> None:
    """Write a copy of the database to `target`, which must not exist. `progress(done, total)`. Raises BackupProblem."""
    if target.exists():
        raise BackupProblem(f"{target} is there already. Please name a new file.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Made before anything is in it: everybody's data are for its owner only.
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNERS))
    except OSError as error:
        raise BackupProblem(f"{error.filename or target}: {error.strerror}") from error
    try:
        _write(url, target, progress)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _write(url: str, target: Path, progress: Progress) -> None:
    if normal_url(url).startswith("sqlite"):
        _copy(_file_of(url), target, progress)
    else:
        _sees_everything(url)
        _run("pg_dump", url, "--format=custom", f"--file={target}")
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
        _sees_everything(url)
        # All of it or nothing: a file that ends too soon must not cost what is there.
        _run("pg_restore", url, "--clean", "--if-exists", "--single-transaction", str(source))
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


def _sees_everything(url: str) -> None:
    """Raises BackupProblem where row-level security hides rows from this user: the copy would lack them.

    So would the log of who was deleted, and with a restore they would come back.
    """
    engine = sqlalchemy.create_engine(normal_url(url), hide_parameters=True, poolclass=sqlalchemy.pool.NullPool)
    try:
        with engine.connect() as connection:
            user, unbound = connection.exec_driver_sql(
                "SELECT rolname, rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
            ).one()
    except sqlalchemy.exc.DBAPIError as error:
        raise BackupProblem(f"The database failed: {error.orig}") from error
    finally:
        engine.dispose()
    if not unbound:
        raise BackupProblem(
            f"Row-level security binds the database user {user}, who therefore cannot copy everything. "
            f"A superuser of PostgreSQL allows it once: ALTER ROLE {user} BYPASSRLS"
        )


def _file_of(url: str) -> Path:
    name = sqlalchemy.make_url(url).database
    if not name:
        raise BackupProblem("This database is no file.")
    return Path(name)


def _without_password(url: str) -> tuple[str, dict[str, str]]:
    """The address for a command line, which every user of the machine can read, and the environment with the rest."""
    found = sqlalchemy.make_url(url)
    shown = sqlalchemy.URL.create(
        "postgresql", found.username, None, found.host, found.port, found.database, found.query
    )
    secret = {"PGPASSWORD": str(found.password)} if found.password is not None else {}
    return shown.render_as_string(hide_password=False), secret


def _copy(source: Path, target: Path, progress: Progress) -> None:
    if not source.is_file():
        raise BackupProblem(f"There is no database {source}.")
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT, _OWNERS))
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


def _run(command: str, url: str, *more: str) -> None:
    if shutil.which(command) is None:
        raise BackupProblem(f"{command} is not installed here. It comes with PostgreSQL's client programs.")
    address, secret = _without_password(url)
    done = subprocess.run(
        [command, f"--dbname={address}", *more],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **secret},
    )
    if done.returncode:
        raise BackupProblem(f"{command} failed: {done.stderr.strip()[:400]}")
