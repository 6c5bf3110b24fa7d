"""Dynamics: what the signs mean, hearing them, and playing them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from domain.games.answers import WantedKey
from domain.games.catalogue import Game, Stage
from domain.games.chance import Chance
from domain.games.melodies import scale_range, walk
from domain.games.picture import Sound
from domain.games.question import Notation, Question, choosing, concept_of, keys_around
from domain.games.quiz import Family
from domain.games.touch import Dynamics as Touched
from domain.games.touch import Loudness
from domain.music.mei import QUARTER_NOTE, note, with_dynamic
from domain.music.pitch import Pitch
from domain.music.say import Say, say

# Velocities as notation programs and General MIDI piano samples commonly lay the signs out, with room for small hands.
SIGNS: dict[str, tuple[Loudness, Say, Say]] = {
    "pp": (Loudness(softest=1, loudest=45), say("Play it very softly (pp, pianissimo)."), say("pp: very soft.")),
    "p": (Loudness(softest=1, loudest=60), say("Play it softly (p, piano)."), say("p: soft.")),
    "mp": (Loudness(softest=40, loudest=75), say("Play it rather softly (mp, mezzo piano)."), say("mp: rather soft.")),
    "mf": (Loudness(softest=55, loudest=95), say("Play it rather loudly (mf, mezzo forte)."), say("mf: rather loud.")),
    "f": (Loudness(softest=80, loudest=127), say("Play it loudly (f, forte)."), say("f: loud.")),
    "ff": (Loudness(softest=100, loudest=127), say("Play it very loudly (ff, fortissimo)."), say("ff: very loud.")),
}
# Between rather soft and rather loud: what comes first, since nobody knows how loud a loudspeaker is.
MEDIUM = 67
# How loud the program plays each sign, far enough apart to be told.
HEARD = {"pp": 24, "p": 42, "mp": 58, "mf": 76, "f": 98, "ff": 122}


class DynamicSigns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`signs` in use. `task`: play a short line as a sign says, or hear which sign was played."""

    signs: tuple[str, ...] = ("p", "f")
    task: Literal["play", "hear"] = "play"
    length: int = 4

    def __post_init__(self) -> None:
        """Raises ValueError for unknown signs or where there is nothing to tell apart."""
        unknown = next((sign for sign in self.signs if sign not in SIGNS), None)
        if unknown is not None:
            raise ValueError(f"`{unknown}` is not one of {', '.join(SIGNS)}")
        if len(set(self.signs)) < 2 or not 1 <= self.length <= 12:
            raise ValueError("`signs` needs two signs, and `length` is 1 to 12")


def _ask(settings: DynamicSigns, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    notes = scale_range("C4", "major", 0, 4)
    while True:
        sign = chance.pick(settings.signs)
        line = walk(chance, notes, settings.length, 1, 0)
        yield _hear(sign, line, settings, entry) if settings.task == "hear" else _play(sign, line, entry)


def _sounds(line: tuple[Pitch, ...], velocity: int) -> tuple[Sound, ...]:
    return tuple(
        Sound(pitch=each.midi, velocity=velocity, after=n * 400_000, length=380_000) for n, each in enumerate(line)
    )


def _notation(line: tuple[Pitch, ...], sign: str) -> Notation:
    return Notation(items=with_dynamic([note(each, QUARTER_NOTE, f"n{n}") for n, each in enumerate(line)], sign))


def _play(sign: str, line: tuple[Pitch, ...], entry: Game) -> Question:
    loudness, prompt, meaning = SIGNS[sign]
    concept = concept_of(entry, "dynamics")
    wanted = tuple(
        WantedKey(pitch=each, concept=concept, note_id=f"n{n}", clef="treble") for n, each in enumerate(line)
    )
    midi = [each.midi for each in line]
    return Question(
        prompt=prompt,
        answer=lambda: Touched(wanted, loudness, meaning),
        label=say("A short line of notes"),
        notation=_notation(line, sign),
        keys=keys_around(min(midi), max(midi)),
        solution=_sounds(line, HEARD[sign]),
    )


def _hear(sign: str, line: tuple[Pitch, ...], settings: DynamicSigns, entry: Game) -> Question:
    before = [Sound(pitch=line[0].midi, velocity=MEDIUM, after=n * 400_000, length=380_000) for n in range(2)]
    after = (msgspec.structs.replace(each, after=each.after + 1_300_000) for each in _sounds(line, HEARD[sign]))
    sounds = (*before, *after)
    return choosing(
        prompt=say("Two medium notes come first. How loud is what comes after them?"),
        labels={each: say("{sign}", sign=each) for each in SIGNS if each in settings.signs},
        right=sign,
        concept=concept_of(entry, "dynamics"),
        truth=SIGNS[sign][2],
        label=say("A short line of notes"),
        notation=_notation(line, sign),
        by_ear=True,
        sounds=sounds,
        solution=sounds,
    )


FAMILY = Family("dynamics", DynamicSigns, _ask)
