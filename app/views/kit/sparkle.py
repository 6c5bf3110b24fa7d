"""A short celebration over a card: pieces of paper rise once and are gone. Not where motion is reduced."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.views.kit.theme import Theme

_PIECES, _LASTS = 28, 1_400
_COLOURS = ("primary", "accent", "good", "extra", "early")


class Sparkle(QWidget):
    """Lies over a card while it lasts, lets every touch through, and deletes itself. It says nothing."""

    def __init__(self, over: QWidget, theme: Theme) -> None:
        super().__init__(over)
        self._theme, self._over, self._progress = theme, over, 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(over.rect())
        over.installEventFilter(self)
        self._rise = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=_LASTS)
        self._rise.valueChanged.connect(self._move)
        self._rise.finished.connect(self.deleteLater)
        self._rise.start()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what is celebrated."""
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    def _move(self, value: float) -> None:
        self._progress = value
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pieces whose places follow from their number and the time alone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for piece in range(_PIECES):
            seed = piece * 2_654_435_761 % 4_294_967_296
            x = seed % 997 / 997 * self.width() + 12 * math.sin(6 * self._progress + piece)
            high = self.height() * (0.4 + seed // 997 % 61 / 100)
            y = self.height() - high * math.sin(math.pi * min(1.0, 0.15 + self._progress))
            colour = QColor(self._theme.colour(_COLOURS[piece % len(_COLOURS)]))
            colour.setAlphaF(max(0.0, min(1.0, 2 * (1 - self._progress))))
            painter.setBrush(colour)
            side = self._theme.px(4 + seed % 4)
            painter.drawRoundedRect(round(x), round(y), side, side, 2, 2)


def celebrate(over: QWidget, theme: Theme) -> Sparkle | None:
    """Celebrate a card once; nothing moves where the user wants less motion."""
    return None if theme.reduced_motion else Sparkle(over, theme)
