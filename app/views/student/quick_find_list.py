"""The list of games that were found: drawn, not built of widgets, so that it changes on every key without a pause."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.store.practice_readings import FoundGame
from app.views.kit.icons import icon
from app.views.kit.sayings import category, game_name
from app.views.kit.theme import Theme
from app.views.kit.tokens import Radius, Type
from domain.games.catalogue import Level

LINE, MOST_LINES = 68, 8
_GAME = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


def level_words(level: str) -> str:
    """For whom a game was made."""
    translate = QCoreApplication.translate
    return {
        Level.BEGINNER: translate("level", "Beginner"),
        Level.EARLY_INTERMEDIATE: translate("level", "Early intermediate"),
        Level.INTERMEDIATE: translate("level", "Intermediate"),
        Level.ADVANCED: translate("level", "Advanced"),
    }[Level(level)]


class GameList(QListWidget):
    """Games, one to a line. `chosen` is called when another one is chosen, `played` for Enter or a double click."""

    def __init__(self, theme: Theme, *, chosen: Callable[[], object], played: Callable[[], object]) -> None:
        super().__init__()
        self._theme, self._chosen, self._played = theme, chosen, played
        self.setItemDelegate(_Line(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName(QCoreApplication.translate("GameList", "Games found"))
        self.setStyleSheet("QListWidget { background: transparent; }")
        self.currentRowChanged.connect(lambda _: chosen())
        self.itemDoubleClicked.connect(lambda _: played())

    def show_games(self, games: Sequence[FoundGame]) -> None:
        """Other games, the first one chosen."""
        self.blockSignals(True)
        self.clear()
        for game in games:
            item = QListWidgetItem(f"{game_name(game.name)}, {second_line(game)}")
            item.setData(_GAME, game)
            self.addItem(item)
        self.setCurrentRow(0)
        self.blockSignals(False)
        most = MOST_LINES if self._theme.percent < 150 else MOST_LINES // 2
        self.setFixedHeight(self._theme.px(LINE) * min(max(1, len(games)), most) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter plays what is chosen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._played()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines are as wide as the list."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def second_line(game: FoundGame) -> str:
    """What stands under a game's name."""
    return " · ".join((category(game.category), level_words(game.level)))


class _Line(QStyledItemDelegate):
    """Name, second line, and ten marks for the difficulty."""

    def __init__(self, theme: Theme, parent: GameList) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All lines are equally high."""
        return QSize(self._theme.px(200), self._theme.px(LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        game = index.data(_GAME)
        theme = self._theme
        area = QRectF(option.rect).adjusted(1, 2, -1, -2)
        state = option.state
        picked = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        edge = theme.px(3) if picked and focused else theme.px(2) if picked else 1
        painter.setPen(QPen(theme.colour("focus" if picked and focused else "primary" if picked else "line"), edge))
        painter.setBrush(theme.colour("primary_soft" if picked else "surface"))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), theme.px(Radius.CONTROL), theme.px(Radius.CONTROL))
        self._words(painter, game, area, picked=picked)
        painter.restore()

    def _words(self, painter: QPainter, game: FoundGame, area: QRectF, *, picked: bool) -> None:
        theme = self._theme
        marks = theme.px(120)
        inner = area.adjusted(theme.px(16), theme.px(8), -marks - theme.px(20), -theme.px(8))
        for text, step, tone, flag in (
            (game_name(game.name), Type.STRONG, "on_primary_soft" if picked else "ink", Qt.AlignmentFlag.AlignTop),
            (second_line(game), Type.CAPTION, "on_primary_soft" if picked else "soft", Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(theme.font(step))
            painter.setPen(theme.colour(tone))
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()))
            painter.drawText(inner, int(flag | Qt.TextFlag.TextSingleLine), cut)
        self._difficulty(painter, game, area, picked=picked)

    def _difficulty(self, painter: QPainter, game: FoundGame, area: QRectF, *, picked: bool) -> None:
        theme, side, gap = self._theme, self._theme.px(7), self._theme.px(3)
        left, top = area.right() - theme.px(16) - 10 * (side + gap), area.center().y() - side / 2
        tone = theme.colour("on_primary_soft" if picked else "soft")
        for number in range(10):
            painter.setPen(QPen(tone, 1))
            painter.setBrush(tone if number < game.difficulty else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(left + number * (side + gap), top, side, side))
        if game.needs_keyboard:
            size = theme.px(18)
            spot = QRectF(left - size - theme.px(10), area.center().y() - size / 2, size, size)
            icon("keyboard", tone).paint(painter, spot.toRect())
