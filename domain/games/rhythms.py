"""Rhythms made of cells: `4` is a quarter, `8 8` two eighths, `4.` dotted, `r4` a rest, `8t` a triplet eighth."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from domain.games.chance import Chance
from domain.games.question import Notation
from domain.music.mei import Written, note, rest
from domain.music.pitch import MusicError
from domain.music.rhythm import NAMES, QUARTER, Duration, Metre, micros
from domain.music.say import Say, say

_TOKEN = re.compile(r"(r?)(\d{1,2})(\.{0,2})(t?)")


class Value(msgspec.Struct, frozen=True):
    """A written note or rest."""

    duration: Duration
    silent: bool = False

    @property
    def name(self) -> str:
        """`quarter`, `dotted half`, `eighth rest`."""
        dotted = "dotted " if self.duration.dots else ""
        return f"{dotted}{NAMES.get(self.duration.value, '')}{' rest' if self.silent else ''}"


Rhythm = tuple[Value, ...]


def cell(text: str) -> Rhythm:
    """A cell as it is written in settings. Raises ValueError for what is none."""
    return tuple(_value(token) for token in text.split())


@lru_cache(maxsize=256)
def _value(token: str) -> Value:
    found = _TOKEN.fullmatch(token)
    if not found:
        raise ValueError(f"`{token}` is no note value such as 4, 8., r4 or 8t")
    silent, value, dots, triplet = found.groups()
    try:
        return Value(Duration(int(value), len(dots), (3, 2) if triplet else None), bool(silent))
    except MusicError as error:
        raise ValueError(f"`{token}`: {error}") from error


def metre(text: str) -> Metre:
    """`3/4` read. Raises ValueError."""
    beats, _, unit = text.partition("/")
    if not (beats.isdigit() and unit.isdigit()):
        raise ValueError(f"`{text}` is no metre such as 3/4")
    return Metre(int(beats), int(unit))


def ticks_of(rhythm: Rhythm) -> int:
    """The length of a rhythm."""
    return sum(value.duration.ticks for value in rhythm)


def check_cells(cells: tuple[str, ...], time: Metre) -> None:
    """Raises ValueError where no bar could be filled: some cell must last exactly one beat."""
    lengths = [ticks_of(cell(text)) for text in cells]
    if time.beat not in lengths:
        raise ValueError("`cells` needs one that lasts exactly one beat")


def bars_of(chance: Chance, cells: tuple[str, ...], time: Metre, bars: int) -> tuple[Rhythm, ...]:
    """Bars filled with cells. The last one ends on a note."""
    choices = [cell(text) for text in cells]
    rows = [_bar(chance, choices, time) for _ in range(bars)]
    while rows[-1][-1].silent or all(value.silent for value in rows[0]):
        rows = [_bar(chance, choices, time) for _ in range(bars)]
    return tuple(rows)


def _bar(chance: Chance, choices: list[Rhythm], time: Metre) -> Rhythm:
    bar: list[Value] = []
    left = time.ticks
    while left:
        fitting = [each for each in choices if ticks_of(each) <= left and (left - ticks_of(each)) % time.beat == 0]
        chosen = chance.pick(fitting)
        bar += chosen
        left -= ticks_of(chosen)
    return tuple(bar)


def onsets_of(rhythm: Rhythm, tempo: int) -> tuple[int, ...]:
    """When each sounding note begins, in µs; `tempo` is µs of a quarter."""
    at, onsets = 0, []
    for value in rhythm:
        if not value.silent:
            onsets.append(micros(at, tempo))
        at += value.duration.ticks
    return tuple(onsets)


def quarter_micros(beats_a_minute: int, time: Metre) -> int:
    """µs of a quarter where the metre's beat comes so many times a minute."""
    return 60_000_000 * QUARTER // (beats_a_minute * time.beat)


def rhythm_notation(rhythm: Rhythm, time: Metre, name: str = "B4") -> Notation:
    """The rhythm on one line of the staff; sounding notes are n0, n1, …, rests r0, r1, …"""
    return Notation(items=written(rhythm, (name,)), metre=time)


def written(rhythm: Rhythm, names: tuple[str, ...]) -> tuple[Written, ...]:
    """Notes and rests; `names` are taken in turn."""
    items: list[Written] = []
    notes = rests = 0
    for value in rhythm:
        if value.silent:
            items.append(rest(value.duration, f"r{rests}"))
            rests += 1
        else:
            items.append(note(names[notes % len(names)], value.duration, f"n{notes}"))
            notes += 1
    return tuple(items)


VALUE_NAMES: dict[str, Say] = {
    "whole": say("whole note"),
    "half": say("half note"),
    "quarter": say("quarter note"),
    "eighth": say("eighth note"),
    "sixteenth": say("sixteenth note"),
    "dotted half": say("dotted half note"),
    "dotted quarter": say("dotted quarter note"),
    "dotted eighth": say("dotted eighth note"),
    "whole rest": say("whole rest"),
    "half rest": say("half rest"),
    "quarter rest": say("quarter rest"),
    "eighth rest": say("eighth rest"),
    "sixteenth rest": say("sixteenth rest"),
}
