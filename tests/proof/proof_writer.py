"""A program that plays without end, to be killed: `writer.py FOLDER` starts a nursery that forks a writer a line.

The nursery has everything imported, so that a writer is at work at once. A writer says on its standard output what the
store has acknowledged: `begun ID`, `heard ID COUNT`, `ended ID`.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from app.store.keeper import Keeper
from app.store.playing import finish_attempt, heard, start_attempt
from app.store.readings import Account
from app.store.secrets import FileSecrets
from app.store.signing_in import grant
from domain.records.identity import AccessRole
from workshop.simulator.school import catalogue, recordings, stage

MIA = Account(user_id="u-mia", org_id="org-1", role=AccessRole.STUDENT, display_name="Mia", avatar="note")


def wall_clock() -> int:
    return time.time_ns() // 1000


def opened(folder: Path) -> Keeper:
    """The keeper of this machine, as the program would open it."""
    return Keeper(
        folder=folder / "mirrors",
        secrets=FileSecrets(folder / "keys.json"),
        now=wall_clock,
        catalogue=catalogue(),
    )


def tell(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def play_for_ever(folder: Path) -> None:
    """Attempt after attempt, each note through its journal."""
    keeper = opened(folder)
    grant(keeper=keeper, account=MIA, verifier="checked elsewhere").result()
    game, played = stage()
    recording = recordings()[0]
    while True:
        attempt = start_attempt(
            keeper=keeper, account=MIA, game_id=game.game_id, stage_id=played.stage_id, seed=recording.seed
        ).result()
        tell("begun", attempt.attempt_id)
        for number, event in enumerate(recording.events, start=1):
            heard(keeper=keeper, attempt=attempt, event=event)
            keeper.submit(lambda _desk: None).result()
            tell("heard", attempt.attempt_id, number)
        finish_attempt(
            keeper=keeper,
            account=MIA,
            attempt=attempt,
            outcome=recording.outcome,
            duration_ms=recording.duration_ms,
            events=recording.events,
        ).result()
        tell("ended", attempt.attempt_id)


def nursery(folder: Path) -> None:
    """Fork a writer for each line; say its number; collect it when it was killed."""
    recordings()
    for _line in sys.stdin:
        child = os.fork()
        if child == 0:
            play_for_ever(folder)
        tell("writer", child)
        os.waitpid(child, 0)
        tell("dead", child)


if __name__ == "__main__":
    nursery(Path(sys.argv[1]))
