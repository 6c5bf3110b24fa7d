"""How far: bars and rings with the figure in words for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.kit.theme import Theme
from app.views.kit.tokens import Weight


class ProgressBar(QWidget):
    """A bar from 0 to `total`, with an optional tick at `target`."""

    accessible_role = QAccessible.Role.ProgressBar

    def __init__(
        self, theme: Theme, *, done: int = 0, total: int = 1, words: str = "", tone: str = "primary", height: int = 10
    ) -> None:
        super().__init__()
        self._theme, self._tone = theme, tone
        self._done, self._total, self._target = 0, 1, None
        self.setFixedHeight(theme.px(height))
        self.setMinimumWidth(theme.px(60))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_progress(done, total, words)

    def show_progress(self, done: int, total: int, words: str) -> None:
        """Another state; `words` is what a screen reader says."""
        self._done, self._total = max(0, done), max(1, total)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Groove, then the filled part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = area.height() / 2
        painter.setPen(QPen(self._theme.colour("outline"), 1) if self._theme.is_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(area, radius, radius)
        if self._done:
            share = min(1.0, self._done / self._total)
            filled = QRectF(area)
            filled.setWidth(max(area.height(), area.width() * share))
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                filled.moveRight(area.right())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(self._tone))
            painter.drawRoundedRect(filled, radius, radius)


class Ring(QWidget):
    """A share of a whole as a ring with a figure inside."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(
        self, theme: Theme, *, share: float, text: str, words: str, size: int = 96, tone: str = "primary"
    ) -> None:
        super().__init__()
        self._theme, self._share, self._text, self._tone = theme, max(0.0, min(1.0, share)), text, tone
        self._size = theme.px(size)
        self.setFixedSize(QSize(self._size, self._size))
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Groove, arc, figure."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._size * 0.11
        area = QRectF(self.rect()).adjusted(width / 2 + 1, width / 2 + 1, -width / 2 - 1, -width / 2 - 1)
        painter.setPen(QPen(self._theme.colour("sunken" if not self._theme.is_contrast else "line"), width * 0.9))
        painter.drawEllipse(area)
        pen = QPen(self._theme.colour(self._tone), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(area, 90 * 16, -round(self._share * 360 * 16))
        painter.setPen(self._theme.colour("ink"))
        pixels = self._size * (0.26 if len(self._text) < 4 else 0.21) * 100 / self._theme.percent
        painter.setFont(self._theme.font_of(pixels, Weight.BOLD))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
