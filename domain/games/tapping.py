"""Rhythms tapped on any key, after a count-in: every onset gets its verdict, early or late with its sign.

Taps and written onsets are matched together by the least total distance (dynamic programming), never in order of
arrival. Windows: judging.md, limited to 35 % of the smallest gap.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from domain.games.answers import Heard, Shown, Silent
from domain.games.catalogue import POINTS_A_QUESTION
from domain.games.game import JudgedNote
from domain.games.picture import Mark, Phase, Pulse, Sound
from domain.games.rhythms import VALUE_NAMES
from domain.games.verdicts import Verdict
from domain.music.note import Note
from domain.music.say import Say, say
from domain.records.progress import RawEvent

# General MIDI percussion: channel 10 (counted from 0: 9), high and low wood block.
CLICK_CHANNEL, STRONG_CLICK, WEAK_CLICK = 9, 76, 77
# Time to lift the hand before the count-in begins (µs).
LEAD = 400_000
# A flood of keys is cut here: no child taps faster in so short a piece.
MOST_TAPS = 400
TAP_KEY = 60
# Within the ok window a tap earns this share (percent) of an onset's points.
NEARLY = 60


class Windows(msgspec.Struct, frozen=True, kw_only=True):
    """How far from its onset a tap may be (µs): `good` is right, `ok` is early or late but counts."""

    good: int = 100_000
    ok: int = 150_000

    def limited(self, onsets: Sequence[int]) -> Windows:
        """Never more than 35 % of the smallest gap between two onsets."""
        gap = min((after - before for before, after in pairwise(onsets)), default=1_000_000)
        most = gap * 35 // 100
        return Windows(good=min(self.good, most), ok=min(self.ok, most))


WINDOWS = {
    "first": Windows(good=130_000, ok=200_000),
    "normal": Windows(good=100_000, ok=150_000),
    "strict": Windows(good=50_000, ok=100_000),
}


class Beat(msgspec.Struct, frozen=True, kw_only=True):
    """The time a rhythm is tapped in: the beat's length and the bar's (µs), and how many bars are counted in.

    `ahead` is an upbeat's length (µs): the music comes in that much before the counted bar is over.
    """

    length: int
    per_bar: int
    count_in: int = 1
    click: bool = True
    ahead: int = 0

    @property
    def counted(self) -> int:
        """µs from the first click to the first note."""
        return self.count_in * self.per_bar * self.length - self.ahead

    def pulse(self, first_note: int) -> Pulse:
        """The beat around the first note to play (µs)."""
        return Pulse(at=first_note, length=self.length, per_bar=self.per_bar, ahead=self.ahead)

    def clicks(self, beats: int) -> tuple[Sound, ...]:
        """Clicks from the count-in's first beat on, the first of each bar stressed."""
        return tuple(
            Sound(
                pitch=WEAK_CLICK if n % self.per_bar else STRONG_CLICK,
                velocity=80 if n % self.per_bar else 110,
                after=LEAD + n * self.length,
                length=60_000,
                channel=CLICK_CHANNEL,
            )
            for n in range(beats)
        )


class Tapping(Silent):
    """Listens from the end of the count-in until a beat after the last onset.

    `onsets` are µs from the first beat, `ends` where the written music ends, `ids` their ids on the staff. The sounds
    of `heard_first` (the rhythm itself, to be echoed) come after the count-in and shift the rest by `shift`.
    """

    phase = Phase.COUNT_IN
    clicked = True

    def __init__(
        self,
        *,
        onsets: tuple[int, ...],
        ends: int,
        ids: tuple[str, ...],
        beat: Beat,
        windows: Windows,
        concept: str,
        names: tuple[str, ...],
        heard_first: tuple[Sound, ...] = (),
        shift: int = 0,
        silent_from: int | None = None,
    ) -> None:
        self._onsets, self._ends, self._ids, self._beat = onsets, ends, ids, beat
        self._windows, self._concept, self._names = windows.limited(onsets), concept, names
        self._heard_first, self._shift, self._silent_from = heard_first, shift, silent_from
        self._first_beat = 0
        self._taps: list[int] = []

    @property
    def _before(self) -> int:
        """From the start of the try to the first beat."""
        return LEAD + self._beat.counted + self._shift

    def start(self, at: int) -> tuple[Sound, ...]:
        self._first_beat = at + self._before
        self.wake_at = self._first_beat - self._windows.ok
        self.pulse = self._beat.pulse(self._first_beat)
        beats = (self._before - LEAD + (self._ends if self._beat.click else 0)) // self._beat.length
        clicks = self._beat.clicks(min(beats, self._silent_from) if self._silent_from is not None else beats)
        return clicks + tuple(self._later(sound) for sound in self._heard_first)

    def _later(self, sound: Sound) -> Sound:
        return msgspec.structs.replace(sound, after=sound.after + self._before - self._shift)

    def play(self, note: Note) -> Heard | None:
        if note.velocity and note.at >= self._first_beat - self._windows.ok and len(self._taps) < MOST_TAPS:
            self._taps.append(note.at - self._first_beat)
        return None

    def tick(self, at: int) -> Heard | None:
        if self.phase is Phase.COUNT_IN:
            self.phase = Phase.ASKING
            self.wake_at = self._first_beat + max(self._ends, self._onsets[-1] + self._windows.ok) + self._windows.ok
            return None
        return self._heard() if self.wake_at is not None and at >= self.wake_at else None

    def _heard(self) -> Heard:
        self.wake_at = None
        pairs = matched(self._onsets, self._taps, self._windows.ok)
        judged = [self._judged(n, pairs[n]) for n in range(len(self._onsets))]
        extra = len(self._taps) - sum(tap is not None for tap in pairs)
        judged += [self._extra()] * min(extra, len(self._onsets))
        full = all(each.right for each in judged)
        marks = {note_id: _MARKS[Verdict(judged[n].verdict)] for n, note_id in enumerate(self._ids)}
        return Heard(
            points=self._points(judged),
            full=full,
            finished=True,
            judged=tuple(judged),
            feedback=_summary(judged, full),
            mark=Mark.RIGHT if full else Mark.WRONG,
            shown=Shown(staff=marks, why={note_id: judged[n].why for n, note_id in enumerate(self._ids)}),
        )

    def _judged(self, n: int, tap: int | None) -> JudgedNote:
        offset = None if tap is None else tap - self._onsets[n]
        verdict, why = _verdict(offset, self._windows.good)
        return JudgedNote(
            wanted=self._names[n],
            played="" if offset is None else self._names[n],
            verdict=verdict,
            why=why,
            concept=self._concept,
            right=verdict is Verdict.RIGHT,
            offset=offset,
            asked=TAPPED.get(self._names[n]),
        )

    def _extra(self) -> JudgedNote:
        why = say("You tapped once where no note is written.")
        return JudgedNote(
            wanted="",
            played="tap",
            verdict=Verdict.EXTRA,
            why=why,
            concept=self._concept,
            right=False,
            given=say("a tap"),
        )

    def _points(self, judged: list[JudgedNote]) -> int:
        worth = {Verdict.RIGHT: 100, Verdict.EARLY: NEARLY, Verdict.LATE: NEARLY, Verdict.EXTRA: -50}
        earned = sum(worth.get(Verdict(each.verdict), 0) for each in judged)
        return min(max(earned // len(self._onsets), 0), POINTS_A_QUESTION)

    def model(self) -> tuple[RawEvent, ...]:
        length = min(150_000, self._windows.good)
        presses = [(self._before + onset, TAP_KEY) for onset in self._onsets]
        return tuple(event for at, key in presses for event in ((at, key, 80), (at + length, key, 0)))


# What is tapped, as people call it.
TAPPED = {**VALUE_NAMES, "beat": say("beat")}

_MARKS = {
    Verdict.RIGHT: Mark.RIGHT,
    Verdict.EARLY: Mark.EARLY,
    Verdict.LATE: Mark.LATE,
    Verdict.MISSED: Mark.MISSED,
}


def _verdict(offset: int | None, good: int) -> tuple[Verdict, Say]:
    if offset is None:
        return Verdict.MISSED, say("Here a note was left out.")
    if abs(offset) <= good:
        return Verdict.RIGHT, say("On time.")
    if offset < 0:
        return Verdict.EARLY, say("Too early: {milliseconds} thousandths of a second.", milliseconds=-offset // 1000)
    return Verdict.LATE, say("Too late: {milliseconds} thousandths of a second.", milliseconds=offset // 1000)


def _summary(judged: list[JudgedNote], full: bool) -> Say:
    """One sentence about the whole: what went wrong most."""
    if full:
        return say("Every note on time.")
    verdicts = [each.verdict for each in judged]
    counts = [(verdicts.count(verdict), verdict) for verdict in dict.fromkeys(verdicts) if verdict != Verdict.RIGHT]
    most = max(counts, key=lambda count: count[0])[1]
    return {
        Verdict.EARLY: say("You are a little ahead of the beat. Listen to the click."),
        Verdict.LATE: say("You are a little behind the beat. Listen to the click."),
        Verdict.MISSED: say("Some notes were left out. Count aloud while you tap."),
        Verdict.EXTRA: say("There were more taps than notes. Rests are silent, long notes wait."),
    }[Verdict(most)]


def matched(onsets: Sequence[int], taps: Sequence[int], farthest: int) -> list[int | None]:
    """For each onset its tap, or None: the pairing with the most pairs, and among those the least distance in all.

    No pair is further apart than `farthest`; pairs never cross. Both sequences are in order of time.
    """
    if len(onsets) == len(taps) and all(abs(a - b) <= farthest for a, b in zip(onsets, taps, strict=True)):
        # Nothing is left out and nothing crosses: no other pairing has as many pairs.
        return list(taps)
    alone = farthest + 1
    costs = [[0] * (len(taps) + 1) for _ in range(len(onsets) + 1)]
    for i in range(len(onsets) + 1):
        for j in range(len(taps) + 1):
            costs[i][j] = _least(costs, onsets, taps, i, j, alone)
    pairs: list[int | None] = [None] * len(onsets)
    i, j = len(onsets), len(taps)
    while i and j:
        distance = abs(onsets[i - 1] - taps[j - 1])
        if distance <= farthest and costs[i][j] == costs[i - 1][j - 1] + distance:
            pairs[i - 1] = taps[j - 1]
            i, j = i - 1, j - 1
        elif costs[i][j] == costs[i - 1][j] + alone:
            i -= 1
        else:
            j -= 1
    return pairs


def _least(costs: list[list[int]], onsets: Sequence[int], taps: Sequence[int], i: int, j: int, alone: int) -> int:
    if i == 0 or j == 0:
        return (i + j) * alone
    single = min(costs[i - 1][j], costs[i][j - 1]) + alone
    distance = abs(onsets[i - 1] - taps[j - 1])
    return min(single, costs[i - 1][j - 1] + distance) if distance < alone else single
