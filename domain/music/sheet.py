"""A score as it is written, measure by measure with its repeats, and the playing orders it allows."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec
from msgspec.structs import replace

from domain.music.bar import Bar, BarNote
from domain.music.playing_order import choices, playing_order
from domain.music.rhythm import QUARTER
from domain.music.score import DEFAULT_TEMPO, MOST_NOTES, Score, ScoreError, ScoreNote, score_of


class Sheet(msgspec.Struct, frozen=True):
    """What a reader found. `parts` are the staves of each instrument or singer, where the file tells them apart."""

    bars: list[Bar]
    beat: int = QUARTER
    fifths: int = 0
    parts: tuple[frozenset[int], ...] = ()

    def without(self, staves: Collection[int]) -> Sheet:
        """The sheet with some staves silent."""
        bars = [replace(bar, notes=[each for each in bar.notes if each.note.staff not in staves]) for bar in self.bars]
        return Sheet(bars, self.beat, self.fifths, tuple(part for part in self.parts if not part <= set(staves)))

    @property
    def repeats(self) -> int:
        """How often the player may go back: repeats, da capo, dal segno."""
        return len(choices(self.bars))

    def score(self, taken: Sequence[bool] | None = None) -> Score:
        """The notes in playing order. `taken` says of each repeat whether it is played; None: all are.

        A note met again gets `-2`, `-3` … after its id. Raises ScoreError.
        """
        unfolded = _Unfolded()
        tempo, before = DEFAULT_TEMPO, -1
        tempi = [tempo := bar.tempi[-1][1] if bar.tempi else tempo for bar in self.bars]
        for index in playing_order(self.bars, [True] * self.repeats if taken is None else taken):
            if index != before + 1:
                unfolded.go_back_to(tempi[index - 1] if index else DEFAULT_TEMPO)
            unfolded.add(self.bars[index])
            before = index
        return score_of(unfolded.notes, unfolded.tempi or [(0, DEFAULT_TEMPO)], self.beat, self.fifths)


class _Unfolded:
    """Measures put one after the other, ties closed."""

    def __init__(self) -> None:
        self.notes: list[ScoreNote] = []
        self.tempi: list[tuple[int, int]] = []
        self._at = 0
        self._seen: dict[str, int] = {}
        self._sounding: dict[tuple[int, int], int] = {}
        self._opened: set[int] = set()

    def go_back_to(self, tempo: int) -> None:
        """After a jump the tempo is what it was there."""
        self.tempi.append((self._at, tempo))

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
        self.notes.append(replace(note, note_id=name, onset=onset))

    def _joined(self, each: BarNote, onset: int) -> bool:
        """Lengthens the note that a tie comes from. Files forget one end of a tie often enough: either will do."""
        note = each.note
        for staff in (note.staff, 3 - note.staff):
            index = self._sounding.get((note.pitch.midi, staff), -1)
            if index < 0 or not (each.joins or (index in self._opened and staff == note.staff)):
                continue
            before = self.notes[index]
            if before.onset + before.duration == onset:
                self.notes[index] = replace(
                    before, duration=before.duration + note.duration, fermata=before.fermata or note.fermata
                )
                self._opened.discard(index)
                if each.opens:
                    self._opened.add(index)
                return True
        return False
