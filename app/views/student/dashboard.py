"""What a student sees first: one clear next step, then assignments, figures, badges and the class's news."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.readings import Account, StudentDashboard
from app.views.kit.art import Drawing
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.flow import Columns, Flow
from app.views.kit.lessons import lesson
from app.views.kit.page import Page, empty_card, section
from app.views.kit.sayings import count
from app.views.kit.surfaces import Banner, Card, EmptyState, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import TARGET, Space, Type
from app.views.places import AtAssignment, AtBadges, AtFeed, AtPlay, AtPoints, AtQuickFind, AtReview, Go, begin_at
from app.views.rooms import Rooms
from app.views.student.cards import AssignmentTile, BadgeTile, Figure
from app.views.student.share_tile import ShareTile

# What the page shows of each; the rest is one touch away.
_ASSIGNMENTS, _BADGES, _SHARES = 4, 5, 2


class DashboardView(Page):
    """The student's home."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme)
        self._rooms, self._account, self._go = rooms, account, go
        self._start: Button | None = None
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.dashboard(self._account), self._show, again=self.refresh)

    def opened(self) -> None:
        """The next step is what one begins with."""
        self.focus_on(self._start)

    def _show(self, reading: StudentDashboard) -> None:
        self.show_parts(
            self._hello(reading),
            self._unfinished(reading),
            self._next_step(reading),
            self._review(reading),
            self._figures(reading),
            self._columns(reading),
            1,
        )
        self.opened()

    def _hello(self, reading: StudentDashboard) -> QVBoxLayout:
        if reading.played_today:
            words = self.tr("You have played today. Every minute counts!")
        elif reading.streak_days:
            words = self.tr("Good to see you. A few minutes are enough for today.")
        else:
            words = self.tr("Good to see you. Let’s make some music.")
        hello = self.tr("Hello, {name}").format(name=reading.account.display_name)
        return column(
            self.theme,
            ElidedLabel(hello, self.theme, Type.TITLE),
            PlainLabel(words, self.theme, Type.LEAD, tone="soft", wrap=True),
            gap=Space.HAIR,
        )

    def _unfinished(self, reading: StudentDashboard) -> Banner | None:
        """A game whose computer went off in the middle of it, or that was left."""
        found = reading.unfinished
        if found is None:
            return None
        words = self.tr("You were in the middle of “{game}”. What you have played is still here.")
        place = AtPlay(step=found.step, assignment_id=found.assignment_id, before=found.attempt)
        return Banner(
            words.format(game=lesson(found.step.title)),
            self.theme,
            icon="play",
            action=(self.tr("Play on"), partial(self._go, place)),
            second=(self.tr("Let it go"), partial(self._let_go, found.attempt.attempt_id)),
        )

    def _let_go(self, attempt_id: str) -> None:
        ask(
            self,
            self._rooms.discard_unfinished(self._account, attempt_id),
            lambda _done: self.refresh(),
            failed=lambda _sentence: self.refresh(),
        )

    def _next_step(self, reading: StudentDashboard) -> QWidget:
        step, assignment = reading.next_step, reading.next_assignment
        if step is None or assignment is None:
            self._start = None
            return self._nothing_to_do(reading)
        done = self.tr("Step {n} of {total}").format(
            n=min(assignment.steps_done + 1, assignment.steps_total), total=assignment.steps_total
        )
        label = self.tr("Start") if not step.attempts else self.tr("Go on")
        self._start = Button(
            label, self.theme, partial(self._go, begin_at(step, assignment.assignment_id)), kind="primary", icon="play",
            name=f"{label}: {lesson(step.title)}",
        )  # fmt: skip
        self._start.setFont(self.theme.font(Type.HEAD))
        self._start.setMinimumSize(self.theme.px(200), self.theme.px(60))
        words = column(
            self.theme,
            PlainLabel(self.tr("Your next step"), self.theme, Type.STRONG, tone="primary"),
            PlainLabel(lesson(step.title), self.theme, Type.DISPLAY, wrap=True),
            PlainLabel(f"{lesson(assignment.name)} · {done}", self.theme, Type.LEAD, tone="soft", wrap=True),
            row(self.theme, self._start, 1),
            gap=Space.SNUG,
        )
        # Large letters need the room of the drawing.
        drawing = Drawing("piano", self.theme, QSize(260, 160)) if self.theme.percent < 150 else None
        inside = row(self.theme, words, drawing, gap=Space.ROOMY)
        inside.setStretch(0, 1)
        return Card(self.theme, inside, pad=Space.WIDE)

    def _review(self, reading: StudentDashboard) -> Banner | None:
        if not reading.reviews_due:
            return None
        words = self.tr("%n skill(s) want to be heard again today.", None, reading.reviews_due)
        action = (self.tr("Review"), partial(self._go, AtReview()))
        return Banner(words, self.theme, tone="accent", icon="clock", action=action)

    def _nothing_to_do(self, reading: StudentDashboard) -> QWidget:
        if not reading.assignments:
            text = self.tr("As soon as your teacher gives you something to play, it is here: big, with a start button.")
            return empty_card(self.theme, self.tr("No assignment yet"), text, "notes")
        text = self.tr("Well played. Look at your badges, or play a piece again.")
        find = (self.tr("Find a game"), partial(self._go, AtQuickFind()))
        done = EmptyState(self.tr("Everything is done!"), text, self.theme, drawing="trophy", action=find)
        return Card(self.theme, done, pad=Space.TIGHT)

    def _figures(self, reading: StudentDashboard) -> Flow:
        earned = reading.badges_earned
        week = self.tr("points, {week} this week").format(week=count(reading.points_this_week))
        days = self.tr("days in a row", None, reading.streak_days)
        figures = [
            Figure(self.theme, icon="points", tone="primary", figure=count(reading.points_total), words=week),
            Figure(self.theme, icon="streak", tone="extra", figure=count(reading.streak_days), words=days),
            Figure(self.theme, icon="badge", tone="good", figure=count(earned), words=self.tr("badges earned")),
        ]
        return Flow(self.theme, figures, stretch=True)

    def _columns(self, reading: StudentDashboard) -> Columns:
        left = column(self.theme, self._assignments(reading), self._badges(reading), 1, gap=Space.ROOMY)
        right = column(self.theme, self._feed(reading), 1, gap=Space.ROOMY)
        return Columns(self.theme, left, right, shares=(3, 2))

    def _assignments(self, reading: StudentDashboard) -> QVBoxLayout:
        tiles = [
            AssignmentTile(card, self.theme, partial(self._go, AtAssignment(assignment_id=card.assignment_id)))
            for card in reading.assignments[:_ASSIGNMENTS]
        ]
        title = PlainLabel(self.tr("Assignments"), self.theme, Type.HEAD)
        # As high as the button beside the neighbour's heading, so that both columns begin on one line.
        title.setMinimumHeight(self.theme.px(TARGET))
        if not tiles:
            text = self.tr("Your teacher’s assignments will be listed here.")
            return column(self.theme, title, empty_card(self.theme, self.tr("All quiet"), text, "notes"))
        return column(self.theme, title, *tiles)

    def _badges(self, reading: StudentDashboard) -> QVBoxLayout:
        chosen = sorted(reading.badges, key=lambda card: (card.level == 0, -(card.crossed_at or 0), -card.have))[
            :_BADGES
        ]
        if not chosen:
            text = self.tr("Finish your first step, and your first badge appears here.")
            return section(
                self.theme, self.tr("Badges"), empty_card(self.theme, self.tr("Room for badges"), text, "trophy")
            )
        everything = Button(self.tr("All badges"), self.theme, partial(self._go, AtBadges()), kind="nav")
        points = Button(self.tr("My points"), self.theme, partial(self._go, AtPoints()), kind="nav")
        wall = Flow(self.theme, [BadgeTile(card, self.theme, size=80) for card in chosen], gap=Space.TIGHT)
        return column(
            self.theme,
            row(self.theme, PlainLabel(self.tr("Badges"), self.theme, Type.HEAD), 1, points, everything, gap=0),
            Card(self.theme, wall, pad=Space.BASE),
        )

    def _feed(self, reading: StudentDashboard) -> QVBoxLayout:
        now = self._rooms.now()
        tiles = [ShareTile(share, self.theme, now=now) for share in reading.feed[:_SHARES]]
        if not tiles:
            text = self.tr("What your class is proud of shows here. You can share your badges, too.")
            empty = empty_card(self.theme, self.tr("Nothing shared yet"), text, "class")
            return section(self.theme, self.tr("From your class"), empty)
        everything = Button(self.tr("Everything"), self.theme, partial(self._go, AtFeed()), kind="nav")
        title = row(self.theme, PlainLabel(self.tr("From your class"), self.theme, Type.HEAD), 1, everything)
        return column(self.theme, title, *tiles)
