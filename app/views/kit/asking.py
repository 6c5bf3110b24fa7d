"""A Future's answer brought to the GUI thread. Nothing here ever waits."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.views.kit.sayings import spoken
from domain.music.say import Say, say

Answer = TypeVar("Answer")
# Faster answers don't flash a waiting state (about the limit of what feels immediate is 100 ms; Nielsen).
SLOW_AFTER = 150
_log = logging.getLogger(__name__)
UNKNOWN = say("That did not work. Nothing is lost. Please try again, and tell your teacher if it happens again.")


class Question(QObject):
    """One Future that somebody waits for. Dies with its owner; then nobody is told."""

    _done = Signal()

    def __init__(
        self,
        owner: QObject,
        future: Future[Any],
        answered: Callable[[Any], object],
        failed: Callable[[str], object],
        slow: Callable[[], object] | None,
    ) -> None:
        super().__init__(owner)
        self._future, self._answered, self._failed, self._slow = future, answered, failed, slow
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        if slow is not None:
            QTimer.singleShot(SLOW_AFTER, self, self._mention_slow)
        future.add_done_callback(self._announce)

    def _announce(self, _: Future[Any]) -> None:
        try:
            self._done.emit()
        except RuntimeError:
            _log.debug("the page that asked is gone")

    def _mention_slow(self) -> None:
        if not self._future.done() and self._slow is not None:
            self._slow()

    def _deliver(self) -> None:
        self.deleteLater()
        try:
            answer = self._future.result()
        except CancelledError:
            return
        except Exception as problem:
            self._failed(sentence_of(problem))
            return
        self._answered(answer)


def ask(
    owner: QWidget,
    future: Future[Answer],
    answered: Callable[[Answer], object],
    *,
    failed: Callable[[str], object],
    slow: Callable[[], object] | None = None,
) -> None:
    """Call `answered` on the GUI thread with the result, or `failed` with a sentence for the user.

    `slow` is called once where the answer takes longer than `SLOW_AFTER` milliseconds. Nothing is called any more after
    the owner is gone.
    """
    Question(owner, future, answered, failed, slow)


def sentence_of(problem: BaseException) -> str:
    """What to tell the user: a problem's own `say`, else a general sentence (the log has the rest)."""
    saying = getattr(problem, "say", None)
    if isinstance(saying, Say):
        return spoken(saying)
    _log.error("unforeseen problem", exc_info=problem)
    return spoken(UNKNOWN)
