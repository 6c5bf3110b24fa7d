"""The school of every simulated world: made once by the real services, copied for each seed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
from argon2 import PasswordHasher

from central.app import Centre, build
from central.content import shipped_catalogue
from central.database import sqlite_url
from central.identity.school import NewPerson
from domain.games import ALL
from domain.games.catalogue import Catalogue, Game, Stage
from domain.games.game import Outcome
from domain.games.pupils import played_through
from domain.records.achievements import Badge, BadgeKind, BadgeStatus, BadgeThreshold, SkillRole
from domain.records.identity import AccessRole
from domain.records.progress import AssignmentStep, RawEvent, StepElement, StudentAssignment
from workshop.simulator.clock import Clock

STUDENTS = ("ada", "bo", "cy")
STAFF = ("lee", "ray")
CLASSES = {"ada": "piano", "bo": "piano", "cy": "drums"}


class Cast(msgspec.Struct, frozen=True, kw_only=True):
    """Who is who: identifiers by the short names of this module."""

    org: str
    site: str
    people: dict[str, str]
    classes: dict[str, str]

    @property
    def roles(self) -> dict[str, AccessRole]:
        """The role of everybody."""
        student = dict.fromkeys(STUDENTS, AccessRole.STUDENT)
        others = {"kim": AccessRole.GUARDIAN, "max": AccessRole.SUBSCRIBER_ADMIN}
        return student | dict.fromkeys(STAFF, AccessRole.TEACHER) | others


class Recording(msgspec.Struct, frozen=True):
    """A performance that the centre's judge agrees with, unless it has heard the very same before."""

    seed: int
    events: tuple[RawEvent, ...]
    outcome: Outcome
    duration_ms: int


def catalogue() -> Catalogue:
    """The games as shipped, read once a process."""
    return _catalogue()


@cache
def _catalogue() -> Catalogue:
    return shipped_catalogue()


@cache
def stage() -> tuple[Game, Stage]:
    """The stage that is played in every world: short, and tagged with a skill role."""
    found = catalogue().stage("G-00101-quiz")
    assert found is not None
    return found


def performed(level: int, seed: int, skill: float) -> Recording:
    """Somebody plays it: 1 is flawless."""
    game, played = stage()
    found = played_through(ALL[game.family](game, played, seed, level, draw=False), seed=seed, skill=skill)
    return Recording(seed, found.events, found.outcome, found.duration // 1000)


@cache
def recordings() -> tuple[Recording, ...]:
    """A few performances of it at level 1, from flawless to poor, to be kept over and over."""
    return tuple(performed(1, seed, skill) for seed, skill in enumerate((1.0, 1.0, 0.9, 0.6), start=11))


def opened(folder: Path, clock: Clock) -> Centre:
    """The centre whose database is in `folder`. Its hashes of PINs are cheap: nobody guesses here."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return build(sqlite_url(folder / "centre.db"), catalogue(), clock, background=False, hasher=hasher)


def make(folder: Path, clock: Clock) -> Cast:
    """Make the school in `folder`: `centre.db` and `cast.json`."""
    with opened(folder, clock) as centre:
        cast = populated(centre, clock())
    (folder / "cast.json").write_bytes(msgspec.json.encode(cast))
    return cast


def populated(centre: Centre, now: int) -> Cast:
    """The same school in an organisation of its own, at any centre."""
    cast = _people(centre)
    _content(centre, cast, now)
    return cast


def cast_of(folder: Path) -> Cast:
    """The cast of a school that was made."""
    return msgspec.json.decode((folder / "cast.json").read_bytes(), type=Cast)


def _people(centre: Centre) -> Cast:
    school = centre.school
    org = school.create_org("Hill Schools").id
    site = school.create_site(org, "Hill School").id
    staff = [_person(name, AccessRole.TEACHER) for name in STAFF]
    staff += [_person("kim", AccessRole.GUARDIAN), _person("max", AccessRole.SUBSCRIBER_ADMIN)]
    people = {m.display_name: m.id for m in school.add_people(org, site, staff)}
    classes = {
        "piano": school.create_class(org, site, people["lee"], "Piano").id,
        "drums": school.create_class(org, site, people["ray"], "Drums").id,
    }
    students = [_person(name, AccessRole.STUDENT, (classes[CLASSES[name]],)) for name in STUDENTS]
    people |= {m.display_name: m.id for m in school.add_people(org, site, students)}
    school.link_guardian(org, people["kim"], people["ada"])
    return Cast(org=org, site=site, people=people, classes=classes)


def _person(name: str, role: AccessRole, class_ids: tuple[str, ...] = ()) -> NewPerson:
    return NewPerson(
        role=role,
        display_name=name,
        username=f"{name}.sim",
        secret="1234",
        class_ids=class_ids,
        given_name=name.title() if role is AccessRole.STUDENT else "",
    )


def _content(centre: Centre, cast: Cast, now: int) -> None:
    game, _ = stage()
    levels = tuple(
        BadgeThreshold(threshold_id=f"t-{at}", threshold_value=at, sort_order=level)
        for level, at in enumerate((1, 5, 20, 50), start=1)
    )
    centre.school.put(
        SkillRole(org_id=cast.org, id="role-1", role_code=game.skill_roles[0], role_name="Reader", status="approved"),
        _badge(cast, "first", criteria={"measure": "played", "at_least": 1}),
        _badge(cast, "third", criteria={"measure": "played", "at_least": 3}),
        _badge(cast, "grow", badge_kind=BadgeKind.GROW, skill_role_id="role-1", thresholds=levels),
        *(_assignment(cast, name, now) for name in STUDENTS),
    )


def _badge(cast: Cast, code: str, **over: object) -> Badge:
    plain = Badge(
        org_id=cast.org,
        id=f"badge-{code}",
        badge_code=code,
        badge_kind=BadgeKind.SINGLE,
        name=code,
        status=BadgeStatus.RELEASED,
        points_value=10,
    )
    return msgspec.structs.replace(plain, **over)


def _assignment(cast: Cast, name: str, now: int) -> StudentAssignment:
    student, class_id = cast.people[name], cast.classes[CLASSES[name]]
    return assignment(cast.org, name, student, class_id, cast.people["lee"], now)


def assignment(org: str, name: str, student: str, class_id: str, teacher: str, now: int) -> StudentAssignment:
    """Work of two steps: one that is played, and one that is read."""
    game, played = stage()
    play = AssignmentStep(
        step_id=f"step-{name}",
        step_def_id="def",
        order_index=1,
        element_type=StepElement.GAM,
        element_id=game.game_id,
        title=game.name,
        stage_id=played.stage_id,
    )
    read = AssignmentStep(
        step_id=f"text-{name}",
        step_def_id="def-2",
        order_index=2,
        element_type=StepElement.TXT,
        element_id="TXT-1",
        title="About this",
    )
    return StudentAssignment(
        org_id=org,
        id=f"assignment-{name}",
        student_id=student,
        class_id=class_id,
        sequence_id="SEQ",
        sequence_version=1,
        group_id="group",
        assignment_def_id="def",
        name="Week 1",
        assigned_by_user_id=teacher,
        created_at=now,
        steps=(play, read),
    )
