"""The road: a thread that speaks for this machine's accounts, at once when there is work, by time when there is none.

Retries go by time and not by the next write: full jitter below a bound that doubles from 1 s to 5 min, and never before
a Retry-After. Asking by hand, or a network that came back (`kick`), does not wait.
"""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable
from contextlib import suppress

import httpx

from app.store.accounts import Business, business, erase_account, invite, look_through
from app.store.classroom import refresh_figures
from app.store.contact import up_to_date
from app.store.intake import take_in, take_in_pages
from app.store.keeper import Keeper
from app.store.lock import AlreadyHeld, FileLock
from app.store.machine import at_home, no_longer_known
from app.store.mirror import MirrorReplaced
from app.store.outbox import Contact, next_pull, next_request, tell_contact, waits
from app.store.problems import StoreProblem
from app.store.shelf import MACHINE
from app.store.signing_in import grant_over
from app.store.standing_here import put_on_hold
from app.sync.carrier import ERASED, NO_CONTACT, NOT_HERE, ON_HOLD, UNKNOWN_MACHINE, Carrier, NoAnswer, nonsense
from app.sync.hints import Listening
from app.sync.pictures import Pictures
from domain.records.wire import PullRequest

LOG = logging.getLogger("sync")

# No polling below this without a hint from the centre (sync.md, Live).
QUIET = 30.0
_FIRST_RETRY, _LONGEST_RETRY = 1.0, 300.0
# After so many pages of what is older, it is time to ask for news again.
_PAGES_BETWEEN = 4
# What the road is told of that is a reason to go: while the centre is out of reach, only who came a moment ago.
_SOMEBODY_CAME = frozenset({"local_account", "enrolment"})
_WORK = _SOMEBODY_CAME | {"outbox"}
# While this machine belongs to no school there is nothing to ask.
_NOT_ENROLLED = 3600.0


class Road:
    """Started with `start`, ended with `close`. `kick` makes it go at once.

    `jitter(bound)` draws a wait in seconds between 0 and the bound. `transport` replaces the network in measurements.
    """

    def __init__(
        self,
        *,
        keeper: Keeper,
        quiet: float = QUIET,
        jitter: Callable[[float], float] = lambda bound: random.uniform(0, bound),
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._keeper = keeper
        self._quiet = quiet
        self._jitter = jitter
        self._transport = transport
        self._failures = 0
        self._resting = False
        # The centre has named the time before which it does not want to be asked.
        self._told_to_wait = False
        # Accounts to which the centre said no: asked again when they sign in, not out of the road's own accord.
        self._unwelcome: set[str] = set()
        self._pictures = Pictures(keeper)
        self._wake = threading.Event()
        self._ended = threading.Event()
        self._carrier: tuple[str, Carrier] | None = None
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        self._lock = FileLock(keeper.folder / "sync.lock")
        # Only on a real network: a stream through a transport of a measurement's own would never end.
        self._hints = Listening(self._wake.set) if transport is None else None

    def start(self) -> None:
        """Begin. Raises AlreadyHeld where another program on this machine is on the road for this folder."""
        self._lock.take()
        self._thread.start()
        if self._hints is not None:
            self._hints.start()

    def kick(self) -> None:
        """Go now: somebody asked for it, or the network has changed."""
        self._resting = self._told_to_wait = False
        self._wake.set()

    def changed(self, _account_id: str, entities: frozenset[str]) -> None:
        """The store says what changed: new work goes at once, unless the centre was out of reach a moment ago.

        Who signs in or adds the computer to a school waits for what is theirs: that goes in any case, unless the centre
        has named a time.
        """
        if not self._told_to_wait and entities & (_SOMEBODY_CAME if self._resting else _WORK):
            self._wake.set()

    def close(self) -> None:
        """End: an exchange that is under way is finished first."""
        self._ended.set()
        self._wake.set()
        if self._hints is not None:
            self._hints.close()
        if self._thread.is_alive():
            self._thread.join()
        if self._carrier is not None:
            self._carrier[1].close()
        self._lock.release()

    # -- on the road's thread

    def _run(self) -> None:
        while True:
            self._wake.clear()
            # After the clearing: who ends says so first, and wakes then.
            if self._ended.is_set():
                return
            self._wake.wait(self.round())

    def round(self) -> float:
        """Speak for everybody who has business. How many seconds to rest then.

        For the road's thread; where that was never started, for whoever keeps the time.
        """
        try:
            look_through(keeper=self._keeper)
            todo = business(keeper=self._keeper).result()
            if todo.enrolment is None or todo.token is None:
                return _NOT_ENROLLED
            if self._hints is not None:
                self._hints.follow(todo.enrolment.centre, todo.token, (*todo.present, MACHINE))
            carrier = self._carrier_to(todo.enrolment.centre)
            more = self._speak_for_all(carrier, todo.token, todo)
            if not self._ended.is_set():
                with suppress(StoreProblem):
                    self._pictures.fetch(carrier, todo.token)
        except NoAnswer as problem:
            return self._rest(problem)
        except StoreProblem:
            return self._rest(None)
        except Exception:
            # A fault of ours must neither end the thread nor reach the screen as a traceback.
            LOG.exception("a round of the road failed")
            return self._rest(None)
        self._failures = 0
        self._resting = self._told_to_wait = False
        return 0.0 if more else self._quiet

    def exchange(self, account_id: str) -> None:
        """Speak for one account: for measurements, where the road was never started. Raises NoAnswer, StoreProblem."""
        known = at_home(keeper=self._keeper).result()
        if known is not None:
            self._exchange(self._carrier_to(known[0].centre), known[1], account_id)

    def _rest(self, problem: NoAnswer | None) -> float:
        bound = min(_FIRST_RETRY * 2**self._failures, _LONGEST_RETRY)
        self._failures = min(self._failures + 1, 16)
        self._resting = True
        self._told_to_wait = problem is not None and problem.retry_after is not None
        wait = self._jitter(_LONGEST_RETRY if problem is not None and problem.lasting else bound)
        return max(wait, (problem.retry_after or 0.0) if problem is not None else 0.0)

    def _carrier_to(self, centre: str) -> Carrier:
        if self._carrier is None or self._carrier[0] != centre:
            if self._carrier is not None:
                self._carrier[1].close()
            self._carrier = centre, Carrier(centre, transport=self._transport)
        return self._carrier[1]

    def _speak_for_all(self, carrier: Carrier, token: str, todo: Business) -> bool:
        """Those who are here first, then unsent work, then one mirror that is out of date. Whether there are others.

        What fails for one alone (their file, their row at the centre) holds up none of the others. Raises NoAnswer
        where the centre cannot be asked for anybody just now, or has failed for all.
        """
        heard, failed = False, None
        for account_id in (*todo.present, MACHINE, *todo.waiting, *self._next_cold(todo)):
            if self._ended.is_set():
                return False
            try:
                self._speak_for(carrier, token, account_id)
                heard = True
            except NoAnswer as problem:
                if problem.code in (NO_CONTACT, UNKNOWN_MACHINE) or problem.retry_after is not None:
                    raise
                failed = problem
            except StoreProblem as problem:
                self._tell_trouble(account_id, Contact(problem=problem.say))
            except Exception:
                LOG.exception("the road failed for one account")
                self._tell_trouble(account_id, Contact(problem=nonsense().say))
        if failed is not None and not heard:
            raise failed
        return bool(self._cold(business(keeper=self._keeper).result()))

    def _next_cold(self, todo: Business) -> list[str]:
        found = self._cold(todo)[:1]
        for account_id in found:
            invite(keeper=self._keeper, user_id=account_id).result()
        return found

    def _tell_trouble(self, account_id: str, contact: Contact) -> None:
        with suppress(StoreProblem):
            self._tell(account_id, contact)

    def _cold(self, todo: Business) -> list[str]:
        return [account_id for account_id in todo.cold if account_id not in self._unwelcome]

    def _speak_for(self, carrier: Carrier, token: str, account_id: str) -> None:
        try:
            self._exchange(carrier, token, account_id)
            refresh_figures(keeper=self._keeper, account_id=account_id)
        except NoAnswer as problem:
            self._tell(account_id, Contact(problem=problem.say))
            if problem.code == UNKNOWN_MACHINE:
                no_longer_known(keeper=self._keeper, token=token).result()
                raise
            if not problem.lasting:
                raise
            LOG.warning("the centre will not speak to one account: %s", problem.code)
            self._unwelcome.add(account_id)
            if problem.code == ERASED:
                erase_account(keeper=self._keeper, user_id=account_id).result()
            elif problem.code == ON_HOLD:
                put_on_hold(keeper=self._keeper, user_id=account_id).result()
            elif problem.code == NOT_HERE:
                grant_over(keeper=self._keeper, user_id=account_id).result()
        else:
            self._unwelcome.discard(account_id)
            self._tell(account_id, Contact())

    def _exchange(self, carrier: Carrier, token: str, account_id: str) -> None:
        sent = 0
        while not self._ended.is_set():
            request = next_request(keeper=self._keeper, account_id=account_id).result()
            if request.waiting:
                self._tell(account_id, Contact(sending=True, progress=(sent, sent + request.waiting)))
            asked_at = self._keeper.now()
            answer = carrier.sync(token, request)
            try:
                more = take_in(
                    keeper=self._keeper,
                    account_id=account_id,
                    mirror=request.mirror,
                    answer=answer,
                    asked_at=asked_at,
                )
                sent += len(answer.verdicts)
                all_read = self._pull(carrier, token, account_id, request.mirror, more)
            except MirrorReplaced:
                continue
            if not all_read:
                if request.ops and not answer.verdicts:
                    raise nonsense()
                continue
            up_to_date(keeper=self._keeper, account_id=account_id)
            if request.waiting <= len(request.ops) or not answer.verdicts:
                return

    def _pull(self, carrier: Carrier, token: str, account_id: str, mirror: str, buckets: tuple[str, ...]) -> bool:
        """Read what is left of these buckets. False where all is to be asked anew.

        That is so where the centre was restored on the way, and in between where a lot is left: a year of older work
        holds up neither what is done meanwhile nor what is new.
        """
        asked: PullRequest | None = None
        for _ in range(_PAGES_BETWEEN):
            if not buckets or self._ended.is_set():
                break
            request = next_pull(keeper=self._keeper, account_id=account_id, buckets=buckets).result()
            if request == asked:
                # It says 'more' and gives nothing: asking on would never end.
                raise nonsense()
            asked = request
            answer = carrier.pull(token, request)
            if answer.epoch != request.epoch:
                return False
            buckets = take_in_pages(keeper=self._keeper, account_id=account_id, mirror=mirror, pages=answer.pages)
            if buckets and waits(keeper=self._keeper, account_id=account_id).result():
                return False
        return not buckets

    def _tell(self, account_id: str, contact: Contact) -> None:
        tell_contact(keeper=self._keeper, account_id=account_id, contact=contact).result()


__all__ = ["QUIET", "AlreadyHeld", "Road"]
