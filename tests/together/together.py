"""Several people at machines of their own, with real mirrors and a real centre, who meet when the test says so.

No windows and no HTTP: what goes up and comes down is what the road would carry.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from app.store.contact import up_to_date
from app.store.intake import take_in, take_in_pages
from app.store.keeper import Desk, Keeper
from app.store.outbox import next_pull, next_request, sync_state
from app.store.readings import Account, RefusedOp
from app.store.secrets import FileSecrets
from central.app import Centre, build
from central.identity.machines import Device
from central.identity.school import NewPerson
from domain.achievements.points import DAYS, for_streak
from domain.games import CHECKS
from domain.games.catalogue import Catalogue, read_catalogue
from domain.records import Record, entity_of
from domain.records.community import AchievementType, ClassPolicy
from domain.records.identity import AccessRole, Site
from local_schema.columns import record_of
from resources import texts

T = TypeVar("T")
R = TypeVar("R", bound=Record)
_GAMES: list[Catalogue] = []


def games() -> Catalogue:
    """The catalogue, read once."""
    if not _GAMES:
        _GAMES.append(read_catalogue(texts("games").items(), CHECKS))
    return _GAMES[0]


class Time:
    """Microseconds, the same for all; moves on with every look at it, and when the test says so."""

    def __init__(self) -> None:
        self.now = 1_795_000_000_000_000

    def __call__(self) -> int:
        self.now += 1_000
        return self.now

    def forward(self, *, days: float = 0) -> None:
        self.now += int(days * 86_400_000_000)


class Seat:
    """Somebody at a machine of their own."""

    def __init__(self, house: Together, account: Account, device: Device, folder: Path) -> None:
        self.house, self.account, self.device = house, account, device
        self.keeper = Keeper(
            folder=folder, secrets=FileSecrets(folder.parent / f"{folder.name}.json"), now=house.time, catalogue=games()
        )

    def does(self, deed: Callable[..., Future[T]], **what: Any) -> T:
        """One of the store's functions, on behalf of this person."""
        return deed(keeper=self.keeper, account=self.account, **what).result(30)

    def meets_the_centre(self) -> None:
        """Send what waits, and read what moved, until there is nothing more."""
        me, sync = self.account.user_id, self.house.centre.sync
        while True:
            asked = next_request(keeper=self.keeper, account_id=me).result(30)
            answer = sync.sync(self.device, asked)
            mine = {"keeper": self.keeper, "account_id": me, "mirror": asked.mirror}
            more = take_in(**mine, answer=answer, asked_at=self.house.time())
            while more:
                pull = next_pull(keeper=self.keeper, account_id=me, buckets=more).result(30)
                more = take_in_pages(**mine, pages=sync.pull(self.device, pull).pages)
            up_to_date(keeper=self.keeper, account_id=me)
            if not asked.ops and not any(page.changes for page in answer.pages):
                return

    def refused(self) -> tuple[RefusedOp, ...]:
        """What the centre did not take."""
        return self.does(sync_state).refused

    def pushes(self, record: Record) -> str:
        """Send a record that no view would send; the code of the refusal, or ok."""

        def work(desk: Desk) -> None:
            with desk.mirror(self.account.user_id).writing() as writing:
                writing.put(record)

        self.keeper.submit(work).result(30)
        before = {op.dev_seq for op in self.refused()}
        self.meets_the_centre()
        return next((op.code for op in self.refused() if op.dev_seq not in before), "ok")

    def holds(self, record: type[R]) -> dict[str, R]:
        """Every row of an entity in this mirror."""

        def work(desk: Desk) -> dict[str, R]:
            with desk.mirror(self.account.user_id).reading() as connection:
                found = connection.exec_driver_sql(f"SELECT * FROM {entity_of(record).name}").mappings()
                return {row["id"]: record_of(record, dict(row)) for row in found}

        return self.keeper.submit(work).result(30)

    def bytes_of_everything(self) -> str:
        """Every value of every table, so that nothing can hide."""

        def work(desk: Desk) -> str:
            with desk.mirror(self.account.user_id).reading() as connection:
                names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
                return "\n".join(
                    repr(tuple(row)) for n in list(names) for row in connection.exec_driver_sql(f"SELECT * FROM {n}")
                )

        return self.keeper.submit(work).result(30)


class Together:
    """One school with two classes: two teachers, students, a guardian, an administrator, a display."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.time = folder, Time()
        self.centre: Centre = build(f"sqlite:///{folder / 'centre.db'}", games(), self.time, background=False)
        school = self.centre.school
        self.org_id = school.create_org("Riverside").id
        self.site_id = school.create_site(self.org_id, "Maple Street").id
        school.put(Site(org_id=self.org_id, id=self.site_id, site_name="Maple Street", regions=("Riverbank",)))
        self._seats: list[Seat] = []
        self.device = self._machine()
        self.teacher = self.seat(AccessRole.TEACHER, "Ms Rivera")
        self.other_teacher = self.seat(AccessRole.TEACHER, "Mr Stone")
        policy = ClassPolicy(org_id=self.org_id, id="", comment_mode="moderated")
        self.class_id = school.create_class(
            self.org_id, self.site_id, self.teacher.account.user_id, "4A", policy=policy
        ).id
        self.other_class = school.create_class(self.org_id, self.site_id, self.other_teacher.account.user_id, "5B").id
        self.ada = self.seat(AccessRole.STUDENT, "Brave Otter", self.class_id)
        self.bo = self.seat(AccessRole.STUDENT, "Calm Lark", self.class_id)
        self.cy = self.seat(AccessRole.STUDENT, "Quick Fox", self.class_id)
        self.far = self.seat(AccessRole.STUDENT, "Jolly Oboe", self.other_class)
        self.guardian = self.seat(AccessRole.GUARDIAN, "Ada's father")
        school.link_guardian(self.org_id, self.guardian.account.user_id, self.ada.account.user_id)
        self.admin = self.seat(AccessRole.SUBSCRIBER_ADMIN, "Head")
        self.display = self._display()

    def _machine(self) -> Device:
        code = self.centre.machines.enrol_code(self.org_id, self.site_id).code
        return self.centre.machines.device(self.centre.machines.enrol(code, "PC").token)

    def _display(self) -> Seat:
        shown = self.centre.machines.kiosk_code("Display")
        self.centre.machines.claim(self.org_id, self.class_id, shown.code)
        status = self.centre.machines.kiosk_status(shown.poll_token)
        device = self.centre.machines.device(status.token or "")
        account = Account(
            user_id=status.user_id or "",
            org_id=self.org_id,
            role=AccessRole.KIOSK,
            display_name="Display",
            avatar="display",
        )
        return self._sit(account, device)

    def seat(self, role: AccessRole, name: str, *class_ids: str) -> Seat:
        """A new person, at a machine of their own."""
        person = NewPerson(
            role=role, display_name=name, username=f"u-{secrets.token_hex(5)}", secret="2580", class_ids=class_ids
        )
        member = self.centre.school.add_people(self.org_id, self.site_id, [person])[0]
        self.centre.machines.grant(self.device, member.id)
        account = Account(user_id=member.id, org_id=self.org_id, role=role, display_name=name, avatar=member.avatar)
        return self._sit(account, self.device)

    def sits_elsewhere(self, seat: Seat) -> Seat:
        """The same person at another machine, which has read nothing of theirs yet."""
        device = self._machine()
        self.centre.machines.grant(device, seat.account.user_id)
        return self._sit(seat.account, device)

    def _sit(self, account: Account, device: Device) -> Seat:
        made = Seat(self, account, device, self.folder / f"seat-{len(self._seats)}")
        self._seats.append(made)
        return made

    def lab_keeper(self, folder: Path) -> Keeper:
        """The mirrors of a machine that is not anybody's own."""
        return Keeper(folder=folder, secrets=FileSecrets(folder.parent / "lab.json"), now=self.time, catalogue=games())

    def all_meet(self) -> None:
        """Everybody's machine has the network: twice round, so that all have what all have sent."""
        for _round in range(2):
            for seat in self._seats:
                seat.meets_the_centre()
            self.centre.judging.judge_all(self.org_id)

    def gives_streak(self, seat: Seat, milestone: int = 7) -> tuple[AchievementType, str]:
        """A student has played so many days in a row: a moment to share."""
        line = for_streak(
            org_id=self.org_id,
            student_id=seat.account.user_id,
            kind=DAYS,
            milestone=milestone,
            at=self.time(),
            on="2026-11-20",
        )
        self.centre.school.within(self.org_id, lambda unit: unit.add_missing([line]))
        seat.meets_the_centre()
        return AchievementType.STREAK_MILESTONE, line.id

    def stored(self, record: type[R], row_id: str) -> R:
        """What the centre holds."""
        from central.rows import Rows

        with self.centre.database.reading(self.org_id) as connection:
            found = Rows(connection, self.org_id).get(record, row_id)
        assert found is not None
        return found

    def close(self) -> None:
        for seat in self._seats:
            seat.keeper.close()
        self.centre.close()


def changed(record: R, **fields: Any) -> R:
    """The record with other values."""
    return msgspec.structs.replace(record, **fields)
