"""Hears from the centre that something moved, on a plain thread of its own, and wakes the road: no more than that.

Where hints cannot be had (an old centre, a proxy that keeps streams back) the road asks by time, as it does anyway.
"""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Callable
from contextlib import suppress

from app.sync.carrier import UNKNOWN_MACHINE, Carrier, NoAnswer

LOG = logging.getLogger("sync")
# Seconds before a stream that broke is opened again. One that lived for more lines than these (a sign of life has two)
# has ended for a reason, and is asked for at once.
AGAIN_AFTER = 10.0
_CUT_SHORT = 4


class Listening:
    """`follow` says for whom; `moved` is called, on this thread, when something of theirs has moved."""

    def __init__(self, moved: Callable[[], object]) -> None:
        self._moved = moved
        self._wanted: tuple[str, str, tuple[str, ...]] | None = None
        self._refused: tuple[str, str, tuple[str, ...]] | None = None
        self._changed = threading.Event()
        self._ended = threading.Event()
        self._socket: socket.socket | None = None
        self._thread = threading.Thread(target=self._run, name="hints", daemon=True)

    def start(self) -> None:
        """Begin; nothing is heard before `follow`."""
        self._thread.start()

    def follow(self, centre: str, token: str, accounts: tuple[str, ...]) -> None:
        """Listen for these accounts from now on; the same ones again change nothing."""
        if self._wanted != (centre, token, accounts):
            self._wanted = centre, token, accounts
            self._changed.set()
            self._hang_up()

    def close(self) -> None:
        """End; returns when the thread is gone."""
        self._ended.set()
        self._changed.set()
        self._hang_up()
        if self._thread.is_alive():
            self._thread.join()

    def _hang_up(self) -> None:
        if (line := self._socket) is not None:
            # The socket's own shutdown, not TLS's: it wakes the thread that reads from it.
            with suppress(OSError):
                socket.socket.shutdown(line, socket.SHUT_RDWR)

    def _run(self) -> None:
        while True:
            self._changed.clear()
            # After the clearing: who ends says so first, and wakes then.
            if self._ended.is_set():
                return
            if (wanted := self._wanted) is None:
                self._changed.wait()
                continue
            lines = 0
            try:
                lines = self._listen(*wanted)
            except NoAnswer as problem:
                LOG.info("no hints: %s", problem.code)
                self._sent_away(problem, wanted)
            except Exception:
                LOG.exception("listening for hints failed")
            self._socket = None
            if lines <= _CUT_SHORT:
                self._changed.wait(AGAIN_AFTER)

    def _listen(self, centre: str, token: str, accounts: tuple[str, ...]) -> int:
        """Listen until the stream ends. How many lines it had."""
        lines, carrier = 0, Carrier(centre)
        try:
            for line in carrier.listen(token, accounts, self._opened):
                lines += 1
                if self._changed.is_set():
                    break
                if line.startswith("data:"):
                    self._moved()
        finally:
            carrier.close()
        return lines

    def _sent_away(self, problem: NoAnswer, wanted: tuple[str, str, tuple[str, ...]]) -> None:
        """The school has taken this computer out: the road hears it at once, and once."""
        if problem.code == UNKNOWN_MACHINE and self._refused != wanted:
            self._refused = wanted
            self._moved()

    def _opened(self, line: socket.socket) -> None:
        self._socket = line
        if self._changed.is_set():
            # Others are to be listened for since the line was asked for, when there was nothing to hang up yet.
            self._hang_up()
        # What moved between the last exchange and now would not be told any more.
        self._moved()
