"""Intervals by eye, by ear and by hand; steps and skips are the first of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from domain.games.answers import OneKey, WantedKey
from domain.games.catalogue import Game, Stage
from domain.games.chance import Chance
from domain.games.interval_names import NUMBER_DOWN, NUMBER_UP, NUMBERS, QUALITIES, QUALITY_DOWN, QUALITY_UP
from domain.games.question import (
    Notation,
    Question,
    choosing,
    concept_of,
    filled,
    heard_notes,
    heard_together,
    keys_around,
)
from domain.games.quiz import Family
from domain.music.mei import WHOLE_NOTE, note
from domain.music.pitch import Pitch, interval, pitch
from domain.music.say import Say, say


class Intervals(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`names` are the intervals asked (`m3`). `task`: read, hear, play (build one on a given note), or steps.

    `by_number` asks for third, not minor third. `together` sounds both notes at once. `down` also goes downwards.
    """

    names: tuple[str, ...]
    task: Literal["read", "hear", "play"] = "read"
    by_number: bool = False
    together: bool = False
    down: bool = False
    clef: Literal["treble", "bass"] = "treble"
    lowest: str = "C4"
    highest: str = "G4"
    white_only: bool = False

    def __post_init__(self) -> None:
        """Raises ValueError for an unknown interval, or where two of them cannot be told apart."""
        unknown = next((name for name in self.names if name not in QUALITIES), None)
        if unknown is not None:
            raise ValueError(f"`{unknown}` is not one of {', '.join(QUALITIES)}")
        if len(self.labels()) < 2 and self.task != "play":
            raise ValueError("`names` needs two intervals to choose between")
        if pitch(self.lowest) > pitch(self.highest):
            raise ValueError("`lowest` lies above `highest`")

    def labels(self) -> dict[str, Say]:
        """What can be picked, narrow to wide."""
        if not self.by_number:
            return {name: QUALITIES[name][0] for name in QUALITIES if name in self.names}
        numbers = sorted({interval(name).number for name in self.names})
        return {str(number): NUMBERS[number][0] for number in numbers}


def _ask(settings: Intervals, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    last = None
    while True:
        last = chance.pick_other(settings.names, last)
        low, high = _pair(last, settings, chance)
        downwards = settings.down and chance.happens(0.5)
        first, second = (high, low) if downwards else (low, high)
        yield _TASKS[settings.task](last, first, second, settings, entry)


def _pair(name: str, settings: Intervals, chance: Chance) -> tuple[Pitch, Pitch]:
    """Two plainly spelled notes this far apart, the lower one in the range; white keys where nothing is plain."""
    lowest, highest = pitch(settings.lowest), pitch(settings.highest)
    places = chance.shuffled(range(lowest.diatonic, highest.diatonic + 1))
    alter = 0 if settings.white_only else chance.pick((0, 0, -1, 1))
    way = interval(name)
    for low in (Pitch(place % 7, sign, place // 7) for sign in (alter, 0) for place in places):
        high = low.up(way)
        if abs(high.alter) <= (0 if settings.white_only else 1):
            return low, high
    low = Pitch(places[0] % 7, 0, places[0] // 7)
    return low, low.up(way)


def _notation(first: Pitch, second: Pitch, settings: Intervals) -> Notation:
    items = (note(first, WHOLE_NOTE, "n0"), note(second, WHOLE_NOTE, "n1"))
    return Notation(items=items, clef=settings.clef)


def _truth(name: str, settings: Intervals) -> tuple[str, Say]:
    if settings.by_number:
        number = interval(name).number
        return str(number), NUMBERS[number][1]
    return name, QUALITIES[name][1]


def _concept(name: str, settings: Intervals, entry: Game) -> str:
    number = interval(name).number
    steps = ("steps-and-skips",) if number <= 3 else ()
    aural = ("intervals-by-ear",) if settings.task == "hear" else ()
    return concept_of(entry, *aural, *steps, "intervals")


def _read(name: str, first: Pitch, second: Pitch, settings: Intervals, entry: Game) -> Question:
    right, truth = _truth(name, settings)
    return choosing(
        prompt=say("Which interval is this?"),
        labels=settings.labels(),
        right=right,
        concept=_concept(name, settings, entry),
        truth=truth,
        label=say("Two notes"),
        notation=_notation(first, second, settings),
        now=("n0", "n1"),
        solution=heard_notes((first.midi, second.midi)),
    )


def _hear(name: str, first: Pitch, second: Pitch, settings: Intervals, entry: Game) -> Question:
    right, truth = _truth(name, settings)
    pitches = (first.midi, second.midi)
    sounds = heard_together(pitches) if settings.together else heard_notes(pitches, step=800_000, length=780_000)
    return choosing(
        prompt=say("Listen. Which interval do you hear?"),
        labels=settings.labels(),
        right=right,
        concept=_concept(name, settings, entry),
        truth=truth,
        label=say("Two notes"),
        notation=_notation(first, second, settings),
        by_ear=True,
        sounds=sounds,
        solution=sounds,
    )


def _play(name: str, first: Pitch, second: Pitch, settings: Intervals, entry: Game) -> Question:
    upwards = second.midi >= first.midi
    wanted = WantedKey(pitch=second, concept=_concept(name, settings, entry), note_id="n1")
    return Question(
        prompt=_play_prompt(name, first, settings, upwards),
        answer=lambda: OneKey(wanted),
        label=say("Two notes"),
        notation=_notation(first, second, settings),
        by_ear=True,
        keys=keys_around(min(first.midi, second.midi), max(first.midi, second.midi)),
        marked=(first.midi,),
        sounds=heard_notes((first.midi,)),
        solution=heard_notes((first.midi, second.midi)),
    )


def _play_prompt(name: str, first: Pitch, settings: Intervals, upwards: bool) -> Say:
    """The interval's own sentence, so that each can be translated as a whole."""
    if settings.by_number:
        ways = NUMBER_UP if upwards else NUMBER_DOWN
        return filled(ways[interval(name).number], note=first.letter)
    return filled((QUALITY_UP if upwards else QUALITY_DOWN)[name], note=first.letter)


_TASKS = {"read": _read, "hear": _hear, "play": _play}

FAMILY = Family("intervals", Intervals, _ask)
