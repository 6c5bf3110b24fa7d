"""Melodic dictation: three melodies are written, one is heard. Which?"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from domain.games.catalogue import Game, Stage
from domain.games.chance import Chance
from domain.games.melodies import scale_range, walk
from domain.games.question import Notation, Question, choosing, concept_of, heard_notes
from domain.games.quiz import Family
from domain.music.mei import QUARTER_NOTE, note
from domain.music.pitch import Pitch
from domain.music.rhythm import Metre
from domain.music.say import Say, say

NUMBERS: tuple[Say, ...] = (say("first bar"), say("second bar"), say("third bar"))
TRUTHS: tuple[Say, ...] = (
    say("It was the first bar. Follow it with your finger."),
    say("It was the second bar. Follow it with your finger."),
    say("It was the third bar. Follow it with your finger."),
)
LESSONS: tuple[Say, ...] = (
    say("Listen: you hear the first bar. Follow it with your finger."),
    say("Listen: you hear the second bar. Follow it with your finger."),
    say("Listen: you hear the third bar. Follow it with your finger."),
)


class Dictation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`length` notes a bar. `near` writes melodies that differ in one note only."""

    tonic: str = "C4"
    kind: str = "major"
    length: int = 4
    lowest: int = 0
    highest: int = 4
    leap: int = 2
    near: bool = False

    def __post_init__(self) -> None:
        """Raises ValueError for melodies that cannot be."""
        scale_range(self.tonic, self.kind, self.lowest, self.highest)
        if not 3 <= self.length <= 8 or self.highest - self.lowest < 3 or self.lowest > 0:
            raise ValueError("`length` is 3 to 8, and the range holds at least four notes from the tonic on")


def _ask(settings: Dictation, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    notes = scale_range(settings.tonic, settings.kind, settings.lowest, settings.highest)
    while True:
        bars = _bars(settings, chance, notes)
        yield _question(bars, chance.below(3), entry)


def _bars(settings: Dictation, chance: Chance, notes: tuple[Pitch, ...]) -> tuple[tuple[Pitch, ...], ...]:
    """Three different melodies: where two came out alike, one note of the second is changed until they differ."""
    bars: list[tuple[Pitch, ...]] = [_walked(settings, chance, notes)]
    while len(bars) < 3:
        melody = _changed(bars[0], chance, notes) if settings.near else _walked(settings, chance, notes)
        while melody in bars:
            melody = _changed(melody, chance, notes)
        bars.append(melody)
    return tuple(chance.shuffled(bars))


def _walked(settings: Dictation, chance: Chance, notes: tuple[Pitch, ...]) -> tuple[Pitch, ...]:
    return walk(chance, notes, settings.length, settings.leap, -settings.lowest)


def _changed(melody: tuple[Pitch, ...], chance: Chance, notes: tuple[Pitch, ...]) -> tuple[Pitch, ...]:
    """One note other than the first moved to another note of the scale."""
    place = chance.between(1, len(melody) - 1)
    other = chance.pick_other(notes, melody[place])
    return (*melody[:place], other, *melody[place + 1 :])


def _question(bars: tuple[tuple[Pitch, ...], ...], right: int, entry: Game) -> Question:
    items = tuple(
        note(each, QUARTER_NOTE, f"n{bar}-{place}")
        for bar, notes in enumerate(bars)
        for place, each in enumerate(notes)
    )
    heard = heard_notes(tuple(each.midi for each in bars[right]), step=550_000, length=520_000)
    return choosing(
        prompt=say("Three bars are written. Which one do you hear?"),
        labels={str(n + 1): NUMBERS[n] for n in range(3)},
        right=str(right + 1),
        concept=concept_of(entry, "melodic-dictation"),
        truth=TRUTHS[right],
        teach=LESSONS[right],
        label=say("Three bars of melody"),
        notation=Notation(items=items, metre=Metre(len(bars[0]), 4)),
        sounds=heard,
        solution=heard,
    )


FAMILY = Family("melodic_dictation", Dictation, _ask)
