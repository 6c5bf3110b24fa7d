"""Icons come after the first paint; what was laid out until then keeps its shape."""

from __future__ import annotations

from app.views.kit import icons
from app.views.kit.buttons import Button
from app.views.kit.theme import Look, Theme


def test_a_button_is_as_wide_before_its_icon_has_come_as_afterwards(qtbot) -> None:
    # As in a program that has just begun: nothing has loaded the set yet.
    icons._icon.cache_clear()
    waiting = Button("Highlights", Theme(Look()), icon="star")
    qtbot.addWidget(waiting)
    before, empty = waiting.sizeHint(), waiting.icon().cacheKey()
    qtbot.waitUntil(lambda: waiting.icon().cacheKey() != empty)
    bare = Button("Highlights", Theme(Look()))
    qtbot.addWidget(bare)
    assert before == waiting.sizeHint()
    assert before.width() > bare.sizeHint().width()
