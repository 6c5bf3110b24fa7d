"""Note values: their names, how many beats they last, and what fills a bar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from domain.games.catalogue import Game, Stage
from domain.games.chance import Chance
from domain.games.question import Notation, Question, choosing, concept_of
from domain.games.quiz import Family
from domain.games.rhythms import VALUE_NAMES, Value, cell, written
from domain.music.rhythm import QUARTER
from domain.music.say import Say, say

# Lengths in quarter beats as pupils say them.
BEATS: dict[int, tuple[str, Say]] = {
    QUARTER // 4: ("1/4", say("It lasts a quarter of a beat.")),
    QUARTER // 2: ("1/2", say("It lasts half a beat.")),
    QUARTER * 3 // 4: ("3/4", say("It lasts three quarters of a beat.")),
    QUARTER: ("1", say("It lasts one beat.")),
    QUARTER * 3 // 2: ("1 1/2", say("It lasts one and a half beats: the dot adds half.")),
    QUARTER * 2: ("2", say("It lasts two beats.")),
    QUARTER * 3: ("3", say("It lasts three beats: two, and the dot adds one.")),
    QUARTER * 4: ("4", say("It lasts four beats.")),
}
# What a missing value is called when the rest of the bar is written.
MISSING: dict[str, Say] = {
    "whole": say("A whole note fills the bar."),
    "half": say("A half note is missing: two beats."),
    "quarter": say("A quarter note is missing: one beat."),
    "eighth": say("An eighth note is missing: half a beat."),
    "sixteenth": say("A sixteenth note is missing: a quarter of a beat."),
    "dotted half": say("A dotted half note is missing: three beats."),
    "dotted quarter": say("A dotted quarter note is missing: one and a half beats."),
    "dotted eighth": say("A dotted eighth note is missing: three quarters of a beat."),
}


class Values(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`values` asked (`4`, `2.`, `r8`). `task`: name it, count its beats, or find what is missing in a 4/4 bar."""

    values: tuple[str, ...] = ("1", "2", "4")
    task: Literal["name", "beats", "complete"] = "name"

    def __post_init__(self) -> None:
        """Raises ValueError for what is no value or has no name here."""
        kinds = [self.value(text) for text in self.values]
        if len({kind.name for kind in kinds}) < 2:
            raise ValueError("`values` needs two to choose between")
        strange = next((kind.name for kind in kinds if kind.name not in VALUE_NAMES), None)
        if strange is not None:
            raise ValueError(f"`{strange}` has no name here")
        if self.task == "complete" and any(kind.silent or kind.name not in MISSING for kind in kinds):
            raise ValueError("`values` to complete a bar are notes up to a dotted half")

    def value(self, text: str) -> Value:
        """One value. Raises ValueError where the text is several."""
        (only,) = cell(text)
        return only


def _ask(settings: Values, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    last = None
    while True:
        last = chance.pick_other(settings.values, last)
        yield _TASKS[settings.task](settings.value(last), settings, entry)


def _concept(value: Value, entry: Game) -> str:
    special = [("rests", value.silent), ("dotted-rhythms", bool(value.duration.dots))]
    return concept_of(entry, *(name for name, holds in special if holds), "note-values")


def _names(settings: Values) -> dict[str, Say]:
    kinds = {settings.value(text).name for text in settings.values}
    return {name: label for name, label in VALUE_NAMES.items() if name in kinds}


def _name(value: Value, settings: Values, entry: Game) -> Question:
    return choosing(
        prompt=say("What is this called?"),
        labels=_names(settings),
        right=value.name,
        concept=_concept(value, entry),
        truth=BEATS[value.duration.ticks][1],
        label=say("One note or rest"),
        notation=Notation(items=written((value,), ("B4",))),
    )


def _beats(value: Value, settings: Values, entry: Game) -> Question:
    lengths = {settings.value(text).duration.ticks for text in settings.values}
    counts = {BEATS[ticks][0]: say("{beats}", beats=BEATS[ticks][0]) for ticks in sorted(lengths)}
    return choosing(
        prompt=say("How many quarter beats does this last?"),
        labels=counts,
        right=BEATS[value.duration.ticks][0],
        concept=_concept(value, entry),
        truth=BEATS[value.duration.ticks][1],
        label=say("One note or rest"),
        notation=Notation(items=written((value,), ("B4",))),
    )


def _complete(value: Value, settings: Values, entry: Game) -> Question:
    """The bar without this value: the longest plain values first, so that it reads easily."""
    left, filling = 4 * QUARTER - value.duration.ticks, []
    for text in ("2", "4", "8", "16"):
        plain = settings.value(text)
        while plain.duration.ticks <= left:
            filling.append(plain)
            left -= plain.duration.ticks
    return choosing(
        prompt=say("Which note is missing to fill this 4/4 bar?"),
        labels=_names(settings),
        right=value.name,
        concept=_concept(value, entry),
        truth=MISSING[value.name],
        label=say("A bar that is not full"),
        notation=Notation(items=written(tuple(filling), ("B4",))) if filling else None,
    )


_TASKS = {"name": _name, "beats": _beats, "complete": _complete}

FAMILY = Family("note_values", Values, _ask)
