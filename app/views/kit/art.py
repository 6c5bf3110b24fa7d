"""Drawings of our own: calm line-and-shape pictures for empty places and the sign-in page. Painted, no files."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.kit.theme import Theme

# Every drawing is made on this canvas and scaled to its place.
CANVAS = QSize(180, 110)


class Drawing(QWidget):
    """One of the drawings in `DRAWINGS`. Says nothing to a screen reader: the words beside it do."""

    def __init__(self, name: str, theme: Theme, size: QSize = CANVAS) -> None:
        super().__init__()
        self._name, self._theme = name, theme
        self.setFixedSize(theme.px(size.width()), theme.px(size.height()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drawing, fitted into the widget."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / CANVAS.width(), self.height() / CANVAS.height())
        painter.translate((self.width() - CANVAS.width() * scale) / 2, (self.height() - CANVAS.height() * scale) / 2)
        painter.scale(scale, scale)
        DRAWINGS[self._name](painter, self._theme)


def eighth_note(painter: QPainter, at: QPointF, size: float, colour: QColor) -> None:
    """A note with a flag; `at` is the middle of its head, `size` the head's width."""
    painter.save()
    painter.translate(at)
    painter.scale(size / 20, size / 20)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.save()
    painter.rotate(-20)
    painter.drawEllipse(QRectF(-10, -7, 20, 14))
    painter.restore()
    painter.drawRoundedRect(QRectF(6.4, -46, 3.4, 44), 1.6, 1.6)
    flag = QPainterPath(QPointF(8, -46))
    flag.cubicTo(QPointF(10, -34), QPointF(26, -32), QPointF(20, -14))
    flag.cubicTo(QPointF(21, -25), QPointF(14, -28), QPointF(8, -32))
    painter.drawPath(flag)
    painter.restore()


def _blob(painter: QPainter, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("primary_soft"))
    path = QPainterPath(QPointF(22, 66))
    path.cubicTo(QPointF(10, 24), QPointF(60, 4), QPointF(98, 14))
    path.cubicTo(QPointF(140, 4), QPointF(176, 34), QPointF(162, 72))
    path.cubicTo(QPointF(154, 108), QPointF(100, 98), QPointF(82, 102))
    path.cubicTo(QPointF(52, 108), QPointF(30, 98), QPointF(22, 66))
    painter.drawPath(path)


def _notes(painter: QPainter, theme: Theme) -> None:
    _blob(painter, theme)
    painter.setPen(QPen(theme.colour("outline"), 1.4))
    for line in range(5):
        y = 38 + 9 * line
        wave = QPainterPath(QPointF(28, y + 6))
        wave.cubicTo(QPointF(70, y - 10), QPointF(110, y + 16), QPointF(154, y - 2))
        painter.drawPath(wave)
    eighth_note(painter, QPointF(58, 66), 17, theme.colour("primary"))
    eighth_note(painter, QPointF(92, 76), 17, theme.colour("accent"))
    eighth_note(painter, QPointF(126, 62), 17, theme.colour("primary"))


def keys(painter: QPainter, theme: Theme, area: QRectF, octaves: int = 1) -> None:
    """A piece of a piano keyboard, for decoration."""
    white = area.width() / (7 * octaves)
    painter.setPen(QPen(theme.colour("key_line"), 1.2))
    painter.setBrush(theme.colour("key_white"))
    for i in range(7 * octaves):
        painter.drawRoundedRect(QRectF(area.left() + i * white, area.top(), white, area.height()), 3, 3)
    painter.setBrush(theme.colour("key_black"))
    for octave in range(octaves):
        for i in (0, 1, 3, 4, 5):
            left = area.left() + (octave * 7 + i + 1) * white - white * 0.3
            painter.drawRoundedRect(QRectF(left, area.top(), white * 0.6, area.height() * 0.6), 2, 2)


def _piano(painter: QPainter, theme: Theme) -> None:
    _blob(painter, theme)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("primary"))
    painter.drawRoundedRect(QRectF(32, 44, 116, 48), 9, 9)
    keys(painter, theme, QRectF(40, 56, 100, 32), 2)
    eighth_note(painter, QPointF(66, 36), 11, theme.colour("accent"))
    eighth_note(painter, QPointF(112, 30), 11, theme.colour("primary"))


def _cable(painter: QPainter, theme: Theme) -> None:
    _blob(painter, theme)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("primary"))
    painter.drawRoundedRect(QRectF(20, 52, 92, 40), 8, 8)
    keys(painter, theme, QRectF(27, 62, 78, 26), 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(theme.colour("ink"), 3.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    lead = QPainterPath(QPointF(66, 52))
    lead.cubicTo(QPointF(64, 22), QPointF(92, 22), QPointF(104, 32))
    painter.drawPath(lead)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(QRectF(100, 24, 24, 17), 4, 4)
    painter.setBrush(theme.colour("outline"))
    painter.drawRect(QRectF(124, 28, 10, 9))
    painter.setBrush(theme.colour("ink"))
    painter.drawRoundedRect(QRectF(146, 20, 12, 25), 3, 3)


def _trophy(painter: QPainter, theme: Theme) -> None:
    _blob(painter, theme)
    painter.setPen(QPen(theme.colour("accent"), 5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(58, 26, 22, 26))
    painter.drawEllipse(QRectF(100, 26, 22, 26))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    cup = QPainterPath(QPointF(66, 18))
    cup.lineTo(114, 18)
    cup.cubicTo(QPointF(114, 56), QPointF(102, 66), QPointF(90, 68))
    cup.cubicTo(QPointF(78, 66), QPointF(66, 56), QPointF(66, 18))
    painter.drawPath(cup)
    painter.drawRect(QRectF(86, 64, 8, 16))
    painter.setBrush(theme.colour("primary"))
    painter.drawRoundedRect(QRectF(70, 80, 40, 12), 4, 4)
    eighth_note(painter, QPointF(87, 50), 12, theme.colour("on_accent"))


def _class(painter: QPainter, theme: Theme) -> None:
    _blob(painter, theme)
    painter.setPen(Qt.PenStyle.NoPen)
    for x, y, name in ((52, 46, "accent"), (90, 36, "primary"), (128, 46, "good")):
        painter.setBrush(theme.colour(name))
        painter.drawEllipse(QPointF(x, y), 13, 13)
        body = QPainterPath(QPointF(x - 22, y + 46))
        body.cubicTo(QPointF(x - 22, y + 10), QPointF(x + 22, y + 10), QPointF(x + 22, y + 46))
        painter.drawPath(body)


DRAWINGS: dict[str, Callable[[QPainter, Theme], None]] = {
    "notes": _notes,
    "piano": _piano,
    "cable": _cable,
    "trophy": _trophy,
    "class": _class,
}
