"""A badge on paper: one page with the badge, the name that its student chose, and where anybody can check it."""

from __future__ import annotations

import segno
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from app.store.taking_along import Takeaway
from app.views.kit.badge import draw_badge, level_words, rarity_words
from app.views.kit.sayings import long_day
from app.views.kit.text import MOST_LETTERS
from app.views.kit.theme import FALLBACKS, FAMILY, Look, Theme
from app.views.kit.tokens import Weight

# Everything is laid out on a page of 1000 units in width and scaled to the paper.
_WIDE = 1000.0
_INK, _SOFT, _LINE, _GOLD, _PAPER = "#1C2333", "#5A6072", "#D8D2C4", "#B98A2F", "#FFFDF8"
PICTURE_SIDE = 1024
_DOTS = 300


def certificate_pdf(taken: Takeaway, name: str, page: QPageSize.PageSizeId) -> bytes:
    """The certificate as a PDF of one page. `name` is drawn as it is, as plain text."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setPageLayout(QPageLayout(QPageSize(page), QPageLayout.Orientation.Landscape, QMarginsF()))
    writer.setTitle(taken.badge.name)
    writer.setCreator("MLC Classroom")
    painter = QPainter(writer)
    draw_certificate(painter, QRectF(0, 0, writer.width(), writer.height()), taken, name)
    painter.end()
    buffer.close()
    return bytes(content.data())


def badge_png(taken: Takeaway) -> bytes:
    """The badge at its level as a picture with a clear ground."""
    image = QImage(PICTURE_SIDE, PICTURE_SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw_badge(painter, QRectF(image.rect()), taken.badge, Theme(Look()))
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())


def draw_certificate(painter: QPainter, area: QRectF, taken: Takeaway, name: str) -> None:
    """Paint the certificate into an area; always on paper's own colours, whatever the screen's look is."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    scale = area.width() / _WIDE
    painter.scale(scale, scale)
    high = area.height() / scale
    _frame(painter, high)
    _words(painter, high, taken, name)
    draw_badge(painter, QRectF(_WIDE / 2 - 78, high * 0.37, 156, 156), taken.badge, Theme(Look()))
    _foot(painter, high, taken)
    painter.restore()


def _frame(painter: QPainter, high: float) -> None:
    painter.fillRect(QRectF(0, 0, _WIDE, high), QColor(_PAPER))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(_GOLD), 3))
    painter.drawRoundedRect(QRectF(28, 28, _WIDE - 56, high - 56), 18, 18)
    painter.setPen(QPen(QColor(_LINE), 1))
    painter.drawRoundedRect(QRectF(38, 38, _WIDE - 76, high - 76), 13, 13)
    # A staff behind the badge: this is about music.
    for line in range(5):
        y = high * 0.37 + 54 + 12 * line
        painter.drawLine(QPointF(90, y), QPointF(_WIDE / 2 - 96, y))
        painter.drawLine(QPointF(_WIDE / 2 + 96, y), QPointF(_WIDE - 90, y))


def _words(painter: QPainter, high: float, taken: Takeaway, name: str) -> None:
    translate = QCoreApplication.translate
    badge = taken.badge
    state = level_words(badge.level) if badge.kind == "grow" else rarity_words(badge.rarity)
    _line(painter, high * 0.105, 20, translate("certificate", "CERTIFICATE"), Weight.BOLD, _GOLD, spread=7.0)
    _line(painter, high * 0.17, 18, translate("certificate", "This badge was earned by"), Weight.REGULAR, _SOFT)
    _line(painter, high * 0.22, 50, " ".join(name[:MOST_LETTERS].split()), Weight.BOLD, _INK)
    _line(painter, high * 0.635, 32, badge.name, Weight.BOLD, _INK)
    _line(painter, high * 0.695, 17, state, Weight.BOLD, _GOLD)
    _line(painter, high * 0.735, 17, badge.description, Weight.REGULAR, _SOFT)


def _line(
    painter: QPainter, top: float, size: float, text: str, weight: Weight, colour: str, *, spread: float = 0.0
) -> None:
    """One centred line; a text that is too wide is drawn smaller, down to half, and cut after that."""
    most = _WIDE - 180
    font = _font(size, weight, spread)
    painter.setFont(font)
    wide = painter.fontMetrics().horizontalAdvance(text)
    if wide > most:
        font = _font(max(size / 2, size * most / wide * 0.98), weight, spread)
        painter.setFont(font)
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(most))
    painter.setPen(QColor(colour))
    box = QRectF((_WIDE - most) / 2, top, most, size * 1.5)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)


def _font(size: float, weight: Weight, spread: float = 0.0) -> QFont:
    font = QFont([FAMILY, *FALLBACKS])
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(int(weight)))
    if spread:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spread)
    return font


def _foot(painter: QPainter, high: float, taken: Takeaway) -> None:
    translate = QCoreApplication.translate
    left, wide, top = 76.0, 400.0, high * 0.82
    painter.setPen(QPen(QColor(_LINE), 1))
    painter.drawLine(QPointF(left, top), QPointF(_WIDE - left, top))
    earned = translate("certificate", "Earned on {day}").format(day=long_day(taken.crossed_at))
    _left(painter, QRectF(left, top + 12, wide, 26), 16, earned, Weight.BOLD, _INK)
    _left(painter, QRectF(left, top + 38, wide, 24), 14, taken.school_name, Weight.REGULAR, _SOFT)
    if taken.address:
        _check(painter, high, taken.address, top)


def _check(painter: QPainter, high: float, address: str, top: float) -> None:
    """Where anybody can look whether the badge stands: as letters, and as a square for a telephone's camera."""
    side = min(92.0, high - 52 - top)
    square = QRectF(_WIDE - 76 - side, top + 8, side, side)
    _code(painter, square, address)
    room = QRectF(square.left() - 350, top + 12, 334, 22)
    label = QCoreApplication.translate("certificate", "Anybody can check it here:")
    _right(painter, room, 13, label, Weight.BOLD, _INK)
    _right(painter, room.translated(0, 22).adjusted(0, 0, 0, 46), 9.5, _breakable(address), Weight.REGULAR, _SOFT)


def _breakable(address: str) -> str:
    """The address in lines that fit beside the square."""
    return "\n".join(address[start : start + 52] for start in range(0, len(address), 52))


def _left(painter: QPainter, box: QRectF, size: float, text: str, weight: Weight, colour: str) -> None:
    painter.setFont(_font(size, weight))
    painter.setPen(QColor(colour))
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)


def _right(painter: QPainter, box: QRectF, size: float, text: str, weight: Weight, colour: str) -> None:
    painter.setFont(_font(size, weight))
    painter.setPen(QColor(colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, text)


def _code(painter: QPainter, square: QRectF, text: str) -> None:
    """A QR code as squares of ink."""
    modules = [list(line) for line in segno.make_qr(text, error="m").matrix]
    dot = square.width() / len(modules)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_INK))
    for row, line in enumerate(modules):
        for column, dark in enumerate(line):
            if dark:
                # A hair larger, so that no seam shows between two squares.
                place = QRectF(square.left() + column * dot, square.top() + row * dot, dot * 1.04, dot * 1.04)
                painter.drawRect(place)
