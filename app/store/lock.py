"""A lock that the operating system drops when its process dies, however it dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path


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


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
