"""What an adult has closed of one's own, and the one question that may be asked: whether a second adult looks."""

from __future__ import annotations

from functools import partial

from app.store.appealing import ClosedThing
from app.store.readings import Account
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.page import Page, empty_card
from app.views.kit.sayings import ago, spoken
from app.views.kit.surfaces import Banner, Card, Chip, clear, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtNotices, Go
from app.views.rooms import Rooms
from domain.community.appeals import RESTORED


class ClosedView(Page):
    """The student's side of an appeal."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme, width=720)
        self._rooms, self._account, self._go = rooms, account, go
        self._sorry = column(theme)
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.together.closed_things(self._account), self._show, again=self.refresh)

    def _show(self, things: tuple[ClosedThing, ...]) -> None:
        theme = self.theme
        self._sorry = column(theme)
        back = Button(self.tr("Notices"), theme, partial(self._go, AtNotices()), icon="back")
        title = PlainLabel(self.tr("Closed by an adult"), theme, Type.TITLE, wrap=True)
        if not things:
            text = self.tr("Nothing of yours is closed.")
            self.show_parts(row(theme, back, 1), title, empty_card(theme, self.tr("All open"), text, "notes"), 1)
            return
        note = self.tr("If you think it was all right, you can ask once. Somebody else than before looks at it then.")
        self.show_parts(
            row(theme, back, 1),
            title,
            PlainLabel(note, theme, tone="soft", wrap=True),
            self._sorry,
            column(theme, *[self._card(thing) for thing in things], gap=Space.SNUG),
            1,
        )

    def _card(self, thing: ClosedThing) -> Card:
        theme = self.theme
        words = spoken(thing.what)
        label = self.tr("Ask another adult")
        button = None
        if not thing.asked:
            button = Button(label, theme, partial(self._ask, thing), icon="person", name=f"{label}: {words}")
        card = Card(
            theme,
            PlainLabel(words, theme, Type.STRONG, wrap=True),
            PlainLabel(ago(thing.at, self._rooms.now()), theme, Type.CAPTION, tone="soft"),
            row(theme, self._state(thing), button, 1),
            gap=Space.TIGHT,
            pad=Space.BASE,
        )
        card.setAccessibleName(words)
        return card

    def _state(self, thing: ClosedThing) -> Chip | None:
        theme = self.theme
        if not thing.asked:
            return None
        if not thing.answer:
            words = self.tr("A second adult looks at it")
            return Chip(words, theme, ink="on_accent_soft", ground="accent_soft", icon="clock")
        if thing.answer == RESTORED:
            return Chip(self.tr("It is back"), theme, ink="on_good_soft", ground="good_soft", icon="check")
        return Chip(self.tr("It stays away"), theme, icon="shield")

    def _ask(self, thing: ClosedThing) -> None:
        future = self._rooms.together.ask_again(self._account, thing.target_type, thing.target_id, thing.part)
        ask(self, future, self._asked, failed=self._failed)

    def _asked(self, things: tuple[ClosedThing, ...]) -> None:
        self._shown = things
        self._show(things)
        words = self.tr("Asked. It is sent as soon as there is contact, and you hear how it ends.")
        self._sorry.addWidget(Banner(words, self.theme, tone="good", icon="check"))

    def _failed(self, sentence: str) -> None:
        clear(self._sorry)
        self._sorry.addWidget(Banner(sentence, self.theme, tone="bad", icon="warning"))
