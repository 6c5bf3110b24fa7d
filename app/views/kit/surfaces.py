"""What things lie on: cards, banners, chips, empty states, and rows and columns with the grid's spacing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QVBoxLayout, QWidget

from app.views.kit.art import Drawing
from app.views.kit.buttons import Button
from app.views.kit.icons import IconView, draw_icon
from app.views.kit.text import MOST_LETTERS, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type

Part = QWidget | QLayout | int | None
# A chip, pixels at 100 %: beside its words and above them, its icon, and what lies between both.
_CHIP_PAD, _CHIP_RISE, _CHIP_ICON, _CHIP_GAP = 10, 4, 16, 6


def fill(box: QBoxLayout, parts: tuple[Part, ...]) -> None:
    """Add widgets and layouts; a number is that stretch, None is left out."""
    for part in parts:
        if isinstance(part, QWidget):
            box.addWidget(part)
        elif isinstance(part, QLayout):
            box.addLayout(part)
        elif isinstance(part, int):
            box.addStretch(part)


def column(theme: Theme, *parts: Part, gap: int = Space.SNUG, pad: int = 0) -> QVBoxLayout:
    """Parts below each other."""
    box = QVBoxLayout()
    box.setSpacing(theme.px(gap))
    box.setContentsMargins(*[theme.px(pad)] * 4)
    fill(box, parts)
    return box


def row(theme: Theme, *parts: Part, gap: int = Space.SNUG, pad: int = 0) -> QHBoxLayout:
    """Parts beside each other."""
    box = QHBoxLayout()
    box.setSpacing(theme.px(gap))
    box.setContentsMargins(*[theme.px(pad)] * 4)
    fill(box, parts)
    return box


def clear(layout: QLayout) -> None:
    """Take everything out of a layout; widgets are deleted once the event loop is idle."""
    while (item := layout.takeAt(0)) is not None:
        _drop(item)


def _drop(item: QLayoutItem) -> None:
    widget, inner = item.widget(), item.layout()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
    elif inner is not None:
        clear(inner)


class Card(QFrame):
    """A rounded surface with an inner column."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme, *parts: Part, gap: int = Space.SNUG, pad: int = Space.ROOMY) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.body = column(theme, *parts, gap=gap, pad=pad)
        self.setLayout(self.body)


class Banner(QFrame):
    """A sentence that matters now, in one of the tones primary, accent, good, bad; with a way on where there is one."""

    accessible_role = QAccessible.Role.AlertMessage

    def __init__(
        self,
        text: str,
        theme: Theme,
        *,
        tone: str = "primary",
        icon: str = "info",
        action: tuple[str, Callable[[], object]] | None = None,
        second: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("kind", "banner")
        self.setProperty("tone", tone)
        colour = theme.colour(f"on_{tone}_soft")
        self.label = PlainLabel(text, theme, Type.BODY, tone="banner", wrap=True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        buttons = [Button(words, theme, does) for words, does in filter(None, (action, second))]
        self.setLayout(row(theme, IconView(icon, colour, theme.px(24)), self.label, *buttons, pad=Space.BASE))
        self.layout().setStretch(1, 1)  # type: ignore[union-attr]
        self.setAccessibleName(text)


class Chip(QWidget):
    """A short word on a pill, with a small icon: a state, a scope, a count. Painted whole: a list has many of them."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(
        self, text: str, theme: Theme, *, ink: str = "soft", ground: str = "sunken", icon: str | None = None
    ) -> None:
        super().__init__()
        self._theme, self._ground, self._ink, self._icon, self._text = theme, ground, ink, icon, ""
        self.setFont(theme.font(Type.CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_words(text, ink=ink, ground=ground)

    def set_words(self, text: str, *, ink: str, ground: str) -> None:
        """Another text and colours."""
        self._ground, self._ink, self._text = ground, ink, " ".join(text[:MOST_LETTERS].split())
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The words in one line, the icon before them, and the pill around both."""
        words = self.fontMetrics().size(Qt.TextFlag.TextSingleLine, self._text)
        high = max(words.height(), self._side() if self._icon else 0)
        pad = 2 * self._theme.px(_CHIP_PAD)
        return QSize(words.width() + self._before() + pad, high + 2 * self._theme.px(_CHIP_RISE))

    def minimumSizeHint(self) -> QSize:
        """Nothing is cut off."""
        return self.sizeHint()

    def _side(self) -> int:
        return self._theme.px(_CHIP_ICON)

    def _before(self) -> int:
        """What the icon takes before the words."""
        return self._side() + self._theme.px(_CHIP_GAP) if self._icon else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pill, of which high contrast draws the edge; the icon and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edged, ink = self._theme.is_contrast, self._theme.colour(self._ink)
        painter.setPen(self._theme.colour("line") if edged else QColor(0, 0, 0, 0))
        painter.setBrush(self._theme.colour(self._ground))
        half = self.height() / 2 - 1
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), half, half)
        pad, side = self._theme.px(_CHIP_PAD), self._side()
        if self._icon:
            draw_icon(self, painter, QRect(pad, (self.height() - side) // 2, side, side), self._icon, ink)
        painter.setPen(ink)
        room = self.rect().adjusted(pad + self._before(), 0, -pad, 0)
        cut = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut)


class EmptyState(QWidget):
    """Where nothing is yet: a drawing, what will be here, and how to begin."""

    def __init__(
        self,
        title: str,
        text: str,
        theme: Theme,
        *,
        drawing: str = "notes",
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        super().__init__()
        button = Button(action[0], theme, action[1], kind="primary") if action else None
        box = column(
            theme,
            Drawing(drawing, theme, QSize(180, 110)),
            PlainLabel(title, theme, Type.HEAD, centred=True, wrap=True),
            PlainLabel(text, theme, tone="soft", centred=True, wrap=True),
            button,
            pad=Space.ROOMY,
        )
        for index in (0, 3):
            item = box.itemAt(index)
            widget = item.widget() if item is not None else None
            if widget is not None:
                box.setAlignment(widget, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(box)


def rule() -> QFrame:
    """A thin line."""
    line = QFrame()
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    return line
