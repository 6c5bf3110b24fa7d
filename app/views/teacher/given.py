"""What a class was given: how many are done and begun, when it is due, and a way to put it away."""

from __future__ import annotations

from functools import partial

from app.store.giving_readings import GivenCard, GivenPage
from app.store.readings import Account
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.flow import Wrap
from app.views.kit.lessons import lesson
from app.views.kit.meters import ProgressBar
from app.views.kit.page import Page, empty_card, section
from app.views.kit.sayings import ago, date
from app.views.kit.surfaces import Card, Chip, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtClass, AtGiven, AtGiving, Go
from app.views.rooms import Rooms
from app.views.teacher.leaving import class_gone


class GivenView(Page):
    """One class."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, class_id: str) -> None:
        super().__init__(theme, width=960)
        self._rooms, self._account, self._go, self._class_id = rooms, account, go, class_id
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.giving.given(self._account, self._class_id), self._show, again=self.refresh)

    def _show(self, page: GivenPage) -> None:
        if not page.class_name:
            class_gone(self, self._go)
            return
        theme = self.theme
        back = Button(self.tr("Class"), theme, partial(self._go, AtClass(class_id=self._class_id)), icon="back")
        where = AtGiving(class_id=self._class_id, back=AtGiven(class_id=self._class_id))
        more = Button(self.tr("Give work"), theme, partial(self._go, where), kind="primary", icon="text")
        title = PlainLabel(self.tr("What {name} was given").format(name=page.class_name), theme, Type.TITLE, wrap=True)
        open_ = [self._card(card) for card in page.cards if not card.archived]
        away = [self._card(card) for card in page.cards if card.archived]
        if not open_:
            text = self.tr("What you give to this class is listed here, with how far everybody is.")
            open_ = [empty_card(theme, self.tr("Nothing given yet"), text, "notes")]
        put_away = section(theme, self.tr("Put away"), *away) if away else None
        self.show_parts(row(theme, back, 1, more), title, *open_, put_away, 1)

    def _card(self, card: GivenCard) -> Card:
        theme = self.theme
        words = self.tr("{done} of {people} done, {begun} begun").format(
            done=card.done, people=card.people, begun=card.begun
        )
        given = self.tr("given {when}").format(when=ago(card.given_at, self._rooms.now()))
        told = column(
            theme,
            ElidedLabel(lesson(card.name), theme, Type.STRONG),
            ElidedLabel(f"{card.sequence_name} · {given}" if card.sequence_name else given, theme, Type.CAPTION,
                        tone="soft"),
            gap=0,
        )  # fmt: skip
        away = self.tr("Bring back") if card.archived else self.tr("Put away")
        button = Button(
            away, theme, partial(self._move, card), icon="retry" if card.archived else "undo",
            name=f"{away}: {lesson(card.name)}",
        )  # fmt: skip
        head = row(theme, told, self._due(card), button, gap=Space.BASE)
        head.setStretch(0, 1)
        bar = ProgressBar(theme, done=card.done, total=card.people, words=words, tone="good")
        shown = Card(theme, head, bar, Wrap(theme, [PlainLabel(words, theme, tone="soft")]), pad=Space.BASE)
        shown.setAccessibleName(f"{lesson(card.name)}: {words}")
        return shown

    def _due(self, card: GivenCard) -> Chip | None:
        if card.due_at is None:
            return None
        over = card.due_at < self._rooms.now() and card.done < card.people
        words = self.tr("was due {day}") if over else self.tr("due {day}")
        tone = "accent" if over else "primary"
        return Chip(words.format(day=date(card.due_at)), self.theme, ink=f"on_{tone}_soft", ground=f"{tone}_soft",
                    icon="clock")  # fmt: skip

    def _move(self, card: GivenCard) -> None:
        future = self._rooms.giving.put_away(self._account, card.assignment_ids, not card.archived)
        ask(self, future, lambda _: self.refresh(), failed=self._told)

    def _told(self, sentence: str) -> None:
        self.body.insertWidget(1, self._trouble(sentence, self.refresh))
