"""R3: two hundred syncs that break off. The mirror grows by no more than a fifth, and nobody reads 'locked'."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from app.store.keeper import Desk, Keeper
from app.store.outbox import sync_state
from app.store.problems import StoreProblem
from app.store.readings import Account
from app.store.secrets import FileSecrets
from app.store.signing_in import grant
from app.sync.carrier import NoAnswer
from app.sync.enrolment import enrol
from app.sync.road import Road
from benchmarks.peer_ours import attempt
from central.app import Centre, build
from central.database import sqlite_url
from central.serving import Serving
from domain.games.catalogue import Catalogue
from domain.records.identity import AccessRole
from workshop.simulator.proxy import Fault, Proxy, any_fault
from workshop.simulator.run import scratch
from workshop.simulator.school import cast_of, make

INTERRUPTED = 200
AT_THE_CENTRE, TO_SEND = 1_500, 600


def wall_clock() -> int:
    return time.time_ns() // 1000


class Lab:
    """A machine with one student, on its way to a centre through whatever address."""

    def __init__(self, folder: Path, url: str, code: str, account: Account) -> None:
        self.account = account
        self.folder = folder
        self.keeper = Keeper(
            folder=folder / "mirrors",
            secrets=FileSecrets(folder / "keys.json"),
            now=wall_clock,
            catalogue=Catalogue([]),
        )
        enrol(keeper=self.keeper, centre=url, code=code, machine_name=folder.name)
        grant(keeper=self.keeper, account=account, verifier="checked elsewhere").result()
        self.road = Road(keeper=self.keeper)

    def play(self, count: int, seed: int) -> None:
        chance = random.Random(seed)
        records = [attempt(self.account.org_id, self.account.user_id, n, wall_clock(), chance) for n in range(count)]

        def work(desk: Desk) -> None:
            with desk.mirror(self.account.user_id).writing() as writing:
                writing.put_all(records)

        self.keeper.submit(work).result()

    def close(self) -> None:
        self.road.close()
        self.keeper.close()

    def attempts(self) -> int:
        def work(desk: Desk) -> int:
            with desk.mirror(self.account.user_id).reading() as connection:
                return int(connection.exec_driver_sql("SELECT count(*) FROM student_attempt").scalar_one())

        return self.keeper.submit(work).result()

    def size(self) -> int:
        self.close()
        return sum(file.stat().st_size for file in (self.folder / "mirrors").iterdir())


def a_centre(folder: Path) -> tuple[Centre, Account, str]:
    made = make(folder, wall_clock)
    centre = build(sqlite_url(folder / "centre.db"), Catalogue([]), wall_clock, background=False)
    account = Account(
        user_id=made.people["ada"], org_id=made.org, role=AccessRole.STUDENT, display_name="ada", avatar="note"
    )
    return centre, account, centre.machines.enrol_code(made.org, made.site).code


@pytest.mark.timeout(300)
def test_a_mirror_does_not_grow_by_syncs_that_break_off() -> None:
    with scratch() as folder:
        centre, account, code = a_centre(folder)
        assert cast_of(folder).org == account.org_id
        chance = random.Random(3)
        with centre, Serving(centre) as serving:
            first = Lab(folder / "first", serving.url, code, account)
            first.play(AT_THE_CENTRE, 1)
            first.road.exchange(account.user_id)
            faults: list[Fault] = []
            with Proxy(serving.port, lambda: faults.pop() if faults else None) as proxy:
                torn = Lab(folder / "torn", proxy.url, code, account)
                clean = Lab(folder / "clean", serving.url, code, account)
                interrupted = broken = 0
                for number in range(INTERRUPTED):
                    torn.play(TO_SEND // INTERRUPTED, 100 + number)
                    clean.play(TO_SEND // INTERRUPTED, 500 + number)
                    clean.road.exchange(account.user_id)
                    faults.append(any_fault(chance, 60_000 if number < 20 else 1_500))
                    proxy.cut_all()
                    try:
                        torn.road.exchange(account.user_id)
                    except NoAnswer:
                        interrupted += 1
                    except StoreProblem:
                        broken += 1
                    faults.clear()
                proxy.cut_all()
                torn.road.exchange(account.user_id)
                torn.road.exchange(account.user_id)
                state = sync_state(keeper=torn.keeper, account=account).result()
            clean.road.exchange(account.user_id)
            assert torn.attempts() == clean.attempts() == AT_THE_CENTRE + 2 * TO_SEND
            assert (state.waiting, state.refused, broken) == (0, (), 0)
            first.close()
            ratio = torn.size() / clean.size()
        print(
            f"R3: {INTERRUPTED} syncs, {interrupted} broken off, {dict(proxy.counted)}, size {ratio:.2f} of a clean one"
        )
        assert interrupted > INTERRUPTED / 4
        assert ratio <= 1.2
