"""Improvising: make up your own music over a backing. Every note of the scale is a good one."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from domain.games.answers import Heard, Shown, Silent
from domain.games.cadences import phrase
from domain.games.catalogue import POINTS_A_QUESTION, Game, Stage
from domain.games.chance import Chance
from domain.games.game import JudgedNote
from domain.games.picture import Mark, Phase, Scene, Sound
from domain.games.question import Question, concept_of
from domain.games.quiz import Family
from domain.games.tapping import LEAD, Beat
from domain.games.verdicts import Verdict
from domain.music.key import key_of, scale
from domain.music.note import Note
from domain.music.pitch import Pitch, pitch, spelled
from domain.music.say import Say, say
from domain.records.progress import RawEvent

MOST_NOTES = 600


class Improvising(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`degrees` of the backing, a chord for each bar. `least` notes make it an improvisation at all."""

    tonic: str = "C"
    kind: str = "major pentatonic"
    degrees: tuple[int, ...] = (1, 6, 4, 5)
    bpm: int = 88
    least: int = 8

    def __post_init__(self) -> None:
        """Raises ValueError for a backing that cannot be, MusicError for what is no scale."""
        scale(pitch(f"{self.tonic}4"), self.kind)
        key_of(self.tonic)
        if not 1 <= len(self.degrees) <= 16 or not all(1 <= degree <= 7 for degree in self.degrees):
            raise ValueError("`degrees` are 1 to 16 chords on the degrees 1 to 7")
        if not 40 <= self.bpm <= 180 or not 1 <= self.least <= 64:
            raise ValueError("`bpm` is 40 to 180, `least` 1 to 64")


class Freely(Silent):
    """Listens while the backing plays. Points are the share of notes that lie in the scale."""

    phase = Phase.COUNT_IN

    def __init__(
        self, notes: tuple[Pitch, ...], backing: tuple[Sound, ...], beat: Beat, least: int, concept: str
    ) -> None:
        self._notes, self._backing, self._beat, self._least, self._concept = notes, backing, beat, least, concept
        self._classes = {each.midi % 12 for each in notes}
        self._ends = 0
        self._judged: list[JudgedNote] = []
        self._last: dict[int, Mark] = {}

    @property
    def _before(self) -> int:
        return LEAD + self._beat.counted

    @property
    def _lasts(self) -> int:
        return max(sound.after + sound.length for sound in self._backing)

    def start(self, at: int) -> tuple[Sound, ...]:
        self.wake_at = at + self._before
        self.pulse = self._beat.pulse(self.wake_at)
        self._ends = self.wake_at + self._lasts
        later = (msgspec.structs.replace(sound, after=sound.after + self._before) for sound in self._backing)
        return (*self._beat.clicks(self._beat.per_bar), *later)

    def play(self, note: Note) -> Heard | None:
        if note.velocity and self.phase is Phase.ASKING and len(self._judged) < MOST_NOTES:
            fits = note.pitch % 12 in self._classes
            self._last = {note.pitch: Mark.RIGHT if fits else Mark.EXTRA}
            self._judged.append(self._line(note.pitch, fits))
        return None

    def _line(self, key: int, fits: bool) -> JudgedNote:
        why = say("In the scale.") if fits else say("Outside the scale: lead it on to a neighbour.")
        return JudgedNote(
            wanted="",
            played=spelled(key).name,
            verdict=Verdict.RIGHT if fits else Verdict.WRONG_NOTE,
            why=why,
            concept=self._concept,
            right=fits,
        )

    def tick(self, at: int) -> Heard | None:
        if self.phase is Phase.COUNT_IN:
            self.phase = Phase.ASKING
            self.wake_at = self._ends
            return None
        return self._heard() if self.wake_at is not None and at >= self.wake_at else None

    def _heard(self) -> Heard:
        self.wake_at = None
        right = sum(each.right for each in self._judged)
        enough = len(self._judged) >= self._least
        counted = max(len(self._judged), self._least)
        return Heard(
            points=POINTS_A_QUESTION * right // counted,
            full=enough and right == len(self._judged),
            finished=True,
            judged=tuple(self._judged),
            feedback=_feedback(enough, right == len(self._judged)),
            mark=Mark.RIGHT if enough else Mark.MISSED,
        )

    def shown(self) -> Shown:
        return Shown(keys=self._last)

    def hint(self) -> dict[int, Mark]:
        return {each.midi: Mark.HINT for each in self._notes}

    def model(self) -> tuple[RawEvent, ...]:
        count = max(self._least, 8)
        step = self._lasts // (count + 1)
        keys = [self._notes[n % len(self._notes)].midi for n in range(count)]
        presses = [(self._before + (n + 1) * step - step // 2, key) for n, key in enumerate(keys)]
        return tuple(event for at, key in presses for event in ((at, key, 76), (at + step * 8 // 10, key, 0)))


def _feedback(enough: bool, all_fit: bool) -> Say:
    if not enough:
        return say("Play a little more: try three notes and repeat them.")
    return (
        say("Your own music, all of it in the scale.")
        if all_fit
        else say("Your own music, with some colour beside it.")
    )


def _ask(settings: Improvising, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    low = pitch(f"{settings.tonic}4")
    notes = scale(low, settings.kind)
    bar = 4 * (60_000_000 // settings.bpm)
    backing = tuple(
        msgspec.structs.replace(sound, velocity=52) for sound in phrase(key_of(settings.tonic), settings.degrees, bar)
    )
    beat = Beat(length=bar // 4, per_bar=4)
    concept = concept_of(entry, "improvisation")
    prompt = say("Make up a melody over the chords with the marked keys.")
    while True:
        yield Question(
            prompt=prompt,
            answer=lambda: Freely(notes, backing, beat, settings.least, concept),
            label=prompt,
            keys=(min(48, low.midi), low.midi + 24),
            marked=tuple(each.midi for each in notes),
            scene=Scene.INVENT,
        )


FAMILY = Family("improvisation", Improvising, _ask)
