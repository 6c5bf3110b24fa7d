"""A process that keeps attempts until it is killed: it prints the id of each attempt once that is acknowledged."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from store_rig import CATALOGUE

from app.store.keeper import Keeper
from app.store.playing import finish_attempt, heard, start_attempt
from app.store.readings import Account
from app.store.secrets import FileSecrets
from domain.games.game import Outcome
from domain.records.identity import AccessRole

MIA = Account(user_id="u-mia", org_id="org-1", role=AccessRole.STUDENT, display_name="Mia", avatar="note")
OUTCOME = Outcome(score=1, max_possible_score=1, passed=True, counts={}, concepts={"c": (1, 1)}, notes=())


def wall_clock() -> int:
    return time.time_ns() // 1000


def open_folder(folder: Path) -> Keeper:
    return Keeper(
        folder=folder / "mirrors", secrets=FileSecrets(folder / "keys.json"), now=wall_clock, catalogue=CATALOGUE
    )


def play_for_ever(keeper: Keeper) -> None:
    while True:
        attempt = start_attempt(keeper=keeper, account=MIA, game_id="G-00001", stage_id="G-00001-quiz").result()
        for at in range(20):
            heard(keeper=keeper, attempt=attempt, event=(at, 60, 90))
        finish_attempt(
            keeper=keeper, account=MIA, attempt=attempt, outcome=OUTCOME, duration_ms=1, events=[(0, 60, 90)]
        ).result()
        print(attempt.attempt_id, flush=True)


def perform(keeper: Keeper) -> None:
    """One attempt that never ends: prints how many notes were handed over."""
    attempt = start_attempt(keeper=keeper, account=MIA, game_id="G-00001", stage_id="G-00001-quiz").result()
    for number in range(1_000_000):
        heard(keeper=keeper, attempt=attempt, event=(number, 60, 90))
        # A hundred notes a second is a fast pianist; here the store is asked for each before the next comes.
        keeper.submit(lambda _desk: None).result()
        print(number + 1, flush=True)


if __name__ == "__main__":
    opened = open_folder(Path(sys.argv[1]))
    perform(opened) if sys.argv[2] == "perform" else play_for_ever(opened)
