"""Give a display to this class: the teacher types the code that stands on it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Type


class DisplayCodeDialog(Dialog):
    """`claim(code)` gives the display that shows the code to the class of this name."""

    def __init__(
        self, theme: Theme, class_name: str, claim: Callable[[str], Future[None]], *, parent: QWidget | None
    ) -> None:
        super().__init__(theme, self.tr("Give a display to this class"), width=520, height=460, parent=parent)
        self._claim = claim
        self._field = QLineEdit()
        self._field.setFont(theme.font(Type.TITLE))
        self._field.setAccessibleName(self.tr("The code on the display"))
        self._field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._field.returnPressed.connect(self.send)
        text = self.tr(
            "Type the code that the display shows. From then on it shows what the students of {name} share with their "
            "class, and nothing else."
        ).format(name=class_name)
        self.show_parts(PlainLabel(text, theme, wrap=True), self._field)
        self._button = Button(self.tr("Give it to the class"), theme, self.send, kind="primary", icon="check")
        self.show_foot(Button(self.tr("Cancel"), theme, self.reject), 1, self._button)
        self._field.setFocus()

    def send(self) -> None:
        """Ask the school; nothing happens without a code."""
        code = self._field.text().strip()
        if code and self._button.isEnabled():
            self._button.setEnabled(False)
            ask(self, self._claim(code), self._given, failed=self._refused)

    def _given(self, _: None) -> None:
        self.tell(self.tr("The display belongs to this class now. It shows its first page in a moment."), tone="good")
        self.show_parts()
        self.show_foot(1, Button(self.tr("Done"), self.theme, self.accept, kind="primary", icon="check"))

    def _refused(self, sentence: str) -> None:
        self.tell(sentence)
        self._button.setEnabled(True)
        self._field.selectAll()
        self._field.setFocus()
