"""Pictures of people: friendly animal faces and instruments, painted by us, because a child shows no photograph."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap, QPixmapCache, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.kit.art import eighth_note
from app.views.kit.theme import Theme


class Face(NamedTuple):
    """An animal: colours of its ground, coat and muzzle; its ears; muzzle or beak; a mask, stripes or spots."""

    ground: str
    coat: str
    muzzle: str
    ears: str = "round"
    mouth: str = "muzzle"
    mark: str = ""


_DARK = "#23262E"
FACES = {
    "finch": Face("#CFE3F7", "#3D6FA8", "#F2A93B", "crest", "beak"),
    "otter": Face("#D5EBE4", "#8A6248", "#E8D3BC"),
    "fox": Face("#DDE4EC", "#D9702B", "#FFF4E6", "pointed"),
    "koala": Face("#FBE6C4", "#8F99A6", "#4A515C", "big"),
    "heron": Face("#DCEBDD", "#7B92A6", "#E9A13B", "none", "beak"),
    "panda": Face("#CFE6D2", "#FFFFFF", "#FFFFFF", "panda", "muzzle", "patches"),
    "seal": Face("#CDE4EE", "#76838F", "#DCE3E8", "none"),
    "gecko": Face("#FBEFC6", "#4F9A4C", "#BFE0A6", "none"),
    "wren": Face("#F4DFCB", "#9A6A3F", "#E3B04B", "none", "beak"),
    "bear": Face("#F6E0CB", "#86583A", "#E2C39E"),
    "robin": Face("#D9E7DE", "#6F5A48", "#D2553B", "none", "beak", "breast"),
    "owl": Face("#DAD7F0", "#7C6AA8", "#F0B64A", "tufts", "beak", "discs"),
    "hare": Face("#E5EDD3", "#B08D68", "#F4E6D4", "long"),
    "lark": Face("#FBE7D0", "#B58A50", "#D98A2B", "crest", "beak"),
    "badger": Face("#DDE6EA", "#4B5059", "#FFFFFF", "round", "muzzle", "stripe"),
    "swan": Face("#CDE0F5", "#FFFFFF", "#E58A2E", "none", "beak"),
    "panther": Face("#F3D8D6", "#3A3344", "#6C6179", "pointed"),
    "crow": Face("#E4E0EE", "#2F3440", "#8C93A3", "none", "beak"),
    "whale": Face("#D3ECF2", "#3E7FA0", "#BFDDE9", "none"),
    "tiger": Face("#FCECCB", "#E58B2B", "#FFF3DF", "round", "muzzle", "tiger"),
    "mole": Face("#EBDFD3", "#5E5257", "#E5A6A0", "none"),
    "eagle": Face("#D5E3F0", "#F5F2EA", "#E8A62F", "none", "beak", "cap"),
    "deer": Face("#E3EDDA", "#B5763F", "#F2DEC4", "antlers"),
    "lynx": Face("#E2E6EE", "#BFA17A", "#F7EEDF", "tufted"),
}
_GROUNDS = ("#CFE3F7", "#FBE6C4", "#D5EBE4", "#F3D8D6", "#DAD7F0", "#E5EDD3")
_INKS = ("#2746B0", "#8A4B08", "#0F6257", "#A12E3E", "#5B3A94", "#47651B")


class Avatar(QWidget):
    """A round picture. Unknown names get a note in a colour of their own; the name beside it says who it is."""

    def __init__(self, name: str, theme: Theme, size: int = 48) -> None:
        super().__init__()
        self._name = name
        self._pixels = theme.px(size)
        self.setFixedSize(QSize(self._pixels, self._pixels))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, drawn once for all of its size: a feed shows the same few faces over and over."""
        ratio = self.devicePixelRatioF()
        key = f"avatar {self._name} {self._pixels} {ratio}"
        picture = QPixmap()
        if not QPixmapCache.find(key, picture):
            picture = QPixmap(round(self._pixels * ratio), round(self._pixels * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            draw_avatar(painter, QRectF(0, 0, self._pixels, self._pixels), self._name)
            painter.end()
            QPixmapCache.insert(key, picture)
        QPainter(self).drawPixmap(0, 0, picture)


def draw_avatar(painter: QPainter, area: QRectF, name: str) -> None:
    """Paint the picture of that name into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / 100, area.height() / 100)
    clip = QPainterPath()
    clip.addEllipse(QRectF(0, 0, 100, 100))
    painter.setClipPath(clip)
    face = FACES.get(name)
    if face is None:
        shade = sum(map(ord, name)) % len(_GROUNDS)
        painter.fillRect(0, 0, 100, 100, QColor(_GROUNDS[shade]))
        eighth_note(painter, QPointF(44, 70), 30, QColor(_INKS[shade]))
    else:
        painter.fillRect(0, 0, 100, 100, QColor(face.ground))
        painter.setPen(Qt.PenStyle.NoPen)
        _ears(painter, face)
        _head(painter, face)
        _mark(painter, face)
        _eyes(painter, face)
        _mouth(painter, face)
    painter.restore()


def _pair(painter: QPainter, centre: QPointF, wide: float, high: float) -> None:
    """An ellipse and its mirror image."""
    painter.drawEllipse(centre, wide, high)
    painter.drawEllipse(QPointF(100 - centre.x(), centre.y()), wide, high)


def _corners(painter: QPainter, *points: tuple[float, float]) -> None:
    """A polygon and its mirror image."""
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    painter.drawPolygon(QPolygonF([QPointF(100 - x, y) for x, y in points]))


def _ears(painter: QPainter, face: Face) -> None:
    coat, inner = QColor(face.coat), QColor(face.muzzle)
    painter.setBrush(QColor(_DARK) if face.ears == "panda" else coat)
    if face.ears in ("round", "panda"):
        _pair(painter, QPointF(27, 30), 13, 13)
    elif face.ears == "big":
        _pair(painter, QPointF(20, 38), 18, 18)
        painter.setBrush(QColor("#F2C9C6"))
        _pair(painter, QPointF(20, 38), 10, 10)
    elif face.ears == "long":
        _pair(painter, QPointF(36, 20), 9, 26)
        painter.setBrush(inner)
        _pair(painter, QPointF(36, 20), 4, 19)
    elif face.ears in ("pointed", "tufted", "tufts"):
        _corners(painter, (18, 10 if face.ears == "tufts" else 14), (22, 50), (48, 30))
        painter.setBrush(inner if face.ears == "pointed" else QColor(_DARK))
        if face.ears == "pointed":
            _corners(painter, (22, 21), (26, 42), (38, 32))
        elif face.ears == "tufted":
            _corners(painter, (18, 6), (17, 24), (26, 22))
    elif face.ears == "antlers":
        _pair(painter, QPointF(20, 42), 13, 8)
        painter.setBrush(QColor("#7A5230"))
        _corners(painter, (40, 34), (30, 8), (34, 8), (37, 16), (42, 8), (45, 10), (41, 20), (45, 34))
    elif face.ears == "crest":
        painter.drawPolygon(QPolygonF([QPointF(42, 30), QPointF(56, 8), QPointF(62, 32)]))


def _head(painter: QPainter, face: Face) -> None:
    painter.setBrush(QColor(face.coat))
    painter.drawEllipse(QRectF(18, 24, 64, 60))
    painter.drawEllipse(QRectF(12, 78, 76, 50))


def _mark(painter: QPainter, face: Face) -> None:
    if face.mark == "patches":
        painter.setBrush(QColor(_DARK))
        _pair(painter, QPointF(37, 50), 9, 11)
    elif face.mark == "stripe":
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawRoundedRect(QRectF(44, 24, 12, 50), 6, 6)
        _pair(painter, QPointF(25, 58), 6, 14)
    elif face.mark == "tiger":
        painter.setBrush(QColor(_DARK))
        painter.drawRoundedRect(QRectF(48, 25, 4, 13), 2, 2)
        _corners(painter, (38, 27), (42, 27), (43, 36))
        _corners(painter, (18, 54), (30, 58), (18, 60))
        _corners(painter, (20, 64), (30, 66), (22, 70))
    elif face.mark == "breast":
        painter.setBrush(QColor(face.muzzle))
        painter.drawEllipse(QRectF(26, 60, 48, 50))
    elif face.mark == "cap":
        painter.setBrush(QColor("#7A5230"))
        painter.drawEllipse(QRectF(12, 80, 76, 50))
    elif face.mark == "discs":
        painter.setBrush(QColor("#EDE8F8"))
        _pair(painter, QPointF(37, 50), 14, 14)


def _eyes(painter: QPainter, face: Face) -> None:
    pale = face.mark in ("patches", "stripe") or QColor(face.coat).lightness() < 80
    if pale and face.mark != "discs":
        painter.setBrush(QColor("#FFFFFF"))
        _pair(painter, QPointF(37, 50), 6, 6)
    painter.setBrush(QColor(_DARK))
    _pair(painter, QPointF(37, 50), 4.2, 4.8)
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawEllipse(QPointF(38.6, 48.2), 1.5, 1.5)
    painter.drawEllipse(QPointF(64.6, 48.2), 1.5, 1.5)


def _mouth(painter: QPainter, face: Face) -> None:
    if face.mouth == "beak":
        painter.setBrush(QColor("#E9A13B") if face.mark == "breast" else QColor(face.muzzle))
        painter.drawPolygon(QPolygonF([QPointF(41, 58), QPointF(59, 58), QPointF(50, 74)]))
        return
    painter.setBrush(QColor(face.muzzle))
    painter.drawEllipse(QRectF(35, 56, 30, 22))
    painter.setBrush(QColor(_DARK) if QColor(face.muzzle).lightness() > 90 else QColor("#E8E4DA"))
    painter.drawEllipse(QRectF(45, 58, 10, 7))
    painter.drawRoundedRect(QRectF(49.2, 63, 1.6, 7), 0.8, 0.8)
