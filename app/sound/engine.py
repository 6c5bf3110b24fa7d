"""FluidSynth, loaded: a synthesiser with a SoundFont, a sequencer on its own audio clock, and a device that can rest.

No Python runs on the audio thread. Not safe to close while another thread calls: `piano.Synth` sees to that.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.sound.state import SoundUnavailableError
from domain.music.say import Say, say

RATE = 48_000
# The player's keys have a channel of their own, so that a played-back note never cuts them off.
PLAYER_CHANNEL = 15
CHANNELS = 16
SUSTAIN = 64
# FluidSynth's gain at full volume: a chord of ten loud notes stays under clipping.
FULL_GAIN = 1.0
LOG_LEVELS = 5
EVERY = -1


def load_library() -> Any:
    """The bindings. Raises SoundUnavailableError where the library is not installed."""
    try:
        import fluidsynth
    except (ImportError, OSError) as error:
        raise SoundUnavailableError(
            say(
                "There is no sound, because the synthesiser FluidSynth is not installed. Install it "
                "(Debian: libfluidsynth3) and start again."
            )
        ) from error
    return fluidsynth


class Engine:
    """One synthesiser. `period` is the device's block in frames: 256 at 48 kHz are 5.3 ms."""

    def __init__(self, *, font: Path, drivers: Sequence[str], period: int, wave_file: Path | None = None) -> None:
        """Raises SoundUnavailableError: no library, a font that cannot be read, no device."""
        self._fluid = load_library()
        self._be_quiet()
        self._device: Any = None
        self._synth = self._fluid.Synth(gain=FULL_GAIN, samplerate=RATE, channels=CHANNELS, **settings(period))
        if wave_file is not None:
            self._synth.setting("audio.file.name", str(wave_file))
        self._sequencer = self._fluid.Sequencer(use_system_timer=False)
        self._destination = self._sequencer.register_fluidsynth(self._synth)
        self._remove_events = self._fluid.cfunc(
            "fluid_sequencer_remove_events",
            None,
            ("seq", ctypes.c_void_p, 1),
            ("source", ctypes.c_short, 1),
            ("dest", ctypes.c_short, 1),
            ("type", ctypes.c_int, 1),
        )
        try:
            self._load(font)
            self.driver = self._find_device(drivers)
        except SoundUnavailableError:
            self.close()
            raise

    @property
    def awake(self) -> bool:
        """Does the device run?"""
        return self._device is not None

    def wake(self) -> bool:
        """Open the device; some milliseconds. False where it is gone."""
        if self._device is None:
            self._device = self._fluid.new_fluid_audio_driver(self._synth.settings, self._synth.synth)
        return self._device is not None

    def rest(self) -> None:
        """Close the device, so that silence costs nothing."""
        if self._device is not None:
            self._fluid.delete_fluid_audio_driver(self._device)
            self._device = None

    def note(self, channel: int, pitch: int, velocity: int) -> None:
        """Sound a note now, or with velocity 0 let it go."""
        if velocity:
            self._synth.noteon(channel, pitch, velocity)
        else:
            self._synth.noteoff(channel, pitch)

    def pedal(self, channel: int, value: int) -> None:
        """The sustain pedal of a channel."""
        self._synth.cc(channel, SUSTAIN, value)

    def program(self, channel: int, number: int) -> None:
        """The instrument of a channel."""
        self._synth.program_change(channel, number)

    def gain(self, share: float) -> None:
        """How loud, 0.0 to 1.0."""
        self._synth.setting("synth.gain", FULL_GAIN * share)

    def ticks(self) -> int:
        """The audio clock in milliseconds; it stands still while the device rests."""
        return int(self._sequencer.get_tick())

    def schedule(self, tick: int, channel: int, pitch: int, velocity: int, length: int) -> None:
        """A note at a time of the audio clock, let go after `length`; both in milliseconds."""
        self._sequencer.note(tick, channel, pitch, velocity, length, dest=self._destination)

    def clear(self) -> None:
        """Forget what is scheduled and let everything go."""
        self._remove_events(self._sequencer.sequencer, EVERY, EVERY, EVERY)
        for channel in range(CHANNELS):
            self._synth.cc(channel, SUSTAIN, 0)
        self._synth.all_notes_off(EVERY)

    def close(self) -> None:
        """Let go of the device and of everything native."""
        self.rest()
        self._sequencer.delete()
        self._synth.delete()

    def _load(self, font: Path) -> None:
        if self._synth.sfload(str(font), 1) == self._fluid.FLUID_FAILED:
            raise SoundUnavailableError(
                say("There is no sound, because the SoundFont “{font}” cannot be read. Choose another.", font=font.name)
            )

    def _find_device(self, drivers: Sequence[str]) -> str:
        for driver in drivers:
            self._synth.setting("audio.driver", driver)
            if self._synth.get_setting("audio.driver") == driver and self.wake():
                return driver
        raise SoundUnavailableError(no_device())

    def _be_quiet(self) -> None:
        """FluidSynth writes to the terminal; the program says in its own words what is wrong."""
        set_log = self._fluid.cfunc(
            "fluid_set_log_function",
            ctypes.c_void_p,
            ("level", ctypes.c_int, 1),
            ("function", ctypes.c_void_p, 1),
            ("data", ctypes.c_void_p, 1),
        )
        for level in range(LOG_LEVELS):
            set_log(level, None, None)


def no_device() -> Say:
    """Why nothing is heard where there is nothing to hear it with."""
    return say(
        "There is no sound, because no loudspeaker or headphones were found. Plug some in, or start the computer's "
        "sound service, and try again."
    )


def settings(period: int) -> dict[str, int | str]:
    """FluidSynth's settings: short blocks, few of them; a little room, no chorus on a piano."""
    return {
        "audio.period-size": period,
        "audio.periods": 3,
        "synth.chorus.active": 0,
        "synth.reverb.active": 1,
        # Only the instruments that are played: to unpack a whole font takes 150 MiB and seconds of a processor.
        "synth.dynamic-sample-loading": 1,
    }
