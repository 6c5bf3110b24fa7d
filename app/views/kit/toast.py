"""A sentence at the bottom of the window that goes away by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.views.kit.surfaces import row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Radius, Space, Type

# Long enough to read twice: 60 milliseconds a letter, at least four seconds (WCAG 2.2.1 asks for plenty).
_LEAST, _PER_LETTER = 4_000, 60


class Toast(QWidget):
    """Lies over its parent. A new sentence replaces the old one; a click sends it away."""

    accessible_role = QAccessible.Role.AlertMessage

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme, self._over = theme, over
        self._label = PlainLabel("", theme, Type.BODY, tone="toast", wrap=True)
        self._label.setStyleSheet(f"color: {theme.palette.ground};")
        self.setLayout(row(theme, self._label, pad=Space.BASE))
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence, and tell it to screen readers."""
        self._label.say(text)
        self.setAccessibleName(text)
        width = min(self._over.width() - 2 * self._theme.px(Space.ROOMY), self._theme.px(560))
        self.setFixedWidth(max(120, width))
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - self._theme.px(28))
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._timer.start(max(_LEAST, _PER_LETTER * len(text)))

    def mousePressEvent(self, event: object) -> None:
        """Read."""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dark pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("ink"))
        radius = self._theme.px(Radius.CONTROL)
        painter.drawRoundedRect(self.rect(), radius, radius)
