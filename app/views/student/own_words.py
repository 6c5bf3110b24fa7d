"""Words of one's own that an adult reads before others do: a field, the room that is left, and the way to send them."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtWidgets import QPlainTextEdit

from app.views.kit.buttons import Button
from app.views.kit.surfaces import Card, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """What is written: `name` for who listens, `hint` while it is empty, `most` letters, and what happens to them."""

    name: str
    hint: str
    promise: str
    most: int
    height: int


class OwnWords(Card):
    """A field for `words`; `send` gets what was typed. What is too long is counted, not cut."""

    def __init__(self, theme: Theme, words: str, asked: Field, send: Callable[[str], object]) -> None:
        self._asked = asked
        self._field = QPlainTextEdit(words)
        self._field.setFont(theme.font(Type.BODY))
        self._field.setAccessibleName(asked.name)
        self._field.setPlaceholderText(asked.hint)
        self._field.setFixedHeight(theme.px(asked.height))
        self._field.setTabChangesFocus(True)
        self._left = PlainLabel("", theme, Type.CAPTION, tone="soft", wrap=True)
        self._keep = Button("", theme, lambda: send(self._field.toPlainText()), icon="share")
        foot = row(theme, self._left, self._keep, gap=Space.BASE)
        foot.setStretch(0, 1)
        super().__init__(theme, self._field, foot, pad=Space.BASE)
        self._keep.setText(self.tr("Send to my teacher"))
        self._field.textChanged.connect(self._typed)
        self._typed()

    def _typed(self) -> None:
        left = self._asked.most - len(self._field.toPlainText().strip())
        room = (
            self.tr("%n letter(s) left.", None, left) if left >= 0 else self.tr("%n letter(s) too many.", None, -left)
        )
        self._left.say(self.tr("{first} {second}").format(first=self._asked.promise, second=room))
        self._keep.setEnabled(left >= 0)
