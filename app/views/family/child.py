"""A guardian's child: what they are proud of, a celebration from home, and how far the family lets it go."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.community_readings import ChildPage, CommentCard, ConsentLine, Who
from app.store.readings import Account, ShareCard
from app.views.family.taking_back import TakeBackDialog
from app.views.kit.asking import ask
from app.views.kit.avatar import Avatar
from app.views.kit.buttons import Button
from app.views.kit.flow import Columns, Flow
from app.views.kit.page import Page, empty_card, section
from app.views.kit.sayings import ago, count, date, spoken
from app.views.kit.surfaces import Banner, Card, Chip, clear, column, fill, row, rule
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtComments, AtFamily, AtProfile, Go
from app.views.rooms import Rooms
from app.views.student.cards import BadgeTile, Figure
from app.views.student.guidelines import GuidelinesDialog
from app.views.student.picks import Toggles
from app.views.student.scopes import Choices
from app.views.student.share_tile import Acts, ShareTile
from domain.records.community import EngagementKind, FamilyNews, Scope

# A guardian who has said nothing allows the school (visibility, rule 2).
_UNSET = Scope.SCHOOL
_WORDS = 20


def limit_words() -> list[tuple[str, str, str]]:
    """How far a family may let it go: (scope, name, who sees it then)."""
    translate = QCoreApplication.translate
    return [
        (str(Scope.FAMILY), translate("family", "Our family"), translate("family", "Only you see what they share.")),
        (str(Scope.CLASS), translate("family", "The class"), translate("family", "The class and its teachers, too.")),
        (str(Scope.SCHOOL), translate("family", "The school"), translate("family", "Everybody at the school, too.")),
        (
            str(Scope.PUBLIC),
            translate("family", "Other schools"),
            translate("family", "Schools that take part see it under a made-up name. This is your agreement."),
        ),
    ]


def news_words() -> list[tuple[str, str, str]]:
    """What a guardian may want to be told of: (key, name, what it means)."""
    translate = QCoreApplication.translate
    return [
        (
            str(FamilyNews.SHARED),
            translate("family", "What they share"),
            translate("family", "Each time your child shows you something."),
        ),
        (
            str(FamilyNews.DAILY),
            translate("family", "Also once a day"),
            translate("family", "One line about the badges of the day, shared or not."),
        ),
        (
            str(FamilyNews.EACH),
            translate("family", "Also each badge"),
            translate("family", "As soon as it is earned, shared or not."),
        ),
    ]


# A child whom the school has linked is there soon after the first sign-in, milliseconds; nobody is told before that
# there is none.
_ON_ITS_WAY = 2_500


class FamilyView(Page):
    """One child; without an id the first one whom the school has linked."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, student_id: str | None) -> None:
        super().__init__(theme)
        self._rooms, self._account, self._go, self._student_id = rooms, account, go, student_id
        self._children: tuple[Who, ...] = ()
        self._left, self._limit, self._sorry = column(theme, gap=Space.ROOMY), column(theme), column(theme)
        self._agreed, self._news = column(theme), column(theme)
        self._built = self._alone = False
        self._patience = QTimer(self, singleShot=True, interval=_ON_ITS_WAY)
        self._patience.timeout.connect(self._nobody)
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        ask(self, self._rooms.children(self._account), self._take, failed=self._failed, slow=self._waiting)

    def _take(self, children: tuple[Who, ...]) -> None:
        if children != self._children:
            self._children, self._built = children, False
        if self._student_id not in {who.user_id for who in children}:
            if self._shown is not None:
                self._unlinked()
                return
            self._student_id = children[0].user_id if children else None
        if self._student_id is None:
            if not self._alone and not self._patience.isActive():
                self._waiting()
                self._patience.start()
            return
        self._patience.stop()
        self.load(self._rooms.child_page(self._account, self._student_id), self._show, again=self.refresh)

    def _unlinked(self) -> None:
        """The school has ended the link to the child who showed."""
        text = self.tr("The school decides who is linked to whom. Please ask there if this is a mistake.")
        way = (self.tr("My family"), partial(self._go, AtFamily()))
        self.show_gone(self.tr("This child is not linked to you any more"), text, way)

    def _nobody(self) -> None:
        self._alone = True
        text = self.tr("As soon as the school has linked you to your child, you see here what they are proud of.")
        self.show_parts(empty_card(self.theme, self.tr("Nobody is linked yet"), text, "class"), 1)

    def _show(self, page: ChildPage) -> None:
        theme = self.theme
        if not self._built:
            self._built = True
            self._left, self._limit, self._sorry = column(theme, gap=Space.ROOMY), column(theme), column(theme)
            both = Columns(theme, self._left, self._limit, shares=(3, 2))
            self.show_parts(self._which(page), self._sorry, both, 1)
            self._offer_limit(page)
        self._draw(page)

    def _which(self, page: ChildPage) -> QVBoxLayout:
        theme = self.theme
        ask_of = Button(self.tr("How we treat each other"), theme, self._guidelines, kind="nav", icon="text")
        title = row(theme, PlainLabel(self.tr("My family"), theme, Type.TITLE), 1, ask_of)
        if len(self._children) < 2:
            return column(theme, title)
        names = [(who.user_id, who.display_name) for who in self._children]
        pick = Toggles(
            theme, names, {page.who.user_id}, lambda on: self._go(AtFamily(student_id=next(iter(on)))), single=True
        )
        return column(theme, title, pick)

    def _guidelines(self) -> None:
        GuidelinesDialog(self.theme, self._rooms, self._account, parent=self.window()).open()

    def _draw(self, page: ChildPage) -> None:
        clear(self._left)
        fill(
            self._left,
            (self._face(page), self._figures(page), self._badges(page), self._shares(page), self._words(page), 1),
        )

    def _face(self, page: ChildPage) -> Card:
        theme, who = self.theme, page.who
        bio = spoken(page.profile.bio) if page.profile is not None and page.profile.bio is not None else ""
        words = column(
            theme,
            ElidedLabel(who.display_name, theme, Type.TITLE),
            PlainLabel(bio, theme, Type.LEAD, tone="soft", wrap=True) if bio else None,
            gap=Space.HAIR,
        )
        profile = None
        if page.profile is not None:
            look = partial(self._go, AtProfile(user_id=who.user_id))
            profile = Button(self.tr("Profile"), theme, look, icon="person")
        line = row(theme, Avatar(who.avatar, theme, 80), words, profile, gap=Space.BASE)
        line.setStretch(1, 1)
        card = Card(theme, line)
        card.setAccessibleName(who.display_name)
        return card

    def _figures(self, page: ChildPage) -> Flow | None:
        if page.profile is None:
            return None
        theme, days = self.theme, page.profile.streak_days
        figures = [
            Figure(theme, icon="points", tone="primary", figure=count(page.profile.points), words=self.tr("points")),
            Figure(theme, icon="badge", tone="good", figure=count(len(page.badges)), words=self.tr("badges")),
            Figure(theme, icon="streak", tone="extra", figure=count(days), words=self.tr("days in a row", None, days)),
        ]
        return Flow(theme, figures, stretch=True)

    def _badges(self, page: ChildPage) -> QVBoxLayout | None:
        if not page.badges:
            return None
        tiles = [BadgeTile(card, self.theme, size=80) for card in page.badges]
        return section(
            self.theme, self.tr("Badges"), Card(self.theme, Flow(self.theme, tiles, gap=Space.TIGHT), pad=Space.BASE)
        )

    def _shares(self, page: ChildPage) -> QVBoxLayout:
        title = self.tr("Shared with the family")
        if not page.shares:
            text = self.tr("When your child shares a success, you can celebrate it here.")
            return section(self.theme, title, empty_card(self.theme, self.tr("Nothing shared yet"), text, "trophy"))
        return section(self.theme, title, *[self._share(share) for share in page.shares])

    def _share(self, share: ShareCard) -> QWidget:
        words, back = self.tr("Words"), self.tr("Take it back")
        more = [
            Button(words, self.theme, partial(self._go, AtComments(share=share)), icon="comment",
                   name=f"{words}, {share.comments}: {share.title}"),
            Button(back, self.theme, partial(self._take_back, share), kind="nav", icon="undo",
                   name=f"{back}: {share.title}"),
        ]  # fmt: skip
        return ShareTile(share, self.theme, now=self._rooms.now(), acts=Acts(react=self._react), more=more)

    def _words(self, page: ChildPage) -> QVBoxLayout | None:
        if not page.words:
            return None
        card = Card(self.theme, pad=Space.BASE)
        for number, comment in enumerate(page.words[:_WORDS]):
            if number:
                card.body.addWidget(rule())
            card.body.addWidget(self._word(comment))
        return section(self.theme, self.tr("What they wrote to others"), card)

    def _word(self, comment: CommentCard) -> QWidget:
        theme, back = self.theme, self.tr("Take it back")
        said = spoken(comment.phrase) if comment.phrase is not None else comment.text
        undo = Button(back, theme, partial(self._take_back, comment), kind="nav", icon="undo", name=f"{back}: {said}")
        when = PlainLabel(ago(comment.at, self._rooms.now()), theme, Type.CAPTION, tone="soft")
        line = row(theme, column(theme, PlainLabel(said, theme, wrap=True), when, gap=0), undo, gap=Space.BASE)
        line.setStretch(0, 1)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _show_consents(self, lines: tuple[ConsentLine, ...]) -> None:
        clear(self._agreed)
        if not lines:
            return
        theme = self.theme
        card = Card(theme, *[self._consent(line) for line in lines], pad=Space.BASE)
        note = self.tr("Nothing here is ever struck out: each yes and each no is kept with its day.")
        words = PlainLabel(note, theme, Type.CAPTION, tone="soft", wrap=True)
        self._agreed.addLayout(section(theme, self.tr("What was agreed"), card, words))

    def _consent(self, line: ConsentLine) -> QWidget:
        theme = self.theme
        state = self.tr("agreed") if line.granted else self.tr("taken back")
        whose = self.tr("by you") if line.mine else self.tr("by another guardian")
        tones = ("on_good_soft", "good_soft") if line.granted else ("soft", "sunken")
        said = column(
            theme,
            PlainLabel(spoken(line.what), theme, wrap=True),
            PlainLabel(f"{date(line.at)} · {whose}", theme, Type.CAPTION, tone="soft"),
            gap=0,
        )
        chip = Chip(state, theme, ink=tones[0], ground=tones[1], icon="check" if line.granted else "undo")
        inside = row(theme, said, chip, gap=Space.BASE)
        inside.setStretch(0, 1)
        holder = QWidget()
        holder.setLayout(inside)
        return holder

    def _offer_limit(self, page: ChildPage) -> None:
        title = self.tr("How far may it go at most?")
        choices = Choices(self.theme, title, limit_words(), str(page.limit or _UNSET), self._set_limit)
        note = self.tr("Your child can always choose less. Changing this also narrows what is shared already.")
        words = PlainLabel(note, self.theme, Type.CAPTION, tone="soft", wrap=True)
        self._limit.addLayout(section(self.theme, title, Card(self.theme, choices, words, pad=Space.BASE)))
        self._news, self._agreed = column(self.theme), column(self.theme)
        self._limit.addLayout(self._news)
        self._limit.addLayout(self._agreed)
        self._limit.addStretch(1)
        self._ask_consents()
        ask(self, self._rooms.together.family_news(self._account), self._offer_news, failed=self._failed)

    def _offer_news(self, chosen: FamilyNews) -> None:
        clear(self._news)
        title = self.tr("What shall we tell you about?")
        choices = Choices(self.theme, title, news_words(), str(chosen), self._set_news)
        note = self.tr("Your child's badges are on this page anyhow. This is only about being told.")
        words = PlainLabel(note, self.theme, Type.CAPTION, tone="soft", wrap=True)
        self._news.addLayout(section(self.theme, title, Card(self.theme, choices, words, pad=Space.BASE)))

    def _set_news(self, key: str) -> None:
        future = self._rooms.together.set_family_news(self._account, FamilyNews(key))
        ask(self, future, lambda _: clear(self._sorry), failed=self._failed)

    def _ask_consents(self) -> None:
        if self._student_id is not None:
            future = self._rooms.together.consents(self._account, self._student_id)
            ask(self, future, self._show_consents, failed=self._failed)

    def _set_limit(self, scope: str) -> None:
        if self._student_id is not None:
            future = self._rooms.set_family_limit(self._account, self._student_id, Scope(scope))
            ask(self, future, self._kept, failed=self._failed)

    def _kept(self, page: ChildPage) -> None:
        clear(self._sorry)
        self._shown = page
        self._draw(page)
        self._ask_consents()

    def _react(self, share: ShareCard, kind: str, on: bool) -> None:
        future = self._rooms.react(self._account, share.share_id, EngagementKind(kind), on)
        ask(self, future, self._reacted, failed=self._failed)

    def _reacted(self, share: ShareCard) -> None:
        """The card shows it in place, so that the focus stays where it is."""
        clear(self._sorry)
        for tile in self.findChildren(ShareTile):
            if tile.share.share_id == share.share_id:
                tile.take(share)

    def _take_back(self, what: ShareCard | CommentCard) -> None:
        TakeBackDialog(self.theme, self._rooms, self._account, what, taken=self.refresh, parent=self.window()).open()

    def _failed(self, sentence: str) -> None:
        if not self._built:
            self.show_parts(self._trouble(sentence, self.refresh), 1)
            return
        clear(self._sorry)
        self._sorry.addWidget(Banner(sentence, self.theme, tone="bad", icon="warning"))
