"""Before a badge is released: who gets it, and who is on the way. Retiring asks once, too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.store.badge_office import KeptBadge
from app.store.readings import Account
from app.views.kit.asking import ask
from app.views.kit.badge import NUMERALS
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.meters import ProgressBar
from app.views.kit.surfaces import Chip, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.rooms import Rooms
from domain.records.badge_office import ReleasePreview, Step, WouldGet

# How many people are listed by name; more are said in a number.
_SHOWN = 40


class ReleaseDialog(Dialog):
    """One step of one badge. `done` is told a sentence."""

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        account: Account,
        badge: KeptBadge,
        step: Step,
        *,
        done: Callable[[str], object],
        parent: QWidget | None,
    ) -> None:
        title = self.tr("Release {name}?") if step is Step.RELEASE else self.tr("Retire {name}?")
        super().__init__(theme, title.format(name=badge.name), parent=parent)
        self._rooms, self._account, self._badge, self._step, self._done = rooms, account, badge, step, done
        word = self.tr("Release it now") if step is Step.RELEASE else self.tr("Retire it")
        self._go = Button(word, theme, self._take, kind="primary", icon="gift" if step is Step.RELEASE else "rest")
        self.show_foot(Button(self.tr("Cancel"), theme, self.reject), 1, self._go)
        if step is Step.RETIRE:
            words = self.tr("Nobody earns it from now on. Whoever has it keeps it. It can't be released again.")
            self.show_parts(PlainLabel(words, theme, wrap=True))
            return
        self._go.setEnabled(False)
        self.show_parts(PlainLabel(self.tr("Looking who has earned it…"), theme, tone="soft"))
        ask(self, rooms.badge_desk.preview(account, badge.badge_id), self._preview, failed=self._no_preview)

    def _preview(self, found: ReleasePreview) -> None:
        theme = self.theme
        getting = [person for person in found.people if person.levels]
        coming = [person for person in found.people if not person.levels]
        if found.later:
            summary = self.tr("Whoever has earned it gets it with their next attempt.")
        elif getting:
            summary = self.tr(
                "%n student(s) get it at once, with the dates on which they earned it.", None, len(getting)
            )
        else:
            summary = self.tr("Nobody has earned it yet. From now on everybody can.")
        shown = getting[:_SHOWN]
        self.show_parts(
            PlainLabel(summary, theme, Type.STRONG, wrap=True),
            *[self._person(person) for person in shown],
            self._rest(len(getting) - len(shown)),
            PlainLabel(self.tr("On the way"), theme, Type.STRONG) if coming else None,
            *[self._person(person) for person in coming[:_SHOWN]],
            self._rest(len(coming) - _SHOWN),
            PlainLabel(self._note(), theme, Type.CAPTION, tone="soft", wrap=True) if getting else None,
        )
        self._go.setEnabled(True)
        self._go.setFocus()

    def _note(self) -> str:
        return self.tr("Each of them reads one line about it. Nothing is posted in class news.")

    def _rest(self, left: int) -> PlainLabel | None:
        return PlainLabel(self.tr("and %n more", None, left), self.theme, tone="soft") if left > 0 else None

    def _person(self, person: WouldGet) -> QWidget:
        theme = self.theme
        on_the_way = self.tr("{have} of {need}").format(have=person.have, need=person.need)
        meter = ProgressBar(theme, done=person.have, total=person.need, words=on_the_way, height=8)
        meter.setFixedWidth(theme.px(140))
        level = None
        if person.levels:
            numeral = NUMERALS[person.levels[-1]]
            level = Chip(
                self.tr("level {numeral}").format(numeral=numeral), theme, ink="on_good_soft", ground="good_soft"
            )
        figure = PlainLabel(on_the_way, theme, Type.CAPTION, tone="soft")
        line = row(theme, ElidedLabel(person.display_name, theme), level, column(theme, meter, figure, gap=0))
        line.setStretch(0, 1)
        line.setSpacing(theme.px(Space.BASE))
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _no_preview(self, sentence: str) -> None:
        """Nobody releases what they could not look at."""
        self.show_parts()
        self.tell(sentence)

    def _take(self) -> None:
        self._go.setEnabled(False)
        self.tell(self.tr("One moment: the school is giving out the badge…"), tone="primary")
        future = self._rooms.badge_desk.take_step(self._account, self._badge.badge_id, self._step)
        ask(self, future, self._taken, failed=self._refused)

    def _taken(self, _badge: object) -> None:
        done = self.tr("Released. Everybody who had earned it has it now.")
        self._done(done if self._step is Step.RELEASE else self.tr("Retired. Whoever has it keeps it."))
        self.accept()

    def _refused(self, sentence: str) -> None:
        self.tell(sentence)
        self._go.setEnabled(True)
