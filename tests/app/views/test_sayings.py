"""Notes and chords in the user's way."""

from __future__ import annotations

import pytest

from app.views.kit.sayings import chord_symbol, spoken
from domain.music.say import say


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("C", "C"),
        ("Bb", "B♭"),
        ("F#m", "F♯m"),
        ("Bbmaj7", "B♭maj7"),
        ("Ab/C", "A♭/C"),
        ("C/Eb", "C/E♭"),
        ("Bdim", "Bdim"),
    ],
)
def test_chords_carry_real_signs(written: str, shown: str) -> None:
    assert chord_symbol(written) == shown


def test_a_sentence_names_its_chord_so() -> None:
    assert spoken(say("Play the chord {chord}.", chord="Bbm")) == "Play the chord B♭m."
    assert spoken(say("Yes, {note}.", note="Bb")) == "Yes, B♭."
