"""What waits to be sent, what the centre refused and why, and the ways on."""

from __future__ import annotations

from functools import partial

from app.store.readings import Account, RefusedOp, SyncState
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.icons import IconView
from app.views.kit.meters import ProgressBar
from app.views.kit.page import Page, section
from app.views.kit.sayings import ago, spoken
from app.views.kit.surfaces import Banner, Card, column, row
from app.views.kit.sync_words import standing_of
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtHome, Go
from app.views.rooms import Rooms
from domain.records.identity import AccessRole


class SyncPage(Page):
    """The sync state of one account."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme, width=760)
        self._rooms, self._account, self._go = rooms, account, go
        self._last: SyncState | None = None
        rooms.news.sync.connect(self._take)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.sync_state(self._account), self._take, again=self.refresh)

    def _take(self, state: SyncState) -> None:
        if state == self._last:
            return
        self._last = state
        refused = [self._refused(each) for each in state.refused]
        self.show_parts(
            row(self.theme, Button(self.tr("Home"), self.theme, partial(self._go, AtHome()), icon="back"), 1),
            PlainLabel(self.tr("What is saved where"), self.theme, Type.TITLE),
            self._state(state),
            section(self.theme, self.tr("These need you"), *refused) if refused else None,
            1,
        )

    def _state(self, state: SyncState) -> Card:
        shown = standing_of(state)
        contact = self.tr("Last contact with the school: {when}").format(
            when=ago(state.last_contact_at, self._rooms.now())
        )
        text = self.tr("Everything that you do is saved on this computer at once, with or without a network.")
        if state.waiting:
            text += " " + self.tr("%n thing(s) will be sent as soon as there is a network.", None, state.waiting)
        progress = None
        if state.progress is not None:
            progress = ProgressBar(self.theme, done=state.progress[0], total=state.progress[1], words=shown.words)
        send = Button(self.tr("Send now"), self.theme, self._rooms.send_now, kind="primary", icon="sync_send")
        head = row(
            self.theme,
            IconView(shown.icon, self.theme.colour("primary"), self.theme.px(36)),
            PlainLabel(shown.words, self.theme, Type.HEAD),
            1,
            send,
            gap=Space.BASE,
        )
        problem = spoken(state.problem) if state.problem is not None else ""
        return Card(
            self.theme,
            head,
            progress,
            PlainLabel(text, self.theme, wrap=True),
            PlainLabel(problem, self.theme, tone="soft", wrap=True) if problem else None,
            PlainLabel(contact, self.theme, Type.CAPTION, tone="soft"),
        )

    def _refused(self, refused: RefusedOp) -> Card:
        what = spoken(refused.what)
        drop = Button(
            self.tr("Let it go"),
            self.theme,
            partial(self._discard, refused.dev_seq),
            name=self.tr("Let it go: ") + what,
        )
        again = Button(self.tr("Change it and try again"), self.theme, partial(self._go, AtHome()), kind="primary")
        adult = self.tr("You can also show this page to your teacher.")
        if self._account.role not in (AccessRole.STUDENT, AccessRole.GENERIC_STUDENT):
            adult = self.tr("Code for your administrator: {code}").format(code=refused.code)
        return Card(
            self.theme,
            column(
                self.theme,
                PlainLabel(what, self.theme, Type.STRONG, wrap=True),
                PlainLabel(refused.why, self.theme, wrap=True),
                PlainLabel(adult, self.theme, Type.CAPTION, tone="soft", wrap=True),
                gap=Space.HAIR,
            ),
            row(self.theme, drop, 1, again),
            pad=Space.BASE,
        )

    def _discard(self, dev_seq: int) -> None:
        ask(self, self._rooms.discard_refused(self._account, dev_seq), lambda _: self.refresh(), failed=self._failed)

    def _failed(self, sentence: str) -> None:
        self.body.insertWidget(1, Banner(sentence, self.theme, tone="bad", icon="warning"))
