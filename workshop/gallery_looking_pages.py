"""The pages for looking back as the gallery hangs them."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from app.views.kit.theme import Theme
from app.views.places import AtHome, AtLookingBack
from app.views.student.looking_back import LookingBackView
from app.views.student.replay import ReplayView
from app.views.teacher.deciding import KindWordDialog
from app.views.teacher.listening import ListeningView
from workshop import gallery_looking as looking
from workshop import gallery_readings as readings
from workshop.gallery_rooms import still_rooms


def _nowhere(_place: object) -> None:
    """The gallery stays where it is."""


def listening_page(theme: Theme) -> QWidget:
    """What a teacher is asked to listen to."""
    return ListeningView(theme, still_rooms(), readings.TEACHER, _nowhere)


def looking_back(theme: Theme) -> QWidget:
    """A student's own weeks and plays."""
    return LookingBackView(theme, still_rooms(), readings.STUDENT, _nowhere, where=AtLookingBack())


def heat_class(theme: Theme) -> QWidget:
    """A class's weeks."""
    where = AtLookingBack(class_id="c1", name="Piano Lab 4A")
    return LookingBackView(theme, still_rooms(), readings.TEACHER, _nowhere, where=where)


def kind_word(theme: Theme) -> QWidget:
    """The sentences to pick from."""
    return KindWordDialog(theme, False, "Blue Finch", picked=_nowhere)


def replay_page(theme: Theme, which: str) -> QWidget:
    """An attempt in its middle, so that something is marked."""
    account = readings.TEACHER if which == "doubt" else readings.STUDENT
    view = ReplayView(theme, still_rooms(), account, _nowhere, attempt_id=which, back=AtHome())
    QApplication.processEvents()
    lines = looking.replay(which).retold.lines
    view.seek(lines[len(lines) * 2 // 3].at + 100_000 if lines else 2_000_000)
    return view
