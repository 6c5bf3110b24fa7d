"""How an organisation and its schools play and share: sums of weeks, with nobody in them, and as a table to keep."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.readings import Account
from app.views.admin.ways import head_of
from app.views.kit.asking import ask
from app.views.kit.bars import Bars
from app.views.kit.buttons import Button
from app.views.kit.flow import Flow
from app.views.kit.page import Page, section
from app.views.kit.saving import Kind, PickPlace, pick_place
from app.views.kit.sayings import count, day_name, spoken
from app.views.kit.surfaces import Banner, Card, clear, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtUsage, Go
from app.views.rooms import Rooms
from app.views.student.cards import Figure as FigureCard
from app.views.student.picks import Toggles
from app.views.student.settings import kind_words
from domain.community.audience import scope_name
from domain.community.reports import as_csv
from domain.records.community import AchievementType, Scope
from domain.records.reports import PERIODS, Figure, Part, UsageReport

CSV = Kind("csv", "text/csv")
# In front, as what an administrator looks for first; the table below has the rest.
_FRONT = (
    (Figure.PLAYED, "person", "primary"),
    (Figure.PLAYS, "play", "primary"),
    (Figure.MINUTES, "clock", "primary"),
    (Figure.SHARES, "share", "accent"),
)
# More weeks than this do not fit beside each other: the last of them are drawn, the table has all.
_MOST_BARS = 12


def figure_words() -> dict[Figure, str]:
    """What each figure counts."""
    translate = QCoreApplication.translate
    return {
        Figure.PLAYED: translate("figure", "students played"),
        Figure.PLAYS: translate("figure", "plays"),
        Figure.MINUTES: translate("figure", "minutes of music"),
        Figure.PASSED: translate("figure", "passed"),
        Figure.BADGES: translate("figure", "badges"),
        Figure.SHARES: translate("figure", "shared"),
        Figure.LIKES: translate("figure", "likes"),
        Figure.CELEBRATIONS: translate("figure", "celebrations"),
        Figure.COMMENTS: translate("figure", "kind words"),
        Figure.REPORTS: translate("figure", "reports"),
    }


def told(amount: int | None) -> str:
    """A figure, or the sign of one that would tell of fewer than five people."""
    return "·" if amount is None else count(amount)


class UsageView(Page):
    """The figures of one period. They are asked of the centre: what all machines have sent stands only there."""

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        account: Account,
        go: Go,
        *,
        weeks: int = PERIODS[0],
        pick: PickPlace = pick_place,
    ) -> None:
        super().__init__(theme)
        self._rooms, self._account, self._go, self._weeks, self._pick = rooms, account, go, weeks, pick
        self._told = column(theme)
        self.refresh()

    def refresh(self) -> None:
        """Ask the centre again."""
        self.load(self._rooms.governing.usage(self._account, self._weeks), self._show, again=self.refresh)

    def _show(self, report: UsageReport) -> None:
        theme = self.theme
        self._told = column(theme)
        note = self.tr("Sums only. Where fewer than five people stand behind a figure, a dot stands in its place.")
        self.show_parts(
            head_of(theme, self._account, self._go, AtUsage),
            self._told,
            self._period(report),
            self._front(report.whole),
            PlainLabel(note, theme, tone="soft", wrap=True),
            self._weeks_drawn(report),
            self._schools(report),
            self._spreads(report),
            1,
        )

    def _period(self, report: UsageReport) -> QVBoxLayout:
        theme = self.theme
        names = {4: self.tr("4 weeks"), 12: self.tr("12 weeks"), 52: self.tr("A year")}
        pick = Toggles(
            theme,
            [(str(weeks), names[weeks]) for weeks in PERIODS],
            {str(report.weeks)},
            lambda on: self._go(AtUsage(weeks=int(next(iter(on))))),
            single=True,
        )
        save = Button(self.tr("Save as a table"), theme, partial(self._save, report), icon="save")
        line = row(theme, pick, save, gap=Space.BASE)
        line.setStretch(0, 1)
        return column(theme, line)

    def _front(self, whole: Part) -> QWidget:
        words = figure_words()
        cards = [
            FigureCard(self.theme, icon=icon, tone=tone, figure=told(whole.figures[figure]), words=words[figure])
            for figure, icon, tone in _FRONT
        ]
        return Flow(self.theme, cards, gap=Space.SNUG, stretch=True)

    def _weeks_drawn(self, report: UsageReport) -> QVBoxLayout:
        weeks = report.trend[-_MOST_BARS:]
        values = [(day_name(week.monday), week.played or 0) for week in weeks]
        said = ", ".join(f"{label}: {told(week.played)}" for (label, _), week in zip(values, weeks, strict=True))
        title = self.tr("Students who played, by the week")
        bars = Bars(self.theme, values, words=f"{title}. {said}")
        return section(self.theme, title, Card(self.theme, bars, pad=Space.BASE))

    # -- the schools beside each other

    def _schools(self, report: UsageReport) -> QVBoxLayout:
        cards = [self._part(part) for part in (report.whole, *report.schools)]
        return section(self.theme, self.tr("School by school"), *cards)

    def _part(self, part: Part) -> Card:
        theme = self.theme
        figures = [(self.tr("students"), part.students)]
        figures += [(words, part.figures[figure]) for figure, words in figure_words().items()]
        cells = [self._cell(words, amount) for words, amount in figures]
        name = PlainLabel(part.name, theme, Type.STRONG, wrap=True)
        card = Card(theme, name, Flow(theme, cells, gap=Space.TIGHT, stretch=True), pad=Space.BASE)
        card.setAccessibleName(part.name)
        return card

    def _cell(self, words: str, amount: int | None) -> QWidget:
        """A figure that says to a screen reader what it is."""
        figure = PlainLabel(told(amount), self.theme, Type.STRONG)
        said = self.tr("fewer than five people") if amount is None else count(amount)
        figure.setAccessibleName(f"{words}: {said}")
        holder = QWidget()
        holder.setLayout(column(self.theme, figure, PlainLabel(words, self.theme, Type.CAPTION, tone="soft"), gap=0))
        return holder

    def _spreads(self, report: UsageReport) -> QWidget:
        theme = self.theme
        kinds = [(kind_words(AchievementType(key)), amount) for key, amount in report.kinds.items()]
        scopes = [(spoken(scope_name(Scope(key))), amount) for key, amount in report.scopes.items()]
        opened = [(opened_words().get(key, key), amount) for key, amount in report.opened.items()]
        cards = [
            self._spread(self.tr("What is shared"), kinds),
            self._spread(self.tr("How far it goes"), scopes),
            self._spread(self.tr("What is looked at"), opened),
        ]
        return Flow(theme, cards, gap=Space.BASE, stretch=True)

    def _spread(self, title: str, lines: list[tuple[str, int | None]]) -> Card:
        theme = self.theme
        parts = [row(theme, PlainLabel(words, theme), 1, PlainLabel(told(amount), theme)) for words, amount in lines]
        nothing = None if lines else PlainLabel(self.tr("Nothing yet"), theme, tone="soft")
        card = Card(theme, PlainLabel(title, theme, Type.STRONG), *parts, nothing, 1, pad=Space.BASE)
        card.setMinimumWidth(theme.px(260))
        return card

    # -- to keep

    def _save(self, report: UsageReport) -> None:
        name = self.tr("How it is used, {weeks} weeks").format(weeks=report.weeks)
        self._pick(self, f"{name}.{CSV.ending}", CSV, partial(self._write, report))

    def _write(self, report: UsageReport, path: str) -> None:
        # With the mark by which spreadsheets know that names may have accents.
        future = self._rooms.badge_desk.save(path, as_csv(report).encode("utf-8-sig"))
        ask(self, future, lambda _: self._tell(self.tr("Saved."), "good"), failed=partial(self._tell, tone="bad"))

    def _tell(self, sentence: str, tone: str) -> None:
        clear(self._told)
        icon = "check" if tone == "good" else "warning"
        self._told.addWidget(Banner(sentence, self.theme, tone=tone, icon=icon))


def opened_words() -> dict[str, str]:
    """What was looked at, by the event's name."""
    translate = QCoreApplication.translate
    return {
        "achievement_viewed": translate("figure", "Shares"),
        "profile_viewed": translate("figure", "Profiles"),
        "community_highlight_viewed": translate("figure", "Highlights"),
    }
