"""Give work: what out of a pathway, to whom, until when. One button at the end says exactly what will happen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.store.giving_readings import GivenNow, GivingPage, GroupCard, PathAssignment, Pathway
from app.store.readings import Account
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.fields import ComboBox, DateField, TickBox
from app.views.kit.flow import Columns, Wrap
from app.views.kit.lessons import lesson
from app.views.kit.page import Page, empty_card
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import Banner, Card, clear, column, row
from app.views.kit.text import PlainLabel, plain_tip
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtBuilder, AtClass, AtGiven, AtGiving, Go
from app.views.rooms import Rooms
from app.views.teacher.group_dialog import GroupDialog
from app.views.teacher.leaving import class_gone

_WEEK = 7


class GivingView(Page):
    """Three choices and one button."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, where: AtGiving) -> None:
        super().__init__(theme, width=1240)
        self._rooms, self._account, self._go, self._where = rooms, account, go, where
        self._page: GivingPage | None = None
        self._picked: dict[str, TickBox] = {}
        self._people: dict[str, TickBox] = {}
        self._pathway = 0
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.giving.page(self._account, self._where.class_id), self._show, again=self.refresh)

    def _show(self, page: GivingPage) -> None:
        if not page.class_name:
            class_gone(self, self._go)
            return
        self._page = page
        theme = self.theme
        self._told = column(theme)
        self._what: QVBoxLayout = column(theme, gap=Space.SNUG)
        self._button = Button("", theme, self._give, kind="primary", icon="check")
        left = Card(theme, self._heading(1, self.tr("What?")), self._choose_pathway(page), self._what)
        right = column(theme, self._whom(page), self._until(), gap=Space.ROOMY)
        self.show_parts(
            self._head(page),
            self._told,
            Columns(theme, column(theme, left, 1), column(theme, right, 1), shares=(3, 2), least=900),
            1,
        )
        self._draw_pathway()
        self._count()

    def _head(self, page: GivingPage) -> QVBoxLayout:
        theme = self.theme
        back = Button(
            self.tr("Back"), theme, partial(self._go, self._where.back or AtClass(class_id=page.class_id)), icon="back"
        )
        given = Button(
            self.tr("What was given"), theme, partial(self._go, AtGiven(class_id=page.class_id)), icon="text"
        )
        build = Button(self.tr("Pathways of your own"), theme, partial(self._go, AtBuilder(back=self._where)),
                       icon="rules")  # fmt: skip
        title = PlainLabel(self.tr("Give work to {name}").format(name=page.class_name), theme, Type.TITLE, wrap=True)
        line = row(theme, title, self._button)
        line.setStretch(0, 1)
        return column(theme, Wrap(theme, [back, given, build]), line)

    def _heading(self, number: int, words: str) -> PlainLabel:
        return PlainLabel(f"{number}. {words}", self.theme, Type.HEAD)

    # -- what

    def _choose_pathway(self, page: GivingPage) -> ComboBox:
        choose = ComboBox(self.theme)
        choose.setFont(self.theme.font(Type.BODY))
        choose.setAccessibleName(self.tr("Pathway"))
        for pathway in page.pathways:
            draft = " " + self.tr("(draft)") if pathway.status == "draft" else ""
            choose.addItem(lesson(pathway.name) + draft)
        choose.setCurrentIndex(min(self._pathway, len(page.pathways) - 1))
        choose.activated.connect(self._other_pathway)
        return choose

    def _other_pathway(self, index: int) -> None:
        self._pathway = index
        self._draw_pathway()
        self._count()

    def _draw_pathway(self) -> None:
        clear(self._what)
        self._picked = {}
        pathway = self._now()
        if pathway is None:
            text = self.tr("Build a pathway of your own to give work from it.")
            self._what.addWidget(empty_card(self.theme, self.tr("No pathway yet"), text, "notes"))
            return
        if pathway.description:
            self._what.addWidget(PlainLabel(lesson(pathway.description), self.theme, tone="soft", wrap=True))
        if pathway.problem is not None:
            self._what.addWidget(Banner(spoken(pathway.problem), self.theme, tone="accent", icon="info"))
        inside = column(self.theme, gap=Space.HAIR)
        for group in pathway.groups:
            inside.addWidget(PlainLabel(lesson(group.name), self.theme, Type.STRONG, wrap=True))
            for assignment in group.assignments:
                inside.addWidget(self._assignment(assignment))
        inside.addStretch(1)
        self._what.addWidget(_scrolled(inside, self.theme, 470))

    def _assignment(self, assignment: PathAssignment) -> TickBox:
        steps = self.tr("%n step(s)", None, len(assignment.steps))
        box = TickBox(self.theme, f"{lesson(assignment.name)}  ·  {steps}".replace("&", "&&"))
        box.setAccessibleName(f"{lesson(assignment.name)}, {steps}")
        box.setToolTip(plain_tip(" · ".join(lesson(step.title) for step in assignment.steps)))
        box.toggled.connect(self._count)
        self._picked[assignment.assignment_def_id] = box
        return box

    def _now(self) -> Pathway | None:
        pathways = self._page.pathways if self._page else ()
        return pathways[self._pathway] if self._pathway < len(pathways) else None

    # -- to whom

    def _whom(self, page: GivingPage) -> Card:
        theme = self.theme
        self._people = {}
        inside = column(theme, gap=0)
        for person in page.people:
            name = f"{person.roster_name} · {person.display_name}" if person.roster_name else person.display_name
            box = TickBox(self.theme, name.replace("&", "&&"))
            box.setFont(theme.font(Type.BODY))
            box.setChecked(self._where.student_id in (None, person.student_id))
            box.toggled.connect(self._count)
            self._people[person.student_id] = box
            inside.addWidget(box)
        inside.addStretch(1)
        quick = [Button(self.tr("Everybody"), theme, partial(self._tick, None), icon="class")]
        quick += [Button(group.name, theme, partial(self._tick, group)) for group in page.groups]
        quick.append(Button(self.tr("Save as a group …"), theme, self._save_group))
        parts = (
            _scrolled(inside, theme, 210)
            if page.people
            else PlainLabel(self.tr("Nobody is in this class yet"), theme, tone="soft")
        )
        return Card(theme, self._heading(2, self.tr("Who?")), Wrap(theme, quick), parts)

    def _tick(self, group: GroupCard | None) -> None:
        for student_id, box in self._people.items():
            box.setChecked(group is None or student_id in group.student_ids)

    def _save_group(self) -> None:
        page = self._page
        if page is not None:
            GroupDialog(
                self.theme, self._rooms, self._account, page, self._students(), changed=self.refresh,
                parent=self.window(),
            ).open()  # fmt: skip

    def _students(self) -> list[str]:
        return [student_id for student_id, box in self._people.items() if box.isChecked()]

    # -- until when

    def _until(self) -> Card:
        theme = self.theme
        self._has_due = TickBox(self.theme, self.tr("Due on"))
        self._has_due.setFont(theme.font(Type.BODY))
        self._due = DateField(theme, QDate.currentDate().addDays(_WEEK))
        self._due.setFont(theme.font(Type.BODY))
        self._due.setMinimumHeight(theme.px(44))
        self._due.setMinimumDate(QDate.currentDate())
        self._due.setAccessibleName(self.tr("The day on which it is due"))
        self._due.setEnabled(False)
        self._has_due.toggled.connect(self._due.setEnabled)
        weeks = [(self.tr("In one week"), 1), (self.tr("In two weeks"), 2)]
        quick: list[QWidget] = [Button(words, theme, partial(self._in_weeks, number)) for words, number in weeks]
        line = row(theme, self._has_due, self._due, 1)
        return Card(theme, self._heading(3, self.tr("Until when?")), line, Wrap(theme, quick))

    def _in_weeks(self, number: int) -> None:
        self._has_due.setChecked(True)
        self._due.setDate(QDate.currentDate().addDays(_WEEK * number))

    # -- give

    def _definitions(self) -> list[str]:
        return [definition_id for definition_id, box in self._picked.items() if box.isChecked()]

    def _count(self) -> None:
        what, whom = len(self._definitions()), len(self._students())
        if what and whom:
            assignments = self.tr("%n assignment(s)", None, what)
            students = self.tr("%n student(s)", None, whom)
            words = self.tr("Give {assignments} to {students}").format(assignments=assignments, students=students)
        else:
            words = self.tr("Pick what you want to give") if not what else self.tr("Pick who gets it")
        self._button.setText(words)
        self._button.setAccessibleName(words)
        self._button.setEnabled(bool(what and whom))

    def _give(self) -> None:
        pathway, page = self._now(), self._page
        if pathway is None or page is None:
            return
        due = self._due.date().toString(Qt.DateFormat.ISODate) if self._has_due.isChecked() else None
        self._button.setEnabled(False)
        future = self._rooms.giving.give(
            self._account, page.class_id, pathway.sequence_id, self._definitions(), self._students(), due
        )
        ask(self, future, self._gave, failed=self._failed)

    def _gave(self, given: GivenNow) -> None:
        words = self.tr("Kept: %n assignment(s). The students get them with their next contact.", None, given.given)
        if given.had_it:
            words += " " + self.tr("%n time(s) somebody had it already.", None, given.had_it)
        clear(self._told)
        see = (self.tr("What was given"), partial(self._go, AtGiven(class_id=self._where.class_id)))
        self._told.addWidget(Banner(words, self.theme, tone="good", icon="check", action=see))
        for box in self._picked.values():
            box.setChecked(False)
        self._count()

    def _failed(self, sentence: str) -> None:
        clear(self._told)
        self._told.addWidget(Banner(sentence, self.theme, tone="bad", icon="warning"))
        self._count()


def _scrolled(inside: QVBoxLayout, theme: Theme, height: int) -> QScrollArea:
    holder = QWidget()
    holder.setProperty("kind", "clear")
    holder.setLayout(inside)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(holder)
    area.setFixedHeight(theme.px(height))
    return area
