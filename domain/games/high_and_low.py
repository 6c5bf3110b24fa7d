"""First listening: higher, lower or the same; louder or softer; short or long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from domain.games.catalogue import Game, Stage
from domain.games.chance import Chance
from domain.games.picture import Drawn, Sound
from domain.games.question import Question, choosing, concept_of
from domain.games.quiz import Family
from domain.music.pitch import pitch
from domain.music.say import Say, say

LABELS: dict[str, dict[str, Say]] = {
    "pitch": {"higher": say("higher"), "same": say("the same"), "lower": say("lower")},
    "loudness": {"louder": say("louder"), "softer": say("softer")},
    "length": {"longer": say("longer"), "shorter": say("shorter")},
}
DRAWN = {each: Drawn(each) for each in ("higher", "same", "lower", "louder", "softer", "longer", "shorter")}
TRUTHS: dict[str, Say] = {
    "higher": say("The second note was higher: further right on the keys."),
    "same": say("Both notes were the same."),
    "lower": say("The second note was lower: further left on the keys."),
    "louder": say("The second note was louder."),
    "softer": say("The second note was softer."),
    "longer": say("The second note lasted longer."),
    "shorter": say("The second note was shorter."),
}

# What the learn stage says before it is heard.
LESSONS: dict[str, Say] = {
    "higher": say("Listen: the second note is higher. On the keys it lies further right."),
    "same": say("Listen: both notes are the same."),
    "lower": say("Listen: the second note is lower. On the keys it lies further left."),
    "louder": say("Listen: the second note is louder."),
    "softer": say("Listen: the second note is softer."),
    "longer": say("Listen: the second note lasts longer."),
    "shorter": say("Listen: the second note is shorter."),
}


class Listening(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`about` names what is compared, `smallest` to `largest` how much: semitones, velocity, or percent of length."""

    about: Literal["pitch", "loudness", "length"] = "pitch"
    smallest: int = 5
    largest: int = 12
    lowest: str = "C4"
    highest: str = "C5"

    def __post_init__(self) -> None:
        """Raises ValueError for differences that cannot be."""
        if not 1 <= self.smallest <= self.largest <= 90:
            raise ValueError("`smallest` to `largest` lies between 1 and 90")
        if pitch(self.lowest) > pitch(self.highest):
            raise ValueError("`lowest` lies above `highest`")


def _ask(settings: Listening, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    labels = LABELS[settings.about]
    while True:
        right = chance.pick(tuple(labels))
        sounds = _SOUNDS[settings.about](right, settings, chance)
        yield choosing(
            prompt=say("Listen to two notes. How is the second?"),
            labels=labels,
            right=right,
            concept=concept_of(entry, f"listening-{settings.about}"),
            truth=TRUTHS[right],
            teach=LESSONS[right],
            drawn=DRAWN,
            sounds=sounds,
            solution=sounds,
        )


def _key(settings: Listening, chance: Chance) -> int:
    return chance.between(pitch(settings.lowest).midi, pitch(settings.highest).midi)


def _pitches(right: str, settings: Listening, chance: Chance) -> tuple[Sound, ...]:
    way = {"higher": 1, "same": 0, "lower": -1}[right]
    first = _key(settings, chance)
    second = first + way * chance.between(settings.smallest, settings.largest)
    return Sound(pitch=first, length=800_000), Sound(pitch=second, after=1_000_000, length=800_000)


def _loudnesses(right: str, settings: Listening, chance: Chance) -> tuple[Sound, ...]:
    key, difference = _key(settings, chance), chance.between(settings.smallest, settings.largest)
    soft, loud = 70 - difference // 2, 70 + difference // 2
    first, second = (soft, loud) if right == "louder" else (loud, soft)
    second_sound = Sound(pitch=key, velocity=second, after=1_000_000, length=800_000)
    return Sound(pitch=key, velocity=first, length=800_000), second_sound


def _lengths(right: str, settings: Listening, chance: Chance) -> tuple[Sound, ...]:
    key, difference = _key(settings, chance), chance.between(settings.smallest, settings.largest)
    long, short = 1_400_000, 1_400_000 * (100 - difference) // 100
    first, second = (short, long) if right == "longer" else (long, short)
    return Sound(pitch=key, length=first), Sound(pitch=key, after=1_800_000, length=second)


_SOUNDS = {"pitch": _pitches, "loudness": _loudnesses, "length": _lengths}

FAMILY = Family("high_and_low", Listening, _ask)
