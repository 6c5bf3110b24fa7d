"""A line of music as text: `C4:4 D4:8 E4:8 | F4:2.`, pitches with note values, `r:4` a rest, bars between `|`."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import msgspec

from domain.games.question import Notation
from domain.games.rhythms import Value, cell, metre, quarter_micros, ticks_of
from domain.music.key import KeySignature
from domain.music.mei import GRAND, Written, note, rest
from domain.music.pitch import Pitch, pitch
from domain.music.rhythm import Metre, durations_of, micros
from domain.music.score import Score, ScoreNote, score_of


class Tune(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A melody with its origin. `notes` is the upper staff, `lower` the left hand where there is one.

    `composer`, `source` and `year` say where it comes from; all of ours are in the public domain. They were written
    down from memory; `compared` names the second source that the notes were compared with, empty where none was found.
    """

    title: str
    notes: str
    lower: str = ""
    composer: str = "traditional"
    source: str = ""
    year: int = 0
    compared: str = ""
    metre: str = "4/4"
    fifths: int = 0
    bpm: int = 72
    clef: str = "treble"

    def __post_init__(self) -> None:
        """Raises ValueError where a bar is not full, or hands differ in length."""
        time = metre(self.metre)
        for staff in (self.notes, self.lower):
            check_bars(staff, time, self.title)
        if self.lower and ticks_of_line(self.notes) != ticks_of_line(self.lower):
            raise ValueError(f"`{self.title}`: the hands do not end together")


class Sung(msgspec.Struct, frozen=True):
    """One note or rest of a line."""

    value: Value
    pitch: Pitch | None


@lru_cache(maxsize=512)
def line(text: str) -> tuple[Sung, ...]:
    """The notes of a line. Raises ValueError for what is none."""
    return tuple(_sung(token) for token in text.split() if token != "|")


def _sung(token: str) -> Sung:
    name, colon, value = token.partition(":")
    if not colon:
        raise ValueError(f"`{token}` is no note such as C4:4")
    silent = name == "r"
    (written,) = cell(f"r{value}" if silent else value)
    return Sung(written, None if silent else pitch(name))


def ticks_of_line(text: str) -> int:
    """The length of a line."""
    return ticks_of(tuple(each.value for each in line(text)))


def check_bars(text: str, time: Metre, title: str) -> None:
    """Raises ValueError where a bar between two lines is not full; the first may be an upbeat, the last its rest."""
    bars = [ticks_of(tuple(each.value for each in line(bar))) for bar in text.split("|") if bar.strip()]
    for number, length in enumerate(bars, 1):
        outer = number in (1, len(bars)) and len(bars) > 1 and bars[0] + bars[-1] == time.ticks
        if length != time.ticks and not outer:
            raise ValueError(f"`{title}`: bar {number} does not hold {time.beats}/{time.unit}")


def upbeat(tune: Tune) -> int:
    """Ticks before the first full bar."""
    time = metre(tune.metre)
    first = ticks_of_line(tune.notes.split("|")[0])
    return first if first < time.ticks else 0


@lru_cache(maxsize=256)
def notation(tune: Tune) -> Notation:
    """The tune on its staff or staves. An upbeat is led in by rests, so that the bar lines fall right."""
    time = metre(tune.metre)
    missing = time.ticks - upbeat(tune) if upbeat(tune) else 0
    upper = _written(tune.notes, "n", missing)
    lower = _written(tune.lower, "l", missing) if tune.lower else ()
    return Notation(
        items=upper,
        lower=lower,
        clef=GRAND if lower else tune.clef,
        key=KeySignature(tune.fifths),
        metre=time,
    )


def _written(text: str, prefix: str, missing: int) -> tuple[Written, ...]:
    lead = tuple(rest(duration) for duration in durations_of(missing)) if missing else ()
    return (*lead, *(_item(each, f"{prefix}{n}") for n, each in enumerate(line(text))))


def _item(each: Sung, note_id: str) -> Written:
    if each.pitch is None:
        return rest(each.value.duration, note_id)
    return note(each.pitch, each.value.duration, note_id)


@lru_cache(maxsize=256)
def score(tune: Tune, bpm: int) -> Score:
    """The tune as the judge reads it, at `bpm` of the metre's beat."""
    notes = [*_score_notes(tune.notes, "n", 1), *_score_notes(tune.lower, "l", 2)]
    time = metre(tune.metre)
    return score_of(notes, [(0, quarter_micros(bpm, time))], time.beat, tune.fifths)


def _score_notes(text: str, prefix: str, staff: int) -> list[ScoreNote]:
    at, notes = 0, []
    for n, each in enumerate(line(text)):
        length = each.value.duration.ticks
        if each.pitch is not None:
            notes.append(ScoreNote(note_id=f"{prefix}{n}", pitch=each.pitch, onset=at, duration=length, staff=staff))
        at += length
    return notes


def ends(tune: Tune, bpm: int) -> int:
    """µs from the first note to the end of the tune."""
    return micros(ticks_of_line(tune.notes), quarter_micros(bpm, metre(tune.metre)))


def difficulty(tune: Tune) -> int:
    """How hard a tune is to read, measured from its notes: a number to sort by, higher is harder.

    Counts, per hundred notes, what readers stumble over: leaps wider than a third, values shorter than an eighth, dots,
    rests and signs at the clef; then the range beyond five fingers and the notes a minute, and a second hand.
    """
    sung = line(tune.notes)
    pitches = [each.pitch for each in sung if each.pitch is not None]
    leaps = sum(abs(high.diatonic - low.diatonic) > 2 for low, high in pairwise(pitches))
    values = [each.value for each in sung]
    odd = sum(value.duration.value >= 16 or value.duration.dots > 0 or value.silent for value in values)
    altered = sum(bool(each.alter) for each in pitches)
    reach = max(each.diatonic for each in pitches) - min(each.diatonic for each in pitches)
    a_minute = 60_000_000 * len(pitches) // max(1, ends(tune, tune.bpm))
    per_hundred = 100 * (2 * leaps + odd + altered) // len(pitches)
    return per_hundred + 8 * max(0, reach - 4) + a_minute // 4 + (60 if tune.lower else 0)
