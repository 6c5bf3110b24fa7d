"""Chords and their inversions by eye, by ear and by hand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from domain.games.answers import KeysTogether, WantedKey
from domain.games.catalogue import Game, Stage
from domain.games.chance import Chance
from domain.games.picture import Sound
from domain.games.question import Notation, Question, choosing, concept_of, heard_notes, heard_together, keys_around
from domain.games.quiz import Family
from domain.music.chord import KINDS as CHORD_KINDS
from domain.music.chord import Chord
from domain.music.mei import WHOLE_NOTE, chord_of
from domain.music.pitch import Pitch, pitch
from domain.music.say import Say, say

KINDS: dict[str, tuple[Say, Say]] = {
    "major": (say("major"), say("Major: a major third below, a minor third above. It sounds bright.")),
    "minor": (say("minor"), say("Minor: a minor third below, a major third above. It sounds dark.")),
    "diminished": (say("diminished"), say("Diminished: two minor thirds. It sounds tense and small.")),
    "augmented": (say("augmented"), say("Augmented: two major thirds. It sounds wide and floating.")),
    "suspended fourth": (say("suspended fourth"), say("Suspended: the fourth waits in the third's place.")),
    "dominant seventh": (say("dominant seventh"), say("Dominant seventh: a major chord with a minor seventh.")),
    "major seventh": (say("major seventh"), say("Major seventh: a major chord with a major seventh, soft.")),
    "minor seventh": (say("minor seventh"), say("Minor seventh: a minor chord with a minor seventh.")),
}
INVERSIONS: tuple[tuple[Say, Say], ...] = (
    (say("root position"), say("Root position: the root is the lowest note.")),
    (say("first inversion"), say("First inversion: the third is the lowest note.")),
    (say("second inversion"), say("Second inversion: the fifth is the lowest note.")),
    (say("third inversion"), say("Third inversion: the seventh is the lowest note.")),
)


class Chords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`roots`, `kinds` and `inversions` (0 is root position) asked. `task`: read, hear, play.

    `about` is what a reader or listener names: the kind, the inversion, or the whole symbol. `broken` hears the notes
    one after the other.
    """

    roots: tuple[str, ...] = ("C", "F", "G")
    kinds: tuple[str, ...] = ("major",)
    inversions: tuple[int, ...] = (0,)
    task: Literal["read", "hear", "play"] = "play"
    about: Literal["kind", "inversion", "symbol"] = "kind"
    written: bool = True
    broken: bool = False
    octave: int = 4
    clef: Literal["treble", "bass"] = "treble"

    def __post_init__(self) -> None:
        """Raises ValueError for unknown kinds and where there is nothing to choose, MusicError for what is no chord."""
        unknown = next((kind for kind in self.kinds if kind not in KINDS or kind not in CHORD_KINDS), None)
        if unknown is not None:
            raise ValueError(f"`{unknown}` is not one of {', '.join(KINDS)}")
        options = {"kind": self.kinds, "inversion": self.inversions, "symbol": self.roots}[self.about]
        if self.task != "play" and len(set(options)) < 2:
            raise ValueError("there are not two chords to choose between")
        for root in self.roots:
            pitch(f"{root}{self.octave}")


def _ask(settings: Chords, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    last = None
    every = [(r, k, i) for r in settings.roots for k in settings.kinds for i in settings.inversions]
    possible = [(r, k, i) for r, k, i in every if i < len(CHORD_KINDS[k])]
    while True:
        last = chance.pick_other(possible, last)
        root, kind, inversion = last
        chord = Chord(pitch(f"{root}{settings.octave}"), kind, inversion)
        yield _play(chord, settings, entry) if settings.task == "play" else _choose(chord, settings, chance, entry)


@lru_cache(maxsize=1024)
def _pitches(chord: Chord) -> tuple[Pitch, ...]:
    return chord.pitches


def _ids(chord: Chord) -> tuple[str, ...]:
    return tuple(f"n{place}" for place in range(len(_pitches(chord))))


def _notation(chord: Chord, settings: Chords) -> Notation:
    return Notation(items=(chord_of(_pitches(chord), WHOLE_NOTE, _ids(chord)),), clef=settings.clef)


def _sounds(chord: Chord, settings: Chords) -> tuple[Sound, ...]:
    midi = tuple(each.midi for each in _pitches(chord))
    if not settings.broken:
        return heard_together(midi)
    return heard_notes(midi, step=450_000, length=430_000) + heard_together(midi, after=len(midi) * 450_000)


def _concept(chord: Chord, settings: Chords, entry: Game) -> str:
    special = ("inversions",) if chord.inversion or settings.about == "inversion" else ()
    seventh = ("seventh-chords",) if "seventh" in chord.kind else ()
    aural = ("chords-by-ear",) if settings.task == "hear" else ()
    return concept_of(entry, *aural, *special, *seventh, "chords")


def _choose(chord: Chord, settings: Chords, chance: Chance, entry: Game) -> Question:
    by_ear = settings.task == "hear"
    right, labels, truth, prompt = _about(chord, settings, chance)
    return choosing(
        prompt=prompt,
        labels=labels,
        right=right,
        concept=_concept(chord, settings, entry),
        truth=truth,
        label=say("A chord"),
        notation=_notation(chord, settings),
        by_ear=by_ear,
        sounds=_sounds(chord, settings) if by_ear else (),
        solution=_sounds(chord, settings),
    )


def _about(chord: Chord, settings: Chords, chance: Chance) -> tuple[str, dict[str, Say], Say, Say]:
    if settings.about == "inversion":
        labels = {str(each): INVERSIONS[each][0] for each in sorted(set(settings.inversions))}
        return str(chord.inversion), labels, INVERSIONS[chord.inversion][1], say("Which position does this chord have?")
    if settings.about == "symbol":
        plain = Chord(chord.root, chord.kind)
        others = {Chord(pitch(f"{root}4"), kind).symbol for root in settings.roots for kind in settings.kinds}
        wrong = [each for each in chance.shuffled(sorted(others)) if each != plain.symbol][:3]
        symbols = {each: say("{chord}", chord=each) for each in sorted([plain.symbol, *wrong])}
        return plain.symbol, symbols, say("This is {chord}.", chord=plain.symbol), say("Which chord is this?")
    labels = {each: KINDS[each][0] for each in KINDS if each in settings.kinds}
    prompt = say("Listen. Which kind of chord is it?") if settings.task == "hear" else say("Which kind of chord is it?")
    return chord.kind, labels, KINDS[chord.kind][1], prompt


def _play(chord: Chord, settings: Chords, entry: Game) -> Question:
    concept = _concept(chord, settings, entry)
    wanted = tuple(
        WantedKey(pitch=each, concept=concept, note_id=note_id, clef=settings.clef)
        for each, note_id in zip(_pitches(chord), _ids(chord), strict=True)
    )
    praise = say("Yes, {chord}.", chord=chord.symbol)
    midi = [each.midi for each in _pitches(chord)]
    return Question(
        prompt=say("Play this chord.") if settings.written else say("Play the chord {chord}.", chord=chord.symbol),
        answer=lambda: KeysTogether(wanted, praise),
        label=say("A chord"),
        notation=_notation(chord, settings),
        by_ear=not settings.written,
        keys=keys_around(min(midi), max(midi)),
        solution=heard_together(tuple(midi)),
        teach=say("This is {chord}. Press all its keys together.", chord=chord.symbol),
    )


FAMILY = Family("chords", Chords, _ask)
