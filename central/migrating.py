"""Brings a database to the revision that this program needs. Alembic is imported here alone, when asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from central.database import normal_url

if TYPE_CHECKING:
    from alembic.config import Config


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "central:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _with(url: str, work: Callable[[Config], None]) -> None:
    engine = create_engine(normal_url(url), hide_parameters=True, poolclass=NullPool)
    try:
        with engine.connect() as connection:
            work(_config(connection))
            connection.commit()
    finally:
        engine.dispose()


def migrate(url: str) -> None:
    """Run every revision that the database does not have yet, each in a transaction of its own.

    On PostgreSQL the URL's user must be allowed to create roles and tables. Raises SQLAlchemy's errors.
    """
    from alembic import command

    _with(url, lambda config: command.upgrade(config, "head"))


def write_revision(url: str, why: str) -> None:
    """Compare the tables in the code with a migrated database and write the revision between them, to be read over."""
    from alembic import command

    _with(url, lambda config: _written(config, why, command.revision))


def _written(config: Config, why: str, revision: Callable[..., object]) -> None:
    number = len(_revisions(config)) + 1
    revision(config, why, autogenerate=True, rev_id=f"{number:04d}")


def _revisions(config: Config) -> list[str]:
    from alembic.script import ScriptDirectory

    return [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]


def differences(url: str) -> list[str]:
    """What the tables in the code have that the database lacks, or the reverse; empty when they are equal."""
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    from central.tables import METADATA

    engine = create_engine(normal_url(url), hide_parameters=True, poolclass=NullPool)
    try:
        with engine.connect() as connection:
            found = compare_metadata(MigrationContext.configure(connection), METADATA)
            return [str(difference) for difference in found]
    finally:
        engine.dispose()
