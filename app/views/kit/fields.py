"""Fields to choose from."""

from __future__ import annotations

from PySide6.QtCore import QDate, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QStyle, QStyleOptionButton, QWidget

from app.views.kit.theme import Theme
from app.views.kit.tokens import Type


class TickBox(QCheckBox):
    """Something to tick, with a tick of its own: a filled square alone would be told by its colour only."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self.setFont(theme.font(Type.BODY))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box and its words, then the tick."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        area = QRectF(self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.colour("on_primary"), self._theme.px(2.5))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        size, middle = area.width(), area.center()
        places = ((-0.22, 0.02), (-0.05, 0.19), (0.24, -0.18))
        painter.drawPolyline([middle + QPointF(x * size, y * size) for x, y in places])


class ComboBox(QComboBox):
    """A list to unfold, with its arrow drawn in the theme's ink."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        # Given here: a field with a style of its own does not inherit the window's.
        self.setFont(theme.font(Type.BODY))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then the arrow at its end."""
        super().paintEvent(event)
        _arrow(self, self._theme)


class DateField(QDateEdit):
    """A day to pick, from a calendar or by typing; its arrow as that of a list."""

    def __init__(self, theme: Theme, day: QDate) -> None:
        super().__init__(day)
        self._theme = theme
        self.setCalendarPopup(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then the arrow at its end."""
        super().paintEvent(event)
        _arrow(self, self._theme)


def _arrow(field: QWidget, theme: Theme) -> None:
    painter = QPainter(field)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.colour("soft"), theme.px(2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    reach, inset = theme.px(5), theme.px(20)
    mirrored = field.layoutDirection() is Qt.LayoutDirection.RightToLeft
    x, y = (inset if mirrored else field.width() - inset), field.height() / 2
    painter.drawPolyline(
        [QPointF(x - reach, y - reach / 2), QPointF(x, y + reach / 2), QPointF(x + reach, y - reach / 2)]
    )
