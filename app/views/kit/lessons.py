"""What a child reads of the house's own curriculum, in the user's language. What a teacher wrote stays as it is."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

_SENTENCE = re.compile(r"(?<=[.?!]) ")


def lesson(text: str) -> str:
    """The name or the text of a chapter, an assignment or a step.

    A step that is a game is called by its game and stage (`Guide notes: quiz`), and an assignment is described by the
    names of its games, a sentence each.
    """
    whole = QCoreApplication.translate("curriculum", text)
    if whole != text or not text:
        return whole
    game, colon, stage = text.rpartition(": ")
    word = QCoreApplication.translate("stage", stage.capitalize())
    if colon and word != stage.capitalize():
        return f"{_game(game)}: {word.lower()}"
    return " ".join(_sentence(each) for each in _SENTENCE.split(text))


def _sentence(text: str) -> str:
    """One game's name, with the full stop that makes a sentence of it."""
    bare = text.removesuffix(".")
    known = _game(bare)
    return known + text[len(bare) :] if known != bare else _game(text)


def _game(name: str) -> str:
    return QCoreApplication.translate("game", name)
