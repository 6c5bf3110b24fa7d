"""What runs fast, held to the plainest way to say the same: columns of events, the player's tempo, ranks, pairs."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.music.columns import columns
from domain.music.pairing import nearest_pairs
from domain.music.rules import RULES, Level
from domain.music.timeline import ranked, slope
from domain.music.timing import Struck, paces, without_click
from domain.records.progress import PEDAL, RawEvent

few = st.tuples(st.integers(-2, 6), st.sampled_from((60, 61, PEDAL, PEDAL + 1)), st.sampled_from((0, 1, 63, 64, 127)))


def plain_columns(events: list[RawEvent]) -> list[list[int]]:
    """Each stroke as [onset, pitch, velocity, release], sorted."""
    rows: list[list[int]] = []
    held: dict[int, list[int]] = {}
    for at, pitch, velocity in sorted(events):
        if pitch >= PEDAL:
            continue
        if pitch in held:
            held.pop(pitch)[3] = at
        if velocity:
            held[pitch] = [at, pitch, velocity, -1]
            rows.append(held[pitch])
    return sorted(rows)


@settings(max_examples=400)
@given(st.lists(few, max_size=12))
def test_columns_of_events_in_any_order(events: list[RawEvent]) -> None:
    *rows, pedal = columns(events)
    assert [list(row) for row in zip(*rows, strict=True)] == plain_columns(events)
    feet = [(at, value >= 64) for at, pitch, value in sorted(events) if pitch == PEDAL]
    changed = [foot for before, foot in pairwise([(0, False), *feet]) if before[1] != foot[1]]
    assert pedal == changed


def test_the_lowest_and_the_highest_key_of_all_are_keys() -> None:
    assert columns([(0, 0, 70), (0, 127, 71), (9, 0, 0), (9, 127, 0)]) == ([0, 0], [0, 127], [70, 71], [9, 9], [])


@given(st.lists(st.integers(-50, 50) | st.integers(-(10**12), 10**12), min_size=1, max_size=200), st.data())
def test_a_rank_is_the_place_in_the_sorted_row(values: list[int], data: st.DataObject) -> None:
    rank = data.draw(st.integers(0, len(values) - 1))
    assert ranked(values, rank) == sorted(values)[rank]


moments = st.lists(st.tuples(st.integers(1, 4), st.integers(-30, 900) | st.integers(80, 120)), min_size=1, max_size=30)


def struck_of(steps: list[tuple[int, int]]) -> Struck:
    """Moments from steps, written in tenths of a second and played in milliseconds."""
    written, at = [0], [0]
    for beats, taken in steps:
        written.append(written[-1] + beats * 100_000)
        at.append(at[-1] + taken * 1_000)
    return Struck(list(range(len(at))), written, at, [0] * len(at))


@settings(max_examples=300)
@given(moments)
def test_the_tempo_is_the_middle_one_around(steps: list[tuple[int, int]]) -> None:
    struck = struck_of(steps)
    ways = [(b - a, d - c) for (a, b), (c, d) in zip(pairwise(struck.at), pairwise(struck.written), strict=True)]
    found = paces(struck)
    for place in range(len(struck.at)):
        near = [k for k in range(place - 5, place + 4) if 0 <= k < len(ways) and k != place - 1]
        tempi = sorted((ways[k][0] * 2**20 // ways[k][1], k) for k in near)
        tempi = [each for each in tempi if each[0] > 0]
        expected = ways[tempi[len(tempi) // 2][1]] if tempi else (1, 1)
        assert (found.rises[place], found.runs[place]) == expected


@settings(max_examples=300)
@given(moments)
def test_a_moment_is_expected_where_its_neighbours_say(steps: list[tuple[int, int]]) -> None:
    struck = struck_of([(beats, abs(taken) + 1) for beats, taken in steps])
    timed = without_click(struck, RULES[Level.NORMAL])
    assert timed.paces is not None
    at, written = struck.at, struck.written
    starts = [place for place, lost in enumerate(timed.hesitations) if lost]
    for place, expected in enumerate(timed.expected):
        start = max([0, *(each for each in starts if each <= place)])
        end = min([len(at), *(each for each in starts if each > place)])
        before, after = range(max(start, place - 2), place), range(place + 1, min(end, place + 3))
        guesses = sorted(
            at[a] + (at[b] - at[a]) * (written[place] - written[a]) // (written[b] - written[a])
            for a in before
            for b in after
        )
        if not guesses and (before or after):
            near = before[-1] if before else after[0]
            rise, run = timed.paces.rises[place], timed.paces.runs[place]
            guesses = [at[near] + (written[place] - written[near]) * rise // run]
        guesses = guesses or [at[place]]
        low, high = guesses[(len(guesses) - 1) // 2], guesses[len(guesses) // 2]
        assert expected == max(low, min(high, at[place]))


@settings(max_examples=200)
@given(moments)
def test_the_slope_is_the_middle_step(steps: list[tuple[int, int]]) -> None:
    struck = struck_of(steps)
    ways = [(b - a, d - c) for (a, b), (c, d) in zip(pairwise(struck.at), pairwise(struck.written), strict=True)]
    rising = sorted((way for way in ways if way[0] > 0), key=lambda way: way[0] * 2**20 // way[1])
    assert slope(struck.moments, struck.at, struck.written) == (rising[len(rising) // 2] if rising else (1, 1))


times = st.lists(st.integers(0, 30), max_size=5).map(sorted)


@settings(max_examples=300)
@given(times, times, st.lists(st.integers(-1, 12), min_size=5, max_size=5))
def test_pairs_cost_the_least(wanted: list[int], heard: list[int], reach: list[int]) -> None:
    reach = reach[: len(wanted)]
    pairs = nearest_pairs(wanted, reach, heard)
    assert all(abs(wanted[i] - heard[j]) <= reach[i] for i, j in pairs)
    assert all(a[0] > b[0] and a[1] > b[1] for a, b in pairwise(pairs))

    def cost(chosen: list[tuple[int, int]]) -> int:
        return sum(abs(wanted[i] - heard[j]) - reach[i] for i, j in chosen)

    near = [(i, j) for i in range(len(wanted)) for j in range(len(heard)) if abs(wanted[i] - heard[j]) <= reach[i]]
    least = 0
    for count in range(1, min(len(wanted), len(heard)) + 1):
        for chosen in combinations(near, count):
            if all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chosen)):
                least = min(least, cost(list(chosen)))
    assert cost(pairs) == least
