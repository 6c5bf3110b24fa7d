"""Beats as they are seen: the click's picture for whoever cannot hear it, and the count-in after a pause."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from domain.games.picture import Phase, Picture, Pulse, Sound
from domain.games.tapping import CLICK_CHANNEL, STRONG_CLICK, WEAK_CLICK

MILLISECOND = 1_000
# Where nothing is played in time but time runs out: three calm beats before it goes on.
CALM, CALM_BEATS = 700_000, 3
# How long a click sounds (µs).
CLICK_LENGTH = 60_000


class Beat(msgspec.Struct, frozen=True):
    """One beat: its number in the bar from 1 on, beats a bar, and whether it is counted in or played."""

    number: int
    of: int
    counted_in: bool


class LeadIn(msgspec.Struct, frozen=True):
    """What is counted before a paused game goes on. Times are µs from its first beat; the game goes on at `lasts`."""

    times: tuple[int, ...]
    beats: tuple[Beat, ...]
    lasts: int

    def clicks(self) -> tuple[Sound, ...]:
        """Each beat as a click."""
        return tuple(
            Sound(
                pitch=STRONG_CLICK if beat.number == 1 else WEAK_CLICK,
                velocity=100,
                after=after,
                length=CLICK_LENGTH,
                channel=CLICK_CHANNEL,
            )
            for after, beat in zip(self.times, self.beats, strict=True)
        )


def lead_in(picture: Picture, at: int) -> LeadIn | None:
    """What to count before a game that stands still at game time `at` goes on; None where nothing is pressing.

    In music the last bar's beats before that moment come once more, so that the beat goes on as if nothing had been.
    """
    pulse = picture.pulse
    if pulse is not None:
        last = (at - 1 - pulse.bar_line) // pulse.length
        counted = range(last - pulse.per_bar + 1, last + 1)
        start = pulse.bar_line + counted[0] * pulse.length
        return LeadIn(
            tuple((n - counted[0]) * pulse.length for n in counted),
            tuple(Beat(n % pulse.per_bar + 1, pulse.per_bar, True) for n in counted),
            at - start,
        )
    if picture.time_left is None or picture.phase is Phase.OVER:
        return None
    beats = range(CALM_BEATS)
    return LeadIn(
        tuple(n * CALM for n in beats), tuple(Beat(n + 1, CALM_BEATS, True) for n in beats), CALM_BEATS * CALM
    )


class Beats(QObject):
    """Says each beat when it comes (`struck`), on the GUI thread. It is only seen: nothing is judged by it."""

    # Beat, or None when nothing beats any more.
    struck = Signal(object)

    def __init__(self, game_time: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._game_time = game_time
        self._pulse: Pulse | None = None
        self._leading: list[tuple[int, Beat]] = []
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._strike)

    def follow(self, pulse: Pulse | None) -> None:
        """Another pulse, or none; the same one again changes nothing."""
        if pulse is self._pulse:
            return
        self._pulse = pulse
        self._strike()

    def hold(self) -> None:
        """Time stands still."""
        self._timer.stop()
        self._leading = []

    def go_on(self) -> None:
        """Time runs again."""
        self._leading = []
        self._strike()

    def lead(self, counted: LeadIn) -> None:
        """Say the beats of a count-in while the game stands still."""
        self._leading = list(zip(counted.times, counted.beats, strict=True))
        self._count()

    def _count(self) -> None:
        at, beat = self._leading.pop(0)
        self.struck.emit(beat)
        if self._leading:
            self._timer.start((self._leading[0][0] - at) // MILLISECOND)

    def _strike(self) -> None:
        if self._leading:
            self._count()
            return
        pulse = self._pulse
        if pulse is None:
            self._timer.stop()
            self.struck.emit(None)
            return
        now = self._game_time()
        n = (now - pulse.bar_line) // pulse.length
        begins = pulse.bar_line + n * pulse.length
        self.struck.emit(Beat(n % pulse.per_bar + 1, pulse.per_bar, begins < pulse.at))
        following = begins + pulse.length
        self._timer.start(-((now - following) // MILLISECOND))
