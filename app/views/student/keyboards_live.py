"""What arrives from a keyboard at this moment: the key, how hard, the pedal; and whether middle C is in its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from app.midi.state import HeardKind, HeardMessage
from app.views.kit.buttons import Button
from app.views.kit.meters import ProgressBar
from app.views.kit.piano import Piano, key_name
from app.views.kit.surfaces import Banner, Card, Chip, clear, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from domain.games.picture import Keys, Mark

MIDDLE_C, OCTAVE = 60, 12
# The five octaves of most school keyboards; a key outside of them widens what shows to a whole piano.
USUAL, PIANO = (36, 96), (21, 108)
LOUDEST = 127
# Velocities from which a touch is called medium and loud (mezzo-piano and forte of most keyboards).
MEDIUM, LOUD = 50, 90
MESSAGES = 8


def touch_words(velocity: int) -> str:
    """How hard a key was struck."""
    translate = QCoreApplication.translate
    if velocity < MEDIUM:
        return translate("keyboards", "softly")
    return translate("keyboards", "firmly") if velocity < LOUD else translate("keyboards", "loudly")


class LiveKeys(Card):
    """The piano that lights up, the last key in words, its touch as a bar, the pedal."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._range = USUAL
        self.piano = Piano(theme)
        # Only looked at, so its keys may be narrower than a finger.
        self.piano.setMinimumWidth(theme.px(240))
        self._marks: dict[int, Mark] = {}
        self.headline = PlainLabel(self._waiting(), theme, Type.TITLE, wrap=True)
        self._from = PlainLabel(" ", theme, Type.LEAD, tone="soft", wrap=True)
        self._touch = column(theme)
        self._pedal = Chip(self._pedal_words(down=False), theme)
        super().__init__(theme, self.headline, self._from, self._touch, self.piano, row(theme, self._pedal, 1))
        self._show_touch(0)
        self._show_piano()

    def show_key(self, pitch: int, velocity: int) -> None:
        """A key as games hear it."""
        if velocity and not self._range[0] <= pitch <= self._range[1]:
            self._range = PIANO
            self._show_piano()
        self.piano.show_down(pitch, velocity > 0)

    def show_message(self, message: HeardMessage, pitch: int) -> None:
        """A message of a keyboard; `pitch` is what games hear of it."""
        if message.kind is HeardKind.DOWN:
            words = self.tr("{key}, played {how}").format(key=key_name(pitch), how=touch_words(message.value))
            self.headline.say(words)
            self._from.say(self.tr("from {keyboard}").format(keyboard=message.keyboard))
            self._show_touch(message.value)
        elif message.kind is HeardKind.PEDAL:
            down = message.value >= LOUDEST // 2
            self._pedal.set_words(
                self._pedal_words(down=down),
                ink="on_good_soft" if down else "soft",
                ground="good_soft" if down else "sunken",
            )

    def mark(self, pitch: int | None) -> None:
        """Point at a key, or at none."""
        self._marks = {} if pitch is None else {pitch: Mark.HINT}
        self._show_piano()

    def _show_piano(self) -> None:
        low, high = self._range
        self.piano.show_keys(Keys(lowest=low, highest=high, marks=self._marks))

    def _show_touch(self, velocity: int) -> None:
        clear(self._touch)
        words = self.tr("Touch {n} of 127").format(n=velocity)
        self._touch.addWidget(ProgressBar(self._theme, done=velocity, total=LOUDEST, words=words))

    def _waiting(self) -> str:
        return QCoreApplication.translate("LiveKeys", "Press any key on your keyboard")

    def _pedal_words(self, *, down: bool) -> str:
        translate = QCoreApplication.translate
        return translate("LiveKeys", "Pedal down") if down else translate("LiveKeys", "Pedal up")


class OctaveCheck(Card):
    """Is middle C in its place? One question, one key, one button. `shift` gets the semitones to add."""

    def __init__(
        self,
        theme: Theme,
        *,
        shift: Callable[[int], object],
        point: Callable[[int | None], object],
    ) -> None:
        self._theme, self._shift, self._point = theme, shift, point
        self._asking = False
        self._answer = column(theme)
        title = PlainLabel(QCoreApplication.translate("OctaveCheck", "Is middle C in its place?"), theme, Type.HEAD)
        words = PlainLabel(
            QCoreApplication.translate(
                "OctaveCheck",
                "Keyboards can be shifted by an octave without anybody noticing. Then every game says “too high” or "
                "“too low”.",
            ),
            theme,
            tone="soft",
            wrap=True,
        )
        self.button = Button(QCoreApplication.translate("OctaveCheck", "Check it"), theme, self.ask, icon="search")
        super().__init__(theme, title, words, self._answer, row(theme, self.button, 1))

    def ask(self) -> None:
        """The next key is the answer."""
        self._asking = True
        self._point(MIDDLE_C)
        self._say(self.tr("Play the C nearest the middle of your keyboard."), "primary", "keyboard")

    def hear(self, pitch: int) -> None:
        """A key as games hear it now."""
        if not self._asking:
            return
        if pitch % OCTAVE:
            self._say(self.tr("That was {key}. Please play a C.").format(key=key_name(pitch)), "accent", "info")
            return
        self._asking = False
        self._point(None)
        octaves = (MIDDLE_C - pitch) // OCTAVE
        if octaves == 0:
            self._say(self.tr("Middle C is in its place."), "good", "check")
            return
        low = self.tr("Your keyboard plays %n octave(s) too low.", None, octaves)
        high = self.tr("Your keyboard plays %n octave(s) too high.", None, -octaves)
        action = (self.tr("Put it right"), lambda: self._put_right(octaves * OCTAVE))
        self._say(low if octaves > 0 else high, "accent", "warning", action)

    def _put_right(self, semitones: int) -> None:
        self._shift(semitones)
        self._say(self.tr("Done. Middle C is in its place now."), "good", "check")
        self.button.setFocus()

    def _say(self, words: str, tone: str, icon: str, action: tuple[str, Callable[[], object]] | None = None) -> None:
        clear(self._answer)
        self._answer.addWidget(Banner(words, self._theme, tone=tone, icon=icon, action=action))


class MessageList(QWidget):
    """The last messages as MIDI has them, for whoever mends the keyboard."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._label = PlainLabel("", theme, Type.CAPTION, tone="soft", wrap=True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setVisible(False)
        self._button = Button(self.tr("Show every message"), theme, self._toggle, kind="nav", icon="text")
        self._button.setCheckable(True)
        self.setLayout(column(theme, row(theme, self._button, 1), self._label, gap=Space.TIGHT))

    def add(self, message: HeardMessage) -> None:
        """One more."""
        self._lines = [*self._lines, f"{message.keyboard}: {message.text}"][-MESSAGES:]
        self._label.say("\n".join(reversed(self._lines)))

    def _toggle(self) -> None:
        self._label.setVisible(self._button.isChecked())
