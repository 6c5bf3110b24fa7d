"""An assignment as a student will meet it: the student's own page, in which nothing leads anywhere."""

from __future__ import annotations

from concurrent.futures import Future

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.store.readings import Account, AssignmentPlayer
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.theme import Theme
from app.views.places import Place
from app.views.rooms import Rooms
from app.views.student.assignment import AssignmentView


def _stay(_place: Place) -> None:
    """A preview goes nowhere."""


class PreviewDialog(Dialog):
    """Shows one player."""

    def __init__(
        self, theme: Theme, rooms: Rooms, account: Account, player: AssignmentPlayer, *, parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("PreviewDialog", "As a student sees it")
        super().__init__(theme, title, width=960, height=760, parent=parent)
        shown: Future[AssignmentPlayer] = Future()
        shown.set_result(player)
        still = msgspec.structs.replace(rooms, assignment=lambda _account, _assignment_id: shown)
        self.page = AssignmentView(theme, still, account, _stay, assignment_id=player.card.assignment_id)
        self.page.setMinimumHeight(theme.px(520))
        self.show_parts(self.page)
        self.show_foot(1, Button(self.tr("Close"), theme, self.accept, kind="primary"))
