"""Append-only files beside a mirror, so that a note is safe before its attempt ends and a deed outlives its mirror.

A file is a row of frames: length (4 bytes), nonce (12), the encrypted message. A frame's place in the file is
authenticated with it, so a cut, a flipped bit or a swapped frame ends the readable part: nothing behind it is believed.
Encrypted like the mirror, because a stolen disk shall give nothing away.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from app.store.readings import RunningAttempt
from domain.records.progress import RawEvent
from domain.records.wire import Op

# Windows would write two bytes for each byte that looks like the end of a line.
_AS_IT_IS = getattr(os, "O_BINARY", 0)
_NONCE = 12
_TAG = 16
_MOST_FRAME = 64 * 1024 * 1024


class Began(msgspec.Struct, frozen=True, tag="began"):
    """The first frame of a running attempt."""

    attempt: RunningAttempt


class Heard(msgspec.Struct, frozen=True, tag="heard"):
    """Notes as they came, with the wall clock of the last one."""

    events: tuple[RawEvent, ...]
    at: int


class Deeds(msgspec.Struct, frozen=True, tag="deeds"):
    """Operations that a transaction has queued, as (operation, priority, when), and the next number after them.

    `derived` are the rows that it derived from them, as (entity, JSON).
    """

    deeds: tuple[tuple[Op, int, int], ...]
    next_seq: int
    derived: tuple[tuple[str, msgspec.Raw], ...] = ()


Frame = Began | Heard | Deeds
_DECODER: msgspec.json.Decoder[Frame] = msgspec.json.Decoder(Frame)


def _cipher_of(key: bytes) -> Any:
    # Costs 20 ms and 8 MiB to import: on the worker, and when there is something to read or to write.
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(key)


def read_frames(path: Path, key: bytes) -> tuple[list[Frame], int]:
    """The frames that can be believed, and where in the file they end. An absent file has none."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return [], 0
    if not content:
        return [], 0
    frames: list[Frame] = []
    cipher, start = _cipher_of(key), 0
    while (frame := _frame_at(content, start, len(frames), cipher)) is not None:
        frames.append(frame[0])
        start = frame[1]
    return frames, start


def _frame_at(content: bytes, start: int, place: int, cipher: Any) -> tuple[Frame, int] | None:
    from cryptography.exceptions import InvalidTag

    length = int.from_bytes(content[start : start + 4], "big")
    end = start + 4 + length
    if not _NONCE + _TAG <= length <= _MOST_FRAME or end > len(content):
        return None
    nonce, sealed = content[start + 4 : start + 4 + _NONCE], content[start + 4 + _NONCE : end]
    try:
        return _DECODER.decode(cipher.decrypt(nonce, sealed, str(place).encode())), end
    except (InvalidTag, msgspec.MsgspecError):
        return None


class Journal:
    """A file open for appending. `append` hands the frame to the operating system; `flush` waits for the disk."""

    def __init__(self, path: Path, key: bytes, *, frames: int = 0, keep: int = 0) -> None:
        """`frames` are in the file already and end at byte `keep`; what lies behind is cut off."""
        self.path = path
        self.dirty = False
        self._key = key
        self._place = frames
        self._end = keep
        self.handle = os.open(path, os.O_WRONLY | os.O_CREAT | _AS_IT_IS, 0o600)
        os.ftruncate(self.handle, keep)
        os.lseek(self.handle, keep, os.SEEK_SET)

    @cached_property
    def _cipher(self) -> Any:
        return _cipher_of(self._key)

    def append(self, frame: Frame) -> None:
        """Add a frame. Raises OSError where the disk is full; the file then ends where it did before."""
        nonce = os.urandom(_NONCE)
        sealed = nonce + self._cipher.encrypt(nonce, msgspec.json.encode(frame), str(self._place).encode())
        content = len(sealed).to_bytes(4, "big") + sealed
        try:
            self._write(content)
        except OSError:
            # A part of a frame may lie there now; what cannot be cut off is not believed when it is read.
            with suppress(OSError):
                os.ftruncate(self.handle, self._end)
                os.lseek(self.handle, self._end, os.SEEK_SET)
            raise
        self._place += 1
        self._end += len(content)
        self.dirty = True

    def _write(self, content: bytes) -> None:
        while content:
            content = content[os.write(self.handle, content) :]

    @property
    def frames(self) -> int:
        """How many frames are in the file."""
        return self._place

    def flush(self) -> None:
        """Wait until everything is on the disk."""
        self.dirty = False
        os.fsync(self.handle)

    def empty(self) -> None:
        """Forget all frames."""
        os.ftruncate(self.handle, 0)
        os.lseek(self.handle, 0, os.SEEK_SET)
        self._place = self._end = 0
        self.dirty = True

    def close(self) -> None:
        """Close the file."""
        os.close(self.handle)


def reopened(path: Path, key: bytes) -> tuple[Journal, list[Frame]]:
    """A journal to go on with, and what it holds."""
    frames, end = read_frames(path, key)
    return Journal(path, key, frames=len(frames), keep=end), frames
