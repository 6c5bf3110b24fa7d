"""What waits for an adult, most urgent first: approve, hide or remove, and a moment to take a decision back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.store.community_readings import QueueCard
from app.store.readings import Account
from app.views.kit.asking import ask
from app.views.kit.avatar import Avatar
from app.views.kit.buttons import Button
from app.views.kit.flow import Columns, Wrap
from app.views.kit.page import Page, empty_card
from app.views.kit.sayings import ago, spoken
from app.views.kit.surfaces import Banner, Card, Chip, clear, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtAppeals, AtPolicy, Go
from app.views.rooms import Rooms
from app.views.teacher.reasons import ReasonDialog
from domain.records.community import ModerationState

# How long a decision can be taken back, in milliseconds: nobody else has seen it before it is sent.
UNDO = 8_000


class ModerationView(Page):
    """The queue. A decision leaves it at once and is kept after `UNDO`, with the next one, or when the page is left."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme, width=960)
        self._rooms, self._account, self._go = rooms, account, go
        self._queue: tuple[QueueCard, ...] = ()
        self._held: tuple[QueueCard, str, str] | None = None
        self._problem = ""
        self._above, self._list = column(theme), column(theme, gap=Space.BASE)
        self._undo = QTimer(self, singleShot=True, interval=UNDO)
        self._undo.timeout.connect(self._send_held)
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.moderation_queue(self._account), self._show, again=self.refresh)

    def leave(self) -> None:
        """What was decided is kept."""
        self._send_held()

    def _show(self, queue: tuple[QueueCard, ...]) -> None:
        self._queue = queue
        theme = self.theme
        self._above, self._list = column(theme), column(theme, gap=Space.BASE)
        title = PlainLabel(self.tr("Please have a look"), theme, Type.TITLE)
        rules = Button(self.tr("Rules of the class"), theme, partial(self._go, AtPolicy()), icon="rules")
        again = Button(self.tr("Asked again"), theme, partial(self._go, AtAppeals()), icon="person")
        head = Columns(theme, row(theme, title, 1), row(theme, 1, again, rules))
        self.show_parts(head, self._above, self._list, 1)
        self._draw()

    def _draw(self) -> None:
        clear(self._above)
        clear(self._list)
        held = self._held[0] if self._held else None
        waiting = [card for card in self._queue if not _same(card, held)]
        if self._problem:
            self._above.addWidget(Banner(self._problem, self.theme, tone="bad", icon="warning"))
        self._say_held()
        clean = [card for card in waiting if card.clean]
        if len(clean) > 1:
            words = self.tr("Approve the %n in which nothing was noticed", None, len(clean))
            everything = Button(words, self.theme, self._approve_clean, kind="primary", icon="check")
            self._above.addLayout(row(self.theme, everything, 1))
        for card in waiting:
            self._list.addWidget(self._card(card))
        if not waiting:
            text = self.tr("Words that children write, and what somebody reports, wait here for you.")
            self._list.addWidget(empty_card(self.theme, self.tr("Nothing waits"), text, "class"))

    def _card(self, card: QueueCard) -> Card:
        theme = self.theme
        when = ago(card.waiting_since or None, self._rooms.now())
        who = column(
            theme,
            ElidedLabel(card.author.display_name, theme, Type.STRONG),
            PlainLabel(self.tr("{kind} · {when}").format(kind=self._kind(card), when=when), theme, Type.CAPTION,
                       tone="soft"),
            gap=0,
        )  # fmt: skip
        head = row(theme, Avatar(card.author.avatar, theme, 44), who, self._state(card))
        head.setStretch(1, 1)
        hints = [self._hint(spoken(each), urgent=card.urgent) for each in card.hints]
        reasons = [self.tr("Reported: {reason}").format(reason=spoken(each)) for each in card.reasons]
        if card.decided is not None:
            reasons.append(self.tr("Hidden because: {reason}").format(reason=spoken(card.decided)))
        shown = Card(
            theme,
            head,
            PlainLabel(card.title, theme, Type.STRONG, wrap=True) if card.title else None,
            PlainLabel(card.text, theme, Type.LEAD, wrap=True) if card.text else None,
            *hints,
            *[PlainLabel(words, theme, tone="soft", wrap=True) for words in reasons],
            self._hands(card),
            pad=Space.BASE,
        )
        shown.setAccessibleName(self._about(card))
        return shown

    def _about(self, card: QueueCard) -> str:
        return f"{card.author.display_name}: {card.text or card.title}"

    def _kind(self, card: QueueCard) -> str:
        if card.part == "message":
            return self.tr("Words with a share")
        return {
            "share": self.tr("A share"),
            "comment": self.tr("A comment"),
            "profile": self.tr("Words in a profile"),
            "showcase": self.tr("The title of a showcase"),
        }.get(card.target_type, card.target_type)

    def _state(self, card: QueueCard) -> Chip:
        words = {
            ModerationState.PENDING: self.tr("waits"),
            ModerationState.REPORTED: self.tr("reported"),
            ModerationState.HIDDEN: self.tr("hidden"),
        }.get(card.state, card.word)
        return Chip(words, self.theme, ink="on_accent_soft", ground="accent_soft", icon="clock")

    def _hint(self, words: str, *, urgent: bool) -> QWidget:
        return Banner(words, self.theme, tone="bad" if urgent else "accent", icon="warning" if urgent else "flag")

    def _hands(self, card: QueueCard) -> Wrap:
        approve = self._hand(card, self.tr("Approve"), "check", partial(self._hold, card, "approve", ""))
        hands = [approve]
        if card.state is not ModerationState.HIDDEN:
            hands.append(self._hand(card, self.tr("Hide"), "undo", partial(self._ask_why, card, "hide")))
        # Words beside a share are shown or hidden; the share itself is another thing.
        if card.part != "message":
            hands.append(self._hand(card, self.tr("Remove"), "close", partial(self._ask_why, card, "remove")))
        return Wrap(self.theme, hands)

    def _hand(self, card: QueueCard, word: str, icon: str, pressed: Callable[[], object]) -> Button:
        return Button(word, self.theme, pressed, icon=icon, name=f"{word}: {self._about(card)}")

    def _ask_why(self, card: QueueCard, decision: str) -> None:
        title = self.tr("Why hide it?") if decision == "hide" else self.tr("Why remove it?")
        ReasonDialog(self.theme, title, picked=partial(self._hold, card, decision), parent=self.window()).open()

    def _hold(self, card: QueueCard, decision: str, reason: str) -> None:
        """Decided, but nobody has been told yet."""
        self._send_held()
        self._held, self._problem = (card, decision, reason), ""
        self._undo.start()
        self._draw()
        # The card that had the focus is gone: the next one is what one goes on with.
        self.focus_on(next((each for each in self._list_buttons() if each.isEnabled()), None))

    def _list_buttons(self) -> list[Button]:
        cards = [item.widget() for index in range(self._list.count()) if (item := self._list.itemAt(index)) is not None]
        return [button for card in cards if card is not None for button in card.findChildren(Button)]

    def _say_held(self) -> None:
        if self._held is None:
            return
        card, decision, _ = self._held
        words = {
            "approve": self.tr("Approved: {what}"),
            "hide": self.tr("Hidden: {what}"),
            "remove": self.tr("Removed: {what}"),
        }[decision].format(what=self._about(card))
        self._above.addWidget(
            Banner(words, self.theme, tone="good", icon="check", action=(self.tr("Undo"), self._take_back))
        )

    def _take_back(self) -> None:
        self._undo.stop()
        self._held = None
        self._draw()

    def _send_held(self) -> None:
        if self._held is None:
            return
        (card, decision, reason), self._held = self._held, None
        self._undo.stop()
        self._queue = tuple(each for each in self._queue if not _same(each, card))
        # The store keeps it even where this page is gone before the answer.
        future = self._rooms.decide(self._account, card, decision, reason)
        ask(self, future, self._decided, failed=self._failed)

    def _decided(self, queue: tuple[QueueCard, ...]) -> None:
        self._queue = queue
        self._draw()

    def _approve_clean(self) -> None:
        self._send_held()
        # What has come since is not on the screen, and nobody has read it.
        clean = tuple(card for card in self._queue if card.clean)
        ask(self, self._rooms.approve_clean(self._account, clean), lambda _: self.refresh(), failed=self._failed)

    def _failed(self, sentence: str) -> None:
        """What was not kept is in the queue again, and the reason is said."""
        self._problem = sentence
        self._shown = None
        self.refresh()


def _same(one: QueueCard, other: QueueCard | None) -> bool:
    return other is not None and (one.target_id, one.part) == (other.target_id, other.part)
