"""Something of one's own as somebody else would see it: pick who, and see only what they may see, as it would stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.store.community_readings import ProfileAs
from app.store.readings import Account
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.flow import Flow
from app.views.kit.surfaces import Banner, Part, clear, column, fill
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.rooms import Rooms
from app.views.student.profile_parts import whole
from app.views.student.showcase_parts import ShowcaseTile
from app.views.student.visibility import RELATIONS, relation_words
from domain.community.visibility import Relation


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked at: its title, the sentence where somebody sees nothing of it, and the part that they see."""

    title: str
    nothing: str
    height: int
    part: Callable[[ProfileAs], Part]


class AsOthersDialog(Dialog):
    """Pick somebody, and see it with their eyes."""

    def __init__(
        self, theme: Theme, rooms: Rooms, account: Account, looked: Looked, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, looked.title, width=720, height=looked.height, parent=parent)
        self._rooms, self._account, self._looked = rooms, account, looked
        self._seen = column(theme)
        looks: list[QWidget] = [Button(relation_words(each), theme, partial(self._look_as, each)) for each in RELATIONS]
        self.show_parts(Flow(theme, looks, gap=Space.TIGHT, stretch=True), self._seen)
        self.show_foot(1, Button(self.tr("Close"), theme, self.accept, kind="primary"))
        self._look_as(Relation.CLASSMATE)

    def _look_as(self, relation: Relation) -> None:
        ask(self, self._rooms.together.profile_as(self._account, relation), self._show_seen, failed=self.tell)

    def _show_seen(self, seen: ProfileAs) -> None:
        clear(self._seen)
        who, part = relation_words(seen.relation), self._looked.part(seen)
        if part is None:
            words = self._looked.nothing.format(who=who)
            self._seen.addWidget(Banner(words, self.theme, tone="good", icon="private"))
            return
        words = self.tr("{who}: it looks like this.").format(who=who)
        fill(self._seen, (PlainLabel(words, self.theme, Type.STRONG), part))


def profile_as_others(theme: Theme, rooms: Rooms, account: Account, *, parent: QWidget | None = None) -> AsOthersDialog:
    """One's own profile."""
    translate = QCoreApplication.translate

    def part(seen: ProfileAs) -> Part:
        return whole(seen.page, theme, rooms.now()) if seen.page is not None else None

    looked = Looked(
        title=translate("AsOthersDialog", "My profile as others see it"),
        nothing=translate("AsOthersDialog", "{who}: your profile is not shown here."),
        height=820,
        part=part,
    )
    return AsOthersDialog(theme, rooms, account, looked, parent=parent)


def showcase_as_others(
    theme: Theme, rooms: Rooms, account: Account, showcase_id: str, *, parent: QWidget | None = None
) -> AsOthersDialog:
    """One showcase of one's own."""
    translate = QCoreApplication.translate

    def part(seen: ProfileAs) -> Part:
        cards = seen.page.showcases if seen.page is not None else ()
        card = next((each for each in cards if each.showcase_id == showcase_id), None)
        return ShowcaseTile(card, theme, mine=False) if card is not None else None

    looked = Looked(
        title=translate("AsOthersDialog", "My showcase as others see it"),
        nothing=translate("AsOthersDialog", "{who}: this showcase is not shown here."),
        height=680,
        part=part,
    )
    return AsOthersDialog(theme, rooms, account, looked, parent=parent)
