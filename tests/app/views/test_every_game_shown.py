"""Every game family is drawn by the one view of Pictures: nothing cut off, and all of it read aloud."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import names

from app.views.kit.engraving import engrave
from app.views.kit.picture_view import PictureView
from domain.games.catalogue import Game, parse_games
from domain.games.families import ALL
from domain.games.picture import Picture

FOLDER = Path(__file__).parents[3] / "resources" / "games"


def _first_of_each_family() -> dict[str, Game]:
    found: dict[str, Game] = {}
    for file in sorted(FOLDER.glob("*.toml")):
        for game in parse_games(file.read_text(), file.name):
            found.setdefault(game.family, game)
    return found


GAMES = _first_of_each_family()


def _pictures(game: Game) -> list[Picture]:
    """The first moments of each stage."""
    pictures = []
    for stage in game.stages:
        machine = ALL[game.family](game, stage, 5, 1)
        picture = machine.begin(0)
        pictures.append(picture)
        for _ in range(3):
            if picture.wake_at is None:
                break
            picture = machine.tick(picture.wake_at)
            pictures.append(picture)
    return pictures


@pytest.mark.parametrize("family", list(GAMES))
def test_its_pictures_are_drawn_and_read_aloud(theme, qtbot, family: str) -> None:
    view = PictureView(theme, press=lambda _: None, choose=lambda _: None)
    qtbot.addWidget(view)
    view.resize(1200, 700)
    with qtbot.waitExposed(view):
        view.show()
    for picture in _pictures(GAMES[family]):
        view.show_picture(picture)
        assert not view.grab().isNull()
        said = " ".join(names(view))
        assert picture.prompt.text.split("{", 1)[0].strip() in said
        if picture.staff is not None:
            assert picture.staff.label.text.split("{", 1)[0].strip() in said
            assert set(picture.staff.marks) <= set(engrave(picture.staff.mei).heads)
