"""Key signatures: name the key, or press its home note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from domain.games.answers import OneKey, WantedKey
from domain.games.catalogue import Game, Stage
from domain.games.chance import Chance
from domain.games.picture import Sound
from domain.games.question import Notation, Question, choosing, concept_of, heard_notes, heard_together
from domain.games.quiz import Family
from domain.music.key import KeySignature
from domain.music.mei import WHOLE_NOTE, rest
from domain.music.pitch import interval, pitch
from domain.music.say import Say, say


class Signatures(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`fifths` are the signatures asked (-3 is three flats). `task`: name the key, or press its tonic."""

    fifths: tuple[int, ...]
    modes: tuple[Literal["major", "minor"], ...] = ("major",)
    task: Literal["name", "press"] = "name"
    clef: Literal["treble", "bass"] = "treble"

    def __post_init__(self) -> None:
        """Raises ValueError where there is nothing to choose, MusicError for an impossible signature."""
        if len(set(self.fifths)) < 2:
            raise ValueError("`fifths` needs two signatures to choose between")
        for fifths in self.fifths:
            KeySignature(fifths)


def _ask(settings: Signatures, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    last = None
    while True:
        last = chance.pick_other(settings.fifths, last)
        key = KeySignature(last, chance.pick(settings.modes))
        yield _name(key, settings, chance, entry) if settings.task == "name" else _press(key, settings, entry)


def _notation(key: KeySignature, settings: Signatures) -> Notation:
    return Notation(items=(rest(WHOLE_NOTE, "n0"),), clef=settings.clef, key=key)


def _concept(key: KeySignature, entry: Game) -> str:
    kind = "sharp-keys" if key.fifths > 0 else "flat-keys" if key.fifths < 0 else "natural-keys"
    return concept_of(entry, "minor-keys" if key.mode == "minor" else kind, kind)


def _name(key: KeySignature, settings: Signatures, chance: Chance, entry: Game) -> Question:
    others = [fifths for fifths in chance.shuffled(sorted(set(settings.fifths))) if fifths != key.fifths][:3]
    keys = [KeySignature(fifths, key.mode) for fifths in sorted([key.fifths, *others])]
    return choosing(
        prompt=say("Which minor key is this?") if key.mode == "minor" else say("Which major key is this?"),
        labels={each.tonic: _label(each) for each in keys},
        right=key.tonic,
        concept=_concept(key, entry),
        truth=rule(key),
        label=say("A key signature"),
        notation=_notation(key, settings),
        solution=_chord(key),
    )


def _label(key: KeySignature) -> Say:
    if key.mode == "minor":
        return say("{note} minor", note=key.tonic)
    return say("{note} major", note=key.tonic)


def _press(key: KeySignature, settings: Signatures, entry: Game) -> Question:
    home = pitch(f"{key.tonic}4")
    wanted = WantedKey(pitch=home, concept=_concept(key, entry), any_octave=True, fifths=key.fifths)
    return Question(
        prompt=say("Press the home note of this minor key.")
        if key.mode == "minor"
        else say("Press the home note of this major key."),
        answer=lambda: OneKey(wanted),
        label=say("A key signature"),
        notation=_notation(key, settings),
        keys=(48, 83),
        solution=_chord(key) or heard_notes((home.midi,)),
        teach=rule(key),
    )


def _chord(key: KeySignature) -> tuple[Sound, ...]:
    home = pitch(f"{key.tonic}4")
    third = interval("m3" if key.mode == "minor" else "M3")
    return heard_together((home.midi, home.up(third).midi, home.up(interval("P5")).midi))


def rule(key: KeySignature) -> Say:
    """How the key is found from its signature."""
    if key.mode == "minor":
        relative = key.relative.tonic
        return say("{note} minor shares its signature with {relative} major.", note=key.tonic, relative=relative)
    if key.fifths == 0:
        return say("No sharps and no flats: {note} major.", note=key.tonic)
    if key.fifths > 0:
        return say("The last sharp is one step below home: {note} major.", note=key.tonic)
    if key.fifths == -1:
        return say("One flat alone: {note} major.", note=key.tonic)
    return say("The last flat but one is home: {note} major.", note=key.tonic)


FAMILY = Family("key_signatures", Signatures, _ask)
