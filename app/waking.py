"""Hints from the operating system that the centre may be in reach again: a network that came back, a lid that opened.

Only hints: they make the road go now instead of at its next turn. Where a system gives none, time does.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtNetwork import QNetworkInformation
from PySide6.QtWidgets import QApplication


class Waking(QObject):
    """Calls `kick` where the network has become reachable, and where the program is in front again after a rest."""

    def __init__(self, kick: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kick = kick
        self._away = False
        if QNetworkInformation.loadDefaultBackend():
            self.follow_network(QNetworkInformation.instance().reachabilityChanged)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self.state_changed)

    def follow_network(self, changed: SignalInstance) -> None:
        """Listen to this signal of `QNetworkInformation.Reachability`."""
        changed.connect(self.reachability_changed)

    def reachability_changed(self, reachability: QNetworkInformation.Reachability) -> None:
        """A machine whose network is away is left in peace; any sign of a network is worth one try."""
        if reachability is not QNetworkInformation.Reachability.Disconnected:
            self._kick()

    def state_changed(self, state: Qt.ApplicationState) -> None:
        """After sleep the systems say 'suspended' or 'inactive' before 'active'."""
        if state is Qt.ApplicationState.ApplicationSuspended:
            self._away = True
        elif state is Qt.ApplicationState.ApplicationActive and self._away:
            self._away = False
            self._kick()
