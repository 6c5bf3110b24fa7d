"""The levels at which one student's games begin, and the rule behind them, as their teacher reads it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from app.store.practice_readings import GameLevel
from app.store.readings import Account
from app.views.kit.buttons import Button
from app.views.kit.flow import Columns
from app.views.kit.meters import ProgressBar
from app.views.kit.page import Page, empty_card, section
from app.views.kit.sayings import ago, game_name, spoken
from app.views.kit.surfaces import Card, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtStudent, Go
from app.views.rooms import Rooms


class LevelsView(Page):
    """Nothing is set here: the levels follow from what was played."""

    def __init__(
        self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, class_id: str, student_id: str, name: str = ""
    ) -> None:
        super().__init__(theme)
        self._rooms, self._account, self._student_id, self._name = rooms, account, student_id, name
        self._to_student = partial(go, AtStudent(class_id=class_id, student_id=student_id))
        self._back: Button | None = None
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.practice.levels(self._account, self._student_id), self._show, again=self.refresh)

    def opened(self) -> None:
        """The way back."""
        self.focus_on(self._back)

    def _show(self, levels: tuple[GameLevel, ...]) -> None:
        left = section(self.theme, self.tr("Games now"), *([self._card(each) for each in levels] or [self._none()]), 1)
        self._back = Button(self.tr("Back"), self.theme, self._to_student, icon="back")
        self.show_parts(
            row(self.theme, self._back, 1),
            PlainLabel(self._title(), self.theme, Type.TITLE, wrap=True),
            Columns(self.theme, left, self._rules(), shares=(3, 2)),
            1,
        )

    def _title(self) -> str:
        return self.tr("Levels of {name}").format(name=self._name) if self._name else self.tr("Levels")

    def _card(self, level: GameLevel) -> Card:
        words = self.tr("Level {n} of {all}").format(n=level.level, all=level.highest)
        rounds = self.tr("%n round(s) so far", None, level.rounds)
        played = f"{rounds} · {ago(level.last_played_at, self._rooms.now())}"
        head = row(self.theme, ElidedLabel(game_name(level.game_name), self.theme, Type.STRONG),
                   PlainLabel(words, self.theme, Type.STRONG, tone="primary"))  # fmt: skip
        bar = ProgressBar(self.theme, done=level.level, total=level.highest, words=words)
        return Card(self.theme, head, bar, PlainLabel(played, self.theme, Type.CAPTION, tone="soft"), pad=Space.BASE)

    def _none(self) -> Card:
        text = self.tr("As soon as a game with several levels was played, it stands here.")
        return empty_card(self.theme, self.tr("Nothing played yet"), text, "notes")

    def _rules(self) -> QVBoxLayout:
        rules = [PlainLabel(spoken(rule), self.theme, wrap=True) for rule in self._rooms.practice.level_rules()]
        return section(self.theme, self.tr("How levels are chosen"), Card(self.theme, *rules), 1)
