"""What the class has shared, newest first and as far back as one likes, with likes that work offline."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.store.community_readings import FeedPage, Who
from app.store.readings import Account, ShareCard
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.endless import Endless
from app.views.kit.flow import Wrap
from app.views.kit.page import Page, empty_card
from app.views.kit.sayings import spoken
from app.views.kit.sparkle import celebrate
from app.views.kit.surfaces import Banner, Card, clear, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtBadges, AtChallenges, AtComments, AtHighlights, AtProfile, Go
from app.views.rooms import Rooms
from app.views.student.feed_pages import FeedPages, place_of
from app.views.student.guidelines import GuidelinesDialog
from app.views.student.report import ReportDialog
from app.views.student.share_tile import Acts, ShareTile
from app.views.student.showing import ShowDialog
from app.views.student.visibility import VisibilityDialog
from domain.community.feed import PAGE, Cursor, FeedFilter, filter_name
from domain.community.permissions import Act, reaches
from domain.records.community import EngagementKind
from domain.records.identity import AccessRole

STAFF = frozenset({AccessRole.TEACHER, AccessRole.TEACHER_ADMIN, AccessRole.SUBSCRIBER_ADMIN})
_WIDTH = 720


class FeedView(Page):
    """The feed with its filters. It reads on by itself towards its end, and by the button there."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme, bare=True)
        self._rooms, self._account, self._go = rooms, account, go
        self._pages, self._filter, self._reading = FeedPages(), FeedFilter.ALL, False
        self._sorry, self._middle = column(theme), column(theme)
        self._more = Button(theme=theme, text=self.tr("Show more"), pressed=self._read_on)
        self._filters: dict[FeedFilter, Button] = {}
        self._new: set[str] = set()
        self._list: Endless[ShareCard] = Endless(
            theme, self._tile, ShareTile.take, key=_key, head=self._head(), tail=self._tail(), width=_WIDTH
        )
        self._list.near_end.connect(self._read_on)
        self.show_parts(self._list)
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the newest again, and what is in sight."""
        self._read(None, PAGE)
        tiles = [part for part in self._list.parts if isinstance(part, ShareTile)]
        known = self._pages.shares
        first = next((n for n, share in enumerate(known) if tiles and share.share_id == tiles[0].share.share_id), 0)
        if first:
            self._read(place_of(known[first - 1]), max(PAGE, len(tiles)))

    def _read(self, after: Cursor | None, most: int = PAGE) -> None:
        shown = self._filter
        future = self._rooms.feed_page(self._account, shown, after, most)
        ask(self, future, partial(self._take, shown, after), failed=self._failed, slow=self._waiting)

    def _read_on(self) -> None:
        if self._pages.next is not None and not self._reading:
            self._reading = True
            self._read(self._pages.next)

    def _take(self, shown: FeedFilter, after: Cursor | None, page: FeedPage) -> None:
        self._reading = False
        if shown is not self._filter:
            return  # an answer to what was asked before
        if after is not None and after == self._pages.next and self._pages.add(page):
            self._more.setVisible(page.next is not None)
            self._list.add_items(page.shares)
            return
        known = {share.share_id for share in self._pages.shares} if self._pages.read and after is None else None
        self._pages.take(after, page)
        # What came while one is here is celebrated once; what was there at the beginning is not news.
        self._new = set() if known is None else {share.share_id for share in page.shares} - known
        self._draw()

    def _waiting(self) -> None:
        if not self._pages.read:
            clear(self._middle)
            words = self.tr("One moment…")
            self._middle.addWidget(PlainLabel(words, self.theme, Type.HEAD, tone="soft", centred=True))

    def _draw(self) -> None:
        clear(self._middle)
        if not self._pages.shares:
            self._middle.addWidget(self._empty())
        self._more.setVisible(self._pages.next is not None)
        self._list.show_items(self._pages.shares)

    # -- around the list

    def _head(self) -> QWidget:
        theme = self.theme
        for shown in FeedFilter:
            words = spoken(filter_name(shown))
            button = self._filters[shown] = Button(words, theme, partial(self._choose, shown))
            button.setCheckable(True)
            button.setChecked(shown is self._filter)
        head = QWidget()
        title = PlainLabel(self.tr("From your class"), theme, Type.TITLE)
        choices = Wrap(theme, list(self._filters.values()))
        choices.setAccessibleName(self.tr("What to show"))
        lights = Button(self.tr("Highlights"), theme, partial(self._go, AtHighlights()), icon="star")
        challenges = Button(self.tr("Challenges"), theme, partial(self._go, AtChallenges()), icon="trophy")
        ask_of = Button(self.tr("How we treat each other"), theme, self._guidelines, kind="nav", icon="text")
        head.setLayout(
            column(
                theme,
                title,
                Wrap(theme, [lights, challenges, ask_of]),
                choices,
                self._sorry,
                self._middle,
                gap=Space.BASE,
            )
        )
        return head

    def _guidelines(self) -> None:
        GuidelinesDialog(self.theme, self._rooms, self._account, parent=self.window()).open()

    def _tail(self) -> QWidget:
        tail = QWidget()
        tail.setLayout(row(self.theme, 1, self._more, 1))
        self._more.hide()
        return tail

    def _choose(self, shown: FeedFilter) -> None:
        self._filter, self._pages, self._reading = shown, FeedPages(), False
        for each, button in self._filters.items():
            button.setChecked(each is shown)
        self._list.show_items(())
        self._list.verticalScrollBar().setValue(0)
        self._read(None)

    def _empty(self) -> Card:
        if self._filter is FeedFilter.KEPT:
            text = self.tr("Press “Keep” under something that you want to find again. Only you see what you keep.")
            return empty_card(self.theme, self.tr("Nothing kept yet"), text, "notes")
        text = self.tr("When somebody shares a success, it appears here. Why not begin?")
        card = empty_card(self.theme, self.tr("Nothing shared yet"), text, "class")
        if self._account.role not in STAFF:
            look = Button(self.tr("Look at my badges"), self.theme, partial(self._go, AtBadges()), kind="primary")
            card.body.addLayout(row(self.theme, 1, look, 1))
        return card

    # -- one share

    def _tile(self, share: ShareCard) -> ShareTile:
        tile = ShareTile(share, self.theme, now=self._rooms.now(), acts=self._acts(share))
        if share.share_id in self._new:
            self._new.discard(share.share_id)
            celebrate(tile, self.theme)
        return tile

    def _acts(self, share: ShareCard) -> Acts:
        if share.mine:
            return Acts(words=self._say, reach=self._reach, withdraw=self._withdraw)
        staff = self._account.role in STAFF
        return Acts(
            react=self._react,
            keep=not staff,
            words=self._say,
            profile=lambda one: self._go(AtProfile(user_id=one.author_id)),
            show=self._show if reaches(self._account.role, Act.SHOW) else None,
            highlight=self._highlight if staff else None,
            report=self._report,
        )

    def _say(self, share: ShareCard) -> None:
        self._go(AtComments(share=share))

    def _show(self, share: ShareCard) -> None:
        ShowDialog(self.theme, self._rooms, self._account, share, parent=self.window()).open()

    def _highlight(self, share: ShareCard) -> None:
        from app.views.teacher.highlight import HighlightDialog

        HighlightDialog(self.theme, self._rooms, self._account, share, parent=self.window()).open()

    def _reach(self, share: ShareCard) -> None:
        VisibilityDialog(
            self.theme, self._rooms, self._account, share, changed=self.refresh, parent=self.window()
        ).open()

    def _report(self, share: ShareCard) -> None:
        author = Who(user_id=share.author_id, display_name=share.author_name, avatar=share.author_avatar)
        target = ("share", share.share_id)
        ReportDialog(
            self.theme, self._rooms, self._account, target, author, changed=self._gone, parent=self.window()
        ).open()

    def _gone(self) -> None:
        """Somebody was blocked: all of theirs goes, wherever it stands."""
        QTimer.singleShot(0, self, partial(self._choose, self._filter))

    def _react(self, share: ShareCard, kind: str, on: bool) -> None:
        future = self._rooms.react(self._account, share.share_id, EngagementKind(kind), on)
        ask(self, future, self._reacted, failed=self._failed)

    def _reacted(self, share: ShareCard) -> None:
        clear(self._sorry)
        self._pages.put(share)
        self._draw()

    def _withdraw(self, share: ShareCard) -> None:
        future = self._rooms.withdraw_share(self._account, share.share_id)
        ask(self, future, lambda _: self.refresh(), failed=self._failed)

    def _failed(self, sentence: str) -> None:
        self._reading = False
        clear(self._sorry)
        again = (self.tr("Try again"), self.refresh)
        self._sorry.addWidget(Banner(sentence, self.theme, tone="bad", icon="warning", action=again))


def _key(share: ShareCard) -> str:
    return share.share_id
