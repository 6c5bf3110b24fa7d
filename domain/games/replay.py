"""A recorded performance played through the same machine again: live and replayed results are equal.

The stage calls the machine in this order: before an event at time t every tick that was asked for (`wake_at` ≤ t), each
at exactly the time it asked for. So does this.
"""

from __future__ import annotations

from collections.abc import Iterable

from domain.games import ALL
from domain.games.catalogue import Catalogue
from domain.games.game import Outcome, PlayableGame
from domain.games.picture import Picture
from domain.music.note import Note, Pedal
from domain.records.progress import CHOICE, PEDAL, RawEvent

# A duration is kept in whole milliseconds, and the last tick may lie a moment behind the last event.
SLACK = 1_000_000


class UnknownStageError(LookupError):
    """This catalogue does not have the stage, or not the family that plays it."""


class UnfinishedError(ValueError):
    """The performance ends before the game does."""


def advanced(game: PlayableGame, picture: Picture, to: int) -> Picture:
    """The picture after every tick that is due until `to`, each at its own time."""
    while picture.wake_at is not None and picture.wake_at <= to:
        due = picture.wake_at
        picture = game.tick(due)
        if picture.wake_at == due:
            raise RuntimeError("a game asked twice for the same tick")
    return picture


def handed(game: PlayableGame, picture: Picture, event: RawEvent) -> Picture:
    """The picture after one raw event. A choice that the picture does not show changes nothing."""
    at, pitch, value = event
    if pitch == PEDAL:
        return game.pedal(Pedal(value, at))
    if pitch == CHOICE:
        shown = 0 <= value < len(picture.choices)
        return game.choose(picture.choices[value].choice_id, at) if shown else picture
    return game.play(Note(pitch, value, at))


def replayed(game: PlayableGame, events: Iterable[RawEvent], duration: int) -> Outcome:
    """The outcome of a performance. `events` and `duration` are microseconds since the attempt began.

    Raises UnfinishedError where the game was not over by then.
    """
    picture = game.begin(0)
    for event in events:
        picture = handed(game, advanced(game, picture, event[0]), event)
    advanced(game, picture, duration + SLACK)
    outcome = game.outcome()
    if outcome is None:
        raise UnfinishedError("the performance ends before the game does")
    return outcome


def replay(
    catalogue: Catalogue, stage_id: str, seed: int, level: int, events: Iterable[RawEvent], duration: int, late: int = 0
) -> Outcome:
    """The outcome of a recorded attempt at a stage, without drawing anything. Times are microseconds.

    `late` is the `sound_offset` that was recorded with the performance, so that it is judged as it was.

    Raises UnknownStageError for what this catalogue does not have, UnfinishedError where the performance is not a whole
    game.
    """
    found = catalogue.stage(stage_id)
    if found is None or found[0].family not in ALL:
        raise UnknownStageError(stage_id)
    entry, stage = found
    return replayed(ALL[entry.family](entry, stage, seed, level, draw=False, late=late), events, duration)
