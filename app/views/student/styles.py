"""The styles of a profile: a band of our own drawing and a ring around the picture, picked from a list."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.views.kit.avatar import draw_avatar
from app.views.kit.theme import Theme
from app.views.kit.tokens import Radius, Type


class Style(NamedTuple):
    """Colours from top to bottom, that of the drawing, and that of the ring."""

    top: str
    bottom: str
    drawing: str
    ring: str


STYLES = {
    "plain": Style("#DDE4F3", "#DDE4F3", "#C3CEE8", "#2746B0"),
    "meadow": Style("#D8F0DA", "#8CCB8F", "#4F9A4C", "#18703E"),
    "ocean": Style("#CDE8F6", "#5AA7D0", "#2F7FB0", "#0B6676"),
    "sunset": Style("#FBD9A8", "#E98A72", "#C95B5B", "#A4420F"),
    "night": Style("#2B2F5E", "#141833", "#F2D98A", "#7434A3"),
    "paper": Style("#FBF6E9", "#F1E8D0", "#BCA97C", "#855300"),
}


def style_words(styling: str) -> str:
    """A style's name."""
    translate = QCoreApplication.translate
    return {
        "plain": translate("style", "Plain"),
        "meadow": translate("style", "Meadow"),
        "ocean": translate("style", "Ocean"),
        "sunset": translate("style", "Sunset"),
        "night": translate("style", "Night"),
        "paper": translate("style", "Music paper"),
    }.get(styling, styling)


def draw_band(painter: QPainter, area: QRectF, styling: str, theme: Theme) -> None:
    """Paint the band of a style; an unknown one is plain, which takes the colours of the look."""
    if styling not in _DRAWINGS:
        painter.fillRect(area, theme.colour("primary_soft"))
        return
    style = STYLES[styling]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    ground = QLinearGradient(area.topLeft(), area.bottomLeft())
    ground.setColorAt(0, QColor(style.top))
    ground.setColorAt(1, QColor(style.bottom))
    painter.fillRect(area, ground)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(style.drawing))
    _DRAWINGS[styling](painter, area, QColor(style.drawing))
    painter.restore()


def _hills(painter: QPainter, area: QRectF, colour: QColor) -> None:
    for number, (share, alpha) in enumerate(((0.2, 110), (0.62, 150), (1.0, 110))):
        colour.setAlpha(alpha)
        painter.setBrush(colour)
        middle = QPointF(area.left() + share * area.width(), area.bottom() + area.height() * 0.25)
        painter.drawEllipse(middle, area.width() * (0.3 + 0.06 * number), area.height() * 0.8)


def _waves(painter: QPainter, area: QRectF, colour: QColor) -> None:
    for row in range(3):
        colour.setAlpha(80 + 50 * row)
        painter.setBrush(colour)
        path = QPainterPath(area.bottomLeft())
        steps = 48
        for step in range(steps + 1):
            x = area.left() + area.width() * step / steps
            y = area.top() + area.height() * (0.45 + 0.2 * row + 0.06 * math.sin(step * 0.55 + row * 1.7))
            path.lineTo(x, y)
        path.lineTo(area.bottomRight())
        painter.drawPath(path)


def _sun(painter: QPainter, area: QRectF, colour: QColor) -> None:
    middle = QPointF(area.left() + area.width() * 0.78, area.bottom())
    for ring in range(4, 0, -1):
        colour.setAlpha(60)
        painter.setBrush(colour)
        painter.drawEllipse(middle, area.height() * 0.24 * ring, area.height() * 0.24 * ring)


def _stars(painter: QPainter, area: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    for star in range(36):
        seed = star * 2_654_435_761 % 4_294_967_296
        x, y = seed % 997 / 997, seed // 997 % 499 / 499
        size = area.height() * (0.012 + 0.014 * (seed % 3))
        painter.drawEllipse(QPointF(area.left() + x * area.width(), area.top() + y * area.height()), size, size)


def _staves(painter: QPainter, area: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, max(1.0, area.height() / 90)))
    for line in range(5):
        y = area.top() + area.height() * (0.26 + 0.12 * line)
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for note in range(9):
        x = area.left() + area.width() * (0.06 + 0.11 * note)
        y = area.top() + area.height() * (0.68 - 0.06 * (note * 5 % 7))
        painter.drawEllipse(QPointF(x, y), area.height() * 0.075, area.height() * 0.055)
        high = area.height()
        painter.drawRect(QRectF(x + high * 0.055, y - high * 0.36, high * 0.02, high * 0.36))


_DRAWINGS: dict[str, Callable[[QPainter, QRectF, QColor], None]] = {
    "meadow": _hills,
    "ocean": _waves,
    "sunset": _sun,
    "night": _stars,
    "paper": _staves,
}


class StyledFace(QWidget):
    """The band of a profile with its picture in a ring. It says nothing: the name beside it does."""

    def __init__(self, styling: str, avatar: str, theme: Theme) -> None:
        super().__init__()
        self._styling, self._avatar, self._theme = styling, avatar, theme
        self.setFixedHeight(theme.px(152))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Band, ring, picture."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        band = QRectF(0, 0, self.width(), theme.px(104))
        shape = QPainterPath()
        shape.addRoundedRect(band, theme.px(Radius.CONTROL), theme.px(Radius.CONTROL))
        painter.save()
        painter.setClipPath(shape)
        draw_band(painter, band, self._styling, theme)
        painter.restore()
        side, ring = theme.px(96), theme.px(5)
        left = (
            self.width() - side - theme.px(24)
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            else theme.px(24)
        )
        area = QRectF(left, self.height() - side - ring, side, side)
        painter.setPen(QPen(theme.colour("surface"), 2 * ring))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(area)
        draw_avatar(painter, area, self._avatar)
        painter.setPen(QPen(QColor(STYLES.get(self._styling, STYLES["plain"]).ring), ring))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(area)


class StylePick(QAbstractButton):
    """A style to pick, with its name below."""

    def __init__(self, styling: str, theme: Theme, pressed: Callable[[], object]) -> None:
        super().__init__()
        self._styling, self._theme = styling, theme
        self.setText(style_words(styling))
        name = QCoreApplication.translate("style", "Style: {name}")
        self.setAccessibleName(name.format(name=style_words(styling)))
        self.setFixedSize(theme.px(112), theme.px(92))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Qt would hand the checked state on.
        self.clicked.connect(lambda _=False: pressed())

    @property
    def styling(self) -> str:
        """Which style."""
        return self._styling

    def sizeHint(self) -> QSize:
        """As large as it is."""
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The band small, its name, and a ring while it has the focus or is the one."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = theme.px(3)
        area = QRectF(self.rect()).adjusted(2 * ring, 2 * ring, -2 * ring, -theme.px(28))
        shape = QPainterPath()
        shape.addRoundedRect(area, theme.px(Radius.SMALL), theme.px(Radius.SMALL))
        painter.save()
        painter.setClipPath(shape)
        draw_band(painter, area, self._styling, theme)
        painter.restore()
        if self.hasFocus() or self.isChecked():
            painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else "primary"), ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(-ring, -ring, ring, ring), theme.px(8), theme.px(8))
        painter.setPen(theme.colour("primary" if self.isChecked() else "ink"))
        painter.setFont(theme.font(Type.CAPTION))
        below = QRectF(0, self.height() - theme.px(24), self.width(), theme.px(24))
        chosen = f"✓ {self.text()}" if self.isChecked() else self.text()
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, chosen)
