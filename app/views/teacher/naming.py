"""Give something a name, or write a text that children read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Type

_MOST_NAME, _MOST_TEXT = 120, 2_000


class NameDialog(Dialog):
    """`named` gets the name, which is never empty."""

    def __init__(
        self, theme: Theme, title: str, name: str, *, named: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, height=320, parent=parent)
        self._named = named
        self._field = QLineEdit(name)
        self._field.setFont(theme.font(Type.BODY))
        self._field.setMaxLength(_MOST_NAME)
        self._field.setAccessibleName(title)
        self._field.returnPressed.connect(self._done)
        self._save = Button(self.tr("Save"), theme, self._done, kind="primary")
        self._field.textChanged.connect(lambda text: self._save.setEnabled(bool(text.strip())))
        self._save.setEnabled(bool(name.strip()))
        self.show_parts(self._field)
        self.show_foot(1, Button(self.tr("Cancel"), theme, self.reject), self._save)
        self._field.setFocus()

    def _done(self) -> None:
        if self._field.text().strip():
            self.accept()
            self._named(self._field.text())


class TextDialog(Dialog):
    """A title, the text itself and, where there is something to hear, a melody such as C4:1 D4:1 E4:2.

    `written` gets title, text and melody.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        melody: bool,
        written: Callable[[str, str, str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, parent=parent)
        self._written = written
        self._name, self._melody = QLineEdit(), QLineEdit()
        for field, words in ((self._name, self.tr("Title")), (self._melody, self.tr("Melody, such as C4:1 D4:1 E4:2"))):
            field.setFont(theme.font(Type.BODY))
            field.setAccessibleName(words)
            field.setPlaceholderText(words)
        self._name.setMaxLength(_MOST_NAME)
        self._text = QPlainTextEdit()
        self._text.setFont(theme.font(Type.BODY))
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("What the student reads"))
        self._text.setPlaceholderText(self.tr("What the student reads"))
        self._save = Button(self.tr("Save"), theme, self._done, kind="primary")
        self._save.setEnabled(False)
        self._name.textChanged.connect(lambda text: self._save.setEnabled(bool(text.strip())))
        note = self.tr("Each note is a name with its octave and its length in beats; R:1 is a rest.")
        hint = PlainLabel(note, theme, Type.CAPTION, tone="soft", wrap=True) if melody else None
        self.show_parts(self._name, self._text, self._melody if melody else None, hint)
        self.show_foot(1, Button(self.tr("Cancel"), theme, self.reject), self._save)
        self._name.setFocus()

    def _done(self) -> None:
        self.accept()
        self._written(self._name.text().strip(), self._text.toPlainText()[:_MOST_TEXT], self._melody.text())
