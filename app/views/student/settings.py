"""A student's own settings: how far shares go at first, what is shared by itself, boards, and who is blocked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.community_readings import SharingSettings, Who
from app.store.readings import Account
from app.views.kit.asking import ask
from app.views.kit.avatar import Avatar
from app.views.kit.buttons import Button
from app.views.kit.page import Page, section
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import Banner, Card, clear, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtProfile, Go
from app.views.rooms import Rooms
from app.views.student.picks import Toggles
from app.views.student.scopes import Choices
from app.views.student.share import scope_words
from domain.records.community import AchievementType, Scope


def kind_words(kind: AchievementType) -> str:
    """A kind of achievement, as several of them."""
    translate = QCoreApplication.translate
    return {
        AchievementType.BADGE: translate("kind", "Badges"),
        AchievementType.POINTS_MILESTONE: translate("kind", "Points"),
        AchievementType.STREAK_MILESTONE: translate("kind", "Days in a row"),
        AchievementType.CHALLENGE_SCORE: translate("kind", "Challenges"),
        AchievementType.COLLECTION_COMPLETE: translate("kind", "Collections"),
        AchievementType.PERSONAL_BEST: translate("kind", "Personal bests"),
        AchievementType.SEQUENCE_MILESTONE: translate("kind", "Finished sequences"),
        AchievementType.SKILL_MASTERY: translate("kind", "Mastered skills"),
        AchievementType.LEVEL_ADVANCEMENT: translate("kind", "New levels"),
        AchievementType.ASSIGNMENT_STREAK: translate("kind", "Finished assignments"),
    }[kind]


class SettingsView(Page):
    """Each setting is kept as soon as it is touched, and says who can see this now."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme, width=720)
        self._rooms, self._account, self._go = rooms, account, go
        self._now, self._controls, self._blocked = column(theme), column(theme, gap=Space.ROOMY), column(theme)
        self._built: SharingSettings | None = None
        back = Button(self.tr("My profile"), theme, partial(go, AtProfile()), icon="back")
        title = PlainLabel(self.tr("Sharing settings"), theme, Type.TITLE, wrap=True)
        self.show_parts(row(theme, back, 1), title, self._now, self._controls, self._blocked, 1)
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        ask(self, self._rooms.sharing_settings(self._account), self._take, failed=self._failed)
        ask(self, self._rooms.blocked_people(self._account), self._list_blocked, failed=self._failed)

    def _take(self, settings: SharingSettings) -> None:
        if settings != self._built:
            self._built = settings
            self._say_now(settings)
            self._offer(settings)

    def _kept(self, settings: SharingSettings) -> None:
        """One's own touch: the controls show it already, and keep the focus."""
        self._built = settings
        self._say_now(settings)

    def _say_now(self, settings: SharingSettings) -> None:
        clear(self._now)
        words = self.tr("Who sees what you share from now on: {who}").format(who=spoken(settings.who_sees))
        self._now.addWidget(Banner(words, self.theme, icon="eye"))
        if settings.narrowed_because is not None:
            self._now.addWidget(Banner(spoken(settings.narrowed_because), self.theme, tone="accent", icon="info"))

    def _offer(self, settings: SharingSettings) -> None:
        clear(self._controls)
        for part in (self._reach(settings), self._automatic(settings), self._boards(settings), self._world(settings)):
            self._controls.addLayout(part)

    def _reach(self, settings: SharingSettings) -> QVBoxLayout:
        title = self.tr("How far do my shares go at first?")
        scopes = [(str(scope), *scope_words(scope)) for scope in settings.scopes]
        choices = Choices(
            self.theme, title, scopes, str(settings.default_scope), lambda key: self._set({"default_scope": Scope(key)})
        )
        note = PlainLabel(self.tr("What is shared already stays as it is."), self.theme, Type.CAPTION, tone="soft")
        return section(self.theme, title, Card(self.theme, choices, note, pad=Space.BASE))

    def _automatic(self, settings: SharingSettings) -> QVBoxLayout:
        kinds = [kind for kind in AchievementType if kind not in settings.switched_off]
        pick = Toggles(
            self.theme,
            [(str(kind), kind_words(kind)) for kind in kinds],
            {str(kind) for kind in settings.automatic},
            lambda on: self._set({"automatic": tuple(AchievementType(key) for key in sorted(on))}),
        )
        text = self.tr("What is switched on is shared by itself when you reach it. Nothing is unless you say so.")
        words = PlainLabel(text, self.theme, tone="soft", wrap=True)
        return section(self.theme, self.tr("Share by itself"), words, pick, self._off(settings))

    def _off(self, settings: SharingSettings) -> PlainLabel | None:
        if not settings.switched_off:
            return None
        kinds = ", ".join(kind_words(kind) for kind in settings.switched_off)
        text = self.tr("Your teacher has switched off: {kinds}").format(kinds=kinds)
        return PlainLabel(text, self.theme, Type.CAPTION, tone="soft", wrap=True)

    def _boards(self, settings: SharingSettings) -> QVBoxLayout:
        pick = Toggles(
            self.theme,
            [("off", self.tr("I don’t stand on boards")), ("on", self.tr("My name may stand on boards"))],
            {"on" if settings.boards else "off"},
            lambda on: self._set({"boards": "on" in on}),
            single=True,
        )
        return section(self.theme, self.tr("Boards"), pick)

    def _world(self, settings: SharingSettings) -> QVBoxLayout:
        pick = Toggles(
            self.theme,
            [("off", self.tr("I stay in my school")), ("on", self.tr("My best scores, under a made-up name"))],
            {"on" if settings.world else "off"},
            lambda on: self._set({"world": "on" in on}),
            single=True,
        )
        text = self.tr(
            "Students of other schools see a made-up name, which changes every month, a score, and the badges that you "
            "share with other schools. Not your name, your school or your picture. Your school and your family have to "
            "agree too."
        )
        words = PlainLabel(text, self.theme, tone="soft", wrap=True)
        return section(self.theme, self.tr("World board"), words, pick)

    def _list_blocked(self, people: tuple[Who, ...]) -> None:
        clear(self._blocked)
        if not people:
            return
        card = Card(self.theme, *[self._person(who) for who in people], pad=Space.BASE)
        self._blocked.addLayout(section(self.theme, self.tr("Whom I have blocked"), card))

    def _person(self, who: Who) -> QWidget:
        label = self.tr("Unblock")
        undo = Button(label, self.theme, partial(self._unblock, who.user_id), name=f"{label}: {who.display_name}")
        line = row(self.theme, Avatar(who.avatar, self.theme, 40), ElidedLabel(who.display_name, self.theme), undo)
        line.setStretch(1, 1)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _unblock(self, user_id: str) -> None:
        future = self._rooms.block_person(self._account, user_id, False)
        ask(self, future, self._list_blocked, failed=self._failed)

    def _set(self, changes: Mapping[str, Any]) -> None:
        ask(self, self._rooms.set_sharing(self._account, changes), self._kept, failed=self._failed)

    def _failed(self, sentence: str) -> None:
        clear(self._now)
        self._now.addWidget(Banner(sentence, self.theme, tone="bad", icon="warning"))
