"""One's own showcase as somebody else would see it: only what they may see, exactly as it would stand there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.store.community_readings import ProfileAs
from app.store.readings import Account
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.flow import Flow
from app.views.kit.surfaces import Banner, clear, column
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.rooms import Rooms
from app.views.student.showcase_parts import ShowcaseTile
from app.views.student.visibility import RELATIONS, relation_words
from domain.community.visibility import Relation


class ShowcaseAsDialog(Dialog):
    """Pick somebody, and see the showcase with their eyes."""

    def __init__(
        self, theme: Theme, rooms: Rooms, account: Account, showcase_id: str, *, parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("ShowcaseAsDialog", "My showcase as others see it")
        super().__init__(theme, title, width=720, height=680, parent=parent)
        self._rooms, self._account, self._id = rooms, account, showcase_id
        self._seen = column(theme)
        looks: list[QWidget] = [Button(relation_words(each), theme, partial(self._look_as, each)) for each in RELATIONS]
        self.show_parts(Flow(theme, looks, gap=Space.TIGHT, stretch=True), self._seen)
        self.show_foot(1, Button(self.tr("Close"), theme, self.accept, kind="primary"))
        self._look_as(Relation.CLASSMATE)

    def _look_as(self, relation: Relation) -> None:
        ask(self, self._rooms.together.profile_as(self._account, relation), self._show_seen, failed=self.tell)

    def _show_seen(self, seen: ProfileAs) -> None:
        clear(self._seen)
        who = relation_words(seen.relation)
        cards = seen.page.showcases if seen.page is not None else ()
        card = next((each for each in cards if each.showcase_id == self._id), None)
        if card is None:
            words = self.tr("{who}: this showcase is not shown here.").format(who=who)
            self._seen.addWidget(Banner(words, self.theme, tone="good", icon="private"))
            return
        words = self.tr("{who}: it looks like this.").format(who=who)
        self._seen.addWidget(PlainLabel(words, self.theme, Type.STRONG))
        self._seen.addWidget(ShowcaseTile(card, self.theme, mine=False))
