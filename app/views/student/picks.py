"""What one picks among: words to switch on and off, and pictures of people."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.views.kit.avatar import draw_avatar
from app.views.kit.buttons import Button
from app.views.kit.flow import Wrap
from app.views.kit.theme import Theme
from app.views.kit.tokens import TARGET


class Toggles(QWidget):
    """Words to switch on and off: (key, words). `picked` gets all keys that are on; `single` keeps exactly one on."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[tuple[str, str]],
        chosen: Collection[str],
        picked: Callable[[frozenset[str]], object],
        *,
        single: bool = False,
    ) -> None:
        super().__init__()
        self._picked, self._single = picked, single
        self._buttons: dict[str, Button] = {}
        for key, words in choices:
            button = self._buttons[key] = Button(words, theme)
            button.setCheckable(True)
            button.setChecked(key in chosen)
            button.clicked.connect(lambda _on=False, key=key: self._pressed(key))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Wrap(theme, list(self._buttons.values())))

    def _pressed(self, key: str) -> None:
        if self._single:
            for other, button in self._buttons.items():
                button.setChecked(other == key)
        self._picked(frozenset(other for other, button in self._buttons.items() if button.isChecked()))


class Picture(QAbstractButton):
    """A picture of a person to pick."""

    def __init__(self, name: str, theme: Theme, pressed: Callable[[], object]) -> None:
        super().__init__()
        self._name, self._theme = name, theme
        self.setAccessibleName(QCoreApplication.translate("avatar", "Picture: {name}").format(name=name))
        self.setFixedSize(theme.px(TARGET + 12), theme.px(TARGET + 12))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Qt would hand the checked state on.
        self.clicked.connect(lambda _=False: pressed())

    def sizeHint(self) -> QSize:
        """As large as a finger and its ring."""
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, with a ring while it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self._theme.px(3)
        area = QRectF(self.rect()).adjusted(2 * ring, 2 * ring, -2 * ring, -2 * ring)
        draw_avatar(painter, area, self._name)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(self._theme.colour("focus"), ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(area.adjusted(-ring, -ring, ring, ring))
