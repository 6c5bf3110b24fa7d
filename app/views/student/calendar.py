"""The calendar of a streak: days that were played, days of rest that it steps over, and today."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.store.community_readings import CalendarDay
from app.views.kit.icons import IconView
from app.views.kit.sayings import count, locale
from app.views.kit.surfaces import column, row
from app.views.kit.text import PlainLabel, plain_tip
from app.views.kit.theme import Theme
from app.views.kit.tokens import TARGET, Radius, Space, Type

_DAYS = 7


class DayCell(QWidget):
    """One day: played, rest or open, told apart by a sign as well as by colour; today has a ring."""

    accessible_role = QAccessible.Role.Cell

    def __init__(self, day: CalendarDay, theme: Theme, *, today: bool) -> None:
        super().__init__()
        self._day, self._theme, self._today = day, theme, today
        self.setFixedSize(theme.px(TARGET), theme.px(TARGET))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(day_words(day))
        self.setToolTip(plain_tip(day_words(day)))
        sign = "check" if day.played else "rest" if day.rest else None
        if sign is not None:
            tone = "on_good_soft" if day.played else "soft"
            icon = IconView(sign, theme.colour(tone), theme.px(16), parent=self)
            icon.move((self.width() - icon.width()) // 2, theme.px(23))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, the number of the day, and the ring of today."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, day = self._theme, self._day
        ring = theme.px(3)
        painter.setPen(QPen(theme.colour("primary"), ring) if self._today else QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("good_soft" if day.played else "sunken" if day.rest else "surface"))
        radius = theme.px(Radius.SMALL)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(ring, ring, -ring, -ring), radius, radius)
        painter.setFont(theme.font(Type.CAPTION))
        painter.setPen(theme.colour("on_good_soft" if day.played else "soft"))
        signed = day.played or day.rest
        area = QRectF(0, theme.px(5), self.width(), theme.px(18)) if signed else QRectF(self.rect())
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(int(day.day[-2:])))


class Calendar(QWidget):
    """Whole weeks below each other, Monday first; the last day is today."""

    accessible_role = QAccessible.Role.Table

    def __init__(self, days: Sequence[CalendarDay], theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(QCoreApplication.translate("Calendar", "The last weeks, day by day"))
        grid = QGridLayout()
        grid.setSpacing(theme.px(Space.HAIR))
        for weekday in range(_DAYS):
            name = PlainLabel(locale().standaloneDayName(weekday + 1, locale().FormatType.ShortFormat), theme,
                              Type.CAPTION, tone="soft", centred=True)  # fmt: skip
            grid.addWidget(name, 0, weekday)
        for number, day in enumerate(days):
            cell = DayCell(day, theme, today=number == len(days) - 1)
            grid.addWidget(cell, 1 + number // _DAYS, number % _DAYS)
        grid.setColumnStretch(_DAYS, 1)
        self.setLayout(column(theme, grid, self._legend(theme), gap=Space.SNUG))

    def _legend(self, theme: Theme) -> QWidget:
        translate = QCoreApplication.translate
        parts = []
        for sign, words in (
            ("check", translate("Calendar", "played")),
            ("rest", translate("Calendar", "holiday or rest pass")),
        ):
            parts += [
                IconView(sign, theme.colour("soft"), theme.px(16)),
                PlainLabel(words, theme, Type.CAPTION, tone="soft"),
            ]
        holder = QWidget()
        holder.setLayout(row(theme, *parts, 1, gap=Space.TIGHT))
        return holder


def day_words(day: CalendarDay) -> str:
    """A day with what was done on it."""
    translate = QCoreApplication.translate
    date = datetime.date.fromisoformat(day.day)
    name = locale().toString(QDate(date.year, date.month, date.day), "dddd, d MMMM")
    if day.played:
        return translate("Calendar", "{day}: played, {points} points").format(day=name, points=count(day.points))
    if day.rest:
        return translate("Calendar", "{day}: rest, your streak waits").format(day=name)
    return name
