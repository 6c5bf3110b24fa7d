"""The demonstration: a school at its own central API, a lab machine that belongs to it, and the client signed out."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from workshop import cast
from workshop.centre_process import CentreProcess
from workshop.rigs import tied
from workshop.screen import has_display

if TYPE_CHECKING:
    from app.desktop import Desktop
    from workshop.school_place import Place

HOME = Path(__file__).resolve().parent.parent
MADE = "school.json"
MACHINE_NAME = "Lab computer 3"
DISPLAY_NAME = "Display by the door"
COLUMNS = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())


class Made(msgspec.Struct):
    """What is known of a school that was made."""

    org_id: str
    site_id: str
    classes: dict[str, str]
    students: dict[str, str]
    teachers: dict[str, str]
    port: int = 0


def hints(made: Made) -> list[tuple[str, str, str]]:
    """Whom one can be: name, secret, what they are. A school of an earlier version has no newcomer."""
    first, newcomer = cast.FIRST_CLASS, cast.NEWCOMER.handle
    new = [
        (newcomer, cast.PIN, f"new in {first}, nothing played yet"),
        (cast.GUARDIAN_NAME, cast.PASSWORD, f"family of {newcomer}"),
    ]
    return [
        *(new[:1] if newcomer in made.students else ()),
        (cast.CLASSES[first][0].handle, cast.PIN, f"student in {first}, a term of music"),
        (cast.TEACHERS[0].name, cast.PASSWORD, "teacher"),
        *(new[1:] if newcomer in made.students else ()),
    ]


def show(folder: Path, *, fresh: bool) -> int:
    """The whole demonstration; returns the client's exit status."""
    console = Console(stderr=True)
    if not has_display():
        from workshop.tour import walk

        pictures = Path(tempfile.gettempdir()) / "mlc-classroom-tour"
        console.print(f"There is no display here, so the tour runs instead. Its pictures will lie in {pictures}")
        return walk(pictures)
    made = prepared(folder, console, fresh=fresh)
    with served(folder, made) as centre:
        enrolled(folder / "machine", centre.url, folder / "centre", made, console)
        console.print("The client opens now. You can be:")
        for name, secret, what in hints(made):
            console.print(f"  {name:<14} {secret:<14} {what}")
        return client(folder / "machine", "--demonstration", str(hints_file(folder, made)))


def show_kiosk(folder: Path, *, full_screen: bool) -> int:
    """A display of the demonstration school; its code is typed in by a teacher in the client."""
    console = Console(stderr=True)
    made = prepared(folder, console, fresh=False)
    with served(folder, made) as centre:
        size = () if full_screen else ("--window",)
        return client(folder / "display", "--kiosk", "--centre", centre.url, "--name", DISPLAY_NAME, *size)


@contextlib.contextmanager
def served(folder: Path, made: Made) -> Iterator[CentreProcess]:
    """The school's central API: that of a demonstration which runs already, or one that ends afterwards."""
    centre = CentreProcess(folder / "centre", made.port)
    if not answers(centre.url):
        try:
            centre.start()
        except RuntimeError as error:
            raise SystemExit(
                f"{error} If another program uses its port, `./mlc demo --fresh` takes another."
            ) from error
        remember_port(folder, made, centre.port)
    try:
        yield centre
    finally:
        centre.stop()


def prepared(folder: Path, console: Console, *, fresh: bool) -> Made:
    """The school in this folder; made where it is not there. Made beside and moved, so that a Ctrl-C leaves nothing."""
    if fresh:
        shutil.rmtree(folder, ignore_errors=True)
    file = folder / "centre" / MADE
    if file.exists():
        from central.migrating import migrate

        # The school of an earlier version of this program is brought up to this one.
        migrate(database_of(folder / "centre"))
        return msgspec.json.decode(file.read_bytes(), type=Made)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix="making-") as beside:
        made = make(Path(beside), console)
        shutil.rmtree(folder / "centre", ignore_errors=True)
        os.replace(beside, folder / "centre")
        Path(beside).mkdir()
    return made


def make(folder: Path, console: Console) -> Made:
    """Make the school's database in a folder, with a bar that says what is being done."""
    from central.app import build
    from domain.games import CHECKS
    from domain.games.catalogue import read_catalogue
    from resources import texts
    from workshop.school import make_school, read_sequences, with_the_newcomer

    games = read_catalogue(texts("games").items(), CHECKS)
    with (
        Progress(*COLUMNS, console=console, transient=True) as progress,
        build(database_of(folder), games, background=False) as centre,
    ):
        task = progress.add_task("Making the demonstration school", total=4 + sum(map(len, cast.CLASSES.values())))

        def say(text: str) -> None:
            progress.update(task, description=f"Making the demonstration school: {text}", advance=1)

        sequences = read_sequences(games)
        place = make_school(centre, games, sequences, say)
        with_the_newcomer(centre, place, sequences)
        made = made_of(place)
    (folder / MADE).write_bytes(msgspec.json.encode(made))
    console.print(
        f"Made {cast.SCHOOL}: {len(place.classes)} classes, {len(place.students)} students, "
        f"{place.attempts:,} attempts in a term."
    )
    return made


def made_of(place: Place) -> Made:
    """What is kept of a school that was made."""
    return Made(
        org_id=place.org_id,
        site_id=place.site_id,
        classes={name: room.id for name, room in place.classes.items()},
        students={name: member.id for name, member in place.students.items()},
        teachers={name: member.id for name, member in place.teachers.items()},
    )


def remember_port(folder: Path, made: Made, port: int) -> None:
    """The centre keeps its address from one demonstration to the next, because machines know it by that."""
    if made.port != port:
        made.port = port
        (folder / "centre" / MADE).write_bytes(msgspec.json.encode(made))


def hints_file(folder: Path, made: Made) -> Path:
    """Whom one can be, for the client's sign-in page."""
    file = folder / "people.json"
    file.write_bytes(msgspec.json.encode(hints(made)))
    return file


def enrol_code(centre_folder: Path, made: Made) -> str:
    """A code for enrolling machines, as an administrator gets one beside the running service."""
    from central.app import build
    from domain.games.catalogue import Catalogue

    with build(database_of(centre_folder), Catalogue(()), background=False) as centre:
        return centre.machines.enrol_code(made.org_id, made.site_id).code


def database_of(centre_folder: Path) -> str:
    """The address of the embedded database in a centre's folder."""
    return f"sqlite:///{centre_folder / 'centre.db'}"


def enrolled(folder: Path, centre: str, centre_folder: Path, made: Made, console: Console) -> None:
    """Enrol the machine in this folder once, and fetch the mirrors of its students."""
    from app.desktop import Desktop
    from app.store.machine import enrolment
    from app.sync.enrolment import enrol

    machine = Desktop(folder, sound=False)
    try:
        if enrolment(keeper=machine.keeper).result() is None:
            code = enrol_code(centre_folder, made)
            enrol(keeper=machine.keeper, centre=centre, code=code, machine_name=MACHINE_NAME)
            machine.road.start()
            fetched(machine, console)
    finally:
        machine.close()


def fetched(machine: Desktop, console: Console, patience: float = 90.0) -> None:
    """Show how the machine fetches what its school's students need offline; returns when all are there."""
    from app.store.signing_in import sign_in_page

    end = time.monotonic() + patience
    with Progress(*COLUMNS, console=console, transient=True) as progress:
        task = progress.add_task("This computer fetches what its students need without a network")
        while time.monotonic() < end:
            page = sign_in_page(keeper=machine.keeper).result()
            people = [person for room in page.classes for person in room.people]
            ready = sum(person.ready_offline for person in people)
            progress.update(task, total=len(people) or None, completed=ready)
            if people and ready == len(people):
                return
            time.sleep(0.2)


def answers(url: str) -> bool:
    """Is a centre there?"""
    import httpx

    try:
        return httpx.get(f"{url}/health", timeout=2).status_code == 200
    except httpx.HTTPError:
        return False


def client(folder: Path, *arguments: str) -> int:
    """Run the client over a machine's folder until it is closed."""
    command = tied("TERM", sys.executable, "-m", "app.main", "--data", str(folder), *arguments)
    return subprocess.run(command, cwd=HOME).returncode
