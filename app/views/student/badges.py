"""The badge wall: what was earned, what grows, what there is still to discover."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.store.readings import Account, BadgeCard
from app.views.kit.badge import BadgeIcon, badge_words
from app.views.kit.buttons import Button
from app.views.kit.flow import Flow, Wrap
from app.views.kit.page import Page, empty_card, section
from app.views.kit.surfaces import Card, Chip, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtPoints, AtShare, Go
from app.views.rooms import Rooms
from app.views.student.cards import BadgeTile, state_of, to_next_level
from domain.records.identity import AccessRole

# How wide an earned badge's card is, pixels at 100 %.
_TILE = 348


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
        hands = Wrap(theme, self._hands(card), gap=Space.HAIR, width=_TILE - 2 * Space.BASE)
        tile = Card(theme, inside, 1, hands, gap=Space.TIGHT, pad=Space.BASE)
        tile.setAccessibleName(badge_words(card))
        tile.setFixedWidth(theme.px(_TILE))
        return tile

    def _hands(self, card: BadgeCard) -> list[QWidget]:
        """What can be done with a badge that is earned."""
        theme, award_id = self.theme, card.award_id
        if award_id is None:
            return []
        found: list[QWidget] = []
        if card.shared:
            found.append(Chip(self.tr("shared"), theme, ink="on_good_soft", ground="good_soft", icon="check"))
        else:
            found.append(self._hand(self.tr("Share"), "share", partial(self._go, AtShare(award_id=award_id)), card))
        if self._account.role is AccessRole.STUDENT:
            found.append(self._hand(self.tr("Take along"), "save", partial(self._take_along, award_id), card, "nav"))
            found.append(self._hand(self.tr("Around the world"), "world", partial(self._around, card), card, "nav"))
        return found

    def _hand(
        self, label: str, sign: str, pressed: Callable[[], object], card: BadgeCard, kind: str = "quiet"
    ) -> Button:
        return Button(label, self.theme, pressed, kind=kind, icon=sign, name=f"{label}: {card.name}")

    def _take_along(self, award_id: str) -> None:
        from app.views.student.taking_along import TakeAlongDialog

        TakeAlongDialog(self.theme, self._rooms, self._account, award_id, parent=self.window()).open()

    def _around(self, card: BadgeCard) -> None:
        from app.views.student.world import WorldBadgeDialog

        WorldBadgeDialog(self.theme, self._rooms, self._account, self._go, card, parent=self.window()).open()
