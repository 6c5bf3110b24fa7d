"""What every command shares: the options that name a database and an organisation, and errors in plain words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from sqlalchemy.exc import SQLAlchemyError

from central.app import Centre, build
from central.backups import BackupProblem
from central.content import shipped_catalogue
from central.credentials.sealing import VARIABLE, Sealing, sealing_beside
from central.database import NotReady, normal_url, sqlite_url
from central.problems import Refused

DataOption = Annotated[Path, typer.Option("--data", help="Folder of the embedded database.")]
DatabaseOption = Annotated[
    str | None,
    typer.Option("--database", envvar="MLC_DATABASE_URL", help="PostgreSQL, as postgresql://user:password@host/name."),
]
OrgOption = Annotated[str, typer.Option("--org", envvar="MLC_ORG", help="The organisation's id.")]
SiteOption = Annotated[str, typer.Option("--site", envvar="MLC_SITE", help="The school's id.")]
HERE = Path("mlc-central-data")


def url_of(database: str | None, data: Path) -> str:
    """The database that the options name; the folder of an embedded one is made."""
    if database:
        return normal_url(database)
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    return sqlite_url(data.resolve() / "centre.db")


def sealing_for(database: str | None, data: Path) -> Sealing | None:
    """What seals the keys of signed badges: a secret from the environment, else a file beside an embedded database.

    None where a database server is used without the variable: then badges leave as certificates only.
    """
    given = os.environ.get(VARIABLE)
    if given:
        try:
            return Sealing(given)
        except ValueError as error:
            fail(str(error))
    return None if database else sealing_beside(data)


def fail(text: str) -> NoReturn:
    """Say what is wrong and end with code 2."""
    typer.echo(text, err=True)
    raise typer.Exit(2)


@contextmanager
def plain_errors() -> Iterator[None]:
    """What goes wrong inside is one sentence, not a traceback."""
    try:
        yield
    except (NotReady, BackupProblem) as error:
        fail(str(error))
    except Refused as error:
        fail(error.text)
    except SQLAlchemyError as error:
        fail(f"The database failed: {getattr(error, 'orig', None) or error}")
    except OSError as error:
        fail(f"{error.filename or 'The system'}: {error.strerror}")


@contextmanager
def opened(database: str | None, data: Path) -> Iterator[Centre]:
    """The centre over that database, without its worker."""
    with plain_errors():
        url = url_of(database, data)
        sealing = sealing_for(database, data)
        with build(url, shipped_catalogue(), background=False, sealing=sealing) as centre:
            yield centre
