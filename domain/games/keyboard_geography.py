"""Finding the way on the keys: press the key with a name, or name the key that is marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from domain.games.answers import OneKey, WantedKey
from domain.games.catalogue import Game, Stage
from domain.games.chance import Chance
from domain.games.picture import Scene
from domain.games.question import Question, choosing, concept_of, heard_notes
from domain.games.quiz import Family
from domain.music.pitch import STEPS, Pitch, pitch
from domain.music.say import Say, say


class Geography(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`names` are asked (`C`, `F#`); `task` is to find the key or to name it; `lowest` and `highest` bound the keys.

    `which` asks for the lowest or the highest of the keys shown, so that the octave matters.
    """

    names: tuple[str, ...] = tuple(STEPS)
    task: Literal["find", "name"] = "find"
    which: Literal["any", "ends"] = "any"
    lowest: str = "C3"
    highest: str = "B5"

    def __post_init__(self) -> None:
        """Raises ValueError for a name that is no pitch or has no key in the range."""
        for name in self.names:
            if {each.letter for each in self.keys_of(name)} != {name}:
                raise ValueError(f"`names` holds names such as C, F# and Bb, not `{name}`")

    def keys_of(self, name: str) -> tuple[Pitch, ...]:
        """Every key with this name in the range, lowest first."""
        lowest, highest = pitch(self.lowest), pitch(self.highest)
        octaves = (pitch(f"{name}{octave}") for octave in range(lowest.octave - 1, highest.octave + 2))
        found = tuple(each for each in octaves if lowest.midi <= each.midi <= highest.midi)
        if not found:
            raise ValueError(f"there is no {name} between {self.lowest} and {self.highest}")
        return found


def _ask(settings: Geography, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    last = None
    while True:
        last = chance.pick_other(settings.names, last)
        keys = settings.keys_of(last)
        if settings.task == "name":
            yield _name(chance.pick(keys), settings, entry)
        elif settings.which == "ends":
            yield _find_end(keys, chance.happens(0.5), settings, entry)
        else:
            yield _find(keys[len(keys) // 2], settings, entry, say("Press any {note}.", note=last), any_octave=True)


def _range(settings: Geography) -> tuple[int, int]:
    return pitch(settings.lowest).midi, pitch(settings.highest).midi


def _find_end(keys: tuple[Pitch, ...], high: bool, settings: Geography, entry: Game) -> Question:
    if high:
        return _find(keys[-1], settings, entry, say("Press the highest {note} you see.", note=keys[-1].letter))
    return _find(keys[0], settings, entry, say("Press the lowest {note} you see.", note=keys[0].letter))


def _find(key: Pitch, settings: Geography, entry: Game, prompt: Say, any_octave: bool = False) -> Question:
    wanted = WantedKey(pitch=key, concept=_concept(key, entry), any_octave=any_octave)
    return Question(
        prompt=prompt,
        answer=lambda: OneKey(wanted),
        label=prompt,
        keys=_range(settings),
        solution=heard_notes((key.midi,)),
        teach=where(key),
        scene=Scene.SIGN,
        sign=key.letter,
    )


def _name(key: Pitch, settings: Geography, entry: Game) -> Question:
    names = {name: say("{note}", note=name) for name in settings.names}
    return choosing(
        prompt=say("What is the name of the marked key?"),
        labels=names,
        right=key.letter,
        concept=_concept(key, entry),
        truth=where(key),
        keys=_range(settings),
        marked=(key.midi,),
        sounds=heard_notes((key.midi,)),
        scene=Scene.KEYS,
    )


def _concept(key: Pitch, entry: Game) -> str:
    return concept_of(entry, "black-keys" if key.alter else "white-keys")


def where(key: Pitch) -> Say:
    """Where a key lies between the groups of black keys."""
    if key.alter > 0:
        return say("{note} is the black key just right of {white}.", note=key.letter, white=STEPS[key.step])
    if key.alter < 0:
        return say("{note} is the black key just left of {white}.", note=key.letter, white=STEPS[key.step])
    return (
        say("C is the white key left of two black keys."),
        say("D is the white key between two black keys."),
        say("E is the white key right of two black keys."),
        say("F is the white key left of three black keys."),
        say("G is between the first and second of three black keys."),
        say("A is between the second and third of three black keys."),
        say("B is the white key right of three black keys."),
    )[key.step]


FAMILY = Family("keyboard_geography", Geography, _ask)
