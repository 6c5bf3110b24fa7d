"""Steps and assignments: states follow from facts, in any order."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.learning.progress import (
    NOTHING_DONE,
    AssignmentStatus,
    StepFacts,
    StepState,
    after_attempt,
    after_done,
    assignment_progress,
    step_facts,
)
from domain.records.progress import (
    AssignmentStep,
    AttemptSummary,
    AttemptVerdict,
    Gating,
    PlayType,
    StepDone,
    StepElement,
    StudentAssignment,
    StudentAttempt,
    VerdictOfCentre,
)

SUMMARY = AttemptSummary(judge_version=1, seed=1, level=1)
STATES = [StepState.LOCKED, StepState.AVAILABLE, StepState.IN_PROGRESS, StepState.COMPLETE, StepState.SKIPPED]
LOCKED, AVAILABLE, IN_PROGRESS, COMPLETE, SKIPPED = STATES


def step(n: int, **changes: object) -> AssignmentStep:
    fields: dict[str, object] = {
        "step_id": f"s{n}",
        "step_def_id": f"d{n}",
        "order_index": n,
        "element_type": StepElement.GAM,
        "element_id": "G-00101",
        "title": f"Step {n}",
        "stage_id": "G-00101-quiz",
        "pass_threshold": 700,
    }
    return AssignmentStep(**{**fields, **changes})  # type: ignore[arg-type]


def assignment(*steps: AssignmentStep, archived_at: int | None = None) -> StudentAssignment:
    return StudentAssignment(
        org_id="o",
        id="a",
        student_id="p",
        sequence_id="SEQ-LIFE",
        sequence_version=1,
        group_id="g",
        assignment_def_id="d",
        name="First",
        assigned_by_user_id="t",
        created_at=0,
        archived_at=archived_at,
        steps=steps,
    )


def attempt(step_id: str, score: int, at: int = 10, number: int = 0) -> StudentAttempt:
    return StudentAttempt(
        org_id="o",
        id=f"{step_id}-{at}-{number}",
        student_id="p",
        step_id=step_id,
        game_id="G-00101",
        stage_id="G-00101-quiz",
        score=score,
        max_possible_score=1000,
        passed=score >= 700,
        duration_ms=60_000,
        play_type=PlayType.ASSIGNED,
        session_data=SUMMARY,
        created_at=at,
        played_on="2026-11-21",
    )


def states(given_assignment: StudentAssignment, attempts: Sequence[StudentAttempt] = ()) -> list[StepState]:
    facts = step_facts(given_assignment, attempts)
    return [each.state for each in assignment_progress(given_assignment, facts).steps]


def test_a_fresh_assignment_opens_its_first_step() -> None:
    fresh = assignment_progress(assignment(step(0), step(1)), {})
    assert [each.state for each in fresh.steps] == [AVAILABLE, LOCKED]
    assert (fresh.status, fresh.percent, fresh.next_step) == (AssignmentStatus.OPEN, 0, "s0")
    because = fresh.steps[1].locked_because
    assert because is not None
    assert because.english() == "First finish “Step 0”."


def test_a_step_goes_from_available_over_in_progress_to_complete() -> None:
    both = assignment(step(0), step(1))
    assert states(both, [attempt("s0", 500)]) == [IN_PROGRESS, LOCKED]
    assert states(both, [attempt("s0", 500), attempt("s0", 700, 20)]) == [COMPLETE, AVAILABLE]


def test_the_assignment_completes_when_its_last_step_did() -> None:
    both = assignment(step(0), step(1))
    done = assignment_progress(both, step_facts(both, [attempt("s1", 900, 30), attempt("s0", 800, 20)]))
    assert (done.status, done.percent, done.next_step, done.completed_at) == (AssignmentStatus.COMPLETE, 100, None, 30)


def test_the_earliest_passing_attempt_dates_completion() -> None:
    one = assignment(step(0))
    facts = step_facts(one, [attempt("s0", 900, 50), attempt("s0", 700, 20), attempt("s0", 100, 10)])
    assert facts["s0"] == StepFacts(attempts=3, best_score=900, time_ms=180_000, first_at=10, completed_at=20)


def test_archived_is_the_teachers_word() -> None:
    assert assignment_progress(assignment(step(0), archived_at=5), {}).status is AssignmentStatus.ARCHIVED


def test_an_optional_step_holds_nobody_up_and_is_skipped_when_passed_by() -> None:
    three = assignment(step(0), step(1, optional=True), step(2))
    assert states(three, [attempt("s0", 800)]) == [COMPLETE, AVAILABLE, AVAILABLE]
    assert states(three, [attempt("s0", 800), attempt("s2", 100, 20)]) == [COMPLETE, SKIPPED, IN_PROGRESS]
    done = [attempt("s0", 800), attempt("s2", 800, 20)]
    assert states(three, done) == [COMPLETE, SKIPPED, COMPLETE]
    progress = assignment_progress(three, step_facts(three, done))
    assert (progress.steps_done, progress.steps_total, progress.percent) == (2, 2, 100)
    assert states(three, [*done, attempt("s1", 800, 30)]) == [COMPLETE, COMPLETE, COMPLETE]


def test_a_last_optional_step_is_skipped_once_all_others_are_complete() -> None:
    assert states(assignment(step(0), step(1, optional=True)), [attempt("s0", 800)]) == [COMPLETE, SKIPPED]


def test_without_sequential_gating_all_steps_are_open() -> None:
    free = Gating(sequential=False)
    assert states(assignment(step(0, gating=free), step(1, gating=free))) == [AVAILABLE, AVAILABLE]


def test_prerequisites_may_lie_further_back() -> None:
    free = Gating(sequential=False)
    needs_first = Gating(sequential=False, requires=("d0",))
    three = assignment(step(0, gating=free), step(1, gating=free), step(2, gating=needs_first))
    assert states(three) == [AVAILABLE, AVAILABLE, LOCKED]
    assert states(three, [attempt("s0", 800)]) == [COMPLETE, AVAILABLE, AVAILABLE]


@pytest.mark.parametrize(
    ("attempts", "says"),
    [
        ([], "Play “Step 0” 3 more times."),
        ([attempt("s0", 800)], "Play “Step 0” 2 more times."),
        ([attempt("s0", 800), attempt("s0", 700, 11)], "Play “Step 0” once more."),
        ([attempt("s0", 800), attempt("s0", 700, 11), attempt("s0", 1, 12)], None),
    ],
)
def test_attempt_gating_counts_attempts(attempts: list[StudentAttempt], says: str | None) -> None:
    three_times = assignment(step(0), step(1, gating=Gating(sequential=False, min_attempts=3)))
    because = assignment_progress(three_times, step_facts(three_times, attempts)).steps[1].locked_because
    assert (because.english() if because else None) == says


@pytest.mark.parametrize(("score", "state"), [(849, LOCKED), (850, AVAILABLE)])
def test_score_gating_asks_for_the_best_score(score: int, state: StepState) -> None:
    good = assignment(step(0), step(1, gating=Gating(min_score=850)))
    assert states(good, [attempt("s0", score), attempt("s0", 100, 11)])[1] is state


def test_attempts_and_scores_are_asked_of_games_only() -> None:
    text = step(1, element_type=StepElement.TXT, stage_id=None, pass_threshold=None)
    steps = assignment(step(0), text, step(2, gating=Gating(min_score=850)))
    facts = {**step_facts(steps, [attempt("s0", 900)]), "s1": after_done(NOTHING_DONE, done("s1").done_at)}
    assert assignment_progress(steps, facts).steps[2].state is AVAILABLE


def done(step_id: str, at: int = 15) -> StepDone:
    return StepDone(org_id="o", id=f"done-{step_id}", student_id="p", step_id=step_id, done_at=at)


def test_a_text_step_is_complete_once_read() -> None:
    text = assignment(step(0, element_type=StepElement.TXT, stage_id=None, pass_threshold=None), step(1))
    facts = step_facts(text, [], [done("s0")])
    assert [each.state for each in assignment_progress(text, facts).steps] == [COMPLETE, AVAILABLE]


def test_the_centres_result_stands_where_it_judged_otherwise() -> None:
    one = assignment(step(0))
    played = attempt("s0", 900)
    verdict = AttemptVerdict(
        org_id="o",
        id=played.id,
        student_id="p",
        verdict=VerdictOfCentre.MISMATCH,
        score=100,
        passed=False,
        judge_version=1,
        judged_at=99,
    )
    facts = step_facts(one, [played], verdicts={played.id: verdict})
    assert facts["s0"].best_score == 100
    assert facts["s0"].completed_at is None


def test_what_was_played_while_locked_still_counts() -> None:
    assert states(assignment(step(0), step(1)), [attempt("s1", 900)]) == [AVAILABLE, COMPLETE]


gatings = st.builds(
    Gating,
    sequential=st.booleans(),
    requires=st.lists(st.sampled_from(["d0", "d1"]), max_size=2, unique=True).map(tuple),
    min_attempts=st.integers(0, 2),
    min_score=st.sampled_from([0, 500, 900]),
)
assignments = st.lists(st.tuples(st.booleans(), gatings), min_size=1, max_size=5).map(
    lambda rows: assignment(*(step(n, optional=optional, gating=gating) for n, (optional, gating) in enumerate(rows)))
)
histories = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 1000), st.integers(1, 99)), max_size=12)


@given(assignments, histories, st.randoms(use_true_random=False))
def test_folding_in_any_order_equals_counting_anew(
    some: StudentAssignment, history: list[tuple[int, int, int]], order: object
) -> None:
    attempts = [attempt(f"s{n}", score, at, i) for i, (n, score, at) in enumerate(history)]
    shuffled = list(attempts)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    facts = {each.step_id: NOTHING_DONE for each in some.steps}
    by_id = {each.step_id: each for each in some.steps}
    for each in shuffled:
        if each.step_id in facts:
            facts[each.step_id] = after_attempt(by_id[each.step_id], facts[each.step_id], each)
    assert facts == step_facts(some, attempts)
    assert assignment_progress(some, facts) == assignment_progress(some, step_facts(some, attempts))


@given(assignments, histories)
def test_progress_is_always_sound(some: StudentAssignment, history: list[tuple[int, int, int]]) -> None:
    attempts = [attempt(f"s{n}", score, at, i) for i, (n, score, at) in enumerate(history)]
    progress = assignment_progress(some, step_facts(some, attempts))
    complete = progress.status is AssignmentStatus.COMPLETE
    assert complete == (progress.percent == 100) == (progress.steps_done == progress.steps_total)
    assert (progress.completed_at is not None) == complete
    for each in progress.steps:
        assert (each.locked_because is not None) == (each.state is LOCKED) or each.state is SKIPPED
        assert each.state is not SKIPPED or each.step.optional
    if progress.next_step is not None:
        state = next(each.state for each in progress.steps if each.step.step_id == progress.next_step)
        assert state in (AVAILABLE, IN_PROGRESS)


@given(assignments, histories, st.tuples(st.integers(0, 4), st.integers(0, 1000)))
def test_one_more_attempt_never_takes_completion_away(
    some: StudentAssignment, history: list[tuple[int, int, int]], more: tuple[int, int]
) -> None:
    attempts = [attempt(f"s{n}", score, at, i) for i, (n, score, at) in enumerate(history)]
    before = assignment_progress(some, step_facts(some, attempts))
    after = assignment_progress(some, step_facts(some, [*attempts, attempt(f"s{more[0]}", more[1], 100)]))
    kept = {each.step.step_id for each in before.steps if each.state is COMPLETE}
    assert kept <= {each.step.step_id for each in after.steps if each.state is COMPLETE}
    assert before.percent <= after.percent
