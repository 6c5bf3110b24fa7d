"""`mlc-central people …`: who leaves, and whose data are deleted."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer
from sqlalchemy import select

from central.app import Centre
from central.identity.erasing import due, erase
from central.opening import HERE, DatabaseOption, DataOption, OrgOption, opened
from central.problems import Refused
from central.tables import CREDENTIAL
from domain.records.identity import MemberStatus

ACTOR = "command line"
people = typer.Typer(help="Who leaves, and whose data are deleted.", no_args_is_help=True)
WhoArgument = Annotated[str, typer.Argument(help="The user name, or the id.")]


@people.command()
def leave(who: WhoArgument, org: OrgOption, database: DatabaseOption = None, data: DataOption = HERE) -> None:
    """Somebody has left the school: they can't sign in, and in 13 months everything of theirs is deleted."""
    with opened(database, data) as centre:
        centre.school.set_status(org, _id_of(centre, org, who), MemberStatus.ARCHIVED)
    typer.echo(f"{who} has left. What is theirs is kept for 13 months, then deleted.")


@people.command("erase")
def erase_person(
    who: WhoArgument,
    org: OrgOption,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    database: DatabaseOption = None,
    data: DataOption = HERE,
) -> None:
    """Delete everything of a person at once, because they or their guardian ask for it. There is no way back."""
    with opened(database, data) as centre:
        person = _id_of(centre, org, who)
        if not yes:
            typer.confirm(f"Delete everything of {who}, for good?", abort=True)
        gone = centre.school.within(org, partial(erase, user_id=person, by=ACTOR))
    typer.echo(f"{sum(gone.rows.values())} rows were deleted. Computers lose theirs with their next contact.")


@people.command()
def retention(
    org: OrgOption,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say how many it would be.")] = False,
    database: DatabaseOption = None,
    data: DataOption = HERE,
) -> None:
    """Delete who left 13 months ago or earlier. The centre does this by itself each day that the school is at work."""
    with opened(database, data) as centre:
        number = len(centre.school.looking(org, due)) if dry_run else centre.nightly.retain(org)
    typer.echo(f"{number} people {'would be' if dry_run else 'were'} deleted.")


def _id_of(centre: Centre, org_id: str, who: str) -> str:
    """The person with this user name or id. Raises Refused where there is nobody."""
    query = select(CREDENTIAL.c.user_id).where(
        CREDENTIAL.c.org_id == org_id, (CREDENTIAL.c.username_key == who.lower()) | (CREDENTIAL.c.user_id == who)
    )
    with centre.database.reading(org_id) as connection:
        found = connection.execute(query).scalar()
    if found is None:
        raise Refused("no_person", f"Nobody is called {who} here.", 404)
    return str(found)
