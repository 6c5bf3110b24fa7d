"""Playing by ear: hear a short melody, play it back. The first key is shown."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from domain.games.answers import KeysInOrder, WantedKey
from domain.games.catalogue import Game, Stage, StageType
from domain.games.chance import Chance
from domain.games.melodies import scale_range, walk
from domain.games.question import Notation, Question, concept_of, heard_notes, keys_around
from domain.games.quiz import Family
from domain.music.mei import QUARTER_NOTE, note
from domain.music.pitch import Pitch
from domain.music.say import say


class Echo(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`length` notes of a scale, from degree `lowest` to `highest` about the tonic (0), moves up to `leap` places.

    `any_octave` lets voices and instruments answer where they lie.
    """

    tonic: str = "C4"
    kind: str = "major"
    length: int = 3
    lowest: int = 0
    highest: int = 4
    leap: int = 1
    any_octave: bool = False

    def __post_init__(self) -> None:
        """Raises ValueError for a melody that cannot be."""
        scale_range(self.tonic, self.kind, self.lowest, self.highest)
        if not 2 <= self.length <= 16 or not 1 <= self.leap <= 7 or self.lowest > 0 or self.highest < 1:
            raise ValueError("`length` is 2 to 16, `leap` 1 to 7, and the range goes around the tonic")


def _ask(settings: Echo, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:
    notes = scale_range(settings.tonic, settings.kind, settings.lowest, settings.highest)
    forgiving = stage.stage_type in (StageType.LEARN, StageType.PLAY)
    last: tuple[Pitch, ...] = ()
    while True:
        start = chance.pick((-settings.lowest, chance.below(len(notes))))
        end = -settings.lowest if settings.length > 4 else None
        melody = walk(chance, notes, settings.length, settings.leap, start, end)
        # A scale of two notes has few melodies: one more draw is enough, a loop might never end.
        melody = melody if melody != last else walk(chance, notes, settings.length, settings.leap, start, end)
        last = melody
        yield _question(melody, notes, settings.any_octave, entry, forgiving)


def _question(
    melody: tuple[Pitch, ...], notes: tuple[Pitch, ...], any_octave: bool, entry: Game, forgiving: bool
) -> Question:
    concept = concept_of(entry, "playing-by-ear")
    wanted = tuple(
        WantedKey(pitch=each, concept=concept, note_id=f"n{n}", any_octave=any_octave) for n, each in enumerate(melody)
    )
    heard = heard_notes(tuple(each.midi for each in melody), step=550_000, length=520_000)
    praise = say("Just as you heard it.")
    return Question(
        prompt=say("Listen, then sing or play it back.")
        if any_octave
        else say("Listen, then play it back. The marked key comes first."),
        answer=lambda: KeysInOrder(wanted, praise, forgiving),
        label=say("A melody"),
        notation=Notation(items=tuple(note(each, QUARTER_NOTE, f"n{n}") for n, each in enumerate(melody))),
        by_ear=True,
        keys=keys_around(notes[0].midi, notes[-1].midi),
        marked=(melody[0].midi,),
        sounds=heard,
        solution=heard,
    )


FAMILY = Family("echo_playing", Echo, _ask)
