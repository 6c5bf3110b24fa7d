"""This project as one peer among others, through the line protocol of `benchmarks.line`.

`server DIR PORT USERS`, `client DIR PORT NAME USER`, `count DIR USER`. The server is the central API as it is shipped,
over a real socket and a real file; the client is the real mirror and the real road. A record is a whole attempt with
the summary of its notes. `docs/benchmarks.md` says how another project's script drives it.
"""

from __future__ import annotations

import os
import random
import sqlite3
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from app.store.keeper import Desk, Keeper
from app.store.readings import Account
from app.store.secrets import FileSecrets
from app.store.signing_in import grant
from app.sync.enrolment import enrol
from app.sync.road import Road
from benchmarks.line import Answer, say, serve
from central.app import build
from central.content import shipped_catalogue
from central.database import sqlite_url
from central.identity.school import NewPerson
from central.serving import listening
from central.serving import serve as serve_http
from domain.games.catalogue import Catalogue
from domain.records.identity import AccessRole
from domain.records.ids import new_id
from domain.records.progress import AttemptSummary, PlayType, StudentAttempt

PAGE = 500


class School(msgspec.Struct, frozen=True):
    """What a client has to know: the server writes it, the client reads it."""

    org: str
    code: str
    students: list[str]


def client_school(folder: Path) -> School:
    """What the server of this folder has written down for its clients."""
    return msgspec.json.decode((folder / "school.json").read_bytes(), type=School)


def wall_clock() -> int:
    """Microseconds since 1970 UTC."""
    return time.time_ns() // 1000


def attempt(org: str, student: str, number: int, now: int, chance: random.Random) -> StudentAttempt:
    """An attempt like any other: 40 notes, some of them wrong, with the concepts that they showed."""
    right = chance.randint(20, 40)
    return StudentAttempt(
        org_id=org,
        id=new_id(now, chance.randbytes(10)),
        student_id=student,
        step_id=f"step-{number % 60}",
        game_id=f"G-{number % 240:05}",
        stage_id=f"G-{number % 240:05}-quiz",
        score=right * 25,
        max_possible_score=1_000,
        passed=right > 28,
        duration_ms=chance.randint(20_000, 90_000),
        play_type=PlayType.ASSIGNED,
        session_data=AttemptSummary(
            judge_version=1,
            seed=chance.getrandbits(31),
            level=1 + number % 5,
            counts={"right": right, "wrong_pitch": 40 - right, "early": chance.randint(0, 5)},
            concepts={f"note:{48 + (number + k) % 36}": (right // 4, 10) for k in range(4)},
        ),
        created_at=now,
        played_on="2026-01-05",
        time_zone="Europe/Berlin",
    )


# -- the server


def server(folder: Path, port: int, users: int) -> None:
    """A centre with a school of `users` students, served until it is ended."""
    with build(sqlite_url(folder / "centre.db"), shipped_catalogue(), wall_clock) as centre:
        org = centre.school.create_org("Measured").id
        site = centre.school.create_site(org, "Measured").id
        [teacher] = centre.school.add_people(org, site, [_person("teacher", AccessRole.TEACHER)])
        classes = tuple(
            centre.school.create_class(org, site, teacher.id, f"Class {n}").id for n in range(-(-users // 30))
        )
        people = [_person(f"student{n}", AccessRole.STUDENT, (classes[n // 30],)) for n in range(users)]
        students = [member.id for member in centre.school.add_people(org, site, people)]
        code = centre.machines.enrol_code(org, site).code
        (folder / "school.json").write_bytes(msgspec.json.encode(School(org, code, students)))
        serve_http(centre, listening("127.0.0.1", port), _ready)


def _person(name: str, role: AccessRole, class_ids: tuple[str, ...] = ()) -> NewPerson:
    return NewPerson(role=role, display_name=name, username=name, secret="1234", class_ids=class_ids)


def _ready() -> None:
    say({"ready": True, "pid": os.getpid()})


# -- the client


class Client:
    """One machine with one student."""

    def __init__(self, folder: Path, port: int, name: str, user: int) -> None:
        self._school = client_school(folder)
        self._student = self._school.students[user]
        self._centre = f"http://127.0.0.1:{port}"
        self._chance = random.Random(f"{name} {user}")
        self._number = 0
        self._name = name
        self.keeper = Keeper(
            folder=folder / f"client-{name}",
            secrets=FileSecrets(folder / f"client-{name}-keys.json"),
            now=wall_clock,
            catalogue=Catalogue([]),
        )
        self._road = Road(keeper=self.keeper)

    def enrol(self, _command: Mapping[str, Any]) -> Answer:
        """The machine becomes the school's, the student signs in."""
        enrol(keeper=self.keeper, centre=self._centre, code=self._school.code, machine_name=self._name)
        account = Account(
            user_id=self._student, org_id=self._school.org, role=AccessRole.STUDENT, display_name="", avatar="note"
        )
        grant(keeper=self.keeper, account=account, verifier="checked elsewhere").result()
        return {}

    def insert(self, command: Mapping[str, Any]) -> Answer:
        """Play `n` attempts: their rows and outbox rows, durably."""
        made = []
        for _ in range(command["n"]):
            self._number += 1
            made.append(attempt(self._school.org, self._student, self._number, wall_clock(), self._chance))
        began = time.monotonic()
        for start in range(0, len(made), PAGE):
            self.keeper.submit(lambda desk, start=start: self._put(desk, made[start : start + PAGE])).result()  # type: ignore[misc]
        return {"seconds": time.monotonic() - began}

    def _put(self, desk: Desk, page: list[StudentAttempt]) -> None:
        with desk.mirror(self._student).writing() as writing:
            writing.put_all(page)

    def sync(self, _command: Mapping[str, Any]) -> Answer:
        """One exchange, both ways, to its end."""
        self._road.exchange(self._student)
        return {}

    def count(self, _command: Mapping[str, Any]) -> Answer:
        """The attempts that this machine holds."""

        def work(desk: Desk) -> int:
            with desk.mirror(self._student).reading() as connection:
                return int(connection.exec_driver_sql("SELECT count(*) FROM student_attempt").scalar_one())

        return {"count": self.keeper.submit(work).result()}

    def run(self) -> None:
        """Obey the protocol."""
        handlers = {"enroll": self.enrol, "insert": self.insert, "sync": self.sync, "count": self.count}
        with self.keeper:
            serve(handlers)


def count(folder: Path, user: int) -> int:
    """The attempts of one student at the centre."""
    school = client_school(folder)
    with sqlite3.connect(folder / "centre.db") as database:
        sql = "SELECT count(*) FROM student_attempt WHERE student_id = ?"
        return int(database.execute(sql, (school.students[user],)).fetchone()[0])


def main(role: str, folder: str, *rest: str) -> None:
    """Be one side."""
    if role == "server":
        server(Path(folder), int(rest[0]), int(rest[1]) if len(rest) > 1 else 1)
    elif role == "client":
        Client(Path(folder), int(rest[0]), rest[1], int(rest[2]) if len(rest) > 2 else 0).run()
    else:
        print(count(Path(folder), int(rest[0]) if rest else 0))


if __name__ == "__main__":
    main(*sys.argv[1:])
