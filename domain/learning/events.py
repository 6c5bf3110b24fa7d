"""The learning events of the data model, told from the facts: nothing more is noted or sent than the facts themselves.

What a student was given, did and reached is known from assignments, attempts and finished steps; the events follow in
the order of time. Actors are pseudonyms, so an export leads back to nobody.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence

import msgspec

from domain.learning.progress import (
    AssignmentProgress,
    StepFacts,
    StepState,
    after_attempt,
    after_done,
    assignment_progress,
)
from domain.records.ids import derived_id
from domain.records.progress import StepDone, StudentAssignment, StudentAttempt

_HOME = "https://musiclearningcommunity.com/xapi"
_PERSONAL = ("assignment_id", "step_id")
# Verbs of the ADL vocabulary, by the last word of an event.
_VERBS = {
    "created": "http://activitystrea.ms/schema/1.0/assign",
    "started": "http://adlnet.gov/expapi/verbs/initialized",
    "completed": "http://adlnet.gov/expapi/verbs/completed",
    "unlocked": "http://activitystrea.ms/schema/1.0/open",
    "scored": "http://adlnet.gov/expapi/verbs/scored",
}


class LearningEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One event: `assignment.completed`, `step.unlocked`, `attempt.scored` … `at` is microseconds since 1970 UTC."""

    name: str
    at: int
    student_id: str
    about: str
    properties: dict[str, str | int] = {}


def learning_events(
    assignments: Iterable[StudentAssignment], attempts: Sequence[StudentAttempt], done: Sequence[StepDone]
) -> tuple[LearningEvent, ...]:
    """Every event of one student, in the order of time; the order of the facts does not matter."""
    found = [event for attempt in attempts for event in _of_attempt(attempt)]
    for assignment in assignments:
        found += _of_assignment(assignment, attempts, done)
    return tuple(sorted(found, key=lambda event: (event.at, _RANK[event.name], event.about)))


_RANK = {
    name: place
    for place, name in enumerate(
        (
            "assignment.created",
            "step.unlocked",
            "assignment.started",
            "step.started",
            "attempt.started",
            "attempt.completed",
            "attempt.scored",
            "step.completed",
            "assignment.completed",
        )
    )
}


def _of_attempt(attempt: StudentAttempt) -> list[LearningEvent]:
    places: dict[str, str | int] = {"game_id": attempt.game_id, "stage_id": attempt.stage_id}
    if attempt.step_id is not None:
        places["step_id"] = attempt.step_id
    ended = attempt.created_at + attempt.duration_ms * 1_000
    told: tuple[tuple[str, int, dict[str, str | int]], ...] = (
        ("attempt.started", attempt.created_at, {}),
        ("attempt.completed", ended, {"duration_ms": attempt.duration_ms}),
        ("attempt.scored", ended, {"score": attempt.score}),
    )
    return [
        LearningEvent(name=name, at=at, student_id=attempt.student_id, about=attempt.id, properties={**places, **more})
        for name, at, more in told
    ]


def _of_assignment(
    assignment: StudentAssignment, attempts: Sequence[StudentAttempt], done: Sequence[StepDone]
) -> list[LearningEvent]:
    """The assignment lived through again, fact by fact: what opened, began and was completed with each."""
    steps = {step.step_id: step for step in assignment.steps}
    deeds: list[tuple[int, str, StudentAttempt | StepDone]] = [
        (attempt.created_at, attempt.id, attempt) for attempt in attempts if attempt.step_id in steps
    ]
    deeds += [(each.done_at, each.id, each) for each in done if each.step_id in steps]
    facts: dict[str, StepFacts] = {}
    before = assignment_progress(assignment, facts)
    found = [_about(assignment, "assignment.created", assignment.created_at)]
    found += [
        _about(assignment, "step.unlocked", assignment.created_at, step.step.step_id)
        for step in before.steps
        if step.state is StepState.AVAILABLE
    ]
    for at, _, deed in sorted(deeds, key=lambda each: each[:2]):
        step_id = deed.step_id or ""
        known = facts.get(step_id, StepFacts())
        changed = (
            after_attempt(steps[step_id], known, deed)
            if isinstance(deed, StudentAttempt)
            else after_done(known, deed.done_at)
        )
        facts = {**facts, step_id: changed}
        after = assignment_progress(assignment, facts)
        found += _between(assignment, before, after, at)
        before = after
    return found


def _between(
    assignment: StudentAssignment, before: AssignmentProgress, after: AssignmentProgress, at: int
) -> list[LearningEvent]:
    found = []
    for was, now in zip(before.steps, after.steps, strict=True):
        step_id = now.step.step_id
        if was.state is StepState.LOCKED and now.state is not StepState.LOCKED:
            found.append(_about(assignment, "step.unlocked", at, step_id))
        if was.facts.first_at is None and now.facts.first_at is not None:
            found.append(_about(assignment, "step.started", at, step_id))
        if was.facts.completed_at is None and now.facts.completed_at is not None:
            found.append(_about(assignment, "step.completed", at, step_id))
    begun = any(step.facts.first_at is not None for step in before.steps)
    if not begun:
        found.append(_about(assignment, "assignment.started", at))
    if before.completed_at is None and after.completed_at is not None:
        found.append(_about(assignment, "assignment.completed", at))
    return found


def _about(assignment: StudentAssignment, name: str, at: int, step_id: str | None = None) -> LearningEvent:
    places: dict[str, str | int] = {"assignment_id": assignment.id}
    if step_id is not None:
        places["step_id"] = step_id
    about = step_id or assignment.id
    return LearningEvent(name=name, at=at, student_id=assignment.student_id, about=about, properties=places)


def statement(event: LearningEvent, pseudonym: Callable[[str], str]) -> dict[str, object]:
    """The event as an xAPI statement (IEEE 9274.1.1). `pseudonym` renames the actor and every id of something personal;
    games and stages keep their own.
    """
    actor, about = pseudonym(event.student_id), pseudonym(event.about)
    told = {key: pseudonym(str(each)) if key in _PERSONAL else each for key, each in event.properties.items()}
    moment = datetime.datetime.fromtimestamp(event.at / 1_000_000, tz=datetime.UTC)
    return {
        "id": derived_id("learning_event", actor, event.name, about, event.at),
        "actor": {"objectType": "Agent", "account": {"homePage": _HOME, "name": actor}},
        "verb": {"id": _VERBS[event.name.partition(".")[2]], "display": {"en": event.name.replace(".", " ")}},
        "object": {"objectType": "Activity", "id": f"{_HOME}/objects/{about}"},
        "timestamp": moment.isoformat(timespec="milliseconds"),
        "context": {"extensions": {f"{_HOME}/{key}": value for key, value in sorted(told.items())}},
    }
