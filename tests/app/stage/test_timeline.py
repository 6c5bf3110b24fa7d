"""What a game is told live is what a replay tells it: every game of the catalogue, any events, in any disorder."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.stage.timeline import Timeline
from domain.games import ALL
from domain.games.catalogue import Catalogue, Game, Stage, read_catalogue
from domain.games.game import Outcome
from domain.games.picture import Choice, Phase, Picture
from domain.games.replay import replay, replayed
from domain.music.note import Note, Pedal
from domain.music.say import say
from domain.records.progress import CHOICE, MOST_EVENT_BYTES, PEDAL

GAMES = Path(__file__).resolve().parents[3] / "resources" / "games"
LONGEST = 40 * 60 * 1_000_000


def catalogue() -> Catalogue:
    return read_catalogue((file.name, file.read_text()) for file in sorted(GAMES.glob("*.toml")))


CATALOGUE = catalogue()
STAGES = [(game, stage) for game in CATALOGUE.games for stage in game.stages if stage.enabled and game.family in ALL]


def live(game: Game, stage: Stage, seed: int, happenings: list[tuple[int, int, int]]) -> tuple[Timeline, Outcome]:
    """Play stamps as they may come, late and in disorder, then answer rightly until it ends."""
    machine = ALL[game.family](game, stage, seed, 1, draw=False)
    timeline = Timeline(machine)
    for at, pitch, value in happenings:
        for _ in timeline.advance(at):
            pass
        tell(timeline, at, pitch, value)
    while not timeline.is_over:
        start = timeline.time
        model = machine.model_answer()
        for after, pitch, value in model:
            for _ in timeline.advance(start + after):
                pass
            tell(timeline, start + after, pitch, value)
        for _ in timeline.advance(timeline.wake_at or 0):
            pass
        assert timeline.time < LONGEST, "this game does not end"
    outcome = timeline.outcome()
    assert outcome is not None
    return timeline, outcome


def tell(timeline: Timeline, at: int, pitch: int, value: int) -> None:
    choices = timeline.picture.choices
    if pitch == CHOICE:
        if not choices:
            return
        value %= len(choices)
    event = timeline.event_at(at, pitch, value)
    if event is not None:
        timeline.tell(event)


HAPPENINGS = st.lists(
    st.tuples(
        st.integers(0, 20_000_000),
        st.one_of(st.integers(36, 96), st.sampled_from([PEDAL, CHOICE])),
        st.sampled_from([0, 1, 64, 127]),
    ),
    max_size=60,
)


@settings(max_examples=40, deadline=None)
@given(which=st.integers(0, max(0, len(STAGES) - 1)), seed=st.integers(0, 2**31), happenings=HAPPENINGS)
def test_a_replay_has_the_same_outcome(which: int, seed: int, happenings: list[tuple[int, int, int]]) -> None:
    game, stage = STAGES[which]
    timeline, outcome = live(game, stage, seed, happenings)
    again = replay(CATALOGUE, stage.stage_id, seed, 1, timeline.events, timeline.time)
    assert again == outcome
    # A stored duration is rounded down to a millisecond.
    rounded = timeline.time // 1000 * 1000
    assert replayed(ALL[game.family](game, stage, seed, 1, draw=False), timeline.events, rounded) == outcome


class Script:
    """A game that asks to be woken at fixed times and writes down what it is told."""

    def __init__(self, wakes: list[int | None], *, phase: Phase = Phase.ASKING) -> None:
        self.wakes = wakes
        self.phase = phase
        self.told: list[tuple[str, int]] = []

    def picture(self) -> Picture:
        wake = self.wakes[0] if self.wakes else None
        choices = (Choice(choice_id="a", label=say("A")), Choice(choice_id="b", label=say("B")))
        return Picture(phase=self.phase, prompt=say("Play."), wake_at=wake, choices=choices)

    def begin(self, _at: int) -> Picture:
        return self.picture()

    def play(self, note: Note) -> Picture:
        self.told.append((f"note {note.pitch}", note.at))
        return self.picture()

    def pedal(self, pedal: Pedal) -> Picture:
        self.told.append((f"pedal {pedal.value}", pedal.at))
        return self.picture()

    def choose(self, choice_id: str, at: int) -> Picture:
        self.told.append((f"choice {choice_id}", at))
        return self.picture()

    def tick(self, at: int) -> Picture:
        self.told.append(("tick", at))
        if self.wakes:
            self.wakes.pop(0)
        return self.picture()

    def outcome(self) -> Outcome | None:
        return None


def run(timeline: Timeline, at: int, pitch: int = 60, value: int = 80) -> None:
    for _ in timeline.advance(at):
        pass
    event = timeline.event_at(at, pitch, value)
    if event is not None:
        timeline.tell(event)


def test_ticks_come_at_their_own_time_before_a_later_event() -> None:
    game = Script([100, 200, 900])
    run(Timeline(game), 500)
    assert game.told == [("tick", 100), ("tick", 200), ("note 60", 500)]


def test_a_tick_due_at_the_moment_of_an_event_comes_first() -> None:
    game = Script([500])
    run(Timeline(game), 500)
    assert game.told == [("tick", 500), ("note 60", 500)]


def test_an_event_behind_a_tick_counts_at_the_tick() -> None:
    game = Script([100, None])
    timeline = Timeline(game)
    list(timeline.advance(150))
    run(timeline, 90)
    assert game.told == [("tick", 100), ("note 60", 100)]
    assert timeline.events == ((100, 60, 80),)


def test_a_game_that_asks_for_the_same_moment_again_is_not_woken_for_ever() -> None:
    game = Script([100, 100, 100])
    timeline = Timeline(game)
    list(timeline.advance(1_000))
    assert game.told == [("tick", 100)]
    assert timeline.wake_at is None


def test_pedal_and_choices_are_events() -> None:
    game = Script([])
    timeline = Timeline(game)
    run(timeline, 10, PEDAL, 127)
    index = timeline.index_of_choice("b")
    assert index == 1
    run(timeline, 20, CHOICE, index)
    assert game.told == [("pedal 127", 10), ("choice b", 20)]
    assert timeline.index_of_choice("c") is None


def test_nothing_counts_once_it_is_over() -> None:
    game = Script([100], phase=Phase.OVER)
    timeline = Timeline(game)
    run(timeline, 500)
    assert (game.told, timeline.events, timeline.wake_at) == ([], (), None)


def test_the_record_stays_within_its_bytes() -> None:
    import msgspec

    game = Script([])
    timeline = Timeline(game)
    for number in range(40_000):
        run(timeline, number * 1_000)
    assert len(game.told) == len(timeline.events) < 40_000
    assert 0 <= MOST_EVENT_BYTES - len(msgspec.json.encode(timeline.events)) < 40


@pytest.mark.parametrize("late", [0, 50, 10_000])
def test_disorder_is_put_in_order(late: int) -> None:
    game = Script([])
    timeline = Timeline(game)
    run(timeline, 1_000 + late, 60)
    run(timeline, 1_000, 62)
    assert timeline.events == ((1_000 + late, 60, 80), (1_000 + late, 62, 80))
