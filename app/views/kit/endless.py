"""A list without end: of thousands of widgets only those in sight, and the next ones, exist. The rest is height."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from app.views.kit.theme import Theme
from app.views.kit.tokens import Space

# What a part is taken to be high until it has been made, pixels at 100 %.
_GUESS = 240
# Milliseconds of one frame in which parts are made, at least one of them: a frame of 60 Hz has 16, and is painted, too.
_SPEND = 6
# Milliseconds from one turn in which parts are made to the next: what was made is painted, and a key is heard, between.
_REST, _PAUSE = 1, 3
# How many screens around what is in sight are made ahead, and kept.
_AHEAD, _KEPT = 1.2, 2.0


K = TypeVar("K")


class _Made(NamedTuple, Generic[K]):
    item: K
    part: QWidget
    # What Tab stops at in it, in order.
    stops: tuple[QWidget, ...]


class _Ground(QWidget):
    """What the parts lie on. It paints all of itself, and says so: then scrolling moves what is painted already."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._colour = theme.colour("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page's colour."""
        QPainter(self).fillRect(event.rect(), self._colour)


class Endless(QScrollArea, Generic[K]):
    """Widgets below each other between a head and a tail, made by `make` as they come into sight.

    `renew(part, item)` brings a part up to date that exists already, or answers False to have it made anew, so that a
    touch doesn't lose the focus. What is in sight stays where it is, whatever changes above it.
    """

    # The last parts are in sight or close to it.
    near_end = Signal()

    def __init__(
        self,
        theme: Theme,
        make: Callable[[K], QWidget],
        renew: Callable[[Any, K], bool],
        *,
        key: Callable[[K], str],
        head: QWidget,
        tail: QWidget,
        width: int,
    ) -> None:
        super().__init__()
        self._theme, self._make, self._renew, self._key = theme, make, renew, key
        self._width, self._gap, self._pad = theme.px(width), theme.px(Space.BASE), theme.px(Space.WIDE)
        self._items: list[K] = []
        self._at: dict[str, int] = {}
        # Of each item with the gap below it: measured, or guessed until it has been made.
        self._heights: list[int] = []
        self._guess = theme.px(_GUESS)
        self._tops: list[int] = []
        self._made: dict[str, _Made[K]] = {}
        # Parts that are new or have changed by themselves: of all others the height is known.
        self._unsure: set[str] = set()
        self._moved, self._placing = True, False
        self._since_made = QElapsedTimer()
        self._ground = _Ground(theme)
        self._head, self._tail = head, tail
        self._dress()
        self._idle = QTimer(self, singleShot=True, interval=_REST)
        self._idle.timeout.connect(self._go_on)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWidget(self._ground)
        self._head.setParent(self._ground)
        # Where the first part stands in the order of Tab; nobody ever comes to it.
        self._above = QWidget(self._ground)
        self._above.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._above.hide()
        self._tail.setParent(self._ground)
        for part in (self._head, self._tail):
            part.installEventFilter(self)
            part.show()

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """The parts that exist now, in order."""
        return tuple(self._made[key].part for key in sorted(self._made, key=self._at.__getitem__))

    def show_items(self, items: Sequence[K]) -> None:
        """Show these. Parts of the same key are kept where `renew` can bring them up to date."""
        anchor = self._anchor()
        known = {self._key(item): high for item, high in zip(self._items, self._heights, strict=True)}
        self._items, self._at, self._heights = [], {}, []
        self._append(items, known)
        for key in [key for key in self._made if key not in self._at]:
            self._drop(key)
        for key, made in list(self._made.items()):
            now = self._items[self._at[key]]
            if now != made.item:
                self._bring_up(key, made, now)
        self._measure(anchor)
        self._go_on()

    def add_items(self, items: Sequence[K]) -> None:
        """Show these below the others, in a frame of their own; what is there already is left as it is."""
        self._append(items, {})
        self._idle.start()

    def _append(self, items: Sequence[K], known: Mapping[str, int]) -> None:
        for item in items:
            key = self._key(item)
            if key not in self._at:
                self._at[key] = len(self._items)
                self._items.append(item)
                self._heights.append(known.get(key, self._guess + self._gap))
                self._moved = True

    def _bring_up(self, key: str, made: _Made[K], now: K) -> None:
        if self._renew(made.part, now):
            self._made[key] = _Made(now, made.part, _focusable(made.part))
            self._unsure.add(key)
        else:
            self._drop(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths make other heights."""
        super().resizeEvent(event)
        anchor = self._anchor()
        self._heights = [self._guess + self._gap] * len(self._items)
        self._unsure.update(self._made)
        self._measure(anchor)
        self._go_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A part has become higher or lower by itself."""
        if event.type() is QEvent.Type.LayoutRequest and not self._placing:
            self._unsure.update(key for key, made in self._made.items() if made.part is watched)
            self._moved = True
            self._idle.start()
        return bool(super().eventFilter(watched, event))

    # -- where everything is

    def _column(self) -> tuple[int, int]:
        """Left edge and width of the column."""
        room = self.viewport().width()
        wide = max(1, min(self._width, room - 2 * self._pad))
        return (room - wide) // 2, wide

    def _anchor(self) -> tuple[str, int] | None:
        """The first item in sight, and how far its top is above the edge."""
        seen = self.verticalScrollBar().value()
        if not self._items or not self._tops or seen <= self._tops[0]:
            return None
        number = min(max(0, bisect_right(self._tops, seen) - 1), len(self._items) - 1)
        return self._key(self._items[number]), seen - self._tops[number]

    def _measure(self, anchor: tuple[str, int] | None) -> None:
        """Count the tops anew; the anchor stays where it was on the screen."""
        left, wide = self._column()
        for key in self._unsure & self._made.keys():
            self._heights[self._at[key]] = _height(self._made[key].part, wide) + self._gap
        self._unsure.clear()
        first = self._pad + _height(self._head, wide) + self._gap
        self._tops = list(accumulate(self._heights, initial=first))
        self._head.setGeometry(left, self._pad, wide, _height(self._head, wide))
        self._tail.setGeometry(left, self._tops[-1], wide, _height(self._tail, wide))
        self._ground.resize(self.viewport().width(), self._tail.geometry().bottom() + self._pad)
        if anchor is not None and anchor[0] in self._at:
            self.verticalScrollBar().setValue(self._tops[self._at[anchor[0]]] + anchor[1])

    def _scrolled(self) -> None:
        """What has come into sight is made in this very frame; what comes next is made between two frames."""
        self._place(0)

    def _go_on(self) -> None:
        self._place(_AHEAD)

    def _place(self, screens: float) -> None:
        """Make what is within so many screens of what is in sight, a few at a time; let go of what is far away."""
        if self._placing:
            return
        self._placing = True
        try:
            anchor = self._anchor()
            more = self._make_some(screens)
            if self._unsure or self._moved:
                self._measure(anchor)
                self._put()
                self._moved = False
        finally:
            self._placing = False
        if more:
            self._idle.start()
        if self._items and self._tops[-1] - self.verticalScrollBar().value() < 3 * self.viewport().height():
            self.near_end.emit()

    def _range(self, screens: float) -> range:
        """The numbers of the items within so many screens of what is in sight."""
        high = self.viewport().height()
        seen = self.verticalScrollBar().value()
        first = bisect_right(self._tops, int(seen - screens * high)) - 1
        last = bisect_right(self._tops, int(seen + (1 + screens) * high))
        return range(max(0, first), min(len(self._items), last))

    def _make_some(self, screens: float) -> bool:
        """Make missing parts within so many screens, those in sight first. Whether some are still missing anywhere."""
        if not self._tops:
            return False
        near = [n for n in self._range(_AHEAD) if self._key(self._items[n]) not in self._made]
        seen, wanted = self._range(0), self._range(screens)
        missing = sorted((n for n in near if n in wanted), key=lambda n: n not in seen)
        if missing and self._since_made.isValid() and self._since_made.elapsed() < _PAUSE:
            return True
        spent = QElapsedTimer()
        spent.start()
        made = 0
        # Another one only where there is time for it, going by those that were made.
        while made < len(missing) and spent.nsecsElapsed() * (made + 1) <= _SPEND * 1_000_000 * max(1, made):
            self._add(missing[made])
            made += 1
        if made:
            self._since_made.start()
        self._let_go(self._range(_KEPT))
        return made < len(near)

    def _add(self, number: int) -> None:
        item = self._items[number]
        part = self._make(item)
        part.setParent(self._ground)
        part.installEventFilter(self)
        key, stops = self._key(item), _focusable(part)
        self._made[key] = _Made(item, part, stops)
        self._unsure.add(key)
        self._join_tab_order(number, stops)
        part.show()

    def _join_tab_order(self, number: int, stops: tuple[QWidget, ...]) -> None:
        """Tab goes on from the part above, in whatever order parts were made."""
        before = [n for key in self._made if (n := self._at[key]) < number]
        above = [self._made[self._key(self._items[n])].stops for n in sorted(before, reverse=True)]
        last = next((each[-1] for each in above if each), self._above)
        for widget in stops:
            QWidget.setTabOrder(last, widget)
            last = widget

    def _let_go(self, kept: range) -> None:
        focus = QApplication.focusWidget()
        for key in [key for key in self._made if self._at[key] not in kept]:
            if focus is None or not self._made[key].part.isAncestorOf(focus):
                self._drop(key)

    def _drop(self, key: str) -> None:
        part = self._made.pop(key).part
        part.hide()
        part.deleteLater()

    def _put(self) -> None:
        left, wide = self._column()
        for key, made in self._made.items():
            number = self._at[key]
            made.part.setGeometry(left, self._tops[number], wide, self._heights[number] - self._gap)


def _focusable(part: QWidget) -> tuple[QWidget, ...]:
    return tuple(each for each in part.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _height(part: QWidget, wide: int) -> int:
    """How high a part is at this width, with everything inside it wrapped to it."""
    if part.width() != wide:
        part.resize(wide, part.height())
    part.ensurePolished()
    layout = part.layout()
    if layout is None:
        return part.sizeHint().height()
    layout.activate()
    return layout.totalHeightForWidth(wide) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
