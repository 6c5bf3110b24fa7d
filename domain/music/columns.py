"""Raw events as columns: which key went down when, how hard, and when it was let go; and the pedal.

Compiled where that was built (`fast_judge`); the types are in the file of the same name that ends in `.pxd`.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.records.progress import PEDAL, RawEvent

# From here on a sustain pedal holds (MIDI 1.0: 0-63 off, 64-127 on).
PEDAL_DOWN = 64
NONE = -1

Columns = tuple[list[int], list[int], list[int], list[int], list[tuple[int, bool]]]


def columns(events: Sequence[RawEvent]) -> Columns:
    """Onsets, pitches, velocities, releases (-1: never) and changes of the pedal, as `Played` holds them.

    Velocity 0 is a release. A key struck again while it is down is let go first. Other kinds of event are left out.
    """
    onsets: list[int] = []
    pitches: list[int] = []
    velocities: list[int] = []
    releases: list[int] = []
    pedal: list[tuple[int, bool]] = []
    keys, none, down, first, together = PEDAL, NONE, False, True, False
    held = [none] * keys
    before = before_key = before_force = NONE
    for at, pitch, velocity in events:
        # Compiled, these are numbers of C to reckon with; what is kept are the objects that came.
        now, key, force = at, pitch, velocity
        if now <= before and not first:
            together = True
            if (now, key, force) < (before, before_key, before_force):
                # Sorted as they are, a release (velocity 0) comes before a stroke of the same key at the same moment.
                return columns(sorted(events))
        before, before_key, before_force, first = now, key, force, False
        if 0 <= key < keys:
            place = held[key]
            if place >= 0:
                releases[place] = at
                held[key] = none
            if force:
                held[key] = len(onsets)
                onsets.append(at)
                pitches.append(pitch)
                velocities.append(velocity)
                releases.append(none)
        elif key == keys and (force >= PEDAL_DOWN) != down:
            down = not down
            pedal.append((at, down))
    if together:
        _twins(onsets, pitches, velocities, releases)
    return onsets, pitches, velocities, releases, pedal


def _twins(onsets: list[int], pitches: list[int], velocities: list[int], releases: list[int]) -> None:
    """Of equal strokes of one key at one moment the one that was never let go comes first."""
    for place in range(len(onsets) - 1, 0, -1):
        before, now = onsets[place - 1], onsets[place]
        if now != before or releases[place] >= releases[place - 1]:
            continue
        if pitches[place] == pitches[place - 1] and velocities[place] == velocities[place - 1]:
            releases[place - 1], releases[place] = releases[place], releases[place - 1]
