"""A guardian takes back what a child has shared: asked once, because it leaves every computer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.store.readings import Account, ShareCard
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Type
from app.views.rooms import Rooms

_MOST = 200


class TakeBackDialog(Dialog):
    """`taken` is called once it is kept."""

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        account: Account,
        share: ShareCard,
        *,
        taken: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("TakeBackDialog", "Take it back?")
        super().__init__(theme, title, height=420, parent=parent)
        self._rooms, self._account, self._share, self._taken = rooms, account, share, taken
        text = self.tr("“{title}” disappears for everybody. The badge itself stays with {name}.")
        words = text.format(title=share.title, name=share.author_name)
        self._reason = QLineEdit()
        self._reason.setFont(theme.font(Type.BODY))
        self._reason.setMaxLength(_MOST)
        self._reason.setAccessibleName(self.tr("Why, if you like"))
        self._reason.setPlaceholderText(self.tr("Why, if you like"))
        self.show_parts(PlainLabel(words, theme, wrap=True), self._reason)
        keep = Button(self.tr("Leave it"), theme, self.reject)
        back = Button(self.tr("Take it back"), theme, self._take_back, kind="primary", icon="undo")
        self.show_foot(keep, 1, back)

    def _take_back(self) -> None:
        future = self._rooms.withdraw_childs(self._account, "share", self._share.share_id, self._reason.text().strip())
        ask(self, future, lambda _: self._done(), failed=self.tell)

    def _done(self) -> None:
        self._taken()
        self.accept()
