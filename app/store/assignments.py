"""Assignments as a student sees them, from their frozen steps and the sums of what was done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection

from app.store.mirror import rows
from app.store.readings import AssignmentCard, AssignmentPlayer, StepCard, StepState
from domain.learning.progress import (
    NOTHING_DONE,
    AssignmentProgress,
    StepFacts,
    StepProgress,
    after_done,
    assignment_progress,
)
from domain.records.progress import AssignmentStep, StepDone, StepElement, StudentAssignment
from local_schema.columns import record_of

_NEWEST_FIRST = "SELECT * FROM student_assignment WHERE student_id = ? ORDER BY created_at DESC, id"


# An assignment whole: its row with the steps in it, who gave it, and what was done for each step, in one question.
_WHOLE = (
    "SELECT a.*, m.display_name AS given_by, "
    "(SELECT json_group_array(json_object('step_id', s.step_id, 'attempts', s.attempts, 'passed', s.passed, 'best', "
    "s.best, 'ms', s.ms, 'first_at', s.first_at, 'last_at', s.last_at)) FROM json_each(a.steps) AS e "
    "JOIN step_summary AS s ON s.student_id = a.student_id AND s.step_id = e.value ->> 'step_id') AS sums, "
    "(SELECT json_group_array(json_object('step_id', d.step_id, 'done_at', d.done_at)) FROM step_done AS d "
    "WHERE d.student_id = a.student_id AND d.step_id IN (SELECT value ->> 'step_id' FROM json_each(a.steps))) AS done "
    "FROM student_assignment AS a LEFT JOIN member AS m ON m.id = a.assigned_by_user_id "
    "WHERE a.id = ? AND a.student_id = ?"
)


def player_of(connection: Connection, student_id: str, assignment_id: str) -> AssignmentPlayer | None:
    """A whole assignment by one query; None where the student does not have it."""
    found = rows(connection, _WHOLE, assignment_id, student_id)
    if not found:
        return None
    row = found[0]
    assignment = record_of(StudentAssignment, row)
    steps = {step.step_id: step for step in assignment.steps}
    facts = {each["step_id"]: _of_sums(steps[each["step_id"]], each) for each in msgspec.json.decode(row["sums"])}
    for done in msgspec.json.decode(row["done"]):
        if done["step_id"] in steps:
            facts[done["step_id"]] = after_done(facts.get(done["step_id"], NOTHING_DONE), done["done_at"])
    return _player(assignment, assignment_progress(assignment, facts), str(row["given_by"] or ""))


class Assigned:
    """One student's assignments with their progress."""

    def __init__(self, connection: Connection, student_id: str) -> None:
        found = rows(connection, _NEWEST_FIRST, student_id)
        self.assignments = [record_of(StudentAssignment, row) for row in found]
        self._facts = _facts(connection, student_id, self.assignments)
        self._connection = connection

    def open(self) -> list[StudentAssignment]:
        """Those that the teacher has not put away."""
        return [assignment for assignment in self.assignments if assignment.archived_at is None]

    def progress(self, assignment: StudentAssignment) -> AssignmentProgress:
        """How one of them stands."""
        return assignment_progress(assignment, self._facts)

    def player(self, assignment: StudentAssignment) -> AssignmentPlayer:
        """One of them, whole."""
        return _player(assignment, self.progress(assignment), self._name(assignment.assigned_by_user_id))

    def players(self) -> list[AssignmentPlayer]:
        """All that are open, newest first."""
        return [self.player(assignment) for assignment in self.open()]

    def with_step(self, step_id: str) -> AssignmentPlayer | None:
        """The assignment that a step belongs to."""
        for assignment in self.assignments:
            if any(step.step_id == step_id for step in assignment.steps):
                return self.player(assignment)
        return None

    def counts(self) -> tuple[int, int]:
        """How many are complete, of how many."""
        done = [self.progress(assignment).completed_at is not None for assignment in self.open()]
        return sum(done), len(done)

    def _name(self, user_id: str) -> str:
        sql = "SELECT display_name FROM member WHERE id = ?"
        return str(self._connection.exec_driver_sql(sql, (user_id,)).scalar() or "")


def urgency(player: AssignmentPlayer) -> tuple[bool, bool, int, bool]:
    """Sorts a list of assignments: what is due first comes first, then what was begun; of the rest the newest.

    What is done comes last.
    """
    card = player.card
    return player.next_step is None, card.due_at is None, card.due_at or 0, card.status != "in_progress"


def untouched(assignment: StudentAssignment, given_by: str) -> AssignmentPlayer:
    """An assignment as its student meets it first."""
    return _player(assignment, assignment_progress(assignment, {}), given_by)


def _player(assignment: StudentAssignment, progress: AssignmentProgress, given_by: str) -> AssignmentPlayer:
    card = AssignmentCard(
        assignment_id=assignment.id,
        name=assignment.name,
        description=assignment.description,
        status=progress.status,
        steps_done=progress.steps_done,
        steps_total=progress.steps_total,
        percent=progress.percent,
        due_at=assignment.due_at,
        assigned_by=given_by,
    )
    steps = tuple(_step_card(step) for step in progress.steps)
    return AssignmentPlayer(card=card, steps=steps, next_step=progress.next_step)


def _facts(connection: Connection, student_id: str, assignments: Iterable[StudentAssignment]) -> dict[str, StepFacts]:
    sums = {
        row["step_id"]: row for row in rows(connection, "SELECT * FROM step_summary WHERE student_id = ?", student_id)
    }
    steps = {step.step_id: step for assignment in assignments for step in assignment.steps}
    facts = {step_id: _of_sums(steps[step_id], row) for step_id, row in sums.items() if step_id in steps}
    for row in rows(connection, "SELECT * FROM step_done WHERE student_id = ?", student_id):
        done = record_of(StepDone, row)
        facts[done.step_id] = after_done(facts.get(done.step_id, NOTHING_DONE), done.done_at)
    return facts


def _of_sums(step: AssignmentStep, sums: Mapping[str, Any]) -> StepFacts:
    """The facts of a step from its sums. The moment of completion is known to lie no later than the last attempt."""
    reached = sums["passed"] > 0 if step.pass_threshold is None else sums["best"] >= step.pass_threshold
    return StepFacts(
        attempts=sums["attempts"],
        best_score=sums["best"],
        time_ms=sums["ms"],
        first_at=sums["first_at"],
        completed_at=sums["last_at"] if reached else None,
    )


def _step_card(progress: StepProgress) -> StepCard:
    step = progress.step
    return StepCard(
        step_id=step.step_id,
        title=step.title,
        element=StepElement(step.element_type),
        element_id=step.element_id,
        stage_id=step.stage_id,
        state=StepState(progress.state),
        locked_because=progress.locked_because,
        optional=step.optional,
        target_score=step.target_score,
        pass_threshold=step.pass_threshold,
        best_score=progress.facts.best_score,
        attempts=progress.facts.attempts,
    )
