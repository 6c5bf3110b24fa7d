"""Every mistake by its name and its signed error; the windows of the three levels to the microsecond."""

from __future__ import annotations

import pytest
from deformed import STRONG, perform
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pieces import BEAT, ODE, Row, events, rows, tune, two_hands

from domain.music.judge import judge
from domain.music.note import Note, Pedal
from domain.music.pitch import pitch
from domain.music.played import played, raw
from domain.music.rhythm import QUARTER
from domain.music.rules import RULES, Level
from domain.music.score import Score, ScoreNote, score_of
from domain.music.sentences import why, why_extra, why_pace
from domain.music.timing import pace_of
from domain.music.verdicts import Grade, Judgement, Length, Pace, Verdict
from domain.music.windows import Windows
from domain.records.progress import PEDAL

FIRST, NORMAL, STRICT = (RULES[level] for level in Level)
TUNE = tune(ODE)
EXACT = rows(TUNE)


def judged(played_rows: list[Row], rules: object = NORMAL, clicked: bool = True, score: object = TUNE) -> Judgement:
    return judge(score, events(played_rows), rules, clicked=clicked)  # type: ignore[arg-type]


def moved(index: int, late: int) -> list[Row]:
    return [(at + (late if k == index else 0), key, 400_000, v) for k, (at, key, _, v) in enumerate(EXACT)]


def keyed(index: int, semitones: int) -> list[Row]:
    return [(at, key + (semitones if k == index else 0), n, v) for k, (at, key, n, v) in enumerate(EXACT)]


def wrong_ones(judgement: Judgement) -> dict[int, str]:
    return {k: note.verdict.value for k, note in enumerate(judgement.notes) if note.verdict is not Verdict.RIGHT}


@pytest.mark.parametrize("clicked", [True, False])
@pytest.mark.parametrize("rules", RULES.values())
def test_an_exact_performance_is_perfect(rules: object, clicked: bool) -> None:
    result = judged(EXACT, rules, clicked)
    assert (result.score, result.counts, result.extras) == (100, {"right": 15}, ())
    assert all(note.grade is Grade.PERFECT and note.offset == 0 for note in result.notes)
    assert [note.played for note in result.notes] == list(range(15))
    assert (result.pace, result.pace_change, result.lean, result.right) == (Pace.STEADY, 0, 0, 15)


@pytest.mark.parametrize(
    ("level", "perfect", "good", "ok"), [("first", 80, 130, 200), ("normal", 50, 100, 150), ("strict", 25, 50, 100)]
)
@pytest.mark.parametrize("sign", [1, -1])
def test_the_windows_with_click(level: str, perfect: int, good: int, ok: int, sign: int) -> None:
    rules = RULES[Level(level)]
    # 35 % of the gap of 500 ms would cut the widest window, so the tune is played at half the tempo here.
    slow = TUNE.with_tempo(1_000_000)
    exact = rows(slow)

    def seventh(offset: int) -> tuple[Verdict, Grade]:
        late = [(at + (sign * offset if k == 7 else 0), key, 900_000, v) for k, (at, key, _, v) in enumerate(exact)]
        note = judged(late, rules, score=slow).notes[7]
        assert note.offset == sign * offset
        return note.verdict, note.grade

    assert seventh(perfect * 1_000) == (Verdict.RIGHT, Grade.PERFECT)
    assert seventh(perfect * 1_000 + 1) == (Verdict.RIGHT, Grade.GOOD)
    assert seventh(good * 1_000) == (Verdict.RIGHT, Grade.GOOD)
    assert seventh(good * 1_000 + 1) == (Verdict.RIGHT, Grade.OK)
    assert seventh(ok * 1_000) == (Verdict.RIGHT, Grade.OK)
    assert seventh(ok * 1_000 + 1) == (Verdict.LATE if sign > 0 else Verdict.EARLY, Grade.NONE)


def test_windows_are_cut_to_a_third_of_the_gap_and_to_a_part_of_the_beat() -> None:
    assert Windows(NORMAL).with_click(0) == (50_000, 100_000, 150_000)
    assert Windows(NORMAL).with_click(400_000) == (50_000, 100_000, 140_000)
    assert Windows(NORMAL).with_click(100_000) == (35_000, 35_000, 35_000)
    assert Windows(FIRST).in_own_tempo(0, 600_000) == (60_000, 97_500, 150_000)
    assert Windows(FIRST).in_own_tempo(0, 900_000) == (80_000, 130_000, 200_000)
    assert Windows(STRICT).in_own_tempo(0, 500_000) == (15_000, 30_000, 60_000)
    assert Windows(STRICT).in_own_tempo(100_000, 500_000) == (15_000, 30_000, 35_000)
    assert Windows(STRICT).in_own_tempo(0, 2_000_000) == (22_500, 45_000, 90_000)


@pytest.mark.parametrize("clicked", [True, False])
@pytest.mark.parametrize(("late", "verdict"), [(180_000, "late"), (-180_000, "early")])
def test_early_and_late(late: int, verdict: str, clicked: bool) -> None:
    result = judged(moved(6, late), clicked=clicked)
    assert wrong_ones(result) == {6: verdict}
    assert result.notes[6].offset == late
    assert result.score == (14 * 100 + 50) // 15


@pytest.mark.parametrize("clicked", [True, False])
@pytest.mark.parametrize(
    ("semitones", "verdict"),
    [(1, "wrong_accidental"), (-1, "wrong_accidental"), (2, "wrong_note"), (12, "wrong_octave"), (-12, "wrong_octave")],
)
def test_wrong_keys(semitones: int, verdict: str, clicked: bool) -> None:
    result = judged(keyed(7, semitones), clicked=clicked)
    assert wrong_ones(result) == {7: verdict}
    assert result.notes[7].semitones == semitones
    assert (result.notes[7].played, result.notes[7].offset) == (7, 0)
    assert result.extras == ()
    worth = {"wrong_accidental": 20, "wrong_octave": 40, "wrong_note": 0}
    assert result.score == (14 * 100 + worth[verdict]) // 15


def test_an_accidental_error_keeps_the_letter() -> None:
    sharp = tune("C4 D4 E4 F#4 G4 A4 B4 C5")
    down = [(at, key - (k == 3), n, v) for k, (at, key, n, v) in enumerate(rows(sharp))]
    up = [(at, key + (k == 3), n, v) for k, (at, key, n, v) in enumerate(rows(sharp))]
    assert wrong_ones(judged(down, score=sharp)) == {3: "wrong_accidental"}
    assert wrong_ones(judged(up, score=sharp)) == {3: "wrong_note"}


def two_staves(right: str, left: str) -> Score:
    """Four notes for each hand, one hand after the other."""
    upper, lower = tune(right), tune(left)
    late = [replace(n, note_id=f"l{n.note_id}", staff=2, onset=n.onset + 4 * QUARTER) for n in lower.notes]
    return score_of([*upper.notes, *late])


@pytest.mark.parametrize(
    ("right", "index", "apart", "verdict"),
    [
        ("C5 E5 G5 E5", 0, -24, "wrong_hand"),
        ("C5 E5 G5 E5", 2, -24, "wrong_hand"),
        ("B4 E5 G5 E5", 0, -24, "wrong_octave"),
        ("C5 E5 Ab5 E5", 2, -24, "wrong_octave"),
        ("C5 E5 G5 E5", 1, 12, "wrong_octave"),
        ("C3 E5 G5 C5", 3, -24, "wrong_octave"),
        ("E4 E5 G3 G5", 3, -24, "wrong_octave"),
        ("C2 E2 G2 G2", 3, 12, "wrong_hand"),
        ("C3 E5 D3 G2", 3, 12, "wrong_octave"),
    ],
)
def test_where_the_other_hand_alone_plays(right: str, index: int, apart: int, verdict: str) -> None:
    """The left hand plays from C3 to G3; either end is its own, where the right hand does not reach."""
    score = two_staves(right, "C3 E3 G3 E3")
    heard = [(at, key + (apart if k == index else 0), n, v) for k, (at, key, n, v) in enumerate(rows(score))]
    assert judged(heard, score=score).notes[index].verdict == verdict


def test_the_wrong_hand() -> None:
    notes = [
        ScoreNote(note_id=f"r{k}", pitch=pitch(n), onset=k * QUARTER, duration=QUARTER)
        for k, n in enumerate(["C4", "D4", "E4", "F4"])
    ]
    notes += [
        ScoreNote(note_id=f"l{k}", pitch=pitch(n), onset=(4 + k) * QUARTER, duration=QUARTER, staff=2)
        for k, n in enumerate(["C3", "D3", "E3", "F3"])
    ]
    score = score_of(notes)
    from_left = [(at, key - (12 if k == 1 else 0), n, v) for k, (at, key, n, v) in enumerate(rows(score))]
    from_right = [(at, key + (12 if k == 6 else 0), n, v) for k, (at, key, n, v) in enumerate(rows(score))]
    away = [(at, key + (24 if k == 1 else 0), n, v) for k, (at, key, n, v) in enumerate(rows(score))]
    assert wrong_ones(judged(from_left, score=score)) == {1: "wrong_hand"}
    assert wrong_ones(judged(from_right, score=score)) == {6: "wrong_hand"}
    assert wrong_ones(judged(away, score=score)) == {1: "wrong_octave"}


@pytest.mark.parametrize("clicked", [True, False])
@pytest.mark.parametrize("missing", range(1, 14))
def test_a_missed_note_is_the_only_one(missing: int, clicked: bool) -> None:
    result = judged([row for k, row in enumerate(EXACT) if k != missing], clicked=clicked)
    assert wrong_ones(result) == {missing: "missed"}
    assert result.notes[missing].played == -1
    assert result.notes[missing].offset is None


@pytest.mark.parametrize("clicked", [True, False])
def test_notes_too_many(clicked: bool) -> None:
    strange = judged([*EXACT, (1_250_000, 80, 300_000, 60)], clicked=clicked)
    assert [(e.verdict.value, e.played) for e in strange.extras] == [("extra", 3)]
    assert strange.score == (1500 - 25) // 15
    again = judged([*EXACT, (2_700_000, 65, 200_000, 60)], clicked=clicked)
    assert [e.verdict.value for e in again.extras] == ["repeated"]
    slip = judged([*EXACT, (2_880_000, 63, 79_999, 60)], clicked=clicked)
    assert [(e.verdict.value, e.near, e.offset, e.semitones) for e in slip.extras] == [("slip", 6, -120_000, -1)]
    assert slip.score == (1500 - 12) // 15
    assert judged([*EXACT, (2_880_000, 63, 79_999, 60)], FIRST, clicked).score == 100
    held = judged([*EXACT, (2_880_000, 63, 80_000, 60)], clicked=clicked)
    assert [e.verdict.value for e in held.extras] == ["extra"]
    far = judged([*EXACT, (2_880_000, 61, 60_000, 60)], clicked=clicked)
    assert [e.verdict.value for e in far.extras] == ["extra"]


def test_a_brushed_key_counts_for_nobody_but_the_strict() -> None:
    brushed = [*EXACT, (2_700_000, 80, 39_999, 7)]
    assert [e.verdict.value for e in judged(brushed).extras] == ["brushed"]
    assert judged(brushed).score == 100
    assert judged(brushed, STRICT).score < 100
    assert [e.verdict.value for e in judged([*EXACT, (2_700_000, 80, 40_000, 7)]).extras] == ["extra"]
    assert [e.verdict.value for e in judged([*EXACT, (2_700_000, 80, 39_999, 8)]).extras] == ["extra"]


@pytest.mark.parametrize("clicked", [True, False])
@pytest.mark.parametrize("at", [4, 2, 10])
def test_neighbours_that_changed_places(at: int, clicked: bool) -> None:
    swapped = [list(row) for row in EXACT]
    swapped[at][1], swapped[at + 1][1] = swapped[at + 1][1], swapped[at][1]
    result = judged([tuple(row) for row in swapped], clicked=clicked)  # type: ignore[misc]
    assert wrong_ones(result) == {at: "swapped", at + 1: "swapped"}
    assert (result.notes[at].played, result.notes[at + 1].played) == (at + 1, at)


@pytest.mark.parametrize("at", [0, 1, 6])
@pytest.mark.parametrize("clicked", [True, False])
def test_the_first_and_the_last_neighbours_that_changed_places(at: int, clicked: bool) -> None:
    score = tune("C4 E4 G4 B4 D5 F4 A4 C5")
    swapped = [list(row) for row in rows(score)]
    swapped[at][1], swapped[at + 1][1] = swapped[at + 1][1], swapped[at][1]
    result = judged([tuple(row) for row in swapped], clicked=clicked, score=score)  # type: ignore[misc]
    assert wrong_ones(result) == {at: "swapped", at + 1: "swapped"}
    assert result.extras == ()


def test_of_the_first_two_notes_in_their_order_none_changed_places() -> None:
    result = judged(sorted([*EXACT, (7_200_000, 50, 100_000, 70)]))
    assert result.counts == {"right": 15, "extra": 1}


@pytest.mark.parametrize("clicked", [True, False])
def test_a_hesitation_is_one_mark_and_not_a_row_of_late_notes(clicked: bool) -> None:
    waited = [(at + (1_500_000 if k >= 6 else 0), key, n, v) for k, (at, key, n, v) in enumerate(EXACT)]
    result = judged(waited, clicked=clicked)
    assert wrong_ones(result) == {6: "hesitation"}
    assert result.notes[6].offset == 1_500_000
    assert all(note.offset == 0 for k, note in enumerate(result.notes) if k != 6)


def test_what_is_just_no_hesitation_yet() -> None:
    def after(wait: int) -> set[str]:
        late = [(at + (wait if k >= 6 else 0), key, n, v) for k, (at, key, n, v) in enumerate(EXACT)]
        return set(wrong_ones(judged(late, clicked=False)).values())

    assert after(BEAT) == set() or "hesitation" not in after(BEAT)
    assert after(BEAT + 1) == {"hesitation"}


def test_after_a_hesitation_the_old_click_is_found_again() -> None:
    score = tune("C4 D4 E4 F4 G4 A4 B4 C5 D5 E5 F5 G5")
    back = [(at + (1_500_000 if 3 <= k < 6 else 0), key, n, v) for k, (at, key, n, v) in enumerate(rows(score))]
    result = judged([row for k, row in enumerate(back) if not 6 <= k < 9], score=score)
    assert [note.verdict.value for note in result.notes[3:6]] == ["hesitation", "right", "right"]
    assert [note.verdict.value for note in result.notes[6:9]] == ["missed"] * 3
    assert [note.offset for note in result.notes[9:]] == [0, 0, 0]


def test_a_late_start_is_one_hesitation() -> None:
    result = judged([(at + 700_000, key, n, v) for at, key, n, v in EXACT])
    assert wrong_ones(result) == {0: "hesitation"}
    assert result.notes[0].offset == 700_000


def test_a_late_start_is_a_hesitation_from_the_first_microsecond_beyond_what_is_allowed() -> None:
    def first(wait: int) -> str:
        return wrong_ones(judged([(at + wait, key, n, v) for at, key, n, v in EXACT])).get(0, "right")

    assert first(NORMAL.hesitation_least) != "hesitation"
    assert first(NORMAL.hesitation_least + 1) == "hesitation"


@pytest.mark.parametrize(("late", "verdict"), [(150_000, "late"), (150_001, "hesitation")])
def test_a_wait_that_ends_within_the_window_of_the_click_is_no_stop(late: int, verdict: str) -> None:
    """Eighth notes: one comes early, the next late, so that between them lies more than twice the step."""
    score = tune(ODE, length=QUARTER // 2)
    moved = {6: -140_000, 7: late}
    heard = [(at + moved.get(k, 0), key, 200_000, v) for k, (at, key, _, v) in enumerate(rows(score))]
    assert wrong_ones(judged(heard, score=score)) == {6: "early", 7: verdict}


def test_whoever_plays_one_half_all_at_once_has_still_a_tempo() -> None:
    """It takes a microsecond, the least there is."""
    at_once = pace_of((0, 4, 8), (0, 4, 4), 9, (0, 0), clicked=False)
    assert at_once == (Pace.RUSHING, 3_000)
    assert pace_of((0, 4, 8), (4, 4, 8), 9, (0, 0), clicked=False) == (Pace.DRAGGING, -750)


def test_nobody_has_less_than_no_points() -> None:
    one = tune("C4")
    assert judged([(0, 60, 450_000, 70), *((k * 500_000, 80, 90_000, 70) for k in range(1, 9))], score=one).score == 0


def test_silence_leans_nowhere() -> None:
    result = judged([])
    assert (result.lean, result.score, result.counts) == (0, 0, {"missed": 15})


def chord(spread: list[int], rules: object, rolled: bool = False) -> list[str]:
    score = tune("C4+E4+G4 C4+E4+G4 C4+E4+G4")
    if rolled:
        score = score_of([replace(note, rolled=True) for note in score.notes])
    played_rows = [
        (at + (spread[k % 3] if k // 3 == 1 else 0), key, n, v) for k, (at, key, n, v) in enumerate(rows(score))
    ]
    return [note.verdict.value for note in judged(played_rows, rules, score=score).notes[3:6]]


@pytest.mark.parametrize(("rules", "most"), [(FIRST, 120_000), (NORMAL, 80_000), (STRICT, 50_000)])
def test_a_chord_is_one_moment(rules: object, most: int) -> None:
    assert chord([0, most, most // 2], rules) == ["right"] * 3
    assert chord([-most, 0, 0], rules) == ["right"] * 3


def test_a_rolled_chord_goes_upwards_and_strictly_only_where_written() -> None:
    assert chord([0, 100_000, 290_000], NORMAL) == ["right"] * 3
    assert chord([0, 290_000, 100_000], NORMAL) == ["right", "late", "right"]
    assert chord([0, 100_000, 301_000], NORMAL)[2] == "late"
    assert chord([0, 60_000, 160_000], STRICT) == ["right", "right", "late"]
    assert chord([0, 60_000, 160_000], STRICT, rolled=True) == ["right"] * 3


def test_lengths() -> None:
    def third(length: int, rules: object = NORMAL) -> Length:
        held = [(at, key, length if k == 3 else 450_000, v) for k, (at, key, n, v) in enumerate(EXACT)]
        return judged(held, rules).notes[3].length

    # 30 % of a quarter of 500 ms is 150 ms.
    assert third(350_000) is Length.RIGHT
    assert third(349_999) is Length.TOO_SHORT
    assert third(100_000, FIRST) is Length.RIGHT
    assert third(400_000, STRICT) is Length.RIGHT
    assert third(399_999, STRICT) is Length.TOO_SHORT
    long = tune("C4 D4 E4 F4")
    for length, verdict in ((650_000, Length.RIGHT), (650_001, Length.TOO_LONG)):
        held = [(at, key, length if k == 1 else 450_000, v) for k, (at, key, _, v) in enumerate(rows(long))]
        note = judged(held, score=long).notes[1]
        assert (note.length, note.length_error) == (verdict, length - 500_000)
    assert judged([(at, k, 100_000, v) for at, k, _, v in EXACT]).counts["too_short"] == 15


def test_the_pedal_holds_what_the_finger_lets_go() -> None:
    short = [(at, key, 200_000, v) for at, key, _, v in EXACT]
    assert judged(short).counts["too_short"] == 15
    held = [*events(short), (100_000, PEDAL, 127), (7_600_000, PEDAL, 0)]
    assert judge(TUNE, held, NORMAL, clicked=True).counts == {"right": 15}
    too_soon = [*events(short), (100_000, PEDAL, 127), (210_000, PEDAL, 0)]
    assert judge(TUNE, too_soon, NORMAL, clicked=True).counts["too_short"] == 15
    # At half a second a beat: 150 ms too short is forgiven, one microsecond more is not; the whole error is told.
    for released, verdict in ((350_000, Length.RIGHT), (349_999, Length.TOO_SHORT)):
        just = [*events(short), (100_000, PEDAL, 127), (released, PEDAL, 0)]
        first = judge(TUNE, just, NORMAL, clicked=True).notes[0]
        assert (first.length, first.length_error) == (verdict, 0 if verdict is Length.RIGHT else -150_001)
    half = [*events(short), (100_000, PEDAL, 63), (7_600_000, PEDAL, 0)]
    assert judge(TUNE, half, NORMAL, clicked=True).counts["too_short"] == 15


def test_staccato_has_no_length() -> None:
    score = score_of([replace(note, articulation="staccato") for note in TUNE.notes])
    assert judged([(at, key, 50_000, v) for at, key, _, v in EXACT], score=score).counts == {"right": 15}


@pytest.mark.parametrize(("percent", "pace"), [(5, "dragging"), (-5, "rushing"), (1, "steady"), (-1, "steady")])
def test_rushing_and_dragging_against_the_click(percent: int, pace: str) -> None:
    drifted = [(at * (100 + percent) // 100, key, n, v) for at, key, n, v in EXACT]
    result = judged(drifted, FIRST)
    assert result.pace.value == pace
    assert abs(result.pace_change + 10 * percent) <= 3
    assert (result.lean > 0) == (percent > 0)


def test_rushing_without_a_click_is_against_the_own_beginning() -> None:
    faster = [(at if at < 3_500_000 else 3_500_000 + (at - 3_500_000) * 85 // 100, k, n, v) for at, k, n, v in EXACT]
    assert judged(faster, FIRST, clicked=False).pace is Pace.RUSHING
    slower = [(at * 3 // 2, key, n, v) for at, key, n, v in EXACT]
    assert judged(slower, FIRST, clicked=False).pace is Pace.STEADY
    assert judged(slower, NORMAL, clicked=False).counts["right"] == 15


def test_a_unison_of_two_voices_needs_one_stroke() -> None:
    note = TUNE.notes[4]
    score = score_of([*TUNE.notes, replace(note, note_id="alto", staff=2, duration=2 * QUARTER)])
    result = judged(EXACT, score=score)
    assert result.counts["right"] == 16
    assert [n.played for n in result.notes].count(4) == 2


def test_grace_notes_are_played_but_not_timed() -> None:
    grace = ScoreNote(note_id="g", pitch=pitch("D4"), onset=2 * QUARTER, duration=0, grace=True)
    score = score_of([*TUNE.notes, grace])
    result = judged([*EXACT, (920_000, 62, 70_000, 60)], score=score)
    assert result.counts == {"right": 16}
    assert result.notes[2].offset is None
    assert wrong_ones(judged(EXACT, score=score)) == {2: "missed"}


def test_nothing_played_is_all_missed_and_one_note_is_judged() -> None:
    assert judged([]).counts == {"missed": 15}
    assert judged([]).score == 0
    single = tune("C4")
    assert judged([(10_000, 60, 450_000, 70)], score=single).counts == {"right": 1}
    assert judged([(10_000, 60, 450_000, 70)], clicked=False, score=single).notes[0].offset == 0


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 100_000), st.booleans(), st.sampled_from(list(Level)))
def test_every_note_has_one_verdict_and_every_stroke_one_place(seed: int, clicked: bool, level: Level) -> None:
    score = two_hands(30, seed % 5)
    heard = perform(score, STRONG, seed).notes
    result = judge(score, heard, RULES[level], clicked=clicked)
    assert len(result.notes) == len(score.notes)
    strokes = [n.played for i, n in enumerate(result.notes) if n.played >= 0 and i not in score.unisons]
    strokes += [e.played for e in result.extras]
    assert sorted(strokes) == list(range(len(heard.onsets)))
    assert 0 <= result.score <= 100
    assert sum(result.counts.get(v, 0) for v in Verdict if v not in ("extra", "repeated", "slip", "brushed")) >= len(
        [n for n in result.notes if n.verdict is not Verdict.SLIP]
    )
    assert judge(score, heard, RULES[level], clicked=clicked) == result
    for index, note in enumerate(result.notes):
        assert why(score, heard, index, note).english()
    for extra in result.extras:
        assert why_extra(score, heard, extra).english()
    assert why_pace(result).english()


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 10_000_000), st.integers(0, 130), st.integers(0, 127)), max_size=60))
def test_no_row_of_events_is_too_odd_to_judge(odd: list[tuple[int, int, int]]) -> None:
    for clicked in (True, False):
        assert len(judge(TUNE, odd, NORMAL, clicked=clicked).notes) == 15


def test_live_notes_and_raw_events_are_the_same() -> None:
    live = [Note(60, 70, 1_000), Pedal(127, 1_500), Note(60, 0, 2_000), Note(62, 0, 2_500), Pedal(0, 3_000)]
    heard = played(raw(live, since=1_000))
    assert (heard.onsets, heard.pitches, heard.releases) == ([0], [60], [1_000])
    assert heard.pedal == [(500, True), (2_000, False)]
    assert heard.sounds_until(0) == 2_000
    assert raw(live) == [(1_000, 60, 70), (1_500, PEDAL, 127), (2_000, 60, 0), (2_500, 62, 0), (3_000, PEDAL, 0)]


def test_a_key_struck_while_down_is_let_go_first() -> None:
    heard = played([(0, 60, 70), (100, 60, 80), (200, 60, 0)])
    assert (heard.onsets, heard.releases, heard.velocities) == ([0, 100], [100, 200], [70, 80])
    assert played([(100, 60, 0), (100, 60, 70)]).releases == [-1]
    assert played([(0, 60, 70)]).sounds_until(0) == -1


def test_sentences_are_for_children() -> None:
    heard = played(events(keyed(7, 1)))
    result = judge(TUNE, heard, NORMAL, clicked=True)
    assert why(TUNE, heard, 7, result.notes[7]).english().startswith("Nearly: D#4 instead of D4.".replace("D#", "Eb"))
    assert why(TUNE, heard, 0, result.notes[0]).english() == "E4 was right."


@pytest.mark.parametrize(("after", "near"), [(0, 6), (BEAT // 2, 6), (BEAT // 2 + 1, 7), (BEAT, 7)])
def test_a_key_too_many_is_told_of_the_note_that_it_is_nearest_to(after: int, near: int) -> None:
    """Exactly between two notes it is told of the one that was just played."""
    result = judged(sorted([*EXACT, (6 * BEAT + after, 100, 100_000, 70)]))
    assert [(extra.verdict.value, extra.near) for extra in result.extras] == [("extra", near)]


def test_of_two_strokes_the_likelier_error_stands_for_a_missed_note() -> None:
    rest = [row for k, row in enumerate(EXACT) if k != 7]
    at, key = EXACT[7][:2]

    def instead(*strokes: tuple[int, int]) -> int:
        found = judged(sorted([*rest, *((at + late, key + apart, 200_000, 60) for late, apart in strokes)]))
        return found.notes[7].semitones

    # A strange key costs as much as 167 ms, an octave 32 ms, a semitone 16 ms.
    assert instead((0, 20), (120_000, 12)) == 12
    assert instead((0, 20), (150_000, 12)) == 20
    assert instead((0, 12), (10_000, 1)) == 1
    assert instead((0, 12), (20_000, 1)) == 12
    assert instead((0, 3), (30_000, 1)) == 1
    assert instead((0, 3), (34_000, 1)) == 3
    # Three quarters of the way to the next note, whose steps are half a second.
    assert instead((375_000, 5)) == 5
    assert instead((376_000, 5)) == 0


def test_a_grace_note_may_begin() -> None:
    grace = ScoreNote(note_id="g", pitch=pitch("D4"), onset=0, duration=0, grace=True)
    score = score_of([*TUNE.notes, grace])
    first = [(at + 100_000, key, n, v) for at, key, n, v in EXACT]
    result = judge(score, events([(0, 62, 70_000, 60), *first]), NORMAL)
    assert result.counts == {"right": 16}
    assert (result.notes[0].played, result.notes[0].offset) == (0, None)
    wrong = [(0, 62, 70_000, 60), *first[:6], (first[6][0], 80, 400_000, 60), *first[7:]]
    assert wrong_ones(judge(score, events(wrong), NORMAL)) == {7: "wrong_note"}
