"""A guardian takes back what a child has shared or written: asked once, because it leaves every computer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.store.community_readings import CommentCard
from app.store.readings import Account, ShareCard
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.sayings import spoken
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
        what: ShareCard | CommentCard,
        *,
        taken: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("TakeBackDialog", "Take it back?")
        super().__init__(theme, title, height=420, parent=parent)
        self._rooms, self._account, self._what, self._taken = rooms, account, what, taken
        if isinstance(what, ShareCard):
            text = self.tr("“{title}” disappears for everybody. The badge itself stays with {name}.")
            words = text.format(title=what.title, name=what.author_name)
        else:
            said = spoken(what.phrase) if what.phrase is not None else what.text
            words = self.tr("“{words}” disappears for everybody.").format(words=said)
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
        what, why = self._what, self._reason.text().strip()
        target = ("share", what.share_id) if isinstance(what, ShareCard) else ("comment", what.comment_id)
        future = self._rooms.withdraw_childs(self._account, *target, why)
        ask(self, future, lambda _: self._done(), failed=self.tell)

    def _done(self) -> None:
        self._taken()
        self.accept()
