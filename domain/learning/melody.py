"""Short melodies of videos and listening pieces: pitches as names with their length in beats, such as `C4:1`."""

from __future__ import annotations

from collections.abc import Iterable

from domain.music.pitch import MusicError, pitch

_MINUTE = 60_000_000
_LONGEST_BEATS = 16.0


class MelodyError(ValueError):
    """A note that cannot be read; the text names it."""


def timed(melody: Iterable[str], tempo: int) -> tuple[tuple[int, int, int], ...]:
    """(when, how long, MIDI pitch) of each note in microseconds; `tempo` in beats a minute. `R:1` is a rest.

    Raises MelodyError.
    """
    at, beat = 0, _MINUTE // max(1, tempo)
    notes = []
    for written in melody:
        name, _, beats = written.partition(":")
        length = round(_beats(beats, written) * beat)
        if name != "R":
            notes.append((at, length, _midi(name, written)))
        at += length
    return tuple(notes)


def _beats(text: str, written: str) -> float:
    try:
        beats = float(text or "1")
    except ValueError as error:
        raise MelodyError(f"{written[:20]} has no length such as 1 or 0.5") from error
    if not 0 < beats <= _LONGEST_BEATS:
        raise MelodyError(f"{written[:20]} lasts no time that can be played")
    return beats


def _midi(name: str, written: str) -> int:
    try:
        return pitch(name).midi
    except MusicError as error:
        raise MelodyError(f"{written[:20]} is no note such as C4:1") from error
