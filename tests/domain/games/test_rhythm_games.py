"""Tapped rhythms: every onset its verdict with its sign, matched as a whole."""

import pytest
from games_made import made, says
from hypothesis import given
from hypothesis import strategies as st

from domain.games.chance import Chance
from domain.games.picture import Mark, Phase, Picture
from domain.games.quiz import Quiz
from domain.games.rhythms import bars_of, cell, metre, onsets_of, quarter_micros, ticks_of
from domain.games.tapping import CLICK_CHANNEL, LEAD, WINDOWS, Windows, matched
from domain.music.note import Note

# One bar of four quarters at sixty: a beat is a second.
QUARTERS = 'cells = ["4"], bars = 1, bpm = 60'
BEAT = 1_000_000
FIRST_BEAT = LEAD + 4 * BEAT


def tapped(times: list[int], settings: str = QUARTERS) -> tuple[Quiz, Picture]:
    """The feedback after taps at these times, counted from the first beat."""
    game = made("rhythm_reading", settings)
    picture = game.begin(0)
    for after in times:
        at = FIRST_BEAT + after
        while picture.wake_at is not None and picture.wake_at <= at:
            picture = game.tick(picture.wake_at)
        picture = game.play(Note(60, 80, at))
    while picture.phase is not Phase.FEEDBACK:
        assert picture.wake_at is not None
        picture = game.tick(picture.wake_at)
    return game, picture


def test_the_count_in_clicks_a_bar_before_the_first_beat() -> None:
    picture = made("rhythm_reading", QUARTERS).begin(0)
    assert picture.phase is Phase.COUNT_IN
    clicks = [sound for sound in picture.sounds if sound.channel == CLICK_CHANNEL]
    assert [click.after for click in clicks] == [LEAD + n * BEAT for n in range(8)]
    assert clicks[0].velocity > clicks[1].velocity
    assert clicks[4].velocity > clicks[5].velocity


def test_without_the_click_only_the_count_in_is_heard() -> None:
    picture = made("rhythm_reading", QUARTERS + ", click = false").begin(0)
    assert len(picture.sounds) == 4


def test_taps_on_time_are_right() -> None:
    game, picture = tapped([0, BEAT, 2 * BEAT, 3 * BEAT])
    assert (picture.score, picture.feedback_mark) == (100, Mark.RIGHT)
    assert says(picture) == "Every note on time."
    assert picture.staff is not None
    assert set(picture.staff.marks.values()) == {Mark.RIGHT}
    assert [each.offset for each in game._judged] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("offset", "verdict"),
    [(130_000, "right"), (130_001, "late"), (-130_000, "right"), (-130_001, "early"), (200_000, "late")],
)
def test_windows_decide_and_offsets_keep_their_sign(offset: int, verdict: str) -> None:
    game, _ = tapped([0, BEAT + offset, 2 * BEAT, 3 * BEAT])
    assert (game._judged[1].verdict, game._judged[1].offset) == (verdict, offset)


def test_outside_the_window_a_tap_is_extra_and_its_note_missed() -> None:
    game, picture = tapped([0, BEAT + 200_001, 2 * BEAT, 3 * BEAT])
    assert [each.verdict for each in game._judged] == ["right", "missed", "right", "right", "extra"]
    assert picture.score == 62


def test_late_taps_earn_most_of_their_points_and_advice() -> None:
    _, picture = tapped([150_000, BEAT + 150_000, 2 * BEAT + 150_000, 3 * BEAT + 150_000])
    assert picture.score == 60
    assert "behind the beat" in says(picture)


def test_taps_during_the_count_in_do_not_count() -> None:
    game, _ = tapped([-2 * BEAT, 0, BEAT, 2 * BEAT, 3 * BEAT])
    assert len(game._judged) == 4


def test_silence_misses_every_note() -> None:
    game, picture = tapped([])
    assert (picture.score, {each.verdict for each in game._judged}) == (0, {"missed"})


def test_an_echo_is_heard_before_it_is_tapped_and_not_seen() -> None:
    game = made("rhythm_reading", QUARTERS + ', task = "echo"')
    picture = game.begin(0)
    heard = [sound.after for sound in picture.sounds if sound.channel != CLICK_CHANNEL]
    assert heard == [FIRST_BEAT + n * BEAT for n in range(4)]
    assert picture.staff is None


def test_windows_never_reach_over_a_third_of_the_smallest_gap() -> None:
    assert WINDOWS["first"].limited((0, 100_000)) == Windows(good=35_000, ok=35_000)
    assert WINDOWS["normal"].limited((0,)) == WINDOWS["normal"]


times = st.lists(st.integers(0, 5_000_000), max_size=12, unique=True).map(sorted)


@given(times, times, st.integers(1, 400_000))
def test_pairs_never_cross_never_share_and_never_lie_too_far(onsets: list[int], taps: list[int], farthest: int) -> None:
    pairs = matched(onsets, taps, farthest)
    used = [tap for tap in pairs if tap is not None]
    assert used == sorted(set(used))
    assert all(abs(tap - onset) <= farthest for onset, tap in zip(onsets, pairs, strict=True) if tap is not None)


@given(times, st.lists(st.integers(-40_000, 40_000), min_size=12, max_size=12))
def test_jitter_smaller_than_half_a_gap_loses_no_tap(onsets: list[int], jitter: list[int]) -> None:
    apart = [n * 200_000 for n, _ in enumerate(onsets)]
    taps = [onset + jitter[n] for n, onset in enumerate(apart)]
    assert matched(apart, taps, 70_000) == taps


def test_a_double_tap_takes_the_nearer_one() -> None:
    assert matched([0, 1_000], [60, 10, 990], 100)[0] in (10, 60)
    assert matched([0, 1_000], [10, 60, 990], 100) == [10, 990]


CELLS = ("4", "8 8", "2", "4. 8", "r4", "16 16 16 16", "8t 8t 8t")


@given(st.integers(0, 2**32), st.integers(1, 4), st.sampled_from(["2/4", "3/4", "4/4", "5/4"]))
def test_bars_are_always_full(seed: int, bars: int, name: str) -> None:
    time = metre(name)
    rows = bars_of(Chance(seed), CELLS, time, bars)
    assert [ticks_of(row) for row in rows] == [time.ticks] * bars
    assert not rows[-1][-1].silent


def test_onsets_follow_the_tempo() -> None:
    time = metre("4/4")
    assert onsets_of(cell("4 8 8 r4 4"), quarter_micros(60, time)) == (0, BEAT, 1_500_000, 3 * BEAT)


@pytest.mark.parametrize("text", ["3", "4x", "", "q", "4....", "-4"])
def test_what_is_no_value_is_refused(text: str) -> None:
    if text:
        with pytest.raises(ValueError, match=r"4|value|duration"):
            cell(text)
    else:
        assert cell(text) == ()


def test_a_steady_beat_goes_on_when_the_click_stops() -> None:
    game = made("steady_beat", "slowest = 60, fastest = 60, beats = 8, silent = 4")
    picture = game.begin(0)
    assert len(picture.sounds) == 8
    assert "when the click stops" in picture.prompt.english()
