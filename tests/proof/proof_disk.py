"""What a disk may hold after the power has gone: a program's writes were noted, and are put together up to any point.

What was synced is there. Of what was written since, a disk keeps all, nothing, or any part; the last write may be torn.
"""

from __future__ import annotations

import random
import struct
from enum import Enum
from pathlib import Path

import msgspec

_HEAD = struct.Struct("<cHQI")


class Change(msgspec.Struct, frozen=True):
    """One change of a file: write, truncate (to `at`), sync, rename (to `data`) or delete."""

    kind: str
    path: str
    at: int
    data: bytes


class Kept(Enum):
    """What a disk has kept of the writes that nobody had waited for."""

    ALL = "all"
    NOTHING = "nothing"
    SOME = "some, the last one torn"


def noted(log: Path) -> list[Change]:
    """What `disk_log.c` has written down."""
    raw, place, found = log.read_bytes(), 0, []
    while place < len(raw):
        kind, length, at, count = _HEAD.unpack_from(raw, place)
        place += _HEAD.size
        path, data = raw[place : place + length], raw[place + length : place + length + count]
        place += length + count
        found.append(Change(kind.decode(), path.decode(), at, data))
    return found


class Disk:
    """Files by their paths, as they are on the disk for certain, and what was written and not synced."""

    def __init__(self) -> None:
        self._certain: dict[str, bytearray] = {}
        self._open: list[Change] = []

    def happens(self, change: Change) -> None:
        """The next thing that the program does."""
        if change.kind in ("w", "t"):
            self._open.append(change)
        elif change.kind == "s":
            self._settle(change.path)
        elif change.kind == "d":
            self._forget(change.path)
        else:
            self._renamed(change.path, change.data.decode())

    def _settle(self, path: str) -> None:
        for change in [each for each in self._open if each.path == path]:
            _apply(self._certain, change)
        self._open = [each for each in self._open if each.path != path]

    def _forget(self, path: str) -> None:
        self._certain.pop(path, None)
        self._open = [each for each in self._open if each.path != path]

    def _renamed(self, path: str, target: str) -> None:
        self._forget(target)
        if path in self._certain:
            self._certain[target] = self._certain.pop(path)
        moved = [msgspec.structs.replace(each, path=target) if each.path == path else each for each in self._open]
        self._open = moved

    def after_a_power_cut(self, kept: Kept, chance: random.Random) -> dict[str, bytes]:
        """What is found when the power is back."""
        files = {path: bytearray(content) for path, content in self._certain.items()}
        there = self._open if kept is Kept.ALL else []
        if kept is Kept.SOME:
            there = [each for each in self._open if chance.random() < 0.5]
            if there and there[-1].kind == "w":
                torn = there[-1].data[: chance.randrange(len(there[-1].data) + 1)]
                there[-1] = msgspec.structs.replace(there[-1], data=torn)
        for change in there:
            _apply(files, change)
        return {path: bytes(content) for path, content in files.items()}


def _apply(files: dict[str, bytearray], change: Change) -> None:
    content = files.setdefault(change.path, bytearray())
    size = change.at if change.kind == "t" else max(len(content), change.at + len(change.data))
    content.extend(bytes(max(0, size - len(content))))
    if change.kind == "t":
        del content[size:]
    else:
        content[change.at : change.at + len(change.data)] = change.data
