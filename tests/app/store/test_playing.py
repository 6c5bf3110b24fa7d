"""An attempt from its first note to the result page: journal, one transaction, points, badges, outbox."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from app.store.assignments import Assigned
from app.store.dashboard import assignment_player, badge_wall, student_dashboard
from app.store.keeper import Desk, Keeper
from app.store.outbox import next_request
from app.store.playing import (
    discard_unfinished,
    finish_attempt,
    finish_step,
    heard,
    resume_attempt,
    start_attempt,
    unfinished_attempts,
)
from app.store.readings import Account, FinishedAttempt, RunningAttempt, StepState
from domain.games.game import Outcome
from domain.records.achievements import Badge, BadgeKind, BadgeStatus, SkillRole
from domain.records.progress import AssignmentStep, PlayType, StepElement, StudentAssignment
from local_schema.columns import row_of

ROLE = SkillRole(org_id="org-1", id="r1", role_code="sight_reader", role_name="Sight-reader", status="approved")
BADGE = Badge(
    org_id="org-1",
    id="b1",
    badge_code="sight_reader",
    badge_kind=BadgeKind.GROW,
    skill_role_id="r1",
    name="Sight-reader",
    status=BadgeStatus.RELEASED,
    points_value=10,
)
FIRST = Badge(
    org_id="org-1",
    id="b2",
    badge_code="first",
    badge_kind=BadgeKind.SINGLE,
    name="First steps",
    status=BadgeStatus.RELEASED,
    criteria={"measure": "passed", "at_least": 1},
)
ASSIGNMENT = StudentAssignment(
    org_id="org-1",
    id="as1",
    student_id="u-mia",
    sequence_id="SEQ",
    sequence_version=1,
    group_id="g",
    assignment_def_id="d",
    name="Week 1",
    assigned_by_user_id="u-tea",
    created_at=1,
    steps=(
        AssignmentStep(
            step_id="st1",
            step_def_id="sd1",
            order_index=1,
            element_type=StepElement.GAM,
            element_id="G-00001",
            title="Quiz",
            stage_id="G-00001-quiz",
            pass_threshold=700,
        ),
        AssignmentStep(
            step_id="st2", step_def_id="sd2", order_index=2, element_type=StepElement.TXT, element_id="t", title="Read"
        ),
    ),
)


@pytest.fixture
def ready(keeper: Keeper) -> Keeper:
    """Mia's mirror with an assignment, a role and two badges, as the centre would have sent them."""

    def work(desk: Desk) -> None:
        with desk.mirror("u-mia").writing() as writing:
            for record in (ROLE, BADGE, FIRST, ASSIGNMENT):
                writing.keep([record])

    keeper.submit(work).result()
    return keeper


def outcome(score: int = 800, passed: bool = True) -> Outcome:
    return Outcome(
        score=score,
        max_possible_score=1000,
        passed=passed,
        counts={"right": 8, "wrong": 2},
        concepts={"treble": (8, 10)},
        notes=(),
    )


def start(keeper: Keeper, mia: Account, **changes: Any) -> RunningAttempt:
    fields = {"game_id": "G-00001", "stage_id": "G-00001-quiz", "step_id": "st1", "play_type": PlayType.ASSIGNED}
    return start_attempt(keeper=keeper, account=mia, **{**fields, **changes}).result()


def play(keeper: Keeper, mia: Account, score: int = 800, passed: bool = True, **changes: Any) -> FinishedAttempt:
    attempt = start(keeper, mia, **changes)
    return finish_attempt(
        keeper=keeper,
        account=mia,
        attempt=attempt,
        outcome=outcome(score, passed),
        duration_ms=60_000,
        events=[(0, 60, 90), (500_000, 60, 0)],
    ).result()


def test_a_finished_attempt_brings_points_badges_and_the_next_step(ready: Keeper, mia: Account) -> None:
    done = play(ready, mia)
    assert done.points_earned == 8 + 5 + 10
    assert {card.name: (card.level, card.confirmed) for card in done.new_badges} == {
        "Sight-reader": (1, False),
        "First steps": (1, False),
    }
    assert (done.best_before, done.target_score, done.pass_threshold) == (None, 900, 700)
    assert done.step_completed
    assert not done.assignment_completed
    assert done.next_step is not None
    assert done.next_step.step_id == "st2"


def test_the_dashboard_shows_what_was_earned_and_one_next_step(ready: Keeper, mia: Account) -> None:
    before = student_dashboard(keeper=ready, account=mia).result()
    assert before.next_step is not None
    assert (before.next_step.step_id, before.points_total, before.streak_days) == ("st1", 0, 0)
    play(ready, mia)
    after = student_dashboard(keeper=ready, account=mia).result()
    assert after.next_step is not None
    assert after.next_step.step_id == "st2"
    assert (after.points_total, after.points_this_week, after.streak_days, after.played_today) == (23, 23, 1, True)
    assert after.assignments[0].percent == 50
    assert len(after.badges) == 2


def test_steps_lock_open_and_complete(ready: Keeper, mia: Account) -> None:
    def states() -> list[StepState]:
        player = assignment_player(keeper=ready, account=mia, assignment_id="as1").result()
        return [step.state for step in player.steps]

    assert states() == [StepState.AVAILABLE, StepState.LOCKED]
    play(ready, mia, score=300, passed=False)
    assert states() == [StepState.IN_PROGRESS, StepState.LOCKED]
    play(ready, mia)
    assert states() == [StepState.COMPLETE, StepState.AVAILABLE]
    assert finish_step(keeper=ready, account=mia, step_id="st2").result() is None
    assert states() == [StepState.COMPLETE, StepState.COMPLETE]


def test_the_attempt_and_its_notes_wait_for_the_centre_and_derived_rows_do_not(ready: Keeper, mia: Account) -> None:
    play(ready, mia)
    request = next_request(keeper=ready, account_id="u-mia").result()
    assert [(op.dev_seq, op.entity, op.verb) for op in request.ops] == [
        (1, "student_attempt", "add"),
        (2, "performance", "add"),
    ]


def test_finishing_twice_is_finishing_once(ready: Keeper, mia: Account) -> None:
    attempt = start(ready, mia)
    for _ in range(2):
        finish_attempt(
            keeper=ready, account=mia, attempt=attempt, outcome=outcome(), duration_ms=1, events=[(0, 60, 1)]
        ).result()
    assert student_dashboard(keeper=ready, account=mia).result().points_total == 23
    assert len(next_request(keeper=ready, account_id="u-mia").result().ops) == 2


def test_the_second_attempt_of_a_day_gives_points_and_no_second_engagement(ready: Keeper, mia: Account) -> None:
    play(ready, mia)
    again = play(ready, mia, score=1000)
    assert (again.points_earned, again.new_badges, again.best_before) == (20, (), 800)
    wall = badge_wall(keeper=ready, account=mia).result()
    assert {card.name: (card.level, card.have, card.need) for card in wall} == {
        "Sight-reader": (1, 1, 5),
        "First steps": (1, 1, 1),
    }


def test_an_attempt_whose_machine_went_away_is_offered_again(
    ready: Keeper, open_keeper: Callable[[], Keeper], mia: Account
) -> None:
    attempt = start(ready, mia)
    for at in range(50):
        heard(keeper=ready, attempt=attempt, event=(at * 1000, 60 + at % 12, 90))
    again = open_keeper()
    (left,) = unfinished_attempts(keeper=again, account=mia).result()
    assert left.attempt == attempt
    assert len(left.events) == 50
    assert len(resume_attempt(keeper=again, attempt=left.attempt).result()) == 50
    heard(keeper=again, attempt=left.attempt, event=(60_000, 72, 90))
    assert unfinished_attempts(keeper=again, account=mia).result() == ()
    third = open_keeper()
    (left,) = unfinished_attempts(keeper=third, account=mia).result()
    assert len(left.events) == 51
    discard_unfinished(keeper=third, account=mia, attempt_id=attempt.attempt_id).result()
    assert unfinished_attempts(keeper=third, account=mia).result() == ()


def test_a_journal_tells_nothing_to_who_steals_the_disk(ready: Keeper, mia: Account, tmp_path: Any) -> None:
    attempt = start(ready, mia)
    play(ready, mia)
    heard(keeper=ready, attempt=attempt, event=(1, 60, 90))
    ready.submit(lambda desk: desk.running.flush()).result()
    content = b"".join(path.read_bytes() for path in (tmp_path / "mirrors").rglob("*") if path.is_file())
    for secret in (b"u-mia", b"G-00001", attempt.attempt_id.encode(), b"StudentAttempt", b"student_attempt"):
        assert secret not in content


def test_many_assignments_are_read_in_one_go(ready: Keeper, mia: Account) -> None:
    def work(desk: Desk) -> int:
        with desk.mirror("u-mia").writing() as writing:
            rows = [{**row_of(ASSIGNMENT), "id": f"as{n}"} for n in range(40)]
            writing.insert_new("student_assignment", rows)
        with desk.mirror("u-mia").reading() as connection:
            return len(Assigned(connection, "u-mia").players())

    assert ready.submit(work).result() == 40
