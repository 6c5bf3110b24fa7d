"""A few bars beside each other with their figures: weeks, months. The words say all of it to a screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.kit.sayings import count
from app.views.kit.theme import Theme
from app.views.kit.tokens import Radius, Type

_THICKEST = 56


class Bars(QWidget):
    """(label, value) pairs from left to right; the bar of `best` is told apart by a star as well as by its colour."""

    accessible_role = QAccessible.Role.Chart

    def __init__(
        self, theme: Theme, values: Sequence[tuple[str, int]], *, words: str, best: int | None = None, height: int = 168
    ) -> None:
        super().__init__()
        self._theme, self._values, self._best = theme, tuple(values), best
        self.setFixedHeight(theme.px(height))
        self.setMinimumWidth(theme.px(48) * max(1, len(self._values)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """As wide as the bars like to be."""
        return QSize(self._theme.px(72) * max(1, len(self._values)), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars on a line, figures above, labels below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, many = self._theme, max(1, len(self._values))
        line = theme.px(24)
        room = self.height() - 2 * line - theme.px(4)
        most = max((value for _, value in self._values), default=0) or 1
        wide = self.width() / many
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter.setFont(theme.font(Type.CAPTION))
        for number, (label, value) in enumerate(self._values):
            left = (many - 1 - number if mirrored else number) * wide
            high = max(theme.px(3), room * value / most)
            thick = min(wide * 0.6, theme.px(_THICKEST))
            area = QRectF(left + (wide - thick) / 2, line + room - high, thick, high)
            self._bar(painter, area, best=number == self._best)
            painter.setPen(theme.colour("ink"))
            star = "★ " if number == self._best else ""
            above = QRectF(left, line + room - high - line, wide, line)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, f"{star}{count(value)}")
            painter.setPen(theme.colour("soft"))
            painter.drawText(QRectF(left, self.height() - line, wide, line), Qt.AlignmentFlag.AlignCenter, label)

    def _bar(self, painter: QPainter, area: QRectF, *, best: bool) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.colour("outline"), 1) if theme.is_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent" if best else "primary"))
        radius = min(theme.px(Radius.SMALL), area.height() / 2)
        painter.drawRoundedRect(area, radius, radius)
