"""A display waits to be given to a class: it shows a code and asks now and then whether a teacher has typed it in."""

from __future__ import annotations

import threading
from collections.abc import Callable

from app.store.keeper import Keeper
from app.store.problems import StoreProblem
from app.sync.carrier import NoAnswer
from app.sync.enrolment import kiosk_code, kiosk_paired

# How often the centre is asked, in seconds.
ASK_EVERY = 2.0
RETRY_EVERY = 10.0


class Pairing:
    """Started with `start`, ends by itself once the display belongs to a class. It calls both functions on its thread.

    `on_code(code)` is told each code to show; None while the centre is out of reach. `on_paired()` comes once.
    """

    def __init__(
        self,
        *,
        keeper: Keeper,
        centre: str,
        machine_name: str,
        on_code: Callable[[str | None], None],
        on_paired: Callable[[], None],
        now: Callable[[], int],
    ) -> None:
        self._keeper, self._centre, self._machine_name = keeper, centre, machine_name
        self._on_code, self._on_paired, self._now = on_code, on_paired, now
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="pairing", daemon=True)

    def start(self) -> None:
        """Begin to ask."""
        self._thread.start()

    def close(self) -> None:
        """End; returns when the thread is gone."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                if self._one_code():
                    self._on_paired()
                    return
            except (NoAnswer, StoreProblem):
                self._on_code(None)
                self._ended.wait(RETRY_EVERY)

    def _one_code(self) -> bool:
        """Show one code until somebody has typed it in (True) or it has run out."""
        code = kiosk_code(centre=self._centre, machine_name=self._machine_name)
        self._on_code(code.code)
        while not self._ended.is_set() and self._now() < code.expires_at:
            if kiosk_paired(keeper=self._keeper, centre=self._centre, poll_token=code.poll_token) is not None:
                return True
            self._ended.wait(ASK_EVERY)
        return False
