"""Today's reviews: what wants to be heard again, one button to start, and what comes back later."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.practice_readings import ComingReview, ReviewCard, ReviewPage
from app.store.readings import Account
from app.views.kit.buttons import Button
from app.views.kit.flow import Flow, Wrap
from app.views.kit.page import Page, empty_card, section
from app.views.kit.sayings import ago, concept, date, game_name
from app.views.kit.surfaces import Card, Chip, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtPlay, AtQuickFind, AtSkills, Go
from app.views.rooms import Rooms

# A review of one game takes about so many minutes.
MINUTES = 3


class ReviewView(Page):
    """The daily list. The first card is what one begins with."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme, width=960)
        self._rooms, self._account, self._go = rooms, account, go
        self._start: Button | None = None
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.practice.review(self._account), self._show, again=self.refresh)

    def opened(self) -> None:
        """The next review is what one begins with."""
        self.focus_on(self._start)

    def _show(self, reading: ReviewPage) -> None:
        if reading.due:
            first, *rest = reading.due
            later = [self._small(card) for card in rest]
            self.show_parts(
                self._head(reading),
                self._next(first),
                self._then(later) if later else None,
                self._coming(reading.coming),
                1,
            )
        else:
            self.show_parts(self._head(reading), self._nothing(reading), self._coming(reading.coming), 1)
        self.opened()

    def _head(self, reading: ReviewPage) -> QVBoxLayout:
        skills = Button(self.tr("My skills"), self.theme, partial(self._go, AtSkills()), icon="star")
        title = PlainLabel(self.tr("Today’s review"), self.theme, Type.TITLE)
        words = self.tr("What you learned comes back just before you would forget it.")
        if reading.due:
            waiting = self.tr("%n skill(s) to hear again,", None, reading.concepts_due)
            minutes = self.tr("about %n minute(s).", None, MINUTES * len(reading.due))
            words = f"{waiting} {minutes}"
        return column(
            self.theme,
            row(self.theme, title, 1, skills),
            PlainLabel(words, self.theme, Type.LEAD, tone="soft", wrap=True),
            gap=Space.HAIR,
        )

    def _next(self, card: ReviewCard) -> Card:
        label = self.tr("Start")
        name = game_name(card.game_name)
        self._start = Button(
            label, self.theme, partial(self._play, card), kind="primary", icon="play", name=f"{label}: {name}"
        )
        self._start.setFont(self.theme.font(Type.HEAD))
        self._start.setMinimumSize(self.theme.px(200), self.theme.px(60))
        return Card(
            self.theme,
            PlainLabel(self.tr("Next"), self.theme, Type.STRONG, tone="primary"),
            PlainLabel(name, self.theme, Type.DISPLAY, wrap=True),
            self._concepts(card),
            PlainLabel(self._why(card), self.theme, tone="soft", wrap=True),
            row(self.theme, self._start, 1),
            pad=Space.WIDE,
        )

    def _then(self, tiles: list[QWidget]) -> QVBoxLayout:
        return section(self.theme, self.tr("After that"), Flow(self.theme, tiles, stretch=True))

    def _small(self, card: ReviewCard) -> QWidget:
        label = self.tr("Start")
        name = game_name(card.game_name)
        start = Button(label, self.theme, partial(self._play, card), icon="play", name=f"{label}: {name}")
        tile = Card(
            self.theme,
            PlainLabel(name, self.theme, Type.HEAD, wrap=True),
            self._concepts(card),
            PlainLabel(self._why(card), self.theme, Type.CAPTION, tone="soft", wrap=True),
            1,
            row(self.theme, start, 1),
            pad=Space.BASE,
        )
        tile.setMinimumWidth(self.theme.px(300))
        return tile

    def _concepts(self, card: ReviewCard) -> Wrap:
        return Wrap(self.theme, [Chip(concept(tag), self.theme, icon="clock") for tag in card.concepts])

    def _why(self, card: ReviewCard) -> str:
        when = ago(card.last_played_at, self._rooms.now())
        return self.tr("Last heard {when}").format(when=when)

    def _nothing(self, reading: ReviewPage) -> QWidget:
        if reading.coming:
            text = self.tr("Everything you know is fresh. Come back tomorrow, or learn something new.")
            card = empty_card(self.theme, self.tr("Nothing to review today"), text, "trophy")
        else:
            text = self.tr("Play your first game: from the next days on, what you learned comes back here.")
            card = empty_card(self.theme, self.tr("Nothing to review yet"), text, "notes")
        find = self._start = Button(
            self.tr("Find a game"), self.theme, partial(self._go, AtQuickFind()), kind="primary", icon="search"
        )
        card.body.addLayout(row(self.theme, 1, find, 1, pad=Space.BASE))
        return card

    def _coming(self, coming: tuple[ComingReview, ...]) -> QVBoxLayout | None:
        if not coming:
            return None
        chips: list[QWidget] = [
            Chip(f"{concept(each.concept)} · {date(each.next_review_at)}", self.theme) for each in coming
        ]
        return section(self.theme, self.tr("Comes back later"), Wrap(self.theme, chips))

    def _play(self, card: ReviewCard) -> None:
        self._go(AtPlay(step=card.step))
