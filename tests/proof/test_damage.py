"""R4: damaged mirror files. No crash; the file is put aside, a new one is made, and what was unsent is in it."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest
from proof_writer import MIA, opened, recordings, stage

from app.store.keeper import Desk
from app.store.playing import finish_attempt, start_attempt
from app.store.signing_in import grant
from domain.records import ALL
from workshop.simulator.run import scratch

DAMAGED = 200
UNSENT = 3


def a_machine(folder: Path) -> list[str]:
    """A mirror with unsent attempts, closed in good order; their ids."""
    game, played = stage()
    recording = recordings()[0]
    made = []
    with opened(folder) as keeper:
        grant(keeper=keeper, account=MIA, verifier="checked elsewhere").result()
        for _ in range(UNSENT):
            attempt = start_attempt(
                keeper=keeper, account=MIA, game_id=game.game_id, stage_id=played.stage_id, seed=recording.seed
            ).result()
            finish_attempt(
                keeper=keeper,
                account=MIA,
                attempt=attempt,
                outcome=recording.outcome,
                duration_ms=recording.duration_ms,
                events=recording.events,
            ).result()
            made.append(attempt.attempt_id)
        keeper.submit(lambda desk: desk.running.flush()).result()
    return made


def damaged(path: Path, chance: random.Random) -> str:
    """Flip bits, overwrite a stretch, or cut the file."""
    content = bytearray(path.read_bytes())
    kind = chance.choice(("bits flipped", "stretch overwritten", "cut"))
    if kind == "cut":
        del content[chance.randrange(len(content)) :]
    elif kind == "stretch overwritten":
        start = chance.randrange(len(content))
        content[start : start + 512] = chance.randbytes(min(512, len(content) - start))
    else:
        for _ in range(chance.randint(1, 20)):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(bytes(content))
    return kind


def everything(desk: Desk) -> set[str]:
    """Read every row there is; the attempts that wait or are there."""
    with desk.mirror(MIA.user_id).writing() as writing:
        for entity in ALL:
            writing.connection.exec_driver_sql(f"SELECT * FROM {entity.name}").fetchall()
        sql = "SELECT id FROM outbox WHERE entity = 'student_attempt'"
        return {str(found) for found in writing.connection.exec_driver_sql(sql).scalars()}


@pytest.mark.timeout(300)
def test_two_hundred_damaged_mirrors_open_with_what_was_unsent() -> None:
    counted: Counter[str] = Counter()
    chance = random.Random(4)
    with scratch() as folder:
        whole = folder / "whole"
        made = a_machine(whole)
        with opened(whole) as keeper:
            name = keeper.submit(lambda desk: desk.shelf.place(MIA.user_id, ".mirror").name).result()
        for number in range(DAMAGED):
            copy = folder / f"copy-{number}"
            shutil.copytree(whole, copy)
            counted[damaged(copy / "mirrors" / name, chance)] += 1
            with opened(copy) as keeper:
                assert set(made) <= keeper.submit(everything).result()
            counted["put aside"] += bool(list((copy / "mirrors").glob("*.damaged-*")))
            shutil.rmtree(copy)
    print(f"R4: {DAMAGED} damaged, {dict(counted)}, lost 0 of {DAMAGED * UNSENT} unsent attempts")
    assert counted["put aside"] > DAMAGED // 2
