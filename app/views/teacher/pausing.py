"""A break from words and reactions: how long, and why, in words for the student."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.flow import Wrap
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Type

_HOUR = 3_600_000_000
_MOST_REASON = 200


def lengths() -> tuple[tuple[str, int], ...]:
    """How long a break can be: (words, microseconds)."""
    translate = QCoreApplication.translate
    return (
        (translate("pausing", "One hour"), _HOUR),
        (translate("pausing", "One day"), 24 * _HOUR),
        (translate("pausing", "One week"), 7 * 24 * _HOUR),
    )


def reason_field(theme: Theme) -> QLineEdit:
    """Why, in words that the student reads."""
    words = QCoreApplication.translate("pausing", "Why, in words for the student")
    field = QLineEdit()
    field.setFont(theme.font(Type.BODY))
    field.setMaxLength(_MOST_REASON)
    field.setAccessibleName(words)
    field.setPlaceholderText(words)
    return field


class BreakDialog(Dialog):
    """`picked` gets the end in microseconds UTC and the reason."""

    def __init__(
        self, theme: Theme, *, now: Callable[[], int], picked: Callable[[int, str], object], parent: QWidget | None
    ) -> None:
        title = QCoreApplication.translate("BreakDialog", "A break from words and reactions")
        super().__init__(theme, title, height=420, parent=parent)
        self._now, self._picked, self._why = now, picked, reason_field(theme)
        note = self.tr("The student reads it, goes on playing and sharing, and it ends by itself.")
        buttons: list[QWidget] = [
            Button(words, theme, partial(self._pick, length), icon="clock") for words, length in lengths()
        ]
        self.show_parts(PlainLabel(note, theme, tone="soft", wrap=True), self._why, Wrap(theme, buttons))
        self.show_foot(1, Button(self.tr("Cancel"), theme, self.reject))

    def _pick(self, length: int) -> None:
        self.accept()
        self._picked(self._now() + length, self._why.text().strip())
