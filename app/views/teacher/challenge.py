"""A teacher begins a challenge: what is played, for whom, how long. It runs at once, and nobody has to take part."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.store.community_readings import StageChoice
from app.store.readings import Account, ClassChoice
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.fields import ComboBox
from app.views.kit.page import section
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Type
from app.views.rooms import Rooms
from app.views.student.picks import Toggles
from domain.records.identity import AccessRole

_MOST_NAME = 60
_LENGTHS = (7, 14, 28)
_SCHOOL = ""


class BeginDialog(Dialog):
    """`begun` is called once it is kept."""

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        account: Account,
        *,
        begun: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("BeginDialog", "Begin a challenge")
        super().__init__(theme, title, width=640, height=720, parent=parent)
        self._rooms, self._account, self._begun = rooms, account, begun
        self._stages: tuple[StageChoice, ...] = ()
        self._class_id, self._days = _SCHOOL, _LENGTHS[0]
        self._name = QLineEdit()
        self._name.setFont(theme.font(Type.BODY))
        self._name.setMaxLength(_MOST_NAME)
        self._name.setAccessibleName(self.tr("Name of the challenge"))
        self._name.setPlaceholderText(self.tr("Week of the treble clef"))
        self._stage = ComboBox(theme)
        self._stage.setFont(theme.font(Type.BODY))
        self._stage.setAccessibleName(self.tr("What is played"))
        self._go = Button(self.tr("Begin now"), theme, self._begin, kind="primary", icon="trophy")
        self._go.setEnabled(False)
        self._name.textChanged.connect(self._check)
        self.show_foot(Button(self.tr("Cancel"), theme, self.reject), 1, self._go)
        ask(self, rooms.classes(account), self._offer, failed=self.tell)
        ask(self, rooms.together.challenge_stages(account), self._list, failed=self.tell)

    def _offer(self, classes: tuple[ClassChoice, ...]) -> None:
        theme = self.theme
        whom = [(each.class_id, each.class_name) for each in classes]
        if self._account.role is not AccessRole.TEACHER:
            whom.append((_SCHOOL, self.tr("Whole school")))
        self._class_id = whom[0][0] if whom else _SCHOOL
        lengths = [(str(days), self.tr("%n week(s)", None, days // 7)) for days in _LENGTHS]
        classes_pick = Toggles(theme, whom, {self._class_id}, self._pick_class, single=True)
        lengths_pick = Toggles(theme, lengths, {str(self._days)}, self._pick_days, single=True)
        note = self.tr("Everybody plays the same exercise. The best try that the school has listened to counts.")
        self.show_parts(
            section(theme, self.tr("What is it called?"), self._name),
            section(theme, self.tr("What is played?"), self._stage),
            section(theme, self.tr("For whom?"), classes_pick),
            section(theme, self.tr("How long?"), lengths_pick),
            PlainLabel(note, theme, tone="soft", wrap=True),
        )
        self._check()

    def _list(self, stages: tuple[StageChoice, ...]) -> None:
        self._stages = stages
        for stage in stages:
            self._stage.addItem(stage.game_name)
        self._check()

    def _check(self) -> None:
        self._go.setEnabled(bool(self._name.text().strip()) and bool(self._stages))

    def _pick_class(self, chosen: frozenset[str]) -> None:
        self._class_id = next(iter(chosen))

    def _pick_days(self, chosen: frozenset[str]) -> None:
        self._days = int(next(iter(chosen)))

    def _begin(self) -> None:
        self._go.setEnabled(False)
        stage = self._stages[self._stage.currentIndex()]
        name, whom = self._name.text().strip(), self._class_id or None
        future = self._rooms.together.begin_challenge(self._account, stage, name, whom, self._days)
        ask(self, future, lambda _: self._done(), failed=self._failed)

    def _done(self) -> None:
        self._begun()
        self.accept()

    def _failed(self, sentence: str) -> None:
        self.tell(sentence)
        self._check()
