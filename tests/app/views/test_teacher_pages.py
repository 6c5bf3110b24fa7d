"""The class: sorting, searching, freshness, empty states, and 500 students without waiting."""

from __future__ import annotations

import msgspec
import pytest
from conftest import Went, names
from PySide6.QtCore import Qt

from app.views.places import AtStudent
from app.views.teacher.classroom import ClassroomView
from app.views.teacher.student import StudentView
from app.views.teacher.table import ClassFilter, ClassModel
from workshop import gallery_class as a_class
from workshop import gallery_readings as readings
from workshop.gallery_rooms import done, still_rooms


def show(qtbot, view):
    qtbot.addWidget(view)
    view.resize(1366, 900)
    with qtbot.waitExposed(view):
        view.show()
    return view


def classroom(theme, qtbot, went=None, **more) -> ClassroomView:
    rooms = still_rooms(**more)
    return show(qtbot, ClassroomView(theme, rooms, readings.TEACHER, Went() if went is None else went, class_id=None))


def test_how_fresh_it_is_is_always_said(theme, qtbot) -> None:
    view = classroom(theme, qtbot)
    qtbot.waitUntil(lambda: any(name.startswith("as of 26 min ago") for name in names(view)))


def test_old_figures_say_what_may_be_missing(theme, qtbot) -> None:
    old = msgspec.structs.replace(a_class.OVERVIEW, fresh_at=readings.NOW - readings.DAY)
    view = classroom(theme, qtbot, class_overview=lambda *_: done(old))
    qtbot.waitUntil(lambda: any("newer plays may be missing" in name for name in names(view)))


def test_on_a_new_computer_figures_that_still_grow_say_so(theme, qtbot) -> None:
    rooms = still_rooms(sync=readings.SYNC_FILLING)
    view = show(qtbot, ClassroomView(theme, rooms, readings.TEACHER, Went(), class_id=None))
    qtbot.waitUntil(lambda: any("still on their way" in name for name in names(view)))
    rooms.news.sync.emit(msgspec.structs.replace(readings.SYNC_FILLING, older=None))
    qtbot.waitUntil(lambda: not any("still on their way" in name for name in names(view)))
    view.leave()


def test_an_empty_class_says_what_will_be_here(theme, qtbot) -> None:
    view = classroom(theme, qtbot, class_overview=lambda *_: done(a_class.EMPTY_OVERVIEW))
    qtbot.waitUntil(lambda: "Nobody is in this class yet" in names(view))
    assert "no contact with the school yet" in names(view)


def test_without_a_class_the_page_says_so(theme, qtbot) -> None:
    view = classroom(theme, qtbot, classes=lambda _: done(()))
    qtbot.waitUntil(lambda: "No class yet" in names(view))


def test_achievements_show_who_what_and_whether_it_was_shared(theme, qtbot) -> None:
    view = classroom(theme, qtbot)
    qtbot.waitUntil(lambda: "Blue Finch: Sight-reader, level III, silver, just now" in names(view))


def test_a_row_opens_its_student(theme, qtbot) -> None:
    went = Went()
    view = classroom(theme, qtbot, went)
    qtbot.waitUntil(lambda: view.table is not None)
    table = view.table
    table.setCurrentIndex(table.model().index(0, 0))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert went == [AtStudent(class_id="c1", student_id="st0")]


@pytest.mark.parametrize(
    ("column", "key"), [(4, lambda r: r.attempts), (6, lambda r: r.points), (9, lambda r: r.last_played_at or 0)]
)
def test_columns_sort_by_their_figures(column: int, key) -> None:
    rows = a_class.student_rows(60)
    proxy = ClassFilter(ClassModel(rows, readings.NOW))
    proxy.sort(column, Qt.SortOrder.DescendingOrder)
    found = [proxy.index(i, 0).data(Qt.ItemDataRole.UserRole + 1) for i in range(proxy.rowCount())]
    assert [key(row) for row in found] == sorted((key(row) for row in rows), reverse=True)


def test_a_search_finds_handles_and_register_names() -> None:
    proxy = ClassFilter(ClassModel(a_class.student_rows(), readings.NOW))
    proxy.look_for("fox")
    assert proxy.rowCount() == 1
    proxy.look_for("rossi sofia")
    assert proxy.index(0, 0).data() == "Calm Panda"
    proxy.look_for("nobody")
    assert proxy.rowCount() == 0


def test_five_hundred_students_are_all_there_and_each_can_be_reached(theme, qtbot) -> None:
    many = msgspec.structs.replace(a_class.OVERVIEW, students=a_class.student_rows(500))
    view = classroom(theme, qtbot, class_overview=lambda *_: done(many))
    qtbot.waitUntil(lambda: view.table is not None)
    model = view.table.model()
    assert model.rowCount() == 500
    for row in range(0, 500, 50):
        view.table.scrollTo(model.index(row, 0))
        assert view.table.viewport().rect().contains(view.table.visualRect(model.index(row, 0)).center())


def test_one_student_step_by_step(theme, qtbot) -> None:
    rooms = still_rooms()
    view = show(qtbot, StudentView(theme, rooms, readings.TEACHER, Went(), class_id="c1", student_id="st0"))
    qtbot.waitUntil(lambda: "Amara Bello" in names(view))
    said = names(view)
    assert "940 / 900" in said
    assert "being checked" in said
    assert "as of 26 min ago" in said
