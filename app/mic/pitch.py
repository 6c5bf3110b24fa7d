"""The pitch of a moment of sound: YIN (de Cheveigné and Kawahara 2002), the difference function by way of the FFT.

The imports are heavy (numpy, 100 ms): this file is imported when a microphone is switched on.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

# Samples a second: voices and school instruments lie far below half of it.
RATE = 16_000
# Samples of one look: 64 ms hold five waves of the lowest pitch.
WINDOW = 1_024
# Hertz: from below a man's low D to above a recorder's high C.
LOWEST, HIGHEST = 70.0, 1_200.0
# YIN's threshold of the normalised difference: below it a wave repeats itself well enough to have a pitch.
UNLIKE = 0.15
# Root mean square of samples from -1 to 1 below which a room counts as quiet (-46 dB).
QUIET = 0.005

Samples = npt.NDArray[np.float32]


def samples_of(raw: bytes) -> Samples:
    """Signed 16-bit samples as numbers from -1 to 1."""
    return np.frombuffer(raw, dtype="<i2").astype(np.float32) / np.float32(32_768)


def loudness(samples: Samples) -> float:
    """Root mean square, 0 to 1."""
    return float(np.sqrt(np.mean(np.square(samples)))) if samples.size else 0.0


def pitch_of(samples: Samples) -> float | None:
    """The MIDI pitch of `WINDOW` samples as a number with its fraction; None for noise and quiet."""
    if loudness(samples) < QUIET:
        return None
    difference = _normalised(_difference(samples))
    shortest, longest = int(RATE / HIGHEST), int(RATE / LOWEST)
    lag = _first_dip(difference, shortest, longest)
    if lag is None:
        return None
    return 69 + 12 * math.log2(RATE / _between(difference, lag) / 440)


def _difference(samples: Samples) -> npt.NDArray[np.float64]:
    """How unlike the window is to itself, shifted by each lag up to the longest."""
    longest = int(RATE / LOWEST) + 2
    width = samples.size - longest
    wave = samples.astype(np.float64)
    size = 1 << (samples.size + width).bit_length()
    spectrum = np.fft.rfft(wave, size)
    product = np.fft.irfft(spectrum * np.conj(np.fft.rfft(wave[:width], size)), size)[: longest + 1]
    energy = np.concatenate(([0.0], np.cumsum(np.square(wave))))
    lags = np.arange(longest + 1)
    shifted = energy[lags + width] - energy[lags]
    return np.asarray(energy[width] + shifted - 2 * product, dtype=np.float64)


def _normalised(difference: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Each difference over the mean of those before it: YIN's third step."""
    lags = np.arange(1, difference.size)
    means = np.cumsum(difference[1:]) / lags
    result = np.ones_like(difference)
    np.divide(difference[1:], means, out=result[1:], where=means > 0)
    return result


def _first_dip(difference: npt.NDArray[np.float64], shortest: int, longest: int) -> int | None:
    """The bottom of the first dip below the threshold: the shortest period that fits, so no octave too low."""
    below = np.flatnonzero(difference[shortest : longest + 1] < UNLIKE)
    if below.size == 0:
        return None
    lag = shortest + int(below[0])
    while lag < longest and difference[lag + 1] < difference[lag]:
        lag += 1
    return lag


def _between(difference: npt.NDArray[np.float64], lag: int) -> float:
    """The lag with its fraction: the bottom of the parabola through three neighbours."""
    before, here, after = (float(each) for each in difference[lag - 1 : lag + 2])
    bend = before - 2 * here + after
    return lag + (before - after) / (2 * bend) if bend > 0 else float(lag)
