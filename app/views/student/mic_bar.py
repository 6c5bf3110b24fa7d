"""The microphone in a game that may be sung: off until somebody switches it on, and never silent about what it does."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QSizePolicy

from app.mic.state import MicState
from app.views.kit.buttons import Button
from app.views.kit.icons import IconView
from app.views.kit.piano import key_name
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.rooms_singing import SingingRooms


class MicBar(QFrame):
    """A button and one sentence: what the microphone does now, what it hears, or what is missing."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme, singing: SingingRooms) -> None:
        super().__init__()
        self._theme, self._singing = theme, singing
        self.setProperty("kind", "well")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon = IconView("microphone_off", theme.colour("soft"), theme.px(28))
        self._words = PlainLabel("", theme, Type.BODY, wrap=True)
        self._switch = Button("", theme, self._turn)
        parts = row(theme, self._icon, self._words, self._switch, gap=Space.BASE, pad=Space.TIGHT)
        parts.setStretch(1, 1)
        self.setLayout(parts)
        singing.news.told.connect(self._show)
        self._show(singing.state())

    def leave(self) -> None:
        """The page is being left: the microphone is off, whatever it did."""
        self._singing.news.told.disconnect(self._show)
        self._singing.switch_off()

    def _turn(self) -> None:
        if self._singing.state().on:
            self._singing.switch_off()
        else:
            self._singing.switch_on()

    def _show(self, state: MicState) -> None:
        theme = self._theme
        tone = "bad" if state.problem else "good" if state.on else "soft"
        self._icon.show_icon("microphone" if state.on else "microphone_off", theme.colour(tone))
        words = self._sentence(state)
        self._words.say(words)
        self.setAccessibleName(self._sentence(MicState(on=state.on, problem=state.problem)))
        label = self.tr("Switch off") if state.on else self.tr("Sing with the microphone")
        self._switch.setText(label)
        self._switch.setAccessibleName(label)

    def _sentence(self, state: MicState) -> str:
        if state.problem is not None:
            return spoken(state.problem)
        if not state.on:
            return self.tr("You can sing the answer or play it on any instrument. The microphone is off.")
        if state.pitch is not None:
            return self.tr("I hear {note}.").format(note=key_name(state.pitch))
        return self.tr("The microphone is listening. Nothing is recorded.")
