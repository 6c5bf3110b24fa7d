"""How a student stands with an assignment: pure functions from its frozen steps and from what was done.

Nothing here is stored as truth. `StepFacts` is a running sum that a mirror may keep beside the attempts: folding them
in one by one, in any order, gives the same as counting them all again.

Rules (data model: Gating Rules, State Transitions):
- A game step is complete once an attempt reached its `pass_threshold`, or passed where it has none. Other steps are
  complete once they were opened to the end (`StepDone`).
- `gating.sequential`: the nearest step before it that is not optional must be complete. Optional steps hold nobody up.
- `gating.requires`: each of these must be complete as well.
- `gating.min_attempts` and `gating.min_score` apply to the game steps named in `requires`, or to the nearest game step
  before it where none is named.
- An optional step that is not complete is skipped once a later step was begun, or all others are complete.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

import msgspec

from domain.music.say import Say, say
from domain.records.outcomes import counted
from domain.records.progress import (
    AssignmentStep,
    AttemptVerdict,
    StepDone,
    StepElement,
    StudentAssignment,
    StudentAttempt,
)


class StepState(StrEnum):
    """locked → available → in_progress → complete, or skipped where a step is optional."""

    LOCKED = "locked"
    AVAILABLE = "available"
    IN_PROGRESS = "in_progress"
    COMPLETE = "complete"
    SKIPPED = "skipped"


class AssignmentStatus(StrEnum):
    """open → in_progress → complete; archived by the teacher."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    COMPLETE = "complete"
    ARCHIVED = "archived"


class StepFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What was done for one step. Times are microseconds since 1970 UTC, `time_ms` is time played."""

    attempts: int = 0
    best_score: int | None = None
    time_ms: int = 0
    first_at: int | None = None
    completed_at: int | None = None


NOTHING_DONE = StepFacts()


class StepProgress(msgspec.Struct, frozen=True, kw_only=True):
    """One step as it stands. `locked_because` is set where it is locked."""

    step: AssignmentStep
    state: StepState
    facts: StepFacts
    locked_because: Say | None = None


class AssignmentProgress(msgspec.Struct, frozen=True, kw_only=True):
    """A whole assignment as it stands. `next_step` is the step_id to press, None once there is nothing left.

    `percent` counts the steps that are not optional, rounded down, so that 100 means all of them.
    """

    status: AssignmentStatus
    steps: tuple[StepProgress, ...]
    steps_done: int
    steps_total: int
    percent: int
    next_step: str | None
    completed_at: int | None


def after_attempt(
    step: AssignmentStep, facts: StepFacts, attempt: StudentAttempt, verdict: AttemptVerdict | None = None
) -> StepFacts:
    """The facts with one more attempt, as it counts after the centre's and a teacher's judgement (decision 21)."""
    score, passed = counted(attempt.score, attempt.passed, verdict)
    reached = passed if step.pass_threshold is None else score >= step.pass_threshold
    return StepFacts(
        attempts=facts.attempts + 1,
        best_score=score if facts.best_score is None else max(facts.best_score, score),
        time_ms=facts.time_ms + attempt.duration_ms,
        first_at=_earlier(facts.first_at, attempt.created_at),
        completed_at=_earlier(facts.completed_at, attempt.created_at) if reached else facts.completed_at,
    )


def after_done(facts: StepFacts, done_at: int) -> StepFacts:
    """The facts after a text, video, audio or reward step was finished at a time."""
    return msgspec.structs.replace(
        facts,
        first_at=_earlier(facts.first_at, done_at),
        completed_at=_earlier(facts.completed_at, done_at),
    )


def step_facts(
    assignment: StudentAssignment,
    attempts: Iterable[StudentAttempt],
    done: Iterable[StepDone] = (),
    verdicts: Mapping[str, AttemptVerdict] | None = None,
) -> dict[str, StepFacts]:
    """The facts of each step by step_id, counted from the beginning. `verdicts` are the centre's, by attempt id."""
    steps = {step.step_id: step for step in assignment.steps}
    facts = dict.fromkeys(steps, NOTHING_DONE)
    for attempt in attempts:
        step = steps.get(attempt.step_id or "")
        if step is not None:
            verdict = (verdicts or {}).get(attempt.id)
            facts[step.step_id] = after_attempt(step, facts[step.step_id], attempt, verdict)
    for finished in done:
        if finished.step_id in facts:
            facts[finished.step_id] = after_done(facts[finished.step_id], finished.done_at)
    return facts


def assignment_progress(assignment: StudentAssignment, facts: Mapping[str, StepFacts]) -> AssignmentProgress:
    """How the assignment stands, given the facts of its steps by step_id."""
    steps = sorted(assignment.steps, key=lambda step: step.order_index)
    all_facts = [facts.get(step.step_id, NOTHING_DONE) for step in steps]
    progress = tuple(_step_progress(place, steps, all_facts) for place in range(len(steps)))
    needed = [each for each in progress if not each.step.optional] or list(progress)
    done = sum(each.state is StepState.COMPLETE for each in needed)
    times = [each.facts.completed_at for each in needed]
    finished = max((at for at in times if at is not None), default=None) if done == len(needed) else None
    return AssignmentProgress(
        status=_status(assignment, all_facts, done == len(needed) and bool(needed)),
        steps=progress,
        steps_done=done,
        steps_total=len(needed),
        percent=100 * done // len(needed) if needed else 0,
        next_step=_next_step(progress),
        completed_at=finished,
    )


def _earlier(known: int | None, at: int) -> int:
    return at if known is None else min(known, at)


def _step_progress(place: int, steps: list[AssignmentStep], facts: list[StepFacts]) -> StepProgress:
    step, own = steps[place], facts[place]
    locked = None if own.first_at is not None else next(reasons(place, steps, facts), None)
    return StepProgress(step=step, state=_state(place, steps, facts, locked), facts=own, locked_because=locked)


def _state(place: int, steps: list[AssignmentStep], facts: list[StepFacts], locked: Say | None) -> StepState:
    if facts[place].completed_at is not None:
        return StepState.COMPLETE
    if steps[place].optional and _passed_by(place, steps, facts):
        return StepState.SKIPPED
    if facts[place].first_at is not None:
        return StepState.IN_PROGRESS
    return StepState.LOCKED if locked else StepState.AVAILABLE


def _passed_by(place: int, steps: list[AssignmentStep], facts: list[StepFacts]) -> bool:
    """Whether the student has gone on past an optional step."""
    went_on = any(later.first_at is not None for later in facts[place + 1 :])
    others = [own.completed_at for step, own in zip(steps, facts, strict=True) if not step.optional]
    return went_on or (bool(others) and None not in others)


def reasons(place: int, steps: Sequence[AssignmentStep], facts: Sequence[StepFacts]) -> Iterator[Say]:
    """Everything that still keeps the step at a place closed; the first is what its student is told.

    `steps` are in their order, `facts` are theirs.
    """
    gating = steps[place].gating
    before = next((n for n in reversed(range(place)) if not steps[n].optional), None)
    first = [before] if gating.sequential and before is not None else []
    for other in sorted({*first, *_named(place, steps)}):
        if facts[other].completed_at is None:
            yield say("First finish “{step}”.", step=steps[other].title)
    for other in measured_before(place, steps):
        yield from _measured(steps[place], steps[other], facts[other])


def measured_before(place: int, steps: Sequence[AssignmentStep]) -> list[int]:
    """The places of the games whose plays and points count for the step at a place."""
    last_game = next((n for n in reversed(range(place)) if steps[n].element_type is StepElement.GAM), None)
    measured = _named(place, steps) or ([last_game] if last_game is not None else [])
    return [n for n in measured if steps[n].element_type is StepElement.GAM]


def _named(place: int, steps: Sequence[AssignmentStep]) -> list[int]:
    return [n for n, step in enumerate(steps) if step.step_def_id in steps[place].gating.requires]


def _measured(step: AssignmentStep, other: AssignmentStep, facts: StepFacts) -> Iterator[Say]:
    """Why the attempts and scores of another step do not open this one yet."""
    missing = step.gating.min_attempts - facts.attempts
    if missing == 1:
        yield say("Play “{step}” once more.", step=other.title)
    elif missing > 1:
        yield say("Play “{step}” {times} more times.", step=other.title, times=missing)
    if step.gating.min_score > (facts.best_score or 0):
        yield say("Reach {score} points in “{step}”.", score=step.gating.min_score, step=other.title)


def _status(assignment: StudentAssignment, facts: list[StepFacts], complete: bool) -> AssignmentStatus:
    if assignment.archived_at is not None:
        return AssignmentStatus.ARCHIVED
    if complete:
        return AssignmentStatus.COMPLETE
    begun = any(own.first_at is not None for own in facts)
    return AssignmentStatus.IN_PROGRESS if begun else AssignmentStatus.OPEN


def _next_step(progress: tuple[StepProgress, ...]) -> str | None:
    """What is under way comes first, then what is open and needed, then what is open and optional."""
    begun = [each.step for each in progress if each.state is StepState.IN_PROGRESS]
    open_ = [each.step for each in progress if each.state is StepState.AVAILABLE]
    needed = [step for step in begun + open_ if not step.optional]
    return next((step.step_id for step in needed + begun + open_), None)
