"""One request does both ways: what a machine sends for an account goes in, what that account may read comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from central.auditing import was_erased
from central.database import Database
from central.identity.machines import Device, Machines
from central.problems import Refused, TooOld
from central.rows import Rows
from central.sync.known import KnownRows
from central.sync.pull import Reader
from central.sync.push import Sender, push
from central.sync.standing import MACHINE, Standing, kiosk_standing, machine_standing, standing_of
from domain.records import BY_NAME, Kind
from domain.records.identity import AccessRole, Member
from domain.records.wire import (
    MOST_OPS,
    OLDEST_SCHEMA,
    Cursor,
    OpVerdict,
    Outcome,
    PullRequest,
    SyncAnswer,
    SyncRequest,
)

Now = Callable[[], int]


class Sync:
    """The sync endpoints' work. `after_push` is told which organisation may have attempts to judge."""

    def __init__(
        self,
        database: Database,
        machines: Machines,
        epoch: Callable[[], str],
        now: Now,
        after_push: Callable[[str], None],
    ) -> None:
        self._database = database
        self._machines = machines
        self._epoch = epoch
        self._now = now
        self._after_push = after_push

    def sync(self, device: Device, request: SyncRequest) -> SyncAnswer:
        """Take what was sent, and answer with verdicts and the first page of each bucket that moved.

        Raises TooOld where the client speaks a schema that is no longer served, and Refused where the machine may not
        speak for the account.
        """
        _countable([request.waiting, *_marks(request.cursors), *(op.dev_seq for op in request.ops)])
        standing, verdicts = self._push(device, request) if request.ops else (None, ())
        if request.ops:
            self._after_push(device.org_id)
        _speaks(request.schema)
        # What was sent just now waits no more.
        self._machines.contact(device, max(0, request.waiting - len(verdicts)))
        epoch = self._epoch()
        with self._database.reading(device.org_id) as connection:
            if standing is None or not _facts_only(request):
                standing = self._standing(Rows(connection, device.org_id), device, request.account)
            fits = request.epoch in ("", epoch)
            reader = Reader(connection, standing, _taken(request, verdicts), newest=request.newest)
            pages, knows = reader.moved(request.cursors, epoch_fits=fits)
        buckets = None if knows else standing.buckets()
        return SyncAnswer(epoch, self._now(), verdicts, pages, buckets)

    def _push(self, device: Device, request: SyncRequest) -> tuple[Standing, tuple[OpVerdict, ...]]:
        if len(request.ops) > MOST_OPS:
            raise Refused("too_many", f"One request carries at most {MOST_OPS} operations.", 413)
        with self._database.reading(device.org_id) as connection:
            standing = self._standing(Rows(connection, device.org_id), device, request.account)
        sender = Sender(device.device_id, request.mirror or request.account, standing, request.schema)
        pushed = push(self._database, sender, request.ops, self._now())
        if pushed.cloned:
            self._machines.was_cloned(device)
        return standing, pushed.verdicts

    def pull(self, device: Device, request: PullRequest) -> SyncAnswer:
        """Further pages of some buckets. Raises as `sync` does."""
        _countable(_marks(request.cursors))
        _speaks(request.schema)
        epoch = self._epoch()
        with self._database.reading(device.org_id) as connection:
            standing = self._standing(Rows(connection, device.org_id), device, request.account)
            fits = request.epoch in ("", epoch)
            pages = Reader(connection, standing, newest=request.newest).further(request.cursors, epoch_fits=fits)
        return SyncAnswer(epoch, self._now(), (), pages)

    def readable(self, device: Device, accounts: Iterable[str]) -> frozenset[str]:
        """Every bucket that a machine may read for these accounts. Raises Refused as `sync` does."""
        with self._database.reading(device.org_id) as connection:
            rows = Rows(connection, device.org_id)
            standings = [self._standing(rows, device, account) for account in accounts]
        return frozenset(bucket for standing in standings for bucket in standing.buckets())

    def speaks(self, device: Device, account: str) -> Standing:
        """As whom a machine speaks for an account. Raises Refused as `sync` does."""
        with self._database.reading(device.org_id) as connection:
            return self._standing(Rows(connection, device.org_id), device, account)

    def _standing(self, rows: Rows, device: Device, account: str) -> Standing:
        """As whom this machine may speak: itself, its school's students, or staff who signed in on it."""
        if device.account is not None:
            if account not in (device.account, MACHINE) or device.class_id is None:
                raise NOT_HERE
            return kiosk_standing(device.org_id, device.account, device.class_id)
        if account == MACHINE:
            return machine_standing(device.org_id, device.site_id)
        found = standing_of(rows, KnownRows(rows), account)
        if found is None:
            raise self._why_not(rows, device, account)
        student = found.role in (AccessRole.STUDENT, AccessRole.GENERIC_STUDENT)
        if student and found.site_id == device.site_id:
            return found
        if not self._machines.has_grant(rows.connection, device, account):
            raise NOT_HERE
        return found

    def _why_not(self, rows: Rows, device: Device, account: str) -> Refused:
        """Why nobody may speak for an account: deleted, put on hold, or unknown to this machine."""
        if was_erased(rows.connection, device.org_id, account):
            return ERASED
        member = rows.get(Member, account)
        here = member is not None and (
            member.site_id == device.site_id or self._machines.has_grant(rows.connection, device, account)
        )
        return ON_HOLD if here else NOT_HERE


def _facts_only(request: SyncRequest) -> bool:
    """Whether nothing was sent that could change as whom the account stands there: a block, a class's rule."""
    return all(op.entity in BY_NAME and BY_NAME[op.entity].kind is Kind.FACT for op in request.ops)


def _taken(request: SyncRequest, verdicts: Sequence[OpVerdict]) -> frozenset[tuple[str, str]]:
    """The facts that the sender and the centre both hold now, letter by letter."""
    ok = {verdict.dev_seq for verdict in verdicts if verdict.outcome is Outcome.OK}
    taken = (op for op in request.ops if op.dev_seq in ok)
    return frozenset((op.entity, op.id) for op in taken if BY_NAME[op.entity].kind is Kind.FACT)


NOT_HERE = Refused("not_here", "This machine may not speak for that account. Sign in on it once with the network.", 403)

ERASED = Refused("erased", "The school has deleted this account.", 410)

# Suspended, or left the school. What waits stays on the machine, and is sent when the school lets them in again.
ON_HOLD = Refused("on_hold", "The school has put this account on hold.", 403)

# What a column of either database holds.
_LARGEST = (1 << 63) - 1
OUT_OF_RANGE = Refused("bad_body", "The centre cannot read this request.")


def _marks(cursors: Iterable[Cursor]) -> Iterator[int]:
    for cursor in cursors:
        yield cursor.seq
        yield cursor.back


def _countable(numbers: Iterable[int]) -> None:
    if any(not 0 <= number <= _LARGEST for number in numbers):
        raise OUT_OF_RANGE


def _speaks(schema: int) -> None:
    if schema < OLDEST_SCHEMA:
        raise TooOld()
