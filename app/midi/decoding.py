"""The bytes of one keyboard cut into whole messages: running status kept, everything that is not music bounded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import mido

FIRST_STATUS = 0x80
FIRST_SYSTEM = 0xF0
SYSEX_START, SYSEX_END = 0xF0, 0xF7
FIRST_REALTIME = 0xF8
# Data bytes by the status's high half (MIDI 1.0, table 1) and of the system common messages (table 5).
DATA_BYTES = {0x8: 2, 0x9: 2, 0xA: 2, 0xB: 2, 0xC: 1, 0xD: 1, 0xE: 2}
SYSTEM_DATA_BYTES = {0xF1: 1, 0xF2: 2, 0xF3: 1, 0xF6: 0}


class Decoder:
    """Turns what a driver hands over, in pieces of any size, into mido messages.

    Real-time bytes (clock, active sensing) may stand anywhere and are dropped. System exclusive is dropped byte by
    byte, so an endless one takes no memory. A status byte inside a message ends that message, as MIDI 1.0 asks.
    """

    def __init__(self) -> None:
        self._status = 0
        self._data: list[int] = []

    def feed(self, data: Sequence[int]) -> list[mido.Message]:
        """The messages that are whole now. Takes any integers; what is no byte is treated as noise and dropped."""
        if not self._data and is_one_message(data):
            self._status = data[0]
            return [mido.Message.from_bytes(data)]
        return [mido.Message.from_bytes(whole) for whole in self._cut(data)]

    def _cut(self, data: Iterable[int]) -> list[list[int]]:
        return [whole for byte in data if (whole := self._take(byte))]

    def _take(self, byte: int) -> list[int] | None:
        if not 0 <= byte <= 0xFF or byte >= FIRST_REALTIME:
            return None
        if byte >= FIRST_STATUS:
            return self._take_status(byte)
        if self._status in (0, SYSEX_START):
            return None
        self._data.append(byte)
        return self._whole() if len(self._data) == wanted_data(self._status) else None

    def _take_status(self, byte: int) -> list[int] | None:
        self._data = []
        self._status = 0 if byte in (0xF4, 0xF5, SYSEX_END) else byte
        return self._whole() if self._status and wanted_data(byte) == 0 else None

    def _whole(self) -> list[int]:
        whole = [self._status, *self._data]
        self._data = []
        if self._status >= FIRST_SYSTEM:
            # Running status holds for channel messages only.
            self._status = 0
        return whole


def wanted_data(status: int) -> int:
    """How many data bytes follow a status byte; -1 for system exclusive, which has no length."""
    if status >= FIRST_SYSTEM:
        return SYSTEM_DATA_BYTES.get(status, -1)
    return DATA_BYTES[status >> 4]


def is_one_message(data: Sequence[int]) -> bool:
    """The usual case: exactly one channel message of three bytes."""
    return (
        len(data) == 3
        and FIRST_STATUS <= data[0] < FIRST_SYSTEM
        and wanted_data(data[0]) == 2
        and 0 <= data[1] < FIRST_STATUS
        and 0 <= data[2] < FIRST_STATUS
    )
