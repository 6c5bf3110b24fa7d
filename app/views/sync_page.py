"""What waits to be sent, what the centre refused and why, and the ways on."""

from __future__ import annotations

from functools import partial

from app.store.readings import Account, RefusedOp, SyncState
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.icons import IconView
from app.views.kit.line import Line
from app.views.kit.meters import ProgressBar
from app.views.kit.page import Page, section
from app.views.kit.sayings import ago, spoken
from app.views.kit.surfaces import Banner, Card, column, row
from app.views.kit.sync_words import older_words, standing_of
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import (
    AtFamily,
    AtFeed,
    AtHome,
    AtModeration,
    AtPolicy,
    AtProfile,
    AtSettings,
    Go,
    Place,
)
from app.views.rooms import Rooms
from app.views.support import SupportDialog
from domain.records.identity import AccessRole

STAFF = frozenset({AccessRole.TEACHER, AccessRole.TEACHER_ADMIN, AccessRole.SUBSCRIBER_ADMIN})


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
        report = Button(self.tr("Report for support"), self.theme, self._support, kind="quiet", icon="info")
        self.show_parts(
            row(self.theme, Button(self.tr("Home"), self.theme, partial(self._go, AtHome()), icon="back"), 1),
            PlainLabel(self.tr("What is saved where"), self.theme, Type.TITLE),
            self._state(state),
            section(self.theme, self.tr("These need you"), *refused) if refused else None,
            1,
            row(self.theme, 1, report),
        )

    def _support(self) -> None:
        SupportDialog(self.theme, self._rooms, self.window()).open()

    def _state(self, state: SyncState) -> Card:
        shown = standing_of(state)
        contact = self.tr("Last contact with the school: {when}").format(
            when=ago(state.last_contact_at, self._rooms.now())
        )
        text = self.tr("Everything that you do is saved on this computer at once, with or without a network.")
        if state.waiting:
            text += " " + self.tr("%n thing(s) will be sent as soon as there is a network.", None, state.waiting)
        if state.older is not None:
            text += " " + self.tr("The newest is here already. Numbers grow until the older work has come as well.")
        # What was refused comes first, and where nothing waits nothing needs to be sent.
        kind = "primary" if state.waiting and not state.refused else "quiet"
        send = Button(self.tr("Send now"), self.theme, self._rooms.send_now, kind=kind, icon="sync_send")
        standing = row(
            self.theme,
            IconView(shown.icon, self.theme.colour("primary"), self.theme.px(36)),
            PlainLabel(shown.words, self.theme, Type.HEAD),
            1,
            gap=Space.BASE,
        )
        head = Line(self.theme, standing, send, gap=Space.BASE, wide=0)
        problem = spoken(state.problem) if state.problem is not None else ""
        return Card(
            self.theme,
            head,
            self._progress(state),
            PlainLabel(text, self.theme, wrap=True),
            PlainLabel(problem, self.theme, tone="soft", wrap=True) if problem else None,
            PlainLabel(contact, self.theme, Type.CAPTION, tone="soft"),
        )

    def _progress(self, state: SyncState) -> ProgressBar | None:
        """What is being sent; else what is being fetched, on a computer that is new to this account."""
        if state.progress is not None:
            done, total = state.progress
            return ProgressBar(self.theme, done=done, total=total, words=standing_of(state).words)
        if state.older is not None:
            return ProgressBar(self.theme, done=state.older, total=100, words=older_words(state.older))
        return None

    def _refused(self, refused: RefusedOp) -> Card:
        what = spoken(refused.what)
        drop = Button(
            self.tr("Let it go"),
            self.theme,
            partial(self._discard, refused.dev_seq),
            name=self.tr("Let it go: ") + what,
        )
        again = Button(
            self.tr("Try again"),
            self.theme,
            partial(self._try_again, refused.dev_seq),
            icon="retry",
            name=self.tr("Try again: ") + what,
        )
        where, change = self._where(refused.entity), None
        if where is not None:
            change = Button(self.tr("Change it"), self.theme, partial(self._go, where), kind="primary", icon="next",
                            name=self.tr("Change it: ") + what)  # fmt: skip
        quote = self.tr("“{words}”").format(words=refused.words) if refused.words else ""
        return Card(
            self.theme,
            column(
                self.theme,
                PlainLabel(what, self.theme, Type.STRONG, wrap=True),
                PlainLabel(quote, self.theme, wrap=True) if quote else None,
                PlainLabel(refused.why, self.theme, wrap=True),
                PlainLabel(self._adult(refused), self.theme, Type.CAPTION, tone="soft", wrap=True),
                gap=Space.HAIR,
            ),
            Line(self.theme, drop, 1, again, change),
            pad=Space.BASE,
        )

    def _adult(self, refused: RefusedOp) -> str:
        """Who can help."""
        if self._account.role in (AccessRole.STUDENT, AccessRole.GENERIC_STUDENT):
            return self.tr("You can also show this page to your teacher.")
        return self.tr("Code for your administrator: {code}").format(code=refused.code)

    def _where(self, entity: str) -> Place | None:
        """The page on which a thing of this kind can be changed; None for what happened and cannot be."""
        staff = self._account.role in STAFF
        pages: dict[str, Place] = {
            "achievement_share": AtFeed(),
            "comment": AtFeed(),
            "social_engagement": AtFeed(),
            "public_profile": AtProfile(),
            "showcase": AtProfile(),
            "sharing_preferences": AtSettings(),
            "class_policy": AtPolicy(),
            "moderation_action": AtModeration(),
            "guardian_limit": AtFamily(),
            "sharing_override": AtHome(),
            "student_assignment": AtHome(),
        }
        only_staff = ("class_policy", "moderation_action", "sharing_override")
        return None if entity in only_staff and not staff else pages.get(entity)

    def _discard(self, dev_seq: int) -> None:
        ask(self, self._rooms.discard_refused(self._account, dev_seq), lambda _: self.refresh(), failed=self._failed)

    def _try_again(self, dev_seq: int) -> None:
        ask(self, self._rooms.send_refused_again(self._account, dev_seq), self._sent_again, failed=self._failed)

    def _sent_again(self, _: None) -> None:
        self._rooms.send_now()
        self.refresh()

    def _failed(self, sentence: str) -> None:
        self.body.insertWidget(1, Banner(sentence, self.theme, tone="bad", icon="warning"))
