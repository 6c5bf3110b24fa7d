"""What there is to tell: newest first. Opening a notice leads to what it is about, and it counts as read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from app.store.community_readings import NoticeCard
from app.store.readings import Account, ShareCard
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.icons import IconView
from app.views.kit.page import Page, empty_card
from app.views.kit.sayings import ago, spoken
from app.views.kit.surfaces import Banner, Card, Chip, clear, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import (
    AtAssignment,
    AtBadges,
    AtClosed,
    AtComments,
    AtFamily,
    AtFeed,
    AtHome,
    AtModeration,
    AtNotices,
    AtReplay,
    Go,
    Place,
)
from app.views.rooms import Rooms
from domain.community.notices import told
from domain.records.identity import AccessRole

_ICONS = {
    "child_shared": "family",
    "child_earned": "badge",
    "shown": "share",
    "family_digest": "family",
    "comment": "comment",
    "taken_down": "warning",
    "hidden": "warning",
    "appeal": "shield",
    "badge_taken_back": "badge",
    "urgent": "warning",
    "badge_released": "badge",
    "class_digest": "class",
}
# What an adult has closed is not there to be opened; one can ask that a second adult looks.
_CLOSED = frozenset({"taken_down", "hidden", "appeal"})
_STAFF = frozenset({AccessRole.TEACHER, AccessRole.TEACHER_ADMIN, AccessRole.SUBSCRIBER_ADMIN})


class NoticeLine(Card):
    """One notice; new ones say so in a word, not in colour alone."""

    accessible_role = QAccessible.Role.ListItem

    def __init__(self, notice: NoticeCard, theme: Theme, *, now: int, opened: Button) -> None:
        words = spoken(told(notice.kind, notice.title))
        new = None
        if not notice.read:
            new = Chip(
                QCoreApplication.translate("NoticesView", "New"), theme, ink="on_accent_soft", ground="accent_soft"
            )
        tone = "soft" if notice.read else "primary"
        text = column(
            theme,
            PlainLabel(words, theme, Type.BODY if notice.read else Type.STRONG, wrap=True),
            row(theme, PlainLabel(ago(notice.created_at, now), theme, Type.CAPTION, tone="soft"), new, 1),
            gap=Space.HAIR,
        )
        icon = IconView(_ICONS.get(notice.kind, "bell"), theme.colour(tone), theme.px(28))
        line = row(theme, icon, text, opened, gap=Space.BASE)
        line.setStretch(1, 1)
        super().__init__(theme, line, pad=Space.BASE)
        self.setAccessibleName(words)


class NoticesView(Page):
    """The notices of one user, and one touch for 'all read'."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme, width=720)
        self._rooms, self._account, self._go = rooms, account, go
        self._sorry = column(theme)
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.together.notices(self._account), self._show, again=self.refresh)

    def _show(self, notices: tuple[NoticeCard, ...]) -> None:
        theme = self.theme
        self._sorry = column(theme)
        new = [notice.notice_id for notice in notices if not notice.read]
        all_read = None
        if new:
            all_read = Button(self.tr("All read"), theme, partial(self._read, tuple(new)), icon="check")
        head = row(theme, PlainLabel(self.tr("Notices"), theme, Type.TITLE), 1, all_read)
        if not notices:
            text = self.tr("When there is something to tell you, it waits here. Nothing is urgent, and nothing blinks.")
            self.show_parts(head, empty_card(theme, self.tr("All quiet"), text, "notes"), 1)
            return
        lines = [self._line(notice) for notice in notices]
        self.show_parts(head, self._sorry, column(theme, *lines, gap=Space.SNUG), 1)

    def _line(self, notice: NoticeCard) -> QWidget:
        words = self.tr("Look") if place_kind(notice) else self.tr("Read")
        name = f"{words}: {spoken(told(notice.kind, notice.title))}"
        button = Button(words, self.theme, partial(self._open, notice), icon="next", name=name)
        return NoticeLine(notice, self.theme, now=self._rooms.now(), opened=button)

    def _read(self, notice_ids: tuple[str, ...]) -> None:
        ask(
            self,
            self._rooms.together.mark_read(self._account, notice_ids),
            lambda _: self.refresh(),
            failed=self._failed,
        )

    def _open(self, notice: NoticeCard) -> None:
        self._read((notice.notice_id,))
        kind = place_kind(notice)
        about = (notice.action_url or "").partition(":")[2]
        if notice.kind in _CLOSED:
            self._go(AtClosed())
        elif kind == "share" and (self._account.role not in _STAFF or notice.kind == "shown"):
            self._open_share(about)
        elif kind is not None:
            self._go(self._place(kind, about))

    def _open_share(self, share_id: str) -> None:
        ask(self, self._rooms.share_shown(self._account, share_id), self._opened, failed=self._failed)

    def _opened(self, share: ShareCard) -> None:
        self._go(AtComments(share=share))

    def _place(self, kind: str, about: str) -> Place:
        """Where a notice leads this role."""
        if kind == "assignment":
            return AtAssignment(assignment_id=about)
        if kind == "attempt":
            return AtReplay(attempt_id=about, back=AtNotices())
        if kind in ("share", "comment"):
            return AtModeration()
        if self._account.role is AccessRole.GUARDIAN:
            return AtFamily(student_id=about if kind == "child" else None)
        if kind == "badge":
            return AtBadges() if self._account.role not in _STAFF else AtHome()
        return AtFeed()

    def _failed(self, sentence: str) -> None:
        clear(self._sorry)
        self._sorry.addWidget(Banner(sentence, self.theme, icon="info"))


def place_kind(notice: NoticeCard) -> str | None:
    """What kind of place a notice leads to, or None where it only tells something."""
    kind = (notice.action_url or "").partition(":")[0]
    return kind if kind in ("share", "comment", "badge", "feed", "assignment", "attempt", "child") else None
