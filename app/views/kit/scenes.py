"""What a game looks like that has no staff: the thing to do as one large drawing, and small pictures on answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.kit.art import eighth_note
from app.views.kit.icons import icon
from app.views.kit.theme import Theme
from app.views.kit.tokens import Weight
from domain.games.picture import Drawn, Scene

# Drawings are made on a canvas of this size and scaled to their place.
CANVAS = QSize(320, 180)
# A sign of one or two letters is drawn this high on the canvas; longer words become smaller until they fit.
SIGN_HEIGHT, SIGN_WIDTH = 132, 300
# How much larger than drawn it may become.
LARGEST = 1.6


class SceneView(QWidget):
    """One scene, as large as there is room for. The words above it say the same to a screen reader."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._scene: Scene | None = None
        self._sign = ""
        self.setMinimumSize(theme.px(160), min(theme.px(72), 110))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_scene(self, scene: Scene | None, sign: str) -> None:
        """Another drawing, or none."""
        if (scene, sign) != (self._scene, self._sign):
            self._scene, self._sign = scene, sign
            self.setAccessibleName(sign)
            self.update()

    def sizeHint(self) -> QSize:
        """The canvas as it was drawn."""
        return QSize(self._theme.px(CANVAS.width()), self._theme.px(CANVAS.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drawing in the middle, no larger than can be taken in at one glance."""
        if self._scene is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = self._theme.percent / 100 * LARGEST
        scale = min(self.width() / CANVAS.width(), self.height() / CANVAS.height(), most)
        painter.translate((self.width() - CANVAS.width() * scale) / 2, (self.height() - CANVAS.height() * scale) / 2)
        painter.scale(scale, scale)
        if self._scene is Scene.SIGN:
            _sign(painter, self._theme, self._sign)
        else:
            _SCENES[self._scene](painter, self._theme)


def _ground(painter: QPainter, theme: Theme) -> None:
    painter.setPen(QPen(theme.colour("primary"), 2) if theme.is_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("primary_soft"))
    painter.drawEllipse(QPointF(160, 90), 84, 84)


def _glyph(painter: QPainter, theme: Theme, name: str, area: QRect, colour: str = "primary") -> None:
    icon(name, theme.colour(colour)).paint(painter, area)


def _listen(painter: QPainter, theme: Theme) -> None:
    _ground(painter, theme)
    _glyph(painter, theme, "ear", QRect(104, 34, 112, 112))
    eighth_note(painter, QPointF(50, 70), 20, theme.colour("accent"))
    eighth_note(painter, QPointF(28, 128), 15, theme.colour("primary"))
    eighth_note(painter, QPointF(268, 78), 15, theme.colour("primary"))
    eighth_note(painter, QPointF(290, 136), 20, theme.colour("accent"))


def _keys(painter: QPainter, theme: Theme) -> None:
    _ground(painter, theme)
    _glyph(painter, theme, "point_down", QRect(106, 36, 108, 108))


def _tap(painter: QPainter, theme: Theme) -> None:
    _ground(painter, theme)
    _glyph(painter, theme, "tap", QRect(104, 34, 112, 112))
    painter.setPen(Qt.PenStyle.NoPen)
    for x in (26, 56, 264, 294):
        painter.setBrush(theme.colour("accent" if x in (26, 294) else "primary"))
        painter.drawEllipse(QPointF(x, 90), 9, 9)


def _invent(painter: QPainter, theme: Theme) -> None:
    _ground(painter, theme)
    for x, y, size, colour in (
        (30, 118, 18, "primary"), (76, 84, 20, "accent"), (132, 122, 26, "primary"), (182, 100, 26, "accent"),
        (246, 92, 20, "primary"), (292, 120, 18, "accent"),
    ):  # fmt: skip
        eighth_note(painter, QPointF(x, y), size, theme.colour(colour))


def _sign(painter: QPainter, theme: Theme, sign: str) -> None:
    font = theme.font_of(100, Weight.BOLD)
    # Words and abbreviations of music are written in italics, names of notes upright.
    font.setItalic(sign[:1].islower())
    path = QPainterPath()
    path.addText(QPointF(0, 0), font, sign)
    bounds = path.boundingRect()
    if bounds.isEmpty():
        return
    scale = min(SIGN_HEIGHT / max(bounds.height(), 1), SIGN_WIDTH / bounds.width(), 1.5 * 100 / font.pixelSize())
    painter.translate(160, 90)
    painter.scale(scale, scale)
    painter.translate(-bounds.center())
    painter.fillPath(path, theme.colour("primary"))


_SCENES: dict[Scene, Callable[[QPainter, Theme], None]] = {
    Scene.LISTEN: _listen,
    Scene.KEYS: _keys,
    Scene.TAP: _tap,
    Scene.INVENT: _invent,
}


def draw_answer(painter: QPainter, drawn: Drawn, area: QRectF, colour: QColor) -> None:
    """The small picture of an answer, in one colour, fitted into an area."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = min(area.width() / 80, area.height() / 40)
    painter.translate(area.center())
    painter.scale(scale, scale)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for x, y, wide, high in _DOTS[drawn]:
        painter.drawRoundedRect(
            QRectF(x - wide / 2, y - high / 2, wide, high), min(wide, high) / 2, min(wide, high) / 2
        )
    painter.restore()


# Two notes as dots or bars on a canvas from -40,-20 to 40,20: place of the middle, width, height.
_DOTS: dict[Drawn, tuple[tuple[float, float, float, float], ...]] = {
    Drawn.HIGHER: ((-18, 12, 15, 13), (18, -12, 15, 13)),
    Drawn.SAME: ((-18, 0, 15, 13), (18, 0, 15, 13)),
    Drawn.LOWER: ((-18, -12, 15, 13), (18, 12, 15, 13)),
    Drawn.LOUDER: ((-20, 0, 10, 9), (14, 0, 36, 34)),
    Drawn.SOFTER: ((-14, 0, 36, 34), (20, 0, 10, 9)),
    Drawn.LONGER: ((-26, 0, 14, 11), (14, 0, 48, 11)),
    Drawn.SHORTER: ((-14, 0, 48, 11), (26, 0, 14, 11)),
    Drawn.STEP_UP: ((-14, 5, 15, 13), (14, -5, 15, 13)),
    Drawn.STEP_DOWN: ((-14, -5, 15, 13), (14, 5, 15, 13)),
    Drawn.SKIP_UP: ((-20, 13, 15, 13), (0, 0, 5, 5), (20, -13, 15, 13)),
    Drawn.SKIP_DOWN: ((-20, -13, 15, 13), (0, 0, 5, 5), (20, 13, 15, 13)),
}
