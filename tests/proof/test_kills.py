"""R1: a writing program killed at random points. Nothing acknowledged is lost, and the running attempt is offered."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from proof_writer import MIA, opened

from app.store.keeper import Desk
from app.store.playing import discard_unfinished, unfinished_attempts
from app.store.shelf import MACHINE
from local_schema.opening import check
from workshop.simulator.run import scratch

KILLS, LONG_KILLS = 100, 1_000
HOME = Path(__file__).resolve().parents[2]


@contextmanager
def a_nursery(folder: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, str(Path(__file__).with_name("proof_writer.py")), str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(HOME)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=HOME
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def killed_once(nursery: subprocess.Popen[str], chance: random.Random) -> list[list[str]]:
    """Let a writer say some things, kill it, and gather all that it said."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write("one more\n")
    nursery.stdin.flush()
    said: list[list[str]] = []
    writer, left = 0, chance.randrange(1, 120)
    for line in nursery.stdout:
        words = line.split()
        if words[0] == "writer":
            writer = int(words[1])
        elif words[0] == "dead":
            return said
        else:
            said.append(words)
            left -= 1
        if writer and left <= 0:
            os.kill(writer, signal.SIGKILL)
            writer = 0
    raise AssertionError("the nursery has ended")


def rows(folder: Path, counted: Counter[str]) -> tuple[set[str], set[str], set[str], dict[str, int]]:
    """What a program finds that starts after the kill: attempts, performances, what waits, unfinished notes."""
    with opened(folder) as keeper:

        def work(desk: Desk) -> tuple[set[str], set[str], set[str]]:
            for account in (MACHINE, MIA.user_id):
                check(desk.mirror(account).engine)
            with desk.mirror(MIA.user_id).reading() as connection:
                read = [
                    {str(row[0]) for row in connection.exec_driver_sql(sql)}
                    for sql in (
                        "SELECT id FROM student_attempt",
                        "SELECT id FROM performance",
                        "SELECT id FROM outbox WHERE entity = 'student_attempt'",
                    )
                ]
            return read[0], read[1], read[2]

        attempts, notes, waiting = keeper.submit(work).result()
        unfinished = unfinished_attempts(keeper=keeper, account=MIA).result()
        for each in unfinished:
            discard_unfinished(keeper=keeper, account=MIA, attempt_id=each.attempt.attempt_id).result()
        counted["offered again"] += len(unfinished)
        return attempts, notes, waiting, {each.attempt.attempt_id: len(each.events) for each in unfinished}


def prove(kills: int) -> None:
    counted: Counter[str] = Counter()
    chance = random.Random(kills)
    ended: set[str] = set()
    with scratch() as folder, a_nursery(folder) as nursery:
        for _ in range(kills):
            said = killed_once(nursery, chance)
            ended |= {words[1] for words in said if words[0] == "ended"}
            attempts, notes, waiting, unfinished = rows(folder, counted)
            assert ended <= attempts
            assert attempts == notes == waiting
            running = {words[1]: int(words[2]) for words in said if words[0] == "heard" and words[1] not in attempts}
            for attempt_id, count in running.items():
                assert unfinished[attempt_id] >= count
    counted.update({"kills": kills, "attempts acknowledged": len(ended), "lost": len(ended - attempts)})
    print(f"R1: {dict(counted)}")


@pytest.mark.timeout(300)
def test_a_tenth_of_the_kills_lose_nothing() -> None:
    prove(KILLS)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_thousand_kills_lose_nothing() -> None:
    prove(LONG_KILLS)
