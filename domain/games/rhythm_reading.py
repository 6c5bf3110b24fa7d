"""Reading rhythms: tap what is written, with the click or against its silence; or echo what is heard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from domain.games.catalogue import Game, Stage
from domain.games.chance import Chance
from domain.games.picture import Sound
from domain.games.question import Question, concept_of
from domain.games.quiz import Family
from domain.games.rhythms import Rhythm, bars_of, check_cells, metre, onsets_of, quarter_micros, rhythm_notation
from domain.games.tapping import WINDOWS, Beat, Tapping
from domain.music.rhythm import Metre, micros
from domain.music.say import say

# What a rhythm sounds like when the program plays it.
_RHYTHM_KEY = 72


class Rhythms(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`cells` fill the bars. `task`: read, or echo by ear. `bpm` counts beats. `click` goes on while tapping."""

    cells: tuple[str, ...]
    metre: str = "4/4"
    bars: int = 2
    bpm: int = 72
    task: Literal["read", "echo"] = "read"
    click: bool = True
    windows: Literal["first", "normal", "strict"] = "first"

    def __post_init__(self) -> None:
        """Raises ValueError for cells that fill no bar, MusicError for what is no metre."""
        check_cells(self.cells, metre(self.metre))
        if not 1 <= self.bars <= 8 or not 30 <= self.bpm <= 240:
            raise ValueError("`bars` lies between 1 and 8, `bpm` between 30 and 240")


def _ask(settings: Rhythms, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    time = metre(settings.metre)
    while True:
        bars = bars_of(chance, settings.cells, time, settings.bars)
        yield _question(tuple(value for bar in bars for value in bar), time, settings, entry)


def _question(rhythm: Rhythm, time: Metre, settings: Rhythms, entry: Game) -> Question:
    tempo = quarter_micros(settings.bpm, time)
    onsets = onsets_of(rhythm, tempo)
    ends = micros(time.ticks, tempo) * settings.bars
    echo = settings.task == "echo"
    beat = Beat(length=micros(time.beat, tempo), per_bar=time.pulses, click=settings.click or echo)
    sounding = tuple(value for value in rhythm if not value.silent)
    heard = tuple(Sound(pitch=_RHYTHM_KEY, after=onset, length=150_000) for onset in onsets)

    def answer() -> Tapping:
        return Tapping(
            onsets=onsets,
            ends=ends,
            ids=tuple(f"n{place}" for place in range(len(onsets))),
            beat=beat,
            windows=WINDOWS[settings.windows],
            concept=_concept(rhythm, settings, entry),
            names=tuple(value.name for value in sounding),
            heard_first=heard if echo else (),
            shift=ends if echo else 0,
        )

    return Question(
        prompt=say("Listen, then tap the same rhythm.")
        if echo
        else say("Tap this rhythm on any key after the count-in."),
        answer=answer,
        label=say("A rhythm"),
        notation=rhythm_notation(rhythm, time),
        by_ear=echo,
        taps=True,
    )


def _concept(rhythm: Rhythm, settings: Rhythms, entry: Game) -> str:
    """The hardest thing in the rhythm."""
    values = [value.duration for value in rhythm]
    special = [
        ("rhythm-by-ear", settings.task == "echo"),
        ("triplets", any(value.tuplet for value in values)),
        ("sixteenths", any(value.value >= 16 for value in values)),
        ("dotted-rhythms", any(value.dots and value.value >= 4 for value in values)),
        ("rests", any(value.silent for value in rhythm)),
        ("eighths", any(value.value == 8 for value in values)),
    ]
    return concept_of(entry, *(name for name, holds in special if holds), "rhythm")


FAMILY = Family("rhythm_reading", Rhythms, _ask)
