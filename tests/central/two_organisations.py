"""Two organisations on one centre over HTTP, with somebody of every role, and people near and far from each of them."""

from __future__ import annotations

from functools import partial
from typing import Any

import httpx
import msgspec
from backports import zstd

from central.app import Centre
from central.identity.school import NewPerson
from central.tables import BADGE_ICON
from domain.records import Record, entity_of
from domain.records.achievements import Badge, BadgeAward, BadgeKind, BadgeStatus
from domain.records.identity import AccessRole
from domain.records.ids import derived_id
from domain.records.progress import AttemptSummary, Performance, PlayType, StudentAttempt
from domain.records.stamps import HybridClock
from domain.records.wire import SCHEMA, Cursor, Op, OpVerdict, PullRequest, SyncAnswer, SyncRequest, Verb

ANONYMOUS = "anonymous"
STAFF = ("teacher", "teacher_admin", "subscriber_admin")
ON_MACHINE = ("student", "generic_student", *STAFF, "parent", "system_admin")
ROLES = (ANONYMOUS, *ON_MACHINE, "kiosk", "machine")


class Organisation:
    """One organisation: two schools, classes, people of every role, a lab machine, a display, a badge, attempts.

    Every text that people wrote begins with `canary`, and so does every secret.
    """

    def __init__(self, centre: Centre, canary: str) -> None:
        self.centre, self.canary = centre, canary
        school, machines = centre.school, centre.machines
        self.org_id = school.create_org(f"{canary} organisation").id
        self.site_id = school.create_site(self.org_id, f"{canary} school").id
        self.other_site = school.create_site(self.org_id, f"{canary} school 2").id
        self.people = {role: self._person(role) for role in ON_MACHINE}
        self.other_teacher = self._person("teacher", "other-teacher")
        self.class_id = school.create_class(self.org_id, self.site_id, self.people["teacher"], f"{canary} 5a").id
        self.other_class = school.create_class(self.org_id, self.other_site, self.other_teacher, f"{canary} 6b").id
        self.mate = self._person("student", "mate")
        self.far = self._person("student", "far", self.other_site)
        for student in (self.people["student"], self.people["generic_student"], self.mate):
            school.enrol(self.org_id, student, (self.class_id,))
        school.enrol(self.org_id, self.far, (self.other_class,))
        school.link_guardian(self.org_id, self.people["parent"], self.people["student"])
        self.token, self.door = self._machine("PC 1"), self._machine("PC 2")
        self.device = machines.device(self.token)
        for role in (*STAFF, "parent", "system_admin"):
            machines.grant(self.device, self.people[role])
        self.kiosk_token, self.kiosk = self._display()
        self.badge_id = f"badge-{canary}"
        self._badge()
        # One award of each person to take along, one to be taken back.
        self.awards = {who: self._award(who, 1) for who in (*self.people.values(), self.mate, self.far)}
        self.doubtful = {who: self._award(who, 2) for who in (*self.people.values(), self.mate, self.far)}
        self.attempts = {who: self._attempt(who) for who in (*self.people.values(), self.mate, self.far)}

    def _person(self, role: str, name: str = "", site: str = "") -> str:
        name = name or role
        person = NewPerson(
            role=AccessRole(role),
            display_name=f"{self.canary} {name}",
            username=f"{name[:20]}-{self.canary}",
            secret=f"{self.canary}-{name}",
            given_name=f"{self.canary} given",
            family_name=f"{self.canary} family",
        )
        return self.centre.school.add_people(self.org_id, site or self.site_id, [person])[0].id

    def _machine(self, name: str) -> str:
        code = self.centre.machines.enrol_code(self.org_id, self.site_id).code
        return self.centre.machines.enrol(code, f"{self.canary} {name}").token

    def _display(self) -> tuple[str, str]:
        shown = self.centre.machines.kiosk_code(f"{self.canary} wall")
        self.centre.machines.claim(self.org_id, self.class_id, shown.code)
        status = self.centre.machines.kiosk_status(shown.poll_token)
        return status.token, status.user_id

    def _badge(self) -> None:
        self.centre.school.put(
            Badge(
                org_id=self.org_id,
                id=self.badge_id,
                badge_code=self.canary,
                badge_kind=BadgeKind.SINGLE,
                name=f"{self.canary} badge",
                status=BadgeStatus.RELEASED,
                icon_path=f"centre:{self.badge_id}/1",
            )
        )
        values = {"org_id": self.org_id, "badge_id": self.badge_id, "svg": self.canary, "png": self.canary.encode()}
        insert = BADGE_ICON.insert().values(**values, uploaded_at=1)
        self.centre.database.write(self.org_id, lambda connection: connection.execute(insert))

    def attempt_of(self, student: str, number: int) -> StudentAttempt:
        """An attempt in somebody's name."""
        return StudentAttempt(
            org_id=self.org_id,
            id=derived_id("attempt", student, number),
            student_id=student,
            game_id="G-00001",
            stage_id=f"{self.canary}-quiz",
            score=900,
            max_possible_score=1_000,
            passed=True,
            duration_ms=60_000,
            play_type=PlayType.FREE_PLAY,
            session_data=AttemptSummary(judge_version=1, seed=number, level=1),
            created_at=self.centre.now(),
            played_on="2026-11-20",
        )

    def _attempt(self, student: str) -> str:
        attempt = self.attempt_of(student, 0)
        notes = Performance(
            org_id=self.org_id, id=attempt.id, student_id=student, input_kind=self.canary, events=((60, 80, 1),)
        )
        add = partial(_add, records=(attempt, notes))
        self.centre.school.within(self.org_id, add)
        return attempt.id

    def _award(self, who: str, level: int) -> str:
        award = BadgeAward(
            org_id=self.org_id,
            id=derived_id("badge_award", who, self.badge_id, level),
            user_id=who,
            badge_id=self.badge_id,
            level=1,
            crossed_at=self.centre.now(),
            awarded_at=self.centre.now(),
        )
        self.centre.school.within(self.org_id, partial(_add, records=(award,)))
        return award.id


def _add(unit: Any, records: tuple[Record, ...]) -> None:
    for record in records:
        unit.add_missing([record])


class Caller:
    """Somebody of a role in an organisation, with the token that their computer has."""

    def __init__(self, role: str, home: Organisation, client: httpx.Client) -> None:
        self.role, self.home, self._client = role, home, client
        self.account = {"kiosk": home.kiosk, "machine": "machine"}.get(role) or home.people.get(role, "nobody")
        self.token = {ANONYMOUS: "", "kiosk": home.kiosk_token}.get(role, home.token)
        self._stamps = HybridClock(f"caller-{role}")
        self._dev_seq = 0

    def headers(self, token: str | None = None) -> dict[str, str]:
        """The authorization of this caller."""
        shown = self.token if token is None else token
        return {"Authorization": f"Bearer {shown}"} if shown else {}

    def post(self, path: str, body: msgspec.Struct, token: str | None = None) -> httpx.Response:
        """Call with a body."""
        return self._client.post(path, content=msgspec.json.encode(body), headers=self.headers(token))

    def get(self, path: str, **query: str) -> httpx.Response:
        """Call without one."""
        return self._client.get(path, params=query, headers=self.headers())

    def op(self, record: Record) -> Op:
        """A record as an operation."""
        self._dev_seq += 1
        body = msgspec.Raw(msgspec.json.encode(record))
        stamp = self._stamps.stamp(self.home.centre.now())
        return Op(self._dev_seq, entity_of(record).name, Verb.ADD, record.id, stamp, body)

    def push(self, *records: Record, account: str = "") -> tuple[OpVerdict, ...] | None:
        """Push records as this account; None where the centre does not even listen."""
        ops = tuple(self.op(record) for record in records)
        request = SyncRequest(account or self.account, SCHEMA, "", ops, (), mirror=f"{self.role}-{account}")
        answer = answered(self.post("/v1/sync", request))
        return None if answer is None else answer.verdicts

    def reads(self, bucket: str) -> bool:
        """Whether a bucket is read to this account."""
        request = PullRequest(self.account, SCHEMA, "", (Cursor(bucket, 0),))
        answer = answered(self.post("/v1/sync/pull", request))
        return answer is not None and any(page.bucket == bucket for page in answer.pages)


def content(response: httpx.Response) -> bytes:
    """A body, unpacked."""
    packed = response.headers.get("content-type") == "application/zstd"
    return zstd.decompress(response.content) if packed else response.content


def answered(response: httpx.Response) -> SyncAnswer | None:
    """The answer to a sync; None where it was refused."""
    if response.status_code != 200:
        assert response.status_code in (401, 403), response.text
        return None
    return msgspec.json.decode(content(response), type=SyncAnswer)
