"""A game that goes on with what was heard before ends as one that was never interrupted."""

from __future__ import annotations

import pytest
from test_running import GAMES, Ledger, Steps, now_us

from app.stage.running import Stage
from app.stage.timeline import Timeline
from domain.games import ALL
from domain.games.catalogue import read_catalogue
from domain.games.picture import Picture
from domain.games.pupils import played_through
from domain.music.note import Note
from domain.music.say import Say
from domain.records.progress import CHOICE, RawEvent

CATALOGUE = read_catalogue((file.name, file.read_text(encoding="utf-8")) for file in sorted(GAMES.glob("*.toml")))


def a_stage_of_each_family() -> list[str]:
    first = {
        game.family: stage.stage_id for game in reversed(CATALOGUE.games) for stage in game.stages if stage.enabled
    }
    return sorted(first.values())


@pytest.mark.parametrize("stage_id", a_stage_of_each_family())
def test_every_family_goes_on_from_any_place(stage_id: str) -> None:
    game, stage = CATALOGUE.stages[stage_id]

    def fresh() -> Timeline:
        return Timeline(ALL[game.family](game, stage, 7, 1, draw=False))

    played = played_through(ALL[game.family](game, stage, 7, 1, draw=False), seed=1, skill=0.8)
    for cut in {0, 1, len(played.events) // 2, len(played.events) - 1}:
        before, whole = fresh(), fresh()
        for event in played.events[:cut]:
            before.again(event)
        told = before.events
        timeline = fresh()
        for event in (*told, *played.events[cut:]):
            timeline.again(event)
        for event in played.events:
            whole.again(event)
        for each in (timeline, whole):
            list(each.advance(played.duration))
        assert timeline.events == whole.events == tuple(played.events)
        assert timeline.outcome() == whole.outcome() == played.outcome


def test_it_waits_for_its_player_and_keeps_only_what_is_new() -> None:
    sound, journal = Ledger(), list[RawEvent]()
    pictures, pauses = list[Picture](), list[Say]()
    stage = Stage(game=Steps(3, 50_000_000), sound=sound, heard=journal.append, now_us=now_us)
    stage.picture_changed.connect(pictures.append)
    stage.paused.connect(pauses.append)
    stage.start([(1_000_000, 60, 90), (60_000_000, 60, 0)])
    assert [picture.done for picture in pictures] == [3]
    assert (stage.game_time(), stage.is_paused, journal) == (60_000_000, True, [])
    assert "where you were" in pauses[0].english()
    stage.note(Note(64, 90, now_us()))
    assert journal == []
    stage.resume()
    stage.note(Note(64, 90, now_us()))
    assert [event[1:] for event in journal] == [(64, 90)]
    assert journal[0][0] >= 60_000_000
    stage.stop()


def test_a_choice_that_is_not_there_any_more_is_left_out() -> None:
    timeline = Timeline(Steps(3, 1_000))
    timeline.again((10, CHOICE, 7))
    assert timeline.events == ()
