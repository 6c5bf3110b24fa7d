"""Authors who ask that a second adult looks: opened again, or it stays. Who closed it can't answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.store.appealing import AppealCase
from app.store.readings import Account
from app.views.kit.asking import ask
from app.views.kit.avatar import Avatar
from app.views.kit.buttons import Button
from app.views.kit.flow import Wrap
from app.views.kit.page import Page, empty_card
from app.views.kit.sayings import ago
from app.views.kit.surfaces import Banner, Card, Chip, clear, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtModeration, Go
from app.views.rooms import Rooms
from app.views.teacher.reasons import ReasonDialog
from domain.records.community import ModerationState


class AppealsView(Page):
    """The adults' side of appeals, the oldest question first."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme, width=960)
        self._rooms, self._account, self._go = rooms, account, go
        self._told = column(theme)
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.together.appeal_cases(self._account), self._show, again=self.refresh)

    def _show(self, cases: tuple[AppealCase, ...]) -> None:
        theme = self.theme
        self._told = column(theme)
        back = Button(self.tr("Please have a look"), theme, partial(self._go, AtModeration()), icon="back")
        title = PlainLabel(self.tr("Asked again"), theme, Type.TITLE)
        if not cases:
            text = self.tr("When a student asks that a second adult looks at a decision, it waits here.")
            empty = empty_card(theme, self.tr("Nobody asks"), text, "class")
            self.show_parts(row(theme, back, 1), title, self._told, empty, 1)
            return
        note = self.tr("A colleague has closed these. Their authors ask for a second pair of eyes.")
        self.show_parts(
            row(theme, back, 1),
            title,
            PlainLabel(note, theme, tone="soft", wrap=True),
            self._told,
            column(theme, *[self._card(case) for case in cases], gap=Space.BASE),
            1,
        )

    def _card(self, case: AppealCase) -> Card:
        theme = self.theme
        asked = self.tr("asked {when}").format(when=ago(case.asked_at, self._rooms.now()))
        who = column(
            theme,
            ElidedLabel(case.author.display_name, theme, Type.STRONG),
            PlainLabel(asked, theme, Type.CAPTION, tone="soft"),
            gap=0,
        )
        head = row(theme, Avatar(case.author.avatar, theme, 44), who, self._state(case))
        head.setStretch(1, 1)
        card = Card(
            theme,
            head,
            PlainLabel(case.title, theme, Type.STRONG, wrap=True) if case.title else None,
            PlainLabel(case.text, theme, Type.LEAD, wrap=True) if case.text else None,
            self._hands(case),
            pad=Space.BASE,
        )
        card.setAccessibleName(_about(case))
        return card

    def _state(self, case: AppealCase) -> Chip:
        hidden = case.state is ModerationState.HIDDEN
        words = self.tr("hidden") if hidden else self.tr("removed")
        return Chip(words, self.theme, ink="on_accent_soft", ground="accent_soft", icon="shield")

    def _hands(self, case: AppealCase) -> QWidget:
        theme = self.theme
        if case.mine:
            words = self.tr("You have closed this yourself, so a colleague looks at it.")
            return PlainLabel(words, theme, tone="soft", wrap=True)
        if not case.ready:
            words = self.tr("The words come with the next contact to the school.")
            return PlainLabel(words, theme, tone="soft", wrap=True)
        restore, stays = self.tr("Open it again"), self.tr("It stays closed")
        opened = partial(self._ask_why, case, True)
        kept = partial(self._ask_why, case, False)
        return Wrap(
            theme,
            [
                Button(restore, theme, opened, icon="check", name=f"{restore}: {_about(case)}"),
                Button(stays, theme, kept, icon="shield", name=f"{stays}: {_about(case)}"),
            ],
        )

    def _ask_why(self, case: AppealCase, restore: bool) -> None:
        """An opening is plain; that it stays closed gets a reason, for the next who looks into the audit."""
        if restore:
            self._answer(case, True, "")
            return
        title = self.tr("Why does it stay closed?")
        ReasonDialog(self.theme, title, picked=partial(self._answer, case, False), parent=self.window()).open()

    def _answer(self, case: AppealCase, restore: bool, reason: str) -> None:
        future = self._rooms.together.answer_appeal(self._account, case.appeal_id, restore, reason)
        ask(self, future, self._answered, failed=self._failed)

    def _answered(self, cases: tuple[AppealCase, ...]) -> None:
        self._shown = cases
        self._show(cases)
        self._told.addWidget(
            Banner(self.tr("Kept. The author hears how it ended."), self.theme, tone="good", icon="check")
        )

    def _failed(self, sentence: str) -> None:
        clear(self._told)
        self._told.addWidget(Banner(sentence, self.theme, tone="bad", icon="warning"))


def _about(case: AppealCase) -> str:
    return f"{case.author.display_name}: {case.text or case.title}"
