"""Where something is saved: the computer's own dialogue, which nothing waits for."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


class Kind(NamedTuple):
    """A kind of file: its ending and what a file dialogue calls it."""

    ending: str
    media: str


# Asks where to save: (parent, proposed name, kind, told the path).
PickPlace = Callable[[QWidget, str, Kind, Callable[[str], object]], object]


def pick_place(parent: QWidget, name: str, kind: Kind, picked: Callable[[str], object]) -> None:
    """The computer's own dialogue for saving; nothing waits for it."""
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or QDir.homePath()
    dialogue = QFileDialog(parent)
    dialogue.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialogue.setMimeTypeFilters([kind.media])
    dialogue.setDefaultSuffix(kind.ending)
    dialogue.setDirectory(home)
    dialogue.selectFile(name)
    dialogue.fileSelected.connect(picked)
    dialogue.finished.connect(lambda _=0: dialogue.deleteLater())
    dialogue.open()
