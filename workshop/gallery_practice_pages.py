"""The pages about practising and about this machine's keyboards, as they hang in the gallery."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from app.midi.state import HeardKind, PortState
from app.stage.lateness import Timing
from app.stage.tapping_along import Cue
from app.views.kit.theme import Theme
from app.views.rooms import Rooms
from app.views.student.calibration import CalibrationView
from app.views.student.keyboards import KeyboardsView
from app.views.student.mastery import SkillsView
from app.views.student.quick_find import QuickFindView
from app.views.student.review import ReviewView
from app.views.teacher.levels import LevelsView
from app.views.tuning_rooms import Pair
from domain.music.calibration import Calibrated
from workshop import gallery_practice as practice
from workshop import gallery_readings as readings
from workshop.gallery_rooms import still_rooms


def _nowhere(_place: object) -> None:
    """The gallery stays where it is."""


def _keyboards(state: PortState, tuning: practice.StillTuning) -> Callable[[Theme], QWidget]:
    def make(theme: Theme) -> QWidget:
        heard, tuning.heard = tuning.heard, ()
        rooms = still_rooms(tuning=tuning.rooms(), port_state=lambda: state)
        view = KeyboardsView(theme, rooms, readings.STUDENT, _nowhere, back=None)
        tuning.heard = heard
        for message in heard:
            if message.kind is HeardKind.DOWN:
                rooms.news.key.emit(message.key, message.value)
        view.look()
        return view

    return make


def _octave(theme: Theme) -> QWidget:
    view = _keyboards(practice.THREE_KEYBOARDS, practice.StillTuning())(theme)
    assert isinstance(view, KeyboardsView)
    view.octaves.ask()
    view.octaves.hear(48)
    return view


def _calibration(
    rooms: Rooms | None = None, *, run: bool = False, done: Calibrated | str | None = ""
) -> Callable[[Theme], QWidget]:
    def make(theme: Theme) -> QWidget:
        tuning = practice.StillTuning()
        view = CalibrationView(
            theme, rooms or still_rooms(tuning=tuning.rooms()), readings.STUDENT, _nowhere, back=None
        )
        if run:
            view.start(Cue.PICTURE)
            QApplication.processEvents()
        if not isinstance(done, str):
            tuning.runs[-1].done.emit(done)  # type: ignore[attr-defined]
        return view

    return make


_OFFER = practice.StillTuning(
    pair=Pair(keyboard=practice.STAGE_PIANO, silent=False, timing=Timing(sound=20_000, leans=(31_000, 34_000, 40_000)))
)
VIEWS: dict[str, Callable[[Theme], QWidget]] = {
    "keyboards": _keyboards(practice.THREE_KEYBOARDS, practice.StillTuning()),
    "keyboards-none": _keyboards(readings.PORT_EMPTY, practice.StillTuning(heard=())),
    "keyboards-octave": _octave,
    "calibration": _calibration(),
    "calibration-offer": _calibration(still_rooms(tuning=_OFFER.rooms())),
    "calibration-tapping": _calibration(run=True),
    "calibration-result": _calibration(run=True, done=Calibrated(42_000, 12, 18_000)),
    "calibration-again": _calibration(run=True, done=None),
    "review": lambda theme: ReviewView(theme, still_rooms(), readings.STUDENT, _nowhere),
    "review-done": lambda theme: ReviewView(
        theme, still_rooms(practice=practice.still_practice(review=practice.REVIEW_DONE)), readings.STUDENT, _nowhere
    ),
    "skills": lambda theme: SkillsView(theme, still_rooms(), readings.STUDENT, _nowhere),
    "quick-find": lambda theme: QuickFindView(theme, still_rooms(), readings.STUDENT, _nowhere, concept=None),
    "quick-find-empty": lambda theme: _searched(theme, "xylophone"),
    "quick-find-words": lambda theme: _searched(theme, "major sca"),
    "levels": lambda theme: LevelsView(
        theme, still_rooms(), readings.TEACHER, _nowhere, class_id="c1", student_id="st0", name="Blue Finch"
    ),
}


def _searched(theme: Theme, words: str) -> QWidget:
    view = QuickFindView(theme, still_rooms(), readings.STUDENT, _nowhere, concept=None)
    view.field.setText(words)
    return view
