"""A dialogue over the page: a title, a scrolling column, and a foot of buttons. Escape closes it.

It is as high as what it asks, up to a height; what comes later makes it grow, and nothing makes it smaller.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.views.kit.surfaces import Banner, Part, clear, column, fill, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type

# Lower than this, in pixels at 100 %, a question looks lost.
_LEAST = 220


class Dialog(QDialog):
    """`body` takes what is asked, `foot` the buttons; `tell` shows a sentence under the title."""

    def __init__(
        self, theme: Theme, title: str, *, width: int = 560, height: int = 640, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self.setModal(True)
        self._told = column(theme)
        self.body: QVBoxLayout = column(theme, gap=Space.SNUG)
        self.foot: QHBoxLayout = row(theme, pad=Space.BASE)
        inside = self._asked = QWidget()
        inside.setProperty("kind", "column")
        heading = PlainLabel(title, theme, Type.TITLE, wrap=True)
        inside.setLayout(column(theme, heading, self._told, self.body, 1, pad=Space.ROOMY))
        area = self._scroll = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.setLayout(column(theme, area, self.foot, gap=0))
        room = parent.size() if parent is not None else None
        wide, high = theme.px(width), theme.px(height)
        self._tallest = min(high, room.height()) if room else high
        self.resize(min(wide, room.width()) if room else wide, self._tallest)
        theme.dress(self)
        self._growing = QTimer(self, singleShot=True, interval=0)
        self._growing.timeout.connect(self._grow)
        inside.installEventFilter(self)

    def showEvent(self, event: QShowEvent) -> None:
        """No higher than what it asks."""
        super().showEvent(event)
        self.resize(self.width(), max(self._wanted(), min(self.theme.px(_LEAST), self._tallest)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What comes later makes it grow, to both sides."""
        if watched is self._asked and event.type() is QEvent.Type.LayoutRequest:
            # Not now: the layout is at work.
            self._growing.start()
        return False

    def _grow(self) -> None:
        more = self._wanted() - self.height()
        if self.isVisible() and more > 0:
            self.setGeometry(self.geometry().adjusted(0, -(more // 2), 0, more - more // 2))

    def _wanted(self) -> int:
        """The height of all that is asked, with the foot, as far as there is room."""
        layout = self._asked.layout()
        if layout is None:
            return self._tallest
        width = self.width() - self._scroll.verticalScrollBar().sizeHint().width()
        asked = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        return min(asked + self.foot.sizeHint().height(), self._tallest)

    def tell(self, sentence: str, *, tone: str = "bad") -> None:
        """Say something under the title: why it did not work, or that it did."""
        clear(self._told)
        icon = {"bad": "warning", "good": "check"}.get(tone, "info")
        self._told.addWidget(Banner(sentence, self.theme, tone=tone, icon=icon))

    def show_parts(self, *parts: Part) -> None:
        """Replace what is asked."""
        clear(self.body)
        fill(self.body, parts)

    def show_foot(self, *parts: Part) -> None:
        """Replace the buttons."""
        clear(self.foot)
        fill(self.foot, parts)
