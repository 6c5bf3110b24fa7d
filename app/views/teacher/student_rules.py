"""What a teacher decides about one student: how far shares go at most, a break from words, passes for days of rest."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.community_readings import StudentRules
from app.store.readings import Account
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.flow import Wrap
from app.views.kit.page import section
from app.views.kit.sayings import clock_time, date
from app.views.kit.surfaces import Banner, clear, column
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Type
from app.views.rooms import Rooms
from app.views.student.scopes import Choices
from app.views.teacher.pausing import lengths, reason_field
from app.views.teacher.resting import RestPick
from domain.records.community import Scope

_NONE = "none"


class StudentRulesDialog(Dialog):
    """Each choice is kept as soon as it is touched. What it does, and that the student is told, stands beside it."""

    def __init__(
        self, theme: Theme, rooms: Rooms, account: Account, student_id: str, *, parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("StudentRulesDialog", "Sharing and rest")
        super().__init__(theme, title, width=680, height=820, parent=parent)
        self._rooms, self._account, self._student_id = rooms, account, student_id
        self._break = column(theme)
        self._why = reason_field(theme)
        self._built = False
        self.show_foot(1, Button(self.tr("Close"), theme, self.accept, kind="primary"))
        ask(self, rooms.together.student_rules(account, student_id), self._show, failed=self.tell)

    def _show(self, rules: StudentRules) -> None:
        if not self._built:
            self._built = True
            self.setWindowTitle(rules.who.display_name)
            pick = RestPick(self.theme, self._rooms, self._account, student_id=self._student_id, failed=self.tell)
            rest = section(self.theme, self.tr("Rest passes"), pick)
            head = PlainLabel(rules.who.display_name, self.theme, Type.HEAD)
            self.show_parts(head, self._reach(rules), self._pause(), rest)
        self._say_break(rules)

    def _reach(self, rules: StudentRules) -> QVBoxLayout:
        title = self.tr("How far may this student’s shares go at most?")
        choices = [
            (_NONE, self.tr("As the class"), self.tr("Nothing beyond the rules of the class.")),
            (str(Scope.SCHOOL), self.tr("School"), self.tr("Never beyond the school.")),
            (str(Scope.CLASS), self.tr("Class"), self.tr("Their class and its teachers, and their family.")),
            (str(Scope.FAMILY), self.tr("Family"), self.tr("Their family only.")),
        ]
        chosen = str(rules.override) if rules.override is not None else _NONE
        note = self.tr("The student reads that it was your wish. It never opens what they or their family keep closed.")
        words = PlainLabel(note, self.theme, Type.CAPTION, tone="soft", wrap=True)
        return section(self.theme, title, Choices(self.theme, title, choices, chosen, self._override), words)

    def _override(self, key: str) -> None:
        scope = None if key == _NONE else Scope(key)
        future = self._rooms.together.override_student(self._account, self._student_id, scope)
        ask(self, future, self._show, failed=self.tell)

    def _pause(self) -> QVBoxLayout:
        return section(self.theme, self.tr("A break from words and reactions"), self._break, self._why)

    def _say_break(self, rules: StudentRules) -> None:
        clear(self._break)
        if rules.muted_until is not None:
            until = self.tr("{day}, {time}").format(day=date(rules.muted_until), time=clock_time(rules.muted_until))
            words = self.tr("A break until {until}. It ends by itself.").format(until=until)
            end = (self.tr("End it now"), partial(self._mute, None))
            self._break.addWidget(Banner(words, self.theme, tone="accent", icon="clock", action=end))
            return
        buttons: list[QWidget] = [
            Button(words, self.theme, partial(self._mute, length), icon="clock") for words, length in lengths()
        ]
        self._break.addWidget(Wrap(self.theme, buttons))

    def _mute(self, length: int | None) -> None:
        until = None if length is None else self._rooms.now() + length
        why = self._why.text().strip()
        future = self._rooms.together.mute_student(self._account, self._student_id, until, why)
        ask(self, future, self._show, failed=self.tell)
