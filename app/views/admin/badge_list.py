"""Every badge by role and collection, with where it stands: what needs somebody comes first."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.store.badge_office import BadgeGroup, KeptBadge
from app.store.readings import Account
from app.views.admin.words import state_chip, state_of
from app.views.kit.badge import BadgeIcon
from app.views.kit.buttons import Button
from app.views.kit.flow import Flow
from app.views.kit.page import Page, empty_card, section
from app.views.kit.sayings import concept
from app.views.kit.surfaces import Banner, Card, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtBadgeFile, Go
from app.views.rooms import Rooms
from domain.records.achievements import BadgeStatus


class BadgeListView(Page):
    """The badge office: roles first, then each collection."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme)
        self._rooms, self._account, self._go = rooms, account, go
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.badge_desk.office(self._account), self._show, again=self.refresh)

    def _show(self, groups: tuple[BadgeGroup, ...]) -> None:
        theme = self.theme
        badges = [badge for group in groups for badge in group.badges]
        if not badges:
            text = self.tr("A badge comes with each role that is approved.")
            self.show_parts(empty_card(theme, self.tr("No badges yet"), text, "trophy"), 1)
            return
        waiting = [badge for badge in badges if badge.status is BadgeStatus.PENDING_ICON]
        released = sum(badge.status is BadgeStatus.RELEASED for badge in badges)
        summary = self.tr("{released} of {all} can be earned").format(released=released, all=len(badges))
        title = PlainLabel(self.tr("Badges of the school"), theme, Type.TITLE)
        head = column(theme, title, PlainLabel(summary, theme, Type.LEAD, tone="soft"), gap=Space.HAIR)
        self.show_parts(
            head,
            self._waiting_note(waiting),
            *[section(theme, self._title(group), self._wall(group.badges)) for group in groups],
            1,
        )

    def _waiting_note(self, waiting: list[KeptBadge]) -> Banner | None:
        if not waiting:
            return None
        words = self.tr("%n badge(s) wait for an icon or to be released.", None, len(waiting))
        first = waiting[0]
        way = (
            self.tr("Look at {name}").format(name=first.name),
            partial(self._go, AtBadgeFile(badge_id=first.badge_id)),
        )
        return Banner(words, self.theme, tone="accent", icon="picture", action=way)

    def _title(self, group: BadgeGroup) -> str:
        if not group.collection:
            return self.tr("Roles")
        return concept(group.collection)

    def _wall(self, badges: tuple[KeptBadge, ...]) -> QWidget:
        return Flow(self.theme, [self._tile(badge) for badge in badges], gap=Space.SNUG, stretch=True)

    def _tile(self, badge: KeptBadge) -> Card:
        theme = self.theme
        holders = self.tr("%n student(s) have it", None, badge.holders)
        words = column(
            theme,
            ElidedLabel(badge.name, theme, Type.STRONG),
            PlainLabel(holders, theme, Type.CAPTION, tone="soft"),
            row(theme, state_chip(badge, theme), 1),
            gap=Space.HAIR,
        )
        label = self.tr("Open")
        button = Button(
            label, theme, partial(self._go, AtBadgeFile(badge_id=badge.badge_id)), name=f"{label}: {badge.name}"
        )
        inside = row(theme, BadgeIcon(badge.levels[0], theme, 64, words=""), words, button)
        inside.setStretch(1, 1)
        tile = Card(theme, inside, pad=Space.SNUG)
        tile.setMinimumWidth(theme.px(340))
        tile.setAccessibleName(f"{badge.name}, {state_of(badge).word}, {holders}")
        return tile
