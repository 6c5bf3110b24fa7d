"""Ctrl-C and a service's stop end the program as closing its window does: in order, with everything kept."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication


class Ending(QObject):
    """Python's signal handlers run between two steps of Python, and Qt's loop takes none while nothing happens.

    So the signal itself writes to a socket on which the loop is woken. Build it on the main thread.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._here, there = socket.socketpair()
        self._there = there
        self._here.setblocking(False)
        there.setblocking(False)
        signal.set_wakeup_fd(there.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _quit)
        self._woken = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._woken.activated.connect(self._drain)

    def _drain(self) -> None:
        self._here.recv(64)


def _quit(_number: int, _frame: FrameType | None) -> None:
    # Not `quit`: a window on a wall refuses to be closed by hand, and would refuse this too.
    QApplication.exit(0)
