"""The worker that judges attempts again and derives what they bring: a queue in the database, a bite at a time.

Judging reads and computes outside of any write transaction; only the results are written, with the queue's rows taken
out in the same transaction. Killed at any point, it begins again where it was, and derived ids keep twice from
counting double.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from central.asking import done, fetched
from central.database import Database
from central.progress.copies import without_copies
from central.progress.deriving import Deriving, record_of
from central.progress.listening import accept, right_points, with_reviews
from central.progress.student import Student
from central.progress.students import Students
from central.progress.verdict import Judged, verdict_of
from central.rows import Rows
from central.statements import any_of, mark, selecting, several
from central.sync.effects import follow
from central.sync.unit import Unit
from domain.games.catalogue import Catalogue
from domain.records.progress import AttemptVerdict, Performance, StudentAttempt

LOG = logging.getLogger("central.judging")
# Attempts judged in one bite: its write transaction stays well below what a waiting push would notice.
BITE = 100
# In one bite where nobody waits: each student's history is read once for many attempts.
ALL_AT_ONCE = 2_500
# An attempt's notes may come in the next request; after this long without them it cannot be verified.
NOTES_WAIT = 60 * 1_000_000
_EVER = (1 << 63) - 1
# In seconds: how often the worker looks for attempts whose notes never came, and how long it rests after a failure.
NOTES_LOOK = 5.0
LOOK_AGAIN = 30.0
# Judging begins so long after the last push, in seconds, and so long after the first at the latest: a class that sends
# its lesson at one moment is answered first.
CALM = 0.1
AT_LATEST = 1.0


class Judging:
    """Judges what was pushed. `wake` may be called from any thread; the worker starts with the first call."""

    def __init__(
        self,
        database: Database,
        catalogue: Catalogue,
        now: Callable[[], int],
        *,
        background: bool,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        """`ticks` gives seconds of a clock that only goes forward: the worker waits by it."""
        self._database = database
        self._catalogue = catalogue
        self._students = Students(catalogue)
        self._now = now
        self._background = background
        self._ticks = ticks
        # When each organisation was first woken since its last bite, and when its next bite is due.
        self._since: dict[str, float] = {}
        self._due: dict[str, float] = {}
        self._changed = threading.Condition()
        self._stopping = False
        self._thread: threading.Thread | None = None

    def wake(self, org_id: str) -> None:
        """This organisation may have attempts to judge. They wait for a calm moment, but not for long."""
        if not self._background:
            return
        with self._changed:
            now = self._ticks()
            since = self._since.setdefault(org_id, now)
            self._due[org_id] = min(now + CALM, since + AT_LATEST)
            if self._thread is None and not self._stopping:
                self._thread = threading.Thread(target=self._work, name="central-judging", daemon=True)
                self._thread.start()
            self._changed.notify()

    def take_up(self) -> None:
        """Judge what was left undone when the centre ended, without waiting for anybody to come."""
        with self._database.reading("") as connection:
            if self._database.postgres:
                # Row-level security shows the queue of each organisation to itself, and of all to who asks for that.
                fetched(connection, "SELECT set_config('mlc.every_queue', 'on', true)")
            for (org_id,) in fetched(connection, "SELECT DISTINCT org_id FROM to_judge"):
                self.wake(org_id)

    def stop(self) -> None:
        """End the worker after its bite."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        while (org_id := self._next()) is not None:
            again = self._bite(org_id)
            if again is not None:
                with self._changed:
                    now = self._ticks()
                    self._since.setdefault(org_id, now)
                    self._due.setdefault(org_id, now + again)

    def _next(self) -> str | None:
        """The organisation whose bite is due, once one is; None when the worker shall end."""
        with self._changed:
            while not self._stopping:
                org_id = min(self._due, key=self._due.__getitem__, default=None)
                wait = None if org_id is None else self._due[org_id] - self._ticks()
                if org_id is not None and wait is not None and wait <= 0:
                    del self._due[org_id], self._since[org_id]
                    return org_id
                self._changed.wait(wait)
            return None

    def _bite(self, org_id: str) -> float | None:
        """Judge some. In how many seconds to look again; None where nothing is left."""
        try:
            if self.judge_pending(org_id) > 0:
                return 0.0
            with self._database.reading(org_id) as connection:
                queue = _waiting(connection.dialect.name) + " LIMIT 1"
                left = bool(fetched(connection, queue, (org_id,)))
        except (DBAPIError, PoolTimeout) as error:
            # The queue keeps what was not judged; the next look takes it up.
            LOG.error("judging stopped: %s", type(error).__name__)
            return LOOK_AGAIN
        return NOTES_LOOK if left else None

    def judge_all(self, org_id: str) -> int:
        """Judge until nothing more can be judged now. How many were."""
        done = 0
        while bite := self.judge_pending(org_id, ALL_AT_ONCE):
            done += bite
        return done

    def judge_pending(self, org_id: str, limit: int = BITE) -> int:
        """Judge up to `limit` attempts. How many were; 0 where nothing is left that can be judged now."""
        with self._database.reading(org_id) as connection:
            rows = Rows(connection, org_id)
            ready = self._ready(connection, org_id, limit)
            attempts, notes = _played(rows, ready)
            self._students.read_ahead(rows, sorted({attempt.student_id for attempt in attempts.values()}))
        if not ready:
            return 0
        judged = [verdict_of(self._catalogue, attempts[i], notes.get(i), self._now()) for i in ready if i in attempts]
        taken, wrote = self._database.write(org_id, lambda connection: self._keep(connection, org_id, ready, judged))
        self._students.put_back(org_id, taken, wrote)
        return len(ready)

    def _ready(self, connection: Connection, org_id: str, limit: int) -> list[str]:
        """The attempts whose notes are here, then those that have waited for their notes long enough."""
        dialect = connection.dialect.name
        late = self._now() - NOTES_WAIT
        with_notes = fetched(connection, _ready(dialect), (org_id, True, _EVER, limit))
        found = with_notes or fetched(connection, _ready(dialect), (org_id, False, late, limit))
        return [str(row[0]) for row in found]

    def _keep(
        self, connection: Connection, org_id: str, ready: Sequence[str], judged: Sequence[Judged]
    ) -> tuple[list[Student], Mapping[str, range]]:
        """Write what was found and what it brings: the students that it has moved on, and its places in the buckets."""
        unit = Unit(connection, org_id, self._now())
        judged = with_reviews(unit, without_copies(unit, judged))
        fresh = {record.id for record in unit.add_missing([record_of(found, self._now()) for found in judged])}
        accepted = _accepted(unit, [found for found in judged if found.attempt.id not in fresh])
        deriving = Deriving(unit, self._catalogue, self._students)
        for student_id, theirs in _by_student(judged):
            new = [found for found in theirs if found.attempt.id in fresh or accepted.get(found.attempt.id)]
            if new:
                deriving.derive_all(student_id, new, anew=any(found.attempt.id in accepted for found in theirs))
        dialect = connection.dialect.name
        sql = f"DELETE FROM to_judge WHERE org_id = {mark(dialect)} AND attempt_id {any_of(dialect)}"
        done(connection, sql, (org_id, several(dialect, ready)))
        follow(unit)
        return deriving.taken, unit.ledger.settle()


def _by_student(judged: Sequence[Judged]) -> list[tuple[str, list[Judged]]]:
    found: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        found[one.attempt.student_id].append(one)
    return sorted(found.items())


def _accepted(unit: Unit, known: Sequence[Judged]) -> dict[str, bool]:
    """Of attempts that were judged before, those about which a teacher has decided: whether they count now."""
    decided = {}
    for found in known:
        verdict = unit.rows.get(AttemptVerdict, found.attempt.id)
        if verdict is not None and accept(unit, verdict, found.accepted):
            decided[found.attempt.id] = bool(found.accepted)
            if found.accepted:
                right_points(unit, found, record_of(found, unit.now))
    return decided


def _played(rows: Rows, ids: Sequence[str]) -> tuple[dict[str, StudentAttempt], dict[str, Performance]]:
    """The attempts and their notes, by the attempts' ids."""
    attempts, notes = rows.where_each((StudentAttempt, {"id": ids}), (Performance, {"id": ids})) if ids else ([], [])
    return {each.id: each for each in attempts}, {each.id: each for each in notes}


@cache
def _waiting(dialect: str) -> str:
    """The queue of an organisation."""
    return selecting("to_judge", ("attempt_id",), (), dialect)


@cache
def _ready(dialect: str) -> str:
    """The attempts with, or without, their notes that came by a moment, in the order in which they came.

    Those of one push in the order of their ids, which begin with the time.
    """
    found = selecting("to_judge", ("attempt_id",), (("notes", False),), dialect)
    return f"{found} AND received_at <= {mark(dialect)} ORDER BY received_at, attempt_id LIMIT {mark(dialect)}"
