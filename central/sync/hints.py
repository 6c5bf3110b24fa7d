"""Hints to machines that listen: bucket B is at N. Only hints: what moved is read by an ordinary sync.

Listeners of one organisation share one look at the heads a second, so many machines cost the database as much as one,
and a centre of several processes tells what any of them wrote.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable

from sqlalchemy import select

from central.database import Database
from central.identity.machines import Device
from central.tables import BUCKET_HEAD

# Seconds between two looks at the heads, and between two signs of life; changes within a look are one hint.
LOOK_EVERY = 1.0
BEAT_EVERY = 5.0


class Hints:
    """What listeners are told. `readable(device, accounts)` names the buckets that they may read."""

    def __init__(self, database: Database, readable: Callable[[Device, Iterable[str]], frozenset[str]]) -> None:
        self._database = database
        self._readable = readable
        self._heads: dict[str, tuple[float, dict[str, int]]] = {}
        self._lock = threading.Lock()
        # Streams end by themselves once this is set, so that a service can stop.
        self.closing = False

    def listener(self, device: Device, accounts: Iterable[str]) -> Listener:
        """Somebody who listens for these accounts. Raises Refused where the machine may not speak for one of them."""
        return Listener(self, device, tuple(accounts), self._readable(device, accounts))

    def readable(self, device: Device, accounts: Iterable[str]) -> frozenset[str]:
        """The buckets that the machine may read just now."""
        return self._readable(device, accounts)

    def heads(self, org_id: str) -> dict[str, int]:
        """How far each bucket of an organisation is, at most `LOOK_EVERY` seconds old."""
        with self._lock:
            at, heads = self._heads.get(org_id, (0.0, {}))
            if time.monotonic() - at >= LOOK_EVERY:
                heads = self._looked(org_id)
                self._heads[org_id] = (time.monotonic(), heads)
            return heads

    def _looked(self, org_id: str) -> dict[str, int]:
        query = select(BUCKET_HEAD.c.bucket, BUCKET_HEAD.c.seq).where(BUCKET_HEAD.c.org_id == org_id)
        with self._database.reading(org_id) as connection:
            return {row.bucket: row.seq for row in connection.execute(query)}


class Listener:
    """One stream: what it has been told, and what moved since."""

    def __init__(self, hints: Hints, device: Device, accounts: tuple[str, ...], buckets: frozenset[str]) -> None:
        self._hints, self._device, self._accounts = hints, device, accounts
        self._buckets = buckets
        self._told = self._now()

    def moved(self) -> dict[str, int]:
        """The buckets that moved since the last call, each with its place."""
        now = self._now()
        moved = {bucket: seq for bucket, seq in now.items() if self._told.get(bucket) != seq}
        self._told = now
        return moved

    def look_again(self) -> dict[str, int]:
        """Take up what became readable and drop what is not any more. What changed so. Raises Refused."""
        buckets = self._hints.readable(self._device, self._accounts)
        lost = dict.fromkeys(self._buckets - buckets, 0)
        self._buckets = buckets
        return {**lost, **self.moved()}

    def _now(self) -> dict[str, int]:
        heads = self._hints.heads(self._device.org_id)
        return {bucket: heads.get(bucket, 0) for bucket in self._buckets}
