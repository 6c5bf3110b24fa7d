"""Voices made of numbers: a fundamental with overtones, vibrato and breath, as signed 16-bit samples."""

from __future__ import annotations

import math
import random
import subprocess
from array import array
from collections.abc import Sequence

from workshop.rigs import SINK

RATE = 48_000


def hertz(pitch: float) -> float:
    """The frequency of a MIDI pitch."""
    return float(440 * 2 ** ((pitch - 69) / 12))


def sung(
    pitches: Sequence[float | None],
    *,
    seconds: float = 0.6,
    gap: float = 0.2,
    vibrato: float = 0.0,
    breath: float = 0.0,
    rate: int = RATE,
) -> bytes:
    """Pitches one after the other with gaps between them; None is a rest. `vibrato` in semitones, `breath` is noise."""
    noise = random.Random(7)
    samples = array("h")
    for pitch in pitches:
        count = int(seconds * rate)
        turn = 0.0
        for n in range(count):
            wavers = vibrato * math.sin(2 * math.pi * 5.5 * n / rate)
            turn += 2 * math.pi * hertz((pitch or 60) + wavers) / rate
            wave = sum(math.sin(k * turn) / k for k in (1, 2, 3, 4, 5)) * 0.22 if pitch is not None else 0.0
            swell = min(1.0, n / 1_500, (count - n) / 1_500)
            samples.append(int(32_000 * (wave * swell + breath * noise.uniform(-1, 1))))
        samples.extend([0] * int(gap * rate))
    return samples.tobytes()


def sing(samples: bytes, rate: int = RATE) -> None:
    """Play signed 16-bit samples to the end."""
    command = ["pacat", "--raw", f"--device={SINK}", "--format=s16le", f"--rate={rate}", "--channels=1"]
    subprocess.run(command, input=samples, check=True)
