"""Highlights of a class: a carousel that turns when one turns it, who grew this week, and the rules behind it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.community_readings import Growing, HighlightCard, HighlightsPage
from app.store.readings import Account, ShareCard
from app.views.kit.asking import ask
from app.views.kit.avatar import Avatar
from app.views.kit.buttons import Button
from app.views.kit.page import Page, empty_card, section
from app.views.kit.sayings import count, spoken
from app.views.kit.surfaces import Banner, Card, Chip, clear, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtComments, AtFeed, AtHighlights, AtProfile, Go
from app.views.rooms import Rooms
from app.views.student.cards import kind_of_light
from app.views.student.feed import STAFF
from app.views.student.picks import Toggles
from app.views.student.share_tile import Acts, ShareTile
from domain.records.community import EngagementKind


class HighlightsView(Page):
    """What a class celebrates."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, class_id: str | None) -> None:
        super().__init__(theme, width=840)
        self._rooms, self._account, self._go, self._class_id = rooms, account, go, class_id
        self._cards: tuple[HighlightCard, ...] = ()
        self._at, self._noted = 0, False
        self._told: tuple[str, tuple[str, Callable[[], object]] | None] | None = None
        self._stage, self._sorry = column(theme), column(theme)
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.together.highlights(self._account, self._class_id), self._show, again=self.refresh)

    def _show(self, page: HighlightsPage) -> None:
        theme = self.theme
        if not self._noted:
            self._noted = True
            self._rooms.together.highlights_opened(self._account, len(page.cards))
        self._cards, self._at = page.cards, min(self._at, max(0, len(page.cards) - 1))
        self._stage, self._sorry = column(theme), column(theme)
        back = Button(self.tr("Class news"), theme, partial(self._go, AtFeed()), icon="back")
        title = PlainLabel(self.tr("Highlights"), theme, Type.TITLE)
        which = self._which(page)
        self.show_parts(
            row(theme, back, 1),
            title,
            which,
            self._sorry,
            self._stage,
            *self._growing(page),
            self._rules(page),
            1,
        )
        self._draw()
        self._say_told()

    def _which(self, page: HighlightsPage) -> Toggles | None:
        if len(page.classes) < 2:
            return None
        return Toggles(
            self.theme, page.classes, {page.class_id}, lambda on: self._go(AtHighlights(class_id=next(iter(on)))),
            single=True,
        )  # fmt: skip

    # -- the carousel

    def _draw(self) -> None:
        clear(self._stage)
        if not self._cards:
            text = self.tr("Everybody has a turn. Share something with the class, and it may stand here next week.")
            self._stage.addWidget(empty_card(self.theme, self.tr("The light is still free"), text, "trophy"))
            return
        card = self._cards[self._at]
        words, icon = kind_of_light(card.kind)
        chip = Chip(words, self.theme, ink="on_accent_soft", ground="accent_soft", icon=icon)
        place = self.tr("{n} of {all}").format(n=self._at + 1, all=len(self._cards))
        note = PlainLabel(f"“{card.note}”", self.theme, Type.LEAD, wrap=True) if card.note else None
        tile = ShareTile(
            card.share, self.theme, now=self._rooms.now(), acts=self._acts(card.share), more=self._out(card)
        )
        self._stage.addLayout(row(self.theme, chip, 1, *self._turns(place)))
        if note is not None:
            self._stage.addWidget(note)
        self._stage.addWidget(tile)

    def _out(self, card: HighlightCard) -> list[QWidget]:
        """What somebody has picked by mistake, or the rules have chosen, a teacher can take out of the light."""
        if self._account.role not in STAFF:
            return []
        words = self.tr("Out of the light")
        pressed = partial(self._keep, card, False)
        return [Button(words, self.theme, pressed, kind="nav", icon="undo", name=f"{words}: {card.share.title}")]

    def _keep(self, card: HighlightCard, present: bool) -> None:
        future = self._rooms.together.keep_in_light(self._account, card.highlight_id, present)
        ask(self, future, lambda _: self._kept(card, present), failed=self._failed)

    def _kept(self, card: HighlightCard, present: bool) -> None:
        """What the rules had chosen is not a teacher's to put back; there is “Highlight” for that."""
        self._told = None
        if not present:
            words = self.tr("{title} is out of the light.").format(title=card.share.title)
            undo = (self.tr("Undo"), partial(self._keep, card, True)) if card.kind == "teacher" else None
            self._told = (words, undo)
        self.refresh()
        self._say_told()

    def _say_told(self) -> None:
        clear(self._sorry)
        if self._told is not None:
            self._sorry.addWidget(Banner(self._told[0], self.theme, tone="good", icon="check", action=self._told[1]))

    def _turns(self, place: str) -> list[QWidget]:
        if len(self._cards) < 2:
            return []
        theme = self.theme
        before = Button("", theme, partial(self._turn, -1), icon="back", name=self.tr("The one before"))
        after = Button("", theme, partial(self._turn, 1), icon="next", name=self.tr("The next one"))
        return [before, PlainLabel(place, theme, Type.CAPTION, tone="soft"), after]

    def _turn(self, step: int) -> None:
        self._at = (self._at + step) % len(self._cards)
        self._draw()
        label = self.tr("The next one") if step > 0 else self.tr("The one before")
        buttons = [each for each in self.findChildren(Button) if each.accessibleName() == label and not each.isHidden()]
        self.focus_on(buttons[-1] if buttons else None)

    def _acts(self, share: ShareCard) -> Acts:
        if share.mine:
            return Acts(words=self._say)
        return Acts(react=self._react, words=self._say, profile=lambda one: self._go(AtProfile(user_id=one.author_id)))

    def _say(self, share: ShareCard) -> None:
        self._go(AtComments(share=share))

    def _react(self, share: ShareCard, kind: str, on: bool) -> None:
        future = self._rooms.react(self._account, share.share_id, EngagementKind(kind), on)
        ask(self, future, self._reacted, failed=self._failed)

    def _reacted(self, share: ShareCard) -> None:
        for tile in self.findChildren(ShareTile):
            if tile.share.share_id == share.share_id:
                tile.take(share)

    def _failed(self, sentence: str) -> None:
        clear(self._sorry)
        self._sorry.addWidget(Banner(sentence, self.theme, tone="bad", icon="warning"))

    # -- who grew, and why it is so

    def _growing(self, page: HighlightsPage) -> list[QVBoxLayout]:
        week = self.tr("More than their own usual week: whoever has just begun can stand here as easily as anybody.")
        month = self.tr("The last four weeks beside their own usual four weeks.")
        spans = (
            (self.tr("Growing this week"), week, page.growing),
            (self.tr("Growing this month"), month, page.month),
        )
        return [self._grown(*span) for span in spans if span[2]]

    def _grown(self, title: str, note: str, growing: tuple[Growing, ...]) -> QVBoxLayout:
        theme = self.theme
        card = Card(theme, *[self._grew(each) for each in growing], pad=Space.BASE)
        return section(theme, title, card, PlainLabel(note, theme, Type.CAPTION, tone="soft", wrap=True))

    def _grew(self, one: Growing) -> QWidget:
        theme = self.theme
        more = self.tr("{more} points more than usual").format(more=count(one.more))
        line = row(
            theme,
            Avatar(one.who.avatar, theme, 40),
            ElidedLabel(one.who.display_name, theme, Type.STRONG),
            Chip(more, theme, ink="on_good_soft", ground="good_soft", icon="grow"),
        )
        line.setStretch(1, 1)
        holder = QWidget()
        holder.setLayout(line)
        holder.setAccessibleName(f"{one.who.display_name}: {more}")
        return holder

    def _rules(self, page: HighlightsPage) -> QVBoxLayout:
        theme = self.theme
        lines = [PlainLabel(f"• {spoken(rule)}", theme, tone="soft", wrap=True) for rule in page.rules]
        if self._account.role in STAFF:
            lines.append(PlainLabel(self.tr("Your own picks: press “Highlight” in the class news."), theme, wrap=True))
        return section(
            theme, self.tr("How it comes into the light"), Card(theme, *lines, pad=Space.BASE, gap=Space.TIGHT)
        )
