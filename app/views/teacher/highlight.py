"""A teacher's pick: a share in the light of a class for a week, with a few words where they help."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.store.readings import Account, ClassChoice, ShareCard
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Type
from app.views.rooms import Rooms
from app.views.student.share_tile import ShareTile

_MOST = 200


class HighlightDialog(Dialog):
    """Puts a share into the carousel of a class, or takes it out again."""

    def __init__(
        self, theme: Theme, rooms: Rooms, account: Account, share: ShareCard, *, parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("HighlightDialog", "Show it to the whole class")
        super().__init__(theme, title, width=640, parent=parent)
        self._rooms, self._account, self._share = rooms, account, share
        self._note = QLineEdit()
        self._note.setFont(theme.font(Type.BODY))
        self._note.setMaxLength(_MOST)
        self._note.setAccessibleName(self.tr("A few words for the class"))
        self._note.setPlaceholderText(self.tr("A few words for the class"))
        self.show_foot(1, Button(self.tr("Close"), theme, self.accept))
        ask(self, rooms.classes(account), self._offer, failed=self.tell)

    def _offer(self, classes: tuple[ClassChoice, ...]) -> None:
        theme = self.theme
        words = self.tr("It stands in the highlights and on the display for a week.")
        put = self.tr("Show it to {class_name}")
        buttons = [
            Button(put.format(class_name=each.class_name), theme, partial(self._put, each), icon="highlight")
            for each in classes
        ]
        tile = ShareTile(self._share, theme, now=self._rooms.now())
        self.show_parts(tile, PlainLabel(words, theme, tone="soft", wrap=True), self._note, *buttons)

    def _put(self, chosen: ClassChoice, present: bool = True) -> None:
        future = self._rooms.highlight_share(
            self._account, chosen.class_id, self._share.share_id, self._note.text().strip(), present
        )
        ask(self, future, lambda _: self._done(chosen, present), failed=self.tell)

    def _done(self, chosen: ClassChoice, present: bool) -> None:
        if not present:
            self.accept()
            return
        self.tell(self.tr("{class_name} sees it now.").format(class_name=chosen.class_name), tone="good")
        undo = Button(self.tr("Undo"), self.theme, partial(self._put, chosen, False))
        self.show_foot(undo, 1, Button(self.tr("Close"), self.theme, self.accept, kind="primary"))
