"""Keeping the beat: tap along with the click, and go on when it falls silent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from domain.games.catalogue import Game, Stage
from domain.games.chance import Chance
from domain.games.picture import Scene
from domain.games.question import Question, concept_of
from domain.games.quiz import Family
from domain.games.tapping import WINDOWS, Beat, Tapping
from domain.music.say import say


class Steady(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`slowest` and `fastest` in beats a minute; `beats` are tapped, of which the last `silent` have no click."""

    slowest: int = 60
    fastest: int = 100
    beats: int = 8
    silent: int = 0
    per_bar: int = 4
    windows: Literal["first", "normal", "strict"] = "first"

    def __post_init__(self) -> None:
        """Raises ValueError for tempos and beats that cannot be."""
        if not 30 <= self.slowest <= self.fastest <= 240:
            raise ValueError("`slowest` to `fastest` lies between 30 and 240")
        if not 2 <= self.beats <= 64 or not 0 <= self.silent < self.beats:
            raise ValueError("`beats` lies between 2 and 64, and `silent` below it")


def _ask(settings: Steady, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    while True:
        bpm = chance.between(settings.slowest, settings.fastest)
        yield _question(60_000_000 // bpm, settings, entry)


def _question(length: int, settings: Steady, entry: Game) -> Question:
    clicked = settings.per_bar + settings.beats - settings.silent

    def answer() -> Tapping:
        return Tapping(
            onsets=tuple(n * length for n in range(settings.beats)),
            ends=settings.beats * length,
            ids=(),
            beat=Beat(length=length, per_bar=settings.per_bar),
            windows=WINDOWS[settings.windows],
            concept=concept_of(entry, "steady-beat"),
            names=("beat",) * settings.beats,
            silent_from=clicked,
        )

    prompt = say("After the count-in tap {beats} beats. Go on when the click stops.", beats=settings.beats)
    if not settings.silent:
        prompt = say("After the count-in tap {beats} beats with the click.", beats=settings.beats)
    return Question(prompt=prompt, answer=answer, label=prompt, scene=Scene.TAP, taps=True)


FAMILY = Family("steady_beat", Steady, _ask)
