"""Loud and soft: each passage against the one before it, for how loud a keyboard plays at all nobody knows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from domain.music.played import Played
from domain.music.rules import Rules
from domain.music.score import Score
from domain.music.timeline import median
from domain.music.verdicts import Touch

# Fewer strokes than this say nothing about how loud a passage was.
LEAST_STROKES = 3


class Passage(msgspec.Struct, frozen=True):
    """Notes of one staff, one after the other, under one dynamic; and the middle velocity at which they were played."""

    level: int
    notes: list[int]
    velocity: int


def touches(score: Score, heard: Played, match: Sequence[int], rules: Rules) -> dict[int, Touch]:
    """The written notes of passages that were not louder or softer than what came before them, though that is written.

    Nothing where a keyboard knows no loud and soft.
    """
    if len(score.levels) < 2 or len(set(heard.velocities)) < 2:
        return {}
    found: dict[int, Touch] = {}
    for staff in score.hands:
        for before, here in pairwise(_passages(score, heard, match, staff)):
            rise = here.velocity - before.velocity
            if here.level > before.level and rise < rules.touch_least:
                found |= dict.fromkeys(here.notes, Touch.TOO_SOFT)
            elif here.level < before.level and -rise < rules.touch_least:
                found |= dict.fromkeys(here.notes, Touch.TOO_LOUD)
    return found


def _passages(score: Score, heard: Played, match: Sequence[int], staff: int) -> list[Passage]:
    rows: list[tuple[int, list[int]]] = []
    for index, note in enumerate(score.notes):
        if note.staff != staff or match[index] < 0 or not note.dynamic:
            continue
        if not rows or rows[-1][0] != note.dynamic:
            rows.append((note.dynamic, []))
        rows[-1][1].append(index)
    return [
        Passage(level, notes, median([heard.velocities[match[index]] for index in notes]))
        for level, notes in rows
        if len(notes) >= LEAST_STROKES
    ]
