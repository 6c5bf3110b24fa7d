"""A display is taken out of the school while it hangs there: it shows a code again and can be given to a class."""

from __future__ import annotations

import pytest
from classroom import Classroom, Wires, fake_port, result, until

from app.desktop import Desktop
from app.store.machine import enrolment
from app.sync.road import Road


@pytest.mark.usefixtures("qapp")
def test_a_display_that_was_taken_out_shows_a_code_and_comes_back(classroom: Classroom) -> None:
    wires = Wires()

    def on_these_wires(**handed: object) -> Road:
        return Road(transport=wires, quiet=0.2, jitter=lambda _bound: 0.05, **handed)  # type: ignore[arg-type]

    display = Desktop(classroom.folder / "display", sound=False, make_port=fake_port, make_road=on_these_wires)
    display.start()
    display.pair(classroom.url, "Display")
    rooms = display.display_rooms()

    def code() -> str:
        return rooms.pairing_code() or ""

    def given() -> str:
        until(lambda: bool(code()), "the code is shown")
        classroom.centre.machines.claim(classroom.org_id, classroom.classes[classroom.CLASS], code())
        until(lambda: rooms.pairing_code() is None, "the display has its class")
        home = result(enrolment(keeper=display.keeper))
        assert home is not None
        return home.device_id

    try:
        first = given()
        until(lambda: result(rooms.reading()).class_name == classroom.CLASS, "it shows its class")
        classroom.centre.machines.revoke(classroom.org_id, first)
        assert given() != first
        until(lambda: result(rooms.reading()).fresh_at is not None, "it shows its class again")
    finally:
        display.close()
