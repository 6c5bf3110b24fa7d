"""Hands together: both hands press at the same time, pair after pair, each in its own time."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from domain.games.answers import Heard, KeysTogether, Shown, Silent, WantedKey, share_of_points
from domain.games.catalogue import Game, Stage
from domain.games.chance import Chance
from domain.games.game import JudgedNote
from domain.games.melodies import scale_range, walk
from domain.games.picture import Mark
from domain.games.question import Notation, Question, concept_of, heard_together, keys_around
from domain.games.quiz import Family
from domain.music.mei import GRAND, QUARTER_NOTE, note
from domain.music.note import Note
from domain.music.pitch import Pitch, interval
from domain.music.say import Say, say
from domain.records.progress import RawEvent


class Hands(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`moments` pairs of notes. `motion`: both hands alike, mirrored about the middle, or a still left hand."""

    moments: int = 4
    motion: str = "parallel"
    highest: int = 4
    leap: int = 1

    def __post_init__(self) -> None:
        """Raises ValueError for an unknown motion or a line that cannot be."""
        if self.motion not in ("parallel", "contrary", "still"):
            raise ValueError("`motion` is parallel, contrary or still")
        if not 2 <= self.moments <= 12 or not 1 <= self.highest <= 7 or not 1 <= self.leap <= 4:
            raise ValueError("`moments` is 2 to 12, `highest` 1 to 7, `leap` 1 to 4")


class PairsInOrder(Silent):
    """Moments of several keys, one after the other."""

    def __init__(self, moments: tuple[tuple[WantedKey, ...], ...], praise: Say) -> None:
        self._moments, self._praise = moments, praise
        self._now = KeysTogether(moments[0], praise)
        self._place = 0
        self._judged: list[JudgedNote] = []
        self._staff: dict[str, Mark] = {}
        self._why: dict[str, Say] = {}

    def play(self, note: Note) -> Heard | None:
        heard = self._now.play(note)
        self.wake_at = self._now.wake_at
        return self._next(heard) if heard else None

    def tick(self, at: int) -> Heard | None:
        heard = self._now.tick(at)
        self.wake_at = self._now.wake_at
        return self._next(heard) if heard else None

    def _next(self, heard: Heard) -> Heard | None:
        self._judged += heard.judged
        self._staff |= heard.shown.staff
        self._why |= heard.shown.why
        self._place += 1
        if self._place < len(self._moments):
            self._now = KeysTogether(self._moments[self._place], self._praise)
            return None
        right = sum(each.right for each in self._judged)
        full = right == len(self._judged)
        worst = next((each.why for each in self._judged if not each.right), self._praise)
        return Heard(
            points=share_of_points(right, len(self._judged)),
            full=full,
            finished=True,
            judged=tuple(self._judged),
            feedback=self._praise if full else worst,
            mark=Mark.RIGHT if full else Mark.WRONG,
            shown=Shown(staff=self._staff, why=self._why),
        )

    def shown(self) -> Shown:
        now = {key.note_id: Mark.NOW for key in self._moments[self._place] if key.note_id}
        return Shown(staff={**self._staff, **now}, keys=self._now.shown().keys, why=self._why)

    def hint(self) -> dict[int, Mark]:
        return self._now.hint() if self._place < len(self._moments) else {}

    def model(self) -> tuple[RawEvent, ...]:
        steps = enumerate(self._moments)
        played = (KeysTogether(keys, self._praise).model() for _, keys in steps)
        return tuple(
            (at + n * 700_000, key, velocity) for n, events in enumerate(played) for at, key, velocity in events
        )


def _ask(settings: Hands, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    notes = scale_range("C4", "major", 0, settings.highest)
    while True:
        melody = walk(chance, notes, settings.moments, settings.leap, 0, 0)
        yield _question(melody, tuple(_left(each, notes, settings.motion) for each in melody), entry)


def _left(right: Pitch, notes: tuple[Pitch, ...], motion: str) -> Pitch:
    octave = interval("P8")
    if motion == "still":
        return notes[0].down(octave)
    place = notes.index(right)
    # The mirrored hand begins with its thumb on C too and walks away from it.
    return right.down(octave) if motion == "parallel" else scale_range("C4", "major", -7, 0)[7 - place]


def _question(right: tuple[Pitch, ...], left: tuple[Pitch, ...], entry: Game) -> Question:
    concept = concept_of(entry, "hands-together")
    moments = tuple(_moment(n, low, high, concept) for n, (low, high) in enumerate(zip(left, right, strict=True)))
    praise = say("Both hands together, all the way.")
    midi = [each.midi for each in (*left, *right)]
    return Question(
        prompt=say("Play both hands together, one pair after the other."),
        answer=lambda: PairsInOrder(moments, praise),
        label=say("Music for both hands"),
        notation=Notation(
            items=tuple(note(each, QUARTER_NOTE, f"n{n}") for n, each in enumerate(right)),
            lower=tuple(note(each, QUARTER_NOTE, f"l{n}") for n, each in enumerate(left)),
            clef=GRAND,
        ),
        keys=keys_around(min(midi), max(midi)),
        solution=tuple(
            sound
            for n, (low, high) in enumerate(zip(left, right, strict=True))
            for sound in heard_together(tuple(sorted({low.midi, high.midi})), after=n * 500_000, length=480_000)
        ),
    )


def _moment(n: int, low: Pitch, high: Pitch, concept: str) -> tuple[WantedKey, ...]:
    upper = WantedKey(pitch=high, concept=concept, note_id=f"n{n}", clef="treble")
    lower = WantedKey(pitch=low, concept=concept, note_id=f"l{n}", clef="bass")
    return (upper,) if low == high else (lower, upper)


FAMILY = Family("hands_together", Hands, _ask)
