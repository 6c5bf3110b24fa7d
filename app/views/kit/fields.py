"""Fields to choose from."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox

from app.views.kit.theme import Theme


class ComboBox(QComboBox):
    """A list to unfold, with its arrow drawn in the theme's ink."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then the arrow at its end."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.colour("soft"), self._theme.px(2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        reach, inset = self._theme.px(5), self._theme.px(20)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x, y = (inset if mirrored else self.width() - inset), self.height() / 2
        painter.drawPolyline(
            [QPointF(x - reach, y - reach / 2), QPointF(x, y + reach / 2), QPointF(x + reach, y - reach / 2)]
        )
