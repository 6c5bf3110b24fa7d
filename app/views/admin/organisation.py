"""An organisation's rules for sharing in all of its schools: they only narrow what classes and families allow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from app.store.governing import OrganisationRules
from app.store.readings import Account
from app.views.admin.ways import head_of
from app.views.kit.asking import ask
from app.views.kit.page import Page, section
from app.views.kit.surfaces import Banner, Card, clear, column
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space
from app.views.places import AtOrganisation, Go
from app.views.rooms import Rooms
from app.views.student.scopes import Choices
from app.views.teacher.rule_parts import first_scope, kinds_allowed, ways_of_talking
from domain.records.community import Scope


def most_words() -> list[tuple[str, str, str]]:
    """How far an organisation lets anything go: (scope, name, who sees it then)."""
    translate = QCoreApplication.translate
    return [
        (str(Scope.FAMILY), translate("most", "Families"), translate("most", "Students show it to their family only.")),
        (str(Scope.CLASS), translate("most", "Classes"), translate("most", "A class and its teachers see it, too.")),
        (str(Scope.SCHOOL), translate("most", "The school"), translate("most", "Everybody at their school, too.")),
        (
            str(Scope.PUBLIC),
            translate("most", "Other schools"),
            translate("most", "Schools that take part, under a made-up name, where families agree."),
        ),
    ]


class OrganisationView(Page):
    """Each rule is kept as soon as it is touched, and holds in every school at once."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme, width=760)
        self._rooms, self._account, self._go = rooms, account, go
        self._sorry = column(theme)
        self._mine: OrganisationRules | None = None
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        future = self._rooms.governing.rules(self._account)
        ask(self, future, self._show, failed=self._failed, slow=self._waiting)

    def _show(self, rules: OrganisationRules) -> None:
        if rules == self._mine:
            return
        self._mine, theme = rules, self.theme
        self._sorry = column(theme)
        note = self.tr("These rules hold in every school. Classes and families can always allow less.")
        self.show_parts(
            head_of(theme, self._account, self._go, AtOrganisation),
            Banner(note, theme, icon="info"),
            self._sorry,
            self._most(rules),
            kinds_allowed(
                theme, self.tr("What may be shared"), rules.allowed_types, lambda on: self._set({"allowed_types": on})
            ),
            ways_of_talking(
                theme,
                self.tr("Words between students, at most"),
                rules.comment_mode,
                lambda mode: self._set({"comment_mode": mode}),
            ),
            first_scope(
                theme,
                self.tr("How far shares go at first"),
                self.tr("New students begin with this where their class says nothing. They can always choose less."),
                rules.default_scope,
                lambda scope: self._set({"default_scope": scope}),
            ),
            1,
        )

    def _most(self, rules: OrganisationRules) -> QVBoxLayout:
        title = self.tr("How far may anything go?")
        choices = Choices(
            self.theme, title, most_words(), str(rules.most_scope), lambda key: self._set({"most_scope": Scope(key)})
        )
        return section(self.theme, title, Card(self.theme, choices, pad=Space.BASE))

    def _set(self, changes: Mapping[str, Any]) -> None:
        ask(self, self._rooms.governing.set_rules(self._account, changes), self._kept, failed=self._failed)

    def _kept(self, rules: OrganisationRules) -> None:
        """One's own touch: the controls show it already, and keep the focus."""
        self._mine = rules
        clear(self._sorry)

    def _failed(self, sentence: str) -> None:
        if self._mine is None:
            self.show_parts(self._trouble(sentence, self.refresh), 1)
            return
        clear(self._sorry)
        self._sorry.addWidget(Banner(sentence, self.theme, tone="bad", icon="warning"))
