"""The map of a student's skills: a trail of stones for each part of music, from not begun to mastered."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.store.practice_readings import Skill, SkillGroup, SkillsPage
from app.store.readings import Account
from app.views.kit.buttons import Button
from app.views.kit.flow import Flow, Wrap
from app.views.kit.page import Page
from app.views.kit.sayings import category
from app.views.kit.surfaces import Card, Chip, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtQuickFind, AtReview, Go
from app.views.rooms import Rooms
from app.views.student.mastery_trail import SkillStone, Trail

# Groups of so many stones stand beside each other.
FEW = 3


class SkillsView(Page):
    """Every concept of the catalogue; a stone leads to the games about it."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme)
        self._rooms, self._account, self._go = rooms, account, go
        self._review: Button | None = None
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.practice.skills(self._account), self._show, again=self.refresh)

    def opened(self) -> None:
        """The day's reviews are what one goes on with."""
        self.focus_on(self._review)

    def _show(self, reading: SkillsPage) -> None:
        review = self._review = Button(
            self.tr("Today’s review"), self.theme, partial(self._go, AtReview()), kind="primary", icon="clock"
        )
        words = self.tr("{mastered} mastered, {growing} growing").format(
            mastered=reading.mastered, growing=reading.begun - reading.mastered
        )
        begun = sorted(reading.groups, key=lambda group: not any(skill.level is not None for skill in group.skills))
        small = [self._group(group) for group in begun if len(group.skills) <= FEW]
        self.show_parts(
            row(self.theme, PlainLabel(self.tr("My skills"), self.theme, Type.TITLE), 1, review),
            PlainLabel(words, self.theme, Type.LEAD, tone="soft"),
            self._legend(),
            *[self._group(group) for group in begun if len(group.skills) > FEW],
            Flow(self.theme, small, gap=Space.ROOMY, stretch=True) if small else None,
            1,
        )
        self.opened()

    def _legend(self) -> Wrap:
        return Wrap(
            self.theme,
            [
                Chip(self.tr("Mastered"), self.theme, ink="on_good_soft", ground="good_soft", icon="star"),
                Chip(self.tr("Growing"), self.theme, ink="on_primary_soft", ground="primary_soft", icon="staff"),
                Chip(self.tr("Due for review"), self.theme, ink="on_accent_soft", ground="accent_soft", icon="clock"),
                Chip(self.tr("Not begun"), self.theme, icon="open"),
            ],
        )

    def _group(self, group: SkillGroup) -> Card:
        mastered = sum(skill.mastered for skill in group.skills)
        words = self.tr("{n} of {all} mastered").format(n=mastered, all=len(group.skills))
        head = row(
            self.theme,
            PlainLabel(category(group.category), self.theme, Type.HEAD),
            1,
            PlainLabel(words, self.theme, Type.CAPTION, tone="soft"),
        )
        stones: list[QWidget] = [self._stone(skill) for skill in group.skills]
        return Card(self.theme, column(self.theme, head, Trail(self.theme, stones), gap=Space.SNUG), pad=Space.BASE)

    def _stone(self, skill: Skill) -> SkillStone:
        return SkillStone(self.theme, skill, partial(self._go, AtQuickFind(concept=skill.concept)))
