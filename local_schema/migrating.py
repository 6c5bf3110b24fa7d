"""An older mirror becomes one of this version: on a copy, verified, then swapped in; the old file stays for a while.

Alembic runs the revisions (what was renamed or moved); what this version only adds (a new field of a record, a new
entity, an index) is found by comparing, so that a new entity stays one Struct and one line. Imported only when needed:
Alembic costs 0.3 s.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Column, Connection, Engine, Index, Table, literal
from sqlalchemy.exc import DatabaseError

from domain.records import BY_NAME
from local_schema.columns import EXTRA, plan_of
from local_schema.opening import NotMigrated, check, damage_named, engine_for, files_of, flush_to_disk, mark
from local_schema.tables import DERIVED, ENTITIES, METADATA, VERSION

# What SQLite says where the disk or another program is in the way.
_ANOTHER_TIME = ("full", "locked", "unable to open")


def migrate(path: Path, key: bytes) -> None:
    """Bring the file to this version. Afterwards its derived sums are empty and its state `recount` asks for them.

    The old file, with its unsent operations, stays beside it as `….before` until the next migration.
    Raises NotMigrated, MirrorDamaged, OSError.
    """
    copy = path.with_name(f"{path.name}.new")
    try:
        with _failure_named(path):
            _copy(path, copy, key)
            _bring_up(copy, key)
        flush_to_disk(copy)
    except BaseException:
        # On a disk that is full it would be in the way of the next try.
        for file in files_of(copy):
            file.unlink(missing_ok=True)
        raise
    swap(path, copy)


def _bring_up(copy: Path, key: bytes) -> None:
    engine = engine_for(copy, key)
    try:
        waiting = _upgrade(engine)
        check(engine)
        _verify(engine, waiting)
        _into_one_file(engine)
    finally:
        engine.dispose()


@contextmanager
def _failure_named(path: Path) -> Iterator[None]:
    """A statement that fails on a disk with room left fails again at each start: the file cannot be brought up."""
    try:
        with damage_named(path):
            yield
    except DatabaseError as error:
        said = str(error.orig)
        if any(sign in said for sign in _ANOTHER_TIME):
            raise
        raise NotMigrated(said) from error


def _copy(path: Path, copy: Path, key: bytes) -> None:
    """A copy of everything that was committed, also of what still lies in SQLite's log."""
    engine = engine_for(path, key)
    try:
        _into_one_file(engine)
    finally:
        engine.dispose()
    for old in files_of(copy):
        old.unlink(missing_ok=True)
    shutil.copyfile(path, copy)


def _into_one_file(engine: Engine) -> None:
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        raw.close()


def _upgrade(engine: Engine) -> list[Any]:
    """Run the revisions, add what is new; the unsent operations as they were before."""
    with engine.begin() as connection:
        waiting = _outbox(connection)
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        _revisions(connection, version)
        # Derived tables are made anew whatever their shape was: `recount` fills them.
        for table in DERIVED:
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table.name}")
        _lift(connection, _grow(connection))
        connection.exec_driver_sql(
            "INSERT INTO mirror_state (name, value) VALUES ('recount', '1') ON CONFLICT (name) DO NOTHING"
        )
        mark(connection)
    return waiting


def _outbox(connection: Connection) -> list[Any]:
    found = connection.exec_driver_sql("SELECT dev_seq, entity, verb, id, stamp, body FROM outbox ORDER BY dev_seq")
    return [tuple(row) for row in found]


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _revisions(connection: Connection, version: int) -> None:
    if version < VERSION:
        config = _config(connection)
        command.stamp(config, f"{version:04d}")
        command.upgrade(config, f"{VERSION:04d}")


def _grow(connection: Connection) -> list[tuple[str, str]]:
    """Add the tables, columns and indexes that this version has beyond the file. The new columns."""
    context = MigrationContext.configure(connection, opts={"render_as_batch": True, "include_object": _ours})
    operations = Operations(context)
    added: list[tuple[str, str]] = []
    unknown = False
    for difference in _flat(compare_metadata(context, METADATA)):
        kind, *what = difference
        if kind == "add_table":
            what[0].create(connection)
            unknown = unknown or what[0].name in BY_NAME
        elif kind == "add_index" and isinstance(what[0], Index):
            what[0].create(connection, checkfirst=True)
        elif kind == "add_column":
            operations.add_column(what[1], _with_default(what[1], what[2]))
            added.append((what[1], what[2].name))
    if unknown:
        _read_all_again(connection)
    return added


def _read_all_again(connection: Connection) -> None:
    """Rows of an entity that this program did not know were passed over; reading the buckets again brings them."""
    connection.exec_driver_sql(
        "UPDATE bucket_cursor SET seq = 0, back = 0, hash = 0, count = 0, generation = generation + 1, rescan = 'hash' "
        "WHERE rescan = ''"
    )


def _ours(_object: Any, name: str | None, kind: str, _reflected: bool, _compare_to: Any) -> bool:
    return not (kind == "table" and name == "alembic_version")


def _flat(differences: Iterable[Any]) -> list[tuple[Any, ...]]:
    flat: list[tuple[Any, ...]] = []
    for difference in differences:
        flat.extend(difference if isinstance(difference, list) else [difference])
    return flat


def _with_default(table: str, column: Column[Any]) -> Column[Any]:
    """The column as SQLite can add it: with the value that a record gets where the field is missing."""
    if column.server_default is not None:
        return Column(column.name, column.type, nullable=column.nullable, server_default=column.server_default)
    default = None
    if table in BY_NAME:
        default = next((p.default for p in plan_of(BY_NAME[table].record) if p.name == column.name), None)
    if default is None:
        return Column(column.name, column.type, nullable=True)
    return Column(column.name, column.type, nullable=column.nullable, server_default=literal(default))


def _lift(connection: Connection, added: list[tuple[str, str]]) -> None:
    """Give new columns what a newer centre had sent already and this file kept aside."""
    for name, column in added:
        if name not in ENTITIES or column == EXTRA:
            continue
        found = connection.exec_driver_sql(f"SELECT id, {EXTRA} FROM {name} WHERE {EXTRA} IS NOT NULL").fetchall()
        for row_id, text in found:
            extra = msgspec.json.decode(text)
            if column in extra:
                _put(connection, ENTITIES[name], row_id, column, extra)


def _put(connection: Connection, table: Table, row_id: str, column: str, extra: dict[str, Any]) -> None:
    value = extra.pop(column)
    nested = next(p.nested for p in plan_of(BY_NAME[table.name].record) if p.name == column)
    if nested and value is not None:
        value = msgspec.json.encode(value).decode()
    left = msgspec.json.encode(extra).decode() if extra else None
    sql = f"UPDATE {table.name} SET {column} = ?, {EXTRA} = ? WHERE id = ?"
    connection.exec_driver_sql(sql, (value, left, row_id))


def _verify(engine: Engine, waiting: list[Any]) -> None:
    """Nothing is missing: every column that this version reads is there, and every unsent operation."""
    with engine.begin() as connection:
        if _outbox(connection) != waiting:
            raise NotMigrated("the outbox differs")
        for table in METADATA.sorted_tables:
            there = {row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table.name})")}
            missing = {column.name for column in table.columns} - there
            if missing:
                raise NotMigrated(f"{table.name} lacks {', '.join(sorted(missing))}")


def swap(path: Path, copy: Path) -> None:
    """Put the copy in the place of a file that is closed and whole, and keep that beside it.

    There is a mirror at `path` at any moment: where it was missing, the next start would make an empty one.
    """
    for file in files_of(path)[1:]:
        file.unlink(missing_ok=True)
    before = path.with_name(f"{path.name}.before")
    before.unlink(missing_ok=True)
    try:
        os.link(path, before)
    except OSError:
        # Some file systems know one name for each file.
        shutil.copyfile(path, before)
    copy.replace(path)
    flush_to_disk(path.parent)
    for file in files_of(copy)[1:]:
        file.unlink(missing_ok=True)


__all__ = ["NotMigrated", "migrate", "swap"]
