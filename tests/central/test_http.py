"""The API as its callers meet it, over real HTTP: statuses, sentences, pairing, tries, sizes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import msgspec
import pytest
from backports import zstd
from small_school import Clock, School, opened

from central.database import sqlite_url
from central.serving import Serving
from domain.records.pairing import Enrolled, KioskCode, KioskStatus, PairingCode, Session, SignedIn
from domain.records.wire import SCHEMA, Outcome, Problem, SyncAnswer, SyncRequest


@pytest.fixture
def served(tmp_path: Path, clock: Clock) -> Iterator[tuple[School, httpx.Client]]:
    """A school on an embedded database, served, and a client without a token."""
    with (
        opened(sqlite_url(tmp_path / "centre.db"), clock) as centre,
        Serving(centre) as serving,
        httpx.Client(base_url=serving.url, timeout=20) as client,
    ):
        yield School(centre, clock), client


def bearer(token: str) -> dict[str, str]:
    """The header of a caller."""
    return {"Authorization": f"Bearer {token}"}


def problem(response: httpx.Response, status: int) -> Problem:
    """The problem in an answer."""
    assert response.status_code == status, response.text
    return msgspec.json.decode(response.content, type=Problem)


def synced(school: School, client: httpx.Client, request: SyncRequest) -> SyncAnswer:
    """One sync over HTTP."""
    body = zstd.compress(msgspec.json.encode(request))
    response = client.post("/v1/sync", content=body, headers=bearer(school.enrolled.token))
    assert response.status_code == 200, response.text
    packed = response.headers["content-type"] == "application/zstd"
    return msgspec.json.decode(zstd.decompress(response.content) if packed else response.content, type=SyncAnswer)


def test_a_push_and_a_pull_are_one_request(served: tuple[School, httpx.Client]) -> None:
    school, client = served
    op = school.op(school.attempt(school.ada))
    answer = synced(school, client, SyncRequest(school.ada, SCHEMA, "", (op,)))
    assert [v.outcome for v in answer.verdicts] == [Outcome.OK]
    assert any(change.id == op.id for page in answer.pages for change in page.changes)


def test_a_quiet_sync_is_at_most_700_bytes_with_its_headers(served: tuple[School, httpx.Client]) -> None:
    school, client = served
    mirror = school.mirror(school.ada)
    request = SyncRequest(school.ada, SCHEMA, school.centre.epoch(), (), mirror.cursors())
    response = client.post(
        "/v1/sync", content=zstd.compress(msgspec.json.encode(request)), headers=bearer(school.enrolled.token)
    )
    headers = sum(len(name) + len(value) + 4 for name, value in response.headers.raw)
    assert len(response.content) + headers < 300


def test_strangers_are_sent_away(served: tuple[School, httpx.Client]) -> None:
    school, client = served
    org = school.enrolled.token.split("_")[1]
    for headers in ({}, bearer("nonsense"), bearer(f"mlcd_{org}_wrong"), {"Authorization": "Basic eA=="}):
        assert problem(client.post("/v1/sync", content=b"{}", headers=headers), 401).code == "not_known"
    school.centre.machines.revoke(school.org_id, school.enrolled.device_id)
    response = client.post("/v1/sync", content=b"{}", headers=bearer(school.enrolled.token))
    assert problem(response, 401).code == "not_known"


@pytest.mark.parametrize(
    "body",
    [b"", b"{}", b"[]", b"null", b"\xff\xfe", b"\x28\xb5\x2f\xfd", b"\x28\xb5\x2f\xfd\x00garbage", b"[" * 100_000],
)
def test_garbage_is_a_422_with_a_sentence(served: tuple[School, httpx.Client], body: bytes) -> None:
    school, client = served
    for path in ("/v1/sync", "/v1/sync/pull", "/v1/sign-in"):
        found = problem(client.post(path, content=body, headers=bearer(school.enrolled.token)), 422)
        assert found.text.endswith(".")


def test_a_body_that_unpacks_without_end_is_refused(served: tuple[School, httpx.Client]) -> None:
    school, client = served
    headers = bearer(school.enrolled.token)
    bomb = zstd.compress(b" " * 200_000_000, 3)
    assert problem(client.post("/v1/sync", content=bomb, headers=headers), 413).code == "too_large"
    assert client.post("/v1/sync", content=b"x" * 3_000_000, headers=headers).status_code == 413


def test_an_old_client_is_told_and_its_work_is_taken(served: tuple[School, httpx.Client]) -> None:
    school, client = served
    attempt = school.attempt(school.ada)
    request = SyncRequest(school.ada, 0, "", (school.op(attempt),))
    response = client.post("/v1/sync", content=msgspec.json.encode(request), headers=bearer(school.enrolled.token))
    assert "update" in problem(response, 426).text
    assert attempt.id in {key[1] for rows in school.mirror(school.ada).buckets.values() for key in rows}


def test_enrolling_needs_a_code_that_is_in_force(served: tuple[School, httpx.Client]) -> None:
    school, client = served
    assert problem(client.post("/v1/machines/enrol", json={"code": "AAAA-AAAA", "machine_name": "x"}), 403)
    session = client.post(
        "/v1/sessions", json={"org_id": school.org_id, "username": username(school, school.teacher), "secret": "1234"}
    )
    token = msgspec.json.decode(session.content, type=Session).token
    answer = client.post("/v1/machines/codes", json={}, headers=bearer(token))
    code = msgspec.json.decode(answer.content, type=PairingCode).code
    made = client.post("/v1/machines/enrol", json={"code": code, "machine_name": "PC 2"})
    enrolled = msgspec.json.decode(made.content, type=Enrolled)
    assert (enrolled.org_id, enrolled.site_id, enrolled.school_name) == (school.org_id, school.site_id, "Oak School")
    school.clock.now += 25 * 3_600 * 1_000_000
    assert problem(client.post("/v1/machines/enrol", json={"code": code, "machine_name": "x"}), 403).code == "bad_code"


def username(school: School, user_id: str) -> str:
    """The user name of somebody."""
    with school.centre.database.reading(school.org_id) as connection:
        found = connection.exec_driver_sql(f"SELECT username FROM credential WHERE user_id = '{user_id}'").scalar()
    return str(found)


def test_codes_cannot_be_guessed_quickly(served: tuple[School, httpx.Client]) -> None:
    _, client = served
    answers = [client.post("/v1/machines/enrol", json={"code": f"{n:08d}", "machine_name": "x"}) for n in range(60)]
    refused = [answer for answer in answers if answer.status_code == 429]
    assert refused
    assert int(refused[0].headers["retry-after"]) > 0


def test_signing_in_gives_the_account_and_wrong_secrets_wait_longer(served: tuple[School, httpx.Client]) -> None:
    school, client = served
    headers = bearer(school.enrolled.token)
    right = {"username": username(school, school.ada).upper(), "secret": "1234"}
    found = msgspec.json.decode(client.post("/v1/sign-in", json=right, headers=headers).content, type=SignedIn)
    assert (found.user_id, found.role.value) == (school.ada, "student")
    assert found.verifier.startswith("$argon2id$")
    wrong = right | {"secret": "9999"}
    for _ in range(5):
        assert problem(client.post("/v1/sign-in", json=wrong, headers=headers), 403).code == "wrong_secret"
    assert problem(client.post("/v1/sign-in", json=right, headers=headers), 429).code == "too_many_tries"
    school.clock.now += 31 * 1_000_000
    assert client.post("/v1/sign-in", json=right, headers=headers).status_code == 200
    nobody = {"username": "nobody-here", "secret": "1234"}
    assert problem(client.post("/v1/sign-in", json=nobody, headers=headers), 403).code == "wrong_secret"


def test_a_display_is_paired_by_its_code(served: tuple[School, httpx.Client]) -> None:
    school, client = served
    shown = msgspec.json.decode(client.post("/v1/kiosk/code", json={"machine_name": "Wall"}).content, type=KioskCode)
    claim = {"code": shown.code, "class_id": school.class_id, "account": school.teacher}
    headers = bearer(school.enrolled.token)
    assert problem(client.post("/v1/kiosk/claim", json=claim | {"class_id": school.other_class}, headers=headers), 403)
    assert problem(client.post("/v1/kiosk/claim", json=claim | {"account": school.ada}, headers=headers), 403)
    assert client.post("/v1/kiosk/claim", json=claim, headers=headers).status_code == 204
    polled = client.get("/v1/kiosk/status", headers=bearer(shown.poll_token))
    status = msgspec.json.decode(polled.content, type=KioskStatus)
    assert (status.paired, status.class_name) == (True, "5a")
    request = msgspec.json.encode(SyncRequest(status.user_id, SCHEMA))
    assert client.post("/v1/sync", content=request, headers=bearer(status.token)).status_code == 200
    other = msgspec.json.encode(SyncRequest(school.ada, SCHEMA))
    assert problem(client.post("/v1/sync", content=other, headers=bearer(status.token)), 403).code == "not_here"
    assert problem(client.post("/v1/kiosk/claim", json=claim, headers=headers), 403).code == "bad_code"


def test_health_readiness_metrics_and_openapi(served: tuple[School, httpx.Client]) -> None:
    school, client = served
    synced(school, client, SyncRequest(school.ada, SCHEMA, "", (school.op(school.attempt(school.ada)),)))
    assert client.get("/health").text == "ok"
    assert client.get("/ready").text == "ready"
    assert 'mlc_ops_total{outcome="ok"} 1' in client.get("/metrics").text
    assert "/v1/sync" in client.get("/schema/openapi.json").json()["paths"]
    assert problem(client.get("/nothing"), 404)
    assert problem(client.get("/v1/sync"), 405)


def test_the_centre_can_be_switched_off_and_on_at_its_port(tmp_path: Path, clock: Clock) -> None:
    with opened(sqlite_url(tmp_path / "centre.db"), clock) as centre:
        serving = Serving(centre)
        for _ in range(3):
            serving.start()
            assert httpx.get(serving.url + "/health").text == "ok"
            url = serving.url
            serving.stop()
            with pytest.raises(httpx.ConnectError):
                httpx.get(url + "/health")
