"""Harmony: hear how a phrase closes, or play the chord that a roman numeral asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from domain.games.answers import KeysTogether, WantedKey
from domain.games.catalogue import Game, Stage
from domain.games.chance import Chance
from domain.games.picture import Sound
from domain.games.question import Notation, Question, choosing, concept_of, filled, heard_together, keys_around
from domain.games.quiz import Family
from domain.music.chord import numeral, triad_on
from domain.music.key import KeySignature, key_of
from domain.music.mei import HALF_NOTE, WHOLE_NOTE, chord_of
from domain.music.pitch import pitch
from domain.music.say import Say, say

# Degrees of the chords that a phrase goes through; the last two are the cadence.
CADENCES: dict[str, tuple[int, ...]] = {
    "authentic": (1, 4, 5, 1),
    "plagal": (1, 5, 4, 1),
    "half": (1, 6, 4, 5),
    "deceptive": (1, 4, 5, 6),
}
NAMES: dict[str, tuple[Say, Say]] = {
    "authentic": (say("authentic (V–I)"), say("Authentic: from V home to I, a full stop.")),
    "plagal": (say("plagal (IV–I)"), say("Plagal: from IV home to I, as in Amen.")),
    "half": (say("half (ends on V)"), say("Half cadence: it stops on V, like a comma.")),
    "deceptive": (say("deceptive (V–VI)"), say("Deceptive: V leads you to expect home, and goes to VI.")),
}


class Cadences(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`task`: hear a cadence, or play the triad on a degree of a key. `tonics` name the keys."""

    task: Literal["hear", "play"] = "hear"
    cadences: tuple[str, ...] = ("authentic", "half")
    degrees: tuple[int, ...] = (1, 4, 5)
    tonics: tuple[str, ...] = ("C",)
    mode: Literal["major", "minor"] = "major"

    def __post_init__(self) -> None:
        """Raises ValueError for unknown cadences and degrees, MusicError for what is no key."""
        unknown = next((name for name in self.cadences if name not in CADENCES), None)
        if unknown is not None or len(set(self.cadences)) < 2:
            raise ValueError(f"`cadences` needs two of {', '.join(CADENCES)}")
        if not self.degrees or not all(1 <= degree <= 7 for degree in self.degrees):
            raise ValueError("`degrees` are 1 to 7")
        for tonic in self.tonics:
            key_of(tonic, self.mode)


def _ask(settings: Cadences, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    last: tuple[str, int] | None = None
    while True:
        tonic = chance.pick(settings.tonics)
        key = key_of(tonic, settings.mode)
        if settings.task == "hear":
            yield _hear(chance.pick(settings.cadences), key, settings, entry)
        else:
            last = chance.pick_other([(name, degree) for name in settings.tonics for degree in settings.degrees], last)
            yield _play(key_of(last[0], settings.mode), last[1], entry)


def _voiced(key: KeySignature, degree: int) -> tuple[int, ...]:
    """The triad near middle C with its root doubled below."""
    chord = triad_on(key, degree)
    midi = [each.midi for each in chord.pitches]
    # A leading note makes the dominant of a minor key, as everybody hears it.
    if key.mode == "minor" and degree == 5:
        midi[1] += 1
    inner = sorted(60 + (each - 60) % 12 for each in midi)
    return (36 + midi[0] % 12, *inner)


def phrase(key: KeySignature, degrees: tuple[int, ...], step: int = 800_000) -> tuple[Sound, ...]:
    """Chords one after the other."""
    return tuple(
        sound
        for n, degree in enumerate(degrees)
        for sound in heard_together(_voiced(key, degree), after=n * step, length=step - 40_000)
    )


def _hear(name: str, key: KeySignature, settings: Cadences, entry: Game) -> Question:
    sounds = phrase(key, CADENCES[name])
    chords = [triad_on(key, degree) for degree in CADENCES[name]]
    items = tuple(
        chord_of(chord.pitches, HALF_NOTE, tuple(f"n{n}-{place}" for place in range(3)))
        for n, chord in enumerate(chords)
    )
    return choosing(
        prompt=say("Listen to the phrase. How does it end?"),
        labels={each: NAMES[each][0] for each in CADENCES if each in settings.cadences},
        right=name,
        concept=concept_of(entry, "cadences"),
        truth=NAMES[name][1],
        label=say("Four chords"),
        notation=Notation(items=items, key=key) if key.mode == "major" else None,
        by_ear=True,
        sounds=sounds,
        solution=sounds,
    )


def _play(key: KeySignature, degree: int, entry: Game) -> Question:
    chord = triad_on(key, degree, 4 if pitch(f"{key.tonic}4").step < 3 else 3)
    concept = concept_of(entry, "harmony")
    ids = ("n0", "n1", "n2")
    wanted = tuple(
        WantedKey(pitch=each, concept=concept, note_id=note_id, any_octave=True)
        for each, note_id in zip(chord.pitches, ids, strict=True)
    )
    midi = [each.midi for each in chord.pitches]
    name = numeral(key, degree)
    praise = filled(say("{numeral} is the chord of {chord}."), numeral=name, chord=chord.symbol)
    prompt = say("Play the chord {numeral} in {note} major.", numeral=name, note=key.tonic)
    if key.mode == "minor":
        prompt = say("Play the chord {numeral} in {note} minor.", numeral=name, note=key.tonic)
    return Question(
        prompt=prompt,
        answer=lambda: KeysTogether(wanted, praise),
        label=say("A chord"),
        notation=Notation(items=(chord_of(chord.pitches, WHOLE_NOTE, ids),), key=key),
        by_ear=True,
        keys=keys_around(min(midi), max(midi)),
        solution=heard_together(tuple(midi)),
    )


FAMILY = Family("cadences", Cadences, _ask)
