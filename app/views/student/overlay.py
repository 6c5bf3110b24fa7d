"""What lies over a game while time stands still."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.views.kit.art import Drawing
from app.views.kit.buttons import Button
from app.views.kit.surfaces import Card, clear, fill, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type


class PauseOverlay(QWidget):
    """Covers its parent while shown; says why the game waits and how it goes on."""

    accessible_role = QAccessible.Role.Dialog

    def __init__(
        self, theme: Theme, over: QWidget, *, resume: Callable[[], object], leave: Callable[[], object]
    ) -> None:
        super().__init__(over)
        self._theme, self._over = theme, over
        self._card = Card(theme, gap=Space.BASE, pad=Space.WIDE)
        self._card.setFixedWidth(theme.px(520))
        self._resume, self._leave = resume, leave
        box = QVBoxLayout(self)
        box.addWidget(self._card, alignment=Qt.AlignmentFlag.AlignCenter)
        over.installEventFilter(self)
        self.hide()

    def show_reason(self, sentence: str, *, keyboard_lost: bool) -> None:
        """Cover the game with this sentence."""
        theme = self._theme
        title = self.tr("Plug the keyboard in") if keyboard_lost else self.tr("Take a breath")
        go_on = Button(self.tr("Go on"), theme, self._resume, kind="primary", icon="play")
        clear(self._card.body)
        fill(
            self._card.body,
            (
                row(theme, 1, Drawing("cable" if keyboard_lost else "notes", theme, QSize(200, 122)), 1),
                PlainLabel(title, theme, Type.TITLE, centred=True, wrap=True),
                PlainLabel(sentence, theme, Type.LEAD, tone="soft", centred=True, wrap=True),
                row(theme, Button(self.tr("Leave this game"), theme, self._leave), 1, go_on),
            ),
        )
        self.setAccessibleName(f"{title}. {sentence}")
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        go_on.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what is covered."""
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil."""
        veil = QColor(self._theme.colour("ground"))
        veil.setAlphaF(0.86)
        QPainter(self).fillRect(self.rect(), veil)
