"""A mirror of an older version is brought up on a copy; nothing that was there is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from domain.records.communication import Message
from local_schema.columns import record_of, row_of
from local_schema.migrating import NotMigrated, migrate, swap
from local_schema.opening import MirrorDamaged, MirrorOutdated, MirrorTooNew, engine_for, open_mirror
from local_schema.tables import ENTITIES

MESSAGE = Message(org_id="o", id="m1", from_user_id="a", to_user_id="b", subject="Hi", body="you", created_at=5)


@pytest.fixture
def key() -> bytes:
    return os.urandom(32)


@pytest.fixture
def older(tmp_path: Path, key: bytes) -> Path:
    """As it was before messages had a body, rest days, and a second mark in each bucket; with something unsent."""
    path = tmp_path / "a.mirror"
    engine = open_mirror(path, key)
    with engine.begin() as connection:
        connection.execute(ENTITIES["message"].insert(), [{**row_of(MESSAGE), "extra": '{"body":"you","later":1}'}])
        connection.exec_driver_sql("ALTER TABLE message DROP COLUMN body")
        connection.exec_driver_sql("ALTER TABLE message DROP COLUMN read_at")
        connection.exec_driver_sql("DROP TABLE rest_day")
        connection.exec_driver_sql("ALTER TABLE stage_summary ADD COLUMN day TEXT NOT NULL DEFAULT ''")
        connection.exec_driver_sql("DROP INDEX comment_by_share_id")
        connection.exec_driver_sql(
            "INSERT INTO outbox (dev_seq, entity, verb, id, stamp, body, priority, state, at) "
            "VALUES (1, 'message', 'add', 'm1', 's', x'7b7d', 3, 'waiting', 1)"
        )
        connection.exec_driver_sql("ALTER TABLE bucket_cursor DROP COLUMN back")
        connection.exec_driver_sql(
            "INSERT INTO bucket_cursor (bucket, seq, hash, count, generation, rescan) VALUES ('user:a', 7, 1, 1, 0, '')"
        )
        connection.exec_driver_sql("UPDATE mirror_state SET value = 'older' WHERE name = 'fingerprint'")
    engine.dispose()
    return path


def test_an_older_file_says_so_and_is_brought_up(older: Path, key: bytes) -> None:
    with pytest.raises(MirrorOutdated):
        open_mirror(older, key)
    migrate(older, key)
    engine = open_mirror(older, key)
    with engine.begin() as connection:
        row = connection.exec_driver_sql("SELECT * FROM message").mappings().one()
        assert record_of(Message, row) == MESSAGE
        assert row["extra"] == '{"later":1}'
        assert connection.exec_driver_sql("SELECT count(*) FROM outbox").scalar() == 1
        assert connection.exec_driver_sql("SELECT count(*) FROM rest_day").scalar() == 0
        assert "day" not in list(connection.exec_driver_sql("SELECT * FROM stage_summary").keys())
        assert connection.exec_driver_sql("SELECT bucket, back FROM bucket_cursor").fetchall() == [("user:a", 0)]
        assert connection.exec_driver_sql("SELECT value FROM mirror_state WHERE name = 'recount'").scalar() == "1"
    engine.dispose()
    assert older.with_name("a.mirror.before").exists()


def test_a_failed_migration_leaves_the_file_as_it_was(older: Path, key: bytes) -> None:
    engine = engine_for(older, key)
    with engine.begin() as connection:
        # A table of the same name and another shape cannot be grown into ours.
        connection.exec_driver_sql("CREATE VIEW rest_day AS SELECT 1 AS id")
    engine.dispose()
    before = older.read_bytes()
    with pytest.raises(NotMigrated, match="rest_day"):
        migrate(older, key)
    assert older.read_bytes() == before
    assert [each.name for each in older.parent.iterdir() if ".new" in each.name] == []


def test_there_is_a_mirror_at_any_moment_of_the_change(older: Path, key: bytes) -> None:
    with pytest.raises(FileNotFoundError):
        swap(older, older.with_name("a copy that went away"))
    with pytest.raises(MirrorOutdated):
        open_mirror(older, key)


def test_pages_that_are_broken_are_told_while_a_file_is_brought_up(older: Path, key: bytes) -> None:
    content = bytearray(older.read_bytes())
    content[len(content) // 2 :] = os.urandom(len(content) - len(content) // 2)
    older.write_bytes(content)
    with pytest.raises(MirrorDamaged):
        migrate(older, key)


def test_a_file_of_a_newer_version_is_left_alone(older: Path, key: bytes) -> None:
    engine = engine_for(older, key)
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 99")
    engine.dispose()
    with pytest.raises(MirrorTooNew):
        open_mirror(older, key)
