"""The computers and displays of the school: who has been in touch, what waits where, how to add one or end one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize

from app.store.lab_readings import Lab, LabMachine, PersonHere
from app.store.readings import Account
from app.views.kit.buttons import Button
from app.views.kit.flow import Flow
from app.views.kit.icons import IconView
from app.views.kit.line import Line
from app.views.kit.page import Page, empty_card
from app.views.kit.sayings import ago, clock_time, count
from app.views.kit.surfaces import Banner, Card, Chip, Part, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtHome, Go
from app.views.rooms import Rooms
from app.views.student.cards import Figure
from app.views.teacher.lab_dialogs import EndMachineDialog, NewMachineDialog
from app.views.teacher.people_here import PeopleHere, TakeOffDialog

_MINUTE = 60 * 1_000_000
# A machine that is on speaks at least every half minute, and the school notes it every five: twice that is silence.
_IN_TOUCH = 10 * _MINUTE


class LabView(Page):
    """Every machine of the school on a card, those first that have been silent longest."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme, width=1120)
        self._rooms, self._account, self._go = rooms, account, go
        rooms.news.changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.lab(self._account), self._show, again=self.refresh)

    def _changed(self, user_id: str, names: frozenset[str]) -> None:
        if user_id == self._account.user_id and "machine" in names and self.isVisible():
            self.refresh()

    def _show(self, lab: Lab) -> None:
        theme = self.theme
        head: list[Part] = [
            row(theme, Button(self.tr("Class"), theme, partial(self._go, AtHome()), icon="back"), 1),
            self._head(lab),
        ]
        if not lab.machines:
            text = self.tr("Ask for a code here, and type it on each computer that should belong to the school.")
            title = self.tr("No computer belongs to your school yet")
            self.show_parts(*head, empty_card(theme, title, text, "class"), 1)
            return
        cards = Flow(theme, [self._card(machine) for machine in lab.machines], stretch=True)
        people = PeopleHere(theme, lab.people, self._rooms.now(), self._take_off) if lab.people else None
        self.show_parts(*head, self._old(lab), self._figures(lab), cards, people, 1)

    def _head(self, lab: Lab) -> Line:
        theme = self.theme
        words = self.tr("as of {when}").format(when=ago(lab.fresh_at, self._rooms.now()))
        add = Button(self.tr("Add a computer"), theme, self._add, kind="primary", icon="keyboard")
        title = PlainLabel(self.tr("Computers and displays"), theme, Type.TITLE, wrap=True)
        return Line(theme, title, Chip(words, theme, icon="clock"), add, gap=Space.BASE, wide=0)

    def _old(self, lab: Lab) -> Banner | None:
        if lab.fresh_at is not None and self._rooms.now() - lab.fresh_at < _IN_TOUCH:
            return None
        text = self.tr(
            "This computer has no contact with the school just now, so the others may have been in touch since."
        )
        return Banner(text, self.theme, tone="accent", icon="sync_off")

    def _figures(self, lab: Lab) -> Flow:
        theme = self.theme
        near = sum(self._in_touch(machine, lab) for machine in lab.machines)
        waiting = sum(machine.waiting for machine in lab.machines)
        figures = [
            Figure(theme, icon="keyboard", tone="primary", figure=count(len(lab.machines)), words=self.tr("in use")),
            Figure(theme, icon="sync_ok", tone="good", figure=count(near), words=self.tr("in touch")),
            Figure(theme, icon="sync_wait", tone="late", figure=count(waiting), words=self.tr("things wait there")),
        ]
        return Flow(theme, figures, stretch=True)

    def _in_touch(self, machine: LabMachine, lab: Lab) -> bool:
        """Whether it spoke shortly before the newest that this mirror knows."""
        at, newest = machine.last_contact_at, lab.fresh_at
        return machine.is_this or (at is not None and newest is not None and newest - at < _IN_TOUCH)

    def _card(self, machine: LabMachine) -> Card:
        theme = self.theme
        kind = (
            self.tr("Display of {name}").format(name=machine.class_name) if machine.is_display else self.tr("Computer")
        )
        icon = IconView("announce" if machine.is_display else "keyboard", theme.colour("primary"), theme.px(32))
        names = column(
            theme,
            ElidedLabel(machine.machine_name, theme, Type.STRONG),
            PlainLabel(self.tr("This computer") if machine.is_this else kind, theme, Type.CAPTION, tone="soft"),
            gap=Space.HAIR,
        )
        end = Button(
            self.tr("End"),
            theme,
            partial(self._end, machine),
            icon="block",
            name=self.tr("End {name}: it belongs to the school no more").format(name=machine.machine_name),
        )
        top = row(theme, icon, names, gap=Space.BASE)
        top.setStretch(1, 1)
        card = Card(theme, top, row(theme, self._touch(machine), 1, None if machine.is_this else end), pad=Space.BASE)
        card.setMinimumSize(QSize(theme.px(320), 0))
        card.setAccessibleName(f"{machine.machine_name}, {self._state_words(machine)}")
        return card

    def _touch(self, machine: LabMachine) -> Chip:
        words = self._state_words(machine)
        near = machine.is_this or self._rooms.now() - (machine.last_contact_at or 0) < _IN_TOUCH
        if machine.waiting:
            return Chip(words, self.theme, ink="on_accent_soft", ground="accent_soft", icon="sync_wait")
        if near:
            return Chip(words, self.theme, ink="on_good_soft", ground="good_soft", icon="sync_ok")
        return Chip(words, self.theme, icon="sync_off")

    def _state_words(self, machine: LabMachine) -> str:
        when = ago(machine.last_contact_at, self._rooms.now())
        if machine.waiting:
            return self.tr("%n waiting there", None, machine.waiting) + " · " + when
        return self.tr("In touch {when}").format(when=when)

    def _add(self) -> None:
        NewMachineDialog(self.theme, partial(self._rooms.machine_code, self._account), clock_time, self.window()).open()

    def _take_off(self, person: PersonHere) -> None:
        take_off = partial(self._rooms.take_off, self._account, person.user_id)
        dialog = TakeOffDialog(self.theme, person, take_off, self.window())
        dialog.accepted.connect(self.refresh)
        dialog.open()

    def _end(self, machine: LabMachine) -> None:
        end = partial(self._rooms.end_machine, self._account, machine.device_id)
        EndMachineDialog(self.theme, machine, end, self.window()).open()
