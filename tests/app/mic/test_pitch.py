"""The pitch of synthetic voices, to a few cents, from a man's low notes to a recorder's high ones."""

from __future__ import annotations

import random
from array import array

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from voices import sung

from app.mic.pitch import RATE, WINDOW, Samples, loudness, pitch_of, samples_of


def moment(pitch: float, **how: float) -> Samples:
    """The middle of a sung note."""
    samples = samples_of(sung([pitch], seconds=0.3, gap=0.0, rate=RATE, **how))
    start = samples.size // 2 - WINDOW // 2
    return samples[start : start + WINDOW]


@settings(deadline=None, max_examples=200)
@given(st.floats(40, 85))
def test_a_sung_note_is_heard_to_a_tenth_of_a_semitone(pitch: float) -> None:
    heard = pitch_of(moment(pitch))
    assert heard is not None
    assert abs(heard - pitch) < 0.1


@pytest.mark.parametrize("breath", [0.01, 0.03])
@pytest.mark.parametrize("pitch", [45, 57, 60, 69, 76, 81])
def test_a_breathy_voice_is_heard_too(pitch: int, breath: float) -> None:
    heard = pitch_of(moment(pitch, breath=breath))
    assert heard is not None
    assert abs(heard - pitch) < 0.25


def test_quiet_and_noise_have_no_pitch() -> None:
    noise = random.Random(3)
    assert pitch_of(np.zeros(WINDOW, dtype=np.float32)) is None
    for _ in range(50):
        raw = array("h", (int(noise.gauss(0, 6_000)) for _ in range(WINDOW))).tobytes()
        assert pitch_of(samples_of(raw)) is None


def test_loudness_of_nothing_is_nothing() -> None:
    assert loudness(samples_of(b"")) == 0.0
