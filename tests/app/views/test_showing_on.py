"""Showing somebody's share to a person of the class, read as a screen reader reads it."""

from __future__ import annotations

from conftest import Went, names, press

from app.views.student.feed import FeedView
from app.views.student.showing import ShowDialog
from workshop import gallery_community as community
from workshop import gallery_readings as readings
from workshop import gallery_together as gallery
from workshop.gallery_answers import done
from workshop.gallery_rooms import still_rooms


def show(qtbot, view):
    qtbot.addWidget(view)
    view.resize(1366, 900)
    with qtbot.waitExposed(view):
        view.show()
    return view


def rooms(**more):
    return still_rooms(together=gallery.together(**more))


def test_a_share_is_shown_to_somebody_of_the_class_by_one_touch(theme, qtbot) -> None:
    shown = []
    hands = rooms(show_to=lambda _account, _share, user: shown.append(user) or done(None))
    view = show(qtbot, FeedView(theme, hands, readings.STUDENT, Went()))
    qtbot.waitUntil(lambda: any(name.startswith("Show to…") for name in names(view)))
    press(view, "Show to…")
    qtbot.waitUntil(lambda: bool(view.window().findChildren(ShowDialog)))
    dialog, who = view.window().findChildren(ShowDialog)[0], community.CHILDREN[1]
    press(dialog, who.display_name)
    qtbot.waitUntil(lambda: f"Shown to {who.display_name}." in names(dialog))
    assert shown == [who.user_id]


def test_nobody_to_show_it_to_is_said_and_families_are_not_offered_it(theme, qtbot) -> None:
    alone = rooms(people_to_show=lambda *_: done(()))
    dialog = show(qtbot, ShowDialog(theme, alone, readings.STUDENT, readings.FEED[0]))
    qtbot.waitUntil(lambda: "Nobody else of your class can see this." in names(dialog))
    family = show(qtbot, FeedView(theme, rooms(), community.GUARDIAN, Went()))
    qtbot.waitUntil(lambda: any(name.startswith("Words") for name in names(family)))
    assert not any(name.startswith("Show to…") for name in names(family))
