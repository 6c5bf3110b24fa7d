"""A lab machine of a class of 30 with a year of attempts: what the start is measured with."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from workshop import cast
from workshop.centre_process import CentreProcess
from workshop.demo import database_of, enrolled, made_of
from workshop.school import make_school, read_sequences

WEEKS = 40
STUDENTS = 30
CLASS = "Piano Lab"


def pupils() -> tuple[cast.Pupil, ...]:
    """Thirty invented students: the demonstration's and as many namesakes as are missing."""
    known = [pupil for group in cast.CLASSES.values() for pupil in group]
    return tuple(numbered(known[number % len(known)], number) for number in range(STUDENTS))


def numbered(pupil: cast.Pupil, number: int) -> cast.Pupil:
    """The same student under a name of its own."""
    from dataclasses import replace

    return replace(pupil, handle=f"{pupil.handle} {number + 1}", diligence=1.0)


@contextlib.contextmanager
def a_machine_with_a_year() -> Iterator[Path]:
    """The folder of such a machine; gone afterwards."""
    from central.app import build
    from domain.games import CHECKS
    from domain.games.catalogue import read_catalogue
    from resources import texts

    games = read_catalogue(texts("games").items(), CHECKS)
    with tempfile.TemporaryDirectory(prefix="mlc-year-") as folder:
        centre_folder, machine = Path(folder) / "centre", Path(folder) / "machine"
        centre_folder.mkdir()
        with build(database_of(centre_folder), games, background=False) as centre:
            place = make_school(
                centre, games, read_sequences(games), lambda _text: None, classes={CLASS: pupils()}, weeks=WEEKS
            )
            made = made_of(place)
        with CentreProcess(centre_folder) as centre_process:
            enrolled(machine, centre_process.url, centre_folder, made, Console(stderr=True, quiet=True))
        yield machine
