"""Notes and concepts over the weeks: a grid of cells, each as full as answers were right, in steps that differ in
lightness as well as in colour. Arrow keys walk over it; the cell one is on is told in words below.
"""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDate, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from app.views.kit.buttons import Button
from app.views.kit.line import Line
from app.views.kit.sayings import concept as concept_words
from app.views.kit.sayings import locale
from app.views.kit.surfaces import Card, EmptyState, clear, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type, Weight
from domain.learning.heat import CONCEPT, HeatMap, HeatRow

# Shares of right answers, in percent, from which a cell counts as growing and as strong.
GROWING, STRONG = 60, 85
_ROW = 40
_LABEL = 190
# Of a grid with little room its labels take this share at most; a cell is no narrower than this many pixels.
_LABEL_SHARE, _LEAST = 0.34, 26


def row_words(one: HeatRow) -> str:
    """What a row is called: a concept in words, a note by its name with musical signs."""
    if one.kind == CONCEPT:
        return concept_words(one.name)
    return one.name.replace("#", "♯").replace("b", "♭")


def week_words(week: str) -> str:
    """The Monday of a week, in the user's way."""
    day = datetime.date.fromisoformat(week)
    return locale().toString(QDate(day.year, day.month, day.day), "d MMM")


class HeatPanel(QWidget):
    """The whole: concepts or notes, the grid, what the colours mean, and the cell in words."""

    def __init__(self, heat: HeatMap, theme: Theme) -> None:
        super().__init__()
        self._heat, self._theme = heat, theme
        self._box: QVBoxLayout = column(theme, gap=Space.SNUG)
        self.setLayout(self._box)
        if not heat.concepts and not heat.notes:
            text = self.tr("After the first games, every concept and every note has a line here, week by week.")
            self._box.addWidget(EmptyState(self.tr("Nothing to see yet"), text, theme, drawing="notes"))
            return
        self._group = QButtonGroup(self)
        kinds: list[Button] = []
        for place, words in enumerate((self.tr("Concepts"), self.tr("Notes"))):
            button = Button(words, theme, self._draw)
            button.setCheckable(True)
            button.setChecked(place == 0)
            self._group.addButton(button, place)
            kinds.append(button)
        choose = row(theme, *kinds, 1, gap=Space.TIGHT)
        self._box.addWidget(Line(theme, choose, Legend(theme), gap=Space.TIGHT, wide=0))
        self._grid = column(theme, gap=Space.SNUG)
        self._box.addLayout(self._grid)
        self._draw()

    def _draw(self) -> None:
        clear(self._grid)
        rows = self._heat.notes if self._group.checkedId() == 1 else self._heat.concepts
        if not rows:
            text = self.tr("No written notes were asked in these weeks.")
            self._grid.addWidget(PlainLabel(text, self._theme, tone="soft", wrap=True))
            return
        grid = HeatGrid(rows, self._heat.weeks, self._theme)
        told = PlainLabel(grid.words(), self._theme, Type.STRONG, wrap=True)
        grid.moved.connect(lambda: told.say(grid.words()))
        self._grid.addWidget(grid)
        self._grid.addWidget(told)


class HeatGrid(QWidget):
    """Rows by weeks. `moved` tells that another cell is in words."""

    moved = Signal()
    accessible_role = QAccessible.Role.Chart

    def __init__(self, rows: tuple[HeatRow, ...], weeks: tuple[str, ...], theme: Theme) -> None:
        super().__init__()
        self._rows, self._weeks, self._theme = rows, weeks, theme
        self._row, self._week = self._first()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(_ROW) * len(rows) + theme.px(30))
        self.setMinimumWidth(round(_LEAST * len(weeks) / (1 - _LABEL_SHARE)))
        self._tell()

    def _first(self) -> tuple[int, int]:
        """The newest answer of the first row: what one most likely asks."""
        cells = self._rows[0].cells
        return 0, max((n for n, (_, of) in enumerate(cells) if of), default=len(cells) - 1)

    def words(self) -> str:
        """The cell one is on, as a sentence."""
        one, week = self._rows[self._row], week_words(self._weeks[self._week])
        right, of = one.cells[self._week]
        if not of:
            return self.tr("{what}, week of {week}: not asked").format(what=row_words(one), week=week)
        return self.tr("{what}, week of {week}: {right} of {of} right ({share} %)").format(
            what=row_words(one), week=week, right=right, of=of, share=100 * right // of
        )

    def summary(self) -> str:
        """All rows in words, for who does not see them."""
        said = []
        for one in self._rows:
            first, last = _ends(one)
            said.append(
                self.tr("{what}: from {first} % to {last} % right").format(what=row_words(one), first=first, last=last)
            )
        return ". ".join(said)

    def sizeHint(self) -> QSize:
        """Wide."""
        return QSize(self._theme.px(_LABEL + 44 * len(self._weeks)), self.height())

    def _tell(self) -> None:
        self.setAccessibleName(self.words())
        self.setAccessibleDescription(self.summary())
        self.update()
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk."""
        moves = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        move = moves.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
            return
        self._go(self._row + move[0], self._week + move[1])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The cell under the finger."""
        place = event.position()
        wide = self._cell_width()
        if place.x() >= self._left():
            row_at = int((place.y() - self._theme.px(30)) // self._theme.px(_ROW))
            self._go(row_at, int((place.x() - self._left()) // wide))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cell one is on gets its ring."""
        super().focusInEvent(event)
        self.update()

    def _go(self, row_at: int, week: int) -> None:
        self._row = max(0, min(row_at, len(self._rows) - 1))
        self._week = max(0, min(week, len(self._weeks) - 1))
        self._tell()

    def _left(self) -> float:
        return float(min(self._theme.px(_LABEL), self.width() * _LABEL_SHARE))

    def _cell_width(self) -> float:
        return (self.width() - self._left()) / len(self._weeks)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Weeks above, then a line for each concept or note."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high, top = self._cell_width(), theme.px(_ROW), theme.px(30)
        self._draw_weeks(painter, wide, top)
        for number, one in enumerate(self._rows):
            y = top + number * high
            painter.setFont(theme.font(Type.BODY))
            painter.setPen(theme.colour("ink"))
            name = QRectF(0, y, self._left() - theme.px(8), high)
            words = painter.fontMetrics().elidedText(row_words(one), Qt.TextElideMode.ElideRight, int(name.width()))
            painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
            for week, (right, of) in enumerate(one.cells):
                cell = QRectF(self._left() + week * wide, y, wide, high).adjusted(2, 2, -2, -2)
                draw_cell(painter, cell, right, of, theme)
                if (number, week) == (self._row, self._week):
                    self._ring(painter, cell)

    def _draw_weeks(self, painter: QPainter, wide: float, top: int) -> None:
        painter.setFont(self._theme.font_of(12, Weight.MEDIUM))
        painter.setPen(self._theme.colour("soft"))
        needed = painter.fontMetrics().horizontalAdvance("30 Nov") + self._theme.px(8)
        every = max(1, -(-needed // max(1, int(wide))))
        for place, week in enumerate(self._weeks):
            if (len(self._weeks) - 1 - place) % every == 0:
                area = QRectF(self._left() + (place + 1) * wide - max(wide, needed), 0, max(wide, needed), top - 4)
                painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, week_words(week))

    def _ring(self, painter: QPainter, cell: QRectF) -> None:
        colour = "focus" if self.hasFocus() else "ink"
        painter.setPen(QPen(self._theme.colour(colour), self._theme.px(3 if self.hasFocus() else 2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell, self._theme.px(6), self._theme.px(6))


class Legend(QWidget):
    """What the cells mean, in words beside each."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts = ((40, self.tr("practise")), (70, self.tr("growing")), (100, self.tr("strong")))
        self.setAccessibleName(self.tr("The fuller a cell, the more answers were right."))
        self.setFixedSize(theme.px(330), theme.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Three cells with their words."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self.width() / len(self._parts)
        for place, (share, words) in enumerate(self._parts):
            cell = QRectF(place * step, theme.px(4), theme.px(28), theme.px(28))
            draw_cell(painter, cell, share, 100, theme, figure=False)
            painter.setFont(theme.font(Type.CAPTION))
            painter.setPen(theme.colour("soft"))
            text = QRectF(cell.right() + theme.px(6), 0, step - theme.px(36), self.height())
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def draw_cell(painter: QPainter, cell: QRectF, right: int, of: int, theme: Theme, *, figure: bool = True) -> None:
    """A cell filled from below as far as answers were right; an empty one is only a dot."""
    radius = theme.px(6)
    if not of:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawEllipse(cell.center(), theme.px(2), theme.px(2))
        return
    share = 100 * right // of
    # Orange, violet-grey and blue lie apart for all kinds of colour blindness, and get darker from step to step.
    colour = theme.colour("late" if share < GROWING else "primary")
    painter.setPen(QPen(colour, theme.px(1.5)))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(cell, radius, radius)
    filled = QRectF(cell)
    filled.setTop(cell.bottom() - cell.height() * share / 100)
    tint = QColor(colour)
    tint.setAlphaF(0.22 if share < GROWING else 0.18 if share < STRONG else 0.38)
    painter.save()
    painter.setClipRect(filled)
    painter.setBrush(tint)
    painter.drawRoundedRect(cell, radius, radius)
    painter.restore()
    if not figure or cell.width() < theme.px(34):
        edge = QPointF(cell.left() + radius / 2, filled.top()), QPointF(cell.right() - radius / 2, filled.top())
        painter.drawLine(*edge)
    else:
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font_of(12, Weight.SEMIBOLD))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(share))


def _ends(one: HeatRow) -> tuple[int, int]:
    """The shares of the first and of the last week in which it was asked, in percent."""
    asked = [(right, of) for right, of in one.cells if of]
    return 100 * asked[0][0] // asked[0][1], 100 * asked[-1][0] // asked[-1][1]


def heat_card(heat: HeatMap, theme: Theme) -> Card:
    """The panel on a card."""
    return Card(theme, HeatPanel(heat, theme))
