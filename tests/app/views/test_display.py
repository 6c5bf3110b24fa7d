"""The display turns its pages by itself, carries on through trouble, and no hand gets out of it (R13)."""

from __future__ import annotations

from concurrent.futures import Future

import msgspec
import pytest
from conftest import names
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from app.store.problems import disk_unreachable
from app.views.kiosk.display import Display
from app.views.rooms import DisplayRooms, News
from workshop import gallery_class as a_class
from workshop import gallery_readings as readings
from workshop.gallery_rooms import done, still_display

KEYS = [
    Qt.Key.Key_Escape, Qt.Key.Key_F4, Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_F11, Qt.Key.Key_Tab, Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace, Qt.Key.Key_Meta, Qt.Key.Key_Menu, Qt.Key.Key_F1, Qt.Key.Key_Space,
]  # fmt: skip
HELD = [
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
]


@pytest.fixture
def made(theme, qtbot):
    left = []
    display = Display(theme, still_display(), leave=lambda: left.append(1))
    display.left = left  # type: ignore[attr-defined]
    qtbot.addWidget(display, before_close_func=lambda each: each._let_go(lambda: None))
    with qtbot.waitExposed(display):
        display.showFullScreen()
    qtbot.waitUntil(lambda: display.page is not None)
    return display


def test_pages_turn_through_everything_and_begin_again(made: Display) -> None:
    seen = []
    for _ in range(6):
        seen.append(made.page.accessibleName())
        made.turn()
    assert seen[:5] == [
        "Silver Fox: Sight-reader III",
        "Golden Wren: Perfect week",
        "This week’s points",
        "Day after day",
        "Spring concert",
    ]
    assert seen[5] == seen[0]


def test_equal_points_share_a_rank(made: Display, qtbot) -> None:
    made.turn()
    made.turn()
    qtbot.waitUntil(lambda: names(made).count("2") == 2)


@pytest.mark.parametrize("held", HELD)
@pytest.mark.parametrize("key", KEYS)
def test_no_chord_leaves(made: Display, qtbot, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    before = made.page
    qtbot.keyClick(made, key, held)
    assert made.isVisible()
    assert made.page is before
    assert not made.left  # type: ignore[attr-defined]


def test_no_click_leaves_and_the_window_does_not_close(made: Display, qtbot) -> None:
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        qtbot.mouseDClick(made, button, pos=QPoint(5, 5))
    assert not made.close()
    assert made.isVisible()


def test_the_staffs_chord_leaves(made: Display, qtbot) -> None:
    chord = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(made, Qt.Key.Key_Q, chord)
    assert made.left == [1]  # type: ignore[attr-defined]


def test_an_unpaired_display_shows_its_code(theme, qtbot) -> None:
    display = Display(theme, still_display(code="K7M4QX"), leave=lambda: None)
    qtbot.addWidget(display, before_close_func=lambda each: each._let_go(lambda: None))
    display.show()
    qtbot.waitUntil(lambda: "K7M4QX" in names(display))


def test_trouble_keeps_what_shows(theme, qtbot) -> None:
    answers = [done(a_class.KIOSK)]

    def reading():
        if answers:
            return answers.pop()
        failed: Future = Future()
        failed.set_exception(disk_unreachable())
        return failed

    rooms = DisplayRooms(news=News(), now=lambda: readings.NOW, reading=reading, pairing_code=lambda: None)
    display = Display(theme, rooms, leave=lambda: None)
    qtbot.addWidget(display, before_close_func=lambda each: each._let_go(lambda: None))
    display.show()
    qtbot.waitUntil(lambda: display.page is not None)
    page = display.page
    display.renew()
    QApplication.processEvents()
    assert display.page is page


def over_time(theme, qtbot, *told) -> tuple[Display, list]:
    """A display whose mirror holds one reading after another."""
    left = list(told)
    rooms = DisplayRooms(
        news=News(), now=lambda: readings.NOW, pairing_code=lambda: None,
        reading=lambda: done(left[0] if len(left) == 1 else left.pop(0)),
    )  # fmt: skip
    display = Display(theme, rooms, leave=lambda: None)
    qtbot.addWidget(display, before_close_func=lambda each: each._let_go(lambda: None))
    display.showFullScreen()
    qtbot.waitUntil(lambda: display.page is not None)
    return display, left


def test_what_is_taken_back_leaves_the_screen_at_once(theme, qtbot) -> None:
    kiosk = a_class.KIOSK
    less = msgspec.structs.replace(kiosk, shares=kiosk.shares[1:], highlights=())
    display, _ = over_time(theme, qtbot, msgspec.structs.replace(kiosk, highlights=()), less)
    first = display.page.accessibleName()
    display.renew()
    qtbot.waitUntil(lambda: display.page.accessibleName() != first)
    assert not any(kiosk.shares[0].author_name in name for name in names(display))


def test_news_about_what_shows_is_told_in_its_place(theme, qtbot) -> None:
    kiosk = msgspec.structs.replace(a_class.KIOSK, highlights=())
    liked = msgspec.structs.replace(kiosk.shares[1], message="Even better now")
    now = msgspec.structs.replace(kiosk, shares=(kiosk.shares[0], liked, *kiosk.shares[2:]))
    display, _ = over_time(theme, qtbot, kiosk, now)
    display.turn()
    shown = display.page.accessibleName()
    display.renew()
    qtbot.waitUntil(lambda: any("Even better now" in name for name in names(display)))
    assert display.page.accessibleName() == shown


def test_a_display_that_knows_neither_school_nor_news_says_neither(theme, qtbot) -> None:
    still = still_display()
    reading = msgspec.structs.replace(still.reading().result(), school_name="", fresh_at=None)
    rooms = msgspec.structs.replace(still, reading=lambda: done(reading))
    display = Display(theme, rooms, leave=lambda: None)
    qtbot.addWidget(display, before_close_func=lambda each: each._let_go(lambda: None))
    with qtbot.waitExposed(display):
        display.show()
    qtbot.waitUntil(lambda: reading.class_name in names(display))
    assert not any(name.startswith("as of") or name.endswith("·") for name in names(display))
