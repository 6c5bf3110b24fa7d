"""The list of the game families. A new family is one file in this folder and one line here."""

from __future__ import annotations

from domain.games import (
    articulation,
    cadences,
    chords,
    dynamics,
    echo_playing,
    hands_together,
    high_and_low,
    improvisation,
    intervals,
    key_signatures,
    keyboard_geography,
    melodic_dictation,
    metres,
    note_names,
    note_reading,
    note_values,
    rhythm_reading,
    scale_degrees,
    scales,
    sight_reading,
    steady_beat,
    steps_and_skips,
    terms,
    transposition,
)
from domain.games.quiz import Family

# Each makes a running game: `ALL[entry.family](entry, stage, seed, level)`.
ALL: dict[str, Family] = {
    family.name: family
    for family in (
        articulation.FAMILY,
        cadences.FAMILY,
        chords.FAMILY,
        dynamics.FAMILY,
        echo_playing.FAMILY,
        hands_together.FAMILY,
        high_and_low.FAMILY,
        improvisation.FAMILY,
        intervals.FAMILY,
        key_signatures.FAMILY,
        keyboard_geography.FAMILY,
        melodic_dictation.FAMILY,
        metres.FAMILY,
        note_names.FAMILY,
        note_reading.FAMILY,
        note_values.FAMILY,
        rhythm_reading.FAMILY,
        scale_degrees.FAMILY,
        scales.FAMILY,
        sight_reading.FAMILY,
        steady_beat.FAMILY,
        steps_and_skips.FAMILY,
        terms.FAMILY,
        transposition.FAMILY,
    )
}
# What the catalogue checks a family's settings with.
CHECKS = {name: family.check for name, family in ALL.items()}
