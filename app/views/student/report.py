"""'This is not all right': one of five reasons, told to adults only; and not seeing somebody's things any more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.store.community_readings import Who
from app.store.readings import Account
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import rule
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Type
from app.views.rooms import Rooms
from domain.community.phrases import report_reasons
from domain.records.identity import AccessRole


class ReportDialog(Dialog):
    """Reports a share, comment or profile. `changed` is called where its author is not shown any more."""

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        account: Account,
        target: tuple[str, str],
        author: Who,
        *,
        changed: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, QCoreApplication.translate("ReportDialog", "What is not all right?"), parent=parent)
        self._rooms, self._account, self._target, self._author = rooms, account, target, author
        self._changed = changed
        reasons = [
            Button(spoken(words), theme, partial(self._report, reason)) for reason, words in report_reasons().items()
        ]
        note = self.tr("Pick what fits best. Only adults at your school read it; {name} is not told who it was.")
        self.show_parts(PlainLabel(note.format(name=author.display_name), theme, tone="soft", wrap=True), *reasons)
        self._offer_block()
        self.show_foot(1, Button(self.tr("Cancel"), theme, self.reject))

    def _offer_block(self) -> None:
        """Between students only: adults look after everybody."""
        if self._account.role is not AccessRole.STUDENT or self._author.user_id == self._account.user_id:
            return
        theme, name = self.theme, self._author.display_name
        words = self.tr("You can also choose not to see each other’s things. You can undo that in your settings.")
        self.body.addWidget(rule())
        self.body.addWidget(PlainLabel(words, theme, Type.CAPTION, tone="soft", wrap=True))
        self.body.addWidget(Button(self.tr("Block {name}").format(name=name), theme, self._block, icon="undo"))

    def _report(self, reason: str) -> None:
        future = self._rooms.report_item(self._account, *self._target, reason)
        ask(self, future, self._reported, failed=self.tell)

    def _reported(self, new: bool) -> None:
        first = self.tr("Thank you for telling us. An adult at your school looks at it soon.")
        again = self.tr("You have told us about this already. An adult looks at it.")
        self.tell(first if new else again, tone="good")
        self.show_parts()
        self._offer_block()
        close = Button(self.tr("Close"), self.theme, self.accept, kind="primary")
        self.show_foot(1, close)
        close.setFocus()

    def _block(self) -> None:
        future = self._rooms.block_person(self._account, self._author.user_id, True)
        ask(self, future, self._blocked, failed=self.tell)

    def _blocked(self, _people: tuple[Who, ...]) -> None:
        self._changed()
        self.accept()
