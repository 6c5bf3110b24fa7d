"""Looking back: how notes and concepts go over the weeks, and the latest plays to be heard again."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.store.readings import Account, AttemptRow
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.page import Page, empty_card, section
from app.views.kit.sayings import ago, count
from app.views.kit.surfaces import Card, Chip, clear, column, row, rule
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtHome, AtLookingBack, AtReplay, Go, Place
from app.views.rooms import Rooms
from app.views.student.heat_map import heat_card
from domain.learning.heat import HeatMap
from domain.records.identity import AccessRole
from domain.records.outcomes import DOUBTS

_DOUBTS = frozenset(doubt.value for doubt in DOUBTS)
_STUDENTS = (AccessRole.STUDENT, AccessRole.GENERIC_STUDENT)


class LookingBackView(Page):
    """One's own, or for staff a student's or a class's."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, where: AtLookingBack) -> None:
        super().__init__(theme, width=1080)
        self._rooms, self._account, self._go, self._where = rooms, account, go, where
        self._own = account.role in _STUDENTS
        self._heat = column(theme)
        self._plays = column(theme)
        self.show_parts(self._head(), self._heat, self._plays, 1)
        self._heat.addWidget(PlainLabel(self.tr("One moment…"), theme, Type.HEAD, tone="soft"))
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask again."""
        looking = self._rooms.looking
        student = self._account.user_id if self._own else self._where.student_id
        ask(
            self,
            looking.heat(self._account, student, None if self._own else self._where.class_id),
            self._show_heat,
            failed=lambda sentence: self._fill(self._heat, self._trouble(sentence, self.refresh)),
        )
        if self._own:
            ask(
                self,
                looking.plays(self._account),
                self._show_plays,
                failed=lambda sentence: self._fill(self._plays, self._trouble(sentence, self.refresh)),
            )

    def _head(self) -> QHBoxLayout:
        theme, back = self.theme, self._where.back or AtHome()
        title = self.tr("What I have played") if self._own else self.tr("Notes and concepts over the weeks")
        words = column(
            theme,
            PlainLabel(title, theme, Type.TITLE, wrap=True),
            ElidedLabel(self._where.name, theme, tone="soft") if self._where.name else None,
            gap=0,
        )
        line = row(theme, Button(self.tr("Back"), theme, partial(self._go, back), icon="back"), words, gap=Space.ROOMY)
        line.setStretch(1, 1)
        return line

    @staticmethod
    def _fill(box: QVBoxLayout, part: QWidget | QVBoxLayout) -> None:
        clear(box)
        if isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)

    def _show_heat(self, heat: HeatMap) -> None:
        if heat != self._shown:
            self._shown = heat
            self._fill(self._heat, heat_card(heat, self.theme))

    def _show_plays(self, plays: tuple[AttemptRow, ...]) -> None:
        theme = self.theme
        if not plays:
            text = self.tr("Every play can be heard and seen again here.")
            self._fill(self._plays, empty_card(theme, self.tr("Nothing played yet"), text, "piano"))
            return
        card = Card(theme, pad=Space.BASE)
        for number, play in enumerate(plays):
            if number:
                card.body.addWidget(rule())
            card.body.addWidget(self._play(play))
        self._fill(self._plays, section(theme, self.tr("Latest plays"), card))

    def _play(self, play: AttemptRow) -> QWidget:
        theme, name = self.theme, self._rooms.game_name(play.game_id)
        score = self.tr("{score} of {most} points").format(score=count(play.score), most=count(play.max_possible_score))
        words = column(
            theme,
            ElidedLabel(name, theme, Type.STRONG),
            PlainLabel(f"{ago(play.created_at, self._rooms.now())} · {score}", theme, Type.CAPTION, tone="soft"),
            gap=0,
        )
        place: Place = AtReplay(attempt_id=play.attempt_id, back=self._where)
        again = Button(
            self.tr("Listen"), theme, partial(self._go, place), icon="play",
            name=self.tr("Listen: {game}").format(game=name),
        )  # fmt: skip
        line = row(theme, words, self._how(play), again, gap=Space.BASE)
        line.setStretch(0, 1)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _how(self, play: AttemptRow) -> Chip | None:
        """What a teacher said of it, or is asked; else whether it was passed."""
        theme = self.theme
        if play.accepted is not None:
            return Chip(self.tr("your teacher listened"), theme, ink="on_good_soft", ground="good_soft", icon="ear")
        if play.verdict in _DOUBTS:
            return Chip(self.tr("your teacher will listen"), theme, ink="on_primary_soft", ground="primary_soft",
                        icon="ear")  # fmt: skip
        return Chip(self.tr("passed"), theme, ink="on_good_soft", ground="good_soft") if play.passed else None
