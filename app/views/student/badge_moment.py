"""The moment a badge is earned: a celebration that can be shared, and a still one for whoever prefers that."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QPointF, Qt, QVariantAnimation
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.readings import BadgeCard
from app.views.kit.badge import BadgeIcon, level_words, rarity_words
from app.views.kit.buttons import Button
from app.views.kit.surfaces import Card, Chip, Part, clear, column, fill, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import RARITIES, Space, Type

_PIECES = 90
_COLOURS = ("primary", "accent", "good", "extra", "early")
# One fall of confetti, milliseconds; nothing loops (WCAG 2.2.2).
_LASTS = 2_600


class BadgeMoment(QWidget):
    """Covers its parent; shows one badge after the other. `share` gets a badge, `closed` is told at the end."""

    accessible_role = QAccessible.Role.Dialog

    def __init__(
        self,
        theme: Theme,
        badges: tuple[BadgeCard, ...],
        *,
        share: Callable[[BadgeCard], object],
        closed: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._badges, self._share, self._closed = theme, badges, share, closed
        self._at, self._progress = 0, 1.0
        self._large = theme.percent >= 150
        self._card = Card(theme, gap=Space.BASE, pad=Space.ROOMY if self._large else Space.WIDE)
        wide = theme.px(600 if self._large else 480)
        self._card.setFixedWidth(min(wide, parent.width() - 2 * Space.WIDE) if parent is not None else wide)
        box = QVBoxLayout(self)
        box.addWidget(self._card, alignment=Qt.AlignmentFlag.AlignCenter)
        self._fall = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=_LASTS)
        self._fall.setEasingCurve(QEasingCurve.Type.OutQuad)
        self._fall.valueChanged.connect(self._move)
        self._show_badge()

    def showEvent(self, event: QShowEvent) -> None:
        """Confetti falls once, unless motion is reduced."""
        super().showEvent(event)
        self._celebrate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes on."""
        if event.key() == Qt.Key.Key_Escape:
            self._next()
        else:
            super().keyPressEvent(event)

    def _show_badge(self) -> None:
        theme, card = self._theme, self._badges[self._at]
        level = level_words(card.level) if card.kind == "grow" else rarity_words(card.rarity)
        title = self.tr("New badge!") if card.level <= 1 else self.tr("Your badge has grown!")
        # To keep it is what needs no thought: nobody is led to show more of themselves than they would.
        keep = Button(self._later(), theme, self._next, kind="primary")
        share = Button(self.tr("Share it"), theme, lambda: self._share(card), icon="share")
        icon = BadgeIcon(card, theme, 120 if self._large else 168)
        words: list[Part] = [
            PlainLabel(card.name, theme, Type.DISPLAY, centred=True, wrap=True),
            row(theme, 1, *self._chips(card, level), 1, gap=Space.TIGHT),
            PlainLabel(card.description, theme, Type.LEAD, tone="soft", centred=True, wrap=True),
            self._way_on(card),
        ]
        told = PlainLabel(title, theme, Type.STRONG, tone="primary", centred=True)
        # Large letters need the room below the picture.
        shown = (
            [told, row(theme, icon, column(theme, *words))] if self._large else [told, row(theme, 1, icon, 1), *words]
        )
        clear(self._card.body)
        fill(self._card.body, (*shown, row(theme, share, 1, keep)))
        self.setAccessibleName(f"{title} {card.name}, {level}. {card.description}")
        keep.setFocus()

    def _chips(self, card: BadgeCard, level: str) -> tuple[Chip | None, ...]:
        confirming = None
        if not card.confirmed:
            confirming = Chip(self.tr("confirming"), self._theme, icon="clock")
        return Chip(level, self._theme, ink="on_primary_soft", ground="primary_soft"), confirming

    def _way_on(self, card: BadgeCard) -> PlainLabel | None:
        if card.kind != "grow" or card.need <= card.have:
            return None
        more = self.tr("%n more to the next level", None, card.need - card.have)
        return PlainLabel(more, self._theme, Type.CAPTION, tone="soft", centred=True)

    def _later(self) -> str:
        return self.tr("Next badge") if self._at + 1 < len(self._badges) else self.tr("Keep it for me")

    def _next(self) -> None:
        if self._at + 1 < len(self._badges):
            self._at += 1
            self._show_badge()
            self._celebrate()
            return
        self._fall.stop()
        self._closed()

    def _celebrate(self) -> None:
        if not self._theme.reduced_motion:
            self._fall.stop()
            self._fall.start()

    def _move(self, value: float) -> None:
        self._progress = value
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The veil; rays for a still celebration; confetti."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self._theme.colour("ground"))
        veil.setAlphaF(0.92)
        painter.fillRect(self.rect(), veil)
        self._rays(painter)
        if not self._theme.reduced_motion:
            self._confetti(painter)

    def _rays(self, painter: QPainter) -> None:
        badge = self._badges[self._at]
        step = RARITIES.index(badge.rarity) if badge.rarity in RARITIES else 0
        rays = 16 + 4 * (step if badge.kind == "single" else badge.level)
        colour = QColor(self._theme.colour("accent"))
        colour.setAlphaF(0.35 if not self._theme.is_contrast else 0.6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        middle, reach = QPointF(self.rect().center()), math.hypot(self.width(), self.height()) / 2
        for ray in range(rays):
            angle, wide = 2 * math.pi * ray / rays, math.pi / rays / 2
            points = [middle, _polar(middle, reach, angle - wide), _polar(middle, reach, angle + wide)]
            painter.drawPolygon(points)

    def _confetti(self, painter: QPainter) -> None:
        """Pieces whose places follow from their number and how far the fall is: nothing is kept."""
        if self._progress >= 1.0:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        for piece in range(_PIECES):
            seed = piece * 2_654_435_761 % 4_294_967_296
            x = seed % 1000 / 1000 * self.width() + 24 * math.sin(self._progress * 7 + piece)
            start = -0.35 * (seed // 1000 % 100) / 100
            y = (start + self._progress * 1.35) * self.height()
            colour = QColor(self._theme.colour(_COLOURS[piece % len(_COLOURS)]))
            colour.setAlphaF(max(0.0, min(1.0, 2.2 * (1 - self._progress))))
            painter.save()
            painter.translate(x, y)
            painter.rotate(self._progress * 540 + seed % 360)
            painter.setBrush(colour)
            painter.drawRoundedRect(-5, -3, 10, 6, 2, 2)
            painter.restore()


def _polar(middle: QPointF, reach: float, angle: float) -> QPointF:
    return QPointF(middle.x() + reach * math.sin(angle), middle.y() - reach * math.cos(angle))
