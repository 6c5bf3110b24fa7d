"""Points, where they come from and what comes next; streaks on a calendar; weeks, personal bests and collections."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.community_readings import CollectionCard, MomentCard, PeriodRow, PersonalBest, PointsPage
from app.store.readings import Account
from app.views.kit.asking import ask
from app.views.kit.badge import BadgeIcon
from app.views.kit.bars import Bars
from app.views.kit.buttons import Button
from app.views.kit.flow import Columns, Flow, Wrap
from app.views.kit.meters import ProgressBar
from app.views.kit.page import Page, empty_card, section
from app.views.kit.sayings import concept, count, date, day_name, locale, spoken
from app.views.kit.surfaces import Card, Chip, clear, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtBadges, AtShareMoment, Go
from app.views.rooms import Rooms
from app.views.student.calendar import Calendar
from app.views.student.cards import Figure
from domain.records.achievements import PointsReason

# What the page shows of each; more would bury what is new.
_WEEKS, _MONTHS, _MOMENTS, _BESTS = 6, 4, 6, 6


def reason_words(reason: PointsReason) -> str:
    """Where points come from."""
    translate = QCoreApplication.translate
    return {
        PointsReason.GAME_COMPLETE: translate("points", "Playing"),
        PointsReason.BADGE_EARNED: translate("points", "Badges"),
        PointsReason.STREAK: translate("points", "Day after day"),
        PointsReason.CHALLENGE: translate("points", "Challenges"),
    }[reason]


class PointsView(Page):
    """One's own points. Nobody else's are beside them."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme)
        self._rooms, self._account, self._go = rooms, account, go
        self._bests, self._collections = column(theme), column(theme)
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.together.points_page(self._account), self._show, again=self.refresh)

    def _show(self, page: PointsPage) -> None:
        theme = self.theme
        self._bests, self._collections = column(theme), column(theme)
        badges = Button(self.tr("My badges"), theme, partial(self._go, AtBadges()), icon="badge")
        head = row(theme, PlainLabel(self.tr("My points"), theme, Type.TITLE), 1, badges)
        left = column(theme, self._way(page), self._weeks(page), self._bests, 1, gap=Space.ROOMY)
        right = column(theme, self._days(page), self._moments(page), 1, gap=Space.ROOMY)
        self.show_parts(head, Columns(theme, left, right), self._collections, 1)
        together = self._rooms.together
        ask(self, together.personal_bests(self._account), self._show_bests, failed=lambda _: None)
        ask(self, together.collections(self._account), self._show_collections, failed=lambda _: None)

    # -- the total

    def _way(self, page: PointsPage) -> Card:
        theme = self.theme
        words = self.tr("{have} of {need} points").format(have=count(page.total), need=count(page.next_milestone))
        done, total = page.total - page.last_milestone, page.next_milestone - page.last_milestone
        more = self.tr("{more} more to the next milestone").format(more=count(page.next_milestone - page.total))
        card = Card(
            theme,
            PlainLabel(count(page.total), theme, Type.DISPLAY, tone="primary"),
            ProgressBar(theme, done=done, total=total, words=words, height=12),
            row(theme, PlainLabel(words, theme), 1, PlainLabel(more, theme, Type.CAPTION, tone="soft", wrap=True)),
            self._sources(page),
        )
        card.setAccessibleName(words)
        return card

    def _sources(self, page: PointsPage) -> QWidget | None:
        """Where they come from: the parts add up to the total."""
        if not page.sources:
            return None
        chips: list[QWidget] = [
            Chip(f"{reason_words(reason)} {count(points)}", self.theme) for reason, points in page.sources
        ]
        return Wrap(self.theme, chips)

    def _weeks(self, page: PointsPage) -> QVBoxLayout | None:
        if not page.weeks:
            return None
        title = self.tr("Week by week")
        weeks, months = page.weeks[-_WEEKS:], page.months[-_MONTHS:]
        by_month = self._bars(months, page.best_month, _month_name) if len(months) > 1 else None
        bars = (self._bars(weeks, page.best_week, day_name), by_month)
        note = None
        if page.best_week is not None:
            best = self.tr("★ Your best week: {points} points on %n day(s)", None, page.best_week.days)
            note = PlainLabel(best.format(points=count(page.best_week.points)), self.theme, Type.CAPTION, tone="soft")
        return section(self.theme, title, Card(self.theme, *bars, note, pad=Space.BASE))

    def _bars(self, periods: tuple[PeriodRow, ...], best: PeriodRow | None, name: Callable[[str], str]) -> Bars:
        named = [(name(each.period), each.points) for each in periods]
        words = ", ".join(f"{label}: {count(points)}" for label, points in named)
        star = next((number for number, each in enumerate(periods) if each == best), None)
        return Bars(self.theme, named, words=words, best=star)

    # -- the streak

    def _days(self, page: PointsPage) -> QVBoxLayout:
        theme = self.theme
        days = self.tr("days in a row", None, page.day_streak)
        weeks = self.tr("weeks in a row", None, page.week_streak)
        figures = Flow(
            theme,
            [
                Figure(theme, icon="streak", tone="extra", figure=count(page.day_streak), words=days),
                Figure(theme, icon="calendar", tone="good", figure=count(page.week_streak), words=weeks),
            ],
            stretch=True,
        )
        note = self.tr("Holidays and rest passes don’t break a row: it waits for you.")
        words = PlainLabel(note, theme, Type.CAPTION, tone="soft", wrap=True)
        calendar = Card(theme, Calendar(page.days, theme), words, pad=Space.BASE)
        return section(theme, self.tr("Day after day"), figures, calendar)

    # -- what there is to share

    def _moments(self, page: PointsPage) -> QVBoxLayout:
        theme, title = self.theme, self.tr("To be proud of")
        if not page.moments:
            text = self.tr("At 1,000 points and on your seventh day in a row, something appears here.")
            return section(theme, title, empty_card(theme, self.tr("The first one is on its way"), text, "trophy"))
        return section(theme, title, *[self._moment(moment) for moment in page.moments[:_MOMENTS]])

    def _moment(self, moment: MomentCard) -> Card:
        theme, words = self.theme, spoken(moment.title)
        if moment.shared:
            deed: QWidget = Chip(self.tr("shared"), theme, ink="on_good_soft", ground="good_soft", icon="check")
        else:
            label = self.tr("Share")
            where = AtShareMoment(achievement_type=moment.achievement_type, achievement_id=moment.achievement_id)
            deed = Button(label, theme, partial(self._go, where), icon="share", name=f"{label}: {words}")
        said = column(
            theme,
            PlainLabel(words, theme, Type.STRONG, wrap=True),
            PlainLabel(date(moment.at), theme, Type.CAPTION, tone="soft"),
            gap=0,
        )
        line = row(theme, said, deed, gap=Space.BASE)
        line.setStretch(0, 1)
        card = Card(theme, line, pad=Space.BASE)
        card.setAccessibleName(words)
        return card

    # -- personal bests, collections

    def _show_bests(self, bests: tuple[PersonalBest, ...]) -> None:
        clear(self._bests)
        if not bests:
            return
        card = Card(self.theme, *[self._best(each) for each in bests[:_BESTS]], pad=Space.BASE)
        self._bests.addLayout(section(self.theme, self.tr("Personal bests"), card))

    def _best(self, best: PersonalBest) -> QWidget:
        theme = self.theme
        tries = self.tr("%n play(s)", None, best.attempts)
        words = f"{best.game_name}: {best.percent} %, {tries}"
        line = row(
            theme,
            ElidedLabel(best.game_name, theme, Type.STRONG),
            PlainLabel(tries, theme, Type.CAPTION, tone="soft"),
            PlainLabel(f"{best.percent} %", theme, Type.STRONG, tone="good" if best.percent == 100 else "ink"),
        )
        line.setStretch(0, 1)
        holder = QWidget()
        holder.setLayout(line)
        holder.setAccessibleName(words)
        return holder

    def _show_collections(self, collections: tuple[CollectionCard, ...]) -> None:
        clear(self._collections)
        if not collections:
            return
        cards: list[QWidget] = [self._collection(each) for each in collections]
        self._collections.addLayout(section(self.theme, self.tr("Collections"), Flow(self.theme, cards, stretch=True)))

    def _collection(self, collection: CollectionCard) -> Card:
        theme, name = self.theme, concept(collection.name)
        words = self.tr("{held} of {all} badges").format(held=collection.held, all=len(collection.badges))
        shown = sorted(collection.badges, key=lambda badge: badge.level == 0)[:5]
        done = Chip(self.tr("complete"), theme, ink="on_good_soft", ground="good_soft", icon="check")
        card = Card(
            theme,
            row(theme, ElidedLabel(name, theme, Type.STRONG), done if collection.done else None),
            row(theme, *[BadgeIcon(badge, theme, 48) for badge in shown], 1, gap=Space.HAIR),
            ProgressBar(theme, done=collection.held, total=len(collection.badges), words=words, tone="good", height=8),
            PlainLabel(words, theme, Type.CAPTION, tone="soft"),
            pad=Space.BASE,
        )
        card.setMinimumWidth(theme.px(300))
        card.setAccessibleName(f"{name}: {words}")
        return card


def _month_name(month: str) -> str:
    return locale().standaloneMonthName(int(month[-2:]), locale().FormatType.ShortFormat)
