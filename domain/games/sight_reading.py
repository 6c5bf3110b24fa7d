"""Sight-reading: a line of music after a count-in, real tunes or new ones written for the level."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from domain.games.catalogue import Game, Stage
from domain.games.chance import Chance
from domain.games.melodies import scale_range, walk
from domain.games.performing import Performing
from domain.games.question import Question, concept_of, filled, keys_around
from domain.games.quiz import Family
from domain.games.rhythms import bars_of, check_cells, metre, quarter_micros
from domain.games.tapping import Beat
from domain.games.tunes import Tune, difficulty, ends, notation, score, upbeat
from domain.music.key import key_of
from domain.music.pitch import Pitch
from domain.music.rhythm import micros
from domain.music.rules import Level
from domain.music.say import say


class SightReading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`tunes` are played as they are; without them, tunes are written: `bars` of `cells` over a scale.

    `bpm` counts the metre's beat; with `tunes` each brings its own. `windows` are the judge's level. `hands` writes a
    left hand of long notes under what is new. `easiest` is the percentage of the tunes in use, by measured difficulty.
    """

    tunes: tuple[Tune, ...] = ()
    easiest: int = 100
    cells: tuple[str, ...] = ("4", "2")
    metre: str = "4/4"
    bars: int = 2
    bpm: int = 66
    tonic: str = "C4"
    kind: Literal["major", "minor"] = "major"
    lowest: int = 0
    highest: int = 4
    leap: int = 1
    clef: Literal["treble", "bass"] = "treble"
    hands: bool = False
    windows: Literal["first", "normal", "strict"] = "first"

    def __post_init__(self) -> None:
        """Raises ValueError for what cannot be written."""
        check_cells(self.cells, metre(self.metre))
        scale_range(self.tonic, self.kind, self.lowest, self.highest)
        key_of(self.tonic[:-1], self.kind)
        if not 1 <= self.bars <= 8 or not 30 <= self.bpm <= 200 or self.lowest > 0:
            raise ValueError("`bars` is 1 to 8, `bpm` 30 to 200, and the range begins at the tonic or below")
        if not 1 <= self.easiest <= 100:
            raise ValueError("`easiest` is 1 to 100 percent")

    def chosen(self) -> tuple[Tune, ...]:
        """The tunes in use, the easiest first."""
        graded = sorted(self.tunes, key=lambda tune: (difficulty(tune), tune.title))
        return tuple(graded[: max(1, len(graded) * self.easiest // 100)])


def _ask(settings: SightReading, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    tunes = settings.chosen()
    while True:
        for tune in chance.shuffled(tunes) or [_written(settings, chance)]:
            yield question(tune, settings.windows, entry)


def question(tune: Tune, windows: str, entry: Game) -> Question:
    """One tune to be played after its count-in."""
    time = metre(tune.metre)
    tempo = quarter_micros(tune.bpm, time)
    judged = score(tune, tune.bpm)
    beat = Beat(length=micros(time.beat, tempo), per_bar=time.pulses, ahead=micros(upbeat(tune), tempo))
    concept = concept_of(entry, *(("hands-together",) if tune.lower else ()), "sight-reading")
    prompt = say("Play this line after the count-in. Keep going, whatever happens.")
    named = filled(say("“{title}”: play it after the count-in, and keep going."), title=tune.title)
    return Question(
        prompt=named if tune.title else prompt,
        answer=lambda: Performing(
            score=judged, ends=ends(tune, tune.bpm), beat=beat, level=Level(windows), concept=concept
        ),
        label=say("A line of music"),
        notation=notation(tune),
        keys=keys_around(min(judged.pitches), max(judged.pitches)),
    )


def _written(settings: SightReading, chance: Chance) -> Tune:
    """A new tune for the level."""
    time = metre(settings.metre)
    rows = bars_of(chance, settings.cells, time, settings.bars)
    count = sum(not value.silent for row in rows for value in row)
    notes = scale_range(settings.tonic, settings.kind, settings.lowest, settings.highest)
    melody = iter(walk(chance, notes, count, settings.leap, -settings.lowest, -settings.lowest))
    bars = [
        " ".join(_token(value.duration.value, value.duration.dots, value.silent, melody) for value in row)
        for row in rows
    ]
    return Tune(
        title="",
        notes=" | ".join(bars),
        lower=_left_hand(settings, chance) if settings.hands else "",
        metre=settings.metre,
        fifths=key_of(settings.tonic[:-1], settings.kind).fifths,
        bpm=settings.bpm,
        clef=settings.clef,
    )


def _token(value: int, dots: int, silent: bool, melody: Iterator[Pitch]) -> str:
    name = "r" if silent else next(melody).name
    return f"{name}:{value}{'.' * dots}"


def _left_hand(settings: SightReading, chance: Chance) -> str:
    """One long note a bar: home, fourth or fifth, home at the end."""
    time = metre(settings.metre)
    home = scale_range(settings.tonic, settings.kind, -7, 0)
    value = {4: "1", 3: "2.", 2: "2"}[time.beats]
    places = [0, *(chance.pick((0, 3, 4)) for _ in range(settings.bars - 2)), 0][: settings.bars]
    return " | ".join(f"{home[place].name}:{value}" for place in places)


FAMILY = Family("sight_reading", SightReading, _ask)
