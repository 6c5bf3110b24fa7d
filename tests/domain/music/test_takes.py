"""Passages played again: the last time counts, and one restart is one mark."""

from __future__ import annotations

from dataclasses import replace

import pytest
from deformed import BEGINNER, MILD, PIANIST, found_share, perform
from hypothesis import given, settings
from hypothesis import strategies as st
from pieces import BEAT, Row, events, rows, tune, two_hands

from domain.music import stutters, takes
from domain.music.align import align
from domain.music.judge import judge
from domain.music.played import played
from domain.music.rules import RULES, Level
from domain.music.score import Score
from domain.music.sentences import why, why_extra
from domain.music.takes import superseded
from domain.music.verdicts import Judgement

LINE = "C4 D4 E4 F4 G4 A4 B4 C5 D5 E5 F5 G5 A5 G5 E5 C5 B4 G4 F4 D4 E4 C4"
LONG = tune(LINE)
NOTES = len(LONG.notes)


def going(*passages: tuple[int, int], pause: int = 600_000, score: Score = LONG) -> list[Row]:
    """Notes from the first up to the second of each passage, one passage after the other with a pause between."""
    written = rows(score)
    found: list[Row] = []
    at = 0
    for start, end in passages:
        for k in range(start, end):
            found.append((at + written[k][0] - written[start][0], *written[k][1:]))
        at += (end - start) * BEAT + pause
    return found


def named(result: Judgement) -> dict[int, str]:
    return {k: note.verdict.value for k, note in enumerate(result.notes) if note.verdict != "right"}


@pytest.mark.parametrize("clicked", [True, False])
@pytest.mark.parametrize("back", [4, 7, 12])
def test_who_goes_back_and_on_is_marked_once(back: int, clicked: bool) -> None:
    heard = played(events(going((0, 12), (12 - back, NOTES))))
    result = judge(LONG, heard, RULES[Level.NORMAL], clicked=clicked)
    again = 12 - back
    assert named(result) == {again: "restart"}
    assert [(e.verdict.value, e.played, e.near) for e in result.extras] == [("retaken", k, k) for k in range(again, 12)]
    assert result.notes[again].played == 12
    lost = heard.onsets[12] - (heard.onsets[again - 1] + BEAT if again else 0)
    assert result.notes[again].offset == lost
    assert [note.offset for k, note in enumerate(result.notes) if k != again] == [0] * (NOTES - 1)
    assert result.pace_change == 0
    assert why(LONG, heard, again, result.notes[again]).english().startswith("You played a part again before")
    assert why_extra(LONG, heard, result.extras[0]).english().endswith("then it counted.")


def test_a_try_that_breaks_off_leaves_the_first_one_standing() -> None:
    heard = played(events(going((0, 12), (3, 9), (12, NOTES))))
    result = judge(LONG, heard, RULES[Level.NORMAL])
    assert named(result) == {12: "restart"}
    assert [(e.verdict.value, e.near) for e in result.extras] == [("retaken", k) for k in range(3, 9)]
    assert [note.played for note in result.notes[:12]] == list(range(12))


def test_whoever_stops_in_the_second_try_has_still_played_the_first() -> None:
    heard = played(events(going((0, 14), (6, 13))))
    result = judge(LONG, heard, RULES[Level.NORMAL])
    assert [note.played for note in result.notes[:14]] == list(range(14))
    assert [note.verdict.value for note in result.notes[14:]] == ["missed"] * (NOTES - 14)


def test_who_practises_the_end_first_has_played_the_end_before() -> None:
    """Its first note, G, stands two notes sooner too."""
    result = judge(LONG, events(going((13, NOTES), (0, NOTES))), RULES[Level.NORMAL])
    assert named(result) == {0: "restart"}
    assert [(extra.verdict.value, extra.near) for extra in result.extras] == [("retaken", k) for k in range(13, NOTES)]


def test_three_tries_at_one_place() -> None:
    heard = played(events(going((0, 9), (4, 10), (4, 11), (4, NOTES))))
    result = judge(LONG, heard, RULES[Level.NORMAL])
    assert named(result) == {4: "restart"}
    assert result.counts["retaken"] == 5 + 6 + 7


def test_far_into_a_long_piece_somebody_goes_back_twice() -> None:
    long = tune(" ".join([LINE, "F4 A4 C5 E5 D5 B4 G4 E4 F4 D4"] * 3))
    count = len(long.notes)
    heard = played(events(going((0, 34), (28, 84), (75, count), score=long)))
    result = judge(long, heard, RULES[Level.NORMAL])
    assert named(result) == {28: "restart", 75: "restart"}
    assert [extra.near for extra in result.extras] == [*range(28, 34), *range(75, 84)]


def test_who_has_come_to_the_end_and_begins_once_more_has_played_the_piece() -> None:
    """Of the first time only the first note counts, of the last nothing: it broke off."""
    result = judge(LONG, events(going((0, 12), (1, NOTES), (0, 5))), RULES[Level.NORMAL])
    assert named(result) == {1: "restart"}
    assert [(extra.verdict.value, extra.near) for extra in result.extras] == [
        ("retaken", k) for k in [*range(1, 12), *range(5)]
    ]


def test_far_into_a_long_piece_a_try_from_the_beginning_breaks_off() -> None:
    long = tune(f"{LINE} {LINE.replace('4', '2').replace('5', '3')}")
    heard = played(events(going((0, 36), (0, 8), (36, 2 * NOTES), score=long)))
    result = judge(long, heard, RULES[Level.NORMAL])
    assert named(result) == {36: "restart"}
    assert [(extra.verdict.value, extra.near) for extra in result.extras] == [("retaken", k) for k in range(8)]


def test_what_a_restart_costs() -> None:
    def score(level: Level, played_rows: list[Row]) -> int:
        return judge(LONG, events(played_rows), RULES[level]).score

    once = going((0, 12), (6, NOTES))
    wrong = [(at, key + (5 if 6 <= k < 12 else 0), n, v) for k, (at, key, n, v) in enumerate(going((0, NOTES)))]
    for level in Level:
        assert score(level, wrong) < score(level, once) < score(level, going((0, NOTES))) == 100
    assert score(Level.FIRST, once) == (NOTES * 100 - 30) // NOTES
    assert score(Level.NORMAL, once) == (NOTES * 100 - 50 - 6 * 5) // NOTES
    assert score(Level.STRICT, once) == (NOTES * 100 - 60 - 6 * 10) // NOTES


def test_a_wrong_note_that_is_put_right_by_going_back_costs_less_than_one_left_wrong() -> None:
    slipped = going((0, 12), (7, NOTES))
    at, _, length, velocity = slipped[11]
    slipped[11] = (at, 70, length, velocity)
    result = judge(LONG, events(slipped), RULES[Level.NORMAL])
    assert named(result) == {7: "restart"}
    assert sorted(e.verdict.value for e in result.extras) == ["extra", *["retaken"] * 4]
    assert result.score > (NOTES * 100 - 100) // NOTES - 1


def test_beginners_are_followed_and_pianists_not_misunderstood() -> None:
    for how, least in ((BEGINNER, 0.93), (PIANIST, 0.99), (replace(MILD, restart=0.03), 0.96)):
        shares = []
        for seed in range(10):
            score = two_hands(150, seed)
            performance = perform(score, how, seed)
            shares.append(found_share(score, performance, align(score, performance.notes).match))
        assert sum(shares) / len(shares) >= least, how


def test_only_where_several_strokes_have_no_place_is_looked_again() -> None:
    written = [60, 62, 64, 65, 67, 69, 71, 72]
    assert superseded(written, written, list(range(8))) == {}
    assert superseded([], [], []) == {}
    assert superseded(written, [], []) == {}
    assert superseded(written, [1, 2, 3, 4], [-1] * 4) == {}
    heard = written[:6] + written[2:]
    plain = [0, 1, -1, -1, -1, -1, 2, 3, 4, 5, 6, 7]
    other = [0, 1, 2, 3, 4, 5, -1, -1, -1, -1, 6, 7]
    for match in (plain, other):
        assert superseded(written, heard, match) == {2: 2, 3: 3, 4: 4, 5: 5}


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.integers(60, 66), min_size=1, max_size=30),
    st.lists(st.integers(60, 66), max_size=60),
    st.data(),
)
def test_any_row_of_keys_gives_an_answer(written: list[int], heard: list[int], data: st.DataObject) -> None:
    match = [-1] * len(heard)
    after = 0
    for j, key in enumerate(heard):
        if key in written[after:] and data.draw(st.booleans()):
            match[j] = written.index(key, after)
            after = match[j] + 1
    found = superseded(written, heard, match)
    assert all(written[i] == heard[j] for j, i in found.items())
    assert superseded(written, heard, match) == found


def test_a_note_left_out_the_second_time_is_missed_and_its_first_time_does_not_count() -> None:
    played_rows = [row for k, row in enumerate(going((0, 12), (6, NOTES))) if k != 14]
    result = judge(LONG, events(played_rows), RULES[Level.NORMAL])
    assert named(result) == {6: "restart", 8: "missed"}
    assert [(e.verdict.value, e.played, e.near) for e in result.extras] == [("retaken", k, k) for k in range(6, 12)]


@pytest.mark.parametrize(
    ("gone", "told"),
    [(2, {4: "restart", 8: "missed", 9: "missed"}), (3, {11: "restart"})],
)
def test_where_the_second_time_leaves_out_three_notes_the_first_time_of_them_counts(
    gone: int, told: dict[int, str]
) -> None:
    twice = going((0, 12), (4, NOTES))
    heard = [row for k, row in enumerate(twice) if not 16 <= k < 16 + gone]
    assert named(judge(LONG, events(heard), RULES[Level.NORMAL])) == told


@pytest.mark.parametrize("clicked", [True, False])
@pytest.mark.parametrize("back", [2, 3, 4])
@pytest.mark.parametrize("at", [4, 9, 12, NOTES])
def test_two_notes_played_again_after_a_stop_are_one_restart(at: int, back: int, clicked: bool) -> None:
    heard = played(events(going((0, at), (at - back, NOTES))))
    result = judge(LONG, heard, RULES[Level.NORMAL], clicked=clicked)
    assert named(result) == {at - back: "restart"}
    again = range(at - back, at)
    assert [(e.verdict.value, e.played, e.near) for e in result.extras] == [("retaken", k, k) for k in again]
    assert result.score >= (NOTES * 100 - 50 - 5 * back) // NOTES


@pytest.mark.parametrize("wrong", [(), (66,), (66, 70)])
@pytest.mark.parametrize("back", [2, 3, 4])
@pytest.mark.parametrize("at", range(2, NOTES + 1))
def test_wherever_in_the_piece_somebody_goes_back(at: int, back: int, wrong: tuple[int, ...]) -> None:
    """From its first note to its last, with no wrong key, one or two before the stop."""
    back = min(back, at)
    first, again = going((0, at)), going((at - back, NOTES))
    end = first[-1][0]
    slipped = [(end + BEAT * (k + 1), key, 450_000, 70) for k, key in enumerate(wrong)]
    stop = (slipped or first)[-1][0] + 1_200_000
    heard = [*first, *slipped, *((at + stop, key, n, v) for at, key, n, v in again)]
    result = judge(LONG, events(heard), RULES[Level.NORMAL])
    assert named(result) == {at - back: "restart"}
    assert [(e.verdict.value, e.near) for e in result.extras[:back]] == [("retaken", k) for k in range(at - back, at)]
    assert result.counts.get("extra", 0) == len(wrong)
    assert result.notes[at - back].offset is not None
    assert result.pace_change == 0


def test_two_wrong_keys_before_the_very_first_note_are_no_going_back() -> None:
    """D and E, then C D E F: the piece had not begun."""
    begun = [(at + 2_000_000, key, n, v) for at, key, n, v in going((0, NOTES))]
    result = judge(LONG, events([(0, 62, 400_000, 70), (500_000, 64, 400_000, 70), *begun]), RULES[Level.NORMAL])
    assert named(result) == {}
    assert "retaken" not in result.counts


def test_a_way_ends_where_the_fewest_notes_are_passed_over() -> None:
    """Six notes passed over cost 24, which is less than a jump; seven are a jump."""
    assert takes._last({1: (30, 0), 7: (7, 1)}, 8) == 1
    assert takes._last({1: (32, 0), 7: (7, 1)}, 8) == 0
    assert takes._last({0: (31, 0), 7: (7, 1)}, 8) == 1
    assert takes._last({0: (33, 0), 7: (7, 1)}, 8) == 0
    assert takes._last({8: (34, 0), 7: (7, 1)}, 8) == 1
    assert takes._last({9: (36, 0), 7: (7, 1)}, 8) == 0


def test_the_next_note_is_one_of_the_twelve_that_follow() -> None:
    """Each that is passed over costs four; of two ways that are worth the same the one known first stays."""
    scale = list(range(40, 80))
    assert takes._near(scale, 45, {4: (100, 7)}) == {5: (100, 7)}
    assert takes._near(scale, 56, {4: (100, 7)}) == {16: (100 - 11 * 4, 7)}
    assert takes._near(scale, 57, {4: (100, 7)}) == takes._near(scale, 44, {4: (100, 7)}) == {}
    assert takes._near(scale, 50, {4: (100, 7), 6: (92, 8)}) == {10: (80, 7)}
    assert takes._near(scale, 50, {4: (100, 7), 6: (93, 8)}) == {10: (81, 8)}


def test_a_jump_to_the_same_note_goes_back() -> None:
    assert takes._jump(5, 5) == takes.BACK
    assert takes._jump(5, 4) == takes.BACK + takes.FARTHER
    assert takes._jump(5, 6) == takes.AHEAD + takes.FARTHER
    assert takes._jump(5, 13) == takes.AHEAD + 4 * takes.FARTHER


def test_three_strokes_without_a_place_among_eight_are_looked_at_with_twenty_four_around_them() -> None:
    def looked_at(*spare: int) -> list[tuple[int, int]]:
        return takes._doubtful([-1 if j in spare else j for j in range(200)])

    assert looked_at(100, 103) == looked_at(100, 103, 108) == []
    assert looked_at(100, 103, 107) == [(76, 132)]
    assert looked_at(5, 6, 7) == [(0, 32)]
    assert looked_at(5, 6, 7, 56, 57, 58) == [(0, 83)]
    assert looked_at(5, 6, 7, 57, 58, 59) == [(0, 32), (33, 84)]
    assert looked_at(197, 198, 199) == [(173, 200)]


def test_what_stands_everywhere_says_nothing_of_where_the_player_went() -> None:
    """Sixty-four bars of an accompaniment are looked through, sixty-five are not."""
    figure = [48, 55, 52, 55]
    assert takes._seeds(figure * 64)[48, 55] == list(range(0, 256, 4))
    assert (48, 55) not in takes._seeds(figure * 65)


@pytest.mark.parametrize("wrong", [(70,), (61, 70)])
def test_wrong_notes_before_the_stop_stay_wrong(wrong: tuple[int, ...]) -> None:
    first, again = going((0, 9)), going((7, NOTES))
    end = first[-1][0]
    slipped = [(end + BEAT * (k + 1), key, 450_000, 70) for k, key in enumerate(wrong)]
    later = [(at + slipped[-1][0] + 1_200_000, key, n, v) for at, key, n, v in again]
    result = judge(LONG, events([*first, *slipped, *later]), RULES[Level.NORMAL])
    assert named(result) == {7: "restart"}
    assert result.counts["retaken"] == 2
    assert result.counts["extra"] == len(wrong)


@pytest.mark.parametrize(
    ("step", "stop", "went_back"),
    [(500, 750_000, True), (500, 749_999, False), (200, 350_000, True), (200, 349_999, False)],
)
def test_a_stop_before_two_notes_is_one_and_a_half_steps_and_no_less_than_350_ms(
    step: int, stop: int, went_back: bool
) -> None:
    first, second = going((0, 12), pause=0), going((10, NOTES), pause=0)
    begun = first[-1][0] * step // 500 + stop
    heard = [(at * step // 500, key, 100_000, v) for at, key, _, v in first]
    heard += [(begun + at * step // 500, key, 100_000, v) for at, key, _, v in second]
    assert ("retaken" in judge(LONG, events(heard), RULES[Level.NORMAL]).counts) == went_back


def test_without_a_stop_nobody_went_back() -> None:
    hurried = judge(LONG, events(going((0, 12), (10, NOTES), pause=0)), RULES[Level.NORMAL])
    assert "retaken" not in hurried.counts


def test_what_is_written_twice_is_played_twice() -> None:
    echo = tune("C4 D4 E4 D4 E4 F4 G4 A4 G4 A4 B4 C5")
    waits = [(at + 900_000 * ((k > 2) + (k > 7)), key, n, v) for k, (at, key, n, v) in enumerate(rows(echo))]
    assert judge(echo, events(waits), RULES[Level.NORMAL]).counts == {"right": 10, "hesitation": 2}


def test_a_step_back_costs_less_than_the_same_notes_wrong() -> None:
    for level in Level:
        back = judge(LONG, events(going((0, 12), (10, NOTES))), RULES[level])
        missed = [row for k, row in enumerate(going((0, NOTES))) if k not in (10, 11)]
        assert judge(LONG, events(missed), RULES[level]).score < back.score < 100


def test_the_numbers_of_going_back() -> None:
    assert (takes.WORTH, takes.PASSED, takes.BACK, takes.AHEAD, takes.FARTHER) == (10, 4, 28, 25, 1)
    assert (takes.NEAR, takes.SWEPT, takes.SPARE, takes.IN_ROW, takes.AROUND) == (12, 4, 3, 8, 24)
    assert (takes.ROW, takes.CROSSED, takes.MOST_SEEDS, takes.HOPELESS) == (2, 5, 64, 53)
    assert (stutters.SHORT, stutters.WRONG, stutters.FARTHEST) == ((4, 3, 2), 2, 9)
    assert (stutters.STOP_TENTHS, stutters.STOP_LEAST) == (15, 350_000)
