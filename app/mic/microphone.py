"""The microphone through miniaudio: switched on by a person, heard in moments of 64 ms, nothing kept or written."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Generator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from app.mic.state import DEAF, LOST, NO_MICROPHONE, NOT_INSTALLED, MicState
from app.mic.voice import Voice
from domain.music.note import Note

# Milliseconds of sound that the system hands over at once.
PERIOD_MS = 20
# Only zeros for so long (µs) is no quiet room: no real microphone is that silent.
DEAF_AFTER = 2_000_000
# A room rings on after the loudspeaker (µs).
RINGS_ON = 250_000
# Seconds between looks whether the device still delivers, and without which it is lost.
LOOK_EVERY, LOST_AFTER = 0.5, 2.0
ALSA_CARDS = Path("/dev/snd")


class Microphone:
    """Off until `switch_on`. Notes and states come on the device's thread; `now` is the program's monotonic clock."""

    def __init__(
        self,
        *,
        on_note: Callable[[Note], None],
        on_state: Callable[[MicState], None],
        now: Callable[[], int],
    ) -> None:
        self._on_note, self._on_state, self._now = on_note, on_state, now
        self._state = MicState()
        self._lock = threading.Lock()
        self._device: Any = None
        self._pitch: ModuleType | None = None
        self._voice = Voice()
        self._window = b""
        self._deaf_until = 0
        self._last_sound = self._last_frame = 0
        self._ended = threading.Event()
        self._watch: threading.Thread | None = None

    @property
    def state(self) -> MicState:
        """The latest state; safe from any thread."""
        return self._state

    def switch_on(self) -> None:
        """Listen from now on. Opening may take a moment and asks the system for leave: it happens on a thread."""
        before = self._watch
        if before is not None and before.is_alive() and not self._ended.is_set():
            return
        self._ended = threading.Event()
        self._watch = threading.Thread(target=self._run, args=(before, self._ended), name="microphone", daemon=True)
        self._watch.start()

    def switch_off(self) -> None:
        """Listen no more; returns at once, and the device is let go of on its thread. What was heard is forgotten."""
        self._ended.set()

    def close(self) -> None:
        """Switch off; returns when nothing is heard any more."""
        self.switch_off()
        if self._watch is not None:
            self._watch.join()

    def deafen(self, length: int) -> None:
        """Hear nothing for so long (µs): the program itself plays."""
        with self._lock:
            self._deaf_until = max(self._deaf_until, self._now() + length + RINGS_ON)

    def hears(self) -> bool:
        """Whether it listens and the program is silent."""
        return self._state.on and self._now() >= self._deaf_until

    def _run(self, before: threading.Thread | None, ended: threading.Event) -> None:
        if before is not None:
            before.join()
        problem = self._open()
        self._tell(MicState(on=problem is None, problem=problem))
        while problem is None and not ended.wait(LOOK_EVERY):
            if self._now() - self._last_frame > LOST_AFTER * 1_000_000:
                problem = LOST
        self._close()
        self._tell(MicState(problem=problem))

    def _open(self) -> Any:
        """The device, running; or the sentence that says why not."""
        if find_spec("miniaudio") is None or find_spec("numpy") is None:
            return NOT_INSTALLED
        import miniaudio

        from app.mic import pitch

        self._pitch = pitch
        self._last_sound = self._last_frame = self._now()
        try:
            self._device = miniaudio.CaptureDevice(
                input_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=pitch.RATE,
                buffersize_msec=PERIOD_MS,
                backends=_backends(miniaudio),
                app_name="MLC Classroom",
            )
            self._device.start(self._started())
        except miniaudio.MiniaudioError:
            return NO_MICROPHONE
        return None

    def _close(self) -> None:
        device, self._device = self._device, None
        if device is not None:
            device.close()
        with self._lock:
            self._window = b""
            ended = self._voice.end(self._now())
        self._say(ended)

    def _started(self) -> Generator[None, bytes, None]:
        frames = self._frames()
        next(frames)
        return frames

    def _frames(self) -> Generator[None, bytes, None]:
        """What the device's thread sends its samples into."""
        with suppress(GeneratorExit):
            while True:
                raw = yield
                self._hear(bytes(raw), self._now())

    def _hear(self, raw: bytes, at: int) -> None:
        assert self._pitch is not None
        with self._lock:
            self._last_frame = at
            if raw.count(0) < len(raw):
                self._last_sound = at
            self._window = (self._window + raw)[-2 * self._pitch.WINDOW :]
            if len(self._window) < 2 * self._pitch.WINDOW:
                return
            deaf = at < self._deaf_until
            heard = None if deaf else self._pitch.pitch_of(self._pitch.samples_of(self._window))
            notes = self._voice.hear(at, heard)
            sounding = self._voice.sounding
        self._say(notes)
        problem = DEAF if at - self._last_sound > DEAF_AFTER else None
        self._tell(MicState(on=True, problem=problem, pitch=sounding))

    def _say(self, notes: tuple[Note, ...]) -> None:
        for note in notes:
            self._on_note(note)

    def _tell(self, state: MicState) -> None:
        if state != self._state:
            self._state = state
            self._on_state(state)


def _backends(miniaudio: ModuleType) -> list[Any] | None:
    """On Linux a sound server first; ALSA only where there is a card, since it complains to the terminal otherwise."""
    if sys.platform != "linux":
        return None
    cards = ALSA_CARDS.is_dir()
    return [miniaudio.Backend.PULSEAUDIO, *([miniaudio.Backend.ALSA] if cards else [])]
