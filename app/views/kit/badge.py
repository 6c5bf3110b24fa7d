"""Badges: one icon, a border by level, a numeral, and for those on their way a grey outline that fills up (BADGE-6)."""

from __future__ import annotations

import math
import os.path
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.store.readings import BadgeCard
from app.views.kit.art import eighth_note
from app.views.kit.files import resource
from app.views.kit.theme import Theme
from app.views.kit.tokens import BADGE_BORDERS, RARITIES, Weight
from domain.achievements.icons import AT_CENTRE

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

# Pictures that were drawn at the centre, by the badge's icon (`centre:<badge>/<digest>`), for the whole program.
_PICTURES: Final[dict[str, QImage]] = {}
NUMERALS = {1: "I", 2: "II", 3: "III", 4: "IV"}
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}", re.ASCII)


def show_pictures(pictures: Mapping[str, bytes]) -> None:
    """From now on badges with these icons are drawn with these PNGs, also those on the screen. On the GUI thread."""
    read = {icon: QImage.fromData(png) for icon, png in pictures.items()}
    _PICTURES.clear()
    _PICTURES.update({icon: image for icon, image in read.items() if not image.isNull()})
    QPixmapCache.clear()
    for widget in QApplication.allWidgets():
        if isinstance(widget, BadgeIcon):
            widget.update()


def _picture(icon: str) -> QImage | None:
    """The picture of an icon; an earlier one of the same badge where that very one is not here."""
    found = _PICTURES.get(icon)
    if found is not None or not icon.startswith(AT_CENTRE):
        return found
    badge = icon.partition("/")[0] + "/"
    return next((image for other, image in _PICTURES.items() if other.startswith(badge)), None)


def level_words(level: int) -> str:
    """The level with its border in words."""
    translate = QCoreApplication.translate
    return {
        0: translate("badge", "not earned yet"),
        1: translate("badge", "level I"),
        2: translate("badge", "level II, bronze"),
        3: translate("badge", "level III, silver"),
        4: translate("badge", "level IV, gold"),
    }.get(level, translate("badge", "earned"))


def rarity_words(rarity: str) -> str:
    """A rarity in the user's language; an unknown one is common."""
    translate = QCoreApplication.translate
    return {
        "uncommon": translate("badge", "Uncommon"),
        "rare": translate("badge", "Rare"),
        "epic": translate("badge", "Epic"),
        "legendary": translate("badge", "Legendary"),
    }.get(rarity, translate("badge", "Common"))


def badge_words(card: BadgeCard) -> str:
    """A whole badge for a screen reader."""
    if card.level == 0 and card.need:
        template = QCoreApplication.translate("badge", "{name}, not earned yet, {have} of {need}")
        return template.format(name=card.name, have=card.have, need=card.need)
    state = level_words(card.level) if card.kind == "grow" else rarity_words(card.rarity)
    return f"{card.name}, {state}"


@cache
def _renderer(icon: str) -> QSvgRenderer | None:
    """The program's own badge icon by its file name; None where there is no such icon."""
    stem = icon.rsplit("/", 1)[-1].removesuffix(".svg")
    if not _NAME.fullmatch(stem):
        return None
    path = resource("badges", "icons", f"{stem}.svg")
    if not os.path.isfile(path):
        return None
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(path)
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return renderer if renderer.isValid() else None


class BadgeIcon(QWidget):
    """A badge as a picture. `words` is what a screen reader says; empty where a label beside it says it."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, card: BadgeCard, theme: Theme, size: int = 96, *, words: str | None = None) -> None:
        super().__init__()
        self._card, self._theme = card, theme
        self._pixels = theme.px(size)
        self.setFixedSize(QSize(self._pixels, self._pixels))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(badge_words(card) if words is None else words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The badge."""
        picture = badge_picture(self._card, self._theme, self._pixels, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, picture)


def badge_picture(card: BadgeCard, theme: Theme, pixels: int, ratio: float) -> QPixmap:
    """A badge as a picture of so many pixels. Drawn once for all that look alike: a wall and a feed show hundreds."""
    looks = (card.icon, card.kind, card.rarity, card.level, card.have, card.need) if card.level <= 0 else (
        card.icon, card.kind, card.rarity, card.level
    )  # fmt: skip
    key = f"badge {looks} {theme.look.name} {theme.percent} {pixels} {ratio}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = QPixmap(round(pixels * ratio), round(pixels * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_badge(painter, QRectF(0, 0, pixels, pixels), card, theme)
        painter.end()
        QPixmapCache.insert(key, picture)
    return picture


def draw_badge(painter: QPainter, area: QRectF, card: BadgeCard, theme: Theme) -> None:
    """Paint a badge into a square: for grow badges its border and numeral, for single ones its rarity's shape."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / 100, area.height() / 100)
    if card.level <= 0:
        _unearned(painter, card, theme)
    else:
        _ground(painter, card, theme)
        _icon(painter, card.icon, QRectF(20, 18, 60, 60) if card.kind == "grow" else QRectF(23, 22, 54, 54))
        if card.kind == "grow":
            _numeral(painter, card.level, theme)
        else:
            _gem(painter, card.rarity, theme)
    painter.restore()


def _ground(painter: QPainter, card: BadgeCard, theme: Theme) -> None:
    border = BADGE_BORDERS.get(card.level) if card.kind == "grow" else theme.palette.rarity(card.rarity)
    painter.setPen(QPen(theme.colour("line"), 1.5))
    painter.setBrush(QColor("#FBF8F1"))
    painter.drawPath(_outline(card, 4.5 if border else 10))
    if border is None:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # A darker hairline on both sides: gold and silver stay visible on white.
    painter.setPen(QPen(QColor(border).darker(165), 8))
    painter.drawPath(_outline(card, 8))
    painter.setPen(QPen(QColor(border), 6))
    painter.drawPath(_outline(card, 8))


def _outline(card: BadgeCard, inset: float) -> QPainterPath:
    """Grow badges are discs; single badges have a corner more for each step of rarity, beginning with a square."""
    path = QPainterPath()
    if card.kind == "grow":
        path.addEllipse(QRectF(inset, inset, 100 - 2 * inset, 100 - 2 * inset))
        return path
    corners = 6 + 2 * (RARITIES.index(card.rarity) if card.rarity in RARITIES else 0)
    return _scallop(corners, 50 - inset)


def _scallop(corners: int, radius: float) -> QPainterPath:
    """A soft star with that many bumps around the middle of the canvas."""
    path = QPainterPath()
    steps = corners * 12
    for step in range(steps):
        angle = 2 * math.pi * step / steps
        reach = radius * (0.955 + 0.045 * math.cos(corners * angle))
        point = QPointF(50 + reach * math.sin(angle), 50 - reach * math.cos(angle))
        if step == 0:
            path.moveTo(point)
        else:
            path.lineTo(point)
    path.closeSubpath()
    return path


def _icon(painter: QPainter, icon: str, area: QRectF) -> None:
    picture, renderer = _picture(icon), _renderer(icon)
    if picture is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, picture)
    elif renderer is not None:
        renderer.render(painter, area)
    else:
        eighth_note(painter, QPointF(44, 66), 24, QColor("#2746B0"))


def _numeral(painter: QPainter, level: int, theme: Theme) -> None:
    painter.setPen(QPen(QColor("#FBF8F1"), 2.5))
    painter.setBrush(QColor("#1C2333"))
    width = 20 + 7 * len(NUMERALS.get(level, "I"))
    plate = QRectF(50 - width / 2, 74, width, 24)
    painter.drawRoundedRect(plate, 12, 12)
    painter.setPen(QColor("#FFFFFF"))
    painter.setFont(theme.font_of(17 * 100 / theme.percent, Weight.BOLD))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, NUMERALS.get(level, str(level)))


def _gem(painter: QPainter, rarity: str, theme: Theme) -> None:
    """One small diamond for each step of rarity."""
    gems = 1 + (RARITIES.index(rarity) if rarity in RARITIES else 0)
    painter.setPen(QPen(QColor("#FBF8F1"), 2))
    painter.setBrush(QColor(theme.palette.rarity(rarity)).darker(120))
    for i in range(gems):
        middle = 50 + (i - (gems - 1) / 2) * 13
        path = QPainterPath(QPointF(middle, 80))
        path.lineTo(middle + 7, 88)
        path.lineTo(middle, 96)
        path.lineTo(middle - 7, 88)
        path.closeSubpath()
        painter.drawPath(path)


def _unearned(painter: QPainter, card: BadgeCard, theme: Theme) -> None:
    area = QRectF(8, 8, 84, 84)
    pen = QPen(theme.colour("outline"), 3, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(theme.colour("sunken"))
    painter.drawEllipse(area)
    painter.setOpacity(0.28)
    _icon(painter, card.icon, QRectF(25, 25, 50, 50))
    painter.setOpacity(1)
    if card.need > 0 and card.have > 0:
        ring = QPen(theme.colour("primary"), 7)
        ring.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(ring)
        painter.drawArc(area, 90 * 16, -round(360 * 16 * min(1.0, card.have / card.need)))
