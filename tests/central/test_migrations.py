"""A migrated database and the tables in the code are equal, on both databases; every tenant table is protected."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy

from central.app import build
from central.database import Database, NotReady, sqlite_url
from central.migrating import differences, migrate
from central.tables import METADATA, REVISION, TENANT_TABLES
from domain.games.catalogue import Catalogue


def test_migrated_equals_the_code_on_sqlite(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "centre.db")
    migrate(url)
    assert differences(url) == [], "write a revision: mlc-central revision 'why'"


def test_migrated_equals_the_code_on_postgresql(postgres_url: str) -> None:
    assert differences(postgres_url) == [], "write a revision: mlc-central revision 'why'"


def test_an_embedded_database_makes_itself_as_a_migration_would(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "centre.db")
    build(url, Catalogue([]), background=False).close()
    assert differences(url) == []
    migrate(url)


def test_a_database_of_another_revision_is_refused_with_what_to_do(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "centre.db")
    database = Database(url)
    database.prepare()
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    with pytest.raises(NotReady, match="mlc-central migrate"):
        database.prepare()
    database.close()


def test_an_unmigrated_postgresql_is_refused_with_what_to_do(postgres_server: str) -> None:
    database = Database(postgres_server)
    with pytest.raises(NotReady, match=f"needs {REVISION}"):
        database.prepare()
    database.close()


def test_every_tenant_table_has_org_id_first_in_every_key_and_index() -> None:
    for name in TENANT_TABLES:
        table = METADATA.tables[name]
        keys = [list(table.primary_key.columns), *(list(index.columns) for index in table.indexes)]
        assert all(key[0].name == "org_id" for key in keys), name


def test_row_level_security_is_forced_on_every_tenant_table(postgres_url: str) -> None:
    engine = sqlalchemy.create_engine(postgres_url, poolclass=sqlalchemy.pool.NullPool)
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT relname, relrowsecurity AND relforcerowsecurity FROM pg_class WHERE relkind = 'r'"
        ).all()
        policies = set(connection.exec_driver_sql("SELECT tablename FROM pg_policies").scalars())
    engine.dispose()
    forced = {name for name, on in rows if on}
    assert forced == set(TENANT_TABLES) == policies
