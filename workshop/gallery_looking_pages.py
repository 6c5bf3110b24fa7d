"""The pages for looking back as the gallery hangs them."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget

from app.store.community_readings import WorldPage
from app.store.readings import StepState
from app.views.kit.theme import Theme
from app.views.places import AtBuilder, AtGiving, AtHome, AtLookingBack
from app.views.student.challenge import ChallengeView
from app.views.student.element import ElementView
from app.views.student.looking_back import LookingBackView
from app.views.student.replay import ReplayView
from app.views.student.world import WorldBadgeDialog
from app.views.teacher.builder import BuilderView
from app.views.teacher.deciding import KindWordDialog
from app.views.teacher.given import GivenView
from app.views.teacher.giving import GivingView
from app.views.teacher.group_dialog import GroupDialog
from app.views.teacher.listening import ListeningView
from app.views.teacher.opening import OpeningDialog
from domain.community.world import SWITCHED_OFF
from domain.records.curriculum import OwnStep
from domain.records.progress import StepElement
from workshop import gallery_giving as work
from workshop import gallery_looking as looking
from workshop import gallery_readings as readings
from workshop.gallery_rooms import still_rooms


def _nowhere(_place: object) -> None:
    """The gallery stays where it is."""


def listening_page(theme: Theme) -> QWidget:
    """What a teacher is asked to listen to."""
    return ListeningView(theme, still_rooms(), readings.TEACHER, _nowhere)


def world_board(theme: Theme) -> QWidget:
    """The world board of a challenge."""
    return _world_side(ChallengeView(theme, still_rooms(), readings.STUDENT, _nowhere, challenge_id="ch2"))


def world_board_off(theme: Theme) -> QWidget:
    """What the world board says to whom has not switched it on."""
    rooms = still_rooms(looking=looking.still_looking(WorldPage(state=SWITCHED_OFF)))
    return _world_side(ChallengeView(theme, rooms, readings.STUDENT, _nowhere, challenge_id="ch2"))


def world_badge(theme: Theme) -> QWidget:
    """Who has a badge at other schools."""
    rooms = still_rooms(looking=looking.still_looking(looking.WORLD_BADGE))
    return WorldBadgeDialog(theme, rooms, readings.STUDENT, _nowhere, readings.BADGES[0])


def _world_side(view: ChallengeView) -> QWidget:
    QApplication.processEvents()
    next(each for each in view.findChildren(QPushButton) if each.text() == "World").click()
    QApplication.processEvents()
    return view


def looking_back(theme: Theme) -> QWidget:
    """A student's own weeks and plays."""
    return LookingBackView(theme, still_rooms(), readings.STUDENT, _nowhere, where=AtLookingBack())


def heat_class(theme: Theme) -> QWidget:
    """A class's weeks."""
    where = AtLookingBack(class_id="c1", name="Piano Lab 4A")
    return LookingBackView(theme, still_rooms(), readings.TEACHER, _nowhere, where=where)


def giving(theme: Theme) -> QWidget:
    """A teacher picks what to give."""
    view = GivingView(theme, still_rooms(), readings.TEACHER, _nowhere, where=AtGiving(class_id="c1"))
    QApplication.processEvents()
    for box in view.findChildren(QCheckBox)[:2]:
        box.setChecked(True)
    return view


def given(theme: Theme) -> QWidget:
    """What a class was given."""
    return GivenView(theme, still_rooms(), readings.TEACHER, _nowhere, class_id="c1")


def groups(theme: Theme) -> QWidget:
    """Groups of a class."""
    return GroupDialog(theme, still_rooms(), readings.TEACHER, work.page(), ("st0", "st3"), changed=lambda: None)


def builder(theme: Theme) -> QWidget:
    """A pathway in the making."""
    where = AtBuilder(sequence_id="own-1")
    return BuilderView(theme, still_rooms(), readings.TEACHER, _nowhere, where=where)


def builder_opening(theme: Theme) -> QWidget:
    """When a step of a pathway opens."""
    steps = work.OWN.groups[0].assignments[0].steps
    titles = {"TXT-OWN-0001-E": "Sing it first", "G-01542-quiz": "Treble notes from C4 to A4: quiz"}

    def title(step: OwnStep) -> str:
        return titles.get(step.code, "Real tunes in five fingers: play")

    return OpeningDialog(theme, steps, 2, titles=title, most=lambda _stage: 1_000, kept=_nowhere)


def builder_list(theme: Theme) -> QWidget:
    """A teacher's pathways."""
    return BuilderView(theme, still_rooms(), readings.TEACHER, _nowhere, where=AtBuilder())


def _element(kind: StepElement, title: str) -> Callable[[Theme], QWidget]:
    def made(theme: Theme) -> QWidget:
        step = msgspec.structs.replace(
            readings.STEPS[0], element=kind, state=StepState.AVAILABLE, title=title, element_id="x"
        )
        return ElementView(theme, still_rooms(), readings.STUDENT, _nowhere, step=step, assignment_id="a1")

    return made


element_txt = _element(StepElement.TXT, "Sitting at the keyboard")
element_vid = _element(StepElement.VID, "Watch: first notes")
element_rwd = _element(StepElement.RWD, "Chapter 1 done")


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
