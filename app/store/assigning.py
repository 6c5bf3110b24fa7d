"""A teacher gives work: one assignment for each student, its rules frozen on that day; puts it away; names groups."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from collections.abc import Sequence as Many
from concurrent.futures import Future
from typing import Any

from sqlalchemy import Connection

from app.store.asking import named
from app.store.assignments import Assigned
from app.store.giving_readings import GivenCard, GivenNow, GivingPage, GroupCard, Person
from app.store.keeper import Desk, Keeper, Urgency
from app.store.mirror import rows
from app.store.pathways import all_pathways, the_sequence
from app.store.people import must_be_staff
from app.store.problems import StoreProblem
from app.store.readings import Account
from app.store.writing import Writing
from domain.learning.progress import AssignmentStatus
from domain.learning.sequence import Sequence, assignment_for
from domain.music.say import say
from domain.records.curriculum import StudentGroup
from domain.records.progress import StudentAssignment
from local_schema.columns import record_of

_PEOPLE = (
    "SELECT m.id AS student_id, m.display_name, m.avatar, r.given_name, r.family_name FROM class_enrollment AS e "
    "JOIN member AS m ON m.id = e.student_id LEFT JOIN roster_name AS r ON r.id = m.id WHERE e.class_id = :class_id "
    "AND e.present AND m.status = 'active' ORDER BY r.family_name, r.given_name, m.display_name"
)
_GROUPS = "SELECT * FROM student_group WHERE class_id = ? AND archived_at IS NULL ORDER BY name, id"
# Nobody gives more than a term in one go.
_MOST_AT_ONCE = 40
_DAY = datetime.timedelta(days=1)


def giving_page(*, keeper: Keeper, account: Account, class_id: str, shipped: Many[Sequence]) -> Future[GivingPage]:
    """What can be given to whom. Raises StoreProblem for who is no teacher."""

    def work(desk: Desk) -> GivingPage:
        must_be_staff(account)
        with desk.mirror(account.user_id).reading() as connection:
            return GivingPage(
                class_id=class_id,
                class_name=class_name(connection, class_id),
                pathways=all_pathways(connection, account, desk.catalogue, shipped),
                people=_people(connection, class_id),
                groups=_groups(connection, class_id),
            )

    return keeper.submit(work)


def give(
    *,
    keeper: Keeper,
    account: Account,
    class_id: str,
    sequence_id: str,
    definitions: Many[str],
    student_ids: Collection[str],
    due_on: str | None,
    shipped: Many[Sequence],
) -> Future[GivenNow]:
    """Give assignments of a pathway to students of a class, all or nothing. `due_on` is a calendar day (ISO text): the
    work is due when it ends here. Who has an assignment and has not finished it is not given it twice.

    Raises StoreProblem for a day that is over, for nobody, for nothing, and for what is not here any more.
    """

    def work(desk: Desk) -> GivenNow:
        must_be_staff(account)
        with desk.mirror(account.user_id).writing() as writing:
            sequence = the_sequence(writing.connection, sequence_id, desk.catalogue, shipped)
            pupils = [p.student_id for p in _people(writing.connection, class_id) if p.student_id in set(student_ids)]
            if sequence is None or not definitions or len(definitions) > _MOST_AT_ONCE:
                raise StoreProblem(say("Please pick what you want to give."))
            if not pupils:
                raise StoreProblem(say("Please pick who gets it."))
            due_at = None if due_on is None else _end_of(desk, due_on, writing.now)
            new = [
                made
                for student_id in pupils
                for place, definition_id in enumerate(definitions)
                if not _has(writing.connection, student_id, definition_id)
                for made in [
                    _made(desk, writing, account, class_id, sequence, definition_id, student_id, due_at, place)
                ]
            ]
            if new:
                writing.put_all(new)
            return GivenNow(given=len(new), had_it=len(pupils) * len(definitions) - len(new))

    return keeper.submit(work)


def put_away(*, keeper: Keeper, account: Account, assignment_ids: Many[str], away: bool) -> Future[int]:
    """Put assignments away for their students, or bring them back; what was played for them stays. How many moved.

    Raises StoreProblem for who is no teacher.
    """

    def work(desk: Desk) -> int:
        must_be_staff(account)
        moved = 0
        with desk.mirror(account.user_id).writing() as writing:
            for assignment_id in assignment_ids:
                row = writing.one("student_assignment", assignment_id)
                if row is not None and (row["archived_at"] is None) == away:
                    at = writing.now if away else None
                    writing.edit(StudentAssignment, assignment_id, {"archived_at": at})
                    moved += 1
        return moved

    return keeper.submit(work)


def given_to(*, keeper: Keeper, account: Account, student_id: str) -> Future[tuple[GivenCard, ...]]:
    """What one student was given, each as a card of one person: the class's cards are their sums (`as_cards`)."""

    def work(desk: Desk) -> tuple[GivenCard, ...]:
        must_be_staff(account)
        with desk.mirror(account.user_id).reading() as connection:
            assigned = Assigned(connection, student_id)
            return tuple(_given(each, assigned) for each in assigned.assignments)

    return keeper.submit(work, Urgency.LATER)


def as_cards(of_students: Many[tuple[GivenCard, ...]]) -> tuple[GivenCard, ...]:
    """The cards of many students as those of their class: what was given together is one card, the newest first."""
    together: dict[tuple[str, str, int | None, bool], list[GivenCard]] = {}
    for card in (card for cards in of_students for card in cards):
        key = (card.name, card.sequence_name, card.due_at, card.archived)
        together.setdefault(key, []).append(card)
    cards = [_joined(some) for some in together.values()]
    return tuple(sorted(cards, key=lambda card: (card.archived, -card.given_at, card.name)))


def keep_group(
    *, keeper: Keeper, account: Account, class_id: str, name: str, student_ids: Collection[str], group_id: str | None
) -> Future[tuple[GroupCard, ...]]:
    """Name some students, or change who they are. Raises StoreProblem for an empty name and for nobody."""

    def work(desk: Desk) -> tuple[GroupCard, ...]:
        must_be_staff(account)
        words = " ".join(name.split())[:60]
        if not words or not student_ids:
            raise StoreProblem(say("A group needs a name and at least one student."))
        fields: dict[str, Any] = {"name": words, "student_ids": tuple(sorted(student_ids))}
        with desk.mirror(account.user_id).writing() as writing:
            if group_id is not None:
                writing.edit(StudentGroup, group_id, fields)
            else:
                made = StudentGroup(
                    org_id=account.org_id, id=desk.new_id(), class_id=class_id, created_at=desk.now(), **fields
                )
                writing.put(made)
            return _groups(writing.connection, class_id)

    return keeper.submit(work)


def drop_group(*, keeper: Keeper, account: Account, class_id: str, group_id: str) -> Future[tuple[GroupCard, ...]]:
    """Put a group away; what its students were given stays theirs. Raises KeyError for a group that is not here."""

    def work(desk: Desk) -> tuple[GroupCard, ...]:
        must_be_staff(account)
        with desk.mirror(account.user_id).writing() as writing:
            writing.edit(StudentGroup, group_id, {"archived_at": writing.now})
            return _groups(writing.connection, class_id)

    return keeper.submit(work)


def class_name(connection: Connection, class_id: str) -> str:
    """What a class is called; empty where it is not in this mirror."""
    found = connection.exec_driver_sql("SELECT class_name FROM school_class WHERE id = ?", (class_id,)).scalar()
    return str(found or "")


def _people(connection: Connection, class_id: str) -> tuple[Person, ...]:
    return tuple(_person(row) for row in named(connection, _PEOPLE, {"class_id": class_id}))


def _person(row: Mapping[str, Any]) -> Person:
    return Person(
        student_id=row["student_id"],
        display_name=row["display_name"],
        roster_name=" ".join(filter(None, (row["given_name"], row["family_name"]))),
        avatar=row["avatar"],
    )


def _groups(connection: Connection, class_id: str) -> tuple[GroupCard, ...]:
    found = [record_of(StudentGroup, row) for row in rows(connection, _GROUPS, class_id)]
    return tuple(GroupCard(group_id=each.id, name=each.name, student_ids=each.student_ids) for each in found)


def _end_of(desk: Desk, day: str, now: int) -> int:
    """The last microsecond of a calendar day where this machine stands."""
    try:
        following = datetime.date.fromisoformat(day) + _DAY
    except ValueError as error:
        raise StoreProblem(say("This is no day.")) from error
    end = desk.midnight(following.isoformat()) - 1
    if end <= now:
        raise StoreProblem(say("The due date must lie in the future."))
    return end


def _has(connection: Connection, student_id: str, definition_id: str) -> bool:
    """Whether a student has this assignment open: what is finished may be given once more, to be done again."""
    sql = "SELECT * FROM student_assignment WHERE student_id = ? AND assignment_def_id = ? AND archived_at IS NULL"
    found = [record_of(StudentAssignment, row) for row in rows(connection, sql, student_id, definition_id)]
    if not found:
        return False
    assigned = Assigned(connection, student_id)
    return any(assigned.progress(each).completed_at is None for each in found)


def _made(
    desk: Desk,
    writing: Writing,
    account: Account,
    class_id: str,
    sequence: Sequence,
    definition_id: str,
    student_id: str,
    due_at: int | None,
    place: int,
) -> StudentAssignment:
    found = sequence.definition(definition_id)
    if found is None:
        raise StoreProblem(say("This assignment is not in its pathway any more."))
    group, definition = found
    return assignment_for(
        student_id=student_id,
        definition=definition,
        group=group,
        sequence=sequence,
        org_id=account.org_id,
        assignment_id=desk.new_id(),
        assigned_by_user_id=account.user_id,
        # Lists show the newest first: the first of a row of assignments shall lead it.
        created_at=writing.now - place,
        class_id=class_id,
        due_at=due_at,
    )


def _given(assignment: StudentAssignment, assigned: Assigned) -> GivenCard:
    progress = assigned.progress(assignment)
    done = progress.completed_at is not None
    return GivenCard(
        name=assignment.name,
        sequence_name=str(assignment.policy_snapshot.get("sequence_name") or ""),
        due_at=assignment.due_at,
        given_at=assignment.created_at,
        people=1,
        done=int(done),
        begun=int(not done and progress.status is AssignmentStatus.IN_PROGRESS),
        archived=assignment.archived_at is not None,
        assignment_ids=(assignment.id,),
    )


def _joined(cards: Many[GivenCard]) -> GivenCard:
    first = cards[0]
    return GivenCard(
        name=first.name,
        sequence_name=first.sequence_name,
        due_at=first.due_at,
        given_at=max(card.given_at for card in cards),
        people=len(cards),
        done=sum(card.done for card in cards),
        begun=sum(card.begun for card in cards),
        archived=first.archived,
        assignment_ids=tuple(sorted(i for card in cards for i in card.assignment_ids)),
    )
