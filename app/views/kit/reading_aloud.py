"""A page as words for the ear: what stands on it, from the top, and the answers with their numbers."""

from __future__ import annotations

import re
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QLabel, QWidget

from app.views.kit.answers import AnswerButton

# Labels whose tops lie this close, in pixels, stand on one line and are read from left to right.
_ONE_LINE = 12
_GAPS = re.compile(" +")


class Aloud(Protocol):
    """The voice of this machine."""

    @property
    def speaking(self) -> bool:
        """Is something being read?"""

    def say(self, text: str, language: str) -> None:
        """Read this instead of what was being read."""

    def stop(self) -> None:
        """Silence."""


def read_to(voice: Aloud, text: str) -> None:
    """Read a text in the language that the program speaks."""
    voice.say(for_the_ear(text), QCoreApplication.translate("voice", "en"))


def words_on(page: QWidget) -> str:
    """All that can be read on a page, a sentence each; what is hidden is not read."""
    shown = [each for each in page.findChildren(QWidget) if each.isVisibleTo(page) and _words(each)]
    return "\n".join(_sentence(_words(each)) for each in sorted(shown, key=lambda each: _place(each, page)))


def for_the_ear(text: str) -> str:
    """Signs that voices leave out, as words."""
    flat, sharp = QCoreApplication.translate("voice", "flat"), QCoreApplication.translate("voice", "sharp")
    said = text.replace("♭", f" {flat} ").replace("♯", f" {sharp} ").replace("\u200b", "")
    return _GAPS.sub(" ", said.replace(" ·", ",")).replace(" .", ".").strip()


def _words(widget: QWidget) -> str:
    if isinstance(widget, AnswerButton):
        return widget.accessibleName()
    return widget.text().strip() if isinstance(widget, QLabel) else ""


def _sentence(words: str) -> str:
    return words if words[-1] in ".!?:…" else f"{words}."


def _place(widget: QWidget, page: QWidget) -> tuple[int, int]:
    at = widget.mapTo(page, QPoint(0, 0))
    return at.y() // _ONE_LINE, at.x()
