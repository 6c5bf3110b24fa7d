"""Transposition: a motif is written in one key; play it from another note."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from domain.games.answers import KeysInOrder, WantedKey
from domain.games.catalogue import Game, Stage, StageType
from domain.games.chance import Chance
from domain.games.melodies import scale_range, walk
from domain.games.question import Notation, Question, concept_of, heard_notes, keys_around
from domain.games.quiz import Family
from domain.music.key import key_of
from domain.music.mei import QUARTER_NOTE, note
from domain.music.pitch import Pitch, between, pitch
from domain.music.say import say


class Transposing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A motif of `length` notes in C major, to be played in one of the keys `to` (names of major keys)."""

    to: tuple[str, ...] = ("G", "F")
    length: int = 4
    highest: int = 4
    leap: int = 2

    def __post_init__(self) -> None:
        """Raises ValueError for what is no key, or a motif that cannot be."""
        for tonic in self.to:
            key_of(tonic)
        scale_range("C4", "major", 0, self.highest)
        if not 2 <= self.length <= 12 or not self.to:
            raise ValueError("`length` is 2 to 12 and `to` names a key")


def _ask(settings: Transposing, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:
    notes = scale_range("C4", "major", 0, settings.highest)
    forgiving = stage.stage_type in (StageType.LEARN, StageType.PLAY)
    last = None
    while True:
        last = chance.pick_other(settings.to, last)
        yield _question(walk(chance, notes, settings.length, settings.leap, 0, 0), last, entry, forgiving)


def _question(motif: tuple[Pitch, ...], tonic: str, entry: Game, forgiving: bool) -> Question:
    home = pitch(f"{tonic}4")
    home = pitch(f"{tonic}3") if home.step >= 5 else home
    moved = tuple(each.up(between(motif[0], home)) for each in motif)
    concept = concept_of(entry, "transposition")
    fifths = key_of(tonic).fifths
    wanted = tuple(
        WantedKey(pitch=each, concept=concept, note_id=f"n{n}", fifths=fifths) for n, each in enumerate(moved)
    )
    midi = tuple(each.midi for each in moved)
    praise = say("The same melody, now in {note} major.", note=tonic)
    return Question(
        prompt=say("This is written in C major. Play it in {note} major: begin on the marked key.", note=tonic),
        answer=lambda: KeysInOrder(wanted, praise, forgiving),
        label=say("A melody in C major"),
        notation=Notation(items=tuple(note(each, QUARTER_NOTE, f"n{n}") for n, each in enumerate(motif))),
        keys=keys_around(min(midi), max(midi)),
        marked=(midi[0],),
        solution=heard_notes(midi, step=450_000, length=430_000),
    )


FAMILY = Family("transposition", Transposing, _ask)
