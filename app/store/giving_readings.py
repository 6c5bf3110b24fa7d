"""What is shown when a teacher gives work: pathways to pick from, people and groups, and how far everybody is."""

from __future__ import annotations

import msgspec

from domain.music.say import Say
from domain.records.progress import StepElement


class StepLine(msgspec.Struct, frozen=True, kw_only=True):
    """A step of an assignment, before anybody has it."""

    title: str
    element: StepElement
    optional: bool
    pass_threshold: int | None


class PathAssignment(msgspec.Struct, frozen=True, kw_only=True):
    """An assignment that can be given."""

    assignment_def_id: str
    name: str
    description: str
    steps: tuple[StepLine, ...]


class PathGroup(msgspec.Struct, frozen=True, kw_only=True):
    """A chapter of a pathway."""

    name: str
    assignments: tuple[PathAssignment, ...]


class Pathway(msgspec.Struct, frozen=True, kw_only=True):
    """A pathway to give work from. `own_id` is the record of a pathway of the school's own; `problem` why it can't be
    given as it is.
    """

    sequence_id: str
    name: str
    description: str
    groups: tuple[PathGroup, ...]
    own_id: str | None = None
    mine: bool = False
    status: str = "published"
    problem: Say | None = None


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A student to give work to."""

    student_id: str
    display_name: str
    roster_name: str
    avatar: str


class GroupCard(msgspec.Struct, frozen=True, kw_only=True):
    """Students by a name."""

    group_id: str
    name: str
    student_ids: tuple[str, ...]


class GivingPage(msgspec.Struct, frozen=True, kw_only=True):
    """What can be given to whom in a class."""

    class_id: str
    class_name: str
    pathways: tuple[Pathway, ...]
    people: tuple[Person, ...]
    groups: tuple[GroupCard, ...]


class GivenNow(msgspec.Struct, frozen=True, kw_only=True):
    """What giving did: assignments that are new, and those that somebody had already."""

    given: int
    had_it: int


class GivenCard(msgspec.Struct, frozen=True, kw_only=True):
    """An assignment as it was given to some students of a class at one time; `done` and `begun` of `people`."""

    name: str
    sequence_name: str
    due_at: int | None
    given_at: int
    people: int
    done: int
    begun: int
    archived: bool
    assignment_ids: tuple[str, ...]


class GivenPage(msgspec.Struct, frozen=True, kw_only=True):
    """What a class was given, the newest first."""

    class_id: str
    class_name: str
    cards: tuple[GivenCard, ...]


class StageChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A stage of a game that a step can ask for."""

    stage_id: str
    game_name: str
    stage_type: str
    difficulty: int
    category: str
    target_score: int | None
    pass_threshold: int | None
    max_possible_score: int
