"""The door for families: a user name and a password, as the school has given them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit

from app.views.kit.art import Drawing
from app.views.kit.buttons import Button
from app.views.kit.surfaces import Card, column
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type

WIDTH = 460


class FamilyEntry(Card):
    """`enter(name, password)` asks the school; `refuse` says why not and lets one try again."""

    def __init__(self, theme: Theme, enter: Callable[[str, str], object]) -> None:
        self._enter = enter
        self._name = _field(theme, self.tr("User name"))
        self._password = _field(theme, self.tr("Password"))
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._note = PlainLabel("", theme, tone="bad", wrap=True)
        self._button = Button(self.tr("Sign in"), theme, self.send, kind="primary", icon="next")
        text = self.tr("Use the name and the password that the school has given you. The first time needs the network.")
        super().__init__(
            theme,
            Drawing("class", theme, QSize(180, 110)),
            PlainLabel(self.tr("My family"), theme, Type.TITLE),
            PlainLabel(text, theme, tone="soft", wrap=True),
            *(
                column(theme, PlainLabel(each.accessibleName(), theme, Type.CAPTION, tone="soft"), each, gap=Space.HAIR)
                for each in (self._name, self._password)
            ),
            self._button,
            self._note,
        )
        for field in (self._name, self._password):
            field.returnPressed.connect(self.send)
        self.setFixedWidth(theme.px(WIDTH))
        self.setFocusProxy(self._name)

    def send(self) -> None:
        """Ask; a field that is empty gets the focus instead."""
        for field in (self._name, self._password):
            if not field.text().strip():
                field.setFocus()
                return
        self._button.setEnabled(False)
        self._say(self.tr("One moment…"), tone="soft")
        self._enter(self._name.text().strip(), self._password.text())

    def refuse(self, sentence: str) -> None:
        """Say why it did not work."""
        self._button.setEnabled(True)
        self._say(sentence, tone="bad")
        self._password.selectAll()
        self._password.setFocus()

    def _say(self, text: str, *, tone: str) -> None:
        self._note.set_tone(tone)
        self._note.say(text)
        self._note.setAccessibleName(text)


def _field(theme: Theme, name: str) -> QLineEdit:
    field = QLineEdit()
    field.setFont(theme.font(Type.BODY))
    field.setAccessibleName(name)
    field.setInputMethodHints(Qt.InputMethodHint.ImhNoAutoUppercase | Qt.InputMethodHint.ImhNoPredictiveText)
    return field
