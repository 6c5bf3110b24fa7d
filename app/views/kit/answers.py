"""Answers to pick: large, numbered, with a picture where there is one, in as many rows as they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOption, QWidget

from app.views.kit.buttons import Button
from app.views.kit.marks import draw_sign, word
from app.views.kit.scenes import draw_answer
from app.views.kit.theme import Theme
from app.views.kit.tokens import Radius, Type
from domain.games.picture import Drawn, Mark

# The ground, the words and the edge of an answer that is judged or hinted at.
_TONES = {
    Mark.RIGHT: ("good_soft", "on_good_soft", "good"),
    Mark.WRONG: ("bad_soft", "on_bad_soft", "bad"),
    Mark.HINT: ("primary_soft", "on_primary_soft", "hint"),
}
# Pixels at 100 %: the least height, the room beside the words for number and sign, the drawing's height.
HEIGHT, BESIDE, PICTURE, GAP = 72, 44, 44, 14
LEAST, MOST = 128, 420
# Larger letters need no more height than their lines, and drawings and margins no more than this.
HIGHEST, MOST_PICTURE, MOST_BESIDE, MOST_MARGIN, MOST_GAP, MOST_SIGN = 96, 60, 60, 28, 16, 40
_LINES = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)


def beside(theme: Theme) -> int:
    """The room on each side of an answer's words, for its number and its sign."""
    return min(theme.px(BESIDE), MOST_BESIDE)


class AnswerButton(Button):
    """An answer with its number key, and its mark once it is judged. Long words break into lines."""

    def __init__(
        self, text: str, theme: Theme, pressed: Callable[[], object] | None, *, number: int, mark: Mark | None,
        drawn: Drawn | None,
    ) -> None:  # fmt: skip
        said = f"{text}, {word(mark)}" if mark else text
        super().__init__(text, theme, pressed, name=f"{number}: {said}")
        self._words, self._number, self._mark, self._drawn, self._theme = text, number, mark, drawn, theme
        self.setFont(theme.font(Type.HEAD))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def wish(self) -> int:
        """The width on which its words stand on one line, within reason."""
        theme = self._theme
        # Before the sheet is applied the button does not know its own font yet.
        wide = QFontMetrics(theme.font(Type.HEAD)).horizontalAdvance(self._words) + 2 * beside(theme) + theme.px(8)
        return max(theme.px(LEAST), min(theme.px(MOST), wide))

    def height_at(self, width: int) -> int:
        """How high it must be at that width."""
        theme = self._theme
        room = QRect(0, 0, max(1, width - 2 * beside(theme)), 10_000)
        words = QFontMetrics(theme.font(Type.HEAD)).boundingRect(room, _LINES, self._words).height()
        picture = min(theme.px(PICTURE), MOST_PICTURE) if self._drawn else 0
        return max(min(theme.px(HEIGHT), HIGHEST), words + picture + min(theme.px(24), MOST_MARGIN))

    def sizeHint(self) -> QSize:
        """On one line where it can be."""
        return QSize(self.wish(), self.height_at(self.wish()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, number, picture, words and sign."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink, edge = self._colours()
        width = theme.px(4) if self.hasFocus() else theme.px(2) if self._mark else 1
        painter.setPen(QPen(theme.colour("focus") if self.hasFocus() else edge, width))
        painter.setBrush(ground)
        half = width / 2
        radius = theme.px(Radius.CONTROL)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        self._draw_number(painter)
        self._draw_words(painter, ink)
        if self._mark is not None:
            size = min(theme.px(24), MOST_SIGN)
            draw_sign(painter, self._mark, QPointF(self.width() - size * 0.95, self.height() / 2), size, theme)

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        theme = self._theme
        if self._mark in _TONES:
            ground, ink, edge = _TONES[self._mark]
            return theme.colour(ground), theme.colour(ink), theme.colour(edge)
        option = QStyleOption()
        option.initFrom(self)
        lit = bool(option.state & QStyle.StateFlag.State_MouseOver) or self.isDown()
        if lit:
            return theme.colour("primary_soft"), theme.colour("on_primary_soft"), theme.colour("primary")
        return theme.colour("surface"), theme.colour("ink"), theme.colour("outline")

    def _draw_number(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setFont(theme.font(Type.CAPTION))
        painter.setPen(theme.colour("soft") if self._mark not in _TONES else self._colours()[1])
        corner = QRectF(theme.px(12), 0, theme.px(24), self.height())
        painter.drawText(corner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(self._number))

    def _draw_words(self, painter: QPainter, ink: QColor) -> None:
        theme = self._theme
        area = self.rect().adjusted(beside(theme), theme.px(8), -beside(theme), -theme.px(8))
        if self._drawn is not None:
            high = min(theme.px(PICTURE), MOST_PICTURE)
            draw_answer(painter, self._drawn, QRectF(area.left(), area.top(), area.width(), high - theme.px(6)), ink)
            area.setTop(area.top() + high)
        painter.setFont(theme.font(Type.HEAD))
        painter.setPen(ink)
        painter.drawText(area, _LINES, self._words)


class Answers(QWidget):
    """Answers of equal size in rows of equal length, in the middle. Its height follows its width."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.buttons: list[AnswerButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def deal(self, buttons: Sequence[AnswerButton]) -> None:
        """Other answers."""
        focused = next((n for n, each in enumerate(self.buttons) if each.hasFocus()), None)
        for old in self.buttons:
            old.hide()
            old.deleteLater()
        self.buttons = list(buttons)
        for each in self.buttons:
            each.setParent(self)
            each.show()
        if focused is not None and focused < len(self.buttons):
            self.buttons[focused].setFocus()
        self._place(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Deal them anew."""
        self._place(event.size().width())

    def _place(self, width: int) -> None:
        if not self.buttons:
            self.setFixedHeight(0)
            return
        gap = min(self._theme.px(GAP), MOST_GAP)
        columns = self._columns(width, gap)
        wide = min(max(each.wish() for each in self.buttons), (width - (columns - 1) * gap) // columns)
        high = max(each.height_at(wide) for each in self.buttons)
        rows = -(-len(self.buttons) // columns)
        for index, each in enumerate(self.buttons):
            line, place = divmod(index, columns)
            in_line = min(columns, len(self.buttons) - line * columns)
            left = (width - in_line * wide - (in_line - 1) * gap) // 2
            place = in_line - 1 - place if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else place
            each.setGeometry(left + place * (wide + gap), line * (high + gap), wide, high)
        self.setFixedHeight(rows * high + (rows - 1) * gap)

    def _columns(self, width: int, gap: int) -> int:
        """As many as fit on one line; where they don't, rows that are filled as evenly as can be."""
        wish = max(each.wish() for each in self.buttons)
        most = max(1, min(len(self.buttons), (width + gap) // (wish + gap)))
        rows = -(-len(self.buttons) // most)
        return -(-len(self.buttons) // rows)
