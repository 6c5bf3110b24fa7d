"""The verdicts on notes that stand alone in their moment, which most do: whether in time, and whether held."""

from __future__ import annotations

from domain.music.played import Played
from domain.music.rules import Rules
from domain.music.score import Score
from domain.music.verdicts import Grade, Length, Verdict

from .columns import NONE
from .marks import Marks
from .timing import Paces, Struck, Timed
from .windows import Windows

_RIGHT, _EARLY, _LATE = Verdict.RIGHT, Verdict.EARLY, Verdict.LATE
_PERFECT, _GOOD, _OK = Grade.PERFECT, Grade.GOOD, Grade.OK
_TOO_SHORT, _TOO_LONG = Length.TOO_SHORT, Length.TOO_LONG


def judge_alone(
    score: Score, heard: Played, rules: Rules, match: list[int], struck: Struck, timed: Timed, marks: Marks
) -> list[int]:
    """Judges every moment of one note and no hesitation, into `marks`; the moments that are left, as places.

    `timed.paces` is None with a click.
    """
    windows, holding = Windows(rules), Holding(score, heard, rules, marks)
    alone, gaps, beats, lengths = score.alone, score.gaps, score.beats, score.lengths
    moments, expected, hesitations, onsets = struck.moments, timed.expected, timed.hesitations, heard.onsets
    rises, runs = tempi(timed.paces)
    own_tempo, several = bool(rises), NONE
    left: list[int] = []
    for place in range(len(moments)):
        moment = moments[place]
        index, pause = alone[moment], hesitations[place]
        if index == several or pause:
            left.append(place)
            continue
        gap, length = gaps[moment], lengths[index]
        if own_tempo:
            rise, run, beat = rises[place], runs[place], beats[moment]
            length = length * rise // run
            perfect, good, ok = windows.in_own_tempo(gap * rise // run, beat * rise // run)
        else:
            perfect, good, ok = windows.with_click(gap)
        stroke = match[index]
        now, due = onsets[stroke], expected[place]
        grade(marks, index, stroke, now - due, perfect, good, ok)
        holding.hold(index, stroke, length)
    return left


def tempi(paces: Paces | None) -> tuple[list[int], list[int]]:
    """The columns of a tempo; empty with a click."""
    return (paces.rises, paces.runs) if paces is not None else ([], [])


def grade(marks: Marks, index: int, stroke: int, offset: int, perfect: int, good: int, ok: int) -> None:
    """Puts down a note, the stroke that is it, and how early or late that was in microseconds, by the windows."""
    distance = abs(offset)
    marks.played[index] = stroke
    marks.offsets[index] = offset
    if distance > ok:
        marks.verdicts[index] = _EARLY if offset < 0 else _LATE
        return
    marks.verdicts[index] = _RIGHT
    marks.grades[index] = _PERFECT if distance <= perfect else _GOOD if distance <= good else _OK


class Holding:
    """Puts down whether notes were held: too short by what sounded (the pedal counts), too long by the key alone."""

    __slots__ = ("errors", "free", "heard", "lengths", "most", "onsets", "percent", "releases")

    def __init__(self, score: Score, heard: Played, rules: Rules, marks: Marks) -> None:
        self.heard = heard
        self.onsets = heard.onsets
        self.releases = heard.releases
        self.free = score.free_lengths
        self.most = rules.length_most
        self.percent = rules.length_percent
        self.lengths = marks.lengths
        self.errors = marks.errors

    def hold(self, index: int, stroke: int, wanted: int) -> None:
        """A note, the stroke that is it, and its length at the tempo there."""
        if not self.most or self.free[index]:
            return
        onset, released = self.onsets[stroke], self.releases[stroke]
        if released < 0:
            return
        allowed = max(self.most, wanted * self.percent // 100)
        error = released - onset - wanted
        if error > allowed:
            self.lengths[index] = _TOO_LONG
        elif error < -allowed:
            error = self._sounded_too_short(stroke, onset + wanted, allowed)
            if error:
                self.lengths[index] = _TOO_SHORT
        self.errors[index] = error

    def _sounded_too_short(self, stroke: int, until: int, allowed: int) -> int:
        """By how much a note that was let go too soon sounded too short; 0 where the pedal held it."""
        sounded = self.heard.sounds_until(stroke)
        return sounded - until if sounded != NONE and sounded < until - allowed else 0
