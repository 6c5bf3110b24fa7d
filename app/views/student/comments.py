"""The words under one share: sentences to pick, words of one's own that wait for a teacher, taking back, reporting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.store.community_readings import CommentCard, Who
from app.store.readings import Account, ShareCard
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.flow import Flow, Wrap
from app.views.kit.page import Page, empty_card
from app.views.kit.sayings import ago, spoken
from app.views.kit.surfaces import Banner, Card, clear, column, row, rule
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtComments, AtFeed, AtHome, AtProfile, Go
from app.views.rooms import Rooms
from app.views.student.cards import waits_for_an_adult
from app.views.student.guidelines import GuidelinesDialog
from app.views.student.report import ReportDialog
from app.views.student.share_tile import Acts, ShareTile
from domain.community.phrases import comment_phrases
from domain.community.rules import BREAK, PAUSED
from domain.community.texts import MOST_COMMENT
from domain.records.community import EngagementKind, ModerationState
from domain.records.identity import AccessRole

# How many sentences are offered at once; the rest is one touch away.
_OFFERED = 6
# Whose own words need a class that moderates them; adults may always write.
_PUPILS = frozenset({AccessRole.STUDENT, AccessRole.GENERIC_STUDENT})


def way_back(theme: Theme, account: Account, go: Go) -> tuple[str, Theme, Callable[[], object]]:
    """Where shares are listed for this role, as the beginning of a button."""
    translate = QCoreApplication.translate
    if account.role is AccessRole.GUARDIAN:
        return translate("CommentsView", "My family"), theme, partial(go, AtHome())
    return translate("CommentsView", "Class news"), theme, partial(go, AtFeed())


class CommentsView(Page):
    """One share with its comments. What is being typed stays whatever news comes."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, share: ShareCard) -> None:
        super().__init__(theme, width=720)
        self._rooms, self._account, self._go, self._share = rooms, account, go, share
        self._comments: tuple[CommentCard, ...] | None = None
        self._place, self._list, self._sorry = column(theme), column(theme, gap=Space.BASE), column(theme)
        self._saying, self._ways = column(theme), column(theme)
        self._words: QPlainTextEdit | None = None
        self._draft = ""
        self._tile: ShareTile | None = None
        self._gone = False
        self._build()
        rooms.together.share_opened(account, share.share_id)
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        ask(self, self._rooms.comments_of(self._account, self._share.share_id), self._take, failed=self._failed)
        ask(self, self._rooms.share_shown(self._account, self._share.share_id), self._reacted, failed=self._withdrawn)

    def _withdrawn(self, sentence: str) -> None:
        """The share was taken back while one was here. What is being typed can still be copied."""
        if self._gone:
            return
        self._gone = True
        clear(self._place)
        clear(self._list)
        self._say_ways()
        self._send.setEnabled(False)
        if self._words is None or not self._words.toPlainText().strip():
            self._words = None
            clear(self._saying)
        clear(self._phrases)
        self._place.addWidget(Banner(sentence, self.theme, icon="info"))

    def _build(self) -> None:
        self._show_share()
        self._compose()
        self._say_ways()
        self.show_parts(self._ways, self._place, self._sorry, self._saying, self._list, 1)

    def _say_ways(self) -> None:
        """Where one can go from here; of a share that is gone nobody's name stays."""
        clear(self._ways)
        back = Button(*way_back(self.theme, self._account, self._go), icon="back")
        words = self.tr("How we treat each other")
        ask_of = Button(words, self.theme, self._guidelines, kind="nav", icon="text")
        self._ways.addWidget(Wrap(self.theme, (back, *self._profile(), ask_of)))

    def _profile(self) -> tuple[Button, ...]:
        """The way to its author's profile, where that is shown to whoever looks."""
        if self._gone or (not self._share.has_profile and not self._share.mine):
            return ()
        name = self.tr("Profile of {name}").format(name=self._share.author_name)
        return (Button(name, self.theme, partial(self._go, AtProfile(user_id=self._author())), icon="person"),)

    def _guidelines(self) -> None:
        GuidelinesDialog(self.theme, self._rooms, self._account, parent=self.window()).open()

    def _author(self) -> str | None:
        return None if self._share.mine else self._share.author_id

    def _show_share(self) -> None:
        clear(self._place)
        acts = Acts() if self._share.mine else Acts(react=self._react)
        self._tile = ShareTile(self._share, self.theme, now=self._rooms.now(), acts=acts)
        self._place.addWidget(self._tile)

    def _compose(self) -> None:
        """Where one says something, anew whenever an adult changes how people may talk. What was typed stays."""
        self._draft = self._words.toPlainText() if self._words is not None else self._draft
        clear(self._saying)
        self._words, self._phrases = None, column(self.theme)
        self._left = PlainLabel("", self.theme, Type.CAPTION, tone="soft", wrap=True)
        words = self.tr("Send to my teacher")
        self._send = Button(words, self.theme, self._send_words, kind="primary", icon="share")
        self._saying.addLayout(self._composer())

    def _composer(self) -> QVBoxLayout:
        theme, share = self.theme, self._share
        if share.comment_mode == BREAK:
            return column(theme, Banner(spoken(PAUSED), theme, icon="clock"))
        if share.comment_mode == "off" or share.moderation is not ModerationState.OK:
            off = self.tr("Words are switched off here. A celebration still works.")
            return column(theme, Banner(off, theme, icon="info"))
        own = self._own_words() if share.comment_mode == "moderated" or self._account.role not in _PUPILS else None
        self._offer(_OFFERED)
        return column(theme, PlainLabel(self.tr("Say something kind"), theme, Type.HEAD), self._phrases, own)

    def _offer(self, many: int) -> None:
        theme, phrases = self.theme, list(comment_phrases().items())
        clear(self._phrases)
        buttons = [
            Button(spoken(words), theme, partial(self._say, key), icon="comment") for key, words in phrases[:many]
        ]
        self._phrases.addWidget(Flow(theme, buttons, gap=Space.TIGHT, stretch=True))
        if many < len(phrases):
            more = Button(self.tr("More sentences"), theme, partial(self._offer, len(phrases)), kind="nav")
            self._phrases.addLayout(row(theme, more, 1))

    def _own_words(self) -> Card:
        theme = self.theme
        field = self._words = QPlainTextEdit()
        field.setFont(theme.font(Type.BODY))
        field.setAccessibleName(self.tr("Your own words"))
        field.setPlaceholderText(self.tr("Or write it in your own words"))
        field.setFixedHeight(theme.px(84))
        field.setTabChangesFocus(True)
        field.setPlainText(self._draft)
        field.textChanged.connect(self._typed)
        self._typed()
        foot = row(theme, self._left, self._send, gap=Space.BASE)
        foot.setStretch(0, 1)
        return Card(theme, field, foot, pad=Space.BASE)

    def _typed(self) -> None:
        if self._words is None:
            return
        left = MOST_COMMENT - len(self._words.toPlainText().strip())
        waits = self.tr("Your teacher reads your words before others see them.")
        room = (
            self.tr("%n letter(s) left.", None, left) if left >= 0 else self.tr("%n letter(s) too many.", None, -left)
        )
        self._left.say(self.tr("{first} {second}").format(first=waits, second=room))
        self._send.setEnabled(0 <= left < MOST_COMMENT and not self._gone)

    def _take(self, comments: tuple[CommentCard, ...]) -> None:
        if comments != self._comments and not self._gone:
            self._comments = comments
            self._draw()

    def _draw(self) -> None:
        theme, comments = self.theme, self._comments or ()
        clear(self._list)
        if not comments:
            text = self.tr("The first kind word is often the one that is remembered.")
            self._list.addWidget(empty_card(theme, self.tr("No words yet"), text, "class"))
            return
        card = Card(theme, pad=Space.BASE)
        for number, comment in enumerate(comments):
            if number:
                card.body.addWidget(rule())
            card.body.addWidget(self._line(comment))
        title = self.tr("%n comment(s)", None, len(comments))
        self._list.addWidget(PlainLabel(title, theme, Type.HEAD))
        self._list.addWidget(card)

    def _line(self, comment: CommentCard) -> QWidget:
        theme = self.theme
        words = spoken(comment.phrase) if comment.phrase is not None else comment.text
        when = ago(comment.at, self._rooms.now()) if comment.confirmed else self.tr("waiting to be sent")
        head = row(theme, ElidedLabel(comment.author_name, theme, Type.STRONG), gap=Space.SNUG)
        head.addWidget(PlainLabel(when, theme, Type.CAPTION, tone="soft"))
        waits = waits_for_an_adult(theme) if comment.waits else None
        said = column(theme, head, PlainLabel(words, theme, wrap=True), waits, gap=Space.HAIR)
        holder = QWidget()
        line = row(theme, said, self._hand(comment, words), gap=Space.BASE)
        line.setStretch(0, 1)
        holder.setLayout(line)
        holder.setAccessibleName(f"{comment.author_name}: {words}")
        return holder

    def _hand(self, comment: CommentCard, words: str) -> Button:
        if comment.mine:
            label = self.tr("Take back")
            pressed, icon = partial(self._withdraw, comment.comment_id), "undo"
        else:
            label = self.tr("Report")
            pressed, icon = partial(self._report, comment), "warning"
        return Button(label, self.theme, pressed, kind="nav", icon=icon, name=f"{label}: {words}")

    def _say(self, phrase_id: str) -> None:
        future = self._rooms.comment_on(self._account, self._share.share_id, phrase_id, "")
        ask(self, future, lambda _: self._said(), failed=self._failed)

    def _send_words(self) -> None:
        if self._words is None:
            return
        self._send.setEnabled(False)
        future = self._rooms.comment_on(self._account, self._share.share_id, None, self._words.toPlainText())
        ask(self, future, lambda _: self._sent(), failed=self._failed)

    def _sent(self) -> None:
        """Only what was kept is taken out of the field."""
        if self._words is not None:
            self._words.clear()
        self._said()

    def _said(self) -> None:
        clear(self._sorry)
        self.refresh()

    def _withdraw(self, comment_id: str) -> None:
        ask(self, self._rooms.withdraw_comment(self._account, comment_id), lambda _: self._said(), failed=self._failed)

    def _report(self, comment: CommentCard) -> None:
        author = Who(user_id=comment.author_id, display_name=comment.author_name, avatar="")
        target = ("comment", comment.comment_id)
        ReportDialog(
            self.theme, self._rooms, self._account, target, author, changed=self.refresh, parent=self.window()
        ).open()

    def _react(self, share: ShareCard, kind: str, on: bool) -> None:
        future = self._rooms.react(self._account, share.share_id, EngagementKind(kind), on)
        ask(self, future, self._reacted, failed=self._failed)

    def _reacted(self, share: ShareCard) -> None:
        if self._gone:
            self._go(AtComments(share=share))  # it is there again: begin anew
            return
        other_rules = (share.comment_mode, share.moderation) != (self._share.comment_mode, self._share.moderation)
        self._share = share
        tile = self._tile
        if tile is None or not tile.take(share):
            self._show_share()
        if other_rules:
            self._compose()

    def _failed(self, sentence: str) -> None:
        clear(self._sorry)
        self._sorry.addWidget(Banner(sentence, self.theme, tone="bad", icon="warning"))
        self._typed()
