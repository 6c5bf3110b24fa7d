"""How often one caller may knock at a door where short codes are tried."""

from __future__ import annotations

import threading
from collections import OrderedDict

from central.problems import Refused

_MINUTE = 60 * 1_000_000
# Callers remembered at once; the oldest are forgotten first, so that memory is bounded.
_MOST_CALLERS = 10_000


class Throttle:
    """A token bucket for each caller, filled evenly over a minute."""

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._lock = threading.Lock()
        # Caller → the time at which its bucket is full again.
        self._full_at: OrderedDict[str, int] = OrderedDict()

    def knock(self, caller: str, now: int) -> None:
        """Let the caller in, or raise Refused (429) with the seconds to wait. `now` in microseconds."""
        cost = _MINUTE // self._per_minute
        with self._lock:
            full_at = max(now, self._full_at.pop(caller, 0))
            wait = full_at + cost - now - _MINUTE
            self._full_at[caller] = full_at if wait > 0 else full_at + cost
            while len(self._full_at) > _MOST_CALLERS:
                self._full_at.popitem(last=False)
        if wait > 0:
            seconds = -(-wait // 1_000_000)
            raise Refused("too_many_tries", f"Too many tries. Please wait {seconds} seconds.", 429, retry_after=seconds)
