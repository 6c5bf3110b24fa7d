"""Makes the demonstration school at the centre: people, badges, assignments and a term of plausible history.

Every attempt of the history was really played: a simulated pupil answers the real game, and the centre judges the
recorded notes as it judges anybody's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from central.app import Centre
from central.identity.school import NewPerson
from central.sync.unit import Unit
from domain.achievements import catalogue as badge_catalogue
from domain.games.catalogue import Catalogue
from domain.learning.curriculum import parse_sequence
from domain.learning.sequence import Sequence, assignment_for
from domain.records.achievements import Badge
from domain.records.community import (
    ClassPolicy,
    Scope,
    SharingPreferences,
)
from domain.records.identity import AccessRole
from domain.records.progress import (
    Performance,
    StepDone,
    StudentAttempt,
)
from workshop import cast
from workshop.school_place import DAY, Chance, Place
from workshop.school_sharing import with_community
from workshop.school_term import WEEKS, Term

SEED = 20_250_901

Say = Callable[[str], None]


def make_school(
    centre: Centre,
    games: Catalogue,
    sequences: Iterable[Sequence],
    say: Say,
    *,
    classes: Mapping[str, tuple[cast.Pupil, ...]] = cast.CLASSES,
    weeks: int = WEEKS,
) -> Place:
    """Make the whole school. `say` is told what is being done."""
    chance = Chance(SEED)
    say("people and classes")
    place = with_people(centre, classes)
    say("badges")
    badges = with_badges(centre, place.org_id)
    life = next(each for each in sequences if each.sequence_id == "SEQ-LIFE")
    for class_name, pupils in classes.items():
        for pupil in pupils:
            say(f"a term of {pupil.handle} in {class_name}")
            term = Term(centre, place, games, life, class_name, pupil, chance, weeks)
            place.attempts += with_a_term(centre, place, term)
    say("the centre judges every attempt")
    centre.judging.judge_all(place.org_id)
    say("shares, cheers and the notice board")
    with_community(centre, place, badges, chance, classes)
    return place


def with_people(centre: Centre, classes: Mapping[str, tuple[cast.Pupil, ...]]) -> Place:
    """Organisation, school, staff, classes and students."""
    school = centre.school
    org = school.create_org(cast.ORGANIZATION, time_zone=cast.TIME_ZONE)
    site = school.create_site(org.id, cast.SCHOOL)
    place = Place(org.id, site.id)
    for teacher, member in zip(
        cast.TEACHERS, school.add_people(org.id, site.id, [staff_entry(each) for each in cast.TEACHERS]), strict=True
    ):
        place.teachers[teacher.name] = member
    owners = [place.teachers[each.name] for each in cast.TEACHERS]
    for (class_name, pupils), owner in zip(classes.items(), owners, strict=False):
        policy = ClassPolicy(org_id=org.id, id="", default_scope=Scope.CLASS)
        room = school.create_class(org.id, site.id, owner.id, class_name, policy=policy)
        place.classes[class_name] = room
        people = school.add_people(org.id, site.id, [student_entry(each, room.id) for each in pupils])
        for pupil, member in zip(pupils, people, strict=True):
            place.students[pupil.handle] = member
    return place


def staff_entry(teacher: cast.Teacher) -> NewPerson:
    """A member of staff as the school adds one."""
    role = AccessRole.SUBSCRIBER_ADMIN if teacher.admin else AccessRole.TEACHER
    return NewPerson(
        role=role, display_name=teacher.name, username=teacher.username, secret=cast.PASSWORD, avatar=teacher.avatar
    )


def student_entry(pupil: cast.Pupil, class_id: str) -> NewPerson:
    """A student as the school adds one."""
    return NewPerson(
        role=AccessRole.STUDENT,
        display_name=pupil.handle,
        username=pupil.handle.lower().replace(" ", "."),
        secret=cast.PIN,
        avatar=pupil.avatar,
        given_name=pupil.given_name,
        family_name=pupil.family_name,
        class_ids=(class_id,),
    )


def with_badges(centre: Centre, org_id: str) -> dict[str, Badge]:
    """The badge catalogue of the house, released: by badge id."""
    from resources import names, texts

    icons = [name.removesuffix(".svg") for name in names("badges/icons")]
    for file, text in texts("badges").items():
        found = badge_catalogue.parse(text, file, org_id=org_id, icons=icons)
        centre.school.put(*found.roles, *found.badges)
        return {badge.id: badge for badge in found.badges}
    return {}


def read_sequences(games: Catalogue) -> list[Sequence]:
    """Every curriculum of the house."""
    from resources import texts

    return [parse_sequence(text, file, games.stages) for file, text in texts("curricula").items()]


def with_the_newcomer(centre: Centre, place: Place, sequences: Iterable[Sequence]) -> None:
    """One more student, who has just come: the whole first chapter, an assignment a week, nothing played; a parent."""
    pupil, room = cast.NEWCOMER, place.classes[cast.FIRST_CLASS]
    member = centre.school.add_people(place.org_id, place.site_id, [student_entry(pupil, room.id)])[0]
    place.students[pupil.handle] = member
    life = next(each for each in sequences if each.sequence_id == "SEQ-LIFE")
    now = centre.now()
    assignments = [
        assignment_for(
            student_id=member.id,
            definition=definition,
            group=life.groups[0],
            sequence=life,
            org_id=place.org_id,
            assignment_id=centre.fresh_id(),
            assigned_by_user_id=room.teacher_id,
            created_at=now,
            class_id=room.id,
            due_at=now + number * 7 * DAY,
        )
        for number, definition in enumerate(life.groups[0].assignments, 1)
    ]
    preferences = SharingPreferences(org_id=place.org_id, id=member.id, default_scope=Scope.CLASS, boards=True)
    centre.school.put(preferences, *assignments)
    with_guardian(centre, place, pupil)


def with_guardian(centre: Centre, place: Place, pupil: cast.Pupil) -> None:
    """A parent of one student, who signs in by name."""
    parent = NewPerson(
        role=AccessRole.GUARDIAN, display_name=cast.GUARDIAN, username=cast.GUARDIAN_NAME, secret=cast.PASSWORD
    )
    member = centre.school.add_people(place.org_id, place.site_id, [parent])[0]
    centre.school.link_guardian(place.org_id, member.id, place.students[pupil.handle].id)


def with_a_term(centre: Centre, place: Place, term: Term) -> int:
    """One student's assignments and everything they played in a term, in one transaction; how many attempts."""
    records = list(term.records())

    def work(unit: Unit) -> None:
        for assignment in term.assignments:
            unit.put(assignment)
        for kind in (Performance, StudentAttempt, StepDone):
            unit.add_facts([record for record in records if isinstance(record, kind)])

    centre.school.within(place.org_id, work)
    return sum(isinstance(record, StudentAttempt) for record in records)
