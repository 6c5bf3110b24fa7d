"""A dialogue over the page: a title, a scrolling column, and a foot of buttons. Escape closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.views.kit.surfaces import Banner, Part, clear, column, fill, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type


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
        inside = QWidget()
        inside.setProperty("kind", "column")
        heading = PlainLabel(title, theme, Type.TITLE, wrap=True)
        inside.setLayout(column(theme, heading, self._told, self.body, 1, pad=Space.ROOMY))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.setLayout(column(theme, area, self.foot, gap=0))
        room = parent.size() if parent is not None else None
        wide, high = theme.px(width), theme.px(height)
        self.resize(min(wide, room.width()) if room else wide, min(high, room.height()) if room else high)
        theme.dress(self)

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
