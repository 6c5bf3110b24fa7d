"""Singable melodies for a level: mostly steps, leaps answered by steps, coming to rest where they should."""

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


def walk(
    chance: Chance, notes: tuple[Pitch, ...], length: int, leap: int, start: int, end: int | None = None
) -> tuple[Pitch, ...]:
    """A melody over `notes`. `leap` is the widest move in places, `start` and `end` the places of its outer notes.

    After a move wider than a step the next goes back by a step, as singers like it; before `end` it comes near.
    """
    places = [start]
    while len(places) < length:
        places.append(_next_place(chance, places, len(notes), leap))
    if end is not None and length > 1:
        places[-1] = end
        if length > 2 and not 0 < abs(places[-2] - end) <= leap:
            beside = [place for place in (end - 1, end + 1) if 0 <= place < len(notes)]
            places[-2] = min(beside, key=lambda place: (abs(place - places[-3]), place))
    return tuple(notes[place] for place in places)


def _next_place(chance: Chance, places: list[int], count: int, leap: int) -> int:
    last = places[-1]
    moved = last - places[-2] if len(places) > 1 else 0
    if abs(moved) > 1:
        move = -1 if moved > 0 else 1
    else:
        width = chance.pick((1, 1, 1, 2, *range(2, leap + 1)))
        move = min(width, leap) * chance.pick((-1, 1))
    for place in (last + move, last - move, last + 1):
        if 0 <= place < count:
            return place
    return last - 1
