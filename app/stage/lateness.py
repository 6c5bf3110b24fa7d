"""How late this machine is: what was measured for one keyboard with one way to sound, and what its plays say since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from domain.records.progress import MOST_SOUND_OFFSET

if TYPE_CHECKING:
    from domain.games.game import JudgedNote

# A play with fewer notes against a click says nothing about the machine.
LEAST_NOTES = 6


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """Microseconds by which taps come late (negative: early), against a click and against a picture; None: unmeasured.

    `leans` are the middle offsets of the latest plays, newest last, after `sound` or `picture` was taken off.
    """

    sound: int | None = None
    picture: int | None = None
    leans: tuple[int, ...] = ()

    def late(self, *, silent: bool) -> int:
        """What to take off: a machine that makes no sound is followed by eye."""
        measured = self.picture if silent else self.sound
        return measured or 0

    @property
    def offered(self) -> int | None:
        """A shift that the latest plays suggest, all leaning the same way."""
        # The settings are read before the first page is painted, long before anybody is judged.
        from domain.music.calibration import shift_to_offer

        return shift_to_offer(self.leans)


def bounded(offset: int) -> int:
    """An offset that no judge refuses."""
    return max(-MOST_SOUND_OFFSET, min(MOST_SOUND_OFFSET, offset))


def after_play(timing: Timing, notes: Sequence[JudgedNote]) -> Timing:
    """The timing with one more play remembered; one with too few timed notes changes nothing."""
    from domain.music.calibration import PLAYS
    from domain.music.timeline import median

    offsets = [note.offset for note in notes if note.offset is not None]
    if len(offsets) < LEAST_NOTES:
        return timing
    return msgspec.structs.replace(timing, leans=(*timing.leans, median(offsets))[-PLAYS:])


def measured(timing: Timing, *, silent: bool, offset: int | None) -> Timing:
    """The timing with a new offset, in whole milliseconds and within bounds; None forgets it. Leans begin anew."""
    kept = None if offset is None else bounded(offset) // 1000 * 1000
    return msgspec.structs.replace(timing, leans=(), **{"picture" if silent else "sound": kept})
