"""A program whose writes are noted: `proof_disk_writer.py FOLDER COUNT` plays, and says in FOLDER/said what is kept."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from proof_writer import MIA, opened

from app.store.intake import take_in
from app.store.keeper import Keeper
from app.store.outbox import next_request
from app.store.playing import finish_attempt, heard, start_attempt
from app.store.signing_in import grant
from domain.records.wire import OpVerdict, Outcome, SyncAnswer
from workshop.simulator.school import recordings, stage


def play(keeper: Keeper, number: int) -> str:
    """One attempt to its end; its id, once it was acknowledged."""
    game, played = stage()
    recording = recordings()[number % len(recordings())]
    attempt = start_attempt(
        keeper=keeper, account=MIA, game_id=game.game_id, stage_id=played.stage_id, seed=recording.seed
    ).result()
    for event in recording.events[:4]:
        heard(keeper=keeper, attempt=attempt, event=event)
    finish_attempt(
        keeper=keeper,
        account=MIA,
        attempt=attempt,
        outcome=recording.outcome,
        duration_ms=recording.duration_ms,
        events=recording.events,
    ).result()
    return attempt.attempt_id


def the_centre_has_it(keeper: Keeper) -> None:
    """Everything that waits is taken, as if the centre had said so: the outbox and the log of deeds are emptied."""
    request = next_request(keeper=keeper, account_id=MIA.user_id).result()
    verdicts = tuple(OpVerdict(op.dev_seq, Outcome.OK) for op in request.ops)
    answer = SyncAnswer("e1", keeper.now(), verdicts)
    mine = {"keeper": keeper, "account_id": MIA.user_id, "mirror": request.mirror}
    take_in(**mine, answer=answer, asked_at=keeper.now())


def main(folder: Path, count: int) -> None:
    """Play so often; every third time the centre takes what waits."""
    said = os.open(folder / "said", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    with opened(folder) as keeper:
        grant(keeper=keeper, account=MIA, verifier="checked elsewhere").result()
        for number in range(count):
            os.write(said, (play(keeper, number) + "\n").encode())
            if number % 3 == 2:
                the_centre_has_it(keeper)
    os.close(said)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
