"""What views may call to look back: attempts told again, what waits to be listened to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

if TYPE_CHECKING:
    # A window needs to know what it may call long before anybody looks back, and these import every game.
    from collections.abc import Callable
    from concurrent.futures import Future

    from PySide6.QtCore import QObject, SignalInstance

    from app.store.community_readings import WorldPage
    from app.store.looking_readings import DoubtCard, Replay
    from app.store.readings import Account, AttemptRow
    from domain.games.retelling import Retold
    from domain.learning.heat import HeatMap


class ReplayClock(Protocol):
    """What the replay page needs of `app.stage.replaying.Replaying`. The annotated names are Qt signals."""

    moved: SignalInstance
    changed: SignalInstance

    @property
    def running(self) -> bool:
        """Whether time goes on."""

    @property
    def at(self) -> int:
        """The place, in microseconds of the attempt."""

    @property
    def speed(self) -> int:
        """In percent."""

    @property
    def hearing(self) -> str:
        """`played` or `written`."""

    def play(self) -> None:
        """Go on."""

    def pause(self) -> None:
        """Stand still."""

    def seek(self, at: int) -> None:
        """Go to a place."""

    def set_speed(self, percent: int) -> None:
        """100, 75 or 50."""

    def hear(self, hearing: str) -> None:
        """`played` or `written`."""

    def stop(self) -> None:
        """The page is left."""


class LookingRooms(msgspec.Struct, frozen=True, kw_only=True):
    """Functions that answer with a Future of a reading. Failures carry a `say` where one is known."""

    # (account, attempt_id).
    replay: Callable[[Account, str], Future[Replay]]
    replaying: Callable[[Retold, QObject], ReplayClock]
    # (account, student_id, class_id): one of the two; a student's own is theirs alone.
    heat: Callable[[Account, str | None, str | None], Future[HeatMap]]
    # A student's own latest plays.
    plays: Callable[[Account], Future[tuple[AttemptRow, ...]]]
    # The world board of a stage (account, stage_id): asked of the centre, without contact as it was last.
    world: Callable[[Account, str], Future[WorldPage]]
    # What the staff is asked to listen to, newest first; those already decided follow.
    to_listen: Callable[[Account], Future[tuple[DoubtCard, ...]]]
    # (account, attempt_id, whether it counts, an id of `domain.community.listening.words_for`).
    decide_doubt: Callable[[Account, str, bool, str], Future[tuple[DoubtCard, ...]]]
