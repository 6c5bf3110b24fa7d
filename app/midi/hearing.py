"""One open keyboard: takes its bytes on the driver's thread, hands on Notes, and lets go of every key at the end."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence

import mido

from app.midi.decoding import Decoder
from app.midi.state import HeardKind, HeardMessage, KeyboardSettings
from domain.music.note import Note, Pedal

SUSTAIN, ALL_SOUND_OFF, ALL_NOTES_OFF = 64, 120, 123
# General MIDI's drum channel: what comes there are a keyboard's own rhythms, not keys.
DRUMS = 9
# A MIDI cable carries at most 1,562 notes a second (31,250 baud, running status); more is a broken device.
MOST_NOTES_PER_SECOND = 2_000
RECENT = 64
SECOND = 1_000_000


class Hearing:
    """Holds which keys are down, so that none hangs when the keyboard goes away."""

    def __init__(
        self,
        *,
        name: str,
        on_note: Callable[[Note], None],
        on_pedal: Callable[[Pedal], None],
        now: Callable[[], int],
        settings: KeyboardSettings,
    ) -> None:
        self.name = name
        self.settings = settings
        self._on_note = on_note
        self._on_pedal = on_pedal
        self._now = now
        self._decoder = Decoder()
        self._lock = threading.Lock()
        self._closed = False
        self._down: dict[int, int] = {}
        self._pedal = 0
        self._second = 0
        self._in_this_second = 0
        self._recent: deque[tuple[mido.Message, int]] = deque(maxlen=RECENT)

    def receive(self, event: tuple[Sequence[int], float], _data: object = None) -> None:
        """What rtmidi calls: the bytes and the time since the last ones, which is not used: ours is stamped here."""
        at = self._now()
        with self._lock:
            if self._closed:
                return
            for message in self._decoder.feed(event[0]):
                self._take(message, at)

    def close(self) -> None:
        """Let go of every key and of the pedal; nothing is handed on after that."""
        with self._lock:
            if not self._closed:
                self._release_all(self._now())
            self._closed = True

    def recent(self) -> list[HeardMessage]:
        """The latest messages in words."""
        with self._lock:
            kept = list(self._recent)
        return [told(self.name, message, at) for message, at in kept]

    def _take(self, message: mido.Message, at: int) -> None:
        self._recent.append((message, at))
        if getattr(message, "channel", DRUMS) == DRUMS:
            return
        if message.type == "note_on" and message.velocity:
            self._press(message.note, message.velocity, at)
        elif message.type in ("note_on", "note_off"):
            self._release(message.note, at)
        elif message.type == "control_change":
            self._control(message.control, message.value, at)

    def _press(self, key: int, velocity: int, at: int) -> None:
        pitch = self.settings.heard_as(key)
        if pitch is None or self._is_flood(at):
            return
        self._down[key] = pitch
        self._on_note(Note(pitch, velocity, at))

    def _release(self, key: int, at: int) -> None:
        # A key that was down before the keyboard was opened has nothing to release.
        pitch = self._down.pop(key, None)
        if pitch is not None:
            self._on_note(Note(pitch, 0, at))

    def _control(self, control: int, value: int, at: int) -> None:
        if control == SUSTAIN and value != self._pedal and not self._is_flood(at):
            self._pedal = value
            self._on_pedal(Pedal(value, at))
        elif control in (ALL_SOUND_OFF, ALL_NOTES_OFF):
            self._release_all(at)

    def _release_all(self, at: int) -> None:
        for key in list(self._down):
            self._release(key, at)
        if self._pedal:
            self._pedal = 0
            self._on_pedal(Pedal(0, at))

    def _is_flood(self, at: int) -> bool:
        if at - self._second >= SECOND:
            self._second, self._in_this_second = at, 0
        self._in_this_second += 1
        return self._in_this_second > MOST_NOTES_PER_SECOND


def told(keyboard: str, message: mido.Message, at: int) -> HeardMessage:
    """A message as the test page shows it."""
    kind, key, value = HeardKind.OTHER, 0, 0
    if message.type in ("note_on", "note_off"):
        pressed = message.type == "note_on" and message.velocity > 0
        kind, key, value = HeardKind.DOWN if pressed else HeardKind.UP, message.note, message.velocity
    elif message.type == "control_change" and message.control == SUSTAIN:
        kind, value = HeardKind.PEDAL, message.value
    return HeardMessage(keyboard=keyboard, text=str(message), at=at, kind=kind, key=key, value=value)
