"""The port: finds the keyboards, remembers the chosen ones, notices when one is pulled out and when it comes back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence

from app.midi.driver import Driver, KeyboardGoneError, MidiUnavailableError, OpenKeyboard
from app.midi.hearing import Hearing
from app.midi.naming import Naming, is_twin, wanted
from app.midi.state import HeardMessage, Keyboard, KeyboardSettings, PortState
from domain.music.note import Note, Pedal
from domain.music.say import Say

# A look costs 0.02 ms; a pulled plug is noticed within this time, in seconds.
LOOK_EVERY = 0.1
# Where there is no sequencer, asking is dearer and nothing is urgent.
RETRY_EVERY = 2.0


class Port:
    """Real keyboards. Notes arrive on the drivers' threads, the other news on the port's own watching thread.

    `load` and `save` keep the chosen names for this machine. Nothing is opened before `start`.
    """

    def __init__(
        self,
        *,
        on_note: Callable[[Note], None],
        on_pedal: Callable[[Pedal], None],
        on_state: Callable[[PortState], None],
        on_lost: Callable[[str], None],
        on_found: Callable[[str], None],
        now: Callable[[], int],
        load: Callable[[], Sequence[str]],
        save: Callable[[Sequence[str]], None],
        driver: str | None = None,
        settings: KeyboardSettings | None = None,
        settings_of: Mapping[str, KeyboardSettings] | None = None,
    ) -> None:
        self._on_note, self._on_pedal = on_note, on_pedal
        self._on_state, self._on_lost, self._on_found = on_state, on_lost, on_found
        self._now = now
        self._save = save
        self._chosen = tuple(load())
        self._driver_name = driver
        self._driver: Driver | None = None
        self._naming = Naming("")
        self._settings = settings or KeyboardSettings()
        self._settings_of = dict(settings_of or {})
        self._auditioning = False
        self._used: tuple[str, ...] = ()
        self._state = PortState()
        self._open: dict[str, tuple[OpenKeyboard, Hearing]] = {}
        self._names: dict[str, str] = {}
        self._missing: tuple[str, ...] = ()
        self._passed_over: frozenset[str] = frozenset()
        self._wake = threading.Event()
        self._closing = False
        self._watching = threading.Thread(target=self._watch, name="midi-watch", daemon=True)

    @property
    def state(self) -> PortState:
        """The latest state; safe from any thread."""
        return self._state

    def start(self) -> None:
        """Begin to watch; what is there is opened within a moment."""
        self._watching.start()

    def close(self) -> None:
        """Release every key and close everything; returns when nothing can be heard any more."""
        self._closing = True
        self._wake.set()
        if self._watching.ident is not None:
            self._watching.join()

    def choose(self, names: Sequence[str]) -> None:
        """Listen to exactly these keyboards, now and after the next start. Empty: any that is there."""
        self._chosen = tuple(dict.fromkeys(names))
        self._save(self._chosen)
        self._wake.set()

    def audition(self, on: bool) -> None:
        """While on, listen to every keyboard that is there; afterwards to those in use again."""
        self._auditioning = on
        self._wake.set()

    def use(self, settings: KeyboardSettings, keyboard: str | None = None) -> None:
        """Transpose and split from now on; a key that is down is released as it was pressed.

        Without a name these are the settings of all keyboards that have none of their own.
        """
        if keyboard is None:
            self._settings = settings
        else:
            self._settings_of[keyboard] = settings
        for _, hearing in list(self._open.values()):
            hearing.settings = self._settings_for(hearing.name)

    def _settings_for(self, name: str) -> KeyboardSettings:
        return self._settings_of.get(name, self._settings)

    def recent(self) -> tuple[HeardMessage, ...]:
        """The latest messages of all open keyboards, oldest first."""
        heard = [message for _, hearing in list(self._open.values()) for message in hearing.recent()]
        return tuple(sorted(heard, key=lambda message: message.at))

    def _watch(self) -> None:
        while not self._closing:
            pause = self._look_or_explain()
            self._wake.wait(pause)
            self._wake.clear()
        for raw in list(self._open):
            self._close_keyboard(raw)
        if self._driver is not None:
            self._driver.close()

    def _look_or_explain(self) -> float:
        try:
            self._look()
        except MidiUnavailableError as unavailable:
            self._lose_driver()
            self._publish(unavailable.say)
            return RETRY_EVERY
        self._publish(None)
        return LOOK_EVERY

    def _look(self) -> None:
        if self._driver is None:
            self._driver = Driver(self._driver_name)
            self._naming = Naming(self._driver.name)
        self._names = self._naming.names(self._driver.raw_names())
        for raw in [raw for raw, (keyboard, _) in self._open.items() if self._is_lost(raw, keyboard)]:
            self._lose(raw)
        self._passed_over &= frozenset(self._names.values())
        self._open_and_close(self._driver)

    def _is_lost(self, raw: str, keyboard: OpenKeyboard) -> bool:
        return raw not in self._names or not keyboard.is_connected()

    def _open_and_close(self, driver: Driver) -> None:
        present = list(self._names.values())
        self._used = wanted(self._chosen, present, self._used, self._passed_over)
        names = present if self._auditioning else self._used
        for raw, name in self._names.items():
            if raw in self._open and name not in names:
                self._close_keyboard(raw)
            elif raw not in self._open and name in names:
                self._open_keyboard(driver, raw, name)

    def _open_keyboard(self, driver: Driver, raw: str, name: str) -> None:
        hearing = Hearing(
            name=name,
            on_note=self._on_note,
            on_pedal=self._on_pedal,
            now=self._now,
            settings=self._settings_for(name),
        )
        try:
            self._open[raw] = (driver.open(raw, hearing.receive), hearing)
        except KeyboardGoneError:
            return
        self._missing = tuple(lost for lost in self._missing if not is_twin(lost, name) and self._chosen)
        self._on_found(name)

    def _close_keyboard(self, raw: str) -> str:
        keyboard, hearing = self._open.pop(raw)
        hearing.close()
        keyboard.close()
        return hearing.name

    def _lose(self, raw: str) -> None:
        name = self._close_keyboard(raw)
        self._missing = (*self._missing, name)
        self._passed_over |= {other for other in self._names.values() if not is_twin(other, name)}
        self._on_lost(name)

    def _lose_driver(self) -> None:
        self._names = {}
        for raw in list(self._open):
            self._lose(raw)
        if self._driver is not None:
            self._driver.close()
        self._driver = None

    def _publish(self, problem: Say | None) -> None:
        open_names = {hearing.name for _, hearing in self._open.values()}
        present = tuple(self._names.values())
        absent = [name for name in self._chosen if name not in present and name not in self._missing]
        state = PortState(
            keyboards=tuple(
                Keyboard(name=n, chosen=n in self._chosen, open=n in open_names, used=n in self._used) for n in present
            ),
            missing=(*self._missing, *absent),
            problem=problem,
            driver=self._driver.name if self._driver else (self._driver_name or ""),
        )
        if state != self._state:
            self._state = state
            self._on_state(state)
