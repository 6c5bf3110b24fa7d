"""Large things to touch: tiles with a picture and a name, and the number pad."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from app.views.kit.avatar import draw_avatar
from app.views.kit.buttons import Button, pressed_by_enter
from app.views.kit.theme import Theme
from app.views.kit.tokens import Radius, Type

PERSON = QSize(168, 176)


class Tile(QAbstractButton):
    """A picture above a name and a quiet second line. `avatar` may be empty: then the name's first letters show."""

    def __init__(
        self,
        name: str,
        theme: Theme,
        pressed: Callable[[], object],
        *,
        avatar: str = "",
        second: str = "",
        size: QSize = PERSON,
        words: str | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._avatar, self._second = theme, avatar, second
        self.setText(" ".join(name.split()))
        self.setAccessibleName(words or (f"{name}, {second}" if second else name))
        self.setFixedSize(theme.px(size.width()), theme.px(size.height()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Qt would hand the checked state on.
        self.clicked.connect(lambda _=False: pressed())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, too."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Card, picture, name, second line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        # Asked here, not of a style's option: that class alone costs a hundredth of the start.
        hovered = (self.underMouse() and self.isEnabled()) or self.isDown()
        focus = self.hasFocus()
        edge = theme.colour("focus") if focus else theme.colour("primary" if hovered else "line")
        painter.setPen(QPen(edge, theme.px(3) if focus else theme.px(2) if hovered else 1))
        painter.setBrush(theme.colour("primary_soft" if hovered and not theme.is_contrast else "surface"))
        radius = theme.px(Radius.CARD)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), radius, radius)
        self._picture(painter)
        self._words(painter)

    def _picture(self, painter: QPainter) -> None:
        theme = self._theme
        side = theme.px(84)
        area = QRectF((self.width() - side) / 2, theme.px(18), side, side)
        if self._avatar:
            draw_avatar(painter, area, self._avatar)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary"))
        painter.drawRoundedRect(area, theme.px(20), theme.px(20))
        painter.setPen(theme.colour("on_primary"))
        painter.setFont(theme.font(Type.TITLE))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, short_name(self.text()))

    def _words(self, painter: QPainter) -> None:
        theme = self._theme
        pad = theme.px(10)
        width = self.width() - 2 * pad
        for text, step, tone, top in (
            (self.text(), Type.STRONG, "ink", 112),
            (self._second, Type.CAPTION, "soft", 138),
        ):
            painter.setFont(theme.font(step))
            painter.setPen(theme.colour(tone))
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            line = QRectF(pad, theme.px(top), width, theme.px(26))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, cut)


def short_name(name: str) -> str:
    """What stands for a class on its tile: the word with a figure in it, else the first letters of two words."""
    words = name.split()
    numbered = next((word for word in words if any(letter.isdigit() for letter in word) and len(word) <= 4), None)
    return numbered or "".join(word[0].upper() for word in words[:2])


class PinPad(QWidget):
    """Digits to touch or type. `entered` comes with the PIN when Enter is pressed, or `length` digits are there."""

    accessible_role = QAccessible.Role.Grouping

    entered = Signal(str)

    def __init__(self, theme: Theme, *, length: int = 4) -> None:
        super().__init__()
        self._theme, self._length, self._pin, self._locked = theme, length, "", False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dots = PinDots(theme, length)
        grid = QGridLayout(self)
        grid.setSpacing(theme.px(10))
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._dots, 0, 0, 1, 3)
        for index, digit in enumerate("123456789"):
            grid.addWidget(self._key(digit), 1 + index // 3, index % 3)
        grid.addWidget(self._key("0"), 4, 1)
        erase = Button("", theme, self.erase, icon="erase", name=self.tr("Erase the last digit"))
        erase.setFixedHeight(theme.px(60))
        grid.addWidget(erase, 4, 2)
        self._tell()

    def start_again(self) -> None:
        """Forget what was typed."""
        self._pin = ""
        self._tell()

    def set_locked(self, locked: bool) -> None:
        """No digits are taken while an answer is awaited."""
        self._locked = locked

    def type_digit(self, digit: str) -> None:
        """One more digit."""
        if self._locked or len(self._pin) >= self._length:
            return
        self._pin += digit
        self._tell()
        if len(self._pin) == self._length:
            self.entered.emit(self._pin)

    def erase(self) -> None:
        """One digit less."""
        if not self._locked:
            self._pin = self._pin[:-1]
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits of either keypad, and Backspace."""
        if event.text() in set("0123456789") and event.text():
            self.type_digit(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self.erase()
        else:
            super().keyPressEvent(event)

    def _key(self, digit: str) -> Button:
        key = Button(digit, self._theme, partial(self.type_digit, digit))
        key.setFont(self._theme.font(Type.HEAD))
        key.setFixedSize(self._theme.px(92), self._theme.px(60))
        return key

    def _tell(self) -> None:
        self._dots.show_count(len(self._pin))
        self.setAccessibleName(self.tr("PIN, %n of 4 digits typed", None, len(self._pin)))


class PinDots(QWidget):
    """How many digits were typed; never which."""

    def __init__(self, theme: Theme, length: int) -> None:
        super().__init__()
        self._theme, self._length, self._count = theme, length, 0
        self.setFixedHeight(theme.px(44))

    def show_count(self, count: int) -> None:
        """That many are filled."""
        self._count = count
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A row of dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, gap = self._theme.px(18), self._theme.px(20)
        left = (self.width() - self._length * size - (self._length - 1) * gap) / 2
        for i in range(self._length):
            painter.setPen(QPen(self._theme.colour("primary" if i < self._count else "outline"), 2))
            painter.setBrush(self._theme.colour("primary" if i < self._count else "surface"))
            painter.drawEllipse(QRectF(left + i * (size + gap), (self.height() - size) / 2, size, size))
