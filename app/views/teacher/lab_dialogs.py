"""Two questions about the school's computers: a code that adds some, and whether one is to be ended."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtWidgets import QWidget

from app.store.lab_readings import LabMachine
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.surfaces import Banner
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Type
from domain.records.pairing import PairingCode


class NewMachineDialog(Dialog):
    """Shows a code that the school gives: it adds as many computers as it is typed on until it ends."""

    def __init__(
        self,
        theme: Theme,
        code: Callable[[], Future[PairingCode]],
        clock: Callable[[int], str],
        parent: QWidget | None,
    ) -> None:
        """`clock` gives a moment (us) as hours and minutes in the user's way."""
        super().__init__(theme, self.tr("Add a computer"), width=560, height=480, parent=parent)
        self._code, self._clock = code, clock
        self._ask()

    def _ask(self) -> None:
        self.show_foot(Button(self.tr("Close"), self.theme, self.accept), 1)
        self.show_parts(PlainLabel(self.tr("Asking the school for a code…"), self.theme, tone="soft"))
        ask(self, self._code(), self._show, failed=self._failed)

    def _show(self, given: PairingCode) -> None:
        theme = self.theme
        code = PlainLabel(given.code, theme, Type.DISPLAY, centred=True)
        code.setAccessibleName(self.tr("The code: {code}").format(code=" ".join(given.code)))
        text = self.tr(
            "Open MLC Classroom on the new computer. Its first page asks for the school's address and for this code."
        )
        until = self.tr("It adds any number of computers until {clock} tomorrow.").format(
            clock=self._clock(given.expires_at)
        )
        self.show_parts(PlainLabel(text, theme, wrap=True), code, PlainLabel(until, theme, tone="soft", wrap=True))

    def _failed(self, sentence: str) -> None:
        self.show_parts(
            Banner(sentence, self.theme, tone="bad", icon="warning", action=(self.tr("Try again"), self._ask))
        )


class EndMachineDialog(Dialog):
    """Asks before a computer is ended; what was not sent from it yet is named."""

    def __init__(
        self, theme: Theme, machine: LabMachine, end: Callable[[], Future[None]], parent: QWidget | None
    ) -> None:
        title = self.tr("End {name}?").format(name=machine.machine_name)
        super().__init__(theme, title, width=560, height=480, parent=parent)
        self._end = end
        text = self.tr(
            "From now on it gets nothing from the school and sends nothing: right for a computer that was stolen, sold "
            "or set up by mistake. It can be added again with a new code."
        )
        waits = None
        if machine.waiting:
            words = self.tr("%n thing(s) on it had not been sent when it was last in touch.", None, machine.waiting)
            waits = Banner(words, theme, tone="accent", icon="sync_wait")
        self.show_parts(waits, PlainLabel(text, theme, wrap=True))
        self._button = Button(self.tr("End it"), theme, self._send, kind="primary", icon="block")
        self.show_foot(Button(self.tr("Keep it"), theme, self.reject), 1, self._button)

    def _send(self) -> None:
        self._button.setEnabled(False)
        ask(self, self._end(), lambda _: self.accept(), failed=self._failed)

    def _failed(self, sentence: str) -> None:
        self.tell(sentence)
        self._button.setEnabled(True)
