"""What the class has shared, newest first, with likes and celebrations that work offline."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.store.community_readings import Who
from app.store.readings import Account, ShareCard
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.page import Page, empty_card
from app.views.kit.sayings import count
from app.views.kit.surfaces import Banner, Card, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtBadges, AtComments, Go
from app.views.rooms import Rooms
from app.views.student.cards import ShareTile
from app.views.student.report import ReportDialog
from app.views.student.visibility import VisibilityDialog
from domain.records.community import AchievementType, EngagementKind
from domain.records.identity import AccessRole

STAFF = frozenset({AccessRole.TEACHER, AccessRole.TEACHER_ADMIN, AccessRole.SUBSCRIBER_ADMIN})
_POINTS = (AchievementType.POINTS_MILESTONE, AchievementType.STREAK_MILESTONE, AchievementType.PERSONAL_BEST)
_PAGE = 20


class FeedView(Page):
    """The feed with its filters and 'load more'."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme, width=720)
        self._rooms, self._account, self._go = rooms, account, go
        self._shares: tuple[ShareCard, ...] = ()
        self._filter, self._many = "all", _PAGE
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.feed(self._account), self._take, again=self.refresh)

    def _take(self, shares: tuple[ShareCard, ...]) -> None:
        self._shares = shares
        self._draw()

    def _draw(self) -> None:
        theme, now = self.theme, self._rooms.now()
        chosen = [share for share in self._shares if self._fits(share)]
        tiles = [
            ShareTile(share, theme, now=now, react=partial(self._react, share.share_id),
                      withdraw=partial(self._withdraw, share.share_id), more=self._more(share))
            for share in chosen[: self._many]
        ]  # fmt: skip
        more = None
        if len(chosen) > self._many:
            more = Button(self.tr("Show more"), theme, self._show_more)
        empty = None if chosen else self._empty()
        title = PlainLabel(self.tr("From your class"), theme, Type.TITLE)
        self.show_parts(title, self._filters(), empty, column(theme, *tiles, gap=Space.BASE), more, 1)

    def _more(self, share: ShareCard) -> list[QWidget]:
        """What else there is to do with a share."""
        theme, comments = self.theme, self._words(share)
        if share.mine:
            see = Button(self.tr("Who sees it"), theme, partial(self._reach, share), icon="eye")
            return [comments, see]
        if self._account.role in STAFF:
            return [comments, self._highlight(share), self._report_button(share)]
        word = self.tr("Keep")
        keep = Button(
            word, theme, partial(self._react, share.share_id, EngagementKind.BOOKMARK, not share.bookmarked),
            icon="bookmarked" if share.bookmarked else "bookmark", name=f"{word}: {share.title}",
        )  # fmt: skip
        keep.setCheckable(True)
        keep.setChecked(share.bookmarked)
        return [comments, keep, self._report_button(share)]

    def _report_button(self, share: ShareCard) -> Button:
        word = self.tr("Report")
        name = f"{word}: {share.title}"
        return Button(word, self.theme, partial(self._report, share), kind="nav", icon="flag", name=name)

    def _highlight(self, share: ShareCard) -> Button:
        word = self.tr("Highlight")
        name = f"{word}: {share.title}"
        return Button(word, self.theme, partial(self._show_all, share), icon="highlight", name=name)

    def _show_all(self, share: ShareCard) -> None:
        from app.views.teacher.highlight import HighlightDialog

        HighlightDialog(self.theme, self._rooms, self._account, share, parent=self.window()).open()

    def _words(self, share: ShareCard) -> Button:
        word = self.tr("Words")
        shown = f"{word}  {count(share.comments)}" if share.comments else word
        return Button(
            shown, self.theme, partial(self._go, AtComments(share=share)), icon="comment",
            name=f"{word}, {share.comments}: {share.title}",
        )  # fmt: skip

    def _reach(self, share: ShareCard) -> None:
        VisibilityDialog(
            self.theme, self._rooms, self._account, share, changed=self.refresh, parent=self.window()
        ).open()

    def _report(self, share: ShareCard) -> None:
        author = Who(user_id=share.author_id, display_name=share.author_name, avatar=share.author_avatar)
        target = ("share", share.share_id)
        ReportDialog(
            self.theme, self._rooms, self._account, target, author, changed=self.refresh, parent=self.window()
        ).open()

    def _filters(self) -> QHBoxLayout:
        names = {
            "all": self.tr("Everything"),
            "badges": self.tr("Badges"),
            "points": self.tr("Points and streaks"),
            "challenges": self.tr("Challenges"),
        }
        buttons = []
        for key, name in names.items():
            button = Button(name, self.theme, partial(self._choose, key))
            button.setCheckable(True)
            button.setChecked(key == self._filter)
            buttons.append(button)
        return row(self.theme, *buttons, 1, gap=Space.TIGHT)

    def _choose(self, key: str) -> None:
        self._filter, self._many = key, _PAGE
        self._draw()

    def _show_more(self) -> None:
        self._many += _PAGE
        self._draw()

    def _fits(self, share: ShareCard) -> bool:
        kind = share.achievement_type
        return {
            "all": True,
            "badges": kind in (AchievementType.BADGE, AchievementType.COLLECTION_COMPLETE),
            "points": kind in _POINTS,
            "challenges": kind is AchievementType.CHALLENGE_SCORE,
        }[self._filter]

    def _empty(self) -> Card:
        text = self.tr("When somebody shares a success, it appears here. Why not begin?")
        card = empty_card(self.theme, self.tr("Nothing shared yet"), text, "class")
        card.body.addLayout(
            row(self.theme, 1, Button(self.tr("Look at my badges"), self.theme, partial(self._go, AtBadges())), 1)
        )
        return card

    def _react(self, share_id: str, kind: str, on: bool) -> None:
        future = self._rooms.react(self._account, share_id, EngagementKind(kind), on)
        ask(self, future, lambda _: self.refresh(), failed=self._failed)

    def _withdraw(self, share_id: str) -> None:
        ask(self, self._rooms.withdraw_share(self._account, share_id), lambda _: self.refresh(), failed=self._failed)

    def _failed(self, sentence: str) -> None:
        self.body.insertWidget(1, Banner(sentence, self.theme, tone="bad", icon="warning"))
