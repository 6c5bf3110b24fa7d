"""The views of badges that leave and are kept, of appeals and of whole organisations, as the gallery hangs them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageSize, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.views.admin.badge_file import BadgeFileView
from app.views.admin.badge_list import BadgeListView
from app.views.admin.guidelines import GuidelinesView
from app.views.admin.organisation import OrganisationView
from app.views.admin.release import ReleaseDialog
from app.views.admin.supervision import SupervisionView
from app.views.admin.taking_back import ContributionDialog, RevokeDialog
from app.views.admin.usage import UsageView
from app.views.kit.theme import Theme
from app.views.places import AtClass
from app.views.student.certificate import draw_certificate
from app.views.student.closed import ClosedView
from app.views.student.guidelines import GuidelinesDialog
from app.views.student.taking_along import TakeAlongDialog
from app.views.teacher.appeals import AppealsView
from domain.records.badge_office import Step
from workshop import gallery_badges as badges
from workshop import gallery_governing as governing
from workshop import gallery_readings as readings
from workshop.gallery_answers import done
from workshop.gallery_rooms import still_rooms


def _nowhere(_: object) -> None:
    """The gallery stays where it is."""


class Sheet(QWidget):
    """A sheet of paper with the certificate on it."""

    def __init__(self, page: QPageSize.PageSizeId, name: str) -> None:
        super().__init__()
        self._page, self._name = page, name

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The certificate, as large as fits."""
        wide = QPageSize(self._page).size(QPageSize.Unit.Millimeter)
        width, height = wide.height(), wide.width()
        scale = min(self.width() / width, self.height() / height)
        painter = QPainter(self)
        draw_certificate(painter, QRectF(0, 0, width * scale, height * scale), badges.TAKEN, self._name)


PAGES: dict[str, Callable[[Theme], QWidget]] = {
    "office": lambda theme: BadgeListView(theme, still_rooms(), badges.ADMIN, _nowhere),
    "office-badge": lambda theme: BadgeFileView(theme, still_rooms(), badges.ADMIN, _nowhere, badge_id="b1"),
    "office-pending": lambda theme: BadgeFileView(theme, still_rooms(), badges.ADMIN, _nowhere, badge_id="b2"),
    "office-release": lambda theme: ReleaseDialog(
        theme, still_rooms(), badges.ADMIN, badges.READER, Step.RELEASE, done=_nowhere, parent=None
    ),
    "office-revoke": lambda theme: RevokeDialog(
        theme, still_rooms(), badges.ADMIN, badges.HOLDERS[0], done=_nowhere, parent=None
    ),
    "office-contributions": lambda theme: ContributionDialog(
        theme, still_rooms(), badges.ADMIN, badges.HOLDERS[0], "r1", done=_nowhere, parent=None
    ),
    "usage": lambda theme: UsageView(theme, still_rooms(), badges.ADMIN, _nowhere),
    "organisation": lambda theme: OrganisationView(theme, still_rooms(), badges.ADMIN, _nowhere),
    "supervision": lambda theme: SupervisionView(
        theme, still_rooms(), readings.TEACHER, _nowhere, student_id="st0", name="Silver Fox", back=AtClass()
    ),
    "supervision-waits": lambda theme: SupervisionView(
        theme, still_rooms(), badges.ADMIN, _nowhere, student_id="", name="", back=None
    ),
    "guidelines": lambda theme: GuidelinesDialog(theme, still_rooms(), readings.STUDENT),
    "guidelines-first": lambda theme: GuidelinesDialog(
        theme, still_rooms(governing=governing.still_governing(guidelines=lambda _: done(governing.FROM_THE_START))),
        readings.STUDENT,
    ),
    "guidelines-written": lambda theme: GuidelinesView(theme, still_rooms(), badges.ADMIN, _nowhere),
    "closed": lambda theme: ClosedView(theme, still_rooms(), readings.STUDENT, _nowhere),
    "appeals": lambda theme: AppealsView(theme, still_rooms(), readings.TEACHER, _nowhere),
    "take-along": lambda theme: TakeAlongDialog(theme, still_rooms(), readings.STUDENT, "a"),
    "certificate": lambda _theme: Sheet(QPageSize.PageSizeId.A4, "Ada Lovelace"),
    "certificate-letter": lambda _theme: Sheet(QPageSize.PageSizeId.Letter, "Wolfgang Amadeus von Überlang-Doppelname"),
}  # fmt: skip
