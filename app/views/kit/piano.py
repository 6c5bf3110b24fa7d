"""The piano on the screen: mouse, touch and keys play it; games mark its keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.kit.key_places import figure_under, finger_of, pitch_under
from app.views.kit.marks import draw_sign, word
from app.views.kit.sayings import note_name
from app.views.kit.theme import Theme
from app.views.kit.tokens import TARGET, Weight
from domain.games.picture import Keys, Mark

_BLACK = frozenset({1, 3, 6, 8, 10})
_NAMES = {0: "C", 2: "D", 4: "E", 5: "F", 7: "G", 9: "A", 11: "B"}


def is_black(pitch: int) -> bool:
    """A black key?"""
    return pitch % 12 in _BLACK


def key_name(pitch: int) -> str:
    """A key as musicians name it, with its octave; middle C is C4."""
    names = ("C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B")
    return note_name(f"{names[pitch % 12]}{pitch // 12 - 1}")


# Larger letters need no higher keys: the staff needs the room.
_LOWEST, _HIGHEST = 150, 220
# No screen is narrower, at any size of letters.
_WIDEST = 820
# A white key that nobody has to hit, in pixels: its name still fits.
_NARROW = 24


class Piano(QWidget):
    """Keys between two pitches. `press` and `release` are told of pitches; without them it only shows.

    Letters of the computer's keyboard play while it has the focus; arrow keys walk over the keys and Space plays one.
    `answer` is asked first about figures: where they pick an answer they play nothing.
    """

    accessible_role = QAccessible.Role.Grouping

    def __init__(
        self,
        theme: Theme,
        *,
        press: Callable[[int], object] | None = None,
        release: Callable[[int], object] | None = None,
        answer: Callable[[str], bool] | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._press, self._release, self._answer = theme, press, release, answer
        self._keys = Keys()
        self._areas: dict[int, QRectF] = {}
        self._fingers: dict[int, int] = {}
        self._letters: dict[int, int] = {}
        self._down: set[int] = set()
        self._cursor = 60
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if press else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(_LOWEST)
        self.setMaximumHeight(min(theme.px(180), _HIGHEST))
        self._tell()

    @property
    def keys(self) -> Keys:
        """What shows."""
        return self._keys

    def show_keys(self, keys: Keys) -> None:
        """Other range, marks or names."""
        keys = _whole(keys)
        if keys == self._keys and self._areas:
            return
        keys = _whole(keys)
        before, self._keys = self._keys, keys
        if (keys.lowest, keys.highest) != (before.lowest, before.highest):
            self._areas = {}
            self._cursor = max(keys.lowest, min(keys.highest, self._cursor))
            self.updateGeometry()
        if keys.names != before.names or not self._areas:
            self.update()
        for pitch in keys.marks.keys() | before.marks.keys():
            if keys.marks.get(pitch) is not before.marks.get(pitch):
                self._repaint(pitch)
        self._tell()

    def show_down(self, pitch: int, down: bool) -> None:
        """A key of the real keyboard moved: shown, not played."""
        (self._down.add if down else self._down.discard)(pitch)
        self._repaint(pitch)

    def _repaint(self, pitch: int) -> None:
        """One key only: a whole keyboard costs a millisecond and a half, which a player can feel."""
        area = self._areas.get(pitch)
        if area is not None:
            self.update(area.toAlignedRect().adjusted(-2, -2, 2, 2))

    def area_of(self, pitch: int) -> QRectF:
        """Where a key is. Raises KeyError outside the range."""
        if not self._areas:
            self._lay_out()
        return self._areas[pitch]

    def pitch_at(self, place: QPointF) -> int | None:
        """The key under a point; black keys lie on top."""
        if not self._areas:
            self._lay_out()
        under = [pitch for pitch, area in self._areas.items() if area.contains(place)]
        return max(under, key=is_black, default=None)

    def sizeHint(self) -> QSize:
        """White keys of at least a finger's width."""
        return QSize(self._whites() * self._theme.px(TARGET + 8), min(self._theme.px(180), _HIGHEST))

    def minimumSizeHint(self) -> QSize:
        """White keys of a finger's width, as far as a small screen has room; what is only looked at may be narrower."""
        if self._press is None:
            return QSize(self._whites() * _NARROW, _LOWEST)
        return QSize(min(self._whites() * self._theme.px(TARGET), _WIDEST), _LOWEST)

    def resizeEvent(self, event: QEvent) -> None:
        """Keys get new places."""
        self._areas = {}

    def _whites(self) -> int:
        return sum(not is_black(pitch) for pitch in range(self._keys.lowest, self._keys.highest + 1))

    def _lay_out(self) -> None:
        wide = min(self.width() / max(1, self._whites()), self._theme.px(72))
        left = (self.width() - wide * self._whites()) / 2
        place = 0
        for pitch in range(self._keys.lowest, self._keys.highest + 1):
            if is_black(pitch):
                self._areas[pitch] = QRectF(left + place * wide - wide * 0.3, 0, wide * 0.6, self.height() * 0.62)
            else:
                self._areas[pitch] = QRectF(left + place * wide, 0, wide, self.height() - 2)
                place += 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """White keys, black keys, then what is on them."""
        if not self._areas:
            self._lay_out()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        asked = QRectF(event.rect())
        for black in (False, True):
            for pitch, area in self._areas.items():
                if is_black(pitch) is black and area.intersects(asked):
                    self._key(painter, pitch, area, black=black)
        if self.hasFocus() and self._cursor in self._areas:
            painter.setPen(QPen(self._theme.colour("focus"), 4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._areas[self._cursor].adjusted(3, 1, -3, -3), 6, 6)

    def _key(self, painter: QPainter, pitch: int, area: QRectF, *, black: bool) -> None:
        theme = self._theme
        mark = self._keys.marks.get(pitch)
        colour = theme.colour("key_black" if black else "key_white")
        if mark is not None:
            colour = _mixed(colour, QColor(theme.palette.mark(mark)), 0.75 if black else 0.3)
        elif pitch in self._down:
            colour = _mixed(colour, theme.colour("primary"), 0.6 if black else 0.25)
        edge = theme.colour("key_line") if not (black and theme.is_contrast) else QColor("#FFFFFF")
        painter.setPen(QPen(edge, 1.4))
        painter.setBrush(colour)
        radius = theme.px(6)
        painter.drawRoundedRect(area.adjusted(0.7, -radius, -0.7, 0), radius, radius)
        foot = area.bottom() - theme.px(24)
        if mark is not None:
            size = min(area.width() * 0.72, theme.px(26))
            draw_sign(painter, mark, QPointF(area.center().x(), foot - (0 if black else theme.px(14))), size, theme)
        if not black and (self._keys.names or pitch % 12 == 0):
            painter.setPen(theme.colour("on_key_white"))
            painter.setFont(theme.font_of(13, Weight.SEMIBOLD))
            name = note_name(_NAMES[pitch % 12]) + (str(pitch // 12 - 1) if pitch % 12 == 0 else "")
            line = QRectF(area.left(), area.bottom() - theme.px(24), area.width(), theme.px(20))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, name)

    def _tell(self) -> None:
        said = [QCoreApplication.translate("piano", "Piano, {low} to {high}").format(
            low=key_name(self._keys.lowest), high=key_name(self._keys.highest))]  # fmt: skip
        said += marks_in_words(self._keys.marks)
        self.setAccessibleName(". ".join(said))

    # --- hands ---------------------------------------------------------------------------------------------------

    def _go_down(self, pitch: int | None) -> None:
        if pitch is not None and self._press is not None and pitch not in self._down:
            self._down.add(pitch)
            self._press(pitch)
            self._repaint(pitch)

    def _go_up(self, pitch: int | None) -> None:
        if pitch is not None and pitch in self._down:
            self._down.discard(pitch)
            if self._release is not None:
                self._release(pitch)
            self._repaint(pitch)

    def let_go(self) -> None:
        """Release whatever this widget holds."""
        for pitch in sorted({*self._fingers.values(), *self._letters.values()}):
            self._go_up(pitch)
        self._fingers.clear()
        self._letters.clear()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A key goes down under the mouse."""
        self._finger(0, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Sliding over the keys plays them."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._finger(0, event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The key comes up."""
        self._lift(0)

    def event(self, event: QEvent) -> bool:
        """Fingers, several at once."""
        touches = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)
        if event.type() not in touches or self._press is None:
            return super().event(event)
        if isinstance(event, QTouchEvent):
            for point in event.points():
                if point.state().name == "Released" or event.type() is QEvent.Type.TouchCancel:
                    self._lift(point.id() + 1)
                else:
                    self._finger(point.id() + 1, point.position())
        event.accept()
        return True

    def _finger(self, finger: int, place: QPointF) -> None:
        pitch, held = self.pitch_at(place), self._fingers.get(finger)
        if pitch == held or self._press is None:
            return
        self._lift(finger)
        if pitch is not None:
            self._fingers[finger] = pitch
            self._go_down(pitch)

    def _lift(self, finger: int) -> None:
        held = self._fingers.pop(finger, None)
        if held not in self._fingers.values():
            self._go_up(held)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters play; arrows walk; Space and Enter play where one stands."""
        if event.isAutoRepeat():
            return
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._cursor = max(self._keys.lowest, min(self._keys.highest, self._cursor + step))
            self.setAccessibleDescription(key_name(self._cursor))
            self.update()
            return
        figure = figure_under(event)
        if figure and self._answer is not None and self._answer(figure):
            return
        enters = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        pitch = self._cursor if event.key() in enters else pitch_under(event)
        if pitch is None:
            super().keyPressEvent(event)
            return
        self._letters[finger_of(event)] = pitch
        self._go_down(pitch)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The letter's key comes up."""
        if event.isAutoRepeat():
            return
        pitch = self._letters.pop(finger_of(event), None)
        if pitch is None:
            super().keyReleaseEvent(event)
            return
        self._go_up(pitch)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing keeps sounding when one goes elsewhere."""
        self.let_go()
        super().focusOutEvent(event)


def _whole(keys: Keys) -> Keys:
    """The same keys from a white one to a white one: half a black key at the edge could not be touched."""
    lowest = keys.lowest - is_black(keys.lowest)
    highest = keys.highest + is_black(keys.highest)
    return Keys(lowest=lowest, highest=highest, marks=keys.marks, names=keys.names)


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Two colours mixed; `share` of the second."""
    parts = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a * (1 - share) + b * share) for a, b in parts))


def marks_in_words(marks: dict[int, Mark]) -> list[str]:
    """Marks on keys as text, lowest first."""
    return [f"{key_name(pitch)}: {word(mark)}" for pitch, mark in sorted(marks.items())]
