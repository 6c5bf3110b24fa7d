"""Pathways of one's own: chapters, assignments and their steps. Every edit is kept before the page shows it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.giving_readings import GivingPage, Pathway
from app.store.readings import Account, AssignmentPlayer
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.flow import Columns, Wrap
from app.views.kit.page import Page, empty_card, section
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import Banner, Card, Chip, clear, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtBuilder, AtHome, Go
from app.views.rooms import Rooms
from app.views.teacher.builder_steps import StepsPanel
from app.views.teacher.naming import NameDialog
from app.views.teacher.preview import PreviewDialog
from domain.learning import building
from domain.learning.building import FullError
from domain.records.curriculum import CustomSequence, OwnAssignment, OwnGroup

DRAFT, PUBLISHED, ARCHIVED = "draft", "published", "archived"


class BuilderView(Page):
    """The list of one's pathways, or one of them."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, where: AtBuilder) -> None:
        super().__init__(theme, width=1240)
        self._rooms, self._account, self._go, self._where = rooms, account, go, where
        self._own: CustomSequence | None = None
        self._place: tuple[str, str] | None = None
        self._told = column(theme)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store."""
        giving, where = self._rooms.giving, self._where
        if where.sequence_id is not None:
            self.load(giving.own_pathway(self._account, where.sequence_id), self._open, again=self.refresh)
        else:
            self.load(giving.page(self._account, ""), self._list, again=self.refresh)

    # -- the list

    def _list(self, page: GivingPage) -> None:
        theme = self.theme
        own = [pathway for pathway in page.pathways if pathway.own_id is not None and pathway.mine]
        new = Button(self.tr("New pathway"), theme, self._new, kind="primary", icon="text")
        back = Button(self.tr("Back"), theme, partial(self._go, self._where.back or AtHome()), icon="back")
        note = self.tr(
            "Put games, texts and listening pieces into an order of your own, and give work out of it. "
            "A draft is yours alone; once published, every teacher of the school can give it."
        )
        cards: list[QWidget] = [self._line(pathway) for pathway in own]
        if not cards:
            text = self.tr("Begin with a name; the rest can grow from lesson to lesson.")
            cards = [empty_card(theme, self.tr("No pathway of your own yet"), text, "notes")]
        title = PlainLabel(self.tr("Pathways of your own"), theme, Type.TITLE, wrap=True)
        self.show_parts(
            row(theme, back, 1, new), title, PlainLabel(note, theme, tone="soft", wrap=True), self._told, *cards, 1
        )

    def _line(self, pathway: Pathway) -> Card:
        theme = self.theme
        count = sum(len(group.assignments) for group in pathway.groups)
        words = self.tr("%n assignment(s)", None, count) if pathway.problem is None else spoken(pathway.problem)
        told = column(
            theme,
            ElidedLabel(pathway.name, theme, Type.STRONG),
            PlainLabel(words, theme, Type.CAPTION, tone="soft", wrap=True),
            gap=0,
        )
        place = AtBuilder(sequence_id=pathway.own_id, back=self._where)
        edit = Button(self.tr("Open"), theme, partial(self._go, place), name=f"{self.tr('Open')}: {pathway.name}")
        line = row(theme, told, self._status(pathway.status), edit, gap=Space.BASE)
        line.setStretch(0, 1)
        return Card(theme, line, pad=Space.BASE)

    def _status(self, status: str) -> Chip:
        words = {
            DRAFT: self.tr("draft"),
            PUBLISHED: self.tr("published"),
            ARCHIVED: self.tr("put away"),
        }.get(status, status)
        tone = "good" if status == PUBLISHED else "primary"
        return Chip(words, self.theme, ink=f"on_{tone}_soft", ground=f"{tone}_soft")

    def _new(self) -> None:
        self._ask_name(self.tr("What is it called?"), "", self._begin)

    def _begin(self, name: str) -> None:
        def begun(own: CustomSequence) -> None:
            self._go(AtBuilder(sequence_id=own.id, back=AtBuilder(back=self._where.back)))

        ask(self, self._rooms.giving.begin_pathway(self._account, name), begun, failed=self._say)

    # -- one pathway

    def _open(self, own: CustomSequence) -> None:
        self._own = own
        places = [(g.group_code, a.assignment_code) for g in own.groups for a in g.assignments]
        if self._place not in places:
            self._place = places[0] if places else None
        theme = self.theme
        self.show_parts(
            self._head(own),
            self._told,
            Columns(theme, self._chapters(own), self._steps(own), shares=(2, 3), least=900),
            1,
        )

    def _head(self, own: CustomSequence) -> QVBoxLayout:
        theme = self.theme
        back = Button(self.tr("Back"), theme, partial(self._go, self._where.back or AtBuilder()), icon="back")
        rename = Button(self.tr("Rename"), theme, self._rename, icon="text")
        publish = (
            Button(self.tr("Publish"), theme, partial(self._set_status, PUBLISHED), kind="primary", icon="check")
            if own.status != PUBLISHED
            else Button(self.tr("Take back to draft"), theme, partial(self._set_status, DRAFT), icon="undo")
        )
        away = None
        if own.status != ARCHIVED:
            away = Button(self.tr("Put away"), theme, partial(self._set_status, ARCHIVED), icon="undo")
        title = row(theme, PlainLabel(own.name, theme, Type.TITLE, wrap=True), self._status(own.status))
        title.setStretch(0, 1)
        hands = [each for each in (back, rename, publish, away) if each is not None]
        return column(theme, Wrap(theme, hands), title)

    def _chapters(self, own: CustomSequence) -> QVBoxLayout:
        theme = self.theme
        add = Button(self.tr("Add a chapter"), theme, self._add_group, icon="text")
        cards = [self._chapter(group, own) for group in own.groups]
        if not cards:
            text = self.tr("A chapter holds assignments, an assignment holds steps.")
            return column(theme, empty_card(theme, self.tr("Begin with a chapter"), text, "notes"), add, 1)
        return section(theme, self.tr("Chapters"), *cards, add, 1)

    def _chapter(self, group: OwnGroup, own: CustomSequence) -> Card:
        theme, code = self.theme, group.group_code
        name = ElidedLabel(group.name, theme, Type.STRONG)
        hands = [
            self._small(self.tr("Up"), group.name, partial(self._edit, building.move_group, code, -1)),
            self._small(self.tr("Rename"), group.name, partial(self._rename_group, group)),
            self._small(self.tr("Remove"), group.name, partial(self._edit, building.remove_group, code)),
        ]
        lines = [self._assignment(code, each) for each in group.assignments]
        add = self._small(self.tr("Add an assignment"), group.name, partial(self._add_assignment, code))
        shown = Card(theme, name, Wrap(theme, hands), *lines, Wrap(theme, [add]), pad=Space.BASE)
        shown.setAccessibleName(self.tr("Chapter {name}").format(name=group.name))
        return shown

    def _assignment(self, group_code: str, assignment: OwnAssignment) -> Button:
        steps = self.tr("%n step(s)", None, len(assignment.steps))
        place = (group_code, assignment.assignment_code)
        button = Button(f"{assignment.name} · {steps}", self.theme, partial(self._pick, place))
        button.setCheckable(True)
        button.setChecked(place == self._place)
        return button

    def _small(self, words: str, about: str, pressed: Callable[[], object]) -> Button:
        return Button(words, self.theme, pressed, name=f"{words}: {about}")

    def _steps(self, own: CustomSequence) -> QVBoxLayout:
        if self._place is None:
            return column(self.theme, 1)
        panel = StepsPanel(
            self.theme,
            self._rooms,
            own,
            self._place,
            keep=self._keep,
            say=self._say,
            ask_name=self._ask_name,
            preview=self._preview,
        )
        return column(self.theme, panel, 1)

    # -- edits

    def _pick(self, place: tuple[str, str]) -> None:
        self._place = place
        if self._own is not None:
            self._open(self._own)

    def _add_group(self) -> None:
        self._ask_name(self.tr("Name of the chapter"), "", partial(self._edit, building.add_group))

    def _add_assignment(self, group_code: str) -> None:
        def named(name: str) -> None:
            self._edit(building.add_assignment, group_code, name)

        self._ask_name(self.tr("Name of the assignment"), "", named)

    def _rename(self) -> None:
        if self._own is not None:
            self._ask_name(self.tr("What is it called?"), self._own.name, self._named)

    def _named(self, name: str) -> None:
        if self._own is not None:
            self._keep(msgspec.structs.replace(self._own, name=name))

    def _rename_group(self, group: OwnGroup) -> None:
        def named(name: str) -> None:
            self._edit(building.change_group, group.group_code, lambda g: msgspec.structs.replace(g, name=name))

        self._ask_name(self.tr("Name of the chapter"), group.name, named)

    def _set_status(self, status: str) -> None:
        if self._own is not None:
            self._keep(msgspec.structs.replace(self._own, status=status))

    def _edit(self, change: Callable[..., CustomSequence], *given: object) -> None:
        if self._own is None:
            return
        try:
            self._keep(change(self._own, *given))
        except FullError as error:
            self._say(self.tr("This can't be added: {why}.").format(why=str(error)))

    def _preview(self) -> None:
        if self._own is not None and self._place is not None:
            future = self._rooms.giving.preview(self._account, self._own, self._place)
            ask(self, future, self._show_preview, failed=self._say)

    def _show_preview(self, player: AssignmentPlayer) -> None:
        PreviewDialog(self.theme, self._rooms, self._account, player, parent=self.window()).open()

    def _keep(self, changed: CustomSequence) -> None:
        future = self._rooms.giving.keep_pathway(self._account, changed)
        ask(self, future, self._kept, failed=self._say)

    def _kept(self, own: CustomSequence) -> None:
        clear(self._told)
        self._told = column(self.theme)
        self._open(own)

    def _say(self, sentence: str) -> None:
        clear(self._told)
        self._told.addWidget(Banner(sentence, self.theme, tone="bad", icon="warning"))

    def _ask_name(self, title: str, name: str, named: Callable[[str], object]) -> None:
        NameDialog(self.theme, title, name, named=named, parent=self.window()).open()
