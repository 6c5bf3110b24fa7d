"""The keeper of the mirrors: one worker thread, the only one that opens their files. Work goes in, Futures come out.

What a person waits for goes before what the road to the centre does; the road's work comes in small pieces, so nobody
waits longer than one piece.
"""

from __future__ import annotations

import datetime
import itertools
import logging
import os
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from enum import IntEnum
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.store.attempts import Running
from app.store.lock import FileLock, hold
from app.store.mirror import DamagedWhileOpen
from app.store.problems import StoreProblem, disk_unreachable, in_the_users_words, store_closed
from app.store.readings import Account
from app.store.secrets import Secrets
from app.store.shelf import MOST_OPEN, Shelf
from domain.games.catalogue import Catalogue
from domain.music.say import Say
from domain.records.ids import new_id

T = TypeVar("T")
LOG = logging.getLogger("store")
# A power cut may cost this many seconds of the running attempt's notes (R1 allows one).
_FLUSH_EVERY = 0.5
# For so long after somebody has asked for something they count as being at work, in microseconds.
_AT_WORK = 3_000_000


class Urgency(IntEnum):
    """Whose turn is first. CLOSE lets deeds end and drops what can be done another day."""

    NOW = 0
    CLOSE = 1
    LATER = 2


class Present(NamedTuple):
    """Who is signed in, and what checks their secret with no network."""

    account: Account
    verifier: str


class Desk:
    """What a piece of work finds on the worker's desk."""

    def __init__(
        self,
        shelf: Shelf,
        running: Running,
        secrets: Secrets,
        now: Callable[[], int],
        ticks: Callable[[], int],
        catalogue: Catalogue,
        time_zone: str,
    ) -> None:
        self.shelf = shelf
        self.mirror = shelf.mirror
        self.running = running
        self.secrets = secrets
        self.now = now
        self.ticks = ticks
        self.catalogue = catalogue
        self.time_zone = time_zone
        self._zone = _zone(time_zone)
        # What the road last said about each account, and the figures of students, which are costly to count anew.
        self.contacts: dict[str, Any] = {}
        self.figures: dict[str, Any] = {}
        # How many operations of an account wait, where that was counted since its outbox last changed.
        self.waiting: dict[str, int] = {}
        # The latest time that each account has seen in this run, with the ticks of then (`lived`).
        self.seen: dict[str, tuple[int, int]] = {}
        # When each mirror is next looked through for what must not be kept any longer.
        self.looked_through: dict[str, int] = {}
        # Who is signed in, a second time beside the machine's mirror, which may have to be made anew meanwhile.
        self.here: Present | None = None

    def day(self, at: int) -> str:
        """The calendar day, as ISO text, that a time in microseconds has where this machine stands."""
        return datetime.datetime.fromtimestamp(at // 1_000_000, self._zone).date().isoformat()

    def midnight(self, day: str) -> int:
        """The moment, in microseconds, at which a calendar day begins where this machine stands.

        Raises ValueError for what is no day.
        """
        return int(datetime.datetime.fromisoformat(day).replace(tzinfo=self._zone).timestamp()) * 1_000_000

    def new_id(self) -> str:
        """An identifier for something made now."""
        return new_id(self.now(), os.urandom(10))


def _zone(name: str) -> datetime.tzinfo | None:
    """The zone of an IANA name; where this computer has no table of them, the zone that it is set to."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


Work = Callable[[Desk], T]


class Keeper:
    """Owns the folder with the mirrors of this machine.

    `now` gives microseconds since 1970 UTC, `ticks` those of a clock that nobody can turn back, `time_zone` the
    machine's IANA name, `machine_mark` something that another computer does not have (a copied disk shall notice).
    `on_change(account_id, entities)` and `on_trouble(account_id, sentence)` are called on the worker and must return at
    once. Raises StoreProblem where another program uses the folder; `lock` is the folder's, where the caller holds it
    already (`hold`). `most_open` files stay open beside the machine's.
    """

    def __init__(
        self,
        *,
        folder: Path,
        secrets: Secrets,
        now: Callable[[], int],
        catalogue: Catalogue,
        ticks: Callable[[], int] = lambda: 0,
        time_zone: str = "UTC",
        machine_mark: str = "",
        lock: FileLock | None = None,
        most_open: int = MOST_OPEN,
        on_change: Callable[[str, frozenset[str]], None] = lambda _account, _entities: None,
        on_trouble: Callable[[str, Say], None] = lambda _account, _sentence: None,
    ) -> None:
        self._lock = lock or hold(folder)
        self.now = now
        self.secrets = secrets
        self.time_zone = time_zone
        self.folder = folder
        self.on_change = on_change
        self.on_trouble = on_trouble
        shelf = Shelf(folder, secrets, now, self.announce, on_trouble, machine_mark, most_open)
        self._desk = Desk(shelf, Running(shelf), secrets, now, ticks, catalogue, time_zone)
        self._queue: queue.PriorityQueue[tuple[int, int, Callable[[], None] | None]] = queue.PriorityQueue()
        self._order = itertools.count()
        self._waiting: set[Future[Any]] = set()
        self._asked_at = 0
        self._closing = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()

    @property
    def catalogue(self) -> Catalogue:
        """The games."""
        return self._desk.catalogue

    def submit(self, work: Work[T], urgency: Urgency = Urgency.NOW) -> Future[T]:
        """Have work done on the worker. Its exception, or a StoreProblem once closed, comes through the Future."""
        future: Future[T] = Future()
        if urgency is Urgency.NOW:
            self._asked_at = self.now()
        with self._closing:
            if self._closed:
                future.set_exception(store_closed())
                return future
            self._waiting.add(future)
            self._queue.put((urgency, next(self._order), lambda: self._do(work, future)))
        return future

    def in_use(self) -> bool:
        """Whether somebody has asked for something just now: what they ask for next shall not wait long either."""
        return self.now() - self._asked_at < _AT_WORK

    def close(self) -> None:
        """Finish what a person has asked for, drop the rest, close the files and end the thread."""
        with self._closing:
            if not self._closed:
                self._closed = True
                self._queue.put((Urgency.CLOSE, next(self._order), None))
        self._thread.join()
        self._lock.release()

    def __enter__(self) -> Keeper:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- on the worker

    def announce(self, account_id: str, entities: frozenset[str]) -> None:
        """Tell the listener what of an account has changed. For the worker."""
        if entities & {"attempt_verdict", "rest_day"}:
            self._desk.figures.pop(account_id, None)
        if "outbox" in entities:
            self._desk.waiting.pop(account_id, None)
        try:
            self.on_change(account_id, entities)
        except Exception:
            # What was done is done and durable: a listener's fault must not make it look refused.
            LOG.exception("a listener failed")

    def _run(self) -> None:
        while (job := self._next()) is not None:
            job()
        self._end()

    def _end(self) -> None:
        for future in list(self._waiting):
            if future.set_running_or_notify_cancel():
                future.set_exception(store_closed())
        self._desk.running.close()
        self._desk.shelf.close()

    def _next(self) -> Callable[[], None] | None:
        while True:
            try:
                return self._queue.get(timeout=_FLUSH_EVERY if self._desk.running.dirty else None)[2]
            except queue.Empty:
                self._flush(self._desk.running.flush)

    def _do(self, work: Work[T], future: Future[T]) -> None:
        self._waiting.discard(future)
        if not future.set_running_or_notify_cancel():
            return
        try:
            result = self._done(work)
        except Exception as error:
            future.set_exception(error)
        else:
            future.set_result(result)
        self._flush(lambda: self._desk.running.flush_if_due(self.now()))

    def _flush(self, flush: Callable[[], None]) -> None:
        """A disk that does not take the notes of a running attempt is told; the worker goes on."""
        try:
            with in_the_users_words():
                flush()
        except StoreProblem as problem:
            self.on_trouble("", problem.say)
        except OSError:
            self.on_trouble("", disk_unreachable().say)

    def _done(self, work: Work[T]) -> T:
        """The work's result; where a file turns out to be broken, it is put aside and the work done once more."""
        aside: list[str] = []
        while True:
            try:
                with in_the_users_words():
                    return work(self._desk)
            except DamagedWhileOpen as error:
                if error.account_id in aside:
                    raise disk_unreachable() from error
                aside.append(error.account_id)
            # Only now nothing holds the broken file any more: what closes it later would take the new one's log along.
            with in_the_users_words():
                self._desk.shelf.quarantine(aside[-1])
