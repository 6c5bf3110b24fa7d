"""Challenges: what runs first, then what comes, then what is over."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from app.store.community_readings import ChallengeCard
from app.store.readings import Account, StepCard, StepState
from app.views.kit.buttons import Button
from app.views.kit.page import Page, empty_card, section
from app.views.kit.sayings import count, date
from app.views.kit.surfaces import Card, Chip, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtChallenge, AtFeed, AtPlay, Go
from app.views.rooms import Rooms
from app.views.student.feed import STAFF
from domain.records.identity import AccessRole
from domain.records.progress import PlayType, StepElement

_PUPILS = frozenset({AccessRole.STUDENT, AccessRole.GENERIC_STUDENT})


def challenge_step(card: ChallengeCard) -> StepCard:
    """What is played in a challenge: the same exercise for everybody."""
    return StepCard(
        step_id="",
        title=card.name,
        element=StepElement.GAM,
        element_id=card.game_id,
        stage_id=card.stage_id,
        state=StepState.AVAILABLE,
        play_type=PlayType.CHALLENGE,
        seed=card.seed,
    )


def when_words(card: ChallengeCard) -> str:
    """When a challenge runs; no countdown."""
    translate = QCoreApplication.translate
    return {
        "upcoming": translate("challenge", "begins on {start}"),
        "active": translate("challenge", "until {end}"),
        "ended": translate("challenge", "{start} to {end}"),
    }[card.status].format(start=date(card.start_at), end=date(card.end_at))


def standing_words(card: ChallengeCard) -> str:
    """How one stands; of nobody is told that they were overtaken."""
    translate = QCoreApplication.translate
    if card.my_best is None:
        return translate("challenge", "Not played yet")
    best = translate("challenge", "Your best: {score}").format(score=count(card.my_best))
    if card.my_rank is None:
        return best
    place = translate("challenge", "place {rank}").format(rank=card.my_rank)
    return f"{best} · {place}"


class ChallengesView(Page):
    """All challenges of this account's classes and school."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme, width=840)
        self._rooms, self._account, self._go = rooms, account, go
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.together.challenges(self._account), self._show, again=self.refresh)

    def _show(self, cards: tuple[ChallengeCard, ...]) -> None:
        theme = self.theme
        back = Button(self.tr("Class news"), theme, partial(self._go, AtFeed()), icon="back")
        title = row(theme, PlainLabel(self.tr("Challenges"), theme, Type.TITLE), 1, self._begin())
        if not cards:
            text = self.tr(
                "When your teacher begins a challenge, it is here. You play when you like; the best try counts."
            )
            empty = empty_card(theme, self.tr("No challenge yet"), text, "trophy")
            self.show_parts(row(theme, back, 1), title, empty, 1)
            return
        groups = (
            (self.tr("Running now"), "active"),
            (self.tr("Coming soon"), "upcoming"),
            (self.tr("Over"), "ended"),
        )
        parts = [self._group(name, [card for card in cards if card.status == status]) for name, status in groups]
        self.show_parts(row(theme, back, 1), title, *parts, 1)

    def _begin(self) -> Button | None:
        if self._account.role not in STAFF:
            return None
        return Button(self.tr("Begin a challenge"), self.theme, self._open, kind="primary", icon="trophy")

    def _open(self) -> None:
        from app.views.teacher.challenge import BeginDialog

        BeginDialog(self.theme, self._rooms, self._account, begun=self.refresh, parent=self.window()).open()

    def _group(self, name: str, cards: list[ChallengeCard]) -> QVBoxLayout | None:
        return section(self.theme, name, *[self._card(card) for card in cards]) if cards else None

    def _card(self, card: ChallengeCard) -> Card:
        theme = self.theme
        whose = self.tr("whole school") if card.whole_school else self.tr("my class")
        chip = Chip(whose, theme, icon="school" if card.whole_school else "class")
        words = column(
            theme,
            PlainLabel(card.name, theme, Type.HEAD, wrap=True),
            PlainLabel(f"{card.game_name} · {when_words(card)}", theme, tone="soft", wrap=True),
            PlainLabel(card.description, theme, wrap=True) if card.description else None,
            PlainLabel(standing_words(card), theme, Type.STRONG, tone="primary") if card.status != "upcoming" else None,
            gap=Space.HAIR,
        )
        made = Card(theme, row(theme, words, chip), self._hands(card), pad=Space.BASE)
        made.setAccessibleName(f"{card.name}, {when_words(card)}")
        return made

    def _hands(self, card: ChallengeCard) -> QVBoxLayout | None:
        theme, play, board = self.theme, None, None
        if card.status == "upcoming":
            return None
        if card.status == "active" and self._account.role in _PUPILS:
            label = self.tr("Play")
            where = AtPlay(step=challenge_step(card))
            play = Button(
                label, theme, partial(self._go, where), kind="primary", icon="play", name=f"{label}: {card.name}"
            )
        label = self.tr("Board")
        there = AtChallenge(challenge_id=card.challenge_id)
        board = Button(label, theme, partial(self._go, there), icon="trophy", name=f"{label}: {card.name}")
        return column(theme, row(theme, play, board, 1))
