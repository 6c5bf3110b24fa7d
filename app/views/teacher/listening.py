"""Please listen to this one: plays that the school could not check by itself, each with its replay and a decision."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.store.looking_readings import DoubtCard
from app.store.readings import Account
from app.views.kit.avatar import Avatar
from app.views.kit.buttons import Button
from app.views.kit.flow import Wrap
from app.views.kit.page import Page, empty_card, section
from app.views.kit.sayings import ago, count, spoken
from app.views.kit.surfaces import Card, Chip, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtListening, AtReplay, Go
from app.views.rooms import Rooms
from app.views.teacher.deciding import Deciding


class ListeningView(Page):
    """What waits first, then what was decided."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme, width=960)
        self._rooms, self._account, self._go = rooms, account, go
        self._deciding = Deciding(theme, rooms, account, self, done=self.refresh, failed=self._told)
        self._first: Button | None = None
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.looking.to_listen(self._account), self._show, again=self.refresh)

    def opened(self) -> None:
        """The first to listen to."""
        self.focus_on(self._first)

    def _told(self, sentence: str) -> None:
        self.body.insertWidget(1, self._trouble(sentence, self.refresh))

    def _show(self, cards: tuple[DoubtCard, ...]) -> None:
        theme = self.theme
        self._first = None
        waiting = [card for card in cards if card.waiting]
        decided = [card for card in cards if not card.waiting]
        why = self.tr(
            "The school's judge plays every attempt again. Here it came to another result, or could not tell. "
            "Your ear decides; it is nobody's fault."
        )
        parts = [self._card(card) for card in waiting]
        if not parts:
            text = self.tr("When a play cannot be checked by itself, it waits here for you.")
            parts = [empty_card(theme, self.tr("Nothing to listen to"), text, "piano")]
        before = (
            section(theme, self.tr("You have decided"), *[self._card(card) for card in decided]) if decided else None
        )
        self.show_parts(
            column(
                theme,
                PlainLabel(self.tr("Please listen to this one"), theme, Type.TITLE, wrap=True),
                PlainLabel(why, theme, tone="soft", wrap=True),
                gap=Space.TIGHT,
            ),
            *parts,
            before,
            1,
        )

    def _card(self, card: DoubtCard) -> Card:
        theme, name = self.theme, card.student.display_name
        game = self._rooms.game_name(card.game_id)
        when = ago(card.created_at, self._rooms.now())
        who = column(
            theme,
            ElidedLabel(f"{name} · {card.roster_name}" if card.roster_name else name, theme, Type.STRONG),
            ElidedLabel(f"{game} · {when}", theme, Type.CAPTION, tone="soft"),
            gap=0,
        )
        head = row(theme, Avatar(card.student.avatar, theme, 44), who, self._scores(card), gap=Space.BASE)
        head.setStretch(1, 1)
        shown = Card(theme, head, PlainLabel(spoken(card.why), theme, wrap=True), self._below(card), pad=Space.BASE)
        shown.setAccessibleName(f"{name}, {game}. {spoken(card.why)}")
        return shown

    def _scores(self, card: DoubtCard) -> QWidget:
        own = self.tr("{score} of {most}").format(score=count(card.score), most=count(card.max_possible_score))
        lines = [PlainLabel(own, self.theme, Type.STRONG)]
        if card.centre_score is not None:
            words = self.tr("the school: {score}").format(score=count(card.centre_score))
            lines.append(PlainLabel(words, self.theme, Type.CAPTION, tone="soft"))
        holder = QWidget()
        holder.setLayout(column(self.theme, *lines, gap=0))
        return holder

    def _below(self, card: DoubtCard) -> QWidget:
        listen = Button(
            self.tr("Listen"),
            self.theme,
            partial(self._go, AtReplay(attempt_id=card.attempt_id, back=AtListening())),
            kind="primary" if card.waiting else "quiet",
            icon="play",
            name=self.tr("Listen: {name}").format(name=card.student.display_name),
        )
        if card.waiting:
            self._first = self._first or listen
            return Wrap(self.theme, [listen, *self._deciding.buttons(card.attempt_id, card.student.display_name)])
        words = self.tr("it counts") if card.accepted else self.tr("practice")
        tone = "good" if card.accepted else "primary"
        parts: list[QWidget] = [
            listen,
            Chip(words, self.theme, ink=f"on_{tone}_soft", ground=f"{tone}_soft", icon="ear"),
        ]
        if card.said is not None:
            parts.append(PlainLabel(f"“{spoken(card.said)}”", self.theme, tone="soft"))
        return Wrap(self.theme, parts)
