"""`mlc-central`: run and look after the central API. Each command does one thing and says plainly what went wrong."""

from __future__ import annotations

import csv
import json
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from central.app import Centre, build, wall_clock
from central.backups import back_up, erased_in
from central.backups import restore as put_back
from central.community.commands import badges, community
from central.content import shipped_catalogue
from central.credentials.commands import credentials
from central.identity.commands import people
from central.identity.erasing import erase
from central.identity.roster import import_roster as bring_in
from central.identity.roster import read_roster
from central.identity.school import NewPerson
from central.migrating import migrate as run_migrations
from central.migrating import write_revision
from central.opening import (
    HERE,
    DatabaseOption,
    DataOption,
    OrgOption,
    SiteOption,
    sealing_for,
)
from central.opening import opened as _centre
from central.opening import plain_errors as _plain_errors
from central.opening import url_of as _url
from central.rows import Rows
from domain.records.identity import AccessRole, Member, SchoolClass, Site

app = typer.Typer(
    help="The central API of MLC Classroom.", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)
app.add_typer(badges, name="badges")
app.add_typer(community, name="community")
app.add_typer(credentials, name="credentials")
app.add_typer(people, name="people")


@contextmanager
def _progress(title: str) -> Iterator[Callable[[int, int], None]]:
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


@app.command()
def serve(
    database: DatabaseOption = None,
    data: DataOption = HERE,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port; 0 takes a free one.")] = 8766,
    public_url: Annotated[
        str | None,
        typer.Option(
            envvar="MLC_PUBLIC_URL", help="The address that stands in signed badges; where it listens if none."
        ),
    ] = None,
) -> None:
    """Serve the API until SIGTERM or Ctrl-C. Prints one line of JSON once it takes connections."""
    from central.serving import listening, serve

    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    with _plain_errors(), _served(database, data, public_url) as centre:
        bound = listening(host, port)
        shown = f"[{host}]" if ":" in host else host
        ready = {"ready": True, "url": f"http://{shown}:{bound.getsockname()[1]}", "pid": os.getpid()}
        centre.credentials.reached_at(str(ready["url"]))
        serve(centre, bound, lambda: typer.echo(json.dumps(ready)))


def _served(database: str | None, data: Path, public_url: str | None) -> Centre:
    url = _url(database, data)
    return build(url, shipped_catalogue(), public_url=public_url, sealing=sealing_for(database, data))


@app.command()
def migrate(database: DatabaseOption = None, data: DataOption = HERE) -> None:
    """Bring the database to the revision that this program needs."""
    with _plain_errors():
        run_migrations(_url(database, data))
    typer.echo("The database is up to date.")


@app.command(hidden=True)
def revision(why: str, database: DatabaseOption = None, data: DataOption = HERE) -> None:
    """For developers: write the revision between a migrated database and the tables in the code."""
    with _plain_errors():
        write_revision(_url(database, data), why)


@app.command("create-school")
def create_school(
    org_name: Annotated[str, typer.Argument(help="The organisation's name.")],
    site_name: Annotated[str | None, typer.Argument(help="The school's name; the organisation's if left out.")] = None,
    database: DatabaseOption = None,
    data: DataOption = HERE,
) -> None:
    """Make an organisation and a school in it. Prints their ids as JSON."""
    with _centre(database, data) as centre:
        org = centre.school.create_org(org_name)
        site = centre.school.create_site(org.id, site_name or org_name)
        typer.echo(json.dumps({"org_id": org.id, "site_id": site.id}))


@app.command("add-teacher")
def add_teacher(
    username: Annotated[str, typer.Argument(help="3 to 30 letters, digits or . _ - @")],
    display_name: Annotated[str, typer.Argument(help="The name that pupils see.")],
    org: OrgOption,
    site: SiteOption,
    password: Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True)],
    admin: Annotated[bool, typer.Option("--admin", help="May look after the whole organisation.")] = False,
    keeper: Annotated[bool, typer.Option("--organisation-admin", help="As --admin, and keeps the badges.")] = False,
    classes: Annotated[list[str] | None, typer.Option("--class", help="A class to make for them.")] = None,
    database: DatabaseOption = None,
    data: DataOption = HERE,
) -> None:
    """Add a teacher, with classes if you name some. Prints the ids as JSON."""
    role = AccessRole.TEACHER_ADMIN if admin else AccessRole.TEACHER
    role = AccessRole.SUBSCRIBER_ADMIN if keeper else role
    person = NewPerson(role=role, display_name=display_name, username=username, secret=password)
    with _centre(database, data) as centre:
        [member] = centre.school.add_people(org, site, [person])
        made = [centre.school.create_class(org, site, member.id, name) for name in classes or ()]
        typer.echo(json.dumps({"user_id": member.id, "classes": {k.class_name: k.id for k in made}}))


@app.command("import-roster")
def import_roster(
    file: Annotated[
        Path, typer.Argument(help="CSV: given_name, family_name, username, class, pin, display_name, role")
    ],
    org: OrgOption,
    site: SiteOption,
    pins: Annotated[Path | None, typer.Option(help="Where to write the PINs that were made (CSV).")] = None,
    database: DatabaseOption = None,
    data: DataOption = HERE,
) -> None:
    """Bring in a class list: everybody, or nobody where a line is wrong."""
    with _centre(database, data) as centre:
        lines = read_roster(file.read_text("utf-8"))
        with centre.database.reading(org) as connection:
            classes = Rows(connection, org).where(SchoolClass, site_id=site, status="active")
        members = bring_in(centre.school, org, site, {k.class_name: k.id for k in classes}, lines)
    made = [(line.person.username, line.person.secret) for line in lines if line.made_pin]
    if pins is not None:
        _write_pins(pins, made)
    typer.echo(f"{len(members)} people were added.")
    if made and pins is None:
        typer.echo(f"{len(made)} of them have a new PIN. Use --pins FILE to have them written down.", err=True)


def _write_pins(target: Path, made: list[tuple[str, str]]) -> None:
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", newline="") as file:
        csv.writer(file).writerows([("username", "pin"), *made])


@app.command("enrol-code")
def enrol_code(org: OrgOption, site: SiteOption, database: DatabaseOption = None, data: DataOption = HERE) -> None:
    """A code that enrols the machines of a school for a day."""
    with _centre(database, data) as centre:
        typer.echo(centre.machines.enrol_code(org, site).code)


@app.command()
def schools(org: OrgOption, database: DatabaseOption = None, data: DataOption = HERE) -> None:
    """The schools and classes of an organisation, as JSON."""
    with _centre(database, data) as centre, centre.database.reading(org) as connection:
        rows = Rows(connection, org)
        sites = {site.id: {"name": site.site_name, "classes": {}} for site in rows.where(Site)}
        for klass in rows.where(SchoolClass, status="active"):
            sites[klass.site_id]["classes"][klass.id] = klass.class_name  # type: ignore[index]
    typer.echo(json.dumps(sites, indent=2))


@app.command()
def backup(
    target: Annotated[Path, typer.Argument(help="The new file.")],
    database: DatabaseOption = None,
    data: DataOption = HERE,
) -> None:
    """Copy everything into a file, while the centre serves."""
    with _plain_errors(), _progress("Copying") as progress:
        back_up(_url(database, data), target, progress)
    typer.echo(f"Everything is in {target}.")


@app.command()
def restore(
    source: Annotated[Path, typer.Argument(help="A file that `backup` wrote.")],
    database: DatabaseOption = None,
    data: DataOption = HERE,
) -> None:
    """Put a backup in the place of the database. Stop the centre first. Mirrors notice and send what it lacks.

    Who was deleted since the backup was made is deleted again.
    """
    with _plain_errors(), _progress("Restoring") as progress:
        gone = erased_in(_url(database, data))
        epoch = put_back(_url(database, data), source, wall_clock(), progress)
    with _centre(database, data) as centre:
        again = sum(_erased_again(centre, org, person) for org, person in gone)
    typer.echo(f"Restored. The new epoch is {epoch}." + (f" {again} people were deleted again." if again else ""))


def _erased_again(centre: Centre, org_id: str, person: str) -> bool:
    if centre.school.looking(org_id, lambda unit: unit.rows.get(Member, person)) is None:
        return False
    centre.school.within(org_id, partial(erase, user_id=person, by="restore", left=True))
    return True


def run() -> None:
    """Enter here; Ctrl-C ends without a traceback. What is written is for its owner only."""
    os.umask(0o077)
    try:
        app(prog_name="mlc-central")
    except KeyboardInterrupt:
        raise SystemExit(130) from None
