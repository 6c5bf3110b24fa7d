"""The teacher's class: who stands where, which concepts sit, what was achieved, and how fresh all of that is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from app.store.readings import (
    Account,
    ClassAchievement,
    ClassChoice,
    ClassOverview,
    ConceptRow,
    StudentRow,
    SyncState,
)
from app.views.kit.asking import ask
from app.views.kit.avatar import Avatar
from app.views.kit.badge import BadgeIcon
from app.views.kit.buttons import Button
from app.views.kit.fields import ComboBox
from app.views.kit.flow import Columns, Flow, Wrap
from app.views.kit.meters import ProgressBar
from app.views.kit.page import Page, empty_card, section
from app.views.kit.sayings import ago, clock_time, count
from app.views.kit.sayings import concept as concept_words
from app.views.kit.surfaces import Banner, Card, Chip, clear, column, row, rule
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtClass, AtGiving, AtLab, AtLookingBack, AtStudent, Go
from app.views.rooms import Rooms
from app.views.student.cards import Figure, state_of
from app.views.teacher.display_code import DisplayCodeDialog
from app.views.teacher.leaving import class_gone
from app.views.teacher.table import ROW, ClassFilter, ClassModel, RowPainter, columns

_ACHIEVEMENTS = 12
# Older news than this is said in a colour, too: a lesson's length.
_STALE = 45 * 60 * 1_000_000


class ClassroomView(Page):
    """One class."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, class_id: str | None) -> None:
        super().__init__(theme, width=1320)
        self._rooms, self._account, self._go, self._class_id = rooms, account, go, class_id
        self._choices: tuple[ClassChoice, ...] = ()
        self._search: QLineEdit | None = None
        self._rows: ClassFilter | None = None
        self._table: QTableView | None = None
        self._achievements = column(theme)
        self._filling, self._mine = False, True
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        rooms.news.sync.connect(self._take_sync)
        ask(self, rooms.sync_state(account), self._take_sync, failed=lambda _: None)
        self._ask_classes()

    @property
    def table(self) -> QTableView | None:
        """The table, once the class is there."""
        return self._table

    def refresh(self) -> None:
        """Ask the store again."""
        if self._class_id is None:
            self._ask_classes()
            return
        ask(self, self._rooms.classes(self._account), self._check, failed=lambda _: None)
        self.load(self._rooms.class_overview(self._account, self._class_id), self._show, again=self.refresh)
        future = self._rooms.class_achievements(self._account, self._class_id)
        ask(self, future, self._show_achievements, failed=lambda _: None)

    def _ask_classes(self) -> None:
        future = self._rooms.classes(self._account)
        ask(self, future, self._take_classes, failed=self._failed, slow=self._waiting)

    def opened(self) -> None:
        """The search, where there is a table."""
        self.focus_on(self._search)

    def _failed(self, sentence: str) -> None:
        self.show_parts(self._trouble(sentence, self.refresh), 1)

    def _take_classes(self, choices: tuple[ClassChoice, ...]) -> None:
        self._choices = choices
        if self._class_id is None and choices:
            self._class_id = choices[0].class_id
        if self._class_id is None:
            text = self.tr("As soon as the school gives you a class, you see it here.")
            self.show_parts(empty_card(self.theme, self.tr("No class yet"), text, "class"), 1)
            return
        self.refresh()

    def _check(self, choices: tuple[ClassChoice, ...]) -> None:
        """Whether the class is still this teacher's: it is told before what is left of it could be shown."""
        self._mine = any(each.class_id == self._class_id for each in choices)
        if not self._mine:
            class_gone(self, self._go)

    def _take_sync(self, state: SyncState) -> None:
        """On a new computer figures that still grow are not mistaken for the whole."""
        filling = state.older is not None
        if filling is not self._filling:
            self._filling, self._shown = filling, None
            self.refresh()

    def leave(self) -> None:
        """What is told of the sync is another page's from now on."""
        self._rooms.news.sync.disconnect(self._take_sync)

    def _show(self, overview: ClassOverview) -> None:
        if not self._mine:
            return
        theme = self.theme
        self._achievements = column(theme)
        head = [self._head(overview), self._stale(overview)]
        if not overview.students:
            text = self.tr("When students are enrolled at the school, they appear here with all they have played.")
            self.show_parts(*head, empty_card(theme, self.tr("Nobody is in this class yet"), text, "class"), 1)
            return
        lower = Columns(theme, self._concepts(overview.concepts), self._achievements)
        self.show_parts(*head, self._figures(overview.students), self._students(overview), lower, 1)

    def _head(self, overview: ClassOverview) -> QVBoxLayout:
        theme = self.theme
        choose = None
        if len(self._choices) > 1:
            choose = ComboBox(theme)
            choose.setFont(theme.font(Type.BODY))
            choose.setAccessibleName(self.tr("Class"))
            choose.setMinimumWidth(theme.px(220))
            for choice in self._choices:
                choose.addItem(choice.class_name, choice.class_id)
            choose.setCurrentIndex(max(0, choose.findData(overview.class_id)))
            choose.activated.connect(lambda index: self._go(AtClass(class_id=choose.itemData(index))))
        give = None
        if self._rooms.claim_display is not None:
            give = Button(self.tr("Give a display to this class"), theme, lambda: self._give_display(overview),
                          icon="announce")  # fmt: skip
        lab = Button(self.tr("Computers"), theme, lambda: self._go(AtLab()), icon="keyboard")
        here = AtClass(class_id=overview.class_id)
        weeks = AtLookingBack(class_id=overview.class_id, name=overview.class_name, back=here)
        heat = Button(self.tr("Notes and concepts"), theme, lambda: self._go(weeks), icon="look")
        work = AtGiving(class_id=overview.class_id, back=here)
        assign = Button(self.tr("Give work"), theme, lambda: self._go(work), kind="primary", icon="text")
        fresh, large = self._fresh(overview), theme.percent >= 150
        title = ElidedLabel(overview.class_name, theme, Type.TITLE)
        line = row(theme, title, None if large else fresh, choose, gap=Space.BASE)
        line.setStretch(0, 1)
        ways = Wrap(theme, [each for each in (assign, heat, lab, give) if each is not None])
        # Large letters need the line for the name of the class.
        return column(theme, line, row(theme, fresh, 1) if large else None, ways)

    def _give_display(self, overview: ClassOverview) -> None:
        claim = self._rooms.claim_display
        if claim is not None:
            account, class_id = self._account, overview.class_id
            DisplayCodeDialog(
                self.theme, overview.class_name, lambda code: claim(account, class_id, code), parent=self.window()
            ).open()

    def _fresh(self, overview: ClassOverview) -> Chip:
        now, at = self._rooms.now(), overview.fresh_at
        if at is None:
            return Chip(self.tr("no contact with the school yet"), self.theme, icon="sync_off")
        words = self.tr("as of {when} ({clock})").format(when=ago(at, now), clock=clock_time(at))
        fresh = now - at < _STALE
        ink, ground = ("on_good_soft", "good_soft") if fresh else ("on_accent_soft", "accent_soft")
        return Chip(words, self.theme, ink=ink, ground=ground, icon="sync_ok" if fresh else "clock")

    def _stale(self, overview: ClassOverview) -> Banner | None:
        if self._filling:
            text = self.tr("Older plays are still on their way to this computer. Figures and names grow until then.")
            return Banner(text, self.theme, tone="primary", icon="clock")
        at = overview.fresh_at
        if at is not None and self._rooms.now() - at < _STALE:
            return None
        text = self.tr(
            "There is no network, so newer plays may be missing. What you decide here is kept and sent later."
        )
        return Banner(text, self.theme, tone="accent", icon="sync_off")

    def _figures(self, students: tuple[StudentRow, ...]) -> Flow:
        theme = self.theme
        attempts = sum(student.attempts for student in students)
        passed = sum(student.passed for student in students)
        share = round(100 * passed / attempts) if attempts else 0
        badges = sum(student.badges for student in students)
        minutes = sum(student.minutes for student in students)
        figures = [
            Figure(theme, icon="class", tone="primary", figure=count(len(students)), words=self.tr("students")),
            Figure(theme, icon="game", tone="early", figure=count(attempts), words=self.tr("plays")),
            Figure(theme, icon="check", tone="good", figure=f"{share} %", words=self.tr("of plays passed")),
            Figure(theme, icon="clock", tone="extra", figure=count(minutes), words=self.tr("minutes of practice")),
            Figure(theme, icon="badge", tone="late", figure=count(badges), words=self.tr("badges")),
        ]
        return Flow(theme, figures, stretch=True)

    def _students(self, overview: ClassOverview) -> QVBoxLayout:
        theme = self.theme
        self._rows = ClassFilter(ClassModel(overview.students, self._rooms.now()))
        table = self._table = QTableView()
        table.setModel(self._rows)
        table.setItemDelegate(RowPainter(theme))
        table.setAccessibleName(self.tr("Students of {class_name}").format(class_name=overview.class_name))
        _furnish(table, theme)
        table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        table.activated.connect(self._open)
        table.clicked.connect(self._open)
        table.setFixedHeight(theme.px(52) * min(len(overview.students), 9) + theme.px(52))
        search = self._search = QLineEdit()
        search.setFont(theme.font(Type.BODY))
        search.setPlaceholderText(self.tr("Search a name"))
        search.setAccessibleName(self.tr("Search a name"))
        search.setClearButtonEnabled(True)
        search.setFixedWidth(theme.px(280))
        search.textChanged.connect(self._rows.look_for)
        title = row(theme, PlainLabel(self.tr("Students"), theme, Type.HEAD), 1, search)
        return column(theme, title, table)

    def _open(self, index: QModelIndex) -> None:
        student: StudentRow = index.data(ROW)
        if self._class_id is not None:
            self._go(AtStudent(class_id=self._class_id, student_id=student.student_id))

    def _concepts(self, concepts: tuple[ConceptRow, ...]) -> QVBoxLayout:
        theme = self.theme
        if not concepts:
            text = self.tr("After the first plays you see here which concepts sit and which need you.")
            return section(
                theme, self.tr("Concepts"), empty_card(theme, self.tr("Not enough played yet"), text, "notes")
            )
        weakest_first = sorted(concepts, key=lambda c: c.right / c.of if c.of else 0.0)
        lines = [concept_line(concept, theme) for concept in weakest_first]
        return column(theme, PlainLabel(self.tr("Concepts"), theme, Type.HEAD), Card(theme, *lines), 1)

    def _show_achievements(self, achievements: tuple[ClassAchievement, ...]) -> None:
        theme = self.theme
        clear(self._achievements)
        self._achievements.addWidget(PlainLabel(self.tr("Achievements"), theme, Type.HEAD))
        if not achievements:
            text = self.tr("Badges that your students earn are listed here, newest first.")
            self._achievements.addWidget(empty_card(theme, self.tr("The first one will come"), text, "trophy"))
            return
        card = Card(theme, pad=Space.BASE)
        for number, each in enumerate(achievements[:_ACHIEVEMENTS]):
            if number:
                card.body.addWidget(rule())
            card.body.addWidget(self._achievement(each))
        self._achievements.addWidget(card)
        self._achievements.addStretch(1)

    def _achievement(self, each: ClassAchievement) -> QWidget:
        theme = self.theme
        name = each.badge.name if each.badge else each.share.title if each.share else ""
        state = state_of(each.badge) if each.badge else ""
        when = ago(each.at, self._rooms.now())
        words = column(
            theme,
            ElidedLabel(f"{each.display_name} · {name}", theme, Type.STRONG),
            ElidedLabel(" · ".join(word for word in (state, when) if word), theme, Type.CAPTION, tone="soft"),
            gap=0,
        )
        badge = BadgeIcon(each.badge, theme, 44, words="") if each.badge else None
        shared = Chip(self.tr("shared"), theme, icon="share") if each.share is not None else None
        holder = QWidget()
        line = row(theme, Avatar(each.avatar, theme, 40), badge, words, shared)
        line.setStretch(2 if badge else 1, 1)
        holder.setLayout(line)
        holder.setAccessibleName(f"{each.display_name}: {name}, {state}, {when}")
        return holder


def concept_line(concept: ConceptRow, theme: Theme) -> QWidget:
    """A concept with the share of right answers."""
    share = round(100 * concept.right / concept.of) if concept.of else 0
    title = concept_words(concept.concept)
    name = ElidedLabel(title, theme, Type.BODY)
    figure = PlainLabel(f"{share} %", theme, Type.STRONG)
    figure.setMinimumWidth(theme.px(52))
    figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    bar = ProgressBar(theme, done=concept.right, total=concept.of, words=f"{title} {share} %",
                      tone="good" if share >= 80 else "primary" if share >= 60 else "late")  # fmt: skip
    line = row(theme, name, bar, figure, gap=Space.BASE)
    line.setStretch(0, 2)
    line.setStretch(1, 3)
    holder = QWidget()
    holder.setLayout(line)
    return holder


def _furnish(table: QTableView, theme: Theme) -> None:
    """Rows to click, sorting, widths; one row is one thing."""
    table.setFont(theme.font(Type.BODY))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setSortingEnabled(True)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.px(52))
    header = table.horizontalHeader()
    header.setFont(theme.font(Type.CAPTION))
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for index, each in enumerate(columns()):
        table.setColumnWidth(index, theme.px(each.width))
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setMinimumSectionSize(theme.px(90))
