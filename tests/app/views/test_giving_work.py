"""Giving work, building a pathway and reading a text, by the accessibility tree and the keyboard."""

from __future__ import annotations

import msgspec
from conftest import Went, names, press, tree
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget

from app.store.giving_readings import GivenNow
from app.store.readings import StepState
from app.views.kit.piano import Piano
from app.views.places import AtAssignment, AtBuilder, AtElement, AtGiven, AtGiving
from app.views.student.assignment import AssignmentView
from app.views.student.element import ElementView
from app.views.teacher.builder import BuilderView
from app.views.teacher.given import GivenView
from app.views.teacher.giving import GivingView
from domain.learning.sequence import LearningElement
from domain.records.progress import StepElement
from workshop import gallery_giving as giving
from workshop import gallery_readings as readings
from workshop.gallery_rooms import done, still_rooms


def show(qtbot, view):
    qtbot.addWidget(view)
    view.resize(1366, 900)
    with qtbot.waitExposed(view):
        view.show()
    return view


def with_giving(**more):
    return still_rooms(giving=msgspec.structs.replace(giving.still_giving(), **more))


def test_the_button_says_exactly_what_will_happen(theme, qtbot) -> None:
    asked = []

    def give(_account, class_id, sequence_id, definitions, students, due):
        asked.append((class_id, sequence_id, len(definitions), len(students), due))
        return done(GivenNow(given=2, had_it=0))

    view = GivingView(theme, with_giving(give=give), readings.TEACHER, Went(), where=AtGiving(class_id="c1"))
    show(qtbot, view)
    qtbot.waitUntil(lambda: "Pick what you want to give" in names(view))
    boxes = view.findChildren(QCheckBox)
    next(box for box in boxes if box.text().startswith("Meet the keys")).setChecked(True)
    press(view, "Early birds")
    qtbot.waitUntil(lambda: any(name.startswith("Give 1 assignment") for name in names(view)))
    press(view, "Give 1 assignment")
    qtbot.waitUntil(lambda: any(name.startswith("Kept: ") for name in names(view)))
    assert asked == [("c1", "SEQ-LIFE", 1, 2, None)]


def test_a_day_that_is_picked_goes_with_it(theme, qtbot) -> None:
    asked = []

    def give(*given):
        asked.append(given[-1])
        return done(GivenNow(given=1, had_it=0))

    view = GivingView(theme, with_giving(give=give), readings.TEACHER, Went(), where=AtGiving(class_id="c1"))
    show(qtbot, view)
    qtbot.waitUntil(lambda: bool(view.findChildren(QCheckBox)))
    view.findChildren(QCheckBox)[0].setChecked(True)
    press(view, "In one week")
    press(view, "Give 1 assignment")
    qtbot.waitUntil(lambda: len(asked) == 1 and asked[0] is not None and len(asked[0]) == 10)


def test_what_was_given_says_how_far_everybody_is_and_is_put_away(theme, qtbot) -> None:
    moved, went = [], Went()

    def put_away(_account, ids, away):
        moved.append((tuple(ids), away))
        return done(1)

    view = GivenView(theme, with_giving(put_away=put_away), readings.TEACHER, went, class_id="c1")
    show(qtbot, view)
    qtbot.waitUntil(lambda: "Reading treble notes: 5 of 12 done, 6 begun" in names(view))
    press(view, "Put away: Reading treble notes")
    press(view, "Bring back: Bass clef, first steps")
    assert moved == [(("a1",), True), (("a1",), False)]
    press(view, "Give work")
    assert went == [AtGiving(class_id="c1", back=AtGiven(class_id="c1"))]


class Kept:
    """Keeps what is edited, as the store does."""

    def __init__(self) -> None:
        self.now = giving.OWN

    def keep(self, _account, changed):
        self.now = changed
        return done(changed)

    def rooms(self):
        return with_giving(keep_pathway=self.keep, own_pathway=lambda *_: done(self.now))


def builder(theme, qtbot, kept: Kept) -> BuilderView:
    where = AtBuilder(sequence_id="own-1")
    view = show(qtbot, BuilderView(theme, kept.rooms(), readings.TEACHER, Went(), where=where))
    qtbot.waitUntil(lambda: "Carols for December" in names(view))
    return view


def test_every_edit_of_a_pathway_is_kept_at_once(theme, qtbot) -> None:
    kept = Kept()
    view = builder(theme, qtbot, kept)
    press(view, "Down: Sing it first")
    qtbot.waitUntil(lambda: kept.now.groups[0].assignments[0].steps[0].code == "G-01542-quiz")
    press(view, "Remove: Sing it first")
    qtbot.waitUntil(lambda: kept.now.elements == ())
    press(view, "Publish")
    qtbot.waitUntil(lambda: kept.now.status == "published" and "Take back to draft" in names(view))


def the_dialog(qtbot):
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    return QApplication.activeModalWidget()


def pick(box: QComboBox, text: str) -> None:
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def test_when_a_step_opens_is_picked_and_told_as_a_student_reads_it(theme, qtbot) -> None:
    kept = Kept()
    view = builder(theme, qtbot, kept)
    assert "First finish “Sing it first”." in names(view)
    press(view, "When it opens: Treble notes from C4 to A4: play")
    dialog = the_dialog(qtbot)
    qtbot.waitUntil(lambda: "Play “Treble notes from C4 to A4: quiz” 2 more times." in names(dialog))
    ticks = {box.text(): box for box in dialog.findChildren(QCheckBox)}
    ticks["1. Sing it first"].setChecked(False)
    boxes = {box.accessibleName(): box for box in dialog.findChildren(QComboBox)}
    pick(boxes["Points to reach before it opens"], "900 of 1,000")
    pick(boxes["Plays before it opens"], "5")
    qtbot.waitUntil(lambda: "Reach 900 points in “Treble notes from C4 to A4: quiz”." in names(dialog))
    press(dialog, "Save")
    qtbot.waitUntil(lambda: kept.now.groups[0].assignments[0].steps[2].min_score == 900)
    step = kept.now.groups[0].assignments[0].steps[2]
    assert (step.requires, step.min_attempts, step.sequential) == (("G-01542-quiz",), 5, True)


def test_what_nobody_could_ever_do_cannot_be_kept(theme, qtbot) -> None:
    kept = Kept()
    view = builder(theme, qtbot, kept)
    press(view, "When it opens: Treble notes from C4 to A4: play")
    dialog = the_dialog(qtbot)
    {box.text(): box for box in dialog.findChildren(QCheckBox)}["2. Treble notes from C4 to A4: quiz"].setChecked(False)
    problem = "No game stands before “Treble notes from C4 to A4: play” whose plays or points could count."
    qtbot.waitUntil(lambda: problem in names(dialog))
    save = next(face for face in tree(dialog) if face.text(QAccessible.Text.Name) == "Save")
    assert save.state().disabled
    press(dialog, "Cancel")
    assert kept.now == giving.OWN


def test_a_game_is_found_by_words_and_added(theme, qtbot) -> None:
    kept = Kept()
    view = builder(theme, qtbot, kept)
    field = next(f for f in view.findChildren(QLineEdit) if f.accessibleName() == "Look for a game")
    qtbot.keyClicks(field, "treble")
    press(view, "Add: Treble notes from C4 to A4: play")
    qtbot.waitUntil(lambda: kept.now.groups[0].assignments[0].steps[-1].stage == "G-01542-play")


def test_a_chapter_gets_its_name_in_a_dialogue(theme, qtbot) -> None:
    kept = Kept()
    view = builder(theme, qtbot, kept)
    press(view, "Add a chapter")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    field = dialog.findChildren(QLineEdit)[0]
    qtbot.keyClicks(field, "Third week")
    press(dialog, "Save")
    qtbot.waitUntil(lambda: [group.name for group in kept.now.groups][-1] == "Third week")


def test_a_text_is_opened_read_and_then_done(theme, qtbot) -> None:
    went, finished = Went(), []

    def finish(_account, step_id):
        finished.append(step_id)
        return done(None)

    step = msgspec.structs.replace(readings.STEPS[0], element=StepElement.TXT, state=StepState.AVAILABLE)
    text = LearningElement(
        element_id="TXT-OWN-0001-E", name="Sit well", body="Elbows as high\nas the keys.\n\nBreathe."
    )
    rooms = still_rooms(
        finish_step=finish, giving=msgspec.structs.replace(giving.still_giving(), element=lambda *_: done(text))
    )
    view = show(qtbot, ElementView(theme, rooms, readings.STUDENT, went, step=step, assignment_id="a1"))
    qtbot.waitUntil(lambda: "Elbows as high as the keys." in names(view) and "Breathe." in names(view))
    press(view, "Done, go on")
    qtbot.waitUntil(lambda: went == [AtAssignment(assignment_id="a1")])
    assert finished == [step.step_id]


def test_a_text_that_has_not_come_yet_holds_nobody_up(theme, qtbot) -> None:
    step = msgspec.structs.replace(readings.STEPS[0], element=StepElement.TXT, state=StepState.AVAILABLE)
    rooms = with_giving(element=lambda *_: done(None))
    view = show(qtbot, ElementView(theme, rooms, readings.STUDENT, Went(), step=step, assignment_id="a1"))
    qtbot.waitUntil(lambda: any("has not come to this computer yet" in name for name in names(view)))
    assert "Done, go on" in names(view)


def test_what_is_watched_lights_up_on_the_keys_as_it_sounds(theme, qtbot) -> None:
    sung = []
    step = msgspec.structs.replace(readings.STEPS[0], element=StepElement.VID, state=StepState.AVAILABLE)
    melody = LearningElement(element_id="VID-OWN-0001-E", name="Watch", melody=("C4:1", "E4:1"), tempo=240)

    def sing(notes, tempo):
        sung.append((tuple(notes), tempo))
        return 0

    rooms = with_giving(element=lambda *_: done(melody), sing=sing)
    view = show(qtbot, ElementView(theme, rooms, readings.STUDENT, Went(), step=step, assignment_id="a1"))
    qtbot.waitUntil(lambda: standing_out(view) == ["Watch"])
    press(view, "Watch")
    qtbot.waitUntil(lambda: any("E4" in name and "now" in name for name in names(view)))
    assert sung == [(("C4:1", "E4:1"), 240)]
    assert standing_out(view) == []
    qtbot.waitUntil(lambda: standing_out(view) == ["Done, go on"])
    view.leave()


def standing_out(view: QWidget) -> list[str]:
    """The buttons that a page puts before all others."""
    return [each.text() for each in view.findChildren(QPushButton) if each.property("kind") == "primary"]


def test_whoever_plays_along_sees_their_own_keys(theme, qtbot) -> None:
    step = msgspec.structs.replace(readings.STEPS[0], element=StepElement.AUD, state=StepState.AVAILABLE)
    melody = LearningElement(element_id="AUD-OWN-0001-E", name="Listen", melody=("C4:1",), tempo=60)
    rooms = with_giving(element=lambda *_: done(melody))
    view = show(qtbot, ElementView(theme, rooms, readings.STUDENT, Went(), step=step, assignment_id="a1"))
    qtbot.waitUntil(lambda: view.findChild(Piano) is not None)
    piano = view.findChild(Piano)
    before = piano.grab().toImage()
    rooms.news.key.emit(60, 80)
    qtbot.waitUntil(lambda: piano.grab().toImage() != before)
    rooms.news.key.emit(60, 0)
    qtbot.waitUntil(lambda: piano.grab().toImage() == before)
    view.leave()


def test_a_step_that_is_no_game_opens_its_own_page(theme, qtbot) -> None:
    went = Went()
    steps = (msgspec.structs.replace(readings.STEPS[0], state=StepState.AVAILABLE), *readings.STEPS[1:])
    player = msgspec.structs.replace(readings.PLAYER, steps=steps)
    rooms = still_rooms(assignment=lambda *_: done(player))
    view = show(qtbot, AssignmentView(theme, rooms, readings.STUDENT, went, assignment_id="a1"))
    qtbot.waitUntil(lambda: any(name.startswith("Open: ") for name in names(view)))
    press(view, "Open: ")
    assert went == [AtElement(step=steps[0], assignment_id="a1")]


def test_an_assignment_is_shown_as_a_student_meets_it_and_leads_nowhere(theme, qtbot) -> None:
    view = builder(theme, qtbot, Kept())
    press(view, "As a student sees it")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: "Reading treble notes" in names(dialog))
    press(dialog, "Go on")
    assert QApplication.activeModalWidget() is dialog
    press(dialog, "Close")
