"""Reads what the tests need of a match file (a score aligned to a performance by hand; matchfile format 5.0)."""

from __future__ import annotations

import re
from pathlib import Path

from domain.music.pitch import STEPS, Pitch
from domain.music.played import Played
from domain.music.rhythm import QUARTER
from domain.music.score import Score, ScoreNote, score_of

DATA = Path(__file__).parent / "data"
_WRITTEN = re.compile(r"snote\(([^,]+),\[(\w),([^\]]*)\],(-?\d+),[^,]*,[^,]*,[^,]*,([-\d.]+),([-\d.]+),\[(.*?)\]\)")
_HEARD = re.compile(r"note\(([^,]+),\[(\w),([^\]]*)\],(-?\d+),(\d+),(\d+),\d+,(\d+)\)\.")
_ALTER = {"n": 0, "#": 1, "b": -1, "##": 2, "x": 2, "bb": -2}
# The file counts 480 ticks of a half second.
_TICK = 500_000 / 480


def read_match(name: str) -> tuple[Score, Played, dict[str, int]]:
    """The score, the performance, and for each score note's id the index of the played note that is it."""
    written: list[ScoreNote] = []
    heard: dict[str, tuple[int, int, int, int]] = {}
    pairs: dict[str, str] = {}
    for line in (DATA / name).read_text().splitlines():
        score_note, played_note = _WRITTEN.search(line), _HEARD.search(line)
        if score_note:
            written.append(_score_note(score_note))
        if played_note:
            heard[played_note[1]] = (
                round(int(played_note[5]) * _TICK),
                _pitch(played_note).midi,
                int(played_note[7]),
                round(int(played_note[6]) * _TICK),
            )
        if score_note and played_note:
            pairs[score_note[1]] = played_note[1]
    order = sorted(heard, key=lambda each: heard[each])
    columns = [list(column) for column in zip(*(heard[each] for each in order), strict=True)]
    notes = Played(columns[0], columns[1], columns[2], columns[3], [])
    return score_of(written), notes, {left: order.index(right) for left, right in pairs.items()}


def _pitch(found: re.Match[str]) -> Pitch:
    return Pitch(STEPS.index(found[2]), _ALTER[found[3]], int(found[4]))


def _score_note(found: re.Match[str]) -> ScoreNote:
    onset, end = (round(float(found[group]) * QUARTER) for group in (5, 6))
    return ScoreNote(note_id=found[1], pitch=_pitch(found), onset=onset, duration=end - onset, grace=end == onset)
