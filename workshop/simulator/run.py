"""Run seeds: `python -m workshop.simulator.run FIRST COUNT STEPS` prints a JSON line for each seed."""

from __future__ import annotations

import logging
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from app.store import intake
from central.sync import pull
from workshop.simulator.chance import all_from
from workshop.simulator.clock import BEGINNING, HOUR, SECOND, Clock
from workshop.simulator.machine import copy_folder
from workshop.simulator.school import make
from workshop.simulator.world import World

STEPS = 40
# A world's buckets are small. So are its pages and pieces, that there are several of each to be cut between.
_PAGE_ROWS, _PIECE = 25, 10
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
            world.furnish()
            world.close()
        yield folder


def one(seed: int, steps: int, school: Path) -> Result:
    """Run one world to its end and check it."""
    began = time.monotonic()
    with scratch() as parent:
        folder = parent / "world"
        copy_folder(school, folder)
        with all_from(random.Random(f"entropy of {seed}")):
            world = World(folder, random.Random(seed), BEGINNING + 24 * HOUR)
            try:
                breaches = _lived(world, steps)
                fingerprint, rows = world.digest(), world.rows()
            finally:
                world.close()
    return Result(seed, time.monotonic() - began, fingerprint, breaches, dict(world.counted), rows)


def _lived(world: World, steps: int) -> list[str]:
    world.network.rate = world.chance.choice([0.0, 0.1, 0.3])
    for _ in range(steps):
        world.step()
    world.settle()
    return list(world.breaches())


def main(first: int, count: int, steps: int) -> None:
    """Run `count` seeds from `first` on."""
    # What goes wrong here goes wrong on purpose; what is a breach is kept in the result.
    logging.getLogger("sync").propagate = logging.getLogger("central.judging").propagate = False
    vars(pull).update(PAGE_ROWS=_PAGE_ROWS, MOST_ROWS=2 * _PAGE_ROWS)
    vars(intake).update(PIECE=_PIECE, _HEAVY=4 * _PIECE)
    with template() as school:
        for seed in range(first, first + count):
            sys.stdout.write(msgspec.json.encode(one(seed, steps, school)).decode() + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:4]))
