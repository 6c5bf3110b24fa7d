"""Two lanes over time: as it was written, and as it was played, each key with its sign. Press anywhere to go there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.kit.judged_words import press_words
from app.views.kit.marks import draw_sign, word
from app.views.kit.theme import Theme
from app.views.kit.tokens import Type, Weight
from domain.games.picture import Mark
from domain.games.retelling import Press, Retold
from domain.records.progress import CHOICE

# How much time the lanes show at once, in microseconds: a phrase, not a page.
WINDOW = 12_000_000
# An arrow key goes this far.
STEP = 2_000_000
_LEAST = 180_000


class Lanes(QWidget):
    """Paints a window of time around the place. `sought` gives the place that was pressed, in microseconds."""

    sought = Signal(int)
    accessible_role = QAccessible.Role.Slider

    def __init__(self, retold: Retold, theme: Theme) -> None:
        super().__init__()
        self._retold, self._theme, self._at = retold, theme, 0
        self.setFixedHeight(theme.px(132))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Place in what was played. The arrow keys move it."))
        self.show_place(0)

    def show_place(self, at: int) -> None:
        """Another moment."""
        self._at = at
        self.setAccessibleDescription(self.words())
        self.update()

    def words(self) -> str:
        """The place, and what was written and played there last."""
        seconds = self.tr("{at} of {all} seconds").format(
            at=self._at // 1_000_000, all=max(1, self._retold.length // 1_000_000)
        )
        said = [seconds]
        written, played = _last(self._retold.written, self._at), _last(self._retold.played, self._at)
        if written is not None and press_words(written):
            said.append(self.tr("written: {note}").format(note=press_words(written)))
        if played is not None and press_words(played):
            said.append(self.tr("played: {note}").format(note=press_words(played)))
        if played is not None and played.mark is not None:
            said.append(word(played.mark))
        return ", ".join(said)

    def sizeHint(self) -> QSize:
        """Wide."""
        return QSize(self._theme.px(640), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys, Home and End."""
        steps = {Qt.Key.Key_Left: self._at - STEP, Qt.Key.Key_Right: self._at + STEP, Qt.Key.Key_Home: 0,
                 Qt.Key.Key_End: self._retold.length}  # fmt: skip
        place = steps.get(Qt.Key(event.key()))
        if place is None:
            super().keyPressEvent(event)
            return
        self.sought.emit(max(0, min(place, self._retold.length)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek(event)

    def _seek(self, event: QMouseEvent) -> None:
        share = (event.position().x() - self._left()) / max(1.0, self.width() - self._left())
        place = self._from() + round(share * self._span())
        self.sought.emit(max(0, min(place, self._retold.length)))

    def _left(self) -> float:
        """Where the time begins, right of the lanes' names."""
        return float(self._theme.px(104))

    def _span(self) -> int:
        return min(WINDOW, max(_LEAST, self._retold.length))

    def _from(self) -> int:
        """The window follows the place, which stands in its first third, and rests at both ends."""
        return max(0, min(self._at - self._span() // 3, self._retold.length - self._span()))

    def _x(self, at: int) -> float:
        return self._left() + (at - self._from()) / self._span() * (self.width() - self._left())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lanes, keys, then the line of now."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = (self.height() - theme.px(26)) / 2
        lanes = (
            (theme.px(6), self.tr("As written"), self._retold.written),
            (theme.px(18) + high, self.tr("As played"), self._retold.played),
        )
        for top, name, some in lanes:
            area = QRectF(self._left(), top, self.width() - self._left(), high)
            self._lane(painter, area, name)
            painter.save()
            painter.setClipRect(area.adjusted(0, -theme.px(8), 0, theme.px(8)))
            pitches = [press.pitch for press in (*self._retold.written, *self._retold.played) if press.pitch < CHOICE]
            for press in some:
                self._press(painter, press, area, pitches)
            painter.restore()
        self._now(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), theme.px(3)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)

    def _lane(self, painter: QPainter, area: QRectF, name: str) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.colour("outline"), 1) if theme.is_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(area, theme.px(8), theme.px(8))
        painter.setPen(theme.colour("soft"))
        painter.setFont(theme.font(Type.CAPTION))
        label = QRectF(0, area.top(), self._left() - theme.px(10), area.height())
        painter.drawText(label, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap,
                         name)  # fmt: skip

    def _press(self, painter: QPainter, press: Press, area: QRectF, pitches: list[int]) -> None:
        name = press_words(press)
        left, right = self._x(press.at), self._x(press.at + press.length)
        wide = max(right - left, self._theme.px(24 if press.mark is None else 24 + 16) + self._letters(name))
        if left + wide < area.left() or left > area.right():
            return
        high = self._theme.px(22)
        bar = QRectF(left, self._height_of(press, area, pitches) - high / 2, wide, high)
        colour = QColor(self._theme.palette.mark(press.mark) if press.mark else self._theme.palette.ink)
        pale = QColor(colour)
        pale.setAlphaF(0.0 if self._theme.is_contrast else 0.20)
        painter.setPen(QPen(colour, self._theme.px(2)))
        painter.setBrush(pale)
        painter.drawRoundedRect(bar, self._theme.px(6), self._theme.px(6))
        start = bar.left() + self._theme.px(4)
        if press.mark is not None:
            size = self._theme.px(16)
            draw_sign(painter, press.mark, QPointF(start + size / 2, bar.center().y()), size, self._theme)
            start += size + self._theme.px(3)
        painter.setPen(colour)
        painter.setFont(self._theme.font_of(12, Weight.SEMIBOLD))
        if name:
            text = QRectF(start, bar.top(), bar.right() - start, bar.height())
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    def _letters(self, name: str) -> int:
        """How wide a name is: a short key is drawn as long as its name, so that it can be read."""
        metrics = QFontMetrics(self._theme.font_of(12, Weight.SEMIBOLD))
        return max(0, metrics.horizontalAdvance(name) - self._theme.px(10))

    def _height_of(self, press: Press, area: QRectF, pitches: list[int]) -> float:
        """Higher notes lie higher; one pitch alone, and picked answers, lie in the middle."""
        low, top = min(pitches, default=0), max(pitches, default=0)
        if press.pitch >= CHOICE or low == top:
            return area.center().y()
        room = area.height() - self._theme.px(28)
        share = (min(max(press.pitch, low), top) - low) / (top - low)
        return area.bottom() - self._theme.px(14) - share * room

    def _now(self, painter: QPainter) -> None:
        x, theme = self._x(self._at), self._theme
        painter.setPen(QPen(QColor(theme.palette.mark(Mark.NOW)), theme.px(3)))
        painter.drawLine(QPointF(x, theme.px(2)), QPointF(x, self.height() - theme.px(2)))


def _last(some: tuple[Press, ...], at: int) -> Press | None:
    return next((press for press in reversed(some) if press.at <= at), None)
