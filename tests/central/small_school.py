"""A small school with a clock that tests move and cheap PINs, and mirrors that check what comes like a client does."""

from __future__ import annotations

import secrets
from functools import cache
from typing import Any, TypeVar

import msgspec
from argon2 import PasswordHasher

from central.app import Centre, build
from central.content import shipped_catalogue
from central.credentials.sealing import Sealing
from central.identity.machines import Device
from central.identity.school import NewPerson
from domain.achievements.points import DAYS, for_streak
from domain.games.catalogue import Catalogue
from domain.records import Record, entity_of
from domain.records.buckets import HASH_MODULUS, row_hash
from domain.records.community import AchievementShare, AchievementType, Scope
from domain.records.identity import AccessRole
from domain.records.ids import derived_id
from domain.records.progress import AttemptSummary, PlayType, StudentAttempt
from domain.records.stamps import HybridClock
from domain.records.wire import (
    SCHEMA,
    BucketPage,
    Change,
    Cursor,
    Op,
    OpVerdict,
    PullRequest,
    SyncAnswer,
    SyncRequest,
    Verb,
)

R = TypeVar("R", bound=Record)
# The real cost (`central.identity.secrets.OWASP`) is for those who guess; seven people a test would wait for it.
# Where the world would reach the centre: what stands in signed badges.
PUBLIC_URL = "https://music.example"
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@cache
def catalogue() -> Catalogue:
    """The shipped games, read once."""
    return shipped_catalogue()


def opened(url: str, clock: Clock) -> Centre:
    """A centre over a database, with cheap PINs, that judges only when told."""
    return build(
        url, catalogue(), clock, background=False, hasher=CHEAP, public_url=PUBLIC_URL, sealing=Sealing("test" * 8)
    )


class Clock:
    """A time that tests move: microseconds."""

    def __init__(self) -> None:
        self.now = 1_760_000_000_000_000

    def __call__(self) -> int:
        self.now += 1_000
        return self.now


class Mirror:
    """What a mirror holds: for each bucket its rows, as the pages said. Checks hash and count like a client.

    Without `newest` it is one of an older client, which reads every bucket in the order of its changes.
    """

    def __init__(self, *, newest: bool = True) -> None:
        self.newest = newest
        self.buckets: dict[str, dict[tuple[str, str], Change]] = {}
        self.seqs: dict[str, int] = {}
        self.backs: dict[str, int] = {}

    def take(self, answer: SyncAnswer) -> None:
        """Take in an answer."""
        if answer.buckets is not None:
            for name in set(self.buckets) - set(answer.buckets):
                del self.buckets[name], self.seqs[name]
            for name in answer.buckets:
                self.buckets.setdefault(name, {})
                self.seqs.setdefault(name, 0)
        for page in answer.pages:
            self._page(page)

    def _page(self, page: BucketPage) -> None:
        rows = self.buckets.setdefault(page.bucket, {})
        if page.rescan:
            rows.clear()
        for change in page.changes:
            rows.pop((change.entity, change.id), None)
            if not change.gone:
                rows[(change.entity, change.id)] = change
        self.seqs[page.bucket], self.backs[page.bucket] = page.upto, page.back
        if not page.more:
            assert (self.hash_of(page.bucket), len(rows)) == (page.hash, page.count), page.bucket

    def hash_of(self, bucket: str) -> int:
        """The order-free hash of a bucket's rows."""
        return sum(row_hash(*key, change.seq) for key, change in self.buckets[bucket].items()) % HASH_MODULUS

    def cursors(self) -> tuple[Cursor, ...]:
        """What the next request says."""
        return tuple(
            Cursor(name, seq, self.hash_of(name), len(self.buckets[name]), self.backs.get(name, 0))
            for name, seq in sorted(self.seqs.items())
        )

    def rows(self, record: type[R]) -> dict[str, R]:
        """Every row of an entity that some bucket holds."""
        name = entity_of(record).name
        changes = [c for rows in self.buckets.values() for (entity, _), c in rows.items() if entity == name]
        return {change.id: msgspec.json.decode(change.body, type=record) for change in changes}


class School:
    """A small school in an organisation of its own, with a machine and a mirror for each account."""

    def __init__(self, centre: Centre, clock: Clock) -> None:
        self.centre, self.clock = centre, clock
        self.org_id = centre.school.create_org("Organisation").id
        self.site_id = centre.school.create_site(self.org_id, "Oak School").id
        self.teacher, self.other_teacher = self.add(AccessRole.TEACHER, 2)
        [self.admin] = self.add(AccessRole.SUBSCRIBER_ADMIN, 1)
        [self.guardian] = self.add(AccessRole.GUARDIAN, 1)
        self.class_id = centre.school.create_class(self.org_id, self.site_id, self.teacher, "5a").id
        self.other_class = centre.school.create_class(self.org_id, self.site_id, self.other_teacher, "6b").id
        self.ada, self.bo = self.add(AccessRole.STUDENT, 2, (self.class_id,))
        [self.cy] = self.add(AccessRole.STUDENT, 1, (self.other_class,))
        centre.school.link_guardian(self.org_id, self.guardian, self.ada)
        code = centre.machines.enrol_code(self.org_id, self.site_id).code
        self.enrolled = centre.machines.enrol(code, "PC 1")
        self.device = centre.machines.device(self.enrolled.token)
        for person in (self.teacher, self.other_teacher, self.admin, self.guardian):
            centre.machines.grant(self.device, person)
        self.mirrors: dict[str, Mirror] = {}
        self.stamps = HybridClock("device-1")
        self.dev_seq = 0

    def add(self, role: AccessRole, count: int, class_ids: tuple[str, ...] = ()) -> list[str]:
        """New people; all have the same secret."""
        people = [
            NewPerson(
                role=role,
                display_name=f"{role.value} {number}",
                username=f"{role.value[:8]}-{secrets.token_hex(4)}",
                secret="1234",
                class_ids=class_ids,
            )
            for number in range(count)
        ]
        return [member.id for member in self.centre.school.add_people(self.org_id, self.site_id, people)]

    def op(self, record: Record, verb: Verb = Verb.ADD, fields: dict[str, object] | None = None, **over: Any) -> Op:
        """An operation as a mirror would queue it."""
        self.dev_seq += 1
        body = msgspec.json.encode(record if fields is None else fields)
        stamp = self.stamps.stamp(self.clock())
        made = Op(self.dev_seq, entity_of(record).name, verb, record.id, stamp, msgspec.Raw(body))
        return msgspec.structs.replace(made, **over)

    def send(self, account: str, *ops: Op, mirror: str = "") -> list[OpVerdict]:
        """Push as an account, through the same service as HTTP."""
        request = SyncRequest(account, SCHEMA, "", ops, (), mirror=mirror or f"mirror-{account}")
        return list(self.centre.sync.sync(self.device, request).verdicts)

    def push(self, account: str, *records: Record) -> list[str]:
        """Push whole records; the outcomes, or the code of a refusal."""
        return [v.code or v.outcome.value for v in self.send(account, *(self.op(record) for record in records))]

    def edit(self, account: str, record: Record, **fields: object) -> str:
        """Change some fields of a document; the outcome, or the code of a refusal."""
        [verdict] = self.send(account, self.op(record, Verb.EDIT, fields))
        return verdict.code or verdict.outcome.value

    def mirror(self, account: str, device: Device | None = None) -> Mirror:
        """The account's mirror, brought up to date page by page."""
        mirror = self.mirrors.setdefault(account, Mirror())
        device, epoch = device or self.device, self.centre.epoch()
        self.read_some(account, mirror, device)
        while behind := [c for c in mirror.cursors() if c.bucket in self.behind(account, mirror, device)]:
            request = PullRequest(account, SCHEMA, epoch, tuple(behind), newest=mirror.newest)
            mirror.take(self.centre.sync.pull(device, request))
        return mirror

    def read_some(self, account: str, mirror: Mirror, device: Device | None = None) -> None:
        """One answer's worth for a mirror."""
        request = SyncRequest(account, SCHEMA, self.centre.epoch(), (), mirror.cursors(), newest=mirror.newest)
        mirror.take(self.centre.sync.sync(device or self.device, request))

    def behind(self, account: str, mirror: Mirror, device: Device) -> set[str]:
        """The buckets of which the mirror has not read everything."""
        request = SyncRequest(account, SCHEMA, self.centre.epoch(), (), mirror.cursors(), newest=mirror.newest)
        return {page.bucket for page in self.centre.sync.sync(device, request).pages}

    def attempt(self, student: str, number: int = 1, **over: Any) -> StudentAttempt:
        """An attempt that is like any other."""
        made = StudentAttempt(
            org_id=self.org_id,
            id=derived_id("attempt", student, number),
            student_id=student,
            game_id="G-00001",
            stage_id="G-00001-quiz",
            score=900,
            max_possible_score=1_000,
            passed=True,
            duration_ms=60_000,
            play_type=PlayType.FREE_PLAY,
            session_data=AttemptSummary(judge_version=1, seed=number, level=1, counts={"right": 9}),
            created_at=self.clock(),
            played_on="2026-11-20",
        )
        return msgspec.structs.replace(made, **over)

    def share(self, student: str, scope: Scope = Scope.CLASS, **over: Any) -> AchievementShare:
        """A share of a streak that the student really has."""
        kind = AchievementType.STREAK_MILESTONE
        made = AchievementShare(
            org_id=self.org_id,
            id=self.centre.fresh_id(),
            student_id=student,
            author_name="whoever",
            author_avatar="note",
            achievement_type=kind,
            achievement_id=self.streak(student) if over.get("achievement_type", kind) is kind else "x",
            title="My best",
            scope=scope,
            shared_at=self.clock(),
        )
        return msgspec.structs.replace(made, **over)

    def streak(self, student: str) -> str:
        """The line of the points log for seven days in a row."""
        line = for_streak(
            org_id=self.org_id, student_id=student, kind=DAYS, milestone=7, at=1_750_000_000_000_000, on="2025-06-15"
        )
        self.centre.school.within(self.org_id, lambda unit: unit.add_missing([line]))
        return line.id
