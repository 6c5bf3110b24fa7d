"""Metre: hear how beats are grouped, or see which time signature a bar has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from domain.games.catalogue import Game, Stage
from domain.games.chance import Chance
from domain.games.picture import Sound
from domain.games.question import Notation, Question, choosing, concept_of
from domain.games.quiz import Family
from domain.games.rhythms import bars_of, metre, written
from domain.music.rhythm import Metre
from domain.music.say import Say, say

TRUTHS: dict[str, Say] = {
    "2/4": say("2/4: two quarter beats, strong and weak, like marching."),
    "3/4": say("3/4: three quarter beats, one strong and two weak, like a waltz."),
    "4/4": say("4/4: four quarter beats in each bar."),
    "5/4": say("5/4: five quarter beats in each bar."),
    "6/8": say("6/8: six eighths in two groups of three, swinging."),
    "9/8": say("9/8: nine eighths in three groups of three."),
    "12/8": say("12/8: twelve eighths in four groups of three."),
    "2/2": say("2/2: two half-note beats in each bar."),
}
_CELLS = {4: ("4", "8 8", "2", "4. 8"), 8: ("8 8 8", "4 8", "4."), 2: ("2", "4 4", "4. 8")}


class Metres(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`metres` asked (`3/4`). `task`: hear bars with a strong first beat, or read a bar without its time signature."""

    metres: tuple[str, ...] = ("2/4", "3/4")
    task: Literal["hear", "read"] = "hear"
    bars: int = 3
    bpm: int = 96

    def __post_init__(self) -> None:
        """Raises ValueError for unknown metres or where there is nothing to choose."""
        unknown = next((each for each in self.metres if each not in TRUTHS), None)
        if unknown is not None:
            raise ValueError(f"`{unknown}` is not one of {', '.join(TRUTHS)}")
        lengths = {metre(each).ticks for each in self.metres}
        if self.task == "read" and len(lengths) < len(set(self.metres)):
            raise ValueError("`metres` to read differ in the length of their bars: 3/4 and 6/8 look alike")
        if len(set(self.metres)) < 2 or not 1 <= self.bars <= 6 or not 40 <= self.bpm <= 200:
            raise ValueError("`metres` needs two to choose between, `bars` is 1 to 6 and `bpm` 40 to 200")


def _ask(settings: Metres, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    last = None
    while True:
        last = chance.pick_other(settings.metres, last) if len(settings.metres) > 2 else chance.pick(settings.metres)
        yield _hear(last, settings, entry) if settings.task == "hear" else _read(last, settings, chance, entry)


def _labels(settings: Metres) -> dict[str, Say]:
    return {each: say("{metre}", metre=each) for each in TRUTHS if each in settings.metres}


def _hear(name: str, settings: Metres, entry: Game) -> Question:
    sounds = pulses(metre(name), settings.bars, 60_000_000 // settings.bpm)
    return choosing(
        prompt=say("Listen for the strong beats. Which metre is it?"),
        labels=_labels(settings),
        right=name,
        concept=concept_of(entry, "metre"),
        truth=TRUTHS[name],
        sounds=sounds,
        solution=sounds,
    )


def pulses(time: Metre, bars: int, beat: int) -> tuple[Sound, ...]:
    """Bars of beats (µs), low and loud on the first, with the thirds of compound beats between."""
    parts = 3 if time.compound else 1
    step = beat // parts
    count = bars * time.pulses * parts + 1
    per_bar = time.pulses * parts
    return tuple(_pulse(n % per_bar, parts, n * step) for n in range(count))


def _pulse(place: int, parts: int, after: int) -> Sound:
    if place == 0:
        return Sound(pitch=48, velocity=105, after=after, length=220_000)
    if place % parts == 0:
        return Sound(pitch=60, velocity=72, after=after, length=160_000)
    return Sound(pitch=67, velocity=48, after=after, length=110_000)


def _read(name: str, settings: Metres, chance: Chance, entry: Game) -> Question:
    time = metre(name)
    (bar,) = bars_of(chance, _CELLS[time.unit], time, 1)
    return choosing(
        prompt=say("This bar is full. Which time signature belongs to it?"),
        labels=_labels(settings),
        right=name,
        concept=concept_of(entry, "metre"),
        truth=TRUTHS[name],
        label=say("One bar of rhythm"),
        notation=Notation(items=written(bar, ("B4",))),
    )


FAMILY = Family("metres", Metres, _ask)
