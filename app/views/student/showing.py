"""Showing a share to somebody of the class: one touch on a name. It goes to nobody who may not see it anyway."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.store.community_readings import Who
from app.store.readings import Account, ShareCard
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.flow import Wrap
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Type
from app.views.rooms import Rooms


class ShowDialog(Dialog):
    """The people who may see a share; whom it was shown to is told here, and them by a notice."""

    def __init__(
        self, theme: Theme, rooms: Rooms, account: Account, share: ShareCard, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, self.tr("Whom do you want to show it?"), width=600, height=640, parent=parent)
        self._rooms, self._account, self._share = rooms, account, share
        self._buttons: dict[str, Button] = {}
        self.show_foot(1, Button(self.tr("Close"), theme, self.accept, kind="primary"))
        ask(self, rooms.together.people_to_show(account, share.share_id), self._offer, failed=self.tell)

    def _offer(self, people: tuple[Who, ...]) -> None:
        theme, share = self.theme, self._share
        about = PlainLabel(f"{share.author_name}: {share.title}", theme, Type.STRONG, wrap=True)
        if not people:
            nobody = self.tr("Nobody else of your class can see this.")
            self.show_parts(about, PlainLabel(nobody, theme, tone="soft", wrap=True))
            return
        note = self.tr("They get a note from you that leads here. Only people who can see it anyway are in the list.")
        self._buttons = {
            who.user_id: Button(who.display_name, theme, partial(self._show, who), icon="share") for who in people
        }
        parts: list[QWidget] = list(self._buttons.values())
        self.show_parts(about, PlainLabel(note, theme, tone="soft", wrap=True), Wrap(theme, parts))

    def _show(self, who: Who) -> None:
        button = self._buttons[who.user_id]
        button.setEnabled(False)

        def failed(sentence: str) -> None:
            button.setEnabled(True)
            self.tell(sentence)

        showing = self._rooms.together.show_to(self._account, self._share.share_id, who.user_id)
        ask(self, showing, lambda _: self._shown(who), failed=failed)

    def _shown(self, who: Who) -> None:
        self.tell(self.tr("Shown to {name}.").format(name=who.display_name), tone="good")
