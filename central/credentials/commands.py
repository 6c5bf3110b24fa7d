"""`mlc-central credentials …`: the keys with which an organisation signs the badges that leave."""

from __future__ import annotations

from typing import Annotated

import typer

from central.credentials.documents import day
from central.opening import HERE, DatabaseOption, DataOption, OrgOption, opened

ACTOR = "command line"
credentials = typer.Typer(help="The keys that sign badges.", no_args_is_help=True)


@credentials.command("keys")
def list_keys(org: OrgOption, database: DatabaseOption = None, data: DataOption = HERE) -> None:
    """Every key of an organisation, the oldest first."""
    with opened(database, data) as centre:
        found = centre.credentials.all_keys(org)
    if not found:
        typer.echo("There is no key yet. The first is made with the first badge that is signed.", err=True)
    for key in found:
        state = "withdrawn" if key.withdrawn else "retired" if key.retired_at is not None else "signs"
        typer.echo(f"{key.key_id}  since {day(key.made_at)}  {state}")


@credentials.command()
def rotate(org: OrgOption, database: DatabaseOption = None, data: DataOption = HERE) -> None:
    """Sign with a new key from now on. What was signed before stays valid."""
    with opened(database, data) as centre:
        made = centre.credentials.rotate(org, ACTOR)
    typer.echo(f"{made} signs from now on.")


@credentials.command()
def withdraw(
    key: Annotated[str, typer.Argument(help="The key's name.")],
    org: OrgOption,
    database: DatabaseOption = None,
    data: DataOption = HERE,
) -> None:
    """A key has come into wrong hands: nothing that it has signed is proven any more."""
    with opened(database, data) as centre:
        centre.credentials.withdraw(org, key, ACTOR)
    typer.echo(f"{key} proves nothing any more. Students can ask for their badges again.")
