"""Sounds turned into entries of the audio clock: whole milliseconds, bounded, in order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from domain.games.picture import Sound
from domain.music.note import HIGHEST, LOWEST

MILLISECOND = 1_000
# An hour: nobody hears the end of what is longer, and a broken piece cannot fill the sequencer.
LONGEST = 3_600_000
MOST_SOUNDS = 20_000
CHANNELS = 16


class Entry(NamedTuple):
    """A note on the audio clock; `tick` and `length` in milliseconds."""

    tick: int
    channel: int
    pitch: int
    velocity: int
    length: int


def entries(sounds: Iterable[Sound], start: int) -> list[Entry]:
    """What to schedule, `after` counted from `start` (milliseconds). What cannot sound is left out."""
    wanted = [sound for sound in sounds if can_sound(sound)][:MOST_SOUNDS]
    return sorted(
        Entry(
            tick=start + round(sound.after / MILLISECOND),
            channel=sound.channel,
            pitch=sound.pitch,
            velocity=min(127, sound.velocity),
            length=min(LONGEST, max(1, round(sound.length / MILLISECOND))),
        )
        for sound in wanted
    )


def can_sound(sound: Sound) -> bool:
    """Is it a note that MIDI has, at a time that will come?"""
    return (
        LOWEST <= sound.pitch <= HIGHEST
        and sound.velocity > 0
        and 0 <= sound.channel < CHANNELS
        and 0 <= sound.after <= LONGEST * MILLISECOND
    )


def last_end(scheduled: Iterable[Entry]) -> int:
    """When the last note is let go, in milliseconds of the audio clock; 0 for nothing."""
    return max((entry.tick + entry.length for entry in scheduled), default=0)
