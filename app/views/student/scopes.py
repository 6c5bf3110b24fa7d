"""A choice of how far something goes, narrowest first, each with who can see it in plain words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from app.views.kit.surfaces import column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type


class Choices(QWidget):
    """Radio buttons below each other, each with a sentence: (key, name, sentence). `picked` gets the key."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(
        self,
        theme: Theme,
        title: str,
        choices: Sequence[tuple[str, str, str]],
        chosen: str | None,
        picked: Callable[[str], object],
    ) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._group = QButtonGroup(self)
        lines = column(theme, gap=Space.HAIR)
        for key, name, sentence in choices:
            radio = QRadioButton(name.replace("&", "&&"))
            radio.setFont(theme.font(Type.STRONG))
            radio.setAccessibleName(name)
            radio.setAccessibleDescription(sentence)
            radio.setMinimumWidth(theme.px(170))
            radio.setChecked(key == chosen)
            radio.clicked.connect(partial(_tell, picked, key))
            self._group.addButton(radio)
            words = PlainLabel(sentence, theme, Type.CAPTION, tone="soft", wrap=True)
            line = row(theme, radio, words, gap=Space.BASE)
            line.setStretch(1, 1)
            lines.addLayout(line)
        self.setLayout(lines)


def _tell(picked: Callable[[str], object], key: str, _on: bool = False) -> None:
    picked(key)
