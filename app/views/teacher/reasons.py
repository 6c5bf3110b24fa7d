"""Why an adult hides or removes something: one touch, or a few words for the record."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Type
from domain.community.phrases import report_reasons

_MOST = 200


class ReasonDialog(Dialog):
    """`picked` gets an id of `report_reasons`, read by each in their own language, or words of one's own."""

    def __init__(
        self, theme: Theme, title: str, *, picked: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, height=560, parent=parent)
        self._picked = picked
        # "I am worried" is why somebody tells an adult, not why an adult takes something away.
        known = {key: words for key, words in report_reasons().items() if key != "worried"}
        buttons = [Button(spoken(words), theme, partial(self._pick, key)) for key, words in known.items()]
        self._own = Button(self.tr("Go on"), theme, self._pick_own, kind="primary")
        self._own.setEnabled(False)
        self._words = QLineEdit()
        self._words.setFont(theme.font(Type.BODY))
        self._words.setMaxLength(_MOST)
        self._words.setAccessibleName(self.tr("Another reason"))
        self._words.setPlaceholderText(self.tr("Another reason"))
        self._words.textChanged.connect(lambda text: self._own.setEnabled(bool(text.strip())))
        note = self.tr("The reason is kept with your decision. Other adults of the school can read it.")
        own = row(theme, self._words, self._own)
        self.show_parts(PlainLabel(note, theme, tone="soft", wrap=True), *buttons, own)
        self.show_foot(1, Button(self.tr("Cancel"), theme, self.reject))

    def _pick(self, reason: str) -> None:
        self.accept()
        self._picked(reason)

    def _pick_own(self) -> None:
        self._pick(self._words.text().strip())
