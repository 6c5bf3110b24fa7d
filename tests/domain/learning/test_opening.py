"""What a teacher asks before a step opens can be done, and is told as its student will read it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from domain.games import CHECKS
from domain.games.catalogue import read_catalogue
from domain.learning import building
from domain.learning.curriculum import CurriculumError, sequence_of
from domain.learning.opening import most_asked, never_met, never_opens, read_until_open
from domain.learning.progress import StepState, assignment_progress, step_facts
from domain.learning.sequence import assignment_for
from domain.records.curriculum import CustomSequence, OwnElement, OwnStep
from domain.records.progress import AssignmentStep, AttemptSummary, PlayType, StepDone, StudentAttempt
from resources import texts

CATALOGUE = read_catalogue(texts("games").items(), CHECKS)
SMALL, LARGE = (
    next(i for i, (_, s) in CATALOGUE.stages.items() if s.enabled and s.max_possible_score == most)
    for most in (300, 1_000)
)
TEXT = OwnStep(code="t", element="TXT-OWN-0001-E")
ONE, TWO = OwnStep(code="one", stage=LARGE), OwnStep(code="two", stage=SMALL)


def title(step: OwnStep) -> str:
    return step.code.upper()


def most(stage_id: str) -> int:
    return CATALOGUE.stages[stage_id][1].max_possible_score


def told(*steps: OwnStep) -> list[str]:
    return [each.english() for each in read_until_open(steps, len(steps) - 1, title)]


def problem(*steps: OwnStep) -> str | None:
    found = never_opens(steps, len(steps) - 1, title, most)
    return found.english() if found else None


def test_what_a_student_reads() -> None:
    last = OwnStep(code="last", stage=LARGE)
    assert told(last) == []
    assert told(TEXT, ONE, last) == ["First finish “ONE”."]
    assert told(TEXT, replace(ONE, optional=True), last) == ["First finish “T”."]
    free = replace(last, sequential=False)
    assert told(TEXT, ONE, free) == []
    assert told(TEXT, ONE, TWO, replace(free, requires=("one", "t"))) == ["First finish “T”.", "First finish “ONE”."]
    assert told(ONE, TEXT, replace(free, min_attempts=1)) == ["Play “ONE” once more."]
    asked = replace(free, min_attempts=3, min_score=250)
    assert told(ONE, TWO, asked) == ["Play “TWO” 3 more times.", "Reach 250 points in “TWO”."]
    assert told(ONE, TWO, replace(asked, min_attempts=0, requires=("one",))) == [
        "First finish “ONE”.",
        "Reach 250 points in “ONE”.",
    ]


def test_what_could_never_be_met() -> None:
    last = OwnStep(code="last", stage=LARGE)
    assert problem(TEXT, last) is None
    no_game = "No game stands before “LAST” whose plays or points could count."
    assert problem(TEXT, replace(last, min_attempts=1)) == no_game
    assert problem(replace(last, min_score=1)) == no_game
    assert problem(TEXT, ONE, replace(last, min_score=1, requires=("t",))) == no_game
    assert problem(ONE, TWO, replace(last, min_score=300)) is None
    assert problem(ONE, TWO, replace(last, min_score=301)) == (
        "“TWO” gives at most 300 points, but “LAST” asks for 301."
    )
    assert problem(ONE, TWO, replace(last, min_score=301, requires=("one",))) is None
    assert most_asked((ONE, TWO, last), 2, most) == 300
    assert most_asked((ONE, TWO, replace(last, requires=("one",))), 2, most) == 1_000
    assert most_asked((TEXT, last), 1, most) == 0


def own(*steps: OwnStep) -> CustomSequence:
    empty = CustomSequence(org_id="o", id="own-1", owner_id="t", sequence_id="SEQ-OWN1", name="Carols", created_at=1)
    begun = building.add_assignment(building.add_group(empty, "One"), "G-01", "First")
    text = OwnElement(element_id="TXT-OWN-0001-E", name="Read", body="Sing.")
    filled = building.change_assignment(begun, ("G-01", "A-01"), lambda each: replace(each, steps=steps))
    return replace(filled, elements=(text,))


def test_a_pathway_with_such_a_step_is_not_taken() -> None:
    bad = own(TWO, replace(ONE, min_score=301))
    found = never_met(bad, title, most)
    assert found is not None
    assert found.english() == "“TWO” gives at most 300 points, but “ONE” asks for 301."
    with pytest.raises(CurriculumError, match="gives at most 300 points"):
        sequence_of(bad, CATALOGUE.stages)
    assert never_met(own(TWO, replace(ONE, min_score=300)), title, most) is None


STEPS = st.lists(
    st.tuples(st.sampled_from(["text", "small", "large"]), st.booleans(), st.booleans(), st.integers(0, 2),
              st.sampled_from([0, 100, 300, 400, 1_000]), st.sets(st.integers(0, 5), max_size=2)),
    min_size=1, max_size=6,
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(STEPS)
def test_where_nothing_is_impossible_whoever_plays_perfectly_gets_through(
    drawn: list[tuple[str, bool, bool, int, int, set[int]]],
) -> None:
    """And where it is, somebody would stand before a closed step for ever."""
    steps: list[OwnStep] = []
    for kind, sequential, optional, plays, score, first in drawn:
        stage = {"small": SMALL, "large": LARGE}.get(kind)
        requires = tuple(f"s{n}" for n in sorted(first) if n < len(steps))
        steps.append(
            OwnStep(code=f"s{len(steps)}", stage=stage, element=None if stage else "TXT-OWN-0001-E", optional=optional,
                    sequential=sequential, requires=requires, min_attempts=plays, min_score=score)
        )  # fmt: skip
    pathway = own(*steps)
    if never_met(pathway, title, most) is not None:
        return
    sequence = sequence_of(pathway, CATALOGUE.stages)
    assignment = assignment_for(
        student_id="s", definition=sequence.groups[0].assignments[0], group=sequence.groups[0], sequence=sequence,
        org_id="o", assignment_id="a", assigned_by_user_id="t", created_at=1,
    )  # fmt: skip
    attempts: list[StudentAttempt] = []
    finished: list[StepDone] = []
    for _ in range(40):
        facts = step_facts(assignment, attempts, finished)
        states = assignment_progress(assignment, facts).steps
        for each in states:
            if each.state in (StepState.AVAILABLE, StepState.IN_PROGRESS, StepState.COMPLETE, StepState.SKIPPED):
                _do(each.step, attempts, finished)
    assert all(each.state is not StepState.LOCKED for each in states)


def _do(step: AssignmentStep, attempts: list[StudentAttempt], finished: list[StepDone]) -> None:
    """The step done as well as can be."""
    if step.stage_id is None:
        finished.append(StepDone(id=f"d{len(finished)}", org_id="o", student_id="s", step_id=step.step_id, done_at=1))
        return
    attempts.append(
        StudentAttempt(
            id=f"p{len(attempts)}", org_id="o", student_id="s", step_id=step.step_id, game_id=step.element_id,
            stage_id=step.stage_id, score=most(step.stage_id), max_possible_score=most(step.stage_id), passed=True,
            duration_ms=1, play_type=PlayType.ASSIGNED, session_data=AttemptSummary(judge_version=1, seed=1, level=1),
            created_at=1, played_on="2026-01-01",
        )
    )  # fmt: skip
