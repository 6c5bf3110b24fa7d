"""Games that ask for no MIDI keyboard can be played with mouse and fingers alone, from first to last question."""

from functools import lru_cache
from pathlib import Path

import pytest

from domain.games import ALL, CHECKS
from domain.games.catalogue import Catalogue, DeviceProfile, read_catalogue
from domain.games.picture import Picture
from domain.games.pupils import ModelGame
from domain.games.replay import advanced, handed
from domain.records.progress import CHOICE, RawEvent

FOLDER = Path(__file__).parents[3] / "resources" / "games"
LONGEST = 3_600_000_000


@lru_cache
def catalogue() -> Catalogue:
    return read_catalogue(((file.name, file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.toml"))), CHECKS)


STAGES = [
    stage.stage_id
    for game in catalogue().games
    if game.device_profile is not DeviceProfile.MIDI_REQUIRED
    for stage in game.stages
    if stage.enabled
]


def can_be_played(picture: Picture, event: RawEvent) -> bool:
    """Whether the screen offers what the answer needs: the answer itself, its key, or a place to tap."""
    _, pitch, value = event
    if pitch == CHOICE:
        return 0 <= value < len(picture.choices)
    shown = picture.keys is not None and picture.keys.lowest <= pitch <= picture.keys.highest
    return picture.taps or shown


def answered(game: ModelGame, picture: Picture, at: int) -> tuple[Picture, int]:
    """The picture after a right answer, or after the next thing that happens where nothing is asked."""
    model = game.model_answer()
    if not model:
        assert picture.wake_at is not None
        return advanced(game, picture, picture.wake_at), picture.wake_at
    for after, pitch, value in model:
        picture = advanced(game, picture, at + after)
        if game.outcome() is not None:
            break
        assert can_be_played(picture, (after, pitch, value)), picture.prompt.english()
        picture = handed(game, picture, (at + after, pitch, value))
    return picture, at + model[-1][0]


@pytest.mark.parametrize("stage_id", STAGES)
def test_the_screen_offers_every_answer(stage_id: str) -> None:
    found = catalogue().stage(stage_id)
    assert found is not None
    entry, stage = found
    game = ALL[entry.family](entry, stage, 9, stage.highest_level)
    picture, at = game.begin(0), 0
    while game.outcome() is None:
        picture, at = answered(game, picture, at)
        assert at < LONGEST
