"""A list of thousands: only what is in sight exists, nothing jumps, and Tab goes down the page."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from conftest import names
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.views.kit.endless import Endless


class Thing(NamedTuple):
    key: str
    text: str


class Part(QWidget):
    def __init__(self, thing: Thing) -> None:
        super().__init__()
        self.thing = thing
        box = QVBoxLayout(self)
        self.button = QPushButton(thing.text)
        self.button.setMinimumHeight(40 + 10 * (len(thing.key) % 5))
        box.addWidget(self.button)

    def renew(self, thing: Thing) -> bool:
        if thing.text.startswith("other"):
            return False
        self.thing = thing
        self.button.setText(thing.text)
        return True


def things(first: int, last: int) -> list[Thing]:
    return [Thing(f"k{n}", f"thing {n}") for n in range(first, last)]


@pytest.fixture
def shown(theme, qtbot) -> Endless[Thing]:
    made: Endless[Thing] = Endless(
        theme, Part, Part.renew, key=lambda t: t.key, head=QLabel("head"), tail=QLabel("tail"), width=400
    )
    qtbot.addWidget(made)
    made.resize(500, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def texts(shown: Endless[Thing]) -> list[str]:
    return [part.thing.text for part in shown.parts if isinstance(part, Part)]


def in_sight(shown: Endless[Thing]) -> list[Part]:
    """The parts of which the upper half of the window shows something."""
    top = shown.verticalScrollBar().value()
    return [
        part
        for part in shown.parts
        if isinstance(part, Part) and part.y() < top + 300 and part.geometry().bottom() > top
    ]


def filled(shown: Endless[Thing], qtbot, many: int = 5_000) -> None:
    shown.show_items(things(0, many))
    qtbot.waitUntil(lambda: len(shown.parts) >= 8)


def test_only_what_is_in_sight_is_made(shown, qtbot) -> None:
    filled(shown, qtbot)
    assert texts(shown)[0] == "thing 0"
    assert len(shown.parts) < 60
    assert shown.verticalScrollBar().maximum() > 5_000 * 40


def test_the_middle_and_the_end_are_reached_and_the_beginning_let_go(shown, qtbot) -> None:
    filled(shown, qtbot)
    bar = shown.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    qtbot.waitUntil(lambda: bool(texts(shown)) and 1_500 < int(texts(shown)[0].split()[1]) < 3_500)
    bar.setValue(bar.maximum())

    def at_the_end() -> bool:
        bar.setValue(bar.maximum())
        return "thing 4999" in texts(shown)

    qtbot.waitUntil(at_the_end)
    assert "thing 0" not in texts(shown)


def test_what_is_new_above_moves_nothing(shown, qtbot) -> None:
    filled(shown, qtbot)
    bar = shown.verticalScrollBar()
    bar.setValue(2_000)
    qtbot.waitUntil(lambda: len(in_sight(shown)) > 2)
    seen = in_sight(shown)[0]
    before, key = seen.y() - bar.value(), seen.thing.key
    shown.show_items([Thing("new", "new"), *things(0, 5_000)])

    def same_place() -> bool:
        now = [part for part in shown.parts if isinstance(part, Part) and part.thing.key == key]
        return bool(now) and now[0].y() - bar.value() == before

    qtbot.waitUntil(same_place)


def test_a_part_is_renewed_with_its_focus_or_made_anew(shown, qtbot) -> None:
    filled(shown, qtbot, 20)
    first = shown.parts[0]
    first.button.setFocus()
    shown.show_items([Thing("k0", "changed"), *things(1, 20)])
    assert shown.parts[0] is first
    assert first.button.text() == "changed"
    assert first.button.hasFocus()
    shown.show_items([Thing("k0", "other"), *things(1, 20)])
    qtbot.waitUntil(lambda: "other" in texts(shown))
    assert shown.parts[0] is not first


def test_tab_goes_down_the_page_after_scrolling_up_and_down(shown, qtbot) -> None:
    filled(shown, qtbot)
    bar = shown.verticalScrollBar()
    for value in (3_000, 1_000, 2_000, 1_500):
        bar.setValue(value)
        qtbot.waitUntil(lambda: len(in_sight(shown)) > 2)
    qtbot.waitUntil(lambda: len(shown.parts) >= 8)
    buttons = [part.button for part in shown.parts if isinstance(part, Part)]
    chain, at = [], buttons[0]
    for _ in range(len(buttons)):
        chain.append(at.text())
        at = at.nextInFocusChain()
        while not isinstance(at, QPushButton):
            at = at.nextInFocusChain()
    assert chain == [button.text() for button in buttons]


def test_further_items_come_below_and_repeats_once(shown, qtbot) -> None:
    shown.show_items(things(0, 3))
    shown.add_items(things(2, 5))
    qtbot.waitUntil(lambda: texts(shown) == [f"thing {n}" for n in range(5)])
    assert "thing 4" in names(shown)


def test_the_end_is_told(shown, qtbot) -> None:
    with qtbot.waitSignal(shown.near_end, timeout=5_000):
        shown.show_items(things(0, 2))


def test_nothing_of_the_page_before_shines_through(theme, qtbot) -> None:
    below = QWidget()
    qtbot.addWidget(below)
    below.setStyleSheet("background: red")
    made: Endless[Thing] = Endless(
        theme, Part, Part.renew, key=lambda t: t.key, head=QLabel("head"), tail=QLabel("tail"), width=300
    )
    QVBoxLayout(below).addWidget(made)
    below.resize(600, 400)
    with qtbot.waitExposed(below):
        below.show()
    made.show_items(things(0, 50))
    edge = made.mapTo(below, made.viewport().rect().center()) - made.viewport().rect().center()
    picture = below.grab().toImage()
    assert picture.pixelColor(edge.x() + 12, edge.y() + 150) == theme.colour("ground")
