"""What students see on what they have shared themselves."""

from __future__ import annotations

import msgspec
from conftest import names

from app.views.student.share_tile import ShareTile
from workshop import gallery_readings as readings


def test_ones_own_share_says_how_many_liked_and_celebrated_it(theme, qtbot) -> None:
    own = next(each for each in readings.FEED if each.mine)
    tile = ShareTile(msgspec.structs.replace(own, likes=3, celebrations=1), theme, now=readings.NOW)
    qtbot.addWidget(tile)
    tile.show()
    assert "Likes: 3 · Celebrations: 1" in names(tile)
    assert tile.take(msgspec.structs.replace(own, likes=4, celebrations=1))
    assert "Likes: 4 · Celebrations: 1" in names(tile)
