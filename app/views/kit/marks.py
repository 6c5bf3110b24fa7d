"""Marks on notes and keys: each has a colour, a shape and a word, so that colour is never the only sign."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.views.kit.theme import Theme
from domain.games.picture import Mark


def word(mark: Mark) -> str:
    """The mark in one word of the user's language."""
    translate = QCoreApplication.translate
    return {
        Mark.NOW: translate("marks", "now"),
        Mark.RIGHT: translate("marks", "right"),
        Mark.EARLY: translate("marks", "early"),
        Mark.LATE: translate("marks", "late"),
        Mark.WRONG: translate("marks", "wrong"),
        Mark.MISSED: translate("marks", "missed"),
        Mark.EXTRA: translate("marks", "extra"),
        Mark.HINT: translate("marks", "hint"),
    }[mark]


def draw_sign(painter: QPainter, mark: Mark, centre: QPointF, size: float, theme: Theme) -> None:
    """The mark's shape on a disc of its colour; `size` is the disc's width."""
    colour = QColor(theme.palette.mark(mark))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    painter.scale(size / 20, size / 20)
    painter.setPen(QPen(colour, 2.2, Qt.PenStyle.DotLine) if mark is Mark.MISSED else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if mark is Mark.MISSED else colour)
    painter.drawEllipse(QRectF(-9, -9, 18, 18))
    pen = QPen(colour if mark is Mark.MISSED else theme.colour("surface"), 2.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_shape(mark))
    painter.restore()


# Strokes on a disc from -9 to 9.
_STROKES: dict[Mark, tuple[tuple[tuple[float, float], ...], ...]] = {
    Mark.NOW: (((0, -4.5), (0, 4)), ((-3.5, 0.5), (0, 4.2), (3.5, 0.5))),
    Mark.RIGHT: (((-4, 0.2), (-1.2, 3.2), (4.2, -3.2)),),
    Mark.EARLY: (((4, 0), (-4, 0)), ((-0.8, -3.4), (-4.2, 0), (-0.8, 3.4))),
    Mark.LATE: (((-4, 0), (4, 0)), ((0.8, -3.4), (4.2, 0), (0.8, 3.4))),
    Mark.WRONG: (((-3.3, -3.3), (3.3, 3.3)), ((3.3, -3.3), (-3.3, 3.3))),
    Mark.MISSED: (((-3, 0), (3, 0)),),
    Mark.EXTRA: (((-4, 0), (4, 0)), ((0, -4), (0, 4))),
    Mark.HINT: (((0, -4.4), (0, 1)), ((0, 4.2), (0, 4.3))),
}


def _shape(mark: Mark) -> QPainterPath:
    path = QPainterPath()
    for stroke in _STROKES[mark]:
        path.moveTo(*stroke[0])
        for point in stroke[1:]:
            path.lineTo(*point)
    return path
