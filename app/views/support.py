"""The support report: everything that would leave this computer is read here first, then saved as a file."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from app.store.readings import SupportReport
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Type
from app.views.rooms import Rooms

_NAME = "mlc-classroom-support.zip"


class SupportDialog(Dialog):
    """Shows the report and saves it where one says. It holds numbers and codes, nothing of a person."""

    def __init__(self, theme: Theme, rooms: Rooms, parent: QWidget | None) -> None:
        super().__init__(theme, self.tr("Report for support"), width=720, height=720, parent=parent)
        self._rooms = rooms
        self._report: SupportReport | None = None
        self._save = Button(self.tr("Save as a file"), theme, self.choose, kind="primary", icon="next")
        self._save.setEnabled(False)
        self.show_foot(Button(self.tr("Close"), theme, self.reject), 1, self._save)
        self.show_parts(PlainLabel(self.tr("One moment…"), theme, tone="soft"))
        ask(self, rooms.support_report(), self._show, failed=self.tell)

    def choose(self) -> None:
        """Ask where to save it."""
        title = self.tr("Save the report")
        path, _ = QFileDialog.getSaveFileName(self, title, _NAME, self.tr("Zip file (*.zip)"))
        if path:
            self.save(path)

    def save(self, path: str) -> None:
        """Write the file; the page says how that went."""
        if self._report is not None:
            self._save.setEnabled(False)
            ask(self, self._rooms.save_report(self._report, path), lambda _: self._saved(path), failed=self._failed)

    def _show(self, report: SupportReport) -> None:
        theme = self.theme
        self._report = report
        text = self.tr(
            "If something does not work, this file helps those who help you. It says how this computer and the program "
            "are doing, in numbers and codes. There are no names in it and nothing that anybody wrote or played."
        )
        shown = QPlainTextEdit(report.text)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setFont(theme.font(Type.CAPTION))
        shown.setAccessibleName(self.tr("The report"))
        shown.setStyleSheet(f"min-height: {theme.px(300)}px;")
        also = ", ".join(name for name in report.files)
        files = self.tr("In the file: {names}").format(names=also)
        self.show_parts(
            PlainLabel(text, theme, wrap=True), shown, PlainLabel(files, theme, Type.CAPTION, tone="soft", wrap=True)
        )
        self._save.setEnabled(True)

    def _saved(self, path: str) -> None:
        self.tell(self.tr("Saved: {path}").format(path=path), tone="good")
        self._save.setEnabled(True)

    def _failed(self, sentence: str) -> None:
        self.tell(sentence)
        self._save.setEnabled(True)
