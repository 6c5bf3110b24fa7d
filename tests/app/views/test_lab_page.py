"""The school's computers: who is in touch, what waits where, a code for a new one, the end of one."""

from __future__ import annotations

from concurrent.futures import Future

import msgspec
from conftest import Went, names
from PySide6.QtWidgets import QPushButton

from app.views.teacher.lab import LabView
from app.views.teacher.lab_dialogs import EndMachineDialog, NewMachineDialog
from app.views.teacher.people_here import TakeOffDialog
from workshop import gallery_readings as readings
from workshop.gallery_lab import LAB
from workshop.gallery_rooms import done, still_rooms


def lab_page(theme, qtbot, **more) -> LabView:
    view = LabView(theme, still_rooms(**more), readings.TEACHER, Went())
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    qtbot.waitUntil(lambda: "Computers and displays" in names(view))
    return view


def test_each_machine_says_when_it_was_in_touch_and_what_waits_on_it(theme, qtbot) -> None:
    view = lab_page(theme, qtbot)
    found = names(view)
    assert "Lab 07, by the window, 42 waiting there · 3 d ago" in found
    assert "Lab 02, In touch 3 min ago" in found
    assert "45 things wait there" in found


def test_this_computer_cannot_end_itself(theme, qtbot) -> None:
    found = names(lab_page(theme, qtbot))
    assert "End Lab 12: it belongs to the school no more" in found
    assert not any(name.startswith("End Teacher's desk") for name in found)


def test_out_of_contact_the_page_says_that_the_others_may_have_been_in_touch(theme, qtbot) -> None:
    old = msgspec.structs.replace(LAB, fresh_at=readings.NOW - readings.DAY)
    view = lab_page(theme, qtbot, lab=lambda _: done(old))
    assert any("no contact with the school just now" in name for name in names(view))


def test_a_code_for_a_new_computer_is_read_letter_by_letter(theme, qtbot) -> None:
    rooms = still_rooms()
    dialog = NewMachineDialog(theme, lambda: rooms.machine_code(readings.TEACHER), lambda _: "11:06", None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "The code: K 7 W M - 4 T Q X" in names(dialog))


def test_ending_a_machine_asks_first_and_tells_what_it_still_holds(theme, qtbot) -> None:
    ended: list[str] = []

    def end() -> Future[None]:
        ended.append("m0")
        return done(None)

    dialog = EndMachineDialog(theme, LAB.machines[0], end, None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert any("had not been sent" in name for name in names(dialog))
    assert not ended
    button = next(each for each in dialog.findChildren(QPushButton) if "End it" in each.text())
    with qtbot.waitSignal(dialog.accepted):
        button.click()
    assert ended == ["m0"]


def test_people_are_taken_off_this_computer_unless_they_are_at_it_or_work_of_theirs_waits(theme, qtbot) -> None:
    taken: list[str] = []

    def take_off(_account: object, user_id: str) -> Future[None]:
        taken.append(user_id)
        return done(None)

    view = lab_page(theme, qtbot, take_off=take_off)
    buttons = {each.accessibleName(): each for each in view.findChildren(QPushButton)}
    assert "Take Ms Rivera off this computer" not in buttons
    assert not buttons["Take Ben O. off this computer"].isEnabled()
    buttons["Take Mia R. off this computer"].click()
    dialog = view.window().findChild(TakeOffDialog)
    assert not taken
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Take off")
    with qtbot.waitSignal(dialog.accepted):
        button.click()
    assert taken == ["u1"]
