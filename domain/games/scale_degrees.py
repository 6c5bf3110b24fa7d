"""Scale degrees: hear where home is, then say or play which step of the scale sounded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from domain.games.answers import OneKey, WantedKey
from domain.games.cadences import phrase
from domain.games.catalogue import Game, Stage
from domain.games.chance import Chance
from domain.games.picture import Sound
from domain.games.question import Question, choosing, concept_of, keys_around
from domain.games.quiz import Family
from domain.music.key import key_of, scale
from domain.music.pitch import pitch
from domain.music.say import Say, say

DEGREES: tuple[tuple[Say, Say], ...] = (
    (say("1 (do)"), say("1, do: home.")),
    (say("2 (re)"), say("2, re: one step above home.")),
    (say("3 (mi)"), say("3, mi: the middle of the home chord.")),
    (say("4 (fa)"), say("4, fa: leans down to 3.")),
    (say("5 (so)"), say("5, so: the strong top of the home chord.")),
    (say("6 (la)"), say("6, la: one step above 5.")),
    (say("7 (ti)"), say("7, ti: pulls up to home.")),
)


class Degrees(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`degrees` asked (1 to 7). `task`: name what was heard, or play it on the keys."""

    degrees: tuple[int, ...] = (1, 3, 5)
    tonics: tuple[str, ...] = ("C",)
    task: Literal["name", "play"] = "name"

    def __post_init__(self) -> None:
        """Raises ValueError where there is nothing to tell apart, MusicError for what is no key."""
        if len(set(self.degrees)) < 2 or not all(1 <= degree <= 7 for degree in self.degrees):
            raise ValueError("`degrees` needs two degrees of 1 to 7")
        for tonic in self.tonics:
            key_of(tonic)


def _ask(settings: Degrees, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    last = None
    while True:
        last = chance.pick_other(sorted(set(settings.degrees)), last)
        yield _question(chance.pick(settings.tonics), last, settings, entry)


def _question(tonic: str, degree: int, settings: Degrees, entry: Game) -> Question:
    home = pitch(f"{tonic}4")
    asked = scale(home, "major")[degree - 1]
    sounds = (*phrase(key_of(tonic), (1, 4, 5, 1), 550_000), Sound(pitch=asked.midi, after=2_500_000, length=900_000))
    concept = concept_of(entry, "scale-degrees")
    if settings.task == "name":
        return choosing(
            prompt=say("The chords show you home. Which step of the scale comes after them?"),
            labels={str(each): DEGREES[each - 1][0] for each in sorted(set(settings.degrees))},
            right=str(degree),
            concept=concept,
            truth=DEGREES[degree - 1][1],
            sounds=sounds,
            solution=sounds,
        )
    wanted = WantedKey(pitch=asked, concept=concept, any_octave=True, fifths=key_of(tonic).fifths)
    prompt = say("The chords show you home, the marked key. Play the note that comes after them.")
    return Question(
        prompt=prompt,
        answer=lambda: OneKey(wanted),
        label=prompt,
        keys=keys_around(home.midi, home.midi + 12),
        marked=(home.midi,),
        sounds=sounds,
        solution=sounds,
        teach=DEGREES[degree - 1][1],
    )


FAMILY = Family("scale_degrees", Degrees, _ask)
