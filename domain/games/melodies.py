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

    After a move wider than a step the next goes back by a step, as singers like it; it comes home to `end` by a step
    where so many notes can lead there.
    """
    places = [start]
    while len(places) < length:
        places.append(_next_place(chance, places, len(notes), leap, end, length - len(places) - 1))
    return tuple(notes[place] for place in places)


def _next_place(chance: Chance, places: list[int], count: int, leap: int, end: int | None, left: int) -> int:
    """Where to go with `left` moves to come after this one."""
    last = places[-1]
    moved = last - places[-2] if len(places) > 1 else 0
    if abs(moved) > 1:
        moves = [-1 if moved > 0 else 1]
    else:
        width = min(chance.pick((1, 1, 1, 2, *range(2, leap + 1))), leap)
        way = chance.pick((-1, 1))
        moves = [width * way, -width * way, way, -way, 0]
    for move in moves:
        if 0 <= last + move < count and (end is None or _leads_home(last + move, move, end, left)):
            return last + move
    return end if end is not None and not left else _towards(last, end, count)


def _leads_home(place: int, move: int, end: int, left: int) -> bool:
    """Whether `left` more moves can end there with a step, where a leap is answered by a step back."""
    if abs(move) > 1 and left:
        return _leads_home(place - (1 if move > 0 else -1), 1, end, left - 1)
    away = abs(place - end)
    return away == 1 if left == 1 else away <= left


def _towards(last: int, end: int | None, count: int) -> int:
    """The neighbour that lies nearer to the end, or to the middle where there is none: a way that is always open."""
    goal = count // 2 if end is None else end
    return last if goal == last else last + (1 if goal > last else -1)
