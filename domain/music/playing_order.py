"""In which order the measures of a sheet are played: repeats with their voltas, da capo, dal segno, coda and fine.

After a jump back repeats are not taken again and only the last volta is played, as is the custom (MusicXML 4.0 leaves
it to the reader; Read, *Music Notation*, 1979, ch. 13).
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.music.bar import Bar, Jump
from domain.music.score import ScoreError

# More measures than this, written out, is a broken file.
MOST_BARS = 20_000
# So many measures before the end of its part a "D.C." may be written.
WRITTEN_EARLY = 2


def settle(bars: Sequence[Bar]) -> None:
    """Moves a da capo or dal segno that is written a little early to the repeat sign or the end that it stands for."""
    for index, bar in enumerate(bars):
        if bar.jump is Jump.NONE or bar.repeat_ends:
            continue
        for later in range(index + 1, min(index + 1 + WRITTEN_EARLY, len(bars))):
            after = bars[later]
            if after.repeat_starts or after.coda or after.jump is not Jump.NONE or after.number <= bar.number:
                break
            if bars[later].repeat_ends or later == len(bars) - 1:
                bar.jump, bars[later].jump = Jump.NONE, bar.jump
                break


def choices(bars: Sequence[Bar]) -> list[int]:
    """The measures at whose end a player may go back or on, by index; one with both a repeat and a jump twice."""
    return [index for index, bar in enumerate(bars) for _ in range(bar.repeat_ends + (bar.jump is not Jump.NONE))]


def playing_order(bars: Sequence[Bar], taken: Sequence[bool]) -> list[int]:
    """The measures as they are played, by index. `taken` says of each of `choices` whether the player goes back.

    Raises ScoreError where it would never end.
    """
    return _Player(bars, taken).order()


class _Player:
    """Reads the signs as a musician does."""

    def __init__(self, bars: Sequence[Bar], taken: Sequence[bool]) -> None:
        self._bars = bars
        self._repeats: dict[int, bool] = {}
        self._jumps: dict[int, bool] = {}
        for index, goes in zip(choices(bars), taken, strict=True):
            is_repeat = bars[index].repeat_ends and index not in self._repeats
            (self._repeats if is_repeat else self._jumps)[index] = goes
        self._start, self._passing = 0, 1
        self._jumped, self._came_from = False, 0

    def order(self) -> list[int]:
        found: list[int] = []
        index = 0
        while index < len(self._bars):
            bar = self._bars[index]
            after_volta = index > 0 and not bar.endings and bool(self._bars[index - 1].endings)
            if (bar.repeat_starts or after_volta) and index != self._start:
                self._start, self._passing = index, 1
            if bar.endings and not self._wanted(bar, index):
                index += 1
                continue
            found.append(index)
            if len(found) > MOST_BARS:
                raise ScoreError("The score has too many measures.")
            index = self._next(bar, index)
        return found

    def _next(self, bar: Bar, index: int) -> int:
        """The measure after one that was just played. Behind a fine only another movement follows."""
        if bar.repeat_ends and self._taken(index) and self._again(bar, index):
            self._passing += 1
            return self._start
        if bar.repeat_ends:
            self._start, self._passing = index + 1, 1
        if self._jumped and bar.fine:
            self._jumped = False
            return self._begin(self._came_from + 1)
        if self._jumped and bar.to_coda and (coda := self._mark_after(index)) is not None:
            self._jumped = False
            return self._begin(coda)
        self._jumped = self._jumped and index != self._came_from
        if self._jumps.pop(index, False):
            self._jumped, self._came_from = True, index
            return self._begin(self._segno_before(index) if bar.jump is Jump.SEGNO else self._head_before(index))
        return index + 1

    def _begin(self, index: int) -> int:
        self._start, self._passing = index, 1
        return index

    def _taken(self, index: int) -> bool:
        return self._repeats[index] and not self._jumped

    def _mark_after(self, index: int) -> int | None:
        return next((k for k in range(index + 1, len(self._bars)) if self._bars[k].coda), None)

    def _head_before(self, index: int) -> int:
        """The first measure of the movement: where the numbers begin again."""
        numbers = [bar.number for bar in self._bars[: index + 1]]
        return next((k for k in range(index, 0, -1) if numbers[k] <= 1 < numbers[k - 1]), 0)

    def _segno_before(self, index: int) -> int:
        return next((k for k in range(index, -1, -1) if self._bars[k].segno), 0)

    def _wanted(self, bar: Bar, index: int) -> bool:
        """Whether a measure under a volta is played in this pass: without the repeat only the last volta is."""
        last = next((k for k in range(index, len(self._bars)) if self._bars[k].repeat_ends), -1)
        if self._passing == 1 and 1 in bar.endings:
            return last < 0 or self._taken(last)
        return self._passing in bar.endings or (self._passing == 1 and 1 not in bar.endings)

    def _again(self, bar: Bar, index: int) -> bool:
        """Whether a repeat sign sends the player back: the first time always, later where a volta waits for it."""
        following = self._bars[index + 1].endings if index + 1 < len(self._bars) else ()
        return self._passing < bar.times or self._passing + 1 in (*following, *bar.endings)
