"""Articulation: staccato and legato, played and heard."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

import msgspec

from domain.games.answers import WantedKey
from domain.games.catalogue import Game, Stage
from domain.games.chance import Chance
from domain.games.melodies import scale_range, walk
from domain.games.picture import Sound
from domain.games.question import Notation, Question, choosing, concept_of, keys_around
from domain.games.quiz import Family
from domain.games.touch import Lengths
from domain.music.mei import QUARTER_NOTE, note, under_slur
from domain.music.pitch import Pitch
from domain.music.say import Say, say

WAYS: dict[str, tuple[Say, Say, Say]] = {
    "staccato": (say("staccato"), say("Play it staccato: short."), say("Staccato: each note short, with air between.")),
    "legato": (say("legato"), say("Play it legato: bound together."), say("Legato: each note lasts until the next.")),
}


class Articulations(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`task`: play a line one way, or hear which. `ways` in use, `length` of the line."""

    task: Literal["play", "hear"] = "play"
    ways: tuple[Literal["staccato", "legato"], ...] = ("staccato", "legato")
    length: int = 4

    def __post_init__(self) -> None:
        """Raises ValueError for a line that cannot be, or nothing to tell apart."""
        if not 3 <= self.length <= 12 or (self.task == "hear" and len(set(self.ways)) < 2):
            raise ValueError("`length` is 3 to 12, and to hear takes both ways")


def _ask(settings: Articulations, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    notes = scale_range("C4", "major", 0, 4)
    while True:
        way = chance.pick(settings.ways)
        # A repeated key cannot be bound, so that no two notes in a row are the same.
        line = walk(chance, notes, settings.length, 2, 0)
        while any(before == after for before, after in pairwise(line)):
            line = walk(chance, notes, settings.length, 2, 0)
        yield _hear(way, line, entry) if settings.task == "hear" else _play(way, line, entry)


def _sounds(line: tuple[Pitch, ...], way: str) -> tuple[Sound, ...]:
    length = 110_000 if way == "staccato" else 460_000
    return tuple(Sound(pitch=each.midi, after=n * 450_000, length=length) for n, each in enumerate(line))


def _notation(line: tuple[Pitch, ...], way: str) -> Notation:
    sign = "staccato" if way == "staccato" else ""
    items = tuple(note(each, QUARTER_NOTE, f"n{n}", articulation=sign) for n, each in enumerate(line))
    return Notation(items=items if sign else under_slur(items))


def _play(way: str, line: tuple[Pitch, ...], entry: Game) -> Question:
    concept = concept_of(entry, "articulation")
    wanted = tuple(
        WantedKey(pitch=each, concept=concept, note_id=f"n{n}", clef="treble") for n, each in enumerate(line)
    )
    midi = [each.midi for each in line]
    return Question(
        prompt=WAYS[way][1],
        answer=lambda: Lengths(wanted, way == "staccato", WAYS[way][2]),
        label=say("A short line of notes"),
        notation=_notation(line, way),
        keys=keys_around(min(midi), max(midi)),
        solution=_sounds(line, way),
    )


def _hear(way: str, line: tuple[Pitch, ...], entry: Game) -> Question:
    sounds = _sounds(line, way)
    return choosing(
        prompt=say("Listen. Are the notes short or bound?"),
        labels={each: WAYS[each][0] for each in WAYS},
        right=way,
        concept=concept_of(entry, "articulation"),
        truth=WAYS[way][2],
        label=say("A short line of notes"),
        notation=_notation(line, way),
        by_ear=True,
        sounds=sounds,
        solution=sounds,
    )


FAMILY = Family("articulation", Articulations, _ask)
