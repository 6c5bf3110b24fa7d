"""The microphone as the play page uses it: what is sung goes to the running game, and the program's own sound does not.

It is off whenever no game that may be sung is open, and switched on by a person each time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from app.mic.microphone import Microphone
from app.mic.state import MicState
from app.stage.running import Sounding, Stage
from app.store.readings import StepCard
from app.views.rooms_singing import SingingRooms
from domain.games.catalogue import Catalogue, DeviceProfile
from domain.games.picture import Sound
from domain.music.note import Note


class MicTold(QObject):
    """Carries the microphone's news to the GUI thread."""

    told = Signal(object)


class Singing:
    """One machine's microphone. `on_key` shows a sung key on the screen's piano; any thread may call it."""

    def __init__(
        self, *, catalogue: Catalogue, steady: Callable[[], int], on_key: Callable[[int, int], object]
    ) -> None:
        self._catalogue, self._on_key = catalogue, on_key
        self._news = MicTold()
        self._stage: Stage | None = None
        self.microphone = Microphone(on_note=self._note, on_state=self._news.told.emit, now=steady)

    def rooms(self) -> SingingRooms:
        """What views may call."""
        return SingingRooms(
            news=self._news,
            fits=self._fits,
            state=self._state,
            switch_on=self.microphone.switch_on,
            switch_off=self.microphone.switch_off,
        )

    def take(self, stage: Stage) -> None:
        """This game gets what is sung from now on."""
        self._stage = stage

    def leave(self, stage: Stage) -> None:
        """The game is over."""
        if self._stage is stage:
            self._stage = None

    def close(self) -> None:
        """Let go of the device."""
        self.microphone.close()

    def _note(self, note: Note) -> None:
        stage = self._stage
        if stage is not None:
            stage.sung(note)
            self._on_key(note.pitch, note.velocity)

    def _state(self) -> MicState:
        return self.microphone.state

    def _fits(self, step: StepCard) -> bool:
        found = self._catalogue.stage(step.stage_id or "")
        return found is not None and found[0].device_profile is DeviceProfile.MIC_OPTIONAL


class BesideMicrophone:
    """The sound room as a game sees it while a microphone may listen: while the program plays, it hears nothing."""

    def __init__(self, sound: Sounding, microphone: Microphone) -> None:
        self._sound, self._microphone = sound, microphone

    def note(self, pitch: int, velocity: int) -> None:
        """A key of the player's."""
        self._sound.note(pitch, velocity)

    def pedal(self, value: int) -> None:
        """The player's sustain pedal."""
        self._sound.pedal(value)

    def play(self, sounds: Sequence[Sound]) -> None:
        """What the program plays, and no ear for it."""
        if sounds:
            self._microphone.deafen(max(sound.after + sound.length for sound in sounds))
        self._sound.play(sounds)

    def stop(self) -> None:
        """Silence."""
        self._sound.stop()

    def wake(self) -> None:
        """Get the device ready."""
        self._sound.wake()
