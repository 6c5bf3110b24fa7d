"""A score as the judge reads it: notes with written onsets and lengths, and the tempo that turns them into time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

import msgspec

from domain.music.pitch import MusicError, Pitch
from domain.music.rhythm import QUARTER, micros

# More notes than the longest piece of the piano repertoire; what is longer is a broken or hostile file.
MOST_NOTES = 30_000
# How long before its main note a grace note is expected when nothing better is known.
GRACE = 70_000
DEFAULT_TEMPO = 500_000


class ScoreError(MusicError):
    """A file or a description that holds no score that can be judged. The message is a sentence for a person."""


class ScoreNote(msgspec.Struct, frozen=True, kw_only=True):
    """One written note. `onset` and `duration` are ticks (`QUARTER` a quarter); staff 1 is the upper, right hand.

    `dynamic` is the written level from 1 (ppp) to 8 (fff), 0 where none is known; `hairpin` the number of the sign
    under which it gets louder (below zero: softer), 0 without one. `ornament` is what is played around it: trill,
    mordent, turn, tremolo, glissando or nothing. After a `fermata` nobody knows how long to wait. Tied notes are one
    note.
    """

    note_id: str
    pitch: Pitch
    onset: int
    duration: int
    staff: int = 1
    measure: int = 1
    grace: bool = False
    rolled: bool = False
    articulation: str = ""
    dynamic: int = 0
    hairpin: int = 0
    accent: bool = False
    ornament: str = ""
    fermata: bool = False

    @property
    def length_is_free(self) -> bool:
        """Whether nobody can say how long the key must be down: short notes, the first of an ornament, a fermata."""
        return self.articulation == "staccato" or bool(self.ornament) or self.fermata


class Score(msgspec.Struct, frozen=True, dict=True):
    """Notes in playing order with tempo changes (tick, microseconds of a quarter) and the beat in ticks.

    Make one with `score_of`, which sorts and checks. The columns below are computed once and kept.
    """

    notes: tuple[ScoreNote, ...]
    tempi: tuple[tuple[int, int], ...] = ((0, DEFAULT_TEMPO),)
    beat: int = QUARTER
    fifths: int = 0

    @cached_property
    def pitches(self) -> list[int]:
        """MIDI pitch of each note."""
        return [note.pitch.midi for note in self.notes]

    @cached_property
    def slice_of(self) -> list[int]:
        """Number of the moment in which each note is struck; a grace note has a moment of its own."""
        numbers = [0] * len(self.notes)
        for index, (left, right) in enumerate(pairwise(self.notes), 1):
            together = left.onset == right.onset and not left.grace
            numbers[index] = numbers[index - 1] + (not together)
        return numbers

    @cached_property
    def slices(self) -> list[list[int]]:
        """The notes struck in each moment, by their index."""
        found: list[list[int]] = [[] for _ in range(self.slice_of[-1] + 1)] if self.notes else []
        for index, moment in enumerate(self.slice_of):
            found[moment].append(index)
        return found

    @cached_property
    def alone(self) -> list[int]:
        """For each moment its note where it has one only, else -1."""
        return [notes[0] if len(notes) == 1 else -1 for notes in self.slices]

    @cached_property
    def unisons(self) -> dict[int, int]:
        """Notes that two voices write on one key at one moment: the later one and the one that is played for both."""
        found: dict[int, int] = {}
        first: dict[tuple[int, int], int] = {}
        for index, place in enumerate(zip(self.slice_of, self.pitches, strict=True)):
            before = first.setdefault(place, index)
            if before != index:
                found[index] = before
        return found

    @cached_property
    def struck(self) -> list[int]:
        """The notes that have a stroke of their own: all but the second ones of unisons."""
        return [index for index in range(len(self.notes)) if index not in self.unisons]

    @cached_property
    def struck_pitches(self) -> list[int]:
        """MIDI pitch of each stroke."""
        return [self.pitches[index] for index in self.struck]

    @cached_property
    def struck_by_pitch(self) -> dict[int, list[int]]:
        """The strokes of each key, by their notes."""
        found: dict[int, list[int]] = {}
        for index in self.struck:
            found.setdefault(self.pitches[index], []).append(index)
        return found

    @cached_property
    def chords(self) -> list[tuple[int, int]]:
        """Slices of `struck` that belong to one moment, where there are several."""
        spans: list[tuple[int, int]] = []
        start = 0
        for moment in self.slices:
            end = start + sum(index not in self.unisons for index in moment)
            if end - start > 1:
                spans.append((start, end))
            start = end
        return spans

    @cached_property
    def hands(self) -> dict[int, tuple[int, int]]:
        """The lowest and the highest key of each staff."""
        found: dict[int, tuple[int, int]] = {}
        for note, key in zip(self.notes, self.pitches, strict=True):
            low, high = found.get(note.staff, (key, key))
            found[note.staff] = min(low, key), max(high, key)
        return found

    @cached_property
    def ornamented(self) -> list[int]:
        """The notes with an ornament over them."""
        return [index for index, note in enumerate(self.notes) if note.ornament]

    @cached_property
    def grace_moments(self) -> frozenset[int]:
        """The moments of grace notes."""
        return frozenset(self.slice_of[index] for index, note in enumerate(self.notes) if note.grace)

    @cached_property
    def after_fermatas(self) -> frozenset[int]:
        """The moments with which notes under a fermata end: the player says when they come."""
        ends = [note.onset + note.duration for note in self.notes if note.fermata]
        starts = [self.notes[indices[0]].onset for indices in self.slices] if ends else []
        return frozenset(bisect_left(starts, end) for end in ends)

    @cached_property
    def levels(self) -> frozenset[int]:
        """The dynamics that are written."""
        return frozenset(note.dynamic for note in self.notes) - {0}

    @cached_property
    def is_shaded(self) -> bool:
        """Whether anything is written that is louder or softer than something else."""
        return len(self.levels) > 1 or any(note.hairpin or note.accent for note in self.notes)

    @cached_property
    def kept(self) -> dict[object, tuple[list[int], ...]]:
        """What others work out once for this score and ask again, by their own key."""
        return {}

    @cached_property
    def times(self) -> list[int]:
        """Expected onset of each moment in microseconds at the written tempo, strictly rising."""
        at = [self.at(self.notes[indices[0]].onset) for indices in self.slices]
        for moment in range(len(at) - 1, 0, -1):
            if self.notes[self.slices[moment - 1][0]].grace:
                at[moment - 1] = at[moment] - GRACE
        for moment in range(1, len(at)):
            at[moment] = max(at[moment], at[moment - 1] + 1)
        return at

    @cached_property
    def onsets(self) -> list[int]:
        """Expected onset of each note in microseconds at the written tempo."""
        return [self.times[moment] for moment in self.slice_of]

    @cached_property
    def lengths(self) -> list[int]:
        """Expected length of each note in microseconds at the written tempo."""
        return [self.at(note.onset + note.duration) - self.at(note.onset) for note in self.notes]

    @cached_property
    def free_lengths(self) -> list[bool]:
        """Whether nobody can say how long each note's key must be down."""
        return [note.length_is_free for note in self.notes]

    @cached_property
    def gaps(self) -> list[int]:
        """For each moment, microseconds to the nearest other one that is no grace note; 0 where there is none."""
        real = [moment for moment, notes in enumerate(self.slices) if not self.notes[notes[0]].grace]
        gaps = [0] * len(self.slices)
        steps = [self.times[b] - self.times[a] for a, b in pairwise(real)]
        for place, moment in enumerate(real):
            near = steps[max(0, place - 1) : place + 1]
            gaps[moment] = min(near) if near else 0
        return gaps

    @cached_property
    def _tempo_marks(self) -> tuple[list[int], list[int]]:
        """Ticks of the tempo changes and the microseconds at which they come."""
        ticks, at = [0], [0]
        for (start, tempo), (end, _) in pairwise(self.tempi):
            ticks.append(end)
            at.append(at[-1] + micros(end - start, tempo))
        return ticks, at

    def at(self, tick: int) -> int:
        """Microseconds from the beginning of the score to a tick, at the written tempo."""
        ticks, at = self._tempo_marks
        place = bisect_right(ticks, tick) - 1
        return at[place] + micros(tick - ticks[place], self.tempi[place][1])

    def beat_at(self, tick: int) -> int:
        """Microseconds of a beat at a tick, at the written tempo."""
        ticks, _ = self._tempo_marks
        return micros(self.beat, self.tempi[bisect_right(ticks, tick) - 1][1])

    @cached_property
    def beats(self) -> list[int]:
        """Microseconds of a beat at each moment, at the written tempo."""
        return [self.beat_at(self.notes[indices[0]].onset) for indices in self.slices]

    def with_tempo(self, tempo: int) -> Score:
        """The same notes at one steady tempo (microseconds of a quarter), as a click gives it."""
        return Score(self.notes, ((0, tempo),), self.beat, self.fifths)


def score_of(
    notes: Iterable[ScoreNote],
    tempi: Iterable[tuple[int, int]] = ((0, DEFAULT_TEMPO),),
    beat: int = QUARTER,
    fifths: int = 0,
) -> Score:
    """Notes sorted into playing order: by onset, grace notes first, then by pitch. Raises ScoreError."""
    ordered = tuple(sorted(notes, key=_playing_order))
    if not ordered:
        raise ScoreError("The score holds no notes.")
    if len(ordered) > MOST_NOTES:
        raise ScoreError(f"The score holds more than {MOST_NOTES:,} notes.")
    for note in ordered:
        if note.onset < 0 or note.duration < 0 or not 0 <= note.pitch.midi <= 127:
            raise ScoreError(f"Note {note.note_id[:40]} lies outside what a keyboard can play.")
    if len({note.note_id for note in ordered}) < len(ordered):
        raise ScoreError("Two notes of the score have the same id.")
    marks = dict(sorted(tempi, key=lambda mark: mark[0]))
    marks = {0: DEFAULT_TEMPO} | marks
    if any(tick < 0 or not 10_000 <= tempo <= 20_000_000 for tick, tempo in marks.items()):
        raise ScoreError("The score asks for an impossible tempo.")
    return Score(ordered, tuple(sorted(marks.items())), beat, fifths)


def _playing_order(note: ScoreNote) -> tuple[int, bool, int, str]:
    # Grace notes keep the order of their ids' making: the sort is stable, so their pitch must not count.
    return note.onset, not note.grace, 0 if note.grace else note.pitch.midi, "" if note.grace else note.note_id
