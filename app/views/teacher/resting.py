"""Days of rest to pick: the next weeks day by day. A streak steps over what is marked, so nobody loses a row."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QGridLayout, QWidget

from app.store.readings import Account
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.icons import put_icon
from app.views.kit.sayings import locale
from app.views.kit.surfaces import column
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.rooms import Rooms

_WEEKS, _DAYS = 4, 7
# Large letters need no wider days: a week stays on one line of a small screen. In pixels.
_WIDEST_DAY = 108


class RestPick(QWidget):
    """The days of four weeks to switch on and off: holidays of a class, or passes of one student."""

    accessible_role = QAccessible.Role.Table

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        account: Account,
        *,
        class_id: str | None = None,
        student_id: str | None = None,
        failed: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._theme, self._rooms, self._account = theme, rooms, account
        self._class_id, self._student_id, self._failed = class_id, student_id, failed
        self._buttons: dict[str, Button] = {}
        grid = QGridLayout()
        grid.setSpacing(theme.px(Space.HAIR))
        today = datetime.datetime.fromtimestamp(rooms.now() / 1_000_000, tz=datetime.UTC).astimezone().date()
        monday = today - datetime.timedelta(days=today.weekday())
        for weekday in range(_DAYS):
            name = locale().standaloneDayName(weekday + 1, locale().FormatType.ShortFormat)
            grid.addWidget(PlainLabel(name, theme, Type.CAPTION, tone="soft", centred=True), 0, weekday)
        for number in range(_WEEKS * _DAYS):
            day = monday + datetime.timedelta(days=number)
            grid.addWidget(self._day(day), 1 + number // _DAYS, number % _DAYS)
        grid.setColumnStretch(_DAYS, 1)
        text = QCoreApplication.translate("RestPick", "On these days nobody’s row is broken by not playing.")
        self.setLayout(column(theme, grid, PlainLabel(text, theme, Type.CAPTION, tone="soft", wrap=True)))
        ask(self, rooms.together.rest_days_of(account, class_id or student_id or ""), self._take, failed=failed)

    def _day(self, day: datetime.date) -> Button:
        name = locale().toString(QDate(day.year, day.month, day.day), "dddd, d MMMM")
        button = Button(str(day.day), self._theme, partial(self._press, day.isoformat()), name=name)
        button.setCheckable(True)
        button.setMinimumWidth(min(self._theme.px(64), _WIDEST_DAY))
        # A number and a sign: what other buttons leave beside their words would push a week off a small screen.
        button.setStyleSheet("padding: 0 4px;")
        self._buttons[day.isoformat()] = button
        return button

    def _take(self, days: tuple[str, ...]) -> None:
        for day, button in self._buttons.items():
            button.setChecked(day in days)
            colour = self._theme.colour("primary")
            if day in days:
                put_icon(button, "rest", colour, self._theme.px(16))
            else:
                button.setIcon(type(button.icon())())

    def _press(self, day: str) -> None:
        on = self._buttons[day].isChecked()
        future = self._rooms.together.mark_rest(self._account, self._class_id, self._student_id, day, on)
        ask(self, future, self._take, failed=self._failed)
