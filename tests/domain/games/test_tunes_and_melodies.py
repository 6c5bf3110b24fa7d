"""Tunes as they are counted in and graded, and new melodies as a singer would like them."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.games import ALL
from domain.games.catalogue import Game, StageType, parse_games
from domain.games.chance import Chance
from domain.games.melodies import scale_range, walk
from domain.games.picture import Phase
from domain.games.tapping import CLICK_CHANNEL, LEAD, STRONG_CLICK
from domain.games.tunes import Tune, difficulty, line, upbeat
from domain.music.pitch import Pitch

FOLDER = Path(__file__).parents[3] / "resources" / "games"


@lru_cache
def games() -> tuple[Game, ...]:
    return tuple(
        game for file in sorted(FOLDER.glob("*.toml")) for game in parse_games(file.read_text("utf-8"), file.name)
    )


@lru_cache
def tunes() -> tuple[Tune, ...]:
    found = {}
    for game in games():
        stage = game.stage(StageType.QUIZ)
        assert stage is not None
        for raw in game.settings_at(stage, stage.highest_level).get("tunes", ()):
            tune = msgspec.convert(raw, Tune)
            found[tune.title] = tune
    return tuple(found.values())


def test_there_are_sixty_tunes_with_their_origin() -> None:
    assert len(tunes()) >= 60
    for tune in tunes():
        assert tune.composer, tune.title
        assert tune.source, tune.title
        assert 1500 < tune.year < 1930, tune.title


def test_some_tunes_were_compared_with_a_second_source() -> None:
    assert sum(bool(tune.compared) for tune in tunes()) >= 15


def test_songs_within_a_hand_span_five_keys_of_the_scale() -> None:
    game = next(each for each in games() if each.slug == "real-tunes-in-five-fingers")
    for raw in game.settings["tunes"]:
        pitches = [each.pitch for each in line(raw["notes"]) if each.pitch is not None]
        assert max(each.diatonic for each in pitches) - min(each.diatonic for each in pitches) <= 4, raw["title"]


SUNG = {
    "Simple Gifts": (
        "'Tis the gift to be sim- ple, 'tis the gift to be free, 'tis the gift to come down where we ought to be",
        "88 4888888 488488 4444 88884",
    ),
    "Clementine": ("In a cav- ern, in a can- yon, ex- ca- va- ting for a mine", "88 4488 4488 4488 2"),
    "Camptown Races": (
        "Camp- town la- dies sing this song, doo- dah, doo- dah, "
        "Camp- town race track five miles long, oh, doo- dah day",
        "4444 442 42. 42. 4444 442 244 1",
    ),
    "Largo from the New World": ("Go- in' home, go- in' home, I'm a- go- in' home", "4.82 4.82 444.8 1"),
}


@pytest.mark.parametrize("title", SUNG)
def test_songs_have_a_note_for_each_syllable_and_its_length(title: str) -> None:
    words, values = SUNG[title]
    tune = next(each for each in tunes() if each.title == title)
    assert len(line(tune.notes)) == len(words.split())
    written = [token.partition(":")[2] for token in tune.notes.split() if token != "|"]
    assert "".join(written) == values.replace(" ", "")


def test_the_can_can_comes_home() -> None:
    tune = next(each for each in tunes() if each.title == "Can-can")
    last = line(tune.notes)[-1].pitch
    assert last is not None
    assert last.step == 0


def test_the_graded_order_is_what_teachers_would_say() -> None:
    by_title = {tune.title: difficulty(tune) for tune in tunes()}
    assert by_title["Hot Cross Buns"] < by_title["Frère Jacques"] < by_title["Für Elise"]
    assert by_title["Ode to Joy"] < by_title["Ode to Joy, both hands"]
    assert by_title["Au clair de la lune"] < by_title["Minuet in G"] < by_title["Eine kleine Nachtmusik"]


@pytest.mark.parametrize("title", ["Auld Lang Syne", "Greensleeves", "Hot Cross Buns", "Für Elise"])
def test_strong_clicks_fall_on_the_bar_lines(title: str) -> None:
    """With an upbeat, too: the first note comes before the bar is counted out, and bars stay as long as they are."""
    game = next(game for game in games() if any(raw["title"] == title for raw in game.settings.get("tunes", ())))
    stage = game.stage(StageType.QUIZ)
    assert stage is not None
    tune = next(each for each in tunes() if each.title == title)
    for seed in range(500):
        machine = ALL[game.family](game, stage, seed, stage.highest_level)
        picture = machine.begin(0)
        if picture.prompt.values.get("title") == title:
            break
    assert picture.pulse is not None
    assert picture.phase is Phase.COUNT_IN
    pulse = picture.pulse
    strong = [s.after for s in picture.sounds if s.channel == CLICK_CHANNEL and s.pitch == STRONG_CLICK]
    assert strong[0] == LEAD
    assert all((after - pulse.bar_line) % (pulse.length * pulse.per_bar) == 0 for after in strong)
    assert (pulse.ahead > 0) == (upbeat(tune) > 0)
    assert machine.model_answer()[0][0] == pulse.at


ranges = st.tuples(st.integers(-4, 0), st.integers(2, 9), st.integers(1, 5), st.integers(2, 24))


@given(
    ranges, st.integers(0, 2**63), st.sampled_from(["C4", "D4", "F4", "G3", "Bb3"]), st.sampled_from(["major", "minor"])
)
def test_new_melodies_are_singable(shape: tuple[int, int, int, int], seed: int, tonic: str, kind: str) -> None:
    lowest, highest, leap, length = shape
    notes = scale_range(tonic, kind, lowest, highest)
    melody = walk(Chance(seed), notes, length, leap, -lowest, -lowest)
    places = [notes.index(each) for each in melody]
    moves = [after - before for before, after in pairwise(places)]
    assert len(melody) == length
    # It begins and rests at home, within its range, and comes home by a step.
    assert places[0] == places[-1] == -lowest
    assert set(melody) <= set(notes)
    assert length < 3 or abs(moves[-1]) == 1
    assert all(abs(move) <= leap for move in moves)
    # Leaps are answered: what goes far one way comes back by a step.
    for before, after in pairwise(moves):
        if abs(before) > 1:
            assert after == (-1 if before > 0 else 1), places
    assert not any(each.alter for each in melody if tonic == "C4" and kind == "major")


def test_written_lines_end_at_home_and_fill_their_bars() -> None:
    for game in games():
        stage = game.stage(StageType.QUIZ)
        assert stage is not None
        if game.family != "sight_reading" or game.settings.get("tunes"):
            continue
        machine = ALL[game.family](game, stage, 3, stage.highest_level)
        machine.begin(0)
        presses = [pitch for _, pitch, velocity in machine.model_answer() if velocity]
        assert presses


@given(st.lists(st.sampled_from(["C4", "D4", "E4", "G4", "C5"]), min_size=4, max_size=16))
def test_difficulty_grows_with_leaps(names: list[str]) -> None:
    stepwise = Tune(title="steps", notes=" ".join("C4:4" for _ in range(4)))
    leaping = Tune(title="leaps", notes="C4:4 C5:4 C4:4 C5:4")
    assert difficulty(stepwise) < difficulty(leaping)
    pitches = [each.pitch for each in line(" ".join(f"{name}:4" for name in names))]
    assert all(isinstance(each, Pitch) for each in pitches)
