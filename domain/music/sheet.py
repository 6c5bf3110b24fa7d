"""A score as it is written, measure by measure with its repeats, and the playing orders it allows."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from domain.music.rhythm import QUARTER
from domain.music.score import DEFAULT_TEMPO, MOST_NOTES, Score, ScoreError, ScoreNote, score_of

# More measures than this, written out, is a broken file.
MOST_BARS = 20_000


class BarNote(msgspec.Struct, frozen=True):
    """A note whose onset counts from the beginning of its measure. A tie leads to it (`joins`), from it (`opens`)."""

    note: ScoreNote
    joins: bool = False
    opens: bool = False


class Bar(msgspec.Struct):
    """A measure. `tempi` are (ticks from its beginning, microseconds of a quarter); `endings` numbers of a volta."""

    number: int
    length: int
    notes: list[BarNote] = msgspec.field(default_factory=list)
    tempi: list[tuple[int, int]] = msgspec.field(default_factory=list)
    repeat_starts: bool = False
    repeat_ends: bool = False
    endings: tuple[int, ...] = ()


class Sheet(msgspec.Struct, frozen=True):
    """What a reader found."""

    bars: list[Bar]
    beat: int = QUARTER
    fifths: int = 0

    @property
    def repeats(self) -> int:
        """How many passages are written to be repeated."""
        return sum(bar.repeat_ends for bar in self.bars)

    def score(self, taken: Sequence[bool] | None = None) -> Score:
        """The notes in playing order. `taken` says of each repeat whether it is played; None: all are.

        A note met again gets `-2`, `-3` … after its id. Raises ScoreError.
        """
        order = self.order([True] * self.repeats if taken is None else taken)
        unfolded = _Unfolded()
        for index in order:
            unfolded.add(self.bars[index])
        return score_of(unfolded.notes, unfolded.tempi or [(0, DEFAULT_TEMPO)], self.beat, self.fifths)

    def order(self, taken: Sequence[bool]) -> list[int]:
        """The measures as they are played, by index: each repeat once, or as often as its voltas say."""
        order: list[int] = []
        start = index = repeat = 0
        passing, choice = 1, {}
        for place, bar in enumerate(self.bars):
            if bar.repeat_ends:
                choice[place] = taken[repeat]
                repeat += 1
        while index < len(self.bars):
            bar = self.bars[index]
            after_volta = index > 0 and not bar.endings and bool(self.bars[index - 1].endings)
            if (bar.repeat_starts or after_volta) and index != start:
                start, passing = index, 1
            if not bar.endings or self._wanted(bar, index, passing, choice):
                order.append(index)
                if bar.repeat_ends and choice[index] and self._again(index, passing):
                    index, passing = start, passing + 1
                    continue
                if bar.repeat_ends:
                    start, passing = index + 1, 1
            if len(order) > MOST_BARS:
                raise ScoreError("The score has too many measures.")
            index += 1
        return order

    def _wanted(self, bar: Bar, index: int, passing: int, choice: dict[int, bool]) -> bool:
        """Whether a measure under a volta is played in this pass: without the repeat only the last volta is."""
        last = next((k for k in range(index, len(self.bars)) if self.bars[k].repeat_ends), index)
        if passing == 1 and 1 in bar.endings:
            return choice.get(last, True)
        return passing in bar.endings or (passing == 1 and 1 not in bar.endings)

    def _again(self, index: int, passing: int) -> bool:
        """Whether a repeat sign sends the player back: the first time always, later where a volta waits for it."""
        following = self.bars[index + 1].endings if index + 1 < len(self.bars) else ()
        return passing == 1 or passing + 1 in (*following, *self.bars[index].endings)


class _Unfolded:
    """Measures put one after the other, ties closed."""

    def __init__(self) -> None:
        self.notes: list[ScoreNote] = []
        self.tempi: list[tuple[int, int]] = []
        self._at = 0
        self._seen: dict[str, int] = {}
        self._sounding: dict[tuple[int, int], int] = {}
        self._opened: set[int] = set()

    def add(self, bar: Bar) -> None:
        for each in bar.notes:
            self._add_note(each)
        self.tempi += [(self._at + tick, tempo) for tick, tempo in bar.tempi]
        self._at += bar.length
        if len(self.notes) > MOST_NOTES:
            raise ScoreError(f"The score holds more than {MOST_NOTES:,} notes.")

    def _add_note(self, each: BarNote) -> None:
        note = each.note
        onset = self._at + note.onset
        if not note.grace and self._joined(each, onset):
            return
        times = self._seen[note.note_id] = self._seen.get(note.note_id, 0) + 1
        name = note.note_id if times == 1 else f"{note.note_id}-{times}"
        if not note.grace:
            self._sounding[note.pitch.midi, note.staff] = len(self.notes)
            if each.opens:
                self._opened.add(len(self.notes))
        self.notes.append(msgspec.structs.replace(note, note_id=name, onset=onset))

    def _joined(self, each: BarNote, onset: int) -> bool:
        """Lengthens the note that a tie comes from. Files forget one end of a tie often enough: either will do."""
        note = each.note
        for staff in (note.staff, 3 - note.staff):
            index = self._sounding.get((note.pitch.midi, staff), -1)
            if index < 0 or not (each.joins or (index in self._opened and staff == note.staff)):
                continue
            before = self.notes[index]
            if before.onset + before.duration == onset:
                self.notes[index] = msgspec.structs.replace(before, duration=before.duration + note.duration)
                self._opened.discard(index)
                if each.opens:
                    self._opened.add(index)
                return True
        return False
