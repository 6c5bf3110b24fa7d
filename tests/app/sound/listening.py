"""What an ear can tell from samples: how strong a pitch is, and when something begins. Pure Python."""

from __future__ import annotations

import math
from collections.abc import Sequence

from workshop.rigs import RATE


def frequency(pitch: float) -> float:
    """Hertz of a MIDI pitch, A4 = 440."""
    return float(440 * 2 ** ((pitch - 69) / 12))


def strength(samples: Sequence[int], hertz: float) -> float:
    """How much of one frequency there is (Goertzel), per sample."""
    turn = 2 * math.cos(2 * math.pi * hertz / RATE)
    before, last = 0.0, 0.0
    for sample in samples:
        before, last = last, sample + turn * last - before
    return math.sqrt(max(0.0, before * before + last * last - turn * before * last)) / len(samples)


def loudest_pitch(samples: Sequence[int], pitches: Sequence[int]) -> int:
    """Which of these pitches sounds strongest."""
    return max(pitches, key=lambda pitch: strength(samples, frequency(pitch)))


def onsets(samples: Sequence[int], *, threshold: int, quiet: float = 0.1) -> list[float]:
    """Seconds at which sound begins after at least `quiet` seconds below the threshold."""
    found: list[float] = []
    last = -RATE
    for place, sample in enumerate(samples):
        if abs(sample) > threshold:
            if place - last > quiet * RATE:
                found.append(place / RATE)
            last = place
    return found
