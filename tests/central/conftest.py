"""Real databases for the centre's tests: an embedded SQLite file, and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from small_school import Clock, School, opened

from central.app import Centre
from central.database import sqlite_url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Each test on both databases."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "centre.db")
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def clock() -> Clock:
    """The time of one test."""
    return Clock()


@pytest.fixture
def centre(database_url: str, clock: Clock) -> Iterator[Centre]:
    """A centre that judges only when told."""
    with opened(database_url, clock) as built:
        yield built


@pytest.fixture
def school(centre: Centre, clock: Clock) -> School:
    """A school in an organisation of its own."""
    return School(centre, clock)
