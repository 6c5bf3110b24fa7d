"""Who may do what: every route of the published description × every role × own, class, organisation, another one's.

A row is what a call can reach; `y` in its four places says for whom it is done: the caller's own, somebody of the
caller's class, somebody else of the organisation, somebody of another organisation. A route without a row fails.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import httpx
import msgspec
import pytest
import sqlalchemy
from probes_of_administrators import closes, reports, supervises, supervises_all
from small_school import Clock, opened
from two_organisations import ANONYMOUS, ROLES, STAFF, Caller, Organisation

from central.database import sqlite_url
from central.identity import secrets
from central.serving import Serving
from central.tables import PAIRING
from domain.records import buckets
from domain.records.badge_office import AwardEnd, BadgeEdit, BadgeStep, CredentialRequest, Step
from domain.records.ids import derived_id
from domain.records.pairing import (
    CodeRequest,
    EnrolRequest,
    KioskClaim,
    KioskCode,
    KioskCodeRequest,
    MachineEnd,
    PairingCode,
    SessionRequest,
    SignInRequest,
)
from domain.records.progress import StudentAssignment
from domain.records.wire import SCHEMA, OpVerdict, Outcome, SyncRequest

REACHES = ("own", "class", "organisation", "other organisation")
LAB = ("student", "generic_student", *STAFF, "parent", "system_admin", "machine")
ADMINS = ("teacher_admin", "subscriber_admin")
Probe = Callable[["World", Caller, str], bool]


class World:
    """Two organisations, and a caller of each role in the first."""

    def __init__(self, client: httpx.Client, clock: Clock, home: Organisation, away: Organisation) -> None:
        self.client, self.clock, self.home, self.away = client, clock, home, away
        self.callers = {role: Caller(role, home, client) for role in ROLES}
        self.number = 0

    def student(self, caller: Caller, reach: str) -> str:
        """The person that a reach means for a caller."""
        people = {"own": caller.account, "class": self.home.mate, "organisation": self.home.far}
        return people.get(reach, self.away.mate)

    def class_of(self, reach: str) -> str:
        """The class that a reach means; nobody has one of their own beside the one they are in."""
        classes = {"own": self.home.class_id, "class": self.home.class_id, "organisation": self.home.other_class}
        return classes.get(reach, self.away.class_id)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    clock = Clock()
    with (
        opened(sqlite_url(tmp_path_factory.mktemp("matrix") / "centre.db"), clock) as centre,
        Serving(centre) as serving,
        httpx.Client(base_url=serving.url, timeout=20) as client,
    ):
        yield World(client, clock, Organisation(centre, "home"), Organisation(centre, "away"))


def _done(verdicts: tuple[OpVerdict, ...] | None) -> bool:
    return bool(verdicts) and all(verdict.outcome is Outcome.OK for verdict in verdicts or ())


def speaks(world: World, caller: Caller, reach: str) -> bool:
    """Sync in the name of an account. A lab machine is trusted to speak for the students of its school."""
    request = SyncRequest(world.student(caller, reach), SCHEMA)
    return caller.post("/v1/sync", request).status_code == 200


def listens(world: World, caller: Caller, reach: str) -> bool:
    """Be told which buckets of an account move: whom a machine may speak for, it may listen for."""
    account = {"account": world.student(caller, reach)}
    with world.client.stream("GET", "/v1/sync/hints", params=account, headers=caller.headers()) as response:
        return response.status_code == 200


def plays(world: World, caller: Caller, reach: str) -> bool:
    """Write an attempt in the name of a person, as one's own account."""
    world.number += 1
    return _done(caller.push(caller.home.attempt_of(world.student(caller, reach), world.number)))


def assigns(world: World, caller: Caller, reach: str) -> bool:
    """Give a person an assignment."""
    world.number += 1
    given = StudentAssignment(
        org_id=world.home.org_id,
        id=derived_id("given", world.number),
        student_id=world.student(caller, reach),
        sequence_id="S-1",
        sequence_version=1,
        group_id="g",
        assignment_def_id="d",
        name="Practice",
        assigned_by_user_id=caller.account,
        created_at=world.clock(),
    )
    return _done(caller.push(given))


def reads_person(world: World, caller: Caller, reach: str) -> bool:
    """Read what belongs to one person alone."""
    return caller.reads(buckets.user(world.student(caller, reach)))


def reads_staff(world: World, caller: Caller, reach: str) -> bool:
    """Read what only the staff of a class sees."""
    return caller.reads(buckets.staff(world.class_of(reach)))


def reads_wall(world: World, caller: Caller, reach: str) -> bool:
    """Read what the display of a class shows."""
    return caller.reads(buckets.kiosk(world.class_of(reach)))


def reads_room(world: World, caller: Caller, reach: str) -> bool:
    """Read the faces and verifiers of a school's machines."""
    sites = {"own": world.home.site_id, "class": world.home.site_id, "organisation": world.home.other_site}
    return caller.reads(buckets.room(sites.get(reach, world.away.site_id)))


def gives_code(world: World, caller: Caller, reach: str) -> bool:
    """A code that enrols machines of a school: whose school it is in the end, whatever was asked."""
    sites = {"own": world.home.site_id, "class": world.home.site_id, "organisation": world.home.other_site}
    wanted = sites.get(reach, world.away.site_id)
    response = caller.post("/v1/machines/codes", CodeRequest(caller.account, wanted))
    if response.status_code != 200:
        return False
    code = secrets.normal_code(msgspec.json.decode(response.content, type=PairingCode).code)
    query = sqlalchemy.select(PAIRING.c.site_id).where(PAIRING.c.code_hash == secrets.hashed(code))
    with world.home.centre.database.reading("") as connection:
        return bool(connection.execute(query).scalar() == wanted)


def ends(world: World, caller: Caller, reach: str) -> bool:
    """Revoke a machine of a school that was enrolled for this."""
    places = {"own": world.home, "class": world.home, "organisation": world.home}
    home = places.get(reach, world.away)
    site = home.other_site if reach == "organisation" else home.site_id
    made = home.centre.machines.enrol(home.centre.machines.enrol_code(home.org_id, site).code, "To be ended")
    return caller.post("/v1/machines/revoke", MachineEnd(made.device_id, caller.account)).status_code == 204


def enrols(world: World, caller: Caller, reach: str) -> bool:
    """Make a machine one of a school's, with a token and no code that is in force."""
    return caller.post("/v1/machines/enrol", EnrolRequest("AAAA-AAAA", reach)).status_code == 200


def signs_in(world: World, caller: Caller, reach: str) -> bool:
    """Sign somebody in who is there with their secret, on a machine that nothing else uses."""
    home = world.away if reach == "other organisation" else world.home
    name = {"own": caller.role, "class": "mate", "organisation": "far"}.get(reach, "mate")
    if reach == "own" and caller.role not in home.people:
        name = "mate"
    token = world.home.door if caller.token == world.home.token else caller.token
    asked = SignInRequest(f"{home.canary}-{name}", username=f"{name}-{home.canary}")
    return caller.post("/v1/sign-in", asked, token).status_code == 200


def knows_own_secret(world: World, caller: Caller, reach: str) -> bool:
    """A session with one's own secret, for oneself, for others' names, in another organisation."""
    home = world.away if reach == "other organisation" else world.home
    name = {"own": caller.role, "class": "mate", "organisation": "other-teacher"}.get(reach, caller.role)
    asked = SessionRequest(home.org_id, f"{name}-{home.canary}", f"{world.home.canary}-{caller.role}")
    return caller.post("/v1/sessions", asked).status_code == 200


def shows_code(world: World, caller: Caller, reach: str) -> bool:
    """A display shows a code. It gives nothing until staff claim it, so nobody needs a token."""
    return caller.post("/v1/kiosk/code", KioskCodeRequest(reach)).status_code == 200


def asks_status(world: World, caller: Caller, reach: str) -> bool:
    """What became of a code, with a token that is not the display's."""
    return caller.get("/v1/kiosk/status").status_code == 200


def claims(world: World, caller: Caller, reach: str) -> bool:
    """Give a display to a class."""
    shown = world.callers[ANONYMOUS].post("/v1/kiosk/code", KioskCodeRequest("Wall"))
    code = msgspec.json.decode(shown.content, type=KioskCode).code
    asked = KioskClaim(code, world.class_of(reach), caller.account)
    return caller.post("/v1/kiosk/claim", asked).status_code == 204


def looks_at_badge(world: World, caller: Caller, reach: str) -> bool:
    """The picture of a badge: of the organisation, or of another."""
    home = world.away if reach == "other organisation" else world.home
    return caller.get(f"/v1/badges/{home.badge_id}/icon.png").status_code == 200


def of_badge(ending: str, body: Callable[[Caller], msgspec.Struct]) -> Probe:
    """Do something to a badge: of the organisation, or of another."""

    def keeps(world: World, caller: Caller, reach: str) -> bool:
        home = world.away if reach == "other organisation" else world.home
        return caller.post(f"/v1/badges/{home.badge_id}{ending}", body(caller)).status_code == 200

    return keeps


def draws(world: World, caller: Caller, reach: str) -> bool:
    """Give a badge another picture."""
    home = world.away if reach == "other organisation" else world.home
    path = f"/v1/badges/{home.badge_id}/icon"
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle r="3"/></svg>'
    answer = world.client.post(path, params={"account": caller.account}, content=drawing, headers=caller.headers())
    return answer.status_code == 200


def previews(world: World, caller: Caller, reach: str) -> bool:
    """See who would get a badge."""
    home = world.away if reach == "other organisation" else world.home
    return caller.get(f"/v1/badges/{home.badge_id}/release", account=caller.account).status_code == 200


def revokes(world: World, caller: Caller, reach: str) -> bool:
    """Take somebody's badge back."""
    award = {**world.home.doubtful, **world.away.doubtful}.get(world.student(caller, reach), "none")
    return caller.post(f"/v1/badges/awards/{award}/revoke", AwardEnd(caller.account, "mistake")).status_code == 204


def takes_along(world: World, caller: Caller, reach: str) -> bool:
    """The credential of somebody's award, in their name: a lab machine speaks for the students of its school."""
    person = world.student(caller, reach)
    award = {**world.home.awards, **world.away.awards}.get(person, "none")
    return caller.post("/v1/credentials", CredentialRequest(person, award)).status_code == 200


def checks(path: str) -> Probe:
    """What anybody may look up who was given the address."""

    def answers(world: World, caller: Caller, reach: str) -> bool:
        home = world.away if reach == "other organisation" else world.home
        filled = path.format(org=home.org_id, badge=home.badge_id, award=home.awards[home.mate])
        return caller.get(filled).status_code == 200

    return answers


def replays(world: World, caller: Caller, reach: str) -> bool:
    """Every note of an attempt."""
    person = world.student(caller, reach)
    attempt = {**world.home.attempts, **world.away.attempts}.get(person, "none")
    return caller.get(f"/v1/attempts/{attempt}/performance", account=caller.account).status_code == 200


def looks_at_the_world(world: World, caller: Caller, reach: str) -> bool:
    """The pseudonymous board of a stage, in a student's name: whom a machine may speak for, it may ask for."""
    return caller.get("/v1/world/G-00001-quiz", account=world.student(caller, reach)).status_code == 200


def opens(path: str) -> Probe:
    """What anybody may ask of the service itself; it says nothing about anybody."""

    def answers(world: World, caller: Caller, reach: str) -> bool:
        return caller.get(path).status_code == 200

    return answers


def only(**marks: str) -> dict[str, str]:
    """A row: these roles have these marks, all others none."""
    return {role: marks.get(role, "----") for role in ROLES}


def alike(roles: tuple[str, ...], mark: str, **others: str) -> dict[str, str]:
    """A row: these roles all have this mark, `others` theirs."""
    return only(**dict.fromkeys(roles, mark), **others)


PLAYERS = ("student", "generic_student")
PEOPLE = (*PLAYERS, *STAFF, "parent", "system_admin")
EVERYBODY = alike(ROLES, "yyyy")
# Nobody of the caller's own: a badge is the organisation's, and an award somebody's in it.
KEEPERS = alike(("subscriber_admin", "system_admin"), "yyy-")
ROWS: list[tuple[str, Probe, dict[str, str]]] = [
    # The lab machine, whoever sits at it, speaks for its school's students; others sign in on it first.
    ("POST /v1/sync", speaks, alike(LAB, "yy--", kiosk="y---")),
    ("GET /v1/sync/hints", listens, alike(LAB, "yy--", kiosk="y---")),
    ("POST /v1/sync", plays, alike(PLAYERS, "y---")),
    ("POST /v1/sync", assigns, alike(ADMINS, "-yy-", teacher="-y--")),
    ("POST /v1/sync/pull", reads_person, alike(PEOPLE, "y---")),
    ("POST /v1/sync/pull", reads_staff, alike(ADMINS, "yyy-", teacher="yy--")),
    ("POST /v1/sync/pull", reads_wall, only(kiosk="yy--")),
    ("POST /v1/sync/pull", reads_room, only(machine="yy--")),
    ("POST /v1/machines/codes", gives_code, alike(ADMINS, "yyy-", teacher="yy--")),
    ("POST /v1/machines/enrol", enrols, only()),
    ("POST /v1/machines/revoke", ends, alike(ADMINS, "yyy-", teacher="yy--")),
    ("POST /v1/sign-in", signs_in, alike(LAB, "yyy-")),
    ("POST /v1/sessions", knows_own_secret, alike(STAFF, "y---")),
    ("POST /v1/kiosk/code", shows_code, EVERYBODY),
    ("GET /v1/kiosk/status", asks_status, only()),
    ("POST /v1/kiosk/claim", claims, alike(ADMINS, "yyy-", teacher="yy--")),
    ("GET /v1/badges/{badge_id}/icon.png", looks_at_badge, alike(LAB, "yyy-", kiosk="yyy-")),
    ("POST /v1/badges/{badge_id}", of_badge("", lambda who: BadgeEdit(who.account, "Kept.")), KEEPERS),
    ("POST /v1/badges/{badge_id}/icon", draws, KEEPERS),
    ("GET /v1/badges/{badge_id}/release", previews, KEEPERS),
    ("POST /v1/badges/{badge_id}/step", of_badge("/step", lambda who: BadgeStep(who.account, Step.RELEASE)), KEEPERS),
    ("POST /v1/badges/awards/{award_id}/revoke", revokes, KEEPERS),
    ("POST /v1/credentials", takes_along, {**alike(LAB, "-y--"), "student": "yy--"}),
    ("GET /v1/issuers/{org_id}/did.json", checks("/v1/issuers/{org}/did.json"), EVERYBODY),
    ("GET /v1/issuers/{org_id}/status", checks("/v1/issuers/{org}/status"), EVERYBODY),
    ("GET /v1/issuers/{org_id}/badges/{badge_id}/{level}", checks("/v1/issuers/{org}/badges/{badge}/1"), EVERYBODY),
    (
        "GET /v1/issuers/{org_id}/badges/{badge_id}/{level}/image.svg",
        checks("/v1/issuers/{org}/badges/{badge}/1/image.svg"),
        EVERYBODY,
    ),
    ("GET /v1/awards/{org_id}/{award_id}", checks("/v1/awards/{org}/{award}"), EVERYBODY),
    ("GET /v1/attempts/{attempt_id}/performance", replays, alike(ADMINS, "-yy-", teacher="-y--")),
    ("GET /v1/world/{stage_id}", looks_at_the_world, {**alike(LAB, "-y--"), "student": "yy--"}),
    ("GET /v1/reports/usage", reports, alike((*ADMINS, "system_admin"), "yyy-")),
    ("POST /v1/supervision", supervises, alike((*ADMINS, "system_admin"), "-yy-", teacher="-y--")),
    ("POST /v1/supervision", supervises_all, alike((*ADMINS, "system_admin"), "yyy-")),
    ("POST /v1/supervision/decisions", closes, alike((*ADMINS, "system_admin"), "-yy-", teacher="-y--")),
    ("GET /health", opens("/health"), EVERYBODY),
    ("GET /ready", opens("/ready"), EVERYBODY),
    ("GET /metrics", opens("/metrics"), EVERYBODY),
]


def test_every_route_of_the_description_has_a_row(world: World) -> None:
    paths = world.client.get("/schema/openapi.json").json()["paths"]
    published = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    assert published == {route for route, _, _ in ROWS}


@pytest.mark.parametrize(("route", "probe", "row"), ROWS, ids=[f"{r} {p.__name__}" for r, p, _ in ROWS])
def test_who_may(world: World, route: str, probe: Probe, row: dict[str, str]) -> None:
    found: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for role, caller in world.callers.items():
        marks = ""
        for reach in REACHES:
            # Doors where codes are tried let so many in a minute; this test is about who, not how often.
            world.clock.now += 60_000_000
            done = probe(world, caller, reach)
            counted["done" if done else "refused"] += 1
            marks += "y" if done else "-"
        found[role] = marks
    print(f"{route} {probe.__name__}: {dict(counted)}")
    assert found == row


def test_the_counters(capsys: pytest.CaptureFixture[str]) -> None:
    cells = len(ROWS) * len(ROLES) * len(REACHES)
    with capsys.disabled():
        print(f"\nauthorisation: {len(ROWS)} rows × {len(ROLES)} roles × {len(REACHES)} reaches = {cells} cells")
    assert cells >= 700


def test_nothing_that_was_tried_has_reached_the_other_organisation(world: World) -> None:
    with world.away.centre.database.reading(world.away.org_id) as connection:
        attempts = connection.exec_driver_sql(
            f"SELECT count(*) FROM student_attempt WHERE org_id = '{world.away.org_id}'"
        ).scalar()
        assert attempts == len(world.away.attempts)
        assert (
            connection.exec_driver_sql(
                f"SELECT count(*) FROM student_assignment WHERE org_id = '{world.away.org_id}'"
            ).scalar()
            == 0
        )
