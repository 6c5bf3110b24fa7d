"""Steps, skips and repeats: how a melody moves, before intervals have numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from domain.games.answers import OneKey, WantedKey
from domain.games.catalogue import Game, Stage
from domain.games.chance import Chance
from domain.games.picture import Drawn
from domain.games.question import Notation, Question, choosing, concept_of, heard_notes, keys_around
from domain.games.quiz import Family
from domain.games.verdicts import BOTTOM_LINE
from domain.music.mei import QUARTER_NOTE, note
from domain.music.pitch import Pitch
from domain.music.say import Say, say

MOVES: dict[str, tuple[int, Say, Say]] = {
    "step_up": (1, say("step up"), say("A step up: to the very next note, from line to space or space to line.")),
    "step_down": (-1, say("step down"), say("A step down: to the very next note below.")),
    "repeat": (0, say("repeat"), say("The same note again.")),
    "skip_up": (2, say("skip up"), say("A skip up: one note is left out, line to line or space to space.")),
    "skip_down": (-2, say("skip down"), say("A skip down: one note is left out on the way down.")),
}

DRAWN = {move: Drawn.SAME if move == "repeat" else Drawn(move) for move in MOVES}


class Moves(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`task`: read the move, hear it, or play the note it leads to."""

    moves: tuple[str, ...] = tuple(MOVES)
    task: Literal["read", "hear", "play"] = "read"
    clef: Literal["treble", "bass"] = "treble"

    def __post_init__(self) -> None:
        """Raises ValueError for an unknown move, or where there is nothing to choose."""
        unknown = next((move for move in self.moves if move not in MOVES), None)
        if unknown is not None:
            raise ValueError(f"`{unknown}` is not one of {', '.join(MOVES)}")
        if len(set(self.moves)) < 2:
            raise ValueError("`moves` needs two moves to choose between")


def _ask(settings: Moves, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    last = None
    bottom = BOTTOM_LINE[settings.clef]
    while True:
        last = chance.pick_other(settings.moves, last)
        start = bottom + chance.between(1, 6)
        first, second = _white(start), _white(start + MOVES[last][0])
        yield (
            _play(last, first, second, settings, entry)
            if settings.task == "play"
            else _choose(last, first, second, settings, entry)
        )


def _white(place: int) -> Pitch:
    return Pitch(place % 7, 0, place // 7)


def _choose(move: str, first: Pitch, second: Pitch, settings: Moves, entry: Game) -> Question:
    heard = heard_notes((first.midi, second.midi))
    by_ear = settings.task == "hear"
    return choosing(
        prompt=say("Listen. How does the melody move?") if by_ear else say("How does the second note move?"),
        labels={each: MOVES[each][1] for each in MOVES if each in settings.moves},
        right=move,
        concept=_concept(move, entry),
        truth=MOVES[move][2],
        drawn=DRAWN,
        label=say("Two notes"),
        notation=_notation(first, second, settings.clef),
        by_ear=by_ear,
        now=() if by_ear else ("n1",),
        sounds=heard if by_ear else (),
        solution=heard,
    )


def _play(move: str, first: Pitch, second: Pitch, settings: Moves, entry: Game) -> Question:
    wanted = WantedKey(pitch=second, concept=_concept(move, entry), note_id="n1", clef=settings.clef)
    return Question(
        prompt=say("The marked key is the first note. Play the second."),
        answer=lambda: OneKey(wanted),
        label=say("Two notes"),
        notation=_notation(first, second, settings.clef),
        now=("n1",),
        keys=keys_around(min(first.midi, second.midi), max(first.midi, second.midi)),
        marked=(first.midi,) if first != second else (),
        sounds=heard_notes((first.midi,)),
        solution=heard_notes((first.midi, second.midi)),
        teach=MOVES[move][2],
    )


def _notation(first: Pitch, second: Pitch, clef: str) -> Notation:
    return Notation(items=(note(first, QUARTER_NOTE, "n0"), note(second, QUARTER_NOTE, "n1")), clef=clef)


def _concept(move: str, entry: Game) -> str:
    return concept_of(entry, "repeats" if move == "repeat" else "steps-and-skips")


FAMILY = Family("steps_and_skips", Moves, _ask)
