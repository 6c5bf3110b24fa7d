"""Probes of one organisation by everybody of another who knows its ids and secrets: nothing comes, nothing moves."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import blake2b

import httpx
import pytest
import sqlalchemy
from foreign_records import foreign
from small_school import Clock, opened
from two_organisations import ROLES, Caller, Organisation, content

from central.serving import Serving
from central.tables import METADATA, TENANT_TABLES
from domain.records import ALL, buckets
from domain.records.pairing import CodeRequest, KioskClaim, KioskCodeRequest, MachineEnd, SessionRequest, SignInRequest
from domain.records.wire import SCHEMA, Cursor, PullRequest, SyncRequest

IN_EVERY_RUN, IN_A_LONG_RUN = 500, 5_000
CANARY = "canary7b1e"
# Trying a name at the door of an organisation is counted there, so that tries are limited: the one thing that may move.
TABLES = sorted(set(TENANT_TABLES) - {"sign_in_try"})
Probe = Callable[["World", Caller, random.Random], httpx.Response]


class World:
    """Two organisations, callers of every role in the first, and every id of the second."""

    def __init__(self, clock: Clock, home: Organisation, away: Organisation, client: httpx.Client) -> None:
        self.clock, self.home, self.away, self.client = clock, home, away, client
        self.callers = [Caller(role, home, client) for role in ROLES]
        self.people = [*away.people.values(), away.mate, away.far, away.other_teacher, away.kiosk]
        self.places = [away.class_id, away.other_class, away.site_id, away.other_site, away.org_id]
        self.ids = [*self.people, *self.places, *away.attempts.values(), away.badge_id, away.device.device_id]
        self.before = self.digests()

    def digests(self) -> dict[str, str]:
        """What every table holds of the organisation that is probed."""
        found = {}
        with self.away.centre.database.reading(self.away.org_id) as connection:
            for name in TABLES:
                table = METADATA.tables[name]
                query = sqlalchemy.select(table).where(table.c.org_id == self.away.org_id)
                rows = sorted(repr(tuple(row)) for row in connection.execute(query))
                found[name] = blake2b("\n".join(rows).encode()).hexdigest()
        return found


def reads_buckets(world: World, caller: Caller, rng: random.Random) -> httpx.Response:
    """Their buckets, by name, all kinds."""
    kinds = (buckets.user, buckets.of_class, buckets.staff, buckets.school, buckets.family, buckets.org)
    name = rng.choice((*kinds, buckets.room, buckets.kiosk))(rng.choice(world.ids))
    if rng.random() < 0.5:
        return caller.post("/v1/sync/pull", PullRequest(caller.account, SCHEMA, "", (Cursor(name, 0),)))
    return caller.post("/v1/sync", SyncRequest(caller.account, SCHEMA, "", (), (Cursor(name, 0),)))


def speaks_for(world: World, caller: Caller, rng: random.Random) -> httpx.Response:
    """One of their people, as the account."""
    return caller.post("/v1/sync", SyncRequest(rng.choice(world.people), SCHEMA))


def writes(world: World, caller: Caller, rng: random.Random) -> httpx.Response:
    """A record of any entity, said to be of theirs or of one's own organisation, with their ids in every place."""
    org_id = rng.choice([world.home.org_id, world.away.org_id])
    ids = [*world.ids, caller.account] if rng.random() < 0.5 else world.ids
    records = [foreign(rng.choice(ALL).record, org_id, ids, rng) for _ in range(3)]
    ops = tuple(caller.op(record) for record in records)
    return caller.post("/v1/sync", SyncRequest(caller.account, SCHEMA, "", ops, mirror=caller.role))


def replays(world: World, caller: Caller, rng: random.Random) -> httpx.Response:
    """What one of theirs has played, as oneself or as one of their teachers."""
    account = rng.choice([caller.account, world.away.people["teacher"]])
    return caller.get(f"/v1/attempts/{rng.choice(world.ids)}/performance", account=account)


def looks(world: World, caller: Caller, rng: random.Random) -> httpx.Response:
    """A picture of theirs."""
    return caller.get(f"/v1/badges/{rng.choice([world.away.badge_id, *world.ids])}/icon.png")


def signs_in(world: World, caller: Caller, rng: random.Random) -> httpx.Response:
    """One of theirs, with the right secret, on a machine that is not theirs."""
    role = rng.choice(list(world.away.people))
    secret = f"{CANARY}-{role}"
    if rng.random() < 0.5:
        return caller.post("/v1/sign-in", SignInRequest(secret, user_id=world.away.people[role]))
    return caller.post("/v1/sign-in", SignInRequest(secret, username=f"{role[:20]}-{CANARY}"))


def opens_session(world: World, caller: Caller, rng: random.Random) -> httpx.Response:
    """Their staff in one's own organisation, or one's own staff in theirs."""
    there = (world.away.org_id, f"teacher-{world.home.canary}", f"{world.home.canary}-teacher")
    here = (world.home.org_id, f"teacher-{CANARY}", f"{CANARY}-teacher")
    return caller.post("/v1/sessions", SessionRequest(*rng.choice([here, there])))


def claims(world: World, caller: Caller, rng: random.Random) -> httpx.Response:
    """A display for a class of theirs."""
    shown = caller.post("/v1/kiosk/code", KioskCodeRequest("Wall")).json()["code"]
    return caller.post("/v1/kiosk/claim", KioskClaim(shown, rng.choice(world.places), caller.account))


def asks_code(world: World, caller: Caller, rng: random.Random) -> httpx.Response:
    """A code for a school of theirs, as oneself or as one of theirs."""
    account = rng.choice([caller.account, world.away.people["subscriber_admin"]])
    return caller.post("/v1/machines/codes", CodeRequest(account, rng.choice(world.places)))


def looks_at_the_world(world: World, caller: Caller, rng: random.Random) -> httpx.Response:
    """The world board in the name of one of theirs."""
    return caller.get("/v1/world/G-00001-quiz", account=rng.choice(world.people))


def ends_machine(world: World, caller: Caller, rng: random.Random) -> httpx.Response:
    """A machine of theirs, as oneself or as one of theirs."""
    account = rng.choice([caller.account, world.away.people["subscriber_admin"]])
    return caller.post("/v1/machines/revoke", MachineEnd(rng.choice(world.ids), account))


def forges(world: World, caller: Caller, rng: random.Random) -> httpx.Response:
    """One's own token with their organisation written into it."""
    parts = (caller.token or world.home.token).split("_", 2)
    token = "_".join((rng.choice(["mlcd", "mlcs"]), world.away.org_id.replace("-", ""), parts[2]))
    return caller.post("/v1/sync", SyncRequest(rng.choice([*world.people, "machine"]), SCHEMA), token)


PROBES: tuple[Probe, ...] = (
    reads_buckets, speaks_for, writes, replays, looks, signs_in, opens_session, claims, asks_code, ends_machine,
    looks_at_the_world, forges,
)  # fmt: skip
# These never succeed. The others may, on one's own side, and say nothing of the other.
REFUSED = {speaks_for, replays, looks, signs_in, opens_session, claims, ends_machine, looks_at_the_world, forges}


@pytest.fixture
def world(database_url: str, clock: Clock) -> Iterator[World]:
    with (
        opened(database_url, clock) as centre,
        Serving(centre) as serving,
        httpx.Client(base_url=serving.url, timeout=20) as client,
    ):
        yield World(clock, Organisation(centre, "home"), Organisation(centre, CANARY), client)


def probe(world: World, count: int, seed: int) -> Counter[str]:
    """So many probes; what was answered."""
    rng = random.Random(seed)
    counted: Counter[str] = Counter()
    for number in range(count):
        # Doors where codes are tried let so many in a minute.
        world.clock.now += 60_000_000
        tried = PROBES[number % len(PROBES)]
        answer = tried(world, rng.choice(world.callers), rng)
        assert answer.status_code < 500, (tried.__name__, answer.text)
        refused = answer.status_code >= 400 or _is_of_the_callers_own(world, answer)
        assert tried not in REFUSED or refused, (tried.__name__, seed, number)
        assert CANARY.encode() not in content(answer) or CANARY.encode() in answer.request.content, tried.__name__
        counted[f"{answer.status_code}"] += 1
    return counted


def _is_of_the_callers_own(world: World, answer: httpx.Response) -> bool:
    """What an earlier probe has written into its own organisation, under an id of theirs: that is nobody's loss."""
    body = content(answer)
    return world.home.org_id.encode() in body and world.away.org_id.encode() not in body


def test_nothing_of_another_organisation_comes_or_moves(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    counted = probe(world, IN_EVERY_RUN, 20_261_121)
    assert world.digests() == world.before
    with capsys.disabled():
        print(f"\ncross-organisation probes: {sum(counted.values())}, answers {dict(sorted(counted.items()))}")


@pytest.mark.long
@pytest.mark.timeout(1_800)
def test_nothing_of_another_organisation_comes_or_moves_in_very_many_probes(world: World) -> None:
    counted = probe(world, IN_A_LONG_RUN, 7)
    assert world.digests() == world.before
    print(f"cross-organisation probes: {sum(counted.values())}, answers {dict(sorted(counted.items()))}")


def test_the_probes_would_notice(world: World) -> None:
    """Their own people do get what the probes look for, by the same calls."""
    own = Caller("teacher", world.away, world.client)
    shown = own.get(f"/v1/attempts/{world.away.attempts[world.away.mate]}/performance", account=own.account)
    assert CANARY.encode() in content(shown)
    synced = own.post("/v1/sync", SyncRequest(own.account, SCHEMA))
    assert CANARY.encode() in content(synced)
    assert world.digests() != world.before
