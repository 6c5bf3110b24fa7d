"""A port without a driver: the same decoding, the same keys held and released, keyboards plugged by a call.

For the demonstration, the tests of other rooms and a machine on which somebody wants to see the program without MIDI.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from app.midi.hearing import Hearing
from app.midi.state import HeardMessage, Keyboard, KeyboardSettings, PortState
from domain.music.note import Note, Pedal


class FakePort:
    """Speaks like `port.Port`; every call happens at once, on the caller's thread."""

    def __init__(
        self,
        *,
        on_note: Callable[[Note], None],
        on_pedal: Callable[[Pedal], None],
        on_state: Callable[[PortState], None],
        on_lost: Callable[[str], None],
        on_found: Callable[[str], None],
        now: Callable[[], int],
        settings: KeyboardSettings | None = None,
        settings_of: Mapping[str, KeyboardSettings] | None = None,
    ) -> None:
        self._on_note, self._on_pedal = on_note, on_pedal
        self._on_state, self._on_lost, self._on_found = on_state, on_lost, on_found
        self._now = now
        self._settings = settings or KeyboardSettings()
        self._settings_of = dict(settings_of or {})
        self._auditioning = False
        self._chosen: tuple[str, ...] = ()
        self._missing: tuple[str, ...] = ()
        self._plugged: list[str] = []
        self._open: dict[str, Hearing] = {}
        self._state = PortState(driver="fake")

    @property
    def state(self) -> PortState:
        """The latest state."""
        return self._state

    def start(self) -> None:
        """Nothing to wait for."""
        self._publish()

    def close(self) -> None:
        """Release every key."""
        for name in list(self._open):
            self._open.pop(name).close()

    def choose(self, names: Sequence[str]) -> None:
        """Listen to exactly these keyboards. Empty: all that are plugged."""
        self._chosen = tuple(names)
        self._open_and_close()

    def audition(self, on: bool) -> None:
        """While on, listen to every keyboard that is plugged."""
        self._auditioning = on
        self._open_and_close()

    def use(self, settings: KeyboardSettings, keyboard: str | None = None) -> None:
        """Transpose and split from now on; without a name all keyboards that have no settings of their own."""
        if keyboard is None:
            self._settings = settings
        else:
            self._settings_of[keyboard] = settings
        for hearing in self._open.values():
            hearing.settings = self._settings_of.get(hearing.name, self._settings)

    def recent(self) -> tuple[HeardMessage, ...]:
        """The latest messages, oldest first."""
        heard = [message for hearing in self._open.values() for message in hearing.recent()]
        return tuple(sorted(heard, key=lambda message: message.at))

    def plug(self, name: str) -> None:
        """A keyboard is plugged in."""
        if name not in self._plugged:
            self._plugged.append(name)
        self._open_if_wanted(name)
        self._publish()

    def unplug(self, name: str) -> None:
        """A keyboard is pulled out, whatever is held down on it."""
        self._plugged.remove(name)
        hearing = self._open.pop(name, None)
        if hearing is not None:
            hearing.close()
            self._missing = (*self._missing, name)
            self._on_lost(name)
        self._publish()

    def press(self, pitch: int, velocity: int = 80) -> None:
        """A key goes down on the first open keyboard."""
        self.send([0x90, pitch, velocity])

    def release(self, pitch: int) -> None:
        """A key comes up on the first open keyboard."""
        self.send([0x80, pitch, 0])

    def send(self, data: Sequence[int]) -> None:
        """Raw bytes from the first open keyboard; without one they are lost, as on a cable that leads nowhere."""
        for hearing in list(self._open.values())[:1]:
            hearing.receive((data, 0.0))

    def _open_and_close(self) -> None:
        for name in list(self._open):
            if not self._auditioning and not self._is_used(name):
                self._open.pop(name).close()
        for name in self._plugged:
            self._open_if_wanted(name)
        self._publish()

    def _is_used(self, name: str) -> bool:
        return not self._chosen or name in self._chosen

    def _open_if_wanted(self, name: str) -> None:
        if name in self._open or not (self._auditioning or self._is_used(name)):
            return
        self._open[name] = Hearing(
            name=name,
            on_note=self._on_note,
            on_pedal=self._on_pedal,
            now=self._now,
            settings=self._settings_of.get(name, self._settings),
        )
        self._missing = tuple(lost for lost in self._missing if lost != name)
        self._on_found(name)

    def _publish(self) -> None:
        keyboards = tuple(
            Keyboard(name=name, chosen=name in self._chosen, open=name in self._open, used=self._is_used(name))
            for name in self._plugged
        )
        self._state = PortState(keyboards=keyboards, missing=self._missing, driver="fake")
        self._on_state(self._state)
