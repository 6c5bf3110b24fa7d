"""The visibility table where people meet it: its 4,000 cases in one school over HTTP, and in SQL on both databases.

Forty students stand for every pair of adults' limits in a class that shares and one that does not; each has a share for
every scope and state. Everybody's buckets are read, and each case is looked up in what came.

- self, guardian, classmate, display and teacher of the class, students and other teachers of the school: equal. What
  the table leaves to the supervision page (`oversight`) may come with its state, to be judged.
- administrators of the organisation: what the table shows is there, what it hides is not; the staff's buckets, of which
  their supervision page is made, hold the rest.
- displays of other classes: nothing. The centre gives them less than the table allows.
- system administrator, other schools, other children's guardians: nothing. Supervision and pseudonyms do not sync.
- anonymous: 401.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import httpx
import msgspec
import pytest
import sqlalchemy
from small_school import Clock, School, opened
from two_organisations import content

from central.database import ROLE, Database
from central.identity.machines import Device
from central.rows import Rows
from central.serving import Serving
from central.sync.known import KnownRows
from central.sync.standing import kiosk_standing, standing_of
from domain.records.community import (
    AchievementShare,
    AchievementType,
    ClassPolicy,
    Comment,
    GuardianLimit,
    ModerationState,
    Scope,
    SharingOverride,
)
from domain.records.identity import AccessRole
from domain.records.ids import derived_id
from domain.records.wire import SCHEMA, Cursor, Outcome, PullRequest, SyncAnswer, SyncRequest

Case = dict[str, str]
ORACLE = Path(__file__).parents[1] / "domain" / "community" / "visibility-oracle.csv"
WORDS = {
    "private": Scope.PRIVATE,
    "family_only": Scope.FAMILY,
    "class_only": Scope.CLASS,
    "school_only": Scope.SCHOOL,
    "public": Scope.PUBLIC,
    "none": None,
    "unset": None,
}
SHARES = ("private", "family_only", "class_only", "school_only", "public")
OVERRIDES = ("none", "family_only", "class_only", "school_only")
LIMITS = ("unset", "family_only", "class_only", "school_only", "public")
STATES = tuple(state.value for state in ModerationState)
Circle = tuple[str, str, str]  # class shares, override, limit

EQUAL = (
    "self", "parent", "classmate", "kiosk_of_class", "teacher_of_class", "same_school_student",
    "other_teacher_same_school",
)  # fmt: skip
NEVER = (
    "kiosk_of_school", "sysadmin", "other_school_student", "other_school_teacher", "parent_of_other_student",
)  # fmt: skip
COMMENTERS = tuple(relation for relation in EQUAL if relation != "kiosk_of_class")


def cases() -> list[Case]:
    """The table."""
    with ORACLE.open(newline="") as file:
        return list(csv.DictReader(file))


class World:
    """The school of the table, and somebody for each of its relations."""

    def __init__(self, school: School, client: httpx.Client) -> None:
        self.school, self.client = school, client
        self.centre, self.org_id = school.centre, school.org_id
        self.classes = {"true": school.class_id, "false": self._class()}
        self.centre.school.put(ClassPolicy(org_id=self.org_id, id=self.classes["false"], sharing_enabled=False))
        self.authors: dict[Circle, str] = {}
        self.guardians: dict[Circle, str] = {}
        for shares in ("true", "false"):
            self._people(shares)
        self.mates = {shares: school.add(AccessRole.STUDENT, 1, (where,))[0] for shares, where in self.classes.items()}
        self.displays = {shares: self._display(where) for shares, where in self.classes.items()}
        self.display_elsewhere = self._display(school.other_class)
        self.elsewhere = self._another_school()
        [self.stranger_guardian] = school.add(AccessRole.GUARDIAN, 1)
        [self.sysadmin] = school.add(AccessRole.SYSTEM_ADMIN, 1)
        self.centre.school.link_guardian(self.org_id, self.stranger_guardian, school.cy)
        self.shares: dict[tuple[Circle, str, str], AchievementShare] = {}
        for circle, author in self.authors.items():
            for scope, state in product(SHARES, STATES):
                self.shares[(circle, scope, state)] = self._share(author, scope, state)
        self.centre.school.within(self.org_id, self._add_shares)
        grown = (*self.guardians.values(), self.stranger_guardian, self.sysadmin, self.elsewhere[1])
        for person in grown:
            self.centre.machines.grant(school.device, person)
        self.seen: dict[str, dict[str, str]] = {}

    def _class(self) -> str:
        return self.centre.school.create_class(self.org_id, self.school.site_id, self.school.teacher, "5b").id

    def _people(self, shares: str) -> None:
        circles = [(shares, override, limit) for override, limit in product(OVERRIDES, LIMITS)]
        students = self.school.add(AccessRole.STUDENT, len(circles), (self.classes[shares],))
        guardians = self.school.add(AccessRole.GUARDIAN, len(circles))
        self.authors |= dict(zip(circles, students, strict=True))
        self.guardians |= dict(zip(circles, guardians, strict=True))
        for circle, student, guardian in zip(circles, students, guardians, strict=True):
            self.centre.school.link_guardian(self.org_id, guardian, student)
            self._limits(student, guardian, WORDS[circle[1]], WORDS[circle[2]])

    def _limits(self, student: str, guardian: str, override: Scope | None, limit: Scope | None) -> None:
        over = SharingOverride(
            org_id=self.org_id, id="o" + student, student_id=student, teacher_id=self.school.teacher, scope=override
        )
        least = GuardianLimit(
            org_id=self.org_id, id="l" + student, student_id=student, guardian_id=guardian, scope=limit
        )
        self.centre.school.put(over, least)

    def _display(self, class_id: str) -> tuple[Device, str, str]:
        shown = self.centre.machines.kiosk_code("Wall")
        self.centre.machines.claim(self.org_id, class_id, shown.code)
        status = self.centre.machines.kiosk_status(shown.poll_token)
        return self.centre.machines.device(status.token), status.user_id, status.token

    def _another_school(self) -> tuple[str, str, str]:
        """A student and a teacher of another school of the same organisation, and the token of a machine there."""
        site = self.centre.school.create_site(self.org_id, "Elm School").id
        here, self.school.site_id = self.school.site_id, site
        [student], [teacher] = self.school.add(AccessRole.STUDENT, 1), self.school.add(AccessRole.TEACHER, 1)
        self.school.site_id = here
        code = self.centre.machines.enrol_code(self.org_id, site).code
        return student, teacher, self.centre.machines.enrol(code, "PC").token

    def _share(self, author: str, scope: str, state: str) -> AchievementShare:
        found = WORDS[scope]
        assert found is not None
        return AchievementShare(
            org_id=self.org_id,
            id=derived_id("share", author, scope, state),
            student_id=author,
            author_name="a",
            author_avatar="note",
            achievement_type=AchievementType.STREAK_MILESTONE,
            achievement_id="x",
            title="t",
            scope=found,
            shared_at=1,
            agreed_at=1,
            moderation=ModerationState(state),
        )

    def _add_shares(self, unit: object) -> None:
        """As the centre keeps them: agreed to and judged already, so nothing has to follow from them."""
        unit.add_facts(list(self.shares.values()))  # type: ignore[attr-defined]
        unit.touched.clear()  # type: ignore[attr-defined]

    # -- who looks

    def viewer(self, case: Case) -> tuple[str, str]:
        """The account and the token of the relation in a case."""
        circle, lab, shares = circle_of(case), self.school.enrolled.token, case["class_sharing_enabled"]
        school, (student, teacher, token) = self.school, self.elsewhere
        people = {
            "self": (self.authors[circle], lab),
            "parent": (self.guardians[circle], lab),
            "classmate": (self.mates[shares], lab),
            "kiosk_of_class": self.displays[shares][1:],
            "kiosk_of_school": self.display_elsewhere[1:],
            "teacher_of_class": (school.teacher, lab),
            "same_school_student": (school.cy, lab),
            "other_teacher_same_school": (school.other_teacher, lab),
            "org_admin": (school.admin, lab),
            "sysadmin": (self.sysadmin, lab),
            "other_school_student": (student, token),
            "other_school_teacher": (teacher, lab),
            "parent_of_other_student": (self.stranger_guardian, lab),
        }
        return people[case["viewer_relation"]]

    def share(self, case: Case) -> AchievementShare:
        """The share of a case."""
        return self.shares[(circle_of(case), case["share_visibility"], case["moderation_state"])]

    def ask(self, token: str, path: str, body: SyncRequest | PullRequest) -> SyncAnswer:
        """One call over HTTP."""
        headers = {"Authorization": f"Bearer {token}"}
        response = self.client.post(path, content=msgspec.json.encode(body), headers=headers)
        assert response.status_code == 200, response.text
        return msgspec.json.decode(content(response), type=SyncAnswer)

    def over_http(self, account: str, token: str) -> dict[str, str]:
        """The shares that an account is sent, with their states: every page of every bucket."""
        if account in self.seen:
            return self.seen[account]
        answer = self.ask(token, "/v1/sync", SyncRequest(account, SCHEMA))
        found: dict[str, str] = {}
        while True:
            for page in answer.pages:
                for change in page.changes:
                    if change.entity == "achievement_share" and not change.gone:
                        found[change.id] = msgspec.json.decode(change.body)["moderation"]
            behind = tuple(Cursor(page.bucket, page.upto) for page in answer.pages if page.more)
            if not behind:
                break
            answer = self.ask(token, "/v1/sync/pull", PullRequest(account, SCHEMA, "", behind))
        self.seen[account] = found
        return found

    def in_sql(self, database: Database, account: str) -> dict[str, str]:
        """The same by SQL alone, as the role that row-level security binds."""
        with database.reading(self.org_id) as connection:
            if database.postgres:
                assert connection.exec_driver_sql("SELECT current_user").scalar() == ROLE
            rows = Rows(connection, self.org_id)
            displays = {display[1]: display[0] for display in (*self.displays.values(), self.display_elsewhere)}
            if account in displays:
                standing = kiosk_standing(self.org_id, account, displays[account].class_id or "")
            else:
                person = standing_of(rows, KnownRows(rows), account)
                assert person is not None
                standing = person
            names = sqlalchemy.bindparam("names", value=standing.buckets(), expanding=True)
            found = connection.execute(_IN_SQL.bindparams(names))
            return {row[0]: row[1] for row in found}


# Without a word about the organisation: that is the database's own part under row-level security.
_IN_SQL = sqlalchemy.text(
    "SELECT DISTINCT s.id, s.moderation FROM bucket_row b JOIN achievement_share s "
    "ON s.org_id = b.org_id AND s.id = b.row_id AND b.entity = 'achievement_share' "
    "WHERE NOT b.gone AND b.bucket IN :names"
)


def circle_of(case: Case) -> Circle:
    """Who stands around the author of a case."""
    return case["class_sharing_enabled"], case["teacher_override"], case["parent_limit"]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One world for all cases, on each database."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('oracle') / 'centre.db'}"
    else:
        url = request.getfixturevalue("postgres_url")
    clock = Clock()
    with (
        opened(url, clock) as centre,
        Serving(centre) as serving,
        httpx.Client(base_url=serving.url, timeout=60) as client,
    ):
        yield World(School(centre, clock), client)


def wrong(case: Case, seen: dict[str, str], share: AchievementShare) -> bool:
    """Whether what was seen is not what the table says. A removed share is nobody's."""
    visible, there = case["expected_visible"], share.id in seen
    if there and seen[share.id] != case["moderation_state"]:
        return True
    relation = case["viewer_relation"]
    if relation in NEVER:
        return there
    if visible == "oversight":
        # The state that comes with a row makes it one to be judged; what was never offered to the staff does not come.
        if relation == "self":
            return not there
        return there and case["moderation_state"] == "ok" and relation != "org_admin"
    return there != (visible == "yes")


def test_every_case_is_equal_over_http_and_in_sql(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    counted: Counter[str] = Counter()
    for case in cases():
        relation = case["viewer_relation"]
        if relation == "anonymous":
            assert case["expected_visible"] == "no"
            counted["anonymous"] += 1
            continue
        account, token = world.viewer(case)
        share = world.share(case)
        assert not wrong(case, world.over_http(account, token), share), case
        counted["equal" if relation in EQUAL else "nothing" if relation in NEVER else "administrator"] += 1
    for account, seen in world.seen.items():
        assert world.in_sql(world.centre.database, account) == seen, account
    assert world.client.post("/v1/sync", content=b"{}").status_code == 401
    with capsys.disabled():
        print(f"\nvisibility over HTTP and in SQL: {dict(counted)}, {len(world.seen)} accounts")
    assert sum(counted.values()) == 4_000
    assert counted["equal"] > 1_900


def comment_on(world: World, share: AchievementShare, author: str) -> Comment:
    """A kind phrase."""
    return Comment(
        org_id=world.org_id,
        id=world.centre.fresh_id(),
        share_id=share.id,
        author_id=author,
        author_name="",
        phrase_id="well_done",
        at=world.school.clock(),
    )


def test_who_may_comment_is_equal_over_http(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    if world.centre.database.postgres:
        pytest.skip("the same lines decide on both databases")
    wanted: dict[tuple[str, str], list[tuple[Case, Comment]]] = {}
    for case in cases():
        if case["viewer_relation"] in (*COMMENTERS, "org_admin"):
            account, token = world.viewer(case)
            comment = comment_on(world, world.share(case), account)
            wanted.setdefault((account, token), []).append((case, comment))
    counted: Counter[str] = Counter()
    differing = []
    for (account, token), asked in wanted.items():
        ops = tuple(world.school.op(comment) for _, comment in asked)
        answer = world.ask(token, "/v1/sync", SyncRequest(account, SCHEMA, "", ops, mirror=f"comments-{account}"))
        for (case, _), verdict in zip(asked, answer.verdicts, strict=True):
            taken = verdict.outcome is Outcome.OK
            counted["taken" if taken else verdict.code] += 1
            if taken != (case["expected_can_comment"] == "yes"):
                differing.append((case, verdict))
    with capsys.disabled():
        print(f"\ncomments over HTTP: {dict(counted)}")
    assert not differing, (len(differing), differing[:3])
