"""Who can see one's own share now, how far it may go, and how it looks to somebody else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.store.community_readings import SeenAs, SharingSettings
from app.store.readings import Account, ShareCard
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.flow import Flow
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import Banner, clear, column
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.rooms import Rooms
from app.views.student.scopes import Choices
from app.views.student.share import scope_words
from app.views.student.share_tile import ShareTile
from domain.community.visibility import Relation
from domain.records.community import Scope


def relation_words(relation: Relation) -> str:
    """A viewer in a button."""
    translate = QCoreApplication.translate
    return {
        Relation.CLASSMATE: translate("relation", "My class"),
        Relation.GUARDIAN: translate("relation", "My family"),
        Relation.TEACHER_OF_CLASS: translate("relation", "My teacher"),
        Relation.SCHOOLMATE: translate("relation", "Other classes"),
        Relation.KIOSK_OF_CLASS: translate("relation", "The display on the wall"),
        Relation.STUDENT_ELSEWHERE: translate("relation", "Other schools"),
    }[relation]


RELATIONS = (
    Relation.CLASSMATE,
    Relation.GUARDIAN,
    Relation.TEACHER_OF_CLASS,
    Relation.SCHOOLMATE,
    Relation.KIOSK_OF_CLASS,
    Relation.STUDENT_ELSEWHERE,
)


class VisibilityDialog(Dialog):
    """Reach of one's own share. `changed` is called when another one was kept."""

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        account: Account,
        share: ShareCard,
        *,
        changed: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("VisibilityDialog", "Who can see this now?")
        super().__init__(theme, title, width=640, height=800, parent=parent)
        self._rooms, self._account, self._share, self._changed = rooms, account, share, changed
        self._now, self._choice, self._seen = column(theme), column(theme), column(theme)
        looks = [Button(relation_words(each), theme, partial(self._look_as, each)) for each in RELATIONS]
        self.show_parts(
            self._now,
            self._choice,
            PlainLabel(self.tr("How does it look to …"), theme, Type.STRONG),
            Flow(theme, looks, gap=Space.TIGHT, stretch=True),
            self._seen,
        )
        self.show_foot(1, Button(self.tr("Close"), theme, self.accept, kind="primary"))
        self._say_now()
        ask(self, rooms.sharing_settings(account), self._offer, failed=self.tell)

    def _say_now(self) -> None:
        clear(self._now)
        self._now.addWidget(Banner(spoken(self._share.who_sees), self.theme, icon="info"))

    def _offer(self, settings: SharingSettings) -> None:
        choices = [(str(scope), *scope_words(scope)) for scope in settings.scopes]
        title = PlainLabel(self.tr("How far may it go?"), self.theme, Type.STRONG)
        clear(self._choice)
        self._choice.addWidget(title)
        self._choice.addWidget(Choices(self.theme, title.text(), choices, str(self._share.scope), self._pick))

    def _pick(self, scope: str) -> None:
        future = self._rooms.edit_share(self._account, self._share.share_id, Scope(scope), None)
        ask(self, future, self._kept, failed=self.tell)

    def _kept(self, share: ShareCard) -> None:
        self._share = share
        self._say_now()
        clear(self._seen)
        self._changed()

    def _look_as(self, relation: Relation) -> None:
        future = self._rooms.view_as(self._account, self._share.share_id, relation)
        ask(self, future, self._show_seen, failed=self.tell)

    def _show_seen(self, seen: SeenAs) -> None:
        clear(self._seen)
        who = relation_words(seen.relation)
        if seen.card is None:
            words = self.tr("{who}: this is not shown here.").format(who=who)
            self._seen.addWidget(Banner(words, self.theme, tone="good", icon="private"))
            return
        self._seen.addWidget(PlainLabel(self.tr("{who}: it looks like this.").format(who=who), self.theme, tone="soft"))
        self._seen.addWidget(ShareTile(seen.card, self.theme, now=self._rooms.now()))
