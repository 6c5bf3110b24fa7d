"""Measuring how late a machine is: beats that are heard or seen, and the keys that are struck along with them."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.stage.running import Sounding
from domain.games.picture import Sound
from domain.games.tapping import CLICK_CHANNEL, STRONG_CLICK, WEAK_CLICK
from domain.music.calibration import TAPS, calibrate
from domain.music.note import Note, Pedal
from domain.records.progress import MOST_SOUND_OFFSET

# Beats to listen to before the taps count, and the time from one to the next (µs): an offset of up to half of it can be
# told, which is more than any machine is late by.
LISTEN, GAP = 4, 850_000
# From the start to the first beat, and after the last one (µs).
LEAD, TAIL = 700_000, 700_000
CLICK_LENGTH = 60_000
assert GAP // 2 > MOST_SOUND_OFFSET


class Cue(StrEnum):
    """What one taps along with."""

    SOUND = "sound"
    PICTURE = "picture"


class TappingAlong(QObject):
    """One measurement from `start` to `done`. `note` may be called from any thread; taps make no sound of their own,
    which would come late too. `done` carries a `Calibrated`, or None where the taps say nothing.

    `now_us` is the program's monotonic clock. A beat that is seen counts from when it is told to be shown, as every
    picture of a game does; one that is heard from when it was scheduled, as every click of a game is.
    """

    # The number of the beat that comes now, from 0.
    beat = Signal(int)
    # How many taps were heard so far.
    tapped = Signal(int)
    done = Signal(object)
    _arrived = Signal()

    def __init__(self, *, cue: Cue, sound: Sounding, now_us: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cue, self._sound, self._now = cue, sound, now_us
        self._taps: list[int] = []
        self._beats: list[int] = []
        self._begun_at = 0
        self._running = False
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._due)
        self._arrived.connect(self._tell_taps, Qt.ConnectionType.QueuedConnection)

    @property
    def beats(self) -> int:
        """How many beats there are: some to listen to, then those to tap with."""
        return LISTEN + TAPS

    def start(self) -> None:
        """Begin; beats are heard or told from now on."""
        self._taps, self._beats = [], []
        self._sound.wake()
        self._begun_at = self._now()
        self._running = True
        if self._cue is Cue.SOUND:
            self._sound.play([_click(number) for number in range(self.beats)])
        self._arm()

    def stop(self) -> None:
        """Give up; nothing is told any more."""
        self._running = False
        self._timer.stop()
        self._sound.stop()

    def note(self, note: Note) -> None:
        """A key: only going down counts."""
        if self._running and note.velocity:
            self._taps.append(note.at)
            self._arrived.emit()

    def pedal(self, pedal: Pedal) -> None:
        """The pedal says nothing here."""

    def keyboard_lost(self, name: str) -> None:
        """What was tapped stays; too few taps are told as such."""

    def keyboard_found(self, name: str) -> None:
        """It may be tapped on again."""

    def _moment(self, number: int) -> int:
        return self._begun_at + LEAD + number * GAP

    def _arm(self) -> None:
        following = len(self._beats)
        due = self._moment(following) if following < self.beats else self._moment(self.beats - 1) + TAIL
        self._timer.start(max(0, -((self._now() - due) // 1000)))

    def _due(self) -> None:
        number = len(self._beats)
        if number >= self.beats:
            self._end()
            return
        self._beats.append(self._moment(number) if self._cue is Cue.SOUND else self._now())
        self.beat.emit(number)
        self._arm()

    def _end(self) -> None:
        self._running = False
        counted = self._beats[LISTEN:]
        first = counted[0] - GAP // 2
        self.done.emit(calibrate([tap for tap in self._taps if tap >= first], counted))

    def _tell_taps(self) -> None:
        self.tapped.emit(len(self._taps))


def _click(number: int) -> Sound:
    strong = number % 4 == 0
    return Sound(
        pitch=STRONG_CLICK if strong else WEAK_CLICK,
        velocity=110 if strong else 84,
        after=LEAD + number * GAP,
        length=CLICK_LENGTH,
        channel=CLICK_CHANNEL,
    )
