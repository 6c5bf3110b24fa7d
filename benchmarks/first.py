"""A computer that is new to somebody with a year behind them: what comes down before their newest attempt is there.

The real centre and the real mirror, without a network between them; beside it the same with a client of before, which
reads every bucket from its beginning.
"""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer
from backports import zstd

from app.store.intake import take_in, take_in_pages
from app.store.keeper import Desk, Keeper
from app.store.outbox import next_pull, next_request
from app.store.secrets import FileSecrets
from benchmarks.measuring import show
from benchmarks.peer_ours import attempt, wall_clock
from central.app import Centre, build
from central.database import sqlite_url
from central.identity.machines import Device
from central.identity.school import NewPerson
from central.sync.unit import Unit
from domain.games.catalogue import Catalogue
from domain.records.identity import AccessRole
from domain.records.progress import Performance, StudentAttempt
from domain.records.wire import PullRequest, SyncAnswer, SyncRequest

STUDENTS = 30
_DAY = 86_400_000_000
# Notes of an attempt, each pressed and released.
_NOTES = 40


class Year:
    """A class of thirty, each with as many attempts, the newest of them today."""

    def __init__(self, centre: Centre, attempts: int) -> None:
        self.centre = centre
        school = centre.school
        self.org = school.create_org("Measured").id
        site = school.create_site(self.org, "Measured").id
        [teacher] = school.add_people(self.org, site, [_person("teacher", AccessRole.TEACHER)])
        piano = school.create_class(self.org, site, teacher.id, "Piano").id
        people = [_person(f"student{n}", AccessRole.STUDENT, (piano,)) for n in range(STUDENTS)]
        students = [member.id for member in school.add_people(self.org, site, people)]
        enrolled = centre.machines.enrol(centre.machines.enrol_code(self.org, site).code, "PC 1")
        self.device: Device = centre.machines.device(enrolled.token)
        centre.machines.grant(self.device, teacher.id)
        self.teacher, self.student = teacher.id, students[-1]
        self.newest = self._play(students, attempts)

    def _play(self, students: list[str], attempts: int) -> str:
        chance, now = random.Random(1), wall_clock()
        for number in range(attempts):
            at = now - (attempts - number) * _DAY * 365 // attempts
            played = [attempt(self.org, student, number, at, chance) for student in students]
            self.centre.school.within(self.org, lambda unit, played=played: _keep(unit, played))  # type: ignore[misc]
        return played[-1].id


def _keep(unit: Unit, played: list[StudentAttempt]) -> None:
    unit.add_facts(played)
    unit.add_facts([_notes(each) for each in played])


def _notes(played: StudentAttempt) -> Performance:
    events = tuple((n * 250_000, 48 + n % 36, 80 * (n % 2)) for n in range(2 * _NOTES))
    return Performance(
        org_id=played.org_id, id=played.id, student_id=played.student_id, input_kind="midi", events=events
    )


def _person(name: str, role: AccessRole, class_ids: tuple[str, ...] = ()) -> NewPerson:
    return NewPerson(role=role, display_name=name, username=name, secret="1234", class_ids=class_ids)


class Filled:
    """A new mirror on its way: what has come so far, and what had come when the newest attempt was there."""

    def __init__(self, year: Year, account: str, folder: Path, *, newest: bool) -> None:
        self._year, self._account, self._newest = year, account, newest
        self._answers = self._rows = self._bytes = 0
        self.until_newest: dict[str, float] = {}
        keys = FileSecrets(folder / "keys.json")
        with Keeper(folder=folder, secrets=keys, now=wall_clock, catalogue=Catalogue([])) as keeper:
            self._began = time.perf_counter()
            self._fill(keeper)
        self.whole = self._figures()

    def _fill(self, keeper: Keeper) -> None:
        me, asked_at = self._account, wall_clock()
        request = next_request(keeper=keeper, account_id=me).result()
        answer = self._answered(msgspec.structs.replace(request, newest=self._newest))
        more = take_in(keeper=keeper, account_id=me, mirror=request.mirror, answer=answer, asked_at=asked_at)
        self._look(keeper)
        while more:
            asked = next_pull(keeper=keeper, account_id=me, buckets=more).result()
            pages = self._answered(msgspec.structs.replace(asked, newest=self._newest)).pages
            more = take_in_pages(keeper=keeper, account_id=me, mirror=request.mirror, pages=pages)
            self._look(keeper)

    def _answered(self, asked: SyncRequest | PullRequest) -> SyncAnswer:
        sync, device = self._year.centre.sync, self._year.device
        answer = sync.sync(device, asked) if isinstance(asked, SyncRequest) else sync.pull(device, asked)
        self._answers += 1
        self._rows += sum(len(page.changes) for page in answer.pages)
        self._bytes += len(zstd.compress(msgspec.json.encode(answer)))
        return answer

    def _look(self, keeper: Keeper) -> None:
        def there(desk: Desk) -> bool:
            with desk.mirror(self._account).reading() as connection:
                sql = "SELECT 1 FROM student_attempt WHERE id = ?"
                return connection.exec_driver_sql(sql, (self._year.newest,)).scalar() is not None

        if not self.until_newest and keeper.submit(there).result():
            self.until_newest = self._figures()

    def _figures(self) -> dict[str, Any]:
        return {
            "answers": self._answers,
            "rows": self._rows,
            "kB": self._bytes // 1000,
            "s": round(time.perf_counter() - self._began, 2),
        }


def main(
    attempts: Annotated[int, typer.Option(help="attempts of each of the thirty students")] = 1_000,
    as_json: Annotated[bool, typer.Option("--json", help="as one JSON object")] = False,
) -> None:
    """What comes before the newest attempt, for its student and for the teacher of the class."""
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with build(sqlite_url(folder / "centre.db"), Catalogue([]), wall_clock, background=False) as centre:
            year = Year(centre, attempts)
            for who, account in (("student", year.student), ("teacher", year.teacher)):
                for order, newest in (("newest first", True), ("from the beginning", False)):
                    filled = Filled(year, account, folder / f"{who}{newest}", newest=newest)
                    figures[f"{who}, {order}, newest there"] = filled.until_newest
                    figures[f"{who}, {order}, all there"] = filled.whole
    show("first", figures, as_json=as_json)


if __name__ == "__main__":
    typer.run(main)
