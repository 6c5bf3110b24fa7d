"""A lock that the operating system drops when its process dies, however it dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.store.problems import StoreProblem, in_the_users_words
from domain.music.say import say


class AlreadyHeld(Exception):
    """Another process holds the lock."""


class FileLock:
    """Held from `take` to `release`, by one process at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self) -> None:
        """Take the lock without waiting. Raises AlreadyHeld."""
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
        except OSError as error:
            os.close(handle)
            raise AlreadyHeld(self._path.name) from error
        self._handle = handle

    def release(self) -> None:
        """Give the lock back; one that is not held is no error."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def hold(folder: Path) -> FileLock:
    """Take the folder with this machine's mirrors for this program, made where it is missing.

    Raises StoreProblem where another program has it, or the disk does not answer.
    """
    with in_the_users_words():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(folder / "in-use.lock")
        try:
            lock.take()
        except AlreadyHeld as error:
            raise StoreProblem(say("The program is already open on this computer.")) from error
    return lock


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
