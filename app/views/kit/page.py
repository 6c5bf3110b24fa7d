"""The frame of every page: a scrolling column of comfortable width, its title, waiting and trouble."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import Qt, QTimer, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.views.kit.asking import ask
from app.views.kit.surfaces import Banner, Card, EmptyState, Part, clear, column, fill
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import COLUMN, Space, Type

# Narrower than this, in pixels at 100 %, a page leaves less beside its column: large letters on a small screen.
_NARROW = 640
# Changes within this many milliseconds are one refresh.
BURST = 250
# What changes while nothing that a page shows does.
BOOKKEEPING = frozenset({"sync", "outbox", "local_account", "machine"})


class Page(QWidget):
    """One place of the program. `fixed` pages fill the column; `bare` ones the window; the others scroll.

    A page keeps what it last showed: the same reading again changes nothing, so news doesn't steal the focus.
    """

    def __init__(
        self, theme: Theme, *, width: int = COLUMN, pad: int = Space.WIDE, fixed: bool = False, bare: bool = False
    ) -> None:
        super().__init__()
        self.theme = theme
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = column(theme, gap=Space.ROOMY)
        inner = QWidget()
        inner.setProperty("kind", "column")
        inner.setLayout(self.body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._centred: QWidget | None = None
        self._margin = theme.px(pad)
        if bare:
            outer.addWidget(inner)
        else:
            inner.setMaximumWidth(theme.px(width))
            centred = self._centred = _centred(inner, self._margin)
            outer.addWidget(centred if fixed else _scrolling(centred))
        self._shown: object = None
        self._farewell: tuple[str, str] | None = None
        self._followed: str | None = None
        self._burst = QTimer(self, singleShot=True, interval=BURST)

    def show_parts(self, *parts: Part) -> None:
        """Replace what the page shows."""
        self._farewell = None
        clear(self.body)
        fill(self.body, parts)

    def pad_by(self, pixels: int) -> None:
        """The margin around the column, where it shall be another than at first."""
        self._margin = pixels
        self._keep_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the page has it all."""
        super().resizeEvent(event)
        self._keep_room()

    def _keep_room(self) -> None:
        layout = self._centred.layout() if self._centred is not None else None
        if layout is not None:
            pixels = self._margin if self.width() >= self.theme.px(_NARROW) else min(self._margin, Space.BASE)
            layout.setContentsMargins(pixels, pixels, pixels, pixels)

    def load(
        self,
        future: Future[Any],
        show: Callable[[Any], object],
        *,
        again: Callable[[], object],
        lost: Callable[[str], object] | None = None,
    ) -> None:
        """Show an answer when it comes; say so where it takes long; a failure is told with a way to try again.

        `lost` gets the sentence instead, where to try again is no way on.
        """

        def answered(answer: object) -> None:
            if self._shown is None or answer != self._shown:
                self._shown = answer
                show(answer)

        def failed(sentence: str) -> None:
            self._shown = None
            if lost is not None:
                lost(sentence)
            else:
                self.show_parts(self._trouble(sentence, again), 1)

        slow = None if self._shown is not None else self._waiting
        ask(self, future, answered, failed=failed, slow=slow)

    def follow(self, changed: SignalInstance, user_id: str, refresh: Callable[[], object]) -> None:
        """Refresh when something of this person has changed; a sync's burst is one refresh."""
        self._followed = user_id
        self._burst.timeout.connect(lambda: refresh() if self.isVisible() else None)
        changed.connect(self._on_change)

    def _on_change(self, user_id: str, names: frozenset[str]) -> None:
        if user_id == self._followed and names - BOOKKEEPING and not self._burst.isActive():
            self._burst.start()

    def opened(self) -> None:
        """The page is in front now: put the focus where one begins. Pages say where."""

    def focus_on(self, widget: QWidget | None) -> None:
        """Give a widget the focus as soon as it is really there: what was just added is not shown yet."""
        if widget is not None:
            QTimer.singleShot(0, widget, widget.setFocus)

    def be_read(self) -> None:
        """The page is about to be read aloud. A page that listens stops listening: it would hear the voice."""

    def leave(self) -> None:
        """The page is being left. Pages that hold something let go of it."""

    def show_gone(self, title: str, text: str, way: tuple[str, Callable[[], object]]) -> None:
        """What showed here is not this person's to see any more: nothing of it stays, also in no question that was
        asked over it, and there is one way on.
        """
        self._shown = None
        if self._farewell == (title, text):
            return
        for question in self.window().findChildren(QDialog):
            question.reject()
        self.show_parts(Card(self.theme, EmptyState(title, text, self.theme, drawing="class", action=way)), 1)
        self._farewell = (title, text)

    def _waiting(self) -> None:
        if self._shown is None:
            self.show_parts(1, PlainLabel(self.tr("One moment…"), self.theme, Type.HEAD, tone="soft", centred=True), 1)

    def _trouble(self, sentence: str, again: Callable[[], object]) -> Banner:
        return Banner(sentence, self.theme, tone="bad", icon="warning", action=(self.tr("Try again"), again))


def _scrolling(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    # Of our own: to ask Qt for its viewport makes PySide load every class of Qt first, 60 ms of the first paint.
    ground = QWidget()
    area.setViewport(ground)
    ground.setAutoFillBackground(False)
    area.setWidget(inner)
    return area


def _centred(inner: QWidget, pad: int) -> QWidget:
    holder = QWidget()
    holder.setProperty("kind", "clear")
    box = QHBoxLayout(holder)
    box.setContentsMargins(pad, pad, pad, pad)
    box.addStretch(1)
    box.addWidget(inner, 1000)
    box.addStretch(1)
    return holder


def section(theme: Theme, title: str, *parts: Part) -> QVBoxLayout:
    """A heading and what is under it."""
    return column(theme, PlainLabel(title, theme, Type.HEAD, wrap=True), *parts, gap=Space.SNUG)


def empty_card(theme: Theme, title: str, text: str, drawing: str) -> Card:
    """An empty state on a card."""
    return Card(theme, EmptyState(title, text, theme, drawing=drawing), pad=Space.TIGHT)
