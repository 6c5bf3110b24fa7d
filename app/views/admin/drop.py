"""A place to drop a drawing on, or to choose one with the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDir, QMimeData, QStandardPaths, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QWidget

from app.views.kit.buttons import Button
from app.views.kit.icons import IconView
from app.views.kit.surfaces import column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Radius, Space

Picked = Callable[[str], object]


def pick_drawing(parent: QWidget, picked: Picked) -> None:
    """The computer's own dialogue for opening a drawing; nothing waits for it."""
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation) or QDir.homePath()
    dialogue = QFileDialog(parent)
    dialogue.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialogue.setMimeTypeFilters(["image/svg+xml"])
    dialogue.setDirectory(home)
    dialogue.fileSelected.connect(picked)
    dialogue.finished.connect(lambda _=0: dialogue.deleteLater())
    dialogue.open()


class DropPlace(QWidget):
    """Takes one file by drag and drop, or through its button. What it is, is for the centre to say."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(
        self, theme: Theme, picked: Picked, *, pick: Callable[[QWidget, Picked], object] = pick_drawing
    ) -> None:
        super().__init__()
        self._theme, self._picked, self._over = theme, picked, False
        self.setAcceptDrops(True)
        words = self.tr("Drop an SVG drawing here")
        choose = Button(self.tr("Choose a file"), theme, lambda: pick(self, picked), icon="upload")
        note = self.tr("Square, up to 64 KiB, without text or scripts. The school's centre checks it.")
        inside = column(
            theme,
            row(theme, 1, IconView("upload", theme.colour("soft"), theme.px(32)), 1),
            PlainLabel(words, theme, centred=True),
            PlainLabel(note, theme, tone="soft", wrap=True, centred=True),
            row(theme, 1, choose, 1),
            gap=Space.TIGHT,
            pad=Space.BASE,
        )
        self.setLayout(inside)
        self.setAccessibleName(words)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file from this computer is welcome."""
        if _file_in(event.mimeData()):
            event.acceptProposedAction()
            self._show_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It was carried on."""
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """It was let go here."""
        self._show_over(False)
        path = _file_in(event.mimeData())
        if path:
            event.acceptProposedAction()
            self._picked(path)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed edge; a full one while something is carried over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        style = Qt.PenStyle.SolidLine if self._over else Qt.PenStyle.DashLine
        painter.setPen(QPen(theme.colour("primary" if self._over else "outline"), theme.px(2), style))
        painter.setBrush(theme.colour("primary_soft" if self._over and not theme.is_contrast else "surface"))
        radius = theme.px(Radius.CARD)
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), radius, radius)

    def _show_over(self, over: bool) -> None:
        self._over = over
        self.update()


def _file_in(carried: QMimeData) -> str:
    """The path of the one file that is carried, or nothing."""
    urls = carried.urls()
    return urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""
