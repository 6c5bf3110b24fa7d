"""Who has a copy of their things on this computer, and how to take it off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.store.lab_readings import PersonHere
from app.views.kit.asking import ask
from app.views.kit.avatar import Avatar
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.flow import Flow
from app.views.kit.sayings import ago
from app.views.kit.surfaces import Card, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type

_PICTURE = 40


class PeopleHere(QWidget):
    """A heading and a card for each person. `now` in us."""

    def __init__(
        self, theme: Theme, people: Sequence[PersonHere], now: int, take_off: Callable[[PersonHere], object]
    ) -> None:
        super().__init__()
        title = PlainLabel(self.tr("People on this computer"), theme, Type.HEAD, wrap=True)
        cards = Flow(theme, [PersonCard(theme, person, now, take_off) for person in people], stretch=True)
        self.setLayout(column(theme, title, cards, gap=Space.BASE))


class PersonCard(Card):
    """Somebody who has used this computer, and a button that takes them off it."""

    def __init__(self, theme: Theme, person: PersonHere, now: int, take_off: Callable[[PersonHere], object]) -> None:
        words = self._state(person, now)
        names = column(
            theme,
            ElidedLabel(person.display_name, theme, Type.STRONG),
            PlainLabel(words, theme, Type.CAPTION, tone="soft", wrap=True),
            gap=Space.HAIR,
        )
        line = row(theme, Avatar(person.avatar, theme, _PICTURE), names, gap=Space.BASE)
        line.setStretch(1, 1)
        if not person.present:
            name = self.tr("Take {name} off this computer").format(name=person.display_name)
            off = Button(self.tr("Take off"), theme, partial(take_off, person), icon="block", name=name)
            # What is here alone must reach the school first.
            off.setEnabled(not person.waits)
            line.addWidget(off)
        super().__init__(theme, line, pad=Space.BASE)
        self.setMinimumSize(QSize(theme.px(320), 0))
        self.setAccessibleName(f"{person.display_name}, {words}")

    def _state(self, person: PersonHere, now: int) -> str:
        if person.present:
            return self.tr("signed in")
        when = self.tr("last here {when}").format(when=ago(person.last_signed_in_at, now))
        return self.tr("something waits to be sent") + " · " + when if person.waits else when


class TakeOffDialog(Dialog):
    """Asks before somebody's copy is deleted, and says what stays."""

    def __init__(
        self, theme: Theme, person: PersonHere, take_off: Callable[[], Future[None]], parent: QWidget | None
    ) -> None:
        title = self.tr("Take {name} off this computer?").format(name=person.display_name)
        super().__init__(theme, title, width=560, height=440, parent=parent)
        self._take_off = take_off
        text = self.tr(
            "Their copy here is deleted. All they have done is safe at the school, and as long as they belong to it "
            "they can sign in here again when there is contact."
        )
        self.show_parts(PlainLabel(text, theme, wrap=True))
        self._button = Button(self.tr("Take off"), theme, self._send, kind="primary", icon="block")
        self.show_foot(Button(self.tr("Cancel"), theme, self.reject), 1, self._button)

    def _send(self) -> None:
        self._button.setEnabled(False)
        ask(self, self._take_off(), lambda _: self.accept(), failed=self._failed)

    def _failed(self, sentence: str) -> None:
        self.tell(sentence)
        self._button.setEnabled(True)
