"""Mastery, reviews and levels: functions of the attempts alone, whatever their order."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.learning.adaptive import (
    PARAMETERS,
    Parameters,
    ParametersError,
    expected,
    faultless_rounds,
    in_words,
    level_for,
    read_parameters,
    skill_after,
)
from domain.learning.mastery import ENOUGH, MASTERED, Answers, level, mastery, weakest
from domain.learning.review import LONGEST_DAYS, Reviews, due, schedule
from domain.records.progress import AttemptSummary, PlayType, StudentAttempt
from resources import texts

DAY = 86_400_000_000
START = 1_780_000_000_000_000


def attempt(
    number: int, right: int, of: int = 10, at: int = START, concept: str = "treble-clef", played_level: int = 1
) -> StudentAttempt:
    return StudentAttempt(
        org_id="o",
        id=f"a{number}",
        student_id="p",
        game_id="G-00101",
        stage_id="G-00101-quiz",
        score=100 * right,
        max_possible_score=100 * of,
        passed=right >= 7,
        duration_ms=60_000,
        play_type=PlayType.FREE_PLAY,
        session_data=AttemptSummary(judge_version=1, seed=1, level=played_level, concepts={concept: (right, of)}),
        created_at=at,
        played_on="2026-11-21",
    )


def test_mastery_needs_enough_answers() -> None:
    assert level([(10, 10)]) == 50
    assert level([(10, 10), (10, 10)]) == 100
    assert level([]) == 0


def test_only_the_latest_answers_count() -> None:
    assert level([(10, 10)] * 4 + [(0, 10)] * 4) == 100
    assert level([(0, 10)] * 4 + [(10, 10)] * 4) == 0
    assert level([(10, 10), (10, 10), (10, 10), (0, 20)]) == 75


def test_mastery_counts_attempts_and_successes() -> None:
    rows = [attempt(1, 10), attempt(2, 5, at=START + DAY), attempt(3, 9, at=START + 2 * DAY, concept="rhythm")]
    found = mastery(rows)
    assert list(found) == ["rhythm", "treble-clef"]
    clef = found["treble-clef"]
    assert (clef.total_attempts, clef.successful_attempts, clef.last_played_at) == (2, 1, START + DAY)
    assert clef.level == 75
    assert not clef.mastered
    assert [each.concept for each in weakest(found, 1)] == ["rhythm"]
    assert MASTERED > 75
    assert ENOUGH == 20


histories = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 400)), min_size=1, max_size=25)


@given(histories, st.randoms(use_true_random=False))
def test_order_and_repeats_change_nothing(history: list[tuple[int, int]], order: object) -> None:
    rows = [attempt(n, right, at=START + hours * 3_600_000_000) for n, (right, hours) in enumerate(history)]
    shuffled = [*rows, *rows[:3]]
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert mastery(shuffled) == mastery(rows)
    assert schedule(shuffled) == schedule(rows)
    assert skill_after(shuffled) == skill_after(rows)
    assert 0 <= mastery(rows)["treble-clef"].level <= 100


@given(histories)
def test_a_review_lies_after_the_last_attempt_and_not_too_far(history: list[tuple[int, int]]) -> None:
    rows = [attempt(n, right, at=START + hours * 3_600_000_000) for n, (right, hours) in enumerate(history)]
    (found,) = schedule(rows).values()
    assert found.last_played_at < found.next_review_at <= found.last_played_at + (LONGEST_DAYS + 1) * DAY


def test_what_goes_well_comes_back_later_and_later() -> None:
    rows, at, waits = [], START, []
    for n in range(5):
        rows.append(attempt(n, 9, at=at))
        following = schedule(rows)["treble-clef"].next_review_at
        waits.append(following - at)
        at = following
    assert waits == sorted(waits)
    assert waits[-1] > 10 * DAY


def test_what_goes_wrong_comes_back_the_next_day() -> None:
    good = [attempt(n, 10, at=START + n * 20 * DAY) for n in range(3)]
    forgotten = attempt(9, 2, at=START + 60 * DAY)
    found = schedule([*good, forgotten])["treble-clef"]
    assert found.next_review_at <= forgotten.created_at + 2 * DAY


def test_one_sitting_is_one_review() -> None:
    close = [attempt(n, 9, at=START + n * 60_000_000) for n in range(6)]
    found = schedule(close)["treble-clef"]
    assert found.sittings == 1


def test_due_lists_the_longest_overdue_first() -> None:
    rows = [attempt(1, 3, at=START), attempt(2, 3, at=START - 9 * DAY, concept="rhythm")]
    assert due(rows, START) == tuple(each for each in schedule(rows).values() if each.concept == "rhythm")
    assert [each.concept for each in due(rows, START + 30 * DAY)] == ["rhythm", "treble-clef"]


def test_a_clock_that_was_a_year_ahead_puts_no_review_off() -> None:
    honest = [attempt(1, 9, at=START), attempt(2, 9, at=START + 2 * DAY)]
    ahead = attempt(3, 10, at=START + 365 * DAY)
    now = START + 40 * DAY
    assert schedule([*honest, ahead], now) == schedule(honest)
    assert [each.concept for each in due([*honest, ahead], now)] == ["treble-clef"]
    assert Reviews([*honest, ahead]).due(now) == due(honest, now)
    later = START + 400 * DAY
    assert schedule([*honest, ahead], later) == schedule([*honest, ahead])


def test_a_concept_known_from_the_future_alone_is_due() -> None:
    ahead = attempt(1, 10, at=START + 365 * DAY)
    assert [each.concept for each in due([ahead], START)] == ["treble-clef"]
    played_again = attempt(2, 10, at=START)
    assert due([ahead, played_again], START + DAY // 2) == ()
    assert Reviews([ahead, played_again]).due(START + DAY // 2) == ()


def test_two_machines_agree_once_their_attempts_have_met() -> None:
    one = [attempt(1, 9, at=START), attempt(2, 8, at=START + 3 * DAY)]
    other = [attempt(3, 5, at=START + DAY), attempt(4, 10, at=START + 5 * DAY)]
    assert schedule([*one, *other]) == schedule([*other, *one])


def test_levels_begin_at_the_lowest() -> None:
    assert level_for([], 1, 3) == 1
    assert level_for([], 2, 3) == 2


def test_faultless_attempts_open_the_next_level_and_failures_close_it() -> None:
    good = [attempt(n, 10, at=START + n) for n in range(3)]
    assert level_for(good[:2], 1, 3) == 1
    assert level_for(good, 1, 3) == 2
    assert level_for(good, 1, 1) == 1
    bad = [attempt(9, 1, at=START + 9, played_level=2), attempt(10, 1, at=START + 10, played_level=2)]
    assert level_for([*good, *bad], 1, 3) == 1


def test_attempts_of_eighty_percent_stay() -> None:
    assert level_for([attempt(n, 8, at=START + n) for n in range(30)], 1, 3) == 1


def test_a_long_run_of_good_attempts_reaches_the_top() -> None:
    rows: list[StudentAttempt] = []
    for n in range(40):
        rows.append(attempt(n, 10, at=START + n, played_level=level_for(rows, 1, 3)))
    assert level_for(rows, 1, 3) == 3


def test_impossible_bounds_are_refused() -> None:
    with pytest.raises(ValueError, match="lowest level"):
        level_for([], 3, 2)


@given(st.integers(-2_000, 4_000), st.integers(1, 5))
def test_more_skill_never_promises_less(skill: int, at_level: int) -> None:
    assert expected(skill, at_level) <= expected(skill + PARAMETERS.step, at_level)
    assert expected(skill, at_level + 1) <= expected(skill, at_level)


@given(histories)
def test_the_level_stays_within_its_bounds(history: list[tuple[int, int]]) -> None:
    rows = [attempt(n, right, at=START + hours) for n, (right, hours) in enumerate(history)]
    assert 2 <= level_for(rows, 2, 4) <= 4


@given(histories, st.integers(0, 400))
def test_reviews_kept_one_by_one_equal_the_schedule_of_all(history: list[tuple[int, int]], hours: int) -> None:
    rows = [
        attempt(n, right, at=START + after * 3_600_000_000, concept=("treble-clef", "rhythm")[n % 2])
        for n, (right, after) in enumerate(history)
    ]
    kept = Reviews(rows[::2])
    now = START + hours * 3_600_000_000
    assert kept.due(now) == due(rows[::2], now)
    for row in rows[1::2]:
        kept.add(row)
    assert kept.schedule() == schedule(rows)
    assert kept.due(now) == due(rows, now)


def test_the_last_game_of_a_concept_is_known_whatever_the_order() -> None:
    first = attempt(1, 9, at=START)
    later = msgspec.structs.replace(attempt(2, 9, at=START + DAY), game_id="G-00102")
    assert Reviews([first, later]).last_game("treble-clef") == "G-00102"
    assert Reviews([later, first]).last_game("treble-clef") == "G-00102"
    assert Reviews([first]).last_game("rhythm") is None


@given(histories)
def test_levels_kept_one_by_one_equal_mastery(history: list[tuple[int, int]]) -> None:
    rows = [attempt(n, right, at=START + hours) for n, (right, hours) in enumerate(history)]
    assert Answers(rows).levels() == {concept: each.level for concept, each in mastery(rows).items()}


def test_the_file_of_parameters_says_what_the_program_ships() -> None:
    assert read_parameters(texts("learning")["levels.toml"]) == PARAMETERS


@pytest.mark.parametrize("text", ["step = ", "step = 3", 'pace = "fast"', "target = 99", "wings = 2"])
def test_parameters_that_cannot_be_are_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ParametersError, match=r"levels\.toml: "):
        read_parameters(text)


def test_teachers_read_the_parameters_in_words() -> None:
    words = " ".join(sentence.english() for sentence in in_words(PARAMETERS))
    assert "64 of 100 points" in words
    assert "after 3 faultless rounds" in words
    rows: list[StudentAttempt] = []
    while level_for(rows, 1, 2) == 1:
        rows.append(attempt(len(rows), 10, at=START + len(rows)))
    assert len(rows) == faultless_rounds(PARAMETERS)


def test_somebody_who_never_moves_is_not_waited_for() -> None:
    assert faultless_rounds(Parameters(pace=0)) == 100
