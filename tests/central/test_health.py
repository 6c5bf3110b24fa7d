"""A load balancer's question: does this process serve now, with the database that it needs."""

from __future__ import annotations

import logging
from pathlib import Path

import httpx
import msgspec
import pytest
from small_school import Clock, School, opened

from central.database import sqlite_url
from central.serving import Serving
from domain.records.wire import SCHEMA, Problem, SyncRequest


def test_a_database_of_another_revision_is_not_ready_and_alive(tmp_path: Path, clock: Clock) -> None:
    with (
        opened(sqlite_url(tmp_path / "centre.db"), clock) as centre,
        Serving(centre) as serving,
        httpx.Client(base_url=serving.url, timeout=20) as client,
    ):
        assert client.get("/ready").status_code == 200
        centre.database.write("", lambda c: c.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'"))
        found = client.get("/ready")
        assert (found.status_code, found.headers["retry-after"]) == (503, "5")
        assert msgspec.json.decode(found.content, type=Problem).code == "busy"
        assert client.get("/health").status_code == 200


def test_a_database_that_fails_is_a_503_whose_log_names_nobody(
    tmp_path: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        opened(sqlite_url(tmp_path / "centre.db"), clock) as centre,
        Serving(centre) as serving,
        httpx.Client(base_url=serving.url, timeout=20) as client,
        caplog.at_level(logging.ERROR),
    ):
        school = School(centre, clock)
        centre.database.write("", lambda c: c.exec_driver_sql("ALTER TABLE bucket_head RENAME TO gone"))
        body = msgspec.json.encode(SyncRequest(school.ada, SCHEMA))
        headers = {"Authorization": f"Bearer {school.enrolled.token}"}
        assert client.post("/v1/sync", content=body, headers=headers).status_code == 503
    assert "OperationalError" in caplog.text
    assert school.ada not in caplog.text
    assert school.enrolled.token not in caplog.text
