"""The badge wall: what was earned, what grows, what there is still to discover."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.store.readings import Account, BadgeCard
from app.views.kit.badge import BadgeIcon, badge_words
from app.views.kit.buttons import Button
from app.views.kit.flow import Flow
from app.views.kit.page import Page, empty_card, section
from app.views.kit.surfaces import Card, Chip, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtPoints, AtShare, Go
from app.views.rooms import Rooms
from app.views.student.cards import BadgeTile, state_of, to_next_level
from domain.records.identity import AccessRole


class BadgesView(Page):
    """All badges of one student."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme)
        self._rooms, self._account, self._go = rooms, account, go
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.badges(self._account), self._show, again=self.refresh)

    def _show(self, badges: tuple[BadgeCard, ...]) -> None:
        theme = self.theme
        earned = sorted((b for b in badges if b.level), key=lambda b: (-(b.crossed_at or 0), b.name))
        begun = sorted((b for b in badges if not b.level and b.have), key=lambda b: (b.need - b.have, b.name))
        rest = sorted((b for b in badges if not b.level and not b.have), key=lambda b: b.name)
        title = self.tr("{n} of {all} badges").format(n=len(earned), all=len(badges))
        if not badges:
            text = self.tr("Pass your first stage, and the first badge is yours.")
            self.show_parts(empty_card(theme, self.tr("Room for badges"), text, "trophy"), 1)
            return
        self.show_parts(
            column(
                theme,
                row(theme, PlainLabel(self.tr("My badges"), theme, Type.TITLE), 1, self._points()),
                PlainLabel(title, theme, Type.LEAD, tone="soft"),
                gap=Space.HAIR,
            ),
            Flow(theme, [self._earned(card) for card in earned]) if earned else None,
            section(theme, self.tr("On the way"), self._wall(begun)) if begun else None,
            section(theme, self.tr("Still to discover"), self._wall(rest)) if rest else None,
            1,
        )

    def _points(self) -> Button:
        return Button(self.tr("Points and collections"), self.theme, partial(self._go, AtPoints()), icon="points")

    def _wall(self, cards: list[BadgeCard]) -> Card:
        return Card(self.theme, Flow(self.theme, [BadgeTile(card, self.theme) for card in cards]))

    def _earned(self, card: BadgeCard) -> QWidget:
        theme = self.theme
        more = to_next_level(card, theme)
        along: Button | None = None
        if card.award_id is not None and self._account.role is AccessRole.STUDENT:
            label = self.tr("Take along")
            pressed = partial(self._take_along, card.award_id)
            along = Button(label, theme, pressed, kind="nav", icon="save", name=f"{label}: {card.name}")
        world: Button | None = None
        if card.award_id is not None and self._account.role is AccessRole.STUDENT:
            around = self.tr("Around the world")
            see = partial(self._around, card)
            world = Button("", theme, see, kind="nav", icon="world", name=f"{around}: {card.name}")
            world.setToolTip(around)
        share: QWidget | None = None
        if card.shared:
            share = Chip(self.tr("shared"), theme, ink="on_good_soft", ground="good_soft", icon="check")
        elif card.award_id is not None:
            where = AtShare(award_id=card.award_id)
            label = self.tr("Share")
            share = Button(label, theme, partial(self._go, where), icon="share", name=f"{label}: {card.name}")
        words_beside = column(
            theme,
            PlainLabel(card.name, theme, Type.HEAD, wrap=True),
            PlainLabel(state_of(card), theme, Type.CAPTION, tone="soft"),
            more,
            1,
            gap=Space.TIGHT,
        )
        inside = row(theme, BadgeIcon(card, theme, 96), words_beside, gap=Space.BASE)
        inside.setStretch(1, 1)
        tile = Card(theme, inside, row(theme, along, 1, world, share, gap=Space.HAIR), gap=Space.TIGHT, pad=Space.BASE)
        tile.setAccessibleName(badge_words(card))
        tile.setFixedSize(theme.px(348), theme.px(196))
        return tile

    def _take_along(self, award_id: str) -> None:
        from app.views.student.taking_along import TakeAlongDialog

        TakeAlongDialog(self.theme, self._rooms, self._account, award_id, parent=self.window()).open()

    def _around(self, card: BadgeCard) -> None:
        from app.views.student.world import WorldBadgeDialog

        WorldBadgeDialog(self.theme, self._rooms, self._account, self._go, card, parent=self.window()).open()
