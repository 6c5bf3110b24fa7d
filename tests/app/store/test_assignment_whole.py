"""An assignment opened by one query is what a recomputation from its facts says, whatever happened and in any order."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.store.assignments import Assigned, player_of
from app.store.dashboard import assignment_player
from app.store.keeper import Desk, Keeper
from app.store.readings import Account
from app.store.tally import recounted_all
from domain.learning.progress import assignment_progress, step_facts
from domain.records.ids import derived_id
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
from local_schema.columns import STAMPS, row_of

ORG = {"org_id": "org-1"}
STEPS = tuple(
    AssignmentStep(
        step_id=f"st{n}",
        step_def_id=f"sd{n}",
        order_index=n,
        element_type=StepElement.TXT if n == 1 else StepElement.GAM,
        element_id="G-00001",
        title=f"Step {n}",
        stage_id=None if n == 1 else "G-00001-quiz",
        optional=n == 2,
        pass_threshold=None if n == 3 else 700,
        gating=Gating(sequential=n != 3, min_attempts=2 if n == 4 else 0, requires=("sd1",) if n == 4 else ()),
    )
    for n in range(5)
)
ASSIGNMENT = StudentAssignment(
    id="as1",
    student_id="u-mia",
    sequence_id="SEQ",
    sequence_version=1,
    group_id="g",
    assignment_def_id="d",
    name="Week 1",
    assigned_by_user_id="u-tea",
    created_at=1,
    steps=STEPS,
    **ORG,
)
# What happened: an attempt at a step with its score and the centre's and the teacher's word about it.
HAPPENED = st.lists(
    st.tuples(
        st.sampled_from(["st0", "st2", "st3", "st4", "elsewhere"]),
        st.integers(0, 1_000),
        st.sampled_from([None, *VerdictOfCentre]),
        st.integers(0, 1_000),
        st.sampled_from([None, None, True, False]),
    ),
    max_size=12,
)


def attempt(number: int, step_id: str, score: int) -> StudentAttempt:
    return StudentAttempt(
        id=derived_id("attempt", number),
        student_id="u-mia",
        step_id=step_id,
        game_id="G-00001",
        stage_id="G-00001-quiz",
        score=score,
        max_possible_score=1_000,
        passed=score >= 700,
        duration_ms=1_000 * (number + 1),
        play_type=PlayType.ASSIGNED,
        session_data=AttemptSummary(judge_version=1, seed=number, level=1),
        created_at=1_000 + number,
        played_on="2026-11-20",
        **ORG,
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(happened=HAPPENED, read=st.booleans(), verdicts_first=st.booleans())
def test_the_player_equals_its_recomputation(
    keeper: Keeper, mia: Account, happened: list, read: bool, verdicts_first: bool
) -> None:
    attempts = [attempt(n, step, score) for n, (step, score, *_) in enumerate(happened)]
    verdicts = [
        AttemptVerdict(
            id=each.id, student_id="u-mia", verdict=verdict, score=other, passed=other >= 700, judge_version=1,
            judged_at=9, accepted=accepted, **ORG,
        )
        for each, (_, _, verdict, other, accepted) in zip(attempts, happened, strict=True)
        if verdict is not None
    ]  # fmt: skip
    done = [StepDone(id="done-1", student_id="u-mia", step_id="st1", done_at=5, **ORG)] if read else []

    def work(desk: Desk):
        mirror = desk.mirror("u-mia")
        with mirror.writing() as writing:
            for entity in ("student_attempt", "attempt_verdict", "step_done", "student_assignment"):
                writing.remove(entity, list(writing.connection.exec_driver_sql(f"SELECT id FROM {entity}").scalars()))
        with mirror.writing() as writing:
            writing.keep([ASSIGNMENT])
            rows = [{**row_of(each), STAMPS: None, "extra": None} for each in verdicts]
            if verdicts_first:
                writing.replace("attempt_verdict", rows)
            writing.keep(attempts)
            if not verdicts_first:
                writing.settle_sums()
                writing.replace("attempt_verdict", rows)
            writing.keep(done)
        with mirror.reading() as connection:
            whole = player_of(connection, "u-mia", "as1")
            assigned = Assigned(connection, "u-mia")
            listed = assigned.player(assigned.assignments[0])
            sums = connection.exec_driver_sql("SELECT * FROM step_summary ORDER BY step_id").fetchall()
        with mirror.writing() as writing:
            recounted_all(writing.connection)
            again = writing.connection.exec_driver_sql("SELECT * FROM step_summary ORDER BY step_id").fetchall()
        return whole, listed, [tuple(r) for r in sums], [tuple(r) for r in again]

    whole, listed, sums, again = keeper.submit(work).result()
    assert whole == listed
    assert sums == again
    facts = step_facts(ASSIGNMENT, attempts, done, {each.id: each for each in verdicts})
    wanted = assignment_progress(ASSIGNMENT, facts)
    assert [(step.state, step.best_score, step.attempts) for step in whole.steps] == [
        (step.state, step.facts.best_score, step.facts.attempts) for step in wanted.steps
    ]
    assert (whole.card.percent, whole.card.status, whole.next_step) == (
        wanted.percent, wanted.status, wanted.next_step,
    )  # fmt: skip


def test_an_assignment_is_opened_with_one_query(keeper: Keeper, mia: Account) -> None:
    asked: list[str] = []

    def prepare(desk: Desk) -> None:
        mirror = desk.mirror("u-mia")
        with mirror.writing() as writing:
            writing.keep([ASSIGNMENT])
        with mirror.reading() as connection:
            driver: Any = connection.connection.dbapi_connection
            driver.set_trace_callback(asked.append)

    keeper.submit(prepare).result()
    player = assignment_player(keeper=keeper, account=mia, assignment_id="as1").result()
    assert len(player.steps) == len(STEPS)
    assert [sql.split()[0] for sql in asked if not sql.startswith(("BEGIN", "COMMIT"))] == ["SELECT"]
    assert msgspec.json.encode(player)
