"""`mlc-central badges …` and `mlc-central community …`: what an administrator does with badges and the community."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from central.community import analytics, icons
from central.community import badges as office
from central.community.world import take_part
from central.opening import HERE, DatabaseOption, DataOption, OrgOption, fail, opened
from central.rows import Rows
from central.sync.unit import Unit
from domain.records.achievements import Badge

ACTOR = "command line"
badges = typer.Typer(help="Release, retire, complete and check badges.", no_args_is_help=True)
community = typer.Typer(help="Highlights, digests and telemetry.", no_args_is_help=True)
CodeArgument = Annotated[str, typer.Argument(help="The badge's code.")]


@badges.command("list")
def list_badges(org: OrgOption, database: DatabaseOption = None, data: DataOption = HERE) -> None:
    """Every badge with its status, in the order of the catalogue."""
    with opened(database, data) as centre, centre.database.reading(org) as connection:
        found = Rows(connection, org).where(Badge)
    for badge in sorted(found, key=lambda b: (b.sort_order, b.badge_code)):
        typer.echo(f"{badge.badge_code}  {badge.badge_kind.value}  {badge.status.value}  {badge.name}")


@badges.command()
def release(code: CodeArgument, org: OrgOption, database: DatabaseOption = None, data: DataOption = HERE) -> None:
    """Open a badge: everybody who has earned it gets it, with the true dates."""
    with opened(database, data) as centre:
        badge = centre.school.within(org, partial(office.release, code=code, actor=ACTOR))
    typer.echo(f"{badge.name} is {badge.status.value}.")


@badges.command()
def retire(code: CodeArgument, org: OrgOption, database: DatabaseOption = None, data: DataOption = HERE) -> None:
    """Close a badge: nobody earns it any more, nobody loses it."""
    with opened(database, data) as centre:
        badge = centre.school.within(org, partial(office.retire, code=code, actor=ACTOR))
    typer.echo(f"{badge.name} is {badge.status.value}.")


@badges.command()
def backfill(org: OrgOption, database: DatabaseOption = None, data: DataOption = HERE) -> None:
    """Make the badges that approved roles lack."""
    with opened(database, data) as centre:
        made = centre.school.within(org, office.backfill)
    typer.echo(f"{len(made)} badges were made." if made else "Every approved role has its badge.")


@badges.command()
def icon(
    code: CodeArgument,
    file: Annotated[Path, typer.Argument(help="An SVG drawing.")],
    org: OrgOption,
    database: DatabaseOption = None,
    data: DataOption = HERE,
) -> None:
    """Give a badge its picture. Releasing it is another command."""
    with opened(database, data) as centre:
        svg, png = icons.read_upload(file.read_bytes())

        def work(unit: Unit) -> Badge:
            return icons.keep(unit, office.badge_of(unit, code).id, svg, png, ACTOR)

        badge = centre.school.within(org, work)
    typer.echo(f"{badge.name} has its picture.")


@badges.command()
def recompute(org: OrgOption, database: DatabaseOption = None, data: DataOption = HERE) -> None:
    """Make all points, engagements and badges anew from what was played; ends with code 2 where anything differs."""
    with opened(database, data) as centre:
        found = centre.nightly.recount(org)
    typer.echo(msgspec.json.encode(found).decode())
    if not found.nothing:
        fail("What is stored is not what was played. Nothing was changed.")


@community.command()
def daily(org: OrgOption, database: DatabaseOption = None, data: DataOption = HERE) -> None:
    """Choose the week's and month's highlights and write the day's digests. Twice is once."""
    with opened(database, data) as centre:
        done = centre.nightly.run(org)
    typer.echo(msgspec.json.encode(done).decode())


@community.command()
def world(
    org: OrgOption,
    join: Annotated[bool, typer.Option("--join/--leave", help="Take part, or no more.")],
    database: DatabaseOption = None,
    data: DataOption = HERE,
) -> None:
    """Take part in the world board, or leave it: then every line of this organisation is deleted at once."""
    with opened(database, data) as centre:
        centre.school.within(org, partial(take_part, join=join, actor=ACTOR))
    typer.echo(
        "This organisation takes part in the world board." if join else "This organisation has left the world board."
    )


@community.command("export-events")
def export_events(org: OrgOption, database: DatabaseOption = None, data: DataOption = HERE) -> None:
    """Write every event as an xAPI statement, one line of JSON each, to the standard output."""
    with opened(database, data) as centre, centre.database.reading(org) as connection:
        for line in analytics.statements(Rows(connection, org)):
            sys.stdout.buffer.write(line + b"\n")


@community.command("export-learning")
def export_learning(org: OrgOption, database: DatabaseOption = None, data: DataOption = HERE) -> None:
    """Write what was given, played and reached as xAPI statements under pseudonyms that no other export shares."""
    with opened(database, data) as centre, centre.database.reading(org) as connection:
        for line in analytics.learning(Rows(connection, org), os.urandom(32)):
            sys.stdout.buffer.write(line + b"\n")


@community.command()
def sums(org: OrgOption, database: DatabaseOption = None, data: DataOption = HERE) -> None:
    """How often each event happened, as JSON. Figures about fewer than five people are left out."""
    with opened(database, data) as centre, centre.database.reading(org) as connection:
        found = analytics.sums(Rows(connection, org))
    typer.echo(msgspec.json.encode(found).decode())
