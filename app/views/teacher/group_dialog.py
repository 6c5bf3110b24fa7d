"""Groups of a class: name the students that are ticked, or put a group away."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.store.giving_readings import GivingPage, GroupCard
from app.store.readings import Account
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.surfaces import row, rule
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Type
from app.views.rooms import Rooms

_MOST_LETTERS = 60


class GroupDialog(Dialog):
    """`changed` is called when the groups are others than before."""

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        account: Account,
        page: GivingPage,
        student_ids: Collection[str],
        *,
        changed: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("GroupDialog", "Groups of this class")
        super().__init__(theme, title, parent=parent)
        self._rooms, self._account, self._page = rooms, account, page
        self._students, self._changed = tuple(student_ids), changed
        self._name = QLineEdit()
        self._name.setFont(theme.font(Type.BODY))
        self._name.setMaxLength(_MOST_LETTERS)
        self._name.setAccessibleName(self.tr("Name of the group"))
        self._name.setPlaceholderText(self.tr("Name of the group"))
        self._name.returnPressed.connect(self._save)
        self._draw(page.groups)
        self.show_foot(1, Button(self.tr("Close"), theme, self.accept))

    def _draw(self, groups: tuple[GroupCard, ...]) -> None:
        theme = self.theme
        names = {person.student_id: person.display_name for person in self._page.people}
        who = ", ".join(names[each] for each in self._students if each in names)
        save = Button(self.tr("Save"), theme, self._save, kind="primary")
        note = PlainLabel(self.tr("A new group of: {names}").format(names=who), theme, tone="soft", wrap=True)
        lines: list[QWidget] = []
        for group in groups:
            members = ", ".join(names[each] for each in group.student_ids if each in names)
            words = ElidedLabel(f"{group.name}: {members}", theme)
            drop = Button(self.tr("Put away"), theme, partial(self._drop, group),
                          name=self.tr("Put away: {name}").format(name=group.name))  # fmt: skip
            line = row(theme, words, drop)
            line.setStretch(0, 1)
            holder = QWidget()
            holder.setLayout(line)
            lines.append(holder)
        field = row(theme, self._name, save)
        field.setStretch(0, 1)
        self.show_parts(note if self._students else None, field if self._students else None, rule(), *lines)

    def _save(self) -> None:
        future = self._rooms.giving.keep_group(
            self._account, self._page.class_id, self._name.text(), self._students, None
        )
        ask(self, future, self._saved, failed=self.tell)

    def _saved(self, _groups: tuple[GroupCard, ...]) -> None:
        self._changed()
        self.accept()

    def _drop(self, group: GroupCard) -> None:
        future = self._rooms.giving.drop_group(self._account, self._page.class_id, group.group_id)
        ask(self, future, self._dropped, failed=self.tell)

    def _dropped(self, groups: tuple[GroupCard, ...]) -> None:
        self._changed()
        self._name = QLineEdit(self._name.text())
        self._draw(groups)
