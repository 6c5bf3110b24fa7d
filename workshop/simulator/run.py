"""Run seeds: `python -m workshop.simulator.run FIRST COUNT STEPS` prints a JSON line for each seed."""

from __future__ import annotations

import logging
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

import msgspec

from app.store import intake
from central.sync import pull
from domain.records import ALL
from workshop.simulator import deeds
from workshop.simulator.chance import all_from
from workshop.simulator.clock import BEGINNING, HOUR, SECOND, Clock
from workshop.simulator.hands import Hands
from workshop.simulator.machine import copy_folder
from workshop.simulator.school import STUDENTS, make
from workshop.simulator.world import LABS, World

STEPS = 40
# A world's buckets are small. So are its pages and pieces, that there are several of each to be cut between: in every
# third world so small that hardly a bucket comes in one.
_PAGE_ROWS, _PIECE = (25, 25, 7), 10
# Memory, not a disk: what is at stake is the order of writes, and 500 worlds write a lot.
_MEMORY = Path("/dev/shm")


class Result(msgspec.Struct, frozen=True):
    """What one seed came to."""

    seed: int
    seconds: float
    # A digest of everything that the centre holds in the end: the same seed gives the same.
    fingerprint: str
    breaches: list[str]
    counted: dict[str, int]
    # How many rows of each entity the centre held in the end, and attempts of each verdict.
    rows: dict[str, int]


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder that vanishes, in memory where there is such a place."""
    with tempfile.TemporaryDirectory(prefix="mlc-sim-", dir=_MEMORY if _MEMORY.is_dir() else None) as name:
        yield Path(name)


@contextmanager
def template() -> Iterator[Path]:
    """A folder with the school that all worlds begin with; the same one each time."""
    with scratch() as folder:
        with all_from(random.Random("the school of all worlds")):
            make(folder, Clock())
            world = World(folder, random.Random(0), BEGINNING + 60 * SECOND)
            _furnish(world)
            world.close()
        yield folder


def _furnish(world: World) -> None:
    """Add the first machines; everybody signs in on the labs', every student has played and shown it to all."""
    for name in LABS:
        world.add_machine(name)
    world.add_display()
    _everybody_walks(world)
    for name in STUDENTS:
        hands = Hands(world.labs[0], world.account(name), world.cast, world.chance)
        deeds.play(hands)
        deeds.share_widely(hands)
    _everybody_walks(world)
    world.judge()
    _everybody_walks(world)


def _everybody_walks(world: World) -> None:
    for name in world.cast.people:
        for machine in world.labs:
            machine.sign_in(world.account(name))
            machine.walk()


def one(seed: int, steps: int, school: Path) -> Result:
    """Run one world to its end and check it."""
    began = time.monotonic()
    rows = _PAGE_ROWS[seed % len(_PAGE_ROWS)]
    vars(pull).update(PAGE_ROWS=rows, MOST_ROWS=2 * rows)
    with scratch() as parent:
        folder = parent / "world"
        copy_folder(school, folder)
        with all_from(random.Random(f"entropy of {seed}")):
            world = World(folder, random.Random(seed), BEGINNING + 24 * HOUR)
            try:
                breaches = _lived(world, steps)
                fingerprint, held = _digest(world), _rows(world)
            finally:
                world.close()
    return Result(seed, time.monotonic() - began, fingerprint, breaches, dict(world.counted), held)


def _lived(world: World, steps: int) -> list[str]:
    world.network.rate = world.chance.choice([0.0, 0.1, 0.3])
    for _ in range(steps):
        world.step()
    world.settle()
    return list(world.breaches())


def _rows(world: World) -> dict[str, int]:
    """How many rows of each entity the centre holds, and attempts of each verdict."""
    with world.centre.database.reading(world.cast.org) as connection:
        counted = {e.name: connection.exec_driver_sql(f"SELECT count(*) FROM {e.name}").scalar_one() for e in ALL}
        verdicts = connection.exec_driver_sql("SELECT verdict, count(*) FROM attempt_verdict GROUP BY 1").fetchall()
    return counted | {f"attempts {verdict}": count for verdict, count in verdicts}


def _digest(world: World) -> str:
    """Of all rows of the centre with their places."""
    with world.centre.database.reading(world.cast.org) as connection:
        rows = connection.exec_driver_sql("SELECT * FROM bucket_row ORDER BY bucket, seq").fetchall()
    return blake2b(repr([tuple(row) for row in rows]).encode(), digest_size=8).hexdigest()


def main(first: int, count: int, steps: int) -> None:
    """Run `count` seeds from `first` on."""
    # What goes wrong here goes wrong on purpose; what is a breach is kept in the result.
    for name in ("sync", "central.sync", "central.judging"):
        logging.getLogger(name).propagate = False
    vars(intake).update(PIECE=_PIECE, _HEAVY=4 * _PIECE)
    with template() as school:
        for seed in range(first, first + count):
            sys.stdout.write(msgspec.json.encode(one(seed, steps, school)).decode() + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:4]))
