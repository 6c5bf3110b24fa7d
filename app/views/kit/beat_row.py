"""The beat to be seen: a dot for each beat of the bar, the present one filled and numbered."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.stage.beats import Beat
from app.views.kit.theme import Theme
from app.views.kit.tokens import Type, Weight

# Larger letters need no larger dots: the music needs the room.
HIGHEST = 68


class BeatRow(QWidget):
    """Shows one beat after the other, nothing while nothing beats. Counting in has its own colour and word."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._beat: Beat | None = None
        self.setFixedHeight(min(theme.px(60), HIGHEST))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def beats(self) -> bool:
        """Is there a beat to be seen?"""
        return self._beat is not None

    def show_beat(self, beat: Beat | None) -> None:
        """Another beat, or none."""
        changed = (beat is None) != (self._beat is None) or (
            beat is not None and self._beat is not None and beat.counted_in != self._beat.counted_in
        )
        self._beat = beat
        if changed:
            self.setAccessibleName(self._word())
        self.update()

    def _word(self) -> str:
        if self._beat is None:
            return ""
        return self.tr("Get ready") if self._beat.counted_in else self.tr("Play")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The word, then the dots."""
        beat, theme = self._beat, self._theme
        if beat is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(Type.HEAD))
        words = painter.fontMetrics().horizontalAdvance(self._word())
        size, gap = min(theme.px(44), HIGHEST - 12), theme.px(14)
        left = (self.width() - words - gap - beat.of * (size + gap)) / 2
        painter.setPen(theme.colour("ink"))
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, 0, words + 2, self.height()), vertical | Qt.AlignmentFlag.AlignLeft, self._word())
        left += words + 2 * gap
        for number in range(1, beat.of + 1):
            centre = QPointF(left + (number - 1) * (size + gap) + size / 2, self.height() / 2)
            self._dot(painter, centre, size, number, beat)

    def _dot(self, painter: QPainter, centre: QPointF, size: float, number: int, beat: Beat) -> None:
        theme, now = self._theme, number == beat.number
        ground, ink = ("accent", "on_accent") if beat.counted_in else ("primary", "on_primary")
        painter.setPen(QPen(theme.colour(ground if now else "outline"), 2))
        painter.setBrush(theme.colour(ground if now else "surface"))
        shown = size if now else size * 0.72
        painter.drawEllipse(centre, shown / 2, shown / 2)
        if now or beat.counted_in:
            painter.setPen(theme.colour(ink if now else "soft"))
            painter.setFont(theme.font_of(22 if now else 15, Weight.BOLD))
            box = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
