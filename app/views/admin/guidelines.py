"""What an organisation asks of everybody who shares: written by an administrator, shown as children will read it."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.store.governing import Guidelines, GuidelinesVersion
from app.store.readings import Account
from app.views.admin.ways import head_of
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.flow import Columns
from app.views.kit.page import Page, section
from app.views.kit.sayings import long_day, spoken
from app.views.kit.surfaces import Banner, Card, Chip, clear, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtGuidelines, Go
from app.views.rooms import Rooms
from app.views.student.guidelines import rules_of


class GuidelinesView(Page):
    """One rule on each line. What was in force before stays to be read."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go) -> None:
        super().__init__(theme)
        self._rooms, self._account, self._go = rooms, account, go
        self._told, self._reading, self._before = column(theme), column(theme), column(theme)
        self._field: QPlainTextEdit | None = None
        self._kept = ""
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again. What is being written stays."""
        self.load(self._rooms.governing.guidelines(self._account), self._show, again=self.refresh)

    def _show(self, found: Guidelines) -> None:
        theme, text = self.theme, "\n".join(spoken(rule) for rule in found.rules)
        if self._field is None:
            self._field, self._kept = self._write(text), text
            self._told, self._reading, self._before = column(theme), column(theme), column(theme)
            writing = column(theme, self._card(self._field), self._before, 1, gap=Space.ROOMY)
            preview = section(theme, self.tr("As children read it"), self._reading, 1)
            head = head_of(theme, self._account, self._go, AtGuidelines)
            self.show_parts(head, self._told, Columns(theme, writing, preview), 1)
        elif self._field.toPlainText() == self._kept != text:
            self._kept = text
            self._field.setPlainText(text)
        self._preview()
        self._list(found.versions)

    def _write(self, text: str) -> QPlainTextEdit:
        field = QPlainTextEdit(text)
        field.setFont(self.theme.font(Type.BODY))
        field.setAccessibleName(self.tr("What we ask of everybody, one rule on each line"))
        field.setMinimumHeight(self.theme.px(320))
        field.setTabChangesFocus(True)
        field.textChanged.connect(self._preview)
        return field

    def _card(self, field: QPlainTextEdit) -> QVBoxLayout:
        theme = self.theme
        note = PlainLabel(
            self.tr("Short, kind sentences that an eight-year-old understands."), theme, tone="soft", wrap=True
        )
        publish = Button(self.tr("Put into force"), theme, self._publish, kind="primary", icon="check")
        foot = row(theme, note, publish, gap=Space.BASE)
        foot.setStretch(0, 1)
        return section(theme, self.tr("One rule on each line"), Card(theme, field, foot, pad=Space.BASE))

    def _lines(self) -> list[str]:
        text = self._field.toPlainText() if self._field is not None else ""
        return [line.strip() for line in text.splitlines() if line.strip()]

    def _preview(self) -> None:
        clear(self._reading)
        self._reading.addWidget(Card(self.theme, rules_of(self._lines(), self.theme), pad=Space.BASE))

    def _publish(self) -> None:
        clear(self._told)
        future = self._rooms.governing.write_guidelines(self._account, "\n".join(self._lines()))
        ask(self, future, self._published, failed=self._failed)

    def _published(self, found: Guidelines) -> None:
        self._show(found)
        words = self.tr("In force. Everybody reads it from their next contact with the school on.")
        self._told.addWidget(Banner(words, self.theme, tone="good", icon="check"))

    def _failed(self, sentence: str) -> None:
        clear(self._told)
        self._told.addWidget(Banner(sentence, self.theme, tone="bad", icon="warning"))

    # -- what was in force before

    def _list(self, versions: tuple[GuidelinesVersion, ...]) -> None:
        clear(self._before)
        if versions:
            lines = [self._version(each, now=number == 0) for number, each in enumerate(versions)]
            card = Card(self.theme, *lines, gap=Space.TIGHT, pad=Space.BASE)
            self._before.addLayout(section(self.theme, self.tr("Versions"), card))

    def _version(self, version: GuidelinesVersion, *, now: bool) -> QWidget:
        theme = self.theme
        words = self.tr("Version {number}, {day}").format(number=version.number, day=long_day(version.at))
        state = self.tr("on its way") if not version.confirmed else self.tr("in force") if now else ""
        chip = Chip(state, theme, ink="on_good_soft", ground="good_soft", icon="check") if state else None
        take, text = self.tr("Take this text"), "\n".join(version.rules)
        button = None if now else Button(take, theme, lambda: self._take(text), icon="retry", name=f"{take}: {words}")
        line = row(theme, PlainLabel(words, theme, wrap=True), chip, button, gap=Space.BASE)
        line.setStretch(0, 1)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _take(self, text: str) -> None:
        if self._field is not None:
            self._field.setPlainText(text)
            self._field.setFocus()
