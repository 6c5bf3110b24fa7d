"""A computer joins a school, a display joins a class: by a code, with a kind word where it does not work."""

from __future__ import annotations

from concurrent.futures import Future

import msgspec
import pytest
from conftest import names, press
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.store.problems import StoreProblem
from app.views.kit.theme import Look, Theme
from app.views.kit.tokens import ThemeName
from app.views.student.joining import JoiningCard, address_of
from app.views.student.sign_in import SignInView
from app.views.teacher.display_code import DisplayCodeDialog
from domain.music.say import say
from workshop import gallery_readings as readings
from workshop.gallery_rooms import done, still_rooms

PAGE = readings.sign_in_page()
UNKNOWN = say("This code is unknown or over. Ask for a new one.")


def refusing(*_: str) -> Future[None]:
    future: Future[None] = Future()
    future.set_exception(StoreProblem(UNKNOWN))
    return future


def field(widget, name: str) -> QLineEdit:
    return next(each for each in widget.findChildren(QLineEdit) if each.accessibleName() == name)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("music.school.example", "https://music.school.example"),
        (" music.school.example/ ", "https://music.school.example"),
        ("http://10.0.0.5:8000", "http://10.0.0.5:8000"),
        ("", ""),
    ],
)
def test_an_address_without_a_scheme_is_meant_to_be_safe(typed: str, meant: str) -> None:
    assert address_of(typed) == meant


def test_a_computer_joins_with_address_code_and_name(theme, qtbot) -> None:
    asked: list[tuple[str, str, str]] = []
    card = JoiningCard(theme, lambda *given: (asked.append(given), done(None))[1], name="Lab 3")
    qtbot.addWidget(card)
    card.show()
    field(card, "The school's address").setText("music.school.example")
    press(card, "Add this computer")
    assert asked == []
    field(card, "Code").setText(" 7K4M-2QPX ")
    press(card, "Add this computer")
    assert asked == [("https://music.school.example", "7K4M-2QPX", "Lab 3")]
    qtbot.waitUntil(lambda: any(name.startswith("This computer belongs to the school now") for name in names(card)))


def test_a_wrong_code_is_said_and_may_be_typed_again(theme, qtbot) -> None:
    card = JoiningCard(theme, refusing, centre="https://music.school.example", name="Lab 3")
    qtbot.addWidget(card)
    card.show()
    field(card, "Code").setText("wrong")
    QTest.keyClick(field(card, "Code"), "\r")
    qtbot.waitUntil(lambda: UNKNOWN.english() in names(card))
    press(card, "Add this computer")


def test_joining_is_offered_only_where_there_is_no_school(theme, qtbot) -> None:
    nowhere = msgspec.structs.replace(PAGE, machine_name="", school_name="", classes=(), staff=())
    offered = still_rooms(sign_in_page=lambda: done(nowhere), join=refusing)
    view = SignInView(theme, offered, signed_in=lambda _: None)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: "Add this computer to a school" in names(view))
    member = msgspec.structs.replace(nowhere, school_name="Hill School", machine_name="Lab 3")
    view = SignInView(theme, still_rooms(sign_in_page=lambda: done(member), join=refusing), signed_in=lambda _: None)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: "Nobody is known on this computer yet" in names(view))
    # It has been added already: nobody is sent to do that.
    told = "This computer belongs to your school. Classes appear here as soon as they have students."
    assert told in names(view)


def test_what_changes_on_the_machine_shows_unless_somebody_types(theme, qtbot) -> None:
    page = [PAGE]
    rooms = still_rooms(sign_in_page=lambda: done(page[0]))
    view = SignInView(theme, rooms, signed_in=lambda _: None)
    qtbot.addWidget(view)
    view.show()
    first = PAGE.classes[0]
    qtbot.waitUntil(lambda: any(name.startswith(first.class_name) for name in names(view)))
    renamed = msgspec.structs.replace(first, class_name="The new choir")
    page[0] = msgspec.structs.replace(PAGE, classes=(renamed,))
    rooms.news.changed.emit("machine", frozenset({"sign_in_tile"}))
    qtbot.waitUntil(lambda: any(name.startswith("The new choir") for name in names(view)))
    press(view, "The new choir")
    press(view, first.people[0].display_name)
    qtbot.waitUntil(lambda: "Type your PIN" in names(view))
    page[0] = PAGE
    rooms.news.changed.emit("machine", frozenset({"sign_in_tile"}))
    qtbot.waitUntil(lambda: view._page == PAGE)
    assert "Type your PIN" in names(view)


@pytest.mark.parametrize("look", list(ThemeName))
def test_a_display_is_given_to_the_class_in_every_look(look: ThemeName, qtbot, qapp) -> None:
    asked: list[str] = []
    dialog = DisplayCodeDialog(
        Theme(Look(name=look)), "Piano A", lambda code: (asked.append(code), done(None))[1], parent=None
    )
    qtbot.addWidget(dialog)
    dialog.show()
    press(dialog, "Give it to the class")
    assert asked == []
    field(dialog, "The code on the display").setText(" 1234-5678 ")
    press(dialog, "Give it to the class")
    assert asked == ["1234-5678"]
    qtbot.waitUntil(lambda: any(name.startswith("The display belongs to this class now") for name in names(dialog)))
    press(dialog, "Done")


def test_a_wrong_display_code_keeps_the_dialogue_open(theme, qtbot) -> None:
    dialog = DisplayCodeDialog(theme, "Piano A", refusing, parent=None)
    qtbot.addWidget(dialog)
    dialog.show()
    field(dialog, "The code on the display").setText("1234")
    press(dialog, "Give it to the class")
    qtbot.waitUntil(lambda: UNKNOWN.english() in names(dialog))
    assert dialog.isVisible()
