"""Labels that draw plain text and nothing else: what users write is never read as markup (decision 8)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.views.kit.theme import Theme
from app.views.kit.tokens import Type

# Longer texts are cut before Qt lays them out: a million letters cost seconds.
MOST_LETTERS = 2_000


# A word that is longer is broken where it must be: the longest that children read, Donaudampfschiffahrt, has 20.
_LONGEST_WORD = 24
_LONG_WORD = re.compile(rf"\S{{{_LONGEST_WORD},}}")
_MAY_BREAK, _JOINER = "\u200b", "\u200d"


def breakable(text: str) -> str:
    """The text with places to break in its longest words: Qt breaks lines between words only, however narrow it is."""
    return _LONG_WORD.sub(lambda word: _MAY_BREAK.join(_pieces(word[0])), text)


def _pieces(word: str) -> Iterator[str]:
    start = 0
    while start < len(word):
        end = start + _LONGEST_WORD // 3
        while end < len(word) and _clings(word, end):
            end += 1
        yield word[start:end]
        start = end


def _clings(word: str, place: int) -> bool:
    """Whether the letter there is drawn as one with the letter before: an accent, a part of a joined emoji."""
    return unicodedata.category(word[place])[0] == "M" or _JOINER in word[place - 1 : place + 1]


def plain_tip(text: str) -> str:
    """Text for a tool tip, which Qt reads as markup where it looks like it: a look-alike of "<" keeps it plain."""
    return " ".join(text[:MOST_LETTERS].split()).replace("&lt;", "‹").replace("<", "‹")


class PlainLabel(QLabel):
    """One piece of text in a step of the type scale. `wrap` breaks lines at words, and within words that don't fit."""

    def __init__(
        self,
        text: str,
        theme: Theme,
        step: Type = Type.BODY,
        *,
        tone: str = "ink",
        wrap: bool = False,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(step))
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if centred:
            self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text."""
        cut = text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS] + "…"
        cut = breakable(cut) if self.wordWrap() else cut
        if cut != self.text():
            self.setText(cut)

    def set_tone(self, tone: str) -> None:
        """Another colour of the sheet."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(PlainLabel):
    """One line, cut with … where it does not fit; the whole text is its tool tip and what a screen reader says."""

    def __init__(
        self, text: str, theme: Theme, step: Type = Type.BODY, *, tone: str = "ink", centred: bool = False
    ) -> None:
        super().__init__("", theme, step, tone=tone, centred=centred)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text."""
        super().say(" ".join(text.split()))
        self.setAccessibleName(self.text())
        self._mind_tip()

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """As wide as the text."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tip is there only where something is hidden."""
        super().resizeEvent(event)
        self._mind_tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, cut at the end."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment()) | Qt.TextFlag.TextSingleLine, cut)

    def _mind_tip(self) -> None:
        hidden = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(plain_tip(self.text()) if hidden else "")
