"""Ways to answer a question: one key, several keys together or in order, a picked choice.

An answer listens to one try. It says `Heard` once the try is complete, and until then what to mark meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Protocol

import msgspec

from domain.games.catalogue import POINTS_A_QUESTION
from domain.games.game import JudgedNote
from domain.games.picture import Mark, Phase, Pulse, Sound
from domain.games.verdicts import Verdict, on_key
from domain.music.note import Note
from domain.music.pitch import Pitch, pitch, spelled
from domain.music.say import Say, say
from domain.records.progress import CHOICE, RawEvent

# Keys of one chord: after the first key, the rest may follow within this time (µs); small hands get their time.
CHORD_WAIT = 1_500_000
# How a model answer is played: how long a key stays down, and from one key to the next (µs).
MODEL_LENGTH = 300_000
MODEL_STEP = 400_000
MODEL_VELOCITY = 72


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What is marked while an answer is under way or judged: ids of the staff, keys, and sentences for the ids."""

    staff: dict[str, Mark] = {}
    keys: dict[int, Mark] = {}
    why: dict[str, Say] = {}


NOTHING_SHOWN = Shown()


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """One complete try. `points` are 0 to 100 for a first try; `full` means that nothing was wrong.

    `finished` means that there is nothing left to try again, though not all was right at once.
    """

    points: int
    full: bool
    finished: bool = False
    judged: tuple[JudgedNote, ...]
    feedback: Say
    mark: Mark
    shown: Shown = NOTHING_SHOWN


class Answer(Protocol):
    """Listens to one try. `wake_at` asks for a tick; `phase` is ASKING or COUNT_IN.

    `clicked` says that keys are judged against a click, so that the machine's own lateness has to be taken off.
    `pulse` is the beat of what is played in time.
    """

    wake_at: int | None
    phase: Phase
    clicked: bool
    pulse: Pulse | None

    def start(self, at: int) -> tuple[Sound, ...]:
        """The try begins now. Returns what the program itself plays meanwhile, a count-in or a backing."""

    def play(self, note: Note) -> Heard | None:
        """A key went down or up."""

    def choose(self, choice_id: str, at: int) -> Heard | None:
        """A choice was picked."""

    def tick(self, at: int) -> Heard | None:
        """The time of `wake_at` has come."""

    def shown(self) -> Shown:
        """What to mark while the try is under way."""

    def hint(self) -> dict[int, Mark]:
        """The keys that would be right now."""

    def model(self) -> tuple[RawEvent, ...]:
        """A right answer: raw events, their times counted from the start of the try."""


# A new listener for every try.
NewAnswer = Callable[[], Answer]


class Silent:
    """What most answers share: no clock, no count-in, no choices."""

    wake_at: int | None = None
    phase: Phase = Phase.ASKING
    clicked: bool = False
    pulse: Pulse | None = None

    def start(self, at: int) -> tuple[Sound, ...]:  # noqa: ARG002
        return ()

    def play(self, note: Note) -> Heard | None:  # noqa: ARG002
        return None

    def choose(self, choice_id: str, at: int) -> Heard | None:  # noqa: ARG002
        return None

    def tick(self, at: int) -> Heard | None:  # noqa: ARG002
        return None

    def shown(self) -> Shown:
        return NOTHING_SHOWN

    def hint(self) -> dict[int, Mark]:
        return {}


class WantedKey(msgspec.Struct, frozen=True, kw_only=True):
    """A key that is asked for. `note_id` is its id on the staff, `clef` where it is written, `fifths` its signature."""

    pitch: Pitch
    concept: str
    note_id: str | None = None
    clef: str | None = None
    fifths: int = 0
    any_octave: bool = False

    def fits(self, played: int) -> bool:
        """Whether this key answers it."""
        return played == self.pitch.midi or (self.any_octave and (played - self.pitch.midi) % 12 == 0)

    def judged(self, played: int) -> JudgedNote:
        """The verdict on a key."""
        return _judged(self, played)

    def missed(self) -> JudgedNote:
        """The verdict where it was not played."""
        return JudgedNote(
            wanted=self.pitch.name,
            played="",
            verdict=Verdict.MISSED,
            why=say("{note} is missing.", note=self.pitch.letter),
            concept=self.concept,
            right=False,
        )


@lru_cache(maxsize=8_192)  # a school plays the same few keys over and over
def _judged(wanted: WantedKey, played: int) -> JudgedNote:
    if wanted.fits(played):
        verdict, why = Verdict.RIGHT, say("Yes, {note}.", note=wanted.pitch.letter)
    else:
        verdict, why = on_key(wanted.pitch, played, wanted.clef, wanted.fifths)
    return JudgedNote(
        wanted=wanted.pitch.name,
        played=spelled(played, wanted.fifths).name,
        verdict=verdict,
        why=why,
        concept=wanted.concept,
        right=verdict is Verdict.RIGHT,
    )


def share_of_points(right: int, of: int) -> int:
    """The points for so many right parts, rounded down."""
    return POINTS_A_QUESTION * right // of if of else 0


class OneKey(Silent):
    """The first key that goes down is the answer."""

    def __init__(self, wanted: WantedKey) -> None:
        self._wanted = wanted

    def play(self, note: Note) -> Heard | None:
        if note.velocity == 0:
            return None
        judged = self._wanted.judged(note.pitch)
        mark = Mark.RIGHT if judged.right else Mark.WRONG
        ids = [self._wanted.note_id] if self._wanted.note_id else []
        shown = Shown(staff=dict.fromkeys(ids, mark), keys={note.pitch: mark}, why=dict.fromkeys(ids, judged.why))
        points = share_of_points(judged.right, 1)
        return Heard(points=points, full=judged.right, judged=(judged,), feedback=judged.why, mark=mark, shown=shown)

    def hint(self) -> dict[int, Mark]:
        return {self._wanted.pitch.midi: Mark.HINT}

    def model(self) -> tuple[RawEvent, ...]:
        return pressed(0, self._wanted.pitch.midi)


class KeyOrName(OneKey):
    """One key, or the note's name picked on the screen (`C`, `F#`)."""

    def __init__(self, wanted: WantedKey, names: tuple[str, ...]) -> None:
        super().__init__(wanted)
        self._names = names

    def choose(self, choice_id: str, at: int) -> Heard | None:
        if choice_id not in self._names:
            return None
        heard = self.play(Note(_nearest(choice_id, self._wanted.pitch).midi, 1, at))
        if heard is None:
            return None
        judged = msgspec.structs.replace(heard.judged[0], played=choice_id)
        return msgspec.structs.replace(heard, judged=(judged,), shown=msgspec.structs.replace(heard.shown, keys={}))


def _nearest(letter: str, to: Pitch) -> Pitch:
    """The pitch with this name that lies nearest to another."""
    octaves = (pitch(f"{letter}{to.octave + shift}") for shift in (-1, 0, 1))
    return min(octaves, key=lambda each: abs(each.diatonic - to.diatonic))


class KeysInOrder(Silent):
    """Keys one after the other. Each first press for a note is its verdict.

    Without `forgiving` the next key is about the next note, right or wrong; with it (learn and play) the same note is
    asked again until it is right.
    """

    def __init__(self, wanted: tuple[WantedKey, ...], praise: Say, forgiving: bool = False) -> None:
        self._wanted, self._praise, self._forgiving = wanted, praise, forgiving
        self._place = 0
        self._judged: list[JudgedNote] = []
        self._keys: dict[int, Mark] = {}

    def play(self, note: Note) -> Heard | None:
        if note.velocity == 0:
            return None
        wanted = self._wanted[self._place]
        judged = wanted.judged(note.pitch)
        self._keys = {note.pitch: Mark.RIGHT if judged.right else Mark.WRONG}
        if self._place == len(self._judged):
            self._judged.append(judged)
        if judged.right or not self._forgiving:
            self._place += 1
        return self._heard() if self._place == len(self._wanted) else None

    def _heard(self) -> Heard:
        right = sum(each.right for each in self._judged)
        full = right == len(self._wanted)
        worst = next((each.why for each in self._judged if not each.right), self._praise)
        return Heard(
            points=share_of_points(right, len(self._wanted)),
            full=full,
            finished=self._forgiving,
            judged=tuple(self._judged),
            feedback=self._praise if full else worst,
            mark=Mark.RIGHT if full else Mark.WRONG,
            shown=self.shown(),
        )

    def shown(self) -> Shown:
        pairs = [(wanted.note_id, judged) for wanted, judged in zip(self._wanted, self._judged, strict=False)]
        marks = {note_id: Mark.RIGHT if judged.right else Mark.WRONG for note_id, judged in pairs if note_id}
        why = {note_id: judged.why for note_id, judged in pairs if note_id}
        if self._place < len(self._wanted) and (now := self._wanted[self._place].note_id):
            marks[now] = Mark.NOW
        return Shown(staff=marks, keys=self._keys, why=why)

    def hint(self) -> dict[int, Mark]:
        return {self._wanted[self._place].pitch.midi: Mark.HINT} if self._place < len(self._wanted) else {}

    def model(self) -> tuple[RawEvent, ...]:
        steps = enumerate(self._wanted)
        return tuple(event for n, wanted in steps for event in pressed(n * MODEL_STEP, wanted.pitch.midi))


class KeysTogether(Silent):
    """A chord: complete once as many keys went down as are asked for, or `CHORD_WAIT` after the first."""

    def __init__(self, wanted: tuple[WantedKey, ...], praise: Say) -> None:
        self._wanted, self._praise = wanted, praise
        self._played: list[int] = []
        self.wake_at = None

    def play(self, note: Note) -> Heard | None:
        if note.velocity == 0 or note.pitch in self._played:
            return None
        self._played.append(note.pitch)
        self.wake_at = self.wake_at or note.at + CHORD_WAIT
        return self._heard() if len(self._played) == len(self._wanted) else None

    def tick(self, at: int) -> Heard | None:
        return self._heard() if self.wake_at is not None and at >= self.wake_at else None

    def _heard(self) -> Heard:
        self.wake_at = None
        judged = self._pairs()
        full = all(each.right for each in judged)
        worst = next((each.why for each in judged if not each.right), self._praise)
        return Heard(
            points=share_of_points(sum(each.right for each in judged), len(self._wanted)),
            full=full,
            judged=judged,
            feedback=self._praise if full else worst,
            mark=Mark.RIGHT if full else Mark.WRONG,
            shown=self._shown(judged),
        )

    def _pairs(self) -> tuple[JudgedNote, ...]:
        """Every wanted key with the key played for it: the same one where it was played, else the nearest left over."""
        left = [played for played in self._played if not any(wanted.fits(played) for wanted in self._wanted)]
        judged = []
        for wanted in self._wanted:
            same = next((played for played in self._played if wanted.fits(played)), None)
            nearest = min(left, key=lambda played: abs(played - wanted.pitch.midi), default=None)
            if same is None and nearest is not None:
                left.remove(nearest)
            taken = nearest if same is None else same
            judged.append(wanted.missed() if taken is None else wanted.judged(taken))
        return tuple(judged)

    def _shown(self, judged: tuple[JudgedNote, ...]) -> Shown:
        pairs = [(wanted.note_id, each) for wanted, each in zip(self._wanted, judged, strict=True) if wanted.note_id]
        return Shown(
            staff={note_id: Mark.RIGHT if each.right else Mark.WRONG for note_id, each in pairs if note_id},
            keys={played: self._mark(played) for played in self._played},
            why={note_id: each.why for note_id, each in pairs if note_id},
        )

    def _mark(self, played: int) -> Mark:
        return Mark.RIGHT if any(wanted.fits(played) for wanted in self._wanted) else Mark.WRONG

    def shown(self) -> Shown:
        return Shown(keys={played: self._mark(played) for played in self._played})

    def hint(self) -> dict[int, Mark]:
        return {wanted.pitch.midi: Mark.HINT for wanted in self._wanted}

    def model(self) -> tuple[RawEvent, ...]:
        together = [pressed(n * 8_000, wanted.pitch.midi) for n, wanted in enumerate(self._wanted)]
        return tuple(sorted(event for events in together for event in events))


class Picked(Silent):
    """A picked choice. `truth` is said in any case: it is what the question teaches."""

    def __init__(self, *, right: str, labels: Mapping[str, Say], concept: str, truth: Say) -> None:
        self._right, self._labels, self._concept, self._truth = right, labels, concept, truth

    def choose(self, choice_id: str, at: int) -> Heard | None:  # noqa: ARG002
        if choice_id not in self._labels:
            return None
        right = choice_id == self._right
        judged = JudgedNote(
            wanted=self._right,
            played=choice_id,
            verdict=Verdict.RIGHT if right else Verdict.WRONG_CHOICE,
            why=self._truth,
            concept=self._concept,
            right=right,
            asked=self._labels[self._right],
            given=self._labels[choice_id],
        )
        mark = Mark.RIGHT if right else Mark.WRONG
        points = share_of_points(right, 1)
        return Heard(points=points, full=right, judged=(judged,), feedback=self._truth, mark=mark)

    def model(self) -> tuple[RawEvent, ...]:
        return ((0, CHOICE, list(self._labels).index(self._right)),)


def pressed(after: int, pitch: int, length: int = MODEL_LENGTH, velocity: int = MODEL_VELOCITY) -> tuple[RawEvent, ...]:
    """A key that goes down `after` microseconds and up again `length` later."""
    return ((after, pitch, velocity), (after + length, pitch, 0))
