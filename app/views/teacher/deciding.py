"""It counts, or it was practice: a teacher's decision about a doubt, always with a kind word to the student."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.store.readings import Account
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.sayings import spoken
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.rooms import Rooms
from domain.community.listening import words_for


class KindWordDialog(Dialog):
    """Which sentence the student reads. `picked` gets its id."""

    def __init__(
        self, theme: Theme, counts: bool, name: str, *, picked: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        title = (
            translate("KindWordDialog", "It counts. What do you say?")
            if counts
            else translate("KindWordDialog", "It was practice. What do you say?")
        )
        super().__init__(theme, title, height=520, parent=parent)
        self._picked = picked
        note = self.tr("{name} reads this sentence beside the play. Nobody else does.").format(name=name)
        buttons = [Button(spoken(words), theme, partial(self._pick, key)) for key, words in words_for(counts).items()]
        self.show_parts(PlainLabel(note, theme, tone="soft", wrap=True), *buttons)
        self.show_foot(1, Button(self.tr("Cancel"), theme, self.reject))

    def _pick(self, phrase_id: str) -> None:
        self.accept()
        self._picked(phrase_id)


class Deciding:
    """Asks for the kind word, then keeps the decision. `done` is called afterwards, `failed` with a sentence."""

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        account: Account,
        owner: QWidget,
        *,
        done: Callable[[], object],
        failed: Callable[[str], object],
    ) -> None:
        self._theme, self._rooms, self._account, self._owner = theme, rooms, account, owner
        self._done, self._failed = done, failed

    def buttons(self, attempt_id: str, name: str) -> tuple[Button, Button]:
        """The two ways to decide about an attempt of somebody."""
        translate = QCoreApplication.translate
        counts = translate("Deciding", "It counts")
        practice = translate("Deciding", "It was practice")
        return (
            Button(counts, self._theme, partial(self._ask, attempt_id, name, True), icon="check",
                   name=f"{counts}: {name}"),
            Button(practice, self._theme, partial(self._ask, attempt_id, name, False), icon="retry",
                   name=f"{practice}: {name}"),
        )  # fmt: skip

    def _ask(self, attempt_id: str, name: str, counts: bool) -> None:
        picked = partial(self._decide, attempt_id, counts)
        KindWordDialog(self._theme, counts, name, picked=picked, parent=self._owner.window()).open()

    def _decide(self, attempt_id: str, counts: bool, phrase_id: str) -> None:
        future = self._rooms.looking.decide_doubt(self._account, attempt_id, counts, phrase_id)
        ask(self._owner, future, lambda _: self._done(), failed=self._failed)
