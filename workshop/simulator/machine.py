"""A simulated computer: a real keeper over real files, a road that is walked by hand, and a plug that can be pulled."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import httpx
import msgspec

from app.store.keeper import Keeper, Urgency, Work
from app.store.machine import enrolment
from app.store.readings import Account
from app.store.secrets import FileSecrets
from app.store.signing_in import grant
from app.sync.carrier import NoAnswer
from app.sync.enrolment import enrol, kiosk_code, kiosk_paired
from app.sync.road import Road
from domain.games.catalogue import Catalogue
from domain.records.wire import Op, Verb
from workshop.simulator.clock import Clock, WrongClock

T = TypeVar("T")
CENTRE = "http://centre"
# Files that stay open: opening one anew was a fifth of what a world costs, and restarts and power cuts do it too.
_EVERYBODY = 8


class PowerCut(BaseException):
    """The machine has no power any more: nothing may catch this but the hand that holds the plug."""


class MortalKeeper(Keeper):
    """A keeper whose machine loses its power before the piece of work number `pieces_left` from now.

    Work is done at once, by whoever asks for it: a world has one thread, and waking another one a thousand times would
    change nothing in it.
    """

    pieces_left: int | None = None
    # What may happen before each piece of work; not within itself.
    between: Callable[[], None] | None = None

    def submit(self, work: Work[T], _urgency: Urgency = Urgency.NOW) -> Future[T]:
        """Do the work, or die before it."""
        if self.pieces_left is not None:
            self.pieces_left -= 1
            if self.pieces_left < 0:
                raise PowerCut
        if self.between is not None:
            happens, self.between = self.between, None
            happens()
            self.between = happens
        future: Future[T] = Future()
        self._do(work, future)
        return future

    def close(self) -> None:
        """Close the files."""
        super().close()
        self._end()

    def _run(self) -> None:
        return


class Machine:
    """One computer. `folder` holds its mirrors and its keys; `sent` are the deeds that the keeper has acknowledged."""

    def __init__(
        self, name: str, folder: Path, clock: Clock, catalogue: Catalogue, network: httpx.BaseTransport
    ) -> None:
        self.name = name
        self.folder = folder
        self.clock = WrongClock(clock)
        self._catalogue = catalogue
        self._network = network
        self._lives = 0
        self._open()

    def _open(self) -> None:
        self.keeper = MortalKeeper(
            folder=self.folder / "mirrors",
            secrets=FileSecrets(self.folder / "keys.json"),
            now=self.clock,
            catalogue=self._catalogue,
            most_open=_EVERYBODY,
        )
        self.road = Road(keeper=self.keeper, transport=self._network)

    def display_account(self) -> str:
        """The account under which a display syncs."""
        home = enrolment(keeper=self.keeper).result()
        assert home is not None
        assert home.kiosk_user_id is not None
        return home.kiosk_user_id

    def pair(self, claim: Callable[[str], None]) -> None:
        """Become a display: show a code, have it claimed, ask once."""
        shown = kiosk_code(centre=CENTRE, machine_name=self.name, transport=self._network)
        claim(shown.code)
        kiosk_paired(keeper=self.keeper, centre=CENTRE, poll_token=shown.poll_token, transport=self._network)

    def enrol(self, code: str) -> None:
        """Become one of the school's machines."""
        enrol(keeper=self.keeper, centre=CENTRE, code=code, machine_name=self.name, transport=self._network)

    def sign_in(self, account: Account) -> None:
        """Somebody sits down here; their secret is taken as checked."""
        grant(keeper=self.keeper, account=account, verifier="checked elsewhere").result()

    def walk(self) -> None:
        """One round of the road."""
        self.road.round()

    def exchange(self, account: Account) -> None:
        """Somebody signs in and syncs, and nobody else does; a centre that has nothing to say to them is no fault."""
        self.sign_in(account)
        with suppress(NoAnswer):
            self.road.exchange(account.user_id)

    def pull_the_plug(self, chance: random.Random) -> None:
        """Lose what was not on the disk yet, and start again from what was."""
        self._lives += 1
        remains = self.folder.with_name(f"{self.name}-{self._lives}")
        copy_folder(self.folder, remains)
        self.keeper.pieces_left = None
        self.keeper.close()
        shutil.rmtree(self.folder)
        self.folder = remains
        for log in (remains / "mirrors").glob("*.deeds"):
            _lose_the_tail(log, chance)
        self._open()

    def restart(self) -> None:
        """Close the program in an orderly way and open it again."""
        self.keeper.close()
        self._open()

    def copied_to(self, name: str, folder: Path, clock: Clock) -> Machine:
        """A second computer from a copy of this one's disk."""
        copy_folder(self.folder, folder)
        return Machine(name, folder, clock, self._catalogue, self._network)

    def close(self) -> None:
        """Switch the machine off."""
        self.keeper.pieces_left = None
        self.keeper.close()

    def has(self, account_id: str) -> bool:
        """Whether something of an account lies here; to look at it otherwise would make it."""
        return self.keeper.submit(lambda desk: desk.shelf.exists(account_id)).result()

    def queued_since(self, account_id: str, last: int) -> list[Op]:
        """The operations that were queued after the number `last`."""

        def work(desk: object) -> list[Op]:
            with desk.mirror(account_id).reading() as connection:  # type: ignore[attr-defined]
                sql = "SELECT dev_seq, entity, verb, id, stamp, body FROM outbox WHERE dev_seq > ? ORDER BY dev_seq"
                found = connection.exec_driver_sql(sql, (last,)).fetchall()
            return [Op(n, e, Verb(v), i, s, msgspec.Raw(body)) for n, e, v, i, s, body in found]

        return self.keeper.submit(work).result()


def copy_folder(source: Path, target: Path) -> None:
    """The files as they are on the disk now; locks and shared memory die with their process."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.lock", "*-shm"))


def _lose_the_tail(log: Path, chance: random.Random) -> None:
    """The log of deeds waits up to half a second for the disk: some of its end may be missing."""
    size = log.stat().st_size
    os.truncate(log, size - chance.randrange(min(size, 600) + 1))
