"""The class as a table: model and columns. Rows are drawn only while they are seen, so 500 students scroll smoothly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.store.readings import StudentRow
from app.views.kit.avatar import draw_avatar
from app.views.kit.badge import badge_words, draw_badge
from app.views.kit.sayings import ago, count
from app.views.kit.theme import Theme
from app.views.kit.tokens import Type

Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole
ROW = Qt.ItemDataRole.UserRole + 1


class Column(NamedTuple):
    """A column: what it says, how it is written, by what it is sorted."""

    title: str
    text: Callable[[StudentRow, int], str]
    key: Callable[[StudentRow], Any]
    width: int
    number: bool = True


def percent(row: StudentRow) -> int:
    """Passed attempts of all, in per cent; 0 where nothing was played."""
    return round(100 * row.passed / row.attempts) if row.attempts else 0


def columns() -> tuple[Column, ...]:
    """The table's columns in the user's language."""
    translate = QCoreApplication.translate
    return (
        Column(
            translate("table", "Student"), lambda r, _: r.display_name, lambda r: r.display_name.casefold(), 230, False
        ),
        Column(translate("table", "Name"), lambda r, _: r.roster_name, lambda r: r.roster_name.casefold(), 160, False),
        Column(
            translate("table", "Assignments"),
            lambda r, _: f"{r.assignments_done} / {r.assignments_total}",
            lambda r: r.assignments_done / r.assignments_total if r.assignments_total else -1.0,
            120,
        ),
        Column(
            translate("table", "Passed"),
            lambda r, _: f"{percent(r)} %" if r.attempts else "–",
            percent,
            90,
        ),
        Column(translate("table", "Plays"), lambda r, _: count(r.attempts), lambda r: r.attempts, 90),
        Column(translate("table", "Minutes"), lambda r, _: count(r.minutes), lambda r: r.minutes, 90),
        Column(translate("table", "Points"), lambda r, _: count(r.points), lambda r: r.points, 90),
        Column(translate("table", "Days in a row"), lambda r, _: count(r.streak_days), lambda r: r.streak_days, 120),
        Column(translate("table", "Badges"), lambda r, _: count(r.badges), lambda r: r.badges, 110),
        Column(
            translate("table", "Last played"),
            lambda r, now: ago(r.last_played_at, now),
            lambda r: r.last_played_at or 0,
            130,
        ),
    )


STUDENT_COLUMN, BADGE_COLUMN = 0, 8


class ClassModel(QAbstractTableModel):
    """Students as rows."""

    def __init__(self, rows: tuple[StudentRow, ...], now: int) -> None:
        super().__init__()
        self._rows, self._now, self._columns = rows, now, columns()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One a student."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The columns of the table."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, sort key, alignment, the words for a screen reader, and the row itself."""
        row, its_column = self._rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return its_column.text(row, self._now)
        if role == SORT:
            return its_column.key(row)
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = its_column.text(row, self._now)
            badge = f", {badge_words(row.top_badge)}" if index.column() == BADGE_COLUMN and row.top_badge else ""
            return f"{its_column.title}: {text}{badge}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            across = Qt.AlignmentFlag.AlignRight if its_column.number else Qt.AlignmentFlag.AlignLeft
            return int(across | Qt.AlignmentFlag.AlignVCenter)
        return None


class ClassFilter(QSortFilterProxyModel):
    """Sorts by the columns' keys and keeps what a search finds, in handles and register names."""

    def __init__(self, model: ClassModel) -> None:
        super().__init__()
        self._words = ""
        self.setSourceModel(model)
        self.setSortRole(SORT)

    def look_for(self, words: str) -> None:
        """Keep rows whose names hold all these words."""
        self.beginFilterChange()
        self._words = words.casefold()
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Does the search find this student?"""
        row = self.sourceModel().index(source_row, 0).data(ROW)
        names = f"{row.display_name} {row.roster_name}".casefold()
        return all(word in names for word in self._words.split())

    def lessThan(self, left: Index, right: Index) -> bool:
        """By the columns' keys."""
        return bool(left.data(SORT) < right.data(SORT))


class RowPainter(QStyledItemDelegate):
    """Draws pictures of people and their highest badge in their columns."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, and the picture where there is one."""
        picture = index.column() in (STUDENT_COLUMN, BADGE_COLUMN)
        if not picture:
            super().paint(painter, option, index)
            return
        row: StudentRow = index.data(ROW)
        side = self._theme.px(36)
        area = option.rect
        spot = QRectF(area.left() + self._theme.px(12), area.center().y() - side / 2, side, side)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._theme.colour("primary_soft"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if index.column() == STUDENT_COLUMN:
            draw_avatar(painter, spot, row.avatar)
        elif row.top_badge is not None:
            draw_badge(painter, spot, row.top_badge, self._theme)
        painter.setFont(self._theme.font(Type.STRONG if index.column() == STUDENT_COLUMN else Type.BODY))
        painter.setPen(self._theme.colour("ink"))
        words = area.adjusted(side + self._theme.px(24), 0, -self._theme.px(12), 0)
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        across = Qt.AlignmentFlag.AlignLeft if index.column() == STUDENT_COLUMN else Qt.AlignmentFlag.AlignRight
        painter.drawText(words, int(across | Qt.AlignmentFlag.AlignVCenter), text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows that a finger hits."""
        return QSize(self._theme.px(80), self._theme.px(52))
