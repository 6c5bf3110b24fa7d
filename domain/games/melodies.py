"""Singable melodies for a level: mostly steps, leaps answered by steps, an end on the home note."""

from __future__ import annotations

from domain.games.chance import Chance
from domain.music.key import scale
from domain.music.pitch import Pitch, pitch


def scale_range(tonic: str, kind: str, lowest: int, highest: int) -> tuple[Pitch, ...]:
    """Scale notes from degree `lowest` to degree `highest`, counted from the tonic as 0 (negative is below)."""
    home = pitch(tonic)
    below = pitch(f"{home.letter}{home.octave - 1}")
    notes = scale(below, kind, 3)
    start = (len(notes) - 1) // 3
    if not -start <= lowest <= highest <= 2 * start:
        raise ValueError("a melody's range lies within an octave below and two above its home note")
    return notes[start + lowest : start + highest + 1]


def walk(chance: Chance, notes: tuple[Pitch, ...], length: int, leap: int, home: int) -> tuple[Pitch, ...]:
    """A melody over `notes`. `leap` is the widest move in places, `home` the place where it begins and ends.

    After a move wider than a step the next goes back by a step, as singers like it; the last but one lies beside home.
    """
    places = [home]
    while len(places) < length - 1:
        places.append(_next_place(chance, places, len(notes), leap))
    if length > 2 and abs(places[-1] - home) > leap:
        places[-1] = home + (1 if places[-1] > home else -1)
    return tuple(notes[min(max(place, 0), len(notes) - 1)] for place in [*places[: length - 1], home][:length])


def _next_place(chance: Chance, places: list[int], count: int, leap: int) -> int:
    last = places[-1]
    moved = last - places[-2] if len(places) > 1 else 0
    if abs(moved) > 1:
        move = -1 if moved > 0 else 1
    else:
        width = chance.pick((1, 1, 1, 2, *range(2, leap + 1)))
        move = min(width, leap) * chance.pick((-1, 1))
    place = last + move
    return last - move if not 0 <= place < count else place
