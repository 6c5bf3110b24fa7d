"""A real centre over real HTTP, and a real keeper on an enrolled machine."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from app.store.keeper import Keeper
from app.store.readings import Account
from app.store.secrets import FileSecrets
from app.sync.enrolment import enrol
from app.sync.road import Road
from central import epoch
from central.app import Centre, build
from central.database import Database
from central.identity.school import NewPerson
from central.serving import Serving
from domain.games import CHECKS
from domain.games.catalogue import Catalogue, parse_games
from domain.records.achievements import Badge, BadgeKind, BadgeStatus, SkillRole
from domain.records.identity import AccessRole
from domain.records.progress import AssignmentStep, StepElement, StudentAssignment
from resources import texts


def wall_clock() -> int:
    return time.time_ns() // 1000


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue(game for name, text in texts("games").items() for game in parse_games(text, name, CHECKS))


class World:
    """A school with a class, a student and a teacher; machines of it are made with `machine`."""

    def __init__(self, folder: Path, catalogue: Catalogue) -> None:
        self.folder = folder
        self.catalogue = catalogue
        self.port = 0
        self.open_centre()
        self.serving.start()
        self.port = self.serving.port
        self.game, self.stage = next(
            (game, stage) for game in catalogue.games for stage in game.stages if stage.stage_type == "quiz"
        )
        self._found_a_school()
        self._closers: list[Callable[[], None]] = []

    def open_centre(self, *, new_epoch: bool = False) -> None:
        """The centre over its database file, at the address that the machines know."""
        url = f"sqlite:///{self.folder / 'centre.db'}"
        if new_epoch:
            database = Database(url)
            epoch.new_epoch(database, wall_clock())
            database.close()
        self.centre: Centre = build(url, self.catalogue, background=False)
        self.serving = Serving(self.centre, port=self.port)

    def _found_a_school(self) -> None:
        school = self.centre.school
        self.org = school.create_org("Hill Schools").id
        self.site = school.create_site(self.org, "Hill School").id
        (teacher,) = school.add_people(
            self.org,
            self.site,
            [NewPerson(role=AccessRole.TEACHER, display_name="Ms Lee", username="ms.lee", secret="music-room-7")],
        )
        self.teacher = teacher.id
        self.piano = school.create_class(self.org, self.site, self.teacher, "Piano A").id
        people = [
            NewPerson(
                role=AccessRole.STUDENT,
                display_name=name,
                username=name.lower(),
                secret="1234",
                given_name=name,
                family_name="Roster",
                class_ids=(self.piano,),
            )
            for name in ("Mia", "Ben")
        ]
        self.mia, self.ben = (member.id for member in school.add_people(self.org, self.site, people))
        role = self.game.skill_roles[0] if self.game.skill_roles else "none"
        school.put(
            SkillRole(org_id=self.org, id="role-1", role_code=role, role_name="Role", status="approved"),
            Badge(
                org_id=self.org,
                id="badge-1",
                badge_code="first",
                badge_kind=BadgeKind.SINGLE,
                name="First steps",
                status=BadgeStatus.RELEASED,
                icon_path="first.svg",
                criteria={"measure": "played", "at_least": 1},
            ),
            self.assignment(self.mia),
        )

    def assignment(self, student_id: str) -> StudentAssignment:
        step = AssignmentStep(
            step_id=f"step-{student_id}",
            step_def_id="sd",
            order_index=1,
            element_type=StepElement.GAM,
            element_id=self.game.game_id,
            title=self.game.name,
            stage_id=self.stage.stage_id,
        )
        return StudentAssignment(
            org_id=self.org,
            id=f"as-{student_id}",
            student_id=student_id,
            class_id=self.piano,
            sequence_id="SEQ",
            sequence_version=1,
            group_id="g",
            assignment_def_id="d",
            name="Week 1",
            assigned_by_user_id=self.teacher,
            created_at=wall_clock(),
            steps=(step,),
        )

    def machine(self, name: str) -> Machine:
        made = Machine(self, name)
        self._closers.append(made.close)
        return made

    def account(self, user_id: str, role: AccessRole = AccessRole.STUDENT, name: str = "Mia") -> Account:
        return Account(user_id=user_id, org_id=self.org, role=role, display_name=name, avatar="note")

    def close(self) -> None:
        for closer in self._closers:
            closer()
        self.serving.stop()
        self.centre.close()


class Machine:
    """A computer of the school: keeper and road over the real network."""

    def __init__(self, world: World, name: str) -> None:
        self.world = world
        self._told: list[tuple[str, frozenset[str]]] = []
        self._tell = Event()
        self.keeper = Keeper(
            folder=world.folder / name,
            secrets=FileSecrets(world.folder / f"{name}-keys.json"),
            now=wall_clock,
            catalogue=world.catalogue,
            on_change=self._changed,
        )
        # It never asks by time: what is waited for comes because something moved, or not at all.
        self.road = Road(keeper=self.keeper, quiet=3600.0, jitter=lambda bound: min(bound, 0.02))
        self._begun = False

    def _changed(self, account_id: str, entities: frozenset[str]) -> None:
        self._told.append((account_id, entities))
        self.road.changed(account_id, entities)
        self._tell.set()

    def enrol(self) -> Machine:
        code = self.world.centre.machines.enrol_code(self.world.org, self.world.site).code
        enrol(keeper=self.keeper, centre=self.world.serving.url, code=code, machine_name="Lab 7")
        return self

    def begin(self) -> Machine:
        self.road.start()
        self._begun = True
        return self

    def until(self, what: Callable[[], bool], seconds: float = 20) -> None:
        """Wait for a condition; looked at after each change that the keeper tells."""
        end = time.monotonic() + seconds
        while not what():
            self._tell.clear()
            if what():
                return
            if time.monotonic() > end:
                raise AssertionError("did not come about in time")
            self._tell.wait(0.25)

    def close(self) -> None:
        if self._begun:
            self.road.close()
        self.keeper.close()


@pytest.fixture
def world(tmp_path: Path, catalogue: Catalogue) -> Iterator[World]:
    made = World(tmp_path, catalogue)
    yield made
    made.close()
