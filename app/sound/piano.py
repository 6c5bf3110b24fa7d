"""The synthesiser that the program plays through: loads in the background, rests in silence, never in the way."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from app.sound.drivers import candidates
from app.sound.engine import PLAYER_CHANNEL, Engine, no_device
from app.sound.fonts import find_font
from app.sound.playback import entries, last_end
from app.sound.state import SoundState, SoundUnavailableError
from domain.games.picture import Sound
from domain.music.say import say

# Frames of a block: at 128 a busy two-core machine left gaps (20 in half a second), at 256 none; a key was heard after
# 8 ms, at 512 after 16 ms.
PERIOD = 256
# Seconds of silence after which the device is closed; opening it again takes 2 ms.
REST_AFTER = 15.0


class Synth:
    """FluidSynth for every room above. Notes before it is loaded, and on a computer that cannot sound, are silent.

    `driver` and `font` choose; None takes the best there is. `on_state` is called on the loading thread.
    """

    def __init__(
        self,
        *,
        on_state: Callable[[SoundState], None],
        driver: str | None = None,
        font: Path | None = None,
        period: int = PERIOD,
        rest_after: float = REST_AFTER,
        wave_file: Path | None = None,
    ) -> None:
        self._on_state = on_state
        self._driver, self._font, self._period, self._wave_file = driver, font, period, wave_file
        self._rest_after = rest_after
        self._state = SoundState()
        # Held for the microseconds of a native call, so that none meets a synthesiser that is being closed.
        self._lock = threading.Lock()
        self._engine: Engine | None = None
        self._share = 1.0
        self._program = 0
        self._last_sound = 0.0
        self._scheduled_until = 0
        self._called = threading.Event()
        self._closing = False
        self._device_gone = False
        self._thread: threading.Thread | None = None

    @property
    def state(self) -> SoundState:
        """The latest state; safe from any thread."""
        return self._state

    def start(self) -> None:
        """Load in the background; also the way to try again after something was mended."""
        if self._closing or (self._thread is not None and self._thread.is_alive()):
            return
        self._device_gone = False
        self._tell(SoundState(loading=True))
        self._thread = threading.Thread(target=self._run, name="sound", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Let go of the device; returns when everything native is gone."""
        self._closing = True
        self._called.set()
        if self._thread is not None:
            self._thread.join()

    def wake(self) -> None:
        """Get the device ready, so that the next note sounds at once."""
        with self._lock:
            self._ready()

    def note(self, pitch: int, velocity: int) -> None:
        """A key of the player's, now; velocity 0 lets it go."""
        with self._lock:
            if (engine := self._ready()) is not None:
                engine.note(PLAYER_CHANNEL, pitch, velocity)

    def pedal(self, value: int) -> None:
        """The player's sustain pedal, 0 to 127."""
        with self._lock:
            if (engine := self._ready()) is not None:
                engine.pedal(PLAYER_CHANNEL, value)

    def program(self, number: int) -> None:
        """The player's instrument by General MIDI number, counted from 0."""
        with self._lock:
            self._program = number
            if self._engine is not None:
                self._engine.program(PLAYER_CHANNEL, number)

    def volume(self, percent: int) -> None:
        """How loud everything is, 0 to 100."""
        with self._lock:
            self._share = max(0, min(100, percent)) / 100
            if self._engine is not None:
                self._engine.gain(self._share)

    def play(self, sounds: Sequence[Sound]) -> None:
        """Schedule notes; `after` counts from this call."""
        with self._lock:
            if (engine := self._ready()) is not None:
                self._schedule(engine, sounds, engine.ticks())

    def stop(self) -> None:
        """Forget what is scheduled and let every note go."""
        with self._lock:
            if self._engine is not None:
                self._engine.clear()
                self._scheduled_until = 0

    def _ready(self) -> Engine | None:
        """The engine with its device open; None while there is none. The lock is held."""
        engine = self._engine
        if engine is not None and not self._device_gone:
            self._last_sound = time.monotonic()
            if not engine.awake:
                self._device_gone = not engine.wake()
                self._called.set()
        return None if self._device_gone else engine

    def _schedule(self, engine: Engine, sounds: Sequence[Sound], start: int) -> None:
        scheduled = entries(sounds, start)
        for entry in scheduled:
            engine.schedule(*entry)
        self._scheduled_until = max(self._scheduled_until, last_end(scheduled))

    def _run(self) -> None:
        try:
            self._load()
        except SoundUnavailableError as unavailable:
            self._tell(SoundState(problem=unavailable.say))
            return
        while not self._closing and not self._device_gone:
            self._called.wait(self._rest_after if self._engine and self._engine.awake else None)
            self._called.clear()
            self._rest_when_silent()
        with self._lock:
            engine, self._engine = self._engine, None
        if engine is not None:
            engine.close()
        self._tell(SoundState(problem=no_device() if self._device_gone else None))

    def _load(self) -> None:
        font = self._font or find_font()
        if font is None:
            raise SoundUnavailableError(
                say(
                    "There is no sound, because no SoundFont was found. Install one "
                    "(Debian: fluidr3mono-gm-soundfont) and start again."
                )
            )
        drivers = [self._driver] if self._driver else candidates(os.environ)
        engine = Engine(font=font, drivers=drivers, period=self._period, wave_file=self._wave_file)
        with self._lock:
            engine.gain(self._share)
            engine.program(PLAYER_CHANNEL, self._program)
            self._last_sound = time.monotonic()
            self._engine = engine
        self._tell(SoundState(on=True, driver=engine.driver, font=font.name))

    def _rest_when_silent(self) -> None:
        with self._lock:
            engine = self._engine
            if engine is None or not engine.awake:
                return
            quiet = time.monotonic() - self._last_sound >= self._rest_after
            if quiet and engine.ticks() >= self._scheduled_until:
                engine.rest()

    def _tell(self, state: SoundState) -> None:
        self._state = state
        self._on_state(state)
