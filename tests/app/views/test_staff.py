"""The staff shows real engraving, marks notes by shape and word, reads itself aloud, engraves nothing twice."""

from __future__ import annotations

import pytest
from conftest import tree
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible

from app.views.kit.engraving import EngravingProblem, engrave, engrave_on_two_lines
from app.views.kit.staff import StaffView
from domain.games.picture import Mark, Staff
from domain.music.mei import HALF_NOTE, QUARTER_NOTE, note, staff_mei
from domain.music.rhythm import Metre
from domain.music.say import say

TUNE = staff_mei(
    [note("C4", QUARTER_NOTE, "n1"), note("F#4", QUARTER_NOTE, "n2"), note("A5", HALF_NOTE, "n3")],
    clef="treble",
    metre=Metre(4, 4),
)


def shown(theme, qtbot, marks: dict[str, Mark]) -> StaffView:
    view = StaffView(theme)
    qtbot.addWidget(view)
    view.resize(900, 320)
    why = {"n2": say("You played {note}.", note="F")}
    view.show_staff(Staff(mei=TUNE, marks=marks, why=why, label=say("One bar in four")))
    view.show()
    return view


def test_heads_stand_where_the_music_says(theme, qtbot) -> None:
    view = shown(theme, qtbot, {})
    first, second, third = (view.head_of(i) for i in ("n1", "n2", "n3"))
    assert None not in (first, second, third)
    assert first.x() < second.x() < third.x()
    assert first.y() > second.y() > third.y()
    assert view.head_of("nobody") is None


def test_a_head_is_painted_at_its_place(theme, qtbot) -> None:
    view = shown(theme, qtbot, {})
    place = view.head_of("n1")
    assert place
    pixel = view.grab().toImage().pixelColor(QPoint(round(place.x()), round(place.y())))
    assert pixel.lightness() < 120


def test_marks_are_read_aloud_with_their_reason(theme, qtbot) -> None:
    view = shown(theme, qtbot, {"n1": Mark.RIGHT, "n2": Mark.WRONG, "n3": Mark.NOW})
    face = next(tree(view))
    assert face.role() == QAccessible.Role.Graphic
    assert face.text(QAccessible.Text.Name) == "One bar in four 1: right 2: wrong. You played F."


def test_each_mark_looks_different_without_colour(theme, qtbot) -> None:
    pictures = set()
    for mark in Mark:
        grey = shown(theme, qtbot, {"n1": mark}).grab().toImage()
        grey.convertTo(grey.Format.Format_Grayscale8)
        pictures.add(bytes(grey.constBits()))
    assert len(pictures) == len(Mark)


def test_a_mark_repaints_without_engraving_anew(theme, qtbot) -> None:
    view = shown(theme, qtbot, {})
    view.repaint()
    engraved = engrave.cache_info().misses
    for mark in (Mark.RIGHT, Mark.WRONG):
        view.show_staff(Staff(mei=TUNE, marks={"n1": mark, "n2": Mark.NOW}, label=say("One bar in four")))
        view.repaint()
    assert engrave.cache_info().misses == engraved


LONG = staff_mei(
    [note("G4" if n % 3 else "C4", QUARTER_NOTE, f"n{n}") for n in range(32)], clef="treble", metre=Metre(4, 4)
)


def long_tune(theme, qtbot, width: int, height: int, marks: dict[str, Mark]) -> StaffView:
    view = StaffView(theme)
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show_staff(Staff(mei=LONG, marks=marks, label=say("Eight bars")))
    view.show()
    return view


def test_what_would_be_small_on_one_line_stands_on_two_where_there_is_room(theme, qtbot) -> None:
    view = long_tune(theme, qtbot, 900, 420, {})
    heads = [view.head_of(f"n{n}") for n in range(32)]
    first, last = heads[1], heads[31]
    assert first.x() < heads[2].x() < heads[15].x()
    assert heads[16].x() < heads[15].x()
    assert heads[17].y() > first.y() + 100
    view.resize(900, 200)
    assert view.head_of("n31").y() == view.head_of("n1").y()
    view.resize(900, 420)
    assert view.head_of("n31") == last


def test_marks_on_two_lines_are_read_line_by_line_and_stand_under_their_own(theme, qtbot) -> None:
    view = long_tune(theme, qtbot, 900, 420, {"n15": Mark.WRONG, "n16": Mark.RIGHT})
    assert view.words() == "Eight bars 16: wrong 17: right"
    plain = long_tune(theme, qtbot, 900, 420, {}).grab().toImage()
    marked = view.grab().toImage()
    upper, lower = view.head_of("n15"), view.head_of("n17")
    between = range(round(upper.y()) + 30, round(lower.y()) - 30)
    assert any(marked.pixel(round(upper.x()), y) != plain.pixel(round(upper.x()), y) for y in between)


def test_a_single_bar_is_not_broken() -> None:
    assert engrave_on_two_lines(TUNE) is None


def test_the_same_music_is_engraved_once() -> None:
    assert engrave(TUNE) is engrave(TUNE)


@pytest.mark.parametrize("text", ["", "<mei", "no music at all", "<a/>"])
def test_what_is_no_music_is_a_problem_with_words(text: str) -> None:
    with pytest.raises(EngravingProblem, match="This music"):
        engrave(text)


def test_a_view_of_broken_music_says_so(theme, qtbot) -> None:
    view = StaffView(theme)
    qtbot.addWidget(view)
    view.show_staff(Staff(mei="<broken", label=say("A staff")))
    view.show()
    view.grab()
    assert "A staff" in view.accessibleName()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["C4", "E4", "G4", "B4", "F#5", "Bb3", "D6"]), min_size=1, max_size=12))
def test_every_note_has_its_head(pitches: list[str]) -> None:
    mei = staff_mei([note(p, QUARTER_NOTE, f"k{i}") for i, p in enumerate(pitches)], metre=Metre(4, 4))
    assert {f"k{i}" for i in range(len(pitches))} <= set(engrave(mei).heads)


def test_the_music_fills_its_room(theme, qtbot) -> None:
    view = shown(theme, qtbot, {})
    low, high = view.head_of("n1"), view.head_of("n3")
    assert low is not None
    assert high is not None
    # C4 to A5 are six staff spaces: on a picture of 320 pixels they take at least a quarter.
    assert low.y() - high.y() > 80
