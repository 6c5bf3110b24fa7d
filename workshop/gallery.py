"""Every view in every look, as pictures to be looked at: `python -m workshop.gallery DIR [NAME …]`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from app.views.kit import icons
from app.views.kit.theme import Look, Theme, register_fonts
from app.views.kit.tokens import ThemeName
from app.views.student.assignment import AssignmentView
from app.views.student.dashboard import DashboardView
from app.views.student.play import PlayView
from app.views.student.result import ResultView
from app.views.student.sign_in import SignInView
from workshop import gallery_readings as readings
from workshop.gallery_rooms import still_rooms

SIZE = QSize(1366, 900)
LOOKS = (
    Look(),
    Look(name=ThemeName.DARK),
    Look(name=ThemeName.CONTRAST),
    Look(percent=200),
)
Make = Callable[[Theme], QWidget]
_DEMO = (("Blue Finch", "PIN 2580", "a student of Piano Lab 4A"), ("Ms Rivera", "password demonstration", "a teacher"))


def _nowhere(_place: object) -> None:
    """The gallery stays where it is."""


def _people(theme: Theme) -> QWidget:
    view = SignInView(theme, still_rooms(), signed_in=_nowhere)
    QApplication.processEvents()
    view.show_class(readings.sign_in_page().classes[0])
    return view


def _pin(theme: Theme) -> QWidget:
    view = SignInView(theme, still_rooms(), signed_in=_nowhere)
    QApplication.processEvents()
    view.show_person(readings.sign_in_page().classes[0].people[0], lambda: None)
    return view


def _play(**more: object) -> Make:
    def make(theme: Theme) -> QWidget:
        rooms = still_rooms(**more)  # type: ignore[arg-type]
        return PlayView(theme, rooms, readings.STUDENT, _nowhere, step=readings.STEPS[2], assignment_id="a1")

    return make


def _paused(theme: Theme) -> QWidget:
    view = _play()(theme)
    QApplication.processEvents()
    for child in view.findChildren(QWidget):
        child.ensurePolished()
    game = next(child for child in view.children() if hasattr(child, "pause"))
    game.pause()
    return view


VIEWS: dict[str, Make] = {
    "sign-in": lambda theme: SignInView(theme, still_rooms(demonstration=_DEMO), signed_in=_nowhere),
    "sign-in-people": _people,
    "sign-in-pin": _pin,
    "dashboard": lambda theme: DashboardView(theme, still_rooms(), readings.STUDENT, _nowhere),
    "dashboard-empty": lambda theme: DashboardView(
        theme, still_rooms(dashboard=readings.EMPTY_DASHBOARD), readings.STUDENT, _nowhere
    ),
    "assignment": lambda theme: AssignmentView(theme, still_rooms(), readings.STUDENT, _nowhere, assignment_id="a1"),
    "play": _play(),
    "play-feedback": _play(picture=readings.FEEDBACK),
    "play-tune": _play(picture=readings.TUNE_PICTURE),
    "play-choices": _play(picture=readings.CHOOSING),
    "play-no-keyboard": _play(missing=readings.NO_KEYBOARD),
    "play-paused": _paused,
    "result": lambda theme: ResultView(
        theme, still_rooms(), readings.STUDENT, _nowhere, finished=readings.FINISHED, step=readings.STEPS[2],
        assignment_id="a1",
    ),
}  # fmt: skip


def picture_of(view: QWidget, theme: Theme, path: Path, size: QSize = SIZE) -> None:
    """Show a view as its own window, let it settle, save it as PNG."""
    theme.dress(view)
    view.resize(size)
    view.show()
    for _ in range(4):
        QApplication.processEvents()
    view.grab().save(str(path))
    view.close()


def hang(folder: Path, names: list[str] | None = None) -> list[Path]:
    """Save every view in every look; `names` are beginnings of views' names. Returns the files."""
    register_fonts()
    icons.warm_up()
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    for name, make in VIEWS.items():
        if names and not any(name.startswith(each) for each in names):
            continue
        for look in LOOKS:
            theme = Theme(look)
            path = folder / f"{name}-{look.name}-{look.percent}.png"
            picture_of(make(theme), theme, path)
            made.append(path)
    return made


def main() -> None:
    """Hang the gallery."""
    if len(sys.argv) < 2:
        raise SystemExit("usage: python -m workshop.gallery DIR [NAME …]")
    application = QApplication.instance() or QApplication([])
    for path in hang(Path(sys.argv[1]), sys.argv[2:]):
        print(path)
    del application


if __name__ == "__main__":
    main()
