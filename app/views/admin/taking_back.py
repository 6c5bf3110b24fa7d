"""Taking a badge back, always with a reason: a single badge as it is, a level with the contribution it stands on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from app.store.badge_office import Holder
from app.store.community_readings import RecordedEngagement, RoleChoice
from app.store.readings import Account
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.surfaces import column, row, rule
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.rooms import Rooms
from domain.achievements.engagements import BY_HAND

_MOST_REASON = 200


class RevokeDialog(Dialog):
    """Takes a single badge back. `done` is told a sentence."""

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        account: Account,
        holder: Holder,
        *,
        done: Callable[[str], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(theme, self.tr("Take this badge back?"), width=560, height=440, parent=parent)
        self._rooms, self._account, self._holder, self._done = rooms, account, holder, done
        note = self.tr("{name} reads the reason. The badge is not given again by itself; their points stay.")
        self._reason = reason_field(theme, self.tr("Why?"))
        self.show_parts(
            PlainLabel(note.format(name=holder.who.display_name), theme, wrap=True),
            PlainLabel(self.tr("Why?"), theme, Type.STRONG),
            self._reason,
        )
        self._go = Button(self.tr("Take it back"), theme, self._take, kind="primary", icon="undo")
        self.show_foot(Button(self.tr("Cancel"), theme, self.reject), 1, self._go)
        self._reason.textChanged.connect(self._typed)
        self._typed()

    def _typed(self) -> None:
        self._go.setEnabled(bool(self._reason.text().strip()))

    def _take(self) -> None:
        self._go.setEnabled(False)
        future = self._rooms.badge_desk.revoke(self._account, self._holder.award_id, self._reason.text())
        ask(self, future, self._taken, failed=self._refused)

    def _taken(self, _: object) -> None:
        self._done(self.tr("Taken back. {name} is told why.").format(name=self._holder.who.display_name))
        self.accept()

    def _refused(self, sentence: str) -> None:
        self.tell(sentence)
        self._typed()


class ContributionDialog(Dialog):
    """What a level stands on: one contribution after the other can be taken back. It works offline, too."""

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        account: Account,
        holder: Holder,
        skill_role_id: str,
        *,
        done: Callable[[str], object],
        parent: QWidget | None,
    ) -> None:
        title = self.tr("Contributions of {name}").format(name=holder.who.display_name)
        super().__init__(theme, title, parent=parent)
        self._rooms, self._account, self._holder, self._role, self._done = rooms, account, holder, skill_role_id, done
        self._reason = reason_field(theme, self.tr("Why?"))
        self.show_foot(1, Button(self.tr("Close"), theme, self.accept))
        future = rooms.badge_desk.contributions(account, holder.who.user_id)
        ask(self, future, self._show, failed=self.tell)

    def _show(self, roles: tuple[RoleChoice, ...]) -> None:
        theme = self.theme
        recorded = next((role.recorded for role in roles if role.skill_role_id == self._role), ())
        counted = [each for each in recorded if each.recognised]
        note = self.tr("A level falls when the contributions that it stands on are taken back, and only then.")
        lines = [part for each in reversed(counted) for part in (rule(), self._line(each))]
        self.show_parts(
            PlainLabel(note, theme, tone="soft", wrap=True),
            PlainLabel(self.tr("Why? Write the reason first."), theme, Type.STRONG),
            self._reason,
            *lines,
        )

    def _line(self, each: RecordedEngagement) -> QWidget:
        theme = self.theme
        source = self.tr("recorded by a teacher") if each.source == BY_HAND else self.tr("seen by the school's judge")
        words = column(
            theme,
            PlainLabel(each.occurred_on, theme, Type.STRONG),
            PlainLabel(source, theme, Type.CAPTION, tone="soft"),
            gap=0,
        )
        label = self.tr("Take back")
        pressed = partial(self._take, each.engagement_id)
        button = Button(label, theme, pressed, kind="nav", icon="undo", name=f"{label}: {each.occurred_on}")
        line = row(theme, words, 1, button, gap=Space.SNUG)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _take(self, engagement_id: str) -> None:
        future = self._rooms.badge_desk.take_back(self._account, engagement_id, self._reason.text())
        ask(self, future, self._taken, failed=self.tell)

    def _taken(self, roles: tuple[RoleChoice, ...]) -> None:
        self._reason = reason_field(self.theme, self.tr("Why?"))
        self._show(roles)
        self.tell(self.tr("Taken back. The level follows as soon as the school has it."), tone="good")
        self._done(self.tr("Taken back. {name} is told why.").format(name=self._holder.who.display_name))


def reason_field(theme: Theme, name: str) -> QLineEdit:
    """Where the reason is written."""
    field = QLineEdit()
    field.setFont(theme.font(Type.BODY))
    field.setMaxLength(_MOST_REASON)
    field.setAccessibleName(name)
    return field
