"""Scales: play them up and down, or hear which one it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from domain.games.answers import KeysInOrder, WantedKey
from domain.games.catalogue import Game, Stage, StageType
from domain.games.chance import Chance
from domain.games.question import Notation, Question, choosing, concept_of, filled, heard_notes, keys_around
from domain.games.quiz import Family
from domain.music.key import SCALES, KeySignature, key_of, scale
from domain.music.mei import QUARTER_NOTE, note
from domain.music.pitch import Pitch, pitch
from domain.music.say import Say, say

KINDS: dict[str, tuple[Say, Say]] = {
    "major": (say("major"), say("Major: half steps lie between 3 and 4 and between 7 and 8.")),
    "minor": (say("natural minor"), say("Natural minor: the third, sixth and seventh note are lowered.")),
    "harmonic minor": (
        say("harmonic minor"),
        say("Harmonic minor: the wide step before the seventh note gives it away."),
    ),
    "melodic minor": (say("melodic minor"), say("Melodic minor: a minor third, then it climbs as major does.")),
    "dorian": (say("dorian"), say("Dorian: minor with a bright sixth note.")),
    "phrygian": (say("phrygian"), say("Phrygian: minor that begins with a half step.")),
    "lydian": (say("lydian"), say("Lydian: major with a raised fourth note.")),
    "mixolydian": (say("mixolydian"), say("Mixolydian: major with a lowered seventh note.")),
    "major pentatonic": (say("major pentatonic"), say("Major pentatonic: five notes and no half step.")),
    "minor pentatonic": (say("minor pentatonic"), say("Minor pentatonic: five notes, beginning with a skip.")),
    "blues": (say("blues"), say("Blues: the minor pentatonic with one blue note between.")),
    "whole tone": (say("whole tone"), say("Whole tone: nothing but whole steps.")),
}


class Scales(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`tonics` and `kinds` asked. `task`: play upwards or there and back, or hear which kind it is.

    `notes` limits a scale to its first notes (5 for a five-finger pattern).
    """

    tonics: tuple[str, ...] = ("C",)
    kinds: tuple[str, ...] = ("major",)
    task: Literal["play", "hear"] = "play"
    notes: int = 15
    and_back: bool = False
    clef: Literal["treble", "bass"] = "treble"
    written: bool = True

    def __post_init__(self) -> None:
        """Raises ValueError for an unknown kind, MusicError for a tonic that is no pitch."""
        unknown = next((kind for kind in self.kinds if kind not in KINDS or kind not in SCALES), None)
        if unknown is not None:
            raise ValueError(f"`{unknown}` is not one of {', '.join(KINDS)}")
        if self.notes < 2:
            raise ValueError("`notes` is 2 or more: one note is no scale")
        if self.task == "hear" and len(set(self.kinds)) < 2:
            raise ValueError("`kinds` needs two scales to choose between")
        for tonic in self.tonics:
            self.start(tonic)
            for kind in self.kinds:
                _key(tonic, kind)

    def start(self, tonic: str) -> Pitch:
        """The first note: about middle C in the treble clef, an octave lower in the bass."""
        low = pitch(f"{tonic}{4 if self.clef == 'treble' else 3}")
        return pitch(f"{tonic}{low.octave - 1}") if low.step >= 5 else low


def _ask(settings: Scales, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:
    last = None
    pairs = [(tonic, kind) for tonic in settings.tonics for kind in settings.kinds]
    while True:
        last = chance.pick_other(pairs, last)
        tonic, kind = last
        pitches = scale(settings.start(tonic), kind)[: settings.notes]
        if settings.and_back:
            pitches = (*pitches, *reversed(pitches[:-1]))
        if settings.task == "hear":
            yield _hear(kind, pitches, settings, entry)
        else:
            forgiving = stage.stage_type in (StageType.LEARN, StageType.PLAY)
            yield _play(tonic, kind, pitches, settings, entry, forgiving)


def _notation(tonic: str, kind: str, pitches: tuple[Pitch, ...], settings: Scales) -> Notation:
    items = tuple(note(each, QUARTER_NOTE, f"n{place}") for place, each in enumerate(pitches))
    return Notation(items=items, clef=settings.clef, key=_key(tonic, kind))


def _key(tonic: str, kind: str) -> KeySignature:
    """The signature that a scale is written with; scales of no key have none."""
    if kind in ("blues", "whole tone"):
        return KeySignature()
    mode = "minor" if "minor" in kind else "major" if "major" in kind else kind
    return key_of(tonic, mode)


def _hear(kind: str, pitches: tuple[Pitch, ...], settings: Scales, entry: Game) -> Question:
    heard = heard_notes(tuple(each.midi for each in pitches), step=420_000, length=400_000)
    return choosing(
        prompt=say("Listen. Which scale do you hear?"),
        labels={each: KINDS[each][0] for each in KINDS if each in settings.kinds},
        right=kind,
        concept=concept_of(entry, f"{kind.replace(' ', '-')}-scales", "scales"),
        truth=KINDS[kind][1],
        label=say("A scale"),
        notation=Notation(
            items=tuple(note(each, QUARTER_NOTE, f"n{place}") for place, each in enumerate(pitches)), clef=settings.clef
        ),
        by_ear=True,
        sounds=heard,
        solution=heard,
    )


def _play(
    tonic: str, kind: str, pitches: tuple[Pitch, ...], settings: Scales, entry: Game, forgiving: bool
) -> Question:
    notation = _notation(tonic, kind, pitches, settings)
    concept = concept_of(entry, f"{kind.replace(' ', '-')}-scales", "scales")
    wanted = tuple(
        WantedKey(pitch=each, concept=concept, note_id=f"n{n}", clef=settings.clef, fifths=notation.key.fifths)
        for n, each in enumerate(pitches)
    )
    prompt, praise = _PROMPTS[kind], KINDS[kind][1]
    if settings.notes == FINGERS and settings.and_back and kind in _FIVE_FINGERS:
        prompt, praise = _FIVE_FINGERS[kind]
    midi = [each.midi for each in pitches]
    return Question(
        prompt=filled(prompt, note=tonic),
        answer=lambda: KeysInOrder(wanted, praise, forgiving),
        label=say("A scale"),
        notation=notation,
        by_ear=not settings.written,
        keys=keys_around(min(midi), max(midi)),
        solution=heard_notes(tuple(midi), step=350_000, length=330_000),
    )


_PROMPTS = {
    "major": say("Play the scale of {note} major."),
    "minor": say("Play the natural minor scale on {note}."),
    "harmonic minor": say("Play the harmonic minor scale on {note}."),
    "melodic minor": say("Play the melodic minor scale on {note}, upwards."),
    "dorian": say("Play the dorian scale on {note}."),
    "phrygian": say("Play the phrygian scale on {note}."),
    "lydian": say("Play the lydian scale on {note}."),
    "mixolydian": say("Play the mixolydian scale on {note}."),
    "major pentatonic": say("Play the major pentatonic scale on {note}."),
    "minor pentatonic": say("Play the minor pentatonic scale on {note}."),
    "blues": say("Play the blues scale on {note}."),
    "whole tone": say("Play the whole tone scale on {note}."),
}

FINGERS = 5
# The first five notes of a scale under one hand are no whole scale.
_FIVE_FINGERS = {
    "major": (
        say("Put five fingers on {note} major: up and down again."),
        say("Five fingers in major: the half step lies between the third and fourth note."),
    ),
    "minor": (
        say("Put five fingers on {note} minor: up and down again."),
        say("Five fingers in minor: the half step lies between the second and third note."),
    ),
}

FAMILY = Family("scales", Scales, _ask)
