"""Clicks as Sounds: a bar, a count-in, and a metronome that keeps itself supplied."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

import msgspec

from domain.games.picture import Sound

# General MIDI's drum channel; 76 and 77 are the high and the low wood block.
CLICKS = 9
HIGH, LOW = 76, 77
ACCENT, PLAIN = 112, 80
CLICK_LENGTH = 50_000
MINUTE = 60_000_000
# The metronome schedules this many bars at a time and the next ones half way through.
BARS_AHEAD = 4


def click_times(beats: int, beat: int) -> list[int]:
    """When each of `beats` clicks falls, in microseconds, `beat` apart."""
    return [number * beat for number in range(beats)]


def beat_of(tempo: int) -> int:
    """Microseconds between two beats at a tempo in beats a minute."""
    return round(MINUTE / tempo)


def clicks(beats: int, *, beat: int, beats_in_bar: int = 4, after: int = 0) -> tuple[Sound, ...]:
    """`beats` clicks, the first of each bar accented; `beat` and `after` in microseconds."""
    return tuple(
        Sound(
            pitch=LOW if number % beats_in_bar else HIGH,
            velocity=PLAIN if number % beats_in_bar else ACCENT,
            after=after + at,
            length=CLICK_LENGTH,
            channel=CLICKS,
        )
        for number, at in enumerate(click_times(beats, beat))
    )


def count_in(*, beat: int, beats_in_bar: int = 4, bars: int = 1) -> tuple[Sound, ...]:
    """The clicks before the music; it begins `bars * beats_in_bar * beat` microseconds after them."""
    return clicks(bars * beats_in_bar, beat=beat, beats_in_bar=beats_in_bar)


class Metronome:
    """Clicks until it is stopped. `play_at` schedules sounds from a moment of the audio clock (`piano.Synth.play_at`),
    `ticks` reads that clock; both in microseconds.
    """

    def __init__(self, *, play_at: Callable[[int, Sequence[Sound]], None], ticks: Callable[[], int]) -> None:
        self._play_at = play_at
        self._ticks = ticks
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, *, beat: int, beats_in_bar: int = 4) -> None:
        """Click every `beat` microseconds from now on, in place of what clicked before."""
        self.stop()
        self._stopped = threading.Event()
        self._thread = threading.Thread(
            target=self._supply, args=(self._stopped, beat, beats_in_bar), name="metronome", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """No more bars. What is scheduled already ends with the synthesiser's own `stop`."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _supply(self, stopped: threading.Event, beat: int, beats_in_bar: int) -> None:
        bars = clicks(BARS_AHEAD * beats_in_bar, beat=beat, beats_in_bar=beats_in_bar)
        length = BARS_AHEAD * beats_in_bar * beat
        start = self._ticks()
        while not stopped.is_set():
            self._play_at(start, bars)
            start += length
            # Wake while half of what was scheduled is still to come.
            left = start - length // 2 - self._ticks()
            stopped.wait(max(0, left) / 1_000_000)


def transposed(sounds: Sequence[Sound], semitones: int) -> tuple[Sound, ...]:
    """The same music higher or lower; clicks stay as they are."""
    return tuple(
        sound if sound.channel == CLICKS else msgspec.structs.replace(sound, pitch=sound.pitch + semitones)
        for sound in sounds
    )
