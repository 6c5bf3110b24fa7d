"""A pathway through the catalogue, and the assignment that a student gets from it, frozen as it was on that day.

Sequence → groups → assignment definitions → step templates (data model: Content).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import msgspec

from domain.records.ids import derived_id
from domain.records.progress import AssignmentStep, Gating, StepElement, StudentAssignment


class Visibility(StrEnum):
    """Who made a sequence."""

    FIRST_PARTY = "first_party"
    METHOD_ALIGNED = "method_aligned"
    CUSTOM = "custom"


class SequenceStatus(StrEnum):
    """draft → published → archived."""

    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class Targets(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a step asks for; where nothing is said, the stage's own numbers hold."""

    target_score: Annotated[int, msgspec.Meta(ge=0)] | None = None
    pass_threshold: Annotated[int, msgspec.Meta(ge=0)] | None = None


class StepTemplate(msgspec.Struct, frozen=True, kw_only=True):
    """The data model's SequenceStep."""

    step_def_id: str
    order_index: int
    element_type: StepElement
    element_id: str
    title: str
    stage_id: str | None = None
    gating: Gating = Gating()
    targets: Targets = Targets()
    optional: bool = False


class AssignmentDefinition(msgspec.Struct, frozen=True, kw_only=True):
    """The data model's SequenceAssignment."""

    assignment_def_id: str
    assignment_code: str
    name: str
    description: str
    order_index: int
    steps: tuple[StepTemplate, ...]


class SequenceGroup(msgspec.Struct, frozen=True, kw_only=True):
    """One chapter."""

    group_id: str
    group_code: str
    name: str
    order_index: int
    metadata: dict[str, Any]
    assignments: tuple[AssignmentDefinition, ...]


class LearningElement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A video, audio, text or reward. `body` is plain text; `melody` is played for AUD and shown on the keys for VID:
    pitches as names with their length in beats, such as `C4:1`."""

    element_id: str
    name: str
    description: str = ""
    body: str = ""
    melody: tuple[str, ...] = ()
    tempo: Annotated[int, msgspec.Meta(ge=30, le=240)] = 80
    status: str = "live"

    @property
    def element_type(self) -> StepElement:
        """The kind that its id says."""
        return StepElement(self.element_id[:3])


class Sequence(msgspec.Struct, frozen=True, kw_only=True):
    """A pathway through the catalogue."""

    sequence_id: str
    sequence_version: int
    name: str
    visibility: Visibility
    org_id: str | None
    instrument: str
    metadata: dict[str, Any]
    status: SequenceStatus
    groups: tuple[SequenceGroup, ...]
    elements: tuple[LearningElement, ...]

    def definition(self, assignment_def_id: str) -> tuple[SequenceGroup, AssignmentDefinition] | None:
        """The definition with this id, and its group."""
        pairs = ((group, each) for group in self.groups for each in group.assignments)
        return next(((group, each) for group, each in pairs if each.assignment_def_id == assignment_def_id), None)

    def element(self, element_id: str) -> LearningElement | None:
        """The text, video, audio or reward with this id."""
        return next((each for each in self.elements if each.element_id == element_id), None)


def assignment_for(
    *,
    student_id: str,
    definition: AssignmentDefinition,
    group: SequenceGroup,
    sequence: Sequence,
    org_id: str,
    assignment_id: str,
    assigned_by_user_id: str,
    created_at: int,
    class_id: str | None = None,
    due_at: int | None = None,
) -> StudentAssignment:
    """The definition as one student's assignment, its rules and version frozen.

    Raises ValueError where the due date is not in the future. Step ids follow from assignment and template, so the same
    assignment has the same steps on every machine.
    """
    if due_at is not None and due_at <= created_at:
        raise ValueError("the due date must lie in the future")
    steps = tuple(_frozen_step(assignment_id, step) for step in definition.steps)
    return StudentAssignment(
        org_id=org_id,
        id=assignment_id,
        student_id=student_id,
        class_id=class_id,
        sequence_id=sequence.sequence_id,
        sequence_version=sequence.sequence_version,
        group_id=group.group_id,
        assignment_def_id=definition.assignment_def_id,
        name=definition.name,
        description=definition.description,
        assigned_by_user_id=assigned_by_user_id,
        due_at=due_at,
        created_at=created_at,
        policy_snapshot=_policy(definition, sequence),
        steps=steps,
    )


def _policy(definition: AssignmentDefinition, sequence: Sequence) -> dict[str, str | int | bool | None]:
    """The rules in force on the day of the assignment, flat, beside those that each frozen step carries."""
    return {
        "sequence_version": sequence.sequence_version,
        "visibility": str(sequence.visibility),
        "steps": len(definition.steps),
        "optional_steps": sum(step.optional for step in definition.steps),
        "sequential_steps": sum(step.gating.sequential for step in definition.steps),
        "best_score_counts": True,
        "sequence_name": sequence.name,
        "assignments": sum(len(group.assignments) for group in sequence.groups),
    }


def _frozen_step(assignment_id: str, step: StepTemplate) -> AssignmentStep:
    return AssignmentStep(
        step_id=derived_id(assignment_id, step.step_def_id),
        step_def_id=step.step_def_id,
        order_index=step.order_index,
        element_type=step.element_type,
        element_id=step.element_id,
        title=step.title,
        stage_id=step.stage_id,
        optional=step.optional,
        target_score=step.targets.target_score,
        pass_threshold=step.targets.pass_threshold,
        gating=step.gating,
    )
