"""Layouts that follow the width: cells that wrap, and columns that stack where there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QSizePolicy, QWidget

from app.views.kit.theme import Theme
from app.views.kit.tokens import Space


class Flow(QWidget):
    """Widgets in rows of equal cells, as many in a row as fit. Its height follows its width.

    `stretch` widens the cells until they fill the row; `centred` puts what is left over on both sides.
    """

    def __init__(
        self, theme: Theme, parts: Sequence[QWidget], *, gap: int = 16, stretch: bool = False, centred: bool = False
    ) -> None:
        super().__init__()
        self._parts, self._gap, self._stretch, self._centred = tuple(parts), theme.px(gap), stretch, centred
        for part in self._parts:
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._place(theme.px(720))

    def sizeHint(self) -> QSize:
        """Two cells wide, as high as it is now."""
        return QSize(2 * self._cell().width() + self._gap, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Deal the widgets anew."""
        self._place(self.width())

    def _cell(self) -> QSize:
        hints = [p.sizeHint().expandedTo(p.minimumSize()).boundedTo(p.maximumSize()) for p in self._parts]
        return QSize(max((h.width() for h in hints), default=1), max((h.height() for h in hints), default=1))

    def _place(self, width: int) -> None:
        if not self._parts:
            return
        cell = self._cell()
        columns = max(1, min(len(self._parts), (width + self._gap) // (cell.width() + self._gap)))
        rest = max(0, width - columns * cell.width() - (columns - 1) * self._gap)
        wide = cell.width() + (rest // columns if self._stretch else 0)
        before = rest // 2 if self._centred else 0
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for index, part in enumerate(self._parts):
            x = before + index % columns * (wide + self._gap)
            x = width - x - wide if mirrored else x
            part.setGeometry(x, index // columns * (cell.height() + self._gap), wide, cell.height())
        rows = -(-len(self._parts) // columns)
        self.setFixedHeight(rows * cell.height() + (rows - 1) * self._gap)
        self.setMinimumWidth(cell.width())


class Wrap(QWidget):
    """Widgets beside each other, each as wide as it likes to be, in as many lines as it takes.

    `width` is what it will have, in pixels at 100 %, where that is known before it is laid out.
    """

    def __init__(self, theme: Theme, parts: Sequence[QWidget], *, gap: int = 8, width: int = 640) -> None:
        super().__init__()
        self._parts, self._gap = tuple(parts), theme.px(gap)
        for part in self._parts:
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._place(theme.px(width))

    def sizeHint(self) -> QSize:
        """All on one line, as high as it is now."""
        return QSize(sum(part.sizeHint().width() + self._gap for part in self._parts), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        self._place(self.width())

    def _place(self, width: int) -> None:
        x = y = high = 0
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for part in self._parts:
            part.ensurePolished()
            size = part.sizeHint()
            wide = min(size.width(), width)
            if x and x + wide > width:
                x, y, high = 0, y + high + self._gap, 0
            part.setGeometry(width - x - wide if mirrored else x, y, wide, size.height())
            x, high = x + wide + self._gap, max(high, size.height())
        self.setFixedHeight(y + high)


class Columns(QWidget):
    """Layouts beside each other; below each other where there are fewer than `least` pixels (at 100 %)."""

    def __init__(self, theme: Theme, *parts: QLayout, shares: Sequence[int] = (1, 1), least: int = 800) -> None:
        super().__init__()
        self._least, self._holders = theme.px(least), [_holder(part) for part in parts]
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(Space.ROOMY))
        self._box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for holder, share in zip(self._holders, shares, strict=True):
            self._box.addWidget(holder, share)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest column, so that stacking can happen at all."""
        widest = max((holder.minimumSizeHint().width() for holder in self._holders), default=0)
        return QSize(widest, self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or below."""
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if self.width() >= self._least else directions.TopToBottom
        if self._box.direction() is not wanted:
            self._box.setDirection(wanted)
            self.updateGeometry()


def _holder(layout: QLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(layout)
    return holder
