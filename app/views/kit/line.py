"""A row that becomes a column where there is no room for it, so that nothing has to be scrolled sideways."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QSizePolicy, QWidget

from app.views.kit.surfaces import Part, fill
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Line(QWidget):
    """Parts beside each other while the narrowest that they can be fits, else below each other, in the same order.

    As in `row`, a number is that stretch and None is left out; the part `wide` takes what the others leave.
    """

    def __init__(self, theme: Theme, *parts: Part, gap: int = Space.SNUG, wide: int | None = None) -> None:
        super().__init__()
        self._box = QBoxLayout(_BESIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(gap))
        self._box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        fill(self._box, parts)
        if wide is not None:
            self._box.setStretch(wide, 1)
        self._stretches = [self._box.stretch(index) for index in range(self._box.count())]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest part."""
        return QSize(max(self._narrowest(), default=0), self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or below."""
        wanted = _BESIDE if self.width() >= self._beside() else _BELOW
        if self._box.direction() is not wanted:
            self._box.setDirection(wanted)
            for index, stretch in enumerate(self._stretches):
                self._box.setStretch(index, stretch if wanted is _BESIDE else 0)
            self.updateGeometry()

    def _narrowest(self) -> list[int]:
        items = [self._box.itemAt(index) for index in range(self._box.count())]
        return [item.minimumSize().width() for item in items if item is not None and not item.isEmpty()]

    def _beside(self) -> int:
        """The least width of all in one row."""
        parts = self._narrowest()
        return sum(parts) + self._box.spacing() * max(0, len(parts) - 1)
