"""The items of a showcase in their order: moved by hand with the pointer, by the keyboard, or with buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from app.store.showcase_readings import ShowcaseItem
from app.views.kit.buttons import Button
from app.views.kit.icons import IconView
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.student.showcase_parts import picture, rank_words


class Deeds(msgspec.Struct, frozen=True, kw_only=True):
    """What can be done with an item: to another place, out, or shared with others."""

    move: Callable[[ShowcaseItem, int], object]
    take_out: Callable[[ShowcaseItem], object]
    share: Callable[[ShowcaseItem], object]


class ItemLine(QFrame):
    """One item with its handle and its buttons. Alt with an arrow moves it, Delete takes it out."""

    accessible_role = QAccessible.Role.ListItem

    def __init__(self, item: ShowcaseItem, theme: Theme, deeds: Deeds, *, place: int, last: int) -> None:
        super().__init__()
        self.item, self._deeds, self._place, self._theme = item, deeds, place, theme
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        title = spoken(item.title)
        name = self.tr("{place}: {title}, {what}. {who}")
        self.setAccessibleName(
            name.format(place=place + 1, title=title, what=rank_words(item), who=spoken(item.who_sees))
        )
        self.setAccessibleDescription(self.tr("Alt with an arrow key moves it, Delete takes it out."))
        words = column(
            theme,
            1,
            PlainLabel(title, theme, Type.STRONG, wrap=True),
            PlainLabel(spoken(item.who_sees), theme, Type.CAPTION, tone="soft", wrap=True),
            self._share(title),
            1,
            gap=Space.HAIR,
        )
        handle = IconView("handle", theme.colour("soft"), theme.px(24))
        box = row(theme, handle, picture(item, theme, 56), words, *self._buttons(title, last), gap=Space.TIGHT)
        box.setContentsMargins(*[theme.px(Space.TIGHT)] * 4)
        box.setStretch(2, 1)
        self.setLayout(box)

    def _share(self, title: str) -> QWidget | None:
        """What is not shared is in it for its owner alone: the way to change that."""
        if self.item.scope is not None or not self.item.known:
            return None
        words = self.tr("Share it")
        share = Button(
            words, self._theme, partial(self._deeds.share, self.item), icon="share", name=f"{words}: {title}"
        )
        holder = QWidget()
        holder.setLayout(row(self._theme, share, 1))
        return holder

    def _buttons(self, title: str, last: int) -> list[Button]:
        found = []
        for words, icon, place in ((self.tr("Up"), "up", self._place - 1), (self.tr("Down"), "down", self._place + 1)):
            move = partial(self._deeds.move, self.item, place)
            button = Button("", self._theme, move, kind="nav", icon=icon, name=f"{words}: {title}")
            button.setToolTip(words)
            button.setEnabled(0 <= place <= last)
            found.append(button)
        out = self.tr("Take out")
        away = Button(
            "", self._theme, partial(self._deeds.take_out, self.item), kind="nav", icon="close", name=f"{out}: {title}"
        )
        away.setToolTip(out)
        return [*found, away]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow, Delete."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._deeds.move(self.item, self._place + steps[key])
        elif key is Qt.Key.Key_Delete:
            self._deeds.take_out(self.item)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring while it has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter, ring = QPainter(self), self._theme.px(3)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("focus"), ring))
            half = ring // 2 + 1
            painter.drawRoundedRect(
                self.rect().adjusted(half, half, -half, -half), self._theme.px(10), self._theme.px(10)
            )


class ItemOrder(QWidget):
    """All items below each other. A line that is pulled shows where it will stand before it is let go."""

    accessible_role = QAccessible.Role.List

    def __init__(self, theme: Theme, items: Sequence[ShowcaseItem], deeds: Deeds) -> None:
        super().__init__()
        self._theme, self._deeds = theme, deeds
        self._pulled: ItemLine | None = None
        self._from, self._gap = QPoint(), -1
        last = len(items) - 1
        self._lines = [ItemLine(item, theme, deeds, place=n, last=last) for n, item in enumerate(items)]
        self.setLayout(column(theme, *self._lines, gap=Space.TIGHT))
        self.setAccessibleName(self.tr("What is in it, in order"))

    @property
    def focused(self) -> str:
        """The item that has the keyboard, itself or one of its buttons; empty for none."""
        here = QApplication.focusWidget()
        inside = (line for line in self._lines if here is not None and (line is here or line.isAncestorOf(here)))
        return next((line.item.item_id for line in inside), "")

    def focus(self, item_id: str) -> None:
        """The keyboard goes to an item, where it is there."""
        for line in self._lines:
            if line.item.item_id == item_id:
                line.setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a line into the hand: lines let the pointer through to here."""
        self._pulled = next(
            (line for line in self._lines if line.geometry().contains(event.position().toPoint())), None
        )
        self._from, self._gap = event.position().toPoint(), -1
        if self._pulled is None:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where it would stand."""
        far = (event.position().toPoint() - self._from).manhattanLength() >= QApplication.startDragDistance()
        if self._pulled is None or not (far or self._gap >= 0):
            return
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._gap = self._gap_at(event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        pulled, gap = self._pulled, self._gap
        self._pulled, self._gap = None, -1
        self.unsetCursor()
        self.update()
        if pulled is None or gap < 0:
            return
        place = self._lines.index(pulled)
        to = gap - 1 if gap > place else gap
        if to != place:
            self._deeds.move(pulled.item, to)

    def _gap_at(self, point: QPointF) -> int:
        """Before which line a point lies."""
        return sum(line.geometry().center().y() < point.y() for line in self._lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The place where the pulled line would stand."""
        if self._gap < 0 or not self._lines:
            return
        painter, thick = QPainter(self), self._theme.px(4)
        between = self._theme.px(Space.TIGHT) // 2
        edge = (
            self._lines[self._gap].y() - between
            if self._gap < len(self._lines)
            else self._lines[-1].geometry().bottom() + between
        )
        painter.fillRect(0, max(0, min(edge - thick // 2, self.height() - thick)), self.width(), thick,
                         self._theme.colour("primary"))  # fmt: skip
