"""Whether a game can start, and what to plug in."""

from __future__ import annotations

import pytest

from app.midi.state import Keyboard, PortState
from app.stage.readiness import what_is_missing
from domain.games.catalogue import DeviceProfile
from domain.music.say import say

OPEN = PortState(keyboards=(Keyboard(name="Piano", open=True),))


@pytest.mark.parametrize("profile", [DeviceProfile.ANY, DeviceProfile.MIC_OPTIONAL])
def test_games_for_any_device_always_start(profile: DeviceProfile) -> None:
    assert what_is_missing(profile, PortState()) is None


def test_with_an_open_keyboard_every_game_starts() -> None:
    assert what_is_missing(DeviceProfile.MIDI_REQUIRED, OPEN) is None


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (PortState(), "USB cable"),
        (PortState(missing=("CASIO",)), "CASIO"),
        (PortState(keyboards=(Keyboard(name="Busy"),)), "Busy"),
        (PortState(problem=say("No sequencer.")), "No sequencer"),
    ],
)
def test_a_midi_game_says_what_it_needs(state: PortState, words: str) -> None:
    missing = what_is_missing(DeviceProfile.MIDI_REQUIRED, state)
    assert missing is not None
    assert words in missing.english()
