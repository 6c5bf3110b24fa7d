"""What happens once a day for each organisation: highlights, digests, and the recompute that must find nothing."""

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
from central.community.lighting import generate, monthly, weekly
from central.community.telling import digests
from central.sync.unit import Unit
from domain.games.catalogue import Catalogue

LOG = logging.getLogger("central.nightly")
Within = Callable[[str, Callable[[Unit], Any]], Any]


class Night(msgspec.Struct, frozen=True, kw_only=True):
    """What one run has done."""

    highlights: int
    digests: int
    recount: Recount


class Nightly:
    """Runs an organisation's night with its first push of a day. `within` does work in a transaction of it."""

    def __init__(self, within: Within, catalogue: Catalogue, now: Callable[[], int], *, background: bool) -> None:
        self._within = within
        self._catalogue = catalogue
        self._now = now
        self._background = background
        self._done: dict[str, str] = {}
        self._threads: list[threading.Thread] = []

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
        try:
            found = self.run(org_id).recount
        except DBAPIError as error:
            LOG.error("the night was cut off: %s", type(error).__name__)
            self._done.pop(org_id, None)
            return
        if not found.nothing:
            LOG.error("the recompute found rows that differ: %s", found)

    def run(self, org_id: str) -> Night:
        """Do all of it now; twice is once. Each part is a transaction of its own."""
        now = self._now()
        lit = self._within(org_id, partial(generate, editions=(weekly(now), monthly(now))))
        told = self._within(org_id, partial(digests, day=self._day()))
        return Night(highlights=lit, digests=told, recount=self.recount(org_id))

    def recount(self, org_id: str) -> Recount:
        """Only the recompute."""
        found: Recount = self._within(org_id, partial(recompute, catalogue=self._catalogue))
        return found

    def stop(self) -> None:
        """Wait for what is under way."""
        for thread in self._threads:
            thread.join()
