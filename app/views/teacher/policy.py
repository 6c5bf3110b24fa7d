"""A class's rules for sharing: on or off, which kinds, how people may talk, and how far shares go at first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.store.community_readings import ClassRules
from app.store.readings import Account, ClassChoice
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.fields import ComboBox
from app.views.kit.page import Page, empty_card, section
from app.views.kit.surfaces import Banner, Card, clear, column, row
from app.views.kit.text import ElidedLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtModeration, AtPolicy, Go
from app.views.rooms import Rooms
from app.views.student.scopes import Choices
from app.views.teacher.leaving import class_gone
from app.views.teacher.resting import RestPick
from app.views.teacher.rule_parts import first_scope, kinds_allowed, ways_of_talking

_OFF, _ON = "off", "on"


class PolicyView(Page):
    """The rules of one class; each is kept as soon as it is touched."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, class_id: str | None) -> None:
        super().__init__(theme, width=760)
        self._rooms, self._account, self._go, self._class_id = rooms, account, go, class_id
        self._choices: tuple[ClassChoice, ...] = ()
        self._sorry = column(theme)
        self._mine: ClassRules | None = None
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        slow = self._waiting if self._mine is None else None
        ask(self, self._rooms.classes(self._account), self._take_classes, failed=self._failed, slow=slow)

    def _take_classes(self, choices: tuple[ClassChoice, ...]) -> None:
        self._choices = choices
        if self._class_id is None and choices:
            self._class_id = choices[0].class_id
        if self._class_id is None:
            text = self.tr("As soon as the school gives you a class, you decide here how it shares.")
            self.show_parts(empty_card(self.theme, self.tr("No class yet"), text, "class"), 1)
        elif not any(each.class_id == self._class_id for each in choices):
            self._mine = None
            class_gone(self, self._go)
        else:
            ask(self, self._rooms.class_rules(self._account, self._class_id), self._show, failed=self._failed)

    def _show(self, rules: ClassRules) -> None:
        if rules == self._mine:
            return
        self._mine = rules
        theme = self.theme
        self._sorry = column(theme)
        back = Button(self.tr("Please have a look"), theme, partial(self._go, AtModeration()), icon="back")
        note = self.tr("Rules only ever narrow what a student or family has chosen. Nothing that is shared gets wider.")
        self.show_parts(
            row(theme, back, 1),
            self._title(),
            Banner(note, theme, icon="info"),
            self._sorry,
            self._sharing(rules),
            self._words(rules),
            self._kinds(rules),
            self._reach(rules),
            self._rest(rules),
            1,
        )

    def _title(self) -> QHBoxLayout:
        theme = self.theme
        name = next((each.class_name for each in self._choices if each.class_id == self._class_id), "")
        title = ElidedLabel(self.tr("Rules of {class_name}").format(class_name=name), theme, Type.TITLE)
        if len(self._choices) < 2:
            return row(theme, title)
        choose = ComboBox(theme)
        choose.setFont(theme.font(Type.BODY))
        choose.setAccessibleName(self.tr("Class"))
        choose.setMinimumWidth(theme.px(220))
        for choice in self._choices:
            choose.addItem(choice.class_name, choice.class_id)
        choose.setCurrentIndex(max(0, choose.findData(self._class_id)))
        choose.activated.connect(lambda index: self._go(AtPolicy(class_id=choose.itemData(index))))
        line = row(theme, title, choose, gap=Space.BASE)
        line.setStretch(0, 1)
        return line

    def _sharing(self, rules: ClassRules) -> QVBoxLayout:
        title = self.tr("Sharing in this class")
        on = (_ON, self.tr("Switched on"), self.tr("Students may show the class what they have reached."))
        off = (_OFF, self.tr("Switched off"), self.tr("What they share reaches their family only."))
        chosen = _ON if rules.sharing_enabled else _OFF
        choices = Choices(self.theme, title, [on, off], chosen, lambda key: self._set({"sharing_enabled": key == _ON}))
        return section(self.theme, title, Card(self.theme, choices, pad=Space.BASE))

    def _words(self, rules: ClassRules) -> QVBoxLayout:
        title = self.tr("Words between students")
        return ways_of_talking(self.theme, title, rules.comment_mode, lambda key: self._set({"comment_mode": key}))

    def _kinds(self, rules: ClassRules) -> QVBoxLayout:
        title = self.tr("What may be shared")
        return kinds_allowed(self.theme, title, rules.allowed_types, lambda on: self._set({"allowed_types": on}))

    def _reach(self, rules: ClassRules) -> QVBoxLayout:
        title = self.tr("How far shares go at first")
        text = self.tr("New students begin with this. They can always choose less.")
        chosen = rules.default_scope
        return first_scope(self.theme, title, text, chosen, lambda scope: self._set({"default_scope": scope}))

    def _rest(self, rules: ClassRules) -> QVBoxLayout:
        pick = RestPick(self.theme, self._rooms, self._account, class_id=rules.class_id, failed=self._failed)
        return section(self.theme, self.tr("Holidays"), Card(self.theme, pick, pad=Space.BASE))

    def _set(self, changes: Mapping[str, Any]) -> None:
        if self._class_id is not None:
            future = self._rooms.set_class_rules(self._account, self._class_id, changes)
            ask(self, future, self._kept, failed=self._failed)

    def _kept(self, rules: ClassRules) -> None:
        """One's own touch: the controls show it already, and keep the focus."""
        self._mine = rules
        clear(self._sorry)

    def _failed(self, sentence: str) -> None:
        if self._mine is None:
            self.show_parts(self._trouble(sentence, self.refresh), 1)
            return
        clear(self._sorry)
        self._sorry.addWidget(Banner(sentence, self.theme, tone="bad", icon="warning"))
