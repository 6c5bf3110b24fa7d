"""What happens once a day for an organisation: highlights, digests, retention; and the recompute, which finds nothing.

The recompute reads everything, so it runs when an administrator's timer asks for it (`mlc-central badges recompute`),
not while a school is at work.
"""

from __future__ import annotations

import datetime
import logging
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec
from sqlalchemy.exc import DBAPIError

from central.community.badges import Recount, recompute
from central.community.family_news import family_digests
from central.community.lighting import generate, monthly, weekly
from central.community.telling import digests
from central.community.world import forget_seasons
from central.database import Database
from central.identity.erasing import due, erase
from central.rows import Rows
from central.sync.unit import Unit
from domain.games.catalogue import Catalogue
from domain.records.identity import SchoolClass

LOG = logging.getLogger("central.nightly")
# Who erases where nobody asked for it: the rule of 13 months.
RETENTION = "retention"
# How long after the first push of a day its work begins, in seconds.
CALM = 5.0
Within = Callable[[str, Callable[[Unit], Any]], Any]


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """What one run has done."""

    highlights: int
    digests: int
    # People whose time to be deleted had come.
    erased: int


class Nightly:
    """Runs an organisation's day with its first push. `within` does work in a transaction of it."""

    def __init__(
        self, database: Database, within: Within, catalogue: Catalogue, now: Callable[[], int], *, background: bool
    ) -> None:
        self._database = database
        self._within = within
        self._catalogue = catalogue
        self._now = now
        self._background = background
        self._done: dict[str, str] = {}
        self._threads: list[threading.Thread] = []
        self._ended = threading.Event()

    def wake(self, org_id: str) -> None:
        """This organisation is at work. Returns at once."""
        day = self._day()
        if not self._background or self._done.get(org_id) == day:
            return
        self._done[org_id] = day
        thread = threading.Thread(target=self._quietly, args=(org_id,), name="central-nightly", daemon=True)
        self._threads = [*(t for t in self._threads if t.is_alive()), thread]
        thread.start()

    def _day(self) -> str:
        return datetime.datetime.fromtimestamp(self._now() / 1_000_000, tz=datetime.UTC).date().isoformat()

    def _quietly(self, org_id: str) -> None:
        # A class that arrives is answered first.
        if self._ended.wait(CALM):
            return
        try:
            self.run(org_id)
        except DBAPIError as error:
            LOG.error("the day's highlights were cut off: %s", type(error).__name__)
            self._done.pop(org_id, None)

    def run(self, org_id: str) -> Day:
        """Highlights and digests now; twice is once. Each class is a transaction of its own, so nobody waits long."""
        editions = (weekly(self._now()), monthly(self._now()))
        with self._database.reading(org_id) as connection:
            rooms = [room.id for room in Rows(connection, org_id).where(SchoolClass, status="active")]
        lit = told = 0
        for room in sorted(rooms):
            lit += self._within(org_id, partial(generate, class_id=room, editions=editions))
            told += self._within(org_id, partial(digests, class_id=room, day=self._day()))
        told += self._within(org_id, partial(family_digests, day=self._day()))
        self._within(org_id, forget_seasons)
        return Day(highlights=lit, digests=told, erased=self.retain(org_id))

    def retain(self, org_id: str) -> int:
        """Delete who left longer ago than their data may be kept. How many; each is a transaction of their own."""
        with self._database.reading(org_id) as connection:
            people = due(Unit(connection, org_id, self._now()))
        for person in people:
            self._within(org_id, partial(erase, user_id=person, by=RETENTION, left=True))
        return len(people)

    def recount(self, org_id: str) -> Recount:
        """Make everything anew and hold it beside what is stored. Changes nothing."""
        with self._database.reading(org_id) as connection:
            return recompute(Unit(connection, org_id, self._now()), self._catalogue)

    def stop(self) -> None:
        """Wait for what is under way; what has not begun is left to the next push after a start."""
        self._ended.set()
        for thread in self._threads:
            thread.join()
