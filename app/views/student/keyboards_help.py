"""What to do when nothing arrives: three pictures, three sentences."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.views.kit.art import keys
from app.views.kit.flow import Columns
from app.views.kit.surfaces import Card, column
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type

CANVAS = QSize(200, 110)


class NothingArrives(Card):
    """Cable, switch, other programs: in the order in which they are the reason."""

    def __init__(self, theme: Theme, title: str) -> None:
        translate = QCoreApplication.translate
        steps = (
            (
                _cable,
                translate("NothingArrives", "1. The cable"),
                translate(
                    "NothingArrives",
                    "The square plug goes into the keyboard (“USB to host”), the flat one into the computer.",
                ),
            ),
            (
                _switch,
                translate("NothingArrives", "2. The switch"),
                translate("NothingArrives", "Switch the keyboard on. A little light or its display shows that it is."),
            ),
            (
                _programs,
                translate("NothingArrives", "3. Other programs"),
                translate(
                    "NothingArrives",
                    "Close other music programs: some keep a keyboard for themselves. Then pull the cable and plug it "
                    "in again.",
                ),
            ),
        )
        words = PlainLabel(
            translate("NothingArrives", "It appears here by itself as soon as it is there."),
            theme,
            tone="soft",
            wrap=True,
        )
        columns = Columns(theme, *[_step(theme, *step) for step in steps], shares=(1, 1, 1))
        super().__init__(theme, PlainLabel(title, theme, Type.HEAD, wrap=True), words, columns)


def _step(theme: Theme, paint: Callable[[QPainter, Theme], None], head: str, text: str) -> QVBoxLayout:
    words = PlainLabel(text, theme, wrap=True)
    return column(theme, HelpPicture(paint, theme), PlainLabel(head, theme, Type.STRONG), words, 1, gap=Space.TIGHT)


class HelpPicture(QWidget):
    """A drawing; the words beside it say the same."""

    def __init__(self, paint: Callable[[QPainter, Theme], None], theme: Theme) -> None:
        super().__init__()
        self._paint, self._theme = paint, theme
        self.setFixedSize(theme.px(CANVAS.width()), theme.px(CANVAS.height()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drawing on its canvas."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.width() / CANVAS.width()
        painter.scale(scale, scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("primary_soft"))
        painter.drawRoundedRect(QRectF(0, 0, 200, 110), 14, 14)
        self._paint(painter, self._theme)


def _body(painter: QPainter, theme: Theme, area: QRectF) -> None:
    painter.setPen(QPen(theme.colour("outline"), 1.4))
    painter.setBrush(theme.colour("primary"))
    painter.drawRoundedRect(area, 7, 7)


def _lead(painter: QPainter, theme: Theme, path: QPainterPath) -> None:
    pen = QPen(theme.colour("ink"), 4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _cable(painter: QPainter, theme: Theme) -> None:
    """The keyboard's back with its square socket, the computer with its flat one, a lead between them."""
    _body(painter, theme, QRectF(14, 52, 78, 40))
    keys(painter, theme, QRectF(20, 66, 66, 22), 2)
    lead = QPainterPath(QPointF(53, 44))
    lead.cubicTo(QPointF(53, 4), QPointF(112, 6), QPointF(112, 44))
    lead.cubicTo(QPointF(112, 68), QPointF(116, 70), QPointF(122, 70))
    _lead(painter, theme, lead)
    painter.setPen(QPen(theme.colour("outline"), 1.2))
    painter.setBrush(theme.colour("accent"))
    painter.drawRect(QRectF(46, 40, 14, 14))
    painter.drawRect(QRectF(120, 65, 18, 10))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(QRectF(138, 34, 50, 42), 5, 5)
    painter.drawRoundedRect(QRectF(130, 78, 64, 9), 4, 4)


def _switch(painter: QPainter, theme: Theme) -> None:
    """A power button whose light is on."""
    _body(painter, theme, QRectF(20, 42, 160, 52))
    keys(painter, theme, QRectF(70, 58, 102, 32), 2)
    painter.setPen(QPen(theme.colour("outline"), 1.4))
    painter.setBrush(theme.colour("surface"))
    painter.drawEllipse(QPointF(45, 66), 15, 15)
    painter.setPen(QPen(theme.colour("ink"), 3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(38, 59, 14, 14), 130 * 16, 280 * 16)
    painter.drawLine(QPointF(45, 56), QPointF(45, 64))
    painter.setPen(QPen(theme.colour("outline"), 1))
    painter.setBrush(theme.colour("good"))
    painter.drawEllipse(QPointF(45, 30), 5, 5)
    painter.setPen(QPen(theme.colour("good"), 2))
    for x, y in ((-11, -5), (0, -12), (11, -5)):
        painter.drawLine(QPointF(45 + x * 0.7, 30 + y * 0.7), QPointF(45 + x, 30 + y))


def _programs(painter: QPainter, theme: Theme) -> None:
    """Two windows, the one in the back crossed out."""
    painter.setPen(QPen(theme.colour("outline"), 1.4))
    for area, colour in ((QRectF(30, 14, 84, 56), "sunken"), (QRectF(84, 38, 92, 60), "surface")):
        painter.setBrush(theme.colour(colour))
        painter.drawRoundedRect(area, 6, 6)
        painter.drawLine(QPointF(area.left(), area.top() + 13), QPointF(area.right(), area.top() + 13))
    keys(painter, theme, QRectF(94, 62, 72, 26), 1)
    pen = QPen(theme.colour("bad"), 6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(46, 34), QPointF(70, 60))
    painter.drawLine(QPointF(70, 34), QPointF(46, 60))
