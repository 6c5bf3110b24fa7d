"""What a player puts right at once, as a teacher hears it: the last time counts, and the stop is one mark."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from pieces import BEAT, Row, events, rows, tune

from domain.music import corrections
from domain.music.judge import judge
from domain.music.played import played
from domain.music.rhythm import QUARTER
from domain.music.rules import RULES, Level
from domain.music.score import Score, score_of
from domain.music.sentences import why_extra
from domain.music.verdicts import Judgement

LINE = tune("C4 D4 E4 F4 G4 A4 B4 C5 D5 E5 F5 G5 A5 G5 E5 C5")
QUICK = tune("C4 D4 E4 F4 G4 A4 B4 C5 D5 E5 F5 G5 A5 G5 E5 C5", length=QUARTER // 4)
CHORDS = tune("C4 D4 E4 C4+E4+G4 D4 F4 D4+F4+A4 E4 D4 C4")
NOTES = len(LINE.notes)
MS = 1_000


def named(result: Judgement) -> dict[int, str]:
    return {k: note.verdict.value for k, note in enumerate(result.notes) if note.verdict != "right"}


def beside(result: Judgement) -> list[tuple[str, int, int]]:
    return [(extra.verdict.value, extra.played, extra.near) for extra in result.extras]


def later(score: Score, first: int, shift: int) -> list[Row]:
    """The score as it is written, from a note on so much later."""
    return [(at + (shift if k >= first else 0), key, 400 * MS, v) for k, (at, key, _, v) in enumerate(rows(score))]


def with_keys(score: Score, first: int, shift: int, *keys: tuple[int, int]) -> list[Row]:
    """`later`, and keys so long after the moment at which the note `first` is written."""
    due = rows(score)[first][0]
    return sorted([*later(score, first, shift), *((due + after * MS, key, 300 * MS, 70) for after, key in keys)])


def judged(score: Score, heard: list[Row], level: Level = Level.NORMAL, clicked: bool = False) -> Judgement:
    return judge(score, events(heard), RULES[level], clicked=clicked)


@pytest.mark.parametrize("clicked", [True, False])
@pytest.mark.parametrize("place", [1, 5, NOTES - 1])
@pytest.mark.parametrize("shift", [350, 600, 1_400])
def test_a_wrong_key_and_then_the_right_one(place: int, shift: int, clicked: bool) -> None:
    wrong = LINE.pitches[place] + 1
    result = judged(LINE, with_keys(LINE, place, shift * MS, (0, wrong)), clicked=clicked)
    assert named(result) == {place: "hesitation"}
    assert result.notes[place].offset == shift * MS
    assert beside(result) == [("corrected", place, place)]
    assert result.pace_change == 0


def test_the_very_first_key_is_put_right() -> None:
    result = judged(LINE, with_keys(LINE, 0, 900 * MS, (0, 61)))
    assert (named(result), beside(result)) == ({}, [("corrected", 0, 0)])


def test_several_tries_until_it_is_right() -> None:
    result = judged(LINE, with_keys(LINE, 4, 1_500 * MS, (0, 66), (500, 68), (1_000, 64)))
    assert named(result) == {4: "hesitation"}
    assert [kind for kind, *_ in beside(result)] == ["corrected"] * 3


@pytest.mark.parametrize("level", Level)
def test_what_is_put_right_costs_more_than_a_stop_and_less_than_what_is_left_wrong(level: Level) -> None:
    stop = judged(LINE, later(LINE, 4, 900 * MS), level).score
    right = judged(LINE, with_keys(LINE, 4, 900 * MS, (0, 66)), level).score
    wrong = judged(
        LINE, [(at, key + (3 if k == 4 else 0), n, v) for k, (at, key, n, v) in enumerate(rows(LINE))], level
    )
    assert wrong.score < right <= stop < 100
    costs = {Level.FIRST: 30, Level.NORMAL: 50 + 12, Level.STRICT: 60 + 25}
    assert right == (NOTES * 100 - costs[level]) // NOTES


def test_the_sentence_praises() -> None:
    heard = played(events(with_keys(LINE, 4, 600 * MS, (0, 66))))
    result = judge(LINE, heard, RULES[Level.NORMAL])
    assert why_extra(LINE, heard, result.extras[0]).english() == "You played F#4 first and put it right yourself."


def test_a_key_that_cost_no_time_was_beside_the_others() -> None:
    """Halfway to the next note, which comes when it is due: a finger too many."""
    result = judged(LINE, with_keys(LINE, 5, 0, (-250, 66)))
    assert [kind for kind, *_ in beside(result)] == ["extra"]
    assert named(result) == {}


def test_a_key_right_after_the_note_before_was_none_for_the_next() -> None:
    result = judged(LINE, with_keys(LINE, 5, 400 * MS, (-380, 63)))
    assert [kind for kind, *_ in beside(result)] == ["extra"]


@pytest.mark.parametrize(("came", "right", "kind"), [(200, 650, "corrected"), (199, 650, "extra"), (200, 649, "extra")])
def test_from_where_on_a_key_was_meant_for_the_next_note(came: int, right: int, kind: str) -> None:
    """So long after the note before, whose step is half a second."""
    result = judged(LINE, with_keys(LINE, 5, (right - 500) * MS, (came - 500, 66)))
    assert [each for each, *_ in beside(result)] == [kind]


def test_a_key_that_stands_for_a_missing_note_is_wrong_and_not_put_right() -> None:
    heard = [row for k, row in enumerate(later(LINE, 5, 400 * MS)) if k != 4]
    result = judged(LINE, sorted([*heard, (rows(LINE)[4][0], 66, 300 * MS, 70)]))
    assert result.notes[4].verdict == "wrong_accidental"
    assert "corrected" not in result.counts


@pytest.mark.parametrize("place", range(1, NOTES - 1))
def test_the_key_of_a_neighbour_in_the_place_of_a_note_is_wrong(place: int) -> None:
    """The next note too soon, or the one before again: with its own note missing it stands for that."""
    exact = rows(LINE)
    for other in (place - 1, place + 1):
        if LINE.pitches[place - 1] == LINE.pitches[place + 1]:
            continue
        heard = [(at, LINE.pitches[other] if k == place else key, n, v) for k, (at, key, n, v) in enumerate(exact)]
        for shift in (0, 700 * MS):
            waited = [(at + (shift if k > place else 0), *row) for k, (at, *row) in enumerate(heard)]
            result = judged(LINE, waited)  # type: ignore[arg-type]
            assert not {"retaken", "corrected"} & result.counts.keys()
            if 1 < place < NOTES - 2:
                assert result.notes[place].verdict in ("wrong_note", "wrong_accidental")


@pytest.mark.parametrize(("apart", "kind"), [(12, "corrected"), (13, "extra")])
def test_nobody_looks_for_a_key_farther_away_than_an_octave(apart: int, kind: str) -> None:
    result = judged(LINE, with_keys(LINE, 4, 900 * MS, (0, LINE.pitches[4] - apart)))
    assert [each for each, *_ in beside(result)] == [kind]


@pytest.mark.parametrize(("wait", "kind"), [(2_500, "corrected"), (2_501, "extra")])
def test_what_comes_much_later_is_not_at_once(wait: int, kind: str) -> None:
    result = judged(LINE, with_keys(LINE, 4, wait * MS, (0, 66)))
    assert [each for each, *_ in beside(result)] == [kind]


@pytest.mark.parametrize("clicked", [True, False])
@pytest.mark.parametrize("place", [0, 1, 6, NOTES - 1])
def test_one_note_struck_again_after_a_stop(place: int, clicked: bool) -> None:
    result = judged(LINE, with_keys(LINE, place, 1_200 * MS, (0, LINE.pitches[place])), clicked=clicked)
    assert named(result) == {place: "restart"}
    assert result.notes[place].played == place + 1
    assert beside(result) == [("retaken", place, place)]


@pytest.mark.parametrize("only", ["C4", "C4+E4+G4"])
def test_a_piece_of_one_moment_struck_again_after_a_stop(only: str) -> None:
    piece = tune(only)
    keys = len(piece.notes)
    result = judged(piece, with_keys(piece, 0, 900 * MS, *((0, key) for key in piece.pitches)))
    assert [(extra.verdict.value, extra.played) for extra in result.extras] == [("retaken", k) for k in range(keys)]
    assert [note.played for note in result.notes] == list(range(keys, 2 * keys))


def test_struck_three_times_the_last_counts() -> None:
    result = judged(LINE, with_keys(LINE, 6, 2_400 * MS, (0, 71), (1_200, 71)))
    assert named(result) == {6: "restart"}
    assert beside(result) == [("retaken", 6, 6), ("retaken", 7, 6)]


@pytest.mark.parametrize("again", [120, 290])
def test_a_key_that_bounces_was_played_twice(again: int) -> None:
    result = judged(LINE, with_keys(LINE, 6, 0, (again, 71)))
    assert (named(result), [kind for kind, *_ in beside(result)]) == ({}, ["repeated"])


def test_a_stop_is_longer_than_the_steps() -> None:
    """Half a second is a step here: 1.5 steps are a stop, less is a note too many."""
    at_once = judged(LINE, with_keys(LINE, 6, 740 * MS, (0, 71)))
    stopped = judged(LINE, with_keys(LINE, 6, 760 * MS, (0, 71)))
    assert [kind for kind, *_ in beside(at_once)] == ["extra"]
    assert [kind for kind, *_ in beside(stopped)] == ["retaken"]


@pytest.mark.parametrize("clicked", [True, False])
def test_a_chord_struck_again_after_a_stop_is_one_restart(clicked: bool) -> None:
    first = [(0, key) for key in (60, 64, 67)]
    result = judged(CHORDS, with_keys(CHORDS, 3, 1_500 * MS, *first), clicked=clicked)
    assert named(result) == {3: "restart"}
    assert [kind for kind, *_ in beside(result)] == ["retaken"] * 3
    assert [result.notes[k].played for k in (3, 4, 5)] == [6, 7, 8]


def test_a_chord_begun_again_because_of_a_wrong_key_needs_no_stop() -> None:
    result = judged(CHORDS, with_keys(CHORDS, 3, 400 * MS, (0, 60), (5, 64), (8, 68)))
    assert named(result) == {3: "restart"}
    assert sorted(kind for kind, *_ in beside(result)) == ["corrected", "retaken", "retaken"]


def test_of_a_chord_only_the_wrong_key_is_put_right() -> None:
    """E and G stay down, C comes after C sharp: that note was late, and what follows starts afresh."""
    heard = later(CHORDS, 6, 700 * MS)
    at, key, length, velocity = heard[3]
    result = judged(
        CHORDS, sorted([*heard[:3], (at, 61, 300 * MS, 70), (at + 700 * MS, key, length, velocity), *heard[4:]])
    )
    assert named(result) == {3: "late", 6: "hesitation"}
    assert [kind for kind, *_ in beside(result)] == ["corrected"]


def test_of_the_very_first_chord_a_wrong_key_is_put_right() -> None:
    """C and G are down, F comes with them, and then E, for which it was meant."""
    score = tune("C4+E4+G4 D4 E4 C4 D4 F4 G4 E4 D4 C4")
    heard = [(at + (600 * MS if key == 64 and not at else 0), key, n, v) for at, key, n, v in later(score, 3, 600 * MS)]
    result = judged(score, sorted([*heard, (20 * MS, 65, 300 * MS, 70)]))
    assert beside(result) == [("corrected", 2, 1)]


@pytest.mark.parametrize(("again", "kind"), [(299, "repeated"), (300, "retaken")])
def test_so_soon_after_a_wrong_key_nobody_begins_again(again: int, kind: str) -> None:
    """A chord with a wrong key in it, and then the right ones: what comes sooner is one and the same try."""
    result = judged(CHORDS, with_keys(CHORDS, 3, again * MS, (0, 60), (0, 64), (8, 68)))
    assert {each for each, *_ in beside(result)} == {"corrected", kind}


@pytest.mark.parametrize("step", [60, 90, 125])
def test_a_trill_that_is_not_written_puts_nothing_right(step: int) -> None:
    long = tune("C4 G4 C5 E4 C4 D4 E4 C4", length=4 * 24 * 20)
    exact = rows(long, 1_800 * MS)
    at = exact[2][0]
    trill = [(at + k * step * MS, 72 + 2 * (k % 2), 50 * MS, 60) for k in range(1, 12)]
    result = judged(long, sorted([*exact, *trill]))
    assert named(result) == {}
    assert not {"corrected", "retaken"} & result.counts.keys()


@pytest.mark.parametrize(
    ("before", "apart", "kind"),
    [
        (100, 2, "extra"),
        (100, 3, "corrected"),
        (130, 2, "extra"),
        (131, 2, "corrected"),
        (26, 1, "extra"),
        (25, 1, "corrected"),
    ],
)
def test_what_follows_its_neighbour_as_in_a_run_puts_nothing_right(before: int, apart: int, kind: str) -> None:
    """Of two keys before the right one the second comes so long after the first, and lies so far above it."""
    heard = with_keys(LINE, 4, 900 * MS, (-before, 63 - apart), (0, 63))
    assert [each for each, *_ in beside(judged(LINE, heard))] == ["corrected", kind]


@pytest.mark.parametrize("clicked", [True, False])
def test_bars_left_out_with_their_time_start_afresh(clicked: bool) -> None:
    """Four notes are missed; those behind them are neither early nor the faster tempo."""
    heard = [row for k, row in enumerate(later(LINE, 9, -4 * BEAT)) if not 5 <= k < 9]
    result = judged(LINE, heard, clicked=clicked)
    assert named(result) == dict.fromkeys(range(5, 9), "missed")
    assert all(note.offset == 0 for note in result.notes if note.verdict == "right")
    assert result.pace_change == 0


@pytest.mark.parametrize("clicked", [True, False])
def test_notes_left_out_in_their_own_time_change_nothing(clicked: bool) -> None:
    heard = [row for k, row in enumerate(rows(LINE)) if not 5 <= k < 9]
    result = judged(LINE, heard, clicked=clicked)
    assert named(result) == dict.fromkeys(range(5, 9), "missed")
    assert all(note.offset == 0 for note in result.notes if note.verdict == "right")


@pytest.mark.parametrize("clicked", [True, False])
def test_who_takes_two_thirds_of_the_time_of_what_is_missing_left_no_time_out(clicked: bool) -> None:
    """Two notes are missed. A microsecond sooner, and what comes behind them starts afresh."""

    def offsets(gap: int) -> set[int | None]:
        heard = [row for k, row in enumerate(later(LINE, 8, gap - 3 * BEAT)) if k not in (6, 7)]
        return {note.offset for note in judged(LINE, heard, clicked=clicked).notes if note.verdict != "missed"}

    assert offsets(1_000 * MS - 1) == {0}
    assert offsets(1_000 * MS) == ({0, -500 * MS} if clicked else {0, 125 * MS, -125 * MS})


def test_who_leaves_out_short_notes_and_comes_in_as_early_as_may_be_left_no_time_out() -> None:
    """Sixteenths of 125 ms, two of them missed: 150 ms too soon is within the widest window."""

    def offsets(early: int) -> set[int | None]:
        heard = [row for k, row in enumerate(later(QUICK, 8, -early)) if k not in (6, 7)]
        return {note.offset for note in judged(QUICK, heard).notes if note.verdict != "missed"}

    assert offsets(150 * MS) == {0, 37_500, -37_500}
    assert offsets(150 * MS + 1) == {0}


@pytest.mark.parametrize("clicked", [True, False])
def test_however_short_the_notes_a_wait_of_400_ms_is_no_stop(clicked: bool) -> None:
    def at_all(gap: int) -> bool:
        return "hesitation" in judged(QUICK, later(QUICK, 8, gap - BEAT // 4), clicked=clicked).counts

    assert not at_all(400 * MS)
    assert at_all(400 * MS + 1)


@pytest.mark.parametrize(("first", "offset"), [(299_999, 299_999), (300_000, -300_000), (300_001, -299_999)])
def test_halfway_back_to_the_click_the_player_is_held_to_his_own_time(first: int, offset: int) -> None:
    """600 ms behind the click after a stop; the next note lies nearer to the click, between both, or nearer to that."""
    late = {5: 600_000, 6: first}
    heard = [(at + late.get(k, 0), key, 400 * MS, v) for k, (at, key, _, v) in enumerate(rows(LINE))]
    result = judged(LINE, heard, clicked=True)
    assert named(result) == {5: "hesitation", 6: "late" if offset > 0 else "early"}
    assert [note.offset for note in result.notes[5:]] == [600_000, offset] + [0] * (NOTES - 7)


def test_the_last_of_four_notes_is_put_right() -> None:
    """So few notes say the tempo, the first of them too."""
    four = tune("C4 D4 E4 F4")
    result = judged(four, with_keys(four, 3, 300 * MS, (0, 66)), clicked=True)
    assert (named(result), beside(result)) == ({3: "hesitation"}, [("corrected", 3, 3)])


@pytest.mark.parametrize("clicked", [True, False])
@pytest.mark.parametrize(("wait", "stopped"), [(150_000, False), (150_001, True)])
def test_what_is_put_right_within_the_window_took_no_stop(wait: int, stopped: bool, clicked: bool) -> None:
    result = judged(LINE, with_keys(LINE, 5, wait, (-200, 68)), clicked=clicked)
    assert named(result) == ({5: "hesitation"} if stopped else {})
    assert [kind for kind, *_ in beside(result)] == ["corrected"]


def test_the_numbers_of_putting_right() -> None:
    assert (corrections.ONE_TRY, corrections.SOONEST, corrections.WITHIN) == (100_000, 300_000, 2_500_000)
    assert (corrections.OCTAVE, corrections.ON_THE_WAY, corrections.LATER) == (12, 40, 130)
    assert (corrections.TRILL, corrections.AT_ONCE, corrections.WHOLE_TONE) == (130_000, 25_000, 2)


def test_after_a_fermata_everybody_waits_as_long_as_they_like() -> None:
    held = score_of([replace(note, fermata=k == 4) for k, note in enumerate(LINE.notes)])
    for wait in (300, 1_500):
        heard = [
            (at, key, n + (wait * MS if k == 4 else 0), v)
            for k, (at, key, n, v) in enumerate(later(LINE, 5, wait * MS))
        ]
        for clicked in (True, False):
            result = judged(held, heard, clicked=clicked)
            assert result.counts == {"right": NOTES}
            assert (result.score, result.pace_change) == (100, 0)
            assert judged(LINE, heard, clicked=clicked).score < 100


def test_who_does_not_wait_for_a_fermata_is_in_time() -> None:
    held = score_of([replace(note, fermata=k == 4) for k, note in enumerate(LINE.notes)])
    assert judged(held, rows(LINE)).score == 100
    assert judged(held, [row for k, row in enumerate(rows(LINE)) if k != 5]).counts["missed"] == 1
