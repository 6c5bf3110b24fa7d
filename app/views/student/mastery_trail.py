"""Stones on a winding trail: how far a skill has grown, told by a ring, a sign and a word, never by colour alone."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.store.practice_readings import Skill
from app.views.kit.buttons import pressed_by_enter
from app.views.kit.icons import icon
from app.views.kit.sayings import concept
from app.views.kit.theme import Theme
from app.views.kit.tokens import Radius, Type, Weight

STONE = QSize(136, 144)
# The disc's place and size on the stone, and how far the trail swings up and down, in pixels at 100 %.
DISC, DISC_TOP, SWING = 72, 12, 10
_SIGN = 24


class SkillStone(QAbstractButton):
    """One skill: a disc with its ring, the level in figures, the name below."""

    def __init__(self, theme: Theme, skill: Skill, pressed: Callable[[], object]) -> None:
        super().__init__()
        self._theme, self._skill = theme, skill
        self.setText(concept(skill.concept))
        self.setAccessibleName(f"{concept(skill.concept)}, {standing_words(skill)}")
        self.setFixedSize(theme.px(STONE.width()), theme.px(STONE.height()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(self.accessibleName())
        # Qt would hand the checked state on.
        self.clicked.connect(lambda _=False: pressed())

    @property
    def centre(self) -> QPointF:
        """The middle of the disc."""
        return QPointF(self.width() / 2, self._theme.px(DISC_TOP) + self._theme.px(DISC) / 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, too."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Focus, disc, ring, sign, name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(self._theme.colour("focus" if self.hasFocus() else "line"), self._theme.px(3)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = self._theme.px(Radius.CARD)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), radius, radius)
        self._disc(painter)
        self._name(painter)

    def _disc(self, painter: QPainter) -> None:
        theme, skill, side = self._theme, self._skill, self._theme.px(DISC)
        area = QRectF(self.centre.x() - side / 2, self.centre.y() - side / 2, side, side)
        ground, ink = ("good_soft", "good") if skill.mastered else ("primary_soft", "primary")
        if skill.level is None:
            ground, ink = "surface", "outline"
        pen = QPen(theme.colour("outline" if skill.level is None or theme.is_contrast else "line"), theme.px(2))
        pen.setStyle(Qt.PenStyle.DashLine if skill.level is None else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour(ground))
        painter.drawEllipse(area)
        if skill.level is not None:
            ring = QPen(theme.colour(ink), theme.px(6))
            ring.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(ring)
            inner = area.adjusted(*(sign * theme.px(3) for sign in (1, 1, -1, -1)))
            painter.drawArc(inner, 90 * 16, -round(skill.level / 100 * 360 * 16))
        self._inside(painter, area)
        if skill.due:
            self._due(painter, area)

    def _inside(self, painter: QPainter, area: QRectF) -> None:
        theme, skill = self._theme, self._skill
        if skill.mastered or skill.level is None:
            name, tone = ("star", "good") if skill.mastered else ("staff", "outline")
            side = theme.px(_SIGN + 6)
            spot = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
            icon(name, theme.colour(tone)).paint(painter, spot.toRect())
            return
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font_of(20, Weight.BOLD))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(skill.level))

    def _due(self, painter: QPainter, area: QRectF) -> None:
        side = self._theme.px(_SIGN + 4)
        spot = QRectF(area.right() - side * 0.7, area.top() - side * 0.2, side, side)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("accent"))
        painter.drawEllipse(spot)
        pad = side * 0.16
        sign = spot.adjusted(pad, pad, -pad, -pad).toRect()
        icon("clock", self._theme.colour("on_accent")).paint(painter, sign)

    def _name(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setFont(theme.font(Type.CAPTION))
        painter.setPen(theme.colour("ink" if self._skill.level is not None else "soft"))
        top = theme.px(DISC_TOP + DISC + 8)
        area = QRectF(theme.px(4), top, self.width() - theme.px(8), self.height() - top - theme.px(4))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(area, int(flags), self.text())


def standing_words(skill: Skill) -> str:
    """Where a skill stands."""
    translate = QCoreApplication.translate
    if skill.level is None:
        return translate("skills", "not begun")
    words = (
        translate("skills", "mastered, {n} of 100") if skill.mastered else translate("skills", "growing, {n} of 100")
    ).format(n=skill.level)
    return f"{words}, {translate('skills', 'due for review')}" if skill.due else words


class Trail(QWidget):
    """Stones beside each other in as many rows as it takes, joined by a dotted trail. Its height follows its width."""

    def __init__(self, theme: Theme, stones: Sequence[QWidget]) -> None:
        super().__init__()
        self._theme, self._stones = theme, tuple(stones)
        for stone in self._stones:
            stone.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._place(theme.px(3 * STONE.width()))

    def sizeHint(self) -> QSize:
        """As wide as its stones, three at most; as high as it is now."""
        return QSize(min(3, len(self._stones)) * self._theme.px(STONE.width()), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the stones anew."""
        self._place(self.width())

    def _place(self, width: int) -> None:
        wide, high, swing = (self._theme.px(each) for each in (STONE.width(), STONE.height(), SWING))
        columns = max(1, width // wide)
        step = min(width / columns, wide * 1.3)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for index, stone in enumerate(self._stones):
            line, place = divmod(index, columns)
            x = round(place * step)
            y = line * (high + swing) + round(swing * (1 + math.sin(place * 1.9)) / 2)
            stone.move(width - x - wide if mirrored else x, y)
        rows = -(-len(self._stones) // columns)
        self.setFixedHeight(max(1, rows) * (high + swing))
        self.setMinimumWidth(wide)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The trail behind the stones."""
        points = [QPointF(stone.pos()) + stone.centre for stone in self._stones if isinstance(stone, SkillStone)]
        if len(points) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.colour("outline"), self._theme.px(3))
        pen.setStyle(Qt.PenStyle.DotLine)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        path = QPainterPath(points[0])
        for before, after in pairwise(points):
            if abs(after.y() - before.y()) <= self._theme.px(2 * SWING):
                middle = (before.x() + after.x()) / 2
                path.cubicTo(QPointF(middle, before.y()), QPointF(middle, after.y()), after)
            else:
                path.moveTo(after)
        painter.drawPath(path)
