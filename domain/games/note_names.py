"""Words in notes: CABBAGE, BEAD, FACE. Read the word off the staff, or write it with the keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from domain.games.answers import KeysInOrder, WantedKey
from domain.games.catalogue import Game, Stage, StageType
from domain.games.chance import Chance
from domain.games.question import Notation, Question, choosing, concept_of, heard_notes, keys_around
from domain.games.quiz import Family
from domain.music.mei import QUARTER_NOTE, note
from domain.music.pitch import Pitch, pitch
from domain.music.say import say

WORDS = (
    "ACE", "AGE", "BAD", "BAG", "BED", "BEE", "CAB", "DAD", "EGG", "FED", "GAB", "BEAD", "BEEF", "CAFE", "CAGE", "DEAF",
    "EDGE", "FACE", "FADE", "FEED", "BADGE", "DECADE", "FACADE", "BAGGAGE", "CABBAGE", "DEFACED",
)  # fmt: skip


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`task`: read the word from the staff (a choice), or play its letters. `longest` word in letters."""

    task: Literal["read", "play"] = "read"
    clef: Literal["treble", "bass"] = "treble"
    lowest: str = "C4"
    shortest: int = 3
    longest: int = 4

    def __post_init__(self) -> None:
        """Raises ValueError where too few words are left to choose from."""
        if len(self.words()) < 4:
            raise ValueError("`shortest` and `longest` leave fewer than four words")
        pitch(self.lowest)

    def words(self) -> tuple[str, ...]:
        """The words in use."""
        return tuple(word for word in WORDS if self.shortest <= len(word) <= self.longest)


def _ask(settings: Words, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:
    words = settings.words()
    while True:
        for word in chance.shuffled(words):
            pitches = tuple(_placed(letter, pitch(settings.lowest)) for letter in word)
            concept = concept_of(entry, f"{settings.clef}-clef")
            if settings.task == "read":
                others = [each for each in chance.shuffled(words) if each != word][:3]
                yield _read(word, sorted([word, *others]), pitches, settings, concept)
            else:
                forgiving = stage.stage_type in (StageType.LEARN, StageType.PLAY)
                yield _play(word, pitches, settings, concept, forgiving)


def _placed(letter: str, lowest: Pitch) -> Pitch:
    """The letter at its first place from the lowest note on."""
    return next(each for each in (pitch(f"{letter}{lowest.octave + up}") for up in (0, 1)) if each.midi >= lowest.midi)


def _notation(pitches: tuple[Pitch, ...], settings: Words) -> Notation:
    items = tuple(note(each, QUARTER_NOTE, f"n{place}") for place, each in enumerate(pitches))
    return Notation(items=items, clef=settings.clef)


def _read(word: str, options: list[str], pitches: tuple[Pitch, ...], settings: Words, concept: str) -> Question:
    return choosing(
        prompt=say("Which word do the notes spell?"),
        labels={each: say("{word}", word=each) for each in options},
        right=word,
        concept=concept,
        truth=say("The notes spell {word}.", word=word),
        label=say("A word written in notes"),
        notation=_notation(pitches, settings),
        sounds=(),
        solution=heard_notes(tuple(each.midi for each in pitches), step=350_000, length=330_000),
    )


def _play(word: str, pitches: tuple[Pitch, ...], settings: Words, concept: str, forgiving: bool) -> Question:
    wanted = tuple(
        WantedKey(pitch=each, concept=concept, note_id=f"n{place}", clef=settings.clef, any_octave=True)
        for place, each in enumerate(pitches)
    )
    praise = say("You played {word}.", word=word)
    midi = [each.midi for each in pitches]
    return Question(
        prompt=say("Play the word {word}, one letter after the other.", word=word),
        answer=lambda: KeysInOrder(wanted, praise, forgiving),
        label=say("A word written in notes"),
        notation=_notation(pitches, settings),
        keys=keys_around(min(midi), max(midi)),
        solution=heard_notes(tuple(midi), step=350_000, length=330_000),
    )


FAMILY = Family("note_names", Words, _ask)
