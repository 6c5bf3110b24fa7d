"""A machine that is being opened behind a window that is there already.

Until the machine is open the sign-in page is the one that was shown last, and whoever signs in waits for the machine
without losing a touch. After that every call goes to the machine.
"""

from __future__ import annotations

import logging
import platform
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.clocks import wall_clock
from app.settings import SettingsFile
from app.store.keys import MACHINE
from app.store.readings import SignIn, SignInPage
from app.views.rooms import News, Rooms

if TYPE_CHECKING:
    from app.desktop import Desktop

T = TypeVar("T")
LOG = logging.getLogger(__name__)


class Opening(QObject):
    """`make` builds the machine and starts what it has; it is called once, on a thread of its own."""

    # The machine is open: a Desktop.
    opened = Signal(object)
    # Exception: it could not be opened.
    failed = Signal(object)

    def __init__(
        self,
        make: Callable[[], Desktop],
        *,
        news: News,
        settings: SettingsFile,
        last_page: Callable[[], SignInPage | None],
        at_once: bool = True,
        demonstration: Sequence[tuple[str, str, str]] = (),
        centre: str = "",
    ) -> None:
        """`last_page` is asked now, or (not `at_once`) on the opening thread, where a key store may wait for a person.

        `centre` is the address that is offered to a computer that belongs to no school yet."""
        super().__init__()
        self._make, self._news, self._settings = make, news, settings
        self._peek = last_page
        self._last_page = last_page() if at_once else None
        self._demonstration = tuple(demonstration)
        self._centre = centre
        self._machine: Future[tuple[Desktop, Rooms]] = Future()
        self._thread = threading.Thread(target=self._open, name="opening", daemon=True)

    def begin(self) -> None:
        """Open the machine now; returns at once."""
        self._thread.start()

    def close(self) -> None:
        """Close the machine; one that is still being opened is awaited, so that its files are left whole."""
        if self._thread.ident is None:
            return
        self._thread.join()
        if self._machine.exception() is None:
            self._machine.result()[0].close()

    def rooms(self) -> Rooms:
        """What views may call, from the first moment on."""
        now: dict[str, Any] = {
            "news": self._news,
            "now": wall_clock,
            "sign_in_page": self._sign_in_page,
            "sign_in": self._sign_in,
            "sign_in_by_name": self._sign_in_by_name,
            "demonstration": self._demonstration,
            "join": self._join,
            "known_centre": self._centre,
            "machine_name": platform.node(),
            "look": lambda: self._settings.now.look,
            "keep_look": lambda look: self._settings.keep(look=look),
        }
        kinds = {name: str(Rooms.__annotations__[name]) for name in Rooms.__struct_fields__}
        later = {name: partial(self._call, name) for name, kind in kinds.items() if kind.startswith("Callable[")}
        groups = {name: _Group(partial(self._group, name)) for name, kind in kinds.items() if _is_group(kind)}
        return Rooms(**{**later, **groups, **now})

    def _open(self) -> None:
        try:
            if self._last_page is None and (page := self._peek()) is not None:
                self._last_page = page
                self._news.changed.emit(MACHINE, frozenset({"sign_in_tile"}))
            machine = self._make()
            self._machine.set_result((machine, machine.rooms()))
        except Exception as problem:
            LOG.exception("the machine could not be opened")
            self._machine.set_exception(problem)
            self.failed.emit(problem)
        else:
            # The page that shows may be some moments old.
            self._news.changed.emit(MACHINE, frozenset({"sign_in_tile"}))
            self.opened.emit(machine)

    def _call(self, name: str, *given: Any) -> Any:
        """A function of the machine: pages that are built for somebody who has signed in find it open."""
        return getattr(self._machine.result()[1], name)(*given)

    def _group(self, name: str) -> Any:
        return getattr(self._machine.result()[1], name)

    def _sign_in_page(self) -> Future[SignInPage]:
        if self._last_page is None or self._machine.done():
            return self._asked(lambda rooms: rooms.sign_in_page())
        shown: Future[SignInPage] = Future()
        shown.set_result(self._last_page)
        return shown

    def _sign_in(self, user_id: str, secret: str) -> Future[SignIn]:
        return self._asked(lambda rooms: rooms.sign_in(user_id, secret))

    def _sign_in_by_name(self, username: str, secret: str) -> Future[SignIn]:
        return self._asked(lambda rooms: rooms.sign_in_by_name(username, secret))

    def _join(self, centre: str, code: str, name: str) -> Future[None]:
        def ask(rooms: Rooms) -> Future[None]:
            assert rooms.join is not None
            return rooms.join(centre, code, name)

        return self._asked(ask)

    def _asked(self, ask: Callable[[Rooms], Future[T]]) -> Future[T]:
        """Ask the machine, as soon as it is open."""
        answer: Future[T] = Future()

        def opened(machine: Future[tuple[Desktop, Rooms]]) -> None:
            if (problem := machine.exception()) is not None:
                answer.set_exception(problem)
                return
            ask(machine.result()[1]).add_done_callback(lambda done: _hand_on(done, answer))

        self._machine.add_done_callback(opened)
        return answer


def _hand_on(done: Future[T], answer: Future[T]) -> None:
    if (problem := done.exception()) is not None:
        answer.set_exception(problem)
    else:
        answer.set_result(done.result())


class _Group:
    """A group of functions (`LookingRooms` …) of a machine that is open by the time when one of them is called."""

    def __init__(self, group: Callable[[], Any]) -> None:
        self._group = group

    def __getattr__(self, name: str) -> Any:
        return getattr(self._group(), name)


def _is_group(kind: str) -> bool:
    """Whether a field of this type is a group of functions: `SingingRooms | None` is one, too."""
    return kind.removesuffix(" | None").endswith("Rooms")
