"""Loud and soft, short and long: what a key press says beyond its pitch."""

from __future__ import annotations

import msgspec

from domain.games.answers import MODEL_STEP, Heard, Shown, Silent, WantedKey, share_of_points
from domain.games.game import JudgedNote
from domain.games.picture import Mark
from domain.games.verdicts import Verdict
from domain.music.note import Note
from domain.music.say import Say, say
from domain.records.progress import RawEvent

# How long after the last key a released or held key is waited for (µs).
SETTLE = 1_500_000


class Loudness(msgspec.Struct, frozen=True, kw_only=True):
    """Velocities (1 to 127) that count as a dynamic sign, and one in its middle."""

    softest: int
    loudest: int

    @property
    def middle(self) -> int:
        """What a model answer plays."""
        return (self.softest + self.loudest) // 2


class Dynamics(Silent):
    """A line of keys at one loudness: each is judged for its key first, then for its velocity."""

    def __init__(self, wanted: tuple[WantedKey, ...], loudness: Loudness, praise: Say) -> None:
        self._wanted, self._loudness, self._praise = wanted, loudness, praise
        self._judged: list[JudgedNote] = []

    def play(self, note: Note) -> Heard | None:
        if note.velocity == 0:
            return None
        wanted = self._wanted[len(self._judged)]
        judged = wanted.judged(note.pitch)
        self._judged.append(self._touched(judged, note.velocity) if judged.right else judged)
        return heard_line(self._wanted, self._judged, self._praise) if len(self._judged) == len(self._wanted) else None

    def _touched(self, judged: JudgedNote, velocity: int) -> JudgedNote:
        if velocity < self._loudness.softest:
            why = say("The right key, but too soft. Let more weight fall into it.")
            return msgspec.structs.replace(judged, verdict=Verdict.TOO_SOFT, why=why, right=False)
        if velocity > self._loudness.loudest:
            why = say("The right key, but too loud. Press it more slowly.")
            return msgspec.structs.replace(judged, verdict=Verdict.TOO_LOUD, why=why, right=False)
        return judged

    def shown(self) -> Shown:
        return shown_line(self._wanted, self._judged)

    def hint(self) -> dict[int, Mark]:
        place = len(self._judged)
        return {self._wanted[place].pitch.midi: Mark.HINT} if place < len(self._wanted) else {}

    def model(self) -> tuple[RawEvent, ...]:
        events: list[RawEvent] = []
        for n, wanted in enumerate(self._wanted):
            at = n * MODEL_STEP
            events += [(at, wanted.pitch.midi, self._loudness.middle), (at + 300_000, wanted.pitch.midi, 0)]
        return tuple(events)


class Lengths(Silent):
    """A line of keys, short (staccato) or bound (legato).

    Short: let go before half of the time to the next key. Bound: let go not before `GAP` ahead of the next key and not
    long after it. The last key's length is not judged: nothing follows it.
    """

    GAP = 60_000
    BLUR = 350_000

    def __init__(self, wanted: tuple[WantedKey, ...], short: bool, praise: Say) -> None:
        self._wanted, self._short, self._praise = wanted, short, praise
        self._downs: list[Note] = []
        self._ups: dict[int, int] = {}
        self._open: dict[int, int] = {}

    def play(self, note: Note) -> Heard | None:
        if note.velocity == 0:
            place = self._open.pop(note.pitch, None)
            if place is not None:
                self._ups[place] = note.at
            return self._heard() if self._complete() else None
        if len(self._downs) < len(self._wanted):
            self._open[note.pitch] = len(self._downs)
            self._downs.append(note)
            if len(self._downs) == len(self._wanted):
                self.wake_at = note.at + SETTLE
        return None

    def tick(self, at: int) -> Heard | None:
        return self._heard() if self.wake_at is not None and at >= self.wake_at else None

    def _complete(self) -> bool:
        return len(self._downs) == len(self._wanted) and all(n in self._ups for n in range(len(self._wanted)))

    def _heard(self) -> Heard:
        self.wake_at = None
        judged = [self._judged(n, wanted) for n, wanted in enumerate(self._wanted)]
        return heard_line(self._wanted, judged, self._praise)

    def _judged(self, n: int, wanted: WantedKey) -> JudgedNote:
        judged = wanted.judged(self._downs[n].pitch)
        if not judged.right or n + 1 == len(self._wanted):
            return judged
        gap = self._downs[n + 1].at - self._downs[n].at
        held = self._ups.get(n, self._downs[-1].at + SETTLE) - self._downs[n].at
        if self._short and held > gap // 2:
            why = say("Too long for staccato: leave the key as if it were hot.")
            return msgspec.structs.replace(judged, verdict=Verdict.TOO_LONG, why=why, right=False)
        if not self._short and held < gap - self.GAP:
            why = say("There was a gap: hold the key until the next one sounds.")
            return msgspec.structs.replace(judged, verdict=Verdict.TOO_SHORT, why=why, right=False)
        if not self._short and held > gap + self.BLUR:
            why = say("The notes blurred: let go when the next one sounds.")
            return msgspec.structs.replace(judged, verdict=Verdict.TOO_LONG, why=why, right=False)
        return judged

    def shown(self) -> Shown:
        judged = [wanted.judged(down.pitch) for wanted, down in zip(self._wanted, self._downs, strict=False)]
        return shown_line(self._wanted, judged)

    def hint(self) -> dict[int, Mark]:
        place = len(self._downs)
        return {self._wanted[place].pitch.midi: Mark.HINT} if place < len(self._wanted) else {}

    def model(self) -> tuple[RawEvent, ...]:
        events: list[RawEvent] = []
        for n, wanted in enumerate(self._wanted):
            at = n * MODEL_STEP
            held = MODEL_STEP // 5 if self._short else MODEL_STEP + 20_000
            events += [(at, wanted.pitch.midi, 72), (at + held, wanted.pitch.midi, 0)]
        return tuple(sorted(events))


def heard_line(wanted: tuple[WantedKey, ...], judged: list[JudgedNote], praise: Say) -> Heard:
    """A whole line of keys, judged."""
    right = sum(each.right for each in judged)
    full = right == len(wanted)
    worst = next((each.why for each in judged if not each.right), praise)
    return Heard(
        points=share_of_points(right, len(wanted)),
        full=full,
        judged=tuple(judged),
        feedback=praise if full else worst,
        mark=Mark.RIGHT if full else Mark.WRONG,
        shown=shown_line(wanted, judged),
    )


def shown_line(wanted: tuple[WantedKey, ...], judged: list[JudgedNote]) -> Shown:
    """The marks of a line so far, with the note that is next."""
    pairs = [(key.note_id, each) for key, each in zip(wanted, judged, strict=False) if key.note_id]
    marks = {note_id: Mark.RIGHT if each.right else Mark.WRONG for note_id, each in pairs if note_id}
    why = {note_id: each.why for note_id, each in pairs if note_id}
    following = wanted[len(judged)].note_id if len(judged) < len(wanted) else None
    return Shown(staff={**marks, **({following: Mark.NOW} if following else {})}, why=why)
