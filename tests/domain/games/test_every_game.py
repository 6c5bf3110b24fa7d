"""Every game of the catalogue, every stage: played well and badly, drawn, and replayed to the same result."""

from functools import lru_cache
from pathlib import Path

import pytest
import verovio
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.games import ALL, CHECKS
from domain.games.catalogue import Catalogue, StageType, read_catalogue
from domain.games.picture import Phase, Picture
from domain.games.pupils import played_through
from domain.games.replay import UnfinishedError, UnknownStageError, advanced, handed, replay, replayed
from domain.records.progress import CHOICE, PEDAL

FOLDER = Path(__file__).parents[3] / "resources" / "games"


@lru_cache
def catalogue() -> Catalogue:
    return read_catalogue(((file.name, file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.toml"))), CHECKS)


STAGES = [stage.stage_id for game in catalogue().games for stage in game.stages if stage.enabled]


@pytest.mark.parametrize("stage_id", STAGES)
def test_a_good_pupil_passes_and_the_replay_agrees(stage_id: str) -> None:
    found = catalogue().stage(stage_id)
    assert found is not None
    entry, stage = found
    for level in range(stage.lowest_level, stage.highest_level + 1):
        played = played_through(ALL[entry.family](entry, stage, 11, level), 5, 1.0)
        assert played.outcome.passed, (stage_id, level, played.outcome.counts)
        assert played.outcome.score <= played.outcome.max_possible_score
        assert replay(catalogue(), stage_id, 11, level, played.events, played.duration) == played.outcome


@pytest.mark.parametrize("stage_id", STAGES)
def test_a_bad_pupil_is_told_why(stage_id: str) -> None:
    found = catalogue().stage(stage_id)
    assert found is not None
    entry, stage = found
    level = stage.highest_level
    played = [played_through(ALL[entry.family](entry, stage, 3, level, draw=False), n, 0.1) for n in range(5)]
    for each in played:
        outcome = each.outcome
        assert replay(catalogue(), stage_id, 3, level, each.events, each.duration) == outcome
        assert all(line.why.english() for line in outcome.notes)
        assert sum(of for _, of in outcome.concepts.values()) == len(outcome.notes)
        assert set(outcome.concepts) <= set(entry.concept_tags), entry.game_id
    if stage.stage_type is StageType.QUIZ:
        # Guessing between two answers is lucky now and then, not always.
        assert not all(each.outcome.passed for each in played)
        assert any(not line.right for each in played for line in each.outcome.notes)


def pictures_of(stage_id: str, skill: float) -> list[Picture]:
    """What a whole game shows, picture by picture."""
    found = catalogue().stage(stage_id)
    assert found is not None
    entry, stage = found
    events = played_through(ALL[entry.family](entry, stage, 4, stage.highest_level), 6, skill).events
    game = ALL[entry.family](entry, stage, 4, stage.highest_level)
    pictures = [game.begin(0)]
    for event in events:
        pictures.append(advanced(game, pictures[-1], event[0]))
        pictures.append(handed(game, pictures[-1], event))
    while pictures[-1].wake_at is not None:
        pictures.append(game.tick(pictures[-1].wake_at))
    return pictures


@pytest.fixture(scope="module")
def engraver() -> verovio.toolkit:
    verovio.enableLog(verovio.LOG_OFF)
    toolkit = verovio.toolkit()
    toolkit.setOptions({"pageWidth": 2000, "adjustPageHeight": True, "header": "none", "footer": "none"})
    return toolkit


@pytest.mark.parametrize("game_id", [game.game_id for game in catalogue().games])
def test_every_picture_can_be_drawn(game_id: str, engraver: verovio.toolkit) -> None:
    entry = catalogue().game(game_id)
    assert entry is not None
    stage = next(stage for stage in entry.stages if stage.enabled and stage.stage_type is not StageType.LEARN)
    engraved: set[str] = set()
    for picture in pictures_of(stage.stage_id, 0.6):
        assert picture.prompt.english()
        assert picture.feedback is None or picture.feedback.english()
        assert 0 <= picture.done <= picture.total
        if picture.keys is not None:
            assert picture.keys.lowest <= picture.keys.highest
        if picture.staff is not None:
            assert picture.staff.label.english()
            assert all(f'xml:id="{note_id}"' in picture.staff.mei for note_id in picture.staff.marks), entry.game_id
            engraved.add(picture.staff.mei)
    for mei in sorted(engraved)[:4]:
        assert engraver.loadData(mei)
        assert "<svg" in engraver.renderToSVG(1)


def test_only_a_whole_game_is_replayed() -> None:
    found = catalogue().stage("G-00102-quiz")
    assert found is not None
    played = played_through(ALL["note_reading"](*found, 1, 2), 1, 1.0)
    with pytest.raises(UnfinishedError):
        replay(catalogue(), "G-00102-quiz", 1, 2, played.events[:5], played.duration)
    with pytest.raises(UnknownStageError):
        replay(catalogue(), "G-99999-quiz", 1, 2, played.events, played.duration)


raw_events = st.lists(
    st.tuples(
        st.integers(0, 40_000_000),
        st.one_of(st.integers(40, 90), st.just(PEDAL), st.just(CHOICE)),
        st.integers(0, 127),
    ),
    max_size=60,
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(STAGES), st.integers(0, 2**63), raw_events)
def test_any_performance_replays_to_what_was_seen_live(
    stage_id: str, seed: int, events: list[tuple[int, int, int]]
) -> None:
    found = catalogue().stage(stage_id)
    assert found is not None
    entry, stage = found
    live = ALL[entry.family](entry, stage, seed, stage.highest_level)
    offset = 123_456_789
    picture = live.begin(offset)
    for at, pitch, value in sorted(events):
        picture = advanced(live, picture, at + offset)
        picture = handed(live, picture, (at + offset, pitch, value))
    end = max((at for at, _, _ in events), default=0)
    advanced(live, picture, end + offset + 1_000_000)
    again = ALL[entry.family](entry, stage, seed, stage.highest_level, draw=False)
    try:
        outcome = replayed(again, sorted(events), end)
    except UnfinishedError:
        outcome = None
    assert live.outcome() == outcome
    assert (picture.phase is Phase.OVER) <= (live.outcome() is not None)
