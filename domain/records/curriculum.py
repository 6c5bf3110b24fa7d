"""What teachers make themselves: pathways of their own and groups of students (data model: Content)."""

from __future__ import annotations

import msgspec

from domain.records.record import Record


class OwnElement(msgspec.Struct, frozen=True, kw_only=True):
    """A text, video, audio or reward of a pathway of one's own; see `domain.learning.sequence.LearningElement`."""

    element_id: str
    name: str
    body: str = ""
    melody: tuple[str, ...] = ()
    tempo: int = 80


class OwnStep(msgspec.Struct, frozen=True, kw_only=True):
    """One step: `stage` of a game, or `element`. `code` is its name among the steps; `requires` are such codes."""

    code: str
    stage: str | None = None
    element: str | None = None
    title: str | None = None
    optional: bool = False
    sequential: bool = True
    requires: tuple[str, ...] = ()
    min_attempts: int = 0
    min_score: int = 0
    target_score: int | None = None
    pass_threshold: int | None = None


class OwnAssignment(msgspec.Struct, frozen=True, kw_only=True):
    """An assignment with its steps. `assignment_code` (A-01) is for good: ids follow from it."""

    assignment_code: str
    name: str
    description: str = ""
    steps: tuple[OwnStep, ...] = ()


class OwnGroup(msgspec.Struct, frozen=True, kw_only=True):
    """A chapter. `group_code` (G-01) is for good."""

    group_code: str
    name: str
    assignments: tuple[OwnAssignment, ...] = ()


class CustomSequence(Record, frozen=True, kw_only=True):
    """A pathway that somebody of the school has made. Drafts are their author's; published ones the organisation's.

    `sequence_id` (SEQ-…) is what assignments name; `sequence_version` counts the times it was published.
    """

    owner_id: str
    sequence_id: str
    sequence_version: int = 1
    name: str
    description: str = ""
    instrument: str = "piano"
    status: str = "draft"
    groups: tuple[OwnGroup, ...] = ()
    elements: tuple[OwnElement, ...] = ()
    created_at: int


class StudentGroup(Record, frozen=True, kw_only=True):
    """Some students of a class by a name, to give them work together. Known to the class's staff alone."""

    class_id: str
    name: str
    student_ids: tuple[str, ...] = ()
    archived_at: int | None = None
    created_at: int
