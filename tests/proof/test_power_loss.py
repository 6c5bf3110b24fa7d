"""Power loss at the write points of a real program over real files: each disk that may be left opens, and has all.

The mirror, its log, the journals, the log of deeds and the keys are written by the real store. Each of their writes is
noted (`disk_log.c`); the disk is put together as it may be after any of them.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from proof_disk import Change, Disk, Kept, noted
from proof_writer import MIA

from app.store.keeper import Desk, Keeper
from app.store.secrets import FileSecrets
from domain.music.say import Say
from local_schema.opening import check
from workshop.simulator.run import scratch
from workshop.simulator.school import catalogue

HOME = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
PLAYED = 8
# Of all write points, so many are looked at, each with the three disks that may be left; all with --long.
POINTS = 60


def compiled(folder: Path) -> Path:
    """The library that notes every write."""
    library = folder / "disk_log.so"
    source = str(HERE / "disk_log.c")
    subprocess.run(["cc", "-shared", "-fPIC", "-o", str(library), source, "-ldl", "-lpthread"], check=True)
    return library


def written(folder: Path) -> list[Change]:
    """What a program writes that plays, keeps and sends."""
    machine, log = folder / "machine", folder / "log"
    machine.mkdir()
    environment = {
        **os.environ,
        "PYTHONPATH": f"{HOME}{os.pathsep}{HERE}",
        "LD_PRELOAD": str(compiled(folder)),
        "DISK_LOG_ROOT": f"{machine}/",
        "DISK_LOG": str(log),
    }
    command = [sys.executable, str(HERE / "proof_disk_writer.py"), str(machine), str(PLAYED)]
    subprocess.run(command, cwd=HOME, env=environment, check=True)
    return noted(log)


class Found:
    """What a program finds that starts after the power cut."""

    def __init__(self, folder: Path) -> None:
        self.troubles: list[str] = []
        with Keeper(
            folder=folder / "mirrors",
            secrets=FileSecrets(folder / "keys.json"),
            now=lambda: 1_800_000_000_000_000,
            catalogue=catalogue(),
            on_trouble=self._troubled,
        ) as keeper:
            self.attempts, self.notes = keeper.submit(self._look).result()

    def _troubled(self, _account: str, sentence: Say) -> None:
        self.troubles.append(sentence.english())

    @staticmethod
    def _look(desk: Desk) -> tuple[set[str], set[str]]:
        mirror = desk.mirror(MIA.user_id)
        # A page that was torn on its way out of SQLite's log is in the log still; the check reads the file alone.
        raw = mirror.engine.raw_connection()
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        raw.close()
        check(mirror.engine)
        with mirror.reading() as connection:
            attempts = set(connection.exec_driver_sql("SELECT id FROM student_attempt").scalars())
            return attempts, set(connection.exec_driver_sql("SELECT id FROM performance").scalars())


def laid_out(files: dict[str, bytes], machine: Path, target: Path) -> Path:
    """A disk as it was found. The index of SQLite's log lives in memory and dies with the power."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    for name, content in files.items():
        path = target / Path(name).relative_to(machine)
        if not name.endswith("-shm"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return target


def prove(points: int | None) -> None:
    counted: Counter[str] = Counter()
    chance = random.Random(1)
    with scratch() as folder:
        changes = written(folder)
        machine, disk, said = folder / "machine", Disk(), b""
        chosen = set(range(len(changes))) if points is None else set(chance.sample(range(len(changes)), points))
        for number, change in enumerate(changes):
            if change.path == str(machine / "said"):
                said += change.data
                continue
            disk.happens(change)
            for kept in Kept if number in chosen else ():
                found = Found(laid_out(disk.after_a_power_cut(kept, chance), machine, folder / "after"))
                acknowledged = set(said.decode().split())
                assert acknowledged <= found.attempts, (number, kept, change.path, found.troubles)
                assert found.attempts == found.notes
                counted["disks"] += 1
                counted["acknowledged in them"] += len(acknowledged)
                counted["made anew"] += bool(found.troubles)
    print(f"power loss: {len(changes)} write points, {dict(counted)}, lost 0")
    assert counted["acknowledged in them"] > 0


no_compiler = pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler to build what notes the writes")


@no_compiler
@pytest.mark.timeout(300)
def test_no_power_cut_costs_what_was_acknowledged() -> None:
    prove(POINTS)


@no_compiler
@pytest.mark.long
@pytest.mark.timeout(3600)
def test_no_power_cut_at_any_write_point_costs_what_was_acknowledged() -> None:
    prove(None)
