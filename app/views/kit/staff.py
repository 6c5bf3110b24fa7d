"""Engraved music with marks on its notes: colour, shape and word; read aloud as text."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.kit.engraving import (
    HEAD_WIDTH,
    STAFF_SPACE,
    Engraving,
    EngravingProblem,
    Head,
    engrave,
    engrave_on_two_lines,
)
from app.views.kit.marks import draw_sign, word
from app.views.kit.sayings import spoken
from app.views.kit.theme import Theme
from app.views.kit.tokens import Type
from domain.games.picture import Mark, Staff

# A staff space on the screen at 100 %: large enough to tell a line from a space at arm's length.
SPACE_PIXELS = 15
# Notes whose marks stand closer than this, in staff spaces, show the sign without its word.
_WORD_ROOM = 4.6


# Larger letters need no larger staff than a small screen has room for; it grows where there is more.
LEAST_HEIGHT = 190

# How much larger than its own size music may grow where there is room: short prompts are read from the last row.
LARGEST = 2.2
# Two lines are harder to follow than one: only for music that grows by so much.
WORTH_IT = 1.15


class StaffView(QWidget):
    """Shows one `Staff`. The engraving is kept as a pixmap, so that a mark costs one blit and a few strokes."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, theme: Theme, *, space: float = SPACE_PIXELS) -> None:
        super().__init__()
        self._theme, self._space = theme, theme.px(space)
        self._staff: Staff | None = None
        # As it is on one line, and as it shows.
        self._one_line: Engraving | None = None
        self._engraving: Engraving | None = None
        self._pixmap: QPixmap | None = None
        self._problem = ""
        self.setMinimumHeight(min(theme.px(space * 14), LEAST_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def staff(self) -> Staff | None:
        """What shows."""
        return self._staff

    def show_staff(self, staff: Staff | None) -> None:
        """Show other music, or other marks on the same music."""
        if staff == self._staff:
            return
        if staff is None or self._staff is None or staff.mei != self._staff.mei:
            self._engrave(staff)
        self._staff = staff
        self.setAccessibleName(self.words())
        self.update()

    def words(self) -> str:
        """All that the picture says, as text: the label, then each mark with its reason."""
        if self._staff is None:
            return ""
        said = [spoken(self._staff.label)]
        for number, note_id in enumerate(self._in_order(), 1):
            mark = self._staff.marks.get(note_id)
            if mark is None or mark is Mark.NOW:
                continue
            why = self._staff.why.get(note_id)
            said.append(f"{number}: {word(mark)}" + (f". {spoken(why)}" if why else ""))
        return " ".join(said)

    def head_of(self, note_id: str) -> QPointF | None:
        """Where the middle of a note's head is, in this widget's pixels."""
        head = self._engraving.heads.get(note_id) if self._engraving else None
        return self._on_screen(head) if head else None

    def sizeHint(self) -> QSize:
        """As large as the music at its size."""
        if self._one_line is None:
            return QSize(self._theme.px(320), self.minimumHeight())
        scale = self._space / STAFF_SPACE
        return QSize(round(self._one_line.width * scale), round(self._one_line.height * scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pixmap is made anew at the next paint."""
        self._break_lines()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Halos, the kept engraving, marked heads, signs and words."""
        painter = QPainter(self)
        if self._engraving is None or self._staff is None:
            if self._problem:
                painter.setPen(self._theme.colour("soft"))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._problem)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = [(head, self._staff.marks[i]) for i, head in self._engraving.heads.items() if i in self._staff.marks]
        for head, mark in marked:
            self._halo(painter, head, mark)
        if self._pixmap is None:
            self._pixmap = self._rendered(self._engraving)
        painter.drawPixmap(self._music().topLeft(), self._pixmap)
        crowded = self._is_crowded([head for head, _ in marked])
        for head, mark in marked:
            self._sign(painter, head, mark, with_word=not crowded)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 8, 8)

    def _engrave(self, staff: Staff | None) -> None:
        self._one_line, self._problem = None, ""
        if staff is not None:
            try:
                self._one_line = engrave(staff.mei)
            except EngravingProblem:
                self._problem = self.tr("This music could not be drawn.")
        self._break_lines(staff)
        self.updateGeometry()

    def _break_lines(self, staff: Staff | None = None) -> None:
        """On one line while it is large enough to read, else on two where that makes it larger."""
        one, shown = self._one_line, staff or self._staff
        self._pixmap, self._engraving = None, one
        if one is None or shown is None or self._scale_of(one) >= self._space / STAFF_SPACE:
            return
        two = engrave_on_two_lines(shown.mei)
        if two is not None and self._scale_of(two) > self._scale_of(one) * WORTH_IT:
            self._engraving = two

    def _in_order(self) -> list[str]:
        heads = self._engraving.heads if self._engraving else {}
        return sorted(heads, key=lambda each: (heads[each].line, heads[each].x))

    @property
    def _unit(self) -> float:
        """What signs and words below the music are measured in: a staff space, less where there is little height."""
        return min(float(self._space), self.height() / 12)

    def _scale(self) -> float:
        return 1.0 if self._engraving is None else self._scale_of(self._engraving)

    def _scale_of(self, engraving: Engraving) -> float:
        """How large an engraving can be here, in pixels a unit."""
        room = self.contentsRect()
        foot = self._unit * 3.4
        return min(
            self._space / STAFF_SPACE * LARGEST,
            room.width() / engraving.width,
            (room.height() - foot) / engraving.height,
        )

    def _music(self) -> QRectF:
        """Where the engraving lies: in the middle, with room for words below."""
        if self._engraving is None:
            return QRectF()
        scale = self._scale()
        wide, high = self._engraving.width * scale, self._engraving.height * scale
        foot = self._unit * 2.6
        return QRectF((self.width() - wide) / 2, max(0.0, (self.height() - foot - high) / 2), wide, high)

    def _on_screen(self, head: Head) -> QPointF:
        scale = self._scale()
        return self._music().topLeft() + QPointF(head.x * scale, head.y * scale)

    def _rendered(self, engraving: Engraving) -> QPixmap:
        ratio = self.devicePixelRatioF()
        area = self._music()
        pixmap = QPixmap(round(area.width() * ratio) + 1, round(area.height() * ratio) + 1)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(0, 0, 0, 0))
        renderer = QSvgRenderer(QByteArray(engraving.coloured(self._theme.palette.ink)))
        renderer.render(QPainter(pixmap), QRectF(0, 0, area.width(), area.height()))
        return pixmap

    def _halo(self, painter: QPainter, head: Head, mark: Mark) -> None:
        """A soft disc behind the head, and its outline: the note stays readable on it."""
        colour = QColor(self._theme.palette.mark(mark))
        scale = self._scale()
        reach = HEAD_WIDTH * scale * (1.15 if mark is Mark.NOW else 0.95)
        pale = QColor(colour)
        pale.setAlphaF(0.22)
        painter.setBrush(pale)
        line = Qt.PenStyle.DashLine if mark is Mark.MISSED else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, max(2.0, self._space * 0.14), line))
        painter.drawEllipse(self._on_screen(head), reach, reach)

    def _sign(self, painter: QPainter, head: Head, mark: Mark, *, with_word: bool) -> None:
        if mark is Mark.NOW:
            self._pointer(painter, head)
            return
        centre = QPointF(self._on_screen(head).x(), self._foot(head))
        draw_sign(painter, mark, centre, self._unit * 1.5, self._theme)
        if not with_word:
            return
        painter.setPen(QColor(self._theme.palette.mark(mark)))
        painter.setFont(self._theme.font(Type.CAPTION))
        width = self._space * 6
        box = QRectF(centre.x() - width / 2, centre.y() + self._unit * 0.8, width, self._unit * 1.4)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word(mark))

    def _foot(self, head: Head) -> float:
        """Where the signs under a head's line of music stand: below all of it, or between it and the next line."""
        tops = self._engraving.tops if self._engraving else ()
        below = self._music().bottom() + self._unit * 0.6
        if head.line + 1 < len(tops):
            heads = self._engraving.heads.values() if self._engraving else ()
            lowest = max(each.y for each in heads if each.line == head.line)
            foot = max(lowest + 2.4 * STAFF_SPACE, tops[head.line] + 6 * STAFF_SPACE)
            below = self._music().top() + foot * self._scale()
        return min(below, self.height() - self._unit * 2.2)

    def _pointer(self, painter: QPainter, head: Head) -> None:
        """A small arrow above the note that is asked for."""
        place, scale = self._on_screen(head), self._scale()
        size = max(9.0, STAFF_SPACE * scale * 0.6)
        tops = self._engraving.tops if self._engraving else ()
        staff_top = self._music().top() + (tops[head.line] if head.line < len(tops) else 0.0) * scale
        # Above the staff, and above a stem that goes up from the head.
        top = max(size, min(staff_top - 1.6 * size, place.y() - 4.4 * STAFF_SPACE * scale))
        path = QPainterPath(QPointF(place.x(), top + size))
        path.lineTo(place.x() - size, top - size * 0.6)
        path.lineTo(place.x() + size, top - size * 0.6)
        path.closeSubpath()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.palette.mark(Mark.NOW)))
        painter.drawPath(path)

    def _is_crowded(self, heads: list[Head]) -> bool:
        if self._engraving is not None and len(self._engraving.tops) > 1:
            return True
        places = sorted({head.x * self._scale() for head in heads})
        return any(b - a < self._space * _WORD_ROOM for a, b in pairwise(places))
