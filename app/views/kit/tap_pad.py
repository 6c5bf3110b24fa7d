"""A surface to tap rhythms on without a keyboard: mouse, touch, space bar or any letter. Each press is one key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.kit.icons import icon
from app.views.kit.theme import Theme
from app.views.kit.tokens import Radius, Type

# The key that a tap is played on: middle C, as in the games' own answers.
KEY = 60
# Pixels: a tap needs no aim, and larger letters need no larger pad.
LOWEST, HIGHEST = 96, 160


class TapPad(QWidget):
    """Told apart from a button by when it plays: at the press, since a rhythm is made of those."""

    accessible_role = QAccessible.Role.PushButton

    def __init__(
        self, theme: Theme, press: Callable[[int], object] | None, release: Callable[[int], object] | None
    ) -> None:
        super().__init__()
        self._theme, self._press, self._release = theme, press, release
        self._held: set[int] = set()
        self._key_down = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if press else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(LOWEST)
        self.setMaximumHeight(HIGHEST)
        self._words = self.tr("Tap here, on the space bar or on any key")
        self.setAccessibleName(self._words)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._theme.px(480), min(self._theme.px(120), HIGHEST))

    def show_down(self, down: bool) -> None:
        """A key of the real keyboard moved: shown, not played."""
        self._key_down = down
        self.update()

    def let_go(self) -> None:
        """Release whatever holds it."""
        for source in list(self._held):
            self._up(source)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap."""
        self._down(0)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick taps are two taps."""
        self._down(0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The hand comes up."""
        self._up(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar, Enter and letters tap; figures and the rest go on to the page."""
        if event.isAutoRepeat():
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) or event.text().isalpha():
            self._down(event.key())
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The key comes up."""
        if not event.isAutoRepeat():
            self._up(event.key())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing keeps sounding when one goes elsewhere."""
        self.let_go()
        super().focusOutEvent(event)

    def _down(self, source: int) -> None:
        if self._press is None or source in self._held:
            return
        if self._held and self._release is not None:
            self._release(KEY)
        self._held.add(source)
        self._press(KEY)
        self.update()

    def _up(self, source: int) -> None:
        if source not in self._held:
            return
        self._held.discard(source)
        if not self._held and self._release is not None:
            self._release(KEY)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The surface, the hand and the words."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        down = bool(self._held) or self._key_down
        width = theme.px(4) if self.hasFocus() else theme.px(2)
        painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else "primary"), width))
        painter.setBrush(theme.colour("primary" if down else "primary_soft"))
        half = width / 2
        radius = theme.px(Radius.CARD)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        ink = theme.colour("on_primary" if down else "on_primary_soft")
        painter.setFont(theme.font(Type.HEAD))
        side = theme.px(32)
        room = self.rect().adjusted(side * 2, 0, -side, 0)
        words = painter.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._words)
        left = max(side // 2, (self.width() - words.width()) // 2 - side - theme.px(12))
        icon("tap", ink).paint(painter, QRect(left, (self.height() - side) // 2, side, side))
        painter.setPen(ink)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), self._words)
