"""How this machine's keyboards and its sound are set up, as `Rooms` hands it to the views. Remembered per machine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from app.midi.state import KeyboardSettings, MidiPort
from app.settings import SettingsFile
from app.sound.state import Instrument
from app.stage.desk import Desk
from app.stage.lateness import Timing, after_play, measured
from app.stage.tapping_along import Cue, TappingAlong
from app.views.tuning_rooms import Pair, TuningRooms
from domain.games.game import JudgedNote

# The keyboard's name of those who play on the screen or with the computer's keys.
SCREEN = "screen"
SILENT = "silent"


class Tuning:
    """One machine's port, synthesiser and desk, with what was set and measured for them."""

    def __init__(
        self,
        *,
        port: MidiPort,
        synth: Instrument,
        desk: Desk,
        settings: SettingsFile,
        steady: Callable[[], int],
    ) -> None:
        self._port, self._synth, self._desk = port, synth, desk
        self._settings, self._steady = settings, steady

    def rooms(self) -> TuningRooms:
        """What views may call."""
        return TuningRooms(
            choose=self._port.choose,
            audition=self._port.audition,
            recent=self._port.recent,
            keys_of=self._keys_of,
            use=self._use,
            sound=lambda: self._synth.state,
            pair=self.pair,
            tap_along=self._tap_along,
            keep_offset=self.keep_offset,
        )

    def pair(self) -> Pair:
        """The keyboard and the way to sound that are in use now, with what was measured for the two."""
        keyboard, output = self._keyboard(), self._output()
        timing = self._settings.now.timing.get(f"{keyboard}|{output}", Timing())
        return Pair(keyboard="" if keyboard == SCREEN else keyboard, silent=output == SILENT, timing=timing)

    def late(self) -> int:
        """Microseconds to take off in the next attempt."""
        pair = self.pair()
        return pair.timing.late(silent=pair.silent)

    def played(self, notes: Sequence[JudgedNote]) -> None:
        """Remember how a play leaned against the click."""
        timing = self.pair().timing
        leaned = after_play(timing, notes)
        if leaned != timing:
            self._keep(leaned)

    def keep_offset(self, cue: Cue, offset: int | None) -> Pair:
        """Keep a measured offset in microseconds, durably; None forgets it. The pair as it stands now."""
        self._keep(measured(self.pair().timing, silent=cue is Cue.PICTURE, offset=offset))
        return self.pair()

    def _keep(self, timing: Timing) -> None:
        key = f"{self._keyboard()}|{self._output()}"
        self._settings.keep(timing={**self._settings.now.timing, key: timing})

    def _keyboard(self) -> str:
        used = [each.name for each in self._port.state.keyboards if each.used]
        return used[0] if used else SCREEN

    def _output(self) -> str:
        state = self._synth.state
        return state.driver or "sound" if state.on or state.loading else SILENT

    def _keys_of(self, keyboard: str) -> KeyboardSettings:
        return self._settings.now.keys.get(keyboard, KeyboardSettings())

    def _use(self, keyboard: str, keys: KeyboardSettings) -> None:
        self._settings.keep(keys={**self._settings.now.keys, keyboard: keys})
        self._port.use(keys, keyboard)

    def _tap_along(self, cue: Cue, parent: QObject) -> TappingAlong:
        run = TappingAlong(cue=cue, sound=self._synth, now_us=self._steady, parent=parent)
        self._desk.take(run)
        parent.destroyed.connect(partial(self._desk.leave, run))
        run.done.connect(lambda _: self._desk.leave(run))
        return run
