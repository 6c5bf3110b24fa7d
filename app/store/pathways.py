"""Pathways to give work from: those that are shipped, and those that the school's teachers have made themselves."""

from __future__ import annotations

from collections.abc import Sequence as Many
from concurrent.futures import Future
from typing import Any

from sqlalchemy import Connection

from app.store.assignments import untouched
from app.store.giving_readings import PathAssignment, PathGroup, Pathway, StepLine
from app.store.keeper import Desk, Keeper
from app.store.mirror import rows
from app.store.people import must_be_staff
from app.store.problems import StoreProblem
from app.store.readings import Account, AssignmentPlayer, StepCard
from app.store.writing import Writing
from domain.games.catalogue import Catalogue
from domain.learning.curriculum import CurriculumError, sequence_of
from domain.learning.opening import never_met
from domain.learning.sequence import AssignmentDefinition, LearningElement, Sequence, assignment_for
from domain.music.say import Say, say
from domain.records.curriculum import CustomSequence, OwnStep
from domain.records.progress import StudentAssignment
from local_schema.columns import record_of

_OWN = "SELECT * FROM custom_sequence ORDER BY name, id"
DRAFT, PUBLISHED, ARCHIVED = "draft", "published", "archived"


def own_sequences(connection: Connection) -> list[CustomSequence]:
    """The pathways of the school's own that this mirror holds."""
    return [record_of(CustomSequence, row) for row in rows(connection, _OWN)]


def all_pathways(
    connection: Connection, account: Account, catalogue: Catalogue, shipped: Many[Sequence]
) -> tuple[Pathway, ...]:
    """Shipped pathways, then the school's own; drafts are their author's, and those put away are left out."""
    own = [_own(record, account, catalogue) for record in own_sequences(connection) if record.status != ARCHIVED]
    return (*(_shown(sequence) for sequence in shipped), *own)


def the_sequence(
    connection: Connection, sequence_id: str, catalogue: Catalogue, shipped: Many[Sequence]
) -> Sequence | None:
    """A pathway whole, by its SEQ- id; None for one that is not here or has mistakes."""
    known = next((each for each in shipped if each.sequence_id == sequence_id), None)
    if known is not None:
        return known
    try:
        found = (each for each in own_sequences(connection) if each.sequence_id == sequence_id)
        return next((sequence_of(each, catalogue.stages) for each in found), None)
    except CurriculumError:
        return None


def own_pathway(*, keeper: Keeper, account: Account, own_id: str) -> Future[CustomSequence]:
    """A pathway of one's own, to go on building it. Raises StoreProblem for what is not here."""

    def work(desk: Desk) -> CustomSequence:
        must_be_staff(account)
        with desk.mirror(account.user_id).reading() as connection:
            found = rows(connection, "SELECT * FROM custom_sequence WHERE id = ?", own_id)
        if not found:
            raise StoreProblem(say("This pathway is not on this computer any more."))
        return record_of(CustomSequence, found[0])

    return keeper.submit(work)


def begin_pathway(*, keeper: Keeper, account: Account, name: str) -> Future[CustomSequence]:
    """A new, empty draft. Raises StoreProblem for who is no teacher, and for an empty name."""

    def work(desk: Desk) -> CustomSequence:
        must_be_staff(account)
        new_id = desk.new_id()
        # Eight letters of the time-ordered id's random end: unique within any school.
        code = new_id.replace("-", "")[-8:].upper()
        made = CustomSequence(
            org_id=account.org_id,
            id=new_id,
            owner_id=account.user_id,
            sequence_id=f"SEQ-{code}",
            name=_name(name),
            created_at=desk.now(),
        )
        with desk.mirror(account.user_id).writing() as writing:
            writing.put(made)
        return made

    return keeper.submit(work)


def keep_pathway(*, keeper: Keeper, account: Account, changed: CustomSequence) -> Future[CustomSequence]:
    """Keep a pathway as it was edited, whole. What was published counts its version up, so that what was given stays
    as it was. Raises StoreProblem for another's pathway, an empty name, and for publishing one with mistakes.
    """

    def work(desk: Desk) -> CustomSequence:
        with desk.mirror(account.user_id).writing() as writing:
            before = _mine(writing, account, changed.id)
            if changed.status == PUBLISHED:
                _must_be_sound(changed, desk.catalogue)
            fields: dict[str, Any] = {
                "name": _name(changed.name),
                "description": changed.description.strip(),
                "instrument": changed.instrument,
                "status": changed.status,
                "groups": changed.groups,
                "elements": changed.elements,
            }
            different = {name: value for name, value in fields.items() if getattr(before, name) != value}
            if different:
                version = before.sequence_version + (before.status != DRAFT)
                writing.edit(CustomSequence, changed.id, {**different, "sequence_version": version})
            row = writing.one("custom_sequence", changed.id)
            assert row is not None
            return record_of(CustomSequence, row)

    return keeper.submit(work)


def preview(
    *, keeper: Keeper, account: Account, own: CustomSequence, place: tuple[str, str]
) -> Future[AssignmentPlayer]:
    """An assignment of a pathway, by its chapter's and its own code, as a student will meet it. Nothing is kept.

    Raises StoreProblem where it can't be shown because something is wrong with it.
    """

    def work(desk: Desk) -> AssignmentPlayer:
        try:
            sequence = sequence_of(own, desk.catalogue.stages)
        except CurriculumError as error:
            raise StoreProblem(say("It can't be shown yet: {why}.", why=error.text)) from error
        group = next(each for each in sequence.groups if each.group_code == place[0])
        definition = next(each for each in group.assignments if each.assignment_code == place[1])
        assignment = assignment_for(
            student_id=account.user_id,
            definition=definition,
            group=group,
            sequence=sequence,
            org_id=account.org_id,
            assignment_id=definition.assignment_def_id,
            assigned_by_user_id=account.user_id,
            created_at=desk.now(),
        )
        return untouched(assignment, account.display_name)

    return keeper.submit(work)


def problem_of(own: CustomSequence, catalogue: Catalogue) -> str | None:
    """Why a pathway can't be given as it is, None where it can."""
    if not any(each.steps for group in own.groups for each in group.assignments):
        return "there is no assignment with a step yet"
    try:
        sequence_of(own, catalogue.stages)
    except CurriculumError as error:
        return error.text
    return None


def element_in(
    connection: Connection, account: Account, step: StepCard, catalogue: Catalogue, shipped: Many[Sequence]
) -> LearningElement | None:
    """The text, video, audio or surprise of a step, out of the pathway that its assignment names."""
    sql = "SELECT * FROM student_assignment WHERE student_id = ?"
    mine = [record_of(StudentAssignment, row) for row in rows(connection, sql, account.user_id)]
    named = next((a.sequence_id for a in mine if any(each.step_id == step.step_id for each in a.steps)), None)
    sequence = the_sequence(connection, named, catalogue, shipped) if named else None
    return sequence.element(step.element_id) if sequence else None


def _name(name: str) -> str:
    if not name.strip():
        raise StoreProblem(say("Please give it a name."))
    return " ".join(name.split())[:120]


def _mine(writing: Writing, account: Account, own_id: str) -> CustomSequence:
    row = writing.one("custom_sequence", own_id)
    if row is None or row["owner_id"] != account.user_id:
        raise StoreProblem(say("This pathway belongs to another teacher."))
    return record_of(CustomSequence, row)


def _must_be_sound(own: CustomSequence, catalogue: Catalogue) -> None:
    unmet = _unmet(own, catalogue)
    if unmet is not None:
        raise StoreProblem(unmet)
    why = problem_of(own, catalogue)
    if why is not None:
        raise StoreProblem(say("This can't be published yet: {why}.", why=why))


def _unmet(own: CustomSequence, catalogue: Catalogue) -> Say | None:
    """A step that could never open, as a sentence for its teacher."""
    names = {element.element_id: element.name for element in own.elements}

    def title(step: OwnStep) -> str:
        found = catalogue.stage(step.stage or "")
        return step.title or (found[0].name if found else names.get(step.element or "", step.code))

    def most(stage_id: str) -> int:
        found = catalogue.stage(stage_id)
        return found[1].max_possible_score if found else 0

    return never_met(own, title, most)


def _own(record: CustomSequence, account: Account, catalogue: Catalogue) -> Pathway:
    why = problem_of(record, catalogue)
    groups = () if why is not None else _shown(sequence_of(record, catalogue.stages)).groups
    return Pathway(
        sequence_id=record.sequence_id,
        name=record.name,
        description=record.description,
        groups=groups,
        own_id=record.id,
        mine=record.owner_id == account.user_id,
        status=record.status,
        problem=_unmet(record, catalogue) or (say("It can't be given yet: {why}.", why=why) if why else None),
    )


def _shown(sequence: Sequence) -> Pathway:
    return Pathway(
        sequence_id=sequence.sequence_id,
        name=sequence.name,
        description=str(sequence.metadata.get("description", "")),
        groups=tuple(
            PathGroup(name=group.name, assignments=tuple(_assignment(each) for each in group.assignments))
            for group in sequence.groups
        ),
        status=str(sequence.status.value),
    )


def _assignment(definition: AssignmentDefinition) -> PathAssignment:
    return PathAssignment(
        assignment_def_id=definition.assignment_def_id,
        name=definition.name,
        description=definition.description,
        steps=tuple(
            StepLine(
                title=step.title,
                element=step.element_type,
                optional=step.optional,
                pass_threshold=step.targets.pass_threshold,
            )
            for step in definition.steps
        ),
    )
