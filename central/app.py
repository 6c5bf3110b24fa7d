"""Builds the centre once: database, services, the judge's worker. Used by the command line, by tests, in process."""

from __future__ import annotations

import secrets as randomness
import time
from collections.abc import Callable, Sequence

from argon2 import PasswordHasher

from central.community.nightly import Nightly
from central.credentials.sealing import Sealing
from central.credentials.service import Credentials
from central.database import Database, normal_url
from central.epoch import epoch_of
from central.identity.machines import Machines
from central.identity.school import School
from central.identity.secrets import OWASP
from central.identity.sign_in import SignIn
from central.progress.judging import Judging
from central.sync.hints import Hints
from central.sync.service import Sync
from central.sync.unit import Unit
from domain.games.catalogue import Catalogue
from domain.records.ids import new_id
from domain.records.progress import Performance, StudentAttempt


def wall_clock() -> int:
    """Microseconds since 1970 UTC."""
    return time.time_ns() // 1000


# Attempts in one transaction of a seeding.
SEED_PAGE = 500


def _add_played(unit: Unit, page: Sequence[tuple[StudentAttempt, Performance]]) -> None:
    unit.add_missing([attempt for attempt, _ in page])
    unit.add_missing([notes for _, notes in page])


class Centre:
    """Every service of the centre over one database. Close it when done: `close`, or use it as a context."""

    def __init__(
        self,
        database: Database,
        catalogue: Catalogue,
        now: Callable[[], int],
        *,
        background: bool = True,
        hasher: PasswordHasher = OWASP,
        public_url: str | None = None,
        sealing: Sealing | None = None,
    ) -> None:
        self.database = database
        self.now = now
        self._epoch = epoch_of(database, now())
        self.school = School(database, now, self.fresh_id, hasher)
        self.machines = Machines(database, now, self.fresh_id, self.epoch)
        self.sign_in = SignIn(database, self.machines, now, hasher)
        self.judging = Judging(database, catalogue, now, background=background)
        self.nightly = Nightly(database, self.school.within, catalogue, now, background=background)
        self.credentials = Credentials(database, self.school.within, now, public_url=public_url, sealing=sealing)
        self.sync = Sync(database, self.machines, self.epoch, now, self._pushed)
        self.hints = Hints(database, self.sync.readable)
        self.judging.take_up()

    def _pushed(self, org_id: str) -> None:
        self.judging.wake(org_id)
        self.nightly.wake(org_id)

    def epoch(self) -> str:
        """The centre's epoch."""
        return self._epoch

    def fresh_id(self) -> str:
        """A new identifier."""
        return new_id(self.now(), randomness.token_bytes(10))

    def seed_attempts(self, org_id: str, played: Sequence[tuple[StudentAttempt, Performance]]) -> int:
        """Take a history of attempts with their notes, and judge it, through the same code as a push. How many judged.

        Attempts that are there already are left as they are, so a seeding that was cut off can run again.
        """
        for start in range(0, len(played), SEED_PAGE):
            page = played[start : start + SEED_PAGE]
            self.school.within(org_id, lambda unit, page=page: _add_played(unit, page))  # type: ignore[misc]
        return self.judging.judge_all(org_id)

    def close(self) -> None:
        """Stop the worker and let go of the database."""
        self.judging.stop()
        self.nightly.stop()
        self.database.close()

    def __enter__(self) -> Centre:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def build(
    database_url: str,
    catalogue: Catalogue,
    now: Callable[[], int] = wall_clock,
    *,
    background: bool = True,
    hasher: PasswordHasher = OWASP,
    public_url: str | None = None,
    sealing: Sealing | None = None,
) -> Centre:
    """The centre over a database. An embedded database is made at its first start.

    `background` judges in a thread of its own; without it, the caller calls `judging.judge_all`.
    `hasher` makes the hashes of PINs and passwords: what it takes to guess one.
    `public_url` and `sealing` are what signed badges need: the address that stands in them, and the secret of the keys.

    Raises central.database.NotReady where the database is away or of another revision.
    """
    database = Database(normal_url(database_url))
    database.prepare()
    return Centre(
        database, catalogue, now, background=background, hasher=hasher, public_url=public_url, sealing=sealing
    )
