"""Buttons: one main thing to do (primary), other things (quiet), places in the top bar (nav)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from app.views.kit.icons import put_icon
from app.views.kit.theme import Theme
from app.views.kit.tokens import TARGET, Type

_ICON_COLOURS = {"primary": "on_primary", "quiet": "primary", "nav": "soft"}


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press for Enter, as Qt does for Space. A key that is held presses once. Returns whether that is done."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.isAutoRepeat():
        return False
    button.click()
    return True


class Button(QPushButton):
    """At least 44 pixels high, with a visible focus ring; Enter presses it as Space does."""

    def __init__(
        self,
        text: str,
        theme: Theme,
        pressed: Callable[[], object] | None = None,
        *,
        kind: str = "quiet",
        icon: str | None = None,
        name: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        # "&" would become a mnemonic, and vanish from what is shown.
        self.setText(text.replace("&", "&&"))
        self.setFont(theme.font(Type.STRONG))
        self._theme, self._icon = theme, icon
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name or text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._target = theme.px(TARGET)
        self._wear(kind)
        if pressed is not None:
            # Qt would hand the checked state on.
            self.clicked.connect(lambda _=False: pressed())

    def be(self, kind: str) -> None:
        """Look as this kind from now on: what stands out changes with what comes next."""
        self._wear(kind)
        # The sheet is asked for a property only when a widget is polished.
        self.style().unpolish(self)
        self.style().polish(self)

    def _wear(self, kind: str) -> None:
        self.setProperty("kind", kind)
        if self._icon:
            put_icon(self, self._icon, self._theme.colour(_ICON_COLOURS.get(kind, "ink")), self._theme.px(20))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, too."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than a finger."""
        return super().minimumSizeHint().expandedTo(QSize(self._target, self._target))

    def sizeHint(self) -> QSize:
        """Never smaller than a finger."""
        return super().sizeHint().expandedTo(QSize(self._target, self._target))
