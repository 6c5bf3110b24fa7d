"""A clock over an attempt told again: plays, pauses, seeks, slows down, and lets it sound."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from app.stage.running import Sounding
from domain.games.picture import Sound
from domain.games.retelling import Due, Press, Retold
from domain.music.note import HIGHEST

# How often what shows may move, in milliseconds.
_FRAME = 33
SPEEDS = (100, 75, 50)
_SOFTEST = 24


class Hearing(StrEnum):
    """What sounds: what was played, or the same as it was written."""

    PLAYED = "played"
    WRITTEN = "written"


class Replaying(QObject):
    """Belongs to the GUI thread. `moved` tells the place in microseconds of the attempt, `changed` all else."""

    moved = Signal(int)
    changed = Signal()

    def __init__(
        self, retold: Retold, *, sound: Sounding, now_us: Callable[[], int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._retold, self._sound, self._now = retold, sound, now_us
        self._place, self._since = 0, 0
        self._running = False
        self._speed = SPEEDS[0]
        self._hearing = Hearing.PLAYED
        self._timer = QTimer(self, interval=_FRAME)
        self._timer.timeout.connect(self._tick)

    @property
    def retold(self) -> Retold:
        """What is told."""
        return self._retold

    @property
    def running(self) -> bool:
        """Whether time goes on."""
        return self._running

    @property
    def speed(self) -> int:
        """In percent of the tempo in which it was played."""
        return self._speed

    @property
    def hearing(self) -> Hearing:
        """What sounds."""
        return self._hearing

    @property
    def at(self) -> int:
        """The place, in microseconds of the attempt."""
        if not self._running:
            return self._place
        return min(self._retold.length, self._place + (self._now() - self._since) * self._speed // 100)

    def play(self) -> None:
        """Go on, from the beginning where it had ended."""
        if self._running:
            return
        if self._place >= self._retold.length:
            self._place = 0
        self._sound.wake()
        self._go()
        self.changed.emit()

    def pause(self) -> None:
        """Stand still, and be silent."""
        if self._running:
            self._halt()
            self.changed.emit()

    def seek(self, at: int) -> None:
        """Go to a place; what was running goes on from there."""
        was_running = self._running
        self._halt()
        self._place = max(0, min(at, self._retold.length))
        if was_running:
            self._go()
        self.moved.emit(self._place)

    def set_speed(self, percent: int) -> None:
        """Slower, or as it was. Raises ValueError for a speed that is not offered."""
        if percent not in SPEEDS:
            raise ValueError(f"{percent} is none of the speeds")
        self._again(lambda: setattr(self, "_speed", percent))

    def hear(self, hearing: str) -> None:
        """Let the one or the other sound. Raises ValueError for what is neither."""
        wanted = Hearing(hearing)
        self._again(lambda: setattr(self, "_hearing", wanted))

    def stop(self) -> None:
        """The page is left."""
        self._halt()

    def _again(self, change: Callable[[], object]) -> None:
        was_running = self._running
        self._halt()
        change()
        if was_running:
            self._go()
        self.changed.emit()

    def _go(self) -> None:
        self._running, self._since = True, self._now()
        self._sound.play(self.sounds_from(self._place))
        self._timer.start()

    def _halt(self) -> None:
        self._place = self.at
        if self._running:
            self._running = False
            self._timer.stop()
            self._sound.stop()

    def _tick(self) -> None:
        at = self.at
        self.moved.emit(at)
        if at >= self._retold.length:
            self._halt()
            self.changed.emit()

    def sounds_from(self, place: int) -> list[Sound]:
        """What is still to sound from a place on, `after` counted from now and in the speed that is set."""
        keys = self._retold.played if self._hearing is Hearing.PLAYED else self._retold.written
        due = [*(_sounding(press) for press in keys if press.pitch <= HIGHEST), *self._retold.sounds]
        return [self._slowed(each, place) for each in sorted(due, key=lambda d: d.at) if each.at >= place]

    def _slowed(self, due: Due, place: int) -> Sound:
        sound = due.sound
        return Sound(
            pitch=sound.pitch,
            velocity=sound.velocity,
            after=(due.at - place) * 100 // self._speed,
            length=max(1, sound.length * 100 // self._speed),
            channel=sound.channel,
        )


def _sounding(press: Press) -> Due:
    velocity = max(_SOFTEST, press.velocity)
    return Due(press.at, Sound(pitch=press.pitch, velocity=velocity, after=0, length=press.length))
