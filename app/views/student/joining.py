"""A computer that belongs to no school yet: the school's address, the code that a teacher was given, a name."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.surfaces import Card, Part, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type

Join = Callable[[str, str, str], Future[None]]
WIDTH = 460
# What the centre keeps of a machine's name.
MOST_NAME = 60


def address_of(typed: str) -> str:
    """The address as the program calls it: `music.school.example` is meant as `https://music.school.example`."""
    bare = typed.strip().rstrip("/")
    return bare if not bare or "://" in bare else f"https://{bare}"


class JoiningCard(Card):
    """`join(centre, code, name)` enrols this computer; the page shows its people as soon as that is done."""

    def __init__(self, theme: Theme, join: Join, *, centre: str = "", name: str = "") -> None:
        self._join = join
        self._address = _field(theme, self.tr("The school's address"), centre)
        self._address.setPlaceholderText("music.school.example")
        self._address.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self._code = _field(theme, self.tr("Code"), "")
        self._name = _field(theme, self.tr("What this computer is called"), name)
        self._name.setMaxLength(MOST_NAME)
        self._note = PlainLabel("", theme, tone="bad", wrap=True)
        self._button = Button(self.tr("Add this computer"), theme, self.send, kind="primary", icon="next")
        title = self.tr("Add this computer to a school")
        text = self.tr("A teacher or administrator can make a code for it. This needs the network once.")
        parts: list[Part] = [
            PlainLabel(title, theme, Type.HEAD, wrap=True),
            PlainLabel(text, theme, tone="soft", wrap=True),
        ]
        for field in (self._address, self._code, self._name):
            words = PlainLabel(field.accessibleName(), theme, Type.CAPTION, tone="soft")
            words.setBuddy(field)
            parts.append(column(theme, words, field, gap=Space.HAIR))
            field.returnPressed.connect(self.send)
        super().__init__(theme, *parts, self._note, row(theme, 1, self._button))
        self.setFixedWidth(theme.px(WIDTH))
        self.setFocusProxy(self._code if centre else self._address)

    def send(self) -> None:
        """Ask the school; a field that is missing gets the focus instead."""
        for field in (self._address, self._code, self._name):
            if not field.text().strip():
                field.setFocus()
                return
        self._button.setEnabled(False)
        self._say(self.tr("One moment…"), tone="soft")
        future = self._join(address_of(self._address.text()), self._code.text().strip(), self._name.text().strip())
        ask(self, future, self._joined, failed=self._refused)

    def _joined(self, _: None) -> None:
        self._say(self.tr("This computer belongs to the school now. Its classes appear in a moment."), tone="soft")

    def _refused(self, sentence: str) -> None:
        self._button.setEnabled(True)
        self._say(sentence, tone="bad")
        self._code.selectAll()
        self._code.setFocus()

    def _say(self, text: str, *, tone: str) -> None:
        self._note.set_tone(tone)
        self._note.say(text)
        self._note.setAccessibleName(text)


def _field(theme: Theme, words: str, text: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setFont(theme.font(Type.BODY))
    field.setAccessibleName(words)
    return field
