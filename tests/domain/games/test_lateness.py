"""A machine that is late by itself: its measured offset is taken off before a tap or a note is judged."""

from __future__ import annotations

from functools import cache

import pytest
from games_made import made
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.games import ALL, CHECKS
from domain.games.catalogue import Catalogue, read_catalogue
from domain.games.game import JudgedNote, PlayableGame
from domain.games.picture import Phase
from domain.games.quiz import Quiz
from domain.games.replay import UnfinishedError, advanced, handed, replay
from domain.games.tapping import LEAD
from domain.music.note import Note
from domain.records.progress import MOST_SOUND_OFFSET, RawEvent
from resources import texts

BEAT = 1_000_000
FIRST_BEAT = LEAD + 4 * BEAT
QUARTERS = 'cells = ["4"], bars = 1, bpm = 60'
CLICKED = ("rhythm_reading", "steady_beat", "sight_reading")
offsets = st.integers(-MOST_SOUND_OFFSET, MOST_SOUND_OFFSET)


@cache
def catalogue() -> Catalogue:
    return read_catalogue(texts("games").items(), CHECKS)


CLICKED_STAGES = sorted(s.stage_id for f in CLICKED for game in catalogue().family(f) for s in game.stages)


def judged(game: Quiz, taps: list[int]) -> list[JudgedNote]:
    """The verdicts on taps at these moments after the first beat, as they arrive."""
    picture = game.begin(0)
    for after in taps:
        picture = advanced(game, picture, FIRST_BEAT + after)
        picture = game.play(Note(60, 80, FIRST_BEAT + after))
    while picture.phase is not Phase.FEEDBACK:
        assert picture.wake_at is not None
        picture = game.tick(picture.wake_at)
    return list(game._judged)


def rhythm(late: int) -> Quiz:
    game = made("rhythm_reading", QUARTERS)
    return Quiz(game._stage, iter([game._question]), late=late)


@given(late=offsets, lean=st.lists(st.integers(-150_000, 150_000), min_size=4, max_size=4))
def test_what_the_machine_adds_is_taken_off_again(late: int, lean: list[int]) -> None:
    taps = [n * BEAT + each for n, each in enumerate(lean)]
    assert judged(rhythm(late), [tap + late for tap in taps]) == judged(rhythm(0), taps)


def test_without_its_offset_a_late_machine_makes_a_good_player_late() -> None:
    taps = [n * BEAT + 180_000 for n in range(4)]
    assert {each.verdict for each in judged(rhythm(0), taps)} == {"late"}
    assert {each.verdict for each in judged(rhythm(180_000), taps)} == {"right"}


def test_the_last_tap_of_a_late_machine_still_counts() -> None:
    taps = [0, BEAT, 2 * BEAT, 3 * BEAT + 190_000]
    late = MOST_SOUND_OFFSET
    assert [each.offset for each in judged(rhythm(late), [tap + late for tap in taps])] == [0, 0, 0, 190_000]


@pytest.mark.parametrize("late", [-MOST_SOUND_OFFSET, MOST_SOUND_OFFSET])
def test_answers_that_no_click_times_are_not_touched(late: int) -> None:
    only_f = 'treble = ["F4"], only = true'
    game, moved = made("note_reading", only_f), made("note_reading", only_f)
    shifted = Quiz(moved._stage, iter([moved._question]), late=late)
    pitch = game._question.answer().model()[0][1]
    plain = Quiz(game._stage, iter([game._question]))
    for each in (plain, shifted):
        each.begin(0)
    assert plain.play(Note(pitch, 80, 5 * BEAT)) == shifted.play(Note(pitch, 80, 5 * BEAT))


taps_of_any_kind = st.lists(
    st.tuples(st.integers(0, 60_000_000), st.integers(48, 72), st.sampled_from((0, 80))), max_size=40
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(CLICKED_STAGES), st.integers(0, 2**31), offsets, taps_of_any_kind)
def test_a_late_attempt_replays_to_what_was_seen_live(
    stage_id: str, seed: int, late: int, events: list[RawEvent]
) -> None:
    found = catalogue().stage(stage_id)
    assert found is not None
    entry, stage = found
    live: PlayableGame = ALL[entry.family](entry, stage, seed, stage.lowest_level, late=late)
    picture = live.begin(0)
    for event in sorted(events):
        picture = handed(live, advanced(live, picture, event[0]), event)
    end = max((at for at, _, _ in events), default=0)
    advanced(live, picture, end + 1_000_000)
    try:
        again = replay(catalogue(), stage_id, seed, stage.lowest_level, sorted(events), end, late)
    except UnfinishedError:
        again = None
    assert live.outcome() == again
