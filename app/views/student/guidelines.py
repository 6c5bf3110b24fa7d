"""What is asked of everybody who shares, to be read by everybody, wherever something is shared."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.store.governing import Guidelines
from app.store.readings import Account
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.icons import IconView
from app.views.kit.sayings import long_day, spoken
from app.views.kit.surfaces import column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.rooms import Rooms


class GuidelinesDialog(Dialog):
    """The rules that hold now, one below the other."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("How we treat each other here"), width=640, height=760, parent=parent)
        self.show_foot(1, Button(self.tr("Close"), theme, self.accept, kind="primary"))
        ask(self, rooms.governing.guidelines(account), self._show, failed=self.tell)

    def _show(self, found: Guidelines) -> None:
        self.show_parts(rules_of([spoken(rule) for rule in found.rules], self.theme), self._since(found))

    def _since(self, found: Guidelines) -> PlainLabel | None:
        if not found.versions:
            return None
        words = self.tr("In force since {day}").format(day=long_day(found.versions[0].at))
        return PlainLabel(words, self.theme, Type.CAPTION, tone="soft", wrap=True)


def rules_of(rules: list[str], theme: Theme) -> QWidget:
    """Rules below each other, each with a sign that it is one."""
    lines = []
    for rule in rules:
        line = row(
            theme,
            IconView("star", theme.colour("accent"), theme.px(20)),
            PlainLabel(rule, theme, Type.LEAD, wrap=True),
            gap=Space.BASE,
        )
        line.setStretch(1, 1)
        lines.append(line)
    holder = QWidget()
    holder.setLayout(column(theme, *lines, gap=Space.BASE))
    return holder
